import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// The notices of the reader's sites, and for head office the company's own: what still asks for
/// something, then what was lately done with, and the form to write another.
struct NoticesPage {
  let setting: PageSetting
  let choice: SiteChoice

  /// How long a notice that asks for nothing any more is listed.
  private static let shownDays = 60

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.noticesTitle))
    page.keeping = ["site"]
    guard let sites = try choice.sites(on: replica) else {
      if let own = NoticeHome(companyOf: setting) {
        page.blocks = try blocks(of: own, on: replica) + [.heading(say(.labelSite))]
      }
      page.blocks.append(try choice.links(on: replica))
      return page
    }
    for site in sites {
      page.blocks += try blocks(of: NoticeHome(site), on: replica)
      page.blocks += try fromCompany(at: site, on: replica)
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  private func blocks(of home: NoticeHome, on replica: Replica) throws -> [Page.Block] {
    let notices = try setting.office.notices(of: home.scope, on: replica)
    let open = try notices.filter(\.isOpen)
      .map { try ShownNotice($0, of: home, setting, on: replica) }
    let recent = try notices.filter { !$0.isOpen && $0.madeAt >= since }
      .map { try ShownNotice($0, of: home, setting, on: replica) }
    let name = home.name(say)
    var blocks: [Page.Block] = [.heading(name)]
    if let site = home.site {
      blocks.append(.links([PageCell(say(.pageBoardLink), url: PageLink.board(site.code))]))
    }
    if open.isEmpty, recent.isEmpty { blocks.append(.note(say(.pageNothing))) }
    if !open.isEmpty { blocks.append(listing(open, Message(.noticesOpenOf, [name]))) }
    if !recent.isEmpty {
      blocks.append(listing(recent, Message(.noticesRecentOf, [name, "\(Self.shownDays)"])))
    }
    if (open + recent).contains(where: { $0.limit?.isProvisional ?? false }) {
      blocks.append(.note(say(.obligationsProvisional)))
    }
    blocks.append(.form(NoticeWritingForm(setting: setting, home: home).form()))
    return blocks
  }

  private var since: Instant {
    setting.office.now.advanced(byMilliseconds: -Int64(Self.shownDays) * 86_400_000)
  }

  /// What the company has issued for a site: to be read there.
  private func fromCompany(at site: SiteFacts, on replica: Replica) throws -> [Page.Block] {
    let today = LocalTime(setting.office.now, in: site.zone).date
    let notices = try SiteView(replica, setting.office.company).issued(for: site)
      .filter { $0.madeAt >= since || $0.text.validUntil.map { $0 >= today } ?? false }
      .map { try ShownNotice($0, of: .read(setting), setting, on: replica) }
    if notices.isEmpty { return [] }
    return [listing(notices, Message(.noticesCompanyOf, [site.name]), at: site.code)]
  }

  /// - Parameter address: of the site at which the company's own are read; nothing for where they belong.
  private func listing(
    _ notices: [ShownNotice], _ title: Message, at address: String? = nil
  ) -> Page.Block {
    .listing(
      PageListing(
        Listing(
          "notices", title, ShownNotice.columns,
          rows: notices.map { one in
            one.cells(
              address: PageLink.notice(address ?? one.home.word, notice: one.notice.key.id))
          })))
  }
}

/// One notice: what it says, what became of it, and the forms to go on.
struct NoticePage {
  let setting: PageSetting
  let home: NoticeHome
  let notice: Notice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let shown = try ShownNotice(notice, of: home, setting, on: replica)
    var page = Page(say(.noticeTitleOne, shown.number ?? say(.noticeUnnumbered)))
    page.blocks = printing(at: home.word)
    page.blocks += shown.warnings.map { Page.Block.alert(say.message($0)) }
    page.blocks.append(.facts(try shown.facts()))
    page.blocks += try shown.tables().map { Page.Block.listing(PageListing($0)) }
    if notice.issued == nil, notice.withdrawn == nil {
      let writing = NoticeWritingForm(setting: setting, home: home)
      page.blocks.append(.form(writing.form(answering: notice)))
    }
    let view = SiteView(replica, notice.key.scope)
    let acts = NoticeActForms(
      setting: setting, home: home, notice: notice, boards: try view.postedPlaces(.board),
      sites: home.site == nil ? try setting.sites(on: replica) : [],
      since: try StaleTab.hidden(notice.key.scope, on: replica))
    let saw = try replica.frontier(of: notice.key)
    page.blocks += acts.forms(saw: saw).map { Page.Block.form($0) }
    return page
  }

  /// What was said by telephone hangs nowhere.
  private func printing(at word: String?) -> [Page.Block] {
    guard notice.text.form.isWritten, let word else { return [] }
    return setting.printing(.printNotice, .notice, word, "\(notice.key.id)")
  }

  /// The same without forms: one of the company's own, read at a site.
  /// - Parameter word: the code of the site.
  func page(toReadOn replica: Replica, at word: String?) throws -> Page {
    let shown = try ShownNotice(notice, of: home, setting, on: replica)
    var page = Page(say(.noticeTitleOne, shown.number ?? say(.noticeUnnumbered)))
    page.blocks = printing(at: word)
    page.blocks += [.note(say(.noticeIsCompanys)), .facts(try shown.facts())]
    page.blocks += try shown.tables().map { Page.Block.listing(PageListing($0)) }
    return page
  }
}
