package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct IncidentCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "incident", .helpIncident, example: "rounds incident list --open",
      subcommands: [
        IncidentRecordCommand.self, IncidentListCommand.self, IncidentShowCommand.self,
        IncidentTellCommand.self, IncidentConfirmCommand.self, IncidentReadyCommand.self,
        IncidentCloseCommand.self, IncidentVoidCommand.self,
      ])
  }

  package init() {}
}

struct IncidentRecordCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "record", .helpIncidentRecord,
      example: "rounds incident record propertyDamaged 3-1201 --text 寄存的自行车被压坏")
  }

  @Argument(help: Help.text(.helpIncidentKind)) var kind: String
  @Argument(help: Help.text(.helpHouseholdArgument)) var household: String
  @Option(help: Help.text(.helpIncidentContract)) var contract: String = ""
  @Option(help: Help.text(.helpIncidentText)) var text: String = ""
  @Option(help: Help.text(.helpNoticeDepartment)) var department: String?
  @OptionGroup var done: DoneAtOption
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    var input = IncidentInput(
      try Moments.code(kind, as: IncidentKind.self, option: "kind"), of: household,
      foundAt: try done.moment(context), text)
    input.reference = contract
    input.department = try department.map {
      try Moments.code($0, as: Department.self, option: "--department")
    }
    let (card, reminders) = try context.laptop().recordIncident(input, at: site.site)
    var report = Report(
      nil,
      [
        .note(
          Message(
            .incidentSaved, short(card.incident.key.id), card.due.date.description))
      ])
    for reminder in reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    if card.due.isProvisional { report.append(.note(Message(.obligationsProvisional))) }
    return .result(
      CommandResult(
        report,
        .object([
          "incident": IncidentReport.json(card),
          "reminders": .array(reminders.map { .string($0.rule.rawValue) }),
        ])))
  }
}

struct IncidentListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpIncidentList, example: "rounds incident list --json")
  }

  @Flag(help: Help.text(.helpIncidentOpen)) var open = false
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let cards = try laptop.read { replica in
      try laptop.incidents(of: try laptop.site(named: site.site, replica), replica)
    }.filter { card in
      !card.incident.isVoided && (!open || card.incident.stage != .closed)
    }
    var table = TextTable(IncidentRow.headings.map { TextTable.Column(Message($0)) })
    for card in cards {
      table.append([.text(short(card.incident.key.id))] + IncidentReport.row(card).cells)
    }
    return .result(
      CommandResult(
        Report(Message(.incidentsTitle), [.table(table)]),
        .object(["incidents": .array(cards.map(IncidentReport.json))])))
  }
}

struct IncidentShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpIncidentShow, example: "rounds incident show 3f2a91")
  }

  @Argument(help: Help.text(.helpIncidentArgument)) var incident: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.incidentCard(named: incident, $0) }
    return .result(
      CommandResult(
        IncidentReport.report(card), .object(["incident": IncidentReport.json(card)])))
  }
}

struct IncidentTellCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "tell", .helpIncidentTell, example: "rounds incident tell 3f2a91 --channel telephone")
  }

  @Argument(help: Help.text(.helpIncidentArgument)) var incident: String
  @Option(help: Help.text(.helpChannelHeard)) var channel: String = "telephone"
  @Option(help: Help.text(.helpIncidentResponse)) var response: String = ""
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    IncidentReport.done(
      try context.laptop().tellOfIncident(
        named: incident,
        through: try Moments.code(channel, as: Channel.self, option: "--channel"),
        at: try done.moment(context), response: response), context)
  }
}

struct IncidentConfirmCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "confirm", .helpIncidentConfirm,
      example: "rounds incident confirm 3f2a91 --firm --household --agreement 按月付")
  }

  @Argument(help: Help.text(.helpIncidentArgument)) var incident: String
  @Flag(help: Help.text(.helpIncidentFirm)) var firm = false
  @Flag(help: Help.text(.helpIncidentHousehold)) var household = false
  @Option(help: Help.text(.helpIncidentAgreement)) var agreement: String = ""
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    IncidentReport.done(
      try context.laptop().confirmIncident(
        named: incident, byFirm: firm, byHousehold: household, at: try done.moment(context),
        agreement: agreement), context)
  }
}

struct IncidentReadyCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "ready", .helpIncidentReady, example: "rounds incident ready --contract HT-2026-08")
  }

  @Option(help: Help.text(.helpIncidentContract)) var contract: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try context.laptop().requireReady(contract: contract, at: site.site)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.incidentReady, contract))]),
        .object(["contract": .string(contract), "ready": .bool(true)])))
  }
}

struct IncidentCloseCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "close", .helpIncidentClose, example: "rounds incident close 3f2a91 --outcome 已赔偿")
  }

  @Argument(help: Help.text(.helpIncidentArgument)) var incident: String
  @Option(help: Help.text(.helpIncidentOutcome)) var outcome: String = ""
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    IncidentReport.done(
      try context.laptop().closeIncident(named: incident, outcome: outcome), context)
  }
}

struct IncidentVoidCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "void", .helpIncidentVoid, example: "rounds incident void 3f2a91 --reason 记错房号")
  }

  @Argument(help: Help.text(.helpIncidentArgument)) var incident: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    IncidentReport.done(
      try context.laptop().voidIncident(named: incident, reason: reason), context)
  }
}
