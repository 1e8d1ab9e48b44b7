import Fingerprint
import Testing

/// One thing that differs from how a secret was sealed to somebody.
struct HPKEChange: Sendable, CustomTestStringConvertible {
  let claim: String
  var reader: UInt8 = 1
  var info: [UInt8] = Array("purpose".utf8)
  var context: [UInt8] = [7, 8]
  var testDescription: String { claim }

  init(_ claim: String, _ change: (inout HPKEChange) -> Void) {
    self.claim = claim
    change(&self)
  }

  static let none = HPKEChange("nothing") { _ in }

  static let all: [HPKEChange] = [
    HPKEChange("another reader") { $0.reader = 2 },
    HPKEChange("another purpose") { $0.info = Array("another".utf8) },
    HPKEChange("a longer purpose") { $0.info.append(0) },
    HPKEChange("no purpose") { $0.info = [] },
    HPKEChange("another context") { $0.context[0] ^= 1 },
    HPKEChange("a shorter context") { $0.context.removeLast() },
    HPKEChange("no context") { $0.context = [] },
    HPKEChange("a byte moved from the context to the purpose") {
      $0.info.append($0.context.removeFirst())
    },
  ]

  func key() throws -> SealingKey {
    try #require(SealingKey(seed: Array(repeating: reader, count: 32)))
  }

  func sealed(_ secret: [UInt8]) throws -> [UInt8] {
    try key().publicKey.seal(secret, info: info, context: context)
  }

  func opened(_ sealed: [UInt8]) throws -> [UInt8] {
    try key().open(sealed, info: info, context: context)
  }
}

@Suite("A sealing key")
struct SealingKeyTests {
  private let secret = [UInt8](repeating: 0x5A, count: 32)

  @Test("opens what was sealed to it, 48 bytes longer", arguments: [0, 1, 32, 10_000])
  func roundTrip(_ count: Int) throws {
    let secret = [UInt8](repeating: 0x5A, count: count)
    let sealed = try HPKEChange.none.sealed(secret)
    #expect(sealed.count == count + 48)
    #expect(try HPKEChange.none.opened(sealed) == secret)
  }

  @Test("is sealed to with a fresh key each time, so that equal secrets do not show")
  func fresh() throws {
    let sealed = try (0..<5).map { _ in try HPKEChange.none.sealed(secret) }
    #expect(Set(sealed).count == 5)
    #expect(Set(sealed.map { Array($0.prefix(32)) }).count == 5)
  }

  @Test("opens nothing under anything else", arguments: HPKEChange.all)
  func refused(_ change: HPKEChange) throws {
    let sealed = try HPKEChange.none.sealed(secret)
    #expect(throws: SealingFailure.cannotOpen) { try change.opened(sealed) }
    // The nearest neighbour: sealed with the same difference.
    #expect(try change.opened(change.sealed(secret)) == secret)
  }

  @Test("opens nothing of which a bit was turned or a byte is missing")
  func damaged() throws {
    let sealed = try HPKEChange.none.sealed(secret)
    var opened: [String] = []
    for index in sealed.indices {
      // The highest bit of the encapsulated key's last byte is ignored by X25519 (RFC 7748).
      let bit = index == 31 ? 6 : index % 8
      var damaged = sealed
      damaged[index] ^= 1 << UInt8(bit)
      if (try? HPKEChange.none.opened(damaged)) != nil { opened.append("byte \(index)") }
      if (try? HPKEChange.none.opened(Array(sealed.prefix(index)))) != nil {
        opened.append("\(index) bytes")
      }
    }
    #expect(opened == [])
    #expect(throws: SealingFailure.cannotOpen) { try HPKEChange.none.opened([]) }
  }

  @Test("is exactly 32 bytes", arguments: [0, 31, 33])
  func length(_ count: Int) throws {
    #expect(SealingKey(seed: Array(repeating: 1, count: count)) == nil)
    let key = try #require(SealingKey(seed: Array(repeating: 1, count: 32)))
    #expect(key.seed == Array(repeating: 1, count: 32))
  }
}
