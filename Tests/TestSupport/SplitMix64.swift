package import Fingerprint
import Synchronization

/// SplitMix64 (Steele, Lea & Flood 2014): a small generator whose seed replays a run.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Randomness {
  /// Bytes that follow from a seed alone.
  package static func seeded(_ seed: UInt64) -> Randomness {
    let generator = SharedGenerator(seed)
    return Randomness { generator.bytes($0) }
  }
}

private final class SharedGenerator: Sendable {
  private let state: Mutex<SplitMix64>

  init(_ seed: UInt64) { state = Mutex(SplitMix64(seed: seed)) }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { generator in
      (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
  }
}
