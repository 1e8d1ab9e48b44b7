package import ConflictFreeRecords
import Fingerprint
package import SyncProtocol
package import VisitModel

/// One scope's line of admitted bundles, in the order in which the office admitted them.
///
/// A position is assigned under the lock of the scope's row, so that the order of positions is the
/// order of commits and no reader can skip one.
package struct Feed {
  let connection: any SQLConnection

  package init(_ connection: any SQLConnection) { self.connection = connection }

  package struct Head: Hashable, Sendable {
    package var scope: ScopeID
    package var position: UInt64
    /// Of the feed's rows up to `position`.
    package var feed: SetDigest
    /// Of every bundle in view: on the office's side the same, on a laptop with its own pending.
    package var view: SetDigest
    package var epoch: Epoch?
    /// What the office said its digest is at `position`.
    package var office: SetDigest
    package var isFollowed: Bool
    package var keyCursor: UInt64

    package static func new(_ scope: ScopeID) -> Head {
      Head(
        scope: scope, position: 0, feed: .empty, view: .empty, epoch: nil, office: .empty,
        isFollowed: false, keyCursor: 0)
    }
  }

  package func head(_ scope: ScopeID) throws -> Head? {
    try heads(where: " WHERE scope = ?", [.blob(scope.bytes)]).first
  }

  /// Every known scope, ascending.
  package func heads() throws -> [Head] { try heads(where: "", []) }

  /// The digest of what is in view in every known scope, ascending.
  package func views() throws -> [(scope: ScopeID, view: SetDigest)] {
    try connection.rows("SELECT scope, viewCount, viewSum FROM scopeHead ORDER BY scope") { row in
      guard let scope = ScopeID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a scope")
      }
      return (scope, try Self.digest(row, 1))
    }
  }

  private func heads(where condition: String, _ arguments: [SQLValue]) throws -> [Head] {
    try connection.rows(
      "SELECT \(Self.headColumns) FROM scopeHead\(condition) ORDER BY scope", arguments, Self.head)
  }

  private static let headColumns = """
    scope, position, feedCount, feedSum, viewCount, viewSum, epoch, officeCount, officeSum, \
    isFollowed, keyCursor
    """

  private static func head(_ row: borrowing SQLRow) throws -> Head {
    guard let scope = ScopeID(bytes: try row.blob(0)) else {
      throw StoreFault.damaged("a scope")
    }
    let epoch = try row.blob(6)
    return Head(
      scope: scope, position: UInt64(clamping: try row.integer(1)),
      feed: try digest(row, 2), view: try digest(row, 4),
      epoch: epoch.isEmpty ? nil : Epoch(bytes: epoch), office: try digest(row, 7),
      isFollowed: try row.integer(9) == 1, keyCursor: UInt64(clamping: try row.integer(10)))
  }

  package func store(_ head: Head) throws {
    try connection.run(
      """
      INSERT INTO scopeHead (scope, position, feedCount, feedSum, viewCount, viewSum, epoch,
        officeCount, officeSum, isFollowed, keyCursor) VALUES (?,?,?,?,?,?,?,?,?,?,?)
      ON CONFLICT (scope) DO UPDATE SET position = excluded.position,
        feedCount = excluded.feedCount, feedSum = excluded.feedSum,
        viewCount = excluded.viewCount, viewSum = excluded.viewSum, epoch = excluded.epoch,
        officeCount = excluded.officeCount, officeSum = excluded.officeSum,
        isFollowed = excluded.isFollowed, keyCursor = excluded.keyCursor
      """,
      [
        .blob(head.scope.bytes), .integer(head.position), .integer(head.feed.count),
        .blob(head.feed.sum.bytes), .integer(head.view.count), .blob(head.view.sum.bytes),
        .blob(head.epoch?.bytes ?? []), .integer(head.office.count),
        .blob(head.office.sum.bytes), .integer(head.isFollowed ? 1 : 0),
        .integer(head.keyCursor),
      ])
  }

  /// Takes the scope's row lock, creating the row if need be, and returns it.
  package func lock(_ scope: ScopeID) throws -> Head {
    // An UPDATE locks the row in PostgreSQL; in SQLite the transaction already excludes writers.
    let locked = try connection.first(
      "UPDATE scopeHead SET position = position WHERE scope = ? RETURNING \(Self.headColumns)",
      [.blob(scope.bytes)], Self.head)
    if let locked { return locked }
    let new = Head.new(scope)
    try store(new)
    return new
  }

  /// Puts a bundle at a position whose digest is given; the caller holds the row lock.
  func insert(_ bundle: BundleID, at position: UInt64, of scope: ScopeID, digest: SetDigest) throws
  {
    try connection.run(
      "INSERT INTO feed (scope, position, bundle, digestCount, digestSum) VALUES (?,?,?,?,?)",
      [
        .blob(scope.bytes), .integer(position), .blob(bundle.bytes), .integer(digest.count),
        .blob(digest.sum.bytes),
      ])
  }

  /// The running digest at a position; empty at 0, nothing beyond the head.
  package func digest(of scope: ScopeID, at position: UInt64) throws -> SetDigest? {
    if position == 0 { return .empty }
    return try connection.first(
      "SELECT digestCount, digestSum FROM feed WHERE scope = ? AND position = ?",
      [.blob(scope.bytes), .integer(position)]
    ) { try Self.digest($0, 0) }
  }

  /// Rows after a position, as many as fit into `bytesMax`, at least one if there is one.
  package func page(
    of scope: ScopeID, after position: UInt64, bytesMax: Int
  ) throws -> (items: [FeedItem], more: Bool) {
    var items: [FeedItem] = []
    var size = 0
    var more = false
    // 1,000 rows at most are looked at, so that a page never reads the whole feed.
    try connection.forEach(
      """
      SELECT f.position, b.envelope FROM feed f JOIN bundle b ON b.id = f.bundle
      WHERE f.scope = ? AND f.position > ? ORDER BY f.position LIMIT 1001
      """, [.blob(scope.bytes), .integer(position)]
    ) { row in
      if more { return }
      let envelope = try row.blob(1)
      if items.count == 1000 || (!items.isEmpty && size + envelope.count > bytesMax) {
        more = true
        return
      }
      size += envelope.count
      items.append(
        FeedItem(position: UInt64(clamping: try row.integer(0)), envelope: envelope))
    }
    return (items, more)
  }

  /// Forgets how far a scope and its keys were taken.
  ///
  /// The office's digest stays as it was last said, so that the empty feed is not taken for equal.
  func restart(_ scope: ScopeID, in epoch: Epoch?) throws {
    var head = try lock(scope)
    try connection.run("DELETE FROM feed WHERE scope = ?", [.blob(scope.bytes)])
    head.position = 0
    head.feed = .empty
    head.epoch = KnownBug.active == .cursorWithoutEpoch ? nil : epoch
    head.keyCursor = 0
    try store(head)
  }

  /// Gives a cursor that no page has moved yet the epoch of an answer that was kept; any other
  /// cursor stays as it is.
  ///
  /// Without it, an office restored between the answer's receipts and the first page would find a
  /// cursor that fits every epoch, and nobody would offer it what it lost.
  package func begin(_ scope: ScopeID, in epoch: Epoch) throws {
    var head = try lock(scope)
    guard head.epoch == nil, head.position == 0, KnownBug.active != .cursorWithoutEpoch else {
      return
    }
    head.epoch = epoch
    try store(head)
  }

  /// The office does not have what it had: the cursor of a scope fits no office any more, so that all that is held of
  /// it is offered again where it is followed, and sent again where it was left.
  package func doubt(_ scope: ScopeID) throws {
    var head = try lock(scope)
    head.epoch = .ofNoOffice
    try store(head)
  }

  private static func digest(_ row: borrowing SQLRow, _ column: Int) throws -> SetDigest {
    guard let sum = Digest(bytes: try row.blob(column + 1)) else {
      throw StoreFault.damaged("a digest")
    }
    return SetDigest(count: UInt64(clamping: try row.integer(column)), sum: sum)
  }
}
