import Testing
import TextFormats

@Suite struct CSVReadingTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let rows: [[String]]

    init(_ text: String, _ rows: [[String]]) {
      self.text = text
      self.rows = rows
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(
    "cells are read as RFC 4180 writes them",
    arguments: [
      Sample("", []), Sample("\u{FEFF}", []), Sample("a", [["a"]]), Sample("a,b", [["a", "b"]]),
      Sample("a\r\n", [["a"]]), Sample("a\n", [["a"]]), Sample("a\nb", [["a"], ["b"]]),
      Sample("a\r\nb\r\n", [["a"], ["b"]]), Sample(",", [["", ""]]),
      Sample("a,\r\n,b\r\n", [["a", ""], ["", "b"]]), Sample("\"\",\"\"", [["", ""]]),
      Sample("\"a\"", [["a"]]), Sample("\"a\",b\n", [["a", "b"]]),
      Sample("\"a,b\",c", [["a,b", "c"]]), Sample("\"a\"\"b\",\"\"\"\"", [["a\"b", "\""]]),
      Sample("\"a\r\nb\",\"c\nd\"\r\n", [["a\r\nb", "c\nd"]]),
      Sample("\u{FEFF}\"走\",訪", [["走", "訪"]]), Sample(" a , b ", [[" a ", " b "]]),
      Sample("a\u{FEFF}", [["a\u{FEFF}"]]), Sample("'=1+1,\ttab", [["'=1+1", "\ttab"]]),
      Sample("e\u{301},é", [["e\u{301}", "é"]]),
    ])
  func samples(_ sample: Sample) {
    let rows = CSV.rows(utf8(sample.text))
    #expect(rows.map { utf8($0.cells) } == sample.rows.map(utf8))
    #expect(rows.allSatisfy { $0.fault == nil })
  }

  @Test("blank lines are no rows but are counted", arguments: ["\n", "\r\n"])
  func blankLines(end: String) {
    let text = ["", "a", "", "", "b", ""].joined(separator: end)
    let rows = CSV.rows(utf8(text))
    #expect(rows.map(\.cells) == [["a"], ["b"]])
    #expect(rows.map(\.line) == [2, 5])
  }

  @Test("a row stands on the line where it begins, whatever breaks are quoted before it")
  func lineNumbers() {
    let rows = CSV.rows(utf8("h\r\n\"a\nb\r\nc\",1\r\n\"\n\"\nlast"))
    #expect(rows.map(\.line) == [1, 2, 5, 7])
  }

  @Test(
    "a carriage return inside quotes is kept at the end of a cell too",
    arguments: ["\n", "\r\n", ""])
  func quotedReturn(end: String) {
    #expect(CSV.rows(utf8("a,\"b\r\"" + end)).map { utf8($0.cells) } == [[utf8("a"), utf8("b\r")]])
  }

  @Test("a carriage return that ends the file ends its line")
  func lastReturn() {
    #expect(CSV.rows(utf8("a,b\r")).map { utf8($0.cells) } == [utf8(["a", "b"])])
  }

  @Test(
    "a broken row is named and the next one read",
    arguments: [
      ("a\"b,c", .strayQuote), ("\"a\"b,c", .strayQuote), ("\"a\" ,c", .strayQuote),
      (" \"a\",c", .strayQuote), ("a,\"\"b", .strayQuote), ("a,b\"", .strayQuote),
      ("\"a\"\rb,c", .strayQuote), ("a\0,b", .controlCharacter),
      ("\"a\0\",b", .controlCharacter), ("a\u{1B}[0m,b", .controlCharacter),
      ("a\u{7F},b", .controlCharacter), ("a\u{8},b", .controlCharacter),
      ("a\rb,c", .controlCharacter),
    ] as [(String, CSVRow.Fault)])
  func faults(row: String, fault: CSVRow.Fault) {
    let rows = CSV.rows(utf8("h,i\r\n" + row + "\r\nnext,row\r\n"))
    #expect(rows.map(\.fault) == [nil, fault, nil])
    #expect(rows.map(\.line) == [1, 2, 3])
    #expect(rows.map(\.cells) == [["h", "i"], [], ["next", "row"]])
  }

  @Test(
    "the fault of a row does not hang on quotes in later rows",
    arguments: ["", "\"c\"\n", "c\"\n", "\"\"\"\"\n"])
  func laterQuotes(rest: String) {
    #expect(CSV.rows(utf8("a\"b\n" + rest)).first?.fault == .strayQuote)
    #expect(CSV.rows(utf8("\"a\"b\n" + rest)).first?.fault == .strayQuote)
  }

  @Test("a quote never closed costs its line only")
  func unfinishedQuote() {
    let rows = CSV.rows(utf8("h,i\n1,\"open\n2,b\n3,c\n"))
    #expect(rows.map(\.fault) == [nil, .unfinishedQuote, nil, nil])
    #expect(rows.map(\.line) == [1, 2, 3, 4])
    #expect(rows.map(\.cells) == [["h", "i"], [], ["2", "b"], ["3", "c"]])
  }

  @Test(
    "bytes that are not UTF-8 cost their row only",
    arguments: [[0xFF], [0xC3], [0xE8, 0xB5], [0xED, 0xA0, 0x80], [0xC0, 0x80]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let rows = CSV.rows(utf8("h\n\"走\n") + bytes + utf8("\",b\nnext,row"))
    #expect(rows.map(\.fault) == [nil, .notUTF8, nil])
    #expect(rows.map(\.line) == [1, 2, 4])
  }

  @Test("a file in another encoding is faulty in the rows that show it")
  func otherEncoding() {
    // 小区 in GB 18030, the usual encoding of spreadsheets in mainland China.
    let rows = CSV.rows([0xD0, 0xA1, 0xC7, 0xF8] + utf8(",1\r\nplain,2\r\n"))
    #expect(rows.map(\.fault) == [.notUTF8, nil])
  }

  @Test(
    "a large file of broken rows is read in one go",
    .timeLimit(.minutes(1)), arguments: ["a\"\n", "\"a\"b\n", ",\"\n", "\"\"\"\n", "\0\n"])
  func manyFaults(line: String) {
    let rows = CSV.rows(Array(repeatElement(utf8(line), count: 100_000).joined()))
    #expect(rows.count >= 50_000)
  }

  @Test("a fault names the cell as well as the line")
  func faultColumns() {
    let rows = CSV.rows(
      utf8("a,b,c\n1,x\"y,3\n4,5,\u{7}\n7,\"8\"9\n1\r,2\n") + utf8("p,") + [0xFF, 0x0A])
    #expect(rows.map(\.faultColumn) == [nil, 2, 3, 2, 1, 2])
    #expect(rows.map(\.line) == [1, 2, 3, 4, 5, 6])
  }

  @Test("with tabs between cells a comma is text")
  func tabs() {
    let rows = CSV.rows(utf8("a\tb,c\t\"d\te\"\n"), separator: 0x09)
    #expect(rows.map(\.cells) == [["a", "b,c", "d\te"]])
  }
}
