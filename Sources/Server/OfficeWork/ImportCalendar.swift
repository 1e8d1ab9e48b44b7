package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import RecordStore
package import VisitModel
import Wording

extension Office {
  /// The working calendar with what was loaded and the firm's own days.
  package func workingCalendar() throws -> WorkingCalendar {
    try read { try $0.workingCalendar(of: company) }
  }

  /// Takes a year's holiday notice in, for every replica. Loaded again, it changes nothing; a corrected
  /// one replaces the year: days that it no longer names are withdrawn.
  /// - Returns: days that are new, that changed, and that are as they were; withdrawn ones changed.
  /// - Throws: `OfficeFault.failed` for a notice without a day, which is no notice yet.
  package func importNotice(_ notice: HolidayNotice) throws -> ImportCounts {
    guard !notice.days.isEmpty else {
      throw OfficeFault.failed(Message(.noticeEmpty, ["\(notice.year)"]))
    }
    return try write { replica in
      let known = try replica.calendarRecords(of: company).notices.first { $0.year == notice.year }
      let before = Dictionary(
        (known?.days ?? []).map { ($0.date, $0.deviation) }, uniquingKeysWith: { $1 })
      let after = Dictionary(
        notice.days.map { ($0.date, $0.deviation) }, uniquingKeysWith: { $1 })
      var counts = ImportCounts()
      var edits: [RecordEdit] = []
      for day in notice.days where before[day.date] != day.deviation {
        if before[day.date] == nil { counts.added += 1 } else { counts.changed += 1 }
        edits.append(dayEdit(day.date, day.deviation, of: notice.year))
      }
      counts.unchanged = notice.days.count - edits.count
      for date in before.keys.sorted() where after[date] == nil {
        counts.changed += 1
        edits.append(
          RecordEdit(
            .calendarDay, dayID(date, notice.year), [CalendarDayField.isWithdrawn: .flag(true)]))
      }
      if edits.isEmpty, known?.source == notice.source { return counts }
      edits.append(
        RecordEdit(
          .calendarYear, RecordIdentity.calendarYear(company: company, year: notice.year),
          [
            CalendarYearField.year: .integer(Int64(notice.year)),
            CalendarYearField.source: .text(notice.source),
            CalendarYearField.loadedAt: .instant(now),
          ]))
      try publish(edits, in: company, on: replica)
      return counts
    }
  }

  /// Sets a day of the firm's own, which goes before every notice, or takes it back.
  /// - Parameter deviation: nothing to take it back.
  /// - Returns: whether anything changed.
  @discardableResult
  package func setFirmDay(
    _ date: CivilDate, _ deviation: WorkingCalendar.Deviation?
  ) throws -> Bool {
    try write { replica in
      let known = try replica.calendarRecords(of: company).firmDays.first { $0.date == date }
      if known?.deviation == deviation { return false }
      let edit =
        deviation.map { dayEdit(date, $0, of: nil) }
        ?? RecordEdit(
          .calendarDay, dayID(date, nil), [CalendarDayField.isWithdrawn: .flag(true)])
      try publish([edit], in: company, on: replica)
      return true
    }
  }

  private func dayID(_ date: CivilDate, _ year: Int?) -> RecordID {
    RecordIdentity.calendarDay(company: company, date: date, year: year)
  }

  private func dayEdit(
    _ date: CivilDate, _ deviation: WorkingCalendar.Deviation, of year: Int?
  ) -> RecordEdit {
    RecordEdit(
      .calendarDay, dayID(date, year),
      [
        CalendarDayField.date: .date(date), CalendarDayField.isOff: .flag(deviation.isOff),
        CalendarDayField.name: .text(deviation.name),
        CalendarDayField.year: year.map { .integer(Int64($0)) },
        CalendarDayField.isWithdrawn: .flag(false),
      ])
  }
}
