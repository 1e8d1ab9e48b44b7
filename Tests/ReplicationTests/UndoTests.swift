import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

/// Two laptops wrote different remarks on one visit, and a reviewer at the office took the one of the officer.
private struct Settled {
  let world: World
  let visit: RecordKey
  let reviewer: AccountID

  var supervisor: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }
  var office: Office { world.office }

  init(_ seed: UInt64) throws {
    let world = try World(seed: seed, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-04 09:00")
    let visit = try world.laptops[0].recordVisit(try world.visit(1), at: nil).key
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    for (index, laptop) in world.laptops.enumerated() {
      let saw = try laptop.read { try $0.frontier(of: visit) }
      _ = try laptop.amendVisit(
        named: visit.id.description, .remark("by \(index)"), saw: saw)
    }
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    let office = world.office
    reviewer = try office.addAccount(name: "R", role: .companyReviewer, sites: [])
    let conflict = try #require(try office.read { try office.openConflicts(on: $0) }.first)
    let chosen = try #require(conflict.sides.first { $0.words == "by 1" })
    try office.settle(
      conflict.record, field: conflict.field, choosing: chosen.head.change, saw: conflict.saw,
      by: reviewer)
    self.world = world
    self.visit = visit
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  /// The newest settlement, as the office shows it.
  func view() throws -> SettledView {
    try office.read { replica in
      let newest = try #require(try replica.settledConflicts().first)
      return try #require(try office.settledView(newest.notice, on: replica))
    }
  }

  func undo(_ view: SettledView, by account: AccountID) throws {
    let other = try #require(view.restorable.first ?? view.sides.first)
    try office.undoSettlement(
      view.settled.notice, restoring: other.head.change, saw: view.saw, by: account)
  }

  /// The remark that everybody shows, which has to be one and the same on laptops and at the office.
  func agreed() throws -> String? {
    try sync()
    let state = try world.officeState()
    for laptop in world.laptops { #expect(try world.state(laptop) == state) }
    for laptop in world.laptops {
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty)
    }
    return try office.read { replica in
      let heads = try replica.records.state(of: visit)?.heads[VisitField.remark] ?? []
      #expect(heads.count == 1)
      guard case .sealed(let sealed)? = heads.first?.value else { return nil }
      return try office.words(sealed, of: visit)
    }
  }
}

extension Office {
  fileprivate func words(_ sealed: SealedValue, of visit: RecordKey) throws -> String? {
    let key = try environment.keyDatabase.read { connection in
      try KeyTable(connection, storeKey: secrets.storeKey).key(sealed.keyID)
    }
    return try key.map {
      try SealedText.open(sealed, with: $0.key, record: visit, field: VisitField.remark)
    }
  }
}

@Suite("A settled conflict") struct UndoTests {
  @Test("is undone by a settlement on top of it: laptops and office agree, everybody is told")
  func restores() throws {
    let one = try Settled(701)
    #expect(try one.agreed() == "by 1")
    let view = try one.view()
    #expect(view.standing == .standing && view.restorable.map(\.words) == ["by 0"])
    let manager = try one.office.addAccount(
      name: "M", role: .siteManager, sites: [one.world.site])
    try one.undo(view, by: manager)
    #expect(try one.agreed() == "by 0")
    let undoing = try one.view()
    #expect(undoing.settled.undoes == view.settled.notice)
    let earlier = try one.office.read {
      try one.office.settledView(view.settled.notice, on: $0)
    }
    #expect(earlier?.standing == .undone(by: undoing.settled.notice))
    // Both authors hear of both, and would hear from whoever undid it.
    for laptop in one.world.laptops {
      let notices = try laptop.read { try laptop.notices($0) }
      #expect(notices.map(\.settledBy) == ["M", "R"])
    }
    // Whoever had settled it is among those whose value was shown.
    let told = try one.office.read { try $0.notices(to: one.reviewer, in: one.world.site) }
    #expect(told.map(\.account) == [manager])
  }

  @Test("is undone again and again, each time from what stands now; nothing leaves the log")
  func backAndForth() throws {
    let one = try Settled(702)
    let bundles = try one.office.read { try $0.feed.head(one.world.site)?.feed.count }
    for expected in ["by 0", "by 1", "by 0"] {
      try one.undo(try one.view(), by: one.reviewer)
      #expect(try one.agreed() == expected)
    }
    let after = try one.office.read { try $0.feed.head(one.world.site)?.feed.count }
    #expect(after == bundles.map { $0 + 3 })
    let settled = try one.office.read { try $0.settledConflicts() }
    #expect(settled.count == 4 && settled.filter { $0.undoes == nil }.count == 1)
    let own = try one.office.read { try $0.settledConflicts(in: one.world.site) }
    #expect(own == settled)
  }

  @Test("is not undone once somebody wrote the field, or from a page that shows less than there is")
  func overtaken() throws {
    let one = try Settled(703)
    let view = try one.view()
    let saw = try one.officer.read { try $0.frontier(of: one.visit) }
    _ = try one.officer.amendVisit(
      named: one.visit.id.description, .satisfaction(.satisfied), saw: saw)
    try one.sync()
    // Another field: the value still stands, but the page did not show the record as it is.
    let stale = refusal { try one.undo(view, by: one.reviewer) }
    #expect(stale == "F-saw field.sawIsStale")
    let later = try one.officer.read { try $0.frontier(of: one.visit) }
    _ = try one.officer.amendVisit(
      named: one.visit.id.description, .remark("another"), saw: later)
    try one.sync()
    let now = try one.view()
    #expect(now.standing == .overtaken)
    #expect(refusal { try one.undo(now, by: one.reviewer) } == "F-saw undo.overtaken")
    #expect(try one.agreed() == "another")
  }

  @Test("is not undone twice, nor by a value that was none of it")
  func once() throws {
    let one = try Settled(704)
    let view = try one.view()
    let state = try #require(try one.office.read { try $0.records.state(of: one.visit) })
    let foreign = try #require(state.heads[VisitField.start]?.first?.change)
    #expect(
      refusal {
        try one.office.undoSettlement(
          view.settled.notice, restoring: foreign, saw: view.saw, by: one.reviewer)
      } == "undo.noSuchValue")
    // The value that stands is none of the others either.
    let standing = try #require(view.settled.chosen)
    #expect(
      refusal {
        try one.office.undoSettlement(
          view.settled.notice, restoring: standing, saw: view.saw, by: one.reviewer)
      } == "undo.noSuchValue")
    try one.undo(view, by: one.reviewer)
    #expect(refusal { try one.undo(view, by: one.reviewer) } == "F-saw undo.overtaken")
    let nothing = RecordKey(scope: one.world.site, type: .conflictSettlement, id: one.visit.id)
    #expect(
      refusal {
        try one.office.undoSettlement(
          nothing, restoring: standing, saw: view.saw, by: one.reviewer)
      } == "undo.nothing")
    #expect(try one.agreed() == "by 0")
  }

  @Test("is undone by nobody who could not have settled it")
  func rights() throws {
    let one = try Settled(705)
    let view = try one.view()
    let stranger = try one.office.addAccount(name: "S", role: .serviceOfficer, sites: [])
    let gone = try one.office.addAccount(name: "G", role: .companyReviewer, sites: [])
    _ = try one.office.disable(gone)
    for account in [stranger, gone] {
      #expect(refusal { try one.undo(view, by: account) }?.hasPrefix("F-role") == true)
    }
    #expect(try one.agreed() == "by 1")
    #expect(try one.view().standing == .standing)
  }

  @Test("that a laptop settled is undone at the office, and heard of on the laptop")
  func fromLaptop() throws {
    let world = try World(seed: 706, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-04 09:00")
    let visit = try world.laptops[0].recordVisit(try world.visit(1), at: nil).key
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    for (laptop, grade) in zip(world.laptops, [SatisfactionGrade.satisfied, .notSatisfied]) {
      let saw = try laptop.read { try $0.frontier(of: visit) }
      _ = try laptop.amendVisit(
        named: visit.id.description, .satisfaction(grade), saw: saw)
    }
    for laptop in world.laptops + [world.laptops[0]] { _ = try laptop.synchronise() }
    let (first, office) = (world.laptops[0], world.office)
    let conflict = try #require(try first.read { try first.conflicts($0) }.first)
    let own = try #require(conflict.sides.first { $0.account == first.account })
    try first.settle(
      conflict.record, field: conflict.field, choosing: own.head.change, saw: conflict.saw)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let manager = try office.addAccount(name: "M", role: .siteManager, sites: [world.site])
    let view = try office.read { replica in
      let settled = try #require(try replica.settledConflicts().first)
      return try #require(try office.settledView(settled.notice, on: replica))
    }
    let other = try #require(view.restorable.first)
    #expect(view.restorable.count == 1)
    try office.undoSettlement(
      view.settled.notice, restoring: other.head.change, saw: view.saw, by: manager)
    for laptop in world.laptops {
      _ = try laptop.synchronise()
      #expect(try world.state(laptop) == world.officeState())
      let state = try laptop.read { try $0.records.state(of: visit) }
      #expect(state?.winner(VisitField.satisfaction) == .code(SatisfactionGrade.notSatisfied))
      #expect(state?.conflicts.isEmpty == true)
    }
    #expect(try first.read { try first.notices($0) }.map(\.settledBy) == ["M"])
  }
}
