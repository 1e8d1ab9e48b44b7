import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordStore
import Sampling
import VisitModel

/// What the pages ask of the use cases that decide, and the one place that calls them.
struct Deciding: Sendable {
  let office: Office
  let reader: Reader

  /// The duplicate cases that the reader may see, open ones first.
  func cases(on replica: Replica) throws -> [CaseView] {
    if reader.seesEverySite { return try office.cases(of: nil, on: replica) }
    let views = try reader.person.sites.flatMap { try office.cases(of: $0, on: replica) }
    return views.filter(\.duplicate.isOpen) + views.filter { !$0.duplicate.isOpen }
  }

  func cases(of site: ScopeID, on replica: Replica) throws -> [CaseView] {
    try office.cases(of: site, on: replica)
  }

  func decide(_ decision: CaseDecision) throws {
    try office.decide(decision, by: reader.person.id)
  }

  /// - Parameter saw: the frontier of the decision that was shown.
  func reopen(_ visit: RecordKey, saw: [ChangeID]) throws {
    try office.reopen(visit, saw: saw, by: reader.person.id)
  }

  /// Settled conflicts of what the reader may see, the newest first.
  func settled(on replica: Replica) throws -> [SettledConflict] {
    try office.settledConflicts(
      in: { reader.sees($0) }, for: reader.person, on: replica)
  }

  func undo(_ settlement: RecordKey, restoring head: ChangeID, saw: [ChangeID]) throws {
    try office.undoSettlement(
      settlement, restoring: head, saw: saw, by: reader.person.id)
  }

  /// Open conflicts in what the reader may see.
  func conflicts(on replica: Replica) throws -> [OpenConflict] {
    try office.openConflicts(in: { reader.sees($0) }, for: reader.person, on: replica)
  }

  func conflicts(of site: ScopeID, on replica: Replica) throws -> [OpenConflict] {
    try office.openConflicts(
      in: { $0 == site && reader.sees($0) }, for: reader.person, on: replica)
  }

  func settle(
    _ record: RecordKey, field: UInt32, choosing head: ChangeID, saw: [ChangeID]
  ) throws {
    try office.settle(record, field: field, choosing: head, saw: saw, by: reader.person.id)
  }

  func review(
    _ visit: RecordKey, _ decision: ReviewDecision, to assignee: AccountID?, shown: Digest
  ) throws {
    try office.review(visit, decision, to: assignee, shown: shown, by: reader.person.id)
  }

  func recontact(_ visit: RecordKey, _ outcome: RecontactOutcome, shown: Digest) throws {
    try office.recordRecontact(
      visit, outcome: outcome, remark: nil, shown: shown, by: reader.person.id)
  }

  func handle(
    _ matter: RecordKey, _ decision: MatterDecision, reference: String?, saw: [ChangeID]
  ) throws {
    try office.handleMatter(
      matter, decision, reference: reference, saw: saw, by: reader.person.id)
  }

  /// Laptops that an administrator has not confirmed since the office was restored.
  func awaiting(on replica: Replica) throws -> Set<VerifyingKey> {
    Set(try office.awaitingConfirmation(on: replica).map(\.key))
  }

  /// - Parameter key: nothing for all that wait.
  func confirm(_ key: VerifyingKey?) throws {
    _ = try office.confirmDevices(key.map { [$0] })
  }

  func revoke(_ key: VerifyingKey) throws { try office.revoke(key, by: reader.person.id) }

  func disable(_ account: AccountID) throws { try office.disable(account, by: reader.person.id) }

  func held(on replica: Replica) throws -> [HeldBundle] { try office.heldBundles(on: replica) }

  func admit(_ id: BundleID, reason: String) throws {
    _ = try office.admitHeld([id], reason: reason, by: reader.person.id)
  }
}
