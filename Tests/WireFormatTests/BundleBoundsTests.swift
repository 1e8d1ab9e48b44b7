import ConflictFreeRecords
import Fingerprint
import Testing
import VisitModel
import WireFormat

/// A bundle at a bound or one over it, and the word with which it is refused.
struct BoundRow: Sendable, CustomTestStringConvertible {
  let claim: String
  let flaw: String?
  let build: @Sendable () throws -> Bundle
  var testDescription: String { claim }

  init(_ claim: String, _ flaw: String? = nil, _ build: @escaping @Sendable () throws -> Bundle) {
    self.claim = claim
    self.flaw = flaw
    self.build = build
  }

  private static func bundle(_ changes: [Change]) throws -> Bundle {
    Bundle(header: .plain(by: try signingKey(1).verifyingKey), changes: changes)
  }

  private static func changes(_ count: Int) -> [Change] {
    (0..<count).map { .plain(record: UInt64($0)) }
  }

  private static func change(fields count: Int) -> Change {
    Change(
      type: RecordType(1), record: recordID(1), saw: [],
      fields: (0..<count).map { Change.Field(number: UInt32($0), value: .integer(0)) })
  }

  private static func change(saw indices: [Int]) -> Change {
    .plain(saw: indices.map { ChangeID(bundle: digest(1), index: UInt32($0)) })
  }

  private static func program(_ text: String) throws -> Bundle {
    var header = BundleHeader.plain(by: try signingKey(1).verifyingKey)
    header.program = text
    return Bundle(header: header, changes: [.plain()])
  }

  private static func version(_ number: UInt32) throws -> Bundle {
    var header = BundleHeader.plain(by: try signingKey(1).verifyingKey)
    header.formatVersion = number
    return Bundle(header: header, changes: [.plain()])
  }

  static let all: [BoundRow] = [
    BoundRow("one change") { try bundle(changes(1)) },
    BoundRow("no change", "no change") { try bundle([]) },
    BoundRow("4,096 changes") { try bundle(changes(4096)) },
    BoundRow("4,097 changes", "too many changes") { try bundle(changes(4097)) },
    BoundRow("256 fields") { try bundle([change(fields: 256)]) },
    BoundRow("257 fields", "too many fields or ancestors") { try bundle([change(fields: 257)]) },
    BoundRow("no fields", "a change without fields") { try bundle([change(fields: 0)]) },
    BoundRow("1,024 ancestors") { try bundle([change(saw: Array(0..<1024))]) },
    BoundRow("1,025 ancestors", "too many fields or ancestors") {
      try bundle([change(saw: Array(0..<1025))])
    },
    BoundRow("an ancestor twice", "an ancestor twice") { try bundle([change(saw: [3, 4, 3])]) },
    BoundRow("two changes to two records") { try bundle(changes(2)) },
    BoundRow("two changes to one record", "two changes to one record") {
      try bundle([.plain([1: .integer(1)]), .plain([2: .integer(2)])])
    },
    BoundRow("two records of one id and two types") {
      try bundle([.plain(), change(fields: 1)])
    },
    BoundRow("a field twice", "field 7 twice") {
      try bundle([
        Change(
          type: RecordType(1), record: recordID(1), saw: [],
          fields: [7, 8, 7].map { Change.Field(number: $0, value: .integer(0)) })
      ])
    },
    BoundRow("a program's name of 64 bytes") {
      try program(String(repeating: "走", count: 21) + "!")
    },
    BoundRow("a program's name of 65 bytes", "program name too long") {
      try program(String(repeating: "走", count: 21) + "!!")
    },
    BoundRow("format version 1") { try version(1) },
    BoundRow("format version 0", "format version 0") { try version(0) },
  ]
}

/// A value as raw bytes, and whether a reader may take it.
struct ValueBound: Sendable, CustomTestStringConvertible {
  let claim: String
  let isAccepted: Bool
  let bytes: [UInt8]
  var testDescription: String { claim }

  init(_ claim: String, accepted: Bool, _ build: (inout ProtoWriter) -> Void) {
    self.claim = claim
    isAccepted = accepted
    bytes = ProtoWriter(build).bytes
  }

  private static func sealed(
    _ claim: String, accepted: Bool, key: Int = 16, nonce: Int = 12, text: Int = 16, tag: Int = 16
  ) -> ValueBound {
    ValueBound(claim, accepted: accepted) {
      $0.message(10) {
        for (field, count) in zip(UInt64(1)..., [key, nonce, text, tag]) {
          $0.blob(field, Array(repeating: 1, count: count))
        }
      }
    }
  }

