/// What a store needs of a database: transactions, and SQL that both SQLite and PostgreSQL read.
///
/// Contract, held by one conformance suite for every driver (`RecordStoreTests/DatabaseConformance`):
/// - `write` is one transaction: all of it or none, and when it returns the data is on disk, synced.
/// - Writers wait for each other (10 s). A reader sees one committed state for as long as its body runs,
///   the last one where nobody writes meanwhile; on the server it never waits for a writer, elsewhere
///   the users of one database take turns.
/// - An error thrown inside a body rolls back and is thrown on unchanged; what the database itself
///   reports comes as a `StoreFault`.
/// - Values come back as they were given, to the last bit: a NUL in a text, the spelling of a letter,
///   no bytes apart from NULL.
/// - A body must not use the database it was called by, but only its connection: that stops the
///   program, or sees another state.
package protocol SQLDatabase: Sendable {
  var dialect: SQLDialect { get }

  /// Runs `body` on a snapshot. Changing anything in it is an error.
  func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result

  /// Runs `body` in one durable transaction. Not idempotent: the caller decides about repeating.
  func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result

  /// Writes a complete copy of the database as of one moment to a new file, while others read and
  /// write. When it returns, the file and its name are on disk, synced, readable by the owner alone.
  /// A process that is killed meanwhile leaves part of a file under the name, so that a copy for people
  /// is made under another one first.
  /// - Throws: `StoreFault.fileExists` when the name is taken, which is then left as it is. Of a copy
  ///   that failed nothing stays.
  func copy(to path: String) throws

  /// Leaves nothing in its files of what was deleted in committed transactions. Slow; for after something
  /// was destroyed for good. Copies made before have it still.
  func forget() throws

  /// What is wrong with the structure of the database itself; nothing when all is well. Reads all of
  /// it.
  func integrityCheck() throws -> [String]
}

/// One transaction's view of the database; never kept beyond the body it was given to.
package protocol SQLConnection {
  /// Runs one statement with `?` for each argument.
  /// - Returns: how many rows it changed.
  @discardableResult
  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int

  /// Calls `body` with each row in order; stops at the first error.
  func forEach(
    _ sql: String, _ arguments: [SQLValue], _ body: (borrowing SQLRow) throws -> Void) throws
}

/// The words in which the two databases differ.
package struct SQLDialect: Hashable, Sendable {
  /// The type of 64-bit numbers.
  package let integer: String
  package let blob: String
  /// What stands after the bracket of CREATE TABLE.
  package let tableSuffix: String

  package init(integer: String, blob: String, tableSuffix: String) {
    self.integer = integer
    self.blob = blob
    self.tableSuffix = tableSuffix
  }

  package static let sqlite = SQLDialect(
    integer: "INTEGER", blob: "BLOB", tableSuffix: " STRICT")
}

package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  package static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  package static func integer(_ value: UInt64) -> SQLValue { .integer(Int64(clamping: value)) }
  package static func optional(_ bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.blob) ?? .null }
}

/// The values of one row as the database holds them, columns counted from 0. Each is read only when
/// it is asked for, and nothing stays of it but what was returned.
package protocol SQLColumns {
  var count: Int { get }
  func isNull(_ column: Int) -> Bool
  /// Nothing when the column holds another type; so do the two below.
  func integer(_ column: Int) -> Int64?
  func text(_ column: Int) -> String?
  func blob(_ column: Int) -> [UInt8]?
  /// Whatever it is.
  func value(_ column: Int) -> SQLValue
}

/// One row of a result; it cannot be kept beyond the body it was lent to.
package struct SQLRow: ~Copyable {
  private let columns: any SQLColumns

  package init(_ columns: any SQLColumns) { self.columns = columns }

  /// Every column as it is, for whoever compares rows without knowing the table.
  package var all: [SQLValue] { (0..<columns.count).map(columns.value) }

  /// One column as it is.
  package func value(_ column: Int) -> SQLValue { columns.value(column) }

  package func isNull(_ column: Int) -> Bool { columns.isNull(column) }

  /// - Throws: `StoreFault.damaged` when the column holds something else: the schema is ours, so
  ///   another type means a file that was changed from outside.
  package func integer(_ column: Int) throws(StoreFault) -> Int64 {
    guard let value = columns.integer(column) else {
      throw .damaged("column \(column) is no number")
    }
    return value
  }

  package func text(_ column: Int) throws(StoreFault) -> String {
    guard let value = columns.text(column) else {
      throw .damaged("column \(column) is no text")
    }
    return value
  }

  package func blob(_ column: Int) throws(StoreFault) -> [UInt8] {
    guard let value = columns.blob(column) else {
      throw .damaged("column \(column) is no bytes")
    }
    return value
  }
}

/// What can be wrong with a store, apart from what its database reports.
package enum StoreFault: Error, Hashable, Sendable {
  /// The contents are not what this program wrote.
  case damaged(String)
  /// A computed row cannot be read; the log is not concerned, and a rebuild makes it anew.
  case computedRow(String)
  /// Written by a later program.
  case newerSchema(found: Int, known: Int)
  /// The file belongs to something else.
  case notAStore
  /// The database runs with settings that could lose what was acknowledged.
  case unsafeSettings(String)
  /// Another process kept the database for longer than the writer waits.
  case busy
  case outOfSpace
  /// A file may be read and not changed; nothing of the transaction was kept.
  case readOnly(String)
  /// A file cannot be opened: it may not be, or there is no such directory.
  case cannotOpen(String)
  /// A new file was to be made where one is.
  case fileExists(String)
  /// A new file cannot be made where it was to be, and why.
  case cannotMake(String)
  /// What the database itself reports, without any statement; nothing of the transaction was kept.
  case database(String)
}

extension StoreFault: CustomStringConvertible {
  /// For a place in a sentence that says already what it is about.
  package var description: String {
    switch self {
    case .damaged(let what), .computedRow(let what), .unsafeSettings(let what),
      .cannotMake(let what), .database(let what):
      what
    case .newerSchema(let found, let known): "schema \(found), known up to \(known)"
    case .notAStore: "no database of this program"
    case .busy: "another program uses it"
    case .outOfSpace: "no space left"
    case .readOnly(let path): "\(path): cannot be written"
    case .cannotOpen(let path): "\(path): cannot be opened"
    case .fileExists(let path): "\(path): exists already"
    }
  }
}

extension SQLConnection {
  @discardableResult
  package func run(_ sql: String) throws -> Int { try run(sql, []) }

  package func rows<Row>(
    _ sql: String, _ arguments: [SQLValue] = [], _ make: (borrowing SQLRow) throws -> Row
  ) throws -> [Row] {
    var rows: [Row] = []
    try forEach(sql, arguments) { rows.append(try make($0)) }
    return rows
  }

  package func first<Row>(
    _ sql: String, _ arguments: [SQLValue] = [], _ make: (borrowing SQLRow) throws -> Row
  ) throws -> Row? {
    try rows(sql, arguments, make).first
  }
}
