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
  /// - Throws: `FieldFault`; on `.notReached` nothing is lost and the code is still good.
  package func enrol(
    url: String, authorities: String?, code typed: String, laptopName: String
  ) throws -> Enrolment {
    guard let code = EnrolmentCode(typed) else { throw FieldFault.failed(Message(.codeMistyped)) }
    if try database.read({ try Meta.bytes("enrolment", $0) }) != nil {
      throw FieldFault.failed(Message(.alreadyEnrolled))
    }
    let secrets = try secretsForEnrolment()
    let transport = connect(url, authorities)
    let first = try ask(transport, nil, office: nil)
    guard code.isIssued(by: first.office) else {
      throw FieldFault.failed(Message(.codeOfAnotherOffice))
    }
    let message = EnrolSecret.possessionMessage(
      secret: code.secret, device: secrets.signing.verifyingKey,
      sealingKey: secrets.sealing.publicKey)
    let secret = EnrolSecret(
      secret: code.secret, device: secrets.signing.verifyingKey,
      sealingKey: secrets.sealing.publicKey,
      possession: try secrets.signing.signature(for: message), laptop: laptopName,
      program: program)
    let sealed = try first.office.sealingKey.seal(
      try EnrolCodec.encode(secret), info: KeyWrap.enrolment, context: code.id)
    let answer = try ask(transport, (code.id, sealed), office: first.office.signingKey)
    guard answer.outcome == .enrolled, let account = answer.account else {
      throw FieldFault.failed(Message(.codeRefused(answer.refusal.rawValue)))
    }
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(answer.enrolment) } catch {
      throw FieldFault.failed(Message(.answerUnreadable, ["\(error)"]))
    }
    let named = bundle.bundle.changes.first {
      $0.type == .device
        && $0[DeviceField.signingKey] == .bytes(secrets.signing.verifyingKey.bytes)
    }
    guard bundle.bundle.header.device == first.office.signingKey, let named,
      case .reference(let person)? = named[DeviceField.account], person.id == account.named()
    else { throw FieldFault.failed(Message(.codeOfAnotherOffice)) }
    try keep(answer, account: account, url: url, authorities: authorities)
    return Enrolment(
      person: account, office: answer.office, device: secrets.signing.verifyingKey)
  }

  private func secretsForEnrolment() throws -> DeviceSecrets {
    if let file = try secrets.load() {
      guard let known = DeviceSecrets(file: file) else {
        throw FieldFault.failed(Message(.secretsDamaged))
      }
      return known
    }
    guard let fresh = DeviceSecrets(randomness) else {
      throw FieldFault.failed(Message(.secretsDamaged))
    }
    try secrets.save(fresh.file)
    return fresh
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
    _ answer: EnrolResponse, account: AccountID, url: String, authorities: String?
  ) throws {
    try database.write { connection in
      let facts: [(String, [UInt8]?)] = [
        ("office.signingKey", answer.office.signingKey.bytes),
        ("office.sealingKey", answer.office.sealingKey.bytes),
        ("office.company", answer.office.company.bytes),
        ("office.name", Array(answer.office.name.utf8)), ("account", account.bytes),
        ("url", Array(url.utf8)), ("authorities", authorities.map { Array($0.utf8) }),
        ("challenge", answer.challenge), ("enrolment", answer.enrolment),
      ]
      for (name, value) in facts {
        if let value { try Meta.set(name, value, connection) }
      }
      let replica = Replica(connection)
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
