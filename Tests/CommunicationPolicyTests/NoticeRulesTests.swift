import CommunicationPolicy
import SeededRandom
import Testing
import VisitModel
import Wording

extension NoticeRow {
  /// Pest control from one moment to another, told of long before.
  private static func pest(
    _ claim: String, _ first: String, _ last: String?, _ expected: String? = nil,
    forbidsHolidays: Bool = false
  ) -> NoticeRow {
    var settings = PolicySettings.standard
    settings.forbidsPestControlOnHolidays = forbidsHolidays
    return NoticeRow(
      claim, .issue, .pestControl, [expected].compactMap { $0 }, settings: settings
    ) { $0.move(from: first, to: last) }
  }

  /// On which days (A23).
  static let days: [NoticeRow] = [
    pest("R1-17 on a Wednesday", "2026-11-11 09:00", "2026-11-11 11:00"),
    pest("R1-17 on a Saturday", "2026-11-14 09:00", "2026-11-14 11:00", "R1-17 block rule.R1-17"),
    pest("R1-17 on a Saturday without an end", "2026-11-14 00:00", nil, "R1-17 block rule.R1-17"),
    pest(
      "R1-17 in the last minute of a Sunday", "2026-11-15 23:59", "2026-11-16 02:00",
      "R1-17 block rule.R1-17"),
    pest("R1-17 from the first minute of a Monday", "2026-11-16 00:00", "2026-11-16 02:00"),
    pest(
      "R1-17 a Saturday on which everybody works is a Saturday", "2026-02-14 09:00",
      "2026-02-14 11:00", "R1-17 block rule.R1-17"),
    pest("R1-17 on Friday night until midnight", "2026-11-13 22:00", "2026-11-14 00:00"),
    pest(
      "R1-17 a millisecond beyond Friday's midnight", "2026-11-13 22:00",
      "2026-11-14 00:00:00.001", "R1-17 block rule.R1-17"),
    pest(
      "R1-17 between two Mondays lies a weekend", "2026-11-16 09:00", "2026-11-30 09:00",
      "R1-17 block rule.R1-17"),
    pest(
      "R1-17 a Thursday off needs a reason", "2026-10-01 09:00", "2026-10-01 11:00",
      "R1-17 warning rule.R1-17.holiday"),
    pest(
      "R1-17 a Thursday off where the firm forbids it", "2026-10-01 09:00", "2026-10-01 11:00",
      "R1-17 block rule.R1-17.holiday", forbidsHolidays: true),
    pest(
      "R1-17 no day off where the firm forbids those", "2026-11-11 09:00", "2026-11-11 11:00",
      forbidsHolidays: true),
    pest(
      "R1-17 from a Friday off into a Saturday", "2026-10-02 20:00", "2026-10-03 08:00",
      "R1-17 block rule.R1-17"),
    NoticeRow(
      "R1-17 a department asks for a Sunday", .request, .pestControl, ["R1-17 block rule.R1-17"]
    ) { $0.move(from: "2026-11-15 09:00", to: "2026-11-15 11:00") },
    NoticeRow(
      "R1-17 put off to a Saturday", .amend(movedFrom: november(11, 9)), .pestControl,
      ["R1-17 block rule.R1-17"]
    ) { $0.move(from: "2026-11-14 09:00", to: "2026-11-14 11:00") },
    NoticeRow(
      "R1-17 no emergency opens the weekend", .issue, .pestControl, ["R1-17 block rule.R1-17"]
    ) {
      $0.move(from: "2026-11-14 09:00", to: "2026-11-14 11:00")
      $0.allow(by: .siteManager)
    },
    NoticeRow("R1-20 water may be cut on a Saturday", .issue, .waterOutage) {
      $0.move(from: "2026-11-14 09:00", to: "2026-11-14 11:00")
    },
  ]
}

extension NoticeRow {
  /// Something is done at a moment with what begins on Wednesday 11 November at 9.
  private static func told(
    _ claim: String, _ act: NoticeFacts.Act, _ kind: NoticeKind, _ at: String,
    _ expected: String? = nil, change: (inout NoticeFacts) -> Void = { _ in }
  ) -> NoticeRow {
    NoticeRow(claim, act, kind, [expected].compactMap { $0 }) {
      $0.tell(at: at)
      change(&$0)
    }
  }

  private static let earlier = NoticeFacts.Act.amend(movedFrom: november(13, 9))
  private static let later = NoticeFacts.Act.amend(movedFrom: november(10, 9))

