import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import Testing
import VisitModel

@Suite("A statement that is asked again")
struct PlanByTextTests {
  /// SQLite's own count, in a table that Debian builds it with.
  private func prepared(_ store: Store) throws -> (anew: Int64, statements: Int64) {
    try store.read { replica in
      try #require(
        try replica.connection.first(
          "SELECT COALESCE(SUM(reprep), 0), COUNT(*) FROM sqlite_stmt WHERE sql LIKE '%record%'"
        ) { (anew: try $0.integer(0), statements: try $0.integer(1)) })
    }
  }

  @Test("about records of another kind is not prepared anew, whether that kind has an index or not")
  func kinds() throws {
    let store = try Store()
    var device = try Device(1)
    try store.store([try device.write("a")])
    for type in [RecordType.unit, .site, .visit, .letter, .unit, .settlement] {
      _ = try store.read { try $0.records.states(of: type, in: site) }
    }
    let after = try prepared(store)
    #expect(after.statements > 0)
    #expect(after.anew == 0)
  }
}
