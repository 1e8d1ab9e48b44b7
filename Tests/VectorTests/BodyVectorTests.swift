import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("Bodies of messages")
struct BodyVectorTests {
  @Test("are read and written as the vectors say")
  func bodies() throws {
    let file: MessageFile = try VectorFile.read("messages")
    file.bodies.check { try check($0) }
    let met = Set(file.bodies.all.map { "\($0.path) \($0.message)" })
    #expect(
      met == [
        "/v1/have HaveRequest", "/v1/have HaveResponse", "/v1/keys KeysRequest",
        "/v1/keys KeysResponse", "/v1/enrol EnrolRequest", "/v1/enrol EnrolResponse",
      ])
  }

  /// Written bodies are compared byte for byte, so that the protocol's number counts, too.
  private func check(_ one: Body) throws {
    let bytes = one.bytes.bytes
    if one.message.hasSuffix("Request") {
      #expect(one.fields.protocol == ProtocolVersion.current, "\(one.name)")
    }
    switch one.message {
    case "HaveRequest":
      let expected = try one.fields.haveRequest()
      #expect(try RepairCodec.decodeHaveRequest(bytes) == expected, "\(one.name)")
      #expect(Hex(try RepairCodec.encode(expected)) == one.bytes, "\(one.name)")
    case "HaveResponse":
      let expected = try one.fields.haveResponse()
      #expect(try RepairCodec.decodeHaveResponse(bytes) == expected, "\(one.name)")
      #expect(Hex(try RepairCodec.encode(expected)) == one.bytes, "\(one.name)")
    case "KeysRequest":
      let expected = try #require(one.fields.scopes, "\(one.name)").map {
        KeyCursor(scope: $0.scope, after: $0.after)
      }
      #expect(try RepairCodec.decodeKeysRequest(bytes) == expected, "\(one.name)")
      #expect(Hex(try RepairCodec.encodeKeysRequest(expected)) == one.bytes, "\(one.name)")
    case "KeysResponse":
      let expected = try one.fields.keysResponse()
      #expect(try RepairCodec.decodeKeysResponse(bytes) == expected, "\(one.name)")
      #expect(Hex(try RepairCodec.encode(expected)) == one.bytes, "\(one.name)")
    case "EnrolRequest":
      let id = try #require(one.fields.codeId, "\(one.name)")
      let sealed = try #require(one.fields.sealed, "\(one.name)")
      let isQuestion = id.bytes.isEmpty && sealed.bytes.isEmpty
      let read = try EnrolCodec.decodeRequest(bytes)
      #expect((read == nil) == isQuestion, "\(one.name)")
      #expect(read?.id ?? [] == id.bytes, "\(one.name)")
      #expect(read?.sealed ?? [] == sealed.bytes, "\(one.name)")
      let written = try EnrolCodec.encodeRequest(
        isQuestion ? nil : (id: id.bytes, sealed: sealed.bytes))
      #expect(Hex(written) == one.bytes, "\(one.name)")
    case "EnrolResponse":
      let expected = try one.fields.enrolResponse()
      #expect(try EnrolCodec.decodeResponse(bytes) == expected, "\(one.name)")
      #expect(Hex(try EnrolCodec.encode(expected)) == one.bytes, "\(one.name)")
    default: throw UnknownName(name: one.message)
    }
  }
}

extension Body.Fields {
  fileprivate func haveRequest() throws -> HaveRequest {
    HaveRequest(
      scope: try #require(scope), low: try #require(low), high: try #require(high),
      ids: try #require(ids))
  }

  fileprivate func haveResponse() throws -> HaveResponse {
    HaveResponse(
      wanted: try #require(wanted), lacking: try #require(lacking),
      challenge: try #require(challenge).bytes, again: try #require(again as Bool?))
  }

  fileprivate func keysResponse() throws -> KeysResponse {
    KeysResponse(
      pages: try #require(pages).map {
        KeyPage(
          scope: $0.scope, sealed: $0.sealed.bytes, next: $0.next, more: $0.more,
          refused: $0.refused)
      },
      challenge: try #require(challenge).bytes, again: try #require(again as Bool?))
  }

  fileprivate func enrolResponse() throws -> EnrolResponse {
    let office = try #require(office)
    let outcome = try #require(outcome)
    let reason = try #require(reason)
    return EnrolResponse(
      office: OfficeIdentity(
        signingKey: office.signingKey, sealingKey: office.sealingKey, company: office.company,
        name: office.name),
      outcome: try #require(EnrolResponse.Outcome(rawValue: outcome)),
      refusal: try #require(EnrolRefusal(rawValue: reason)),
      enrolment: try #require(enrolment).bytes, account: account,
      follow: try #require(follow), challenge: try #require(challenge).bytes)
  }
}
