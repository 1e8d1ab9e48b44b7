package import Fingerprint
package import RecordStore
package import SyncProtocol
package import VisitModel
package import WireFormat
import Wording

/// A laptop that was enrolled, whether its vault is open or locked: what can be done without its
/// secrets is written for this, what needs them for `Laptop`.
package protocol EnrolledLaptop: Sendable {
  var environment: FieldEnvironment { get }
  var membership: Membership { get }
  /// This laptop's public name.
  var device: VerifyingKey { get }
  /// Nothing while the vault is locked. The device named above is that of these secrets.
  var openSecrets: DeviceSecrets? { get }
  /// Who signs this laptop's requests, so that the office takes them for this device's.
  /// - Throws: `FieldFault.failed` where the vault is locked and the transport key cannot be used.
  func requestSigner() throws -> RequestSigner
}

/// What enrolment made of this machine: whose laptop it is, and of which office.
package struct Membership: Sendable {
  package let office: OfficeIdentity
  package let account: AccountID
  package let url: String
  /// A file of certificate authorities to trust instead of the system's.
  package let authorities: String?
  /// The office-signed envelope that enrolled this device.
  package let enrolment: [UInt8]
  /// Which device that is; nothing where an older program enrolled it.
  package let device: VerifyingKey?

  /// - Returns: nothing when the machine is not enrolled.
  package init?(_ connection: any SQLConnection) throws {
    guard
      let signingKey = try Meta.bytes("office.signingKey", connection)
        .flatMap(VerifyingKey.init(bytes:)),
      let sealingKey = try Meta.bytes("office.sealingKey", connection)
        .flatMap(SealingPublicKey.init(bytes:)),
      let company = try Meta.bytes("office.company", connection).flatMap(ScopeID.init(bytes:)),
      let name = try Meta.bytes("office.name", connection),
      let account = try Meta.bytes("account", connection).flatMap(AccountID.init(bytes:)),
      let url = try Meta.bytes("url", connection),
      let enrolment = try Meta.bytes("enrolment", connection)
    else { return nil }
    office = OfficeIdentity(
      signingKey: signingKey, sealingKey: sealingKey, company: company,
      name: String(decoding: name, as: UTF8.self))
    self.account = account
    self.url = String(decoding: url, as: UTF8.self)
    authorities = try Meta.bytes("authorities", connection)
      .map { String(decoding: $0, as: UTF8.self) }
    self.enrolment = enrolment
    device = try Meta.bytes("device", connection).flatMap(VerifyingKey.init(bytes:))
  }

  /// The machine's membership and its key file, which must belong together.
  /// - Throws: `FieldFault.failed` when it is not enrolled yet or they do not; `StoreFault.damaged` when
  ///   what it knows of its enrolment is not what the office signed.
  static func load(
    _ environment: FieldEnvironment
  ) throws -> (membership: Membership, file: VaultFile) {
    guard let file = try environment.vault.load() else {
      throw FieldFault.failed(Message(.notEnrolled))
    }
    guard let membership = try environment.database.read({ try Membership($0) }) else {
      let facts = try environment.database.read { try EnrolmentFacts($0, key: file.device) }
      if facts.isEnrolled { throw StoreFault.damaged(facts.wrong.joined(separator: ", ")) }
      throw FieldFault.failed(Message(.notEnrolled))
    }
    if let device = membership.device, device != file.device {
      throw FieldFault.failed(Message(.keysOfAnotherEnrolment))
    }
    guard try membership.enrolled().account == membership.account else {
      throw StoreFault.damaged("the account")
    }
    return (membership, file)
  }

  private func enrolled() throws -> EnrolledDevice {
    guard let enrolled = try EnrolledDevice(in: enrolment) else {
      throw StoreFault.damaged("the enrolment")
    }
    return enrolled
  }

  /// - Throws: `FieldFault.failed` for secrets that are not those which were enrolled: what the office
  ///   seals to this laptop could not be opened, and that would look like a fault of the network.
  func require(fitting secrets: DeviceSecrets) throws {
    guard try enrolled().fits(secrets) else {
      throw FieldFault.failed(Message(.keysOfAnotherEnrolment))
    }
  }
}

/// A laptop whose vault is locked: it shows what is not personal, and syncs with a key of its own.
package struct LockedLaptop: EnrolledLaptop {
  package let environment: FieldEnvironment
  package let membership: Membership
  package let device: VerifyingKey
  package var openSecrets: DeviceSecrets? { nil }

  package func requestSigner() throws -> RequestSigner {
    guard let key = try environment.transportKey(of: device) else {
      throw FieldFault.failed(Message(.lockedWithoutTransport))
    }
    return .transport(key.key, of: device, delegation: key.delegation)
  }
}

extension FieldEnvironment {
  /// The laptop as it can be had without asking anybody: open if its vault is, without beginning its
  /// window anew, and locked otherwise.
  /// - Throws: `FieldFault.failed` when it is not enrolled yet or its files do not belong together.
  package func enrolledLaptop() throws -> any EnrolledLaptop {
    let (membership, file) = try Membership.load(self)
    if let secrets = try vault.secrets(in: file, renewing: false) {
      try membership.require(fitting: secrets)
      return Laptop(environment: self, membership: membership, secrets: secrets)
    }
    return LockedLaptop(environment: self, membership: membership, device: file.device)
  }
}

extension EnrolledLaptop {
  package var office: OfficeIdentity { membership.office }
  package var account: AccountID { membership.account }
  package var url: String { membership.url }
  package var authorities: String? { membership.authorities }
  package var enrolment: [UInt8] { membership.enrolment }

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
}
