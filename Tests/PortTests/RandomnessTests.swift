import Fingerprint
import TestSupport
import Testing

/// Where random bytes come from.
enum Chance: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case system, seeded

  var testDescription: String { rawValue }

  func randomness() -> Randomness {
    switch self {
    case .system: .system
    case .seeded: .seeded(7)
    }
  }
}

@Suite("A source of random bytes")
struct RandomnessPortTests {
  @Test("gives as many as were asked for", arguments: Chance.allCases)
  func count(_ chance: Chance) {
    let randomness = chance.randomness()
    for count in [0, 1, 7, 8, 32, 128, 100_000] {
      #expect(randomness.bytes(count).count == count)
    }
  }

  @Test("gives no 16 bytes twice, to many who ask at once", arguments: Chance.allCases)
  func apart(_ chance: Chance) async {
    let randomness = chance.randomness()
    let all = await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).map { _ in randomness.bytes(16) } }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.formUnion($1) }
    }
    #expect(all.count == 4000)
  }

  @Test("gives every byte about equally often", arguments: Chance.allCases)
  func even(_ chance: Chance) {
    var counts = [Int](repeating: 0, count: 256)
    for byte in chance.randomness().bytes(256_000) { counts[Int(byte)] += 1 }
    // 1,000 of each are expected; 10 standard deviations are 316.
    #expect(counts.allSatisfy { (680...1320).contains($0) }, "\(counts)")
  }

  @Test("gives words of eight of its bytes, the first byte highest")
  func word() {
    #expect(Randomness { Array(1...UInt8($0)) }.word() == 0x0102_0304_0506_0708)
    let one = Randomness.seeded(3)
    let other = Randomness.seeded(3)
    for _ in 0..<100 {
      #expect(one.word() == other.bytes(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  @Test("that is seeded tells one story for one seed and another for the next")
  func seeded() {
    #expect(Randomness.seeded(1).bytes(64) == Randomness.seeded(1).bytes(64))
    #expect(Randomness.seeded(1).bytes(64) != Randomness.seeded(2).bytes(64))
  }
}
