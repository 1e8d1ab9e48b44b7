import ConflictFreeRecords
package import RecordStore
import Synchronization
package import VisitModel

/// The newest report of each site. A report follows from the site's bundles in view, the company's
/// decisions, the month and the day; the digests of the views say whether any bundle came or went; so what is asked again while
/// nothing has changed need not be computed again.
package final class ReportShelf: Sendable {
  private struct Question: Hashable {
    let view: SetDigest
    let company: SetDigest
    let month: CivilMonth
    let day: CivilDate
  }

  private let kept = Mutex<[ScopeID: (question: Question, report: MonthReport)]>([:])

  /// What a line over months asks; no day decides about it, because only recorded frames make its quotas.
  private struct LineQuestion: Hashable {
    let view: SetDigest
    let company: SetDigest
    let last: CivilMonth
  }

  private let lines = Mutex<[ScopeID: (question: LineQuestion, months: [MonthPoint])]>([:])

  package init() {}

  /// - Throws: `StoreFault` as `SiteView.report` does; nothing is kept then.
  package func report(
    of month: CivilMonth, at site: SiteFacts, of company: ScopeID, _ now: Instant,
    on replica: Replica
  ) throws -> MonthReport {
    let question = Question(
      view: try replica.feed.head(site.scope)?.view ?? .empty,
      company: try replica.feed.head(company)?.view ?? .empty, month: month,
      day: LocalTime(now, in: site.zone).date)
    if let known = kept.withLock({ $0[site.scope] }), known.question == question {
      return known.report
    }
    let report = try SiteView(replica, site.scope).report(of: month, at: now)
    kept.withLock { $0[site.scope] = (question, report) }
    return report
  }

  /// The months of a year that ends with `last`, the oldest first.
  /// - Throws: `StoreFault` as `SiteView.tallies` does; nothing is kept then.
  package func year(
    to last: CivilMonth, at site: ScopeID, of company: ScopeID, on replica: Replica
  ) throws -> [MonthPoint] {
    let question = LineQuestion(
      view: try replica.feed.head(site)?.view ?? .empty,
      company: try replica.feed.head(company)?.view ?? .empty, last: last)
    if let known = lines.withLock({ $0[site] }), known.question == question { return known.months }
    var months = [last]
    while months.count < 12, let first = months.first, first.year > 1 {
      months.insert(first.previous, at: 0)
    }
    let tallies = try SiteView(replica, site).tallies(of: months)
    lines.withLock { $0[site] = (question, tallies) }
    return tallies
  }
}

extension Office {
  /// A site's month, from the shelf where nothing has changed.
  package func report(
    of month: CivilMonth, at site: SiteFacts, on replica: Replica
  ) throws -> MonthReport {
    try reports.report(of: month, at: site, of: company, now, on: replica)
  }

  /// A site's last twelve months, from the shelf where nothing has changed.
  package func year(
    to last: CivilMonth, at site: SiteFacts, on replica: Replica
  ) throws -> [MonthPoint] {
    try reports.year(to: last, at: site.scope, of: company, on: replica)
  }
}
