package import ConflictFreeRecords
package import Fingerprint
package import VisitModel
import WireFormat

/// How many bundles are in each state of delivery.
package struct DeliveryBooks: Hashable, Sendable {
  package var counts: [Delivery: Int] = [:]
  /// When the oldest one without a receipt was stored here.
  package var oldestPending: Instant?

  package init() {}

  package subscript(delivery: Delivery) -> Int { counts[delivery] ?? 0 }
}

// Bundles on their way by hand: what goes into a file, and what a file brought.
extension BundleLog {
  /// The books of what `device` wrote, and of what is carried for everybody else.
  package func books(
    of device: VerifyingKey
  ) throws -> (own: DeliveryBooks, carried: DeliveryBooks) {
    var own = DeliveryBooks()
    var carried = DeliveryBooks()
    try connection.forEach(
      """
      SELECT delivery, CASE WHEN device = ? THEN 1 ELSE 0 END, COUNT(*), MIN(storedMs)
      FROM bundle WHERE delivery > 0 GROUP BY 1, 2
      """, [.blob(device.bytes)]
    ) { row in
      guard let delivery = Delivery(rawValue: Int(try row.integer(0))) else { return }
      let count = Int(try row.integer(2))
      let oldest =
        delivery == .pending ? Instant(millisecondsSince1970: try row.integer(3)) : nil
      if try row.integer(1) == 1 {
        own.counts[delivery] = count
        own.oldestPending = oldest ?? own.oldestPending
      } else {
        carried.counts[delivery] = count
        carried.oldestPending = oldest ?? carried.oldestPending
      }
    }
    return (own, carried)
  }

  /// Bundles of `device` without a receipt, in the order they were written.
  package func pending(of device: VerifyingKey, limit: Int) throws -> [LoggedBundle] {
    try connection.rows(
      "SELECT \(Self.columns) FROM bundle WHERE delivery = 1 AND device = ? "
        + "ORDER BY ordinal LIMIT ?", [.blob(device.bytes), .integer(limit)], Self.row)
  }

  /// What a file takes along, in the order in which it is best read: the company's first, because it
  /// says who the others are.
  /// - Parameter pendingOnly: only what has no receipt; otherwise also all of the followed scopes.
  package func toExport(pendingOnly: Bool, company: ScopeID) throws -> [BundleID] {
    let choice =
      pendingOnly
      ? "b.delivery = 1"
      : "b.delivery = 1 OR EXISTS (SELECT 1 FROM scopeHead s WHERE s.scope = b.scope "
        + "AND s.isFollowed = 1)"
    return try connection.rows(
      "SELECT b.id FROM bundle b WHERE \(choice) "
        + "ORDER BY CASE WHEN b.scope = ? THEN 0 ELSE 1 END, b.storedMs, b.ordinal, b.id",
      [.blob(company.bytes)]
    ) { row in
      guard let id = BundleID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a bundle's name")
      }
      return id
    }
  }

  /// Sends a bundle once more that the office has answered and admitted, after everything that waits. Its
  /// receipt goes: what waits has none, and the office gives the same one again.
  package func sendAgain(_ id: BundleID) throws {
    try connection.run(
      "UPDATE bundle SET delivery = 1, receipt = NULL, ordinal = ? "
        + "WHERE id = ? AND delivery IN (2, 5)",
      [.integer(try lastOrdinal() + 1), .blob(id.bytes)])
  }

  /// What the office said it holds, of this laptop's own and of what it carries.
  package func heldHere() throws -> [BundleID] {
    try connection.rows(
      "SELECT id FROM bundle WHERE delivery > 0 AND delivery = 3 ORDER BY device, storedMs, id"
    ) { row in
      guard let id = BundleID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a bundle's name")
      }
      return id
    }
  }

  /// What a file brought and is not shown, because nobody could say yet whose it is.
  package func waiting() throws -> [LoggedBundle] {
    try connection.rows(
      "SELECT \(Self.columns) FROM bundle WHERE delivery = 1 AND inView = 0 ORDER BY ordinal", [],
      Self.row)
  }

  /// Every envelope with its receipt, as stored; for whoever brings a store's contents elsewhere.
  package func forEachEnvelope(
    _ body: (_ envelope: [UInt8], _ receipt: [UInt8]?) throws -> Void
  ) throws {
    try connection.forEach(
      "SELECT envelope, receipt FROM bundle ORDER BY storedMs, ordinal, id", []
    ) { row in try body(try row.blob(0), row.isNull(1) ? nil : try row.blob(1)) }
  }
}

