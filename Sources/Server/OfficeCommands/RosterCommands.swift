package import ArgumentParser
package import Console
import Fingerprint
import OfficeWork
import RecordStore
import Spreadsheets
import SyncProtocol
import TextFormats
import VisitModel
import Wording

package struct InitCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("init", .helpInit, example: "rounds-server init --name 金茂物业")
  }
  package static var worksWhileServing: Bool { false }

  @Option(help: OfficeHelp.text(.helpCompanyName)) var name: String
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    guard !name.utf8.isEmpty, name.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.companyNameBad))
    }
    // The keys are on disk before anything is signed with them.
    guard let secrets = context.secrets ?? OfficeSecrets(context.environment.randomness) else {
      throw OfficeFault.failed(Message(.officeNotInitialised))
    }
    try context.saveSecrets(secrets)
    let office = try Office.initialise(context.environment, secrets, name: name)
    return .result(
      CommandResult(
        Report(
          Message(.officeMade, [office.name]),
          [.fact(Message(.labelFingerprint), .text(office.identity.signingKey.fingerprint))]),
        .object([
          "company": .string(office.company.description), "name": .string(office.name),
          "fingerprint": .string(office.identity.signingKey.fingerprint),
        ])))
  }
}

package struct SiteCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "site", .helpSiteGroup, example: "rounds-server site import sites.csv",
      subcommands: [SiteImportCommand.self])
  }

  package init() {}
}

struct SiteImportCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "import", .helpSiteImport, example: "rounds-server site import communities.xlsx")
  }

  @Argument(help: OfficeHelp.text(.helpListFile)) var file: String
  @OptionGroup var reading: RosterOptions
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let roster = try reading.read(
      try context.readFile(file, Bounds.importBytesMax), RosterColumn.ofSites
    ) { (sheet) throws(RosterTableFault) in try Rosters.sites(sheet) }
    return .result(
      ImportReport.result(try office.importSites(roster.rows.map(\.row)), roster.faults))
  }
}

package struct HouseholdCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "household", .helpHousehold, example: "rounds-server household import roster.csv --site 绿岛",
      subcommands: [
        HouseholdImportCommand.self, HouseholdRestrictCommand.self, HouseholdAllowCommand.self,
      ])
  }

  package init() {}
}

struct HouseholdImportCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "import", .helpHouseholdImport,
      example: "rounds-server household import roster.xlsx --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpListFile)) var file: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var reading: RosterOptions
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let scope = try office.site(named: site)
    let roster = try reading.read(
      try context.readFile(file, Bounds.importBytesMax), RosterColumn.ofHouseholds
    ) { (sheet) throws(RosterTableFault) in try Rosters.households(sheet) }
    return .result(
      ImportReport.result(
        try office.importHouseholds(roster.rows.map(\.row), of: scope), roster.faults))
  }
}

extension Office {
  /// The site a command names by code or name.
  func site(named text: String) throws -> ScopeID {
    let sites = try read { try SiteView.all(in: $0) }
    let code = UnitCode(text)?.text ?? text
    guard
      let site = sites.first(where: {
        $0.code.utf8.elementsEqual(code.utf8) || $0.name.utf8.elementsEqual(text.utf8)
      })
    else { throw OfficeFault.failed(Message(.siteUnknown, [text])) }
    return site.scope
  }
}
