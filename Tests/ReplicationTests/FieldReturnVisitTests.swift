import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("Feedback, calls and who was there")
struct FieldReturnVisitTests {
  private func world(_ roles: [Role] = [.serviceSupervisor]) throws -> (World, Laptop) {
    let world = try World(seed: 45, roles: roles)
    world.clock.set("2026-09-03 08:00")
    return (world, world.laptops[0])
  }

  private func back(
    _ world: World, _ unit: Int, to earlier: String, start: String = "2026-09-02 15:00",
    end: String = "2026-09-02 15:10"
  ) throws -> VisitInput {
    var input = try world.visit(unit, start: start, end: end)
    input.kind = .returnVisit
    input.earlier = earlier
    return input
  }

  @Test("goes back to something of the same household that stands and came before")
  func earlier() throws {
    let (world, laptop) = try world()
    let first = try laptop.recordVisit(try world.visit(1), at: nil).key
    let name = first.id.description
    #expect(
      try refusedRule { _ = try laptop.recordVisit(try back(world, 2, to: name), at: nil) }
        == "R1-41")
    #expect(
      try refusedRule {
        let before = try back(
          world, 1, to: name, start: "2026-09-02 09:00", end: "2026-09-02 09:10")
        _ = try laptop.recordVisit(before, at: nil)
      } == "R1-41")
    let card = try laptop.read { try laptop.visitCard(first, $0) }
    let opinion = try #require(card.opinions.first).key
    let answer = try laptop.recordVisit(
      try back(world, 1, to: opinion.id.description), at: nil)
    let linked = try laptop.read { try laptop.visitCard(answer.key, $0).earlier }
    #expect(linked == opinion)
    _ = try laptop.voidVisit(named: name, reason: "wrong door", saw: card.frontier)
    for earlier in [name, opinion.id.description] {
      #expect(
        try refusedRule { _ = try laptop.recordVisit(try back(world, 1, to: earlier), at: nil) }
          == "R1-41")
    }
  }

  @Test("leaves a drawn household drawn, and belongs to its own month")
  func drawn() throws {
    let (world, laptop) = try world()
    let first = try laptop.recordVisit(
      try world.visit(1, start: "2026-08-20 10:00", end: "2026-08-20 10:20"), at: nil)
    let drawn = try laptop.drawSample(
      month: try #require(CivilMonth("2026-10")), count: 11, reserves: 0, organiser: nil, at: nil)
    #expect(!drawn.entries.contains { $0.household.unitCode == "1-101" })
    let unit = try #require(drawn.entries.first?.household.unitCode)
    let number = try #require(Int(unit.dropFirst(2))) - 100
    let own = try laptop.recordVisit(
      try world.visit(number, start: "2026-09-01 10:00", end: "2026-09-01 10:20"), at: nil)
    #expect(own.month.description == "2026-10")
    let again = try laptop.recordVisit(
      try back(world, 1, to: first.key.id.description), at: nil)
    #expect(again.month.description == "2026-09")
  }

  @Test("to a household that asked to be left alone needs a reason")
  func restricted() throws {
    let (world, laptop) = try world()
    let first = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: try #require(UnitCode("1-101")), kind: .dwelling, occupancy: .occupied, name: "N1",
          telephone: nil, joinedOn: CivilDate("2026-01-01"), isRestricted: true)
      ], of: world.site)
    _ = try laptop.synchronise()
    var answer = try back(world, 1, to: first.key.id.description)
    #expect(try refusedRule { _ = try laptop.recordVisit(answer, at: nil) } == "R1-38")
    answer.reasons = ["R1-38": "they asked for the answer"]
    _ = try laptop.recordVisit(answer, at: nil)
  }

  @Test("by telephone settles no drawn entry and takes no turn")
  func call() throws {
    let (world, laptop) = try world()
    let month = try #require(CivilMonth("2026-09"))
    let drawn = try laptop.drawSample(
      month: month, count: 1, reserves: 0, organiser: nil, at: nil)
    let household = try #require(drawn.entries.first?.household)
    let number = try #require(Int(household.unitCode.dropFirst(2))) - 100
    var call = try world.visit(number)
    call.mode = .other
    call.byTelephone = true
    call.signature = .notApplicable
    let recorded = try laptop.recordVisit(call, at: nil)
    func due() throws -> [String] {
      try laptop.read { replica in
        try laptop.plan(laptop.site(named: nil, replica), month: month, replica).due
          .map(\.household.unitCode)
      }
    }
    #expect(try due() == [household.unitCode])
    let turn = try laptop.read { replica in
      try SiteView(replica, world.site).turnState(round: 1, household: household.key.id)
    }
    #expect(turn?.flag(TurnField.drawnBySite) == true)
    #expect(turn?.winner(TurnField.visited) == nil)
    let state = try laptop.read { try $0.records.state(of: recorded.key) }
    #expect(state?.reference(VisitField.drawEntry) == nil)
    _ = try laptop.recordVisit(
      try world.visit(number, start: "2026-09-02 16:00", end: "2026-09-02 16:20"), at: nil)
    #expect(try due().isEmpty)
  }

  @Test("counts each person present once, however often they are named")
  func colleagues() throws {
    let (world, laptop) = try world([.serviceSupervisor, .serviceOfficer])
    _ = try laptop.synchronise()
    var input = try world.visit(1)
    input.with = ["P1", "P1", "P0"]
    let recorded = try laptop.recordVisit(input, at: nil)
    let card = try laptop.read { try laptop.visitCard(recorded.key, $0) }
    #expect(Set(card.interviewers.map(\.name)) == ["P0", "P1"])
    #expect(card.interviewers.count == 2)
    _ = try laptop.synchronise()
    #expect(try world.state(laptop) == world.officeState())
  }
}
