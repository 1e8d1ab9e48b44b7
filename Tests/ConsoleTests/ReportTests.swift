import Console
import Testing
import Wording

private func words(_ hant: String, _ english: String, _ arguments: [String] = []) -> Message {
  Message(Phrase("test", hans: hant, hant: hant, en: english), arguments)
}

private let unit = TextTable.Column(words("單元", "Unit"))
private let name = TextTable.Column(words("業戶", "Household"))
private let days = TextTable.Column(words("天數", "Days"), .right)

@Suite struct TextTableTests {
  @Test("columns align by display width, numbers to the right, without trailing spaces")
  func aligned() {
    let table = TextTable(
      [unit, name, days],
      rows: [
        [.text("3-1201"), .text("陳大文"), .text("7")],
        [.text("12-5"), .text("Li"), .text("120")],
        [.text("1"), .words(words("無", "none"))],
      ])
    #expect(
      table.lines(.hant, width: nil) == [
        "單元    業戶    天數", "3-1201  陳大文     7", "12-5    Li       120", "1       無",
      ])
    #expect(table.lines(.english, width: nil).first == "Unit    Household  Days")
  }

  @Test("a table wider than the terminal shortens its widest cells", arguments: [13, 16, 20, 25])
  func shortened(width: Int) {
    let table = TextTable(
      [unit, name, days],
      rows: [[.text("3-1201"), .text("歐陽陳大文與家人，並其他"), .text("7")]])
    let lines = table.lines(.hant, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines[1].contains("…"))
    #expect(lines[1].hasSuffix("7"))
  }

  private var findings: TextTable {
    TextTable(
      [unit, TextTable.Column(words("發現", "Found"))],
      rows: [
        [
          .text("3-1201"),
          .words(
            words("電梯常壞，請儘快更換並告知業戶。", "The lift is often broken: replace it soon.")),
        ],
        [.text("12-5"), .words(words("無", "none"))],
      ])
  }

  @Test("words in the last column go on under their beginning")
  func wrapped() {
    #expect(
      findings.lines(.english, width: 30) == [
        "Unit    Found", "3-1201  The lift is often", "        broken: replace it",
        "        soon.", "12-5    none",
      ])
    #expect(
      findings.lines(.hant, width: 30) == [
        "單元    發現", "3-1201  電梯常壞，請儘快更換並", "        告知業戶。", "12-5    無",
      ])
  }

  @Test(
    "of words in the last column none is lost, and where they fit they stay on their line",
    arguments: [20, 24, 30, 40, 49, 50, 79])
  func wrappedWhole(width: Int) {
    for language in [Language.hant, .english] {
      let lines = findings.lines(language, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      let shown = lines.joined().filter { $0 != " " }
      #expect(shown == findings.lines(language, width: nil).joined().filter { $0 != " " })
      #expect(findings.lines(language, width: 50) == findings.lines(language, width: nil))
    }
  }

  @Test("beside words that wrap another column is shortened only where there is no room for both")
  func wrappedBeside() {
    let table = TextTable(
      [name, TextTable.Column(words("發現", "Found"))],
      rows: [
        [
          .text(String(repeating: "n", count: 40)),
          .words(words("", Array(repeating: "word", count: 20).joined(separator: " "))),
        ]
      ])
    let roomy = table.lines(.english, width: 62)
    #expect(roomy[1].hasPrefix(String(repeating: "n", count: 40) + "  word"))
    #expect(!roomy.joined().contains("…"))
    let narrow = table.lines(.english, width: 50)
    #expect(narrow[1].contains("…  word word word word"))
    #expect(narrow.allSatisfy { DisplayWidth.of($0) <= 50 })
  }

  @Test("where no width is given nothing is cut")
  func uncut() {
    let long = String(repeating: "陳", count: 500)
    let table = TextTable([unit], rows: [[.text(long)]])
    #expect(table.lines(.hant, width: nil).last == long)
  }

  @Test("rows with too few or too many cells still make a table")
  func uneven() {
    let table = TextTable([unit, name], rows: [[], [.text("1"), .text("2"), .text("3")]])
    #expect(table.lines(.english, width: 40) == ["Unit  Household", "", "1     2"])
    #expect(TextTable([], rows: [[.text("1")]]).lines(.english, width: 0) == ["", ""])
  }

  @Test("a name with escape sequences or line feeds stays in its cell")
  func harmless() {
    let table = TextTable([name, days], rows: [[.text("\u{1B}[31m陳\n大"), .text("1")]])
    #expect(table.lines(.hant, width: nil)[1] == "␛[31m陳\\u{a}大     1")
  }
}

