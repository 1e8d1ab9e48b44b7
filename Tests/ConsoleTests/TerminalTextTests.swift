import Console
import Testing

@Suite struct TerminalTextTests {
  @Test(
    "what could command a terminal becomes visible",
    arguments: [
      ("\u{1B}[31m紅", "␛[31m紅"), ("\u{1B}]0;title\u{07}", "␛]0;title\\u{7}"),
      ("\u{1B}[2J\u{1B}[H", "␛[2J␛[H"), ("\u{9B}31m", "\\u{9b}31m"), ("a\u{08}b", "a\\u{8}b"),
      ("一\r二", "一\\u{d}二"), ("一\r\n二", "一\\u{d}\\u{a}二"), ("一\n二", "一\\u{a}二"),
      ("\u{0}", "\\u{0}"), ("\u{7F}", "\\u{7f}"), ("\t", "\\u{9}"), ("\u{85}", "\\u{85}"),
      ("陳\u{202E}文大", "陳\\u{202e}文大"), ("\u{2066}甲\u{2069}", "\\u{2066}甲\\u{2069}"),
      ("\u{200F}", "\\u{200f}"), ("\u{061C}", "\\u{61c}"), ("\u{2028}", "\\u{2028}"),
      ("\u{FEFF}", "\\u{feff}"), ("\u{E0041}", "\\u{e0041}"), ("e\u{301}\u{1B}", "e\u{301}␛"),
    ])
  func escaped(untrusted: String, shown: String) {
    #expect(TerminalText.line(untrusted).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(
    "people's words pass unchanged",
    arguments: ["陳大文", "阿卜杜·热合曼", "３棟１２０１", "👨‍👩‍👧‍👦", "e\u{301}", "«ça»", "\\u{1b}", "␛", ""])
  func unchanged(text: String) {
    #expect(TerminalText.line(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("a text of several lines keeps its line feeds and nothing else")
  func lines() {
    #expect(TerminalText.lines("一\n\u{1B}[A二\r\n三") == "一\n␛[A二\\u{d}\n三")
  }

  @Test("no scalar below U+2100 that is a control or sets a direction survives")
  func sweep() {
    let directions: [ClosedRange<UInt32>] = [
      0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]
    for value in UInt32(0)..<0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isHarmful =
        scalar.properties.generalCategory == .control || directions.contains { $0 ~= value }
      guard isHarmful else { continue }
      let shown = TerminalText.line(String(Character(scalar)))
      #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      #expect(!shown.isEmpty)
    }
  }
}
