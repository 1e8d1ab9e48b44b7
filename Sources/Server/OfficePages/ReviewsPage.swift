import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
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
    page.keeping = ["site"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites {
      let waiting = try setting.office.reviews(of: site.scope, on: replica)
        .filter { isTheirs($0) && ($0.stage != .accepted || $0.awaitsRecontact) }
      if waiting.isEmpty { continue }
      page.blocks.append(
        .listing(PageListing(try listing(waiting, of: site, on: replica))))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  /// Each side reviews its own visits.
  private func isTheirs(_ item: ReviewItem) -> Bool {
    ReviewRules.reviewers(of: item.visit.organiser).contains(setting.reader.person.role)
  }

  private func listing(
    _ items: [ReviewItem], of site: SiteFacts, on replica: Replica
  ) throws -> Listing {
    let view = SiteView(replica, site.scope)
    return Listing(
      "reviews", Message(.listOf, [say(.reviewsTitle), site.name]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("start", .labelStart, .moment),
        ListColumn("recorded", .labelRecordedOn, .moment),
        ListColumn("late", .labelLate, .yesNo, isFilter: true),
        ListColumn("interviewers", .labelInterviewers, .text),
        ListColumn("stage", .labelReview, .word, isFilter: true),
        ListColumn("owing", .labelOwing, .text),
        ListColumn("sampled", .labelSampled, .yesNo, isFilter: true),
      ],
      rows: try items.map { item in
        [
          .code(
            try view.household(item.visit.household)?.unitCode ?? "–",
            address: PageLink.review(site.code, visit: item.visit.key.id)),
          .moment(item.visit.start, in: site.zone), .moment(item.visit.recordedAt, in: site.zone),
          .yesNo(item.isLate), .text(try setting.people(item.participants, on: replica)),
          .word(item.stage.phrase),
          try item.owing.map { .text(try setting.person($0, on: replica)) } ?? .empty,
          .yesNo(item.awaitsRecontact),
        ]
      })
  }
}
