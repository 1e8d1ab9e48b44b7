import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
package import SyncProtocol
import VisitModel

/// `/v1/enrol` as bytes.
package enum EnrolCodec {
  /// - Parameter code: the public part of a one-time code and the sealed rest; nothing to ask who
  ///   the office is.
  package static func encodeRequest(_ code: (id: [UInt8], sealed: [UInt8])?) throws -> [UInt8] {
    var message = Rounds_V1_EnrolRequest()
    message.protocol = ProtocolVersion.current
    if let code {
      message.codeID = bytesField(code.id)
      message.sealed = bytesField(code.sealed)
    }
    return try message.serializedBytes()
  }

  package static func decodeRequest(
    _ bytes: [UInt8]
  ) throws(WireFault) -> (id: [UInt8], sealed: [UInt8])? {
    let message: Rounds_V1_EnrolRequest
    do { message = try Rounds_V1_EnrolRequest(serializedBytes: bytes) } catch {
      throw .malformed("not an enrolment request")
    }
    if message.codeID.isEmpty, message.sealed.isEmpty { return nil }
    return (message.codeID.array, message.sealed.array)
  }

  package static func encode(_ secret: EnrolSecret) throws -> [UInt8] {
    var message = Rounds_V1_EnrolSecret()
    message.secret = bytesField(secret.secret)
    message.device = bytesField(secret.device.bytes)
    message.sealingKey = bytesField(secret.sealingKey.bytes)
    message.possession = bytesField(secret.possession)
    message.laptop = secret.laptop
    message.program = secret.program
    return try message.serializedBytes()
  }

  package static func decodeSecret(_ bytes: [UInt8]) throws(WireFault) -> EnrolSecret {
    let message: Rounds_V1_EnrolSecret
    do { message = try Rounds_V1_EnrolSecret(serializedBytes: bytes) } catch {
      throw .malformed("not an enrolment secret")
    }
    guard let device = VerifyingKey(bytes: message.device),
      let sealingKey = SealingPublicKey(bytes: message.sealingKey),
      message.laptop.utf8.count <= 256, message.program.utf8.count <= 64
    else { throw .malformed("an enrolment secret") }
    return EnrolSecret(
      secret: message.secret.array, device: device, sealingKey: sealingKey,
      possession: message.possession.array, laptop: message.laptop, program: message.program)
  }

  package static func encode(_ response: EnrolResponse) throws -> [UInt8] {
    var message = Rounds_V1_EnrolResponse()
    message.office.signingKey = bytesField(response.office.signingKey.bytes)
    message.office.sealingKey = bytesField(response.office.sealingKey.bytes)
    message.office.company = bytesField(response.office.company.bytes)
    message.office.name = response.office.name
    message.outcome = UInt32(response.outcome.rawValue)
    message.reason = UInt32(response.refusal.rawValue)
    message.enrolment = bytesField(response.enrolment)
    if let account = response.account { message.account = bytesField(account.bytes) }
    message.follow = response.follow.map { bytesField($0.bytes) }
    message.challenge = bytesField(response.challenge)
    return try message.serializedBytes()
  }

  package static func decodeResponse(_ bytes: [UInt8]) throws(WireFault) -> EnrolResponse {
    let message: Rounds_V1_EnrolResponse
    do { message = try Rounds_V1_EnrolResponse(serializedBytes: bytes) } catch {
      throw .malformed("not an enrolment answer")
    }
    guard let signingKey = VerifyingKey(bytes: message.office.signingKey),
      let sealingKey = SealingPublicKey(bytes: message.office.sealingKey),
      let outcome = EnrolResponse.Outcome(rawValue: Int(message.outcome))
    else { throw .malformed("an enrolment answer") }
    var account: AccountID?
    if !message.account.isEmpty {
      guard let id = AccountID(bytes: message.account) else { throw .malformed("an account") }
      account = id
    }
    var follow: [ScopeID] = []
    for scope in message.follow { follow.append(try scopeID(scope)) }
    return EnrolResponse(
      office: OfficeIdentity(
        signingKey: signingKey, sealingKey: sealingKey,
        company: try scopeID(message.office.company), name: message.office.name),
      outcome: outcome, refusal: EnrolRefusal(rawValue: Int(message.reason)) ?? .none,
      enrolment: message.enrolment.array, account: account, follow: follow,
      challenge: message.challenge.array)
  }
}
