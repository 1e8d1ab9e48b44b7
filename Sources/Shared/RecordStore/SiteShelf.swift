import ConflictFreeRecords
import RecordCatalogue
import Synchronization
import VisitModel

/// The sites of an office as they were last read. What a site is follows from the bundles of its scope and from nothing
/// else, so each holds as long as its scope's digest is the one it was read at: of thousands of sites, whose records lie
/// far apart, those are read anew to which something came.
package final class SiteShelf: Sendable {
  private struct Kept {
    let view: SetDigest
    /// Nothing for a scope that is no site.
    let facts: SiteFacts?
  }

  private struct Shelf {
    var kept: [ScopeID: Kept] = [:]
    /// By code.
    var sites: [SiteFacts] = []
  }

  private let shelf = Mutex(Shelf())

  package init() {}

  /// - Parameters:
  ///   - views: of all known scopes.
  ///   - read: asked for each scope with another digest; what it throws is thrown, and nothing is kept.
  func sites(
    at views: [(scope: ScopeID, view: SetDigest)], _ read: (ScopeID) throws -> SiteFacts?
  ) rethrows -> [SiteFacts] {
    let before = shelf.withLock { $0 }
    let changed = views.filter { before.kept[$0.scope]?.view != $0.view }
    // The same scopes at the same digests.
    if changed.isEmpty, before.kept.count == views.count { return before.sites }
    var kept = Dictionary(
      views.compactMap { one in before.kept[one.scope].map { (one.scope, $0) } }
    ) { first, _ in first }
    for (scope, view) in changed { kept[scope] = Kept(view: view, facts: try read(scope)) }
    let isNew = changed.contains { kept[$0.scope]?.facts != before.kept[$0.scope]?.facts }
    let sites =
      isNew || kept.count != before.kept.count
      ? kept.values.compactMap(\.facts)
        .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) } : before.sites
    shelf.withLock { $0 = Shelf(kept: kept, sites: sites) }
    return sites
  }
}
