package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import SyncProtocol
package import VisitModel

/// Household keys made on this laptop, wrapped to the office, committed with the bundle that first
/// uses them and sent with it.
package struct OutgoingKeys {
  let connection: any SQLConnection

  package init(_ connection: any SQLConnection) { self.connection = connection }

  package func add(_ key: WrappedKey, with bundle: BundleID) throws {
    try connection.run(
      """
      INSERT INTO outgoingKey (id, bundle, scope, household, year, retentionClass, sealed)
      VALUES (?,?,?,?,?,?,?)
      """,
      [
        .blob(key.id.bytes), .blob(bundle.bytes), .blob(key.household.scope.bytes),
        .blob(key.household.id.bytes), .integer(key.year), .integer(key.retentionClass),
        .blob(key.sealed),
      ])
  }

  /// Keeps a key that came in a file with somebody's bundle. Idempotent.
  package func carry(_ key: WrappedKey, with bundle: BundleID) throws {
    try connection.run(
      """
      INSERT INTO carriedKey (id, bundle, scope, household, year, retentionClass, sealed)
      VALUES (?,?,?,?,?,?,?) ON CONFLICT (bundle, id, sealed) DO NOTHING
      """,
      [
        .blob(key.id.bytes), .blob(bundle.bytes), .blob(key.household.scope.bytes),
        .blob(key.household.id.bytes), .integer(key.year), .integer(key.retentionClass),
        .blob(key.sealed),
      ])
  }

  package func contains(_ id: DataKeyID) throws -> Bool {
    try connection.first("SELECT 1 FROM outgoingKey WHERE id = ?", [.blob(id.bytes)]) { _ in true }
      ?? false
  }

  /// What HPKE makes of a key of 32 bytes: 32 of the encapsulated key, and 16 of tag.
  private static let isWrap = "length(sealed) = 80 AND substr(sealed, 1, 32) <> ?"
  private static let nothing = SQLValue.blob(Array(repeating: 0, count: 32))

  /// Whether a key goes to the office, or went, with some bundle, in bytes that may be a wrapped key.
  package func isOnItsWay(_ id: DataKeyID) throws -> Bool {
    for table in ["outgoingKey", "carriedKey"] {
      let wrap = try connection.first(
        "SELECT 1 FROM \(table) WHERE id = ? AND \(Self.isWrap)",
        [.blob(id.bytes), Self.nothing]
      ) { _ in true }
      if wrap != nil { return true }
    }
    return false
  }

  /// Drops bytes that are no wrapped key any more; the key itself lies in the key table.
  package func dropMalformed() throws {
    try connection.run("DELETE FROM outgoingKey WHERE NOT (\(Self.isWrap))", [Self.nothing])
  }

  /// A key made here, wrapped to the office.
  package func key(_ id: DataKeyID) throws -> WrappedKey? {
    try rows("outgoingKey", "WHERE id = ?", [.blob(id.bytes)]).first
  }

  /// The keys that must travel with a bundle, made here or brought with it. They are kept after
  /// delivery: a server restored from an older backup is given the bundle, and so the key, again.
  /// - Returns: at most `Bounds.bundleKeysMax`, those made here first.
  package func keys(with bundle: BundleID) throws -> [WrappedKey] {
    let condition = "WHERE bundle = ? ORDER BY id, sealed LIMIT \(Bounds.bundleKeysMax)"
    let all =
      try rows("outgoingKey", condition, [.blob(bundle.bytes)])
      + rows("carriedKey", condition, [.blob(bundle.bytes)])
    return Array(all.prefix(Bounds.bundleKeysMax))
  }

  private func rows(
    _ table: String, _ condition: String, _ arguments: [SQLValue]
  ) throws -> [WrappedKey] {
    try connection.rows(
      "SELECT id, scope, household, year, retentionClass, sealed FROM \(table) " + condition,
      arguments
    ) { row in
      guard let id = DataKeyID(bytes: try row.blob(0)), let scope = ScopeID(bytes: try row.blob(1)),
        let household = RecordID(bytes: try row.blob(2))
      else { throw StoreFault.damaged("a household key on its way") }
      return WrappedKey(
        id: id, household: RecordKey(scope: scope, type: .household, id: household),
        year: Int(try row.integer(3)), retentionClass: Int(try row.integer(4)),
        sealed: try row.blob(5))
    }
  }
}
