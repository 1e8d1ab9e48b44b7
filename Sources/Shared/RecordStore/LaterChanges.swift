package import ConflictFreeRecords
import Fingerprint
package import VisitModel
import WireFormat

/// A change that came to a record after somebody was shown it, with what stood in its fields for whoever wrote it.
package struct LaterChange: Hashable, Sendable {
  package let record: RecordKey
  package let id: ChangeID
  package let account: AccountID
  /// By the writer's clock.
  package let claimedAt: Instant
  /// When this replica stored it.
  package let storedAt: Instant
  package let fields: [Change.Field]
  /// The values that its writer found, by field; absent for a field that held none.
  package let before: [UInt32: Value]
}

/// How somebody says what they were shown of a record.
package enum ShownUpTo: Hashable, Sendable {
  /// The frontier of the record.
  case changes([ChangeID])
  /// All that the scope's feed held up to this position.
  case position(UInt64)
}

extension Replica {
  /// How far a scope's feed has come: what a page of it shows came up to there.
  package func position(of scope: ScopeID) throws -> UInt64 {
    try feed.head(scope)?.position ?? 0
  }

  /// What came to records of one scope since somebody was shown them, in the order in which it was stored here.
  /// - Parameter records: each asked for once, however often it is named.
  package func changes(
    of records: [RecordKey], in scope: ScopeID, after shown: ShownUpTo
  ) throws -> [LaterChange] {
    let newer: Set<BundleID>?
    if case .position(let position) = shown {
      newer = try feed.bundles(of: scope, after: position)
      if newer?.isEmpty ?? false { return [] }
    } else {
      newer = nil
    }
    return try Set(records).filter { $0.scope == scope }
      .flatMap { record -> [LaterChange] in
        guard let state = try self.records.state(of: record),
          newer.map({ newer in state.changes.contains { newer.contains($0.bundle) } }) ?? true
        else { return [] }
        return try later(try self.records.changes(of: state), of: record, after: shown, newer)
      }
      .sorted { ($0.storedAt, $0.record, $0.id) < ($1.storedAt, $1.record, $1.id) }
  }

  private func later(
    _ changes: [PlacedChange], of record: RecordKey, after shown: ShownUpTo,
    _ newer: Set<BundleID>?
  ) throws -> [LaterChange] {
    let graph = Ancestry(changes)
    var known: Set<ChangeID> = []
    if case .changes(let saw) = shown {
      known = Set(saw)
      for change in saw { known.formUnion(graph.ancestors(of: change)) }
    }
    return try changes.compactMap { change in
      let isNew = newer?.contains(change.id.bundle) ?? !known.contains(change.id)
      guard isNew else { return nil }
      guard let logged = try log.bundle(change.id.bundle) else {
        throw StoreFault.damaged("a record names a bundle that the log lacks")
      }
      let ancestors = graph.ancestors(of: change.id)
      let found = RecordState(of: changes.filter { ancestors.contains($0.id) })
      var before: [UInt32: Value] = [:]
      for field in change.fields { before[field.number] = found.winner(field.number) }
      return LaterChange(
        record: record, id: change.id, account: try Authorship.account(of: logged),
        claimedAt: change.claimedAt, storedAt: logged.storedAt, fields: change.fields,
        before: before)
    }
  }
}

extension Feed {
  /// The bundles that a scope's feed got after a position.
  package func bundles(of scope: ScopeID, after position: UInt64) throws -> Set<BundleID> {
    Set(
      try connection.rows(
        "SELECT bundle FROM feed WHERE scope = ? AND position > ?",
        [.blob(scope.bytes), .integer(position)]
      ) { row in
        guard let id = BundleID(bytes: try row.blob(0)) else {
          throw StoreFault.damaged("a bundle's name")
        }
        return id
      })
  }
}

extension Replica {
  /// The newest bundles that are looked through for what they touched.
  private static var bundlesMax: Int { 200 }

  /// Records of some kinds that a scope's feed brought something to after a position; of very many bundles only
  /// what the newest did.
  package func records(
    touchedIn scope: ScopeID, after position: UInt64, of types: Set<RecordType>
  ) throws -> [RecordKey] {
    let envelopes = try connection.rows(
      """
      SELECT b.envelope FROM feed f JOIN bundle b ON b.id = f.bundle
      WHERE f.scope = ? AND f.position > ? ORDER BY f.position DESC LIMIT ?
      """, [.blob(scope.bytes), .integer(position), .integer(Self.bundlesMax)]
    ) { try $0.blob(0) }
    var found: Set<RecordKey> = []
    for envelope in envelopes {
      let bundle = try Stored.bundle(envelope).bundle
      for change in bundle.changes where bundle.isReadable && types.contains(change.type) {
        found.insert(RecordKey(scope: scope, type: change.type, id: change.record))
      }
    }
    return found.sorted()
  }
}
