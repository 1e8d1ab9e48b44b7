import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

/// A visit in the queue as people see it.
package struct ReviewCard: Sendable {
  package let item: ReviewItem
  package let unitCode: String
  /// Of those who were there.
  package let visitors: [String]
  package let reviewer: String?
  /// Who is to answer it, if it was sent back.
  package let owing: String?
  /// Opened in memory; nothing where the key is not here.
  package let comment: String?
  package let reply: String?
  /// The person at this laptop had part in it.
  package let isOwn: Bool
}

extension Laptop {
  /// The visits of a site on their way through the review, what waits longest first.
  package func reviews(of site: SiteFacts, _ replica: Replica) throws -> [ReviewCard] {
    let view = SiteView(replica, site.scope)
    return try view.reviews()
      .map { try card($0, view) }
  }

  /// What was sent back to this person, at all sites, what was recorded first at the head.
  package func returnedToMe(_ replica: Replica) throws -> [ReviewCard] {
    try SiteView.all(in: replica).flatMap { site in
      let view = SiteView(replica, site.scope)
      return try view.returnedReviews()
        .filter { $0.owing == account }.map { try card($0, view) }
    }
  }

  package func reviewCard(named text: String, _ replica: Replica) throws -> ReviewCard {
    let (visit, _) = try record(.visit, named: text, replica)
    return try card(try reviewItem(visit, replica), SiteView(replica, visit.scope))
  }

  func card(_ item: ReviewItem, _ view: SiteView) throws -> ReviewCard {
    let replica = view.replica
    let key = view.reviewKey(of: item.visit.key.id)
    let texts =
      try replica.records.state(of: key).map {
        try reader(replica).texts(key, $0, [ReviewField.comment, ReviewField.reply]).opened
      } ?? [:]
    return ReviewCard(
      item: item, unitCode: try view.household(item.visit.household)?.unitCode ?? "",
      visitors: try item.participants.map { try personName($0, replica) },
      reviewer: try item.review.map { try personName($0.account, replica) },
      owing: try item.owing.map { try personName($0, replica) },
      comment: texts[ReviewField.comment], reply: texts[ReviewField.reply],
      isOwn: item.participants.contains(account))
  }

  /// - Throws: `FieldFault.failed` for a visit that is voided.
  func reviewItem(_ visit: RecordKey, _ replica: Replica) throws -> ReviewItem {
    guard
      let item = try SiteView(replica, visit.scope)
        .review(of: visit)
    else { throw FieldFault.failed(Message(.visitIsVoided)) }
    return item
  }
}
