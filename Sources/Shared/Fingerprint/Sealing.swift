import Crypto
import FoundationEssentials

/// The byte strings could not be opened: wrong key, wrong context, or changed on the way.
package enum SealingFailure: Error, Equatable {
  case cannotOpen
  case malformedKey
}

/// An X25519 public key to which secrets are sealed with HPKE.
package struct SealingPublicKey: Hashable, Sendable, CustomStringConvertible {
  private let digest: Digest

  package init?(bytes: some Collection<UInt8>) {
    guard let digest = Digest(bytes: bytes) else { return nil }
    self.digest = digest
  }

  package var bytes: [UInt8] { digest.bytes }
  package var description: String { digest.description }

  /// HPKE base mode (RFC 9180), DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305.
  ///
  /// The library draws the ephemeral key itself, so the result differs at each call.
  /// - Returns: the 32-byte encapsulated key followed by ciphertext and tag.
  package func seal(_ secret: [UInt8], info: [UInt8], context: [UInt8]) throws -> [UInt8] {
    let key: Curve25519.KeyAgreement.PublicKey
    do { key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes) } catch {
      throw SealingFailure.malformedKey
    }
    var sender = try HPKE.Sender(
      recipientKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: .init(info))
    let ciphertext = try sender.seal(secret, authenticating: context)
    return Array(sender.encapsulatedKey) + Array(ciphertext)
  }
}

/// An X25519 private key. It has no text form.
package struct SealingKey: Sendable {
  private let key: Curve25519.KeyAgreement.PrivateKey
  package let publicKey: SealingPublicKey

  /// - Parameter seed: 32 random bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32,
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed),
      let publicKey = SealingPublicKey(bytes: Array(key.publicKey.rawRepresentation))
    else { return nil }
    self.key = key
    self.publicKey = publicKey
  }

  package var seed: [UInt8] { Array(key.rawRepresentation) }

  /// Opens what `SealingPublicKey.seal` made with the same info and context.
  /// - Throws: `SealingFailure.cannotOpen`; trying again cannot help.
  package func open(_ sealed: [UInt8], info: [UInt8], context: [UInt8]) throws -> [UInt8] {
    guard sealed.count >= 48 else { throw SealingFailure.cannotOpen }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: .init(info),
        encapsulatedKey: .init(sealed.prefix(32)))
      return Array(try recipient.open(Array(sealed.dropFirst(32)), authenticating: context))
    } catch {
      throw SealingFailure.cannotOpen
    }
  }
}

/// A symmetric key for data at rest: ChaCha20-Poly1305 (RFC 8439) with injected nonces.
package struct DataKey: Hashable, Sendable {
  package static let byteCount = 32
  package static let nonceByteCount = 12
  package let bytes: [UInt8]

  /// - Returns: nothing unless there are exactly 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Ciphertext followed by its 16-byte tag.
  /// - Parameter nonce: 12 bytes never used with this key before.
  package func seal(_ plain: [UInt8], nonce: [UInt8], context: [UInt8]) throws -> [UInt8] {
    let box = try ChaChaPoly.seal(
      plain, using: SymmetricKey(data: bytes), nonce: ChaChaPoly.Nonce(data: nonce),
      authenticating: context)
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// - Throws: `SealingFailure.cannotOpen` for a wrong key, nonce or context, or changed bytes.
  package func open(_ sealed: [UInt8], nonce: [UInt8], context: [UInt8]) throws -> [UInt8] {
    guard sealed.count >= 16 else { throw SealingFailure.cannotOpen }
    do {
      let box = try ChaChaPoly.SealedBox(
        nonce: ChaChaPoly.Nonce(data: nonce), ciphertext: Array(sealed.dropLast(16)),
        tag: Array(sealed.suffix(16)))
      return Array(
        try ChaChaPoly.open(box, using: SymmetricKey(data: bytes), authenticating: context))
    } catch {
      throw SealingFailure.cannotOpen
    }
  }

  /// Sixteen bytes, equal for equal texts sealed under this key in the same context, so that two
  /// sealed values can be compared without opening them.
  package func equalityTag(_ plain: [UInt8], context: [UInt8]) -> [UInt8] {
    let key = KeyDerivation.sha256(
      secret: bytes, salt: [], info: Array("rounds equality v1".utf8), byteCount: 32)
    return Array(
      KeyedHash.sha256(key: key, Array(Digest(sha256: context).bytes), plain).prefix(16))
  }
}
