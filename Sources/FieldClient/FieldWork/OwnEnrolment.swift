import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// What an enrolled laptop knows of itself without opening a secret: whose it is, and which office it
/// belongs to.
package struct OwnEnrolment: Sendable {
  package let office: OfficeIdentity
  /// What the office signed of this laptop.
  let enrolled: EnrolledDevice
  /// The office-signed envelope that enrolled this device.
  package let envelope: [UInt8]

  /// - Throws: `FieldFault.failed` when the laptop is not enrolled; `StoreFault.damaged` when its
  ///   enrolment cannot be read.
  package init(_ connection: any SQLConnection) throws {
    guard let enrolment = try Meta.bytes("enrolment", connection),
      let signingKey = try Meta.bytes("office.signingKey", connection)
        .flatMap(VerifyingKey.init(bytes:)),
      let sealingKey = try Meta.bytes("office.sealingKey", connection)
        .flatMap(SealingPublicKey.init(bytes:)),
      let company = try Meta.bytes("office.company", connection).flatMap(ScopeID.init(bytes:)),
      let name = try Meta.bytes("office.name", connection),
      let enrolled = try EnrolledDevice(in: enrolment)
    else { throw FieldFault.failed(Message(.notEnrolled)) }
    office = OfficeIdentity(
      signingKey: signingKey, sealingKey: sealingKey, company: company,
      name: String(decoding: name, as: UTF8.self))
    self.enrolled = enrolled
    envelope = enrolment
  }

  package var device: VerifyingKey { enrolled.device }
  package var account: AccountID { enrolled.account }
}

/// A laptop as an office's bundle enrols it.
struct EnrolledDevice: Hashable {
  let device: VerifyingKey
  let account: AccountID
  /// What household keys are sealed to on their way to it; nothing where the bundle names none.
  let sealingKey: SealingPublicKey?

  /// The first laptop that a kept enrolment names.
  /// - Returns: nothing when it enrols nobody.
  /// - Throws: `StoreFault.damaged` when it cannot be read.
  init?(in enrolment: [UInt8]) throws {
    guard let first = try Self.all(in: Stored.bundle(enrolment)).first else { return nil }
    self = first
  }

  private init(device: VerifyingKey, account: AccountID, sealingKey: SealingPublicKey?) {
    self.device = device
    self.account = account
    self.sealingKey = sealingKey
  }

  /// Every laptop that a bundle enrols. Who signed the bundle is for the caller to look at.
  static func all(in bundle: VerifiedBundle) -> [EnrolledDevice] {
    bundle.bundle.changes.compactMap { change in
      guard change.type == .device, case .bytes(let bytes)? = change[DeviceField.signingKey],
        let device = VerifyingKey(bytes: bytes),
        case .reference(let account)? = change[DeviceField.account]
      else { return nil }
      var sealingKey: SealingPublicKey?
      if case .bytes(let bytes)? = change[DeviceField.sealingKey] {
        sealingKey = SealingPublicKey(bytes: bytes)
      }
      return EnrolledDevice(
        device: device, account: account.id.named(), sealingKey: sealingKey)
    }
  }

  /// Whether these are the secrets whose public halves the office was shown. A key file that differs in
  /// one bit signs as somebody else, or opens nothing of what the office hands out.
  func fits(_ secrets: DeviceSecrets) -> Bool {
    secrets.signing.verifyingKey == device
      && (sealingKey == nil || secrets.sealing.publicKey == sealingKey)
  }
}
