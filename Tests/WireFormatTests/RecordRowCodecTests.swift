import ConflictFreeRecords
import Fingerprint
import SeededRandom
import Testing
import VisitModel
import WireFormat

@Suite("A record's row")
struct RecordRowCodecTests {
  private static func change(_ number: UInt8) -> ChangeID {
    ChangeID(bundle: digest(number), index: UInt32(number))
  }

  /// A record in which two people wrote every kind of value without knowing of each other.
  private static let full: RecordState = {
    let (early, first, second) = (change(1), change(2), change(3))
    var heads: [UInt32: [RecordState.Head]] = [:]
    for (index, sample) in ValueSample.all.enumerated() {
      let head = RecordState.Head(
        change: second, claimedAt: Instant(millisecondsSince1970: -1), value: sample.value)
      let other = RecordState.Head(
        change: first, claimedAt: Instant(millisecondsSince1970: Instant.latestMs),
        value: .integer(Int64(index)))
      heads[UInt32(index * 1000)] = index % 2 == 0 ? [head] : [head, other]
    }
    return RecordState(
      changes: [early, first, second].sorted(), frontier: [first, second].sorted(), heads: heads,
      missing: [change(4)])
  }()

  @Test("comes back as it was, with every kind of value", arguments: ValueSample.all)
  func kinds(_ sample: ValueSample) throws {
    let head = RecordState.Head(
      change: Self.change(5), claimedAt: Instant(millisecondsSince1970: 7), value: sample.value)
    let state = RecordState(
      changes: [Self.change(5)], frontier: [Self.change(5)], heads: [.max: [head]], missing: [])
    #expect(try RecordRowCodec.decode(RecordRowCodec.encode(state)) == state)
  }

  @Test("comes back as it was, with parallel edits, missing history and nothing at all")
  func whole() throws {
    for state in [Self.full, .empty] {
      #expect(try RecordRowCodec.decode(RecordRowCodec.encode(state)) == state)
    }
  }

  @Test("names each change in full once, however many fields it wrote")
  func size() throws {
    let head = RecordState.Head(
      change: Self.change(5), claimedAt: Instant(millisecondsSince1970: 7), value: .integer(1))
    func row(_ fields: UInt32) throws -> Int {
      let heads = Dictionary(uniqueKeysWithValues: (1...fields).map { ($0, [head]) })
      return try RecordRowCodec.encode(
        RecordState(
          changes: [Self.change(5)], frontier: [Self.change(5)], heads: heads, missing: [])
      ).count
    }
    #expect(try row(11) - row(10) < 32)
  }

  @Test("that a head names a change which is not the record's is never written")
  func stranger() {
    let head = RecordState.Head(
      change: Self.change(6), claimedAt: Instant(millisecondsSince1970: 7), value: .integer(1))
    let state = RecordState(
      changes: [Self.change(5)], frontier: [Self.change(5)], heads: [1: [head]], missing: [])
    #expect(throws: WireFault.self) { try RecordRowCodec.encode(state) }
  }

  @Test("cut anywhere, or with anything after it, is malformed")
  func cut() throws {
    let bytes = try RecordRowCodec.encode(Self.full)
    for count in bytes.indices {
      #expect(throws: WireFault.self) { try RecordRowCodec.decode(Array(bytes.prefix(count))) }
    }
    #expect(throws: WireFault.self) { try RecordRowCodec.decode(bytes + [0]) }
  }

  @Test("with any bytes changed is malformed or another record, never a crash", arguments: 0..<20)
  func damaged(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let whole = try RecordRowCodec.encode(Self.full)
    var refused = 0
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0...random.below(3) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      do { _ = try RecordRowCodec.decode(bytes) } catch { refused += 1 }
    }
    #expect(refused > 0)
  }
}
