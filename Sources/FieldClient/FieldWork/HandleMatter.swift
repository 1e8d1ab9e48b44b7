import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
import VisitModel
import Wording

extension Laptop {
  /// Sends a matter to whoever is to see to it, notes what the other procedure says, or ends it.
  ///
  /// - Parameters:
  ///   - handler: of `.route`, a colleague by name.
  ///   - reference: its number in the other procedure.
  ///   - saw: the frontier that `matter show` printed; nothing means what is here now.
  /// - Throws: `FieldFault.refused` with the rule that forbids it (R1-12, R1-42, R1-55); F-saw when it is
  ///   no longer what was shown or holds two values; F-assigned.
  package func handleMatter(
    named text: String, _ decision: MatterDecision, handler: String? = nil,
    reference: String? = nil, saw: [ChangeID]? = nil
  ) throws -> MatterCard {
    if let reference, let flaw = TypedText.flaw(inLine: reference, place: "reference") {
      throw FieldFault.failed(flaw)
    }
    if let outcome = decision.outcome,
      let flaw = TypedText.flaw(inText: outcome, place: "outcome")
    {
      throw FieldFault.failed(flaw)
    }
    let target = try read { try matter(named: text, $0) }
    let key = decision.outcome == nil ? nil : try textKey(of: target.source)
    return try write { replica in
      let matter = try matter(named: text, replica)
      try requireAssigned(matter.key.scope, replica)
      if let finding = decision.findings(about: matter).first {
        throw FieldFault.refused(Refusal(finding))
      }
      let view = SiteView(replica, matter.key.scope)
      let record = view.handlingKey(of: matter.key.id)
      if let saw { try requireShown(record, saw, replica) }
      let sealed = try key.map {
        try seal(
          decision.outcome ?? "", under: $0.key, in: record, field: HandlingField.outcome)
      }
      let named = try handler.map { try colleague(named: $0, replica).account }
      let edit = MatterEdits(by: person(account), at: now).edit(
        decision, of: matter, reference: reference, outcome: sealed,
        handler: named.map { person($0) })
      try requireNoConflict(in: [edit], of: record.scope, replica)
      try write([edit], in: record.scope, keys: (key?.new).map { [$0] } ?? [], on: replica)
      return try card(try self.matter(named: text, replica), view)
    }
  }

  /// The key for texts about what was said: the household's, or where nobody is known the contact's own.
  func textKey(
    of source: MatterSource
  ) throws -> (key: HouseholdKey, new: NewHouseholdKey?) {
    let year = LocalTime(source.at, in: source.zone).date.year
    let owner = source.household.map {
      RecordKey(scope: source.key.scope, type: .household, id: $0)
    }
    return try householdKey(owner ?? source.key, year: year, .visit)
  }
}
