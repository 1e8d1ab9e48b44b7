package import RecordStore

/// What only the office keeps, outside the log: codes that have not become devices yet, which laptops
/// were confirmed after a restore, passwords, who is logged in, and the tokens of programs.
package enum OfficeTables {
  package static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS enrolmentCode (
        id \(d.blob) NOT NULL PRIMARY KEY, secretHash \(d.blob) NOT NULL,
        account \(d.blob) NOT NULL, issuedMs \(d.integer) NOT NULL, tries \(d.integer) NOT NULL,
        device \(d.blob)
      )\(d.tableSuffix)
      """)
    try DeviceStandings.prepare(connection, d)
    try DeviceContacts.prepare(connection, d)
    try PetitionKeyOffers.prepare(connection, d)
    try preparePages(connection, d)
    try ReaderLanguages.prepare(connection, d)
  }

  private static func preparePages(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS credential (
        account \(d.blob) NOT NULL PRIMARY KEY, phc TEXT NOT NULL, changedMs \(d.integer) NOT NULL
      )\(d.tableSuffix)
      """)
    // id: a hash of the session's name, so that who reads the table can take nobody's place.
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS session (
        id \(d.blob) NOT NULL PRIMARY KEY, account \(d.blob) NOT NULL, csrf \(d.blob) NOT NULL,
        createdMs \(d.integer) NOT NULL, seenMs \(d.integer) NOT NULL, address TEXT NOT NULL,
        language TEXT
      )\(d.tableSuffix)
      """)
    try connection.run("CREATE INDEX IF NOT EXISTS sessionOf ON session (account)")
    // id: a hash of the token, as above.
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS accessToken (
        id \(d.blob) NOT NULL PRIMARY KEY, account \(d.blob) NOT NULL, name TEXT NOT NULL,
        createdMs \(d.integer) NOT NULL, expiresMs \(d.integer) NOT NULL, usedMs \(d.integer)
      )\(d.tableSuffix)
      """)
    try connection.run("CREATE INDEX IF NOT EXISTS accessTokenOf ON accessToken (account)")
    // subject: a hash of who tried, because the name typed may be a password.
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS loginDelay (
        subject \(d.blob) NOT NULL PRIMARY KEY, failures \(d.integer) NOT NULL,
        untilMs \(d.integer) NOT NULL, changedMs \(d.integer) NOT NULL
      )\(d.tableSuffix)
      """)
  }
}
