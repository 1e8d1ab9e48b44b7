import RecordStore
import SQLiteDatabase
import SeededRandom
import Testing

@Suite("A database in memory that is filled again")
struct MemoryShelfTests {
  /// Something done to a database, or begun and undone.
  private enum Act {
    case insert(String, Int64), delete(below: Int64), change(from: Int64), undone(String)

    init(_ random: inout SplitMix64) {
      let number = Int64(random.below(40))
      switch random.below(4) {
      case 0: self = .delete(below: number)
      case 1: self = .change(from: number)
      case 2: self = .undone("undone \(random.next())")
      default: self = .insert("row \(random.next())", number)
      }
    }

    func happen(to database: any SQLDatabase) throws {
      switch self {
      case .insert(let name, let number): try database.insert(name, number)
      case .delete(let number):
        try database.execute("DELETE FROM sample WHERE number < ?", [.integer(number)])
      case .change(let number):
        try database.execute(
          "UPDATE sample SET number = number + 7, bytes = zeroblob(3000) WHERE number >= ?",
          [.integer(number)])
      case .undone(let name):
        #expect(throws: Stop(number: 3)) {
          try database.write { connection -> Void in
            try connection.run("INSERT INTO sample (name) VALUES (?)", [.text(name)])
            try connection.run("DELETE FROM sample WHERE number >= 0")
            throw Stop(number: 3)
          }
        }
      }
    }
  }

  private func source(_ name: String = "row", rows: Int) throws -> SQLiteFile {
    let source = try SQLiteFile(path: "", kind: .memory)
    try source.makeSample()
    try source.execute("CREATE INDEX sampleNumber ON sample (number)")
    for number in 0..<rows { try source.insert("\(name) \(number)", Int64(number % 40)) }
    return source
  }

  /// Rows as they lie, as they are found by the index, and what else a connection can see of the pages.
  private func everything(_ database: any SQLDatabase) throws -> [[SQLValue]] {
    try database.read { connection in
      try [
        "SELECT rowid, * FROM sample", "SELECT rowid FROM sample WHERE number > 5",
        "SELECT type, name, rootpage, sql FROM sqlite_master", "PRAGMA application_id",
        "PRAGMA page_count", "PRAGMA freelist_count",
      ].flatMap { sql in try connection.rows(sql) { $0.all } }
    }
  }

  @Test(
    "shows and does what a new one would, whatever was done with it before",
    arguments: UInt64(0)..<20)
  func likeNew(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shelf = MemoryShelf()
    var sources = try [0, 1, 90].map { try source("\($0)", rows: $0) }
    for _ in 0..<30 {
      let from = sources[random.below(sources.count)]
      let new = try SQLiteFile(inMemory: from)
      let used = try SQLiteFile(inMemory: from, on: shelf)
      #expect(try everything(used) == everything(new))
      for _ in 0..<random.below(6) {
        let act = Act(&random)
        try act.happen(to: new)
        try act.happen(to: used)
      }
      #expect(try everything(used) == everything(new))
      #expect(try used.integrityCheck() == [])
      // One that is in use can be what others are filled from.
      if random.below(5) == 0 { sources[random.below(sources.count)] = used }
    }
    // Three that are kept as sources, and the one that goes round.
    #expect(shelf.opened <= 4)
  }

  @Test("keeps its prepared statements from one user to the next")
  func statements() throws {
    let shelf = MemoryShelf()
    let sources = try [3, 50].map { try source(rows: $0) }
    for number in 0..<10 {
      let used = try SQLiteFile(inMemory: sources[number % 2], on: shelf)
      #expect(try used.count() == (number % 2 == 0 ? 3 : 50))
      #expect(try used.integrityCheck() == [])
    }
    #expect(shelf.opened == 1)
    let last = try SQLiteFile(inMemory: sources[0], on: shelf)
    let prepared = try last.read { connection in
      try connection.rows(
        "SELECT reprep, run FROM sqlite_stmt WHERE sql = 'SELECT COUNT(*) FROM sample'"
      ) { $0.all }
    }
    #expect(prepared == [[.integer(0), .integer(10)]])
  }

  @Test("is closed when its user has made or dropped a table")
  func otherSchema() throws {
    for change in ["CREATE TABLE other (name TEXT) STRICT", "DROP TABLE sample"] {
      let shelf = MemoryShelf()
      let from = try source(rows: 5)
      do { try SQLiteFile(inMemory: from, on: shelf).execute(change) }
      let next = try SQLiteFile(inMemory: from, on: shelf)
      #expect(shelf.opened == 2)
      #expect(try everything(next) == everything(SQLiteFile(inMemory: from)))
    }
  }

  @Test("is never taken for a source whose tables begin elsewhere")
  func otherLayout() throws {
    let shelf = MemoryShelf()
    let sources = try ["x", "y"].map { first in
      let source = try SQLiteFile(path: "", kind: .memory)
      for table in [first, first == "x" ? "y" : "x"] {
        try source.execute("CREATE TABLE \(table) (name TEXT) STRICT")
        try source.execute("INSERT INTO \(table) VALUES ('\(first)\(table)')")
      }
      return source
    }
    for number in 0..<6 {
      let used = try SQLiteFile(inMemory: sources[number % 2], on: shelf)
      let found = try used.read { connection in
        try ["x", "y"].flatMap { table in
          try connection.rows("SELECT name FROM \(table)") { try $0.text(0) }
        }
      }
      #expect(found == (number % 2 == 0 ? ["xx", "xy"] : ["yx", "yy"]))
    }
    #expect(shelf.opened == 2)
  }

  @Test("belongs to one user at a time, until the last copy of the value is gone")
  func oneUser() throws {
    let shelf = MemoryShelf()
    let from = try source(rows: 2)
    var first: SQLiteFile? = try SQLiteFile(inMemory: from, on: shelf)
    let copy: (any SQLDatabase)? = first
    try first?.insert("of the first")
    first = nil
    let second = try SQLiteFile(inMemory: from, on: shelf)
    try second.insert("of the second")
    #expect(try copy?.names() == ["of the first", "row 0", "row 1"])
    #expect(try second.names() == ["of the second", "row 0", "row 1"])
    #expect(try from.names() == ["row 0", "row 1"])
    #expect(shelf.opened == 2)
  }

  @Test("is another one on every shelf")
  func twoShelves() throws {
    let from = try source(rows: 1)
    let used = try (0..<2).map { _ in try SQLiteFile(inMemory: from, on: MemoryShelf()) }
    try used[0].insert("only here")
    #expect(try used[1].names() == ["row 0"])
  }
}
