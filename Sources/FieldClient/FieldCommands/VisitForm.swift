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
  private let form: FormQuestions
  private let draft: FormDraft
  private let tell: (String) -> Void
  private var answers: FormAnswers

  init(_ laptop: Laptop, _ questions: any QuestionLine, _ context: FieldContext, site: String?) {
    self.laptop = laptop
    self.questions = questions
    form = FormQuestions(laptop: laptop, language: context.language, site: site)
    draft = FormDraft(laptop, file: context.draft, aside: context.damagedDraft)
    tell = context.say
    answers = FormAnswers(
      visit: RecordID(prefixOf: laptop.environment.randomness.bytes(16)))
  }

  /// Asks until the visit is saved.
  /// - Throws: `FieldFault.interrupted` or `.failed` with the draft kept.
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
      do {
        let saved = try laptop.recordVisit(try form.input(answers), at: form.site)
        try draft.clear()
        return saved
      } catch FieldFault.reasonsNeeded(let refusals) {
        for refusal in refusals { try askReason(refusal) }
      } catch FieldFault.refused(let refusal) {
        say(refusal.why)
        say(refusal.cure)
        index = Self.place(toMend: refusal)
      }
    }
  }

  private enum Move { case next, back }

  private mutating func ask(_ question: FormQuestions.Question) throws -> Move {
    if form.isSkipped(question.name, answers) { return .next }
    if question.name == "opinions" { return try askOpinions() }
    let line = LineQuestion(
      question.phrase.text(in: form.language) + " ",
      prefill: answers[question.name] ?? suggestion(question.name),
      completions: { [form] typed in
        question.name == "household" ? form.households(typed) : []
      })
    while true {
      switch question.isLong ? questions.askLongText(line) : questions.ask(line) {
      case .line("<"): return .back
      case .line(let typed):
        if let flaw = try form.flaw(question.name, typed) {
          say(flaw)
          continue
        }
        answers.texts[question.name] = form.kept(question.name, typed)
        try draft.keep(answers)
        return .next
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
    let (language, tell, draft) = (form.language, tell, draft)
    let opinions = FormOpinions(
      questions: questions, form: form,
      say: { tell(TerminalText.lines($0.text(in: language))) })
    switch try opinions.ask(&answers, keep: { try draft.keep($0) }) {
    case .done: return .next
    case .back: return .back
    case .stopped: throw FieldFault.interrupted(Message(.draftKept))
    }
  }

  private mutating func askReason(_ refusal: Refusal) throws {
    say(refusal.why)
    let prompt = Phrase.askReason.text(in: form.language, [refusal.rule]) + " "
    guard case .line(let typed) = questions.ask(LineQuestion(prompt)), !typed.isEmpty else {
      throw FieldFault.interrupted(Message(.draftKept))
    }
    answers.texts["reason." + refusal.rule] = typed
    try draft.keep(answers)
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
  private static func place(toMend refusal: Refusal) -> Int {
    let name =
      switch refusal.rule {
      case "R1-46": "agreedWith"
      case "R1-51": "start"
      case "R1-52": "signature"
      case "R1-44": "opinions"
      case "R1-49": "confidentialNote"
      default: "household"
      }
    return FormQuestions.order.firstIndex { $0.name == name } ?? 0
  }

  private func suggestion(_ name: String) -> String {
    name == "mode" ? VisitMode.door.phrase.text(in: form.language) : ""
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
      switch questions.ask(LineQuestion(prompt)) {
      case .line(let typed): if Answers.yesOrNo(typed) ?? true { answers = found }
      case .endOfInput, .interrupted, .unreadable:
        throw FieldFault.interrupted(Message(.draftKept))
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
    tell(TerminalText.lines(message.text(in: form.language)))
  }
}
