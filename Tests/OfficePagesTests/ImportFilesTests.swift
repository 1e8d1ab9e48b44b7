import Foundation
import Listings
import OfficeWork
import RecordStore
import Spreadsheets
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("What an import reads", .serialized)
struct ImportFilesTests {
  private static func names(_ desk: ImportDesk, _ unit: String) throws -> [String] {
    let code = try #require(UnitCode(unit))
    return try desk.pages.world.office.read {
      try SiteView($0, desk.pages.world.site).households(ofUnit: code).map(\.unitCode)
    }
  }

  @Test("is a workbook of our own, in any language, and a second import of it changes nothing")
  func ownWorkbook() async throws {
    let desk = try ImportDesk(1000)
    let folder = FileManager.default.temporaryDirectory.appending(path: "rounds-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    let columns = [
      ListColumn("unit", .labelUnit, .code), ListColumn("name", .labelName, .text),
      ListColumn("joined", .importJoined, .date),
      ListColumn("restricted", .importRestricted, .yesNo),
    ]
    for (index, language) in Language.allCases.enumerated() {
      let path = folder.appending(path: "\(index).xlsx").path(percentEncoded: false)
      var writer = try WorkbookWriter(
        path: path, language: language, title: "", made: desk.pages.world.clock.now)
      let row: [ListCell] = [
        .code("030\(index)"), .text("住户"), .date(CivilDate("2026-02-0\(index + 1)")),
        .yesNo(true),
      ]
      try writer.add(Listing("t", Message(.labelUnit), columns, rows: [row]))
      _ = try writer.finish([])
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      // What the writer says of the table stands on a second sheet.
      let (address, page) = try await desk.preview(bytes, named: "名册.xlsx")
      #expect(page.body.contains("030\(index)") && page.body.contains("Do not visit: yes"))
      #expect(try await desk.confirm(address, page).status == 303)
      #expect(try Self.names(desk, "030\(index)").count == 1)
      #expect(try await desk.preview(bytes).page.body.contains("0 new, 0 changed"))
    }
  }

  /// A merged title, a hidden row, a number among codes with zeros, one that is shown with its zeros, a formula
  /// that was not computed, an error, and a total; texts inside the cells.
  private static var messy: [UInt8] {
    typealias Book = HandMadeBook
    let rows = [
      Book.row(1, Book.text("A1", "绿岛住户名册")),
      Book.row(3, Book.text("A3", "房号"), Book.text("B3", "姓名"), Book.text("C3", "不走访")),
      Book.row(4, Book.text("A4", "0301"), Book.text("B4", "甲")),
      Book.row(5, Book.number("A5", "302"), Book.text("B5", "乙"), isHidden: true),
      Book.row(6, Book.number("A6", "303", format: 1), Book.text("B6", "丙")),
      Book.row(7, Book.text("A7", "0304"), Book.text("B7", "丁"), "<c r=\"C7\"><f>D7</f></c>"),
      Book.row(8, Book.text("A8", "0305"), "<c r=\"B8\" t=\"e\"><v>#REF!</v></c>"),
      Book.row(9, Book.text("A9", "合计"), Book.number("B9", "5")),
    ]
    return HandMadeBook.bytes(
      [
        (
          "名册",
          "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"
        ), ("别的", "<sheetData>" + Book.row(1, Book.text("A1", "说明")) + "</sheetData>"),
      ], formats: ["0000"])
  }

