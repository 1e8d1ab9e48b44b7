import Fingerprint
import Testing

private struct ScryptCase: Decodable, Sendable {
  let count: Int
  let password: String
  let salt: String
  let n: Int
  let r: Int
  let p: Int
  let length: Int
  let derivedKey: HexBytes
}

@Suite("A key of a passphrase")
struct PassphraseKeyTests {
  @Test("is what RFC 7914's vectors say, where their parameters are within the bounds")
  func vectors() throws {
    let cases: [ScryptCase] = try OutsideVectors.read("scrypt.json")
    var derived = 0
    var refused = 0
    for one in cases {
      #expect(one.length == 64)
      #expect(one.n.nonzeroBitCount == 1)
      let cost = PassphraseCost(
        logRounds: one.n.trailingZeroBitCount, blockSize: one.r, parallelism: one.p)
      guard let cost else {
        // Sixteen rounds are too few, a gibibyte is too much.
        #expect(one.n == 16 || one.n == 1 << 20, "case \(one.count)")
        refused += 1
        continue
      }
      let key = try PassphraseKey.derive(
        from: Array(one.password.utf8), salt: Array(one.salt.utf8), cost: cost)
      // Ours are 32 bytes long: the beginning of any longer output.
      #expect(key.bytes == Array(one.derivedKey.bytes.prefix(32)), "case \(one.count)")
      derived += 1
    }
    #expect(derived == 2)
    #expect(refused == 2)
  }

  @Test("differs with passphrase, salt and cost, and needs the first two")
  func parts() throws {
    let salt = Array("0123456789abcdef".utf8)
    let other = try #require(PassphraseCost(logRounds: 11, blockSize: 8, parallelism: 1))
    let keys = [
      try PassphraseKey.derive(from: [1], salt: salt, cost: .least),
      try PassphraseKey.derive(from: [2], salt: salt, cost: .least),
      try PassphraseKey.derive(from: [1], salt: salt.reversed(), cost: .least),
      try PassphraseKey.derive(from: [1], salt: salt, cost: other),
    ]
    #expect(Set(keys).count == 4)
    #expect(
      try PassphraseKey.derive(from: [1], salt: salt, cost: .least) == keys[0])
    #expect(throws: SealingFailure.malformedKey) {
      try PassphraseKey.derive(from: [], salt: salt, cost: .least)
    }
    #expect(throws: SealingFailure.malformedKey) {
      try PassphraseKey.derive(from: [1], salt: [], cost: .least)
    }
  }
}

@Suite("The cost of a guess")
struct PassphraseCostTests {
  @Test("is by default 128 MiB and 2^17 rounds, and survives being written")
  func standard() {
    let cost = PassphraseCost.standard
    #expect(cost.bytes == [17, 8, 1])
    #expect(PassphraseCost(bytes: cost.bytes) == cost)
    #expect(PassphraseCost(bytes: PassphraseCost.least.bytes) == .least)
  }

  @Test(
    "is refused outside the bounds, whoever wrote it",
    arguments: [
      [9, 8, 1], [21, 8, 1], [255, 8, 1], [17, 0, 1], [17, 17, 1], [17, 255, 1], [17, 8, 0],
      [17, 8, 17], [17, 8, 255], [17, 8], [17, 8, 1, 0], [], [0, 0, 0], [255, 255, 255],
      // Each in its bounds, together too much memory, or too much work.
      [19, 8, 1], [20, 16, 16], [18, 16, 1],
    ] as [[UInt8]])
  func refused(bytes: [UInt8]) {
    #expect(PassphraseCost(bytes: bytes) == nil)
  }

  @Test(
    "is taken at the bounds",
    arguments: [[10, 1, 1], [10, 16, 16], [18, 8, 1], [20, 2, 1], [17, 16, 1]] as [[UInt8]])
  func taken(bytes: [UInt8]) {
    #expect(PassphraseCost(bytes: bytes)?.bytes == bytes)
  }
}
