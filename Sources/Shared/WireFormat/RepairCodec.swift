import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
package import SyncProtocol
import VisitModel

/// `/v1/have` and `/v1/keys` as bytes.
package enum RepairCodec {
  package static func encode(_ request: HaveRequest) throws -> [UInt8] {
    var message = Rounds_V1_HaveRequest()
    message.protocol = ProtocolVersion.current
    message.scope = bytesField(request.scope.bytes)
    message.low = bytesField(request.low.bytes)
    message.high = bytesField(request.high.bytes)
    message.ids = packed(request.ids)
    return try message.serializedBytes()
  }

  package static func decodeHaveRequest(_ bytes: [UInt8]) throws(WireFault) -> HaveRequest {
    let message: Rounds_V1_HaveRequest
    do { message = try Rounds_V1_HaveRequest(serializedBytes: bytes) } catch {
      throw .malformed("not an offer")
    }
    guard message.ids.count <= Bounds.haveIdentifiersMax * 32 else {
      throw .tooLarge(limit: Bounds.haveIdentifiersMax * 32)
    }
    return HaveRequest(
      scope: try scopeID(message.scope), low: try digest(message.low),
      high: try digest(message.high), ids: try unpacked(message.ids))
  }

  package static func encode(_ response: HaveResponse) throws -> [UInt8] {
    var message = Rounds_V1_HaveResponse()
    message.wanted = packed(response.wanted)
    message.lacking = packed(response.lacking)
    message.challenge = bytesField(response.challenge)
    message.again = response.again
    message.refused = response.refused
    return try message.serializedBytes()
  }

  package static func decodeHaveResponse(_ bytes: [UInt8]) throws(WireFault) -> HaveResponse {
    let message: Rounds_V1_HaveResponse
    do { message = try Rounds_V1_HaveResponse(serializedBytes: bytes) } catch {
      throw .malformed("not an answer to an offer")
    }
    return HaveResponse(
      wanted: try unpacked(message.wanted), lacking: try unpacked(message.lacking),
      challenge: message.challenge.array, again: message.again, refused: message.refused)
  }

  package static func encodeKeysRequest(_ cursors: [KeyCursor]) throws -> [UInt8] {
    var message = Rounds_V1_KeysRequest()
    message.protocol = ProtocolVersion.current
    message.scopes = cursors.map { cursor in
      var scope = Rounds_V1_KeyCursor()
      scope.scope = bytesField(cursor.scope.bytes)
      scope.after = cursor.after
      return scope
    }
    return try message.serializedBytes()
  }

  package static func decodeKeysRequest(_ bytes: [UInt8]) throws(WireFault) -> [KeyCursor] {
    let message: Rounds_V1_KeysRequest
    do { message = try Rounds_V1_KeysRequest(serializedBytes: bytes) } catch {
      throw .malformed("not a request for keys")
    }
    var cursors: [KeyCursor] = []
    for scope in message.scopes {
      cursors.append(KeyCursor(scope: try scopeID(scope.scope), after: scope.after))
    }
    return cursors
  }

  package static func encode(_ response: KeysResponse) throws -> [UInt8] {
    var message = Rounds_V1_KeysResponse()
    message.pages = response.pages.map { page in
      var item = Rounds_V1_KeyPage()
      item.scope = bytesField(page.scope.bytes)
      item.sealed = bytesField(page.sealed)
      item.next = page.next
      item.more = page.more
      item.refused = page.refused
      return item
    }
    message.challenge = bytesField(response.challenge)
    message.again = response.again
    return try message.serializedBytes()
  }

  package static func decodeKeysResponse(_ bytes: [UInt8]) throws(WireFault) -> KeysResponse {
    let message: Rounds_V1_KeysResponse
    do { message = try Rounds_V1_KeysResponse(serializedBytes: bytes) } catch {
      throw .malformed("not an answer with keys")
    }
    var response = KeysResponse(challenge: message.challenge.array, again: message.again)
    for page in message.pages {
      response.pages.append(
        KeyPage(
          scope: try scopeID(page.scope), sealed: page.sealed.array, next: page.next,
          more: page.more, refused: page.refused))
    }
    return response
  }

  /// What is sealed to a device in a `KeyPage`.
  package static func encodeKeyList(_ keys: [HouseholdKey]) throws -> [UInt8] {
    var message = Rounds_V1_KeyList()
    message.keys = keys.map { key in
      var item = Rounds_V1_PlainKey()
      item.keyID = bytesField(key.id.bytes)
      item.household = bytesField(key.household.bytes)
      item.year = UInt32(clamping: key.year)
      item.retentionClass = UInt32(clamping: key.retentionClass)
      item.key = bytesField(key.key.bytes)
      return item
    }
    return try message.serializedBytes()
  }

  package static func decodeKeyList(_ bytes: [UInt8]) throws(WireFault) -> [HouseholdKey] {
    let message: Rounds_V1_KeyList
    do { message = try Rounds_V1_KeyList(serializedBytes: bytes) } catch {
      throw .malformed("not a list of keys")
    }
    var keys: [HouseholdKey] = []
    for item in message.keys {
      guard let id = DataKeyID(bytes: item.keyID), let household = RecordID(bytes: item.household),
        let key = DataKey(bytes: item.key.array)
      else { throw .malformed("a household key") }
      keys.append(
        HouseholdKey(
          id: id, household: household, year: Int(item.year),
          retentionClass: Int(item.retentionClass), key: key))
    }
    return keys
  }

  private static func packed(_ ids: [BundleID]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ids.count * 32)
    for id in ids { bytes.append(contentsOf: id.bytes) }
    return bytesField(bytes)
  }

  private static func unpacked(_ data: Data) throws(WireFault) -> [BundleID] {
    let bytes = data.array
    guard bytes.count % 32 == 0 else { throw .malformed("ids of 32 bytes") }
    var ids: [BundleID] = []
    ids.reserveCapacity(bytes.count / 32)
    for start in stride(from: 0, to: bytes.count, by: 32) {
      guard let id = BundleID(bytes: bytes[start..<start + 32]) else { throw .malformed("an id") }
      ids.append(id)
    }
    return ids
  }
}
