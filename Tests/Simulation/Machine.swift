import ConflictFreeRecords
import FieldWork
import Fingerprint
import RecordStore
import Synchronization
import TestSupport
import VisitModel

/// How far a machine's clock is off, in milliseconds.
final class ClockError: Sendable {
  private let milliseconds = Mutex<Int64>(0)

  func set(days: Int) { milliseconds.withLock { $0 = Int64(days) * 86_400_000 } }
  func applied(to moment: Instant) -> Instant {
    moment.advanced(byMilliseconds: milliseconds.withLock { $0 })
  }
}

/// A laptop in the simulation: its store with a kill in it, and a clock that may be years off.
final class Machine {
  let name: String
  let database: KillableDatabase
  let clockError: ClockError
  private(set) var laptop: Laptop
  /// Away from the site it was assigned to.
  var isWithdrawn = false
  var isRevoked = false
  /// After its last sync.
  var isInSync = false
  /// Where the office's feeds and keys ended then.
  var feedEnd: [UInt64] = []
  private var starts: UInt64 = 1

  init(_ name: String, _ database: KillableDatabase, _ clockError: ClockError, _ laptop: Laptop) {
    self.name = name
    self.database = database
    self.clockError = clockError
    self.laptop = laptop
  }

  /// The process begins again over what is on disk.
  func restart() throws {
    database.calm()
    starts += 1
    var field = laptop.environment
    field.boot = BootID(high: 2, low: starts)
    try field.prepare()
    laptop = try Laptop(field)
  }

  /// Every bundle in its store.
  func ids() throws -> Set<BundleID> { try laptop.read { try $0.connection.bundleIDs() } }

  /// The newest bundle that waits to be sent.
  func newestPending() throws -> BundleID? {
    try laptop.read { replica in
      try replica.connection.first(
        "SELECT id FROM bundle WHERE delivery = 1 ORDER BY ordinal DESC LIMIT 1"
      ) { BundleID(bytes: try $0.blob(0)) } ?? nil
    }
  }
}

extension SQLConnection {
  func bundleIDs() throws -> Set<BundleID> {
    Set(
      try rows("SELECT id FROM bundle") { row in
        guard let id = BundleID(bytes: try row.blob(0)) else {
          throw StoreFault.damaged("a bundle's name")
        }
        return id
      })
  }
}
