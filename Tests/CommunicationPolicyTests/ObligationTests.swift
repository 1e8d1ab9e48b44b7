import CommunicationPolicy
import Testing
import VisitModel

@Suite struct ObligationTests {
  private struct Row: Sendable {
    let claim: String
    let metAt: String?
    let now: String
    let state: ObligationState
    var isWaived = false
  }

  /// Every one is due on 2026-10-05.
  private static let rows = [
    Row(claim: "R1-56 before its day", metAt: nil, now: "2026-10-04 09:00", state: .open),
    Row(claim: "R1-56 in its last second", metAt: nil, now: "2026-10-05 23:59:59", state: .open),
    Row(claim: "R1-56 at midnight", metAt: nil, now: "2026-10-06 00:00", state: .overdue),
    Row(
      claim: "R1-53 done in the last second", metAt: "2026-10-05 23:59:59",
      now: "2026-11-01 09:00", state: .met),
    Row(
      claim: "R1-53 done at midnight", metAt: "2026-10-06 00:00", now: "2026-11-01 09:00",
      state: .late),
    Row(
      claim: "R1-57 let go although it was not done", metAt: nil, now: "2026-11-01 09:00",
      state: .waived, isWaived: true),
    Row(
      claim: "R1-60 told in time", metAt: "2026-10-01 09:00", now: "2026-10-01 10:00",
      state: .met),
    Row(claim: "R1-60 not told yet", metAt: nil, now: "2026-10-07 00:00", state: .overdue),
  ]

  @Test(
    "stands as its day, what was done and the present moment say, to the second", arguments: rows)
  private func states(_ row: Row) throws {
    let due = WorkingCalendar.DueDate(
      date: try #require(CivilDate("2026-10-05")), isProvisional: false)
    let now = try #require(Instant(row.now, defaultZone: .china))
    let metAt = try row.metAt.map { try #require(Instant($0, defaultZone: .china)) }
    let rule = try #require(RuleID(rawValue: String(row.claim.prefix(5))))
    let found = Obligation(
      rule, of: .post(.serviceSupervisor), due: due, metAt: metAt, isWaived: row.isWaived,
      at: now, in: .china)
    #expect(found.state == row.state, "\(row.claim)")
    #expect(found.isEscalated == (row.state == .overdue))
    // "In time" without a number is a target: missed, and nobody's breach (A20).
    let target = Obligation(
      rule, of: .post(.serviceSupervisor), due: due, isTarget: true, metAt: metAt,
      isWaived: row.isWaived, at: now, in: .china)
    #expect(target.state == row.state && !target.isEscalated)
  }

  @Test(
    "is counted once by its rule: in time, late or overdue; open and waived ones are in no rate")
  func timeliness() throws {
    let due = WorkingCalendar.DueDate(
      date: try #require(CivilDate("2026-10-05")), isProvisional: false)
    let now = try #require(Instant("2026-10-20 09:00", defaultZone: .china))
    func one(_ rule: RuleID, _ metAt: String?, isWaived: Bool = false) throws -> Obligation {
      Obligation(
        rule, of: .post(.siteManager), due: due,
        metAt: try metAt.map { try #require(Instant($0, defaultZone: .china)) },
        isWaived: isWaived, at: now, in: .china)
    }
    let rates = Timeliness.of([
      try one(.r1_57, "2026-10-05 10:00"), try one(.r1_53, "2026-10-04 10:00"),
      try one(.r1_53, "2026-10-07 10:00"), try one(.r1_53, nil),
      try one(.r1_53, nil, isWaived: true),
      try one(.r1_36, nil, isWaived: true),
    ])
    #expect(rates.map(\.rule) == [.r1_53, .r1_57])
    #expect(
      rates.map { [$0.inTime, $0.late, $0.overdue, $0.judged] } == [[1, 1, 1, 3], [1, 0, 0, 1]])
  }
}
