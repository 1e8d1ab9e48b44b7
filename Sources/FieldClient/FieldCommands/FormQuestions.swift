import Console
import FieldWork
import RecordStore
import VisitModel
import Wording

/// The questions of the form: in which order, in which words, and what makes an answer acceptable.
struct FormQuestions {
  struct Question {
    let name: String
    let phrase: Phrase
    var isLong = false
  }

  let laptop: Laptop
  let language: Language
  /// The site's code, where the person named one.
  let site: String?

  /// `opinions` is asked by `FormOpinions`.
  static let order = [
    Question(name: "household", phrase: .askHousehold), Question(name: "mode", phrase: .askMode),
    Question(name: "start", phrase: .askStart), Question(name: "end", phrase: .askEnd),
    Question(name: "agreedWith", phrase: .askAgreedWith), Question(name: "with", phrase: .askWith),
    Question(name: "met", phrase: .askMet), Question(name: "relation", phrase: .askRelation),
    Question(name: "telephone", phrase: .askTelephone),
    Question(name: "opinions", phrase: .askOpinions),
    Question(name: "satisfaction", phrase: .askSatisfaction),
    Question(name: "remark", phrase: .askRemark, isLong: true),
    Question(name: "confidentialNote", phrase: .askNoteInForm, isLong: true),
    Question(name: "signature", phrase: .askSignature),
    Question(name: "signatureReason", phrase: .askSignatureReason),
  ]

  func isSkipped(_ name: String, _ answers: FormAnswers) -> Bool {
    switch name {
    case "agreedWith": answers["mode"].flatMap(mode) != .door
    case "signatureReason":
      ![.refused, .notAsked].contains(answers["signature"].flatMap(signature))
    default: false
    }
  }

  func isAnswered(_ name: String, _ answers: FormAnswers) -> Bool {
    name == "opinions" ? answers.isOpinionsDone : answers.texts[name] != nil
  }

  /// The answer as it is kept: a time becomes a day and a minute now, because "19:00" said today and
  /// read tomorrow would be another evening.
  func kept(_ name: String, _ typed: String) -> String {
    guard name == "start" || name == "end", let instant = instant(typed) else { return typed }
    return instant.wallText(in: laptop.environment.zone)
  }

  /// What is wrong with an answer, said at its own question.
  func flaw(_ name: String, _ typed: String) throws -> Message? {
    if let flaw = TypedText.flaw(inText: typed, place: name) { return flaw }
    switch name {
    case "household": return try householdFlaw(typed)
    case "mode": return mode(typed) == nil ? Message(.notUnderstood, [typed]) : nil
    case "start", "end": return instant(typed) == nil ? Message(.notATime, [typed]) : nil
    case "relation":
      return typed.isEmpty || relation(typed) != nil ? nil : Message(.notUnderstood, [typed])
    case "satisfaction":
      return typed.isEmpty || satisfaction(typed) != nil ? nil : Message(.notUnderstood, [typed])
    case "signature": return signature(typed) == nil ? Message(.notUnderstood, [typed]) : nil
    case "signatureReason": return typed.isEmpty ? Message(.reasonEmpty) : nil
    default: return nil
    }
  }

  private func householdFlaw(_ typed: String) throws -> Message? {
    do {
      return try laptop.read { replica in
        let site = try laptop.site(named: site, mustBeAssigned: true, replica)
        _ = try laptop.household(typed, of: site, replica)
        return nil
      }
    } catch FieldFault.failed(let message) { return message } catch FieldFault.wrongUsage(
      let message)
    { return message }
  }

  /// Unit codes for what was typed of a code or a name, for Tab.
  func households(_ typed: String) -> [String] {
    do {
      return try laptop.read { replica in
        let site = try laptop.site(named: site, replica)
        return try laptop.findHouseholds(typed, of: site, replica).prefix(20).map(
          \.facts.unitCode)
      }
    } catch {
      // Tab offers nothing; the question itself says what is wrong once it is answered.
      return []
    }
  }

  func input(_ answers: FormAnswers) throws -> VisitInput {
    guard let household = answers["household"], let start = answers["start"].flatMap(instant),
      let end = answers["end"].flatMap(instant)
    else { throw FieldFault.failed(Message(.draftKept)) }
    var input = VisitInput(household: household, start: start, end: end)
    input.id = answers.visit
    input.mode = answers["mode"].flatMap(mode) ?? .door
    input.agreedWith = isSkipped("agreedWith", answers) ? nil : answers["agreedWith"]
    input.with = (answers["with"] ?? "").split { ["、", ",", "，", ";", "；"].contains($0) }
      .map { $0.trimmed }.filter { !$0.isEmpty }
    input.met = answers["met"]
    input.relation = answers["relation"].flatMap(relation)
    input.telephone = answers["telephone"]
    input.items = answers.items
    input.saysNoOpinion = answers.items.isEmpty
    input.satisfaction = answers["satisfaction"].flatMap(satisfaction)
    input.remark = answers["remark"]
    input.confidentialNote = answers["confidentialNote"]
    input.signature = answers["signature"].flatMap(signature)
    input.signatureReason =
      isSkipped("signatureReason", answers) ? nil : answers["signatureReason"]
    for (name, text) in answers.texts where name.utf8.starts(with: "reason.".utf8) {
      input.reasons[String(name.dropFirst(7))] = text
    }
    return input
  }

  private func instant(_ typed: String) -> Instant? {
    do {
      return try Moments.instant(typed, now: laptop.now, laptop.environment.zone)
    } catch { return nil }  // No time: the caller says so.
  }

  func member<Set: CodeSet>(_ typed: String, _ phrase: (Set) -> Phrase) -> Set? {
    if let exact = Set(name: typed) { return exact }
    let all = Array(Set.allCases)
    return Answers.choice(typed, among: all.map { phrase($0).text(in: language) }).map { all[$0] }
  }

  private func mode(_ typed: String) -> VisitMode? { member(typed) { $0.phrase } }
  private func relation(_ typed: String) -> Relation? { member(typed) { $0.phrase } }
  private func satisfaction(_ typed: String) -> SatisfactionGrade? { member(typed) { $0.phrase } }
  private func signature(_ typed: String) -> SignatureState? { member(typed) { $0.phrase } }
}

extension Substring {
  /// Without white space at its ends, the ideographic space included.
  fileprivate var trimmed: String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var scalars = unicodeScalars.drop(while: isSpace)
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