  /// How long before: asked for, issued, put off, hung.
  static let times: [NoticeRow] = [
    told("R1-18 asked 24 h before", .request, .pestControl, "2026-11-10 09:00"),
    told(
      "R1-18 asked a millisecond less before", .request, .pestControl, "2026-11-10 09:00:00.001",
      "R1-18 reminder rule.request.late"),
    told("R1-19 issued 12 h before", .issue, .pestControl, "2026-11-10 21:00"),
    told(
      "R1-19 issued a millisecond less before", .issue, .pestControl, "2026-11-10 21:00:00.001",
      "R1-19 block rule.leadTime"),
    told("R1-21 asked 32 h before", .request, .powerOutage, "2026-11-10 01:00"),
    told(
      "R1-21 asked a millisecond less before", .request, .waterOutage, "2026-11-10 01:00:00.001",
      "R1-21 reminder rule.request.late"),
    told("R1-22 issued exactly 24 h before", .issue, .waterOutage, "2026-11-10 09:00"),
    told(
      "R1-22 issued 23:59:59 before", .issue, .waterOutage, "2026-11-10 09:00:01",
      "R1-22 block rule.leadTime"),
    told(
      "R1-22 issued a millisecond less than 24 h before", .issue, .powerOutage,
      "2026-11-10 09:00:00.001", "R1-22 block rule.leadTime"),
    told("R1-22 an emergency, why, and allowed", .issue, .waterOutage, "2026-11-11 08:59") {
      $0.allow(by: .siteManager)
    },
    told(
      "R1-22 an emergency, and nobody says why", .issue, .waterOutage, "2026-11-11 08:59",
      "R1-22 block rule.emergency.reason"
    ) {
      $0.allow(by: .siteManager)
      $0.hasEmergencyReason = false
    },
    told(
      "R1-22 an emergency that nobody allowed", .issue, .waterOutage, "2026-11-11 08:59",
      "R1-22 block rule.emergency.approver"
    ) { $0.allow(by: nil) },
    told(
      "R1-22 an emergency that an officer allowed", .issue, .waterOutage, "2026-11-11 08:59",
      "R1-22 block rule.emergency.approver"
    ) { $0.allow(by: .serviceOfficer) },
    told("R1-22 earlier, and said in time for that", earlier, .waterOutage, "2026-11-10 09:00") {
      $0.lastTold = november(2, 9)
    },
    told(
      "R1-22 earlier, and said too late for that", earlier, .waterOutage,
      "2026-11-10 09:00:00.001", "R1-22 block rule.leadTime"
    ) { $0.lastTold = november(2, 9) },
    told("R1-22 later, and the first sheet was in time", later, .waterOutage, "2026-11-10 20:00") {
      $0.lastTold = november(10, 9)
    },
    told(
      "R1-22 later, and the first sheet was late for that too", later, .waterOutage,
      "2026-11-10 20:00", "R1-22 block rule.leadTime"
    ) { $0.lastTold = november(10, 9).advanced(byMilliseconds: 1) },
    told(
      "R1-22 later, and no sheet hung", later, .waterOutage, "2026-11-10 20:00",
      "R1-22 block rule.leadTime"),
    told(
      "R1-22 other words for the same time", .amend(movedFrom: nil), .waterOutage,
      "2026-11-11 08:59"),
    told("R1-24 five working days before", .issue, .activity, "2026-11-04 23:59:59.999"),
    told(
      "R1-24 on the day after", .issue, .activity, "2026-11-05 00:00", "R1-24 block rule.leadTime"
    ),
    told("R1-28 the day before", .issue, .repairDisturbance, "2026-11-10 23:59:59.999"),
    told(
      "R1-28 on the day itself", .issue, .repairDisturbance, "2026-11-11 00:00",
      "R1-28 block rule.leadTime"),
    told(
      "R1-22 hung late is known, and hung", .post, .waterOutage, "2026-11-10 09:00:00.001",
      "R1-22 reminder rule.posted.late"),
    told("R1-22 hung late in an emergency", .post, .waterOutage, "2026-11-11 08:59") {
      $0.allow(by: .siteManager)
    },
  ]
}

extension SplitMix64 {
  private mutating func around(_ middle: Instant) -> Instant {
    middle.advanced(byMilliseconds: Int64(below(20 * 1440)) * 60_000 - 10 * 86_400_000)
  }

