import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// All sites in a month, a row each, for those who see every site.
struct SitesPage {
  let setting: PageSetting
  let month: CivilMonth

  private var say: Words { setting.say }
  private var cells: SheetCells { SheetCells(zone: setting.office.environment.zone) }

  func page(on replica: Replica) throws -> Page {
    let answer = try setting.office.sheet(
      of: month, try setting.sites(on: replica), on: replica)
    var page = Page(say(.sheetTitle))
    page.keeping = ["month"]
    page.blocks = [MonthLinks.links(PageRoute.sites.path, month, say)]
    page.blocks += SheetTotals(setting: setting, month: month, rows: answer.rows).blocks
    page.blocks += [
      .heading(say(.sheetOfMonth, month.description)), .note(say(.sheetNote)),
      .listing(PageListing(listing(answer.rows))),
    ]
    return page
  }

  private func listing(_ rows: [SheetRow]) -> Listing {
    var listing = Listing(
      "sites", Message(.sheetOfMonth, [month.description]),
      [
        ListColumn("code", .labelCode, .code), ListColumn("site", .labelSite, .text),
        ListColumn("city", .labelCity, .text, isFilter: true),
        ListColumn("units", .labelTotalUnits, .number), ListColumn("quota", .labelQuota, .number),
        ListColumn("counted", .labelCounted, .number),
        ListColumn("ofQuota", .sheetOfQuota, .percent),
        ListColumn("isMet", .sheetIsMet, .yesNo, isFilter: true),
        ListColumn("coverage", .pageRoundCoverage, .percent),
        ListColumn("timeliness", .sheetTimeliness, .percent),
        ListColumn("overdue", .sheetOverdue, .number),
        ListColumn("openCases", .sheetOpenCases, .number),
        ListColumn("conflicts", .labelConflicts, .number),
        ListColumn("siteReviews", .sheetSiteReviews, .number),
        ListColumn("companyReviews", .sheetCompanyReviews, .number),
        ListColumn("provisional", .labelProvisional, .yesNo, isFilter: true),
        ListColumn("asOf", .sheetAsOf, .moment),
      ], rows: rows.map { row($0) })
    let missing = rows.count { $0.standing.figures == nil }
    if missing > 0 { listing.faults.append(Message(.sheetSitesMissing, ["\(missing)"])) }
    return listing
  }

  private func row(_ row: SheetRow) -> [ListCell] {
    let (month, standing) = (row.month, row.standing)
    let site = setting.link(to: row.site, month: self.month).url
    let due = link(.due, row.site)
    return [
      .code(row.site.code, address: site), .text(row.site.name, address: site),
      .text(row.site.city), .number(row.site.totalUnits),
      cells.number(month, address: site) { $0.quota },
      cells.number(month, address: site) { $0.counted },
      cells.percent(month) {
        $0.counted
      } of: {
        $0.quota
      },
      cells.yesNo(month) { $0.counted >= $0.quota },
      cells.percent(standing) {
        $0.done
      } of: {
        $0.done + $0.open
      },
      cells.percent(standing, address: due) {
        $0.inTime
      } of: {
        $0.judged
      },
      cells.number(standing, address: due) { $0.overdue },
      cells.number(standing, address: link(.duplicates, row.site)) { $0.openCases },
      cells.number(standing, address: link(.conflicts, row.site)) { $0.conflicts },
      cells.number(standing) { $0.siteReviews },
      cells.number(standing, address: link(.reviews, row.site)) { $0.companyReviews },
      cells.yesNo(month) { $0.isProvisional }, cells.asOf(row),
    ]
  }

  /// The rows behind a number, for whoever may see them.
  private func link(_ route: PageRoute, _ site: SiteFacts) -> String? {
    route.admits(setting.reader.person.role)
      ? PageLink.chosen(route.path, site: site.code) : nil
  }
}

/// The same page of the month before and of the month after.
enum MonthLinks {
  static func links(_ path: String, _ month: CivilMonth, _ say: Words) -> Page.Block {
    .links([
      PageCell(
        say(.pageMonthBefore, month.previous.description),
        url: path + "?month=\(month.previous)"),
      PageCell(
        say(.pageMonthAfter, month.next.description), url: path + "?month=\(month.next)"),
    ])
  }
}
