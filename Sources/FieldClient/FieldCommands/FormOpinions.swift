import Console
import FieldWork
import VisitModel
import Wording

/// What a household said, asked one thing after the other: topic and kind by number, the words, and
/// whether an answer is wanted (R1-41, R1-44, R1-51).
struct FormOpinions {
  enum Outcome { case done, back, stopped }

  let questions: any QuestionLine
  let form: FormQuestions
  let say: (Message) -> Void

  /// - Parameter keep: called with each opinion as soon as it is complete, and without the last one
  ///   when the person goes back over it.
  func ask(
    _ answers: inout FormAnswers, keep: (FormAnswers) throws -> Void
  ) throws -> Outcome {
    while true {
      let number = "\(answers.items.count + 1)"
      switch one(number) {
      case .item(let item):
        answers.items.append(item)
        try keep(answers)
      case .none:
        answers.isOpinionsDone = true
        try keep(answers)
        return .done
      case .back:
        guard answers.items.popLast() != nil else { return .back }
        say(Message(.opinionTakenBack, ["\(answers.items.count + 1)"]))
        try keep(answers)
      case .stopped: return .stopped
      }
    }
  }

  private enum Answer { case item(VisitInput.Item), none, back, stopped }

  /// `<` at any of the questions goes back to the first of this opinion, there to the one before.
  private func one(_ number: String) -> Answer {
    while true {
      let topic: Topic
      let topics = Message(.askTopic, [number, menu(Topic.allCases.map(\.phrase))])
      switch choice(topics, { (topic: Topic) in topic.phrase }) {
      case .chosen(let chosen): topic = chosen
      case .empty: return .none
      case .back: return .back
      case .stopped: return .stopped
      }
      let kind: OpinionKind
      let kinds = Message(.askKind, [menu(OpinionKind.allCases.map(\.phrase))])
      switch choice(kinds, { (kind: OpinionKind) in kind.phrase }) {
      case .chosen(let chosen): kind = chosen
      case .empty, .back: continue
      case .stopped: return .stopped
      }
      switch words() {
      case .line("<"): continue
      case .line(let text):
        switch wish() {
        case .line("<"): continue
        case .line(let typed):
          return .item(
            VisitInput.Item(
              topic: topic, kind: kind, text: text,
              wantsFeedback: Answers.yesOrNo(typed) ?? false))
        case .endOfInput, .interrupted, .unreadable: return .stopped
        }
      case .endOfInput, .interrupted, .unreadable: return .stopped
      }
    }
  }

  private enum Choice<Member> { case chosen(Member), empty, back, stopped }

  private func choice<Set: CodeSet>(_ prompt: Message, _ phrase: (Set) -> Phrase) -> Choice<Set> {
    while true {
      switch questions.ask(LineQuestion(prompt.text(in: form.language) + " ")) {
      case .line("<"): return .back
      case .line(""): return .empty
      case .line(let typed):
        if let member: Set = form.member(typed, phrase) { return .chosen(member) }
        say(Message(.notUnderstood, [typed]))
      case .unreadable: say(Message(.typedUnreadable))
      case .endOfInput, .interrupted: return .stopped
      }
    }
  }

  private func words() -> TypedAnswer {
    while true {
      let prompt = Phrase.askOpinionText.text(in: form.language)
      let answer = questions.askLongText(LineQuestion(prompt))
      guard case .line(let text) = answer, text != "<" else { return answer }
      if let flaw = TypedText.flaw(inText: text, place: "opinion") {
        say(flaw)
      } else if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        say(Message(.ruleItemEmptyCure))
      } else {
        return answer
      }
    }
  }

  private func wish() -> TypedAnswer {
    while true {
      let prompt = Phrase.askFeedback.text(in: form.language) + " "
      let answer = questions.ask(LineQuestion(prompt))
      guard case .line(let typed) = answer, typed != "<", !typed.isEmpty,
        Answers.yesOrNo(typed) == nil
      else { return answer }
      say(Message(.notUnderstood, [typed]))
    }
  }

  /// `1 环境卫生  2 绿化 …`
  private func menu(_ phrases: [Phrase]) -> String {
    phrases.enumerated().map { "\($0 + 1) \($1.text(in: form.language))" }
      .joined(separator: "  ")
  }
}
