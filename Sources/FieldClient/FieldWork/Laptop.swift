package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import RecordStore
package import SyncProtocol
package import VisitModel
package import WireFormat
import Wording

/// An enrolled laptop: its world, its keys, its office and its person. Use cases extend it, one verb
/// a file.
package struct Laptop: Sendable {
  package let environment: FieldEnvironment
  package let secrets: DeviceSecrets
  package let office: OfficeIdentity
  package let account: AccountID
  package let url: String
  /// A file of certificate authorities to trust instead of the system's.
  package let authorities: String?
  /// The office-signed envelope that enrolled this device.
  package let enrolment: [UInt8]

  /// Opens the laptop that `enrol` made.
  /// - Throws: `FieldFault.failed` when it is not enrolled yet or its files do not belong together.
  package init(_ environment: FieldEnvironment) throws {
    guard let file = try environment.secrets.load() else {
      throw FieldFault.failed(Message(.notEnrolled))
    }
    guard let secrets = DeviceSecrets(file: file) else {
      throw FieldFault.failed(Message(.secretsDamaged))
    }
    let facts = try environment.database.read { connection in
      (
        try Meta.bytes("office.signingKey", connection),
        try Meta.bytes("office.sealingKey", connection),
        try Meta.bytes("office.company", connection), try Meta.bytes("office.name", connection),
        try Meta.bytes("account", connection), try Meta.bytes("url", connection),
        try Meta.bytes("authorities", connection), try Meta.bytes("enrolment", connection)
      )
    }
    guard let signingKey = facts.0.flatMap(VerifyingKey.init(bytes:)),
      let sealingKey = facts.1.flatMap(SealingPublicKey.init(bytes:)),
      let company = facts.2.flatMap(ScopeID.init(bytes:)), let name = facts.3,
      let account = facts.4.flatMap(AccountID.init(bytes:)), let url = facts.5,
      let enrolment = facts.7
    else { throw FieldFault.failed(Message(.notEnrolled)) }
    self.environment = environment
    self.secrets = secrets
    office = OfficeIdentity(
      signingKey: signingKey, sealingKey: sealingKey, company: company,
      name: String(decoding: name, as: UTF8.self))
    self.account = account
    self.url = String(decoding: url, as: UTF8.self)
    authorities = facts.6.map { String(decoding: $0, as: UTF8.self) }
    self.enrolment = enrolment
  }

  package var author: Author {
    Author(
      key: secrets.signing, account: account, program: environment.program,
      zone: environment.zone, boot: environment.boot)
  }

  package var now: Instant { environment.clock().now }

  /// Reads the replica.
  package func read<Result>(_ body: (Replica) throws -> Result) throws -> Result {
    try environment.database.read { try body(Replica($0)) }
  }

  /// Changes the replica in one durable transaction.
  @discardableResult
  package func write<Result>(_ body: (Replica) throws -> Result) throws -> Result {
    try environment.database.write { try body(Replica($0)) }
  }

  /// Writes one bundle of this person and leaves it pending.
  @discardableResult
  package func write(
    _ edits: [RecordEdit], in scope: ScopeID, saw: [RecordID: [ChangeID]] = [:],
    keys: [NewHouseholdKey] = [], on replica: Replica
  ) throws -> VerifiedBundle {
    let bundle = try replica.write(
      edits, in: scope, saw: saw, by: author, at: environment.clock(), delivery: .pending)
    for key in keys { try OutgoingKeys(replica.connection).add(key.wrapped, with: bundle.id) }
    return bundle
  }
}
