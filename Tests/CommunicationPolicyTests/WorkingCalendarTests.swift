import CommunicationPolicy
import Testing
import VisitModel

/// The days of a year's months that are worked on, by the notice of that year and the next.
struct YearRow: Sendable, CustomTestStringConvertible {
  let year: Int
  let workingDays: [Int]

  var testDescription: String { "\(year)" }
}

private func days(of month: CivilMonth) -> [CivilDate] {
  (0..<31).map(month.firstDay.advanced(byDays:)).filter { $0.civilMonth == month }
}

private let calendar = WorkingCalendar.standard

@Suite struct WorkingCalendarTests {
  /// Counted by another program from NateScarlet/holiday-cn (commit d4e53bf2143d, MIT); those of
  /// 2026 also by hand from the notice of 4 November 2025.
  @Test(
    "every month has as many working days as the notices leave it",
    arguments: [
      YearRow(year: 2018, workingDays: [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]),
      YearRow(year: 2019, workingDays: [22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
      YearRow(year: 2020, workingDays: [17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23]),
      YearRow(year: 2021, workingDays: [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23]),
      YearRow(year: 2022, workingDays: [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22]),
      YearRow(year: 2023, workingDays: [18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21]),
      YearRow(year: 2024, workingDays: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
      YearRow(year: 2025, workingDays: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
      YearRow(year: 2026, workingDays: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ])
  func monthByMonth(_ row: YearRow) throws {
    for (index, expected) in row.workingDays.enumerated() {
      let month = try #require(CivilMonth(year: row.year, month: index + 1))
      #expect(days(of: month).filter(calendar.isWorkingDay).count == expected, "\(month)")
    }
  }

  @Test("six fifths of the month in 2026 are not working days (A17)")
  func fifths() {
    let off = (1...12).filter { month in
      CivilDate(year: 2026, month: month, day: 5).map(calendar.isWorkingDay) == false
    }
    #expect(off == [4, 5, 7, 9, 10, 12])
  }

  @Test("five Mondays of 2026 are off (A35)")
  func mondays() {
    let off = (1...12).compactMap { CivilMonth(year: 2026, month: $0) }.flatMap(days)
      .filter { $0.weekday == .monday && !calendar.isWorkingDay($0) }
    #expect(
      off.map(\.description)
        == ["2026-02-16", "2026-02-23", "2026-04-06", "2026-05-04", "2026-10-05"])
  }

  @Test("the 2019 notice already spoke of December 2018, and the 2023 one of December 2022")
  func noticeTouchesDecember() {
    let changed = ["2018-12-29", "2018-12-30", "2018-12-31", "2022-12-30", "2022-12-31"]
    #expect(
      changed.compactMap { CivilDate($0) }.map(calendar.isWorkingDay)
        == [true, false, false, true, false])
  }

  @Test("the firm's own days off are off, even on a make-up working day")
  func firmDays() throws {
    let ordinary = try #require(CivilDate("2026-11-10"))
    let makeUp = try #require(CivilDate("2026-05-09"))
    let before = try #require(CivilDate("2026-05-08"))
    let notice = try #require(
      HolidayNotice(
        year: 2026, source: "",
        days: [.init(date: makeUp, deviation: .init(isOff: false, name: ""))]))
    let off = WorkingCalendar.Deviation(isOff: true, name: "厂休")
    let firm = WorkingCalendar([notice], firmDays: [ordinary: off, makeUp: off])
    #expect(!firm.isWorkingDay(ordinary))
    #expect(!firm.isWorkingDay(makeUp))
    #expect(firm.due(after: before, workingDays: 1).date == CivilDate("2026-05-11"))
  }

  @Test("the firm's own working day is one, even on a holiday")
  func firmWorkingDay() throws {
    let holiday = try #require(CivilDate("2026-10-02"))
    let own = calendar.taking([], firmDays: [holiday: .init(isOff: false, name: "值班")])
    #expect(own.isWorkingDay(holiday) && !calendar.isWorkingDay(holiday))
    #expect(own.deviations(in: 2026).filter(\.isFirms).map(\.date) == [holiday])
  }

  @Test("a notice replaces its year and adds to the Decembers beside it, in any order of loading")
  func replaced() throws {
    func day(_ text: String, off: Bool) throws -> HolidayNotice.Day {
      .init(date: try #require(CivilDate(text)), deviation: .init(isOff: off, name: "x"))
    }
    let added = [try day("2026-12-31", off: true), try day("2027-02-05", off: true)]
    let of2027 = try #require(HolidayNotice(year: 2027, source: "", days: added))
    let kept = [try day("2026-01-02", off: true)]
    let corrected = try #require(HolidayNotice(year: 2026, source: "", days: kept))
    let learnt = calendar.taking([of2027, corrected])
    #expect(learnt == calendar.taking([corrected, of2027]))
    #expect(learnt.isKnown(2027))
    let off = ["2026-12-31", "2027-02-05", "2026-01-02"].compactMap { CivilDate($0) }
    #expect(off.allSatisfy { !learnt.isWorkingDay($0) })
    // What the corrected notice no longer says.
    let dropped = try #require(CivilDate("2026-10-02"))
    #expect(learnt.isWorkingDay(dropped))
    // 2019's notice spoke of December 2018, and loading 2018's anew leaves that alone.
    let only = [try day("2018-10-01", off: true)]
    let of2018 = try #require(HolidayNotice(year: 2018, source: "", days: only))
    let lastDay = try #require(CivilDate("2018-12-31"))
    #expect(!calendar.taking([of2018]).isWorkingDay(lastDay))
  }

  @Test("the notices of 2018 to 2026 are known, and no others", arguments: 2016...2028)
  func known(year: Int) {
    #expect(calendar.isKnown(year) == (2018...2026).contains(year))
  }
}
