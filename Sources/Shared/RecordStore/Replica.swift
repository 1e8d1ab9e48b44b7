package import ConflictFreeRecords
import Fingerprint
package import SyncProtocol
package import VisitModel
package import WireFormat

/// Everything one transaction can ask of, or do to, a replica.
///
/// A laptop and the office hold the same kind of replica; what differs is who decides admission and
/// who assigns positions.
package struct Replica {
  package let connection: any SQLConnection
  package let log: BundleLog
  package let feed: Feed
  package let records: RecordRows
  /// Nothing where something may be written.
  let known: SnapshotKnowledge?

  package init(_ connection: any SQLConnection) {
    self.init(connection, computedFrom: connection)
  }

  /// A replica that only looks: its connection stands on one snapshot, so that what was found out once is
  /// true to the end.
  /// - Parameters:
  ///   - company: whose records these are, where that is known already.
  ///   - sites: as earlier snapshots had them.
  package init(
    snapshot connection: any SQLConnection, company: ScopeID? = nil, sites: SiteShelf? = nil
  ) {
    let known = SnapshotKnowledge()
    known.company = company
    known.shelf = sites
    self.init(connection, computedFrom: connection, known)
  }

  /// Tables that are computed from the log of another database; only for comparing.
  init(
    _ connection: any SQLConnection, computedFrom log: any SQLConnection,
    _ known: SnapshotKnowledge? = nil
  ) {
    self.connection = connection
    self.log = BundleLog(log)
    feed = Feed(connection)
    records = RecordRows(connection, computedFrom: log)
    self.known = known
  }

  /// Stores a bundle and, when it is in view, everything that follows from it.
  ///
  /// Idempotent: a bundle already in the log changes nothing.
  /// - Returns: whether the bundle is new.
  @discardableResult
  package func store(
    _ bundle: VerifiedBundle, _ admission: Admission, at now: Instant, receipt: [UInt8]? = nil
  ) throws -> Bool {
    try withHeads { try store(bundle, admission, at: now, receipt: receipt, &$0) }
  }

  /// The same among others of one transaction.
  @discardableResult
  package func store(
    _ bundle: VerifiedBundle, _ admission: Admission, at now: Instant, receipt: [UInt8]?,
    _ heads: inout OpenHeads
  ) throws -> Bool {
    if try log.contains(bundle.id) { return false }
    try log.append(bundle, admission, storedAt: now, receipt: receipt)
    if admission.inView { try bringIntoView(bundle, &heads) }
    return true
  }

  /// Lets a bundle that was held take part: an administrator's act.
  package func admit(_ bundle: VerifiedBundle, isLate: Bool) throws {
    try withHeads { try admit(bundle, isLate: isLate, &$0) }
  }

  private func admit(
    _ bundle: VerifiedBundle, isLate: Bool, _ heads: inout OpenHeads
  ) throws {
    let changed = try connection.run(
      "UPDATE bundle SET inView = 1, isLate = ? WHERE id = ? AND inView = 0",
      [.integer(isLate ? 1 : 0), .blob(bundle.id.bytes)])
    if changed == 1 { try bringIntoView(bundle, &heads) }
  }

  private func bringIntoView(_ bundle: VerifiedBundle, _ heads: inout OpenHeads) throws {
    try heads.change(bundle.bundle.header.scope) { $0.view.insert(bundle.id) }
    try interpret(bundle)
  }

  private func withHeads<Result>(_ body: (inout OpenHeads) throws -> Result) throws -> Result {
    var heads = OpenHeads(self)
    let result = try body(&heads)
    try heads.close()
    return result
  }

  /// Applies a bundle's changes to the rows of their records and to the projections.
  func interpret(_ bundle: VerifiedBundle) throws {
    guard bundle.bundle.isReadable else { return }
    let scope = bundle.bundle.header.scope
    var touched: [(key: RecordKey, state: RecordState)] = []
    for index in bundle.bundle.changes.indices {
      let change = bundle.bundle.changes[index]
      let key = RecordKey(scope: scope, type: change.type, id: change.record)
      let placed = PlacedChange(
        change, index: index, of: bundle.id, claimedAt: bundle.bundle.header.claimedAt)
      let before = try records.state(of: key) ?? .empty
      let after: RecordState
      if let quick = before.applying(placed) {
        after = quick
      } else {
        after = RecordState(of: try records.changes(of: before) + [placed])
      }
      try records.store(after, of: key)
      touched.append((key, after))
    }
    try project(touched)
  }

  func project(_ touched: [(key: RecordKey, state: RecordState)]) throws {
    let projections = Projections(self)
    var turns: Set<TurnName> = []
    for (key, state) in touched { turns.formUnion(try projections.project(key, state)) }
    try projections.settleDuplicates(touched, and: turns)
  }

  /// The office's act: gives an admitted bundle the next position of its scope's feed.
  package func publish(_ bundle: BundleID, in scope: ScopeID) throws {
    try withHeads { try publish(bundle, in: scope, &$0) }
  }

  /// The same among others of one transaction.
  package func publish(_ bundle: BundleID, in scope: ScopeID, _ heads: inout OpenHeads) throws {
    try heads.change(scope) { head in
      head.position += 1
      if KnownBug.active == .positionsFromSequence { head.position = try feed.newest() + 1 }
      head.feed.insert(bundle)
      try feed.insert(bundle, at: head.position, of: scope, digest: head.feed)
    }
  }

  /// The laptop's act: takes one page of a feed and moves the cursor, in this transaction.
  ///
  /// Rows at or below the cursor are known and skipped; a gap above it is refused.
  /// - Throws: `StoreFault.damaged` when the page does not continue the cursor.
  package func take(_ page: ScopePage, _ bundles: [VerifiedBundle], at now: Instant) throws {
    guard page.items.count == bundles.count else {
      throw StoreFault.damaged("the page and its bundles differ in number")
    }
    try withHeads { heads in
      for (item, bundle) in zip(page.items, bundles) {
        try take(item.position, bundle, of: page.scope, at: now, &heads)
      }
      try heads.change(page.scope) { head in
        head.epoch = page.epoch
        if head.position == page.next { head.office = page.digest }
        head.isFollowed = true
      }
    }
  }

  private func take(
    _ position: UInt64, _ bundle: VerifiedBundle, of scope: ScopeID, at now: Instant,
    _ heads: inout OpenHeads
  ) throws {
    var isNext = false
    try heads.change(scope) { head in
      guard position > head.position else { return }
      guard position == head.position + 1 else {
        throw StoreFault.damaged("the page skips a position")
      }
      guard bundle.bundle.header.scope == scope else {
        throw StoreFault.damaged("the page holds another scope's bundle")
      }
      isNext = true
      head.position = position
      head.feed.insert(bundle.id)
      try feed.insert(bundle.id, at: position, of: scope, digest: head.feed)
    }
    guard isNext else { return }
    if try !store(bundle, Admission(inView: true), at: now, receipt: nil, &heads) {
      try admit(bundle, isLate: false, &heads)
      try log.confirm(bundle.id)
    }
  }

  /// Starts following a scope from 0, or goes on following it.
  package func follow(_ scope: ScopeID) throws {
    var head = try feed.lock(scope)
    head.isFollowed = true
    try feed.store(head)
  }

  package func unfollow(_ scope: ScopeID) throws {
    var head = try feed.lock(scope)
    head.isFollowed = false
    try feed.store(head)
  }

  /// Whether everything up to the cursor is what the office has there.
  package func isEqual(_ scope: ScopeID) throws -> Bool {
    guard let head = try feed.head(scope), head.epoch != nil else { return false }
    return head.feed == head.office
  }

  /// Takes a scope's feed from 0 again, keeping every bundle; until the next page nothing that the
  /// office had is known to be equal.
  ///
  /// - Parameter epoch: of the page that asked for it. An office restored before the next page has
  ///   another one, and asks again.
  package func restart(_ scope: ScopeID, in epoch: Epoch) throws {
    try feed.restart(scope, in: epoch)
    try log.unconfirm(scope)
  }

  /// Drops all computed tables and computes them anew from the log.
  ///
  /// - Parameter progress: called with the number of bundles done and in all.
  package func rebuild(
    _ dialect: SQLDialect, progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    for table in Schema.projections { try connection.run("DROP TABLE IF EXISTS \(table)") }
    try compute(dialect, progress)
  }

  /// Makes the computed tables where there are none, and fills them from the log.
  func compute(_ dialect: SQLDialect, _ progress: (Int, Int) -> Void) throws {
    for statement in Schema.tables(dialect) { try connection.run(statement) }
    // By time of storing, because ancestors mostly come first and then take the quick way.
    let order = try log.connection.rows(
      "SELECT id FROM bundle WHERE inView = 1 ORDER BY storedMs, id"
    ) { try $0.blob(0) }
    for (done, id) in order.enumerated() {
      let envelope = try log.connection.first(
        "SELECT envelope FROM bundle WHERE id = ?", [.blob(id)], { try $0.blob(0) })
      guard let envelope else { throw StoreFault.damaged("a bundle that was there is gone") }
      try interpret(try Stored.bundle(envelope))
      if done % 500 == 499 { progress(done + 1, order.count) }
    }
    progress(order.count, order.count)
  }
}
