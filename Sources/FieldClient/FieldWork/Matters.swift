package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

/// A matter as people see it.
package struct MatterCard: Sendable {
  package let matter: Matter
  /// Nothing where nobody said who they are.
  package let unitCode: String?
  /// Opened in memory; nothing where the key is not here.
  package let text: String?
  package let outcome: String?
  /// What the manager decided, or why nothing.
  package let measure: String?
  package let recorder: String
  package let handler: String?
  /// Who owes the household its answer.
  package let owing: String?
  /// What was done with it, by whom, the oldest first; nothing in lists.
  package fileprivate(set) var history: [(step: MatterStep, person: String)]?
  /// What was in force on the day it was said; nothing in lists.
  package fileprivate(set) var policy: PolicyInForce?
  package let frontier: [ChangeID]
}

extension Laptop {
  /// The matters of a site, the oldest first.
  package func matters(of site: SiteFacts, _ replica: Replica) throws -> [MatterCard] {
    let view = SiteView(replica, site.scope)
    return try view.matters().map { try card($0, view) }
  }

  package func matterCard(named text: String, _ replica: Replica) throws -> MatterCard {
    let matter = try matter(named: text, replica)
    let view = SiteView(replica, matter.key.scope)
    var card = try card(matter, view)
    card.history = try view.history(of: matter).map { ($0, try personName($0.account, replica)) }
    card.policy = try replica.inForce(
      .matter, at: matter.source.at, in: matter.source.zone)
    return card
  }

  /// - Throws: `FieldFault.failed` for what is none, or was said at a visit or in a contact that is
  ///   voided.
  func matter(named text: String, _ replica: Replica) throws -> Matter {
    let (key, _) = try record(.opinion, named: text, replica)
    guard let matter = try SiteView(replica, key.scope).matter(key) else {
      throw FieldFault.failed(Message(.matterIsVoided))
    }
    return matter
  }

  package func card(_ matter: Matter, _ view: SiteView) throws -> MatterCard {
    let replica = view.replica
    let state = try replica.records.state(of: matter.key) ?? .empty
    let handlingKey = view.handlingKey(of: matter.key.id)
    let handling = try replica.records.state(of: handlingKey) ?? .empty
    let recorder = try view.recorder(of: matter.source.key)
    return MatterCard(
      matter: matter,
      unitCode: try matter.source.household.flatMap { try view.household($0)?.unitCode },
      text: try texts(matter.key, state, [OpinionField.text]).opened[OpinionField.text],
      outcome: try texts(handlingKey, handling, [HandlingField.outcome])
        .opened[HandlingField.outcome],
      measure: try texts(handlingKey, handling, [HandlingField.measure])
        .opened[HandlingField.measure],
      recorder: try recorder.map { try personName($0, replica) } ?? "",
      handler: try matter.handling?.handler.map { try personName($0, replica) },
      owing: try matter.feedback.owing.map { try personName($0, replica) },
      frontier: handling.frontier)
  }
}
