package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import VisitModel
import WireFormat

/// One row per record: its state as computed from the bundles in view.
package struct RecordRows {
  let connection: any SQLConnection
  /// Where the bundles lie from which the states are computed.
  private let log: any SQLConnection

  package init(_ connection: any SQLConnection) {
    self.init(connection, computedFrom: connection)
  }

  init(_ connection: any SQLConnection, computedFrom log: any SQLConnection) {
    self.connection = connection
    self.log = log
  }

  package func state(of key: RecordKey) throws -> RecordState? {
    try connection.first(
      "SELECT state FROM record WHERE scope = ? AND type = ? AND id = ?",
      [.blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes)]
    ) { try Stored.state(try $0.blob(0)) }
  }

  /// Every record of a type in a scope, ascending by id.
  package func states(
    of type: RecordType, in scope: ScopeID
  ) throws -> [(id: RecordID, state: RecordState)] {
    try connection.rows(
      "SELECT id, state FROM record WHERE scope = ? AND type = ? ORDER BY id",
      [.blob(scope.bytes), .integer(Int64(type.number))]
    ) { (try Self.recordID($0, 0), try Stored.state(try $0.blob(1))) }
  }

  /// Records that belong to `target`, as far as their winners say, ascending by id.
  package func members(
    _ belonging: Belonging, of target: RecordKey
  ) throws -> [(key: RecordKey, state: RecordState)] {
    // The links go first: SQLite, which keeps CROSS JOINs in their order, would else read every record of the type
    // in the scope, to have them in order already.
    try connection.rows(
      """
      SELECT r.scope, r.id, r.state FROM link l CROSS JOIN record r
      WHERE l.toScope = ? AND l.toType = ? AND l.toId = ? AND l.type = ? AND l.field = ?
        AND r.scope = l.scope AND r.type = l.type AND r.id = l.id
        \(belonging.staysInScope ? "AND l.scope = l.toScope" : "")
      ORDER BY r.scope, r.id
      """,
      [
        .blob(target.scope.bytes), .integer(Int64(target.type.number)), .blob(target.id.bytes),
        .integer(Int64(belonging.type.number)), .integer(Int64(belonging.field)),
      ]
    ) { row in
      (
        RecordKey(
          scope: try Self.scope(row, 0), type: belonging.type, id: try Self.recordID(row, 1)),
        try Stored.state(try row.blob(2))
      )
    }
  }

  /// Scopes in which a record has a field in conflict, ascending.
  package func conflictedScopes() throws -> [ScopeID] {
    try connection.rows(
      "SELECT DISTINCT scope FROM record WHERE hasConflict = 1 ORDER BY scope"
    ) { row in
      try Self.scope(row, 0)
    }
  }

  /// Records with a field in conflict, ascending by type and id.
  package func conflicted(in scope: ScopeID) throws -> [(key: RecordKey, state: RecordState)] {
    try connection.rows(
      """
      SELECT type, id, state FROM record WHERE scope = ? AND hasConflict = 1 ORDER BY type, id
      """, [.blob(scope.bytes)]
    ) { row in
      (
        RecordKey(
          scope: scope, type: RecordType(UInt32(clamping: try row.integer(0))),
          id: try Self.recordID(row, 1)), try Stored.state(try row.blob(2))
      )
    }
  }

  /// Calls `body` with every record of a scope, ascending by type and id.
  package func forEach(
    in scope: ScopeID, _ body: (RecordKey, RecordState) throws -> Void
  ) throws {
    try connection.forEach(
      "SELECT type, id, state FROM record WHERE scope = ? ORDER BY type, id",
      [.blob(scope.bytes)]
    ) { row in
      try body(
        RecordKey(
          scope: scope, type: RecordType(UInt32(clamping: try row.integer(0))),
          id: try Self.recordID(row, 1)), try Stored.state(try row.blob(2)))
    }
  }

  /// Every change held for a record that is in view, in the order of their ids.
  package func changes(of state: RecordState) throws -> [PlacedChange] {
    var found: [PlacedChange] = []
    var bundles: [Digest: Bundle] = [:]
    for id in state.changes {
      let key = id.bundle
      if bundles[key] == nil {
        guard
          let envelope = try log.first(
            "SELECT envelope FROM bundle WHERE id = ?", [.blob(id.bundle.bytes)],
            { try $0.blob(0) })
        else { throw StoreFault.damaged("a record names a bundle that the log lacks") }
        bundles[key] = try Stored.bundle(envelope).bundle
      }
      guard let bundle = bundles[key], bundle.changes.indices.contains(Int(id.index)) else {
        throw StoreFault.damaged("a record names a change that its bundle lacks")
      }
      found.append(
        PlacedChange(
          bundle.changes[Int(id.index)], index: Int(id.index), of: id.bundle,
          claimedAt: bundle.header.claimedAt))
    }
    return found
  }

  func store(_ state: RecordState, of key: RecordKey) throws {
    try connection.run(
      """
      INSERT INTO record (scope, type, id, state, hasConflict, hasParallel) VALUES (?,?,?,?,?,?)
      ON CONFLICT (scope, type, id) DO UPDATE SET state = excluded.state,
        hasConflict = excluded.hasConflict, hasParallel = excluded.hasParallel
      """,
      [
        .blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes),
        .blob(try RecordRowCodec.encode(state)),
        .integer(state.conflicts.isEmpty ? 0 : 1), .integer(state.hasParallelEdits ? 1 : 0),
      ])
  }

  func remove(_ key: RecordKey) throws {
    try connection.run(
      "DELETE FROM record WHERE scope = ? AND type = ? AND id = ?",
      [.blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes)])
  }

  static func scope(_ row: borrowing SQLRow, _ column: Int) throws -> ScopeID {
    guard let scope = ScopeID(bytes: try row.blob(column)) else {
      throw StoreFault.damaged("a scope")
    }
    return scope
  }

  static func recordID(_ row: borrowing SQLRow, _ column: Int) throws -> RecordID {
    guard let id = RecordID(bytes: try row.blob(column)) else {
      throw StoreFault.damaged("a record's name")
    }
    return id
  }
}
