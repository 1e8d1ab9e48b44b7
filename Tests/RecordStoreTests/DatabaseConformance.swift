import RecordStore
import SQLiteDatabase
import TestSupport
import Testing

/// An implementation of the database port; each keeps the same contract. The last two are the doubles
/// of other tests, while nothing is killed and after the one refusal.
enum DatabaseDriver: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqliteMemory, sqliteShelf, sqliteLaptop, sqliteServer, killable, fullOnce

  var testDescription: String { rawValue }

  /// Those whose contents outlive the instance that wrote them.
  static let kept: [DatabaseDriver] = [.sqliteLaptop, .sqliteServer]
  /// Those that stand before another one.
  static let doubles: [DatabaseDriver] = [.killable, .fullOnce]

  /// Opens the one database that the folder holds of this kind, or makes it.
  func open(in folder: String) throws -> any SQLDatabase {
    switch self {
    case .sqliteMemory: try SQLiteFile(path: "", kind: .memory)
    case .sqliteShelf: try Self.filledAgain()
    case .sqliteLaptop: try SQLiteFile(path: "\(folder)/laptop.db", kind: .laptop)
    case .sqliteServer: try SQLiteFile(path: "\(folder)/server.db", kind: .server)
    case .killable: KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    case .fullOnce: try Self.pastItsRefusal()
    }
  }

  private static let shelf = MemoryShelf()

  /// One that somebody has used before and left with a row.
  private static func filledAgain() throws -> any SQLDatabase {
    let source = try SQLiteFile(path: "", kind: .memory)
    try source.execute("CREATE TABLE earlier (name TEXT NOT NULL PRIMARY KEY) STRICT")
    do {
      let used = try SQLiteFile(inMemory: source, on: shelf)
      try used.execute("INSERT INTO earlier VALUES ('left behind')")
    }
    return try SQLiteFile(inMemory: source, on: shelf)
  }

  private static func pastItsRefusal() throws -> any SQLDatabase {
    let database = FullOnce(try SQLiteFile(path: "", kind: .memory))
    #expect(throws: StoreFault.outOfSpace) { try database.write { _ -> Void in } }
    return database
  }

  /// The journal with which "saved" means on disk; the power was cut in simulation with these.
  var journal: String {
    switch self {
    case .sqliteMemory, .sqliteShelf, .killable, .fullOnce: "memory"
    case .sqliteLaptop: "truncate"
    case .sqliteServer: "wal"
    }
  }

  /// Runs `body` with a fresh database that holds one empty table.
  func withDatabase(_ body: (any SQLDatabase) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let database = try open(in: folder)
      try database.makeSample()
      try body(database)
    }
  }
}

extension SQLDatabase {
  /// A table with a column for each kind of value.
  func makeSample() throws {
    try execute(
      "CREATE TABLE sample (name TEXT NOT NULL PRIMARY KEY, number \(dialect.integer), words TEXT, "
        + "bytes \(dialect.blob))\(dialect.tableSuffix)")
  }

  func execute(_ sql: String, _ arguments: [SQLValue] = []) throws {
    _ = try write { try $0.run(sql, arguments) }
  }

  func insert(_ name: String, _ number: Int64 = 0) throws {
    try execute(
      "INSERT INTO sample (name, number) VALUES (?, ?)", [.text(name), .integer(number)])
  }

  /// The names in the sample table, in order.
  func names() throws -> [String] {
    try read { try $0.rows("SELECT name FROM sample ORDER BY name") { try $0.text(0) } }
  }

  func count() throws -> Int64? {
    try read { try $0.first("SELECT COUNT(*) FROM sample") { try $0.integer(0) } }
  }
}

extension SQLValue {
  /// The column of the sample table that can hold it.
  var column: String {
    switch self {
    case .null, .integer: "number"
    case .text: "words"
    case .blob: "bytes"
    }
  }

  /// Whether a row holds this value, texts compared by their bytes.
  func isHeld(by row: borrowing SQLRow, at column: Int) throws -> Bool {
    switch self {
    case .null: row.isNull(column)
    case .integer(let number): try row.integer(column) == number
    case .text(let text): try row.text(column).utf8.elementsEqual(text.utf8)
    case .blob(let bytes): try row.blob(column) == bytes
    }
  }
}

/// What a body throws that has had enough; drivers must hand it on as it is.
struct Stop: Error, Equatable {
  let number: Int
}
