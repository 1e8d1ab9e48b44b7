package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct VisitsCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "visits", .helpVisits, example: "rounds visits list --month 2026-09",
      subcommands: [
        VisitsListCommand.self, VisitsShowCommand.self, VisitsAmendCommand.self,
        VisitsVoidCommand.self,
      ])
  }

  package init() {}
}

struct VisitsListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpVisitsList, example: "rounds visits list --json")
  }

  @Option(help: Help.text(.helpMonth)) var month: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let month = try self.month.map { try Moments.month($0, now: laptop.now, site.zone) }
      let visits = try laptop.visits(of: site, month: month, replica)
      let units = Dictionary(
        try SiteView(replica, site.scope).households().map { ($0.key.id, $0.unitCode) }
      ) { a, _ in a }
      var table = TextTable([
        .labelId, .labelUnit, .labelStart, .labelKind, .labelOrganiser, .labelMode, .labelVoided,
      ])
      for visit in visits {
        table.append([
          .text(short(visit.key.id)), .text(units[visit.household] ?? ""),
          .moment(visit.start, site.zone), .words(visit.kind.phrase),
          .words(visit.organiser.phrase), .words(visit.mode.phrase), .flag(visit.isVoided),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object(["visits": .array(visits.map { VisitJSON.summary($0, site.zone) })])))
    }
  }
}

struct VisitsShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpVisitsShow, example: "rounds visits show 3f2a91 --json")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let (key, _) = try laptop.record(.visit, named: visit, replica)
      let card = try laptop.visitCard(key, replica)
      let conflicts = try laptop.conflicts(replica).filter { $0.record == key }
      return .result(
        CommandResult(
          VisitReport.report(card, conflicts), VisitJSON.card(card, conflicts)))
    }
  }
}

struct VisitsAmendCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "amend", .helpVisitsAmend,
      example: "rounds visits amend 3f2a91 --field remark --value 已更正 --saw …")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpField)) var field: String
  @Option(help: Help.text(.helpValue)) var value: String?
  @Option(help: Help.text(.helpOpinionNumber)) var opinion: Int = 1
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let (shown, present) = try laptop.read { replica in
      let (key, _) = try laptop.record(.visit, named: visit, replica)
      return (try frontier(key, laptop, replica), try laptop.visitCard(key, replica))
    }
    let given = try self.saw.map { try VisitReport.changes($0) }
    // Without a token somebody must be there who is shown every present value first.
    guard let saw = given ?? (context.questions == nil ? nil : shown) else {
      throw FieldFault.wrongUsage(Message(.sawMissing))
    }
    var value = value
    if value == nil, let questions = context.questions {
      context.say(
        VisitReport.report(present, try laptop.read { try laptop.conflicts($0) })
          .text(context.language, width: 80, colour: .off))
      if case .line(let typed) = questions.ask(
        LineQuestion(Phrase.labelValue.text(in: context.language) + " "))
      {
        value = typed
      }
    }
    guard let value else { throw FieldFault.wrongUsage(Message(.optionMissing, ["--value"])) }
    let key = try laptop.amendVisit(
      named: visit, try amendment(value, laptop, context), saw: saw)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.amended, [short(key.id)]))]),
        .object(["record": .id(key.id), "type": .string(key.type.name)])))
  }

  private func frontier(
    _ key: RecordKey, _ laptop: Laptop, _ replica: Replica
  ) throws -> [ChangeID] {
    guard field == "opinion" else { return try replica.frontier(of: key) }
    let opinions = try replica.records.members(.opinion, of: key, by: OpinionField.visit)
    return opinions.first { $0.state.integer(OpinionField.order) == opinion }?.state.frontier ?? []
  }

  private func amendment(
    _ value: String, _ laptop: Laptop, _ context: FieldContext
  ) throws -> Amendment {
    let zone = context.environment.zone
    switch field {
    case "place": return .place(value)
    case "met": return .metName(value)
    case "telephone": return .telephone(value)
    case "remark": return .remark(value)
    case "relation": return .relation(try Moments.code(value, as: Relation.self, option: "--value"))
    case "satisfaction":
      return .satisfaction(
        try Moments.code(value, as: SatisfactionGrade.self, option: "--value"))
    case "mode": return .mode(try Moments.code(value, as: VisitMode.self, option: "--value"))
    case "start": return .start(try Moments.instant(value, now: laptop.now, zone))
    case "end": return .end(try Moments.instant(value, now: laptop.now, zone))
    case "opinion": return .opinion(opinion, value)
    default:
      throw FieldFault.wrongUsage(
        Message(.notOneOf, ["--field", field, Phrase.helpField.text(in: .english)]))
    }
  }
}

struct VisitsVoidCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "void", .helpVisitsVoid, example: "rounds visits void 3f2a91 --reason 记错了住户 --saw …")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let shown = try laptop.read { replica in
      try replica.frontier(of: try laptop.record(.visit, named: visit, replica).key)
    }
    let given = try saw.map { try VisitReport.changes($0) }
    guard let saw = given ?? (context.questions == nil ? nil : shown) else {
      throw FieldFault.wrongUsage(Message(.sawMissing))
    }
    let key = try laptop.voidVisit(named: visit, reason: reason, saw: saw)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.voided, [short(key.id)]))]), .object(["visit": .id(key.id)])))
  }
}
