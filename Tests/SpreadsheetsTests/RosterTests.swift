import Spreadsheets
import Testing
import VisitModel
import Wording

@Suite("A list that is handed in")
struct RosterTests {
  private static func book(_ text: String) throws -> RosterBook {
    try RosterBook(Array(text.utf8), fileBytesMax: 1_048_576)
  }

  private static func households(_ text: String) throws -> Roster<HouseholdRow> {
    let columns = RosterColumn.ofHouseholds
    return try Rosters.households(try book(text).sheet(nil, for: columns))
  }

  private static func sites(_ text: String) throws -> Roster<SiteRow> {
    try Rosters.sites(try book(text).sheet(nil, for: RosterColumn.ofSites))
  }

  /// `B3 console.notADate` of every row that is not taken.
  private static func reasons<Row>(_ roster: Roster<Row>) -> [String] {
    roster.faults.map { "\($0.place) \($0.message.phrase.key)" }
  }

  @Test(
    "has its columns known by headings in any language, however they are decorated",
    arguments: [
      "unit,kind,occupancy,name,telephone,joined,restricted",
      "房号,类型,入住状态,姓名,电话,入住日期,不走访",
      "房號,類型,入住狀態,姓名,電話,入住日期,不走訪",
      "Unit*, KIND ,Occupancy（必填）,Name(1),Phone:,Moved in,Do_not visit",
    ])
  func headings(_ line: String) throws {
    let roster = try Self.households(
      line + "\r\n1-101,shop,let,陈女士,138,2026-01-05,yes\r\n")
    let row = HouseholdRow(
      unit: try #require(UnitCode("1-101")), kind: .shop, occupancy: .let, name: "陈女士",
      telephone: "138", joinedOn: CivilDate("2026-01-05"), isRestricted: true)
    #expect(roster.rows.map(\.row) == [row])
    #expect(roster.rows.map(\.number) == [2])
    #expect(roster.headings.compactMap(\.column) == RosterColumn.ofHouseholds)
    #expect(roster.faults.isEmpty)
  }

  @Test("may have a title and remarks above its headings, and columns that nobody knows")
  func title() throws {
    let roster = try Self.households(
      "绿岛住户名册,,,\n,,,\n制表 name,,,\n房号,备注,姓名,姓名\n1-101,随便,甲,乙\n")
    #expect(roster.rows.map(\.row.name) == ["甲"])
    #expect(roster.rows.map(\.number) == [5])
    #expect(roster.headings.map(\.column) == [.unit, nil, .name, nil])
    #expect(roster.headings.map { "\($0.place)" } == ["A4", "B4", "C4", "D4"])
  }

  @Test("says nothing where a column is absent or a cell is blank")
  func nothing() throws {
    let absent = try Self.households("unit\n1-101\n")
    let blank = try Self.households(
      "unit,kind,occupancy,name,telephone,joined,restricted\n1-101,, ,\u{3000},,,\n")
    for roster in [absent, blank] {
      let row = try #require(roster.rows.first?.row)
      #expect(row.kind == nil && row.occupancy == nil && row.name == nil)
      #expect(row.telephone == nil && row.joinedOn == nil && row.isRestricted == nil)
    }
    let site = try Self.sites("community,households\n绿岛,12\n").rows.first?.row
    #expect(site?.city == nil && site?.propertyCompany == nil)
    #expect(site?.code.text == "绿岛" && site?.totalUnits == 12)
    let other = try Self.sites("小区,城市,总户数\n绿岛,上海,12\n").rows.first?.row
    #expect(other?.code.text == "上海-绿岛", "compounds share names across cities")
  }

  @Test(
    "reads a word by the code's name or in any language, and a day with its year first",
    arguments: [
      ("vacant", "2026/1/5", "否"), ("空置", "2026-01-05", "No"), ("空置", "2026年1月5日", "0"),
      ("Vacant", "2026.01.05", "false"), ("vacant", "2026-01-05 00:00", "no"),
    ])
  func words(_ occupancy: String, _ day: String, _ restricted: String) throws {
    let spelled = occupancy == "空置" ? Phrase.codeVacant.text(in: .hans) : occupancy
    let roster = try Self.households(
      "unit,occupancy,joined,restricted\n1-101,\(spelled),\(day),\(restricted)\n")
    let row = try #require(roster.rows.first?.row, "\(roster.faults)")
    #expect(row.occupancy == .vacant && row.isRestricted == false)
    #expect(row.joinedOn == CivilDate("2026-01-05"))
  }

