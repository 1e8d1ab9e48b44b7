package import Fingerprint
import FoundationEssentials
import SwiftProtobuf
import SyncProtocol

/// Who signs a device's requests.
package enum RequestSigner: Sendable {
  case device(SigningKey)
  /// A key that the device vouched for with a `TransportDelegation`.
  case transport(SigningKey, of: VerifyingKey, delegation: [UInt8])
}

/// A request as a laptop signs it: the path, the challenge and the body stand under one signature.
package struct SignedRequest: Hashable, Sendable {
  package let body: [UInt8]
  package let device: VerifyingKey
  package let challenge: [UInt8]
  /// The office-signed envelope that enrolled the device; a restored server may not hold it.
  package let enrolment: [UInt8]
  /// The key that signed in the device's name; nothing when the device signed itself.
  package let transportKey: VerifyingKey?

  /// A request that the device signs itself.
  /// - Throws: only if the cryptographic library or the encoder fails.
  package static func encode(
    path: String, body: [UInt8], challenge: [UInt8], enrolment: [UInt8], key: SigningKey
  ) throws -> [UInt8] {
    try encode(
      path: path, body: body, challenge: challenge, enrolment: enrolment, signer: .device(key))
  }

  /// - Throws: only if the cryptographic library or the encoder fails.
  package static func encode(
    path: String, body: [UInt8], challenge: [UInt8], enrolment: [UInt8], signer: RequestSigner
  ) throws -> [UInt8] {
    var message = Rounds_V1_SignedRequest()
    message.body = bytesField(body)
    message.challenge = bytesField(challenge)
    message.enrolment = bytesField(enrolment)
    let key: SigningKey
    switch signer {
    case .device(let own):
      key = own
      message.device = bytesField(own.verifyingKey.bytes)
    case .transport(let transportKey, of: let device, delegation: let delegation):
      key = transportKey
      message.device = bytesField(device.bytes)
      message.transportKey = bytesField(transportKey.verifyingKey.bytes)
      message.delegation = bytesField(delegation)
    }
    message.signature = bytesField(
      try key.signature(for: signedText(path: path, challenge: challenge, body: body)))
    return try message.serializedBytes()
  }

  /// - Throws: `WireFault` when the bytes are no request, or the signature is neither the device's nor
  ///   that of a key for which the device vouches.
  package init(path: String, _ bytes: [UInt8]) throws(WireFault) {
    let message: Rounds_V1_SignedRequest
    do { message = try Rounds_V1_SignedRequest(serializedBytes: bytes) } catch {
      throw .malformed("not a request")
    }
    guard let device = VerifyingKey(bytes: message.device) else {
      throw .malformed("a device key of 32 bytes")
    }
    body = message.body.array
    challenge = message.challenge.array
    self.device = device
    enrolment = message.enrolment.array
    transportKey = try Self.transportKey(message, of: device)
    guard
      (transportKey ?? device).isValid(
        message.signature.array,
        for: Self.signedText(path: path, challenge: challenge, body: body))
    else { throw .badSignature }
  }

  private static func transportKey(
    _ message: Rounds_V1_SignedRequest, of device: VerifyingKey
  ) throws(WireFault) -> VerifyingKey? {
    if message.transportKey.isEmpty, message.delegation.isEmpty { return nil }
    guard let key = VerifyingKey(bytes: message.transportKey) else {
      throw .malformed("a transport key of 32 bytes")
    }
    guard device.isValid(message.delegation.array, for: TransportDelegation.message(key)) else {
      throw .badSignature
    }
    return key
  }

  private static func signedText(path: String, challenge: [UInt8], body: [UInt8]) -> [UInt8] {
    Digest(
      domain: "rounds request v1", Array(path.utf8), [0], Digest(sha256: challenge).bytes,
      Digest(sha256: body).bytes
    ).bytes
  }
}

/// An answer as the office signs it, bound to the request it answers: nobody can replay an old one.
package enum SignedResponse {
  /// - Parameter request: the bytes of the request as they were before compression.
  package static func encode(
    path: String, request: [UInt8], body: [UInt8], key: SigningKey
  ) throws -> [UInt8] {
    var message = Rounds_V1_SignedResponse()
    message.body = bytesField(body)
    message.signature = bytesField(
      try key.signature(for: signedText(path: path, request: request, body: body)))
    return try message.serializedBytes()
  }

  /// The body, once it is known to be the office's answer to this request.
  package static func open(
    path: String, request: [UInt8], _ bytes: [UInt8], office: VerifyingKey
  ) throws(WireFault) -> [UInt8] {
    let (body, signature) = try parts(bytes)
    guard
      office.isValid(signature, for: signedText(path: path, request: request, body: body))
    else { throw .badSignature }
    return body
  }

  /// The body before the office's key is known: at enrolment, where the answer itself names the key
  /// and the one-time code its fingerprint. The caller checks both, then calls `open`.
  package static func unchecked(_ bytes: [UInt8]) throws(WireFault) -> [UInt8] {
    try parts(bytes).body
  }

  private static func parts(
    _ bytes: [UInt8]
  ) throws(WireFault) -> (body: [UInt8], signature: [UInt8]) {
    do {
      let message = try Rounds_V1_SignedResponse(serializedBytes: bytes)
      return (message.body.array, message.signature.array)
    } catch {
      throw .malformed("not an answer of Rounds")
    }
  }

  private static func signedText(path: String, request: [UInt8], body: [UInt8]) -> [UInt8] {
    Digest(
      domain: "rounds response v1", Array(path.utf8), [0], Digest(sha256: request).bytes,
      Digest(sha256: body).bytes
    ).bytes
  }
}
