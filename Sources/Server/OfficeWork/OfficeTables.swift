package import RecordStore

/// What only the office keeps, outside the log: codes that have not become devices yet.
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
  }
}
