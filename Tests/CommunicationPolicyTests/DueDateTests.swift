import CommunicationPolicy
import Testing
import VisitModel

/// A period of working days and the day it leads to.
struct PeriodRow: Sendable, CustomTestStringConvertible {
  let from: String
  let count: Int
  let to: String

  init(_ from: String, _ count: Int, _ to: String) {
    self.from = from
    self.count = count
    self.to = to
  }

  var testDescription: String { "\(from), \(count) working days: \(to)" }
}

private let calendar = WorkingCalendar.standard

/// Every day of 2026.
private let year2026: [CivilDate] = (0..<365).compactMap { offset in
  CivilDate(year: 2026, month: 1, day: 1)?.advanced(byDays: offset)
}

@Suite struct DueDateTests {
  @Test(
    "a period of working days does not count its first day",
    arguments: [
      PeriodRow("2026-09-30", 2, "2026-10-09"), PeriodRow("2026-02-13", 1, "2026-02-14"),
      PeriodRow("2026-02-13", 2, "2026-02-24"), PeriodRow("2026-04-30", 2, "2026-05-07"),
      PeriodRow("2026-05-08", 1, "2026-05-09"), PeriodRow("2026-09-18", 2, "2026-09-21"),
      PeriodRow("2026-11-10", 0, "2026-11-10"), PeriodRow("2026-11-10", -3, "2026-11-10"),
    ])
  func due(_ row: PeriodRow) throws {
    let due = calendar.due(after: try #require(CivilDate(row.from)), workingDays: row.count)
    #expect(due.date.description == row.to)
    #expect(!due.isProvisional)
  }

  @Test(
    "a notice leaves its working days before the activity",
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
  func notice(_ row: PeriodRow) throws {
    let notice = calendar.latestNotice(
      before: try #require(CivilDate(row.from)), workingDays: row.count)
    #expect(notice.date.description == row.to)
    #expect(!notice.isProvisional)
  }

  @Test("the due day is a working day and ends exactly the period", arguments: [1, 2, 5])
  func dueLaw(count: Int) {
    for start in year2026 {
      let due = calendar.due(after: start, workingDays: count).date
      let passed = (start.daysSince1970 + 1...due.daysSince1970)
        .filter { calendar.isWorkingDay(CivilDate(daysSince1970: $0)) }
      #expect(passed.count == count, "\(start)")
      #expect(calendar.isWorkingDay(due), "\(start)")
    }
  }

  @Test("between notice and activity lie exactly the days asked for", arguments: [1, 2, 5])
  func noticeLaw(count: Int) {
    for activity in year2026 {
      let notice = calendar.latestNotice(before: activity, workingDays: count).date
      let passed = (notice.daysSince1970..<activity.daysSince1970)
        .filter { calendar.isWorkingDay(CivilDate(daysSince1970: $0)) }
      #expect(passed.count == count, "\(activity)")
      #expect(calendar.isWorkingDay(notice), "\(activity)")
    }
  }

  @Test(
    "a period that touches a year without a notice goes by the week and says so",
    arguments: [
      PeriodRow("2026-12-31", 2, "2027-01-04"), PeriodRow("2027-03-01", 2, "2027-03-03"),
      PeriodRow("2027-02-05", 1, "2027-02-08"), PeriodRow("2017-06-01", 1, "2017-06-02"),
    ])
  func provisional(_ row: PeriodRow) throws {
    let due = calendar.due(after: try #require(CivilDate(row.from)), workingDays: row.count)
    #expect(due.date.description == row.to)
    #expect(due.isProvisional)
  }

  @Test("a notice for an activity in a year without data says that it is provisional")
  func provisionalNotice() throws {
    let activity = try #require(CivilDate("2027-01-05"))
    #expect(calendar.latestNotice(before: activity, workingDays: 2).isProvisional)
  }

  @Test("a calendar that has learnt the missing year answers for good")
  func learnt() throws {
    let newYear = try #require(CivilDate("2027-01-01"))
    let notice = try #require(
      HolidayNotice(
        year: 2027, source: "",
        days: [.init(date: newYear, deviation: .init(isOff: true, name: "元旦"))]))
    let learnt = calendar.taking([notice])
    let due = learnt.due(after: try #require(CivilDate("2026-12-31")), workingDays: 2)
    #expect(due.date.description == "2027-01-05")
    #expect(!due.isProvisional)
  }

  @Test("counting stops at the last and the first day there is")
  func ends() {
    let last = CivilDate(daysSince1970: CivilDate.latest)
    let first = CivilDate(daysSince1970: CivilDate.earliest)
    #expect(calendar.due(after: last, workingDays: 5).date == last)
    #expect(calendar.latestNotice(before: first, workingDays: 5).date == first)
  }
}
