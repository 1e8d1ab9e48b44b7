package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
import RecordStore
package import SyncProtocol
import VisitModel

/// A household key made on this laptop, on its way into both databases.
package struct NewHouseholdKey: Sendable {
  package let key: HouseholdKey
  package let wrapped: WrappedKey
}

extension EnrolledLaptop {
  func wrapped(_ key: HouseholdKey, of household: RecordKey) throws -> NewHouseholdKey {
    NewHouseholdKey(
      key: key,
      wrapped: WrappedKey(
        id: key.id, household: household, year: key.year, retentionClass: key.retentionClass,
        sealed: try office.sealingKey.seal(
          key.key.bytes, info: KeyWrap.toOffice, context: key.id.bytes)))
  }
}

extension Laptop {
  /// The key for a household's texts of a year, made here if the laptop knows none.
  ///
  /// The key is in the key database, synced, before the bundle that uses it is written: a crash in
  /// between leaves a key that nothing uses, never a text that nothing opens. A key left so is
  /// handed to the office with the next bundle that uses it.
  package func householdKey(
    _ household: RecordKey, year: Int, _ retentionClass: RetentionClass
  ) throws -> (key: HouseholdKey, new: NewHouseholdKey?) {
    let known = try environment.keyDatabase.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      let key = try table.key(
        of: household.id, in: household.scope, year: year,
        retentionClass: retentionClass.rawValue)
      return try key.map { ($0, try table.isMadeHere($0.id)) }
    }
    if let (key, isMadeHere) = known {
      let isOnItsWay = try environment.database.read { try OutgoingKeys($0).contains(key.id) }
      return (key, isMadeHere && !isOnItsWay ? try wrapped(key, of: household) : nil)
    }
    guard let key = DataKey(bytes: environment.randomness.bytes(DataKey.byteCount)) else {
      throw SealingFailure.malformedKey
    }
    let made = HouseholdKey(
      id: DataKeyID(prefixOf: environment.randomness.bytes(16)), household: household.id,
      year: year, retentionClass: retentionClass.rawValue, key: key)
    try environment.keyDatabase.write { connection in
      try KeyTable(connection, storeKey: secrets.storeKey).add(
        made, of: household.scope, isMadeHere: true,
        nonce: environment.randomness.bytes(DataKey.nonceByteCount))
    }
    return (made, try wrapped(made, of: household))
  }

  /// Seals a text into a field of a record.
  package func seal(
    _ text: String, under key: HouseholdKey, in record: RecordKey, field: UInt32
  ) throws -> Value {
    try SealedText.seal(
      text, under: key.key, id: key.id,
      nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: record, field: field)
  }

  /// Opens a sealed value.
  /// - Returns: nothing while the key has not arrived, after it was destroyed, and for a value that
  ///   cannot be opened: one damaged text must not keep a whole list from being shown.
  package func open(_ value: SealedValue, in record: RecordKey, field: UInt32) throws -> String? {
    do {
      let key = try environment.keyDatabase.read { connection in
        try KeyTable(connection, storeKey: secrets.storeKey).key(value.keyID)
      }
      guard let key else { return nil }
      return try SealedText.open(value, with: key.key, record: record, field: field)
    } catch is SealingFailure { return nil }
  }
}
