package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// A month's summary that was submitted and waits for a decision (R1-57). No day changes it, so the sheet keeps it as it
/// keeps reviews.
package struct WaitingSummary: Hashable, Sendable {
  package let scope: ScopeID
  package let month: CivilMonth
  package let author: AccountID
  /// The last day of R1-57.
  package let decisionDue: CivilDate
}

extension SiteView {
  /// Those of the site, the oldest month first.
  /// - Parameter calendar: of the company.
  package func waitingSummaries(_ calendar: WorkingCalendar) throws -> [WaitingSummary] {
    guard let zone = try facts()?.zone else { return [] }
    let policy = try policy()
    return try replica.records.states(of: .summary, in: scope).compactMap { id, state in
      let key = RecordKey(scope: scope, type: .summary, id: id)
      guard let summary = RecordedSummary(key, state), summary.state == .submitted,
        let month = state.month(SummaryField.month)
      else { return nil }
      let settings = policy.settings(on: LocalTime(summary.submittedAt, in: zone).date)
      return WaitingSummary(
        scope: scope, month: month, author: summary.author,
        decisionDue: SummaryClock.decisionDue(
          submittedAt: summary.submittedAt, zone, calendar, settings
        ).date)
    }.sorted { $0.month < $1.month }
  }
}

extension SiteSheetTable {
  private static let summaryColumns = ["scope", "month", "author", "decisionDay"]

  static func summaryTable(_ d: SQLDialect) -> String {
    """
    CREATE TABLE IF NOT EXISTS siteSummary (
      scope \(d.blob) NOT NULL, month \(d.integer) NOT NULL, author \(d.blob) NOT NULL,
      decisionDay \(d.integer) NOT NULL, CONSTRAINT siteSummaryKey PRIMARY KEY (scope, month)
    )\(d.tableSuffix)
    """
  }

  static func store(_ summaries: [WaitingSummary], _ connection: any SQLConnection) throws {
    for one in summaries {
      try insert(
        "siteSummary", summaryColumns,
        [
          .blob(one.scope.bytes), .integer(one.month.number), .blob(one.author.bytes),
          .integer(Int64(one.decisionDue.daysSince1970)),
        ], connection)
    }
  }

  /// - Parameter scope: nothing for those of all sites.
  static func summaries(
    of scope: ScopeID?, _ connection: any SQLConnection
  ) throws -> [WaitingSummary] {
    try connection.rows(
      "SELECT \(summaryColumns.joined(separator: ", ")) FROM siteSummary"
        + (scope == nil ? "" : " WHERE scope = ?") + " ORDER BY scope, month",
      scope.map { [.blob($0.bytes)] } ?? []
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)),
        let month = CivilMonth(number: try row.integer(1)),
        let author = AccountID(bytes: try row.blob(2))
      else { throw StoreFault.damaged("a summary of the sheet") }
      return WaitingSummary(
        scope: scope, month: month, author: author,
        decisionDue: CivilDate(daysSince1970: Int(clamping: try row.integer(3))))
    }
  }
}
