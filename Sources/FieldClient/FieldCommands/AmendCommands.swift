import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

// Corrections. Nobody overwrites what they were not shown: a script brings the token of what it was
// shown, a person at a terminal is shown the visit with every value of a conflict, and then asked.

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
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
  @OptionGroup var common: CommonOptions

  func hold(isInteractive: Bool) -> StoreHold { isInteractive && saw == nil ? .perStep : .whole }

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let reasons = try GivenReasons.byRule(reasons)
    let key: RecordKey
    if let saw {
      guard let value else { throw FieldFault.wrongUsage(Message(.optionMissing, ["--value"])) }
      key = try laptop.amendVisit(
        named: visit, try amendment(value, laptop, context),
        saw: try VisitReport.changes(saw), reasons: reasons)
    } else {
      guard let questions = context.questions else {
        throw FieldFault.wrongUsage(Message(.sawMissing))
      }
      let shown = try ShownVisit(visit, laptop, context)
      let value = try value ?? askValue(questions, context)
      try shown.confirm(.askSave, questions, context)
      key = try laptop.amendVisit(
        named: visit, try amendment(value, laptop, context),
        saw: field == "opinion" ? shown.frontier(ofOpinion: opinion) : shown.frontier,
        reasons: reasons)
    }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.amended, [short(key.id)]))]),
        .object(["record": .id(key.id), "type": .string(key.type.name)])))
  }

  private func askValue(
    _ questions: any QuestionLine, _ context: FieldContext
  ) throws -> String {
    let isLong = field == "remark" || field == "opinion"
    let prompt =
      isLong
      ? Phrase.askNewText.text(in: context.language)
      : Phrase.askNewValue.text(in: context.language, [field]) + " "
    let answer =
      isLong ? questions.askLongText(LineQuestion(prompt)) : questions.ask(LineQuestion(prompt))
    guard case .line(let typed) = answer else {
      throw FieldFault.interrupted(Message(.stopped))
    }
    return typed
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

  func hold(isInteractive: Bool) -> StoreHold { isInteractive && saw == nil ? .perStep : .whole }

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let frontier: [ChangeID]
    if let saw {
      frontier = try VisitReport.changes(saw)
    } else {
      guard let questions = context.questions else {
        throw FieldFault.wrongUsage(Message(.sawMissing))
      }
      let shown = try ShownVisit(visit, laptop, context)
      try shown.confirm(.askVoid, questions, context)
      frontier = shown.frontier
    }
    let key = try laptop.voidVisit(named: visit, reason: reason, saw: frontier)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.voided, [short(key.id)]))]), .object(["visit": .id(key.id)])))
  }
}

/// A visit as it was just shown to the person at the terminal, with every value of its conflicts.
private struct ShownVisit {
  private let card: VisitCard

  init(_ visit: String, _ laptop: Laptop, _ context: FieldContext) throws {
    let (card, conflicts) = try laptop.read { replica in
      let (key, _) = try laptop.record(.visit, named: visit, replica)
      return (
        try laptop.visitCard(key, replica), try laptop.conflicts(about: key, replica)
      )
    }
    self.card = card
    context.say(
      VisitReport.report(card, conflicts).text(context.language, width: 80, colour: .off))
  }

  var frontier: [ChangeID] { card.frontier }

  func frontier(ofOpinion order: Int) -> [ChangeID] {
    card.opinions.first { $0.order == order }?.frontier ?? []
  }

  /// - Throws: `FieldFault.interrupted` for anything but a yes.
  func confirm(
    _ phrase: Phrase, _ questions: any QuestionLine, _ context: FieldContext
  ) throws {
    let prompt = phrase.text(in: context.language) + " "
    guard case .line(let typed) = questions.ask(LineQuestion(prompt)),
      Answers.yesOrNo(typed) == true
    else { throw FieldFault.interrupted(Message(.stopped)) }
  }
}
