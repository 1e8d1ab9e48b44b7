import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import Wording

// What people at the office write about what they were shown.

extension Office {
  /// Publishes edits in a scope.
  /// - Throws: `OfficeFault.refused` (F-saw) where one would write over a field that holds two values:
  ///   two decisions that do not know of each other are a conflict, and nobody settles it in passing.
  func publishSeen(
    _ edits: [RecordEdit], in scope: ScopeID, by account: AccountID, on replica: Replica
  ) throws {
    for edit in edits {
      let record = RecordKey(scope: scope, type: edit.type, id: edit.id)
      guard let state = try replica.records.state(of: record),
        let field = state.questions(of: edit.type).first(where: { edit[$0] != nil })
      else { continue }
      throw OfficeFault.refused(
        rule: "F-saw", why: Message(.conflictUnseen, [edit.type.name, "\(field)"]),
        cure: Message(.conflictUnseenCure, [String(edit.id.description.prefix(8))]))
    }
    try publish(edits, in: scope, by: account, on: replica)
  }

  /// - Throws: `OfficeFault.refused` (F-saw) when a record has changes that were not shown.
  func requireShown(_ record: RecordKey, _ saw: [ChangeID], on replica: Replica) throws {
    let frontier = try replica.frontier(of: record)
    guard saw.sorted() == frontier else {
      throw OfficeFault.refused(
        rule: "F-saw", why: Message(.sawIsStale, ["\(frontier.count)"]),
        cure: Message(.sawIsStaleCure))
    }
  }

  /// A text sealed into a field of a record; nothing without a text or a key.
  func sealedText(
    _ text: String?, _ key: HouseholdKey?, in record: RecordKey, _ field: UInt32
  ) throws -> Value? {
    guard let text, let key else { return nil }
    return try SealedText.seal(
      text, under: key.key, id: key.id,
      nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: record, field: field)
  }
}
