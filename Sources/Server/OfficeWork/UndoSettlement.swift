package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// A conflict that was settled, with every value that was shown then, and whether it can be undone.
package struct SettledView: Sendable {
  package enum Standing: Hashable, Sendable {
    /// The value that was taken still stands alone.
    case standing
    case undone(by: RecordKey)
    /// Somebody wrote the field since: undoing would write over what they wrote.
    case overtaken
  }

  package let settled: SettledConflict
  package let siteName: String
  package let zone: ZoneOffset
  /// Every value that was shown and is here, what came first at the head.
  package let sides: [OpenConflict.Side]
  package let standing: Standing
  /// The value that stands now, if it is one.
  package let present: RecordState.Head?
  /// The frontier of the record.
  package let saw: [ChangeID]

  /// What can be put in the place of the value that stands: each other value once, by the change that wrote it
  /// first.
  package var restorable: [OpenConflict.Side] {
    guard let present else { return [] }
    var found: [OpenConflict.Side] = []
    for side in sides
    where !side.head.value.holdsSame(as: present.value)
      && !found.contains(where: { $0.head.value.holdsSame(as: side.head.value) })
    {
      found.append(side)
    }
    return found
  }
}

extension Office {
  /// Every settled conflict of what a reader may see, the newest first.
  /// - Parameter isSeen: whether a scope is theirs to see.
  package func settledConflicts(
    in isSeen: (ScopeID) -> Bool, for reader: Person, on replica: Replica
  ) throws -> [SettledConflict] {
    try replica.settledConflicts()
      .filter { try isSeen($0.about.scope) && mayRead($0.about, reader, on: replica) }
  }

  /// - Returns: nothing for what is none.
  package func settledView(
    _ notice: RecordKey, on replica: Replica
  ) throws -> SettledView? {
    guard let settled = try replica.settledConflict(notice) else { return nil }
    let site = try SiteView(replica, notice.scope).facts()
    let zone = site?.zone ?? environment.zone
    let state = try replica.records.state(of: settled.about) ?? .empty
    let sides = try settled.shown.compactMap { change in
      try replica.written(change, to: settled.about, field: settled.field).map {
        try side($0, settled.about, settled.field, zone, on: replica)
      }
    }
    // In the order in which they came, as people remember it; by names, which are random, only where they came at once.
    .sorted { ($0.storedAt, $0.head.change) < ($1.storedAt, $1.head.change) }
    let heads = state.heads[settled.field] ?? []
    var standing = SettledView.Standing.overtaken
    if heads.count == 1, heads[0].change.bundle == settled.bundle {
      standing = .standing
    } else if let later = try replica.settledConflicts(in: notice.scope)
      .first(where: { $0.undoes == notice })
    {
      standing = .undone(by: later.notice)
    }
    return SettledView(
      settled: settled, siteName: site?.name ?? name, zone: zone, sides: sides,
      standing: standing, present: heads.count == 1 ? heads.first : nil, saw: state.frontier)
  }

  /// Undoes the settlement of a conflict: puts another of the values that were shown in the place of the one
  /// that was taken, as a settlement of its own that sees it, with a notice to everybody concerned, whoever had
  /// settled it among them. Nothing is taken out of the log, and an undoing can be undone.
  ///
  /// - Parameters:
  ///   - change: whose value is to stand.
  ///   - saw: the frontier of the record that was shown.
  /// - Throws: `OfficeFault.refused` with F-role for somebody who may not settle it, with F-saw where the record
  ///   has changes that were not shown, or the value that was taken stands no longer; `.failed` for what is no
  ///   settlement, and for a value that was none of it.
  package func undoSettlement(
    _ notice: RecordKey, restoring change: ChangeID, saw: [ChangeID], by account: AccountID
  ) throws {
    try write { replica in
      guard let view = try settledView(notice, on: replica) else {
        throw OfficeFault.failed(Message(.undoNothing))
      }
      let record = view.settled.about
      guard let person = try self.person(account, on: replica) else {
        throw Self.roleRefusal(record)
      }
      try requireDecider(person)
      guard Self.maySettle(record, person), try mayRead(record, person, on: replica) else {
        throw Self.roleRefusal(record)
      }
      guard view.standing == .standing, let present = view.present else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.undoOvertaken), cure: Message(.undoOvertakenCure))
      }
      guard let restored = view.restorable.first(where: { $0.head.change == change })?.head else {
        throw OfficeFault.failed(Message(.undoNoSuchValue))
      }
      let state = try replica.records.state(of: record) ?? .empty
      let edit = RecordEdit(record.type, record.id, [view.settled.field: restored.value])
      guard try mayChoose(edit.change(saw: saw), in: record, state, person, on: replica) else {
        throw Self.roleRefusal(record)
      }
      try requireShown(record, saw, on: replica)
      try publish(
        ConflictSettling.undoing(
          view.settled, standing: present, restoring: restored,
          notice: RecordID(prefixOf: environment.randomness.bytes(16)),
          by: accountKey(account), at: now),
        in: record.scope, saw: [record.id: saw], by: account, on: replica)
    }
  }
}
