import Spreadsheets
import Testing

@Suite struct WorkbookReaderTests {
  @Test("what openpyxl writes is read with its types, places and line ends")
  func openpyxl() throws {
    let sheets = try Fixture.sheets("openpyxl.xlsx")
    #expect(sheets.map(\.name) == ["住户 A&B", "暗", "末"], "a chart is no table")
    #expect(sheets.map(\.isHidden) == [false, true, false])
    let sheet = try #require(sheets.first)
    #expect(
      sheet.lines.prefix(22) == [
        "A1[text]房号", "B1[text]姓名", "C1[text]电话", "D1[text]入住日期", "E1[text]时间", "F1[text]状态",
        "G1[text]面积",
        "A2[text]1-101", "B2[text]陈大文", "C2[text]13800138000", "D2[date]2026-09-28",
        "E2[moment]2026-09-28 14:30", "F2[yesNo]true", "G2[number]88.5",
        "A3[number]0301", "B3[text]李\n四", "C3[number]13800138001", "D3[date]2026-09-28",
        "E3[time]09:05", "F3[yesNo]false", "G3[number]0.1", "A4[number]1201",
      ])
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 4, 5, 6, 7], "a coloured cell is no cell")
    #expect(sheets[1]["C5"]?.text == "x")
  }

  @Test("a text that looks like a formula is that text")
  func formulaText() throws {
    #expect(try Fixture.sheets("openpyxl.xlsx")[0]["B4"]?.text == "=1+1")
  }

  @Test("what a reader must know is noted with row and column, and only faults cost a value")
  func notes() throws {
    let sheets = try Fixture.sheets("openpyxl.xlsx")
    let sheet = sheets[0]
    #expect(sheet.matters(at: "A3") == [.zerosFilled(shown: "0301")])
    #expect(sheet.matters(at: "A4") == [.zerosMayBeLost(value: "1201")])
    #expect(sheet.matters(at: "C4") == [.digitsMayBeLost(value: "1.38E+10")])
    #expect(sheet.matters(at: "D4") == [.noDate(value: "60")])
    #expect(sheet.matters(at: "C5") == [.digitsMayBeLost(value: "13800138000138000")])
    #expect(sheet.matters(at: "F5") == [.errorValue("#N/A")])
    #expect(sheet.matters(at: "G5") == [.formulaWithoutValue])
    #expect(sheet.matters(at: "B7") == [.merged(range: "B7:C8")])
    let rest = sheet.notes.filter { $0.place.row == 0 || $0.place.column == 0 }
    #expect(rest.map(\.matter) == [.hiddenColumn, .hiddenRow, .totalRow(word: "合计")])
    #expect(rest.map(\.place.row) == [0, 3, 6])
    #expect(sheets[1].notes.map(\.matter) == [.hiddenSheet])
    #expect(sheet.notes.count == 11)
    let lost = sheet.notes.filter(\.matter.isFault)
    #expect(lost.map(\.place.description) == ["D4", "F5"])
    for note in lost { #expect(sheet[note.place.description] == nil) }
  }

  @Test(
    "shared and inline texts, rich runs, spaces, Chinese days and time spans read the same",
    arguments: ["xlsxwriter.xlsx", "inline.xlsx"])
  func xlsxwriter(name: String) throws {
    let sheet = try Fixture.sheets(name)[0]
    #expect(
      sheet.lines == [
        "A1[text]unit", "B1[text]name", "C1[text]joined", "A2[text]0301", "B2[text]走訪者",
        "C2[date]2026-09-28", "B3[text]  两头有空  ", "C3[date]2026-09-28", "C4[time]36:00",
        "C5[date]1900-02-28", "C6[date]1900-03-01", "A7[yesNo]true", "B7[text]甲乙",
        "A8[text]é😀\u{301}",
      ])
    #expect(sheet.notes.isEmpty)
  }

  @Test("a workbook that counts from 1904 has the same days")
  func from1904() throws {
    let sheet = try Fixture.sheets("from1904.xlsx")[0]
    #expect(sheet["C2"]?.text == "2026-09-28")
    #expect(sheet["C3"]?.text == "2026-09-28")
    #expect(sheet["C5"]?.text == "1904-02-29")
  }

  @Test("prefixes, strict namespaces, unusual part names and cells without places are understood")
  func prefixed() throws {
    let sheet = try Fixture.sheets("prefixed.xlsx")[0]
    #expect(sheet.name == "一")
    #expect(
      sheet.lines == [
        "A1[text]漢字\n", "B1[date]2026-09-28", "B3[moment]2026-09-28 09:05", "C3[text]a<b>",
      ], "the reading aid is left out, CDATA is text")
    #expect(sheet.matters(at: "A3") == [.unreadable(value: "9")])
  }

  @Test("days and times are known by their number formats, also the Chinese ones")
  func formats() {
    let days = [
      "yyyy-mm-dd", "m/d/yy", "[$-404]e\"年\"m\"月\"d\"日\"", "mmm-yy", "yyyy", "[DBNum1]m\"月\"",
    ]
    for code in days { #expect(NumberStyle(code: code) == .date, "\(code)") }
    let moments = ["yyyy-mm-dd hh:mm", "d/m h:mm;@"]
    for code in moments { #expect(NumberStyle(code: code) == .moment, "\(code)") }
    let times = ["h:mm", "[h]:mm:ss", "mm:ss.0", "上午/下午h\"时\"mm\"分\"", "[$-F400]h:mm:ss AM/PM"]
    for code in times { #expect(NumberStyle(code: code) == .time, "\(code)") }
    let plain = [
      "General", "0.00", "#,##0", "0.00E+00", "0\"days\"", "[Red]0", "0\\d", "0_d", "@", "0", "",
    ]
    for code in plain { #expect(NumberStyle(code: code) == .plain, "\(code)") }
    #expect(NumberStyle(code: "0000") == .filled(digits: 4))
    #expect(NumberStyle(code: "00000000000;-0") == .filled(digits: 11))
    for id in [14, 17, 27, 31, 36, 50, 57, 58] { #expect(NumberStyle(builtIn: id) == .date) }
    for id in [0, 1, 2, 9, 10, 37, 49] { #expect(NumberStyle(builtIn: id) == .plain) }
    for id in [18, 21, 45, 47] { #expect(NumberStyle(builtIn: id) == .time) }
    #expect(NumberStyle(builtIn: 22) == .moment)
  }

  @Test("places are read as spreadsheets write them, and none beyond what they hold")
  func places() {
    for column in [1, 26, 27, 52, 53, 702, 703, 16_384] {
      let place = SheetPlace(row: 1_048_576, column: column)
      #expect(SheetPlace(place.description) == place)
    }
    #expect(SheetPlace("$b$12") == SheetPlace(row: 12, column: 2))
    #expect(SheetPlace.letters(16_384) == "XFD")
    for text in ["", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1A", "AAAA1", "Ａ1", "A-1"] {
      #expect(SheetPlace(text) == nil, "\(text)")
    }
  }
}
