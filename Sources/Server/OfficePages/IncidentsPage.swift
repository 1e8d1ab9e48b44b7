import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Contract queries, contract changes and losses of the reader's sites, unopened: what is open, the oldest
/// first, then what was closed within a year, and the form to record another.
struct IncidentsPage {
  let setting: PageSetting
  let choice: SiteChoice

  /// How long one that is closed is listed; its page stays.
  private static let shownDays = 366

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.incidentsTitle))
    page.keeping = ["site"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites { page.blocks += try blocks(of: site, on: replica) }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  private func blocks(of site: SiteFacts, on replica: Replica) throws -> [Page.Block] {
    let all = try setting.office.incidents(of: site.scope, on: replica)
    let since = setting.office.now
      .advanced(byMilliseconds: -Int64(Self.shownDays) * 86_400_000)
    let open = all.filter { $0.incident.stage != .closed && !$0.incident.isVoided }
    let closed = all.filter { one in
      one.incident.stage == .closed && (one.incident.closed.map { $0.at >= since } ?? false)
    }
    var blocks: [Page.Block] = [.heading(site.name)]
    let listed = open + closed.reversed()
    if listed.isEmpty {
      blocks.append(.note(say(.pageNothing)))
    } else {
      let listing = Listing(
        "incidents", Message(.incidentsOf, [site.name]), Self.columns,
        rows: listed.map { cells($0, at: site) })
      blocks.append(.listing(PageListing(listing)))
    }
    if open.contains(where: { $0.due.isProvisional }) {
      blocks.append(.note(say(.obligationsProvisional)))
    }
    blocks.append(.form(IncidentForms(setting: setting, site: site).record()))
    return blocks
  }

  private static let columns = [
    ListColumn("id", .labelId, .code), ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("unit", .labelUnit, .code), ListColumn("contract", .labelContract, .code),
    ListColumn("found", .labelFoundAt, .moment), ListColumn("due", .labelDueDay, .date),
    ListColumn("told", .labelToldHousehold, .moment),
    ListColumn("state", .labelState, .word, isFilter: true),
  ]

  private func cells(_ one: OfficeIncident, at site: SiteFacts) -> [ListCell] {
    let incident = one.incident
    return [
      .code(
        String(incident.key.id.description.prefix(8)),
        address: PageLink.incident(site.code, incident: incident.key.id)),
      .word(incident.kind.phrase), one.unitCode.map { .code($0) } ?? .empty,
      incident.reference.isEmpty ? .empty : .code(incident.reference),
      .moment(incident.foundAt, in: incident.zone),
      .due(one.due.date, isProvisional: one.due.isProvisional),
      .moment(incident.told?.at, in: incident.zone), .word(incident.stage.phrase),
    ]
  }
}

extension ListCell {
  /// A last day; beside it, where a year's working days are not known, that it may still move.
  static func due(_ day: CivilDate?, isProvisional: Bool) -> ListCell {
    guard let day else { return .empty }
    return ListCell(.date(day), remark: isProvisional ? Message(.labelProvisional) : nil)
  }
}

extension OfficeIncident {
  /// With a mark where a year's working days are not known.
  var dueText: String { due.date.description + (due.isProvisional ? " *" : "") }
}

/// The incident that an address names, opened.
struct IncidentPath {
  let site: SiteFacts
  let opened: OfficeIncident

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let id = request.segments["incident"].flatMap({ RecordID(hex: $0) }),
      let opened = try setting.office.incident(
        RecordKey(scope: site.scope, type: .incident, id: id), opens: true, on: replica)
    else { return nil }
    self.site = site
    self.opened = opened
  }
}
