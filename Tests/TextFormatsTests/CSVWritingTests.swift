import SeededRandom
import Testing
import TextFormats

@Suite struct CSVWritingTests {
  @Test(
    "cells are quoted only where they must be",
    arguments: [
      (["a", "b"], "a,b"), ([""], ""), (["", ""], ","), (["a,b"], "\"a,b\""),
      (["a\"b"], "\"a\"\"b\""), (["\""], "\"\"\"\""), (["a\nb"], "\"a\nb\""),
      (["a\rb"], "\"a\rb\""), (["a\r\nb"], "\"a\r\nb\""), ([" a "], " a "),
      (["走訪", "😀"], "走訪,😀"), (["e\u{301}\""], "\"e\u{301}\"\"\""),
    ])
  func quoting(cells: [String], written: String) {
    #expect(CSV.line(cells) == utf8(written + "\r\n"))
  }

  @Test(
    "a cell that a spreadsheet might take for a formula is marked as text",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=", "\u{200B}=1", "\u{FEFF}=1", "\u{202E}-1",
      "\u{301}=1", "=\u{301}1", "+\u{301}", "\u{2060}\u{301}@a", "\u{AD}-1", "＝1+1", "＋1", "－1",
      "\u{301}＠SUM(A1)",
    ])
  func formulas(cell: String) {
    #expect(CSV.line([cell]) == utf8("'") + utf8(cell) + utf8("\r\n"))
  }

  @Test("a number of our own stays a number beside a text that is marked")
  func typedFields() {
    #expect(CSV.line(fields: [.plain("-5"), .guarded("-5"), .plain("")]) == utf8("-5,'-5,\r\n"))
  }

  @Test("a formula that needs quotes is marked inside them")
  func quotedFormulas() {
    #expect(CSV.line(["=A1,\"x\""]) == utf8("\"'=A1,\"\"x\"\"\"\r\n"))
    #expect(CSV.line(["\r=1"]) == utf8("\"'\r=1\"\r\n"))
    #expect(CSV.line(["a", "\r\n=1"]) == utf8("a,\"'\r\n=1\"\r\n"))
  }

  @Test(
    "what is no formula is left alone",
    arguments: ["", "1+1", "a=b", "'=1", "'", "走-訪", "3-2-101", "\u{200B}", "\u{301}", "#1", "(1)"])
  func harmless(cell: String) {
    #expect(CSV.line([cell]) == utf8(cell + "\r\n"))
  }

  @Test(
    "rows made at random are read as they were written",
    arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = [
      "a", "\"", "\"\"", ",", "\n", "\r", "\r\n", "走", "e\u{301}", "😀", " ", "'", "=", "\u{FEFF}",
    ]
    let rows = (0..<1 + random.below(5)).map { _ in
      // Two columns at least: a row of one empty cell is a blank line.
      (0..<2 + random.below(3)).map { _ in
        // The letter keeps the guard against formulas out of this law.
        random.below(4) == 0
          ? ""
          : (0..<random.below(6)).reduce(into: "x") { cell, _ in
            cell += parts[random.below(parts.count)]
          }
      }
    }
    let bytes = rows.flatMap(CSV.line)
    let read = CSV.rows(bytes)
    #expect(read.map { utf8($0.cells) } == rows.map(utf8))
    #expect(read.allSatisfy { $0.fault == nil })
  }
}
