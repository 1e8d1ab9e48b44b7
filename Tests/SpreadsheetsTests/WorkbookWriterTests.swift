import Foundation
import Listings
import SeededRandom
import Spreadsheets
import Testing
import VisitModel
import Wording

@Suite struct WorkbookWriterTests {
  static let columns = [
    ListColumn("text", .bookNoteWhat, .text), ListColumn("code", .bookNoteValue, .code),
    ListColumn("number", .bookNotes, .number), ListColumn("percent", .bookNotes, .percent),
    ListColumn("date", .bookNotes, .date), ListColumn("moment", .bookNotes, .moment),
    ListColumn("month", .bookNotes, .month), ListColumn("yes", .bookNotes, .yesNo),
    ListColumn("word", .bookNotes, .word),
  ]

  /// A row as long as the table.
  static func filled(_ row: [ListCell]) -> [ListCell] {
    row + [ListCell](repeating: .empty, count: columns.count - row.count)
  }

  static func listing(_ rows: [[ListCell]]) -> Listing {
    Listing("t", Message(.bookNotes), columns, rows: rows.map(filled))
  }

  /// What stands in the table's sheet after it was written and read.
  private func written(_ listing: Listing, in scratch: Scratch) throws -> SheetTable {
    let path = scratch.file("t.xlsx")
    var writer = try WorkbookWriter(path: path, language: .hans, title: "表", made: made)
    try writer.add(listing)
    _ = try writer.finish([(label: .bookNoteWhat, value: .text("S1"))])
    let sheets = try ReadBook(scratch.bytes("t.xlsx"), limits: Fixture.limits).sheets
    #expect(sheets.count == 2)
    return try #require(sheets.first)
  }

