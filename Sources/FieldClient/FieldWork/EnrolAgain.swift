import Fingerprint
import RecordStore
import VisitModel
import Wording

// A passphrase that was forgotten cannot be recovered: the laptop is enrolled again, with a new code
// and new keys. Its log stays. What the old device wrote and did not send is still signed by a device
// that the office enrolled, and is sent by the new one; texts are read again when the office has handed
// their keys to it. Only confidential notes sealed to the old device are closed to it.
//
// The new keys are on disk in a file beside the old ones before the office hears of them, and come into
// force after the one transaction that makes this laptop the new device. A stop at any point before
// that leaves the old device, and after it the next program that starts does the rest.

extension FieldEnvironment {
  static let nextKeysName = "device.key.next"
  private static let keysToDrop = "keysToDrop"

  /// The keys that an earlier try left, if this passphrase opens them, or fresh ones; on disk.
  func nextSecrets(_ passphrase: Passphrase?) throws -> DeviceSecrets {
    let file = secretFile(Self.nextKeysName)
    let next = Vault(
      file: file, unlockedKeys: KeyInHand(), randomness: randomness, cost: passphraseCost)
    if let bytes = try file.load(), let known = VaultFile(bytes) {
      switch known {
      case .open(let secrets):
        if let passphrase { _ = try next.close(secrets, under: passphrase) }
        return secrets
      case .wrapped(let wrapped):
        if let passphrase, let secrets = try opened(wrapped, passphrase) { return secrets }
      }
    }
    guard let fresh = DeviceSecrets(randomness) else {
      throw FieldFault.failed(Message(.secretsDamaged))
    }
    if let passphrase {
      _ = try next.close(fresh, under: passphrase)
    } else {
      try file.save(fresh.file)
    }
    return fresh
  }

  private func opened(
    _ wrapped: WrappedSecrets, _ passphrase: Passphrase
  ) throws -> DeviceSecrets? {
    do {
      return try wrapped.open(with: try passphrase.key(wrapped.salt, wrapped.cost))
    } catch SealingFailure.cannotOpen { return nil }
  }

  /// A new device writes a chain of its own, has heard no receipt, and holds no household key.
  func beginChain(_ replica: Replica) throws {
    try replica.mintWriter(randomness.word())
    for name in ["tip", "lastReceipt"] { try Meta.set(name, [], replica.connection) }
    try Meta.set("lastReceiptMs", integer: 0, replica.connection)
    for var head in try replica.feed.heads() {
      head.keyCursor = 0
      try replica.feed.store(head)
    }
    try Meta.set(Self.keysToDrop, integer: 1, replica.connection)
  }

  /// Puts the new keys in force, if this laptop is their device by now. Idempotent; nothing to do in
  /// every other case.
  func finishNewKeys() throws {
    let next = secretFile(Self.nextKeysName)
    guard let bytes = try next.load(), let made = VaultFile(bytes) else { return }
    let (device, areKeysToDrop) = try database.read { connection in
      (
        try Meta.bytes("device", connection),
        try Meta.integer(Self.keysToDrop, connection) == 1
      )
    }
    guard device == made.device.bytes else { return }
    if let old = try secrets.load(), old != bytes {
      // Kept aside, not destroyed: whoever remembers the old passphrase after all needs it.
      let day = String(
        decoding: clock().now.utcText.utf8.map { $0 == 0x3A ? 0x2D : $0 }, as: UTF8.self)
      try secretFile("device.key." + day).save(old)
      if let transport = try secretFile(Self.transportFileName).load(), !transport.isEmpty {
        try secretFile(Self.transportFileName + "." + day).save(transport)
      }
    }
    try secrets.save(bytes)
    if areKeysToDrop {
      try keyDatabase.write { try KeyTable.clear($0) }
      try database.write { try Meta.set(Self.keysToDrop, integer: 0, $0) }
    }
    // An emptied file is one that is not there.
    try next.save([])
  }
}
