import Fingerprint
import SyncProtocol

/// A key that signs this laptop's requests while its vault is locked, and nothing else.
///
/// It lies in `transport.key`, wrapped under a key that follows from the machine's own id, so that a
/// copy of the directory on another machine cannot use it. Layout: the eight bytes `ROUNDS\0\3`; 16 of
/// salt; 32 of the device's public key; 32 of its own; 64 of the device's delegation; 12 of nonce;
/// then its seed under ChaCha20-Poly1305, with its tag. All before the nonce is bound to that.
struct TransportKey: Sendable {
  let key: SigningKey
  let device: VerifyingKey
  let delegation: [UInt8]

  private static let mark = Array("ROUNDS".utf8) + [0, 3]
  private static let saltByteCount = 16
  private static let headByteCount = mark.count + saltByteCount + 32 + 32 + 64
  static let byteCount = headByteCount + DataKey.nonceByteCount + 32 + 16

  /// A fresh key for which the device vouches.
  init(vouchedForBy signing: SigningKey, _ randomness: Randomness) throws {
    guard let key = SigningKey(seed: randomness.bytes(32)) else {
      throw SealingFailure.malformedKey
    }
    self.key = key
    device = signing.verifyingKey
    delegation = try signing.signature(for: TransportDelegation.message(key.verifyingKey))
  }

  /// - Returns: nothing for bytes that are no such file, and for one of another machine.
  init?(_ bytes: [UInt8], machine: [UInt8]) {
    guard bytes.count == Self.byteCount, bytes.starts(with: Self.mark) else { return nil }
    let head = Array(bytes.prefix(Self.headByteCount))
    let sealed = Array(bytes.dropFirst(Self.headByteCount))
    var parts = head.dropFirst(Self.mark.count)
    func take(_ count: Int) -> [UInt8] {
      defer { parts = parts.dropFirst(count) }
      return Array(parts.prefix(count))
    }
    let salt = take(Self.saltByteCount)
    guard let device = VerifyingKey(bytes: take(32)), let own = VerifyingKey(bytes: take(32)),
      let wrapping = Self.wrappingKey(machine, salt)
    else { return nil }
    delegation = take(64)
    let seed: [UInt8]
    do {
      seed = try wrapping.open(
        Array(sealed.dropFirst(DataKey.nonceByteCount)),
        nonce: Array(sealed.prefix(DataKey.nonceByteCount)), context: head)
    } catch { return nil }
    guard let key = SigningKey(seed: seed), key.verifyingKey == own,
      device.isValid(delegation, for: TransportDelegation.message(own))
    else { return nil }
    self.key = key
    self.device = device
  }

  /// - Parameter machine: the machine's id; not secret, and the same as long as it is installed.
  func file(machine: [UInt8], _ randomness: Randomness) throws -> [UInt8] {
    let salt = randomness.bytes(Self.saltByteCount)
    let nonce = randomness.bytes(DataKey.nonceByteCount)
    guard let wrapping = Self.wrappingKey(machine, salt) else { throw SealingFailure.malformedKey }
    let head = Self.mark + salt + device.bytes + key.verifyingKey.bytes + delegation
    return try head + nonce + wrapping.seal(key.seed, nonce: nonce, context: head)
  }

  private static func wrappingKey(_ machine: [UInt8], _ salt: [UInt8]) -> DataKey? {
    DataKey(
      bytes: KeyDerivation.sha256(
        secret: machine, salt: salt, info: Array("rounds transport key v1".utf8),
        byteCount: DataKey.byteCount))
  }
}

extension FieldEnvironment {
  static let transportFileName = "transport.key"

  /// The transport key of a device, where there is one that this machine can open.
  func transportKey(of device: VerifyingKey) throws -> TransportKey? {
    guard let machine, let bytes = try secretFile(Self.transportFileName).load(),
      let key = TransportKey(bytes, machine: machine), key.device == device
    else { return nil }
    return key
  }

  /// Makes a transport key where none can be used. A machine without an id gets none: it syncs only
  /// while its vault is open.
  func provideTransportKey(_ secrets: DeviceSecrets) throws {
    guard let machine, try transportKey(of: secrets.signing.verifyingKey) == nil else { return }
    let key = try TransportKey(vouchedForBy: secrets.signing, randomness)
    try secretFile(Self.transportFileName).save(try key.file(machine: machine, randomness))
  }
}
