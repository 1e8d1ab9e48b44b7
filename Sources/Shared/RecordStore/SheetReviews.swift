import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

// Head office's visits that wait for somebody, and summaries that do, as the sheet keeps them. No day changes them: what was counted
// holds for as long as no bundle comes to the site, and nothing of the company's that figures follow from.

/// The kept ones, and of which sites they are not those of now.
package struct KeptReviews: Sendable {
  package let reviews: [WaitingReview]
  package let summaries: [WaitingSummary]
  /// When a site was counted to which something came since.
  package let earlier: [ScopeID: Instant]
  /// Sites that were never counted, or cannot be read.
  package let unknown: Set<ScopeID>
}

extension Sheet {
  /// Of all sites, in one look.
  package func reviews() throws -> KeptReviews {
    var earlier: [ScopeID: Instant] = [:]
    var unknown: Set<ScopeID> = []
    try replica.connection.forEach(
      """
      SELECT h.scope, s.computedMs, s.fault FROM scopeHead h
      LEFT JOIN siteStanding s ON s.scope = h.scope
      WHERE s.scope IS NULL OR s.fault <> '' OR s.viewCount <> h.viewCount
        OR s.viewSum <> h.viewSum OR s.companySum <> ?
      """, [.blob(companySum.bytes)]
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a row of the sheet")
      }
      if row.isNull(1) {
        unknown.insert(scope)
      } else if try !row.text(2).utf8.isEmpty {
        unknown.insert(scope)
      } else {
        earlier[scope] = Instant(millisecondsSince1970: try row.integer(1))
      }
    }
    return KeptReviews(
      reviews: try SiteSheetTable.reviews("", [], replica.connection),
      summaries: try SiteSheetTable.summaries(of: nil, replica.connection), earlier: earlier,
      unknown: unknown)
  }
}

extension SiteSheetTable {
  private static let reviewColumns = [
    "scope", "visit", "household", "unitCode", "startMs", "zoneMinutes", "month", "stage",
    "wasAccepted", "awaitsRecontact", "sinceMs", "participants",
  ]

  static func reviewTable(_ d: SQLDialect) -> String {
    """
    CREATE TABLE IF NOT EXISTS siteReview (
      scope \(d.blob) NOT NULL, visit \(d.blob) NOT NULL, household \(d.blob) NOT NULL,
      unitCode TEXT NOT NULL, startMs \(d.integer) NOT NULL, zoneMinutes \(d.integer) NOT NULL,
      month \(d.integer) NOT NULL, stage \(d.integer) NOT NULL, wasAccepted \(d.integer) NOT NULL,
      awaitsRecontact \(d.integer) NOT NULL, sinceMs \(d.integer) NOT NULL,
      participants \(d.blob) NOT NULL, CONSTRAINT siteReviewKey PRIMARY KEY (scope, visit)
    )\(d.tableSuffix)
    """
  }

  static func store(_ reviews: [WaitingReview], _ connection: any SQLConnection) throws {
    for one in reviews {
      try insert(
        "siteReview", reviewColumns,
        [
          .blob(one.visit.scope.bytes), .blob(one.visit.id.bytes), .blob(one.household.bytes),
          .text(one.unitCode), .integer(one.start.millisecondsSince1970),
          .integer(Int64(one.zone.minutes)), .integer(one.month.number),
          .integer(Int64(one.stage.rawValue)), .integer(one.wasAccepted ? 1 : 0),
          .integer(one.awaitsRecontact ? 1 : 0), .integer(one.since.millisecondsSince1970),
          .blob(one.participants.flatMap(\.bytes)),
        ], connection)
    }
  }

  /// Of one site.
  static func reviews(
    of scope: ScopeID, _ connection: any SQLConnection
  ) throws -> [WaitingReview] {
    try reviews(" WHERE scope = ?", [.blob(scope.bytes)], connection)
  }

  fileprivate static func reviews(
    _ condition: String, _ values: [SQLValue], _ connection: any SQLConnection
  ) throws -> [WaitingReview] {
    try connection.rows(
      "SELECT \(reviewColumns.joined(separator: ", ")) FROM siteReview\(condition)", values
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)),
        let zone = ZoneOffset(minutes: Int(try row.integer(5))),
        let month = CivilMonth(number: try row.integer(6)),
        let stage = ReviewStage(rawValue: Int(try row.integer(7)))
      else { throw StoreFault.damaged("a visit of the sheet") }
      return WaitingReview(
        visit: RecordKey(scope: scope, type: .visit, id: try RecordRows.recordID(row, 1)),
        household: try RecordRows.recordID(row, 2), unitCode: try row.text(3),
        start: Instant(millisecondsSince1970: try row.integer(4)), zone: zone, month: month,
        stage: stage, wasAccepted: try row.integer(8) == 1,
        awaitsRecontact: try row.integer(9) == 1,
        since: Instant(millisecondsSince1970: try row.integer(10)),
        participants: try accounts(row.blob(11)))
    }
  }

  private static func accounts(_ bytes: [UInt8]) throws -> [AccountID] {
    let length = AccountID.byteCount
    return try stride(from: 0, to: bytes.count, by: length).map { start in
      guard let account = AccountID(bytes: Array(bytes[start...].prefix(length))) else {
        throw StoreFault.damaged("who was at a visit of the sheet")
      }
      return account
    }
  }
}
