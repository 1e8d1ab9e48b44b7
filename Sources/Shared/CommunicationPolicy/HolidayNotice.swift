package import VisitModel

/// What the State Council's notice says of a year: the days that deviate from the weekly pattern.
package struct HolidayNotice: Hashable, Sendable {
  package struct Day: Hashable, Sendable {
    package let date: CivilDate
    package let deviation: WorkingCalendar.Deviation

    package init(date: CivilDate, deviation: WorkingCalendar.Deviation) {
      self.date = date
      self.deviation = deviation
    }
  }

  package let year: Int
  /// Where the notice was published, one address a line; empty if nobody said.
  package let source: String
  /// Each date once, ascending; of the year, or of the one before or after it.
  package let days: [Day]

  /// - Returns: nothing for a year outside 2000 to 2200, a date that is named twice, or one that is
  ///   further away than the years beside it.
  package init?(year: Int, source: String, days: [Day]) {
    guard (2000...2200).contains(year), Set(days.map(\.date)).count == days.count,
      days.allSatisfy({ abs($0.date.year - year) <= 1 })
    else { return nil }
    self.year = year
    self.source = source
    self.days = days.sorted { $0.date < $1.date }
  }
}