  /// Anything at all that is done with any notice.
  fileprivate mutating func notice() -> NoticeFacts {
    let acts: [NoticeFacts.Act] = [
      .request, .issue, .amend(movedFrom: nil), .amend(movedFrom: around(november(11, 9))),
      .seal(.company), .post, .archive,
    ]
    let kinds = NoticeKind.allCases
    var facts = NoticeFacts(
      acts[below(acts.count)], kinds[below(kinds.count)], at: around(november(5, 9)),
      recordedAt: november(20, 9))
    facts.form = NoticeForm.allCases[below(NoticeForm.allCases.count)]
    facts.start = below(5) == 0 ? nil : around(november(11, 9))
    facts.end = below(3) == 0 ? nil : around(november(12, 9))
    facts.hasBody = below(4) > 0
    facts.lacksPlaces = below(4) == 0
    facts.isEmergency = below(3) == 0
    facts.hasEmergencyReason = below(2) == 0
    facts.approver = below(2) == 0 ? .siteManager : nil
    facts.isSealed = below(2) == 0
    return facts
  }
}

@Suite struct NoticeRulesTests {
  @Test(
    "what is done with a notice gets exactly the findings it deserves", arguments: NoticeRow.all)
  func row(_ row: NoticeRow) {
    #expect(row.found == row.expected)
  }

  @Test("every rule about notices has a case it accepts and one it objects to")
  func bothSides() {
    // R1-16 asks for signs, and never judges what is done with a sheet.
    let judging: Set<String> = [
      "R1-15", "R1-17", "R1-18", "R1-19", "R1-20", "R1-21", "R1-22", "R1-23", "R1-24", "R1-25",
      "R1-27", "R1-28", "R2-09", "R2-10", "R2-11", "R2-12", "R3-04", "R3-05", "R3-06",
    ]
    let accepted = Set(NoticeRow.all.filter(\.expected.isEmpty).map { String($0.claim.prefix(5)) })
    let objected = Set(NoticeRow.all.flatMap(\.expected).map { String($0.prefix(5)) })
    #expect(accepted == judging)
    #expect(objected == judging)
  }

  @Test("R1-22 only the manager and head office allow a cut at once", arguments: Role.allCases)
  func approver(_ role: Role) {
    var facts = NoticeFacts.unobjectionable(.issue, .powerOutage)
    facts.tell(at: "2026-11-11 08:00")
    facts.allow(by: role)
    let allowed: Set<Role> = [.siteManager, .companyReviewer, .administrator]
    #expect(NoticeRules.findings(facts, .standard, .standard).isEmpty == allowed.contains(role))
  }

  @Test("R1-22 a refusal names the last moment in time, on the site's clock, to the second")
  func limitNamed() {
    var facts = NoticeFacts.unobjectionable(.issue, .waterOutage)
    facts.tell(at: "2026-11-10 12:00")
    func named() -> [[String]] {
      NoticeRules.findings(facts, .standard, .standard).map(\.why.arguments)
    }
    #expect(named() == [["2026-11-10 09:00:00"]])
    facts.zone = .utc
    #expect(named() == [["2026-11-10 01:00:00"]])
  }

  @Test("R1-17 names the first day of the weekend that it is about")
  func dayNamed() {
    var facts = NoticeFacts.unobjectionable(.issue, .pestControl)
    facts.move(from: "2026-11-12 09:00", to: "2026-11-20 09:00")
    let found = NoticeRules.findings(facts, .standard, .standard)
    #expect(found.map(\.why.arguments) == [["2026-11-14"]])
  }

  @Test(
    "R1-19, R1-22, R1-24 and R1-28 remind of a sheet that hangs late, and never forbid it",
    arguments: NoticeKind.allCases)
  func hungLate(_ kind: NoticeKind) {
    var facts = NoticeFacts.unobjectionable(.post, kind)
    let limit = facts.start.flatMap {
      LeadTime.ofNotice(kind, start: $0, in: .china, .standard, .standard)
    }
    for hour in 0..<20 * 24 {
      facts.at = november(1, hour)
      facts.recordedAt = facts.at
      let late = limit.flatMap { facts.at > $0.moment ? $0.rule : nil }
      let found = NoticeRules.findings(facts, .standard, .standard)
      #expect(found.map(\.rule) == [late].compactMap { $0 }, "hour \(hour)")
      #expect(found.allSatisfy { $0.severity == .reminder }, "hour \(hour)")
    }
  }

  @Test(
    "whatever is done, blocks come first, and every mark in a sentence is filled",
    arguments: UInt64(1)...40)
  func laws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let found = NoticeRules.findings(random.notice(), .standard, .standard)
      #expect(found.map(\.severity) == found.map(\.severity).sorted())
      let texts = Language.allCases.flatMap { language in
        found.flatMap { [$0.why, $0.cure] }.map { $0.text(in: language) }
      }
      #expect(texts.allSatisfy { !$0.isBlank && !$0.utf8.contains(0x7B) })
    }
  }
}
