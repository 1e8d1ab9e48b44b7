package import VisitModel

/// One change as the record engine needs it: its place, its claim of time, what it saw and wrote.
package struct PlacedChange: Hashable, Sendable {
  package let id: ChangeID
  package let claimedAt: Instant
  package let saw: [ChangeID]
  package let fields: [Change.Field]

  package init(id: ChangeID, claimedAt: Instant, saw: [ChangeID], fields: [Change.Field]) {
    self.id = id
    self.claimedAt = claimedAt
    self.saw = saw
    self.fields = fields
  }

  package init(_ change: Change, index: Int, of bundle: BundleID, claimedAt: Instant) {
    self.init(
      id: ChangeID(bundle: bundle, index: UInt32(index)), claimedAt: claimedAt,
      saw: change.saw, fields: change.fields)
  }
}

/// The state of one record: a pure function of the set of changes held for it.
///
/// Merging is union of changes; order and repetition make no difference (see `applying`).
package struct RecordState: Hashable, Sendable {
  /// A value that nothing held overwrites.
  package struct Head: Hashable, Sendable {
    package let change: ChangeID
    package let claimedAt: Instant
    package let value: Value

    package init(change: ChangeID, claimedAt: Instant, value: Value) {
      self.change = change
      self.claimedAt = claimedAt
      self.value = value
    }

    /// The clock breaks ties among concurrent changes, and the change's name breaks the clock's.
    static func wins(_ a: Head, over b: Head) -> Bool {
      (a.claimedAt, a.change) > (b.claimedAt, b.change)
    }
  }

  /// Every change held for the record, ascending.
  package private(set) var changes: [ChangeID]
  /// Changes without a descendant, ascending.
  package private(set) var frontier: [ChangeID]
  /// By field number; each list has the winner first, then the others in falling order.
  package private(set) var heads: [UInt32: [Head]]
  /// Ancestors named by a change but not held: earlier history not yet received.
  package private(set) var missing: [ChangeID]

  package static let empty = RecordState(changes: [], frontier: [], heads: [:], missing: [])

  /// For storage: the parts as they were taken out of a state before.
  package init(
    changes: [ChangeID], frontier: [ChangeID], heads: [UInt32: [Head]], missing: [ChangeID]
  ) {
    self.changes = changes
    self.frontier = frontier
    self.heads = heads
    self.missing = missing
  }

  /// The state of a whole set of changes. Duplicates count once.
  package init(of set: some Sequence<PlacedChange>) {
    var byID: [ChangeID: PlacedChange] = [:]
    for change in set { byID[change.id] = change }
    let graph = Ancestry(byID)
    changes = byID.keys.sorted()
    missing = graph.missing.sorted()
    frontier = graph.frontier.sorted()
    var writers: [UInt32: [PlacedChange]] = [:]
    for change in byID.values {
      for field in change.fields { writers[field.number, default: []].append(change) }
    }
    heads = writers.mapValues { _ in [] }
    for (number, candidates) in writers {
      heads[number] = graph.withoutDescendants(candidates)
        .compactMap { change in
          change.fields.first { $0.number == number }.map {
            Head(change: change.id, claimedAt: change.claimedAt, value: $0.value)
          }
        }
        .sorted(by: Head.wins)
    }
  }

  /// The state with one more change, when that can be told without the older changes' contents: the
  /// change is new and was shown the whole frontier, or the record is new and it saw nothing.
  ///
  /// - Returns: nothing when the whole set is needed; the caller then uses `init(of:)`.
  package func applying(_ change: PlacedChange) -> RecordState? {
    if changes.binaryContains(change.id) { return self }
    guard missing.isEmpty, change.saw == frontier else { return nil }
    var next = self
    next.changes.insertSorted(change.id)
    next.frontier = [change.id]
    for field in change.fields {
      next.heads[field.number] = [
        Head(change: change.id, claimedAt: change.claimedAt, value: field.value)
      ]
    }
    return next
  }

  /// The value shown first.
  package func winner(_ field: UInt32) -> Value? { heads[field]?.first?.value }

  /// Fields with two heads that hold different values, ascending.
  package var conflicts: [UInt32] {
    heads.filter { _, heads in
      guard let first = heads.first else { return false }
      return heads.dropFirst().contains { !$0.value.holdsSame(as: first.value) }
    }.keys.sorted()
  }

  /// Whether two people edited without knowing of each other, even if in different fields.
  package var hasParallelEdits: Bool { frontier.count > 1 }
}

extension [ChangeID] {
  package func binaryContains(_ id: ChangeID) -> Bool {
    let index = lowerBound(id)
    return index < count && self[index] == id
  }

  mutating func insertSorted(_ id: ChangeID) { insert(id, at: lowerBound(id)) }

  private func lowerBound(_ id: ChangeID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
