import CommunicationPolicy
import Console
import FieldWork
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// The interactive form: one question a line, a default where there is one, `<` goes back, and every
/// answer is in a sealed draft before the next question is asked.
struct VisitForm {
  private let laptop: Laptop
  private let questions: any QuestionLine
  private let context: FieldContext
  private let form: FormQuestions
  private let draft: FormDraft
  private let households: HouseholdOffers
  private var answers: FormAnswers

  init(_ laptop: Laptop, _ questions: any QuestionLine, _ context: FieldContext, site: String?) {
    self.laptop = laptop
    self.questions = questions
    self.context = context
    form = FormQuestions(laptop: laptop, language: context.language, site: site)
    draft = FormDraft(laptop, file: context.draft, aside: context.damagedDraft)
    households = HouseholdOffers(laptop, site: site)
    answers = FormAnswers(
      visit: RecordID(prefixOf: laptop.environment.randomness.bytes(16)))
  }

  /// Asks until the visit is saved.
  /// - Throws: `FieldFault.interrupted` after Ctrl-C, `.failed` at the end of input; the draft is kept.
  mutating func fillAndSave() throws -> RecordedVisit {
    try resume()
    let order = FormQuestions.order
    var index =
      order.firstIndex {
        !form.isAnswered($0.name, answers) && !form.isSkipped($0.name, answers)
      } ?? order.count
    while true {
      while index < order.count {
        switch try ask(order[index]) {
        case .next: index += 1
        case .back: index = before(index)
        }
      }
      switch try save() {
      case .saved(let visit): return visit
      case .toMend(let name): index = order.firstIndex { $0.name == name } ?? 0
      }
    }
  }

  private enum Outcome {
    case saved(RecordedVisit)
    /// At this question something has to be put right first.
    case toMend(String)
  }

  private mutating func save() throws -> Outcome {
    while true {
      do {
        let input = try answers.input { form.isSkipped($0, answers) }
        let saved = try context.holding { try laptop.recordVisit(input, at: form.site) }
        try draft.clear()
        return .saved(saved)
      } catch FieldFault.reasonsNeeded(let refusals) {
        for refusal in refusals where try !askReason(refusal) {
          return .toMend(Self.question(toMend: refusal.rule))
        }
      } catch FieldFault.refused(let refusal) where refusal.rule != "F-assigned" {
        say(refusal.why)
        say(refusal.cure)
        return .toMend(Self.question(toMend: refusal.rule))
      } catch FieldFault.failed(let message) {
        // Something has changed since it was answered: the household moved, a colleague left.
        say(message)
        return .toMend("household")
      }
    }
  }

  private enum Move { case next, back }

  private mutating func ask(_ question: FormQuestions.Question) throws -> Move {
    if form.isSkipped(question.name, answers) { return .next }
    if question.name == "opinions" { return try askOpinions() }
    let line = LineQuestion(
      question.phrase.text(in: form.language) + " ",
      prefill: form.prefill(question.name, answers),
      completions: { [households] typed in
        question.name == "household" ? households.beginning(typed) : []
      })
    while true {
      switch question.isLong ? questions.askLongText(line) : questions.ask(line) {
      case .line("<"): return .back
      case .line(let typed):
        switch try form.verdict(question.name, typed, answers) {
        case .flawed(let flaw): say(flaw)
        case .kept(let answer):
          answers.texts[question.name] = answer
          try draft.keep(answers)
          return .next
        }
      case .unreadable: say(Message(.typedUnreadable))
      case .endOfInput: throw FieldFault.failed(Message(.draftKept))
      case .interrupted: throw FieldFault.interrupted(Message(.draftKept))
      }
    }
  }

  private mutating func askOpinions() throws -> Move {
    say(Message(.askOpinions))
    for (index, item) in answers.items.enumerated() {
      say(Message(.opinionSoFar, ["\(index + 1)", item.text]))
    }
    let opinions = FormOpinions(questions: questions, form: form, say: { [self] in say($0) })
    switch try opinions.ask(&answers, keep: { [draft] in try draft.keep($0) }) {
    case .done: return .next
    case .back: return .back
    }
  }

  /// - Returns: whether a reason was given; `<` and an empty line go back instead.
  private mutating func askReason(_ refusal: Refusal) throws -> Bool {
    say(refusal.why)
    let prompt = Phrase.askReason.text(in: form.language, [refusal.rule]) + " "
    let line = LineQuestion(prompt, prefill: answers["reason." + refusal.rule] ?? "")
    while true {
      let typed = try questions.ask(line).line(stoppedBy: Message(.draftKept))
      if typed == "<" || typed.isBlank { return false }
      if let flaw = TypedText.flaw(inText: typed, place: refusal.rule) {
        say(flaw)
        continue
      }
      answers.texts["reason." + refusal.rule] = typed
      try draft.keep(answers)
      return true
    }
  }

  /// The question before, without those that are skipped.
  private func before(_ index: Int) -> Int {
    var index = index
    repeat {
      index -= 1
    } while index > 0
      && form.isSkipped(FormQuestions.order[index].name, answers)
    return max(0, index)
  }

  /// After a block the form goes back to the question that can mend it.
  private static func question(toMend rule: String) -> String {
    switch rule {
    case "R1-35": "with"
    case "R1-43": "mode"
    case "R1-44": "opinions"
    case "R1-46": "agreedWith"
    case "R1-47", "R1-51", "R1-53": "start"
    case "R1-49": "confidentialNote"
    case "R1-52": "signature"
    default: "household"
    }
  }

  /// Offers a draft that an earlier run left, unless its visit was saved already.
  private mutating func resume() throws {
    switch try draft.load() {
    case .nothing: return
    case .unreadable:
      try draft.setAside()
      say(Message(.draftSetAside))
    case .answers(let found):
      if try isSaved(found.visit) {
        say(Message(.draftWasSaved, [short(found.visit)]))
        return try draft.clear()
      }
      let prompt =
        Phrase.askResume.text(
          in: form.language, [found["household"] ?? "", "\(found.texts.count)"]) + " "
      while true {
        let typed = try questions.ask(LineQuestion(prompt)).line(stoppedBy: Message(.draftKept))
        guard let isWanted = typed.isBlank ? true : Answers.yesOrNo(typed) else {
          say(Message(.notUnderstood, [typed]))
          continue
        }
        if isWanted { answers = found }
        return
      }
    }
  }

  private func isSaved(_ visit: RecordID) throws -> Bool {
    try laptop.read { replica in
      do {
        _ = try laptop.record(.visit, named: visit.description, replica)
        return true
      } catch FieldFault.failed { return false }
    }
  }

  private func say(_ message: Message) {
    context.say(TerminalText.lines(message.text(in: form.language)))
  }
}
