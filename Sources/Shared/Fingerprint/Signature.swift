import Crypto

/// An Ed25519 public key: who signed.
package struct VerifyingKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let digest: Digest

  /// - Returns: nothing unless there are exactly 32 bytes. Whether they are a point of the curve
  ///   shows when a signature is checked.
  package init?(bytes: some Collection<UInt8>) {
    guard let digest = Digest(bytes: bytes) else { return nil }
    self.digest = digest
  }

  package var bytes: [UInt8] { digest.bytes }

  package static func < (a: VerifyingKey, b: VerifyingKey) -> Bool { a.digest < b.digest }

  package var description: String { digest.description }

  /// What people compare aloud: twenty hexadecimal digits in groups of four.
  package var fingerprint: String {
    let digits = Array(Digest(domain: "rounds fingerprint v1", bytes).description.utf8.prefix(20))
    return stride(from: 0, to: 20, by: 4)
      .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// Whether `signature` is this key's over `message` (RFC 8032, the library's strictness).
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    let remembered = RememberedSignatures.inPlace
    if let remembered, remembered.knows(signature, of: message, by: self) { return true }
    guard signature.count == 64,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    guard key.isValidSignature(signature, for: message) else { return false }
    remembered?.remember(signature, of: message, by: self)
    return true
  }
}

/// An Ed25519 private key. Never printed, never encoded by accident: it has no text form.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let verifyingKey: VerifyingKey

  /// - Parameter seed: 32 random bytes, as RFC 8032 calls them.
  /// - Returns: nothing unless there are exactly 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let verifyingKey = VerifyingKey(bytes: Array(key.publicKey.rawRepresentation))
    else { return nil }
    self.key = key
    self.verifyingKey = verifyingKey
  }

  package var seed: [UInt8] { Array(key.rawRepresentation) }

  /// Sixty-four bytes.
  /// - Throws: only if the cryptographic library fails; nothing was signed then.
  package func signature(for message: [UInt8]) throws -> [UInt8] {
    let signature = Array(try key.signature(for: message))
    RememberedSignatures.inPlace?.remember(signature, of: message, by: verifyingKey)
    return signature
  }
}
