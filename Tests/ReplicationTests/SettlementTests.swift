import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat
import Wording

private let september = CivilMonth(containing: .init(daysSince1970: 20_698))

@Suite struct SettleDuplicateTests {
  /// One household visited by site and company, offline, both synced.
  private func world(_ seed: UInt64) throws -> (World, AccountID) {
    let world = try World(
      seed: seed, households: 4, roles: [.serviceSupervisor, .companyVisitor])
    world.clock.set("2026-09-04 09:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    _ = try world.laptops[1].recordVisit(
      try world.visit(1, start: "2026-09-02 11:00", end: "2026-09-02 11:20"), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let reviewer = try world.office.addAccount(name: "R", role: .companyReviewer, sites: [])
    return (world, reviewer)
  }

  private func onlyCase(_ world: World) throws -> CaseView {
    try #require(try world.office.read { try world.office.cases(of: world.site, on: $0) }.first)
  }

  private func decision(
    _ world: World, _ kind: SettlementKind, shown: [RecordID]? = nil
  ) throws -> CaseDecision {
    let members = try onlyCase(world).duplicate.members.map(\.id)
    return CaseDecision(
      visit: RecordKey(scope: world.site, type: .visit, id: try #require(members.last)),
      against: try #require(members.first), kind: kind, reason: "same day",
      shown: shown ?? members)
  }

  private func figures(_ laptop: Laptop, _ world: World) throws -> MonthFigures {
    try laptop.read {
      try SiteView($0, world.site).report(of: september, at: world.clock.now).figures
    }
  }

  @Test("head office settles a case, and site and company see the outcome and the same figures")
  func settles() throws {
    let (world, reviewer) = try world(21)
    #expect(try onlyCase(world).duplicate.isOpen)
    #expect(try figures(world.laptops[0], world).byCompany == 0)
    try world.office.decide(try decision(world, .returnVisit), by: reviewer)
    #expect(try onlyCase(world).duplicate.isOpen == false)
    for laptop in world.laptops {
      _ = try laptop.synchronise()
      let month = try figures(laptop, world)
      #expect([month.counted, month.byCompany, month.returnVisits] == [1, 0, 1])
      let seen = try laptop.read { try SiteView($0, world.site).caseViews() }
      #expect(seen.map(\.duplicate.isOpen) == [false])
      #expect(seen.first?.settlements.values.first?.reason == "same day")
    }
    #expect(try world.state(world.laptops[0]) == world.officeState())
  }

  @Test("a new visit of the household opens the case again")
  func reopenedByMember() throws {
    let (world, reviewer) = try world(22)
    try world.office.decide(try decision(world, .standsAsRepeat), by: reviewer)
    var again = try world.visit(1, start: "2026-09-02 15:00", end: "2026-09-02 15:20")
    again.reasons = ["R1-38": "asked for", "R1-39": "asked for"]
    _ = try world.laptops[0].recordVisit(again, at: nil)
    _ = try world.laptops[0].synchronise()
    let one = try onlyCase(world).duplicate
    #expect(one.members.count == 3)
    #expect(one.isReopened)
    // Whoever was shown two visits cannot settle a case of three.
    #expect(throws: OfficeFault.self) {
      try world.office.decide(
        try decision(world, .excused, shown: one.members.prefix(2).map(\.id)), by: reviewer)
    }
    try world.office.decide(try decision(world, .excused), by: reviewer)
    #expect(try onlyCase(world).duplicate.isOpen == false)
  }

  @Test("a decision can be withdrawn, and replaced by another")
  func withdrawn() throws {
    let (world, reviewer) = try world(23)
    let first = try decision(world, .sameVisit)
    try world.office.decide(first, by: reviewer)
    try world.office.reopen(first.visit, by: reviewer)
    #expect(try onlyCase(world).duplicate.isOpen)
    #expect(throws: OfficeFault.self) { try world.office.reopen(first.visit, by: reviewer) }
    try world.office.decide(try decision(world, .excused), by: reviewer)
    #expect(try onlyCase(world).duplicate.decisions.values.map(\.kind) == [.excused])
  }

  @Test("nobody decides whose account was disabled")
  func disabledDecider() throws {
    let (world, reviewer) = try world(25)
    _ = try world.office.disable(reviewer)
    #expect(throws: OfficeFault.self) {
      try world.office.decide(try decision(world, .excused), by: reviewer)
    }
    #expect(try onlyCase(world).duplicate.isOpen)
  }

  @Test("neither side judges itself; a laptop's own settlement is held")
  func onlyHeadOffice() throws {
    let (world, _) = try world(24)
    for laptop in world.laptops {
      #expect(throws: OfficeFault.self) {
        try world.office.decide(try decision(world, .excused), by: laptop.account)
      }
    }
    #expect(try onlyCase(world).duplicate.isOpen)
    let laptop = world.laptops[0]
    let members = try onlyCase(world).duplicate.members.map(\.id)
    func visit(_ id: RecordID) -> RecordKey {
      RecordKey(scope: world.site, type: .visit, id: id)
    }
    let forged = try laptop.write { replica in
      try laptop.write(
        [
          RecordEdit(
            .settlement, RecordIdentity.settlement(visit: members[1]),
            [
              SettlementField.visit: .reference(visit(members[1])),
              SettlementField.against: .reference(visit(members[0])),
              SettlementField.kind: .code(SettlementKind.excused),
              SettlementField.decidedAt: .instant(world.clock.now),
            ])
        ], in: world.site, on: replica)
    }
    #expect(try laptop.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    #expect(try world.office.read { try $0.log.bundle(forged.id)?.inView } == false)
    #expect(try onlyCase(world).duplicate.isOpen)
    #expect(try world.state(laptop) == world.officeState())
  }
}

