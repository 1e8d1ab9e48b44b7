import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// Holding back: what somebody needs stays although its period is over, until they end that (A32).
extension Office {
  /// What stays in a scope, by whose it is, with the record that says so.
  func heldBack(
    in scope: ScopeID, on replica: Replica
  ) throws -> [RecordID: RecordState] {
    var held: [RecordID: RecordState] = [:]
    for (_, state) in try replica.records.states(of: .retentionHold, in: scope) {
      let released = state.instant(RetentionHoldField.releasedAt)?.millisecondsSince1970 ?? 0
      guard released == 0, let subject = state.reference(RetentionHoldField.subject) else {
        continue
      }
      held[subject.id] = state
    }
    return held
  }

  /// - Returns: nothing where it cannot be opened any more.
  func holdReason(
    of owner: RecordID, in scope: ScopeID, _ state: RecordState
  ) throws -> String? {
    guard let sealed = state.sealed(RetentionHoldField.reason) else {
      return state.text(RetentionHoldField.reason)
    }
    let record = RecordKey(
      scope: scope, type: .retentionHold, id: RecordIdentity.retentionHold(subject: owner))
    return try opened(sealed, in: record, field: RetentionHoldField.reason)
  }

  /// Says that the texts of a meeting or a household stay although their period is over, or ends that.
  /// - Parameter reason: nothing to end it.
  /// - Throws: `OfficeFault.refused` (F-role), `.wrongUsage` for a blank reason, `.failed` where nothing
  ///   of it is kept.
  package func holdBack(
    _ owner: RecordID, in scope: ScopeID, reason: String?, by account: AccountID
  ) throws {
    try requireKeeper(account)
    if let reason {
      guard !reason.isBlank, reason.utf8.count <= Bounds.lineBytesMax else {
        throw OfficeFault.wrongUsage(Message(.settlementReasonMissing))
      }
    }
    try write { replica in
      guard
        let texts = try keptTexts(on: replica).first(where: {
          $0.owner == owner && $0.scope == scope
        }), reason != nil || texts.isHeld
      else { throw OfficeFault.failed(Message(.retentionNothingKept)) }
      let type: RecordType =
        switch texts.retentionClass {
        case .minutes: .meeting
        case .petition: .petition
        case .roster, .visit: .household
        }
      let subject = RecordKey(scope: scope, type: type, id: owner)
      var edit = RecordEdit(
        .retentionHold, RecordIdentity.retentionHold(subject: owner),
        [RetentionHoldField.releasedAt: .instant(Instant(millisecondsSince1970: 0))])
      if let reason {
        edit[RetentionHoldField.subject] = .reference(subject)
        // For the eyes of those who may read what is held, and no longer than that.
        let record = RecordKey(scope: scope, type: .retentionHold, id: edit.id)
        edit[RetentionHoldField.reason] = try sealedText(
          reason, try key(texts.key), in: record, RetentionHoldField.reason)
        edit[RetentionHoldField.account] = .reference(accountKey(account))
        edit[RetentionHoldField.at] = .instant(now)
      } else {
        edit[RetentionHoldField.releasedAt] = .instant(now)
      }
      try publishSeen([edit], in: scope, by: account, on: replica)
    }
  }

  private func key(_ id: DataKeyID) throws -> HouseholdKey? {
    try environment.keyDatabase.read { connection in
      try KeyTable(connection, storeKey: secrets.storeKey).key(id)
    }
  }
}
