import Fingerprint
import Testing

@Suite("A signing key")
struct SigningKeyTests {
  @Test("signs as RFC 8032 says (section 7.1, test 1)")
  func rfc8032() throws {
    let seed = try #require(
      hexBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    let key = try #require(SigningKey(seed: seed))
    #expect(
      key.verifyingKey.description
        == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    let signature = try key.signature(for: [])
    #expect(
      hexText(signature)
        == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
        + "cf9b46bd25bf5f0595bbe24655141438e7a100b")
    #expect(key.seed == seed)
  }

  @Test("is accepted for its message alone")
  func message() throws {
    let key = try #require(SigningKey(seed: Array(repeating: 1, count: 32)))
    let other = try #require(SigningKey(seed: Array(repeating: 2, count: 32)))
    let signature = try key.signature(for: [1, 2, 3])
    #expect(key.verifyingKey.isValid(signature, for: [1, 2, 3]))
    #expect(!key.verifyingKey.isValid(signature, for: [1, 2]))
    #expect(!key.verifyingKey.isValid(signature, for: []))
    #expect(!other.verifyingKey.isValid(signature, for: [1, 2, 3]))
  }

  @Test("makes no signature of which a bit may be turned")
  func everyBit() throws {
    let key = try #require(SigningKey(seed: Array(repeating: 1, count: 32)))
    let signature = try key.signature(for: [1, 2, 3])
    var accepted: [Int] = []
    for bit in 0..<512 {
      var damaged = signature
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      if key.verifyingKey.isValid(damaged, for: [1, 2, 3]) { accepted.append(bit) }
    }
    #expect(accepted == [])
  }

  @Test(
    "takes a seed of 32 bytes and a signature of 64, no others", arguments: [0, 31, 33, 63, 65])
  func lengths(_ count: Int) throws {
    #expect(SigningKey(seed: Array(repeating: 1, count: count)) == nil)
    let key = try #require(SigningKey(seed: Array(repeating: 1, count: 32)))
    let signature = try key.signature(for: [])
    let cut = Array((signature + [0, 0]).prefix(count))
    #expect(!key.verifyingKey.isValid(cut, for: []))
  }

  @Test("whose public half is no point of the curve verifies nothing")
  func noPoint() throws {
    let key = try #require(SigningKey(seed: Array(repeating: 1, count: 32)))
    let signature = try key.signature(for: [1])
    // y = 2 is on no point of the curve.
    let nowhere = try #require(VerifyingKey(bytes: [2] + Array(repeating: 0, count: 31)))
    #expect(!nowhere.isValid(signature, for: [1]))
  }

  @Test("is compared aloud as twenty digits in groups of four")
  func fingerprint() throws {
    let key = try #require(VerifyingKey(bytes: Array(0..<32)))
    #expect(key.fingerprint == "360d-98df-1562-09ce-0ae2")
  }
}
