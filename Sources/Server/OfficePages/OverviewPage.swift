import CommunicationPolicy
import Console
import Listings
import OfficeWork
import RecordStore
import Sampling
import VisitModel
import Wording

/// What needs the reader now, every household that was sampled twice with its cause, and sites × quota; the last
/// alone for whoever has nothing to do with single households.
struct OverviewPage {
  let setting: PageSetting
  let month: CivilMonth
  let request: PageRequest

  func page(on replica: Replica) throws -> Page {
    let say = setting.say
    var page = Page(say(.pageTitle))
    page.keeping = ["month"]
    let sheet =
      setting.reader.seesEverySite
      ? try setting.office.sheet(of: month, setting.sites(on: replica), on: replica) : nil
    page.blocks += try HomePage(setting: setting, sheet: sheet).blocks(on: replica)
    if setting.reader.person.role.meetsHouseholds {
      page.blocks += try households(page.keeping, on: replica)
    }
    if let sheet {
      page.blocks += SheetTotals(setting: setting, month: month, rows: sheet.rows).blocks
      return page
    }
    page.blocks.append(.heading(say(.quotaTitle, month.description)))
    page.blocks.append(
      .links([
        PageCell(say(.pageMonthBefore, month.previous.description), url: url(month.previous)),
        PageCell(say(.pageMonthAfter, month.next.description), url: url(month.next)),
      ]))
    page.blocks.append(.listing(PageListing(try quota(on: replica))))
    return page
  }

  private func url(_ month: CivilMonth) -> String { "/?month=\(month)" }

  private func households(
    _ keeping: [String], on replica: Replica
  ) throws -> [Page.Block] {
    let say = setting.say
    guard let cases = try CaseListing(setting, on: replica) else { return [] }
    return [
      .heading(say(.duplicatesTitle)),
      .listing(try cases.answer(request, keeping: keeping, on: replica)),
    ]
  }

  private func quota(on replica: Replica) throws -> Listing {
    var listing = Listing(
      "quota", Message(.quotaTitle, [month.description]),
      [
        ListColumn("site", .labelSite, .text)
      ] + QuotaTable.figures)
    for site in try setting.sites(on: replica) {
      let report = try setting.office.report(of: month, at: site, on: replica)
      let name = ListCell.text(site.name, address: setting.link(to: site, month: month).url)
      listing.append([name] + QuotaTable.cells(report))
    }
    return listing
  }
}
