import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

// Visits that wait for a reviewer, or for their household to be asked. A site's are found in its records;
// those of head office, over all sites, in the sheet.

extension HomeQueue {
  typealias Review = (site: SiteFacts, one: WaitingReview)

  /// Visits of the reader's side, in no order, and what is not known of them.
  struct Reviews {
    var all: [Review] = []
    /// Of all sites, for head office alone.
    var summaries: [(site: SiteFacts, one: WaitingSummary)] = []
    var lacking: Message?
    var since: Instant?
  }

  /// It is the reviewer's turn.
  static func waits(_ one: WaitingReview) -> Bool { one.stage.isWaiting }

  /// Nothing but the household's word is wanted.
  static func awaitsHousehold(_ one: WaitingReview) -> Bool {
    !one.stage.isWaiting && one.awaitsRecontact
  }

  mutating func reviews(_ isWanted: (WaitingReview) -> Bool) throws -> Found {
    let reviews = try everyReview()
    return Found(
      rows: reviews.all.filter { isWanted($0.one) }.map { row($0) }, lacking: reviews.lacking,
      since: reviews.since)
  }

  /// The same of thousands of visits, of which the first page names one.
  mutating func reviewsInShort(_ isWanted: (WaitingReview) -> Bool) throws -> InShort {
    let reviews = try everyReview()
    let wanted = reviews.all.filter { isWanted($0.one) }
    return InShort(
      count: Found.count(of: wanted.count, lacking: reviews.lacking, since: reviews.since),
      first: wanted.min { ($0.one.since, $0.one.visit) < ($1.one.since, $1.one.visit) }
        .map { row($0) })
  }

  /// Whoever was there reviews none of it (R1-54), and is shown none.
  mutating func everyReview() throws -> Reviews {
    if let reviewsKept { return reviewsKept }
    let organiser: Organiser = person.role.isCompany ? .company : .site
    var reviews = Reviews()
    if ReviewRules.reviewers(of: organiser).contains(person.role) {
      reviews = try organiser == .company ? companyReviews() : siteReviews()
      reviews.all.removeAll { $0.one.participants.contains(person.id) }
    }
    reviewsKept = reviews
    return reviews
  }

  private func companyReviews() throws -> Reviews {
    let answer = try setting.office.companyReviews(
      of: setting.sites(on: replica), after: sheet, on: replica)
    return Reviews(
      all: answer.reviews, summaries: answer.summaries,
      lacking: answer.missing > 0 ? Message(.sheetSitesMissing, ["\(answer.missing)"]) : nil,
      since: answer.since)
  }

  private func siteReviews() throws -> Reviews {
    Reviews(
      all: try setting.sites(on: replica).flatMap { site in
        let view = SiteView(replica, site.scope)
        return try view.reviewsToDo(of: .site, at: now).compactMap { try view.waiting($0) }
          .map { (site: site, one: $0) }
      })
  }

  private func row(_ review: Review) -> Row {
    let (site, one) = review
    return row(cell(one, at: site), at: site, who: one.participants, since: one.since)
  }

  func cell(_ one: WaitingReview, at site: SiteFacts) -> ListCell {
    .text(
      (one.unitCode.utf8.isEmpty ? "–" : one.unitCode) + " · "
        + one.start.wallText(in: one.zone) + " · " + say(one.stage.phrase),
      address: address(.review, PageLink.review(site.code, visit: one.visit.id))
        ?? address(.household, PageLink.household(one.household)))
  }
}
