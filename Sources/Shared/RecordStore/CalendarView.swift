package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// A day of the firm's own, as the office recorded it.
package struct FirmDay: Hashable, Sendable {
  package let date: CivilDate
  package let deviation: WorkingCalendar.Deviation
}

extension Replica {
  /// The working calendar as this replica knows it: what ships with the program, the notices that an
  /// administrator loaded, and the firm's own days.
  /// - Parameter company: the scope in which they are recorded.
  package func workingCalendar(of company: ScopeID) throws -> WorkingCalendar {
    let known = try calendarRecords(of: company)
    return WorkingCalendar.standard.taking(
      known.notices,
      firmDays: Dictionary(known.firmDays.map { ($0.date, $0.deviation) }) { $1 })
  }

  /// What is recorded beyond what ships: notices by year, the firm's own days by date.
  package func calendarRecords(
    of company: ScopeID
  ) throws -> (notices: [HolidayNotice], firmDays: [FirmDay]) {
    var days: [Int: [HolidayNotice.Day]] = [:]
    var firmDays: [FirmDay] = []
    for (_, state) in try records.states(of: .calendarDay, in: company)
    where !state.flag(CalendarDayField.isWithdrawn) {
      guard let date = state.date(CalendarDayField.date) else { continue }
      let deviation = WorkingCalendar.Deviation(
        isOff: state.flag(CalendarDayField.isOff), name: state.text(CalendarDayField.name) ?? "")
      if let year = state.integer(CalendarDayField.year) {
        days[year, default: []].append(HolidayNotice.Day(date: date, deviation: deviation))
      } else {
        firmDays.append(FirmDay(date: date, deviation: deviation))
      }
    }
    let notices = try records.states(of: .calendarYear, in: company).compactMap { _, state in
      state.integer(CalendarYearField.year).flatMap { year in
        HolidayNotice(
          year: year, source: state.text(CalendarYearField.source) ?? "", days: days[year] ?? [])
      }
    }
    return (
      notices.sorted { $0.year < $1.year }, firmDays.sorted { $0.date < $1.date }
    )
  }
}
