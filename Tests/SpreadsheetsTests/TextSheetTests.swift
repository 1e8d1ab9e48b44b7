import Spreadsheets
import Testing
import Wording

@Suite struct TextSheetTests {
  static let cells = [
    "A1[text]房号", "B1[text]姓名", "C1[text]备注", "A2[text]0301", "B2[text]陈大文",
    "C2[text]有\"引号\"", "A3[text]1-102", "B3[text]李四", "C3[text]换行\n在内",
  ]

  @Test(
    "a text is read in the encoding it is in, which nobody has to name",
    arguments: [
      ("utf8.csv", TextEncoding.utf8), ("utf8-mark.csv", .utf8), ("gbk.csv", .gb18030),
      ("utf16le.txt", .utf16LittleEndian), ("utf16be.txt", .utf16BigEndian),
    ])
  func encodings(name: String, encoding: TextEncoding) throws {
    let sheet = try TextSheet(Fixture.bytes(name), limits: Fixture.limits)
    #expect(sheet.encoding == encoding)
    #expect(sheet.table.lines == Self.cells)
    #expect(sheet.table.notes.isEmpty)
  }

  @Test("GBK and Big5 are told apart by their everyday characters, and the other is offered")
  func chinese() throws {
    let big5 = try TextSheet(Fixture.bytes("big5.csv"), limits: Fixture.limits)
    #expect(big5.encoding == .big5)
    #expect(big5.otherEncodings == [.gb18030])
    #expect(big5.table["B2"]?.text == "陳大文")
    let gbk = try TextSheet(Fixture.bytes("gbk.csv"), limits: Fixture.limits)
    #expect(gbk.otherEncodings == [.big5])
  }

  @Test("the person's choice of an encoding holds, or is refused with the line where it fails")
  func chosen() throws {
    let bytes = try Fixture.bytes("gbk.csv")
    let asBig5 = try TextSheet(bytes, as: .big5, limits: Fixture.limits)
    #expect(asBig5.encoding == .big5)
    #expect(asBig5.table["B2"]?.text != "陈大文")
    #expect(throws: WorkbookFault.noText(.utf8, line: 1)) {
      _ = try TextSheet(bytes, as: .utf8, limits: Fixture.limits)
    }
    let marked = try TextSheet(
      Fixture.bytes("utf8-mark.csv"), as: .utf8, limits: Fixture.limits)
    #expect(marked.table.lines == Self.cells, "the mark is no part of the first heading")
  }

  @Test("bytes that are no text in any encoding are refused with their line, and never repaired")
  func torn() throws {
    #expect(throws: WorkbookFault.noText(nil, line: 2)) {
      _ = try TextSheet(Fixture.bytes("torn.csv"), limits: Fixture.limits)
    }
    for bytes: [UInt8] in [[0x80], [0xFF], [0x61, 0xFF, 0x0A], [0xC4], [0xFF, 0xFE, 0x00]] {
      #expect(throws: WorkbookFault.self) { _ = try TextSheet(bytes, limits: Fixture.limits) }
    }
    // Half of a pair of UTF-16.
    #expect(throws: WorkbookFault.noText(.utf16LittleEndian, line: 1)) {
      _ = try TextSheet([0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00], limits: Fixture.limits)
    }
  }

  @Test("broken rows are named by row and column, and their neighbours are read")
  func faults() throws {
    let text = "a,b,c\r\n1,x\"y,3\r\n4,5,\u{7}\r\n7,\"8\"9\r\nlast,1.38E+10\r\n合計,2\r\n"
    let table = try TextSheet(Array(text.utf8), limits: Fixture.limits).table
    #expect(table.rows.map(\.number) == [1, 5, 6])
    #expect(table.matters(at: "B2") == [.quotes])
    #expect(table.matters(at: "C3") == [.controlCharacter])
    #expect(table.matters(at: "B4") == [.quotes])
    #expect(table.matters(at: "B5") == [.digitsMayBeLost(value: "1.38E+10")])
    #expect(table.notes.last?.matter == .totalRow(word: "合計"))
    #expect(table.hasFaults)
  }

  @Test("a file is taken for what its bytes are, whatever its name, and refused in words otherwise")
  func likeness() throws {
    let cases: [([UInt8], WorkbookFault)] = [
      ([], .empty), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .notXLSX(.oldExcel)),
      (try Fixture.bytes("nothing.docx"), .notXLSX(.otherZip)),
      (try Fixture.bytes("table.ods"), .notXLSX(.openDocument)),
    ]
    for (bytes, fault) in cases {
      #expect(throws: fault) { _ = try ReadBook(bytes, limits: Fixture.limits) }
      #expect(!fault.message.text(in: .hans).isEmpty)
    }
    #expect(throws: WorkbookFault.tooLarge(limit: 3)) {
      _ = try ReadBook(Array("a,b,c".utf8), limits: WorkbookLimits(fileBytes: 3))
    }
  }
}
