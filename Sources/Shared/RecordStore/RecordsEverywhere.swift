package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

extension RecordType {
  /// Kinds of few records that are asked for in all scopes at once. They have an index of their own, so that no
  /// question looks into thousands of scopes that have none; another kind raises `Schema.version`.
  static let indexedEverywhere: [RecordType] = [
    .company, .site, .policySetting, .settlement, .conflictSettlement, .letter, .escalation,
    .petition,
  ]

  /// Whether a row is of the kind. The number stands in the text: a database takes the index only where the
  /// statement itself says that it holds all that is asked for.
  func condition(_ column: String) -> String { "\(column) = \(number)" }
}

extension RecordRows {
  static let indexEverywhere =
    "CREATE INDEX IF NOT EXISTS recordEverywhere ON record (type, scope, id) WHERE "
    + RecordType.indexedEverywhere.map { $0.condition("type") }.joined(separator: " OR ")

  /// What follows FROM, as `r` and its scope's head as `h`, up to the condition that more may be added to.
  static func everywhere(_ type: RecordType) -> String {
    // The first of a CROSS JOIN is where SQLite begins: else it reads all records there are, to have them in
    // order already.
    RecordType.indexedEverywhere.contains(type)
      ? "record r CROSS JOIN scopeHead h WHERE h.scope = r.scope AND \(type.condition("r.type"))"
      : "scopeHead h CROSS JOIN record r WHERE r.scope = h.scope AND \(type.condition("r.type"))"
  }

  /// Every record of a type in any known scope, ascending by scope and id.
  package func everywhere(
    _ type: RecordType
  ) throws -> [(key: RecordKey, state: RecordState)] {
    try connection.rows(
      "SELECT r.scope, r.id, r.state FROM \(Self.everywhere(type)) ORDER BY r.scope, r.id"
    ) { row in
      (
        RecordKey(scope: try Self.scope(row, 0), type: type, id: try Self.recordID(row, 1)),
        try Stored.state(try row.blob(2))
      )
    }
  }

  /// The record of every known scope that has the name of its scope, ascending by scope: one statement for
  /// thousands of sites.
  func ofTheirScopes(
    _ type: RecordType
  ) throws -> [(scope: ScopeID, state: RecordState)] {
    try connection.rows(
      "SELECT r.scope, r.state FROM \(Self.everywhere(type)) AND r.id = r.scope ORDER BY r.scope"
    ) { row in
      (try Self.scope(row, 0), try Stored.state(try row.blob(1)))
    }
  }

  /// The known scopes that hold a record of this type, ascending: one statement for thousands of sites, of which a
  /// few have any.
  package func scopes(holding type: RecordType) throws -> [ScopeID] {
    try connection.rows(
      """
      SELECT h.scope FROM scopeHead h WHERE EXISTS (
        SELECT 1 FROM record r WHERE r.scope = h.scope AND r.type = ?
      ) ORDER BY h.scope
      """, [.integer(Int64(type.number))]
    ) { try Self.scope($0, 0) }
  }

  /// The known scopes that hold a record of this type and name, ascending: one but for what somebody forged.
  package func scopes(holding type: RecordType, _ id: RecordID) throws -> [ScopeID] {
    try connection.rows(
      """
      SELECT h.scope FROM scopeHead h CROSS JOIN record r
      WHERE r.scope = h.scope AND r.type = ? AND r.id = ? ORDER BY h.scope
      """, [.integer(Int64(type.number)), .blob(id.bytes)]
    ) { try Self.scope($0, 0) }
  }
}
