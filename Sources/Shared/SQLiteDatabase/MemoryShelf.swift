import GRDB
import RecordStore
import Synchronization

/// Databases in memory for whoever needs thousands of copies, one after the other: the simulator. One that
/// nobody uses any more is filled with the next contents, page by page, and keeps its connection and its
/// prepared statements, which take longer to make than to run
/// (docs/decisions/0041-stories-that-share-work.md).
///
/// What it shows is what a connection that was opened for those contents would show: all of the pages are the
/// source's, and SQLite itself sees from its counters that they are not those it has in its cache.
package final class MemoryShelf: Sendable {
  private struct State {
    var spare: [String: [ShelfDatabase]] = [:]
    var opened = 0
  }

  private let state = Mutex(State())
  /// Addresses are the process's: no two shelves have the same.
  private static let addresses = Mutex(0)

  package init() {}

  /// How many databases were opened so far.
  package var opened: Int { state.withLock { $0.opened } }

  /// A database with what another one holds now.
  func loan(of source: SQLiteFile) throws -> Loan {
    let layout = try source.layout()
    while let spare = state.withLock({ $0.spare[layout]?.popLast() }) {
      // One whose last user made or dropped a table is closed instead.
      guard try spare.isAsItWas() else { continue }
      try spare.fill(from: source)
      return Loan(spare, to: self)
    }
    let number = Self.addresses.withLock { number in
      number += 1
      return number
    }
    let new = try ShelfDatabase(number: number, source, layout)
    state.withLock { $0.opened += 1 }
    return Loan(new, to: self)
  }

  /// So many wait for each layout at most.
  private static let most = 64

  fileprivate func takeBack(_ database: ShelfDatabase) {
    state.withLock { state in
      guard state.spare[database.layout, default: []].count < Self.most else { return }
      state.spare[database.layout, default: []].append(database)
    }
  }

  /// A database of the shelf in somebody's hands. When the last reference to it goes, it is back.
  final class Loan: Sendable {
    let database: ShelfDatabase
    private let shelf: MemoryShelf

    fileprivate init(_ database: ShelfDatabase, to shelf: MemoryShelf) {
      self.database = database
      self.shelf = shelf
    }

    deinit { shelf.takeBack(database) }
  }
}

/// Two connections to one place in memory: that of the user, and another that fills it. Filled by the user's own
/// connection, it would read the schema again and prepare each statement again.
struct ShelfDatabase: Sendable {
  let file: SQLiteFile
  private let filler: DatabaseQueue
  /// Its tables and where each begins, which is what a prepared statement relies on.
  let layout: String
  /// SQLite's number for the schema, raised with every change to it.
  private let schema: Int

  init(number: Int, _ source: SQLiteFile, _ layout: String) throws {
    let address = "file:/rounds-shelf-\(number)?vfs=memdb"
    file = try SQLiteFile(memoryAt: address)
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // If it cannot be filled, nobody gets it: nothing is rolled back.
      try database.execute(sql: "PRAGMA journal_mode = OFF")
    }
    filler = try DatabaseQueue(path: address, configuration: configuration)
    try Self.copy(source, with: filler) { _ in }
    self.layout = layout
    schema = try file.schemaNumber()
    guard try file.layout() == layout else { throw Self.unlike }
  }

  /// - Parameter source: one with the same layout.
  func fill(from source: SQLiteFile) throws {
    try Self.copy(source, with: filler) { database in
      // A copy has a number of its own, and another number means another schema.
      try database.execute(sql: "PRAGMA schema_version = \(schema)")
    }
    guard try isAsItWas() else { throw Self.unlike }
  }

  /// Whether the schema is the one it was made with.
  func isAsItWas() throws -> Bool { try file.schemaNumber() == schema }

  private static func copy(
    _ source: SQLiteFile, with filler: DatabaseQueue, _ finish: (Database) throws -> Void
  ) throws {
    try source.copyPages { from in
      try filler.writeWithoutTransaction { database in
        try from.backup(to: database)
        try finish(database)
      }
    }
  }

  private static let unlike = StoreFault.database(
    "a database that was filled is not like its source")
}

extension SQLiteFile {
  /// Tables and indexes in the order they were made, with the page each begins on.
  fileprivate func layout() throws -> String {
    if let loan, try loan.database.isAsItWas() { return loan.database.layout }
    return try read { connection in
      try connection.rows("SELECT type, name, rootpage, sql FROM sqlite_master ORDER BY rowid") {
        $0.all.map { "\($0)" }.joined(separator: " ")
      }.joined(separator: "\n")
    }
  }

  fileprivate func schemaNumber() throws -> Int {
    try writer.unsafeRead { database in
      try Int.fetchOne(try database.cachedStatement(sql: "PRAGMA schema_version")) ?? -1
    }
  }
}
