import CommunicationPolicy
import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The working calendar")
struct CalendarTests {
  private func notice(_ year: Int, _ days: [(String, Bool)]) throws -> HolidayNotice {
    let days = try days.map { text, isOff in
      HolidayNotice.Day(
        date: try #require(CivilDate(text)), deviation: .init(isOff: isOff, name: "元旦"))
    }
    return try #require(
      HolidayNotice(year: year, source: "https://example.org/\(year)", days: days))
  }

  private func calendar(_ world: World, _ laptop: Int) throws -> WorkingCalendar {
    try world.laptops[laptop].read { try $0.workingCalendar(of: world.office.company) }
  }

  @Test("that the office loads is every laptop's after its next sync, and makes dates final")
  func loaded() throws {
    let world = try World(seed: 61, roles: [.serviceOfficer])
    let end = try #require(CivilDate("2026-12-31"))
    #expect(try calendar(world, 0).due(after: end, workingDays: 1).isProvisional)
    let counts = try world.office.importNotice(
      try notice(2027, [("2027-01-01", true), ("2027-01-02", false)]))
    #expect(counts.added == 2)
    _ = try world.laptops[0].synchronise()
    let due = try calendar(world, 0).due(after: end, workingDays: 1)
    #expect(!due.isProvisional)
    #expect(due.date == CivilDate("2027-01-02"))
    #expect(try calendar(world, 0) == world.office.workingCalendar())
  }

  @Test("loaded again changes nothing; a corrected notice withdraws what it no longer names")
  func corrected() throws {
    let world = try World(seed: 62, roles: [])
    let first = try notice(2027, [("2027-01-01", true), ("2027-01-02", false)])
    _ = try world.office.importNotice(first)
    let bundles = try world.office.verify().bundles
    let again = try world.office.importNotice(first)
    #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
    #expect(try world.office.verify().bundles == bundles)
    let corrected = try notice(2027, [("2027-01-01", true), ("2027-01-04", true)])
    let counts = try world.office.importNotice(corrected)
    #expect((counts.added, counts.changed, counts.unchanged) == (1, 1, 1))
    let saturday = try #require(CivilDate("2027-01-02"))
    #expect(try !world.office.workingCalendar().isWorkingDay(saturday))
    // What was withdrawn can be said again.
    #expect(try world.office.importNotice(first).added == 1)
    #expect(try world.office.workingCalendar().isWorkingDay(saturday))
  }

  @Test("refuses a file without a day: the notice is not out, and the year stays provisional")
  func empty() throws {
    let world = try World(seed: 63, roles: [])
    #expect(throws: OfficeFault.self) { try world.office.importNotice(try notice(2027, [])) }
    #expect(try !world.office.workingCalendar().isKnown(2027))
  }

  @Test("lets the firm's own word go before the notice, until it is taken back")
  func firmDays() throws {
    let world = try World(seed: 64, roles: [.serviceOfficer])
    let day = try #require(CivilDate("2026-12-24"))
    let off = WorkingCalendar.Deviation(isOff: true, name: "司庆")
    #expect(try world.office.setFirmDay(day, off))
    #expect(try !world.office.setFirmDay(day, off))
    _ = try world.laptops[0].synchronise()
    #expect(try !calendar(world, 0).isWorkingDay(day))
    #expect(try world.office.setFirmDay(day, nil))
    #expect(try !world.office.setFirmDay(day, nil))
    _ = try world.laptops[0].synchronise()
    #expect(try calendar(world, 0).isWorkingDay(day))
    #expect(try calendar(world, 0) == .standard)
  }
}
