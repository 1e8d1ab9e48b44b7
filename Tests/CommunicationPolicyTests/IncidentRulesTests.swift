import CommunicationPolicy
import Testing
import VisitModel
import Wording

/// Something that is done with an incident, and everything that is said to it.
struct IncidentRow: Sendable, CustomTestStringConvertible {
  /// Begins with the rule it is about.
  let claim: String
  /// Rule, severity and phrase of every finding, in order; none: it is done.
  let expected: [String]
  let found: [String]

  /// - Parameters:
  ///   - turned: what is otherwise than of something told of, and not confirmed.
  ///   - at: when it was done.
  init(
    _ claim: String, _ act: IncidentFacts.Act, _ kind: IncidentKind, _ expected: String...,
    turned: [WritableKeyPath<IncidentFacts, Bool>] = [], at: Instant = november(11, 12),
    recordedAt: Instant = november(11, 12), in zone: ZoneOffset = .china
  ) {
    self.claim = claim
    self.expected = expected
    var facts = IncidentFacts(act, kind, at: at, recordedAt: recordedAt)
    facts.zone = zone
    facts.isTold = true
    for fact in turned { facts[keyPath: fact].toggle() }
    found = IncidentRules.findings(facts).map { "\($0.label) \($0.why.phrase.key)" }
  }

  var testDescription: String { claim }

  static let all: [IncidentRow] = [
    .init("R1-31 written down days later", .record, .contractQuery, recordedAt: november(20, 9)),
    .init(
      "R1-31 a query of which nothing is said", .record, .contractQuery,
      "R1-31 block rule.R1-34.empty", turned: [\.hasText]),
    .init(
      "R1-31 a query about no contract", .record, .contractQuery,
      "R1-31 block rule.R1-31.reference", turned: [\.hasReference]),
    .init(
      "R1-31 ten minutes ahead, on a slow clock", .record, .contractQuery,
      at: november(11, 12, 10)),
    .init(
      "R1-31 more than ten minutes ahead of the clock", .record, .contractQuery,
      "R1-31 block rule.R1-10.future", at: november(11, 12, 11)),
    .init(
      "R1-31 asked weeks later: late is no refusal", .tell, .contractQuery,
      at: november(30, 9), recordedAt: november(30, 9)),
    .init(
      "R1-31 asked when it is closed", .tell, .contractQuery, "R1-31 block rule.R1-34.closed",
      turned: [\.isClosed]),
    .init(
      "R1-31 confirmed before anybody asked", .confirm, .contractQuery,
      "R1-31 block rule.R1-33.told", turned: [\.isTold]),
    .init(
      "R1-32 confirmed by the other side too", .confirm, .contractQuery,
      turned: [\.isFirmConfirmed]),
    .init(
      "R1-32 closed when both sides confirmed", .close, .contractQuery,
      turned: [\.isFirmConfirmed, \.isHouseholdConfirmed]),
    .init(
      "R1-32 closed on the firm's word alone", .close, .contractQuery,
      "R1-32 block rule.R1-32.both", turned: [\.isFirmConfirmed]),
    .init(
      "R1-32 closed before anybody asked", .close, .contractQuery,
      "R1-31 block rule.R1-33.told", "R1-32 block rule.R1-32.both", turned: [\.isTold]),
    .init("R1-33 a change of what was agreed", .record, .contractChange),
    .init(
      "R1-33 a change in no contract", .record, .contractChange,
      "R1-33 block rule.R1-31.reference", turned: [\.hasReference]),
    .init(
      "R1-33 told of weeks later", .tell, .contractChange, at: november(30, 9),
      recordedAt: november(30, 9)),
    .init(
      "R1-33 confirmed before it was told of", .confirm, .contractChange,
      "R1-33 block rule.R1-33.told", turned: [\.isTold]),
    .init(
      "R1-33 closed when both sides confirmed", .close, .contractChange,
      turned: [\.isFirmConfirmed, \.isHouseholdConfirmed]),
    .init(
      "R1-33 closed on the household's word alone", .close, .contractChange,
      "R1-33 block rule.R1-32.both", turned: [\.isHouseholdConfirmed]),
    .init(
      "R1-34 lost, of no contract, recorded in the day's last minute", .record, .propertyLost,
      turned: [\.hasReference], recordedAt: november(11, 23, 59)),
    .init(
      "R1-34 damaged, recorded at midnight", .record, .propertyDamaged,
      "R1-34 reminder rule.R1-34", recordedAt: november(12, 0)),
    .init(
      "R1-34 unfit, found before midnight, recorded after it", .record, .propertyUnfit,
      "R1-34 reminder rule.R1-34", at: november(11, 23, 55), recordedAt: november(12, 0, 5)),
    .init(
      "R1-34 the same minutes where they are of one day", .record, .propertyUnfit,
      at: november(11, 23, 55), recordedAt: november(12, 0, 5), in: .utc),
    .init(
      "R1-34 lost, and nothing is said of it", .record, .propertyLost,
      "R1-34 block rule.R1-34.empty", turned: [\.hasText]),
    .init("R1-34 closed when told of: nobody confirms a loss", .close, .propertyLost),
    .init(
      "R1-34 closed before it was told of", .close, .propertyLost,
      "R1-34 block rule.R1-33.told", turned: [\.isTold]),
  ]
}

