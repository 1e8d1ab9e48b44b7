import Fingerprint
import Testing

/// How many cases a test looked at, by what their file says of them; each number is asserted, so that
/// a reader that skips cases fails.
private struct Tally: Equatable {
  var valid = 0
  var invalid = 0
}

@Suite("The cryptography")
struct OutsideVectorTests {
  @Test("accepts and refuses signatures as Project Wycheproof does")
  func signatures() throws {
    let file: Wycheproof<SignatureGroup> = try OutsideVectors.read("ed25519_test.json")
    var tally = Tally()
    for group in file.testGroups {
      let key = try #require(VerifyingKey(bytes: group.publicKey.pk.bytes))
      for one in group.tests {
        let isValid = one.result == "valid"
        #expect(key.isValid(one.sig.bytes, for: one.msg.bytes) == isValid, "case \(one.tcId)")
        if isValid { tally.valid += 1 } else { tally.invalid += 1 }
      }
    }
    #expect(tally == Tally(valid: 88, invalid: 63))
    #expect(file.numberOfTests == 151)
  }

  @Test("seals and opens as Project Wycheproof does, and takes no other length of nonce")
  func sealing() throws {
    let file: Wycheproof<SealingGroup> = try OutsideVectors.read("chacha20_poly1305_test.json")
    var tally = Tally()
    var otherNonces = 0
    for one in file.testGroups.flatMap(\.tests) {
      let key = try #require(DataKey(bytes: one.key.bytes))
      let sealed = one.ct.bytes + one.tag.bytes
      if one.result == "valid" {
        tally.valid += 1
        #expect(
          try key.seal(one.msg.bytes, nonce: one.iv.bytes, context: one.aad.bytes) == sealed,
          "case \(one.tcId)")
        #expect(
          try key.open(sealed, nonce: one.iv.bytes, context: one.aad.bytes) == one.msg.bytes,
          "case \(one.tcId)")
      } else {
        tally.invalid += 1
        if one.iv.bytes.count != DataKey.nonceByteCount { otherNonces += 1 }
        #expect(throws: SealingFailure.cannotOpen, "case \(one.tcId)") {
          try key.open(sealed, nonce: one.iv.bytes, context: one.aad.bytes)
        }
      }
    }
    #expect(tally == Tally(valid: 256, invalid: 69))
    #expect(otherNonces == 9)
    #expect(file.numberOfTests == 325)
  }

  @Test("accepts codes of 32 bytes as Project Wycheproof does, and no shortened ones")
  func codes() throws {
    let file: Wycheproof<CodeGroup> = try OutsideVectors.read("hmac_sha256_test.json")
    var whole = Tally()
    var short = 0
    for group in file.testGroups {
      for one in group.tests {
        let isAccepted = KeyedHash.isValid(
          one.tag.bytes, key: one.key.bytes, message: one.msg.bytes)
        guard group.tagSize == 256 else {
          short += 1
          #expect(!isAccepted, "case \(one.tcId)")
          continue
        }
        let isValid = one.result == "valid"
        #expect(isAccepted == isValid, "case \(one.tcId)")
        let own = KeyedHash.sha256(key: one.key.bytes, one.msg.bytes)
        #expect((own == one.tag.bytes) == isValid, "case \(one.tcId)")
        if isValid { whole.valid += 1 } else { whole.invalid += 1 }
      }
    }
    #expect(whole == Tally(valid: 33, invalid: 54))
    #expect(short == 87)
    #expect(file.numberOfTests == 174)
  }

  @Test("derives keys as Project Wycheproof does")
  func derivation() throws {
    let file: Wycheproof<DerivationGroup> = try OutsideVectors.read("hkdf_sha256_test.json")
    var derived = 0
    var tooLong = 0
    for one in file.testGroups.flatMap(\.tests) {
      guard one.result == "valid" else {
        // More than 255 blocks do not exist; the library stops the program when asked for them.
        #expect(one.size > 255 * 32)
        tooLong += 1
        continue
      }
      let key = KeyDerivation.sha256(
        secret: one.ikm.bytes, salt: one.salt.bytes, info: one.info.bytes, byteCount: one.size)
      #expect(key == one.okm.bytes, "case \(one.tcId)")
      derived += 1
    }
    #expect(derived == 83)
    #expect(tooLong == 3)
    #expect(file.numberOfTests == 86)
  }

  @Test("opens the first message of RFC 9180's vectors and no later one")
  func hpke() throws {
    let suite: HPKESuite = try OutsideVectors.read("hpke_base_x25519_chacha20.json")
    #expect(
      [suite.mode, suite.kem, suite.kdf, suite.aead] == [0, 0x20, 1, 3])
    let key = try #require(SealingKey(seed: suite.skRm.bytes))
    #expect(key.publicKey.bytes == suite.pkRm.bytes)
    var opened = 0
    var refused = 0
    for (number, message) in suite.encryptions.enumerated() {
      let sealed = suite.enc.bytes + message.ct.bytes
      if number == 0 {
        let plain = try key.open(sealed, info: suite.info.bytes, context: message.aad.bytes)
        #expect(plain == message.pt.bytes)
        opened += 1
      } else {
        // The nonce of a later message is another; ours are the first of their key.
        #expect(throws: SealingFailure.cannotOpen, "message \(number)") {
          try key.open(sealed, info: suite.info.bytes, context: message.aad.bytes)
        }
        refused += 1
      }
    }
    #expect(opened == 1)
    #expect(refused == 15)
  }
}