  private static func note(
    _ claim: String, accepted: Bool, nonce: Int = 12, text: Int = 16, readers: Int = 1,
    hash: Int = 32, wrap: Int = 80
  ) -> ValueBound {
    ValueBound(claim, accepted: accepted) {
      $0.message(11) {
        $0.blob(1, Array(repeating: 1, count: nonce))
        $0.blob(2, Array(repeating: 1, count: text))
        for _ in 0..<readers {
          $0.message(3) {
            $0.blob(1, Array(repeating: 1, count: hash))
            $0.blob(2, Array(repeating: 1, count: wrap))
          }
        }
      }
    }
  }

  private static func file(
    _ claim: String, accepted: Bool, hash: Int = 32, size: Int64 = 0, type: Int = 1
  ) -> ValueBound {
    ValueBound(claim, accepted: accepted) {
      $0.message(9) {
        $0.blob(1, Array(repeating: 1, count: hash))
        $0.number(2, UInt64(bitPattern: size))
        $0.text(3, String(repeating: "m", count: type))
      }
    }
  }

  private static func reference(
    _ claim: String, accepted: Bool, scope: Int = 16, record: Int = 16
  ) -> ValueBound {
    ValueBound(claim, accepted: accepted) {
      $0.message(7) {
        $0.blob(1, Array(repeating: 1, count: scope))
        $0.number(2, 4)
        $0.blob(3, Array(repeating: 1, count: record))
      }
    }
  }

  static let all: [ValueBound] = [
    ValueBound("no value at all", accepted: false) { _ in },
    ValueBound("a scale of 18", accepted: true) { $0.message(3) { $0.number(2, 18) } },
    ValueBound("a scale of 19", accepted: false) { $0.message(3) { $0.number(2, 19) } },
    ValueBound("the last day of 9999", accepted: true) { $0.signedAlways(5, 2_932_896) },
    ValueBound("the day after it", accepted: false) { $0.signedAlways(5, 2_932_897) },
    ValueBound("the first day of the year 1", accepted: true) { $0.signedAlways(5, -719_162) },
    ValueBound("the day before it", accepted: false) { $0.signedAlways(5, -719_163) },
    ValueBound("the last millisecond of the calendar", accepted: true) {
      $0.signedAlways(4, Instant.latestMs)
    },
    ValueBound("the millisecond after it", accepted: false) {
      $0.signedAlways(4, Instant.latestMs + 1)
    },
    ValueBound("the end of 64 bits", accepted: false) { $0.signedAlways(4, .max) },
    ValueBound("the first millisecond of the calendar", accepted: true) {
      $0.signedAlways(4, Instant.earliestMs)
    },
    ValueBound("the millisecond before it", accepted: false) {
      $0.signedAlways(4, Instant.earliestMs - 1)
    },
    ValueBound("the beginning of 64 bits", accepted: false) { $0.signedAlways(4, .min) },
    ValueBound("text that is no UTF-8", accepted: false) { $0.blob(1, [0xC3, 0x28]) },
    reference("a reference", accepted: true),
    reference("a reference into a scope of 15 bytes", accepted: false, scope: 15),
    reference("a reference to a record of 17 bytes", accepted: false, record: 17),
    file("a media type of 128 bytes", accepted: true, type: 128),
    file("a media type of 129 bytes", accepted: false, type: 129),
    file("an attachment of less than nothing", accepted: false, size: -1),
    file("an attachment with a hash of 31 bytes", accepted: false, hash: 31),
    sealed("the shortest sealed text", accepted: true),
    sealed("a sealed text with a key's name of 15 bytes", accepted: false, key: 15),
    sealed("a sealed text with a nonce of 11 bytes", accepted: false, nonce: 11),
    sealed("a sealed text with a nonce of 13 bytes", accepted: false, nonce: 13),
    sealed("a sealed text shorter than its tag", accepted: false, text: 15),
    sealed("a sealed text with an equality tag of 15 bytes", accepted: false, tag: 15),
    note("a note to one reader", accepted: true),
    note("a note to nobody", accepted: false, readers: 0),
    note("a note to 64 readers", accepted: true, readers: 64),
    note("a note to 65 readers", accepted: false, readers: 65),
    note("a note with a nonce of 11 bytes", accepted: false, nonce: 11),
    note("a note shorter than its tag", accepted: false, text: 15),
    note("a note with a reader's hash of 31 bytes", accepted: false, hash: 31),
    note("a note with a wrap of 79 bytes", accepted: false, wrap: 79),
    note("a note with a wrap of 81 bytes", accepted: false, wrap: 81),
  ]
}

