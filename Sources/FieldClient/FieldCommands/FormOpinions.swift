import CommunicationPolicy
import Console
import FieldWork
import VisitModel
import Wording

/// What a household said, asked one thing after the other: topic and kind by number, the words, and
/// whether an answer is wanted (R1-41, R1-44, R1-51).
struct FormOpinions {
  enum Outcome { case done, back }

  let questions: any QuestionLine
  let form: FormQuestions
  let say: (Message) -> Void

  /// - Parameter keep: called with each opinion as soon as it is complete, and without the last one
  ///   when the person goes back over it.
  /// - Throws: `FieldFault.interrupted` or `.failed` when the person stops; the draft is kept.
  func ask(
    _ answers: inout FormAnswers, keep: (FormAnswers) throws -> Void
  ) throws -> Outcome {
    while answers.items.count < Bounds.opinionsMax {
      switch try one(answers.items.count + 1) {
      case .item(let item):
        answers.items.append(item)
        try keep(answers)
      case .none(let isRestAsked):
        answers.isOpinionsDone = true
        answers.isRestAsked = isRestAsked
        try keep(answers)
        return .done
      case .back:
        guard answers.items.popLast() != nil else { return .back }
        say(Message(.opinionTakenBack, ["\(answers.items.count + 1)"]))
        try keep(answers)
      }
    }
    answers.isOpinionsDone = true
    try keep(answers)
    return .done
  }

  private enum Answer {
    case item(VisitInput.Item)
    /// Nothing more was said; the other topics were asked about, or were not.
    case none(isRestAsked: Bool)
    case back
  }

  /// `<` at any of the questions goes back to the first of this opinion, there to the one before.
  private func one(_ number: Int) throws -> Answer {
    while true {
      // R1-51 wants it said that there was no opinion: an empty line alone does not say so.
      let asked: Phrase = number == 1 ? .askFirstTopic : .askTopic
      let topics = Message(asked, ["\(number)", menu(Topic.allCases.map(\.phrase))])
      let topic: Topic
      switch try choice(topics, isFirst: number == 1, { (one: Topic) in one.phrase }) {
      case .chosen(let chosen): topic = chosen
      case .none(let isRestAsked): return .none(isRestAsked: isRestAsked)
      case .back: return .back
      }
      let kinds = Message(.askKind, [menu(OpinionKind.allCases.map(\.phrase))])
      guard
        case .chosen(let kind) = try choice(
          kinds, isFirst: nil, { (one: OpinionKind) in one.phrase }),
        let text = try words(), let wantsFeedback = try wish(kind)
      else { continue }
      return .item(
        VisitInput.Item(topic: topic, kind: kind, text: text, wantsFeedback: wantsFeedback))
    }
  }

  private enum Choice<Set> {
    case chosen(Set)
    case none(isRestAsked: Bool)
    case back
  }

  /// - Parameter isFirst: of the topics, whether "no opinion" or an empty line ends the list; nothing
  ///   where one must be chosen.
  private func choice<Set: CodeSet>(
    _ prompt: Message, isFirst: Bool?, _ phrase: (Set) -> Phrase
  ) throws -> Choice<Set> {
    while true {
      let typed = try line(prompt)
      if typed == "<" { return .back }
      if isFirst != nil, saysNone(typed) { return .none(isRestAsked: true) }
      if isFirst == false, typed.isBlank { return .none(isRestAsked: false) }
      if let member: Set = form.member(typed, phrase) { return .chosen(member) }
      say(typed.isBlank ? Message(.chooseOne) : Message(.notUnderstood, [typed]))
    }
  }

  private func saysNone(_ typed: String) -> Bool {
    Answers.wholeNumber(typed) == 0 || Answers.yesOrNo(typed) == false
      || ["无意见", "無意見", "none", "no opinion"].contains(Answers.folded(typed))
  }

  /// - Returns: nothing when the person goes back.
  private func words() throws -> String? {
    while true {
      let prompt = Phrase.askOpinionText.text(in: form.language)
      let answer = questions.askLongText(LineQuestion(prompt))
      if answer == .unreadable {
        say(Message(.typedUnreadable))
        continue
      }
      let text = try answer.line(stoppedBy: Message(.draftKept))
      if text == "<" { return nil }
      if let flaw = TypedText.flaw(inText: text, place: "opinion") {
        say(flaw)
      } else if text.isBlank {
        say(Message(.ruleItemEmptyCure))
      } else {
        return text
      }
    }
  }

  /// Whether the household wants to hear back; of a complaint it hears by the complaint procedure
  /// (R1-42).
  /// - Returns: nothing when the person goes back.
  private func wish(_ kind: OpinionKind) throws -> Bool? {
    if kind == .complaint { return false }
    while true {
      let typed = try line(Message(.askFeedback))
      if typed == "<" { return nil }
      if let answer = typed.isBlank ? false : Answers.yesOrNo(typed) { return answer }
      say(Message(.notUnderstood, [typed]))
    }
  }

  private func line(_ prompt: Message) throws -> String {
    while true {
      let answer = questions.ask(LineQuestion(prompt.text(in: form.language) + " "))
      if answer != .unreadable { return try answer.line(stoppedBy: Message(.draftKept)) }
      say(Message(.typedUnreadable))
    }
  }

  /// `1 环境卫生  2 绿化 …`
  private func menu(_ phrases: [Phrase]) -> String {
    phrases.enumerated().map { "\($0 + 1) \($1.text(in: form.language))" }
      .joined(separator: "  ")
  }
}
