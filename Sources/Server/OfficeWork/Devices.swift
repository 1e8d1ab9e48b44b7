import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// A laptop as the office's log knows it.
package struct Device: Hashable, Sendable {
  package let key: VerifyingKey
  package let sealingKey: SealingPublicKey
  package let account: AccountID
  package let name: String
  package let enrolledAt: Instant
  package let revokedAt: Instant?
}

extension Office {
  /// A code lives this long (24 h) and may be tried this often.
  package static let codeLifetimeMs: Int64 = 24 * 3_600_000
  package static let codeTriesMax = 5

  /// Issues a one-time code for a person's laptop. It is shown once; only its hash is kept.
  /// - Throws: `OfficeFault.failed` for an account that is not known, or is disabled.
  package func invite(_ account: AccountID) throws -> EnrolmentCode {
    guard
      let code = EnrolmentCode(
        id: environment.randomness.bytes(EnrolmentCode.idByteCount),
        secret: environment.randomness.bytes(EnrolmentCode.secretByteCount), office: identity)
    else { throw OfficeFault.failed(Message(.officeNotInitialised)) }
    try write { replica in
      try requireEnabled(account, on: replica)
      try replica.connection.run(
        """
        INSERT INTO enrolmentCode (id, secretHash, account, issuedMs, tries, device)
        VALUES (?,?,?,?,0,NULL)
        """,
        [
          .blob(code.id), .blob(EnrolmentCode.hash(ofSecret: code.secret).bytes),
          .blob(account.bytes), .integer(now.millisecondsSince1970),
        ])
    }
    return code
  }

  /// Answers one enrolment request. A try with a wrong secret is counted before it is refused.
  package func enrol(_ code: (id: [UInt8], sealed: [UInt8])?) throws -> EnrolResponse {
    guard let code else { return EnrolResponse(office: identity, outcome: .identity) }
    let secret: EnrolSecret
    do {
      secret = try EnrolCodec.decodeSecret(
        try secrets.sealing.open(code.sealed, info: KeyWrap.enrolment, context: code.id))
    } catch { return refusal(.badRequest) }
    let message = EnrolSecret.possessionMessage(
      secret: secret.secret, device: secret.device, sealingKey: secret.sealingKey)
    guard secret.device.isValid(secret.possession, for: message) else {
      return refusal(.badRequest)
    }
    return try write { replica in try enrol(secret, codeID: code.id, on: replica) }
  }

  private func enrol(
    _ secret: EnrolSecret, codeID: [UInt8], on replica: Replica
  ) throws -> EnrolResponse {
    let row = try replica.connection.first(
      "SELECT secretHash, account, issuedMs, tries, device FROM enrolmentCode WHERE id = ?",
      [.blob(codeID)]
    ) { row in
      (
        hash: try row.blob(0), account: AccountID(bytes: try row.blob(1)),
        issuedMs: try row.integer(2), tries: Int(try row.integer(3)),
        device: row.isNull(4) ? nil : try row.blob(4)
      )
    }
    guard let row, let account = row.account else { return refusal(.unknownCode) }
    guard row.tries < Self.codeTriesMax else { return refusal(.triesExhausted) }
    guard row.hash == EnrolmentCode.hash(ofSecret: secret.secret).bytes else {
      try replica.connection.run(
        "UPDATE enrolmentCode SET tries = tries + 1 WHERE id = ?", [.blob(codeID)])
      return refusal(.wrongSecret)
    }
    if let device = row.device {
      // A repetition after a lost answer shows the same key and is answered as before.
      guard device == secret.device.bytes else { return refusal(.used) }
      return try enrolled(secret.device, account, on: replica)
    }
    guard now.millisecondsSince1970 - row.issuedMs <= Self.codeLifetimeMs else {
      return refusal(.expired)
    }
    let bundle = try publish(
      [
        RecordEdit(
          .device, RecordIdentity.device(secret.device.bytes),
          [
            DeviceField.signingKey: .bytes(secret.device.bytes),
            DeviceField.sealingKey: .bytes(secret.sealingKey.bytes),
            DeviceField.account: .reference(accountKey(account)),
            DeviceField.enrolledAt: .instant(now), DeviceField.name: .text(secret.laptop),
          ])
      ], in: company, on: replica)
    try Meta.set("enrolment.\(secret.device)", bundle.id.bytes, replica.connection)
    try noteEnrolled(secret.device, on: replica)
    try replica.connection.run(
      "UPDATE enrolmentCode SET device = ? WHERE id = ?",
      [.blob(secret.device.bytes), .blob(codeID)])
    return try enrolled(secret.device, account, on: replica)
  }

