import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The reviewer's queue: every visit of the reader's sites that waits for them or for an answer, what
/// waits longest first.
struct ReviewsPage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.reviewsTitle))
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites {
      let waiting = try setting.office.reviews(of: site.scope, on: replica)
        .filter { isTheirs($0) && ($0.stage != .accepted || $0.awaitsRecontact) }
      if waiting.isEmpty { continue }
      page.blocks.append(.table(try table(waiting, of: site, on: replica)))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  /// Each side reviews its own visits.
  private func isTheirs(_ item: ReviewItem) -> Bool {
    ReviewRules.reviewers(of: item.visit.organiser).contains(setting.reader.person.role)
  }

  private func table(
    _ items: [ReviewItem], of site: SiteFacts, on replica: Replica
  ) throws -> PageTable {
    let view = SiteView(replica, site.scope)
    var table = PageTable(site.name, say.all(ReviewRow.headings.filter { $0 != .labelId }))
    for item in items {
      table.append([
        PageCell(
          try view.household(item.visit.household)?.unitCode ?? "–",
          url: PageLink.review(site.code, visit: item.visit.key.id)),
        PageCell(item.visit.start.wallText(in: site.zone)),
        PageCell(item.visit.recordedAt.wallText(in: site.zone)),
        PageCell(say(item.isLate ? .labelYes : .labelNo)),
        PageCell(try setting.people(item.participants, on: replica)),
        PageCell(say(item.stage.phrase)),
        PageCell(try item.owing.map { try setting.person($0, on: replica) } ?? ""),
        PageCell(say(item.awaitsRecontact ? .labelYes : .labelNo)),
      ])
    }
    return table
  }
}
