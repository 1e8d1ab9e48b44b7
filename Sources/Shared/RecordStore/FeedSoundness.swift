package import ConflictFreeRecords
import Fingerprint
package import VisitModel

/// What a look at the office's feeds as a whole found: each running digest computed again, and
/// compared with the bundles that are admitted.
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
    var fed: [ScopeID: SetDigest] = [:]
    var ends: [ScopeID: Int64] = [:]
    try connection.forEach(
      "SELECT scope, bundle, position, digestCount, digestSum FROM feed ORDER BY scope, position",
      []
    ) { row in
      let (scope, id) = try Self.place(row)
      fed[scope, default: .empty].insert(id)
      ends[scope, default: 0] += 1
      let digest = fed[scope, default: .empty]
      let isEqual =
        try row.integer(2) == ends[scope] && Int64(clamping: digest.count) == row.integer(3)
        && digest.sum.bytes == row.blob(4)
      if !isEqual { found.note(.row(scope, position: try row.integer(2))) }
    }
    var heads: [ScopeID: Feed.Head] = [:]
    for head in try feed.heads() { heads[head.scope] = head }
    for scope in Set(found.digests.keys).union(fed.keys).union(heads.keys).sorted() {
      let digest = fed[scope, default: .empty]
      let head = heads[scope] ?? .new(scope)
      if head.feed != digest || Int64(clamping: head.position) != ends[scope, default: 0]
        || head.view != found.digests[scope, default: .empty]
      {
        found.note(.head(scope))
      }
      if digest != found.digests[scope, default: .empty] {
        for fault in try differences(in: scope) { found.note(fault) }
      }
    }
    return found
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
