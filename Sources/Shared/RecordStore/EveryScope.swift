package import ConflictFreeRecords
package import VisitModel

// What is asked of all scopes at once, in one statement each, because an office may hold thousands.

extension RecordRows {
  /// Every record of a type in every scope, ascending by scope and id; for kinds of which there are few.
  package func everywhere(_ type: RecordType) throws -> [(key: RecordKey, state: RecordState)] {
    // The scopes go first: a record is found by its scope and type, and by its type alone it is not.
    try connection.rows(
      """
      SELECT r.scope, r.id, r.state FROM scopeHead h CROSS JOIN record r
      WHERE r.scope = h.scope AND r.type = ? ORDER BY r.scope, r.id
      """, [.integer(Int64(type.number))]
    ) { row in
      (
        RecordKey(scope: try Self.scope(row, 0), type: type, id: try Self.recordID(row, 1)),
        try Stored.state(try row.blob(2))
      )
    }
  }

  /// Scopes in which a field of some record is in conflict, ascending.
  package func conflictedScopes() throws -> Set<ScopeID> {
    Set(
      try connection.rows("SELECT DISTINCT scope FROM record WHERE hasConflict = 1") {
        try Self.scope($0, 0)
      })
  }

  static func scope(_ row: borrowing SQLRow, _ column: Int) throws -> ScopeID {
    guard let scope = ScopeID(bytes: try row.blob(column)) else {
      throw StoreFault.damaged("a scope")
    }
    return scope
  }
}

extension SiteView {
  /// Sites with a duplicate case that nobody has decided, ascending.
  package static func withOpenCases(in replica: Replica) throws -> [ScopeID] {
    try replica.connection.rows(
      "SELECT DISTINCT scope FROM duplicateCase WHERE isOpen = 1 ORDER BY scope"
    ) { try RecordRows.scope($0, 0) }
  }
}
