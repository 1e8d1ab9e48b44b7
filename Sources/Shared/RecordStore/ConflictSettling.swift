package import ConflictFreeRecords
package import RecordCatalogue
package import VisitModel

/// What settling a conflict writes: the value that was taken, once more and on top of all others, and
/// a notice to those whose values were shown.
package enum ConflictSettling {
  package static func edits(
    _ record: RecordKey, _ state: RecordState, field: UInt32, chosen: RecordState.Head,
    notice: RecordID, by account: RecordKey, at now: Instant
  ) -> [RecordEdit] {
    [
      RecordEdit(record.type, record.id, [field: chosen.value]),
      RecordEdit(
        .conflictSettlement, notice,
        [
          ConflictSettlementField.about: .reference(record),
          ConflictSettlementField.field: .integer(Int64(field)),
          ConflictSettlementField.shown: .bytes(
            PackedChanges.pack((state.heads[field] ?? []).map(\.change))),
          ConflictSettlementField.chosen: .bytes(PackedChanges.pack([chosen.change])),
          ConflictSettlementField.account: .reference(account),
          ConflictSettlementField.decidedAt: .instant(now),
        ]),
    ]
  }
}

/// A conflict that somebody settled.
package struct SettledConflict: Hashable, Sendable {
  package let notice: RecordKey
  package let about: RecordKey
  package let field: UInt32
  package let shown: [ChangeID]
  package let chosen: ChangeID?
  package let account: AccountID
  package let decidedAt: Instant
}

extension Replica {
  /// Every conflict of a scope that was settled, the newest first.
  package func settledConflicts(in scope: ScopeID) throws -> [SettledConflict] {
    try records.states(of: .conflictSettlement, in: scope).compactMap { id, state in
      guard let about = state.reference(ConflictSettlementField.about),
        let field = state.integer(ConflictSettlementField.field).flatMap(UInt32.init(exactly:)),
        let account = state.reference(ConflictSettlementField.account),
        let decidedAt = state.instant(ConflictSettlementField.decidedAt)
      else { return nil }
      return SettledConflict(
        notice: RecordKey(scope: scope, type: .conflictSettlement, id: id), about: about,
        field: field,
        shown: PackedChanges.unpack(state.bytes(ConflictSettlementField.shown) ?? []),
        chosen: PackedChanges.unpack(state.bytes(ConflictSettlementField.chosen) ?? []).first,
        account: account.id.named(), decidedAt: decidedAt)
    }.sorted { ($1.decidedAt, $1.notice) < ($0.decidedAt, $0.notice) }
  }

  /// Settled conflicts in which somebody's own value was shown, and which another person settled.
  package func notices(to account: AccountID, in scope: ScopeID) throws -> [SettledConflict] {
    try settledConflicts(in: scope).filter { one in
      guard one.account != account else { return false }
      return try one.shown.contains { change in
        guard let bundle = try log.bundle(change.bundle) else { return false }
        return try Authorship.account(of: bundle) == account
      }
    }
  }
}
