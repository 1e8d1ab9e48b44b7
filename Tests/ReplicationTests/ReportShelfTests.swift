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
}
