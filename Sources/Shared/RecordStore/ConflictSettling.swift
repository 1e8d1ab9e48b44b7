package import ConflictFreeRecords
package import RecordCatalogue
package import VisitModel
import WireFormat

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

  /// What undoing a settlement writes: another of the values that were shown, on top of the one that was taken,
  /// and a notice to everybody whose value was shown, whoever settled it among them.
  /// - Parameter standing: the head that the settlement wrote.
  package static func undoing(
    _ settled: SettledConflict, standing: RecordState.Head, restoring value: RecordState.Head,
    notice: RecordID, by account: RecordKey, at now: Instant
  ) -> [RecordEdit] {
    [
      RecordEdit(settled.about.type, settled.about.id, [settled.field: value.value]),
      RecordEdit(
        .conflictSettlement, notice,
        [
          ConflictSettlementField.about: .reference(settled.about),
          ConflictSettlementField.field: .integer(Int64(settled.field)),
          ConflictSettlementField.shown: .bytes(
            PackedChanges.pack(Array(Set(settled.shown + [standing.change])))),
          ConflictSettlementField.chosen: .bytes(PackedChanges.pack([value.change])),
          ConflictSettlementField.account: .reference(account),
          ConflictSettlementField.decidedAt: .instant(now),
          ConflictSettlementField.undoes: .reference(settled.notice),
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
  /// The settlement that this one undid.
  package let undoes: RecordKey?
  /// In which it was written, together with the value that was taken.
  package let bundle: BundleID

  /// - Returns: nothing while a fact without which it is none has not arrived, and for what is said about a record
  ///   of another scope: nobody is asked there whether they may.
  init?(_ notice: RecordKey, _ state: RecordState) {
    guard let about = state.reference(ConflictSettlementField.about), about.scope == notice.scope,
      let head = state.heads[ConflictSettlementField.about]?.first,
      let field = state.integer(ConflictSettlementField.field).flatMap(UInt32.init(exactly:)),
      let account = state.reference(ConflictSettlementField.account),
      let decidedAt = state.instant(ConflictSettlementField.decidedAt)
    else { return nil }
    self.notice = notice
    self.about = about
    self.field = field
    shown = PackedChanges.unpack(state.bytes(ConflictSettlementField.shown) ?? [])
    chosen = PackedChanges.unpack(state.bytes(ConflictSettlementField.chosen) ?? []).first
    self.account = account.id.named()
    self.decidedAt = decidedAt
    undoes = state.reference(ConflictSettlementField.undoes)
    bundle = head.change.bundle
  }

  static func isNewer(_ a: SettledConflict, _ b: SettledConflict) -> Bool {
    (b.decidedAt, b.notice) < (a.decidedAt, a.notice)
  }
}

extension Replica {
  /// Every conflict of a scope that was settled, the newest first.
  package func settledConflicts(in scope: ScopeID) throws -> [SettledConflict] {
    try records.states(of: .conflictSettlement, in: scope).compactMap { id, state in
      SettledConflict(RecordKey(scope: scope, type: .conflictSettlement, id: id), state)
    }.sorted(by: SettledConflict.isNewer)
  }

  /// Those of every scope that is here, the newest first.
  package func settledConflicts() throws -> [SettledConflict] {
    try records.everywhere(.conflictSettlement).compactMap { SettledConflict($0.key, $0.state) }
      .sorted(by: SettledConflict.isNewer)
  }

  /// - Returns: nothing for what is none.
  package func settledConflict(_ notice: RecordKey) throws -> SettledConflict? {
    guard notice.type == .conflictSettlement else { return nil }
    return try records.state(of: notice).flatMap { SettledConflict(notice, $0) }
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

  /// What a change of a record wrote into a field, as a head would have it.
  /// - Returns: nothing for what is not here, is not in view, or wrote something else.
  package func written(
    _ change: ChangeID, to record: RecordKey, field: UInt32
  ) throws -> RecordState.Head? {
    guard let logged = try log.bundle(change.bundle), logged.inView else { return nil }
    let bundle = try Stored.bundle(logged.envelope).bundle
    guard bundle.header.scope == record.scope, bundle.isReadable,
      bundle.changes.indices.contains(Int(change.index))
    else { return nil }
    let found = bundle.changes[Int(change.index)]
    guard found.type == record.type, found.record == record.id, let value = found[field] else {
      return nil
    }
    return RecordState.Head(change: change, claimedAt: bundle.header.claimedAt, value: value)
  }
}
