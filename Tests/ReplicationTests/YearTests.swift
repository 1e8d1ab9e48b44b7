import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldCommands
import FieldWork
import FuzzTargets
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel

@Suite("A year of a site") struct YearTests {
  @Test(
    "in which everything is done in time owes nothing at any month's end, and prints",
    arguments: [1, 2])
  func consistent(_ seed: UInt64) throws {
    var year = try Year(seed)
    var judged = 0
    try year.play { year, month in
      let (own, firms) = try year.office.read { replica in
        (
          try year.office.obligations(of: year.world.site, on: replica),
          try year.office.companyObligations(on: replica)
        )
      }
      let beside =
        (own + firms).map(\.obligation).filter { $0.rule.rawValue >= "R2" }
        + own.map(\.obligation).filter { [.r1_22, .r1_25, .r1_26].contains($0.rule) }
      let bad = beside.filter { $0.state == .overdue || $0.state == .late }
      #expect(bad.isEmpty, "\(month): \(bad.map { "\($0.rule.rawValue) \($0.due)" })")
      judged += beside.count { $0.state == .met }
      for laptop in year.world.laptops {
        #expect(try year.world.state(laptop) == year.world.officeState())
      }
    }
    #expect(judged > 400)
    #expect(year.notices == 12 + 24 + 2 && year.petitions == 12 && year.answers == 18)
    // 52 weeks of 2026 begin in it; that of 16 February has no working day.
    #expect(year.meetings == 2 * 51)
    let office = year.office
    let emergencies = try office.read { replica in
      try (1...12).reduce(0) { sum, number in
        let month = try #require(CivilMonth(year: 2026, month: number))
        let summary = try office.summary(of: year.world.site, month: month, on: replica)
        return sum + summary.emergencies.count
      }
    }
    #expect(emergencies == year.emergencies && year.emergencies > 0)
    #expect(try office.escalate() == 0, "nothing comes before head office")
    try onPaper(year)
    // A year later all minutes may go, and with them nothing else.
    year.world.clock.set("2028-01-02 08:00")
    let gone = try office.destroyExpired(by: year.affairs)
    #expect(gone.count { $0.retentionClass == .minutes } == year.meetings)
    #expect(gone.count { $0.retentionClass == .petition } == year.petitions)
    #expect(Set(gone.map(\.retentionClass)) == [.minutes, .petition])
  }

  /// Everything of the year that has a sheet, as `rounds print` makes it: each whole, and no two alike.
  private func onPaper(_ year: Year) throws {
    let site = year.world.site
    let (notices, meetings, petitions, surveys) = try year.manager.read { replica in
      let view = SiteView(replica, site)
      return (
        try view.notices().map(\.key.id), try view.meetings().map(\.key.id),
        try view.petitions().map(\.key.id), try view.surveys().map(\.key.id)
      )
    }
    #expect(notices.count == year.notices && petitions.count == year.petitions)
    // The company's own minutes are printed at the office.
    #expect(meetings.count * 2 == year.meetings && surveys.count == 2)
    let context = fieldContext(year.manager, file: [])
    for (what, names) in [
      ("notice", notices), ("minutes", meetings), ("petition", petitions), ("survey", surveys),
    ] {
      let sheets = try names.map { name -> [UInt8] in
        let command = try PrintCommand.parse([what, name.description, "--output", "-"])
        guard case .bytes(let sheet) = try command.run(in: context) else { return [] }
        #expect(String(decoding: sheet, as: UTF8.self).hasSuffix("</html>\n"))
        return sheet
      }
      #expect(Set(sheets).count == names.count, "\(what)")
    }
  }
}
