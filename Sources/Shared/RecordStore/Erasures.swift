package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import VisitModel

/// The office's order to destroy keys, which every replica follows: an old backup or a late laptop cannot
/// bring them back.
package struct ErasureOrder: Hashable, Sendable {
  package let record: RecordKey
  package let keys: [DataKeyID]
  package let at: Instant
  package let retentionClass: RetentionClass?
  package let keptUntil: CivilDate?
  package let account: AccountID?
  package let owners: [RecordID]

  init?(_ record: RecordKey, _ state: RecordState) {
    guard let bytes = state.bytes(ErasureField.keys), bytes.count % 16 == 0,
      let at = state.instant(ErasureField.decidedAt)
    else { return nil }
    self.record = record
    keys = stride(from: 0, to: bytes.count, by: 16).compactMap {
      DataKeyID(bytes: bytes[$0..<$0 + 16])
    }
    self.at = at
    retentionClass = state.integer(ErasureField.retentionClass).flatMap(RetentionClass.init)
    keptUntil = state.date(ErasureField.keptUntil)
    account = state.reference(ErasureField.account).map { $0.id.named() }
    owners = state.bytes(ErasureField.records).map(PackedRecords.unpack) ?? []
  }
}

extension Replica {
  /// Every order of a scope.
  package func erasureOrders(in scope: ScopeID) throws -> [ErasureOrder] {
    try records.states(of: .erasure, in: scope).compactMap { id, state in
      ErasureOrder(RecordKey(scope: scope, type: .erasure, id: id), state)
    }
  }
}

extension KeyTable {
  /// A key's place, without the key.
  package struct Entry: Hashable, Sendable {
    package let id: DataKeyID
    package let scope: ScopeID
    package let owner: RecordID
    package let year: Int
    package let retentionClass: Int
  }

  /// Every key there is, without opening one.
  package static func entries(_ connection: any SQLConnection) throws -> [Entry] {
    try connection.rows(
      "SELECT id, scope, household, year, retentionClass FROM householdKey ORDER BY sequence", []
    ) { row in
      guard let id = DataKeyID(bytes: try row.blob(0)), let scope = ScopeID(bytes: try row.blob(1)),
        let owner = RecordID(bytes: try row.blob(2))
      else { throw StoreFault.damaged("a household key") }
      return Entry(
        id: id, scope: scope, owner: owner, year: Int(try row.integer(3)),
        retentionClass: Int(try row.integer(4)))
    }
  }
}

extension OutgoingKeys {
  /// Drops destroyed keys that were to go to the office, or were carried for somebody.
  package func drop(_ ids: some Sequence<DataKeyID>) throws {
    for id in ids {
      for table in ["outgoingKey", "carriedKey"] {
        try connection.run("DELETE FROM \(table) WHERE id = ?", [.blob(id.bytes)])
      }
    }
  }
}
