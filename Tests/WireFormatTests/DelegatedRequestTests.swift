import Fingerprint
import SyncProtocol
import Testing
import WireFormat

@Suite("A request signed by a key the device vouches for")
struct DelegatedRequestTests {
  private static let path = "/v1/sync"

  /// What the specification says the device signs.
  private func delegation(of transport: SigningKey, by device: SigningKey) throws -> [UInt8] {
    try device.signature(
      for: Digest(domain: "rounds transport v1", transport.verifyingKey.bytes).bytes)
  }

  /// A request by hand: whoever signs, whatever it names.
  private func message(
    device: SigningKey, transport: [UInt8], delegation: [UInt8], signedBy signer: SigningKey
  ) throws -> [UInt8] {
    let challenge = MessageSamples.challenge
    let signature = try signer.signature(
      for: Digest(
        domain: "rounds request v1", Array(Self.path.utf8), [0], Digest(sha256: challenge).bytes,
        Digest(sha256: [1, 2, 3]).bytes
      ).bytes)
    return ProtoWriter {
      $0.blob(1, [1, 2, 3])
      $0.blob(2, device.verifyingKey.bytes)
      $0.blob(3, challenge)
      $0.blob(4, signature)
      $0.blob(5, [9, 9])
      $0.blob(6, transport)
      $0.blob(7, delegation)
    }.bytes
  }

  @Test("is accepted in the device's name, and says which key signed")
  func accepted() throws {
    let (device, transport) = (try signingKey(1), try signingKey(2))
    let vouched = try delegation(of: transport, by: device)
    let bytes = try SignedRequest.encode(
      path: Self.path, body: [1, 2, 3], challenge: MessageSamples.challenge, enrolment: [9, 9],
      signer: .transport(transport, of: device.verifyingKey, delegation: vouched))
    let request = try SignedRequest(path: Self.path, bytes)
    #expect(request.device == device.verifyingKey)
    #expect(request.transportKey == transport.verifyingKey)
    #expect(request.body == [1, 2, 3])
    let byHand = try message(
      device: device, transport: transport.verifyingKey.bytes, delegation: vouched,
      signedBy: transport)
    #expect(try SignedRequest(path: Self.path, byHand) == request)
    // The nearest neighbour: the device itself signs, and names nobody.
    let own = try SignedRequest(
      path: Self.path, try message(device: device, transport: [], delegation: [], signedBy: device))
    #expect(own.transportKey == nil)
  }

  @Test("is refused when another device vouches, or the device for another key")
  func delegations() throws {
    let (device, transport, other) = (try signingKey(1), try signingKey(2), try signingKey(3))
    let wrong = [
      try delegation(of: transport, by: other), try delegation(of: other, by: device),
      // The device's signature over something else: no request may be taken for a delegation.
      try device.signature(for: Digest(domain: "rounds request v1", [1]).bytes),
      [], [1, 2, 3],
    ]
    for delegation in wrong {
      let bytes = try message(
        device: device, transport: transport.verifyingKey.bytes, delegation: delegation,
        signedBy: transport)
      #expect(throws: WireFault.badSignature) { try SignedRequest(path: Self.path, bytes) }
    }
  }

  @Test("is refused when neither it nor the named key signed, not even for the device itself")
  func signatures() throws {
    let (device, transport, other) = (try signingKey(1), try signingKey(2), try signingKey(3))
    let vouched = try delegation(of: transport, by: device)
    for signer in [other, device] {
      let bytes = try message(
        device: device, transport: transport.verifyingKey.bytes, delegation: vouched,
        signedBy: signer)
      #expect(throws: WireFault.badSignature) { try SignedRequest(path: Self.path, bytes) }
    }
    // A transport key without a delegation is nobody's.
    let bare = try message(device: device, transport: [], delegation: [], signedBy: transport)
    #expect(throws: WireFault.badSignature) { try SignedRequest(path: Self.path, bare) }
  }

  @Test("is malformed with half a delegation")
  func halves() throws {
    let (device, transport) = (try signingKey(1), try signingKey(2))
    let vouched = try delegation(of: transport, by: device)
    for key in [[], [1], Array(transport.verifyingKey.bytes.dropLast())] as [[UInt8]] {
      let bytes = try message(
        device: device, transport: key, delegation: vouched, signedBy: transport)
      #expect(throws: WireFault.malformed("a transport key of 32 bytes")) {
        try SignedRequest(path: Self.path, bytes)
      }
    }
  }
}
