import Foundation
import HTTPTypes
import OfficePages
import OfficeWork
import Spreadsheets
import TestSupport
import Testing
import TextFormats
import VisitModel
import Wording

extension PagesInProcess.Answer {
  /// The first sheet of a workbook that was answered.
  func sheet() throws -> SheetTable {
    try #require(try ReadBook(bytes, limits: WorkbookLimits(fileBytes: 1 << 20)).sheets.first)
  }
}

@Suite("The workbook of a page's table", .serialized)
struct WorkbookPageTests {
  private func pages(_ seed: UInt64) throws -> PagesInProcess {
    let pages = try PagesInProcess(seed)
    let code = try #require(UnitCode("T1"))
    _ = try pages.world.office.importSites([
      SiteRow(code: code, name: "=1+1", city: "", propertyCompany: "", totalUnits: 1012)
    ])
    return pages
  }

  /// Of both sites: the first page has their quota as its second table.
  private func manager(_ pages: PagesInProcess) throws -> PagesInProcess.Visitor {
    let other = pages.world.office.scope(ofSite: try #require(UnitCode("T1")))
    return try pages.visitor("李经理", .siteManager, at: [pages.world.site, other])
  }

  @Test("has every row, texts as texts and numbers as numbers, and leaves nothing on the disk")
  func table() async throws {
    let pages = try pages(1200)
    let manager = try manager(pages)
    let answer = try await pages.get("/?table=2&sort=-units&as=xlsx", as: manager)
    #expect(answer.status == 200)
    #expect(
      answer.headers[.contentType]
        == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    #expect(answer.headers[.cacheControl] == "no-store")
    let sheet = try answer.sheet()
    #expect(sheet.rows.count == 3 && sheet.rows[1][1]?.text == "=1+1")
    #expect(sheet.rows[1][1]?.kind == .text)
    #expect(sheet.rows[1][2]?.kind == .number)
    #expect(sheet.rows[1][2]?.text == "1012")
    #expect(try pages.home.exported.isEmpty)
  }

  @Test("is called what people call it, in their language, and plainly for other programs")
  func name() async throws {
    let pages = try pages(1201)
    let manager = try manager(pages)
    for language in Language.allCases {
      // No system takes a colon in the name of a file.
      let title = Phrase.pageTitle.text(in: language).replacing(":", with: "-")
      let words = PercentEncoding.encode(title)
      let answer = try await pages.get(
        "/?table=2&as=xlsx&lang=\(language.rawValue)", as: manager)
      let name = answer.headers[.contentDisposition] ?? ""
      #expect(name.hasPrefix("attachment; filename=\"quota.xlsx\"; filename*=UTF-8''" + words))
      #expect(name.hasSuffix(".xlsx") && name.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test("is offered below each table that has rows, before the other forms")
  func links() async throws {
    let pages = try pages(1202)
    let manager = try manager(pages)
    let page = try await pages.get("/", as: manager).body
    let book = try #require(page.range(of: "href=\"/?table=2&amp;as=xlsx\" download"))
    let text = try #require(page.range(of: "href=\"/?table=2&amp;as=csv\" download"))
    #expect(book.upperBound < text.lowerBound)
    #expect(!page.contains("href=\"/?as=xlsx\""), "there is no duplicate")
  }

  @Test("is given to nobody who may not see the page, and nothing is written for them")
  func rights() async throws {
    let pages = try pages(1203)
    let manager = try pages.visitor("Manager", .generalManager, at: [])
    let refused = try await pages.get("/duplicates?as=xlsx", as: manager)
    #expect(refused.status == 403 && refused.headers[.contentDisposition] == nil)
    #expect(try await pages.get("/?as=xlsx").status == 303)
    let officer = try pages.visitor("Officer", .serviceOfficer, at: [pages.world.site])
    #expect(try await pages.get("/site/T1?as=xlsx", as: officer).status == 404)
    #expect(try await pages.get("/site/S1?table=9&as=xlsx", as: officer).status == 400)
    #expect(try pages.home.exported.isEmpty)
  }

  @Test(
    "is there for the lists that were texts before",
    arguments: ["/notices?site=S1", "/meetings?site=S1", "/surveys?site=S1", "/incidents?site=S1"])
  func lists(_ address: String) async throws {
    let pages = try pages(1204)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    // Nothing is there yet: the page says so, and has no table.
    #expect(try await pages.get(address, as: officer).status == 200)
    let none = try await pages.get(address + "&as=xlsx", as: officer)
    #expect(none.status == 400 && none.body.contains("no table number 1"))
  }

  @Test("of incidents keeps a contract's zeros, and the day as a day")
  func incidents() async throws {
    let pages = try pages(1205)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let made = try await pages.post(
      "/incidents/S1/record",
      [
        "kind": "propertyDamaged", "unit": "1-101", "contract": "0301", "department": "usual",
        "at": "2026-09-07 09:00", "text": "=1+1",
      ], as: officer)
    try #require(made.status == 303, "\(made.body)")
    let sheet = try await pages.get("/incidents?site=S1&as=xlsx", as: officer).sheet()
    let row = try #require(sheet.rows.dropFirst().first)
    #expect(row[3]?.text == "1-101")
    #expect(row[4]?.text == "0301" && row[4]?.kind == .text)
    #expect(row[5]?.kind == .moment && row[5]?.text == "2026-09-07 09:00")
    #expect(row[6]?.kind == .date)
    let csv = try await pages.get("/incidents?site=S1&as=csv", as: officer).body
    #expect(csv.contains(",1-101,0301,2026-09-07 09:00,"))
    #expect(!csv.contains("=1+1"), "what was said is not in the list")
  }
}
