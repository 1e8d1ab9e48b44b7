package import ConflictFreeRecords
import Fingerprint
import VisitModel

/// One record's state as a row's bytes. Private to a replica; rebuilt from the log.
///
/// A change is named in full once, and by its place in that list wherever a head or the frontier
/// refers to it (docs/decisions/0021-record-rows.md).
package enum RecordRowCodec {
  /// The first byte. A row of another layout is malformed, and `doctor` rebuilds it.
  private static let layout: UInt8 = 0xA1

  package static func encode(_ state: RecordState) throws -> [UInt8] {
    var writer = RowWriter()
    writer.raw([layout])
    writer.count(state.changes.count)
    for id in state.changes { write(id, &writer) }
    writer.count(state.missing.count)
    for id in state.missing { write(id, &writer) }
    writer.count(state.frontier.count)
    for id in state.frontier { writer.count(try place(id, state)) }
    writer.count(state.heads.count)
    for field in state.heads.keys.sorted() {
      let heads = state.heads[field] ?? []
      writer.number(UInt64(field))
      writer.count(heads.count)
      for head in heads {
        writer.count(try place(head.change, state))
        writer.signed(head.claimedAt.millisecondsSince1970)
        RowValue.write(head.value, &writer)
      }
    }
    return writer.bytes
  }

  package static func decode(_ bytes: [UInt8]) throws(WireFault) -> RecordState {
    var reader = RowReader(bytes)
    guard try reader.raw(1).first == layout else { throw RowReader.fault }
    let changes = try ids(&reader)
    let missing = try ids(&reader)
    var frontier: [ChangeID] = []
    for _ in 0..<(try reader.count()) { frontier.append(try named(&reader, changes)) }
    let fieldCount = try reader.count()
    var heads: [UInt32: [RecordState.Head]] = [:]
    heads.reserveCapacity(fieldCount)
    for _ in 0..<fieldCount {
      let field = try reader.number32()
      var list: [RecordState.Head] = []
      for _ in 0..<(try reader.count()) {
        list.append(
          RecordState.Head(
            change: try named(&reader, changes),
            claimedAt: Instant(millisecondsSince1970: try reader.signed()),
            value: try RowValue.read(&reader)))
      }
      heads[field] = list
    }
    guard reader.isAtEnd else { throw RowReader.fault }
    return RecordState(changes: changes, frontier: frontier, heads: heads, missing: missing)
  }

  private static func write(_ id: ChangeID, _ writer: inout RowWriter) {
    writer.raw(id.bundle.bytes)
    writer.number(UInt64(id.index))
  }

  private static func ids(_ reader: inout RowReader) throws(WireFault) -> [ChangeID] {
    let count = try reader.count()
    var ids: [ChangeID] = []
    ids.reserveCapacity(count)
    for _ in 0..<count {
      guard let bundle = Digest(bytes: try reader.raw(32)) else { throw RowReader.fault }
      ids.append(ChangeID(bundle: bundle, index: try reader.number32()))
    }
    return ids
  }

  /// The place of a change among the state's; every head and every frontier change is one of them.
  private static func place(_ id: ChangeID, _ state: RecordState) throws -> Int {
    guard let place = state.changes.firstIndex(of: id) else { throw RowReader.fault }
    return place
  }

  private static func named(
    _ reader: inout RowReader, _ changes: [ChangeID]
  ) throws(WireFault) -> ChangeID {
    let place = try reader.number()
    guard place < UInt64(changes.count) else { throw RowReader.fault }
    return changes[Int(place)]
  }
}
