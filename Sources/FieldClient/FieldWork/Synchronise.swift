package import ConflictFreeRecords
import Fingerprint
import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// What one `sync` did, whether it came to its end or not.
package struct SyncSummary: Sendable {
  package var stored = 0
  package var alreadyKnown = 0
  package var held: [(bundle: BundleID, reason: HoldReason, sentence: String)] = []
  package var unreadable: [(bundle: BundleID, reason: HoldReason, sentence: String)] = []
  package var received = 0
  package var exchanges = 0
  package var sentBytes = 0
  package var receivedBytes = 0
  package var isInSync = false
  package var lost: [ScopeID] = []
  package var pending = 0
  /// Office clock minus this laptop's, at the last answer.
  package var clockDifferenceMs: Int64 = 0
  package var lowestProgram = ""
  /// The newest household key of each site, as the office last said.
  package var keyHeads: [ScopeID: UInt64] = [:]
}

extension EnrolledLaptop {
  /// Pushes what is pending and pulls what others did, page by page, until both ends agree.
  ///
  /// May be stopped at any point and repeated: each page is stored with its cursor in one
  /// transaction, each result with its receipt in another.
  /// - Parameter progress: called after each page with what is done so far.
  /// - Throws: `FieldFault.notReached` for weather; what was stored until then stays, and where the line
  ///   broke the next call goes on in smaller parts (`PartSize`).
  package func synchronise(progress: (SyncSummary) -> Void = { _ in }) throws -> SyncSummary {
    let transport = environment.connect(url, authorities)
    var summary = SyncSummary()
    var session = FieldSession()
    try write { replica in
      try Meta.set("lastAttempt", integer: milliseconds, replica.connection)
      try replica.log.sendUnanswered(of: device)
    }
    try dressBareBundles()
    var order = session.begin(try facts())
    while true {
      switch order {
      case .exchange(let scopes):
        let pushed = try pendingPart()
        if KnownBug.active == .purgeBeforeReceipt { try write { try $0.log.purge(pushed) } }
        let response = try exchange(scopes, pushed, transport, &summary)
        order = session.answered(response, try facts())
      case .offer(let scope, let low):
        order = try offer(scope, from: low, &session, transport)
      case .resend(let ids):
        try resend(ids, transport, &summary)
        order = session.resent(try facts())
      case .restart(let scope, let epoch):
        try write { replica in
          try replica.restart(scope, in: epoch)
          // What only the feed vouched for waits again, until the page comes or an answer.
          try replica.log.sendUnanswered(of: device)
        }
        order = session.restarted(scope, try facts())
      case .finish(let outcome):
        try applyErasures()
        try fetchKeys(transport, upTo: summary.keyHeads)
        summary.exchanges = outcome.exchanges
        summary.isInSync = outcome.isInSync
        summary.lost = outcome.lost
        let isOwedMore = try finish(outcome, clockOffBy: summary.clockDifferenceMs)
        if outcome.isInSync {
          if isOwedMore {
            try resendLeftScopes(transport, &summary)
            try resendHeld(transport, &summary)
            try write { try noteInSync($0) }
          }
          try forgetLeftScopes()
        }
        summary.pending = try facts().pending
        return summary
      }
      progress(summary)
    }
  }

  private var milliseconds: Int { Int(clamping: now.millisecondsSince1970) }

  func facts() throws -> FieldSession.Facts {
    try read { replica in
      let heads = try replica.feed.heads().filter(\.isFollowed).map(\.scope)
      // The company first: an office that was restored learns who was revoked before it is given
      // what they wrote.
      let followed = heads.filter { $0 == office.company } + heads.filter { $0 != office.company }
      return FieldSession.Facts(
        followed: followed,
        pending: try replica.log.books().counts[.pending] ?? 0,
        equal: Set(try followed.filter { try replica.isEqual($0) }),
        unconfirmed: try replica.log.unconfirmedScopes())
    }
  }

  /// The oldest pending bundles that fit into one part, with their keys.
  private func pendingPart() throws -> [PushedBundle] {
    var part = PushedPart(of: try partSize())
    try read { replica in
      for bundle in try replica.log.pending(limit: part.countMax) {
        let keys = try OutgoingKeys(replica.connection).keys(with: bundle.id)
        guard part.take(PushedBundle(envelope: bundle.envelope, keys: keys)) else { return }
      }
    }
    return part.bundles
  }

  func exchange(
    _ scopes: [ScopeID], _ pushed: [PushedBundle], _ transport: any Transport,
    _ summary: inout SyncSummary
  ) throws -> SyncResponse {
    let cursors = try read { replica in
      try scopes.map { scope in
        let head = try replica.feed.head(scope) ?? .new(scope)
        return ScopeCursor(
          scope: scope, epoch: head.epoch, position: head.position, digest: head.feed)
      }
    }
    let size = try partSize()
    let request = SyncRequest(
      scopes: cursors, bundles: pushed, program: environment.program,
      pageBytesMax: size.pulled, language: environment.language,
      receipted: try read { try lastReceipted($0) })
    let (body, traffic) = try post("/v1/sync", try SyncCodec.encode(request), transport)
    let response: SyncResponse
    do { response = try SyncCodec.decodeResponse(body) } catch {
      throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"]))
    }
    summary.sentBytes += traffic.sentBytes
    summary.receivedBytes += traffic.receivedBytes
    summary.clockDifferenceMs =
      response.serverTime.millisecondsSince1970 - now.millisecondsSince1970
    summary.lowestProgram = response.lowestProgram
    try keep(response, &summary)
    if !response.again {
      let envelopes = response.pages.flatMap(\.items).map(\.envelope.count)
      try remember(
        size.afterArrival(
          pushed: pushed.map(\.weight).reduce(0, +), pulled: envelopes.reduce(0, +)))
    }
    return response
  }

