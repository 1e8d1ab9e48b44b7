import ConflictFreeRecords
import Fingerprint
import Testing
import VisitModel

private func key(_ number: UInt64, type: UInt32 = 4, scope: UInt64 = 1) -> RecordKey {
  RecordKey(
    scope: ScopeID(high: 0, low: scope), type: RecordType(type), id: RecordID(high: 0, low: number))
}

private func sealed(
  key: UInt64 = 1, nonce: UInt8 = 1, ciphertext: UInt8 = 1, tag: UInt8 = 1
) -> Value {
  .sealed(
    SealedValue(
      keyID: DataKeyID(high: 0, low: key), nonce: Array(repeating: nonce, count: 12),
      ciphertext: Array(repeating: ciphertext, count: 20),
      equalityTag: Array(repeating: tag, count: 16)))
}

private func confidential(nonce: UInt8 = 1, recipients: [UInt8] = [1]) -> Value {
  .confidential(
    ConfidentialValue(
      nonce: Array(repeating: nonce, count: 12), ciphertext: Array(repeating: 1, count: 20),
      recipients: recipients.map {
        ConfidentialValue.Recipient(
          keyHash: Digest(sha256: [$0]), wrappedKey: Array(repeating: $0, count: 80))
      }))
}

private func attachment(_ hash: UInt8, size: Int64 = 5, mediaType: String = "image/png") -> Value {
  .attachment(
    ConflictFreeRecords.Attachment(
      hash: Digest(sha256: [hash]), size: size, mediaType: mediaType))
}

/// One value of each kind; the name comes from a switch, so that a new kind cannot be forgotten.
private let everyKind: [Value] = [
  .text("7"), .integer(7), .decimal(units: 7, scale: 0),
  .instant(Instant(millisecondsSince1970: 7)),
  .date(CivilDate(daysSince1970: 7)), .code(set: 7, number: 7), .reference(key(7)), .bytes([0x37]),
  attachment(7), sealed(), confidential(), .unknown([0x37]),
]

private func kind(_ value: Value) -> String {
  switch value {
  case .text: "text"
  case .integer: "integer"
  case .decimal: "decimal"
  case .instant: "instant"
  case .date: "date"
  case .code: "code"
  case .reference: "reference"
  case .bytes: "bytes"
  case .attachment: "attachment"
  case .sealed: "sealed"
  case .confidential: "confidential"
  case .unknown: "unknown"
  }
}

/// Two values, and whether a person would be shown one of them or both.
struct Comparison: Sendable, CustomTestStringConvertible {
  let claim: String
  let a: Value
  let b: Value
  let isSame: Bool
  var testDescription: String { claim }

  init(_ claim: String, _ a: Value, _ b: Value, same isSame: Bool = false) {
    self.claim = claim
    self.a = a
    self.b = b
    self.isSame = isSame
  }
}

@Suite("A value")
struct ValueTests {
  @Test("of text is its bytes: two spellings of one character are two values")
  func textIsBytes() {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    // Swift calls them equal; replicas that compare so would differ in what they show.
    #expect(composed == decomposed)
    #expect(Value.text(composed) != Value.text(decomposed))
    #expect(!Value.text(composed).holdsSame(as: .text(decomposed)))
    #expect(Set([Value.text(composed), .text(decomposed), .text(composed)]).count == 2)
  }

  @Test("of any kind holds the same as itself and as none of another kind")
  func kinds() {
    #expect(Set(everyKind.map(kind)).count == 12)
    #expect(Set(everyKind).count == 12)
    for (i, a) in everyKind.enumerated() {
      for (j, b) in everyKind.enumerated() {
        #expect((a == b) == (i == j), "\(kind(a)) and \(kind(b))")
        #expect(a.holdsSame(as: b) == (i == j), "\(kind(a)) and \(kind(b))")
      }
    }
  }

  @Test(
    "holds the same as another in no part different, but for what sealing adds",
    arguments: [
      Comparison("texts of other case", .text("a"), .text("A")),
      Comparison("a text and its beginning", .text("走訪"), .text("走")),
      Comparison("no text and a space", .text(""), .text(" ")),
      Comparison("the ends of the integers", .integer(.min), .integer(.max)),
      Comparison(
        "decimals of another scale", .decimal(units: 10, scale: 1), .decimal(units: 1, scale: 0)),
      Comparison(
        "decimals of other units", .decimal(units: 10, scale: 1), .decimal(units: 11, scale: 1)),
      Comparison(
        "instants a millisecond apart", .instant(Instant(millisecondsSince1970: 0)),
        .instant(Instant(millisecondsSince1970: 1))),
      Comparison(
        "days that follow each other", .date(CivilDate(daysSince1970: 0)),
        .date(CivilDate(daysSince1970: 1))),
      Comparison("codes of another set", .code(set: 1, number: 1), .code(set: 2, number: 1)),
      Comparison("codes of another number", .code(set: 1, number: 1), .code(set: 1, number: -1)),
      Comparison("references to another record", .reference(key(1)), .reference(key(2))),
      Comparison(
        "references to another type", .reference(key(1)), .reference(key(1, type: 5))),
      Comparison(
        "references to another scope", .reference(key(1)), .reference(key(1, scope: 2))),
      Comparison("bytes and fewer bytes", .bytes([1, 0]), .bytes([1])),
      Comparison("attachments of other content", attachment(1), attachment(2)),
      Comparison("attachments of another size", attachment(1), attachment(1, size: 6)),
      Comparison(
        "attachments of another type", attachment(1), attachment(1, mediaType: "image/jpeg")),
      Comparison("sealed texts of another tag", sealed(), sealed(tag: 2)),
      Comparison("sealed texts under another key", sealed(), sealed(key: 2)),
      Comparison("sealed texts under another nonce", sealed(), sealed(nonce: 2), same: true),
      Comparison(
        "sealed texts of another ciphertext", sealed(), sealed(ciphertext: 2), same: true),
      Comparison("confidential texts of another nonce", confidential(), confidential(nonce: 2)),
      Comparison(
        "confidential texts for one more reader", confidential(),
        confidential(recipients: [1, 2])),
      Comparison("kinds of a later program", .unknown([1]), .unknown([2])),
    ])
  func comparison(_ row: Comparison) {
    #expect(row.a.holdsSame(as: row.b) == row.isSame)
    #expect(row.b.holdsSame(as: row.a) == row.isSame)
    // Equality is stricter: it decides what is stored, not what is shown.
    #expect(row.a != row.b)
    #expect(Set([row.a, row.b]).count == 2)
    #expect(row.a.holdsSame(as: row.a) && row.b.holdsSame(as: row.b))
  }
}
