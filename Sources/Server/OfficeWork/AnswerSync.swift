import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import SyncProtocol
import VisitModel
package import WireFormat
import Wording

/// Why a request is not answered at all; the route turns it into a status.
package enum RequestRefusal: Error, Hashable, Sendable {
  /// Not ours, or not signed by the key it names: 400.
  case malformed(String)
  /// A key the office does not know, or one it has revoked: 403.
  case notEnrolled
  case revoked
  /// 426
  case newerProtocol
}

extension Office {
  /// Who asks: an enrolled device whose right was looked up for this request.
  struct Caller {
    let device: Device
    let person: Person
    let isFresh: Bool
    let challenge: [UInt8]
  }

  /// Checks a signed request and looks its device up.
  ///
  /// A device whose enrolment a restored office does not hold shows the office-signed bundle itself;
  /// it is stored and published again, like anything else a laptop brings back.
  func caller(_ request: SignedRequest) throws -> Caller {
    var device: Device? = try read { try self.device(request.device, on: $0) }
    if device == nil, !request.enrolment.isEmpty {
      device = try restoreEnrolment(request)
    }
    guard let device else { throw RequestRefusal.notEnrolled }
    guard device.revokedAt == nil else { throw RequestRefusal.revoked }
    // An office restored from before the person was added knows the device from its enrolment alone;
    // the company's feed, which everybody follows, brings the person back.
    let person =
      try read { try self.person(device.account, on: $0) } ?? .unknown(device.account)
    let challenge = Challenge(secret: secrets.challengeKey)
    return Caller(
      device: device, person: person,
      isFresh: challenge.isFresh(request.challenge, for: request.device.bytes, at: now),
      challenge: challenge.issue(to: request.device.bytes, at: now))
  }