@Suite struct SettleConflictTests {
  /// Two laptops wrote different remarks on one visit.
  private func world(_ seed: UInt64) throws -> World {
    let world = try World(seed: seed, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-04 09:00")
    let visit = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    for (index, laptop) in world.laptops.enumerated() {
      let saw = try laptop.read { try $0.frontier(of: visit.key) }
      _ = try laptop.amendVisit(
        named: visit.key.id.description, .remark("by \(index)"), saw: saw)
    }
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    return world
  }

  @Test("settled on a laptop by one of its values, with a notice to the other author")
  func onLaptop() throws {
    let world = try world(31)
    let (first, second) = (world.laptops[0], world.laptops[1])
    let conflict = try #require(try first.read { try first.conflicts($0) }.first)
    let other = try #require(conflict.sides.first { $0.account == second.account })
    try first.settle(
      conflict.record, field: conflict.field, choosing: other.head.change, saw: conflict.saw)
    _ = try first.synchronise()
    _ = try second.synchronise()
    for laptop in world.laptops {
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty)
    }
    #expect(try second.read { try second.notices($0) }.map(\.settledBy) == ["P0"])
    #expect(try first.read { try first.notices($0) }.isEmpty)
    #expect(throws: FieldFault.self) {
      try second.settle(
        conflict.record, field: conflict.field, choosing: other.head.change, saw: conflict.saw)
    }
    #expect(try world.state(first) == world.officeState())
  }

  @Test("nobody settles what they were not shown whole (F-saw)")
  func stale() throws {
    let world = try world(32)
    let (first, second) = (world.laptops[0], world.laptops[1])
    let conflict = try #require(try first.read { try first.conflicts($0) }.first)
    let saw = try second.read { try $0.frontier(of: conflict.record) }
    _ = try second.amendVisit(
      named: conflict.record.id.description, .satisfaction(.satisfied), saw: saw)
    _ = try second.synchronise()
    _ = try first.synchronise()
    let side = try #require(conflict.sides.first)
    #expect(throws: FieldFault.self) {
      try first.settle(
        conflict.record, field: conflict.field, choosing: side.head.change, saw: conflict.saw)
    }
    #expect(throws: OfficeFault.self) {
      try world.office.settle(
        conflict.record, field: conflict.field, choosing: side.head.change, saw: conflict.saw,
        by: first.account)
    }
    #expect(try first.read { try first.conflicts($0) }.count == 1)
  }

  @Test("settled at the office, with a notice to both authors")
  func atOffice() throws {
    let world = try world(33)
    let conflicts = try world.office.read { try world.office.openConflicts(on: $0) }
    let conflict = try #require(conflicts.first)
    #expect(Set(conflict.sides.map(\.words)) == ["by 0", "by 1"])
    for scope in [world.site, world.office.company] {
      let found = try world.office.read { replica in
        try world.office.openConflicts(in: { $0 == scope }, on: replica)
      }
      #expect(found.map(\.record) == conflicts.filter { $0.record.scope == scope }.map(\.record))
    }
    let stranger = try world.office.addAccount(name: "S", role: .serviceOfficer, sites: [])
    let chosen = try #require(conflict.sides.last)
    #expect(throws: OfficeFault.self) {
      try world.office.settle(
        conflict.record, field: conflict.field, choosing: chosen.head.change, saw: conflict.saw,
        by: stranger)
    }
    let reviewer = try world.office.addAccount(name: "R", role: .companyReviewer, sites: [])
    try world.office.settle(
      conflict.record, field: conflict.field, choosing: chosen.head.change, saw: conflict.saw,
      by: reviewer)
    for laptop in world.laptops {
      _ = try laptop.synchronise()
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty)
      #expect(try laptop.read { try laptop.notices($0) }.count == 1)
    }
  }

  @Test("what only the office writes is settled by an administrator and by nobody else")
  func rights() throws {
    let world = try World(seed: 34, roles: [])
    let old = world.office
    let person = try old.addAccount(name: "X", role: .serviceOfficer, sites: [world.site])
    let manager = try old.addAccount(name: "M", role: .siteManager, sites: [world.site])
    let reviewer = try old.addAccount(name: "R", role: .companyReviewer, sites: [])
    let administrator = try old.addAccount(name: "A", role: .administrator, sites: [])
    // Withdrawn before a restore, assigned again after it, and the first comes back.
    let snapshot = try OfficeSnapshot(of: old)
    world.clock.advance(minutes: 1)
    try old.withdraw(person, from: world.site)
    let office = try snapshot.restored()
    try office.assign(person, to: world.site)
    var taken = TakenBack()
    try office.takeBack(from: old.environment.database, keys: nil, into: &taken)
    func open() throws -> [OpenConflict] {
      try office.read { try office.openConflicts(on: $0) }
        .filter { $0.record.type == .assignment && $0.field == AssignmentField.withdrawnAt }
    }
    let conflict = try #require(try open().first)
    let chosen = try #require(conflict.sides.first)
    func settle(_ account: AccountID) throws {
      try office.settle(
        conflict.record, field: conflict.field, choosing: chosen.head.change, saw: conflict.saw,
        by: account)
    }
    for account in [manager, reviewer, person] {
      #expect(
        throws: OfficeFault.refused(
          rule: "F-role", why: Message(.onlyAdministrators),
          cure: Message(.onlyAdministratorsCure))
      ) { try settle(account) }
    }
    #expect(try open().count == 1)
    try settle(administrator)
    #expect(try open().isEmpty)
  }
}
