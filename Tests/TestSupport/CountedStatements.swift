package import RecordStore
import Synchronization

/// A connection that counts the statements that go through it: how many a page needs must not hang on how many
/// sites there are.
package final class CountedStatements: SQLConnection {
  private let inner: any SQLConnection
  package private(set) var count = 0
  /// Each once.
  package private(set) var texts: Set<String> = []

  package init(_ inner: any SQLConnection) { self.inner = inner }

  @discardableResult
  package func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    count += 1
    texts.insert(sql)
    return try inner.run(sql, arguments)
  }

  package func forEach(
    _ sql: String, _ arguments: [SQLValue], _ body: (borrowing SQLRow) throws -> Void
  ) throws {
    count += 1
    texts.insert(sql)
    try inner.forEach(sql, arguments, body)
  }
}

/// A database whose readings count their statements, all together.
package final class CountingDatabase: SQLDatabase {
  private let real: any SQLDatabase
  private let counted = Mutex(0)
  private let read = Mutex<Set<String>>([])

  package init(_ real: any SQLDatabase) { self.real = real }

  /// How many since the last look.
  package var statements: Int {
    counted.withLock { count in
      defer { count = 0 }
      return count
    }
  }

  /// What was ever asked, each statement once.
  package var texts: Set<String> { read.withLock { $0 } }

  package var dialect: SQLDialect { real.dialect }

  package func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try real.read { connection in
      let counting = CountedStatements(connection)
      defer {
        counted.withLock { $0 += counting.count }
        read.withLock { $0.formUnion(counting.texts) }
      }
      return try body(counting)
    }
  }

  package func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try real.write { connection in
      let counting = CountedStatements(connection)
      defer { read.withLock { $0.formUnion(counting.texts) } }
      return try body(counting)
    }
  }

  package func copy(to path: String) throws { try real.copy(to: path) }
  package func forget() throws { try real.forget() }
  package func integrityCheck() throws -> [String] { try real.integrityCheck() }
}
