import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The last twelve months side by side, over all the sites that the reader sees.
struct MonthsPage {
  let setting: PageSetting

  private var say: Words { setting.say }
  private var zone: ZoneOffset { setting.office.environment.zone }

  func page(on replica: Replica) throws -> Page {
    let sites = try setting.sites(on: replica)
    let answer = try setting.office.months(of: sites, on: replica)
    return Page(
      say(.monthsTitle),
      [.note(say(.monthsNote)), .listing(PageListing(listing(answer)))])
  }

  private func listing(_ answer: MonthsAnswer) -> Listing {
    Listing(
      "months", Message(.monthsTitle),
      [
        ListColumn("month", .labelMonth, .month), ListColumn("sites", .sheetSites, .number),
        ListColumn("quota", .labelQuota, .number), ListColumn("counted", .labelCounted, .number),
        ListColumn("ofQuota", .sheetOfQuota, .percent),
        ListColumn("byCompany", .labelCompanyVisits, .number),
        ListColumn("reached", .sheetReached, .percent),
        ListColumn("visits", .monthsVisits, .number),
        ListColumn("waiting", .monthsWaiting, .number),
        ListColumn("matters", .monthsMatters, .number),
        ListColumn("openMatters", .monthsOpenMatters, .number),
        ListColumn("provisional", .monthsProvisional, .number),
      ], rows: answer.totals.map { row($0, of: answer.sites) })
  }

  private func row(_ total: SheetTotal, of sites: Int) -> [ListCell] {
    let missing = sites - total.sites
    let why = Message(.sheetSitesMissing, ["\(missing)"])
    func number(_ value: Int) -> ListCell {
      let count: Counted
      if missing > 0 {
        count = value > 0 ? .atLeast(value, why: why) : .unknown(why: why)
      } else {
        count = total.since.map { .asOf(value, $0) } ?? .known(value)
      }
      return .counted(count, in: zone)
    }
    func share(_ part: Int, _ whole: Int) -> ListCell {
      if missing > 0 { return .unknown(why) }
      guard let share = SheetCells.share(part, of: whole) else { return .empty }
      return ListCell(
        .percent(share),
        remark: total.since.map { Message(.listCountedAt, [$0.wallText(in: zone)]) })
    }
    let url =
      PageRoute.sites.admits(setting.reader.person.role)
      ? PageRoute.sites.path + "?month=\(total.month)" : nil
    return [
      ListCell(.month(total.month), address: url), .number(sites), number(total.quota),
      number(total.counted), share(total.counted, total.quota), number(total.byCompany),
      share(total.counted + total.byCompany, total.occupied), number(total.tally.visits),
      number(total.tally.waiting), number(total.tally.matters), number(total.tally.openMatters),
      number(total.provisional),
    ]
  }
}
