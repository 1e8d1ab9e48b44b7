import Console
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("陳大文", 6), ("3-1201室", 8), ("，。：；！？（）「」《》、", 26), ("１２０１", 8),
      ("〇", 2), ("鿿", 2), ("𠮷", 2), ("𬚩", 2), ("한국", 4), ("カナ", 4), ("ｶﾅ", 2), ("　", 2),
      ("— … ① ℃ □ ● × ✓", 15), ("─│┌", 3), ("阿卜杜·热合曼", 13), ("㎡", 2), ("㈱", 2), ("e\u{301}", 1),
      ("か\u{3099}", 2), ("\u{200B}", 0), ("\u{AD}", 1), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("👍🏽", 2),
      ("☎", 1), ("⌚", 2), ("\u{1100}\u{1161}", 2), ("\u{301}", 0),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("control characters take no column", arguments: [0x00, 0x07, 0x1B, 0x7F, 0x9B] as [UInt8])
  func controls(value: UInt8) {
    #expect(DisplayWidth.of(Unicode.Scalar(value)) == 0)
  }

  @Test(
    "text that does not fit ends with an ellipsis inside its columns",
    arguments: [
      ("陳大文", 6, "陳大文"), ("陳大文", 5, "陳大…"), ("陳大文", 4, "陳…"), ("陳大文", 2, "…"),
      ("陳大文", 1, "…"), ("陳大文", 0, ""), ("abcdef", 4, "abc…"), ("", 0, ""), ("👨‍👩‍👧‍👦好", 3, "👨‍👩‍👧‍👦…"),
      ("陳大文", -3, ""),
    ])
  func truncated(text: String, columns: Int, expected: String) {
    let shortened = DisplayWidth.truncated(text, to: columns)
    #expect(shortened == expected)
    #expect(DisplayWidth.of(shortened) <= max(0, columns))
  }
}
