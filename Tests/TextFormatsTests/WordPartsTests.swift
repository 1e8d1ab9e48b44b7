import Testing
import TextFormats

@Suite("A word of a command in several parts")
struct WordPartsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let parts: [String]

    init(_ text: String, _ parts: [String]) {
      self.text = text
      self.parts = parts
    }

    var testDescription: String { text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }
  }

  static let rows = [
    Row("a:b:c", ["a", "b", "c"]),
    Row("a:b:c:d", ["a", "b", "c:d"]),
    Row("a", ["a"]),
    Row("", [""]),
    Row("::", ["", "", ""]),
    Row("a:\u{301}b:c", ["a", "\u{301}b", "c"]),
    Row("a\u{600}:b:\u{200D}", ["a\u{600}", "b", "\u{200D}"]),
    Row("a：b", ["a：b"]),
  ]

  @Test("is taken apart at each mark, whatever is drawn into the same character", arguments: rows)
  func parts(_ row: Row) {
    let found = WordParts.of(row.text, at: [":"], most: 3)
    // Equal scalars: `==` of texts takes e with a mark for é.
    #expect(found.map { Array($0.utf8) } == row.parts.map { Array($0.utf8) })
  }
}
