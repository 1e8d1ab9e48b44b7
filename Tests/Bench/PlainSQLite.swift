import GRDBSQLite
import Glibc

/// SQLite with nothing of ours around it: the limit that a store on it cannot pass.
///
/// One table with a unique index on a name of 32 bytes, prepared statements, settings as the
/// product has them: every commit is synced to disk.
final class PlainSQLite {
  /// As on the server, or as on a laptop.
  enum Journal: String { case wal = "WAL", truncate = "TRUNCATE" }

  private var database: OpaquePointer?
  private var insert: OpaquePointer?

  init(path: String, _ journal: Journal) throws {
    try check(sqlite3_open(path, &database), "open")
    try run("PRAGMA journal_mode = \(journal.rawValue)")
    try run("PRAGMA synchronous = FULL")
    try run("CREATE TABLE item (id BLOB NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT")
    try check(
      sqlite3_prepare_v2(
        database, "INSERT INTO item (id, content) VALUES (?, ?)", -1, &insert, nil), "prepare")
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_close(database)
  }

  static var version: String { String(cString: sqlite3_libversion()) }

  /// Puts all items in, so many to a commit.
  func put(_ items: [(id: [UInt8], content: [UInt8])], perCommit: Int) throws {
    var rest = items[...]
    while !rest.isEmpty {
      try run("BEGIN IMMEDIATE")
      for item in rest.prefix(perCommit) { try put(item.id, item.content) }
      try run("COMMIT")
      rest = rest.dropFirst(perCommit)
    }
  }

  private func put(_ id: [UInt8], _ content: [UInt8]) throws {
    // The bytes stay where they are until the step is over, so SQLite need not copy them.
    try id.withUnsafeBytes { id in
      try content.withUnsafeBytes { content in
        sqlite3_bind_blob(insert, 1, id.baseAddress, Int32(clamping: id.count), nil)
        sqlite3_bind_blob(insert, 2, content.baseAddress, Int32(clamping: content.count), nil)
        let code = sqlite3_step(insert)
        sqlite3_reset(insert)
        guard code == SQLITE_DONE else { throw BenchFault.answer("SQLite: insert gave \(code)") }
      }
    }
  }

  private func run(_ sql: String) throws {
    try check(sqlite3_exec(database, sql, nil, nil, nil), sql)
  }

  private func check(_ code: Int32, _ what: String) throws {
    guard code == SQLITE_OK else { throw BenchFault.answer("SQLite: \(what) gave \(code)") }
  }
}

extension Workshop {
  /// How long plain SQLite takes for the same items in a new file, in seconds.
  func plainSeconds(
    _ items: [(id: [UInt8], content: [UInt8])], perCommit: Int, _ journal: PlainSQLite.Journal
  ) throws -> Double {
    let name = "plain.sqlite"
    defer {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file(name + suffix)) }
    }
    let plain = try PlainSQLite(path: file(name), journal)
    return try duration { try plain.put(items, perCommit: perCommit) }
  }
}
