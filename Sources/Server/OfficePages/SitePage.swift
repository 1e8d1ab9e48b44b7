import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import Pictures
import RecordSheets
import RecordStore
import Sampling
import VisitModel
import Wording

/// One site's month: quota and its conditions, the round with its draws, visits, cases, conflicts.
struct SitePage {
  let setting: PageSetting
  let site: SiteFacts
  let month: CivilMonth

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let view = SiteView(replica, site.scope)
    let report = try setting.office.report(of: month, at: site, on: replica)
    var page = Page(site.name)
    page.keeping = ["month"]
    page.blocks = [
      .facts([
        (say(.labelCode), PageCell(site.code)), (say(.labelCity), PageCell(site.city)),
        (say(.labelMonth), PageCell(month.description)),
      ]),
      .links(links(report.round)),
      .heading(say(.quotaTitle, month.description)), .facts(quota(report)),
    ]
    let pictures = SitePictures(setting: setting, site: site, report: report)
    page.append(pictures.quota, say)
    page.append(try pictures.months(on: replica), say)
    page.blocks += [
      .heading(say(.pageRoundTitle, "\(report.round)")),
      .facts([
        (say(.pageRoundDone), .number("\(report.progress.done)")),
        (say(.pageRoundOpen), .number("\(report.progress.open)")),
        (say(.pageRoundCoverage), .number(coverage(report))),
      ]),
    ]
    let cases = try setting.deciding.cases(of: site.scope, on: replica)
    page.blocks += list(try draws(view, report.round), title: .pageDrawsTitle)
    page.blocks += list(try visits(view, on: replica), title: .pageVisitsTitle)
    page.blocks += list(CaseTable.listing(cases, say), title: .duplicatesTitle)
    let conflicts = try setting.deciding.conflicts(of: site.scope, on: replica)
    page.blocks.append(
      contentsOf: list(
        try ConflictTable(setting: setting).table(conflicts, on: replica), title: .labelConflicts))
    // Behind the others, whose numbers in addresses do not hang on who reads.
    if pictures.showsTopics {
      add(try pictures.topics(on: replica), title: .mattersTitle, to: &page)
    }
    add(try pictures.timeliness(on: replica), title: .pageTimeliness, to: &page)
    return page
  }

  private func add(_ picture: (some Picture)?, title: Phrase, to page: inout Page) {
    page.blocks.append(.heading(say(title)))
    if let picture {
      page.append(picture, say)
    } else {
      page.blocks.append(.note(say(.pageNothing)))
    }
  }

  private func links(_ round: Int) -> [PageCell] {
    var links = [
      PageCell(say(.roundMapLink, "\(round)"), url: PageLink.round(site.code)),
      PageCell(say(.pageMonthBefore, month.previous.description), url: url(month.previous)),
      PageCell(say(.pageMonthAfter, month.next.description), url: url(month.next)),
    ]
    links += [
      PageCell(
        say(.visitsOf, month.description), url: PageLink.visits(site.code, month: month)),
      PageCell(say(.searchHere), url: PageLink.chosen(PageRoute.search.path, site: site.code)),
    ]
    if PageRoute.summary.admits(setting.reader.person.role) {
      links.append(
        PageCell(
          say(.pageMonthSummary, month.description), url: PageLink.summary(site.code, month: month))
      )
    }
    if PageRoute.printRegister.admits(setting.reader.person.role) {
      links.append(
        PageCell(
          say(.pagePrintRegister, month.description),
          url: PageLink.paper(.register, site.code, month.description)))
    }
    if PageRoute.notices.admits(setting.reader.person.role) {
      links.append(
        PageCell(say(.noticesTitle), url: PageLink.chosen("/notices", site: site.code)))
    }
    if PageRoute.meetings.admits(setting.reader.person.role),
      MeetingHome(site, setting) != nil
    {
      links.append(
        PageCell(say(.meetingsTitle), url: PageLink.chosen("/meetings", site: site.code)))
    }
    return links
  }

  private func url(_ month: CivilMonth) -> String { PageLink.site(site.code, month: month) }

  private func list(_ table: PageTable, title: Phrase) -> [Page.Block] {
    [.heading(say(title)), table.rows.isEmpty ? .note(say(.pageNothing)) : .table(table)]
  }

  private func list(_ listing: Listing, title: Phrase) -> [Page.Block] {
    [.heading(say(title)), .listing(PageListing(listing))]
  }

  private func quota(_ report: MonthReport) -> [(label: String, value: PageCell)] {
    let (figures, conditions) = (report.figures, report.conditions)
    let facts: [(Phrase, String)] = [
      (.labelTotalUnits, "\(report.quota.totalUnits)"),
      (.labelOccupied, "\(report.quota.occupied)"),
      (.labelPercent, "\(report.quota.percent) %"), (.labelQuota, "\(report.quota.count)"),
      (.labelCounted, "\(figures.counted)"),
      (.labelManager, "\(figures.byManager) / \(conditions.manager.required)"),
      (.labelSupervisor, "\(figures.bySupervisor) / \(conditions.supervisor.required)"),
      (.labelCompanyVisits, "\(figures.byCompany)"),
      (.labelReturnVisits, "\(figures.returnVisits)"), (.labelRepeats, "\(figures.repeats)"),
      (.labelVoided, "\(figures.voided)"),
      (.labelOvershoot, "\(figures.overshoot(quota: report.quota.count))"),
      (.labelProvisional, say(report.isProvisional ? .labelYes : .labelNo)),
    ]
    return facts.map { (label: say($0.0), value: PageCell($0.1)) }
  }

  private func coverage(_ report: MonthReport) -> String {
    let (done, open) = (report.progress.done, report.progress.open)
    return done + open == 0 ? "–" : "\(done * 100 / (done + open)) %"
  }

  private func draws(_ view: SiteView, _ round: Int) throws -> Listing {
    let entries = Dictionary(grouping: try view.drawEntries(), by: \.draw)
    var listing = Listing("draws", Message(.pageDrawsTitle), DrawTable.columns)
    for draw in try view.draws() where draw.round == round {
      listing.append(DrawTable.cells(draw, entries[draw.key] ?? [], in: site.zone))
    }
    return listing
  }

  private func visits(_ view: SiteView, on replica: Replica) throws -> Listing {
    var listing = Listing(
      "visits", Message(.pageVisitsTitle),
      [
        ListColumn("start", .labelStart, .moment), ListColumn("unit", .labelUnit, .code),
        ListColumn("organiser", .labelOrganiser, .word, isFilter: true),
        ListColumn("kind", .labelKind, .word, isFilter: true),
        ListColumn("mode", .labelMode, .word, isFilter: true),
        ListColumn("interviewers", .labelInterviewers, .text),
        ListColumn("round", .labelRound, .number), ListColumn("voided", .labelVoided, .yesNo),
      ])
    let visits = try view.visits(of: month).map(\.summary)
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    for visit in visits {
      let unit = try view.household(visit.household)?.unitCode ?? "–"
      let people = try setting.interviewers(of: visit.key, on: replica)
      listing.append([
        .moment(visit.start, in: site.zone),
        .code(unit, address: PageLink.household(visit.household)),
        .word(visit.organiser.phrase), .word(visit.kind.phrase), .word(visit.mode.phrase),
        .text(try setting.people(people, on: replica)), .number(visit.round),
        .yesNo(visit.isVoided),
      ])
    }
    return listing
  }
}