  @Test("names each row that is not taken by row and column, and takes the others")
  func faults() throws {
    let long = String(repeating: "长", count: 400)
    let roster = try Self.households(
      """
      房号,入住状态,姓名,入住日期,电话,不走访
      2-101,occupied,陈女士,2026-01-05,,
      ,occupied,无号,2026-01-05,,
      2-102,inhabited,错码,2026-01-05,,
      2-103,occupied,错日,2026-13-05,,
      2-104,occupied
      2-101,occupied,重复,2026-01-05,,
      2-105,"occupied,没关的引号,2026-01-05,,
      2-106,occupied,\(long),2026-01-05,,
      2-107,occupied,长号,2026-01-05,1.38E+10,
      2-108,occupied,也许,2026-01-05,,也许
      合计,,,,,
      2-109,vacant,,,,否

      """)
    #expect(
      Self.reasons(roster) == [
        "A3 officeCommand.cellMissing", "B4 command.notOneOf", "D5 officeCommand.notADate",
        "6 officeCommand.columnCount", "A7 officeCommand.rowRepeated", "B8 sheet.quotes",
        "C9 field.textTooLong", "E10 sheet.digitsLost", "F11 command.notOneOf",
        "12 sheet.totalRow",
      ])
    #expect(roster.rows.map(\.number) == [2, 13])
    for language in Language.allCases {
      let texts = roster.faults.map { $0.message.text(in: language) }
      #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("{") })
    }
    #expect(roster.faults.first?.message.text(in: .english).contains("房号") == true)
    let sites = try Self.sites(
      "community,households\n甲,12\n乙,many\n丙,-1\n丁,1000001\n甲,12\n戊,\u{FF11}\n")
    #expect(sites.rows.map(\.row.name) == ["甲"])
    #expect(sites.faults.map { "\($0.place)" } == ["B3", "B4", "B5", "A6", "B7"])
  }

  @Test("loses one row to a torn byte in UTF-8, and no row for being of two hundred torn ones")
  func torn() throws {
    var bytes = Array("房号,姓名\n1-101,甲\n1-102,".utf8) + [0xFF, 0xFE]
    bytes += Array("\n1-103,丙\n".utf8)
    let book = try RosterBook(bytes, fileBytesMax: 1000)
    let roster = try Rosters.households(try book.sheet(nil, for: RosterColumn.ofHouseholds))
    #expect(roster.rows.map(\.number) == [2, 4])
    #expect(Self.reasons(roster) == ["B3 sheet.notUTF8"])
    let many = (0..<700).map { $0 % 2 == 0 ? "\($0),x\"y\n" : "\($0),z\n" }.joined()
    let long = try Self.households("unit,name\n" + many)
    #expect(long.faults.count == 350 && long.rows.count == 350)
    // More rows torn than whole: it is of another encoding, and nothing is guessed.
    #expect(throws: WorkbookFault.self) {
      _ = try RosterBook([0x61, 0xFF, 0x0A, 0x62, 0xFF, 0x0A], fileBytesMax: 100)
    }
  }

  /// A sheet of a workbook: rows of cells from A1 on, with notes.
  private static func sheet(_ rows: [[String]], _ notes: [SheetNote] = []) -> SheetTable {
    SheetTable(
      name: "一",
      rows: rows.enumerated().map { index, texts in
        SheetRow(
          number: index + 1,
          cells: texts.enumerated().compactMap { column, text in
            text.isEmpty
              ? nil
              : SheetCell(
                place: SheetPlace(row: index + 1, column: column + 1), kind: .text, text: text)
          })
      }, notes: notes)
  }

  @Test("never takes a cell that could not be read for an empty one")
  func gaps() throws {
    func place(_ row: Int, _ column: Int) -> SheetPlace { SheetPlace(row: row, column: column) }
    let sheet = Self.sheet(
      [
        ["房号", "不走访", "备注"], ["1-101"], ["1-102"], ["1-103"], ["1-104", "是"], [], ["1-106"],
      ],
      [
        SheetNote(.errorValue("#N/A"), at: place(2, 2)),
        SheetNote(.formulaWithoutValue, at: place(3, 2)),
        SheetNote(.errorValue("#N/A"), at: place(4, 3)),
        SheetNote(.hiddenRow, at: place(5, 0)), SheetNote(.noDate(value: "60"), at: place(6, 1)),
      ])
    let roster = try Rosters.households(sheet)
    #expect(
      Self.reasons(roster) == ["B2 sheet.errorValue", "B3 roster.formulaEmpty", "A6 sheet.noDate"])
    #expect(roster.rows.map(\.number) == [4, 5, 7])
    // However many there are, and although no more than 200 are shown.
    let many = Self.sheet(
      [["房号", "不走访"]] + (1...900).map { ["1-\($0)"] },
      (2...900).map { SheetNote(.errorValue("#REF!"), at: place($0, 2)) })
    let read = try Rosters.households(many)
    #expect(many.notes.count == SheetTable.notesMax)
    #expect(read.faults.count == 899 && read.rows.map(\.number) == [901])
  }

  @Test("without the headings that are needed is refused, and says which they are")
  func withoutHeadings() throws {
    #expect(throws: RosterTableFault.noHeading(RosterColumn.ofHouseholds)) {
      _ = try Self.households("1-101,甲\n1-102,乙\n")
    }
    #expect(throws: RosterTableFault.columnMissing(.unit)) {
      _ = try Self.households("姓名,电话\n甲,1\n")
    }
    #expect(throws: RosterTableFault.columnMissing(.households)) {
      _ = try Self.sites("小区,城市\n甲,上海\n")
    }
    let faults: [RosterTableFault] = [
      .noHeading(RosterColumn.ofSites), .columnMissing(.unit), .noSuchSheet(["1 一"]),
      .sheetUnclear(["1 一", "2 二"]), .encodingUnclear([.gb18030, .big5]),
    ]
    for fault in faults {
      for language in Language.allCases {
        let text = fault.message.text(in: language)
        #expect(!text.isEmpty && !text.contains("{"), "\(fault)")
      }
    }
  }

  @Test("in GBK or Big5 is read with the other named as possible, and as what the person says")
  func encodings() throws {
    for (name, encoding) in [("gbk.csv", TextEncoding.gb18030), ("big5.csv", .big5)] {
      let bytes = try Fixture.bytes(name)
      let book = try RosterBook(bytes, fileBytesMax: 1000)
      #expect(book.book.encoding == encoding && !book.otherEncodings.isEmpty)
      let chosen = try RosterBook(bytes, as: encoding, fileBytesMax: 1000)
      #expect(chosen.otherEncodings.isEmpty)
      let roster = try Rosters.households(try chosen.sheet(nil, for: RosterColumn.ofHouseholds))
      #expect(roster.rows.map(\.row.name) == ["陈大文", "李四"] || encoding == .big5)
      #expect(roster.rows.map(\.row.unit.text) == ["0301", "1-102"])
    }
  }

  @Test("out of a workbook keeps its zeros, and names what a spreadsheet spoiled")
  func workbook() throws {
    let book = try RosterBook(Fixture.bytes("openpyxl.xlsx"), fileBytesMax: 1_048_576)
    let roster = try Rosters.households(try book.sheet(nil, for: RosterColumn.ofHouseholds))
    #expect(roster.rows.map(\.row.unit.text) == ["1-101", "0301"])
    #expect(roster.rows.map(\.row.telephone) == ["13800138000", "13800138001"])
    #expect(
      Self.reasons(roster) == [
        "D4 sheet.noDate", "C5 sheet.digitsLost", "6 sheet.totalRow",
        "A7 officeCommand.cellMissing",
      ])
  }

  @Test("of several sheets is the one that is named or has the headings, and else nobody's guess")
  func sheets() throws {
    let book = try RosterBook(Fixture.bytes("openpyxl.xlsx"), fileBytesMax: 1_048_576)
    #expect(book.sheetNumbers == [1, 2, 3])
    #expect(book.likelySheet(RosterColumn.ofHouseholds) == 1)
    #expect(book.likelySheet(RosterColumn.ofSites) == nil)
    #expect(throws: RosterTableFault.self) {
      _ = try book.sheet(nil, for: RosterColumn.ofSites)
    }
    let first = book.name(ofSheet: 1)
    #expect(try book.sheet(named: first, for: []).name == first)
    #expect(try book.sheet(named: "1", for: []).name == first)
    for name in ["0", "-1", "99", "nowhere", "-9223372036854775808"] {
      #expect(throws: RosterTableFault.self, "\(name)") {
        _ = try book.sheet(named: name, for: [])
      }
    }
  }
}
