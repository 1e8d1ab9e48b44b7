import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

private let september = CivilMonth(containing: .init(daysSince1970: 20_698))

/// Work entered, or learnt of, after the round or the family has changed.
@Suite struct LateWorkTests {
  private func row(_ unit: String, _ occupancy: Occupancy, joined: String? = nil) throws
    -> HouseholdRow
  {
    HouseholdRow(
      unit: try #require(UnitCode(unit)), kind: .dwelling, occupancy: occupancy, name: nil,
      telephone: nil, joinedOn: joined.flatMap { CivilDate($0) }, isRestricted: false)
  }

  private func written(_ world: World, _ visit: RecordKey) throws -> VisitSummary {
    let state = try world.laptops[0].read { try $0.records.state(of: visit) }
    return try #require(state.flatMap { VisitSummary(visit, $0) })
  }

  @Test("a unit whose next family is announced still means the family that lives there")
  func announced() throws {
    let world = try World(seed: 71, households: 6, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-04 09:00")
    let before = Set(
      try laptop.read { try SiteView($0, world.site).households() }.map(\.key.id))
    _ = try world.office.importHouseholds(
      (1...6).map { try row("1-\(100 + $0)", .occupied, joined: "2026-09-20") }, of: world.site)
    _ = try laptop.synchronise()
    for unit in 1...6 {
      let made = try laptop.recordVisit(try world.visit(unit), at: nil)
      let visit = try written(world, made.key)
      #expect(before.contains(visit.household))
      #expect(visit.isCountable)
    }
  }

  @Test("a visit entered after the family left is the visit of the family that was there (R1-53)")
  func left() throws {
    let world = try World(seed: 72, households: 6, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    let before = Set(
      try laptop.read { try SiteView($0, world.site).households() }.map(\.key.id))
    world.clock.set("2026-09-04 09:00")
    _ = try world.office.importHouseholds(
      [try row("1-101", .vacant), try row("1-102", .occupied, joined: "2026-09-04")],
      of: world.site)
    _ = try laptop.synchronise()
    // Both visits were on the 2nd.
    for unit in 1...2 {
      let made = try laptop.recordVisit(try world.visit(unit), at: nil)
      let visit = try written(world, made.key)
      #expect(before.contains(visit.household))
      #expect(visit.isCountable)
    }
  }

  @Test("whoever knows that a round is closed makes no visit in it, whatever was drawn there")
  func drawOfClosedRound() throws {
    let world = try World(
      seed: 73, households: 4, roles: [.serviceSupervisor, .serviceOfficer])
    let (east, west) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-04 09:00")
    _ = try world.office.setSlots(
      [("east", east.account), ("west", west.account)], of: world.site)
    for laptop in [east, west] { _ = try laptop.synchronise() }
    let sample = try east.drawSample(
      month: september, count: 4, reserves: 0, organiser: nil, at: nil)
    for unit in 1...4 { _ = try west.recordVisit(try world.visit(unit), at: nil) }
    _ = try west.synchronise()
    #expect(try world.office.closeCompleteRounds() == 1)
    _ = try east.synchronise()
    // The draw came after its round was closed; nobody waits for it any longer.
    #expect(try world.office.expireDraws() == 1)
    var input = try world.visit(1)
    input.household = try #require(sample.entries.first).household.unitCode
    let made = try east.recordVisit(input, at: nil)
    #expect(made.round == 2)
  }
}
