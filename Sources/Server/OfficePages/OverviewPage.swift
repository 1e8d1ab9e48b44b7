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
    page.blocks += try HomePage(setting: setting).blocks(on: replica)
    if setting.reader.person.role.meetsHouseholds {
      page.blocks += try households(page.keeping, on: replica)
    }
    if setting.reader.seesEverySite {
      page.blocks += try SheetTotals(setting: setting, month: month, on: replica).blocks
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
        ListColumn("site", .labelSite, .text), ListColumn("units", .labelTotalUnits, .number),
        ListColumn("occupied", .labelOccupied, .number),
        ListColumn("percent", .labelPercent, .percent),
        ListColumn("quota", .labelQuota, .number), ListColumn("counted", .labelCounted, .number),
        ListColumn("byManager", .labelManager, .number),
        ListColumn("requiredOfManager", .listRequiredManager, .number),
        ListColumn("bySupervisor", .labelSupervisor, .number),
        ListColumn("requiredOfSupervisor", .listRequiredSupervisor, .number),
        ListColumn("byCompany", .labelCompanyVisits, .number),
        ListColumn("cases", .labelCase, .number),
        ListColumn("roundDone", .pageRoundDone, .number),
        ListColumn("roundOpen", .pageRoundOpen, .number),
        ListColumn("provisional", .labelProvisional, .yesNo, isFilter: true),
      ])
    for site in try setting.sites(on: replica) {
      let report = try setting.office.report(of: month, at: site, on: replica)
      let (figures, conditions) = (report.figures, report.conditions)
      listing.append([
        .text(site.name, address: setting.link(to: site, month: month).url),
        .number(report.quota.totalUnits), .number(report.quota.occupied),
        .percent(report.quota.percent), .number(report.quota.count),
        .number(figures.counted), .number(figures.byManager),
        .number(conditions.manager.required), .number(figures.bySupervisor),
        .number(conditions.supervisor.required), .number(figures.byCompany),
        .number(report.cases.count), .number(report.progress.done),
        .number(report.progress.open), .yesNo(report.isProvisional),
      ])
    }
    return listing
  }
}
