import SeededRandom
import Testing
import TextFormats

@Suite struct JSONWritingTests {
  @Test(
    "only what upsets readers, scripts or terminals is escaped",
    arguments: [
      ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#), ("\0\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
      ("\u{7F}\u{80}\u{9F}\u{A0}", "\"\\u007f\\u0080\\u009f\u{A0}\""),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("走訪 é e\u{301} 😀", "\"走訪 é e\u{301} 😀\""),
      ("</script>", "\"</script>\""), ("\r\n", #""\r\n""#),
    ])
  func escapes(text: String, written: String) {
    #expect(JSON.string(text).text() == utf8(written))
  }

  @Test("every scalar comes back as it was")
  func everyScalar() throws {
    var lost: [UInt32] = []
    for block in stride(from: 0 as UInt32, through: 0x10FFFF, by: 0x1000) {
      let scalars = (block..<block + 0x1000).compactMap(Unicode.Scalar.init)
      let text = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
      let read = try JSON.parse(JSON.string(text).text())
      guard case .string(let back) = read, utf8(back) == utf8(text) else {
        lost.append(block)
        continue
      }
    }
    #expect(lost == [])
  }

  @Test("a member without a value is left out, one with null is not")
  func absence() {
    let value = JSON.object(["a": nil, "b": .null, "c": .integer(-7)])
    #expect(value.text() == utf8(#"{"b":null,"c":-7}"#))
    #expect(value["a"] == nil)
    #expect(value["b"] == .null)
  }

  @Test("pretty text indents by two spaces and ends without a line feed")
  func pretty() {
    let value = JSON.object([
      "list": .array([.bool(true), .decimal("0.10")]), "none": .array([]),
      "empty": .object([] as [JSON.Member]), "inner": .object(["a": .string("走")]),
    ])
    let expected = """
      {
        "list": [
          true,
          0.10
        ],
        "none": [],
        "empty": {},
        "inner": {
          "a": "走"
        }
      }
      """
    #expect(String(decoding: value.text(pretty: true), as: UTF8.self) == expected)
  }

  @Test(
    "the limits of whole numbers are written in full", arguments: [Int64.min, -1, 0, Int64.max])
  func wholeNumbers(number: Int64) throws {
    #expect(JSON.integer(number).text() == utf8("\(number)"))
    #expect(try JSON.parse(JSON.integer(number).text()) == .integer(number))
  }

  @Test(
    "values made at random are read as they were written",
    arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let value = Self.value(&random, levels: 5)
    #expect(try JSON.parse(value.text()).text() == value.text())
    #expect(try JSON.parse(value.text(pretty: true)).text() == value.text())
    #expect(try JSON.parse(value.text()) == value)
  }

  private static func value(_ random: inout SplitMix64, levels: Int) -> JSON {
    switch random.below(levels > 0 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(random.below(2) == 0)
    case 2: return .integer(Int64(bitPattern: random.next()))
    case 3: return .decimal("-\(random.below(100)).\(random.below(1000))e\(random.below(400))")
    case 4: return .string(text(&random))
    case 5: return .array((0..<random.below(4)).map { _ in value(&random, levels: levels - 1) })
    default:
      // Numbered, so that no two names are equal.
      return .object(
        (0..<random.below(4)).map {
          JSON.Member("\($0)" + text(&random), value(&random, levels: levels - 1))
        })
    }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\r", "\0", "\u{7F}", "\u{9F}", "é", "\u{301}", "走", "\u{2028}",
      "😀", "\u{FEFF}", "\u{10FFFF}",
    ]
    return (0..<random.below(8)).reduce(into: "") { text, _ in
      text.unicodeScalars.append(scalars[random.below(scalars.count)])
    }
  }
}
