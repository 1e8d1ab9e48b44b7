package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

extension Sheet {
  /// A site that was counted, or why it could not be.
  package struct Computed: Sendable {
    package let scope: ScopeID
    package let sheet: SiteSheet?
    package let fault: String
    fileprivate let stamp: SiteSheetTable.Stamp

    /// Its row of a month.
    package func row(of month: CivilMonth, _ row: SheetRow) -> SheetRow {
      guard let sheet else {
        return SheetRow(site: row.site, month: .damaged(fault), standing: .damaged(fault))
      }
      return SheetRow(
        site: row.site,
        month: sheet.months.first { $0.month == month }.map { .current($0) } ?? .notKept,
        standing: .current(sheet.standing))
    }

    /// Keeps it on disk.
    package func store(_ connection: any SQLConnection) throws {
      if let sheet {
        try SiteSheetTable.store(sheet, stamp, connection)
      } else {
        try SiteSheetTable.store(fault: fault, of: scope, stamp, connection)
      }
    }
  }

  /// How long the word of a damaged site is believed: a repair brings no bundle.
  private static let faultMs: Int64 = 60_000

  /// Counts a site as this reading finds it.
  /// - Throws: what has nothing to do with the site's own records.
  package func computed(
    _ scope: ScopeID, _ calendar: WorkingCalendar
  ) throws -> Computed {
    let view = try replica.feed.head(scope)?.view ?? .empty
    do {
      let sheet = try SiteView(replica, scope).sheet(
        try tallies(of: scope, view), months: months, calendar, at: now)
      return Computed(
        scope: scope, sheet: sheet, fault: "",
        stamp: SiteSheetTable.Stamp(
          view: view, company: companySum, at: now, until: min(sheet.until, monthsEnd)))
    } catch let fault as StoreFault {
      switch fault {
      // What the database itself reports may lie in this site's pages alone; the others are counted all the same.
      case .damaged(let why), .computedRow(let why), .database(let why):
        return Computed(
          scope: scope, sheet: nil, fault: why.utf8.isEmpty ? "unknown" : why,
          stamp: SiteSheetTable.Stamp(
            view: view, company: companySum, at: now,
            until: now.advanced(byMilliseconds: Self.faultMs)))
      default: throw fault
      }
    }
  }

  /// What is kept of a site that no day changes, where no bundle came or went.
  private func tallies(of scope: ScopeID, _ view: SetDigest) throws -> SheetTallies? {
    let condition = "scope = ? AND viewCount = ? AND viewSum = ? AND companySum = ?"
    let values: [SQLValue] = [
      .blob(scope.bytes), .integer(view.count), .blob(view.sum.bytes), .blob(companySum.bytes),
    ]
    let siteReviews = try replica.connection.first(
      "SELECT siteReviews FROM siteStanding WHERE fault = '' AND \(condition)", values
    ) { Int(try $0.integer(0)) }
    guard let siteReviews else { return nil }
    var tallies = SheetTallies()
    tallies.siteReviews = siteReviews
    tallies.reviews = try SiteSheetTable.reviews(of: scope, replica.connection)
    tallies.summaries = try SiteSheetTable.summaries(of: scope, replica.connection)
    try replica.connection.forEach(
      "SELECT month, visits, waiting, matters, openMatters FROM siteMonth WHERE \(condition)",
      values
    ) { row in
      guard let month = CivilMonth(number: try row.integer(0)) else {
        throw StoreFault.damaged("a row of the sheet")
      }
      var tally = MonthTally()
      tally.visits = Int(try row.integer(1))
      tally.waiting = Int(try row.integer(2))
      tally.matters = Int(try row.integer(3))
      tally.openMatters = Int(try row.integer(4))
      tallies.months[month] = tally
    }
    return months.allSatisfy { tallies.months[$0] != nil } ? tallies : nil
  }
}
