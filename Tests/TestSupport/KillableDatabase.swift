package import RecordStore
import Synchronization

/// A process that stopped between two steps. No code of the product knows this error, so nothing
/// there can mistake it for something to handle.
package struct Killed: Error, Hashable {}

/// The database port with a kill in it: real SQLite inside, and a process that can stop just before a
/// transaction or just after its commit, which are the two moments a store can tell apart.
package final class KillableDatabase: SQLDatabase {
  package enum Moment: Sendable { case before, afterCommit }

  private struct Fuse {
    /// Transactions that still go well.
    var left: Int
    let moment: Moment
  }

  package let inner: any SQLDatabase
  private let fuse = Mutex<Fuse?>(nil)
  private let kills = Mutex(0)

  package init(_ inner: any SQLDatabase) { self.inner = inner }

  /// Stops the process at a transaction to come.
  package func kill(after transactions: Int, _ moment: Moment) {
    fuse.withLock { $0 = Fuse(left: transactions, moment: moment) }
  }

  /// - Returns: whether a kill was still to come.
  @discardableResult
  package func calm() -> Bool {
    fuse.withLock { fuse in
      defer { fuse = nil }
      return fuse != nil
    }
  }

  /// Whether a kill has struck since the last look.
  package var wasKilled: Bool {
    kills.withLock { kills in
      defer { kills = 0 }
      return kills > 0
    }
  }

  package var dialect: SQLDialect { inner.dialect }

  package func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try inner.read(body)
  }

  package func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    let moment = burn()
    if moment != nil { kills.withLock { $0 += 1 } }
    if moment == .before { throw Killed() }
    let result = try inner.write(body)
    if moment == .afterCommit { throw Killed() }
    return result
  }

  private func burn() -> Moment? {
    fuse.withLock { fuse in
      guard var now = fuse else { return nil }
      if now.left > 0 {
        now.left -= 1
        fuse = now
        return nil
      }
      fuse = nil
      return now.moment
    }
  }

  package func copy(to path: String) throws { try inner.copy(to: path) }
  package func forget() throws { try inner.forget() }
  package func integrityCheck() throws -> [String] { try inner.integrityCheck() }
}
