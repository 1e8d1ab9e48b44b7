package import ConflictFreeRecords
import Fingerprint
import VisitModel

/// The state of a record straight from its definition: who descends from whom is the transitive
/// closure of a matrix (Floyd and Warshall), and everything else is looked up in it.
package struct BruteForce {
  private let changes: [PlacedChange]
  /// `descends[a][b]`: `a` was made by somebody who could know of `b`.
  private let descends: [[Bool]]

  package init(_ set: [PlacedChange]) {
    var distinct: [PlacedChange] = []
    for change in set where !distinct.contains(where: { $0.id == change.id }) {
      distinct.append(change)
    }
    var descends = distinct.map { later in distinct.map { later.saw.contains($0.id) } }
    for middle in distinct.indices {
      for late in distinct.indices where descends[late][middle] {
        for early in distinct.indices where descends[middle][early] { descends[late][early] = true }
      }
    }
    changes = distinct
    self.descends = descends
  }

  package var state: RecordState {
    RecordState(
      changes: ordered(changes.map(\.id)), frontier: ordered(frontier),
      heads: Dictionary(uniqueKeysWithValues: fieldNumbers.map { ($0, heads(of: $0)) }),
      missing: ordered(missing))
  }

  /// Every field that somebody wrote, ascending.
  package var fieldNumbers: [UInt32] { Set(changes.flatMap(\.fields).map(\.number)).sorted() }

  /// Nobody held descends from them.
  package var frontier: [ChangeID] {
    changes.indices.filter { early in !changes.indices.contains { descends[$0][early] } }
      .map { changes[$0].id }
  }

  /// Named by somebody, held by nobody.
  var missing: [ChangeID] {
    let held = changes.map(\.id)
    return Array(Set(changes.flatMap(\.saw).filter { !held.contains($0) }))
  }

  /// The winner first.
  package func heads(of field: UInt32) -> [RecordState.Head] {
    let writers = changes.indices.filter { value(field, at: $0) != nil }
    return writers.filter { early in !writers.contains { descends[$0][early] } }
      .sorted { a, b in
        changes[a].claimedAt == changes[b].claimedAt
          ? name(changes[b].id).lexicographicallyPrecedes(name(changes[a].id))
          : changes[a].claimedAt > changes[b].claimedAt
      }
      .compactMap { index in
        value(field, at: index).map {
          RecordState.Head(
            change: changes[index].id, claimedAt: changes[index].claimedAt, value: $0)
        }
      }
  }

  package var conflicts: [UInt32] {
    fieldNumbers.filter { field in
      let values = heads(of: field).map(\.value)
      return values.contains { a in values.contains { b in differ(a, b) } }
    }
  }

  /// Every held change that the given one could know of.
  package func ancestors(of id: ChangeID) -> Set<ChangeID> {
    guard let late = changes.firstIndex(where: { $0.id == id }) else { return [] }
    return Set(changes.indices.filter { descends[late][$0] }.map { changes[$0].id })
  }

  private func value(_ field: UInt32, at index: Int) -> Value? {
    changes[index].fields.first { $0.number == field }?.value
  }

  private func differ(_ a: Value, _ b: Value) -> Bool {
    if case .sealed(let x) = a, case .sealed(let y) = b {
      return x.keyID != y.keyID || x.equalityTag != y.equalityTag
    }
    return a != b
  }

  private func ordered(_ ids: [ChangeID]) -> [ChangeID] {
    ids.sorted { name($0).lexicographicallyPrecedes(name($1)) }
  }

  /// The bytes by which changes are ordered.
  private func name(_ id: ChangeID) -> [UInt8] {
    id.bundle.bytes + (0..<4).map { UInt8(truncatingIfNeeded: id.index >> UInt32(24 - 8 * $0)) }
  }
}
