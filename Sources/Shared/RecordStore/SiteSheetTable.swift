import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import VisitModel

/// The sheet on disk: the figures of each site, with the digest of what they were counted from. Nothing of it
/// is truth: a row that does not fit is counted anew, and all rows can be dropped.
package enum SiteSheetTable {
  /// Of what is kept: raised with every change of these tables and of what stands in them.
  private static let version = 3

  private static let tables = [
    "siteStanding", "siteMonth", "siteDraw", "siteReview", "siteSummary",
  ]

  static let standingColumns = [
    "round", "done", "open", "openCases", "conflicts", "siteReviews", "companyReviews", "overdue",
    "inTime", "late",
  ]

  static let monthColumns = [
    "totalUnits", "occupied", "percent", "quota", "isProvisional", "counted", "byManager",
    "requiredOfManager", "bySupervisor", "requiredOfSupervisor", "byCompany", "visits", "waiting",
    "matters", "openMatters",
  ]

  /// Counted from which bundles, of the site (`view…`) and about the company (`companySum`), when, and
  /// until when that holds.
  private static func stamp(_ d: SQLDialect) -> String {
    """
    viewCount \(d.integer) NOT NULL, viewSum \(d.blob) NOT NULL, companySum \(d.blob) NOT NULL,
    computedMs \(d.integer) NOT NULL, untilMs \(d.integer) NOT NULL
    """
  }

  static let stampColumns = ["viewCount", "viewSum", "companySum", "computedMs", "untilMs"]

  private static func numbers(_ columns: [String], _ d: SQLDialect) -> String {
    columns.map { "\($0) \(d.integer) NOT NULL" }.joined(separator: ", ")
  }

  /// Makes the tables, and empties them after a change of program: it may count otherwise.
  /// - Parameter program: name and version.
  package static func prepare(
    _ connection: any SQLConnection, _ d: SQLDialect, for program: String
  ) throws {
    // fault: why the site cannot be counted; empty where it was.
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS siteStanding (
        scope \(d.blob) NOT NULL PRIMARY KEY, \(stamp(d)), fault TEXT NOT NULL,
        \(numbers(standingColumns, d))
      )\(d.tableSuffix)
      """)
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS siteMonth (
        scope \(d.blob) NOT NULL, month \(d.integer) NOT NULL, \(stamp(d)),
        \(numbers(monthColumns, d)), CONSTRAINT siteMonthKey PRIMARY KEY (scope, month)
      )\(d.tableSuffix)
      """)
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS siteDraw (
        scope \(d.blob) NOT NULL, id \(d.blob) NOT NULL, month \(d.integer) NOT NULL,
        round \(d.integer) NOT NULL, organiser \(d.integer) NOT NULL, atMs \(d.integer),
        primaryCount \(d.integer) NOT NULL, reserveCount \(d.integer) NOT NULL,
        openCount \(d.integer) NOT NULL, state \(d.integer) NOT NULL,
        CONSTRAINT siteDrawKey PRIMARY KEY (scope, id)
      )\(d.tableSuffix)
      """)
    try connection.run("CREATE INDEX IF NOT EXISTS siteDrawMonth ON siteDraw (month)")
    try connection.run(reviewTable(d))
    try connection.run(summaryTable(d))
    let edition = Array("\(program), schema \(Schema.version), sheet \(version)".utf8)
    if try Meta.bytes("sheet.edition", connection) == edition { return }
    try clear(connection)
    try Meta.set("sheet.edition", edition, connection)
  }

  /// Forgets every figure: after a rebuild the same bundles may say something else.
  package static func clear(_ connection: any SQLConnection) throws {
    for table in tables { try connection.run("DELETE FROM \(table)") }
  }

  // MARK: Writing

  /// What a site was counted from.
  struct Stamp {
    let view: SetDigest
    let company: Digest
    let at: Instant
    let until: Instant

    fileprivate var values: [SQLValue] {
      [
        .integer(view.count), .blob(view.sum.bytes), .blob(company.bytes),
        .integer(at.millisecondsSince1970), .integer(until.millisecondsSince1970),
      ]
    }
  }

  static func store(
    _ sheet: SiteSheet, _ stamp: Stamp, _ connection: any SQLConnection
  ) throws {
    try remove(sheet.scope, connection)
    let scope = SQLValue.blob(sheet.scope.bytes)
    try insert(
      "siteStanding", ["scope"] + stampColumns + ["fault"] + standingColumns,
      [scope] + stamp.values + [.text("")] + sheet.standing.numbers.map { .integer($0) }, connection
    )
    for month in sheet.months {
      // Nothing but bundles changes a month that has its frame.
      let until = month.isProvisional ? stamp.until : Instant(millisecondsSince1970: .max)
      let stamp = Stamp(view: stamp.view, company: stamp.company, at: stamp.at, until: until)
      try insert(
        "siteMonth", ["scope", "month"] + stampColumns + monthColumns,
        [scope, .integer(month.month.number)] + stamp.values
          + month.numbers.map { .integer($0) }, connection)
    }
    for draw in sheet.draws {
      try insert(
        "siteDraw",
        [
          "scope", "id", "month", "round", "organiser", "atMs", "primaryCount", "reserveCount",
          "openCount", "state",
        ],
        [
          scope, .blob(draw.key.id.bytes), .integer(draw.month.number), .integer(draw.round),
          .integer(draw.organiser.rawValue),
          draw.at.map { .integer($0.millisecondsSince1970) } ?? .null, .integer(draw.primary),
          .integer(draw.reserve), .integer(draw.open), .integer(draw.state.rawValue),
        ], connection)
    }
    try store(sheet.reviews, connection)
    try store(sheet.summaries, connection)
  }

  /// Keeps why a site cannot be counted; its figures of before are gone.
  static func store(
    fault: String, of scope: ScopeID, _ stamp: Stamp, _ connection: any SQLConnection
  ) throws {
    try remove(scope, connection)
    try insert(
      "siteStanding", ["scope"] + stampColumns + ["fault"] + standingColumns,
      [.blob(scope.bytes)] + stamp.values + [.text(fault)]
        + standingColumns.map { _ in .integer(0) }, connection)
  }

  private static func remove(_ scope: ScopeID, _ connection: any SQLConnection) throws {
    for table in tables {
      try connection.run("DELETE FROM \(table) WHERE scope = ?", [.blob(scope.bytes)])
    }
  }

  static func insert(
    _ table: String, _ columns: [String], _ values: [SQLValue], _ connection: any SQLConnection
  ) throws {
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    try connection.run(
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))", values)
  }
}

extension SheetStanding {
  /// In the order of `SiteSheetTable.standingColumns`.
  var numbers: [Int] {
    [
      round, done, open, openCases, conflicts, siteReviews, companyReviews, overdue, inTime, late,
    ]
  }

  init(_ row: borrowing SQLRow, _ column: Int) throws {
    round = Int(try row.integer(column))
    done = Int(try row.integer(column + 1))
    open = Int(try row.integer(column + 2))
    openCases = Int(try row.integer(column + 3))
    conflicts = Int(try row.integer(column + 4))
    siteReviews = Int(try row.integer(column + 5))
    companyReviews = Int(try row.integer(column + 6))
    overdue = Int(try row.integer(column + 7))
    inTime = Int(try row.integer(column + 8))
    late = Int(try row.integer(column + 9))
  }
}

extension SheetMonth {
  /// In the order of `SiteSheetTable.monthColumns`.
  var numbers: [Int] {
    [
      totalUnits, occupied, percent, quota, isProvisional ? 1 : 0, counted, byManager,
      requiredOfManager, bySupervisor, requiredOfSupervisor, byCompany, tally.visits,
      tally.waiting, tally.matters, tally.openMatters,
    ]
  }

  init(_ month: CivilMonth, _ row: borrowing SQLRow, _ column: Int) throws {
    self.month = month
    totalUnits = Int(try row.integer(column))
    occupied = Int(try row.integer(column + 1))
    percent = Int(try row.integer(column + 2))
    quota = Int(try row.integer(column + 3))
    isProvisional = try row.integer(column + 4) == 1
    counted = Int(try row.integer(column + 5))
    byManager = Int(try row.integer(column + 6))
    requiredOfManager = Int(try row.integer(column + 7))
    bySupervisor = Int(try row.integer(column + 8))
    requiredOfSupervisor = Int(try row.integer(column + 9))
    byCompany = Int(try row.integer(column + 10))
    var tally = MonthTally()
    tally.visits = Int(try row.integer(column + 11))
    tally.waiting = Int(try row.integer(column + 12))
    tally.matters = Int(try row.integer(column + 13))
    tally.openMatters = Int(try row.integer(column + 14))
    self.tally = tally
  }
}
