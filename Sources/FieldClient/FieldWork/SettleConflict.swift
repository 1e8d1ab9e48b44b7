package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

/// A conflict in which a value of this person was shown, and which somebody else settled.
package struct ConflictNotice: Sendable {
  package let settled: SettledConflict
  package let settledBy: String
}

extension Laptop {
  /// Settles a conflict by one of its values, and leaves a notice to those who wrote the others.
  ///
  /// - Parameters:
  ///   - choice: the change whose value is taken.
  ///   - saw: the frontier that was shown with every value.
  /// - Throws: `FieldFault.refused` (F-saw) when there is something that was not shown.
  package func settle(
    _ record: RecordKey, field: UInt32, choosing choice: ChangeID, saw: [ChangeID]
  ) throws {
    try write { replica in
      try requireAssigned(record.scope, replica)
      guard let state = try replica.records.state(of: record), state.conflicts.contains(field),
        let chosen = state.heads[field]?.first(where: { $0.change == choice })
      else { throw FieldFault.failed(Message(.conflictIsSettled)) }
      try requireShown(record, saw, replica)
      let notice = RecordID(prefixOf: environment.randomness.bytes(16))
      try write(
        ConflictSettling.edits(
          record, state, field: field, chosen: chosen, notice: notice, by: person(account),
          at: now), in: record.scope, saw: [record.id: saw], on: replica)
    }
  }

  /// What was settled of this person's own values by others, the newest first.
  package func notices(_ replica: Replica) throws -> [ConflictNotice] {
    try replica.feed.heads()
      .flatMap { try replica.notices(to: account, in: $0.scope) }
      .map { ConflictNotice(settled: $0, settledBy: try personName($0.account, replica)) }
  }
}
