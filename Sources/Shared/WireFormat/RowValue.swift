import ConflictFreeRecords
import Fingerprint
import VisitModel

/// A value in a record's row: its kind, then what it holds.
enum RowValue {
  private enum Kind: UInt8 {
    case text = 1
    case integer, decimal, instant, date, code, reference, bytes, attachment, sealed, confidential
    case unknown
  }

  static func write(_ value: Value, _ writer: inout RowWriter) {
    func kind(_ kind: Kind) { writer.raw([kind.rawValue]) }
    switch value {
    case .text(let text):
      kind(.text)
      writer.block(text.utf8)
    case .integer(let number):
      kind(.integer)
      writer.signed(number)
    case .decimal(let units, let scale):
      kind(.decimal)
      writer.signed(units)
      writer.signed(Int64(scale))
    case .instant(let instant):
      kind(.instant)
      writer.signed(instant.millisecondsSince1970)
    case .date(let date):
      kind(.date)
      writer.signed(Int64(date.daysSince1970))
    case .code(let set, let number):
      kind(.code)
      writer.number(UInt64(set))
      writer.signed(Int64(number))
    case .reference(let key):
      kind(.reference)
      writer.raw(key.scope.bytes)
      writer.number(UInt64(key.type.number))
      writer.raw(key.id.bytes)
    case .bytes(let bytes):
      kind(.bytes)
      writer.block(bytes)
    case .attachment(let attachment):
      kind(.attachment)
      writer.raw(attachment.hash.bytes)
      writer.signed(attachment.size)
      writer.block(attachment.mediaType.utf8)
    case .sealed(let sealed):
      kind(.sealed)
      writer.raw(sealed.keyID.bytes)
      for part in [sealed.nonce, sealed.ciphertext, sealed.equalityTag] { writer.block(part) }
    case .confidential(let note):
      kind(.confidential)
      writer.block(note.nonce)
      writer.block(note.ciphertext)
      writer.count(note.recipients.count)
      for one in note.recipients {
        writer.raw(one.keyHash.bytes)
        writer.block(one.wrappedKey)
      }
    case .unknown(let bytes):
      kind(.unknown)
      writer.block(bytes)
    }
  }

  static func read(_ reader: inout RowReader) throws(WireFault) -> Value {
    guard let kind = Kind(rawValue: try reader.raw(1).first ?? 0) else { throw RowReader.fault }
    switch kind {
    case .text: return .text(try text(&reader))
    case .integer: return .integer(try reader.signed())
    case .decimal: return .decimal(units: try reader.signed(), scale: try small(&reader))
    case .instant: return .instant(Instant(millisecondsSince1970: try reader.signed()))
    case .date: return .date(CivilDate(daysSince1970: try small(&reader)))
    case .code:
      let set = try reader.number32()
      guard let number = Int32(exactly: try reader.signed()) else { throw RowReader.fault }
      return .code(set: set, number: number)
    case .reference:
      guard let scope = ScopeID(bytes: try reader.raw(16)) else { throw RowReader.fault }
      let type = RecordType(try reader.number32())
      guard let id = RecordID(bytes: try reader.raw(16)) else { throw RowReader.fault }
      return .reference(RecordKey(scope: scope, type: type, id: id))
    case .bytes: return .bytes(try reader.block())
    case .attachment:
      guard let hash = Digest(bytes: try reader.raw(32)) else { throw RowReader.fault }
      let size = try reader.signed()
      return .attachment(Attachment(hash: hash, size: size, mediaType: try text(&reader)))
    case .sealed:
      guard let key = DataKeyID(bytes: try reader.raw(16)) else { throw RowReader.fault }
      return .sealed(
        SealedValue(
          keyID: key, nonce: try reader.block(), ciphertext: try reader.block(),
          equalityTag: try reader.block()))
    case .confidential: return .confidential(try confidential(&reader))
    case .unknown: return .unknown(try reader.block())
    }
  }

  private static func confidential(
    _ reader: inout RowReader
  ) throws(WireFault) -> ConfidentialValue {
    let nonce = try reader.block()
    let ciphertext = try reader.block()
    var recipients: [ConfidentialValue.Recipient] = []
    for _ in 0..<(try reader.count()) {
      guard let hash = Digest(bytes: try reader.raw(32)) else { throw RowReader.fault }
      recipients.append(.init(keyHash: hash, wrappedKey: try reader.block()))
    }
    return ConfidentialValue(nonce: nonce, ciphertext: ciphertext, recipients: recipients)
  }

  private static func text(_ reader: inout RowReader) throws(WireFault) -> String {
    String(decoding: try reader.raw(try reader.count()), as: UTF8.self)
  }

  private static func small(_ reader: inout RowReader) throws(WireFault) -> Int {
    guard let number = Int32(exactly: try reader.signed()) else { throw RowReader.fault }
    return Int(number)
  }
}