@Suite struct ReportTests {
  private var report: Report {
    Report(
      words("狀態", "Status"),
      [
        .fact(words("站點", "Site"), .text("金湖花園")),
        .fact(words("未上傳", "Unsent"), .text("3")),
        .table(TextTable([unit, days], rows: [[.text("3-1201"), .text("7")]])),
        .note(words("請同步。", "Please sync.")),
        .warning(words("時鐘差 {0} 分。", "The clock is {0} minutes off.", ["5"])),
      ])
  }

  @Test("a report reads the same in every language, with empty lines between its parts")
  func text() {
    #expect(
      report.text(.hant, width: 80, colour: .off) == """
        狀態
        站點    金湖花園
        未上傳  3

        單元    天數
        3-1201     7

        請同步。
        時鐘差 5 分。

        """)
    #expect(report.text(.english, width: 80, colour: .off).contains("Site    金湖花園\nUnsent  3\n"))
  }

  @Test("colours change no character and no column")
  func coloured() {
    let coloured = report.text(.hant, width: 40, colour: .on)
    #expect(coloured.contains("\u{1B}[1m狀態\u{1B}[0m\n"))
    var plain = coloured
    for code in ["1", "2", "33", "0"] { plain = plain.replacing("\u{1B}[\(code)m", with: "") }
    #expect(plain == report.text(.hant, width: 40, colour: .off))
  }

  @Test("a long value goes on under its own beginning")
  func hanging() {
    let report = Report(nil, [.fact(words("意見", "Opinion"), .text("投訴電梯常壞，要求儘快更換。"))])
    #expect(
      report.text(.hant, width: 20, colour: .off) == """
        意見  投訴電梯常壞，
              要求儘快更換。

        """)
  }

  @Test("what came from elsewhere cannot command the terminal, wherever it stands")
  func harmless() {
    let evil = "\u{1B}]52;c;AAAA\u{07}\r\u{202E}\u{9B}2J"
    let report = Report(
      words("{0}", "{0}", [evil]),
      [
        .heading(words("{0}", "{0}", [evil])), .fact(words("{0}", "{0}", [evil]), .text(evil)),
        .table(TextTable([unit], rows: [[.text(evil)], [.words(words("{0}", "{0}", [evil]))]])),
        .note(words("{0}", "{0}", [evil])), .warning(words("{0}", "{0}", [evil])),
        .quotation(evil),
      ])
    for width in [nil, 10, 80] as [Int?] {
      let text = report.text(.english, width: width, colour: .off)
      let left = text.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" || $0.value == 0x202E
      }
      #expect(left.isEmpty)
    }
  }

  @Test("a quotation keeps its lines, an empty table says so, an empty report says nothing")
  func parts() {
    let report = Report(nil, [.quotation("一\n\n二"), .table(TextTable([unit]))])
    #expect(report.text(.hant, width: 80, colour: .off) == "  一\n\n  二\n\n（無）\n")
    #expect(Report().text(.hant, width: 80, colour: .on).isEmpty)
  }

  @Test("a report put into another brings its title as a heading")
  func nested() {
    var outer = Report(words("甲", "A"))
    outer.append(contentsOf: Report(words("乙", "B"), [.note(words("丙", "C"))]))
    #expect(outer.text(.english, width: nil, colour: .off) == "A\nB\nC\n")
  }
}

@Suite struct ProgressTests {
  private let label = words("同步", "Syncing")

  @Test(
    "progress is rounded down, so that 100 means finished",
    arguments: [
      (0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (4, 3, 100), (-1, 3, 0),
      (999_999, 1_000_000, 99), (Int.max, Int.max, 100), (Int.max - 1, Int.max, 99),
    ])
  func percent(done: Int, total: Int, expected: Int) {
    #expect(Progress(label, done: done, total: total).percent == expected)
  }

  @Test("without a known amount only what is done is shown", arguments: [nil, 0, -5] as [Int?])
  func unknownTotal(total: Int?) {
    let progress = Progress(label, done: 7, total: total)
    #expect(progress.percent == nil)
    #expect(progress.text(.hant, width: 80) == "同步  7")
  }

  @Test("a line of progress never reaches the margin", arguments: [5, 10, 16, 80])
  func width(columns: Int) {
    let progress = Progress(label, done: 12, total: 40)
    #expect(DisplayWidth.of(progress.text(.hant, width: columns)) <= columns)
    let line = progress.overwriting(.hant, width: columns)
    #expect(line.hasPrefix("\r") && line.hasSuffix("\u{1B}[K"))
    #expect(DisplayWidth.of(line.dropFirst().dropLast(3)) < columns)
  }

  @Test("progress names what is done, how much, and of how much")
  func text() {
    #expect(
      Progress(label, done: 12, total: 40).text(.english, width: 80) == "Syncing  12/40  30%")
  }
}
