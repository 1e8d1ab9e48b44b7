import Console
import SeededRandom
import Testing

@Suite struct WrappingTests {
  @Test(
    "lines break by columns, with words whole and punctuation in its place",
    arguments: [
      ("", 10, [""]),
      ("投訴電梯常壞", 6, ["投訴電", "梯常壞"]),
      ("投訴電梯，常壞。", 8, ["投訴電", "梯，常", "壞。"]),
      ("他說「電梯壞」", 6, ["他說", "「電梯", "壞」"]),
      ("the lift is broken", 8, ["the lift", "is", "broken"]),
      ("電梯 A3 壞了", 8, ["電梯 A3", "壞了"]),
      ("第3-1201室", 6, ["第", "3-1201", "室"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("一\n\n二", 10, ["一", "", "二"]),
      ("  縮排", 10, ["  縮排"]),
      ("一二三", 0, ["一", "二", "三"]),
      ("ab。。。。", 4, ["ab。", "。。", "。"]),
    ])
  func wrapped(text: String, width: Int, expected: [String]) {
    #expect(Wrapping.lines(text, width: width) == expected)
  }

  @Test("no line is wider than allowed and no character is lost", arguments: UInt64(1)...60)
  func laws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters: [Character] = [
      "陳", "大", "，", "。", "「", "」", "a", "b", "1", " ", " ", "…", "👨‍👩‍👧‍👦", "e\u{301}", "(", ")",
    ]
    let text = String((0..<80).map { _ in letters[Int(random.next() % 16)] })
    let width = 2 + Int(random.next() % 30)
    let lines = Wrapping.lines(text, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
