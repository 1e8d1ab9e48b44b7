import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("Messages")
struct MessageVectorTests {
  @Test("from a laptop are accepted and read, or refused, as the vectors say")
  func requests() throws {
    let file: MessageFile = try VectorFile.read("messages")
    file.requests.check { one in
      let found = FaultClass.met { () throws(WireFault) in
        _ = try SignedRequest(path: one.path, one.bytes.bytes)
      }
      #expect(found == one.fault, "\(one.name)")
      guard one.fault == nil else {
        #expect(one.sync == nil, "\(one.name)")
        return
      }
      let request = try SignedRequest(path: one.path, one.bytes.bytes)
      #expect(request.device == one.device, "\(one.name)")
      #expect(Hex(request.challenge) == one.challenge, "\(one.name)")
      #expect(Hex(request.enrolment) == one.enrolment, "\(one.name)")
      #expect(request.transportKey == one.transportKey, "\(one.name)")
      #expect(Hex(request.body) == one.body, "\(one.name)")
      let expected = try #require(one.sync, "\(one.name)").request
      #expect(try SyncCodec.decodeRequest(request.body) == expected, "\(one.name)")
      let written = try SyncCodec.encode(expected)
      #expect(try SyncCodec.decodeRequest(written) == expected, "\(one.name)")
    }
    #expect(Set(file.requests.all.map(\.fault)) == [nil, .malformed, .badSignature])
    #expect(file.requests.all.contains { $0.transportKey != nil })
  }

  @Test("from the office are accepted and read, or refused, as answers to the request asked")
  func responses() throws {
    let file: MessageFile = try VectorFile.read("messages")
    let asked = file.answered.bytes
    file.responses.check { one in
      let found = FaultClass.met { () throws(WireFault) in
        _ = try SignedResponse.open(
          path: one.path, request: asked, one.bytes.bytes, office: file.office.public)
      }
      #expect(found == one.fault, "\(one.name)")
      guard one.fault == nil else {
        #expect(one.sync == nil, "\(one.name)")
        return
      }
      let body = try SignedResponse.open(
        path: one.path, request: asked, one.bytes.bytes, office: file.office.public)
      #expect(Hex(body) == one.body, "\(one.name)")
      #expect(try SignedResponse.unchecked(one.bytes.bytes) == body, "\(one.name)")
      let expected = try #require(one.sync, "\(one.name)").response()
      #expect(try SyncCodec.decodeResponse(body) == expected, "\(one.name)")
      let written = try SyncCodec.encode(expected)
      #expect(try SyncCodec.decodeResponse(written) == expected, "\(one.name)")
    }
    #expect(Set(file.responses.all.map(\.fault)) == [nil, .malformed, .badSignature])
  }

  @Test("answer a request that is itself one of the vectors' good ones")
  func answered() throws {
    let file: MessageFile = try VectorFile.read("messages")
    let good = file.requests.all.filter { $0.fault == nil }.map(\.bytes)
    #expect(good.contains(file.answered))
    #expect(try file.office.seed.signingKey().verifyingKey == file.office.public)
  }

  @Test("with receipts are hashed, and accepted or refused, as the vectors say")
  func receipts() throws {
    let file: MessageFile = try VectorFile.read("messages")
    let office = try file.office.seed.signingKey()
    file.receipts.check { one in
      #expect(ReceiptCodec.hash(one.bytes.bytes) == one.hash, "\(one.name)")
      let found = FaultClass.met { () throws(WireFault) in
        _ = try ReceiptCodec.open(one.bytes.bytes, office: file.office.public)
      }
      #expect(found == one.fault, "\(one.name)")
      guard one.fault == nil else { return }
      let receipt = try ReceiptCodec.open(one.bytes.bytes, office: file.office.public)
      #expect(receipt.bundle == one.bundle, "\(one.name)")
      #expect(receipt.scope == one.scope, "\(one.name)")
      #expect(receipt.epoch == one.epoch, "\(one.name)")
      #expect(receipt.receivedAt.millisecondsSince1970 == one.receivedAtMs, "\(one.name)")
      #expect(receipt.outcome.rawValue == one.outcome, "\(one.name)")
      #expect(receipt.reason.rawValue == one.reason, "\(one.name)")
      let written = try ReceiptCodec.sign(receipt, with: office)
      #expect(
        try ReceiptCodec.open(written, office: file.office.public) == receipt, "\(one.name)")
    }
    #expect(Set(file.receipts.all.map(\.fault)) == [nil, .badSignature])
  }

  @Test("name sets of bundles by the digests of the vectors, in any order")
  func digests() throws {
    let file: MessageFile = try VectorFile.read("messages")
    file.digests.check { one in
      let expected = SetDigest(count: one.count, sum: one.sum)
      #expect(SetDigest(one.ids) == expected, "\(one.name)")
      #expect(SetDigest(one.ids.reversed()) == expected, "\(one.name)")
      #expect(SetDigest(one.ids).description == one.text, "\(one.name)")
      var shrinking = expected
      for id in one.ids { shrinking.remove(id) }
      #expect(shrinking == .empty, "\(one.name)")
    }
  }
}

extension MessageFile.Asked {
  fileprivate var request: SyncRequest {
    SyncRequest(
      version: `protocol`,
      scopes: scopes.map {
        ScopeCursor(
          scope: $0.scope, epoch: $0.epoch, position: $0.position, digest: $0.digest.digest)
      },
      bundles: bundles.map { bundle in
        PushedBundle(envelope: bundle.envelope.bytes, keys: bundle.keys.map(\.wrapped))
      },
      program: program, pageBytesMax: pageBytesMax, language: language)
  }
}

extension MessageFile.Key {
  fileprivate var wrapped: WrappedKey {
    WrappedKey(
      id: keyId, household: RecordKey(scope: scope, type: .household, id: household),
      year: year, retentionClass: retentionClass, sealed: sealed.bytes)
  }
}

extension MessageFile.Answer {
  fileprivate func response() throws -> SyncResponse {
    SyncResponse(
      epoch: epoch,
      results: try results.map {
        BundleResult(
          bundle: $0.bundle, outcome: try #require(BundleOutcome(rawValue: $0.outcome)),
          reason: try #require(HoldReason(rawValue: $0.reason)), sentence: $0.sentence,
          receipt: $0.receipt.bytes)
      },
      pages: try pages.map { page in
        ScopePage(
          scope: page.scope, epoch: page.epoch,
          standing: try #require(Standing(rawValue: page.standing)),
          items: page.items.map {
            FeedItem(position: $0.position, envelope: $0.envelope.bytes)
          },
          next: page.next, more: page.more, digest: page.digest.digest, keyHead: page.keyHead)
      },
      serverTime: Instant(millisecondsSince1970: serverTimeMs), lowestProgram: lowestProgram,
      follow: follow, challenge: challenge.bytes, again: again)
  }
}
