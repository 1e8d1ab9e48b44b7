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
  package let device: VerifyingKey
  package let account: AccountID
  /// The office-signed envelope that enrolled this device.
  package let envelope: [UInt8]

  /// - Throws: `FieldFault.failed` when the laptop is not enrolled.
  package init(_ connection: any SQLConnection) throws {
    guard let enrolment = try Meta.bytes("enrolment", connection),
      let signingKey = try Meta.bytes("office.signingKey", connection)
        .flatMap(VerifyingKey.init(bytes:)),
      let sealingKey = try Meta.bytes("office.sealingKey", connection)
        .flatMap(SealingPublicKey.init(bytes:)),
      let company = try Meta.bytes("office.company", connection).flatMap(ScopeID.init(bytes:)),
      let name = try Meta.bytes("office.name", connection),
      let person = try Self.person(enrolledBy: enrolment)
    else { throw FieldFault.failed(Message(.notEnrolled)) }
    office = OfficeIdentity(
      signingKey: signingKey, sealingKey: sealingKey, company: company,
      name: String(decoding: name, as: UTF8.self))
    device = person.device
    account = person.account
    envelope = enrolment
  }

  /// The laptop and the account that an office's bundle enrols.
  /// - Returns: nothing when it enrols nobody.
  /// - Throws: `WireFault` when the envelope cannot be read.
  private static func person(
    enrolledBy envelope: [UInt8]
  ) throws -> (device: VerifyingKey, account: AccountID)? {
    enrolled(by: try Verification.stored(envelope)).first
  }

  /// Every laptop that a bundle enrols, with its account. Who signed the bundle is for the caller to
  /// look at.
  static func enrolled(
    by bundle: VerifiedBundle
  ) -> [(device: VerifyingKey, account: AccountID)] {
    bundle.bundle.changes.compactMap { change in
      guard change.type == .device, case .bytes(let bytes)? = change[DeviceField.signingKey],
        let device = VerifyingKey(bytes: bytes),
        case .reference(let account)? = change[DeviceField.account]
      else { return nil }
      return (device, account.id.named())
    }
  }
}