/// First and last of the days on which it is found, and the last day for a contract and for
/// property: around the days off and the make-up days of 2026, from a calendar on paper.
private let spans = """
  2025-12-31 2026-01-03 2026-01-05 2026-01-04
  2026-02-12 2026-02-12 2026-02-14 2026-02-13
  2026-02-13 2026-02-13 2026-02-24 2026-02-14
  2026-02-14 2026-02-23 2026-02-25 2026-02-24
  2026-02-27 2026-02-27 2026-03-02 2026-02-28
  2026-04-03 2026-04-06 2026-04-08 2026-04-07
  2026-04-29 2026-04-29 2026-05-06 2026-04-30
  2026-04-30 2026-05-05 2026-05-07 2026-05-06
  2026-05-07 2026-05-07 2026-05-09 2026-05-08
  2026-05-08 2026-05-08 2026-05-11 2026-05-09
  2026-06-18 2026-06-21 2026-06-23 2026-06-22
  2026-09-18 2026-09-19 2026-09-21 2026-09-20
  2026-09-24 2026-09-27 2026-09-29 2026-09-28
  2026-09-29 2026-09-29 2026-10-08 2026-09-30
  2026-09-30 2026-10-07 2026-10-09 2026-10-08
  2026-10-08 2026-10-08 2026-10-10 2026-10-09
  2026-10-09 2026-10-09 2026-10-12 2026-10-10
  2026-12-30 2026-12-30 2027-01-01 2026-12-31
  2026-12-31 2026-12-31 2027-01-04 2027-01-01
  """.split(separator: "\n").map(String.init)

@Suite struct IncidentRulesTests {
  @Test(
    "what is done with an incident gets exactly the findings it deserves",
    arguments: IncidentRow.all)
  func row(_ row: IncidentRow) {
    #expect(row.found == row.expected)
  }

  @Test("every rule about incidents has a case it accepts and one it objects to")
  func bothSides() {
    let judging: Set<String> = ["R1-31", "R1-32", "R1-33", "R1-34"]
    let accepted = IncidentRow.all.filter(\.expected.isEmpty).map { String($0.claim.prefix(5)) }
    let objected = IncidentRow.all.flatMap(\.expected).map { String($0.prefix(5)) }
    #expect(Set(accepted) == judging && Set(objected) == judging)
  }

  @Test("R1-32 a contract without an open query is ready to be signed, one with any is not")
  func readiness() {
    #expect(IncidentRules.readiness(openQueries: 0).isEmpty)
    for count in [1, 2, 17] {
      let found = IncidentRules.readiness(openQueries: count)
      #expect(found.map { "\($0.label) \($0.why.phrase.key)" } == ["R1-32 block rule.R1-32"])
      #expect(found.map(\.why.arguments) == [["\(count)"]])
    }
  }

  @Test(
    "R1-31, R1-33 and R1-34 count working days over the holidays of 2026, day by day",
    arguments: spans)
  func holidays(_ span: String) throws {
    let days = try span.split(separator: " ").map { try #require(CivilDate($0)) }
    for number in days[0].daysSince1970...days[1].daysSince1970 {
      let day = CivilDate(daysSince1970: number)
      for minute in [0, 1439] {
        for kind in IncidentKind.allCases {
          let due = IncidentClock.due(
            kind, foundAt: day.at(minuteOfDay: minute, in: .china), .china, .standard, .standard)
          #expect(due.date == (kind.isContract ? days[2] : days[3]), "\(kind), \(day)")
          #expect(due.isProvisional == (due.date.year > 2026), "\(kind), \(day)")
        }
      }
    }
  }

  @Test("R1-31, R1-33 and R1-34 are kept until the last day's midnight, by the site's clock")
  func limit() {
    var settings = PolicySettings.standard
    settings.contractChangeWorkingDays = 3
    for (kind, rule, day) in [
      (IncidentKind.contractQuery, RuleID.r1_31, "2026-10-09"),
      (.contractChange, .r1_33, "2026-10-10"), (.propertyLost, .r1_34, "2026-10-08"),
      (.propertyDamaged, .r1_34, "2026-10-08"), (.propertyUnfit, .r1_34, "2026-10-08"),
    ] {
      // In Greenwich it is still the 29th.
      let found = moment("2026-09-30 01:00")
      let due = IncidentClock.due(kind, foundAt: found, .china, .standard, settings)
      #expect(due.date.description == day && IncidentClock.rule(of: kind) == rule)
      #expect(IncidentClock.due(kind, foundAt: found, .utc, .standard, settings).date < due.date)
      func state(_ told: Instant?, at now: Instant) -> ObligationState {
        Obligation(rule, of: .post(.siteManager), due: due, metAt: told, at: now, in: .china).state
      }
      let last = moment("\(day) 23:59:59.999")
      let midnight = last.advanced(byMilliseconds: 1)
      #expect(state(last, at: midnight) == .met && state(midnight, at: midnight) == .late)
      #expect(state(nil, at: last) == .open && state(nil, at: midnight) == .overdue)
    }
  }
}
