import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The meetings of the reader's sites, and the company's own for whoever reads them: what was written down
/// in the last two years, unopened, and the forms to write down another.
struct MeetingsPage {
  let setting: PageSetting
  let choice: SiteChoice

  /// How long a meeting is listed; its page stays.
  private static let shownDays = 2 * 366

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.meetingsTitle))
    page.keeping = ["site"]
    let role = setting.reader.person.role
    let readsSites = !role.isCompany || MeetingHome.siteReaders.contains(role)
    if choice.code == nil || !readsSites, let own = MeetingHome(companyOf: setting) {
      page.blocks += try blocks(of: own, on: replica)
    }
    guard readsSites else { return page }
    guard let sites = try choice.sites(on: replica) else {
      page.blocks += [.heading(say(.labelSite)), try choice.links(on: replica)]
      return page
    }
    for site in sites {
      guard let home = MeetingHome(site, setting) else { continue }
      page.blocks += try blocks(of: home, on: replica)
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  private func blocks(of home: MeetingHome, on replica: Replica) throws -> [Page.Block] {
    let since = LocalTime(setting.office.now, in: home.zone).date
      .advanced(byDays: -Self.shownDays)
    let meetings = try setting.office.meetings(of: home.scope, on: replica)
      .filter { $0.week >= since }
    let name = home.name(say)
    var blocks: [Page.Block] = [.heading(name)]
    if meetings.isEmpty {
      blocks.append(.note(say(.pageNothing)))
    } else {
      let listing = Listing(
        "meetings", Message(.meetingsRecentOf, [name]), Self.columns,
        rows: try meetings.reversed().map { try cells($0, of: home, on: replica) })
      blocks.append(.listing(PageListing(listing)))
    }
    if home.mayWrite(setting.reader) {
      let forms = MeetingForms(setting: setting, home: home)
      blocks += [.form(forms.record()), .form(forms.skip())]
    }
    return blocks
  }

  private static let columns = [
    ListColumn("id", .labelId, .code), ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("department", .labelOwnDepartment, .word, isFilter: true),
    ListColumn("week", .labelWeek, .date), ListColumn("start", .labelStart, .moment),
    ListColumn("chair", .labelChair, .text), ListColumn("tasks", .labelTasks, .text),
    ListColumn("state", .labelState, .word, isFilter: true),
  ]

  private func cells(
    _ meeting: Meeting, of home: MeetingHome, on replica: Replica
  ) throws -> [ListCell] {
    let done = meeting.tasks.count { $0.done != nil }
    return [
      .code(
        String(meeting.key.id.description.prefix(8)),
        address: PageLink.meeting(home.word, meeting: meeting.key.id)),
      .word(meeting.kind.phrase), meeting.department.map { .word($0.phrase) } ?? .empty,
      .date(meeting.week), .moment(meeting.start, in: meeting.zone),
      try meeting.chair.map { .text(try setting.person($0, on: replica)) } ?? .empty,
      .text("\(done) / \(meeting.tasks.count)"),
      .word(ShownMeeting.state(meeting, isClosed: false)),
    ]
  }
}