  @Test("every kind of value is a cell of its own kind", arguments: Language.allCases)
  func kinds(language: Language) throws {
    let scratch = try Scratch()
    let day = try #require(CivilDate("2026-09-28"))
    let month = day.civilMonth
    let instant = day.at(minuteOfDay: 870, in: .china)
    let row: [ListCell] = [
      .text("=1+1"), .code("0301"), .number(-5), .percent(85), .date(day),
      .moment(instant, in: .china), .month(month), .yesNo(true), .word(.bookNoteValue),
    ]
    var writer = try WorkbookWriter(
      path: scratch.file("k.xlsx"), language: language, title: "", made: made)
    try writer.add(Self.listing([row]))
    let end = try writer.finish([])
    #expect(end.rows == 1 && end.cutTexts == 0)
    let sheet = try ReadBook(scratch.bytes("k.xlsx"), limits: Fixture.limits).sheets[0]
    #expect(sheet.rows[0].cells.map(\.text) == Self.columns.map { $0.heading.text(in: language) })
    #expect(
      sheet.rows[1].cells.map { "\($0.kind) \($0.text)" } == [
        "text =1+1", "text 0301", "number -5", "number 0.85", "date 2026-09-28",
        "moment 2026-09-28 14:30", "text 2026-09", "yesNo true",
        "text " + Phrase.bookNoteValue.text(in: language),
      ])
  }

  @Test("what is not known is said in its cell and among the notes, and is no number")
  func unknown() throws {
    let scratch = try Scratch()
    var listing = Self.listing([
      [.text("a"), .code("1"), .unknown(Message(.bookEmpty)), .empty],
      [.text("b"), .code("2"), ListCell(.atLeast(3, why: Message(.bookEncrypted)))],
      [.text("c"), .code("3"), ListCell(.number(4), remark: Message(.bookUnknown))],
    ])
    listing.faults = [Message(.bookOldExcel)]
    let sheet = try written(listing, in: scratch)
    let unknown = try #require(sheet["C2"])
    #expect(unknown.kind == .text)
    #expect(
      unknown.text.utf8.elementsEqual(
        (Phrase.listUnknown.text(in: .hans) + ": " + Phrase.bookEmpty.hans).utf8))
    #expect(sheet["C3"]?.kind == .text)
    #expect(sheet["C4"]?.text == "4")
    #expect(sheet["A6"]?.text == Phrase.bookOldExcel.hans, "below the table, behind an empty row")
    let notes = try ReadBook(scratch.bytes("t.xlsx"), limits: Fixture.limits).sheets[1]
    let tab = sheet.name
    #expect(
      notes.rows.dropFirst().map { $0[1]?.text } == [
        Phrase.bookNoteWhat.hans, tab + "!C2", tab + "!C3", tab + "!C4",
      ])
    #expect(notes.rows.last?[2]?.text == Phrase.bookUnknown.hans)
  }

  @Test("texts that a spreadsheet could take for something else come back as they were")
  func texts() throws {
    let scratch = try Scratch()
    let texts = [
      "=1+1", "\u{301}=cmd", "\u{600}=cmd", "+1", "-1", "@x", "{=1}", "0301", "1.50", "TRUE",
      "#N/A",
      "http://example.org/", "mailto:a@b", "internal:A1", "a_x0041_b", "_x005F_",
      "<row r=\"1\">&amp;",
      "  spaces  ", "two\nlines", "\ttab", "é\u{301}", "👨‍👩‍👧", "走訪", "'quoted", "2026-09-28",
    ]
    let sheet = try written(Self.listing(texts.map { [.text($0)] }), in: scratch)
    for (index, text) in texts.enumerated() {
      let cell = try #require(sheet["A\(index + 2)"])
      #expect(cell.kind == .text)
      #expect(Array(cell.text.utf8) == Array(text.utf8))
    }
  }

  @Test("what no cell can hold is shown as replaced or cut, and the cut is counted")
  func impossible() throws {
    let scratch = try Scratch()
    let path = scratch.file("i.xlsx")
    var writer = try WorkbookWriter(path: path, language: .english, title: "\u{0}", made: made)
    let long = String(repeating: "長😀", count: 20_000)
    try writer.add(
      Self.listing([[.text("a\u{0}b\u{1F}\u{FFFE}c\r\nd\re")], [.text(long)], [.number(.max)]]))
    let end = try writer.finish([])
    #expect(end.cutTexts == 1)
    let sheet = try ReadBook(scratch.bytes("i.xlsx"), limits: Fixture.limits).sheets[0]
    #expect(sheet["A2"]?.text == "a\u{FFFD}b\u{FFFD}\u{FFFD}c\nd\ne")
    let cut = try #require(sheet["A3"]?.text)
    #expect(cut.utf16.count <= 32_767 && cut.utf16.count > 32_700)
    #expect(cut.hasSuffix("…[cut]") && long.hasPrefix(cut.dropLast(6)))
    #expect(sheet["A4"]?.kind == .text, "19 digits are no number that a spreadsheet keeps")
    #expect(sheet["A4"]?.text == "\(Int.max)")
  }

  @Test("random tables come back as they were", arguments: 0..<30 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scratch = try Scratch()
    let rows = (0..<random.below(40)).map { _ in
      Self.columns.map { Self.cell($0.kind, &random) }
    }
    let sheet = try written(Self.listing(rows), in: scratch)
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let read = sheet[SheetPlace(row: index + 2, column: column + 1).description]
        #expect(
          read.map { Array($0.text.utf8) } == Self.expected(cell.value).map { Array($0.utf8) })
      }
    }
    #expect(sheet.rows.count == rows.count { $0.contains { Self.expected($0.value) != nil } } + 1)
  }

  private static func cell(_ kind: ListColumn.Kind, _ random: inout SplitMix64) -> ListCell {
    if random.below(6) == 0 { return .empty }
    let day = CivilDate(daysSince1970: random.below(40_000) - 20_000)
    switch kind {
    case .text:
      let alphabet = Array("=+-@ \n\t'\"<&;,_x0041_走é\u{301}\u{600}😀".unicodeScalars)
      var text = String.UnicodeScalarView()
      for _ in 0..<random.below(12) { text.append(alphabet[random.below(alphabet.count)]) }
      return .text(String(text))
    case .code: return .code("0\(random.below(10_000))")
    case .number: return .number(random.below(2_000_000_000_000) - 1_000_000_000_000)
    case .percent: return .percent(random.below(400) - 100)
    case .date: return .date(day)
    case .moment: return .moment(day.at(minuteOfDay: random.below(1440), in: .china), in: .china)
    case .month: return .month(day.civilMonth)
    case .yesNo: return .yesNo(random.below(2) == 0)
    case .word: return .word(random.below(2) == 0 ? .bookNotes : .bookNoteWhat)
    }
  }

  /// As the reader spells it.
  private static func expected(_ value: ListValue) -> String? {
    switch value {
    case .empty: nil
    case .text(let text): text.utf8.isEmpty ? nil : text
    case .percent(let hundredths):
      hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
    case .yesNo(let isSo): isSo ? "true" : "false"
    default: value.text(in: .hans)
    }
  }

  @Test(
    "equal tables made at one moment are equal bytes, for the owner's eyes only, with nothing beside them"
  )
  func files() throws {
    let scratch = try Scratch()
    for name in ["a.xlsx", "b.xlsx"] {
      var writer = try WorkbookWriter(
        path: scratch.file(name), language: .hant, title: "表", made: made)
      try writer.add(Self.listing([[.text("a"), .code("0301")]]))
      _ = try writer.finish([(label: .bookNoteWhat, value: .yesNo(true))])
      let mode = try FileManager.default.attributesOfItem(atPath: scratch.file(name))[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    #expect(try scratch.names == ["a.xlsx", "b.xlsx"])
    #expect(try scratch.bytes("a.xlsx") == scratch.bytes("b.xlsx"))
  }

  @Test("an export that is given up, or cannot begin, leaves nothing and overwrites nothing")
  func abandoned() throws {
    let scratch = try Scratch()
    do {
      var writer = try WorkbookWriter(
        path: scratch.file("a.xlsx"), language: .hans, title: "", made: made)
      try writer.begin(Message(.bookNotes), Self.columns)
      try writer.write([.text("half")])
    }
    #expect(try scratch.names == [])
    try Data("mine".utf8).write(to: URL(filePath: scratch.file("b.xlsx")))
    #expect(throws: WorkbookWriteFault.file(path: scratch.file("b.xlsx"), errno: EEXIST)) {
      _ = try WorkbookWriter(path: scratch.file("b.xlsx"), language: .hans, title: "", made: made)
    }
    #expect(throws: WorkbookWriteFault.file(path: scratch.file("no/c.xlsx"), errno: ENOENT)) {
      _ = try WorkbookWriter(
        path: scratch.file("no/c.xlsx"), language: .hans, title: "", made: made)
    }
    #expect(try scratch.names == ["b.xlsx"])
    #expect(try scratch.bytes("b.xlsx") == Array("mine".utf8))
  }

  @Test(
    "a workbook that lies on the disk with fewer rows, or not to its end, is not taken for whole")
  func incomplete() throws {
    let scratch = try Scratch()
    _ = try written(Self.listing([[.text("<row ")], [.text("b")]]), in: scratch)
    let path = scratch.file("t.xlsx")
    try WorkbookCheck.whole(path, rows: [3, 2])
    #expect(throws: WorkbookWriteFault.incomplete(sheet: 1)) {
      try WorkbookCheck.whole(path, rows: [4, 2])
    }
    #expect(throws: WorkbookWriteFault.incomplete(sheet: 3)) {
      try WorkbookCheck.whole(path, rows: [3, 2, 1])
    }
    let bytes = try scratch.bytes("t.xlsx")
    try Data(bytes.dropLast(30)).write(to: URL(filePath: path))
    #expect(throws: WorkbookWriteFault.self) { try WorkbookCheck.whole(path, rows: [3, 2]) }
  }

  @Test("names of sheets are ones that Excel takes, and all different")
  func names() {
    #expect(SheetName.name("a/b:[c]*?\\d", taken: []) == "a b  c    d")
    #expect(SheetName.name("'quoted'", taken: []) == "quoted")
    #expect(SheetName.name("", taken: []) == "_")
    #expect(SheetName.name("History", taken: []) == "History_")
    #expect(SheetName.name("Quota", taken: ["quota"]) == "Quota 2")
    let long = SheetName.name(String(repeating: "😀", count: 40), taken: [])
    #expect(long == String(repeating: "😀", count: 15))
    #expect(
      SheetName.name(String(repeating: "長", count: 40), taken: [String(repeating: "長", count: 31)])
        .utf16.count == 31)
  }
}
