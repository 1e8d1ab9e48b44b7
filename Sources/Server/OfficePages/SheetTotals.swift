import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What all sites come to in a month, with the ways to the rows behind it.
struct SheetTotals {
  let setting: PageSetting
  let month: CivilMonth
  let rows: [SheetRow]

  private var say: Words { setting.say }
  private var cells: SheetCells { SheetCells(zone: setting.office.environment.zone) }

  var blocks: [Page.Block] {
    let facts: [(Phrase, PageCell)] = [
      (.sheetSites, .number("\(rows.count)", url: PageRoute.sites.path + "?month=\(month)")),
      (.labelQuota, total(\.month) { $0.quota }), (.labelCounted, total(\.month) { $0.counted }),
      (.labelCompanyVisits, total(\.month) { $0.byCompany }),
      (.sheetOverdue, total(\.standing) { $0.overdue }),
      (.sheetOpenCases, total(\.standing) { $0.openCases }),
      (.labelConflicts, total(\.standing) { $0.conflicts }),
      (.sheetSiteReviews, total(\.standing) { $0.siteReviews }),
      (.sheetCompanyReviews, total(\.standing) { $0.companyReviews }),
    ]
    return [
      .heading(say(.sheetTotals, month.description)),
      .facts(facts.map { (label: say($0.0), value: $0.1) }),
      .links([
        PageCell(say(.sheetTitle), url: PageRoute.sites.path + "?month=\(month)"),
        PageCell(say(.monthsTitle), url: PageRoute.months.path),
        PageCell(say(.drawsTitle), url: PageRoute.draws.path + "?month=\(month)"),
      ]),
    ]
  }

  private func total<Figures>(
    _ kept: (SheetRow) -> Kept<Figures>, _ value: (Figures) -> Int
  ) -> PageCell {
    let sum = Counted.sum(rows.map { cells.counted(kept($0), value) })
    let cell = ListCell.counted(sum, in: cells.zone)
    var shown = PageCell.number(cell.value.text(in: say.language))
    shown.remark = (cell.value.fault ?? cell.remark).map { say.message($0) } ?? ""
    return shown
  }
}
