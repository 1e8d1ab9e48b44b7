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

  /// - Parameter author: of the bundle, where the change itself names nobody: whoever settles a conflict
  ///   writes one field alone.
  /// - Returns: nothing for a change of which nothing became.
  fileprivate init?(_ change: PlacedChange, by author: () throws -> AccountID?) rethrows {
    func value(_ field: UInt32) -> Value? { change.fields.first { $0.number == field }?.value }
    func code<Set: StoredCodeSet>(_ field: UInt32) -> Set? {
      guard case .code(let set, let number)? = value(field), set == Set.setNumber else {
        return nil
      }
      return Set(rawValue: Int(number))
    }
    state = code(HandlingField.state)
    department = code(HandlingField.department)
    status = code(HandlingField.status)
    decision = code(HandlingField.decision)
    if state == nil, status == nil, decision == nil { return nil }
    let when = value(HandlingField.at) ?? value(HandlingField.decidedAt)
    if case .instant(let at)? = when { self.at = at } else { at = change.claimedAt }
    let who = value(HandlingField.account) ?? value(HandlingField.decidedBy)
    if case .reference(let account)? = who {
      self.account = account.id.named()
    } else {
      guard let account = try author() else { return nil }
      self.account = account
    }
  }
}

extension SiteView {
  /// Every step, the oldest first; also those that another overtook.
  package func history(of matter: Matter) throws -> [MatterStep] {
    guard let state = try replica.records.state(of: handlingKey(of: matter.key.id)) else {
      return []
    }
    return try replica.records.changes(of: state)
      .compactMap { change in
        try MatterStep(change) {
          try replica.log.bundle(change.id.bundle).map { try Authorship.account(of: $0) }
        }.map { ($0, change.id) }
      }
      .sorted { ($0.0.at, $0.1) < ($1.0.at, $1.1) }.map(\.0)
  }
}
