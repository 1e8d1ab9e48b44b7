import CommunicationPolicy
import Testing
import VisitModel

/// What has to be said so many hours before, to the households or to the customer-service centre.
private struct HoursRow: Sendable, CustomTestStringConvertible {
  let rule: RuleID
  let kind: NoticeKind
  let isRequest: Bool
  let hours: Int64

  init(_ rule: RuleID, _ kind: NoticeKind, _ hours: Int64, isRequest: Bool = false) {
    self.rule = rule
    self.kind = kind
    self.isRequest = isRequest
    self.hours = hours
  }

  var testDescription: String { "\(rule.rawValue) \(kind), \(hours) h" }

  func limit(_ start: Instant) -> LeadTime.Limit? {
    isRequest
      ? LeadTime.ofRequest(kind, start: start, .standard)
      : LeadTime.ofNotice(kind, start: start, in: .china, .standard, .standard)
  }

  static let all = [
    HoursRow(.r1_18, .pestControl, 24, isRequest: true), HoursRow(.r1_19, .pestControl, 12),
    HoursRow(.r1_21, .waterOutage, 32, isRequest: true),
    HoursRow(.r1_21, .powerOutage, 32, isRequest: true),
    HoursRow(.r1_22, .waterOutage, 24), HoursRow(.r1_22, .powerOutage, 24),
  ]
}

/// Every hour of two years from June 2025, and some milliseconds; the last five months lie in 2027,
/// whose working days are not known.
private let starts: [Instant] = {
  let first = moment("2025-06-01 00:00")
  return (0..<17_520).map { hour in
    first.advanced(byMilliseconds: Int64(hour) * 3_600_000 + Int64(hour % 1009))
  }
}()

private func noticeLimit(
  _ kind: NoticeKind, _ start: String, _ settings: PolicySettings = .standard,
  in zone: ZoneOffset = .china
) -> LeadTime.Limit? {
  LeadTime.ofNotice(kind, start: moment(start), in: zone, .standard, settings)
}

/// The shipped settings, with so many days for an activity, or for disturbing repairs.
private func settings(activity: Int = 5, repair: Int = 1) -> PolicySettings {
  var settings = PolicySettings.standard
  settings.activityNoticeWorkingDays = activity
  settings.repairNoticeDays = repair
  return settings
}

@Suite struct LeadTimeTests {
  @Test(
    "a limit in hours is kept at its very moment, and not a millisecond later",
    arguments: HoursRow.all)
  private func hours(_ row: HoursRow) throws {
    let start = moment("2026-11-11 09:00")
    let limit = try #require(row.limit(start))
    #expect(limit.rule == row.rule && !limit.isProvisional)
    for early in [0, 1, 1_000, 86_400_000] {
      let told = start.advanced(byMilliseconds: -row.hours * 3_600_000 - Int64(early))
      #expect(limit.isKept(at: told), "\(early) ms early")
    }
    for late in [1, 999, 1_000, 86_400_000] {
      let told = start.advanced(byMilliseconds: -row.hours * 3_600_000 + Int64(late))
      #expect(!limit.isKept(at: told), "\(late) ms late")
    }
  }

