import Fingerprint
import SyncProtocol
import Testing
import WireFormat

/// One part of a request that differs from what was signed.
struct Substitution: Sendable, CustomTestStringConvertible {
  let claim: String
  var path = "/v1/sync"
  var body: [UInt8] = [1, 2, 3]
  var challenge: [UInt8] = MessageSamples.challenge
  var device: UInt8 = 1
  var testDescription: String { claim }

  init(_ claim: String, _ change: (inout Substitution) -> Void) {
    self.claim = claim
    change(&self)
  }

  static let all: [Substitution] = [
    Substitution("another path") { $0.path = "/v1/have" },
    Substitution("a path that goes on") { $0.path = "/v1/sync/" },
    Substitution("no path") { $0.path = "" },
    Substitution("another body") { $0.body = [1, 2, 4] },
    Substitution("a shorter body") { $0.body = [1, 2] },
    Substitution("no body") { $0.body = [] },
    Substitution("another challenge") { $0.challenge[7] ^= 1 },
    Substitution("no challenge") { $0.challenge = [] },
    Substitution("a byte moved from the body to the challenge") {
      $0.challenge.append($0.body.removeFirst())
    },
    Substitution("another device's key") { $0.device = 2 },
  ]
}

@Suite("A signed request")
struct SignedRequestTests {
  /// The message for a path, with a signature that may be over other parts.
  private func message(_ parts: Substitution, signature: [UInt8]) throws -> [UInt8] {
    let device = try signingKey(parts.device).verifyingKey
    return ProtoWriter {
      $0.blob(1, parts.body)
      $0.blob(2, device.bytes)
      $0.blob(3, parts.challenge)
      $0.blob(4, signature)
      $0.blob(5, [9, 9])
    }.bytes
  }

  /// What the specification says is signed.
  private func signature(_ parts: Substitution) throws -> [UInt8] {
    let message = Digest(
      domain: "rounds request v1", Array(parts.path.utf8), [0],
      Digest(sha256: parts.challenge).bytes, Digest(sha256: parts.body).bytes)
    return try signingKey(parts.device).signature(for: message.bytes)
  }

  @Test("is accepted for its path, by the key inside, and keeps its parts")
  func accepted() throws {
    let key = try signingKey(1)
    let bytes = try SignedRequest.encode(
      path: "/v1/sync", body: [1, 2, 3], challenge: MessageSamples.challenge, enrolment: [9, 9],
      key: key)
    let request = try SignedRequest(path: "/v1/sync", bytes)
    #expect(request.body == [1, 2, 3])
    #expect(request.device == key.verifyingKey)
    #expect(request.challenge == MessageSamples.challenge)
    #expect(request.enrolment == [9, 9])
    let genuine = Substitution("nothing") { _ in }
    let byHand = try message(genuine, signature: signature(genuine))
    #expect(try SignedRequest(path: "/v1/sync", byHand) == request)
  }

  @Test("is refused when a part is not the one signed", arguments: Substitution.all)
  func refused(_ parts: Substitution) throws {
    let genuine = Substitution("nothing") { _ in }
    let bytes = try message(parts, signature: signature(genuine))
    #expect(throws: WireFault.badSignature) { try SignedRequest(path: parts.path, bytes) }
    // The nearest neighbour: the same parts, signed as they stand.
    let own = try message(parts, signature: signature(parts))
    #expect(try SignedRequest(path: parts.path, own).body == parts.body)
  }

  @Test("that is no request is refused")
  func malformed() {
    #expect(throws: WireFault.malformed("not a request")) {
      try SignedRequest(path: "/v1/sync", [0xFF])
    }
    #expect(throws: WireFault.malformed("a device key of 32 bytes")) {
      try SignedRequest(path: "/v1/sync", [])
    }
  }
}

@Suite("A signed answer")
struct SignedResponseTests {
  private let request: [UInt8] = [1, 2, 3]

  private func byHand(
    path: String, body: [UInt8], signedBody: [UInt8]? = nil, key: SigningKey
  ) throws -> [UInt8] {
    let message = Digest(
      domain: "rounds response v1", Array(path.utf8), [0], Digest(sha256: request).bytes,
      Digest(sha256: signedBody ?? body).bytes)
    let signature = try key.signature(for: message.bytes)
    return ProtoWriter {
      $0.blob(1, body)
      $0.blob(2, signature)
    }.bytes
  }

  @Test("is accepted from the office for its path", arguments: [[], [4, 5, 6]] as [[UInt8]])
  func accepted(_ body: [UInt8]) throws {
    let key = try signingKey(8)
    let office = key.verifyingKey
    let bytes = try SignedResponse.encode(
      path: "/v1/sync", request: request, body: body, key: key)
    let own = try byHand(path: "/v1/sync", body: body, key: key)
    for message in [bytes, own] {
      let read = try SignedResponse.open(
        path: "/v1/sync", request: request, message, office: office)
      #expect(read == body)
      #expect(try SignedResponse.unchecked(message) == body)
    }
  }

  @Test("is refused from another key, for another path or request, and with another body")
  func refused() throws {
    let key = try signingKey(8)
    let office = key.verifyingKey
    let bytes = try SignedResponse.encode(
      path: "/v1/sync", request: request, body: [4, 5, 6], key: key)
    let stranger = try signingKey(9).verifyingKey
    #expect(throws: WireFault.badSignature) {
      try SignedResponse.open(path: "/v1/sync", request: request, bytes, office: stranger)
    }
    #expect(throws: WireFault.badSignature) {
      try SignedResponse.open(path: "/v1/have", request: request, bytes, office: office)
    }
    // The office's answer of yesterday, played again.
    for earlier in [[1, 2, 4], [1, 2], []] as [[UInt8]] {
      #expect(throws: WireFault.badSignature) {
        try SignedResponse.open(path: "/v1/sync", request: earlier, bytes, office: office)
      }
    }
    let other = try byHand(path: "/v1/sync", body: [4, 5, 7], signedBody: [4, 5, 6], key: key)
    #expect(throws: WireFault.badSignature) {
      try SignedResponse.open(path: "/v1/sync", request: request, other, office: office)
    }
    #expect(throws: WireFault.badSignature) {
      try SignedResponse.open(path: "/v1/sync", request: request, [], office: office)
    }
    let page = Array("<html>".utf8)
    #expect(throws: WireFault.malformed("not an answer of Rounds")) {
      try SignedResponse.open(path: "/v1/sync", request: request, page, office: office)
    }
  }

  @Test("cannot be passed off as a request, nor a request as an answer")
  func purposes() throws {
    let key = try signingKey(8)
    let question = try SignedRequest.encode(
      path: "/v1/sync", body: [1], challenge: [], enrolment: [], key: key)
    #expect(throws: WireFault.self) {
      try SignedResponse.open(
        path: "/v1/sync", request: request, question, office: key.verifyingKey)
    }
    let response = try SignedResponse.encode(
      path: "/v1/sync", request: request, body: [1], key: key)
    #expect(throws: WireFault.self) { try SignedRequest(path: "/v1/sync", response) }
  }
}
