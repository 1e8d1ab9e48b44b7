package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
import VisitModel

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
  package var history: [(step: MatterStep, person: String)]?
  /// What was in force on the day it was said; nothing in lists.
  package var policy: PolicyInForce?
  package let frontier: [ChangeID]
}

extension RecordReader {
  package func matter(_ matter: Matter) throws -> MatterCard {
    let view = SiteView(replica, matter.key.scope)
    let state = try replica.records.state(of: matter.key) ?? .empty
    let handlingKey = view.handlingKey(of: matter.key.id)
    let handling = try replica.records.state(of: handlingKey) ?? .empty
    let recorder = try view.recorder(of: matter.source.key)
    return MatterCard(
      matter: matter,
      unitCode: try matter.source.household.flatMap { try view.household($0)?.unitCode },
      text: try text(OpinionField.text, of: matter.key, state),
      outcome: try text(HandlingField.outcome, of: handlingKey, handling),
      measure: try text(HandlingField.measure, of: handlingKey, handling),
      recorder: try recorder.map { try name(of: $0) } ?? "",
      handler: try matter.handling?.handler.map { try name(of: $0) },
      owing: try matter.feedback.owing.map { try name(of: $0) }, frontier: handling.frontier)
  }
}