  private func restoreEnrolment(_ request: SignedRequest) throws -> Device? {
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(request.enrolment) } catch { return nil }
    let header = bundle.bundle.header
    let named = RecordIdentity.device(request.device.bytes)
    guard header.device == secrets.signing.verifyingKey, header.scope == company,
      bundle.bundle.changes.contains(where: { $0.type == .device && $0.record == named })
    else { return nil }
    return try write { replica in
      if try replica.store(bundle, Admission(inView: true), at: now) {
        try replica.publish(bundle.id, in: company)
        // What others brought of it in the meantime was held because nobody knew it.
        try decideAgain(on: replica)
      }
      return try self.device(request.device, on: replica)
    }
  }

  /// `POST /v1/sync`
  package func sync(_ signed: SignedRequest) throws -> SyncResponse {
    let caller = try caller(signed)
    let request: SyncRequest
    do { request = try SyncCodec.decodeRequest(signed.body) } catch {
      throw RequestRefusal.malformed("\(error)")
    }
    guard request.version <= ProtocolVersion.current else { throw RequestRefusal.newerProtocol }
    guard request.bundles.count <= Bounds.requestBundlesMax else {
      throw RequestRefusal.malformed("more than \(Bounds.requestBundlesMax) bundles")
    }
    let language = Language(preference: request.language, environment: [:])
    var response = SyncResponse(
      epoch: epoch, serverTime: now, lowestProgram: Self.lowestProgram,
      challenge: caller.challenge)
    guard caller.isFresh else {
      response.again = true
      return response
    }
    try noteContact(of: caller.device.key, at: response.serverTime)
    // Results first, in their own durable transaction: failing to pull never undoes a push, and a
    // laptop finds its own bundles in the page that answers them.
    response.results = try receive(
      request.bundles, by: caller.device.key, language: language)
    try offerPetitionKeys()
    let allowed = Set([company] + caller.person.sites)
    response.follow = [company] + caller.person.sites
    response.pages = try read { replica in
      let isBehind = try request.receipted.map { try !replica.log.contains($0) } ?? false
      var left = min(max(request.pageBytesMax, 4096), Bounds.pageBytesMax)
      var pages: [ScopePage] = []
      for cursor in request.scopes.prefix(4096) {
        let page = try page(
          cursor, mayFollow: allowed.contains(cursor.scope), isBehind: isBehind, left, on: replica)
        left -= page.items.reduce(0) { $0 + $1.envelope.count }
        pages.append(page)
      }
      return pages
    }
    return response
  }

  /// The oldest laptop program that may still push; older ones are answered, and told.
  static let lowestProgram = "0.1.0"

  private func page(
    _ cursor: ScopeCursor, mayFollow: Bool, isBehind: Bool, _ bytesMax: Int,
    on replica: Replica
  ) throws -> ScopePage {
    let head = try replica.feed.head(cursor.scope) ?? .new(cursor.scope)
    let digest = try replica.feed.digest(of: cursor.scope, at: cursor.position)
    let standing = OfficeSession.standing(
      cursor,
      OfficeSession.FeedFacts(
        epoch: epoch, head: head.position, digestAtCursor: digest, mayFollow: mayFollow,
        isBehind: isBehind))
    guard standing == .inStep else {
      // Whoever leaves a scope learns whether the office has what they know of it, and nothing else.
      return ScopePage(
        scope: cursor.scope, epoch: epoch, standing: standing, items: [], next: cursor.position,
        more: false,
        digest: standing == .notYours && digest == cursor.digest ? cursor.digest : .empty)
    }
    var (items, more) = ([FeedItem](), head.position > cursor.position)
    if bytesMax > 0 {
      (items, more) = try replica.feed.page(
        of: cursor.scope, after: cursor.position, bytesMax: bytesMax)
    }
    let next = items.last?.position ?? cursor.position
    let keyHead = try environment.keyDatabase.read { connection in
      try KeyTable(connection, storeKey: secrets.storeKey).lastSequence(of: cursor.scope)
    }
    return ScopePage(
      scope: cursor.scope, epoch: epoch, standing: .inStep, items: items, next: next, more: more,
      digest: try replica.feed.digest(of: cursor.scope, at: next) ?? .empty, keyHead: keyHead)
  }

  /// `POST /v1/have`
  package func have(_ signed: SignedRequest) throws -> HaveResponse {
    let caller = try caller(signed)
    guard caller.isFresh else { return HaveResponse(challenge: caller.challenge, again: true) }
    let request: HaveRequest
    do { request = try RepairCodec.decodeHaveRequest(signed.body) } catch {
      throw RequestRefusal.malformed("\(error)")
    }
    guard ([company] + caller.person.sites).contains(request.scope) else {
      return HaveResponse(challenge: caller.challenge, refused: true)
    }
    return try read { replica in
      let held = try replica.log.ids(
        of: request.scope, from: request.low, through: request.high,
        limit: Bounds.haveIdentifiersMax)
      // Each offered id is looked up by itself: the range may hold more than one page of ours.
      let known = try request.ids.filter { try replica.log.contains($0) }
      let (wanted, lacking) = OfficeSession.difference(
        offered: request.ids, held: held + known)
      let keyless = try lackingKeys(known, on: replica)
      return HaveResponse(
        wanted: Set(wanted + keyless).sorted(), lacking: lacking, challenge: caller.challenge)
    }
  }

  /// Which bundles have texts whose key was lost here: they are asked for again, because a laptop sends
  /// the keys it holds along with them.
  private func lackingKeys(_ ids: [BundleID], on replica: Replica) throws -> [BundleID] {
    var named: [(id: BundleID, keys: Set<DataKeyID>)] = []
    for id in ids {
      guard let logged = try replica.log.bundle(id) else { continue }
      named.append((id, try Verification.stored(logged.envelope).bundle.keysNamed))
    }
    let all = named.reduce(into: Set<DataKeyID>()) { $0.formUnion($1.keys) }
    let lacking = try environment.keyDatabase.read { try KeyTable.lacking(all, $0) }
    return named.filter { !$0.keys.isDisjoint(with: lacking) }.map(\.id)
  }

  /// `POST /v1/keys`: the household keys of the caller's sites, wrapped to the caller's device.
  package func keys(_ signed: SignedRequest) throws -> KeysResponse {
    let caller = try caller(signed)
    guard caller.isFresh else { return KeysResponse(challenge: caller.challenge, again: true) }
    let cursors: [KeyCursor]
    do { cursors = try RepairCodec.decodeKeysRequest(signed.body) } catch {
      throw RequestRefusal.malformed("\(error)")
    }
    var response = KeysResponse(challenge: caller.challenge)
    var left = Self.keysPerAnswerMax
    for cursor in cursors.prefix(4096) {
      response.pages.append(try keyPage(cursor, caller, &left))
    }
    return response
  }

  /// Whoever works at a site has its keys; those of a petition are for its parties alone (A39).
  private func mayHave(_ key: HouseholdKey, of scope: ScopeID, _ person: Person) throws -> Bool {
    guard key.retentionClass == RetentionClass.petition.rawValue else { return true }
    return try read { replica in
      try SiteView(replica, scope).petition(
        RecordKey(scope: scope, type: .petition, id: key.household))?.isParty(person.id) ?? false
    }
  }

  /// Some 400 KiB of keys in one answer, whatever the number of sites.
  private static let keysPerAnswerMax = 5000

  private func keyPage(
    _ cursor: KeyCursor, _ caller: Caller, _ left: inout Int
  ) throws -> KeyPage {
    guard caller.person.sites.contains(cursor.scope) else {
      return KeyPage(
        scope: cursor.scope, sealed: [], next: cursor.after, more: false, refused: true)
    }
    let limit = left
    let rows = try environment.keyDatabase.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      // A number that this table never gave comes from before it was restored, or put back.
      let after = try table.hasNumber(cursor.after, of: cursor.scope) ? cursor.after : 0
      return try table.page(of: cursor.scope, after: after, limit: limit + 1)
    }
    left -= min(rows.count, limit)
    let page = rows.prefix(limit)
    guard let last = page.last else {
      return KeyPage(
        scope: cursor.scope, sealed: [], next: cursor.after, more: !rows.isEmpty, refused: false)
    }
    let theirs = try page.map(\.key).filter { try mayHave($0, of: cursor.scope, caller.person) }
    let list = try RepairCodec.encodeKeyList(theirs)
    return KeyPage(
      scope: cursor.scope,
      sealed: try caller.device.sealingKey.seal(
        list, info: KeyWrap.toDevice, context: cursor.scope.bytes),
      next: last.sequence, more: rows.count > limit, refused: false)
  }
}
