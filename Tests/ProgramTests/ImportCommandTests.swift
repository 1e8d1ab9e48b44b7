import Foundation
import Listings
import Spreadsheets
import Testing
import VisitModel
import Wording

@Suite("A list on the command line")
struct ImportCommandTests {
  /// A workbook with a roster under headings of a language, on the first of two sheets.
  private func workbook(
    _ rows: [[ListCell]], _ language: Language, in company: Company
  ) throws -> String {
    let path = company.folder.file("roster-\(language.rawValue).xlsx")
    let columns = [
      ListColumn("unit", .labelUnit, .code), ListColumn("name", .labelName, .text),
      ListColumn("joined", .importJoined, .date),
    ]
    var writer = try WorkbookWriter(
      path: path, language: language, title: "", made: Instant(millisecondsSince1970: 0))
    try writer.add(Listing("roster", Message(.labelUnit), columns, rows: rows))
    _ = try writer.finish([])
    return path
  }

  private func counts(_ ended: Ended) throws -> [Int?] {
    try ["added", "changed", "unchanged"].map { try ended.json[$0] as? Int }
  }

  @Test("is a workbook in any language, and the second time it changes nothing")
  func workbooks() throws {
    let company = try Company(households: 2)
    for (index, language) in Language.allCases.enumerated() {
      let rows: [[ListCell]] = [
        [.code("03-0\(index)"), .text("陈女士"), .date(CivilDate("2026-01-05"))],
        [.code("03-1\(index)"), .text("李先生"), .text("昨天")], [.empty, .text("无号"), .empty],
      ]
      let file = try workbook(rows, language, in: company)
      let words = ["household", "import", file, "--site", "S1", "--json"]
      let first = try company.run(words)
      #expect(try first.status == 1 && counts(first) == [1, 0, 0])
      let faults = try first.json["faults"] as? [[String: Any]] ?? []
      #expect(faults.map { $0["line"] as? Int } == [3, 4])
      #expect(faults.map { $0["column"] as? String } == ["C", "A"])
      let before = try expectDone(company.office("state", "--scope", "S1")).output
      #expect(try counts(company.run(words)) == [0, 0, 1])
      #expect(try expectDone(company.office("state", "--scope", "S1")).output == before)
    }
    let shown = try company.office(
      "household", "import", company.folder.file("roster-en.xlsx"), "--site", "S1")
    #expect(shown.talk.contains("C3") && shown.talk.contains("A4"))
  }

  @Test("is read in the encoding that is named, and guessed at in none")
  func encodings() throws {
    let company = try Company(households: 2)
    // 房号,姓名 / 1-201,陈大文 in GBK.
    let gbk: [UInt8] =
      [0xB7, 0xBF, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A] + Array("1-201,".utf8)
      + [0xB3, 0xC2, 0xB4, 0xF3, 0xCE, 0xC4, 0x0D, 0x0A]
    let file = company.folder.file("gbk.csv")
    try company.folder.write(gbk, to: file)
    let words = ["household", "import", file, "--site", "S1", "--json"]
    let unclear = try company.run(words)
    #expect(unclear.status == 1 && unclear.text.contains("--encoding"))
    let read = try company.run(words + ["--encoding", "gb18030"])
    #expect(try read.status == 0 && counts(read) == [1, 0, 0])
    #expect(try company.run(words + ["--encoding", "ebcdic"]).status == 64)
    let wrong = try company.run(words + ["--encoding", "utf8"])
    #expect(wrong.status == 1)
  }

  @Test("of a workbook with several sheets is the one that is named")
  func sheets() throws {
    let company = try Company(households: 2)
    let file = try workbook([[.code("9-1"), .text("甲"), .empty]], .hans, in: company)
    let words = ["household", "import", file, "--site", "S1", "--json", "--sheet"]
    #expect(try company.run(words + ["1"]).status == 0)
    #expect(try company.run(words + ["2"]).status == 1)
    let none = try company.run(words + ["没有这张"])
    #expect(none.status == 1 && none.text.contains("There is no such sheet"))
    let text = company.folder.file("no.xlsx")
    try company.folder.write([0x50, 0x4B, 0x03, 0x04, 0x00], to: text)
    let broken = try company.run(["site", "import", text, "--json"])
    #expect(broken.status == 1 && broken.text.contains("damaged"))
  }

  @Test("without a column leaves the mark, the kind and the occupancy as they are")
  func marks() throws {
    let company = try Company(households: 2)
    let file = company.folder.file("bare.csv")
    try company.folder.write(Array("unit\n1-101\n1-102\n".utf8), to: file)
    try expectDone(
      company.office("household", "restrict", "1-101", "--site", "S1", "--reason", "asked"))
    let before = try expectDone(company.office("state", "--scope", "S1")).output
    let ended = try expectDone(
      company.office("household", "import", file, "--site", "S1", "--json"))
    #expect(try counts(ended) == [0, 0, 2])
    #expect(try expectDone(company.office("state", "--scope", "S1")).output == before)
  }
}
