import ConflictFreeRecords
import FieldWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The signature of a visit")
struct FieldSignTests {
  @Test("does not apply to a call, and nobody can give one over the telephone (A43)")
  func telephone() throws {
    let world = try World(seed: 42, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    var call = try world.visit(1)
    call.mode = .other
    call.byTelephone = true
    #expect(try refusedRule { _ = try laptop.recordVisit(call, at: nil) } == "R1-52")
    call.signature = .notApplicable
    let visit = try laptop.recordVisit(call, at: nil).key.id.description
    #expect(try refusedRule { _ = try laptop.signVisit(named: visit, .signed) } == "R1-52")
    _ = try laptop.signVisit(named: visit, .notApplicable)
    let met = try laptop.recordVisit(try world.visit(2), at: nil).key.id.description
    #expect(
      try refusedRule { _ = try laptop.signVisit(named: met, .notApplicable) } == "R1-52")
    _ = try laptop.signVisit(named: met, .refused(reason: "not used to it"))
  }

  @Test("taken on two laptops at once is not settled unseen")
  func conflict() throws {
    let world = try World(seed: 43, roles: [.serviceOfficer, .serviceSupervisor])
    let (a, b) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let visit = try a.recordVisit(try world.visit(1), at: nil).key
    for laptop in [a, b] { _ = try laptop.synchronise() }
    let name = visit.id.description
    _ = try a.signVisit(named: name, .signed)
    _ = try b.signVisit(named: name, .refused(reason: "would not"))
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    #expect(try refusedRule { _ = try a.signVisit(named: name, .signed) } == "F-saw")
    let open = try a.read { try a.conflicts(about: visit, $0) }
    let saw = try #require(open.first).saw
    #expect(open.allSatisfy { $0.record.type == .signature && $0.zone == .china })
    #expect(try refusedRule { _ = try a.signVisit(named: name, .signed, saw: []) } == "F-saw")
    _ = try a.signVisit(named: name, .signed, saw: saw)
    #expect(try a.read { try a.conflicts(about: visit, $0) }.isEmpty)
    let card = try a.read { try a.visitCard(visit, $0) }
    #expect(card.signature?.state == .signed)
    #expect(card.signature?.reason == nil)
  }

  @Test("does not stand in the way of another visit's conflicts, nor they in its")
  func otherVisits() throws {
    let world = try World(seed: 44, roles: [.serviceOfficer, .serviceSupervisor])
    let (a, b) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let visits = try [1, 2].map { try a.recordVisit(try world.visit($0), at: nil).key }
    for laptop in [a, b] { _ = try laptop.synchronise() }
    for (laptop, text) in [(a, "weekend"), (b, "weekday")] {
      let saw = try laptop.read { try $0.frontier(of: visits[0]) }
      _ = try laptop.amendVisit(named: visits[0].id.description, .remark(text), saw: saw)
    }
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    #expect(try a.read { try a.conflicts(about: visits[0], $0) }.count == 1)
    #expect(try a.read { try a.conflicts(about: visits[1], $0) }.isEmpty)
    // The signature's own fields agree; the remark stays in conflict.
    _ = try a.signVisit(named: visits[0].id.description, .signed)
    #expect(try a.read { try a.conflicts(about: visits[0], $0) }.count == 1)
  }
}
