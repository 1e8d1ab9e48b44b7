/// The tables of a replica. The log (`bundle`, `feed`, `scopeHead`, `fork`) is the truth; all others
/// are computed from it and can be dropped and rebuilt.
package enum Schema {
  /// Raised with every change to the tables below, or to the bytes in them. 2: rows of records
  /// (0021) and which links are kept (0023). 3: links of notices and meetings (0033). 4: indexes of what is
  /// to be delivered, and of records that are asked for everywhere. 5: index of what one device wrote.
  package static let version = 5
  /// The version that last changed what the computed tables hold.
  private static let computedSince = 3

  package static let projections = [
    "record", "link", "visitIndex", "duplicateCase", "unitIndex", "householdIndex",
  ]

  /// Creates what is missing, and computes the tables of an older program's store anew from its log.
  /// Idempotent.
  /// - Throws: `StoreFault.newerSchema` for a store of a later program.
  package static func prepare(_ connection: any SQLConnection, _ dialect: SQLDialect) throws {
    try connection.run(
      "CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value \(dialect.blob) "
        + "NOT NULL)\(dialect.tableSuffix)")
    let found = try Meta.integer("schema", connection)
    if let found {
      guard found <= version else { throw StoreFault.newerSchema(found: found, known: version) }
      // Nothing to write, and a program that only looks need not wait for the disk.
      if found == version { return }
    }
    for statement in log(dialect) + tables(dialect) { try connection.run(statement) }
    if let found, found < computedSince { try Replica(connection).rebuild(dialect) }
    try Meta.set("schema", integer: version, connection)
  }

  private static func log(_ d: SQLDialect) -> [String] {
    [
      // `inView`: part of the state (admitted, or own and pending). `delivery`: see Delivery.
      """
      CREATE TABLE IF NOT EXISTS bundle (
        id \(d.blob) NOT NULL PRIMARY KEY, scope \(d.blob) NOT NULL, device \(d.blob) NOT NULL,
        previous \(d.blob) NOT NULL, link \(d.blob) NOT NULL, lastReceipt \(d.blob) NOT NULL,
        claimedMs \(d.integer) NOT NULL,
        storedMs \(d.integer) NOT NULL, inView \(d.integer) NOT NULL,
        delivery \(d.integer) NOT NULL, reason \(d.integer) NOT NULL, isLate \(d.integer) NOT NULL,
        ordinal \(d.integer) NOT NULL, envelope \(d.blob) NOT NULL, receipt \(d.blob)
      )\(d.tableSuffix)
      """,
      "CREATE INDEX IF NOT EXISTS bundlePrevious ON bundle (device, previous)",
      "CREATE INDEX IF NOT EXISTS bundleOpen ON bundle (ordinal) WHERE delivery = 1",
      "CREATE INDEX IF NOT EXISTS bundleUnconfirmed ON bundle (scope) WHERE delivery = 2",
      "CREATE INDEX IF NOT EXISTS bundleHeld ON bundle (storedMs) WHERE inView = 0",
      // On a laptop what it wrote or carries, which is little beside what came from the office.
      "CREATE INDEX IF NOT EXISTS bundleDelivered ON bundle (delivery, device, storedMs) "
        + "WHERE delivery > 0",
      // What one device wrote, in the order of its clock. The moment stands in the index, because in a row it
      // follows columns that may lie on pages of their own.
      "CREATE INDEX IF NOT EXISTS bundleWritten ON bundle (device, claimedMs, id)",
      """
      CREATE TABLE IF NOT EXISTS feed (
        scope \(d.blob) NOT NULL, position \(d.integer) NOT NULL, bundle \(d.blob) NOT NULL,
        digestCount \(d.integer) NOT NULL, digestSum \(d.blob) NOT NULL,
        CONSTRAINT feedPosition PRIMARY KEY (scope, position)
      )\(d.tableSuffix)
      """,
      // viewCount/viewSum: every bundle in view. On a laptop also how far its pull has come, and
      // what the office said its digest is there.
      """
      CREATE TABLE IF NOT EXISTS scopeHead (
        scope \(d.blob) NOT NULL PRIMARY KEY, position \(d.integer) NOT NULL,
        feedCount \(d.integer) NOT NULL, feedSum \(d.blob) NOT NULL,
        viewCount \(d.integer) NOT NULL, viewSum \(d.blob) NOT NULL,
        epoch \(d.blob) NOT NULL, officeCount \(d.integer) NOT NULL, officeSum \(d.blob) NOT NULL,
        isFollowed \(d.integer) NOT NULL, keyCursor \(d.integer) NOT NULL
      )\(d.tableSuffix)
      """,
      """
      CREATE TABLE IF NOT EXISTS fork (
        bundle \(d.blob) NOT NULL PRIMARY KEY, other \(d.blob) NOT NULL, device \(d.blob) NOT NULL,
        isCopy \(d.integer) NOT NULL, seenMs \(d.integer) NOT NULL
      )\(d.tableSuffix)
      """,
      // Household keys made here, wrapped to the office, until the office has them.
      """
      CREATE TABLE IF NOT EXISTS outgoingKey (
        id \(d.blob) NOT NULL PRIMARY KEY, bundle \(d.blob) NOT NULL, scope \(d.blob) NOT NULL,
        household \(d.blob) NOT NULL, year \(d.integer) NOT NULL,
        retentionClass \(d.integer) NOT NULL, sealed \(d.blob) NOT NULL
      )\(d.tableSuffix)
      """,
      "CREATE INDEX IF NOT EXISTS outgoingKeyBundle ON outgoingKey (bundle)",
      // The same for bundles that came in a file. Apart, because anyone can put a false wrap into a
      // file: it may stand beside the genuine one and never in its place.
      """
      CREATE TABLE IF NOT EXISTS carriedKey (
        id \(d.blob) NOT NULL, bundle \(d.blob) NOT NULL, scope \(d.blob) NOT NULL,
        household \(d.blob) NOT NULL, year \(d.integer) NOT NULL,
        retentionClass \(d.integer) NOT NULL, sealed \(d.blob) NOT NULL,
        CONSTRAINT carriedKeyName PRIMARY KEY (bundle, id, sealed)
      )\(d.tableSuffix)
      """,
    ]
  }

  static func tables(_ d: SQLDialect) -> [String] {
    [
      """
      CREATE TABLE IF NOT EXISTS record (
        scope \(d.blob) NOT NULL, type \(d.integer) NOT NULL, id \(d.blob) NOT NULL,
        state \(d.blob) NOT NULL, hasConflict \(d.integer) NOT NULL,
        hasParallel \(d.integer) NOT NULL,
        CONSTRAINT recordKey PRIMARY KEY (scope, type, id)
      )\(d.tableSuffix)
      """,
      "CREATE INDEX IF NOT EXISTS recordOpen ON record (scope, type) WHERE hasConflict = 1",
      RecordRows.indexEverywhere,
      // Winners that say what a record belongs to (`Belonging`), so that it is found from there.
      """
      CREATE TABLE IF NOT EXISTS link (
        scope \(d.blob) NOT NULL, type \(d.integer) NOT NULL, id \(d.blob) NOT NULL,
        field \(d.integer) NOT NULL, toScope \(d.blob) NOT NULL, toType \(d.integer) NOT NULL,
        toId \(d.blob) NOT NULL, CONSTRAINT linkKey PRIMARY KEY (scope, type, id, field)
      )\(d.tableSuffix)
      """,
      "CREATE INDEX IF NOT EXISTS linkTarget ON link (toScope, toType, toId, type)",
      // counts: 1 while the visit counts (a countable visit, not a return visit, not voided).
      """
      CREATE TABLE IF NOT EXISTS visitIndex (
        scope \(d.blob) NOT NULL, id \(d.blob) NOT NULL, household \(d.blob) NOT NULL,
        round \(d.integer) NOT NULL, month \(d.integer) NOT NULL, organiser \(d.integer) NOT NULL,
        kind \(d.integer) NOT NULL, counts \(d.integer) NOT NULL, startMs \(d.integer) NOT NULL,
        CONSTRAINT visitIndexKey PRIMARY KEY (scope, id)
      )\(d.tableSuffix)
      """,
      "CREATE INDEX IF NOT EXISTS visitTurn ON visitIndex (scope, round, household)",
      "CREATE INDEX IF NOT EXISTS visitMonth ON visitIndex (scope, month)",
      """
      CREATE TABLE IF NOT EXISTS duplicateCase (
        scope \(d.blob) NOT NULL, round \(d.integer) NOT NULL, household \(d.blob) NOT NULL,
        cause \(d.integer) NOT NULL, members \(d.integer) NOT NULL, isOpen \(d.integer) NOT NULL,
        CONSTRAINT duplicateCaseKey PRIMARY KEY (scope, round, household)
      )\(d.tableSuffix)
      """,
      // code: UTF-8 as bytes, because not every database takes every text.
      """
      CREATE TABLE IF NOT EXISTS unitIndex (
        scope \(d.blob) NOT NULL, id \(d.blob) NOT NULL, code \(d.blob) NOT NULL,
        kind \(d.integer) NOT NULL, occupancy \(d.integer) NOT NULL,
        CONSTRAINT unitIndexKey PRIMARY KEY (scope, id)
      )\(d.tableSuffix)
      """,
      // joinedOn, departedOn: days since 1970-01-01.
      """
      CREATE TABLE IF NOT EXISTS householdIndex (
        scope \(d.blob) NOT NULL, id \(d.blob) NOT NULL, unitScope \(d.blob) NOT NULL,
        unitType \(d.integer) NOT NULL, unit \(d.blob) NOT NULL, joinedOn \(d.integer),
        departedOn \(d.integer), isRestricted \(d.integer) NOT NULL,
        CONSTRAINT householdIndexKey PRIMARY KEY (scope, id)
      )\(d.tableSuffix)
      """,
    ]
  }
}

/// Single values of a store, by name.
package enum Meta {
  package static func bytes(_ name: String, _ connection: any SQLConnection) throws -> [UInt8]? {
    try connection.first("SELECT value FROM meta WHERE name = ?", [.text(name)]) {
      try $0.blob(0)
    }
  }

  package static func set(
    _ name: String, _ bytes: [UInt8], _ connection: any SQLConnection
  ) throws {
    try connection.run(
      "INSERT INTO meta (name, value) VALUES (?, ?) "
        + "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name), .blob(bytes)])
  }

  package static func integer(_ name: String, _ connection: any SQLConnection) throws -> Int? {
    guard let bytes = try bytes(name, connection) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  package static func set(
    _ name: String, integer: Int, _ connection: any SQLConnection
  ) throws {
    try set(name, Array(String(integer).utf8), connection)
  }
}
