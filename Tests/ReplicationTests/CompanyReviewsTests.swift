import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("Head office's visits that wait, as the sheet keeps them")
struct CompanyReviewsTests {
  private struct Looked: Equatable {
    var visits: [WaitingReview] = []
    var since: Instant?
    var missing = 0
  }

  private func kept(_ office: Office) throws -> Looked {
    try office.read { replica in
      let answer = try office.companyReviews(of: SiteView.all(in: replica), on: replica)
      return Looked(
        visits: answer.reviews.map(\.one)
          .sorted { ($0.since, $0.visit) < ($1.since, $1.visit) }, since: answer.since,
        missing: answer.missing)
    }
  }

  /// From the definition, site by site.
  private func defined(_ office: Office) throws -> [WaitingReview] {
    try office.read { replica in
      try SiteView.all(in: replica).flatMap { site in
        let view = SiteView(replica, site.scope)
        return try view.reviews().filter { $0.visit.organiser == .company }
          .compactMap { try view.waiting($0) }
          .filter { $0.asks(at: office.now, in: site.zone) }
      }.sorted { ($0.since, $0.visit) < ($1.since, $1.visit) }
    }
  }

  @Test(
    "are those that the records of each site say, counted in the question or written down",
    arguments: UInt64(7500)..<7508)
  func law(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    let office = history.world.office
    let reviewer = try office.addAccount(name: "Reviewer", role: .companyReviewer, sites: [])
    var found = 0
    for step in 0..<6 {
      try history.play(acts: 8)
      try history.settle()
      if step > 1 { try review(office, by: reviewer) }
      let defined = try defined(office)
      #expect(try kept(office) == Looked(visits: defined), "counted, seed \(seed), step \(step)")
      try office.refreshSheet()
      #expect(try kept(office) == Looked(visits: defined), "written, seed \(seed), step \(step)")
      found += defined.count
    }
    #expect(found > 0, "seed \(seed)")
  }

  /// Accepts what waits longest.
  private func review(_ office: Office, by reviewer: AccountID) throws {
    guard let first = try defined(office).first(where: { $0.stage == .waiting }) else { return }
    let waiting = try office.read { try office.review(of: first.visit, on: $0) }
    guard let waiting else { return }
    try office.review(
      waiting.visit.key, .accept, shown: waiting.shown, by: reviewer)
  }

  @Test("leave the queue as those of a site do: what was accepted, when its months are over")
  func window() throws {
    let world = try World(seed: 7509, households: 4, roles: [.companyVisitor])
    let (office, laptop) = (world.office, world.laptops[0])
    let reviewer = try office.addAccount(name: "Reviewer", role: .companyReviewer, sites: [])
    world.clock.set("2026-09-02 12:00")
    let accepted = try laptop.recordVisit(try world.visit(1), at: nil).key
    _ = try laptop.recordVisit(try world.visit(2), at: nil)
    _ = try laptop.synchronise()
    try review(office, by: reviewer)
    _ = try laptop.synchronise()
    let saw = try laptop.read { try $0.frontier(of: accepted) }
    _ = try laptop.amendVisit(named: accepted.id.description, .satisfaction(.satisfied), saw: saw)
    _ = try laptop.synchronise()
    try office.refreshSheet()
    for (moment, count) in [("2026-11-30 23:59", 2), ("2026-12-01 00:00", 1)] {
      world.clock.set(moment)
      let toDo = try office.read { replica in
        try SiteView(replica, world.site).reviewsToDo(of: .company, at: office.now)
          .map(\.visit.key)
      }
      #expect(Set(try kept(office).visits.map(\.visit)) == Set(toDo), "\(moment)")
      #expect(toDo.count == count && toDo.contains(accepted) == (count == 2), "\(moment)")
    }
  }

  @Test("are as of earlier, or unknown, where there was no time to count, and never none")
  func noTime() throws {
    var world = try World(seed: 7510, households: 4, roles: [.companyVisitor])
    world.clock.set("2026-09-02 12:00")
    world.move(to: try Office(SlowClock.slowed(world.office.environment), world.office.secrets))
    let (office, laptop) = (world.office, world.laptops[0])
    #expect(try kept(office) == Looked(missing: 1))
    try office.refreshSheet()
    #expect(try kept(office) == Looked())
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    let before = try kept(office)
    #expect(before.visits.isEmpty && before.missing == 0 && before.since != nil)
    try office.refreshSheet()
    let after = try kept(office)
    #expect(after.visits.count == 1 && after.since == nil)
    #expect(after.visits.map(\.unitCode) == ["1-101"])
    // A day brings no visit: what was counted yesterday is of now.
    world.clock.set("2026-09-03 12:00")
    #expect(try kept(office) == after)
  }

  @Test("are unknown at a site that cannot be read")
  func damaged() throws {
    let world = try World(seed: 7511, households: 4, roles: [.companyVisitor])
    world.clock.set("2026-09-02 12:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    _ = try world.laptops[0].synchronise()
    #expect(try kept(world.office).visits.count == 1)
    try world.office.refreshSheet()
    try world.office.write { replica in
      _ = try replica.connection.run(
        "UPDATE record SET state = X'00' WHERE type = ?",
        [.integer(Int64(RecordType.visit.number))])
      try SiteSheetTable.clear(replica.connection)
    }
    #expect(try kept(world.office) == Looked(missing: 1))
    try world.office.refreshSheet()
    #expect(try kept(world.office) == Looked(missing: 1))
  }
}
