import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("A message of the exchange")
struct ExchangeCodecTests {
  @Test("of the sync reads back as it was written, in both directions")
  func sync() throws {
    let request = try SyncCodec.encode(MessageSamples.syncRequest)
    #expect(try SyncCodec.decodeRequest(request) == MessageSamples.syncRequest)
    let response = try SyncCodec.encode(MessageSamples.syncResponse)
    #expect(try SyncCodec.decodeResponse(response) == MessageSamples.syncResponse)
  }

  @Test("of the sync reads back when there is nothing in it")
  func emptySync() throws {
    let request = SyncRequest(scopes: [], bundles: [], program: "", pageBytesMax: 0, language: "")
    #expect(try SyncCodec.decodeRequest(SyncCodec.encode(request)) == request)
    let response = SyncResponse(
      epoch: MessageSamples.epoch, serverTime: Instant(millisecondsSince1970: 0),
      lowestProgram: "", challenge: [])
    #expect(try SyncCodec.decodeResponse(SyncCodec.encode(response)) == response)
  }

  @Test("of the repair reads back as it was written, in both directions")
  func repair() throws {
    let have = try RepairCodec.encode(MessageSamples.haveRequest)
    #expect(try RepairCodec.decodeHaveRequest(have) == MessageSamples.haveRequest)
    let wanted = try RepairCodec.encode(MessageSamples.haveResponse)
    #expect(try RepairCodec.decodeHaveResponse(wanted) == MessageSamples.haveResponse)
    let cursors = try RepairCodec.encodeKeysRequest(MessageSamples.keyCursors)
    #expect(try RepairCodec.decodeKeysRequest(cursors) == MessageSamples.keyCursors)
    let pages = try RepairCodec.encode(MessageSamples.keysResponse)
    #expect(try RepairCodec.decodeKeysResponse(pages) == MessageSamples.keysResponse)
    let keys = try MessageSamples.keyList()
    #expect(try RepairCodec.decodeKeyList(RepairCodec.encodeKeyList(keys)) == keys)
  }

  @Test("offers 16,384 ids and not one more")
  func haveBound() throws {
    let ids = (0...Bounds.haveIdentifiersMax).map { Digest(words: (0, 0, 0, UInt64($0))) }
    let most = HaveRequest(scope: site, low: .zero, high: digest(1), ids: Array(ids.dropLast()))
    #expect(try RepairCodec.decodeHaveRequest(RepairCodec.encode(most)) == most)
    let tooMany = HaveRequest(scope: site, low: .zero, high: digest(1), ids: ids)
    let bytes = try RepairCodec.encode(tooMany)
    #expect(throws: WireFault.tooLarge(limit: Bounds.haveIdentifiersMax * 32)) {
      try RepairCodec.decodeHaveRequest(bytes)
    }
  }

  @Test("of enrolment reads back as it was written", arguments: EnrolResponse.Outcome.allCases)
  func enrolment(_ outcome: EnrolResponse.Outcome) throws {
    for account in [nil, AccountID(high: 1, low: 2)] {
      let response = try MessageSamples.enrolResponse(outcome, account: account)
      #expect(try EnrolCodec.decodeResponse(EnrolCodec.encode(response)) == response)
    }
    let secret = try MessageSamples.enrolSecret()
    #expect(try EnrolCodec.decodeSecret(EnrolCodec.encode(secret)) == secret)
  }

  @Test("that asks who the office is carries no code")
  func identity() throws {
    let unasked = try EnrolCodec.decodeRequest(EnrolCodec.encodeRequest(nil))
    #expect(unasked?.id == nil)
    let request = try EnrolCodec.encodeRequest((id: [1, 2, 3, 4], sealed: [5, 6]))
    let code = try #require(try EnrolCodec.decodeRequest(request))
    #expect(code.id == [1, 2, 3, 4])
    #expect(code.sealed == [5, 6])
  }

  @Test(
    "with a number that no code set knows is refused, or read as no reason",
    arguments: [UInt64(0), 5, 99])
  func unknownCodes(_ number: UInt64) throws {
    let result = ProtoWriter { out in
      out.blob(1, MessageSamples.epoch.bytes)
      out.message(2) {
        $0.blob(1, digest(1).bytes)
        $0.number(2, number)
      }
    }.bytes
    #expect(throws: WireFault.malformed("an outcome")) { try SyncCodec.decodeResponse(result) }
    let page = ProtoWriter { out in
      out.blob(1, MessageSamples.epoch.bytes)
      out.message(3) {
        $0.blob(1, site.bytes)
        $0.blob(2, MessageSamples.epoch.bytes)
        $0.number(3, number)
      }
    }.bytes
    #expect(throws: WireFault.malformed("a standing")) { try SyncCodec.decodeResponse(page) }
    let reason = ProtoWriter { out in
      out.blob(1, MessageSamples.epoch.bytes)
      out.message(2) {
        $0.blob(1, digest(1).bytes)
        $0.number(2, 1)
        $0.number(3, number == 0 ? 0 : number + 100)
      }
    }.bytes
    #expect(try SyncCodec.decodeResponse(reason).results.map(\.reason) == [HoldReason.none])
  }
}
