import GRDB
import GRDBSQLite
import RecordStore

/// One transaction on SQLite: GRDB's connection and its prepared statements, and SQLite's own calls
/// for the values that go in and come out.
///
/// Through GRDB each blob passes through Foundation's `Data`, and each row through an array of boxes:
/// that was the largest single part of storing a bundle (docs/decisions/0020-values-without-boxes.md).
struct SQLiteConnection: SQLConnection {
  let database: Database
  /// Whether the transaction may change anything.
  let mayWrite: Bool

  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try step(sql, arguments) { _ in }
    return database.changesCount
  }

  func forEach(
    _ sql: String, _ arguments: [SQLValue], _ body: (borrowing SQLRow) throws -> Void
  ) throws {
    try step(sql, arguments) { try body(SQLRow(StatementColumns(statement: $0))) }
  }

  private func step(
    _ sql: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws -> Void
  ) throws {
    var prepared = try database.cachedStatement(sql: sql)
    // The same question inside an answer to it: the outer one keeps its place.
    if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 {
      prepared = try database.makeStatement(sql: sql)
    }
    let statement = prepared.sqliteStatement
    guard mayWrite || sqlite3_stmt_readonly(statement) != 0 else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "a change in a read", sql: sql)
    }
    guard Int(sqlite3_bind_parameter_count(statement)) == arguments.count else {
      throw DatabaseError(
        resultCode: .SQLITE_MISUSE, message: "\(arguments.count) arguments", sql: sql)
    }
    defer {
      // The reset repeats the error of a step that failed, which was thrown already.
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
      // A statement that is not in the cache lives until here and no longer.
      withExtendedLifetime(prepared) {}
    }
    for index in arguments.indices {
      let code = arguments[index].bind(to: statement, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw fault(code, sql) }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(statement)
      case SQLITE_DONE: return
      case let code: throw fault(code, sql)
      }
    }
  }

  private func fault(_ code: Int32, _ sql: String) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
  }
}

/// The row a statement stands on; gone with the next step.
private struct StatementColumns: SQLColumns {
  let statement: OpaquePointer

  var count: Int { Int(sqlite3_data_count(statement)) }

  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  func integer(_ column: Int) -> Int64? {
    type(column) == SQLITE_INTEGER ? sqlite3_column_int64(statement, Int32(column)) : nil
  }

  func text(_ column: Int) -> String? {
    guard type(column) == SQLITE_TEXT else { return nil }
    // Asked for in this order: the text first, then how long it is.
    let start = sqlite3_column_text(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard type(column) == SQLITE_BLOB else { return nil }
    let start = sqlite3_column_blob(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  func value(_ column: Int) -> SQLValue {
    switch type(column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, Int32(column)))
    case SQLITE_TEXT: .text(text(column) ?? "")
    case SQLITE_BLOB: .blob(blob(column) ?? [])
    case SQLITE_FLOAT: .text("\(sqlite3_column_double(statement, Int32(column)))")
    default: .null
    }
  }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }
}

extension SQLValue {
  /// SQLite copies the bytes before this returns.
  fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let value): return sqlite3_bind_int64(statement, index, value)
    case .text(var text):
      return text.withUTF8 { bytes in
        // No bytes have no address, and without one SQLite would store NULL.
        bytes.isEmpty
          ? sqlite3_bind_text(statement, index, "", 0, copied)
          : bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_bind_text(statement, index, $0.baseAddress, Int32(clamping: $0.count), copied)
          }
      }
    case .blob(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob(statement, index, $0.baseAddress, Int32(clamping: $0.count), copied)
      }
    }
  }
}

/// SQLITE_TRANSIENT, which is a cast in C and so not imported.
private var copied: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
