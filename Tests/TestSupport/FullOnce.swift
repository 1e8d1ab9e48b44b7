package import RecordStore
import Synchronization

/// A database that finds the disk full at its first write, and never again.
package final class FullOnce: SQLDatabase {
  private let real: any SQLDatabase
  private let isFull = Mutex(true)

  package init(_ real: any SQLDatabase) { self.real = real }

  package var dialect: SQLDialect { real.dialect }

  package func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try real.read(body)
  }

  package func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    let refuses = isFull.withLock { isFull in
      defer { isFull = false }
      return isFull
    }
    if refuses { throw StoreFault.outOfSpace }
    return try real.write(body)
  }

  package func copy(to path: String) throws { try real.copy(to: path) }
  package func forget() throws { try real.forget() }
  package func integrityCheck() throws -> [String] { try real.integrityCheck() }
}
