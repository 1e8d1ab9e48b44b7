import ConflictFreeRecords
import Fingerprint
import WireFormat

/// What is read can be written again and comes to the same; a receiver that believes bytes does so for
/// their signature alone.
struct BundleHarness: Harness {
  mutating func take(_ input: [UInt8]) throws {
    if let bundle = try? BundleCodec.decode(input) {
      // A later program's bundle may hold more than this one can write.
      if let written = try? BundleCodec.encode(bundle) {
        let again = try? BundleCodec.decode(written)
        try require(again == bundle, "a bundle written again reads as another")
      }
      try checkSigned(bundle)
    }
    if let row = try? RecordRowCodec.decode(input) {
      let again = try RecordRowCodec.decode(try RecordRowCodec.encode(row))
      try require(again == row, "a row written again reads as another")
    }
    if let verified = try? Verification.single(input) {
      try require(
        Verification.identity(input) == verified.id, "an envelope has two names")
    }
  }

  /// With a true signature the same changes pass, and with one bit changed they do not.
  private func checkSigned(_ bundle: Bundle) throws {
    guard let key = SigningKey(seed: [UInt8](repeating: 7, count: 32)) else { return }
    var header = bundle.header
    header.device = key.verifyingKey
    guard let signed = try? Signing.sign(Bundle(header: header, changes: bundle.changes), with: key)
    else { return }
    let read = try Verification.single(signed.envelope)
    try require(read == signed, "a signed bundle reads as another")
    var damaged = signed.envelope
    damaged[damaged.count - 1] ^= 1
    try require((try? Verification.single(damaged)) == nil, "a damaged signature passes")
  }
}
