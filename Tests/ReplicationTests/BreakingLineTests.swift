import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("A line that breaks more often than a whole sync takes")
struct BreakingLineTests {
  private static let visits = 60
  /// Carries the least part with its answer, and no sync of all visits. What it loses of an answer, the
  /// office has done.
  private static let exchanges = OfficeInProcess.Line(carrying: 48 * 1024, countsAnswers: true)
  /// Loses large requests, so that the office hears nothing of them.
  private static let requests = OfficeInProcess.Line(carrying: 12 * 1024, countsAnswers: false)

  /// A laptop with visits that wait, each at a household of its own.
  private func world(seed: UInt64) throws -> World {
    let world = try World(seed: seed, households: Self.visits, roles: [.serviceOfficer])
    world.clock.set("2026-09-03 08:00")
    for unit in 1...Self.visits {
      _ = try world.laptops[0].recordVisit(try world.visit(unit), at: nil)
    }
    return world
  }

  private func pending(_ laptop: Laptop) throws -> Int {
    try laptop.read { try $0.log.books().counts[.pending] ?? 0 }
  }

  /// Whether a sync came to its end, in step; false where the line broke.
  private func isInSync(_ laptop: Laptop) throws -> Bool {
    do { return try laptop.synchronise().isInSync } catch FieldFault.notReached { return false }
  }

  @Test(
    "brings all to the office, less pending after each sync once its size is known",
    arguments: [exchanges, requests])
  func arrives(_ line: OfficeInProcess.Line) throws {
    let world = try world(seed: 161)
    let laptop = world.laptops[0]
    world.transport.lay(line)
    var left = [try pending(laptop)]
    var isDone = false
    while !isDone, left.count < 20 {
      isDone = try isInSync(laptop)
      left.append(try pending(laptop))
    }
    #expect(isDone, "\(left)")
    #expect(left.last == 0, "\(left)")
    // Two syncs at most tell how little the line carries.
    for (before, after) in zip(left.dropFirst(2), left.dropFirst(3)) {
      #expect(after < before || after == 0, "\(left)")
    }
    #expect(try world.state(laptop) == world.officeState())
    #expect(
      try world.office.read { try SiteView($0, world.site).visits().count } == Self.visits)
  }

  @Test("that holds carries all at once")
  func holds() throws {
    let world = try world(seed: 162)
    let summary = try world.laptops[0].synchronise()
    #expect(summary.isInSync)
    #expect(summary.stored == Self.visits)
    #expect(summary.exchanges == 1)
  }

  @Test("is remembered by the next run, until full parts came through")
  func remembered() throws {
    let world = try world(seed: 163)
    world.transport.lay(Self.requests)
    #expect(try isInSync(world.laptops[0]) == false)
    world.transport.lay(nil)
    let next = try Laptop(world.laptops[0].environment)
    let summary = try next.synchronise()
    #expect(summary.isInSync)
    #expect((2...5).contains(summary.exchanges))
    #expect(try next.synchronise().exchanges == 1)
  }

  @Test("gives an office that lost bundles all of them back, in parts")
  func resent() throws {
    let world = try world(seed: 164)
    let laptop = world.laptops[0]
    let before = try #require(try world.office.read { try $0.feed.head(world.site) }).position
    #expect(try laptop.synchronise().isInSync)
    let whole = try world.officeState()
    try world.office.forget(after: before, of: world.site)
    world.transport.lay(Self.requests)
    var syncs = 0
    var isDone = false
    while !isDone, syncs < 20 {
      isDone = try isInSync(laptop)
      syncs += 1
    }
    #expect(isDone)
    #expect(syncs > 1)
    #expect(try world.officeState() == whole)
    #expect(try world.state(laptop) == whole)
  }
}
