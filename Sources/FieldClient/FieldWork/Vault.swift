package import Fingerprint
import Wording

/// What a laptop's keys are at a moment.
package enum VaultState: String, Sendable {
  /// No passphrase is set: whoever can read the file has the keys.
  case open
  case locked
  /// A passphrase is set, and was given within the window.
  case unlocked
}

/// The file with the device's secrets, and what closes it.
package struct Vault: Sendable {
  /// How long it stays open after its last use where nothing else is said.
  package static let minutesStandard = 15
  package static let minutesAllowed = 1...480

  let file: any SecretFile
  let unlockedKeys: any UnlockedKeys
  let randomness: Randomness
  let cost: PassphraseCost

  /// - Parameter cost: of passphrases set from now on.
  package init(
    file: any SecretFile, unlockedKeys: any UnlockedKeys, randomness: Randomness,
    cost: PassphraseCost = .standard
  ) {
    self.file = file
    self.unlockedKeys = unlockedKeys
    self.randomness = randomness
    self.cost = cost
  }

  /// - Returns: nothing before enrolment has begun.
  /// - Throws: `FieldFault.failed` for a file that is no key file; `FileFault`.
  package func load() throws -> VaultFile? {
    guard let bytes = try file.load() else { return nil }
    guard let file = VaultFile(bytes) else { throw FieldFault.failed(Message(.secretsDamaged)) }
    return file
  }

  /// The secrets, if they can be had without a passphrase.
  /// - Parameter renewing: begins the window anew; for work of the person's own, not for what runs by
  ///   itself.
  func secrets(in file: VaultFile, renewing: Bool) throws -> DeviceSecrets? {
    switch file {
    case .open(let secrets): return secrets
    case .wrapped(let wrapped):
      guard let key = try keptKey(renewing: renewing) else { return nil }
      // A key kept for an earlier passphrase opens nothing any more.
      do { return try wrapped.open(with: key) } catch SealingFailure.cannotOpen { return nil }
    }
  }

  private func keptKey(renewing: Bool) throws -> DataKey? {
    do { return try renewing ? unlockedKeys.use() : unlockedKeys.peek() } catch {
      switch error {
      case .notOffered: return nil
      case .failed(let what): throw FieldFault.failed(Message(.keyringTrouble, [what]))
      }
    }
  }

  /// - Returns: nothing before enrolment has begun.
  package func state() throws -> VaultState? {
    guard let file = try load() else { return nil }
    if case .open = file { return .open }
    return try secrets(in: file, renewing: false) == nil ? .locked : .unlocked
  }

  /// The key that a passphrase makes, known to fit.
  /// - Throws: `FieldFault.failed` for a wrong passphrase, and where none is set.
  package func key(opening passphrase: Passphrase) throws -> DataKey {
    guard let file = try load() else { throw FieldFault.failed(Message(.notEnrolled)) }
    guard case .wrapped(let wrapped) = file else {
      throw FieldFault.failed(Message(.vaultWithoutPassphrase))
    }
    return try opened(wrapped, with: passphrase).key
  }

  func opened(
    _ wrapped: WrappedSecrets, with passphrase: Passphrase
  ) throws -> (secrets: DeviceSecrets, key: DataKey) {
    let key = try passphrase.key(wrapped.salt, wrapped.cost)
    do { return (try wrapped.open(with: key), key) } catch SealingFailure.cannotOpen {
      throw FieldFault.failed(Message(.passphraseWrong))
    }
  }

  /// Keeps the vault open for a while.
  /// - Returns: whether this system has a place for its key; if not, each command asks.
  package func keepOpen(_ key: DataKey, minutes: Int) throws -> Bool {
    do { try unlockedKeys.keep(key, minutes: minutes) } catch {
      switch error {
      case .notOffered: return false
      case .failed(let what): throw FieldFault.failed(Message(.keyringTrouble, [what]))
      }
    }
    return true
  }

  /// Forgets the key. Idempotent.
  package func lock() throws {
    do { try unlockedKeys.forget() } catch {
      switch error {
      case .notOffered: return
      case .failed(let what): throw FieldFault.failed(Message(.keyringTrouble, [what]))
      }
    }
  }

  /// Wraps secrets and puts them in the place of whatever the file holds: the old file or the new,
  /// never a mixture. Nothing but the secrets is written anew.
  /// - Returns: the key, so that the vault can be left open.
  func close(_ secrets: DeviceSecrets, under passphrase: Passphrase) throws -> DataKey {
    let (wrapped, key) = try WrappedSecrets.wrap(secrets, under: passphrase, cost, randomness)
    try file.save(wrapped.bytes)
    return key
  }
}
