import CommunicationPolicy
import Console
import FieldWork
import Fingerprint
import TextFormats
import VisitModel
import Wording

/// The interactive form: one question a line, a default where there is one, `<` goes back, and every
/// answer is in a sealed draft before the next question is asked.
struct VisitForm {
  private let laptop: Laptop
  private let questions: any QuestionLine
  private let language: Language
  private let draft: any SecretFile
  private let tell: (String) -> Void
  private let site: String?
  /// Answers by the name of their question.
  private var answers: [String: String] = [:]

  init(
    laptop: Laptop, questions: any QuestionLine, language: Language, draft: any SecretFile,
    say: @escaping (String) -> Void, site: String?
  ) {
    self.laptop = laptop
    self.questions = questions
    self.language = language
    self.draft = draft
    tell = say
    self.site = site
  }

  /// The questions in their order, each with what makes an answer acceptable.
  private static let order: [(name: String, phrase: Phrase)] = [
    ("household", .askHousehold), ("mode", .askMode), ("start", .askStart), ("end", .askEnd),
    ("agreedWith", .askAgreedWith), ("met", .askMet), ("relation", .askRelation),
    ("opinions", .askOpinions), ("satisfaction", .askSatisfaction), ("remark", .askRemark),
    ("signature", .askSignature), ("signatureReason", .askSignatureReason),
  ]

  mutating func fillAndSave() throws -> RecordedVisit {
    try resume()
    var index = firstOpen
    while true {
      while index < Self.order.count {
        switch try ask(Self.order[index]) {
        case .next: index += 1
        case .back: index = max(0, index - 1)
        }
      }
      do {
        let saved = try laptop.recordVisit(try input(), at: site)
        try draft.save([])
        return saved
      } catch FieldFault.reasonsNeeded(let refusals) {
        for refusal in refusals { try askReason(refusal) }
      } catch FieldFault.refused(let refusal) {
        say(refusal.why)
        say(refusal.cure)
        index = try place(toMend: refusal)
      }
    }
  }

  private enum Move { case next, back }

  private mutating func ask(_ question: (name: String, phrase: Phrase)) throws -> Move {
    if isSkipped(question.name) { return .next }
    let prompt = question.phrase.text(in: language) + " "
    let line = LineQuestion(
      prompt, prefill: answers[question.name] ?? suggestion(question.name),
      completions: { _ in [] })
    while true {
      let isLong = question.name == "opinions" || question.name == "remark"
      switch isLong ? questions.askLongText(line) : questions.ask(line) {
      case .line("<"): return .back
      case .line(let typed):
        if let flaw = flaw(question.name, typed) {
          say(flaw)
          continue
        }
        answers[question.name] = typed
        try keepDraft()
        return .next
      case .unreadable: say(Message(.typedUnreadable))
      case .endOfInput, .interrupted: throw FieldFault.failed(Message(.draftKept))
      }
    }
  }

  private mutating func askReason(_ refusal: Refusal) throws {
    say(refusal.why)
    let prompt = Phrase.askReason.text(in: language, [refusal.rule]) + " "
    guard case .line(let typed) = questions.ask(LineQuestion(prompt)), !typed.isEmpty else {
      throw FieldFault.failed(Message(.draftKept))
    }
    answers["reason." + refusal.rule] = typed
    try keepDraft()
  }

  /// After a block the form goes back to the question that can mend it.
  private func place(toMend refusal: Refusal) throws -> Int {
    let name =
      switch refusal.rule {
      case "R1-46": "agreedWith"
      case "R1-51": "start"
      case "R1-52": "signature"
      case "R1-44": "opinions"
      default: "household"
      }
    return Self.order.firstIndex { $0.name == name } ?? 0
  }

  private func isSkipped(_ name: String) -> Bool {
    switch name {
    case "agreedWith": answers["mode"].flatMap(mode) != .door
    case "signatureReason":
      ![.refused, .notAsked].contains(answers["signature"].flatMap(signature))
    default: false
    }
  }

  private func suggestion(_ name: String) -> String {
    switch name {
    case "mode": VisitMode.door.phrase.text(in: language)
    default: ""
    }
  }

  /// What is wrong with an answer, said at its own question.
  private func flaw(_ name: String, _ typed: String) -> Message? {
    if let flaw = TypedText.flaw(inText: typed, place: name) { return flaw }
    switch name {
    case "household":
      do {
        try laptop.read { replica in
          let site = try laptop.site(named: site, mustBeAssigned: true, replica)
          _ = try laptop.household(typed, of: site, replica)
        }
        return nil
      } catch FieldFault.failed(let message) {
        return message
      } catch { return Message(.notUnderstood, [typed]) }
    case "mode": return mode(typed) == nil ? Message(.notUnderstood, [typed]) : nil
    case "start", "end": return instant(typed) == nil ? Message(.notATime, [typed]) : nil
    case "relation":
      return typed.isEmpty || relation(typed) != nil ? nil : Message(.notUnderstood, [typed])
    case "satisfaction":
      return typed.isEmpty || satisfaction(typed) != nil ? nil : Message(.notUnderstood, [typed])
    case "signature": return signature(typed) == nil ? Message(.notUnderstood, [typed]) : nil
    case "signatureReason": return typed.isEmpty ? Message(.reasonEmpty) : nil
    case "opinions":
      return typed.isEmpty || items(typed) != nil ? nil : Message(.opinionForm, [typed])
    default: return nil
    }
  }

