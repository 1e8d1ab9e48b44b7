import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
package import SyncProtocol
import VisitModel

/// `/v1/sync` as bytes.
package enum SyncCodec {
  package static func encode(_ request: SyncRequest) throws -> [UInt8] {
    var message = Rounds_V1_SyncRequest()
    message.protocol = request.version
    message.scopes = request.scopes.map { cursor in
      var scope = Rounds_V1_ScopeCursor()
      scope.scope = bytesField(cursor.scope.bytes)
      if let epoch = cursor.epoch { scope.epoch = bytesField(epoch.bytes) }
      scope.position = cursor.position
      scope.digest = Rounds_V1_SetDigest(cursor.digest)
      return scope
    }
    message.bundles = request.bundles.map { bundle in
      var pushed = Rounds_V1_PushedBundle()
      pushed.envelope = bytesField(bundle.envelope)
      pushed.keys = bundle.keys.map(Rounds_V1_WrappedKey.init)
      return pushed
    }
    message.program = request.program
    message.pageBytesMax = UInt32(clamping: request.pageBytesMax)
    message.language = request.language
    if let receipted = request.receipted { message.receipted = bytesField(receipted.bytes) }
    return try message.serializedBytes()
  }

  package static func decodeRequest(_ bytes: [UInt8]) throws(WireFault) -> SyncRequest {
    let message: Rounds_V1_SyncRequest
    do { message = try Rounds_V1_SyncRequest(serializedBytes: bytes) } catch {
      throw .malformed("not a sync request")
    }
    var scopes: [ScopeCursor] = []
    for cursor in message.scopes {
      scopes.append(
        ScopeCursor(
          scope: try scopeID(cursor.scope),
          epoch: cursor.epoch.isEmpty ? nil : try epochID(cursor.epoch),
          position: cursor.position, digest: try cursor.digest.value()))
    }
    var bundles: [PushedBundle] = []
    for pushed in message.bundles {
      var keys: [WrappedKey] = []
      for key in pushed.keys {
        // A key that is none is left out; the bundle is worth keeping without it.
        do { keys.append(try key.value()) } catch { continue }
      }
      bundles.append(PushedBundle(envelope: pushed.envelope.array, keys: keys))
    }
    return SyncRequest(
      version: message.protocol, scopes: scopes, bundles: bundles, program: message.program,
      pageBytesMax: Int(message.pageBytesMax), language: message.language,
      receipted: message.receipted.isEmpty ? nil : try digest(message.receipted))
  }

  package static func encode(_ response: SyncResponse) throws -> [UInt8] {
    var message = Rounds_V1_SyncResponse()
    message.epoch = bytesField(response.epoch.bytes)
    message.results = response.results.map { result in
      var item = Rounds_V1_BundleResult()
      item.bundle = bytesField(result.bundle.bytes)
      item.outcome = UInt32(result.outcome.rawValue)
      item.reason = UInt32(result.reason.rawValue)
      item.sentence = result.sentence
      item.receipt = bytesField(result.receipt)
      return item
    }
    message.pages = response.pages.map(Rounds_V1_ScopePage.init)
    message.serverTimeMs = response.serverTime.millisecondsSince1970
    message.lowestProgram = response.lowestProgram
    message.follow = response.follow.map { bytesField($0.bytes) }
    message.challenge = bytesField(response.challenge)
    message.again = response.again
    return try message.serializedBytes()
  }

  package static func decodeResponse(_ bytes: [UInt8]) throws(WireFault) -> SyncResponse {
    let message: Rounds_V1_SyncResponse
    do { message = try Rounds_V1_SyncResponse(serializedBytes: bytes) } catch {
      throw .malformed("not a sync answer")
    }
    var response = SyncResponse(
      epoch: try epochID(message.epoch),
      serverTime: Instant(millisecondsSince1970: message.serverTimeMs),
      lowestProgram: message.lowestProgram, challenge: message.challenge.array,
      again: message.again)
    for result in message.results {
      guard let outcome = BundleOutcome(rawValue: Int(result.outcome)) else {
        throw .malformed("an outcome")
      }
      response.results.append(
        BundleResult(
          bundle: try digest(result.bundle), outcome: outcome,
          reason: HoldReason(rawValue: Int(result.reason)) ?? .none, sentence: result.sentence,
          receipt: result.receipt.array))
    }
    for page in message.pages { response.pages.append(try page.value()) }
    for scope in message.follow { response.follow.append(try scopeID(scope)) }
    return response
  }
}

func scopeID(_ bytes: Data) throws(WireFault) -> ScopeID {
  guard let id = ScopeID(bytes: bytes) else { throw .malformed("a scope of 16 bytes") }
  return id
}

func epochID(_ bytes: Data) throws(WireFault) -> Epoch {
  guard let id = Epoch(bytes: bytes) else { throw .malformed("an epoch of 16 bytes") }
  return id
}

extension Rounds_V1_SetDigest {
  init(_ digest: SetDigest) {
    self.init()
    count = digest.count
    sum = bytesField(digest.sum.bytes)
  }

  func value() throws(WireFault) -> SetDigest {
    SetDigest(count: count, sum: sum.isEmpty ? .zero : try digest(sum))
  }
}

extension Rounds_V1_WrappedKey {
  init(_ key: WrappedKey) {
    self.init()
    keyID = bytesField(key.id.bytes)
    scope = bytesField(key.household.scope.bytes)
    household = bytesField(key.household.id.bytes)
    year = UInt32(clamping: key.year)
    retentionClass = UInt32(clamping: key.retentionClass)
    sealed = bytesField(key.sealed)
  }

  func value() throws(WireFault) -> WrappedKey {
    guard let id = DataKeyID(bytes: keyID), let household = RecordID(bytes: household),
      sealed.count <= 256
    else { throw .malformed("a wrapped key") }
    return WrappedKey(
      id: id,
      household: RecordKey(
        scope: try scopeID(scope), type: RecordType(WrappedKey.householdType), id: household),
      year: Int(year), retentionClass: Int(retentionClass), sealed: sealed.array)
  }
}

extension WrappedKey {
  /// The record type of a household (RecordCatalogue); keys belong to households only.
  static let householdType: UInt32 = 4
}

extension Rounds_V1_ScopePage {
  init(_ page: ScopePage) {
    self.init()
    scope = bytesField(page.scope.bytes)
    epoch = bytesField(page.epoch.bytes)
    standing = UInt32(page.standing.rawValue)
    items = page.items.map { item in
      var message = Rounds_V1_FeedItem()
      message.position = item.position
      message.envelope = bytesField(item.envelope)
      return message
    }
    next = page.next
    more = page.more
    digest = Rounds_V1_SetDigest(page.digest)
    keyHead = page.keyHead
  }

  func value() throws(WireFault) -> ScopePage {
    guard let standing = Standing(rawValue: Int(standing)) else { throw .malformed("a standing") }
    return ScopePage(
      scope: try scopeID(scope), epoch: try epochID(epoch), standing: standing,
      items: items.map { FeedItem(position: $0.position, envelope: $0.envelope.array) },
      next: next, more: more, digest: try digest.value(), keyHead: keyHead)
  }
}
