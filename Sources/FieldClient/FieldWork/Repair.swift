import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

extension Laptop {
  /// Signs a request, posts it and opens the office's signed answer.
  func post(
    _ path: String, _ body: [UInt8], _ transport: any Transport
  ) throws -> (body: [UInt8], traffic: TransportAnswer) {
    let challenge = try environment.database.read { try Meta.bytes("challenge", $0) } ?? []
    let request = try SignedRequest.encode(
      path: path, body: body, challenge: challenge, enrolment: enrolment, key: secrets.signing)
    let answer: TransportAnswer
    do {
      let isLarge = request.count > 512
      answer = try transport.post(
        path, body: isLarge ? try Gzip.compress(request) : request,
        encoding: isLarge ? .gzip : .identity)
    } catch let failure as TransportFailure {
      throw FieldFault(failure)
    }
    do {
      return (
        try SignedResponse.open(path: path, answer.body, office: office.signingKey), answer
      )
    } catch {
      throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"]))
    }
  }

  /// Offers one page of the ids held of a scope.
  func offer(
    _ scope: ScopeID, from low: BundleID, _ session: inout FieldSession,
    _ transport: any Transport
  ) throws -> FieldSession.Order {
    let ids = try read {
      try $0.log.ids(of: scope, from: low, limit: Bounds.haveIdentifiersMax + 1)
    }
    let page = Array(ids.prefix(Bounds.haveIdentifiersMax))
    let following = ids.count > page.count ? ids.last : nil
    let last = Digest(words: (.max, .max, .max, .max))
    let high = following == nil ? last : page.last ?? last
    let request = try RepairCodec.encode(
      HaveRequest(scope: scope, low: low, high: high, ids: page))
    let response = try repeatedly {
      let (body, _) = try post("/v1/have", request, transport)
      let answer = try RepairCodec.decodeHaveResponse(body)
      return (answer, answer.again, answer.challenge)
    }
    return session.offered(scope, wanted: response.wanted, following: following, try facts())
  }

  /// Sends bundles again that the office lost, one's own and others'.
  func resend(
    _ ids: [BundleID], _ transport: any Transport, _ summary: inout SyncSummary
  ) throws {
    var rest = ids[...]
    while !rest.isEmpty {
      var page: [PushedBundle] = []
      var size = 0
      while let id = rest.first {
        guard let bundle = try read({ try $0.log.bundle(id) }) else {
          rest.removeFirst()
          continue
        }
        if !page.isEmpty, size + bundle.envelope.count > Bounds.pageBytesMax { break }
        rest.removeFirst()
        size += bundle.envelope.count
        let keys = try environment.database.read { try OutgoingKeys($0).keys(with: id) }
        page.append(PushedBundle(envelope: bundle.envelope, keys: keys))
      }
      // Once more when only the challenge was stale.
      if try exchange([], page, transport, &summary).again {
        _ = try exchange([], page, transport, &summary)
      }
    }
  }

  /// Fetches the household keys that appeared since the last time, for every followed site.
  func fetchKeys(_ transport: any Transport) throws {
    var open = try read { try $0.feed.heads().filter { $0.isFollowed && $0.scope != office.company } }
      .map { KeyCursor(scope: $0.scope, after: $0.keyCursor) }
    while !open.isEmpty {
      let request = try RepairCodec.encodeKeysRequest(open)
      let response = try repeatedly {
        let (body, _) = try post("/v1/keys", request, transport)
        let answer = try RepairCodec.decodeKeysResponse(body)
        return (answer, answer.again, answer.challenge)
      }
      open = []
      for page in response.pages where !page.refused {
        try keep(page)
        if page.more { open.append(KeyCursor(scope: page.scope, after: page.next)) }
      }
    }
  }

  /// Keys first, cursor after: a crash in between fetches them again, and they are known.
  private func keep(_ page: KeyPage) throws {
    if !page.sealed.isEmpty {
      let list: [HouseholdKey]
      do {
        list = try RepairCodec.decodeKeyList(
          try secrets.sealing.open(
            page.sealed, info: KeyWrap.toDevice, context: page.scope.bytes))
      } catch { throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"])) }
      try environment.keyDatabase.write { connection in
        let table = KeyTable(connection, storeKey: secrets.storeKey)
        for key in list {
          try table.add(
            key, of: page.scope, isMadeHere: false,
            nonce: environment.randomness.bytes(DataKey.nonceByteCount))
        }
      }
    }
    try write { replica in
      var head = try replica.feed.lock(page.scope)
      head.keyCursor = page.next
      try replica.feed.store(head)
    }
  }

  /// Asks again with the new challenge while the office says so, three times at most.
  private func repeatedly<Answer>(
    _ ask: () throws -> (answer: Answer, again: Bool, challenge: [UInt8])
  ) throws -> Answer {
    for _ in 0..<3 {
      let (answer, again, challenge) = try ask()
      try write { try Meta.set("challenge", challenge, $0.connection) }
      if !again { return answer }
    }
    throw FieldFault.notReached(Message(.answerUnreadable, ["challenge"]))
  }
}
