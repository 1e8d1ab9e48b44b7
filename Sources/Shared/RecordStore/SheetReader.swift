import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import Sampling
package import VisitModel

/// Everything the sheet keeps of one site, as it was at a moment.
package struct SiteSheet: Hashable, Sendable {
  package let scope: ScopeID
  package let at: Instant
  /// The first moment at which something of it may be different although no bundle came: the end of the
  /// site's day, or when something becomes overdue within it.
  package let until: Instant
  package let standing: SheetStanding
  package let months: [SheetMonth]
  package let draws: [SheetDraw]
  /// Head office's visits that ask something of somebody.
  package let reviews: [WaitingReview]
  /// Months that wait for a decision, whoever decides.
  package let summaries: [WaitingSummary]
}

/// What a site's records alone say, on any day.
struct SheetTallies {
  var siteReviews = 0
  /// Those in head office's queue.
  var reviews: [WaitingReview] = []
  var summaries: [WaitingSummary] = []
  var months: [CivilMonth: MonthTally] = [:]
}

extension SiteView {
  /// Counts a site for the sheet.
  /// - Parameters:
  ///   - tallies: what was counted of the same bundles before; nothing counts it again.
  ///   - calendar: of the company.
  /// - Throws: `StoreFault.damaged` when the site's own record is not here.
  func sheet(
    _ tallies: SheetTallies?, months: [CivilMonth], _ calendar: WorkingCalendar, at now: Instant
  ) throws -> SiteSheet {
    let reports = try reports(of: months, at: now)
    guard let present = reports.first else { throw StoreFault.damaged("a sheet without months") }
    let zone = present.site.zone
    let tallies = try tallies ?? self.tallies(calendar)
    // Of a petition nobody hears by a figure (R2-15, A39).
    let obligations = try obligations(calendar, at: now).filter { $0.subject.type != .petition }
      .map(\.obligation)
    func count(_ state: ObligationState) -> Int { obligations.count { $0.state == state } }
    let dayEnds = LocalTime(now, in: zone).date.advanced(byDays: 1).startOfDay(in: zone)
    let limits = obligations.filter { $0.state == .open }
      .compactMap { $0.dueAt?.advanced(byMilliseconds: 1) }
    return SiteSheet(
      scope: scope, at: now, until: min(dayEnds, limits.min() ?? dayEnds),
      standing: SheetStanding(
        round: present.round, done: present.progress.done, open: present.progress.open,
        openCases: present.cases.count(where: \.isOpen), conflicts: try conflictCount(),
        siteReviews: tallies.siteReviews, companyReviews: tallies.reviews.count,
        overdue: count(.overdue), inTime: count(.met), late: count(.late)),
      months: reports.map { SheetMonth($0, tallies.months[$0.month] ?? MonthTally()) },
      draws: try sheetDraws(of: Set(months)), reviews: tallies.reviews,
      summaries: tallies.summaries)
  }

  /// Questions about the site's records, as `/conflicts` lists them.
  private func conflictCount() throws -> Int {
    try replica.records.conflicted(in: scope).filter { $0.key.type != .petition }
      .reduce(0) { $0 + $1.state.questions(of: $1.key.type).count }
  }

  private func tallies(_ calendar: WorkingCalendar) throws -> SheetTallies {
    var found = SheetTallies()
    found.summaries = try waitingSummaries(calendar)
    for item in try reviews() {
      found.months[item.visit.month, default: MonthTally()].visits += 1
      guard let waiting = try waiting(item) else { continue }
      found.months[item.visit.month, default: MonthTally()].waiting += 1
      switch item.visit.organiser {
      case .site: found.siteReviews += 1
      case .company: found.reviews.append(waiting)
      }
    }
    for matter in try matters() {
      found.months[matter.source.month, default: MonthTally()].matters += 1
      if matter.isOpen { found.months[matter.source.month, default: MonthTally()].openMatters += 1 }
    }
    return found
  }

  private func sheetDraws(of months: Set<CivilMonth>) throws -> [SheetDraw] {
    let open = try drawEntries().filter { $0.outcome == .open }.reduce(into: [:]) {
      $0[$1.draw, default: 0] += 1
    }
    return try draws().filter { months.contains($0.month) }.map { draw in
      SheetDraw(
        key: draw.key, round: draw.round, month: draw.month, organiser: draw.organiser,
        at: draw.drawnAt, primary: draw.primaryCount, reserve: draw.reserveCount,
        open: open[draw.key] ?? 0, state: draw.state)
    }
  }
}

extension SheetMonth {
  init(_ report: MonthReport, _ tally: MonthTally) {
    month = report.month
    totalUnits = report.quota.totalUnits
    occupied = report.quota.occupied
    percent = report.quota.percent
    quota = report.quota.count
    isProvisional = report.isProvisional
    counted = report.figures.counted
    byManager = report.figures.byManager
    requiredOfManager = report.conditions.manager.required
    bySupervisor = report.figures.bySupervisor
    requiredOfSupervisor = report.conditions.supervisor.required
    byCompany = report.figures.byCompany
    self.tally = tally
  }
}
