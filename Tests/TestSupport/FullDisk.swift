package import RecordStore
import Synchronization

/// A database on a disk that is full for a while: what is there is read, and nothing is written.
package final class FullDisk: SQLDatabase {
  private let real: any SQLDatabase
  private let full = Mutex(false)

  package init(_ real: any SQLDatabase) { self.real = real }

  package var isFull: Bool {
    get { full.withLock { $0 } }
    set { full.withLock { $0 = newValue } }
  }

  package var dialect: SQLDialect { real.dialect }

  package func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try real.read(body)
  }

  package func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    if isFull { throw StoreFault.outOfSpace }
    return try real.write(body)
  }

  package func copy(to path: String) throws { try real.copy(to: path) }
  package func forget() throws { try real.forget() }
  package func integrityCheck() throws -> [String] { try real.integrityCheck() }
}
