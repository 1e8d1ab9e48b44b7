package import ConflictFreeRecords
package import Fingerprint
package import RecordStore
package import VisitModel
import WireFormat

/// Something that was done at the office, on a page, by a command or by its clock: one bundle that the office
/// signed.
package struct OfficeAct: Sendable {
  package let at: Instant
  /// Who did it; `Office.account` where nobody is named.
  package let account: AccountID
  package let scope: ScopeID
  package let changes: [Change]

  package var isOfOffice: Bool { account == Office.account }
}

extension Office {
  /// So many are looked at in one go, because an import can hold thousands of changes.
  package static let actsMax = 500

  /// What was done before a moment, the newest first. What is about a petition is left out for whoever may not
  /// read it (A39).
  /// - Returns: the acts, and the moment before which earlier ones are found; nothing where there are none.
  package func acts(
    before moment: Instant?, for reader: Person, on replica: Replica
  ) throws -> (acts: [OfficeAct], earlier: Instant?) {
    let found = try replica.log.written(
      by: secrets.signing.verifyingKey, before: moment, limit: Self.actsMax + 1)
    let acts = try found.prefix(Self.actsMax).compactMap { logged -> OfficeAct? in
      let bundle = try Stored.bundle(logged.envelope).bundle
      let changes = try bundle.changes.filter { change in
        try mayRead(
          RecordKey(scope: logged.scope, type: change.type, id: change.record), reader, on: replica)
          && change.fields.allSatisfy { field in
            guard case .reference(let record) = field.value else { return true }
            return try mayRead(record, reader, on: replica)
          }
      }
      if changes.isEmpty { return nil }
      return OfficeAct(
        at: bundle.header.claimedAt, account: bundle.header.account, scope: logged.scope,
        changes: changes)
    }
    guard found.count > Self.actsMax else { return (acts, nil) }
    let last = try found.prefix(Self.actsMax).last
      .map { try Stored.bundle($0.envelope).bundle.header.claimedAt }
    // Of that millisecond there may be more: rather one twice than one never.
    let earlier = last?.advanced(byMilliseconds: 1)
    return (acts, earlier == moment ? last : earlier)
  }

  /// Laptops that an administrator confirmed after a restore. That is kept beside the log, and by whom is not.
  package func confirmations(
    on replica: Replica
  ) throws -> [(device: VerifyingKey, at: Instant)] {
    guard try restoredAt(on: replica) != nil else { return [] }
    return try DeviceStandings(replica.connection).confirmed()
  }
}
