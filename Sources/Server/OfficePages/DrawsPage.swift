import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The draws of a month at all sites, the newest first, for those who see every site. No household is named.
struct DrawsPage {
  let setting: PageSetting
  let month: CivilMonth

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.drawsTitle))
    page.keeping = ["month"]
    page.blocks = [MonthLinks.links(PageRoute.draws.path, month, say)]
    let office = setting.office
    let present = LocalTime(office.now, in: office.environment.zone).date.civilMonth
    guard present.keptMonths.contains(month) else {
      page.blocks.append(.alert(say(.sheetNotKept)))
      return page
    }
    let answer = try office.draws(of: month, try setting.sites(on: replica), on: replica)
    page.blocks.append(.listing(PageListing(listing(answer))))
    return page
  }

  private func listing(_ answer: DrawsAnswer) -> Listing {
    var listing = Listing(
      "all-draws", Message(.drawsOfMonth, [month.description]),
      [
        ListColumn("site", .labelSite, .text), ListColumn("at", .labelWhen, .moment),
        ListColumn("organiser", .labelOrganiser, .word, isFilter: true),
        ListColumn("month", .labelMonth, .month), ListColumn("round", .labelRound, .number),
        ListColumn("primary", .codePrimary, .number), ListColumn("reserve", .codeReserve, .number),
        ListColumn("open", .pageStillOpen, .number),
        ListColumn("state", .labelState, .word, isFilter: true),
      ])
    for (site, draw) in answer.draws {
      listing.append([
        .text(site.name, address: setting.link(to: site, month: month).url),
        .moment(draw.at, in: site.zone), .word(draw.organiser.phrase), .month(draw.month),
        .number(draw.round), .number(draw.primary), .number(draw.reserve), .number(draw.open),
        .word(draw.state.phrase),
      ])
    }
    if answer.missing > 0 {
      listing.faults.append(Message(.sheetSitesMissing, ["\(answer.missing)"]))
    }
    if answer.stale > 0 {
      listing.faults.append(Message(.sheetSitesStale, ["\(answer.stale)"]))
    }
    return listing
  }
}
