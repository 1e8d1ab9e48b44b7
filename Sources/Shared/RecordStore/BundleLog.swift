package import ConflictFreeRecords
package import Fingerprint
package import SyncProtocol
package import VisitModel
import WireFormat

/// What a laptop knows of a bundle's way to the office: one it wrote, or one that a file brought and it
/// carries for others. The books close over these.
package enum Delivery: Int, CodeSet {
  /// Came from the office, or is its own: nothing to deliver.
  case none = 0
  /// Written here or carried, no receipt yet.
  case pending
  /// The office gave its receipt; the feed has not brought the bundle back yet.
  case received
  /// The office keeps it for an administrator.
  case held
  /// The office could not read it; the bytes stay here.
  case unreadable
  /// The office gave its receipt, and the feed holds it.
  case confirmed
}

/// How a bundle is to be stored.
package struct Admission: Hashable, Sendable {
  package var inView: Bool
  package var delivery: Delivery
  package var reason: HoldReason
  /// Made before a reassignment reached the laptop: credited, and marked.
  package var isLate: Bool

  package init(
    inView: Bool, delivery: Delivery = .none, reason: HoldReason = .none, isLate: Bool = false
  ) {
    self.inView = inView
    self.delivery = delivery
    self.reason = reason
    self.isLate = isLate
  }
}

/// A bundle as the log keeps it.
package struct LoggedBundle: Hashable, Sendable {
  package let id: BundleID
  package let scope: ScopeID
  package let storedAt: Instant
  package let inView: Bool
  package let delivery: Delivery
  package let reason: HoldReason
  package let isLate: Bool
  package let envelope: [UInt8]
  package let receipt: [UInt8]?
}

