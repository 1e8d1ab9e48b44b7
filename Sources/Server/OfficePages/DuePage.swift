import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Everything with a deadline at the reader's sites, by day, with how many were met in time, and the
/// address of the reader's own calendar.
struct DuePage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.dueTitle))
    var every: [Obligation] = []
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [
        try escalated(on: replica), feed(), .heading(say(.labelSite)),
        try choice.links(on: replica),
      ]
      return page
    }
    for site in sites {
      let all = try setting.office.obligations(of: site.scope, on: replica)
      every += all.map(\.obligation)
      let due = all.filter { $0.obligation.state == .open || $0.obligation.state == .overdue }
      if due.isEmpty { continue }
      page.blocks.append(.table(try table(due, of: site, on: replica)))
      if due.contains(where: \.obligation.isProvisional) {
        page.blocks.append(.note(say(.obligationsProvisional)))
      }
    }
    if page.blocks.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    let rates = Timeliness.of(every)
    if !rates.isEmpty { page.blocks.append(.table(table(rates))) }
    page.blocks.append(feed())
    return page
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
    let found = try setting.sites(on: replica).flatMap { site in
      try SiteView(replica, site.scope).escalations(since: since).map { (site, $0) }
    }.sorted { ($1.1.at, $0.0.code) < ($0.1.at, $1.0.code) }
    for (site, one) in found {
      table.append([
        PageCell(site.name, url: PageLink.chosen("/due", site: site.code)), PageCell(one.rule),
        PageCell(RuleID(rawValue: one.rule).map { say($0.obligation) } ?? ""),
        PageCell(one.due.description),
        PageCell(one.at.wallText(in: site.zone)),
      ])
    }
    return found.isEmpty ? .note(say(.pageNothing)) : .table(table)
  }

  private func table(
    _ due: [SiteObligation], of site: SiteFacts, on replica: Replica
  ) throws -> PageTable {
    let view = SiteView(replica, site.scope)
    var table = PageTable(
      site.name,
      say.all(ObligationRow.headings.filter { $0 != .labelSite } + [.labelEscalated]))
    for one in due {
      let unit = try one.household.flatMap { try view.household($0)?.unitCode }
      let row = try ObligationRow(
        one.obligation, site: site.name, about: unit ?? one.month.description
      ) { try setting.person($0, on: replica) }
      var cells = row.cells.map { PageCell(say.cell($0)) }
      cells.remove(at: 2)
      cells.append(PageCell(one.escalatedAt.map { $0.wallText(in: site.zone) } ?? ""))
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
