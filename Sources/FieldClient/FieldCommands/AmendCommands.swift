import ArgumentParser
import CommunicationPolicy
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
  @Option(parsing: .unconditional, help: Help.text(.helpOpinionNumber)) var opinion: Int = 1
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
      let amendment = try amendment(value, laptop, context)
      try shown.confirm(.askSave, questions, context)
      key = try ReasonQuestions(questions, context).asking(from: reasons) { reasons in
        try context.holding {
          try laptop.amendVisit(
            named: visit, amendment,
            saw: field == "opinion" ? shown.frontier(ofOpinion: opinion) : shown.frontier,
            reasons: reasons)
        }
      }
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
    return try answer.line(stoppedBy: Message(.stopped))
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
    let key: RecordKey
    if let saw {
      key = try laptop.voidVisit(
        named: visit, reason: reason, saw: try VisitReport.changes(saw))
    } else {
      guard let questions = context.questions else {
        throw FieldFault.wrongUsage(Message(.sawMissing))
      }
      let shown = try ShownVisit(visit, laptop, context)
      try shown.confirm(.askVoid, questions, context)
      key = try context.holding {
        try laptop.voidVisit(named: visit, reason: reason, saw: shown.frontier)
      }
    }
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
      VisitReport.report(card, conflicts, context.language).text(
        context.language, width: 80, colour: .off))
  }

  var frontier: [ChangeID] { card.frontier }

  func frontier(ofOpinion order: Int) -> [ChangeID] {
    card.opinions.first { $0.order == order }?.frontier ?? []
  }

  /// - Throws: `FieldFault.failed` for anything but a yes, `.interrupted` for Ctrl-C.
  func confirm(
    _ phrase: Phrase, _ questions: any QuestionLine, _ context: FieldContext
  ) throws {
    let prompt = phrase.text(in: context.language) + " "
    let typed = try questions.ask(LineQuestion(prompt)).line(stoppedBy: Message(.stopped))
    guard Answers.yesOrNo(typed) == true else { throw FieldFault.failed(Message(.stopped)) }
  }
}

/// Asks the person at the terminal for the reasons that rules want, and does the thing again.
private struct ReasonQuestions {
  private let questions: any QuestionLine
  private let context: FieldContext

  init(_ questions: any QuestionLine, _ context: FieldContext) {
    self.questions = questions
    self.context = context
  }

  /// - Throws: what `act` throws but for questions of reasons; `FieldFault.failed` for an empty one.
  func asking<Result>(
    from given: [String: String], _ act: ([String: String]) throws -> Result
  ) throws -> Result {
    var reasons = given
    while true {
      do { return try act(reasons) } catch FieldFault.reasonsNeeded(let refusals) {
        for refusal in refusals {
          context.say(TerminalText.lines(refusal.why.text(in: context.language)))
          let prompt = Phrase.askReason.text(in: context.language, [refusal.rule]) + " "
          let typed = try questions.ask(LineQuestion(prompt)).line(stoppedBy: Message(.stopped))
          if typed.isBlank { throw FieldFault.failed(Message(.stopped)) }
          reasons[refusal.rule] = typed
        }
      }
    }
  }
}
