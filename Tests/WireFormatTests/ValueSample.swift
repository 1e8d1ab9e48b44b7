import ConflictFreeRecords
import Fingerprint
import Testing
import VisitModel

/// A value of some kind, at an end of its range where it has one.
struct ValueSample: Sendable, CustomTestStringConvertible {
  let claim: String
  let value: Value
  var testDescription: String { claim }

  init(_ claim: String, _ value: Value) {
    self.claim = claim
    self.value = value
  }

  static let sealed = SealedValue(
    keyID: DataKeyID(high: 7, low: 8), nonce: Array(repeating: 9, count: 12),
    ciphertext: Array(repeating: 10, count: 16), equalityTag: Array(repeating: 11, count: 16))

  static func confidential(recipients: Int) -> Value {
    .confidential(
      ConfidentialValue(
        nonce: Array(repeating: 1, count: 12), ciphertext: Array(repeating: 2, count: 272),
        recipients: (0..<recipients).map {
          ConfidentialValue.Recipient(
            keyHash: digest(UInt8($0)), wrappedKey: Array(repeating: UInt8($0), count: 80))
        }))
  }

  static let all: [ValueSample] = [
    ValueSample("an empty text", .text("")),
    ValueSample("a text", .text("三號樓 3-1201 😀")),
    ValueSample("a text with a NUL", .text("a\0b")),
    ValueSample("a composed letter", .text("\u{E9}")),
    ValueSample("a decomposed letter", .text("e\u{301}")),
    ValueSample("zero", .integer(0)),
    ValueSample("the least integer", .integer(.min)),
    ValueSample("the greatest integer", .integer(.max)),
    ValueSample("a decimal of nothing", .decimal(units: 0, scale: 0)),
    ValueSample("the least decimal of the finest scale", .decimal(units: .min, scale: 18)),
    ValueSample("the beginning of time", .instant(Instant(millisecondsSince1970: 0))),
    ValueSample(
      "the earliest instant", .instant(Instant(millisecondsSince1970: Instant.earliestMs))),
    ValueSample("the latest instant", .instant(Instant(millisecondsSince1970: Instant.latestMs))),
    ValueSample("the first of January 1970", .date(CivilDate(daysSince1970: 0))),
    ValueSample("the earliest day", .date(CivilDate(daysSince1970: CivilDate.earliest))),
    ValueSample("the latest day", .date(CivilDate(daysSince1970: CivilDate.latest))),
    ValueSample("a code of no set", .code(set: 0, number: 0)),
    ValueSample("the least code", .code(set: .max, number: .min)),
    ValueSample("the greatest code", .code(set: 1, number: .max)),
    ValueSample(
      "a reference into another scope",
      .reference(
        RecordKey(scope: ScopeID(high: .max, low: 0), type: RecordType(.max), id: recordID(9)))),
    ValueSample("no bytes", .bytes([])),
    ValueSample("bytes", .bytes(Array(0...255))),
    ValueSample(
      "an empty attachment",
      .attachment(ConflictFreeRecords.Attachment(hash: digest(1), size: 0, mediaType: ""))),
    ValueSample(
      "a huge attachment of the longest media type",
      .attachment(
        ConflictFreeRecords.Attachment(
          hash: digest(2), size: .max, mediaType: String(repeating: "m", count: 128)))),
    ValueSample("a sealed text without content", .sealed(sealed)),
    ValueSample("a note to one reader", confidential(recipients: 1)),
    ValueSample("a note to 64 readers", confidential(recipients: 64)),
    // Field 99, a number: what a later program may write.
    ValueSample("a kind of a later program", .unknown([0x98, 0x06, 0x01])),
  ]
}
