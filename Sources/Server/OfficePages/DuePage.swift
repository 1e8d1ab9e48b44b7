import CommunicationPolicy
import ConflictFreeRecords
import Console
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
    var every: [Obligation] = []
    guard let sites = try choice.sites(on: replica) else {
      let own = try shown(setting.office.companyObligations(on: replica), on: replica)
        .filter { seesCompany || $0.subject.type == .petition }
      let place = Place(
        name: setting.office.name, scope: setting.office.company,
        zone: setting.office.environment.zone)
      page.blocks += try blocks(own, at: place, on: replica)
      page.blocks += [
        try escalated(on: replica), feed(), .heading(say(.labelSite)),
        try choice.links(on: replica),
      ]
      return page
    }
    for site in sites {
      let all = try shown(
        setting.office.obligations(of: site.scope, on: replica), on: replica)
      every += all.map(\.obligation)
      let place = Place(name: site.name, scope: site.scope, zone: site.zone)
      page.blocks += try blocks(all, at: place, on: replica)
    }
    if page.blocks.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    let rates = Timeliness.of(every)
    if !rates.isEmpty { page.blocks.append(.table(table(rates))) }
    page.blocks.append(feed())
    return page
  }

  /// Whose obligations a table shows.
  private struct Place {
    let name: String
    let scope: ScopeID
    let zone: ZoneOffset
  }

  private var seesCompany: Bool {
    NoticeHome.companyRoles.contains(setting.reader.person.role)
  }

  private func shown(
    _ all: [SiteObligation], on replica: Replica
  ) throws -> [SiteObligation] {
    let (office, person) = (setting.office, setting.reader.person)
    return try all.filter { try office.mayRead($0.subject, person, on: replica) }
  }

  /// What of them is still to be done.
  private func blocks(
    _ all: [SiteObligation], at place: Place, on replica: Replica
  ) throws -> [Page.Block] {
    let due = all.filter { $0.obligation.state == .open || $0.obligation.state == .overdue }
    if due.isEmpty { return [] }
    var blocks: [Page.Block] = [.table(try table(due, at: place, on: replica))]
    if due.contains(where: \.obligation.isProvisional) {
      blocks.append(.note(say(.obligationsProvisional)))
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

  /// What came before head office of the last two months, the newest first.
  private func escalated(on replica: Replica) throws -> Page.Block {
    let office = setting.office
    let month = LocalTime(office.now, in: office.environment.zone).date.civilMonth
    let since = month.previous.previous.firstDay
    var table = PageTable(
      say(.labelEscalated),
      say.all([.labelSite, .labelRule, .labelObligation, .labelDueDay, .labelEscalated]))
    var rows: [(at: Instant, cells: [PageCell])] = []
    func add(_ scope: ScopeID, _ name: PageCell, _ zone: ZoneOffset) throws {
      for one in try SiteView(replica, scope).escalations(since: since) {
        if let subject = one.subject,
          try !office.mayRead(subject, setting.reader.person, on: replica)
        {
          continue
        }
        let cells = [
          name, PageCell(one.rule),
          PageCell(RuleID(rawValue: one.rule).map { say($0.obligation) } ?? ""),
          PageCell(one.due.description), PageCell(one.at.wallText(in: zone)),
        ]
        rows.append((at: one.at, cells: cells))
      }
    }
    if seesCompany {
      try add(office.company, PageCell(office.name), office.environment.zone)
    }
    for site in try setting.sites(on: replica) {
      let name = PageCell(site.name, url: PageLink.chosen("/due", site: site.code))
      try add(site.scope, name, site.zone)
    }
    // Of one moment in the order in which they were found.
    let newest = rows.enumerated().sorted {
      ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
    }
    for row in newest { table.append(row.element.cells) }
    return rows.isEmpty ? .note(say(.pageNothing)) : .table(table)
  }

  private func table(
    _ due: [SiteObligation], at place: Place, on replica: Replica
  ) throws -> PageTable {
    let view = SiteView(replica, place.scope)
    let namesUnits = setting.reader.person.role.meetsHouseholds
    var table = PageTable(
      place.name,
      say.all(ObligationRow.headings.filter { $0 != .labelSite } + [.labelEscalated]))
    for one in due {
      let household = namesUnits ? one.household : nil
      let unit = try household.flatMap { try view.household($0)?.unitCode }
      let row = try ObligationRow(
        one.obligation, site: place.name, about: try view.about(one, unit: unit)
      ) { try setting.person($0, on: replica) }
      var cells = row.cells.map { PageCell(say.cell($0)) }
      cells.remove(at: 2)
      cells.append(PageCell(one.escalatedAt.map { $0.wallText(in: place.zone) } ?? ""))
      table.append(cells)
    }
    return table
  }

  private func table(_ rates: [Timeliness]) -> PageTable {
    var table = PageTable(
      say(.pageTimeliness),
      say.all([.labelRule, .labelObligation, .labelInTime, .labelLate, .codeObligationOverdue]))
    for one in rates {
      table.append([
        PageCell(one.rule.rawValue), PageCell(say(one.rule.obligation)),
        .number("\(one.inTime)"), .number("\(one.late)"), .number("\(one.overdue)"),
      ])
    }
    return table
  }
}
