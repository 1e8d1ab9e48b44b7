import Fingerprint
import SeededRandom
import Testing

/// One thing that differs from how a text was sealed.
struct SealingChange: Sendable, CustomTestStringConvertible {
  let claim: String
  var key: UInt8 = 1
  var nonce = [UInt8](repeating: 2, count: 12)
  var context: [UInt8] = [3, 4, 5]
  var text: [UInt8] = Array("陳大文".utf8)
  var testDescription: String { claim }

  init(_ claim: String, _ change: (inout SealingChange) -> Void) {
    self.claim = claim
    change(&self)
  }

  static let none = SealingChange("nothing") { _ in }

  /// In key, nonce or context.
  static let outside: [SealingChange] = [
    SealingChange("another key") { $0.key = 9 },
    SealingChange("another nonce") { $0.nonce[0] ^= 1 },
    SealingChange("a longer nonce") { $0.nonce.append(0) },
    SealingChange("a shorter nonce") { $0.nonce.removeLast() },
    SealingChange("no nonce") { $0.nonce = [] },
    SealingChange("another context") { $0.context[2] ^= 1 },
    SealingChange("a longer context") { $0.context.append(0) },
    SealingChange("no context") { $0.context = [] },
  ]

  func dataKey() throws -> DataKey {
    try #require(DataKey(bytes: Array(repeating: key, count: 32)))
  }

  func sealed() throws -> [UInt8] {
    try dataKey().seal(text, nonce: nonce, context: context)
  }

  func opened(_ sealed: [UInt8]) throws -> [UInt8] {
    try dataKey().open(sealed, nonce: nonce, context: context)
  }

  func tag() throws -> [UInt8] { try dataKey().equalityTag(text, context: context) }
}

@Suite("A data key")
struct DataKeyTests {
  @Test("opens what it sealed, sixteen bytes longer", arguments: [0, 1, 63, 64, 65, 16_384])
  func roundTrip(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    var change = SealingChange.none
    change.text = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let sealed = try change.sealed()
    #expect(sealed.count == count + 16)
    #expect(try change.opened(sealed) == change.text)
    #expect(try change.sealed() == sealed)
  }

  @Test("opens nothing under anything else", arguments: SealingChange.outside)
  func refused(_ change: SealingChange) throws {
    let sealed = try SealingChange.none.sealed()
    #expect(throws: SealingFailure.cannotOpen) { try change.opened(sealed) }
  }

  @Test("opens nothing of which a bit was turned or a byte is missing")
  func damaged() throws {
    let sealed = try SealingChange.none.sealed()
    var opened: [String] = []
    for bit in 0..<sealed.count * 8 {
      var damaged = sealed
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      if (try? SealingChange.none.opened(damaged)) != nil { opened.append("bit \(bit)") }
    }
    for count in sealed.indices
    where (try? SealingChange.none.opened(Array(sealed.prefix(count)))) != nil {
      opened.append("\(count) bytes")
    }
    if (try? SealingChange.none.opened(sealed + [0])) != nil { opened.append("a byte more") }
    #expect(opened == [])
    #expect(throws: SealingFailure.cannotOpen) { try SealingChange.none.opened([]) }
  }

  @Test("is exactly 32 bytes", arguments: [0, 16, 31, 33, 64])
  func length(_ count: Int) {
    #expect(DataKey(bytes: Array(repeating: 1, count: count)) == nil)
    #expect(DataKey(bytes: Array(repeating: 1, count: 32)) != nil)
  }

  @Test("tags texts for comparison as the specification says")
  func tagVector() throws {
    let key = try #require(DataKey(bytes: Array(0..<32)))
    let tag = key.equalityTag(Array("陳大文".utf8), context: Array("context".utf8))
    #expect(hexText(tag) == "74d48fba56adbe4cce925800d8b12de4")
  }

  @Test(
    "gives equal tags to equal texts in one context under one key, whatever the nonce",
    arguments: [
      SealingChange("another text") { $0.text[0] ^= 1 },
      SealingChange("a longer text") { $0.text.append(0) },
      SealingChange("no text") { $0.text = [] },
      SealingChange("another context") { $0.context[0] ^= 1 },
      SealingChange("no context") { $0.context = [] },
      SealingChange("a byte moved from the text to the context") {
        $0.context.append($0.text.removeFirst())
      },
      SealingChange("another key") { $0.key = 9 },
    ])
  func tags(_ change: SealingChange) throws {
    let tag = try SealingChange.none.tag()
    #expect(tag.count == 16)
    var otherNonce = SealingChange.none
    otherNonce.nonce[0] ^= 1
    #expect(try otherNonce.tag() == tag)
    #expect(try change.tag() != tag)
    #expect(try change.tag() == change.tag())
  }

  @Test("never gives away a text by a tag that is a plain hash of it")
  func tagIsKeyed() throws {
    let change = SealingChange.none
    let hashes = [
      Digest(sha256: change.text).bytes, Digest(sha256: change.context + change.text).bytes,
      KeyedHash.sha256(key: try change.dataKey().bytes, change.text),
    ]
    let tag = try change.tag()
    #expect(hashes.allSatisfy { Array($0.prefix(16)) != tag })
  }
}