@Suite("A bundle at its bounds")
struct BundleBoundsTests {
  @Test("is written and read up to the bound, and neither beyond it", arguments: BoundRow.all)
  func bound(_ row: BoundRow) throws {
    let bundle = try row.build()
    let bytes = bytesByHand(bundle)
    if let flaw = row.flaw {
      #expect(throws: WireFault.malformed(flaw)) { try BundleCodec.encode(bundle) }
      #expect(throws: WireFault.malformed(flaw)) { try BundleCodec.decode(bytes) }
      #expect(throws: WireFault.malformed(flaw)) {
        try Signing.sign(bundle, with: signingKey(1))
      }
    } else {
      #expect(try BundleCodec.encode(bundle) == bytes)
      #expect(try BundleCodec.decode(bytes) == bundle)
    }
  }

  @Test(
    "holds values up to their bounds, and no reader takes one beyond", arguments: ValueBound.all)
  func value(_ row: ValueBound) throws {
    let bundle = try Bundle.plain([1: .unknown(row.bytes)])
    let bytes = bytesByHand(bundle)
    if row.isAccepted {
      #expect(try BundleCodec.decode(bytes).changes.count == 1)
    } else {
      #expect(throws: WireFault.self) { try BundleCodec.decode(bytes) }
      let envelope = try HandEnvelope(signing: bytes, with: signingKey(1))
      #expect(throws: WireFault.self) { try Verification.single(envelope.bytes) }
    }
  }

  @Test(
    "is not claimed to be written outside the calendar",
    arguments: [
      (Instant.latestMs, true), (Instant.latestMs + 1, false), (Int64.max, false),
      (Instant.earliestMs, true), (Instant.earliestMs - 1, false), (Int64.min, false),
    ])
  func claimedAt(_ milliseconds: Int64, _ isAccepted: Bool) throws {
    // Of a scalar that comes twice the last counts, in a second piece of the header too.
    let bytes = ProtoWriter { out in
      out.message(1) { $0.signed(6, milliseconds) }
    }.bytes
    let bundle = bytesByHand(try Bundle.plain()) + bytes
    if isAccepted {
      let read = try BundleCodec.decode(bundle)
      #expect(read.header.claimedAt.millisecondsSince1970 == milliseconds)
    } else {
      #expect(throws: WireFault.malformed("a time outside the calendar")) {
        try BundleCodec.decode(bundle)
      }
    }
  }

  @Test("may be 256 KiB and not a byte more")
  func size() throws {
    // Between 16 KiB and 2 MiB the lengths inside take three bytes each, so the rest is constant.
    let overhead = try BundleCodec.encode(sized(200_000)).count - 200_000
    let largest = try sized(Bounds.bundleBytesMax - overhead)
    let bytes = try BundleCodec.encode(largest)
    #expect(bytes.count == Bounds.bundleBytesMax)
    #expect(try BundleCodec.decode(bytes) == largest)
    let signed = try Signing.sign(largest, with: signingKey(1))
    #expect(try Verification.single(signed.envelope) == signed)

    let fault = WireFault.tooLarge(limit: Bounds.bundleBytesMax)
    let tooLarge = try sized(Bounds.bundleBytesMax - overhead + 1)
    #expect(throws: fault) { try BundleCodec.encode(tooLarge) }
    let written = bytesByHand(tooLarge)
    #expect(written.count == Bounds.bundleBytesMax + 1)
    #expect(throws: fault) { try BundleCodec.decode(written) }
    let envelope = try HandEnvelope(signing: written, with: signingKey(1))
    #expect(throws: fault) { try Verification.single(envelope.bytes) }
  }

  @Test("does not get a signature when it holds a value that no reader takes")
  func unsigned() throws {
    let invalid: [Value] = [
      .decimal(units: 1, scale: 19), ValueSample.confidential(recipients: 65),
      .attachment(
        ConflictFreeRecords.Attachment(hash: digest(1), size: -1, mediaType: "image/png")),
      .sealed(
        SealedValue(
          keyID: DataKeyID(high: 0, low: 1), nonce: [], ciphertext: [], equalityTag: [])),
    ]
    for value in invalid {
      let bundle = try Bundle.plain([1: value])
      #expect(throws: WireFault.self) { try Signing.sign(bundle, with: signingKey(1)) }
    }
  }

  private func sized(_ count: Int) throws -> Bundle {
    try Bundle.plain([1: .bytes(Array(repeating: 0xA5, count: count))])
  }
}
