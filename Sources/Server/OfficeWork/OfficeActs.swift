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
  /// At most `Office.actChangesMax`.
  package let changes: [Change]

  package var isOfOffice: Bool { account == Office.account }
}

extension Office {
  /// So many are told at once.
  package static let actsMax = 500
  /// Of their envelopes together: 500 parts of rosters have some 14 MiB.
  package static let actsBytesMax = 16 * 1024 * 1024
  /// What an act was is told by the first of its changes; a roster or a draw has thousands of one kind.
  package static let actChangesMax = 64

  /// What was done before a place among the office's own bundles, the newest first. What is about a petition is left
  /// out for whoever may not read it (A39).
  /// - Parameter bytes: of envelopes; for tests.
  /// - Returns: the acts, and the place before which earlier ones are found; nothing where there are none.
  package func acts(
    before place: WrittenPlace?, for reader: Person, on replica: Replica,
    bytes: Int = Self.actsBytesMax
  ) throws -> (acts: [OfficeAct], earlier: WrittenPlace?) {
    let (found, areMore) = try replica.log.written(
      by: secrets.signing.verifyingKey, before: place, limit: Self.actsMax, bytes: bytes)
    var acts: [OfficeAct] = []
    var last: WrittenPlace?
    for logged in found {
      let bundle = try Stored.opening(logged.envelope, changes: Self.actChangesMax)
      last = WrittenPlace(at: bundle.header.claimedAt, bundle: logged.id)
      let changes = try bundle.changes.filter { change in
        try mayRead(
          RecordKey(scope: logged.scope, type: change.type, id: change.record), reader, on: replica)
          && change.fields.allSatisfy { field in
            guard case .reference(let record) = field.value else { return true }
            return try mayRead(record, reader, on: replica)
          }
      }
      if changes.isEmpty { continue }
      acts.append(
        OfficeAct(
          at: bundle.header.claimedAt, account: bundle.header.account, scope: logged.scope,
          changes: changes))
    }
    return (acts, areMore ? last : nil)
  }

  /// Laptops that an administrator confirmed after a restore. That is kept beside the log, and by whom is not.
  package func confirmations(
    on replica: Replica
  ) throws -> [(device: VerifyingKey, at: Instant)] {
    guard try restoredAt(on: replica) != nil else { return [] }
    return try DeviceStandings(replica.connection).confirmed()
  }
}
