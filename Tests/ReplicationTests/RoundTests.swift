import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel
import WireFormat

private let september = CivilMonth(containing: .init(daysSince1970: 20_698))

@Suite struct RoundTests {
  /// A site of four households: two laptops of the site and one of the company.
  private func world(_ seed: UInt64 = 1) throws -> World {
    let world = try World(
      seed: seed, households: 4, roles: [.serviceSupervisor, .siteManager, .companyVisitor])
    world.clock.set("2026-09-04 09:00")
    return world
  }

  private func visitAll(_ world: World, _ units: ClosedRange<Int>, by laptop: Laptop) throws {
    for unit in units { _ = try laptop.recordVisit(try world.visit(unit), at: nil) }
    _ = try laptop.synchronise()
  }

  private func round(_ world: World) throws -> Int {
    try world.office.read { try SiteView($0, world.site).currentRound() }
  }

  @Test("a round closes when nobody is open, and the next begins at once (A10)")
  func closes() throws {
    let world = try world()
    try visitAll(world, 1...3, by: world.laptops[0])
    #expect(throws: OfficeFault.self) { try world.office.closeRound(of: world.site) }
    #expect(try world.office.closeCompleteRounds() == 0)
    try visitAll(world, 4...4, by: world.laptops[0])
    #expect(try world.office.closeCompleteRounds() == 1)
    #expect(try round(world) == 2)
    // Nobody was visited in the second: there is nothing to close.
    #expect(throws: OfficeFault.self) { try world.office.closeRound(of: world.site) }
    _ = try world.laptops[1].synchronise()
    let drawn = try world.laptops[0].synchronise()
    #expect(drawn.isInSync)
    let sample = try world.laptops[0].drawSample(
      month: september, count: 2, reserves: 0, organiser: nil, at: nil)
    #expect(sample.round == 2)
    #expect(sample.eligibleCount == 4)
  }