  @Test("is named by row and column where a spreadsheet left something odd")
  func oddities() async throws {
    let desk = try ImportDesk(1001)
    let (address, page) = try await desk.preview(Self.messy, named: "名册.xlsx")
    for words in [
      "A1:C1 is merged", "Row 5 is hidden", "“302” in row 5 is a number; zeros may be lost",
      "read as “0303”", "Row 7, column C is a formula without a result", "C7",
      "Row 8, column B holds the error #REF!", "B8", "Row 9 (“合计”) looks like a total",
      "Write: 3 new, 0 changed; 3 rows not taken",
    ] { #expect(page.body.contains(words), "\(words)") }
    // Two sheets have rows, one of them the headings; the other can be chosen and is no list.
    #expect(page.body.contains("<option value=\"1\" selected>名册</option>"))
    let other = try await desk.get(address + "?sheet=2&encoding=")
    #expect(other.status == 200 && other.body.contains("should name columns"))
    #expect(try await desk.get(address + "?sheet=9").body.contains("There is no such sheet"))
    for query in ["?sheet=x", "?encoding=ebcdic"] {
      #expect(try await desk.get(address + query).status == 404, "\(query)")
    }
    #expect(try await desk.confirm(address, page).status == 303)
    #expect(try Self.names(desk, "0303").count == 1 && Self.names(desk, "0304").isEmpty)
    for language in ["zh-Hans", "zh-Hant"] {
      let chinese = try await desk.get(address + "?lang=\(language)")
      #expect(chinese.status == 200 && chinese.body.contains("C7"))
    }
  }

  @Test("is GBK or Big5 as it seems, with the other to choose, and UTF-8 with or without a mark")
  func encodings() async throws {
    // 房号,姓名 / 1-201,陈大文, and 房號,姓名 / 1-202,陳大文.
    let gbk: [UInt8] =
      [0xB7, 0xBF, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A] + Array("1-201,".utf8)
      + [0xB3, 0xC2, 0xB4, 0xF3, 0xCE, 0xC4, 0x0D, 0x0A]
    let big5: [UInt8] =
      [0xA9, 0xD0, 0xB8, 0xB9, 0x2C, 0xA9, 0x6D, 0xA6, 0x57, 0x0D, 0x0A] + Array("1-202,".utf8)
      + [0xB3, 0xAF, 0xA4, 0x6A, 0xA4, 0xE5, 0x0D, 0x0A]
    let desk = try ImportDesk(1002)
    for (bytes, name, encoding) in [
      (gbk, "陈大文", "gb18030"), (big5, "陳大文", "big5hkscs"),
    ] {
      let (address, page) = try await desk.preview(bytes)
      #expect(page.body.contains("Name: \(name)"), "\(encoding)")
      #expect(
        page.body.contains("could be") && page.body.contains("value=\"\(encoding)\" selected"))
      let choice = "?encoding=" + encoding
      let chosen = try await desk.get(address + choice)
      #expect(chosen.body.contains("Name: \(name)") && !chosen.body.contains("could be"))
      let wrong = try await desk.get(address + "?encoding=utf8")
      #expect(wrong.status == 200 && wrong.body.contains("no text in UTF-8"))
      let taken = try await desk.confirm(address, chosen, choice: choice)
      #expect(taken.status == 303 && taken.location == address + choice)
      #expect(try await desk.get(address + choice).body.contains("Imported at"))
    }
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let (_, page) = try await desk.preview(mark + Array("房号,姓名\r\n1-201,陈大文\r\n".utf8))
      #expect(page.body.contains("0 new, 0 changed") && !page.body.contains("could be"))
    }
  }

  @Test("without a column, or with a blank cell, lifts no mark")
  func marks() async throws {
    let desk = try ImportDesk(1003)
    _ = try desk.pages.world.office.restrict(
      unit: "1-101", of: desk.pages.world.site, isRestricted: true, reason: "不愿受访")
    let before = try desk.log()
    for text in ["房号\n1-101\n", "房号,不走访,入住状态\n1-101,,\n"] {
      let (_, page) = try await desk.preview(Array(text.utf8))
      #expect(page.body.contains("0 new, 0 changed"), "\(text)")
    }
    let (_, lifting) = try await desk.preview(Array("房号,不走访\n1-101,否\n".utf8))
    #expect(lifting.body.contains("Do not visit: yes → no"))
    let (_, doubt) = try await desk.preview(Array("房号,不走访\n1-101,再说\n".utf8))
    #expect(doubt.body.contains("B2") && doubt.body.contains("0 new, 0 changed"))
    #expect(try desk.log() == before)
  }
}
