import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("A household visited by company and site")
struct DuplicateTests {
  /// A world with an officer and head office's visitor.
  private func world() throws -> (World, officer: Laptop, company: Laptop) {
    let world = try World(seed: 9, roles: [.serviceOfficer, .companyVisitor])
    world.clock.set("2026-09-03 08:00")
    return (world, world.laptops[0], world.laptops[1])
  }

  private func cases(_ world: World) throws -> [DuplicateCase] {
    try world.office.read { try SiteView($0, world.site).duplicateCases() }
  }

  @Test(
    "offline in either order is one case, kept whole, credited once and unavoidable",
    arguments: [true, false])
  func bothOrders(_ companyFirst: Bool) throws {
    let (world, officer, company) = try world()
    let morning = try world.visit(1, start: "2026-09-02 09:00", end: "2026-09-02 09:20")
    let evening = try world.visit(1, start: "2026-09-02 19:00", end: "2026-09-02 19:20")
    _ = try company.recordVisit(companyFirst ? morning : evening, at: nil)
    _ = try officer.recordVisit(companyFirst ? evening : morning, at: nil)
    for laptop in companyFirst ? [company, officer] : [officer, company] {
      _ = try laptop.synchronise()
    }
    _ = try company.synchronise()
    let found = try cases(world)
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.members.count == 2)
    #expect(one.cause == .unavoidable)
    #expect(one.members.first?.organiser == (companyFirst ? .company : .site))
    #expect(Ledger.coverage(one.members).count == 1)
    // It keeps its place in the site's quota: nobody could have known.
    let figures = try world.office.read {
      try SiteView($0, world.site).report(
        of: CivilMonth(containing: .init(daysSince1970: 20_698)), at: world.clock.now
      )
      .figures
    }
    #expect(figures.counted == 1)
    #expect(figures.byCompany == 1)
  }

  @Test("is avoidable when the first visit was on the other's laptop beforehand")
  func avoidable() throws {
    let (world, officer, company) = try world()
    _ = try company.recordVisit(try world.visit(2), at: nil)
    _ = try company.synchronise()
    _ = try officer.synchronise()
    world.clock.set("2026-09-04 12:00")
    var again = try world.visit(2, start: "2026-09-04 10:00", end: "2026-09-04 10:20")
    #expect(throws: FieldFault.self) { try officer.recordVisit(again, at: nil) }
    again.reasons = ["R1-39": "asked to come"]
    _ = try officer.recordVisit(again, at: nil)
    _ = try officer.synchronise()
    #expect(try cases(world).map(\.cause) == [.avoidable])
  }

  @Test("is learnt late when it became known between the visit and its entry")
  func learntLate() throws {
    let (world, officer, company) = try world()
    _ = try company.recordVisit(try world.visit(3), at: nil)
    _ = try company.synchronise()
    world.clock.set("2026-09-04 18:00")
    _ = try officer.synchronise()
    var later = try world.visit(3, start: "2026-09-04 10:00", end: "2026-09-04 10:20")
    later.reasons = ["R1-39": "did not know then"]
    _ = try officer.recordVisit(later, at: nil)
    _ = try officer.synchronise()
    #expect(try cases(world).map(\.cause) == [.learntLate])
  }

  @Test("a company draw that was known makes the site's visit avoidable")
  func drawKnown() throws {
    let (world, officer, company) = try world()
    let drawn = try company.drawSample(
      month: try #require(CivilMonth("2026-09")), count: 1, reserves: 0, organiser: nil, at: nil)
    _ = try company.synchronise()
    _ = try officer.synchronise()
    let unit = try #require(drawn.entries.first?.household.unitCode)
    let number = try #require(Int(unit.dropFirst(2))) - 100
    world.clock.set("2026-09-05 20:00")
    var ours = try world.visit(number, start: "2026-09-05 10:00", end: "2026-09-05 10:20")
    ours.reasons = ["R1-39": "asked to come"]
    _ = try officer.recordVisit(ours, at: nil)
    _ = try company.recordVisit(
      try world.visit(number, start: "2026-09-05 15:00", end: "2026-09-05 15:20"), at: nil)
    for laptop in [officer, company] { _ = try laptop.synchronise() }
    #expect(try cases(world).map(\.cause) == [.avoidable])
  }

  @Test("a return visit raises no case, counts nothing and blocks nobody")
  func returnVisit() throws {
    let (world, officer, company) = try world()
    let first = try officer.recordVisit(try world.visit(4), at: nil)
    var back = try world.visit(4, start: "2026-09-02 15:00", end: "2026-09-02 15:10")
    back.kind = .returnVisit
    back.earlier = first.key.id.description
    _ = try officer.recordVisit(back, at: nil)
    for laptop in [officer, company] { _ = try laptop.synchronise() }
    #expect(try cases(world).isEmpty)
    let figures = try world.office.read {
      try SiteView($0, world.site).report(
        of: CivilMonth(containing: .init(daysSince1970: 20_698)), at: world.clock.now
      )
      .figures
    }
    #expect(figures.counted == 1)
    #expect(figures.returnVisits == 1)
  }

  @Test("voiding one of two ends the case")
  func voided() throws {
    let (world, officer, company) = try world()
    _ = try company.recordVisit(try world.visit(5), at: nil)
    let mine = try officer.recordVisit(try world.visit(5), at: nil)
    for laptop in [officer, company, officer] { _ = try laptop.synchronise() }
    #expect(try cases(world).count == 1)
    let saw = try officer.read { try $0.frontier(of: mine.key) }
    _ = try officer.voidVisit(named: mine.key.id.description, reason: "wrong door", saw: saw)
    _ = try officer.synchronise()
    #expect(try cases(world).isEmpty)
  }
}