  /// Stores results, then each page with its cursor, then what to follow.
  private func keep(_ response: SyncResponse, _ summary: inout SyncSummary) throws {
    try write { replica in
      try Meta.set("challenge", response.challenge, replica.connection)
      let scopes = Set(try response.results.compactMap { try keep($0, replica, &summary) })
      for scope in scopes { try replica.feed.begin(scope, in: response.epoch) }
      try doubt(response.pages, replica)
    }
    for page in response.pages where page.standing == .inStep {
      // The page is signed by the office, which checked each bundle's own signature; what is
      // checked here are the bytes and their hashes.
      let bundles: [VerifiedBundle]
      do { bundles = try page.items.map { try Verification.onSignedPage($0.envelope) } } catch {
        throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"]))
      }
      if KnownBug.active == .cursorBeforePage { try write { try $0.feed.skip(page) } }
      try write { try $0.take(page, bundles, at: now) }
      summary.keyHeads[page.scope] = page.keyHead
      summary.received += bundles.count
    }
    try write { replica in
      for scope in response.follow where try replica.feed.head(scope)?.isFollowed != true {
        try replica.follow(scope)
      }
    }
  }

  /// - Returns: the scope of an own bundle that the office has now, whether it is held or not.
  private func keep(
    _ result: BundleResult, _ replica: Replica, _ summary: inout SyncSummary
  ) throws -> ScopeID? {
    guard let logged = try replica.log.bundle(result.bundle) else { return nil }
    let isHeld = result.outcome == .held || result.reason != .none
    switch result.outcome {
    case .stored: summary.stored += 1
    case .alreadyKnown: summary.alreadyKnown += 1
    case .held: summary.held.append((result.bundle, result.reason, result.sentence))
    case .unreadable: summary.unreadable.append((result.bundle, result.reason, result.sentence))
    }
    guard try isOwed(logged, isHeld || result.outcome == .unreadable) else { return nil }
    if result.outcome == .unreadable {
      try replica.setAside(result.bundle, .unreadable, result.reason, receipt: nil)
      return nil
    }
    if result.receipt.isEmpty, result.outcome == .alreadyKnown, !isHeld {
      // An office that was put together again from what laptops hold may know it without a receipt.
      try replica.log.setDelivery(result.bundle, .received, reason: .none, receipt: nil)
      return logged.scope
    }
    let receipt: Receipt
    do {
      receipt = try ReceiptCodec.open(result.receipt, office: office.signingKey)
      guard receipt.bundle == result.bundle else { throw WireFault.malformed("another's receipt") }
    } catch { throw FieldFault.notReached(Message(.answerUnreadable, ["\(error)"])) }
    try noteReceipt(receipt, result.receipt, replica)
    if isHeld {
      try replica.setAside(result.bundle, .held, result.reason, receipt: result.receipt)
    } else {
      try replica.acknowledge(
        result.bundle, receipt: result.receipt,
        isShown: try replica.feed.head(logged.scope)?.isFollowed ?? false)
    }
    return logged.scope
  }

  /// Whether an answer changes what is known of a bundle. The feed brought the others, and speaks for
  /// them; but its writer is told when a restored office does not admit one any more.
  private func isOwed(_ logged: LoggedBundle, _ isKeptOut: Bool) throws -> Bool {
    if logged.delivery != .none { return true }
    return try isKeptOut && Stored.bundle(logged.envelope).bundle.header.device == device
  }

  /// Keeps the newest own receipt; the next bundle's header says that this laptop had it.
  private func noteReceipt(_ receipt: Receipt, _ bytes: [UInt8], _ replica: Replica) throws {
    let known = try Meta.integer("lastReceiptMs", replica.connection) ?? .min
    let time = Int(clamping: receipt.receivedAt.millisecondsSince1970)
    guard time >= known else { return }
    try Meta.set("lastReceiptMs", integer: time, replica.connection)
    try Meta.set("lastReceipt", ReceiptCodec.hash(bytes).bytes, replica.connection)
    try Meta.set(lastReceipted, receipt.bundle.bytes, replica.connection)
  }

  /// - Returns: whether the office is sent more before this counts as in sync.
  private func finish(
    _ outcome: FieldSession.Outcome, clockOffBy difference: Int64
  ) throws -> Bool {
    try write { replica in
      for scope in outcome.lost { try replica.unfollow(scope) }
      try Meta.set("lastContact", integer: milliseconds, replica.connection)
      try Meta.set(
        "clockDifferenceMs", integer: Int(clamping: difference), replica.connection)
      guard outcome.isInSync else { return false }
      for head in try replica.feed.heads() where head.isFollowed {
        try replica.leaveOutUnadmitted(of: head.scope, but: device)
      }
      if try isOwedMore(replica) { return true }
      try noteInSync(replica)
      return false
    }
  }

  private func noteInSync(_ replica: Replica) throws {
    try Meta.set("lastInSync", integer: milliseconds, replica.connection)
  }
}