  @Test("whatever the start, a limit in hours lies exactly so long before", arguments: HoursRow.all)
  private func hoursLaw(_ row: HoursRow) {
    let wrong = starts.filter { start in
      row.limit(start)?.moment != start.advanced(byMilliseconds: -row.hours * 3_600_000)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3).map(\.utcText))")
  }

  @Test("work on Monday at 8 is asked for and told of on Sunday, a day of rest or not")
  func monday() {
    let start = moment("2026-11-09 08:00")
    let limits = HoursRow.all.map { $0.limit(start)?.moment.secondText(in: .china) }
    #expect(
      limits == [
        "2026-11-08 08:00:00", "2026-11-08 20:00:00", "2026-11-08 00:00:00",
        "2026-11-08 00:00:00", "2026-11-08 08:00:00", "2026-11-08 08:00:00",
      ])
  }

  @Test(
    "R1-28 disturbing repairs are told of until the day before ends, whatever the hour",
    arguments: ["00:00", "00:00:00.001", "09:00", "23:59:59.999"])
  func repair(_ hour: String) throws {
    let limit = try #require(noticeLimit(.repairDisturbance, "2026-11-11 " + hour))
    #expect(limit.rule == .r1_28 && !limit.isProvisional)
    #expect(limit.isKept(at: moment("2026-11-10 23:59:59")))
    #expect(limit.isKept(at: moment("2026-11-10 23:59:59.999")))
    #expect(!limit.isKept(at: moment("2026-11-11 00:00:00")))
  }

  @Test("R1-28 the site's clock says which day is the day before, and settings how many")
  func repairDays() {
    #expect(
      noticeLimit(.repairDisturbance, "2026-11-11 02:00", in: .utc)?.moment.utcText
        == "2026-11-09T23:59:59.999Z")
    #expect(
      noticeLimit(.repairDisturbance, "2026-11-11 09:00", settings(repair: 3))?.moment
        == moment("2026-11-08 23:59:59.999"))
    #expect(
      noticeLimit(.repairDisturbance, "2026-11-11 09:00", settings(repair: 0))?.moment
        == moment("2026-11-11 09:00"))
    // Days of the calendar are known for every year.
    #expect(noticeLimit(.repairDisturbance, "2027-01-01 09:00")?.isProvisional == false)
  }

  @Test(
    "R1-24 an activity is told of until so many working days before begin",
    arguments: [
      PeriodRow("2026-10-01", 1, "2026-09-30"), PeriodRow("2026-10-01", 2, "2026-09-29"),
      PeriodRow("2026-10-01", 3, "2026-09-28"), PeriodRow("2026-10-01", 5, "2026-09-23"),
      PeriodRow("2026-10-01", 7, "2026-09-21"), PeriodRow("2026-02-17", 1, "2026-02-14"),
      PeriodRow("2026-02-17", 2, "2026-02-13"), PeriodRow("2026-02-17", 3, "2026-02-12"),
      PeriodRow("2026-02-17", 5, "2026-02-10"), PeriodRow("2026-02-17", 7, "2026-02-06"),
      PeriodRow("2026-05-09", 1, "2026-05-08"), PeriodRow("2026-05-09", 2, "2026-05-07"),
      PeriodRow("2026-05-09", 3, "2026-05-06"), PeriodRow("2026-05-09", 5, "2026-04-29"),
      PeriodRow("2026-05-09", 7, "2026-04-27"),
    ])
  func activity(_ row: PeriodRow) throws {
    for hour in ["00:00", "19:30", "23:59:59.999"] {
      let limit = try #require(
        noticeLimit(.activity, "\(row.from) \(hour)", settings(activity: row.count)))
      #expect(limit.rule == .r1_24 && !limit.isProvisional)
      #expect(limit.isKept(at: moment("\(row.to) 23:59:59")))
      #expect(limit.isKept(at: moment("\(row.to) 23:59:59.999")))
      #expect(!limit.isKept(at: moment("\(row.to) 23:59:59.999").advanced(byMilliseconds: 1)))
    }
  }

  @Test("R1-24 without a day to be kept, an activity is told of until it begins")
  func activityAtOnce() {
    let limit = noticeLimit(.activity, "2027-05-09 19:30", settings(activity: 0))
    #expect(limit?.moment == moment("2027-05-09 19:30"))
    #expect(limit?.rule == .r1_24 && limit?.isProvisional == false)
  }

  @Test(
    "limits in days end with a day: the one before the start, or the fifth working day before it",
    arguments: [ZoneOffset.china, .utc])
  func daysLaw(zone: ZoneOffset) {
    let calendar = WorkingCalendar.standard
    var wrong: [Instant] = []
    for start in starts {
      let day = LocalTime(start, in: zone).date
      let limits = [NoticeKind.repairDisturbance, .activity].compactMap {
        LeadTime.ofNotice($0, start: start, in: zone, calendar, .standard)
      }
      let last = limits.map { LocalTime($0.moment, in: zone).date }
      let endsDay = zip(limits, last).allSatisfy { limit, date in
        limit.moment.advanced(byMilliseconds: 1) == date.advanced(byDays: 1).startOfDay(in: zone)
      }
      guard endsDay, last.count == 2, last[0].advanced(byDays: 1) == day, last[1] < day else {
        wrong.append(start)
        continue
      }
      let left = (last[1].daysSince1970..<day.daysSince1970).filter {
        calendar.isWorkingDay(CivilDate(daysSince1970: $0))
      }
      if left.count != 5 || !calendar.isWorkingDay(last[1])
        || limits.map(\.isProvisional) != [false, day.year == 2027]
      {
        wrong.append(start)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3).map(\.utcText))")
  }

  @Test("what has no number in the procedures has no limit")
  func noNumber() {
    let start = moment("2026-11-11 09:00")
    let told = NoticeKind.allCases.filter {
      LeadTime.ofNotice($0, start: start, in: .china, .standard, .standard) != nil
    }
    #expect(
      told == [.pestControl, .waterOutage, .powerOutage, .repairDisturbance, .activity])
    let asked = NoticeKind.allCases.filter {
      LeadTime.ofRequest($0, start: start, .standard) != nil
    }
    #expect(asked == [.pestControl, .waterOutage, .powerOutage])
    for kind in told {
      let limit = LeadTime.ofNotice(kind, start: start, in: .china, .standard, .standard)
      #expect(limit?.rule == kind.leadRule)
    }
  }

  @Test("an obligation by a moment is met at that moment, and late a millisecond after")
  func obligation() throws {
    let limit = try #require(noticeLimit(.waterOutage, "2026-11-11 09:00"))
    let after = limit.moment.advanced(byMilliseconds: 1)
    func one(_ metAt: Instant?, at now: Instant, isWaived: Bool = false) -> Obligation {
      Obligation(
        limit.rule, of: .post(.serviceSupervisor), by: limit, metAt: metAt, isWaived: isWaived,
        at: now, in: .china)
    }
    let states = [
      one(limit.moment, at: after), one(after, at: after), one(nil, at: limit.moment),
      one(nil, at: after), one(nil, at: after, isWaived: true),
    ]
    #expect(states.map(\.state) == [.met, .late, .open, .overdue, .waived])
    #expect(states.map(\.isEscalated) == [false, false, false, true, false])
    #expect(states.allSatisfy { $0.dueText == "2026-11-10 09:00:00" && !$0.isTarget })
    #expect(states.allSatisfy { $0.due.description == "2026-11-10" && $0.dueAt == limit.moment })
  }
}
