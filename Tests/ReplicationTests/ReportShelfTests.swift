import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

private let september = CivilMonth(containing: .init(daysSince1970: 20_698))

@Suite("A report on the shelf")
struct ReportShelfTests {
  private func figures(_ world: World) throws -> (kept: Int, computed: Int, open: Int) {
    let office = world.office
    return try office.read { replica in
      let view = SiteView(replica, world.site)
      let site = try #require(try view.facts())
      let kept = try office.report(of: september, at: site, on: replica)
      let computed = try view.report(of: september, at: office.now)
      #expect(kept.figures == computed.figures)
      #expect(kept.progress == computed.progress)
      #expect(kept.cases == computed.cases)
      let year = try office.year(to: september, at: site, on: replica)
      #expect(try year == view.tallies(of: year.map(\.month)))
      #expect(year.map(\.month).first == CivilMonth("2025-10") && year.count == 12)
      #expect(year.last?.counted ?? 0 == computed.figures.counted)
      return (kept.figures.counted, computed.figures.counted, kept.progress.open)
    }
  }

  @Test("is the computed one after every visit, void, move and day")
  func fresh() throws {
    let world = try World(seed: 60, households: 6, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-04 09:00")
    #expect(try figures(world).kept == 0)
    let made = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.recordVisit(try world.visit(2), at: nil)
    _ = try laptop.synchronise()
    #expect(try figures(world).kept == 2)
    #expect(try figures(world).kept == 2)
    let saw = try laptop.read { try $0.records.state(of: made.key)?.frontier ?? [] }
    _ = try laptop.voidVisit(
      named: made.key.id.description, reason: "typed for another", saw: saw)
    _ = try laptop.synchronise()
    #expect(try figures(world).kept == 1)
    let open = try figures(world).open
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: try #require(UnitCode("1-103")), kind: .dwelling, occupancy: .vacant, name: nil,
          telephone: nil, joinedOn: nil, isRestricted: false)
      ], of: world.site)
    #expect(try figures(world).open == open - 1)
    // Announced for the 20th: the day alone changes the answer.
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: try #require(UnitCode("1-103")), kind: .dwelling, occupancy: .occupied, name: nil,
          telephone: nil, joinedOn: CivilDate("2026-09-20"), isRestricted: false)
      ], of: world.site)
    #expect(try figures(world).open == open - 1)
    world.clock.set("2026-09-21 09:00")
    #expect(try figures(world).open == open)
  }

  @Test("has a year of months, of which none is 0 that is not known")
  func year() throws {
    let world = try World(seed: 61, households: 6, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-04 09:00")
    func last() throws -> (year: [MonthPoint], said: Int) {
      try world.office.read { replica in
        let view = SiteView(replica, world.site)
        let site = try #require(try view.facts())
        let said = try view.said(of: september)
        let summary = try world.office.summary(of: world.site, month: september, on: replica)
        #expect(said == summary.content.matters)
        return (
          try world.office.year(to: september, at: site, on: replica),
          said.values.reduce(0, +)
        )
      }
    }
    let before = try last()
    #expect(before.year.allSatisfy { $0.quota == nil && $0.counted == nil } && before.said == 0)
    let made = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    #expect(try last().year.last?.counted == 1 && last().said == 1)
    #expect(try last().year.last?.quota == nil, "nobody counted who lives there")
    _ = try world.office.takeFrames(of: september)
    let framed = try #require(try last().year.last)
    let quota = try world.office.read {
      try SiteView($0, world.site).report(of: september, at: world.office.now).quota.count
    }
    #expect(framed.quota == quota && framed.counted == 1)
    let saw = try laptop.read { try $0.records.state(of: made.key)?.frontier ?? [] }
    _ = try laptop.voidVisit(named: made.key.id.description, reason: "typed twice", saw: saw)
    _ = try laptop.synchronise()
    let voided = try last()
    #expect(voided.year.last?.counted == 0 && voided.said == 0, "known to be none")
    #expect(voided.year.dropLast().allSatisfy { $0.counted == nil })
    // The year before the first has no months.
    let start = try #require(CivilMonth(year: 1, month: 1))
    try world.office.read { replica in
      let site = try #require(try SiteView(replica, world.site).facts())
      #expect(try world.office.year(to: start, at: site, on: replica).map(\.month) == [start])
    }
  }
}
