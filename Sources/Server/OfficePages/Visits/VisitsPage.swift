import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The visits of a month, of all sites of a choice or by one visitor alone: `?site=…&month=…&visitor=…`.
struct VisitsPage {
  let setting: PageSetting
  let choice: SiteChoice
  let month: CivilMonth
  /// The id of an account, as the address names it; nothing or empty for all.
  let visitor: String?

  /// Months to choose from: two years, and the one that is shown.
  private static let monthsOffered = 24

  private var say: Words { setting.say }

  /// One visit with what its row and the choice of a visitor need.
  private struct Row {
    let site: SiteFacts
    let visit: VisitSummary
    let unitCode: String
    let visitors: [AccountID]
    let state: Phrase
  }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.visitsTitle))
    page.keeping = ["site", "month", "visitor"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    let rows = try sites.flatMap { try self.rows(of: $0, on: replica) }
      .sorted { ($1.visit.start, $1.visit.key) < ($0.visit.start, $0.visit.key) }
    let people = Set(rows.flatMap(\.visitors))
    let names = Dictionary(
      uniqueKeysWithValues: try people.map { ($0, try setting.person($0, on: replica)) })
    page.blocks = [
      .links([
        PageCell(say(.pageMonthBefore, "\(month.previous)"), url: url(month.previous)),
        PageCell(say(.pageMonthAfter, "\(month.next)"), url: url(month.next)),
      ]),
      .search(form(names)), .heading(say(.visitsOf, month.description)),
      .listing(PageListing(listing(rows.filter(isAsked), names))),
    ]
    return page
  }

  private func isAsked(_ row: Row) -> Bool {
    guard let visitor, !visitor.utf8.isEmpty else { return true }
    return row.visitors.contains { $0.description.utf8.elementsEqual(visitor.utf8) }
  }

  private func rows(of site: SiteFacts, on replica: Replica) throws -> [Row] {
    let view = SiteView(replica, site.scope)
    return try view.reviewedVisits(of: month).map { visit, review in
      Row(
        site: site, visit: visit,
        unitCode: try view.household(visit.household)?.unitCode ?? "–",
        visitors: try setting.interviewers(of: visit.key, on: replica),
        state: review?.stage.phrase ?? .labelVoided)
    }
  }

  private func listing(_ rows: [Row], _ names: [AccountID: String]) -> Listing {
    var listing = Listing(
      "visits", Message(.visitsOf, [month.description]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("start", .labelStart, .moment),
        ListColumn("site", .labelSite, .text),
        ListColumn("organiser", .labelOrganiser, .word, isFilter: true),
        ListColumn("kind", .labelKind, .word, isFilter: true),
        ListColumn("mode", .labelMode, .word), ListColumn("visitors", .visitsVisitor, .text),
        ListColumn("state", .labelState, .word, isFilter: true),
      ])
    for row in rows {
      let visitors = row.visitors.compactMap { names[$0] }.joined(separator: ", ")
      listing.append([
        .code(
          row.unitCode, address: PageLink.visit(row.site.code, visit: row.visit.key.id)),
        .moment(row.visit.start, in: row.visit.zone),
        .text(row.site.name, address: PageLink.site(row.site.code)),
        .word(row.visit.organiser.phrase), .word(row.visit.kind.phrase),
        .word(row.visit.mode.phrase), visitors.utf8.isEmpty ? .empty : .text(visitors),
        .word(row.state),
      ])
    }
    return listing
  }

  private func url(_ month: CivilMonth) -> String {
    guard let code = choice.code else { return PageRoute.visits.path + "?month=\(month)" }
    return PageLink.visits(code, month: month)
  }

  private func form(_ names: [AccountID: String]) -> PageSearch {
    let office = setting.office
    var months = [LocalTime(office.now, in: office.environment.zone).date.civilMonth]
    while months.count < Self.monthsOffered, let last = months.last { months.append(last.previous) }
    if !months.contains(month) { months.insert(month, at: 0) }
    let people = names.sorted {
      ($0.value.utf8.elementsEqual($1.value.utf8))
        ? $0.key < $1.key : $0.value.utf8.lexicographicallyPrecedes($1.value.utf8)
    }
    return PageSearch(
      action: PageRoute.visits.path, label: say(.visitsNarrow),
      hidden: choice.code.map { [(name: "site", value: $0)] } ?? [],
      inputs: [
        .select(
          name: "month", label: say(.labelMonth),
          options: months.map { (value: $0.description, label: $0.description) }),
        .select(
          name: "visitor", label: say(.visitsVisitor),
          options: [(value: "", label: say(.listAny))]
            + people.map { (value: $0.key.description, label: $0.value) }),
      ], button: say(.visitsShow),
      typed: ["month": month.description, "visitor": visitor ?? ""])
  }
}
