/// Who could have known of whom: the graph that `saw` draws among the changes of one record.
///
/// Ancestors that are not held cut the graph, which can only leave too many heads, never too few.
package struct Ancestry: Sendable {
  private let parents: [ChangeID: [ChangeID]]
  /// Changes without a held descendant.
  package let frontier: Set<ChangeID>
  /// Named as seen, but not held.
  package let missing: Set<ChangeID>

  package init(_ changes: some Sequence<PlacedChange>) {
    var byID: [ChangeID: PlacedChange] = [:]
    for change in changes { byID[change.id] = change }
    self.init(byID)
  }

  init(_ changes: [ChangeID: PlacedChange]) {
    parents = changes.mapValues(\.saw)
    var frontier = Set(changes.keys)
    var missing: Set<ChangeID> = []
    for change in changes.values {
      for seen in change.saw {
        frontier.remove(seen)
        if changes[seen] == nil { missing.insert(seen) }
      }
    }
    self.frontier = frontier
    self.missing = missing
  }

  /// Every held or named ancestor of a change, without itself. Ids are hashes of what they name, so
  /// the graph has no cycles; a forged one ends because no change is walked twice.
  package func ancestors(of id: ChangeID) -> Set<ChangeID> {
    var found: Set<ChangeID> = []
    var open = parents[id] ?? []
    while let next = open.popLast() {
      if found.insert(next).inserted { open.append(contentsOf: parents[next] ?? []) }
    }
    found.remove(id)
    return found
  }

  /// Those of the changes that no other of them descends from.
  func withoutDescendants(_ changes: [PlacedChange]) -> [PlacedChange] {
    if changes.count == 1 { return changes }
    var overwritten: Set<ChangeID> = []
    for change in changes where !overwritten.contains(change.id) {
      overwritten.formUnion(ancestors(of: change.id))
    }
    return changes.filter { !overwritten.contains($0.id) }
  }
}
