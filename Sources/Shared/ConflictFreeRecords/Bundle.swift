package import Fingerprint
package import VisitModel

/// SHA-256 over a bundle's bytes: what was written, and nothing else, decides who it is.
package typealias BundleID = Digest

/// The kind of a record, such as a visit; numbers are never reused.
package struct RecordType: Hashable, Comparable, Sendable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
  package static func < (a: RecordType, b: RecordType) -> Bool { a.number < b.number }
}

/// Scope, type and identifier: the whole name of a record.
package struct RecordKey: Hashable, Comparable, Sendable {
  package let scope: ScopeID
  package let type: RecordType
  package let id: RecordID

  package init(scope: ScopeID, type: RecordType, id: RecordID) {
    self.scope = scope
    self.type = type
    self.id = id
  }

  package static func < (a: RecordKey, b: RecordKey) -> Bool {
    (a.scope, a.type, a.id) < (b.scope, b.type, b.id)
  }
}

/// The place of a change: its bundle and its index in it.
package struct ChangeID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let bundle: BundleID
  package let index: UInt32

  package init(bundle: BundleID, index: UInt32) {
    self.bundle = bundle
    self.index = index
  }

  package static func < (a: ChangeID, b: ChangeID) -> Bool {
    (a.bundle, a.index) < (b.bundle, b.index)
  }

  /// `<64 hexadecimal digits>.<index>`
  package var description: String { "\(bundle).\(index)" }
}

/// One edit of one record: what the editor was shown, and what they wrote.
package struct Change: Hashable, Sendable {
  package let type: RecordType
  package let record: RecordID
  /// The record's frontier that the editor was shown; ascending, no duplicates.
  package let saw: [ChangeID]
  /// Numbered fields, ascending by number, each at most once.
  package let fields: [Field]

  package struct Field: Hashable, Sendable {
    package let number: UInt32
    package let value: Value
    package init(number: UInt32, value: Value) {
      self.number = number
      self.value = value
    }
  }

  package init(type: RecordType, record: RecordID, saw: [ChangeID], fields: [Field]) {
    self.type = type
    self.record = record
    self.saw = saw.sorted()
    self.fields = fields.sorted { $0.number < $1.number }
  }

  package subscript(number: UInt32) -> Value? {
    fields.first { $0.number == number }?.value
  }
}

/// What stands before the changes, frozen for ever: enough to verify, count and relay a bundle whose
/// changes a program cannot read.
package struct BundleHeader: Hashable, Sendable {
  package var formatVersion: UInt32
  package var scope: ScopeID
  /// The key that signs; a device or the office.
  package var device: VerifyingKey
  package var writer: WriterID
  /// Hash of this device's previous envelope (bytes and signature); nothing for its first.
  package var previous: Digest?
  /// The writer's clock: a claim, never a proof.
  package var claimedAt: Instant
  package var zone: ZoneOffset
  package var boot: BootID
  /// Milliseconds of the machine's monotonic clock within `boot`.
  package var monotonicMs: UInt64
  /// Hash of the newest receipt the writer held.
  package var lastReceipt: Digest?
  package var program: String
  package var account: AccountID
  /// Programs that read a lower format must carry this bundle and not interpret it.
  package var lowestReader: UInt32

  package init(
    formatVersion: UInt32 = BundleHeader.currentFormat, scope: ScopeID, device: VerifyingKey,
    writer: WriterID, previous: Digest?, claimedAt: Instant, zone: ZoneOffset, boot: BootID,
    monotonicMs: UInt64, lastReceipt: Digest?, program: String, account: AccountID,
    lowestReader: UInt32 = BundleHeader.currentFormat
  ) {
    self.formatVersion = formatVersion
    self.scope = scope
    self.device = device
    self.writer = writer
    self.previous = previous
    self.claimedAt = claimedAt
    self.zone = zone
    self.boot = boot
    self.monotonicMs = monotonicMs
    self.lastReceipt = lastReceipt
    self.program = program
    self.account = account
    self.lowestReader = lowestReader
  }

  /// The format this program writes and the highest it can interpret.
  package static let currentFormat: UInt32 = 1
}

/// What one person did in one action.
package struct Bundle: Hashable, Sendable {
  package let header: BundleHeader
  package let changes: [Change]

  package init(header: BundleHeader, changes: [Change]) {
    self.header = header
    self.changes = changes
  }

  /// Whether this program may interpret the changes, or must only carry them.
  package var isReadable: Bool { header.lowestReader <= BundleHeader.currentFormat }

  /// The household keys that its sealed texts name.
  package var keysNamed: Set<DataKeyID> {
    var named: Set<DataKeyID> = []
    for change in changes {
      for field in change.fields {
        if case .sealed(let text) = field.value { named.insert(text.keyID) }
      }
    }
    return named
  }
}
