package import ConflictFreeRecords
import Fingerprint
package import VisitModel

/// Numbers under which code sets stand in values.
package protocol StoredCodeSet: CodeSet {
  static var setNumber: UInt32 { get }
}

extension Organiser: StoredCodeSet { package static var setNumber: UInt32 { 1 } }
extension VisitMode: StoredCodeSet { package static var setNumber: UInt32 { 2 } }
extension VisitKind: StoredCodeSet { package static var setNumber: UInt32 { 3 } }
extension Topic: StoredCodeSet { package static var setNumber: UInt32 { 4 } }
extension OpinionKind: StoredCodeSet { package static var setNumber: UInt32 { 5 } }
extension Urgency: StoredCodeSet { package static var setNumber: UInt32 { 6 } }
extension Relation: StoredCodeSet { package static var setNumber: UInt32 { 7 } }
extension SatisfactionGrade: StoredCodeSet { package static var setNumber: UInt32 { 8 } }
extension SignatureState: StoredCodeSet { package static var setNumber: UInt32 { 9 } }
extension AttemptOutcome: StoredCodeSet { package static var setNumber: UInt32 { 10 } }
extension AppointmentChannel: StoredCodeSet { package static var setNumber: UInt32 { 11 } }
extension AppointmentState: StoredCodeSet { package static var setNumber: UInt32 { 12 } }
extension UnitKind: StoredCodeSet { package static var setNumber: UInt32 { 13 } }
extension Occupancy: StoredCodeSet { package static var setNumber: UInt32 { 14 } }
extension Role: StoredCodeSet { package static var setNumber: UInt32 { 15 } }
extension EntryKind: StoredCodeSet { package static var setNumber: UInt32 { 16 } }
extension EntryOutcome: StoredCodeSet { package static var setNumber: UInt32 { 17 } }
extension DrawState: StoredCodeSet { package static var setNumber: UInt32 { 18 } }
extension RoundState: StoredCodeSet { package static var setNumber: UInt32 { 19 } }

extension SettlementKind: StoredCodeSet { package static var setNumber: UInt32 { 20 } }

extension Value {
  package static func code(_ member: some StoredCodeSet) -> Value {
    .code(set: type(of: member).setNumber, number: Int32(member.rawValue))
  }

  package static func flag(_ isSet: Bool) -> Value { .integer(isSet ? 1 : 0) }
}

/// Reads the winners of a record's fields as what the catalogue says they are; a value of another
/// kind reads as absent, because a later program may have written it.
extension RecordState {
  package func text(_ field: UInt32) -> String? {
    if case .text(let text)? = winner(field) { text } else { nil }
  }

  package func integer(_ field: UInt32) -> Int? {
    if case .integer(let number)? = winner(field) { Int(exactly: number) } else { nil }
  }

  package func flag(_ field: UInt32) -> Bool { integer(field) == 1 }

  package func instant(_ field: UInt32) -> Instant? {
    if case .instant(let instant)? = winner(field) { instant } else { nil }
  }

  package func date(_ field: UInt32) -> CivilDate? {
    if case .date(let date)? = winner(field) { date } else { nil }
  }

  package func bytes(_ field: UInt32) -> [UInt8]? {
    if case .bytes(let bytes)? = winner(field) { bytes } else { nil }
  }

  package func reference(_ field: UInt32) -> RecordKey? {
    if case .reference(let key)? = winner(field) { key } else { nil }
  }

  package func sealed(_ field: UInt32) -> SealedValue? {
    if case .sealed(let value)? = winner(field) { value } else { nil }
  }

  package func month(_ field: UInt32) -> CivilMonth? {
    if case .integer(let number)? = winner(field) { CivilMonth(number: number) } else { nil }
  }

  package func code<Set: StoredCodeSet>(_ field: UInt32, as _: Set.Type = Set.self) -> Set? {
    guard case .code(let set, let number)? = winner(field), set == Set.setNumber else {
      return nil
    }
    return Set(rawValue: Int(number))
  }
}

/// Collects a record's new field values before they become a change.
package struct RecordEdit: Hashable, Sendable {
  package let type: RecordType
  package let id: RecordID
  package private(set) var fields: [UInt32: Value]

  package init(_ type: RecordType, _ id: RecordID, _ fields: [UInt32: Value?] = [:]) {
    self.type = type
    self.id = id
    self.fields = fields.compactMapValues { $0 }
  }

  package subscript(field: UInt32) -> Value? {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// The change, made on top of what its editor was shown.
  package func change(saw: [ChangeID]) -> Change {
    Change(
      type: type, record: id, saw: saw,
      fields: fields.map { Change.Field(number: $0.key, value: $0.value) })
  }
}

/// Change ids as one bytes value: 32 bytes of the bundle and 4 of the index each, ascending.
package enum PackedChanges {
  package static func pack(_ ids: [ChangeID]) -> [UInt8] {
    var bytes: [UInt8] = []
    for id in ids.sorted() {
      bytes.append(contentsOf: id.bundle.bytes)
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: id.index >> shift))
      }
    }
    return bytes
  }

  /// What does not divide into whole ids reads as none.
  package static func unpack(_ bytes: [UInt8]) -> [ChangeID] {
    guard bytes.count % 36 == 0 else { return [] }
    return stride(from: 0, to: bytes.count, by: 36).compactMap { start in
      BundleID(bytes: bytes[start..<start + 32]).map { bundle in
        ChangeID(
          bundle: bundle,
          index: bytes[start + 32..<start + 36].reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
  }
}

/// Household ids as one bytes value, 16 bytes each, ascending.
package enum PackedRecords {
  package static func pack(_ ids: [RecordID]) -> [UInt8] { ids.sorted().flatMap(\.bytes) }

  package static func unpack(_ bytes: [UInt8]) -> [RecordID] {
    guard bytes.count % 16 == 0 else { return [] }
    return stride(from: 0, to: bytes.count, by: 16).compactMap {
      RecordID(bytes: bytes[$0..<$0 + 16])
    }
  }
}
