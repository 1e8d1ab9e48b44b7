package import Fingerprint

/// What the secret file holds: the device's two private keys and the key of the key table.
///
/// Layout where no passphrase is set (`VaultFile` has the other): the eight bytes `ROUNDS\0\1`, then
/// three seeds of 32 bytes: signing, sealing, store.
package struct DeviceSecrets: Sendable {
  package let signing: SigningKey
  package let sealing: SealingKey
  /// Seals household keys and drafts on this laptop.
  package let storeKey: DataKey

  private static let mark = Array("ROUNDS".utf8) + [0, 1]

  /// Fresh keys, born here; the private halves never leave the laptop.
  package init?(_ randomness: Randomness) {
    self.init(seeds: randomness.bytes(96))
  }

  /// - Returns: nothing when the bytes are no secret file of ours.
  package init?(file: [UInt8]) {
    guard file.count == 104, Array(file.prefix(8)) == Self.mark else { return nil }
    self.init(seeds: Array(file.dropFirst(8)))
  }

  init?(seeds: [UInt8]) {
    guard seeds.count == 96, let signing = SigningKey(seed: Array(seeds[0..<32])),
      let sealing = SealingKey(seed: Array(seeds[32..<64])),
      let storeKey = DataKey(bytes: Array(seeds[64..<96]))
    else { return nil }
    self.signing = signing
    self.sealing = sealing
    self.storeKey = storeKey
  }

  package var file: [UInt8] { Self.mark + seeds }

  var seeds: [UInt8] { signing.seed + sealing.seed + storeKey.bytes }
}
