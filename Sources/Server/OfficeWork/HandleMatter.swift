import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Office {
  /// Sends a matter to whoever is to see to it, notes what the other procedure says, or ends it, as
  /// `Laptop.handleMatter` does.
  ///
  /// - Parameters:
  ///   - reference: its number in the other procedure.
  ///   - saw: the frontier of what had become of it when it was shown.
  /// - Throws: `OfficeFault.refused` with the rule that forbids it (R1-12, R1-42, R1-55) or F-saw,
  ///   `.failed` for what is none or was said at a visit or in a contact that is voided.
  package func handleMatter(
    _ matter: RecordKey, _ decision: MatterDecision, reference: String?, saw: [ChangeID],
    by account: AccountID
  ) throws {
    let key =
      decision.outcome == nil
      ? nil : try textKey(of: try read { try self.matter(matter, on: $0).source })
    try write { replica in
      let known = try self.matter(matter, on: replica)
      try requireDecider(try person(account, on: replica))
      if let finding = decision.findings(about: known).first {
        throw OfficeFault.refused(
          rule: finding.rule.rawValue, why: finding.why, cure: finding.cure)
      }
      let record = SiteView(replica, matter.scope).handlingKey(of: matter.id)
      try requireShown(record, saw, on: replica)
      var handler: AccountID?
      if case .route(_, let named) = decision { handler = named }
      let edit = MatterEdits(by: accountKey(account), at: now).edit(
        decision, of: known, reference: reference,
        outcome: try sealedText(decision.outcome, key, in: record, HandlingField.outcome),
        handler: handler.map { accountKey($0) })
      try publishSeen([edit], in: matter.scope, by: account, on: replica)
    }
  }

  /// - Throws: `OfficeFault.failed` for what is none.
  package func matter(_ key: RecordKey, on replica: Replica) throws -> Matter {
    guard let matter = try SiteView(replica, key.scope).matter(key) else {
      throw OfficeFault.failed(Message(.matterIsVoided))
    }
    return matter
  }

  /// The key for texts about what was said: the household's, or where nobody is known the contact's own.
  func textKey(of source: MatterSource) throws -> HouseholdKey? {
    let owner = source.household ?? source.key.id
    let year = LocalTime(source.at, in: source.zone).date.year
    return try householdKeys(of: [owner], in: source.key.scope, year: year, .visit)[owner]
  }
}
