import CommunicationPolicy
import ConflictFreeRecords
import Listings
import OfficeWork
import Pictures
import RecordStore
import Sampling
import VisitModel
import Wording

/// A site's month in pictures, made of the figures that its page says in words.
struct SitePictures {
  let setting: PageSetting
  let site: SiteFacts
  let report: MonthReport

  private var say: Words { setting.say }

  /// Without a frame the quota stands on who lives there now (A05), and its figure says of when it is.
  private var siteQuota: Counted {
    report.isProvisional
      ? .asOf(report.quota.count, setting.office.now) : .known(report.quota.count)
  }

  var quota: QuotaBars {
    let (figures, conditions) = (report.figures, report.conditions)
    return QuotaBars(
      Message(.pictureQuotaTitle, [report.month.description]), heading: .labelFigure,
      rows: [
        QuotaBars.Row(say(.labelSite), counted: .known(figures.counted), quota: siteQuota),
        QuotaBars.Row(
          say(.labelManager), counted: .known(figures.byManager),
          quota: .known(conditions.manager.required)),
        QuotaBars.Row(
          say(.labelSupervisor), counted: .known(figures.bySupervisor),
          quota: .known(conditions.supervisor.required)),
        QuotaBars.Row(
          say(.labelCompanyVisits), counted: .known(figures.byCompany), quota: nil),
      ], zone: site.zone)
  }

  /// The month of the page and the eleven before it.
  func months(on replica: Replica) throws -> MonthLine {
    let tallies = try setting.office.year(to: report.month, at: site, on: replica)
    return MonthLine(
      Message(.pictureMonthsTitle, [report.month.description]), months: tallies.map(\.month),
      series: [
        MonthLine.Series("counted", .labelCounted, tallies.map { shownCount(in: $0) }),
        MonthLine.Series("quota", .labelQuota, tallies.map { shownQuota(of: $0) }),
      ], zone: site.zone)
  }

  private func shownCount(in tally: MonthPoint) -> Counted {
    if tally.month == report.month { return .known(report.figures.counted) }
    return tally.counted.map { .known($0) } ?? .unknown(why: Message(.pictureNoRecords))
  }

  private func shownQuota(of tally: MonthPoint) -> Counted {
    if tally.month == report.month { return siteQuota }
    return tally.quota.map { .known($0) } ?? .unknown(why: Message(.pictureNoFrame))
  }

  /// Who sees to what was said, or sums it up; for others it is not even counted.
  var showsTopics: Bool {
    let role = setting.reader.person.role
    return PageRoute.summary.admits(role) || PageRoute.matters.admits(role)
  }

  /// - Returns: nothing where nothing was said.
  func topics(on replica: Replica) throws -> TopicHeat? {
    FigurePictures.topics(
      try SiteView(replica, site.scope).said(of: report.month), of: report.month, zone: site.zone)
  }

  /// - Returns: nothing where nothing of what the reader may know of was done yet or is overdue.
  func timeliness(on replica: Replica) throws -> TimelinessMarks? {
    let (office, person) = (setting.office, setting.reader.person)
    let all = try office.obligations(of: site.scope, on: replica)
      .filter { try office.mayRead($0.subject, person, on: replica) }
    return FigurePictures.timeliness(of: all.map(\.obligation), zone: site.zone, say)
  }
}
