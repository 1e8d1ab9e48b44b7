import CommunicationPolicy
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

  /// What becomes of a typed answer.
  enum Verdict {
    /// As it is kept in the draft: codes by name, times as whole instants, texts as typed.
    case kept(String)
    /// What is wrong with it, said at its own question.
    case flawed(Message)
  }

  let laptop: Laptop
  let language: Language
  /// The site's code, where the person named one.
  let site: String?

  /// `opinions` is asked by `FormOpinions`.
  static let order = [
    Question(name: "household", phrase: .askHousehold), Question(name: "mode", phrase: .askMode),
    Question(name: "byTelephone", phrase: .askByTelephone),
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
    case "byTelephone": answers.code("mode") != VisitMode.other
    case "agreedWith": answers.code("mode") != VisitMode.door
    case "signatureReason":
      ![SignatureState.refused, .notAsked].contains(answers.code("signature"))
    default: false
    }
  }

  func isAnswered(_ name: String, _ answers: FormAnswers) -> Bool {
    name == "opinions" ? answers.isOpinionsDone : answers.texts[name] != nil
  }

  /// Judges an answer where it is given.
  /// - Throws: `FieldFault.wrongUsage` where the person works at several sites and named none,
  ///   `.refused` when the site is not theirs any more: no answer mends that.
  func verdict(_ name: String, _ typed: String, _ answers: FormAnswers) throws -> Verdict {
    let isText = name == "remark" || name == "confidentialNote"
    let flaw =
      isText
      ? TypedText.flaw(inText: typed, place: name) : TypedText.flaw(inLine: typed, place: name)
    if let flaw { return .flawed(flaw) }
    switch name {
    case "household": return try household(typed)
    case "mode": return code(typed, VisitMode.self) { $0.phrase }
    case "byTelephone":
      guard let answer = typed.isBlank ? false : Answers.yesOrNo(typed) else {
        return .flawed(Message(.notUnderstood, [typed]))
      }
      return .kept(answer ? "yes" : "no")
    case "start": return time(typed, on: LocalTime(laptop.now, in: zone).date, notBefore: nil)
    case "end":
      // A time alone is of the day on which the visit began, or of the night that followed.
      let start = answers.instant("start") ?? laptop.now
      return time(typed, on: LocalTime(start, in: zone).date, notBefore: start)
    case "with": return try companions(typed)
    case "relation": return optional(typed, Relation.self) { $0.phrase }
    case "satisfaction": return optional(typed, SatisfactionGrade.self) { $0.phrase }
    case "signature": return code(typed, SignatureState.self) { $0.phrase }
    case "signatureReason":
      return typed.isBlank ? .flawed(Message(.reasonNeeded)) : .kept(typed)
    default: return .kept(typed.isBlank ? "" : typed)
    }
  }

  /// An answer given before, or what is likely, as it stands in the line to be edited.
  func prefill(_ name: String, _ answers: FormAnswers) -> String {
    switch name {
    case "mode": words(answers.code("mode") ?? VisitMode.door) { $0.phrase }
    case "byTelephone":
      (answers["byTelephone"] == "yes" ? Phrase.labelYes : .labelNo).text(in: language)
    case "start", "end": answers.instant(name)?.wallText(in: zone) ?? ""
    case "with": answers.companions.joined(separator: "、")
    case "relation":
      answers.code("relation").map { (one: Relation) in words(one) { $0.phrase } } ?? ""
    case "satisfaction":
      answers.code("satisfaction").map { (one: SatisfactionGrade) in words(one) { $0.phrase } }
        ?? ""
    case "signature": signaturePrefill(answers)
    default: answers[name] ?? ""
    }
  }

  private func signaturePrefill(_ answers: FormAnswers) -> String {
    // Nobody signs over the telephone (A43).
    let likely: SignatureState? = answers["byTelephone"] == "yes" ? .notApplicable : nil
    return (answers.code("signature") ?? likely).map { one in words(one) { $0.phrase } } ?? ""
  }

  private var zone: ZoneOffset { laptop.environment.zone }

  private func household(_ typed: String) throws -> Verdict {
    // Tab may have put the name after the unit code.
    let code = typed.split(separator: " ").first.map(String.init) ?? ""
    return try laptop.read { replica in
      let site = try laptop.site(named: site, mustBeAssigned: true, replica)
      var flaw = Message(.noSuchHousehold, [typed, site.name])
      for candidate in [typed, code] {
        do {
          return .kept(try laptop.household(candidate, of: site, replica).unitCode)
        } catch FieldFault.failed(let message) { flaw = message } catch FieldFault.wrongUsage(
          let message)
        { flaw = message }
      }
      return .flawed(flaw)
    }
  }

  private func time(
    _ typed: String, on day: CivilDate, notBefore start: Instant?
  ) -> Verdict {
    var instant: Instant
    if let minute = Answers.minuteOfDay(typed) {
      instant = day.at(minuteOfDay: minute, in: zone)
      if let start, instant < start {
        instant = day.advanced(byDays: 1).at(minuteOfDay: minute, in: zone)
      }
    } else {
      do { instant = try Moments.instant(typed, now: laptop.now, zone) } catch {
        return .flawed(Message(.notATime, [typed]))
      }
    }
    guard instant <= laptop.now.advanced(byMilliseconds: 600_000) else {
      return .flawed(Message(.timeAhead, [instant.wallText(in: zone)]))
    }
    return .kept(instant.utcText)
  }

  private func companions(_ typed: String) throws -> Verdict {
    let names = typed.split { ["、", ",", "，", ";", "；"].contains($0) }.map(\.trimmed)
      .filter { !$0.isEmpty }
    do {
      try laptop.read { replica in
        for name in names { _ = try laptop.colleague(named: name, replica) }
      }
    } catch FieldFault.failed(let message) { return .flawed(message) }
    return .kept(names.joined(separator: FormAnswers.separator))
  }

  private func optional<Set: CodeSet>(
    _ typed: String, _: Set.Type, _ phrase: (Set) -> Phrase
  ) -> Verdict {
    typed.isBlank ? .kept("") : code(typed, Set.self, phrase)
  }

  private func code<Set: CodeSet>(
    _ typed: String, _: Set.Type, _ phrase: (Set) -> Phrase
  ) -> Verdict {
    let member: Set? = member(typed, phrase)
    return member.map { .kept($0.name) } ?? .flawed(Message(.notUnderstood, [typed]))
  }

  /// A member of a code set by its name, its number in the menu, or its words.
  func member<Set: CodeSet>(_ typed: String, _ phrase: (Set) -> Phrase) -> Set? {
    if let exact = Set(name: typed) { return exact }
    let all = Array(Set.allCases)
    return Answers.choice(typed, among: all.map { words($0, phrase) }).map { all[$0] }
  }

  private func words<Set: CodeSet>(_ one: Set, _ phrase: (Set) -> Phrase) -> String {
    phrase(one).text(in: language)
  }
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
