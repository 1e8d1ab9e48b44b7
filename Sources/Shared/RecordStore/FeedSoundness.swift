package import ConflictFreeRecords
import Fingerprint
package import VisitModel

/// What a look at feeds as a whole found: each running digest computed again, and compared with the
/// bundles that are here.
package struct FeedSoundness: Hashable, Sendable {
  /// A place where feed, digests and log disagree.
  package enum Fault: Hashable, Sendable {
    /// A row whose position or running digest is not what the rows before it make.
    case row(ScopeID, position: Int64)
    /// A head that is not what its feed ends with.
    case head(ScopeID)
    /// Admitted, and not in the feed.
    case absent(ScopeID, BundleID)
    /// In the feed, and not admitted or not in the log.
    case unfounded(ScopeID, BundleID)
    /// In the feed more than once.
    case repeated(ScopeID, BundleID)
    /// In the feed, and not in the log.
    case missing(ScopeID, BundleID)

    package var scope: ScopeID {
      switch self {
      case .row(let scope, _), .head(let scope), .absent(let scope, _), .unfounded(let scope, _),
        .repeated(let scope, _), .missing(let scope, _):
        scope
      }
    }
  }

  package fileprivate(set) var faults: [Fault] = []
  /// Of every admitted bundle, by scope.
  package fileprivate(set) var digests: [ScopeID: SetDigest] = [:]

  /// More than this many faults say nothing new.
  package static let faultsMax = 100

  fileprivate mutating func note(_ fault: Fault) {
    if faults.count < Self.faultsMax { faults.append(fault) }
  }
}

extension FeedSoundness.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .row(let scope, let position): "\(scope): feed differs at \(position)"
    case .head(let scope): "\(scope): the head is not the end of the feed"
    case .absent(let scope, let id): "\(scope): \(id) is admitted and not in the feed"
    case .unfounded(let scope, let id): "\(scope): \(id) is in the feed and not admitted"
    case .repeated(let scope, let id): "\(scope): \(id) is in the feed more than once"
    case .missing(let scope, let id): "\(scope): \(id) is in the feed and not in the log"
    }
  }
}

extension Replica {
  /// Computes every digest of the feeds again. Only for the office, where what is in view is what
  /// the feed holds: two sets with one digest are one set, so that each admitted bundle is then in
  /// the feed exactly once.
  package func feedSoundness() throws -> FeedSoundness {
    var found = FeedSoundness()
    try connection.forEach("SELECT scope, id FROM bundle WHERE inView = 1", []) { row in
      let (scope, id) = try Self.place(row)
      found.digests[scope, default: .empty].insert(id)
    }
    let fed = try walkFeeds { found.note($0) }
    let heads = try headsByScope()
    for scope in Set(found.digests.keys).union(fed.keys).union(heads.keys).sorted() {
      let feed = fed[scope, default: WalkedFeed()]
      let head = heads[scope] ?? .new(scope)
      let admitted = found.digests[scope, default: .empty]
      if !feed.isUp(to: head) || head.view != admitted { found.note(.head(scope)) }
      if feed.digest != admitted {
        for fault in try differences(in: scope) { found.note(fault) }
      }
    }
    return found
  }

  /// The same for a laptop's copies of the feeds, as far as they prove themselves. What is in view need not
  /// be in them, nor what is in them in view: the office may hold again what it once admitted.
  /// - Returns: of each feed that is not kept as it came, the first fault.
  package func feedFaults() throws -> [FeedSoundness.Fault] {
    var first: [ScopeID: FeedSoundness.Fault] = [:]
    let fed = try walkFeeds { fault in
      if first[fault.scope] == nil { first[fault.scope] = fault }
    }
    let heads = try headsByScope()
    for scope in Set(fed.keys).union(heads.keys) where first[scope] == nil {
      let head = heads[scope] ?? .new(scope)
      if !fed[scope, default: WalkedFeed()].isUp(to: head) { first[scope] = .head(scope) }
    }
    try connection.forEach(
      """
      SELECT f.scope, f.bundle FROM feed f LEFT JOIN bundle b ON b.id = f.bundle
      WHERE b.id IS NULL ORDER BY f.scope, f.position
      """, []
    ) { row in
      let (scope, id) = try Self.place(row)
      if first[scope] == nil { first[scope] = .missing(scope, id) }
    }
    return first.sorted { $0.key < $1.key }.map { $0.value }
  }

  /// Forgets the feeds that are not kept as they came: the next sync takes them from 0 again. Every bundle
  /// stays.
  package func mendFeeds() throws {
    // Rows whose names cannot be read leave a gap in their feed.
    try connection.run(
      "DELETE FROM feed WHERE length(bundle) <> 32 OR scope NOT IN (SELECT scope FROM scopeHead)")
    for fault in try feedFaults() {
      try feed.restart(fault.scope, in: try feed.head(fault.scope)?.epoch)
      try log.unconfirm(fault.scope)
    }
  }

  /// What the rows of one feed come to.
  private struct WalkedFeed {
    var digest = SetDigest.empty
    /// How many there are, and the position of the last where none is missing.
    var end: Int64 = 0

    func isUp(to head: Feed.Head) -> Bool {
      head.feed == digest && Int64(clamping: head.position) == end
    }
  }

  /// Computes each running digest again.
  private func walkFeeds(
    _ note: (FeedSoundness.Fault) -> Void
  ) throws -> [ScopeID: WalkedFeed] {
    var fed: [ScopeID: WalkedFeed] = [:]
    try connection.forEach(
      "SELECT scope, bundle, position, digestCount, digestSum FROM feed ORDER BY scope, position",
      []
    ) { row in
      let (scope, id) = try Self.place(row)
      fed[scope, default: WalkedFeed()].digest.insert(id)
      fed[scope, default: WalkedFeed()].end += 1
      let feed = fed[scope, default: WalkedFeed()]
      let isEqual =
        try row.integer(2) == feed.end && Int64(clamping: feed.digest.count) == row.integer(3)
        && feed.digest.sum.bytes == row.blob(4)
      if !isEqual { note(.row(scope, position: try row.integer(2))) }
    }
    return fed
  }

  private func headsByScope() throws -> [ScopeID: Feed.Head] {
    Dictionary(try feed.heads().map { ($0.scope, $0) }) { first, _ in first }
  }

  private func differences(in scope: ScopeID) throws -> [FeedSoundness.Fault] {
    let admitted = Set(
      try connection.rows(
        "SELECT scope, id FROM bundle WHERE scope = ? AND inView = 1", [.blob(scope.bytes)]
      ) { try Self.place($0).id })
    var seen: Set<BundleID> = []
    var faults: [FeedSoundness.Fault] = []
    try connection.forEach(
      "SELECT scope, bundle FROM feed WHERE scope = ? ORDER BY position", [.blob(scope.bytes)]
    ) { row in
      let id = try Self.place(row).id
      if !seen.insert(id).inserted { faults.append(.repeated(scope, id)) }
      if !admitted.contains(id) { faults.append(.unfounded(scope, id)) }
    }
    return faults + admitted.subtracting(seen).sorted().map { .absent(scope, $0) }
  }

  private static func place(_ row: borrowing SQLRow) throws -> (scope: ScopeID, id: BundleID) {
    guard let scope = ScopeID(bytes: try row.blob(0)), let id = BundleID(bytes: try row.blob(1))
    else { throw StoreFault.damaged("a bundle's name") }
    return (scope, id)
  }
}
