package import ConflictFreeRecords
package import Fingerprint
package import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
package import WireFormat
import Wording

/// An enrolled laptop whose vault is open: its world, its keys, its office and its person. Use cases
/// extend it, one verb a file.
package struct Laptop: EnrolledLaptop {
  package let environment: FieldEnvironment
  package let membership: Membership
  package let secrets: DeviceSecrets

  /// Opens the laptop that `enrol` made, and begins its vault's window anew.
  /// - Throws: `FieldFault.failed` when it is not enrolled yet, its files do not belong together, or
  ///   its vault is locked.
  package init(_ environment: FieldEnvironment) throws {
    let (membership, file) = try Membership.load(environment)
    guard let secrets = try environment.vault.secrets(in: file, renewing: true) else {
      throw FieldFault.failed(Message(.vaultLocked))
    }
    try membership.require(fitting: secrets)
    self.init(environment: environment, membership: membership, secrets: secrets)
  }

  init(environment: FieldEnvironment, membership: Membership, secrets: DeviceSecrets) {
    self.environment = environment
    self.membership = membership
    self.secrets = secrets
  }

  package var device: VerifyingKey { secrets.signing.verifyingKey }
  package var openSecrets: DeviceSecrets? { secrets }
  package func requestSigner() -> RequestSigner { .device(secrets.signing) }

  package var author: Author {
    Author(
      key: secrets.signing, account: account, program: environment.program,
      zone: environment.zone, boot: environment.boot)
  }

  /// Writes one bundle of this person and leaves it pending.
  @discardableResult
  package func write(
    _ edits: [RecordEdit], in scope: ScopeID, saw: [RecordID: [ChangeID]] = [:],
    keys: [NewHouseholdKey] = [], on replica: Replica
  ) throws -> VerifiedBundle {
    let bundle = try replica.write(
      edits, in: scope, saw: saw, by: author, at: environment.clock(), delivery: .pending)
    // The office keeps no key that no text of its bundle uses. A key that was made for a text that was left out
    // waits here for the first bundle with one.
    let named = bundle.bundle.keysNamed
    for key in keys where named.contains(key.wrapped.id) || KnownBug.active == .keyWithoutText {
      try OutgoingKeys(replica.connection).add(key.wrapped, with: bundle.id)
    }
    return bundle
  }
}
