import SeededRandom
import Testing
import TextFormats

/// Cut and altered input: everything is read or refused, nothing ends the program.
@Suite struct HostileBytesTests {
  private static let document = utf8(
    #"{"visit":{"when":"2026-09-28","opinions":[{"topic":"order","text":"走\u8a2a \ud83d\ude00"}],"#
      + #""count":-12,"share":0.10e-3,"held":true,"left":false,"none":null,"tags":[[],{}]}}"#)

  private static let table = utf8(
    "unit,name,note\r\n3-2-101,走訪,\"a \"\"b\"\"\r\nc\"\r\n,,\r\nx,é,😀\n\"\",\",\",\"\n\"\r\n")

  @Test("a document cut anywhere is refused at or before the cut")
  func cutDocument() throws {
    _ = try JSON.parse(Self.document)
    for count in 0..<Self.document.count {
      let fault = try #require(throws: JSONFault.self) {
        try JSON.parse(Array(Self.document.prefix(count)))
      }
      #expect(fault.offset <= count)
    }
  }

  @Test("a table cut anywhere keeps the rows that end before the cut")
  func cutTable() {
    let whole = CSV.rows(Self.table)
    for count in 0...Self.table.count {
      let rows = CSV.rows(Array(Self.table.prefix(count)))
      let kept = zip(rows, whole).prefix { $0 == $1 }.count
      // The cut can spoil one row and leave the lines quoted in it to be read as rows.
      #expect(rows.count - kept <= 2)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line })
    }
    #expect(CSV.rows(Self.table) == whole)
  }

  @Test(
    "an altered document is refused inside it, or its writing reads the same",
    arguments: 0..<500 as Range<UInt64>)
  func alteredDocument(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try Self.check(Self.altered(Self.document, &random))
  }

  @Test(
    "altered texts of the suite are refused inside them, or their writing reads the same",
    arguments: 0..<20 as Range<UInt64>)
  func alteredSuite(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for item in try SuiteCase.all() where item.text.count < 1_000 {
      try Self.check(Self.altered(item.text, &random))
    }
  }

  @Test(
    "an altered table gives whole cells or named faults, in order of lines",
    arguments: 0..<500 as Range<UInt64>)
  func alteredTable(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Self.altered(Self.table, &random)
    let rows = CSV.rows(bytes)
    #expect(rows.allSatisfy { ($0.fault == nil) != $0.cells.isEmpty })
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line })
    #expect((rows.last?.line ?? 1) <= bytes.count { $0 == 0x0A } + 1)
  }

  private static func check(_ bytes: [UInt8]) throws {
    do throws(JSONFault) {
      let value = try JSON.parse(bytes)
      #expect(try JSON.parse(value.text()).text() == value.text())
    } catch {
      #expect((0...bytes.count).contains(error.offset))
      #expect(error.line == bytes.prefix(error.offset).count { $0 == 0x0A } + 1)
      let line =
        bytes.prefix(error.offset).split(
          separator: 0x0A, omittingEmptySubsequences: false
        ).last ?? []
      #expect(error.column == String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
    }
  }

  /// One to four bytes replaced, taken out, put in or doubled; the marks of the formats by choice.
  private static func altered(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let marks = utf8("\"\\{}[],:\r\n\0-.eu0 ") + [0x80, 0xC3, 0xED, 0xEF, 0xFF]
    var bytes = bytes
    for _ in 0...random.below(4) {
      let place = random.below(bytes.count + 1)
      let mark = marks[random.below(marks.count)]
      switch random.below(4) {
      case 0: bytes.insert(mark, at: place)
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2 where place < bytes.count: bytes[place] = mark
      default: bytes.insert(contentsOf: bytes[..<place].suffix(8), at: place)
      }
    }
    return bytes
  }
}
