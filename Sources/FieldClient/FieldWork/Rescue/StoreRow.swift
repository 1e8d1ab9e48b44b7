import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel

/// A row of a store that is worth saving, told by its shape: a damaged file no longer says which table a
/// page belongs to.
enum StoreRow {
  case bundle(envelope: [UInt8], receipt: [UInt8]?)
  /// A household key on its way to the office, and the bundle it goes with.
  case key(WrappedKey, bundle: BundleID)
  /// What the laptop knows of itself.
  case fact(name: String, value: [UInt8])

  /// Facts that make a laptop what it is. Writer and installation are not among them: a store that was
  /// put together anew has its own.
  static let facts: Set<String> = [
    "office.signingKey", "office.sealingKey", "office.company", "office.name", "account", "url",
    "authorities", "enrolment", "device", "keysToDrop", "challenge", "tip", "ownCount",
    "lastReceipt", "lastReceiptMs", "lastContact", "lastAttempt", "lastInSync", "clockDifferenceMs",
  ]

  init?(_ values: [SQLitePages.Value]) {
    switch values.count {
    case 15:
      guard let envelope = values[13].bytes else { return nil }
      self = .bundle(envelope: envelope, receipt: values[14].bytes)
    case 7:
      guard let id = values[0].bytes.flatMap(DataKeyID.init(bytes:)),
        let bundle = values[1].bytes.flatMap(BundleID.init(bytes:)),
        let scope = values[2].bytes.flatMap(ScopeID.init(bytes:)),
        let household = values[3].bytes.flatMap(RecordID.init(bytes:)),
        let year = values[4].number, let retentionClass = values[5].number,
        let sealed = values[6].bytes, sealed.count <= 256
      else { return nil }
      self = .key(
        WrappedKey(
          id: id, household: RecordKey(scope: scope, type: .household, id: household),
          year: Int(clamping: year), retentionClass: Int(clamping: retentionClass),
          sealed: sealed), bundle: bundle)
    case 2:
      guard case .text(let bytes) = values[0], let value = values[1].bytes else { return nil }
      let name = String(decoding: bytes, as: UTF8.self)
      guard Self.facts.contains(name) else { return nil }
      self = .fact(name: name, value: value)
    default: return nil
    }
  }
}
