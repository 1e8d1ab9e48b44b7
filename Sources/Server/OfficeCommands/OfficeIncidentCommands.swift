package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Contract queries, contract changes and losses at the office (R1-31 to R1-34). What households said of
/// them is shown to whoever sees to what households say, and to nobody without a name.
package struct OfficeIncidentCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "incident", .helpIncident, example: "rounds-server incident list --open",
      subcommands: [
        OfficeIncidentRecordCommand.self, OfficeIncidentListCommand.self,
        OfficeIncidentShowCommand.self, OfficeIncidentTellCommand.self,
        OfficeIncidentConfirmCommand.self, OfficeIncidentReadyCommand.self,
        OfficeIncidentCloseCommand.self, OfficeIncidentVoidCommand.self,
      ])
  }

  package init() {}
}

struct OfficeIncidentRecordCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "record", .helpIncidentRecord,
      example: "rounds-server incident record propertyLost 3-1201 --site 绿岛 --text … --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpIncidentKind)) var kind: String
  @Argument(help: OfficeHelp.text(.helpUnitArgument)) var household: String
  @Option(help: OfficeHelp.text(.helpIncidentContract)) var contract: String = ""
  @Option(help: OfficeHelp.text(.helpIncidentText)) var text: String = ""
  @Option(help: OfficeHelp.text(.helpNoticeDepartment)) var department: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    var input = OfficeIncidentInput(
      try NoticeAnswers.code(kind, as: IncidentKind.self, option: "kind"), of: household,
      foundAt: try who.moment(office), text)
    input.reference = contract
    input.department = try department.map {
      try NoticeAnswers.code($0, as: Department.self, option: "--department")
    }
    try NoticeAnswers.require(line: contract, "contract")
    try NoticeAnswers.require(text: text, "text")
    let by = try account(who.by, office)
    let (key, reminders) = try office.recordIncident(
      input, of: try office.site(named: site), by: by)
    let card = try office.incidentCard(key, for: by)
    var parts: [Report.Part] = [
      .note(Message(.incidentSaved, [card.shortID, card.shown.due.date.description]))
    ]
    parts += OfficeIncidentReport.parts(reminders)
    if card.shown.due.isProvisional { parts.append(.note(Message(.obligationsProvisional))) }
    return .result(
      CommandResult(
        Report(nil, parts),
        .object([
          "incident": card.json,
          "reminders": .array(reminders.map { .string($0.rule.rawValue) }),
        ])))
  }
}

/// Of every site, without the words of households.
struct OfficeIncidentListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpIncidentList, example: "rounds-server incident list --open --json")
  }

  @Flag(help: OfficeHelp.text(.helpIncidentOpen)) var open = false
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = Set(try site.map { try office.site(named: $0) })
    let cards = try office.read { replica in
      try SiteView.all(in: replica).filter { only.isEmpty || only.contains($0.scope) }
        .flatMap { try office.incidentCards(of: $0, on: replica) }
    }.filter { card in
      !card.incident.isVoided && (!open || card.incident.stage != .closed)
    }
    var table = TextTable(
      ([.labelSite] + IncidentRow.headings).map { TextTable.Column(Message($0)) })
    for card in cards {
      table.append([.text(card.site.name), .text(card.shortID)] + card.row.cells)
    }
    return .result(
      CommandResult(
        Report(Message(.incidentsTitle), [.table(table)]),
        .object(["incidents": .array(cards.map(\.json))])))
  }
}

struct OfficeIncidentShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpIncidentShow, example: "rounds-server incident show 3f2a91 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpIncidentArgument)) var incident: String
  @Option(help: OfficeHelp.text(.helpIncidentBy)) var by: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let card = try office.incidentCard(
      try office.incidentKey(named: incident), for: try by.map { try account($0, office) })
    return .result(
      CommandResult(
        OfficeIncidentReport.report(card), .object(["incident": card.json])))
  }
}
