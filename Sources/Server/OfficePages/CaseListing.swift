import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import Sampling
import VisitModel
import Wording

/// The duplicate cases of all the reader's sites, the open ones first. Of thousands the visits are read for the
/// page that is shown alone; a search and a file ask for what stands in all of them.
struct CaseListing {
  let setting: PageSetting
  /// All of them, in order, without the codes of their units.
  private let lines: [CaseLine]
  private let sites: [ScopeID: SiteFacts]
  /// Nothing for all that there are.
  private let scopes: [ScopeID]?

  /// - Parameter code: of the one site that is asked for.
  /// - Returns: nothing for a site that is not there, or is not for this reader.
  init?(_ setting: PageSetting, site code: String? = nil, on replica: Replica) throws {
    self.setting = setting
    let all: [SiteFacts]
    if let code {
      guard let site = try setting.site(code, on: replica) else { return nil }
      all = [site]
    } else {
      all = try setting.sites(on: replica)
    }
    sites = Dictionary(all.map { ($0.scope, $0) }) { first, _ in first }
    scopes = code == nil && setting.reader.seesEverySite ? nil : all.map(\.scope)
    lines = Self.inOrder(try replica.caseLines(of: scopes, hasUnits: false), of: all)
  }

  /// The open ones first, each part by site, and of a site as they come.
  private static func inOrder(_ lines: [CaseLine], of sites: [SiteFacts]) -> [CaseLine] {
    let bySite = Dictionary(grouping: lines, by: \.scope)
    let found = sites.flatMap { bySite[$0.scope] ?? [] }
    return found.filter(\.isOpen) + found.filter { !$0.isOpen }
  }

  /// What the address asks of it.
  /// - Parameters:
  ///   - table: its position on the page, from 1.
  ///   - keeping: keys of the page's own.
  func answer(
    _ request: PageRequest, table: Int = 1, keeping: [String] = [], on replica: Replica
  ) throws -> PageListing {
    let empty = CaseTable.listing([], setting.say)
    let offer = ListOffer(empty.columns, keeping: keeping)
    let question = try request.question(offer, table: table, in: setting.say.language)
    if question.isPlain {
      var page = try question.answer(empty, offer, total: lines.count) { range in
        try lines[range].map { try whole($0, on: replica) }
      }
      page.choices =
        question.answer(from: empty.with(kinds), offer, in: setting.say.language).choices
      return PageListing(answered: page)
    }
    // Nothing but the visits is left out, and nothing is put in order or filtered by them.
    let isWhole = question.file != nil || !question.text.isEmpty
    let named = Self.inOrder(
      try replica.caseLines(of: scopes),
      of: sites.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) })
    let rows = try named.map { line in
      isWhole ? try whole(line, on: replica) : row(line)
    }
    let page = question.answer(
      from: empty.with(rows), offer, in: setting.say.language)
    return PageListing(answered: isWhole ? page : try filled(page, on: replica))
  }

  /// One row for each cause and state that occur: of what rows can be chosen by, all that there is.
  private var kinds: [[ListCell]] {
    struct Kind: Hashable {
      let cause: DuplicateCause
      let isOpen: Bool
      let isReopened: Bool
    }
    var seen: Set<Kind> = []
    return lines.filter { line in
      let kind = Kind(cause: line.cause, isOpen: line.isOpen, isReopened: line.isReopened)
      return seen.insert(kind).inserted
    }.map(row)
  }

  private func row(_ line: CaseLine) -> [ListCell] {
    CaseTable.row(
      site: sites[line.scope]?.name ?? "", code: sites[line.scope]?.code ?? "", line, visits: "")
  }

  private func whole(_ line: CaseLine, on replica: Replica) throws -> [ListCell] {
    let view = SiteView(replica, line.scope)
    guard let site = sites[line.scope],
      let one = try view.duplicateCase(round: line.round, household: line.household)
    else { throw StoreFault.computedRow("a duplicate case without its visits") }
    return CaseTable.row(try view.caseView(one, of: site), setting.say)
  }

  /// The same page with the visits of its rows.
  private func filled(_ page: ListPage, on replica: Replica) throws -> ListPage {
    // A case is known by its address.
    let byAddress = Dictionary(lines.map { (address(of: $0), $0) }) { first, _ in first }
    let rows = try page.listing.rows.map { row in
      try row.compactMap(\.address).compactMap { byAddress[$0] }.first
        .map { try whole($0, on: replica) } ?? row
    }
    return page.showing(rows)
  }

  private func address(of line: CaseLine) -> String {
    PageLink.duplicate(
      sites[line.scope]?.code ?? "", round: line.round, household: line.household)
  }
}
