import OfficeWork
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// Every form to be filled in by hand, as a site or the company issues it.
struct FormsPage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.pageForms), [.note(say(.pageFormsNote))])
    guard let sites = try choice.sites(on: replica) else {
      page.blocks += blocks(setting.office.name, NoticeHome.company)
      page.blocks += [.heading(say(.labelSite)), try choice.links(on: replica)]
      return page
    }
    for site in sites { page.blocks += blocks(site.name, site.code) }
    if sites.isEmpty { page.blocks += blocks(setting.office.name, NoticeHome.company) }
    return page
  }

  /// - Parameter home: as it stands in addresses.
  private func blocks(_ issuer: String, _ home: String) -> [Page.Block] {
    [
      .heading(issuer),
      .links(
        SheetKind.allCases.map { PageCell(say($0.title), url: PageLink.blank($0, home)) }),
    ]
  }
}