  private func input() throws -> VisitInput {
    guard let household = answers["household"], let start = answers["start"].flatMap(instant),
      let end = answers["end"].flatMap(instant)
    else { throw FieldFault.failed(Message(.draftKept)) }
    var input = VisitInput(household: household, start: start, end: end)
    input.mode = answers["mode"].flatMap(mode) ?? .door
    func text(_ name: String) -> String? { answers[name].flatMap { $0.isEmpty ? nil : $0 } }
    input.agreedWith = isSkipped("agreedWith") ? nil : text("agreedWith")
    input.met = text("met")
    input.relation = answers["relation"].flatMap(relation)
    input.items = answers["opinions"].flatMap(items) ?? []
    input.saysNoOpinion = input.items.isEmpty
    input.satisfaction = answers["satisfaction"].flatMap(satisfaction)
    input.remark = text("remark")
    input.signature = answers["signature"].flatMap(signature)
    input.signatureReason = isSkipped("signatureReason") ? nil : text("signatureReason")
    for (name, text) in answers where name.utf8.starts(with: "reason.".utf8) {
      input.reasons[String(name.dropFirst(7))] = text
    }
    return input
  }

  private func instant(_ typed: String) -> Instant? {
    do {
      return try Moments.instant(typed, now: laptop.now, laptop.environment.zone)
    } catch { return nil }
  }

  private func member<Set: CodeSet>(_ typed: String, _ phrase: (Set) -> Phrase) -> Set? {
    if let exact = Set(name: typed) { return exact }
    let all = Array(Set.allCases)
    return Answers.choice(typed, among: all.map { phrase($0).text(in: language) }).map { all[$0] }
  }

  private func mode(_ typed: String) -> VisitMode? { member(typed) { $0.phrase } }
  private func relation(_ typed: String) -> Relation? { member(typed) { $0.phrase } }
  private func satisfaction(_ typed: String) -> SatisfactionGrade? { member(typed) { $0.phrase } }
  private func signature(_ typed: String) -> SignatureState? { member(typed) { $0.phrase } }

  /// One opinion a line: `topic kind text`, where topic and kind may be left out.
  private func items(_ typed: String) -> [VisitInput.Item]? {
    var items: [VisitInput.Item] = []
    for line in typed.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2)
      if words.count == 3,
        let topic: Topic = member(String(words[0]), { $0.phrase }),
        let kind: OpinionKind = member(String(words[1]), { $0.phrase })
      {
        items.append(.init(topic: topic, kind: kind, text: String(words[2])))
      } else {
        items.append(.init(topic: .other, kind: .opinion, text: String(line)))
      }
    }
    return items
  }

  private func say(_ message: Message) {
    tell(TerminalText.lines(message.text(in: language)))
  }

  private var firstOpen: Int {
    Self.order.firstIndex { answers[$0.name] == nil && !isSkipped($0.name) } ?? Self.order.count
  }
}

// The draft: sealed under the laptop's store key, replaced whole after each answer.
extension VisitForm {
  private static let context = Array("rounds draft v1".utf8)

  private func keepDraft() throws {
    let members = answers.keys.sorted().map { JSON.Member($0, .string(answers[$0] ?? "")) }
    let nonce = laptop.environment.randomness.bytes(DataKey.nonceByteCount)
    let sealed = try laptop.secrets.storeKey.seal(
      JSON.object(members).text(), nonce: nonce, context: Self.context)
    try draft.save(nonce + sealed)
  }

  /// Offers a draft that an earlier run left.
  private mutating func resume() throws {
    guard let file = try draft.load(), file.count > DataKey.nonceByteCount else { return }
    let nonce = Array(file.prefix(DataKey.nonceByteCount))
    let plain = try laptop.secrets.storeKey.open(
      Array(file.dropFirst(DataKey.nonceByteCount)), nonce: nonce, context: Self.context)
    guard case .object(let members) = try JSON.parse(plain) else { return }
    var found: [String: String] = [:]
    for member in members {
      if case .string(let text) = member.value { found[member.name] = text }
    }
    let prompt =
      Phrase.askResume.text(
        in: language, [found["household"] ?? "", "\(found.count)"]) + " "
    if case .line(let typed) = questions.ask(LineQuestion(prompt)),
      Answers.yesOrNo(typed) ?? true
    {
      answers = found
    }
  }
}
