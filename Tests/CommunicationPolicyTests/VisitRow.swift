import CommunicationPolicy
import Testing
import VisitModel

/// A moment of November 2026 on a wall clock in China.
func november(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
  let first = CivilDate(year: 2026, month: 11, day: 1) ?? CivilDate(daysSince1970: 0)
  return first.advanced(byDays: day - 1).at(minuteOfDay: hour * 60 + minute, in: .china)
}

extension VisitFacts {
  /// A visit to which no rule objects: at the door by appointment, one opinion, signed, entered the
  /// same evening.
  static var unobjectionable: VisitFacts {
    var facts = VisitFacts(
      start: november(10, 19), end: november(10, 19, 30), recordedAt: november(10, 20))
    facts.appointment = AgreedWindow(
      start: november(10, 18, 45), end: november(10, 19, 15), agreedAt: november(8, 10))
    facts.items = [Item(topic: .cleaning, kind: .opinion, hasText: true)]
    facts.signature = .signed
    return facts
  }

  /// Shifts a visit to other hours, agreed and entered accordingly.
  mutating func move(from start: Instant, to end: Instant) {
    self.start = start
    self.end = end
    recordedAt = end
    appointment = AgreedWindow(start: start, end: end, agreedAt: november(8, 10))
  }
}

/// One case of a rule: what differs from the unobjectionable visit, and everything that is said.
struct VisitRow: Sendable, CustomTestStringConvertible {
  /// Begins with the rule it is about.
  let claim: String
  /// Rule and severity of every finding, in order; none: the visit is accepted as it is.
  let findings: [String]
  var settings = PolicySettings.standard
  let change: @Sendable (inout VisitFacts) -> Void

  init(
    _ claim: String, _ findings: [String] = [], settings: PolicySettings = .standard,
    _ change: @escaping @Sendable (inout VisitFacts) -> Void
  ) {
    self.claim = claim
    self.findings = findings
    self.settings = settings
    self.change = change
  }

  var testDescription: String { claim }

  var rule: String { String(claim.prefix(5)) }

  var found: [Finding] {
    var facts = VisitFacts.unobjectionable
    change(&facts)
    return VisitRules(settings).findings(facts)
  }
}

extension Finding {
  /// `R1-46 block`
  var label: String { "\(rule.rawValue) \(severity)" }
}
