import ConflictFreeRecords
import Fingerprint
import SeededRandom
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("A damaged envelope")
struct EnvelopeDamageTests {
  private func envelope() throws -> HandEnvelope {
    var device = try Device(1)
    _ = try device.write("first")
    return try device.write("second")
  }

  @Test("cut at any byte is refused")
  func truncated() throws {
    let whole = try envelope().bytes
    #expect(try Verification.single(whole).envelope == whole)
    var accepted: [Int] = []
    for count in whole.indices {
      let cut = Array(whole.prefix(count))
      if (try? Verification.single(cut)) != nil { accepted.append(count) }
    }
    #expect(accepted == [])
  }

  @Test("with any single bit turned is refused")
  func flipped() throws {
    let genuine = try envelope()
    var accepted: [String] = []
    for index in genuine.bytes.indices {
      for bit in 0..<8 {
        var damaged = genuine.bytes
        damaged[index] ^= 1 << UInt8(bit)
        if (try? Verification.single(damaged)) != nil { accepted.append("\(index).\(bit)") }
      }
    }
    #expect(accepted == [])
  }

  @Test("with bytes behind it is never another bundle", arguments: UInt64(0)..<200)
  func appended(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let genuine = try envelope()
    let tail = (0..<1 + random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    guard let read = try? Verification.single(genuine.bytes + tail) else { return }
    #expect(read.id == genuine.id)
    #expect(read.link == genuine.link)
  }

  @Test("still has a name under which its fault can be told")
  func identity() throws {
    let genuine = try envelope()
    #expect(Verification.identity(genuine.bytes) == genuine.id)
    #expect(Verification.identity(genuine.forged().bytes) == genuine.id)
    #expect(Verification.identity([0xFF]) == bundleIdentity([0xFF]))
  }
}

/// A reader of bytes from outside, and the content it vouches for, if it accepts them.
struct Reader: Sendable, CustomTestStringConvertible {
  let name: String
  /// Bytes that it accepts.
  let genuine: [UInt8]
  /// What a signature covers of the bytes, or nothing if they are refused.
  let content: @Sendable ([UInt8]) -> [UInt8]?
  /// Whether a signature stands over the content.
  let isSigned: Bool
  var testDescription: String { name }

  private init(
    signed name: String, _ genuine: [UInt8], _ content: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) {
    self.name = name
    self.genuine = genuine
    self.content = content
    isSigned = true
  }

  private init<Message: Sendable>(
    _ name: String, _ genuine: [UInt8], _ read: @escaping @Sendable ([UInt8]) throws -> Message
  ) {
    self.name = name
    self.genuine = genuine
    content = { bytes in (try? read(bytes)).map { _ in [] } }
    isSigned = false
  }

  static func all() throws -> [Reader] {
    let key = try signingKey(1)
    let office = key.verifyingKey
    let envelope = try Device(1).draft("hello").bytes
    return try [
      Reader(signed: "Verification.single", envelope) {
        (try? Verification.single($0))?.id.bytes
      },
      Reader(signed: "ReceiptCodec", ReceiptCodec.sign(MessageSamples.receipt, with: key)) {
        (try? ReceiptCodec.open($0, office: office))?.bundle.bytes
      },
      Reader(
        signed: "SignedRequest",
        SignedRequest.encode(
          path: "/v1/sync", body: [1, 2, 3], challenge: MessageSamples.challenge,
          enrolment: envelope, key: key)
      ) { bytes in
        (try? SignedRequest(path: "/v1/sync", bytes)).map {
          $0.body + $0.challenge + $0.device.bytes
        }
      },
      Reader(
        signed: "SignedResponse",
        SignedResponse.encode(path: "/v1/sync", request: [1, 2, 3], body: [4, 5, 6], key: key)
      ) { try? SignedResponse.open(path: "/v1/sync", request: [1, 2, 3], $0, office: office) },
      Reader("SyncCodec, request", SyncCodec.encode(MessageSamples.syncRequest)) {
        try SyncCodec.decodeRequest($0)
      },
      Reader("SyncCodec, response", SyncCodec.encode(MessageSamples.syncResponse)) {
        try SyncCodec.decodeResponse($0)
      },
      Reader("RepairCodec, offer", RepairCodec.encode(MessageSamples.haveRequest)) {
        try RepairCodec.decodeHaveRequest($0)
      },
      Reader("RepairCodec, wanted", RepairCodec.encode(MessageSamples.haveResponse)) {
        try RepairCodec.decodeHaveResponse($0)
      },
      Reader(
        "RepairCodec, keys asked", RepairCodec.encodeKeysRequest(MessageSamples.keyCursors)
      ) { try RepairCodec.decodeKeysRequest($0) },
      Reader("RepairCodec, keys given", RepairCodec.encode(MessageSamples.keysResponse)) {
        try RepairCodec.decodeKeysResponse($0)
      },
      Reader("RepairCodec, key list", RepairCodec.encodeKeyList(MessageSamples.keyList())) {
        try RepairCodec.decodeKeyList($0)
      },
      Reader("EnrolCodec, request", EnrolCodec.encodeRequest((id: [1], sealed: [2]))) {
        try EnrolCodec.decodeRequest($0)
      },
      Reader("EnrolCodec, secret", EnrolCodec.encode(MessageSamples.enrolSecret())) {
        try EnrolCodec.decodeSecret($0)
      },
      Reader("EnrolCodec, response", EnrolCodec.encode(MessageSamples.enrolResponse(.enrolled))) {
        try EnrolCodec.decodeResponse($0)
      },
      Reader("BundleCodec", bytesByHand(Bundle.plain())) { try BundleCodec.decode($0) },
      Reader("Gzip", Gzip.compress(Array("hello hello hello".utf8))) {
        try Gzip.decompress($0, limit: 65_536)
      },
    ]
  }
}

@Suite("A reader of bytes from outside")
struct ReaderTests {
  @Test(
    "ends in peace on 2,000 runs of random bytes, and believes none", arguments: try Reader.all())
  func random(_ reader: Reader) {
    var believed: [UInt64] = []
    for seed in UInt64(0)..<2000 {
      var random = SplitMix64(seed: seed)
      let count = random.below(4097)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count + 8)
      while bytes.count < count {
        withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) }
      }
      if reader.content(Array(bytes.prefix(count))) != nil, reader.isSigned {
        believed.append(seed)
      }
    }
    #expect(believed == [])
  }

  @Test(
    "ends in peace on 500 damaged messages, and believes no content but the signed one",
    arguments: try Reader.all())
  func damaged(_ reader: Reader) {
    let expected = reader.content(reader.genuine)
    #expect(expected != nil)
    var deceived: [UInt64] = []
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      var bytes = reader.genuine
      for _ in 0...random.below(4) { Self.damage(&bytes, &random) }
      if let content = reader.content(bytes), reader.isSigned, content != expected {
        deceived.append(seed)
      }
    }
    #expect(deceived == [])
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    if bytes.isEmpty { return }
    let place = random.below(bytes.count)
    switch random.below(5) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
    default: bytes.append(contentsOf: bytes[place...].prefix(20))
    }
  }
}
