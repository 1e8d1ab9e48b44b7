import ConflictFreeRecords
import Fingerprint
import SeededRandom
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("An export file")
struct ExportFileTests {
  private struct Told {
    var head: ExportFile.Head?
    var enrolments: [[UInt8]] = []
    var bundles: [Int: [UInt8]] = [:]
    var keys = 0
    var keysOf: [Int: [WrappedKey]] = [:]
    var damaged: [Int] = []
    var missing: [ClosedRange<Int>] = []
    var end: SetDigest?
    var cut: Int?
    var malformedKeys: [Int] = []
    var doubtfulKeys: [Int] = []
    var doubtful: [ClosedRange<Int>?] = []
  }

  private func bundles(_ count: Int, seed: UInt64, bytes: Int = 3000) -> [PushedBundle] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let envelope = (0..<1 + random.below(bytes)).map { _ in
        UInt8(truncatingIfNeeded: random.next())
      }
      let keys = (0..<random.below(3)).map { key in
        WrappedKey(
          id: DataKeyID(high: UInt64(number), low: UInt64(key)),
          household: RecordKey(scope: site, type: RecordType(4), id: recordID(1)), year: 2026,
          retentionClass: 1, sealed: Array(repeating: UInt8(key), count: 80))
      }
      return PushedBundle(envelope: envelope, keys: keys)
    }
  }

  private func head() throws -> ExportFile.Head {
    ExportFile.Head(
      office: try signingKey(9).verifyingKey, company: site, officeName: "金茂物业",
      writtenAt: Instant(millisecondsSince1970: 1_790_000_000_000))
  }

  private func file(_ bundles: [PushedBundle]) throws -> [UInt8] {
    var writer = ExportWriter(try head())
    var bytes = try writer.add(enrolment: [1, 2, 3])
    for bundle in bundles { bytes += try writer.add(bundle) }
    return bytes + (try writer.finish())
  }

  private func told(_ bytes: [UInt8], piece: Int = 65_536) throws -> Told {
    var told = Told()
    func take(_ item: ExportFile.Item) {
      switch item {
      case .head(let head): told.head = head
      case .enrolment(_, let envelope): told.enrolments.append(envelope)
      case .bundle(let number, let bundle):
        told.bundles[number] = bundle.envelope
        told.keys += bundle.keys.count
        told.keysOf[number] = bundle.keys
      case .damaged(let number): told.damaged.append(number)
      case .missing(let numbers): told.missing.append(numbers)
      case .end(let digest): told.end = digest
      case .cut(let number): told.cut = number
      case .malformedKeys(let number, _): told.malformedKeys.append(number)
      case .doubtfulKeys(let number, _): told.doubtfulKeys.append(number)
      case .doubtful(let numbers): told.doubtful.append(numbers)
      }
    }
    var reader = try ExportReader()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.feed(Array(bytes[start..<min(start + piece, bytes.count)]), take)
    }
    reader.finish(take)
    return told
  }

  @Test(
    "gives back what was put in, whatever the pieces it is read in",
    arguments: [1, 7, 100, 65_536, 1 << 20])
  func roundTrip(_ piece: Int) throws {
    let bundles = bundles(300, seed: 1)
    let found = try told(try file(bundles), piece: piece)
    #expect(try found.head == head())
    #expect(found.enrolments == [[1, 2, 3]])
    #expect(found.bundles.count == 300)
    for (index, bundle) in bundles.enumerated() {
      #expect(found.bundles[index + 2] == bundle.envelope)
    }
    #expect(found.keys == bundles.reduce(0) { $0 + $1.keys.count })
    #expect(found.end == SetDigest(bundles.map { Verification.identity($0.envelope) }))
    #expect(found.cut == nil && found.damaged.isEmpty && found.missing.isEmpty)
    #expect(found.malformedKeys.isEmpty && found.doubtfulKeys.isEmpty && found.doubtful.isEmpty)
  }

  @Test("of nothing is whole")
  func empty() throws {
    let found = try told(try file([]))
    #expect(found.end == .empty)
    #expect(found.cut == nil)
  }

  @Test("that is cut anywhere says so and gives nothing false", arguments: UInt64(0)..<20)
  func cut(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bundles = bundles(120, seed: seed)
    let whole = try file(bundles)
    let found = try told(Array(whole.prefix(random.below(whole.count))))
    #expect(found.cut != nil)
    #expect(found.end == nil)
    #expect(found.doubtful.count <= 1)
    for (number, envelope) in found.bundles { #expect(bundles[number - 2].envelope == envelope) }
  }

  @Test("with a damaged place names what is lost and gives all the rest", arguments: UInt64(0)..<60)
  func damage(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bundles = bundles(400, seed: seed)
    var bytes = try file(bundles)
    for _ in 0..<1 + random.below(3) {
      bytes[random.below(bytes.count)] ^= UInt8(1 + random.below(255))
    }
    let found = try told(bytes)
    #expect(!found.doubtful.isEmpty)
    // At most the members that were hit are lost, of about 130 kB each.
    #expect(found.bundles.count > 100)
    let named = Set(found.damaged).union(found.missing.flatMap { Array($0) })
    let intact = found.bundles.filter {
      bundles.indices.contains($0.key - 2) && bundles[$0.key - 2].envelope == $0.value
    }
    if let cut = found.cut {
      #expect(cut <= bundles.count + 2)
    } else {
      for index in bundles.indices where intact[index + 2] == nil {
        // Named, or there with other bytes, which its signature tells.
        #expect(named.contains(index + 2) || found.bundles[index + 2] != nil)
      }
    }
  }

  @Test("with a damaged place gives no household key changed", arguments: UInt64(0)..<60)
  func damagedKeys(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Small envelopes: most of the bytes are keys, whose years and households are worth nothing false.
    let bundles = bundles(2000, seed: seed, bytes: 40)
    var bytes = try file(bundles)
    for _ in 0..<1 + random.below(3) {
      bytes[random.below(bytes.count)] ^= UInt8(1 + random.below(255))
    }
    let found = try told(bytes)
    for (number, keys) in found.keysOf where !keys.isEmpty {
      #expect(bundles[number - 2].keys == keys, "seed \(seed), frame \(number)")
    }
  }

  @Test("that is none at all has not even a first frame", arguments: UInt64(0)..<20)
  func noise(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let noise = (0..<10_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let other = try Gzip.compress(noise)
    for bytes in [[], noise, other] {
      let found = try told(bytes)
      #expect(found.cut == 0)
      #expect(found.bundles.isEmpty)
    }
  }
}
