import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// Makes this machine a visitor's laptop, once.
package struct Enrolment: Sendable {
  package let person: AccountID
  package let office: OfficeIdentity
  package let device: VerifyingKey
}

extension FieldEnvironment {
  /// Enrols this laptop with a one-time code.
  ///
  /// First the office says who it is and is held against the fingerprint inside the code; only then
  /// is the code's secret sent, sealed to that office. The keys are born here and are on disk before
  /// the office hears of them, so a repetition after a lost answer shows the same keys and succeeds.
  /// - Parameters:
  ///   - passphrase: closes the vault; without one the key file stays open to its owner.
  ///   - again: makes new keys for a laptop that was enrolled before (`EnrolAgain.swift`).
  /// - Throws: `FieldFault`; on `.notReached` nothing is lost and the code is still good.
  package func enrol(
    url: String, authorities: String?, code typed: String, laptopName: String,
    passphrase: Passphrase? = nil, again: Bool = false
  ) throws -> Enrolment {
    guard let code = EnrolmentCode(typed) else { throw FieldFault.failed(Message(.codeMistyped)) }
    let former = try database.read { try Membership($0) }
    if former != nil, !again { throw FieldFault.failed(Message(.alreadyEnrolled)) }
    let transport = connect(url, authorities)
    let first = try ask(transport, nil, office: nil)
    guard code.isIssued(by: first.office) else {
      throw FieldFault.failed(Message(.codeOfAnotherOffice))
    }
    if let former, former.office.signingKey != first.office.signingKey {
      throw FieldFault.failed(Message(.enrolAgainElsewhere))
    }
    let own = try again ? nextSecrets(passphrase) : firstSecrets(passphrase)
    let message = EnrolSecret.possessionMessage(
      secret: code.secret, device: own.signing.verifyingKey, sealingKey: own.sealing.publicKey)
    let secret = EnrolSecret(
      secret: code.secret, device: own.signing.verifyingKey, sealingKey: own.sealing.publicKey,
      possession: try own.signing.signature(for: message), laptop: laptopName, program: program)
    let sealed = try first.office.sealingKey.seal(
      try EnrolCodec.encode(secret), info: KeyWrap.enrolment, context: code.id)
    let answer = try ask(transport, (code.id, sealed), office: first.office.signingKey)
    guard answer.outcome == .enrolled, let account = answer.account else {
      throw FieldFault.failed(Message(.codeRefused(answer.refusal.rawValue)))
    }
    try check(answer, account, of: own, at: first.office)
    if let former, former.account != account {
      // The office knows them now as another person's.
      try secretFile(Self.nextKeysName).save([])
      throw FieldFault.failed(Message(.codeOfAnotherPerson))
    }
    try keep(
      answer, device: own.signing.verifyingKey, account: account, url: url,
      authorities: authorities, again: again)
    try finishNewKeys()
    if passphrase != nil { try provideTransportKey(own) }
    return Enrolment(
      person: account, office: answer.office, device: own.signing.verifyingKey)
  }

  /// The office's own bundle must name this device and the account of the answer.
  private func check(
    _ answer: EnrolResponse, _ account: AccountID, of own: DeviceSecrets, at office: OfficeIdentity
  ) throws {
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(answer.enrolment) } catch {
      throw FieldFault.failed(Message(.answerUnreadable, ["\(error)"]))
    }
    let named = bundle.bundle.changes.first {
      $0.type == .device
        && $0[DeviceField.signingKey] == .bytes(own.signing.verifyingKey.bytes)
    }
    guard bundle.bundle.header.device == office.signingKey, let named,
      case .reference(let person)? = named[DeviceField.account], person.id == account.named()
    else { throw FieldFault.failed(Message(.codeOfAnotherOffice)) }
  }

  /// The keys that an earlier try left, or fresh ones, on disk under the passphrase given now.
  private func firstSecrets(_ passphrase: Passphrase?) throws -> DeviceSecrets {
    switch try vault.load() {
    case .wrapped(let wrapped)?:
      // An earlier try was given one; what it showed the office can only be shown again with it.
      guard let passphrase else { throw FieldFault.failed(Message(.passphraseOfEarlierTry)) }
      return try vault.opened(wrapped, with: passphrase).secrets
    case .open(let known)?:
      if let passphrase { _ = try vault.close(known, under: passphrase) }
      return known
    case nil:
      guard let fresh = DeviceSecrets(randomness) else {
        throw FieldFault.failed(Message(.secretsDamaged))
      }
      if let passphrase {
        _ = try vault.close(fresh, under: passphrase)
      } else {
        try secrets.save(fresh.file)
      }
      return fresh
    }
  }

  private func ask(
    _ transport: any Transport, _ code: (id: [UInt8], sealed: [UInt8])?, office: VerifyingKey?
  ) throws -> EnrolResponse {
    let request = try EnrolCodec.encodeRequest(code)
    let answer: [UInt8]
    do {
      answer = try transport.post("/v1/enrol", body: request, encoding: .identity).body
    } catch { throw FieldFault(error) }
    do {
      let unchecked = try EnrolCodec.decodeResponse(SignedResponse.unchecked(answer))
      let body = try SignedResponse.open(
        path: "/v1/enrol", request: request, answer, office: office ?? unchecked.office.signingKey)
      return try EnrolCodec.decodeResponse(body)
    } catch { throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"])) }
  }

  private func keep(
    _ answer: EnrolResponse, device: VerifyingKey, account: AccountID, url: String,
    authorities: String?, again: Bool
  ) throws {
    try database.write { connection in
      let facts: [(String, [UInt8]?)] = [
        ("office.signingKey", answer.office.signingKey.bytes),
        ("office.sealingKey", answer.office.sealingKey.bytes),
        ("office.company", answer.office.company.bytes),
        ("office.name", Array(answer.office.name.utf8)), ("account", account.bytes),
        ("url", Array(url.utf8)), ("authorities", authorities.map { Array($0.utf8) }),
        ("challenge", answer.challenge), ("enrolment", answer.enrolment), ("device", device.bytes),
      ]
      for (name, value) in facts {
        if let value { try Meta.set(name, value, connection) }
      }
      let replica = Replica(connection)
      if again { try beginChain(replica) }
      for scope in answer.follow { try replica.follow(scope) }
    }
  }
}

extension FieldFault {
  /// What a transport's failure means for the person.
  init(_ failure: TransportFailure) {
    self = failure.isWeather ? .notReached(failure.message) : .failed(failure.message)
  }
}
