package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import RecordStore
package import SyncProtocol
package import VisitModel
package import WireFormat
import Wording

/// The office: the replica that holds every site, decides admission and assigns positions. Use cases
/// extend it, one verb a file.
package struct Office: Sendable {
  package let environment: OfficeEnvironment
  package let secrets: OfficeSecrets
  package let company: ScopeID
  package let name: String
  package let epoch: Epoch
  let reports = ReportShelf()
  let laptops = CompanyShelf<[Device]>()
  let staff = CompanyShelf<[Person]>()
  private let siteShelf = SiteShelf()
  package let uploads = UploadShelf()

  /// Opens what `initialise` made.
  /// - Throws: `OfficeFault.failed` when it is not initialised, or the secret file is another's.
  package init(_ environment: OfficeEnvironment, _ secrets: OfficeSecrets) throws {
    let facts = try environment.database.read { connection in
      (
        try Meta.bytes("company", connection), try Meta.bytes("company.name", connection),
        try Meta.bytes("epoch", connection), try Meta.bytes("office.signingKey", connection)
      )
    }
    guard let company = facts.0.flatMap(ScopeID.init(bytes:)), let name = facts.1,
      let epoch = facts.2.flatMap(Epoch.init(bytes:)), let signingKey = facts.3
    else { throw OfficeFault.failed(Message(.officeNotInitialised)) }
    guard signingKey == secrets.signing.verifyingKey.bytes else {
      throw OfficeFault.failed(Message(.officeSecretsOfAnother))
    }
    self.init(
      environment, secrets, company: company, name: String(decoding: name, as: UTF8.self),
      epoch: epoch)
    // An office made by an earlier program lacks the newer tables.
    try environment.database.write {
      try Schema.prepare($0, environment.database.dialect)
      try OfficeTables.prepare($0, environment.database.dialect)
      try SiteSheetTable.prepare($0, environment.database.dialect, for: environment.program)
    }
  }

  private init(
    _ environment: OfficeEnvironment, _ secrets: OfficeSecrets, company: ScopeID, name: String,
    epoch: Epoch
  ) {
    self.environment = environment
    self.secrets = secrets
    self.company = company
    self.name = name
    self.epoch = epoch
  }

  /// Makes a new, empty office in empty databases. It is there with its company's record or not at
  /// all, wherever this stops.
  /// - Throws: `OfficeFault.failed` when there is an office already.
  package static func initialise(
    _ environment: OfficeEnvironment, _ secrets: OfficeSecrets, name: String
  ) throws -> Office {
    let office = Office(
      environment, secrets, company: ScopeID(prefixOf: environment.randomness.bytes(16)),
      name: name, epoch: Epoch(prefixOf: environment.randomness.bytes(16)))
    try environment.keyDatabase.write {
      try KeyTable.prepare($0, environment.keyDatabase.dialect)
    }
    try environment.database.write { connection in
      try Schema.prepare(connection, environment.database.dialect)
      try OfficeTables.prepare(connection, environment.database.dialect)
      try SiteSheetTable.prepare(
        connection, environment.database.dialect, for: environment.program)
      guard try Meta.bytes("company", connection) == nil else {
        throw OfficeFault.failed(Message(.officeAlreadyInitialised))
      }
      try Meta.set("company", office.company.bytes, connection)
      try Meta.set("company.name", Array(name.utf8), connection)
      try Meta.set("epoch", office.epoch.bytes, connection)
      try Meta.set("office.signingKey", secrets.signing.verifyingKey.bytes, connection)
      let replica = Replica(connection)
      try replica.mintWriter(environment.randomness.word())
      try office.publish(
        [
          RecordEdit(
            .company, office.company.named(),
            [
              CompanyField.name: .text(name),
              CompanyField.signingKey: .bytes(secrets.signing.verifyingKey.bytes),
              CompanyField.sealingKey: .bytes(secrets.sealing.publicKey.bytes),
            ])
        ], in: office.company, on: replica)
    }
    return office
  }

  package var identity: OfficeIdentity {
    OfficeIdentity(
      signingKey: secrets.signing.verifyingKey, sealingKey: secrets.sealing.publicKey,
      company: company, name: name)
  }

  package var now: Instant { environment.clock().now }

  /// The office itself, as an author.
  package static let account = AccountID(high: 0, low: 0)

  package func read<Result>(_ body: (Replica) throws -> Result) throws -> Result {
    try environment.database.read {
      try body(Replica(snapshot: $0, company: company, sites: siteShelf))
    }
  }

  @discardableResult
  package func write<Result>(_ body: (Replica) throws -> Result) throws -> Result {
    try environment.database.write { try body(Replica($0)) }
  }

  /// Writes an office-signed bundle and publishes it in its scope's feed.
  ///
  /// - Parameters:
  ///   - saw: for records whose editor was shown less than the present frontier.
  ///   - account: who acted at the office; the office itself where nobody did.
  @discardableResult
  package func publish(
    _ edits: [RecordEdit], in scope: ScopeID, saw: [RecordID: [ChangeID]] = [:],
    by account: AccountID = Office.account, on replica: Replica
  ) throws -> VerifiedBundle {
    let author = Author(
      key: secrets.signing, account: account, program: environment.program,
      zone: environment.zone, boot: environment.boot)
    let bundle = try replica.write(
      edits, in: scope, saw: saw, by: author, at: environment.clock(), delivery: .none)
    try replica.publish(bundle.id, in: scope)
    try notePetitions(of: bundle, on: replica)
    return bundle
  }
}
