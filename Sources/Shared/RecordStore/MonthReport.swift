package import CommunicationPolicy
import RecordCatalogue
package import Sampling
package import VisitModel

/// A site's month: the same figures on laptop and server once both hold the same bundles.
package struct MonthReport: Sendable {
  package let site: SiteFacts
  package let month: CivilMonth
  package let round: Int
  package let quota: MonthlyQuota
  /// Without a recorded frame the counts are today's, and the quota is provisional (A05).
  package let isProvisional: Bool
  package let figures: MonthFigures
  package let conditions: QuotaConditions
  /// Households done and open in the present round.
  package let progress: (done: Int, open: Int)
  package let cases: [DuplicateCase]
}

extension SiteView {
  /// - Throws: `StoreFault.damaged` when the site's own record is not here.
  /// - Parameter now: who lives there on that day counts, where no frame was taken.
  package func report(
    of month: CivilMonth, at now: Instant
  ) throws -> MonthReport {
    try reports(of: [month], at: now)[0]
  }

  /// The same of several months, in their order; what they share is read once.
  package func reports(
    of months: [CivilMonth], at now: Instant
  ) throws -> [MonthReport] {
    guard let site = try facts() else { throw StoreFault.damaged("a site without a record") }
    let day = LocalTime(now, in: site.zone).date
    let policy = try policy()
    let frames = try months.map { try frame(of: $0) }
    let occupied =
      frames.contains(nil) ? try roundHouseholds(on: day).count(where: \.isOccupied) : 0
    let cases = try duplicateCases()
    let number = try currentRound()
    let progress = try round(number, at: now).counts
    return try zip(months, frames).map { month, frame in
      // A month is measured by what was in force on its 1st, like its frame.
      let settings = policy.settings(on: month.firstDay)
      let quota = MonthlyQuota(
        totalUnits: frame?.totalUnits ?? site.totalUnits, occupied: frame?.occupied ?? occupied,
        settings: settings)
      let visits = try visits(of: month).map { try ledgerVisit($0.summary, $0.state) }
      let figures = Ledger.figures(of: month, visits: visits, cases: cases)
      return MonthReport(
        site: site, month: month, round: number, quota: quota, isProvisional: frame == nil,
        figures: figures,
        conditions: QuotaConditions(
          quota, counted: figures.counted, byManager: figures.byManager,
          bySupervisor: figures.bySupervisor, settings: settings),
        progress: progress, cases: cases)
    }
  }
}
