import Foundation
import GRDB
import Glibc
package import RecordStore
import VisitModel

/// The database port on SQLite, through GRDB. One file, one owner process, one writer.
///
/// "Saved" means on disk: the settings below were measured by cutting the power in simulation after
/// each write (docs/decisions/0004-sqlite-settings.md), are read back at start, and the store
/// refuses to open with any other.
package struct SQLiteFile: SQLDatabase {
  /// Which machine the file lives on.
  package enum Kind: Sendable {
    /// One person, one file: rollback journal, truncated at commit; no WAL, so none of its races.
    case laptop
    /// Readers beside one writer: WAL with full syncs, checkpointed by the writer alone.
    case server
    /// For tests and for the simulator: in memory, with the server's SQL.
    case memory
  }

  let writer: any DatabaseWriter
  /// Nothing for one in memory.
  private let path: String?
  /// What brings one back that belongs to a shelf, once nobody uses it any more.
  let loan: MemoryShelf.Loan?
  package let dialect = SQLDialect.sqlite

  /// Opens or creates the file.
  /// - Parameter forgets: what is deleted is overwritten, so that `forget` keeps its word. A laptop's files
  ///   always do; at the office it would slow the log, in which nothing is secret.
  /// - Throws: `StoreFault.unsafeSettings` when SQLite does not take the durable settings,
  ///   `StoreFault.notAStore` when the file is something else, and other `StoreFault`s where it cannot
  ///   be opened; one that is damaged is named.
  package init(path: String, kind: Kind, forgets: Bool = false) throws {
    try self.init(path: path, kind: kind, forgets: forgets, address: nil)
  }

  /// - Parameter address: where in memory, for one of a shelf, which two connections open.
  private init(path: String, kind: Kind, forgets: Bool, address: String?) throws {
    _ = MemoryStatistics.areOff
    self.path = kind == .memory ? nil : path
    loan = nil
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      PlanByText.ask(of: database.sqliteConnection)
      for pragma in [
        "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY",
      ] { try database.execute(sql: "PRAGMA \(pragma)") }
      if forgets || kind == .laptop { try database.execute(sql: "PRAGMA secure_delete = ON") }
    }
    do {
      switch kind {
      case .laptop:
        configuration.prepareDatabase { database in
          try database.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
        }
        writer = try DatabaseQueue(path: path, configuration: configuration)
      case .server:
        writer = try DatabasePool(path: path, configuration: configuration)
      case .memory:
        writer =
          if let address {
            try DatabaseQueue(path: address, configuration: configuration)
          } else {
            try DatabaseQueue(configuration: configuration)
          }
      }
      // GRDB sets NORMAL for WAL after its own preparation; FULL must come last, on the writer.
      try writer.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = \(Self.synchronous)")
      }
    } catch let error as DatabaseError { throw Self.translation(error, opening: path) }
    do {
      try claim()
      try checkSettings(kind)
    } catch let error as DatabaseError { throw Self.translation(error, opening: path) }
  }

  /// Opens a store to read it and nothing else: a backup, or one that was set aside. Nothing in the
  /// file or beside it changes.
  /// - Throws: `StoreFault.notAStore` when the file is something else; other `StoreFault`s where it
  ///   cannot be opened or read.
  package init(reading path: String) throws {
    _ = MemoryStatistics.areOff
    self.path = path
    loan = nil
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.readonly = true
    configuration.prepareDatabase { PlanByText.ask(of: $0.sqliteConnection) }
    do { writer = try DatabaseQueue(path: path, configuration: configuration) } catch let error
      as DatabaseError
    { throw Self.translation(error, opening: path) }
    let found: Int
    do {
      found = try writer.read { try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0 }
    } catch let error as DatabaseError { throw Self.translation(error, opening: path) }
    guard found == Self.mine else { throw StoreFault.notAStore }
  }

  /// A database in memory with what another holds now.
  package init(inMemory source: SQLiteFile) throws {
    try self.init(path: "", kind: .memory)
    let target = writer
    try translated {
      try source.copyPages { from in
        try target.writeWithoutTransaction { try from.backup(to: $0) }
      }
    }
  }

  /// The same on a connection of a shelf, which goes back there when the last copy of this value is gone.
  package init(inMemory source: SQLiteFile, on shelf: MemoryShelf) throws {
    let loan = try shelf.loan(of: source)
    writer = loan.database.file.writer
    path = nil
    self.loan = loan
  }

  /// An empty database in memory at an address, with all the settings of the others.
  init(memoryAt address: String) throws {
    try self.init(path: "", kind: .memory, forgets: false, address: address)
  }

  /// For whoever copies in one step, which is one state; and leaves this connection's statements as they are.
  func copyPages(_ copy: (Database) throws -> Void) throws { try writer.unsafeRead(copy) }

  private static var synchronous: String {
    KnownBug.active == .synchronousNormal ? "NORMAL" : "FULL"
  }

  /// "Roun", in SQLite's place for such marks.
  private static let mine = 0x526F_756E

  /// Marks a new file as ours, and refuses one that something else made.
  private func claim() throws {
    try writer.write { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if found == Self.mine { return }
      let tables = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      guard found == 0, tables == 0 else { throw StoreFault.notAStore }
      try database.execute(sql: "PRAGMA application_id = \(Self.mine)")
    }
  }

  private func checkSettings(_ kind: Kind) throws {
    let (journal, synchronous) = try writer.writeWithoutTransaction { database in
      (
        try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
      )
    }
    let expected =
      switch kind {
      case .laptop: "truncate"
      case .server: "wal"
      case .memory: "memory"
      }
    guard journal == expected, synchronous == 2 || KnownBug.active == .synchronousNormal else {
      throw StoreFault.unsafeSettings("journal_mode \(journal), synchronous \(synchronous)")
    }
  }

  package func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try look { try body(SQLiteConnection(database: $0, mayWrite: false)) }
  }

  /// As `read`, for what is asked of SQLite itself.
  private func look<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try translated {
      if let queue = writer as? DatabaseQueue { return try Self.read(queue, body) }
      return try writer.read(body)
    }
  }

  /// A queue's own `read` sets `PRAGMA query_only` before and after, and each time SQLite throws away
  /// every prepared statement: a third of a laptop's time went into preparing them again
  /// (docs/decisions/0024-reads-that-keep-their-statements.md). That nothing is changed is asked of
  /// each statement instead. Beginning and ending are statements as well, and are kept like the others.
  private static func read<Result>(
    _ queue: DatabaseQueue, _ body: (Database) throws -> Result
  ) throws -> Result {
    try queue.unsafeRead { try transaction("BEGIN DEFERRED TRANSACTION", $0, body) }
  }

  private static func transaction<Result>(
    _ begin: String, _ database: Database, _ body: (Database) throws -> Result
  ) throws -> Result {
    try database.cachedStatement(sql: begin).execute()
    do {
      let result = try body(database)
      try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
      return result
    } catch let first {
      // Where going back fails too, what came first says more.
      do { try database.rollback() } catch { throw first }
      throw first
    }
  }

  package func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try translated {
      try writer.writeWithoutTransaction { database in
        try Self.transaction("BEGIN IMMEDIATE TRANSACTION", database) {
          try body(SQLiteConnection(database: $0, mayWrite: true))
        }
      }
    }
  }

  /// GRDB's errors in the port's words; everything else passes through.
  private func translated<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let error as DatabaseError {
      throw Self.translation(error, path ?? "SQLite")
    }
  }

  /// What GRDB tells names the statement too, which means nothing to whoever reads it.
  private static func translation(_ error: DatabaseError, _ path: String) -> StoreFault {
    switch error.resultCode {
    case .SQLITE_FULL: .outOfSpace
    case .SQLITE_BUSY: .busy
    case .SQLITE_NOTADB: .notAStore
    case .SQLITE_CORRUPT: .damaged(error.message ?? "SQLite")
    case .SQLITE_READONLY: .readOnly(path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM: .cannotOpen(path)
    default:
      .database("SQLite error \(error.extendedResultCode.rawValue): \(error.message ?? "-")")
    }
  }

  /// The same for a file that is being opened: a program has several, and the person must know which.
  private static func translation(_ error: DatabaseError, opening path: String) -> StoreFault {
    switch translation(error, path) {
    case .damaged(let what): .damaged("\(path): \(what)")
    case .database(let what): .database("\(path): \(what)")
    case let other: other
    }
  }

  package func forget() throws {
    guard let pool = writer as? DatabasePool else { return }
    do {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Somebody reads an older state; whoever writes next moves the log over and begins it anew.
    } catch let error as DatabaseError { throw Self.translation(error, path ?? "SQLite") }
  }

  package func integrityCheck() throws -> [String] {
    let (lines, pageSize, file): ([String], Int, String?)
    do {
      (lines, pageSize, file) = try look { database in
        (
          try String.fetchAll(database, sql: "PRAGMA integrity_check(20)"),
          try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096,
          try String.fetchOne(
            database, sql: "SELECT file FROM pragma_database_list WHERE name = 'main'")
        )
      }
    } catch StoreFault.damaged(let what) { return [what] }
    // SQLite reads what a last page lacks as zeros, so a copy cut short can pass for a whole one.
    var facts = stat()
    if path != nil, let file, !file.isEmpty, stat(file, &facts) == 0,
      Int(facts.st_size) % pageSize != 0
    {
      return ["the file ends inside a page"]
    }
    return lines == ["ok"] ? [] : lines
  }

  package func copy(to path: String) throws {
    // The name is taken first, empty and owner-only; SQLite fills an empty file and no other.
    let reserved = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard reserved >= 0 else {
      if errno == EEXIST { throw StoreFault.fileExists(path) }
      throw Self.fault(path)
    }
    close(reserved)
    do {
      do { try translated { try vacuum(into: path) } } catch StoreFault.cannotOpen, StoreFault
        .readOnly
      {
        // Said of the file that is read, and meant of the one that is written.
        throw StoreFault.cannotMake(path)
      }
      try Self.sync(path, O_RDWR)
      try Self.sync(Self.parent(of: path), O_RDONLY | O_DIRECTORY)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// `VACUUM INTO` copies one committed state. A connection of its own keeps the writer free.
  private func vacuum(into target: String) throws {
    // A shelf's connection would make the copy in memory too, and begin anew with its statements.
    if loan != nil { return try SQLiteFile(inMemory: self).vacuum(into: target) }
    guard let path else { return try writer.vacuum(into: target) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let reader = try DatabaseQueue(path: path, configuration: configuration)
    try reader.vacuum(into: target)
    try reader.close()
  }

  private static func sync(_ path: String, _ flags: Int32) throws {
    let file = open(path, flags | O_CLOEXEC)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw fault(path) }
  }

  private static func fault(_ path: String) -> StoreFault {
    let code = errno
    let what = "\(path): \(String(cString: strerror(code)))"
    return switch code {
    case ENOSPC, EDQUOT: .outOfSpace
    case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .cannotMake(what)
    default: .database(what)
    }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