  private func enrolled(
    _ device: VerifyingKey, _ account: AccountID, on replica: Replica
  ) throws -> EnrolResponse {
    guard let id = try Meta.bytes("enrolment.\(device)", replica.connection).flatMap(BundleID.init),
      let bundle = try replica.log.bundle(id),
      let person = try self.person(account, on: replica)
    else { return refusal(.unknownCode) }
    return EnrolResponse(
      office: identity, outcome: .enrolled, enrolment: bundle.envelope, account: account,
      follow: [company] + person.sites,
      challenge: Challenge(secret: secrets.challengeKey).issue(to: device.bytes, at: now))
  }

  private func refusal(_ reason: EnrolRefusal) -> EnrolResponse {
    EnrolResponse(office: identity, outcome: .refused, refusal: reason)
  }

  package func device(_ key: VerifyingKey, on replica: Replica) throws -> Device? {
    let name = RecordKey(scope: company, type: .device, id: RecordIdentity.device(key.bytes))
    return try replica.records.state(of: name).flatMap(device)
  }

  package func devices(on replica: Replica) throws -> [Device] {
    let digest = try replica.feed.head(company)?.view ?? .empty
    return try laptops.value(at: digest) {
      try replica.records.states(of: .device, in: company).compactMap { device($0.state) }
    }
  }

  /// The laptop of a record.
  package func device(_ record: RecordID, on replica: Replica) throws -> Device? {
    try replica.records.state(of: RecordKey(scope: company, type: .device, id: record))
      .flatMap { device($0) }
  }

  func device(_ state: RecordState) -> Device? {
    guard let key = state.bytes(DeviceField.signingKey).flatMap(VerifyingKey.init(bytes:)),
      let sealing = state.bytes(DeviceField.sealingKey).flatMap(SealingPublicKey.init(bytes:)),
      let account = state.reference(DeviceField.account),
      let enrolledAt = state.instant(DeviceField.enrolledAt)
    else { return nil }
    return Device(
      key: key, sealingKey: sealing, account: account.id.named(),
      name: state.text(DeviceField.name) ?? "", enrolledAt: enrolledAt,
      revokedAt: state.instant(DeviceField.revokedAt))
  }

  /// Takes a laptop's right away, at once: it is looked up at each request. Notes are no longer sealed
  /// to it either. Idempotent: the first moment stays, because later work is judged by it.
  /// - Parameter decider: an administrator; the office itself for a command.
  package func revoke(_ key: VerifyingKey, by decider: AccountID = Office.account) throws {
    try write { replica in
      try requireAdministrator(decider, on: replica)
      guard let device = try self.device(key, on: replica) else {
        throw OfficeFault.failed(Message(.deviceUnknown, [key.fingerprint]))
      }
      guard device.revokedAt == nil else { return }
      try publish(
        [
          RecordEdit(
            .device, RecordIdentity.device(key.bytes), [DeviceField.revokedAt: .instant(now)])
        ], in: company, by: decider, on: replica)
      for site in try SiteView.all(in: replica) {
        let id = RecordIdentity.custodianKey(site: site.scope, key: device.sealingKey.bytes)
        let name = RecordKey(scope: site.scope, type: .custodianKey, id: id)
        guard try replica.records.state(of: name) != nil else { continue }
        try publish(
          [RecordEdit(.custodianKey, id, [CustodianKeyField.withdrawnAt: .instant(now)])],
          in: site.scope, by: decider, on: replica)
      }
    }
  }
}
