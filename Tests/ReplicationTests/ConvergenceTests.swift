import FieldWork
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel

/// How many histories each law is tried on; `make soak` raises it.
let historyCount = 40
let seedsPerCase: UInt64 = 50

@Suite("Two laptops of a site and one of head office")
struct ConvergenceTests {
  @Test(
    "end with equal digests and byte-equal states after two passes of syncs in any order",
    arguments: 0..<historyCount)
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

  @Test("show the same month figures on laptop and server", arguments: UInt64(5000)..<5020)
  func sameFigures(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    try history.play(acts: 20)
    try history.settle()
    let world = history.world
    let month = try #require(CivilMonth("2026-09"))
    let office = try world.office.read {
      MonthJSON.object(try SiteView($0, world.site).report(of: month)).text()
    }
    for laptop in world.laptops {
      let own = try laptop.read {
        MonthJSON.object(try SiteView($0, world.site).report(of: month)).text()
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
  }

  private func tables(_ world: World) throws -> [String] {
    try world.office.read { replica in
      var lines: [String] = []
      for (table, order) in [
        ("record", "scope, type, id"), ("link", "scope, type, id, field"),
        ("visitIndex", "scope, id"), ("duplicateCase", "scope, round, household"),
      ] {
        let columns = try replica.connection.rows("SELECT name FROM pragma_table_info('\(table)')") {
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
