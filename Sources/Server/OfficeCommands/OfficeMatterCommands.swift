package import ArgumentParser
import ConflictFreeRecords
package import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct OfficeMatterCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "matter", .helpMatters, example: "rounds-server matter list",
      subcommands: [OfficeMatterListCommand.self])
  }

  package init() {}
}

/// What households said, as the laptops of a site list it; without the words themselves.
package struct OfficeMatterListCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpMatterList, example: "rounds-server matter list --open --json")
  }

  @Flag(help: OfficeHelp.text(.helpMatterOpen)) var open = false
  @Flag(help: OfficeHelp.text(.helpMatterOwed)) var owed = false
  @Option(help: OfficeHelp.text(.helpMonth)) var month: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = Set(try site.map { try office.site(named: $0) })
    let month = try self.month.map { try givenMonth($0, office) }
    return try office.read { replica in
      var rows: [MatterRow] = []
      var objects: [JSON] = []
      for site in try SiteView.all(in: replica) where only.isEmpty || only.contains(site.scope) {
        for matter in try SiteView(replica, site.scope).matters()
        where (!open || matter.isOpen) && (!owed || matter.feedback.isOwed)
          && (month == nil || matter.source.month == month)
        {
          let named = try NamedMatter(matter, site, office, on: replica)
          rows.append(named.row)
          objects.append(named.json)
        }
      }
      return .result(
        CommandResult(
          Report(Message(.mattersTitle, []), [.table(MatterRow.table(rows))]),
          .object(["matters": .array(objects)])))
    }
  }
}

/// A matter with the names of its unit and its people.
private struct NamedMatter {
  let row: MatterRow
  let json: JSON

  init(_ matter: Matter, _ site: SiteFacts, _ office: Office, on replica: Replica) throws {
    func name(_ account: AccountID) throws -> String {
      try office.person(account, on: replica)?.name ?? ""
    }
    let view = SiteView(replica, site.scope)
    let unit = try matter.source.household.flatMap { try view.household($0)?.unitCode }
    let recorder = try view.recorder(of: matter.source.key).map(name) ?? ""
    let owing = try matter.feedback.owing.map(name)
    let handling = try replica.records.state(of: view.handlingKey(of: matter.key.id))
    row = MatterRow(
      id: String(matter.key.id.description.prefix(8)), unit: unit,
      saidAt: matter.source.at.wallText(in: matter.source.zone), topic: matter.topic,
      kind: matter.kind, isUrgent: matter.urgency == .urgent, state: matter.handling?.state,
      department: matter.handling?.department, feedback: matter.feedback.stage.phrase,
      owing: owing, until: matter.feedback.until?.description)
    json = MatterJSON.object(
      matter, unit: unit, text: nil, outcome: nil, recorder: recorder,
      handler: try matter.handling?.handler.map(name), owing: owing,
      saw: SawToken.text(handling?.frontier ?? []))
  }
}
