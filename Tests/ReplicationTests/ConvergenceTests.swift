import ConflictFreeRecords
import FieldWork
import Foundation
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import TextFormats
import VisitModel

/// How many histories the law is tried on; `make soak` raises it.
let historyCount =
  Int(ProcessInfo.processInfo.environment["ROUNDS_HISTORIES"] ?? "") ?? 2000
/// Histories in one test case: a failure names its seed.
let seedsPerCase: UInt64 = 50

@Suite("Two laptops of a site and one of head office")
struct ConvergenceTests {
  @Test(
    "end with equal digests and byte-equal states after two passes of syncs in any order",
    arguments: 0..<historyCount / Int(seedsPerCase))
  func converge(_ block: Int) throws {
    for offset in 0..<seedsPerCase {
      let seed = UInt64(block) * seedsPerCase + offset
      var history = try SiteHistory(seed: seed)
      try history.play(acts: 14)
      try history.settle()
      let world = history.world
      let office = try world.officeState()
      for laptop in world.laptops {
        #expect(try world.state(laptop) == office, "seed \(seed)")
        let isEqual = try laptop.read { try $0.isEqual(world.site) }
        #expect(isEqual, "seed \(seed): digest at the cursor")
        let books = try laptop.read { try $0.log.books().counts }
        #expect(books[.pending] ?? 0 == 0, "seed \(seed): unsent bundles")
      }
    }
  }

  /// Every order of three, twice over: who syncs first, second and third in each pass.
  static let orders: [[Int]] = {
    let one = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return one.flatMap { first in one.map { first + $0 } }
  }()

  @Test("end equal after every order of two passes", arguments: orders)
  func everyOrder(_ order: [Int]) throws {
    let world = try World(
      seed: 8, households: 4, roles: [.serviceSupervisor, .serviceOfficer, .companyVisitor])
    world.clock.set("2026-09-03 08:00")
    let shared = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    // Each draws or visits, and all three change one field of one visit.
    for (number, laptop) in world.laptops.enumerated() {
      if number != 1 {
        _ = try laptop.drawSample(
          month: CivilMonth(containing: LocalTime(world.clock.now, in: .china).date), count: 1,
          reserves: 0, organiser: nil, at: nil)
      }
      _ = try laptop.recordVisit(try world.visit(number + 2), at: nil)
      let saw = try laptop.read { try $0.frontier(of: shared.key) }
      _ = try laptop.amendVisit(
        named: shared.key.id.description, .remark("by \(number)"), saw: saw)
    }
    for index in order { _ = try world.laptops[index].synchronise() }
    let office = try world.officeState()
    for laptop in world.laptops {
      #expect(try world.state(laptop) == office)
      #expect(try laptop.read { try laptop.conflicts($0) }.first?.sides.count == 3)
    }
  }

  @Test("show the same month figures on laptop and server", arguments: UInt64(5000)..<5020)
  func sameFigures(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    try history.play(acts: 20)
    try history.settle()
    let world = history.world
    let month = try #require(CivilMonth("2026-09"))
    let office = try world.office.read {
      MonthJSON.object(try SiteView($0, world.site).report(of: month, at: world.clock.now)).text()
    }
    for laptop in world.laptops {
      let own = try laptop.read {
        MonthJSON.object(try SiteView($0, world.site).report(of: month, at: world.clock.now)).text()
      }
      #expect(own == office)
    }
  }

  @Test("rebuild the same tables from the log", arguments: UInt64(6000)..<6010)
  func rebuild(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    try history.play(acts: 20)
    try history.settle()
    let world = history.world
    let before = try tables(world)
    try world.office.write { replica in
      try replica.rebuild(world.office.environment.database.dialect)
    }
    #expect(try tables(world) == before)
    #expect(before.contains { $0.contains("duplicateCase") || $0.contains("visitIndex") })
    // The roster's rows say what the records say.
    try world.office.read { replica in
      let view = SiteView(replica, world.site)
      let households = try view.households()
      #expect(!households.isEmpty)
      for one in households { #expect(try view.household(one.key.id) == one) }
      #expect(
        households.count == (try replica.records.states(of: .household, in: world.site)).count)
    }
  }

  private func tables(_ world: World) throws -> [String] {
    try world.office.read { replica in
      var lines: [String] = []
      for (table, order) in [
        ("record", "scope, type, id"), ("link", "scope, type, id, field"),
        ("visitIndex", "scope, id"), ("duplicateCase", "scope, round, household"),
        ("unitIndex", "scope, id"), ("householdIndex", "scope, id"),
      ] {
        let columns = try replica.connection.rows("SELECT name FROM pragma_table_info('\(table)')")
        {
          try $0.text(0)
        }
        let row = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
        lines += try replica.connection.rows(
          "SELECT '\(table):' || \(row) FROM \(table) ORDER BY \(order)"
        ) { try $0.text(0) }
      }
      return lines
    }
  }
}
