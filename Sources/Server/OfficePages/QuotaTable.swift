import CommunicationPolicy
import Console
import Listings
import RecordStore
import Sampling
import VisitModel
import Wording

/// The figures of a site's month in a row, as the overview and the data for programs have them.
enum QuotaTable {
  static let figures = [
    ListColumn("units", .labelTotalUnits, .number),
    ListColumn("occupied", .labelOccupied, .number),
    ListColumn("percent", .labelPercent, .percent), ListColumn("quota", .labelQuota, .number),
    ListColumn("counted", .labelCounted, .number),
    ListColumn("byManager", .labelManager, .number),
    ListColumn("requiredOfManager", .listRequiredManager, .number),
    ListColumn("bySupervisor", .labelSupervisor, .number),
    ListColumn("requiredOfSupervisor", .listRequiredSupervisor, .number),
    ListColumn("byCompany", .labelCompanyVisits, .number),
    ListColumn("cases", .labelCase, .number), ListColumn("roundDone", .pageRoundDone, .number),
    ListColumn("roundOpen", .pageRoundOpen, .number),
    ListColumn("provisional", .labelProvisional, .yesNo, isFilter: true),
  ]

  static func cells(_ report: MonthReport) -> [ListCell] {
    let (figures, conditions) = (report.figures, report.conditions)
    return [
      .number(report.quota.totalUnits), .number(report.quota.occupied),
      .percent(report.quota.percent), .number(report.quota.count), .number(figures.counted),
      .number(figures.byManager), .number(conditions.manager.required),
      .number(figures.bySupervisor), .number(conditions.supervisor.required),
      .number(figures.byCompany), .number(report.cases.count), .number(report.progress.done),
      .number(report.progress.open), .yesNo(report.isProvisional),
    ]
  }
}

/// A draw in a row, as the page of its site and the data for programs have it.
enum DrawTable {
  static let columns = [
    ListColumn("at", .labelWhen, .moment), ListColumn("organiser", .labelOrganiser, .word),
    ListColumn("month", .labelMonth, .month), ListColumn("primary", .codePrimary, .number),
    ListColumn("reserve", .codeReserve, .number), ListColumn("open", .pageStillOpen, .number),
    ListColumn("state", .labelState, .word, isFilter: true),
  ]

  /// - Parameter entries: all of the draw's.
  static func cells(
    _ draw: DrawFacts, _ entries: [DrawEntryFacts], in zone: ZoneOffset
  ) -> [ListCell] {
    [
      .moment(draw.drawnAt, in: zone), .word(draw.organiser.phrase), .month(draw.month),
      .number(draw.primaryCount), .number(draw.reserveCount),
      .number(entries.count { $0.outcome == .open }), .word(draw.state.phrase),
    ]
  }
}
