package import ArgumentParser
package import Console
import Fingerprint
import OfficeWork
import RecordStore
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
      "import", .helpSiteImport, example: "rounds-server site import communities.csv")
  }

  @Argument(help: OfficeHelp.text(.helpCSV)) var file: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let table = try CSVTable(try context.readFile(file, Bounds.importBytesMax), SiteColumns.names)
    var rows: [SiteRow] = []
    var faults = table.faults
    var codes: Set<UnitCode> = []
    for row in table.rows {
      switch SiteColumns.site(row) {
      case .success(let site) where codes.insert(site.code).inserted: rows.append(site)
      case .success(let site):
        faults.append(RowFault(line: row.line, Message(.rowRepeated, [site.code.text])))
      case .failure(let fault): faults.append(fault)
      }
    }
    return .result(ImportReport.result(try office.importSites(rows), faults))
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
      example: "rounds-server household import roster.csv --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpCSV)) var file: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let scope = try office.site(named: site)
    let table = try CSVTable(
      try context.readFile(file, Bounds.importBytesMax), HouseholdColumns.names)
    var rows: [HouseholdRow] = []
    var faults = table.faults
    var units: Set<UnitCode> = []
    for row in table.rows {
      switch HouseholdColumns.household(row) {
      case .success(let household) where units.insert(household.unit).inserted:
        rows.append(household)
      case .success(let household):
        faults.append(RowFault(line: row.line, Message(.rowRepeated, [household.unit.text])))
      case .failure(let fault): faults.append(fault)
      }
    }
    return .result(ImportReport.result(try office.importHouseholds(rows, of: scope), faults))
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

/// What an import did, and every row it could not take.
enum ImportReport {
  static func result(_ counts: ImportCounts, _ faults: [RowFault]) -> CommandResult {
    var report = Report(
      nil,
      [
        .fact(Message(.labelAdded), .text("\(counts.added)")),
        .fact(Message(.labelChanged), .text("\(counts.changed)")),
        .fact(Message(.labelUnchanged), .text("\(counts.unchanged)")),
      ])
    let sorted = faults.sorted { $0.line < $1.line }
    if !sorted.isEmpty {
      var table = TextTable([.init(Message(.labelLine), .right), .init(Message(.labelFault))])
      for fault in sorted { table.append([.text("\(fault.line)"), .words(fault.message)]) }
      report.append(.warning(Message(.rowsNotTaken, ["\(sorted.count)"])))
      report.append(.table(table))
    }
    return CommandResult(
      report,
      .object([
        "added": .integer(counts.added), "changed": .integer(counts.changed),
        "unchanged": .integer(counts.unchanged),
        "faults": .array(
          sorted.map {
            .object([
              "line": .integer($0.line), "key": .string($0.message.phrase.key),
              "text": .string($0.message.text(in: .english)),
            ])
          }),
      ]), status: faults.isEmpty ? .done : .failed)
  }
}
