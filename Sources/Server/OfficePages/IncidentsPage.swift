import CommunicationPolicy
import ConflictFreeRecords
import Console
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
      var table = PageTable(say(.incidentsOf, site.name), say.all(IncidentRow.headings))
      for one in listed { table.append(cells(one, at: site)) }
      blocks.append(.table(table))
    }
    if open.contains(where: { $0.due.isProvisional }) {
      blocks.append(.note(say(.obligationsProvisional)))
    }
    blocks.append(.form(IncidentForms(setting: setting, site: site).record()))
    return blocks
  }

  private func cells(_ one: OfficeIncident, at site: SiteFacts) -> [PageCell] {
    let incident = one.incident
    let row = IncidentRow(
      id: String(incident.key.id.description.prefix(8)), kind: incident.kind,
      unit: one.unitCode ?? "", reference: incident.reference,
      foundAt: incident.foundAt.wallText(in: incident.zone), due: one.dueText,
      toldAt: incident.told?.at.wallText(in: incident.zone) ?? "", stage: incident.stage)
    let link = PageCell(
      row.id, url: PageLink.incident(site.code, incident: incident.key.id))
    return [link] + row.cells.map { PageCell(say.cell($0)) }
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
