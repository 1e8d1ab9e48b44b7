import Foundation
import FuzzTargets
import SeededRandom
import Testing

@Suite("What the fuzzer found and kept")
struct CorpusTests {
  /// The corpora stand beside these sources.
  private static func corpus(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Corpus/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  @Test("breaks no promise when it is played again", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) throws {
    let inputs = try Self.corpus(target)
    #expect(inputs.count >= 5)
    var harness = try target.makeHarness()
    for (name, bytes) in inputs {
      do { try harness.take(bytes) } catch { Issue.record("\(target) \(name): \(error)") }
    }
    try harness.settle()
  }

  @Test("breaks none with bytes changed, cut and spliced at random", arguments: FuzzTarget.allCases)
  func damaged(_ target: FuzzTarget) throws {
    let inputs = try Self.corpus(target).map(\.bytes).filter { !$0.isEmpty }
    try #require(!inputs.isEmpty)
    var random = SplitMix64(seed: 20_261_129)
    var harness = try target.makeHarness()
    for number in 0..<300 {
      let bytes = Self.damage(inputs, &random)
      do { try harness.take(bytes) } catch {
        Issue.record("\(target) \(number): \(error) \(bytes)")
      }
      if number % 64 == 63 { try harness.settle() }
    }
    try harness.settle()
  }

  private static func damage(_ inputs: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = inputs[random.below(inputs.count)]
    switch random.below(4) {
    case 0: bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
    case 1: bytes.removeLast(random.below(bytes.count))
    case 2:
      let other = inputs[random.below(inputs.count)]
      bytes = bytes.prefix(random.below(bytes.count + 1)) + other.suffix(random.below(other.count))
    default: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count))
    }
    return bytes
  }
}
