import ConflictFreeRecords
import Fingerprint
import SeededRandom
import Testing
import VisitModel
import WireFormat

@Suite("A bundle as bytes")
struct BundleCodecTests {
  @Test("reads back every kind of value as it was written", arguments: ValueSample.all)
  func everyKind(_ sample: ValueSample) throws {
    let bundle = try Bundle.plain([1: sample.value, 200: .integer(1)])
    let bytes = try BundleCodec.encode(bundle)
    #expect(try BundleCodec.decode(bytes) == bundle)
  }

  @Test("is what the written specification says, byte for byte", arguments: ValueSample.all)
  func specification(_ sample: ValueSample) throws {
    let bundle = try Bundle.plain([1: sample.value])
    #expect(try BundleCodec.encode(bundle) == bytesByHand(bundle))
  }

  @Test("reads back random bundles of many changes", arguments: UInt64(0)..<40)
  func random(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var changes: [Change] = []
    for number in 0..<UInt64(1 + random.below(20)) {
      var fields: [UInt32: Value] = [:]
      for _ in 0...random.below(6) {
        fields[UInt32(random.below(300))] =
          ValueSample.all[random.below(ValueSample.all.count)].value
      }
      var saw: Set<ChangeID> = []
      for _ in 0..<random.below(4) {
        saw.insert(
          ChangeID(bundle: digest(UInt8(random.below(256))), index: UInt32(random.below(9))))
      }
      changes.append(.plain(fields, record: number, saw: saw.sorted()))
    }
    var header = BundleHeader.plain(by: try signingKey(2).verifyingKey, previous: digest(3))
    header.lastReceipt = digest(4)
    let bundle = Bundle(header: header, changes: changes)
    let bytes = try BundleCodec.encode(bundle)
    #expect(bytes == bytesByHand(bundle))
    #expect(try BundleCodec.decode(bytes) == bundle)
    let envelope = try HandEnvelope(signing: bytes, with: signingKey(2)).bytes
    for limit in 0...changes.count + 1 {
      let opening = try BundleOpening(stored: envelope, changes: limit)
      #expect(opening.header == header)
      #expect(opening.changes == Array(bundle.changes.prefix(limit)))
    }
  }

  @Test("is read no further than its first changes, where somebody wants no more")
  func opening() throws {
    let key = try signingKey(1)
    let bytes = ProtoWriter { out in
      out.raw(bytesByHand(Bundle(header: .plain(by: key.verifyingKey), changes: [.plain()])))
      out.message(2) { $0.blob(2, [1, 2, 3]) }
    }.bytes
    let envelope = try HandEnvelope(signing: bytes, with: key).bytes
    #expect(try BundleOpening(stored: envelope, changes: 1).changes == [.plain()])
    #expect(throws: WireFault.malformed("a record id")) {
      try BundleOpening(stored: envelope, changes: 2)
    }
    let broken = ProtoWriter { out in
      out.raw(bytesByHand(Bundle(header: .plain(by: key.verifyingKey), changes: [])))
      out.blob(2, [0xFF])
    }.bytes
    for (bytes, flaw) in [([0xFF], "not a bundle"), ([], "header"), (broken, "not a change")] {
      let envelope = try HandEnvelope(signing: bytes, with: key).bytes
      #expect(throws: WireFault.malformed(flaw)) {
        try BundleOpening(stored: envelope, changes: 1)
      }
    }
    #expect(throws: WireFault.malformed("not a bundle")) {
      try BundleOpening(stored: [0xFF], changes: 1)
    }
  }

  @Test("keeps a header at the ends of its ranges", arguments: [-1080, 0, 1080])
  func header(_ zone: Int) throws {
    var header = BundleHeader.plain(by: try signingKey(1).verifyingKey, previous: digest(1))
    header.formatVersion = .max
    header.writer = WriterID(.max)
    header.claimedAt = Instant(
      millisecondsSince1970: zone < 0 ? Instant.earliestMs : Instant.latestMs)
    header.zone = try #require(ZoneOffset(minutes: zone))
    header.monotonicMs = .max
    header.lastReceipt = digest(2)
    header.program = String(repeating: "p", count: 64)
    let bundle = Bundle(header: header, changes: [.plain()])
    #expect(try BundleCodec.decode(BundleCodec.encode(bundle)) == bundle)
  }

  @Test("is kept as first written, although this program would write it otherwise")
  func asWritten() throws {
    let bundle = try Bundle.plain()
    let key = try signingKey(1)
    let known = bytesByHand(bundle)
    // A field that a later program may add: number 200, the text "later".
    let later = ProtoWriter { $0.text(200, "later") }.bytes
    let written = known + later
    let envelope = try HandEnvelope(signing: written, with: key)
    let verified = try Verification.single(envelope.bytes)
    #expect(verified.bundle == bundle)
    #expect(verified.envelope == envelope.bytes)
    #expect(verified.id == envelope.id)
    #expect(verified.link == envelope.link)
    #expect(bundleIdentity(written) == envelope.id)
    #expect(bundleIdentity(known) != envelope.id)
    #expect(try BundleCodec.encode(verified.bundle) == known)
    #expect(try Verification.stored(envelope.bytes) == verified)
  }

  @Test("of a later reader keeps its header and is given no changes")
  func laterReader() throws {
    let key = try signingKey(1)
    var header = BundleHeader.plain(by: key.verifyingKey, previous: digest(7))
    header.lowestReader = BundleHeader.currentFormat + 1
    // Changes whose record id this program could not read.
    let strange = ProtoWriter { out in
      out.raw(bytesByHand(Bundle(header: header, changes: [])))
      out.message(2) { $0.blob(2, [1, 2, 3]) }
    }.bytes
    for bytes in [bytesByHand(Bundle(header: header, changes: [.plain()])), strange] {
      let read = try BundleCodec.decode(bytes)
      #expect(read == Bundle(header: header, changes: []))
      #expect(!read.isReadable)
      let envelope = try HandEnvelope(signing: bytes, with: key)
      let verified = try Verification.single(envelope.bytes)
      #expect(verified.id == envelope.id)
      #expect(verified.envelope == envelope.bytes)
      let opening = try BundleOpening(stored: envelope.bytes, changes: 9)
      #expect(opening.header == header && opening.changes.isEmpty)
      #expect(throws: WireFault.badSignature) {
        try Verification.single(envelope.forged().bytes)
      }
    }
    // The same bytes for a reader of today are refused.
    header.lowestReader = BundleHeader.currentFormat
    let today = ProtoWriter { out in
      out.raw(bytesByHand(Bundle(header: header, changes: [])))
      out.message(2) { $0.blob(2, [1, 2, 3]) }
    }.bytes
    #expect(throws: WireFault.malformed("a record id")) { try BundleCodec.decode(today) }
  }

  @Test("that is no bundle is refused, with a word about what it is not")
  func garbage() {
    #expect(throws: WireFault.malformed("not a bundle")) { try BundleCodec.decode([0xFF]) }
    #expect(throws: WireFault.malformed("header")) { try BundleCodec.decode([]) }
    let large = [UInt8](repeating: 0, count: Bounds.bundleBytesMax + 1)
    #expect(throws: WireFault.tooLarge(limit: Bounds.bundleBytesMax)) {
      try BundleCodec.decode(large)
    }
  }
}
