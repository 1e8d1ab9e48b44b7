package import Fingerprint
package import RecordStore
package import VisitModel

/// Everything a use case needs of the world, chosen once in `main` and handed in.
package struct FieldEnvironment: Sendable {
  /// The log and its tables.
  package var database: any SQLDatabase
  /// Household keys, in a file of their own.
  package var keyDatabase: any SQLDatabase
  /// `device.key`
  package var secrets: any SecretFile
  /// Another owner-only file beside it, by name.
  package var secretFile: @Sendable (_ name: String) -> any SecretFile = { _ in NoFile() }
  /// Where the key of an open vault waits.
  package var unlockedKeys: any UnlockedKeys = KeyInHand()
  /// The machine's own id, which its system drew when it was installed; nothing where it has none.
  package var machine: [UInt8]?
  /// Of passphrases set from now on.
  package var passphraseCost = PassphraseCost.standard
  package var randomness: Randomness
  package var clock: @Sendable () -> ClockReading
  /// This start of the machine.
  package var boot: BootID
  package var zone: ZoneOffset
  /// `rounds/<version>`
  package var program: String
  /// In which the office tells this person why something is held.
  package var language = "zh-Hans"
  /// Opens a way to an office's address, trusting a CA file if one is named.
  package var connect: @Sendable (_ url: String, _ authorities: String?) -> any Transport

  package init(
    database: any SQLDatabase, keyDatabase: any SQLDatabase, secrets: any SecretFile,
    randomness: Randomness, clock: @escaping @Sendable () -> ClockReading, boot: BootID,
    zone: ZoneOffset, program: String,
    connect: @escaping @Sendable (_ url: String, _ authorities: String?) -> any Transport
  ) {
    self.database = database
    self.keyDatabase = keyDatabase
    self.secrets = secrets
    self.randomness = randomness
    self.clock = clock
    self.boot = boot
    self.zone = zone
    self.program = program
    self.connect = connect
  }

  /// Creates the tables and the installation's writer id where they are missing, and finishes a
  /// repeated enrolment that was cut short. Idempotent.
  package func prepare() throws {
    try database.write { connection in
      try Schema.prepare(connection, database.dialect)
      if try Meta.bytes("writer", connection) == nil {
        try Replica(connection).mintWriter(randomness.word())
      }
    }
    try keyDatabase.write { try KeyTable.prepare($0, keyDatabase.dialect) }
    try finishNewKeys()
  }
}
