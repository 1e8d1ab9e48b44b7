import Fingerprint
import SeededRandom
import Testing

@Suite("A signature that was made or found valid before")
struct RememberedSignaturesTests {
  private struct Case {
    let key: VerifyingKey
    let message: [UInt8]
    let signature: [UInt8]
    let isGenuine: Bool
  }

  /// Genuine ones, each also under another key, over another message, with a bit turned, and cut.
  private func made(_ random: inout SplitMix64) throws -> [Case] {
    let keys = try (1...2).map { try #require(SigningKey(seed: Array(repeating: $0, count: 32))) }
    var all: [Case] = []
    for message in [[], Array("one".utf8), Array("two".utf8)] {
      for (number, key) in keys.enumerated() {
        let signature = try key.signature(for: message)
        var turned = signature
        turned[random.below(64)] ^= 1 << UInt8(random.below(8))
        let own = key.verifyingKey
        all += [
          Case(key: own, message: message, signature: signature, isGenuine: true),
          Case(
            key: keys[1 - number].verifyingKey, message: message, signature: signature,
            isGenuine: false),
          Case(key: own, message: message + [0], signature: signature, isGenuine: false),
          Case(key: own, message: message, signature: turned, isGenuine: false),
          Case(
            key: own, message: message, signature: Array(signature.prefix(63)), isGenuine: false),
        ]
      }
    }
    return all
  }

  @Test(
    "is valid where it is without a memory, and nowhere else, whatever was asked in between",
    arguments: UInt64(0)..<20, [false, true])
  func same(_ seed: UInt64, _ signsInPlace: Bool) throws {
    var random = SplitMix64(seed: seed)
    let remembered = RememberedSignatures()
    let signing: RememberedSignatures? = signsInPlace ? remembered : nil
    let cases: [Case] = try RememberedSignatures.$inPlace.withValue(signing) {
      try made(&random)
    }
    for _ in 0..<200 {
      let one = cases[random.below(cases.count)]
      let isValid: Bool = RememberedSignatures.$inPlace.withValue(remembered) {
        one.key.isValid(one.signature, for: one.message)
      }
      #expect(isValid == one.isGenuine)
      #expect(one.key.isValid(one.signature, for: one.message) == one.isGenuine)
    }
  }
}
