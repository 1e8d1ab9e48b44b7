package import Fingerprint
package import RecordStore
package import VisitModel

/// Everything the office's use cases need of the world, chosen once in `main` and handed in.
package struct OfficeEnvironment: Sendable {
  package var database: any SQLDatabase
  /// Household keys, in a file of their own.
  package var keyDatabase: any SQLDatabase
  package var randomness: Randomness
  package var clock: @Sendable () -> ClockReading
  package var boot: BootID
  package var zone: ZoneOffset
  /// `rounds-server/<version>`
  package var program: String
  /// What the hash of a password costs. Less than the standard is for tests alone, most of whose time it would be.
  package var passwordCost = PasswordHash.Cost.standard

  package init(
    database: any SQLDatabase, keyDatabase: any SQLDatabase, randomness: Randomness,
    clock: @escaping @Sendable () -> ClockReading, boot: BootID, zone: ZoneOffset, program: String
  ) {
    self.database = database
    self.keyDatabase = keyDatabase
    self.randomness = randomness
    self.clock = clock
    self.boot = boot
    self.zone = zone
    self.program = program
  }
}

/// The office's private keys; they live in an owner-only file beside the databases.
///
/// Layout of the file: the eight bytes `OFFICE\0\1`, then four seeds of 32 bytes: signing, sealing,
/// key table, challenges.
package struct OfficeSecrets: Sendable {
  package let signing: SigningKey
  package let sealing: SealingKey
  /// Seals household keys in the key table.
  package let storeKey: DataKey
  package let challengeKey: [UInt8]

  private static let mark = Array("OFFICE".utf8) + [0, 1]

  package init?(_ randomness: Randomness) { self.init(seeds: randomness.bytes(128)) }

  /// - Returns: nothing when the bytes are no file of ours.
  package init?(file: [UInt8]) {
    guard file.count == 136, Array(file.prefix(8)) == Self.mark else { return nil }
    self.init(seeds: Array(file.dropFirst(8)))
  }

  private init?(seeds: [UInt8]) {
    guard seeds.count == 128, let signing = SigningKey(seed: Array(seeds[0..<32])),
      let sealing = SealingKey(seed: Array(seeds[32..<64])),
      let storeKey = DataKey(bytes: Array(seeds[64..<96]))
    else { return nil }
    self.signing = signing
    self.sealing = sealing
    self.storeKey = storeKey
    challengeKey = Array(seeds[96..<128])
  }

  package var file: [UInt8] {
    Self.mark + signing.seed + sealing.seed + storeKey.bytes + challengeKey
  }
}
