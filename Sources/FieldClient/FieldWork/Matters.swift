import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

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
    try reader(view.replica).matter(matter)
  }
}
