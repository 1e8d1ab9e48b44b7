import Fingerprint
import SeededRandom
import Testing

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("A digest")
struct DigestTests {
  @Test(
    "of content is plain SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func plain(_ text: String, _ expected: String) {
    #expect(Digest(sha256: bytes(text)).description == expected)
  }

  @Test("for a purpose is SHA-256 of the tag, a zero byte and the parts")
  func domain() {
    let digest = Digest(domain: "rounds bundle v1", bytes("abc"))
    #expect(
      digest.description == "d902573a7bd296b6bc6e97c1360a9302da3147cc6796ba607319daed45470cae")
    #expect(digest == Digest(sha256: bytes("rounds bundle v1") + [0] + bytes("abc")))
  }

  @Test("for one purpose is never that for another, nor that of the bare content")
  func domainsDiffer() {
    let content = bytes("abc")
    let digests = [
      Digest(domain: "rounds bundle v1", content), Digest(domain: "rounds envelope v1", content),
      Digest(domain: "rounds bundle v2", content), Digest(domain: "", content),
      Digest(sha256: content),
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test("cannot be had by moving letters from the tag to the content")
  func tagEnds() {
    #expect(Digest(domain: "ab", bytes("c")) != Digest(domain: "a", bytes("bc")))
    #expect(Digest(domain: "abc") != Digest(domain: "ab", bytes("c")))
  }

  @Test("takes its parts as one, so that parts of open length must be told apart before")
  func parts() {
    let whole = Digest(domain: "x", [1, 2, 3])
    #expect(Digest(domain: "x", [1], [2, 3]) == whole)
    #expect(Digest(domain: "x", [1, 2], [], [3]) == whole)
    #expect(Digest(domain: "x", [1], [3, 2]) != whole)
  }

  @Test("reads back from its bytes and its words", arguments: UInt64(0)..<30)
  func forms(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = (random.next(), random.next(), random.next(), random.next())
    let digest = Digest(words: words)
    #expect(digest.bytes.count == 32)
    let read = try #require(Digest(bytes: digest.bytes))
    #expect(read == digest)
    #expect(Digest(words: digest.words) == digest)
    #expect(digest.description == hexText(digest.bytes))
  }

  @Test("is exactly 32 bytes", arguments: [0, 1, 31, 33, 64])
  func length(_ count: Int) {
    #expect(Digest(bytes: [UInt8](repeating: 1, count: count)) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 1, count: 32)) != nil)
    #expect(VerifyingKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
    #expect(SealingPublicKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test("comes before another as its bytes do", arguments: UInt64(0)..<30)
  func order(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Small words, so that all four take part in the comparison.
    let digests = (0..<20).map { _ in
      Digest(
        words: (
          UInt64(random.below(2)), UInt64(random.below(2)), UInt64(random.below(2)), random.next()
        ))
    }
    for a in digests {
      for b in digests {
        #expect((a < b) == a.bytes.lexicographicallyPrecedes(b.bytes), "seed \(seed)")
      }
    }
  }

  @Test("with a key does not depend on how the message is cut")
  func keyedParts() {
    let key = [UInt8](repeating: 7, count: 32)
    let code = KeyedHash.sha256(key: key, [1, 2, 3])
    #expect(KeyedHash.sha256(key: key, [1], [2], [3]) == code)
    #expect(KeyedHash.isValid(code, key: key, message: [1, 2, 3]))
    #expect(!KeyedHash.isValid(code, key: key, message: [1, 2, 4]))
    #expect(!KeyedHash.isValid(code, key: Array(key.reversed().dropLast()), message: [1, 2, 3]))
    #expect(!KeyedHash.isValid(Array(code.dropLast()), key: key, message: [1, 2, 3]))
    #expect(!KeyedHash.isValid([], key: key, message: [1, 2, 3]))
  }
}

@Suite("Randomness")
struct RandomnessTests {
  @Test("is what it was given, and a word is eight bytes of it, the first the greatest")
  func injected() {
    let counting = Randomness { count in (0..<count).map { UInt8($0 + 1) } }
    #expect(counting.bytes(3) == [1, 2, 3])
    #expect(counting.word() == 0x0102_0304_0506_0708)
  }

  @Test("of the system gives as many bytes as asked, and others each time")
  func system() {
    #expect(Randomness.system.bytes(0).isEmpty)
    let draws = (0..<50).map { _ in Randomness.system.bytes(16) }
    #expect(draws.allSatisfy { $0.count == 16 })
    #expect(Set(draws).count == 50)
  }
}
