import RecordStore
import Wording

extension FieldEnvironment {
  /// The laptop's keys and what closes them.
  package var vault: Vault {
    Vault(
      file: secrets, unlockedKeys: unlockedKeys, randomness: randomness, cost: passphraseCost)
  }

  /// Opens the vault for a while.
  ///
  /// Here, where the signing key is at hand, a transport key that is missing or was made on another
  /// machine is made anew.
  /// - Returns: whether the key could be kept; if not, each command asks for the passphrase.
  /// - Throws: `FieldFault.failed` for a wrong passphrase, and where none is set.
  package func unlock(with passphrase: Passphrase, minutes: Int) throws -> Bool {
    guard let file = try vault.load() else { throw FieldFault.failed(Message(.notEnrolled)) }
    guard case .wrapped(let wrapped) = file else {
      throw FieldFault.failed(Message(.vaultWithoutPassphrase))
    }
    let (secrets, key) = try vault.opened(wrapped, with: passphrase)
    try provideTransportKey(secrets)
    return try vault.keepOpen(key, minutes: minutes)
  }

  /// Sets the passphrase, or changes it.
  ///
  /// Only the secrets are wrapped anew, in one file that is replaced as a whole: killed at any point,
  /// the laptop opens with the old passphrase or with the new. The vault is left open.
  /// - Parameter old: needed where one is set.
  /// - Returns: whether the key could be kept; if not, each command asks for the passphrase.
  /// - Throws: `FieldFault.failed` for a wrong or missing old passphrase, and for keys that are not those
  ///   which were enrolled.
  package func setPassphrase(_ new: Passphrase, old: Passphrase?) throws -> Bool {
    guard let file = try vault.load() else { throw FieldFault.failed(Message(.notEnrolled)) }
    let secrets: DeviceSecrets
    switch file {
    case .open(let inClear): secrets = inClear
    case .wrapped(let wrapped):
      guard let old else { throw FieldFault.failed(Message(.passphraseWrong)) }
      secrets = try vault.opened(wrapped, with: old).secrets
    }
    // Damaged keys would look whole for ever once they are wrapped.
    try database.read { try Membership($0) }?.require(fitting: secrets)
    // First, so that a locked vault always finds its transport key.
    try provideTransportKey(secrets)
    let key = try vault.close(secrets, under: new)
    return try vault.keepOpen(key, minutes: Vault.minutesStandard)
  }
}
