import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

extension EnrolledLaptop {
  /// Signs a request, posts it and opens the office's signed answer.
  func post(
    _ path: String, _ body: [UInt8], _ transport: any Transport
  ) throws -> (body: [UInt8], traffic: TransportAnswer) {
    let challenge = try environment.database.read { try Meta.bytes("challenge", $0) } ?? []
    let request = try SignedRequest.encode(
      path: path, body: body, challenge: challenge, enrolment: enrolment,
      signer: try requestSigner())
    let answer: TransportAnswer
    do {
      let isLarge = request.count > 512
      answer = try transport.post(
        path, body: isLarge ? try Gzip.compress(request) : request,
        encoding: isLarge ? .gzip : .identity)
    } catch let failure as TransportFailure {
      if failure.isBreak { try remember(partSize().afterBreak()) }
      throw FieldFault(failure)
    }
    do {
      return (
        try SignedResponse.open(
          path: path, request: request, answer.body, office: office.signingKey), answer
      )
    } catch {
      throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"]))
    }
  }

  /// Offers one page of the ids held of a scope. Its size does not follow the line as that of a part does:
  /// nothing of an offer is kept before its last page, so smaller pages would save nothing.
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
    var wanted = response.wanted
    if response.refused, KnownBug.active != .refusalForAnswer {
      // It wanted an offer, so it lacks something, and nobody is to offer it before the scope is left.
      try write { try $0.feed.doubt(scope) }
      return session.refused(scope, try facts())
    }
    if following == nil {
      // What the office has and the feed does not: it may hold it again since a restore, and says so
      // only in the answer to the bundle itself.
      let known = Set(wanted)
      wanted += try read { try $0.log.unconfirmed(of: scope) }.filter { !known.contains($0) }
    }
    return session.offered(scope, wanted: wanted, following: following, try facts())
  }

  /// Sends bundles again that the office lost, one's own and others', with every household key held
  /// here that opens a text in them.
  func resend(
    _ ids: [BundleID], _ transport: any Transport, _ summary: inout SyncSummary
  ) throws {
    var rest = ids[...]
    while !rest.isEmpty {
      var part = PushedPart(of: try partSize())
      while let id = rest.first {
        if let logged = try read({ try $0.log.bundle(id) }) {
          let carried = try environment.database.read { try OutgoingKeys($0).keys(with: id) }
          let wrapped = try keys(opening: logged.envelope)
          let keys = wrapped + carried.filter { !wrapped.contains($0) }
          let bundle = PushedBundle(
            envelope: logged.envelope, keys: Array(keys.prefix(Bounds.bundleKeysMax)))
          guard part.take(bundle) else { break }
        }
        rest.removeFirst()
      }
      try push(part.bundles, transport, &summary)
    }
  }

  /// What the office could have lost without a feed showing it: what is here of sites that this person has left,
  /// in an epoch in which it was not sent or after the office was found behind, and then what the office held.
  func isOwedMore(_ replica: Replica) throws -> Bool {
    try !leftScopes(replica).isEmpty || isHeldDue(replica)
  }

  private func leftScopes(_ replica: Replica) throws -> [ScopeID] {
    guard let epoch = try replica.feed.head(office.company)?.epoch else { return [] }
    return try replica.feed.heads().filter { !$0.isFollowed && $0.epoch != epoch }.map(\.scope)
  }

  /// Sends an office what is here of sites that this person has left: their feeds are not followed any more, so
  /// nothing else would show that the office lost it. Once for its epoch, and again when it was found behind.
  func resendLeftScopes(_ transport: any Transport, _ summary: inout SyncSummary) throws {
    guard let epoch = try read({ try $0.feed.head(office.company)?.epoch }) else { return }
    for scope in try read(leftScopes) {
      let ids = try read { try $0.log.ids(of: scope, from: .zero, limit: .max) }
      try resend(ids, transport, &summary)
      try write { replica in
        var head = try replica.feed.lock(scope)
        head.epoch = epoch
        try replica.feed.store(head)
      }
    }
  }

  private var mayLackHeld: String { "mayLackHeld" }

  /// Shows an office that was found behind what it held: held bundles are in no feed, so nobody would miss them. It
  /// answers with the receipt that it gave, or holds them anew.
  func resendHeld(_ transport: any Transport, _ summary: inout SyncSummary) throws {
    guard try read(isHeldDue) else { return }
    // What became of them was told when they were held.
    var again = SyncSummary()
    try resend(try read { try $0.log.heldHere() }, transport, &again)
    summary.sentBytes += again.sentBytes
    summary.receivedBytes += again.receivedBytes
    try write { try Meta.set(mayLackHeld, integer: 0, $0.connection) }
  }

  private func isHeldDue(_ replica: Replica) throws -> Bool {
    try Meta.integer(mayLackHeld, replica.connection) == 1
  }

  /// The bundle of the newest receipt, which the office is asked for by name.
  func lastReceipted(_ replica: Replica) throws -> BundleID? {
    try Meta.bytes(lastReceipted, replica.connection).flatMap { BundleID(bytes: $0) }
  }

  var lastReceipted: String { "lastReceipted" }

  /// Looks whether the office, in the epoch that the laptop knows, does not have what it had: it was put back to an
  /// earlier moment, and does not know it. Then everything is offered or sent again, that also which no feed shows; a
  /// sync that is stopped goes on with it the next time. Of a scope that is taken from this person in the same answer
  /// the office says whether it has what the laptop had of it.
  func doubt(_ pages: [ScopePage], _ replica: Replica) throws {
    var doubtful: [ScopeID] = []
    var isBehind = false
    for page in pages where page.standing != .inStep {
      guard let head = try replica.feed.head(page.scope), head.epoch == page.epoch else { continue }
      if page.standing == .offerAll { isBehind = true }
      if page.standing == .offerAll || page.digest != head.feed { doubtful.append(page.scope) }
    }
    if isBehind {
      doubtful += pages.filter { $0.standing == .notYours }.map(\.scope)
      doubtful += try replica.feed.heads().filter { !$0.isFollowed }.map(\.scope)
      try Meta.set(mayLackHeld, integer: 1, replica.connection)
      // It is asked for once, and never again if it should not come back.
      try Meta.set(lastReceipted, [], replica.connection)
    }
    for scope in Set(doubtful).sorted() { try replica.feed.doubt(scope) }
  }

  /// Once more when only the challenge was stale; a page that is never taken stops the repair.
  private func push(
    _ page: [PushedBundle], _ transport: any Transport, _ summary: inout SyncSummary
  ) throws {
    for _ in 0..<3 where try !exchange([], page, transport, &summary).again { return }
    throw FieldFault.notReached(Message(.answerUnreadable, ["challenge"]))
  }

  /// - Throws: `FieldFault.failed` while the vault is locked and one of the keys is only here: sent
  ///   without it, the bundle would not be asked for again, and the office never had the key.
  func keys(opening envelope: [UInt8]) throws -> [WrappedKey] {
    let bundle = try Stored.bundle(envelope).bundle
    let named = bundle.keysNamed
    guard let secrets = openSecrets else { return try keysOnTheirWay(named) }
    let held = try environment.keyDatabase.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      return try named.sorted().compactMap { try table.key($0) }
    }
    // Of a site that was left, the wraps for the office are all that is here (`forgetLeftScopes`).
    return try held.map { key in
      try wrapped(
        key, of: RecordKey(scope: bundle.header.scope, type: .household, id: key.household)
      ).wrapped
    } + keysOnTheirWay(named.subtracting(held.map(\.id)))
  }

  /// What can be sent of keys without opening any: those made here are wrapped to the office already.
  private func keysOnTheirWay(_ named: Set<DataKeyID>) throws -> [WrappedKey] {
    var wraps: [WrappedKey] = []
    for id in named.sorted() {
      if let wrap = try environment.database.read({ try OutgoingKeys($0).key(id) }) {
        wraps.append(wrap)
      } else if try environment.keyDatabase.read({ try KeyTable.holds(id, $0) }) {
        throw FieldFault.failed(Message(.lockedRepair))
      }
    }
    return wraps
  }

  /// Fetches the household keys that appeared since the last time, for every site whose newest key
  /// is not the newest here. They come wrapped to the device, so a locked laptop leaves them for the
  /// next sync that finds it open.
  func fetchKeys(_ transport: any Transport, upTo heads: [ScopeID: UInt64]) throws {
    guard let secrets = openSecrets else { return }
    var open = try read { try $0.feed.heads() }.compactMap { head -> KeyCursor? in
      guard let newest = heads[head.scope], newest != head.keyCursor else { return nil }
      // A smaller number than ours: the office's key table was restored, so all are asked for.
      return KeyCursor(scope: head.scope, after: newest < head.keyCursor ? 0 : head.keyCursor)
    }
    while !open.isEmpty {
      let request = try RepairCodec.encodeKeysRequest(open)
      let response = try repeatedly {
        let (body, _) = try post("/v1/keys", request, transport)
        let answer = try RepairCodec.decodeKeysResponse(body)
        return (answer, answer.again, answer.challenge)
      }
      open = []
      for page in response.pages where !page.refused {
        try keep(page, secrets)
        if page.more { open.append(KeyCursor(scope: page.scope, after: page.next)) }
      }
    }
  }

  /// Keys first, cursor after: a crash in between fetches them again, and they are known.
  private func keep(_ page: KeyPage, _ secrets: DeviceSecrets) throws {
    if !page.sealed.isEmpty {
      let list: [HouseholdKey]
      do {
        list = try RepairCodec.decodeKeyList(
          try secrets.sealing.open(
            page.sealed, info: KeyWrap.toDevice, context: page.scope.bytes))
      } catch is SealingFailure {
        // The office signed the answer, so no network made it what it is.
        throw FieldFault.failed(Message(.keysDoNotFit))
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