/// The append-only log of bundles. Nothing in it is ever altered but what became of a bundle.
package struct BundleLog {
  let connection: any SQLConnection

  package init(_ connection: any SQLConnection) { self.connection = connection }

  static let columns =
    "id, scope, storedMs, inView, delivery, reason, isLate, envelope, receipt"

  static func row(_ row: borrowing SQLRow) throws -> LoggedBundle {
    guard let id = BundleID(bytes: try row.blob(0)), let scope = ScopeID(bytes: try row.blob(1))
    else { throw StoreFault.damaged("a bundle's name") }
    return LoggedBundle(
      id: id, scope: scope, storedAt: Instant(millisecondsSince1970: try row.integer(2)),
      inView: try row.integer(3) == 1,
      delivery: Delivery(rawValue: Int(try row.integer(4))) ?? .none,
      reason: HoldReason(rawValue: Int(try row.integer(5))) ?? .none,
      isLate: try row.integer(6) == 1, envelope: try row.blob(7),
      receipt: row.isNull(8) ? nil : try row.blob(8))
  }

  package func bundle(_ id: BundleID) throws -> LoggedBundle? {
    try connection.first(
      "SELECT \(Self.columns) FROM bundle WHERE id = ?", [.blob(id.bytes)], Self.row)
  }

  package func contains(_ id: BundleID) throws -> Bool {
    try connection.first("SELECT 1 FROM bundle WHERE id = ?", [.blob(id.bytes)]) { _ in true }
      ?? false
  }

  /// Columns that repeat what the envelope says, so that SQL finds the row by it.
  static let filing = "scope, device, previous, link, lastReceipt, claimedMs"

  /// What stands in them for a bundle, in their order.
  static func filed(_ bundle: VerifiedBundle) -> [SQLValue] {
    let header = bundle.bundle.header
    return [
      .blob(header.scope.bytes), .blob(header.device.bytes), .blob(header.previous?.bytes ?? []),
      .blob(bundle.link.bytes), .blob(header.lastReceipt?.bytes ?? []),
      .integer(header.claimedAt.millisecondsSince1970),
    ]
  }

  /// Appends a bundle that is not in the log, notes a fork, and does nothing else.
  /// - Parameter ordinal: the order in which this replica sends its own; 0 for others'.
  func append(
    _ bundle: VerifiedBundle, _ admission: Admission, storedAt: Instant, receipt: [UInt8]?
  ) throws {
    let header = bundle.bundle.header
    let previous = header.previous?.bytes ?? []
    // A device can sign any number of them; a few tell what there is to tell.
    let siblings = try connection.rows(
      "SELECT id, envelope FROM bundle WHERE device = ? AND previous = ? ORDER BY id LIMIT 16",
      [.blob(header.device.bytes), .blob(previous)]
    ) { (id: try $0.blob(0), envelope: try $0.blob(1)) }
    let ordinal = admission.delivery == .pending ? try lastOrdinal() + 1 : 0
    let kept: [SQLValue] = [
      .integer(storedAt.millisecondsSince1970), .integer(admission.inView ? 1 : 0),
      .integer(admission.delivery.rawValue), .integer(admission.reason.rawValue),
      .integer(admission.isLate ? 1 : 0), .integer(ordinal), .blob(bundle.envelope),
      .optional(receipt),
    ]
    try connection.run(
      """
      INSERT INTO bundle (id, \(Self.filing), storedMs, inView, delivery, reason, isLate, ordinal,
        envelope, receipt)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """, [.blob(bundle.id.bytes)] + Self.filed(bundle) + kept)
    if let first = siblings.first {
      // A branch by the same writer is a copy, whatever the others are.
      let copied = try siblings.first {
        try Stored.opening($0.envelope, changes: 0).header.writer == header.writer
      }
      try connection.run(
        "INSERT INTO fork (bundle, other, device, isCopy, seenMs) VALUES (?,?,?,?,?)",
        [
          .blob(bundle.id.bytes), .blob((copied ?? first).id), .blob(header.device.bytes),
          .integer(copied == nil ? 0 : 1),
          .integer(storedAt.millisecondsSince1970),
        ])
    }
  }

  func lastOrdinal() throws -> Int64 {
    try connection.first("SELECT MAX(ordinal) FROM bundle WHERE delivery = 1") {
      $0.isNull(0) ? Int64(0) : try $0.integer(0)
    } ?? 0
  }

  /// Bundles without a receipt, in the order they were written or brought here.
  package func pending(limit: Int) throws -> [LoggedBundle] {
    try connection.rows(
      "SELECT \(Self.columns) FROM bundle WHERE delivery = 1 ORDER BY ordinal LIMIT ?",
      [.integer(limit)], Self.row)
  }

  /// How many own bundles are in each state of delivery, and when the oldest pending was stored.
  package func books() throws -> (counts: [Delivery: Int], oldestPending: Instant?) {
    var counts: [Delivery: Int] = [:]
    try connection.forEach(
      "SELECT delivery, COUNT(*) FROM bundle WHERE delivery > 0 GROUP BY delivery", []
    ) { row in
      if let delivery = Delivery(rawValue: Int(try row.integer(0))) {
        counts[delivery] = Int(try row.integer(1))
      }
    }
    let oldest = try connection.first("SELECT MIN(storedMs) FROM bundle WHERE delivery = 1") {
      $0.isNull(0) ? nil : Instant(millisecondsSince1970: try $0.integer(0))
    }
    return (counts, oldest ?? nil)
  }

  package func setDelivery(
    _ id: BundleID, _ delivery: Delivery, reason: HoldReason, receipt: [UInt8]?
  ) throws {
    try connection.run(
      "UPDATE bundle SET delivery = ?, reason = ?, receipt = COALESCE(?, receipt) WHERE id = ?",
      [
        .integer(delivery.rawValue), .integer(reason.rawValue), .optional(receipt),
        .blob(id.bytes),
      ])
  }

  /// Marks own bundles of a scope as met in the feed, or, before the feed is taken anew, as not met.
  func confirm(_ id: BundleID) throws {
    try connection.run(
      "UPDATE bundle SET delivery = 5, reason = 0 WHERE id = ? AND delivery IN (1, 2, 3, 4)",
      [.blob(id.bytes)])
  }

  func unconfirm(_ scope: ScopeID) throws {
    try connection.run(
      "UPDATE bundle SET delivery = CASE WHEN receipt IS NULL THEN 1 ELSE 2 END "
        + "WHERE scope = ? AND delivery = 5", [.blob(scope.bytes)])
  }

  /// Scopes with own bundles that have a receipt and were not met in the feed.
  package func unconfirmedScopes() throws -> Set<ScopeID> {
    try scopes("SELECT DISTINCT scope FROM bundle WHERE delivery = 2")
  }

  /// Scopes of which something here has not reached the office yet.
  package func undeliveredScopes() throws -> Set<ScopeID> {
    try scopes("SELECT DISTINCT scope FROM bundle WHERE delivery = 1")
  }

  private func scopes(_ query: String) throws -> Set<ScopeID> {
    Set(
      try connection.rows(query) { row in
        guard let scope = ScopeID(bytes: try row.blob(0)) else {
          throw StoreFault.damaged("a scope")
        }
        return scope
      })
  }

  /// Own bundles of a scope that have a receipt and were not met in the feed.
  package func unconfirmed(of scope: ScopeID) throws -> [BundleID] {
    try connection.rows(
      "SELECT id FROM bundle WHERE delivery = 2 AND scope = ? ORDER BY id", [.blob(scope.bytes)]
    ) { row in
      guard let id = BundleID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a bundle's name")
      }
      return id
    }
  }

  /// Whether any bundle of a device names a receipt it held.
  package func namesReceipts(_ device: VerifyingKey) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM bundle WHERE device = ? AND lastReceipt <> ? LIMIT 1",
      [.blob(device.bytes), .blob([])]
    ) { _ in true } ?? false
  }

  /// Every id of a scope from `low` on, ascending.
  package func ids(
    of scope: ScopeID, from low: BundleID, through high: BundleID? = nil, limit: Int
  ) throws -> [BundleID] {
    try connection.rows(
      "SELECT id FROM bundle WHERE scope = ? AND id >= ? AND id <= ? ORDER BY id LIMIT ?",
      [
        .blob(scope.bytes), .blob(low.bytes),
        .blob(high?.bytes ?? Array(repeating: 0xFF, count: 32)), .integer(limit),
      ]
    ) { row in
      guard let id = BundleID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a bundle's name")
      }
      return id
    }
  }

  /// Bundles that wait for an administrator, oldest first.
  package func held() throws -> [LoggedBundle] {
    try connection.rows(
      "SELECT \(Self.columns) FROM bundle WHERE inView = 0 ORDER BY storedMs, id", [], Self.row)
  }

  /// Two bundles of one device that name the same predecessor.
  package struct Fork: Hashable, Sendable {
    package let bundle: BundleID
    package let other: BundleID
    package let device: VerifyingKey
    /// The same writer id: the directory was copied and both are in use. Otherwise a backup was
    /// restored.
    package let isCopy: Bool
    package let seenAt: Instant
  }

  package func forks() throws -> [Fork] {
    try connection.rows(
      "SELECT bundle, other, device, isCopy, seenMs FROM fork ORDER BY seenMs, bundle"
    ) { row in
      guard let bundle = BundleID(bytes: try row.blob(0)),
        let other = BundleID(bytes: try row.blob(1)),
        let device = VerifyingKey(bytes: try row.blob(2))
      else { throw StoreFault.damaged("a fork") }
      return Fork(
        bundle: bundle, other: other, device: device, isCopy: try row.integer(3) == 1,
        seenAt: Instant(millisecondsSince1970: try row.integer(4)))
    }
  }
}
