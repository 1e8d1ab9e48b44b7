import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Everything with a deadline at the reader's sites, by day, with how many were met in time, and the
/// address of the reader's own calendar; for head office first what the company itself owes. What is due
/// about a petition is shown to its readers alone, and to others not even counted (A39).
struct DuePage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.dueTitle))
    page.keeping = ["site"]
    var every: [Obligation] = []
    guard let sites = try choice.sites(on: replica) else {
      let place = ObligationTable(
        setting: setting, name: setting.office.name, scope: setting.office.company,
        zone: setting.office.environment.zone)
      let own = try place.shown(setting.office.companyObligations(on: replica), on: replica)
        .filter { seesCompany || $0.subject.type == .petition }
      page.blocks += try blocks(own, at: place, on: replica)
      page.blocks += [
        try escalated(on: replica), feed(), .heading(say(.labelSite)),
        try choice.links(on: replica),
      ]
      return page
    }
    for site in sites {
      let place = ObligationTable(
        setting: setting, name: site.name, scope: site.scope, zone: site.zone)
      let all = try place.shown(
        setting.office.obligations(of: site.scope, on: replica), on: replica)
      every += all.map(\.obligation)
      page.blocks += try blocks(all, at: place, on: replica)
    }
    if page.blocks.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    let zone = setting.office.environment.zone
    if let picture = FigurePictures.timeliness(of: every, zone: zone, say) {
      page.append(picture, say)
    }
    page.blocks.append(feed())
    return page
  }

  private var seesCompany: Bool {
    NoticeHome.companyRoles.contains(setting.reader.person.role)
  }

  /// What of them is still to be done.
  private func blocks(
    _ all: [SiteObligation], at place: ObligationTable, on replica: Replica
  ) throws -> [Page.Block] {
    let due = all.filter { $0.obligation.state == .open || $0.obligation.state == .overdue }
    if due.isEmpty { return [] }
    let listing = Listing(
      "due", Message(.dueOf, [place.name]), ObligationTable.columns,
      rows: try place.rows(due, on: replica))
    var blocks: [Page.Block] = [.listing(PageListing(listing))]
    if due.contains(where: \.obligation.isProvisional) {
      blocks.append(.note(say(.dueDayProvisional)))
    }
    return blocks
  }

  private func feed() -> Page.Block {
    let account = setting.reader.person.id
    return .links([
      PageCell(
        say(.pageCalendarFeed),
        url: PageLink.calendar(account, key: setting.office.calendarKey(of: account))
          + "?lang=\(say.language.rawValue)")
    ])
  }

  /// What came before head office in this month and the two before, the newest first.
  private func escalated(on replica: Replica) throws -> Page.Block {
    let office = setting.office
    let month = LocalTime(office.now, in: office.environment.zone).date.civilMonth
    let since = month.previous.previous.firstDay.startOfDay(in: office.environment.zone)
    var rows: [(at: Instant, cells: [ListCell])] = []
    let every = Dictionary(grouping: try replica.escalations(since: since), by: \.scope)
    func add(_ scope: ScopeID, _ name: ListCell, _ zone: ZoneOffset) throws {
      for one in every[scope] ?? [] {
        if let subject = one.subject,
          try !office.mayRead(subject, setting.reader.person, on: replica)
        {
          continue
        }
        let cells = [
          name, .code(one.rule),
          RuleID(rawValue: one.rule).map { ListCell.word($0.obligation) } ?? .empty,
          .date(one.due), .moment(one.at, in: zone),
        ]
        rows.append((at: one.at, cells: cells))
      }
    }
    if seesCompany {
      try add(office.company, .text(office.name), office.environment.zone)
    }
    for site in try setting.sites(on: replica) {
      let name = ListCell.text(site.name, address: PageLink.chosen("/due", site: site.code))
      try add(site.scope, name, site.zone)
    }
    // Of one moment in the order in which they were found.
    let newest = rows.enumerated().sorted {
      ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
    }
    let listing = Listing(
      "escalated", Message(.labelEscalated),
      [
        ListColumn("site", .labelSite, .text), ListColumn("rule", .labelRule, .code),
        ListColumn("obligation", .labelObligation, .word, isFilter: true),
        ListColumn("due", .labelDueDay, .date), ListColumn("escalated", .labelEscalated, .moment),
      ], rows: newest.map(\.element.cells))
    return .listing(PageListing(listing))
  }
}
