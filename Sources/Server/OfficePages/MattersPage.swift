import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What households of the reader's sites say, wherever they say it: what is still open or owed, the
/// oldest first.
struct MattersPage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.mattersTitle))
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites {
      let matters = try SiteView(replica, site.scope).matters()
        .filter { $0.isOpen || $0.feedback.isOwed }
      if matters.isEmpty { continue }
      page.blocks.append(.table(try table(matters, of: site, on: replica)))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  private func table(
    _ matters: [Matter], of site: SiteFacts, on replica: Replica
  ) throws -> PageTable {
    var table = PageTable(site.name, say.all(MatterRow.headings))
    for matter in matters {
      let row = try MatterWords(setting: setting, site: site).row(matter, on: replica)
      let link = PageCell(
        row.id, url: PageLink.matter(site.code, matter: matter.key.id))
      table.append([link] + row.cells.map { PageCell(say.cell($0)) })
    }
    return table
  }
}

/// A matter with the names of its unit and its people.
struct MatterWords {
  let setting: PageSetting
  let site: SiteFacts

  func row(_ matter: Matter, on replica: Replica) throws -> MatterRow {
    MatterRow(
      id: String(matter.key.id.description.prefix(8)),
      unit: try unit(matter, on: replica),
      saidAt: matter.source.at.wallText(in: matter.source.zone), topic: matter.topic,
      kind: matter.kind, isUrgent: matter.urgency == .urgent, state: matter.handling?.state,
      department: matter.handling?.department, feedback: matter.feedback.stage.phrase,
      owing: try matter.feedback.owing.map { try setting.person($0, on: replica) },
      until: matter.feedback.until?.description)
  }

  func unit(_ matter: Matter, on replica: Replica) throws -> String? {
    try matter.source.household
      .flatMap { try SiteView(replica, site.scope).household($0)?.unitCode }
  }
}

extension Words {
  func cell(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .words(let message): self.message(message)
    }
  }
}
