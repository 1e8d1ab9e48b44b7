import SyncProtocol
import VisitModel

/// The heads of the scopes that one transaction adds bundles to: each locked and read once, however
/// many bundles come, and written once when they are in.
///
/// Whoever opens them closes them in the same transaction; nothing else there may lock a head in
/// between.
package struct OpenHeads {
  private let feed: Feed
  private var heads: [ScopeID: Feed.Head] = [:]

  package init(_ replica: Replica) { feed = replica.feed }

  mutating func change(_ scope: ScopeID, _ body: (inout Feed.Head) throws -> Void) throws {
    var head = try heads[scope] ?? feed.lock(scope)
    try body(&head)
    heads[scope] = head
  }

  /// Writes all of them.
  package mutating func close() throws {
    for scope in heads.keys.sorted() { if let head = heads[scope] { try feed.store(head) } }
    heads = [:]
  }
}
