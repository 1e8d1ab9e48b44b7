import ConflictFreeRecords
import Fingerprint
import RecordStore
import Testing
import VisitModel
import WireFormat

@Suite("Bundles")
struct BundleVectorTests {
  @Test("are signed by keys that follow from their seeds, and that people can compare")
  func keys() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    #expect(Set(file.keys.keys) == ["office", "deviceA", "deviceB"])
    for (name, key) in file.keys {
      #expect(try key.seed.signingKey().verifyingKey == key.public, "\(name)")
      #expect(key.public.fingerprint == key.fingerprint, "\(name)")
    }
  }

  @Test("have the ids, links and headers of the vectors, alone and on a signed page")
  func headers() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    file.bundles.check { one in
      let bundle = try Verification.single(one.envelope.bytes)
      #expect(bundle.id == one.id, "\(one.name)")
      #expect(bundle.link == one.link, "\(one.name)")
      #expect(bundle.envelope == one.envelope.bytes, "\(one.name)")
      #expect(bundle.bundle.header == (try one.expectedHeader()), "\(one.name)")
      #expect(bundle.bundle.isReadable == one.readable, "\(one.name)")
      #expect(try Verification.onSignedPage(one.envelope.bytes) == bundle, "\(one.name)")
      #expect(try Verification.stored(one.envelope.bytes) == bundle, "\(one.name)")
      #expect(Verification.identity(one.envelope.bytes) == one.id, "\(one.name)")
    }
    #expect(Set(file.bundles.all.map(\.readable)) == [true, false])
  }

  @Test("hold the changes and values of the vectors, or none where only a later program reads them")
  func changes() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    file.bundles.check { one in
      let changes = try Verification.single(one.envelope.bytes).bundle.changes
      #expect(changes.count == one.changes.count, "\(one.name)")
      #expect(one.changes.isEmpty != one.readable, "\(one.name)")
      for (change, expected) in zip(changes, one.changes) {
        #expect(change.type.number == expected.type, "\(one.name)")
        #expect(change.record == expected.record, "\(one.name)")
        #expect(change.saw == expected.saw, "\(one.name)")
        #expect(change.fields.map(\.number) == expected.fields.map(\.number), "\(one.name)")
        for (field, wanted) in zip(change.fields, expected.fields) {
          #expect(
            utf8(ValueText.json(field.value)) == utf8(wanted.value),
            "\(one.name), field \(field.number): \(wanted.value)")
        }
      }
    }
  }

  /// Vectors whose bytes no writer of this format would choose.
  private static let unusual: Set<String> = [
    "unknown protobuf fields in every message", "another encoding of the same protobuf",
    "ancestors and fields out of order: accepted, read in order",
  ]

  @Test("are written by this program with the same bytes, but for spellings it only reads")
  func writing() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    var written = 0
    file.bundles.check { one in
      guard one.readable else { return }
      let bundle = try Verification.single(one.envelope.bytes).bundle
      let bytes = try BundleCodec.encode(bundle)
      #expect(try BundleCodec.decode(bytes) == bundle, "\(one.name)")
      let key = try #require(file.keys.values.first { $0.public == one.device }, "\(one.name)")
      let signed = try Signing.sign(bundle, with: try key.seed.signingKey())
      #expect(signed.bundle == bundle, "\(one.name)")
      #expect(signed.id == bundleIdentity(bytes), "\(one.name)")
      #expect((signed.id == one.id) != Self.unusual.contains(one.name), "\(one.name)")
      written += 1
    }
    #expect(Self.unusual.isSubset(of: file.bundles.all.map(\.name)))
    #expect(written > Self.unusual.count)
  }

  @Test("with a fault are refused for the fault of the vectors")
  func faults() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    file.faults.check { one in
      let found = FaultClass.met { () throws(WireFault) in
        _ = try Verification.single(one.envelope.bytes)
      }
      #expect(found == one.fault, "\(one.name)")
      // Where the office has checked the signatures, only the bytes decide.
      let onPage = FaultClass.met { () throws(WireFault) in
        _ = try Verification.onSignedPage(one.envelope.bytes)
      }
      #expect(onPage == (one.fault == .badSignature ? nil : one.fault), "\(one.name)")
    }
    #expect(Set(file.faults.all.map(\.fault)) == [.malformed, .badSignature])
  }

  @Test("are taken up to the largest size and not beyond")
  func large() throws {
    let file: BundleFile = try VectorFile.read("bundles")
    file.large.check { one in
      let envelope = try one.pieces.flatMap { try $0.bytes() }
      #expect(envelope.count == one.bytes, "\(one.name)")
      #expect(Verification.identity(envelope) == one.id, "\(one.name)")
      let found = FaultClass.met { () throws(WireFault) in
        let bundle = try Verification.single(envelope)
        #expect(bundle.id == one.id, "\(one.name)")
      }
      #expect(found == one.fault, "\(one.name)")
    }
    #expect(Set(file.large.all.map(\.fault)) == [nil, .tooLarge])
  }
}

extension BundleFile.Good {
  fileprivate func expectedHeader() throws -> BundleHeader {
    let claimedAt = Instant(millisecondsSince1970: header.claimedAtMs)
    #expect(claimedAt.millisecondsSince1970 == header.claimedAtMs, "\(name)")
    return BundleHeader(
      formatVersion: header.formatVersion, scope: scope, device: device,
      writer: WriterID(header.writer.value), previous: header.previous, claimedAt: claimedAt,
      zone: try #require(ZoneOffset(minutes: header.zoneMinutes)), boot: header.boot,
      monotonicMs: header.monotonicMs, lastReceipt: header.lastReceipt, program: header.program,
      account: header.account, lowestReader: header.lowestReader)
  }
}

extension BundleFile.Piece {
  fileprivate func bytes() throws -> [UInt8] {
    if let hex { return hex.bytes }
    let repeated = try #require(byte)
    #expect(repeated.bytes.count == 1)
    return Array(repeating: try #require(repeated.bytes.first), count: try #require(count))
  }
}
