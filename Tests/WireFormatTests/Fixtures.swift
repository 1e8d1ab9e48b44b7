import ConflictFreeRecords
import Fingerprint
import Testing
import VisitModel

let site = ScopeID(high: 0x51, low: 1)

func recordID(_ number: UInt64) -> RecordID { RecordID(high: 0x4E, low: number) }

func signingKey(_ number: UInt8) throws -> SigningKey {
  try #require(SigningKey(seed: Array(repeating: number, count: 32)))
}

func digest(_ number: UInt8) -> Digest { Digest(sha256: [number]) }

extension BundleHeader {
  /// A header with nothing unusual about it.
  static func plain(by device: VerifyingKey, previous: Digest? = nil) -> BundleHeader {
    BundleHeader(
      scope: site, device: device, writer: WriterID(0x0102_0304_0506_0708), previous: previous,
      claimedAt: Instant(millisecondsSince1970: 1_790_000_000_000), zone: .china,
      boot: BootID(high: 3, low: 4), monotonicMs: 5000, lastReceipt: nil, program: "test/1",
      account: AccountID(high: 5, low: 6))
  }
}

extension Bundle {
  /// One change of one record, by the device with key 1.
  static func plain(_ fields: [UInt32: Value] = [1: .text("hello")]) throws -> Bundle {
    Bundle(
      header: .plain(by: try signingKey(1).verifyingKey), changes: [.plain(fields)])
  }
}

extension Change {
  static func plain(
    _ fields: [UInt32: Value] = [1: .integer(1)], record number: UInt64 = 1, saw: [ChangeID] = []
  ) -> Change {
    Change(
      type: RecordType(15), record: recordID(number), saw: saw,
      fields: fields.map { Change.Field(number: $0.key, value: $0.value) })
  }
}

/// A device that writes one bundle after the other, each naming the envelope before it.
struct Device {
  let key: SigningKey
  private var previous: Digest?

  init(_ number: UInt8) throws { key = try signingKey(number) }

  /// The next envelope of its chain, properly signed.
  mutating func write(_ text: String) throws -> HandEnvelope {
    let envelope = try draft(text)
    previous = envelope.link
    return envelope
  }

  /// The next envelope of its chain under a signature nobody made; the chain goes on from it.
  mutating func writeForged(_ text: String) throws -> HandEnvelope {
    let envelope = try draft(text).forged()
    previous = envelope.link
    return envelope
  }

  /// What it would write next, leaving the chain where it is.
  func draft(_ text: String) throws -> HandEnvelope {
    try draft(text, after: previous)
  }

  func draft(_ text: String, after previous: Digest?) throws -> HandEnvelope {
    let bundle = Bundle(
      header: .plain(by: key.verifyingKey, previous: previous),
      changes: [.plain([1: .text(text)])])
    return try HandEnvelope(signing: bytesByHand(bundle), with: key)
  }
}
