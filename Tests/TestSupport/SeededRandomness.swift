package import Fingerprint
import SeededRandom
import Synchronization

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
