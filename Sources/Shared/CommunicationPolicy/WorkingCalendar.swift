package import VisitModel

/// The working days of mainland China (calendar.md): Monday to Friday, but for what the State
/// Council's yearly notice says, and a firm's own days off.
package struct WorkingCalendar: Hashable, Sendable {
  package struct Deviation: Hashable, Sendable {
    package let isOff: Bool
    package let name: String

    package init(isOff: Bool, name: String) {
      self.isOff = isOff
      self.name = name
    }
  }

  /// A date that was computed, and whether a year without a notice had a part in it.
  package struct DueDate: Hashable, Sendable {
    package let date: CivilDate
    package let isProvisional: Bool

    package init(date: CivilDate, isProvisional: Bool) {
      self.date = date
      self.isProvisional = isProvisional
    }
  }

  private let notices: [Int: HolidayNotice]
  private let firmDays: [CivilDate: Deviation]
  /// Of all notices, the later year's word last.
  private let deviations: [CivilDate: Deviation]

  /// - Parameters:
  ///   - notices: at most one a year; of two the later in the list counts.
  ///   - firmDays: the firm's own, which go before every notice.
  package init(_ notices: [HolidayNotice], firmDays: [CivilDate: Deviation] = [:]) {
    self.notices = Dictionary(notices.map { ($0.year, $0) }) { $1 }
    self.firmDays = firmDays
    deviations = Dictionary(
      self.notices.values.sorted { $0.year < $1.year }.flatMap(\.days).map {
        ($0.date, $0.deviation)
      }
    ) { $1 }
  }

  /// The notices of 2018 to 2026.
  package static let standard = WorkingCalendar(HolidayTable.notices)

  /// The same calendar with notices that replace what it knew of their years, and the firm's own days.
  package func taking(
    _ newer: [HolidayNotice], firmDays: [CivilDate: Deviation] = [:]
  ) -> WorkingCalendar {
    WorkingCalendar(Array(notices.values) + newer, firmDays: firmDays)
  }

  /// Whether the year's notice is known; without it the weekly pattern alone speaks.
  package func isKnown(_ year: Int) -> Bool { notices[year] != nil }

  package var years: [Int] { notices.keys.sorted() }

  /// Every day of a year that deviates from the weekly pattern, ascending.
  package func deviations(
    in year: Int
  ) -> [(date: CivilDate, deviation: Deviation, isFirms: Bool)] {
    Set(deviations.keys).union(firmDays.keys).filter { $0.year == year }.sorted().compactMap {
      date in
      (firmDays[date] ?? deviations[date]).map { (date, $0, firmDays[date] != nil) }
    }
  }

  package func isWorkingDay(_ date: CivilDate) -> Bool {
    if let deviation = firmDays[date] ?? deviations[date] { return !deviation.isOff }
    return date.weekday != .saturday && date.weekday != .sunday
  }

  /// The last day of a period of working days; the first day is not counted (calendar.md, by analogy
  /// with the Civil Code), and the period ends at 24:00 of the day returned.
  package func due(after start: CivilDate, workingDays count: Int) -> DueDate {
    step(from: start, workingDays: count, by: 1)
  }

  /// The latest day on which a notice still has the given number of working days before an activity.
  package func latestNotice(before activity: CivilDate, workingDays count: Int) -> DueDate {
    step(from: activity, workingDays: count, by: -1)
  }

  private func step(from start: CivilDate, workingDays count: Int, by direction: Int) -> DueDate {
    var date = start
    var left = max(0, count)
    var isProvisional = !isKnown(start.year)
    while left > 0 {
      let next = date.advanced(byDays: direction)
      if next == date { break }
      date = next
      // A later year's notice can still turn this day, so passing it makes the answer provisional.
      if !isKnown(date.year) { isProvisional = true }
      if isWorkingDay(date) { left -= 1 }
    }
    return DueDate(date: date, isProvisional: isProvisional)
  }
}