  @Test("a closed round never reopens: who turns up open afterwards carries over")
  func carryOver() throws {
    let world = try world(2)
    let laptop = world.laptops[0]
    try visitAll(world, 1...4, by: laptop)
    try world.office.closeRound(of: world.site)
    // Voided by a laptop that has not heard of the closing.
    let visit = try #require(
      try laptop.read { try SiteView($0, world.site).visits().first?.summary })
    let saw = try laptop.read { try $0.frontier(of: visit.key) }
    _ = try laptop.voidVisit(named: visit.key.id.description, reason: "mistake", saw: saw)
    _ = try laptop.synchronise()
    #expect(try round(world) == 2)
    for replica in world.laptops { _ = try replica.synchronise() }
    for laptop in world.laptops {
      let (number, carried, states) = try laptop.read { replica in
        let view = SiteView(replica, world.site)
        return (
          try view.currentRound(), try view.carriedOver(into: 2, at: world.clock.now),
          try view.rounds().map(\.state)
        )
      }
      #expect(number == 2)
      #expect(carried == [visit.household])
      #expect(states == [.closed, .open])
    }
    func figures() throws -> [Int] {
      let standing = try world.office.read { replica in
        let site = try #require(try SiteView(replica, world.site).facts())
        return try world.office.roundStanding(of: site, on: replica)
      }
      return [standing.number, standing.open, standing.carriedOver]
    }
    #expect(try figures() == [2, 4, 1])
    // Who moves in after the closing belongs to the second round alone.
    let unit = try #require(UnitCode("1-105"))
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: unit, kind: .dwelling, occupancy: .occupied, name: nil, telephone: nil,
          joinedOn: CivilDate("2026-09-10"), isRestricted: false)
      ], of: world.site)
    world.clock.set("2026-09-11 09:00")
    #expect(try figures() == [2, 5, 1])
  }

  @Test("a visit made offline in a round that was closed meanwhile counts in that round")
  func lateArrival() throws {
    let world = try world(3)
    let (site, company) = (world.laptops[0], world.laptops[2])
    _ = try company.recordVisit(try world.visit(1), at: nil)
    try visitAll(world, 1...4, by: site)
    try world.office.closeRound(of: world.site)
    _ = try company.synchronise()
    _ = try site.synchronise()
    for replica in [site, company] {
      let cases = try replica.read { try SiteView($0, world.site).duplicateCases() }
      #expect(cases.map(\.round) == [1])
    }
    #expect(try round(world) == 2)
  }

  @Test("a household not to be visited is not drawn, and no round waits for it")
  func restricted() throws {
    let world = try world(4)
    let laptop = world.laptops[0]
    _ = try world.office.restrict(
      unit: "1-101", of: world.site, isRestricted: true, reason: "in court")
    // The reason is about somebody: nobody reads it in a bundle.
    let bytes = try world.office.read {
      try $0.connection.rows("SELECT envelope FROM bundle") { try $0.blob(0) }
    }
    #expect(!bytes.contains { $0.firstRange(of: Array("in court".utf8)) != nil })
    _ = try laptop.synchronise()
    let sample = try laptop.drawSample(
      month: september, count: 4, reserves: 0, organiser: nil, at: nil)
    #expect(sample.eligibleCount == 3)
    #expect(!sample.entries.map(\.household.unitCode).contains("1-101"))
    for entry in sample.entries {
      var input = try world.visit(1)
      input.household = entry.household.unitCode
      _ = try laptop.recordVisit(input, at: nil)
    }
    _ = try laptop.synchronise()
    try world.office.closeRound(of: world.site)
    _ = try world.office.restrict(
      unit: "1-101", of: world.site, isRestricted: false, reason: "")
    // The round stays closed; the household is visited in the next.
    #expect(try round(world) == 2)
  }

  @Test("only the office marks a household not to be visited: a laptop's mark is held")
  func restrictedByLaptop() throws {
    let world = try world(14)
    let laptop = world.laptops[0]
    let household = try #require(
      try laptop.read { try SiteView($0, world.site).households().first })
    let mark = RecordEdit(
      .household, household.key.id, [HouseholdField.isRestricted: .flag(true)])
    let forged = try laptop.write { replica in
      try laptop.write([mark], in: world.site, on: replica)
    }
    #expect(try laptop.synchronise().held.map(\.bundle) == [forged.id])
    let restricted = try laptop.read { replica in
      try SiteView(replica, world.site).households().filter(\.isRestricted)
    }
    #expect(restricted.isEmpty)
  }

  @Test("somebody who moves in is open in the round, from the day they move in")
  func movesIn() throws {
    let world = try world(5)
    try visitAll(world, 1...4, by: world.laptops[0])
    let unit = try #require(UnitCode("1-105"))
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: unit, kind: .dwelling, occupancy: .occupied, name: nil, telephone: nil,
          joinedOn: CivilDate("2026-09-10"), isRestricted: false)
      ], of: world.site)
    func isComplete(_ day: String) throws -> Bool {
      let now = try #require(Instant(day + " 12:00", defaultZone: .china))
      return try world.office.read { try SiteView($0, world.site).round(1, at: now).isComplete }
    }
    #expect(try isComplete("2026-09-09"))
    #expect(try isComplete("2026-09-10") == false)
  }

  @Test("a draw given up blocks nobody; only its own side may give it up (R1-39)")
  func release() throws {
    let world = try world(6)
    let (site, company) = (world.laptops[0], world.laptops[2])
    let sample = try site.drawSample(
      month: september, count: 3, reserves: 1, organiser: nil, at: nil)
    _ = try site.synchronise()
    _ = try company.synchronise()
    #expect(throws: FieldFault.self) {
      try company.endDraw(
        named: sample.key.id.description, as: .released, reason: "not mine", at: nil)
    }
    #expect(throws: FieldFault.self) {
      try company.drawSample(month: september, count: 1, reserves: 0, organiser: nil, at: nil)
    }
    _ = try site.endDraw(
      named: sample.key.id.description, as: .released, reason: "short of people", at: nil)
    #expect(throws: FieldFault.self) {
      try site.endDraw(
        named: sample.key.id.description, as: .cancelled, reason: "again", at: nil)
    }
    _ = try site.synchronise()
    _ = try company.synchronise()
    let again = try company.drawSample(
      month: september, count: 4, reserves: 0, organiser: nil, at: nil)
    #expect(again.eligibleCount == 4)
    let shown = try company.read { replica in
      try company.draw(
        named: sample.key.id.description, of: company.site(named: nil, replica), replica)
    }
    #expect(shown.entries.allSatisfy { $0.outcome == .released })
    #expect(shown.isReplay == true)
  }

  @Test("a draw whose month is over expires by the office's act, after the 5th (A11)")
  func expires() throws {
    let world = try world(7)
    let laptop = world.laptops[0]
    let sample = try laptop.drawSample(
      month: september, count: 2, reserves: 0, organiser: nil, at: nil)
    _ = try laptop.synchronise()
    world.clock.set("2026-10-05 23:00")
    #expect(try world.office.expireDraws() == 0)
    world.clock.set("2026-10-06 00:30")
    #expect(try world.office.expireDraws() == 1)
    #expect(try world.office.expireDraws() == 0)
    _ = try laptop.synchronise()
    let state = try laptop.read { try SiteView($0, world.site).draws().first?.state }
    #expect(state == .expired)
    #expect(
      try laptop.read { try SiteView($0, world.site).round(1, at: world.clock.now).eligible.count }
        == 4)
    #expect(sample.entries.count == 2)
  }

  @Test("a reserve that is visited names the lost primary it stands in for")
  func reserve() throws {
    let world = try world(8)
    let laptop = world.laptops[0]
    let sample = try laptop.drawSample(
      month: september, count: 2, reserves: 1, organiser: nil, at: nil)
    let lost = try #require(sample.entries.first).household
    _ = try laptop.recordAttempt(
      household: lost.unitCode, outcome: .refused, at: world.clock.now, remark: nil, site: nil)
    let reserve = try #require(sample.entries.last).household
    var input = try world.visit(1)
    input.household = reserve.unitCode
    _ = try laptop.recordVisit(input, at: nil)
    let shown = try laptop.read { replica in
      try laptop.draw(
        named: sample.key.id.description, of: laptop.site(named: nil, replica), replica)
    }
    #expect(shown.entries.map(\.outcome) == [.refused, .open, .visited])
    #expect(shown.entries.last?.entry.replaces == shown.entries.first?.entry.key.id)
  }

  @Test("laptops under recorded slots draw apart without having met; others may not draw (R1-38)")
  func slots() throws {
    var world = try World(
      seed: 9, households: 40, roles: [.serviceSupervisor, .serviceOfficer, .serviceOfficer])
    let (east, west, other) = (world.laptops[0], world.laptops[1], world.laptops[2])
    #expect(throws: FieldFault.self) {
      try west.drawSample(month: september, count: 1, reserves: 0, organiser: nil, at: nil)
    }
    _ = try world.office.setSlots(
      [("east", east.account), ("west", west.account)], of: world.site)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    #expect(throws: FieldFault.self) {
      try other.drawSample(month: september, count: 1, reserves: 0, organiser: nil, at: nil)
    }
    func drawn(_ laptop: Laptop) throws -> Set<RecordID> {
      Set(
        try laptop.drawSample(month: september, count: 12, reserves: 2, organiser: nil, at: nil)
          .entries.map(\.household.key.id))
    }
    let (a, b) = (try drawn(east), try drawn(west))
    #expect(a.isDisjoint(with: b))
    #expect(a.count == 14)
    let company = try world.add(.companyVisitor)
    for laptop in [east, west, company] { _ = try laptop.synchronise() }
    let replays = try company.read { replica in
      try company.draws(of: company.site(named: nil, replica), replica).map(\.isReplay)
    }
    #expect(replays == [true, true])
    #expect(throws: OfficeFault.self) {
      try world.office.setSlots([("x", east.account), ("x", west.account)], of: world.site)
    }
  }
}
