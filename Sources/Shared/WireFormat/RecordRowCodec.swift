package import ConflictFreeRecords
import SwiftProtobuf
import VisitModel

/// One record's state as a row's bytes. Private to a replica; rebuilt from the log.
package enum RecordRowCodec {
  package static func encode(_ state: RecordState) throws -> [UInt8] {
    var message = Rounds_V1_StoredRecord()
    message.changes = state.changes.map(Rounds_V1_ChangeReference.init)
    message.frontier = state.frontier.map(Rounds_V1_ChangeReference.init)
    message.missing = state.missing.map(Rounds_V1_ChangeReference.init)
    message.heads = try state.heads.keys.sorted().map { field in
      var item = Rounds_V1_StoredHeads()
      item.field = field
      item.heads = try (state.heads[field] ?? []).map { head in
        var stored = Rounds_V1_StoredHead()
        stored.change = Rounds_V1_ChangeReference(head.change)
        stored.claimedAtMs = head.claimedAt.millisecondsSince1970
        stored.value = try Rounds_V1_Value(head.value)
        return stored
      }
      return item
    }
    return try message.serializedBytes()
  }

  package static func decode(_ bytes: [UInt8]) throws(WireFault) -> RecordState {
    let message: Rounds_V1_StoredRecord
    do { message = try Rounds_V1_StoredRecord(serializedBytes: bytes) } catch {
      throw .malformed("a stored record")
    }
    var heads: [UInt32: [RecordState.Head]] = [:]
    for field in message.heads {
      var list: [RecordState.Head] = []
      for head in field.heads {
        list.append(
          RecordState.Head(
            change: try head.change.value(),
            claimedAt: Instant(millisecondsSince1970: head.claimedAtMs),
            value: try head.value.contents()))
      }
      heads[field.field] = list
    }
    return RecordState(
      changes: try ids(message.changes), frontier: try ids(message.frontier), heads: heads,
      missing: try ids(message.missing))
  }

  private static func ids(
    _ references: [Rounds_V1_ChangeReference]
  ) throws(WireFault) -> [ChangeID] {
    var ids: [ChangeID] = []
    ids.reserveCapacity(references.count)
    for reference in references { ids.append(try reference.value()) }
    return ids
  }
}
