import Testing
import TextFormats

@Suite struct JSONParsingTests {
  @Test(
    "a fault names its kind, byte, line and column",
    arguments: [
      ("", Refusal(.unfinished, offset: 0, column: 1)),
      (" \n ", Refusal(.unfinished, offset: 3, line: 2, column: 2)),
      ("[1,]", Refusal(.unexpected, offset: 3, column: 4)),
      ("{\"a\":1,}", Refusal(.unexpected, offset: 7, column: 8)),
      ("[1 2]", Refusal(.unexpected, offset: 3, column: 4)),
      ("[1,2", Refusal(.unfinished, offset: 4, column: 5)),
      ("{a:1}", Refusal(.unexpected, offset: 1, column: 2)),
      ("{\"a\" 1}", Refusal(.unexpected, offset: 5, column: 6)),
      ("tru", Refusal(.unfinished, offset: 3, column: 4)),
      ("trüe", Refusal(.unexpected, offset: 2, column: 3)),
      ("NaN", Refusal(.unexpected, offset: 0, column: 1)),
      ("[0] []", Refusal(.trailingText, offset: 4, column: 5)),
      ("[\n  01\n]", Refusal(.badNumber, offset: 4, line: 2, column: 3)),
      ("[-]", Refusal(.badNumber, offset: 1, column: 2)),
      ("[1.]", Refusal(.badNumber, offset: 1, column: 2)),
      ("[1e+]", Refusal(.badNumber, offset: 1, column: 2)),
      ("[\"走訪\t\"]", Refusal(.controlInString, offset: 8, column: 5)),
      ("[\"走\\x\"]", Refusal(.badEscape, offset: 5, column: 4)),
      ("[\"\\u12g4\"]", Refusal(.badEscape, offset: 2, column: 3)),
      ("[\"\\ud83d\"]", Refusal(.badEscape, offset: 2, column: 3)),
      ("[\"\\ud83d\\u0041\"]", Refusal(.badEscape, offset: 2, column: 3)),
      ("[\"\\ude00\\ud83d\"]", Refusal(.badEscape, offset: 2, column: 3)),
      ("{\"é\":1,\n\"\\u00e9\":2}", Refusal(.repeatedName("é"), offset: 9, line: 2, column: 1)),
      ("\u{FEFF}[]", Refusal(.byteOrderMark, offset: 0, column: 1)),
      ("[\u{A0}1]", Refusal(.unexpected, offset: 1, column: 2)),
    ])
  func places(text: String, place: Refusal) throws {
    #expect(try refusal(of: utf8(text)) == place)
  }

  @Test("bytes that are not UTF-8 are refused at the first of them")
  func notUTF8() throws {
    let bytes = utf8("[\n\"走") + [0xED, 0xA0, 0x80] + utf8("\"]")
    #expect(try refusal(of: bytes) == Refusal(.notUTF8, offset: 6, line: 2, column: 3))
  }

  @Test(
    "names of the same look but of other bytes are two names",
    arguments: [("é", "e\u{301}"), ("a", "A"), ("", " ")])
  func differentNames(first: String, second: String) throws {
    let value = try JSON.parse(utf8("{\"\(first)\":1,\"\(second)\":2}"))
    #expect(value[first] == .integer(1))
    #expect(value[second] == .integer(2))
  }

  @Test(
    "numbers are whole within 64 bits, otherwise kept as written",
    arguments: [
      ("0", .integer(0)), ("-1", .integer(-1)), ("-0", .integer(0)),
      ("9223372036854775807", .integer(Int64.max)), ("-9223372036854775808", .integer(Int64.min)),
      ("9223372036854775808", .decimal("9223372036854775808")),
      ("0.10", .decimal("0.10")), ("1E+2", .decimal("1E+2")), ("-0.0", .decimal("-0.0")),
    ] as [(String, JSON)])
  func numbers(text: String, value: JSON) throws {
    #expect(try JSON.parse(utf8(text)) == value)
  }

  @Test(
    "escapes mean their characters",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u8d70\u8A2A""#, "走訪"),
      (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\0"), (#""\udbff\udfff""#, "\u{10FFFF}"),
      (#""\ud800\udc00""#, "\u{10000}"),
    ])
  func escapes(text: String, meaning: String) throws {
    guard case .string(let read) = try JSON.parse(utf8(text)) else {
      Issue.record("no string")
      return
    }
    #expect(utf8(read) == utf8(meaning))
  }

  @Test("members keep their order")
  func order() throws {
    let text = #"{"z":1,"a":{"y":null,"b":[true,false]},"m":"走"}"#
    #expect(try JSON.parse(utf8(text)).text() == utf8(text))
  }

  @Test("as many bytes as allowed are read, one more is too many")
  func size() throws {
    #expect(try JSON.parse(utf8("[1] "), bytesMax: 4) == .array([.integer(1)]))
    let fault = try #require(throws: JSONFault.self) {
      try JSON.parse(utf8("[1] "), bytesMax: 3)
    }
    #expect(Refusal(fault) == Refusal(.tooLarge(limit: 3), offset: 0, column: 1))
  }

  @Test("64 levels are read, empty or not", arguments: ["", "1"])
  func deepEnough(core: String) throws {
    let text = Self.nested(64, core: core)
    #expect(try JSON.parse(text).text() == text)
  }

  @Test("the 65th level is refused at its bracket, empty or not", arguments: ["", "1"])
  func tooDeep(core: String) throws {
    #expect(
      try refusal(of: Self.nested(65, core: core))
        == Refusal(.tooDeep(limit: 64), offset: 64, column: 65))
  }

  @Test(
    "100,000 levels are refused calmly, whatever they are made of",
    arguments: ["[", "{\"\":", "[{\"a\":[", "[\n "])
  func abyss(opening: String) throws {
    let text = Array(repeatElement(utf8(opening), count: 100_000).joined())
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(text) }
    #expect(fault.kind == .tooDeep(limit: 64))
  }

  private static func nested(_ levels: Int, core: String) -> [UInt8] {
    Array(repeating: 0x5B, count: levels) + utf8(core) + Array(repeating: 0x5D, count: levels)
  }
}
