import FieldWork
import Foundation
import LineEditor
import Testing

@Suite struct PlainLinesTests {
  @Test(
    "lines are read as they stand, whatever ends them",
    arguments: [
      (Array("甲\n乙\n".utf8), [TypedAnswer.line("甲"), .line("乙"), .endOfInput, .endOfInput]),
      (Array("甲\r\n\r\n乙".utf8), [.line("甲"), .line(""), .line("乙"), .endOfInput]),
      ([0xEF, 0xBB, 0xBF] + Array("甲\n".utf8), [.line("甲"), .endOfInput]),
      ([], [.endOfInput]),
      (Array("\n".utf8), [.line(""), .endOfInput]),
    ])
  func lines(bytes: [UInt8], expected: [TypedAnswer]) throws {
    let lines = try reading(bytes)
    #expect(expected.map { _ in lines.next() } == expected)
  }

  @Test(
    "bytes that are not UTF-8 are reported, and the lines after them still read",
    arguments: [
      [0xB3, 0xC2], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE9, 0x99],
      [0xFF, 0xFE],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) throws {
    let lines = try reading(Array("甲".utf8) + bytes + Array("\n乙\n".utf8))
    #expect(lines.next() == .unreadable)
    #expect(lines.next() == .line("乙"))
  }

  @Test("a line of 100 bytes passes a limit of 100, one of 101 is reported and skipped")
  func tooLong() throws {
    let fits = String(repeating: "a", count: 100)
    let lines = PlainLines(
      input: try file(Array("\(fits)\n\(fits)b\n乙\n".utf8)), lineBytesMax: 100)
    #expect(lines.next() == .line(fits))
    #expect(lines.next() == .unreadable)
    #expect(lines.next() == .line("乙"))
  }

  @Test("no control character or bidirectional override gets into an answer")
  func controls() throws {
    let lines = try reading(Array("小\u{1B}[H陳\u{0}\t大\u{9B}\u{202E}明\u{7F}\n".utf8))
    #expect(lines.next() == .line("小[H陳 大明"))
  }

  @Test("an empty line takes the prefilled answer")
  func prefill() throws {
    let lines = try reading(Array("\n新\n".utf8))
    #expect(lines.ask(LineQuestion("？", prefill: "舊")) == .line("舊"))
    #expect(lines.ask(LineQuestion("？", prefill: "舊")) == .line("新"))
    #expect(lines.ask(LineQuestion("？", prefill: "舊")) == .endOfInput)
  }

  @Test("a long text and the answers after it come from one pipe")
  func longText() throws {
    let lines = try reading(Array("一\n二\n\n密\n三\n".utf8))
    #expect(lines.askLongText(LineQuestion("？")) == .line("一\n二"))
    #expect(lines.askSecret(prompt: "？") == .line("密"))
    #expect(lines.askLongText(LineQuestion("？")) == .line("三"))
    #expect(lines.askLongText(LineQuestion("？")) == .endOfInput)
  }

  @Test("a descriptor that cannot be read is reported")
  func unreadable() {
    #expect(PlainLines(input: -1).next() == .unreadable)
  }

  private func reading(_ bytes: [UInt8]) throws -> PlainLines {
    PlainLines(input: try file(bytes))
  }

  /// Holds the bytes and is closed with the process.
  private func file(_ bytes: [UInt8]) throws -> Int32 {
    let stream = try #require(tmpfile())
    fwrite(bytes, 1, bytes.count, stream)
    rewind(stream)
    return fileno(stream)
  }
}
