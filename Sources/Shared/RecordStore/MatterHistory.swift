import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// One step in what became of a matter, as somebody wrote it.
package struct MatterStep: Hashable, Sendable {
  package let at: Instant
  package let account: AccountID
  /// What the step set; at least one of these.
  package let state: MatterState?
  package let department: Department?
  package let status: ProcedureStatus?
  package let decision: MatterDecisionKind?

  /// - Returns: nothing for a change that says neither who nor what.
  fileprivate init?(_ change: PlacedChange) {
    func value(_ field: UInt32) -> Value? { change.fields.first { $0.number == field }?.value }
    func code<Set: StoredCodeSet>(_ field: UInt32) -> Set? {
      guard case .code(let set, let number)? = value(field), set == Set.setNumber else {
        return nil
      }
      return Set(rawValue: Int(number))
    }
    let who = value(HandlingField.account) ?? value(HandlingField.decidedBy)
    let when = value(HandlingField.at) ?? value(HandlingField.decidedAt)
    guard case .reference(let account)? = who, case .instant(let at)? = when else { return nil }
    self.at = at
    self.account = account.id.named()
    state = code(HandlingField.state)
    department = code(HandlingField.department)
    status = code(HandlingField.status)
    decision = code(HandlingField.decision)
    if state == nil, status == nil, decision == nil { return nil }
  }
}

extension SiteView {
  /// Every step, the oldest first; also those that another overtook.
  package func history(of matter: Matter) throws -> [MatterStep] {
    guard let state = try replica.records.state(of: handlingKey(of: matter.key.id)) else {
      return []
    }
    return try replica.records.changes(of: state)
      .compactMap { change in MatterStep(change).map { ($0, change.id) } }
      .sorted { ($0.0.at, $0.1) < ($1.0.at, $1.1) }.map(\.0)
  }
}
