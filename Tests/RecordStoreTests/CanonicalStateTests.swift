import ConflictFreeRecords
import Fingerprint
import Foundation
import RecordCatalogue
import RecordStore
import Testing
import VisitModel
import WireFormat

/// A value and the one way in which it is written.
struct ValueRow: Sendable, CustomTestStringConvertible {
  let claim: String
  let value: Value
  let text: String
  var testDescription: String { claim }

  init(_ claim: String, _ value: Value, _ text: String) {
    self.claim = claim
    self.value = value
    self.text = text
  }

  private static func hex(_ byte: UInt8, _ count: Int) -> String {
    String(repeating: Hexadecimal.text([byte]), count: count)
  }

  static let all: [ValueRow] = plain + composed + sealed

  private static let plain: [ValueRow] = [
    ValueRow("no text", .text(""), #"{"text":""}"#),
    ValueRow("a text", .text("三號樓 é e\u{301} 😀"), "{\"text\":\"三號樓 é e\u{301} 😀\"}"),
    ValueRow("quotes and backslashes", .text(#"a"b\c"#), #"{"text":"a\"b\\c"}"#),
    ValueRow("a slash", .text("a/b"), #"{"text":"a/b"}"#),
    ValueRow(
      "control characters", .text("\0\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1B}\u{1F}"),
      #"{"text":"\u0000\u0001\u0008\u0009\u000a\u000b\u000c\u000d\u001b\u001f"}"#),
    ValueRow("delete and beyond", .text("\u{7F}\u{80}\u{9F}"), "{\"text\":\"\u{7F}\u{80}\u{9F}\"}"),
    ValueRow("line separators", .text("\u{2028}\u{2029}"), "{\"text\":\"\u{2028}\u{2029}\"}"),
    ValueRow("an integer", .integer(.min), #"{"integer":-9223372036854775808}"#),
    ValueRow("an instant", .instant(minute(0)), #"{"instant":"2026-09-21T14:13:20.000Z"}"#),
    ValueRow(
      "an instant before 1970", .instant(Instant(millisecondsSince1970: -1)),
      #"{"instant":"1969-12-31T23:59:59.999Z"}"#),
    ValueRow("a date", .date(CivilDate(daysSince1970: 20_717)), #"{"date":"2026-09-21"}"#),
    ValueRow("no bytes", .bytes([]), #"{"bytes":""}"#),
    ValueRow("bytes", .bytes([0, 0x0F, 0xF0, 0xFF]), #"{"bytes":"000ff0ff"}"#),
    ValueRow("a kind of a later program", .unknown([0x98, 0x06, 0x01]), #"{"unknown":"980601"}"#),
  ]

  private static let composed: [ValueRow] = [
    ValueRow(
      "a decimal", .decimal(units: -150, scale: 2), #"{"decimal":{"units":-150,"scale":2}}"#),
    ValueRow("a code", .code(set: 3, number: -2), #"{"code":{"set":3,"number":-2}}"#),
    ValueRow(
      "a reference", .reference(unit(7)),
      [
        #"{"reference":{"scope":"00000000000000510000000000000001","type":3,"#,
        #""id":"000000000000004e0000000000000007"}}"#,
      ].joined()),
    ValueRow(
      "an attachment",
      .attachment(
        ConflictFreeRecords.Attachment(
          hash: Digest(words: (0, 0, 0, 0xAB)), size: 5, mediaType: "a\"b")),
      [
        #"{"attachment":{"hash":""#, hex(0, 31), #"ab","size":5,"mediaType":"a\"b"}}"#,
      ].joined()),
  ]

  private static let sealed: [ValueRow] = [
    ValueRow(
      "a sealed text, which stays sealed",
      .sealed(
        SealedValue(
          keyID: DataKeyID(high: 0, low: 1), nonce: Array(repeating: 2, count: 12),
          ciphertext: Array(repeating: 3, count: 17), equalityTag: Array(repeating: 4, count: 16))),
      [
        #"{"sealed":{"key":"00000000000000000000000000000001","nonce":""#, hex(2, 12),
        #"","ciphertext":""#, hex(3, 17), #"","tag":""#, hex(4, 16), #""}}"#,
      ].joined()),
    ValueRow(
      "a confidential text, which stays sealed",
      .confidential(
        ConfidentialValue(
          nonce: Array(repeating: 2, count: 12), ciphertext: Array(repeating: 3, count: 16),
          recipients: [
            ConfidentialValue.Recipient(keyHash: Digest(words: (0, 0, 0, 1)), wrappedKey: [1]),
            ConfidentialValue.Recipient(keyHash: Digest(words: (0, 0, 0, 2)), wrappedKey: [2]),
          ])),
      [
        #"{"confidential":{"nonce":""#, hex(2, 12), #"","ciphertext":""#, hex(3, 16),
        #"","recipients":[{"key":""#, hex(0, 31), #"01","wrapped":"01"},{"key":""#, hex(0, 31),
        #"02","wrapped":"02"}]}}"#,
      ].joined()),
  ]
}

@Suite("The canonical state")
struct CanonicalStateTests {
  @Test("writes every kind of value in one way", arguments: ValueRow.all)
  func value(_ row: ValueRow) throws {
    #expect(Array(ValueText.json(row.value).utf8) == Array(row.text.utf8))
    let read = try JSONSerialization.jsonObject(with: Data(ValueText.json(row.value).utf8))
    let object = try #require(read as? [String: Any])
    #expect(object.count == 1)
    if case .text(let text) = row.value {
      let back = try #require(object["text"] as? String)
      #expect(Array(back.utf8) == Array(text.utf8))
    }
  }

  @Test("has a row for each kind")
  func complete() {
    let kinds = Set(ValueRow.all.map { $0.text.prefix { $0 != ":" } })
    #expect(kinds.count == 12)
  }

  @Test("escapes every character below the space, and no other but the quote and the backslash")
  func escapes() {
    for value in UInt8(0)..<128 {
      let character = String(UnicodeScalar(value))
      let written = ValueText.json(.text(character)).utf8.dropFirst(9).dropLast(2)
      let expected =
        switch value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0..<0x20: "\\u00" + Hexadecimal.text([value])
        default: character
        }
      #expect(Array(written) == Array(expected.utf8), "\(value)")
    }
  }

  @Test("of a scope without bundles says so")
  func empty() throws {
    let digest = "0:" + String(repeating: "0", count: 64)
    let expected = "{\"scope\":\"\(site)\",\"digest\":\"\(digest)\",\"records\":[\n]}\n"
    #expect(try Store().canonicalState() == Array(expected.utf8))
  }

  @Test("of a few records is exactly this text")
  func whole() throws {
    var (a, b) = (try Device(1), try Device(2))
    let first = try a.write([
      .ofUnit(2, [UnitField.code: .text("2"), 300: .integer(5)]),
      .ofUnit(1, [UnitField.code: .text("1")]),
    ])
    let left = try a.write(
      [.ofUnit(2, [UnitField.code: .text("2A")], saw: [first.change(0)])], at: minute(1))
    let right = try b.write(
      [.ofUnit(2, [UnitField.code: .text("2B")], saw: [first.change(0)])], at: minute(2))
    let store = try Store()
    try store.store([first, left, right])
    func head(_ change: ChangeID, _ time: String, _ value: String) -> String {
      "{\"change\":\"\(change)\",\"claimedAt\":\"2026-09-21T14:\(time).000Z\",\"value\":{\(value)}}"
    }
    func record(_ number: UInt64, _ frontier: [ChangeID], _ fields: [String]) -> String {
      let shown = frontier.sorted().map { "\"\($0)\"" }.joined(separator: ",")
      let parallel = frontier.count > 1
      let name = "\"type\":3,\"id\":\"\(recordID(number))\",\"frontier\":[\(shown)]"
      let content = "\"fields\":{\(fields.joined(separator: ","))}"
      return "{\(name),\"missing\":[],\"parallel\":\(parallel),\(content)}"
    }
    func field(_ number: Int, _ heads: [String]) -> String {
      let isConflict = heads.count > 1
      return
        "\"\(number)\":{\"conflict\":\(isConflict),\"heads\":[\(heads.joined(separator: ","))]}"
    }
    let one = record(
      1, [first.change(1)], [field(1, [head(first.change(1), "13:20", #""text":"1""#)])])
    let two = record(
      2, [left.change(), right.change()],
      [
        field(
          1,
          [
            head(right.change(), "15:20", #""text":"2B""#),
            head(left.change(), "14:20", #""text":"2A""#),
          ]),
        field(300, [head(first.change(0), "13:20", #""integer":5"#)]),
      ])
    let digest = SetDigest([first.id, left.id, right.id])
    let expected =
      "{\"scope\":\"\(site)\",\"digest\":\"\(digest)\",\"records\":[\n\(one),\n\(two)\n]}\n"
    let text = String(decoding: try store.canonicalState(), as: UTF8.self)
    #expect(text == expected)
  }

  @Test("names ancestors that have not arrived")
  func missing() throws {
    var device = try Device(1)
    let first = try device.write("first")
    let second = try device.write([
      .ofUnit(1, [UnitField.code: .text("second")], saw: [first.change()])
    ])
    let store = try Store()
    try store.store([second])
    let text = String(decoding: try store.canonicalState(), as: UTF8.self)
    #expect(text.contains("\"missing\":[\"\(first.change())\"]"))
  }
}
