package import Fingerprint

/// The bytes of `device.key`: the device's secrets in clear for who owns the file, or wrapped under a
/// passphrase.
///
/// Wrapped layout: the eight bytes `ROUNDS\0\2`; three of the cost; 16 of salt; 32 of the device's
/// public key; 12 of nonce; then 96 bytes of seeds under ChaCha20-Poly1305, with their tag. Everything
/// before the nonce is bound to the ciphertext, so no part can be exchanged.
package enum VaultFile: Sendable {
  case open(DeviceSecrets)
  case wrapped(WrappedSecrets)

  /// - Returns: nothing when the bytes are no key file of ours.
  package init?(_ bytes: [UInt8]) {
    if let secrets = DeviceSecrets(file: bytes) {
      self = .open(secrets)
    } else if let wrapped = WrappedSecrets(bytes) {
      self = .wrapped(wrapped)
    } else {
      return nil
    }
  }

  /// Whose secrets they are; known without opening them.
  package var device: VerifyingKey {
    switch self {
    case .open(let secrets): secrets.signing.verifyingKey
    case .wrapped(let wrapped): wrapped.device
    }
  }
}

/// The device's secrets under a key derived from a passphrase.
package struct WrappedSecrets: Sendable {
  package let cost: PassphraseCost
  package let salt: [UInt8]
  package let device: VerifyingKey
  private let nonce: [UInt8]
  private let sealed: [UInt8]

  private static let mark = Array("ROUNDS".utf8) + [0, 2]
  private static let sealedByteCount = 96 + 16
  private static let headByteCount =
    mark.count + PassphraseCost.byteCount + PassphraseKey.saltByteCount + 32
  package static let byteCount = headByteCount + DataKey.nonceByteCount + sealedByteCount

  /// - Returns: nothing when the bytes are no wrapped key file, or when their cost is out of bounds.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func take(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    guard bytes.count == Self.byteCount, take(Self.mark.count) == Self.mark,
      let cost = PassphraseCost(bytes: take(PassphraseCost.byteCount))
    else { return nil }
    let salt = take(PassphraseKey.saltByteCount)
    guard let device = VerifyingKey(bytes: take(32)) else { return nil }
    self.cost = cost
    self.salt = salt
    self.device = device
    nonce = take(DataKey.nonceByteCount)
    sealed = Array(rest)
  }

  /// Wraps secrets under a new salt and nonce.
  /// - Returns: the key too, so that the vault can be left open.
  static func wrap(
    _ secrets: DeviceSecrets, under passphrase: Passphrase, _ cost: PassphraseCost,
    _ randomness: Randomness
  ) throws -> (wrapped: WrappedSecrets, key: DataKey) {
    let salt = randomness.bytes(PassphraseKey.saltByteCount)
    let nonce = randomness.bytes(DataKey.nonceByteCount)
    let key = try passphrase.key(salt, cost)
    let device = secrets.signing.verifyingKey
    let sealed = try key.seal(
      secrets.seeds, nonce: nonce, context: context(head(cost, salt, device)))
    return (
      WrappedSecrets(cost: cost, salt: salt, device: device, nonce: nonce, sealed: sealed), key
    )
  }

  private init(
    cost: PassphraseCost, salt: [UInt8], device: VerifyingKey, nonce: [UInt8], sealed: [UInt8]
  ) {
    self.cost = cost
    self.salt = salt
    self.device = device
    self.nonce = nonce
    self.sealed = sealed
  }

  package var bytes: [UInt8] { Self.head(cost, salt, device) + nonce + sealed }

  /// - Throws: `SealingFailure.cannotOpen` for the key of another passphrase, or changed bytes.
  func open(with key: DataKey) throws -> DeviceSecrets {
    let seeds = try key.open(
      sealed, nonce: nonce, context: Self.context(Self.head(cost, salt, device)))
    guard let secrets = DeviceSecrets(seeds: seeds), secrets.signing.verifyingKey == device else {
      throw SealingFailure.cannotOpen
    }
    return secrets
  }

  private static func head(
    _ cost: PassphraseCost, _ salt: [UInt8], _ device: VerifyingKey
  ) -> [UInt8] {
    mark + cost.bytes + salt + device.bytes
  }

  private static func context(_ head: [UInt8]) -> [UInt8] {
    Array("rounds vault v1\0".utf8) + head
  }
}
