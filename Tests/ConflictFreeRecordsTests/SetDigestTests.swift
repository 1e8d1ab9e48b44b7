import ConflictFreeRecords
import Fingerprint
import SeededRandom
import Testing

/// Two ids and the sum they must give, as four words, most significant first.
struct Addition: Sendable, CustomTestStringConvertible {
  let claim: String
  let a: Digest
  let b: Digest
  let sum: Digest
  var testDescription: String { claim }

  init(_ claim: String, _ a: [UInt64], _ b: [UInt64], _ sum: [UInt64]) {
    self.claim = claim
    self.a = Self.digest(a)
    self.b = Self.digest(b)
    self.sum = Self.digest(sum)
  }

  private static func digest(_ words: [UInt64]) -> Digest {
    Digest(words: (words[0], words[1], words[2], words[3]))
  }
}

private func randomID(_ random: inout SplitMix64) -> Digest {
  Digest(words: (random.next(), random.next(), random.next(), random.next()))
}

private let top = UInt64.max

@Suite("The digest of a set")
struct SetDigestTests {
  @Test(
    "adds ids as numbers of 256 bits",
    arguments: [
      Addition("without a carry", [1, 2, 3, 4], [5, 6, 7, 8], [6, 8, 10, 12]),
      Addition("a carry into the third word", [0, 0, 0, top], [0, 0, 0, 1], [0, 0, 1, 0]),
      Addition("a carry through two words", [0, 0, top, top], [0, 0, 0, 1], [0, 1, 0, 0]),
      Addition("a carry through three words", [0, top, top, top], [0, 0, 0, 1], [1, 0, 0, 0]),
      Addition("a carry into a word that is full", [0, 0, 0, top], [0, 0, top, 1], [0, 1, 0, 0]),
      Addition("a carry with a carry", [0, 0, 1, top], [0, 0, top, 1], [0, 1, 1, 0]),
      Addition("the sum 2^256 is zero", [top, top, top, top], [0, 0, 0, 1], [0, 0, 0, 0]),
      Addition(
        "twice the greatest id", [top, top, top, top], [top, top, top, top],
        [top, top, top, top - 1]),
      Addition("two halves of 2^256", [1 << 63, 0, 0, 0], [1 << 63, 0, 0, 0], [0, 0, 0, 0]),
    ])
  func addition(_ row: Addition) {
    for (first, second) in [(row.a, row.b), (row.b, row.a)] {
      var digest = SetDigest.empty
      digest.insert(first)
      digest.insert(second)
      #expect(digest == SetDigest(count: 2, sum: row.sum))
    }
  }

  @Test("tells sets of another size apart even where their sums wrap to the same")
  func count() {
    let wrapped = SetDigest(
      [Digest(words: (.max, .max, .max, .max)), Digest(words: (0, 0, 0, 1))])
    #expect(wrapped.sum == SetDigest.empty.sum)
    #expect(wrapped != .empty)
    #expect(wrapped.count == 2)
  }

  @Test("does not depend on the order", arguments: UInt64(0)..<50)
  func order(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let ids = (0..<40).map { _ in randomID(&random) }
    let expected = SetDigest(ids)
    let shuffled = ids.shuffled(using: &random)
    #expect(SetDigest(shuffled) == expected)
    #expect(SetDigest(ids.sorted()) == expected)
    #expect(expected.count == 40)
    #expect(SetDigest(ids.dropLast()) != expected)
  }

  @Test("without a bundle taken out is that of the set without it", arguments: UInt64(50)..<70)
  func removal(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let ids = (0..<12).map { _ in randomID(&random) }
    for index in ids.indices {
      var digest = SetDigest(ids)
      digest.remove(ids[index])
      var others = ids
      others.remove(at: index)
      #expect(digest == SetDigest(others))
    }
  }

  @Test(
    "comes back to nothing when its only bundle is taken out, whichever that is",
    arguments: [
      Digest.zero, Digest(words: (0, 0, 0, 1)), Digest(words: (0, 0, 0, top)),
      Digest(words: (1, 0, 0, 0)), Digest(words: (top, top, top, top)),
    ])
  func onlyOne(_ id: Digest) {
    var digest = SetDigest.empty
    digest.insert(id)
    digest.remove(id)
    #expect(digest == .empty)
  }

  @Test("is the sum that schooldays' addition gives, digit by digit", arguments: UInt64(0)..<50)
  func byHand(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var digest = SetDigest.empty
    var sum = [UInt8](repeating: 0, count: 32)
    for _ in 0..<30 {
      let id = randomID(&random)
      digest.insert(id)
      var carry = 0
      for place in sum.indices.reversed() {
        let digit = Int(sum[place]) + Int(id.bytes[place]) + carry
        sum[place] = UInt8(digit % 256)
        carry = digit / 256
      }
    }
    #expect(digest.sum.bytes == sum)
  }

  @Test("reads as the count and 64 hexadecimal digits")
  func text() {
    let digest = SetDigest([Digest(words: (0, 0, 0, 255)), Digest(words: (1 << 60, 0, 0, 1))])
    #expect(digest.description == "2:1" + String(repeating: "0", count: 60) + "100")
    #expect(SetDigest.empty.description == "0:" + String(repeating: "0", count: 64))
  }
}
