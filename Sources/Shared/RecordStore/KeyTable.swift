package import Fingerprint
package import SyncProtocol
package import VisitModel

/// Household data keys at rest, in a database of their own with backups of their own: destroying a
/// row destroys what it sealed, everywhere that has no other copy.
///
/// Each key is itself sealed under the store's key, which lives in an owner-only file outside.
package struct KeyTable {
  let connection: any SQLConnection
  private let storeKey: DataKey

  package init(_ connection: any SQLConnection, storeKey: DataKey) {
    self.connection = connection
    self.storeKey = storeKey
  }

  /// Creates the table. Idempotent.
  package static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS householdKey (
        sequence \(d.integer) NOT NULL PRIMARY KEY, id \(d.blob) NOT NULL UNIQUE,
        scope \(d.blob) NOT NULL, household \(d.blob) NOT NULL, year \(d.integer) NOT NULL,
        retentionClass \(d.integer) NOT NULL, isMadeHere \(d.integer) NOT NULL,
        nonce \(d.blob) NOT NULL, sealed \(d.blob) NOT NULL
      )\(d.tableSuffix)
      """)
    try connection.run(
      "CREATE INDEX IF NOT EXISTS householdKeyOf ON householdKey "
        + "(scope, household, year, retentionClass)")
    try connection.run(
      "CREATE INDEX IF NOT EXISTS householdKeyOrder ON householdKey (scope, sequence)")
    try connection.run(
      "CREATE TABLE IF NOT EXISTS erasedKey (id \(d.blob) NOT NULL PRIMARY KEY, "
        + "sequence \(d.integer) NOT NULL)\(d.tableSuffix)")
    try connection.run(
      "CREATE INDEX IF NOT EXISTS erasedKeyOrder ON erasedKey (sequence)")
  }

  /// Whether a key is here, without opening it.
  package static func holds(_ id: DataKeyID, _ connection: any SQLConnection) throws -> Bool {
    try connection.first("SELECT 1 FROM householdKey WHERE id = ?", [.blob(id.bytes)]) { _ in true }
      ?? false
  }

  /// Which of these keys are neither here nor destroyed. None is opened.
  package static func lacking(
    _ ids: some Sequence<DataKeyID>, _ connection: any SQLConnection
  ) throws -> Set<DataKeyID> {
    var lacking: Set<DataKeyID> = []
    for id in ids {
      let known = try connection.first(
        "SELECT 1 FROM householdKey WHERE id = ? UNION ALL SELECT 1 FROM erasedKey WHERE id = ?",
        [.blob(id.bytes), .blob(id.bytes)]
      ) { _ in true }
      if known == nil { lacking.insert(id) }
    }
    return lacking
  }

  /// Drops every key, because this machine's store key is another and opens none of them. They may
  /// come again, unlike erased ones.
  package static func clear(_ connection: any SQLConnection) throws {
    try connection.run("DELETE FROM householdKey")
  }

  /// Stores a key; one that is known already, or was erased, changes nothing.
  /// - Parameters:
  ///   - isMadeHere: born on this machine, so the office must still be given it.
  ///   - nonce: 12 fresh random bytes.
  package func add(
    _ key: HouseholdKey, of scope: ScopeID, isMadeHere: Bool, nonce: [UInt8]
  ) throws {
    try add([(key, scope, nonce)], isMadeHere: isMadeHere)
  }

  /// The same for many at once.
  package func add(
    _ keys: [(key: HouseholdKey, scope: ScopeID, nonce: [UInt8])], isMadeHere: Bool
  ) throws {
    if keys.isEmpty { return }
    var last = try Self.lastSequence(connection)
    for (key, scope, nonce) in keys {
      let isErased = try connection.first(
        "SELECT 1 FROM erasedKey WHERE id = ?", [.blob(key.id.bytes)]
      ) { _ in true }
      if isErased ?? false { continue }
      let added = try connection.run(
        """
        INSERT INTO householdKey (sequence, id, scope, household, year, retentionClass,
          isMadeHere, nonce, sealed)
        VALUES (?,?,?,?,?,?,?,?,?)
        ON CONFLICT (id) DO NOTHING
        """,
        [
          .integer(Self.number(of: key.id.bytes, after: last)),
          .blob(key.id.bytes), .blob(scope.bytes), .blob(key.household.bytes), .integer(key.year),
          .integer(key.retentionClass), .integer(isMadeHere ? 1 : 0), .blob(nonce),
          .blob(try storeKey.seal(key.key.bytes, nonce: nonce, context: key.id.bytes)),
        ])
      if added > 0 { last = Self.number(of: key.id.bytes, after: last) }
    }
  }

  /// The number of the next key. The step to it is the key's own, so that a number tells which keys there were up to
  /// it: a table that was put back to an earlier moment, and got other keys since, does not come by the numbers that it
  /// gave before. Two thousand million keys fit.
  private static func number(of id: [UInt8], after last: Int64) -> Int64 {
    last + 1 + Int64(id.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  }

  private static func lastSequence(_ connection: any SQLConnection) throws -> Int64 {
    var last: Int64 = 0
    for table in ["householdKey", "erasedKey"] {
      let own = try connection.first("SELECT MAX(sequence) FROM \(table)") {
        $0.isNull(0) ? Int64(0) : try $0.integer(0)
      }
      last = max(last, own ?? 0)
    }
    return last
  }

  package func key(_ id: DataKeyID) throws -> HouseholdKey? {
    try rows("WHERE id = ?", [.blob(id.bytes)]).first?.key
  }

  /// The key under which new texts of a household's year and class are sealed: the first known.
  package func key(
    of household: RecordID, in scope: ScopeID, year: Int, retentionClass: Int
  ) throws -> HouseholdKey? {
    try rows(
      "WHERE scope = ? AND household = ? AND year = ? AND retentionClass = ? "
        + "ORDER BY sequence LIMIT 1",
      [
        .blob(scope.bytes), .blob(household.bytes), .integer(year), .integer(retentionClass),
      ]
    ).first?.key
  }

  package func isMadeHere(_ id: DataKeyID) throws -> Bool {
    try Self.isMadeHere(id, connection)
  }

  /// The same, without opening the key.
  package static func isMadeHere(
    _ id: DataKeyID, _ connection: any SQLConnection
  ) throws -> Bool {
    try connection.first(
      "SELECT isMadeHere FROM householdKey WHERE id = ?", [.blob(id.bytes)]
    ) { try $0.integer(0) == 1 } ?? false
  }

  /// Keys of a scope after a sequence number, ascending.
  package func page(
    of scope: ScopeID, after sequence: UInt64, limit: Int
  ) throws -> [(sequence: UInt64, key: HouseholdKey)] {
    try rows(
      "WHERE scope = ? AND sequence > ? ORDER BY sequence LIMIT ?",
      [.blob(scope.bytes), .integer(sequence), .integer(limit)])
  }

  /// The number of the scope's newest key; 0 without any.
  package func lastSequence(of scope: ScopeID) throws -> UInt64 {
    try connection.first(
      "SELECT COALESCE(MAX(sequence), 0) FROM householdKey WHERE scope = ?",
      [.blob(scope.bytes)]
    ) { UInt64(clamping: try $0.integer(0)) } ?? 0
  }

  /// Whether a key of the scope has this number, or one that was destroyed had it.
  package func hasNumber(_ sequence: UInt64, of scope: ScopeID) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM householdKey WHERE scope = ? AND sequence = ? "
        + "UNION ALL SELECT 1 FROM erasedKey WHERE sequence = ?",
      [.blob(scope.bytes), .integer(sequence), .integer(sequence)]
    ) { _ in true } ?? false
  }

  /// Gives the keys of an owner new numbers, in the order that they had, so that whoever's cursor has
  /// passed them is offered them once more. None is opened.
  package static func renumber(
    of owner: RecordID, in scope: ScopeID, retentionClass: Int, _ connection: any SQLConnection
  ) throws {
    let ids = try connection.rows(
      "SELECT id FROM householdKey WHERE scope = ? AND household = ? AND retentionClass = ? "
        + "ORDER BY sequence",
      [.blob(scope.bytes), .blob(owner.bytes), .integer(retentionClass)]
    ) { try $0.blob(0) }
    for id in ids {
      try connection.run(
        "UPDATE householdKey SET sequence = ? WHERE id = ?",
        [.integer(number(of: id, after: try lastSequence(connection))), .blob(id)])
    }
  }

  /// Destroys keys for ever: they are refused if anyone brings them back. Their sequence numbers
  /// are kept, so that none is given twice and no laptop's cursor passes a key by.
  package func erase(_ ids: [DataKeyID]) throws { try Self.erase(ids, connection) }

  /// The same without the store's key, which a locked laptop does not have.
  package static func erase(
    _ ids: some Sequence<DataKeyID>, _ connection: any SQLConnection
  ) throws {
    for id in ids {
      let sequence =
        try connection.first(
          "SELECT sequence FROM householdKey WHERE id = ?", [.blob(id.bytes)]
        ) { try $0.integer(0) } ?? 0
      try connection.run("DELETE FROM householdKey WHERE id = ?", [.blob(id.bytes)])
      try connection.run(
        "INSERT INTO erasedKey (id, sequence) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
        [.blob(id.bytes), .integer(sequence)])
    }
  }

  /// Drops the keys of a scope that is followed no more. They may come again, unlike erased ones.
  /// - Returns: how many went.
  package static func forget(_ scope: ScopeID, _ connection: any SQLConnection) throws -> Int {
    try connection.run("DELETE FROM householdKey WHERE scope = ?", [.blob(scope.bytes)])
  }

  /// Takes over what another table destroyed, and destroys it here. Idempotent.
  package static func takeErased(
    from source: any SQLConnection, into target: any SQLConnection
  ) throws {
    try source.forEach("SELECT id, sequence FROM erasedKey", []) { row in
      try target.run("DELETE FROM householdKey WHERE id = ?", [.blob(try row.blob(0))])
      try target.run(
        "INSERT INTO erasedKey (id, sequence) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
        [.blob(try row.blob(0)), .integer(try row.integer(1))])
    }
  }

  /// Takes in the keys of another table that is sealed under the same store key, and what it destroyed.
  /// Nothing is opened. Idempotent.
  /// - Returns: how many keys are new here.
  package static func takeBack(
    from source: any SQLConnection, into target: any SQLConnection
  ) throws -> Int {
    try takeErased(from: source, into: target)
    var count = 0
    try source.forEach(
      """
      SELECT id, scope, household, year, retentionClass, isMadeHere, nonce, sealed
      FROM householdKey ORDER BY sequence
      """, []
    ) { row in
      let id = try row.blob(0)
      count += try target.run(
        """
        INSERT INTO householdKey (sequence, id, scope, household, year, retentionClass,
          isMadeHere, nonce, sealed)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM erasedKey WHERE id = ?)
        ON CONFLICT (id) DO NOTHING
        """,
        [.integer(number(of: id, after: try lastSequence(target)))] + row.all + [.blob(id)])
    }
    return count
  }

  private func rows(
    _ condition: String, _ arguments: [SQLValue]
  ) throws -> [(sequence: UInt64, key: HouseholdKey)] {
    try connection.rows(
      "SELECT sequence, id, household, year, retentionClass, nonce, sealed FROM householdKey "
        + condition, arguments
    ) { row in
      guard let id = DataKeyID(bytes: try row.blob(1)),
        let household = RecordID(bytes: try row.blob(2)),
        let key = DataKey(
          bytes: try storeKey.open(
            try row.blob(6), nonce: try row.blob(5), context: try row.blob(1)))
      else { throw StoreFault.damaged("a household key") }
      return (
        UInt64(clamping: try row.integer(0)),
        HouseholdKey(
          id: id, household: household, year: Int(try row.integer(3)),
          retentionClass: Int(try row.integer(4)), key: key)
      )
    }
  }
}

/// The table as a whole: for checks, backups and restores.
extension KeyTable {
  /// A key in its place; `key` is nothing where it does not open under the store's key.
  package struct Row: Hashable, Sendable {
    package let id: DataKeyID
    package let scope: ScopeID
    package let isMadeHere: Bool
    package let key: HouseholdKey?
  }

  /// Calls `body` with every key, in the order in which they came.
  package func forEach(_ body: (Row) throws -> Void) throws {
    try connection.forEach(
      "SELECT id, scope, household, year, retentionClass, isMadeHere, nonce, sealed "
        + "FROM householdKey ORDER BY sequence", []
    ) { row in
      guard let id = DataKeyID(bytes: try row.blob(0)), let scope = ScopeID(bytes: try row.blob(1)),
        let household = RecordID(bytes: try row.blob(2))
      else { throw StoreFault.damaged("a household key") }
      let year = Int(try row.integer(3))
      let retentionClass = Int(try row.integer(4))
      var plain: [UInt8] = []
      do {
        plain = try storeKey.open(try row.blob(7), nonce: try row.blob(6), context: id.bytes)
      } catch SealingFailure.cannotOpen {
        // Handed on as a key that does not open: what to do about it is the caller's business.
      }
      try body(
        Row(
          id: id, scope: scope, isMadeHere: try row.integer(5) == 1,
          key: DataKey(bytes: plain).map {
            HouseholdKey(
              id: id, household: household, year: year, retentionClass: retentionClass, key: $0)
          }))
    }
  }

  /// How many keys there are, and which of them do not open.
  package func check() throws -> (count: Int, closed: [DataKeyID]) {
    var count = 0
    var closed: [DataKeyID] = []
    try forEach { row in
      count += 1
      if row.key == nil { closed.append(row.id) }
    }
    return (count, closed)
  }

  /// Ids of keys that were destroyed and are refused for ever.
  package func erased() throws -> [DataKeyID] { try Self.erasedIDs(connection) }

  package static func erasedIDs(_ connection: any SQLConnection) throws -> [DataKeyID] {
    try connection.rows("SELECT id FROM erasedKey ORDER BY id") { row in
      guard let id = DataKeyID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("an erased key")
      }
      return id
    }
  }
}