extension Replica {
  /// Scopes whose bundles in view do not add up to the digest that is kept for them.
  package func unsoundScopes() throws -> [ScopeID] {
    var found: [ScopeID: SetDigest] = [:]
    try connection.forEach("SELECT scope, id FROM bundle WHERE inView = 1", []) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)), let id = BundleID(bytes: try row.blob(1))
      else { throw StoreFault.damaged("a bundle's name") }
      found[scope, default: .empty].insert(id)
    }
    let kept = Dictionary(try feed.heads().map { ($0.scope, $0.view) }) { first, _ in first }
    return Set(found.keys).union(kept.keys).sorted().filter {
      found[$0, default: .empty] != kept[$0, default: .empty]
    }
  }

  /// Sets every scope's digest of its bundles in view to what they add up to.
  package func mendSums() throws {
    for scope in try unsoundScopes() {
      var head = try feed.lock(scope)
      head.view = .empty
      try connection.forEach(
        "SELECT id FROM bundle WHERE scope = ? AND inView = 1", [.blob(scope.bytes)]
      ) { row in
        if let id = BundleID(bytes: try row.blob(0)) { head.view.insert(id) }
      }
      try feed.store(head)
    }
  }

  /// Where this device's chain ends, as the log tells it, starting from where the store says it ends:
  /// goes forward as long as exactly one bundle follows. What was written after a backup and brought
  /// back belongs to the same chain.
  /// - Parameter writer: whose bundles are followed; nothing for those of every installation of the
  ///   device.
  /// - Returns: nothing when the device wrote nothing here.
  package func chainEnd(of device: VerifyingKey, by writer: WriterID? = nil) throws -> Digest? {
    var end = try Meta.bytes("tip", connection).flatMap(Digest.init(bytes:))
    if let tip = end, try !isLink(tip, of: device) { end = nil }
    if end == nil { end = try newestLeaf(of: device) }
    var passed: Set<Digest> = []
    while let link = end, passed.insert(link).inserted {
      let next = try links(
        "device = ? AND previous = ?", [.blob(device.bytes), .blob(link.bytes)], by: writer)
      guard next.count == 1, let following = next.first else { break }
      end = following
    }
    return end
  }

  /// Sets the end of the own chain to where `chainEnd` finds it.
  package func mendChain(of device: VerifyingKey, by writer: WriterID? = nil) throws {
    guard let end = try chainEnd(of: device, by: writer) else { return }
    try Meta.set("tip", end.bytes, connection)
  }

  private func isLink(_ link: Digest, of device: VerifyingKey) throws -> Bool {
    try !links("device = ? AND link = ?", [.blob(device.bytes), .blob(link.bytes)]).isEmpty
  }

  private func newestLeaf(of device: VerifyingKey) throws -> Digest? {
    try links(
      "device = ? AND NOT EXISTS (SELECT 1 FROM bundle c WHERE c.device = bundle.device "
        + "AND c.previous = bundle.link) ORDER BY claimedMs DESC, id DESC LIMIT 1",
      [.blob(device.bytes)]
    ).first
  }

  private func links(
    _ condition: String, _ arguments: [SQLValue], by writer: WriterID? = nil
  ) throws -> [Digest] {
    try connection.rows("SELECT link, envelope FROM bundle WHERE \(condition)", arguments) { row in
      guard let link = Digest(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a link")
      }
      return (link: link, envelope: try row.blob(1))
    }
    .filter { found in
      guard let writer else { return true }
      return try Stored.bundle(found.envelope).bundle.header.writer == writer
    }
    .map(\.link)
  }
}
