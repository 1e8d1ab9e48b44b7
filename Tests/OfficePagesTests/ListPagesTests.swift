import Foundation
import HTTPTypes
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The tables of pages", .serialized)
struct ListPagesTests {
  /// 61 sites, of which the one named last by its code has most units.
  private func pages(_ seed: UInt64) throws -> (PagesInProcess, PagesInProcess.Visitor) {
    let pages = try PagesInProcess(seed)
    let rows = (10..<70).compactMap { number in
      UnitCode("T\(number)").map {
        SiteRow(
          code: $0, name: number == 12 ? "=1+1" : "Site <\(number)>", city: "",
          propertyCompany: "", totalUnits: 1000 + number)
      }
    }
    _ = try pages.world.office.importSites(rows)
    _ = try pages.world.office.refreshSheet()
    return (pages, try pages.visitor("Reviewer", .companyReviewer, at: []))
  }

  private func lines(_ body: String) -> [String] {
    body.split(separator: "\r\n").map(String.init)
  }

  @Test("are files under the page's own address: every row, in the order asked for")
  func files() async throws {
    let (pages, reviewer) = try pages(970)
    let csv = try await pages.get("/sites?month=2026-09&sort=-units&as=csv", as: reviewer)
    #expect(csv.status == 200)
    #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(
      csv.headers[.contentDisposition]?.hasPrefix(
        "attachment; filename=\"sites.csv\"; filename*=UTF-8''")
        ?? false)
    #expect(csv.headers[.xContentTypeOptions] == "nosniff")
    #expect(csv.body.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = lines(csv.body)
    #expect(rows.count == 62)
    #expect(rows[1].hasPrefix("T69,Site <69>,,1069,") && rows[61].hasPrefix("S1,Site,,4,"))
    #expect(rows.contains { $0.hasPrefix("T12,'=1+1,,1012,") })
    let json = try await pages.get("/sites?sort=units&as=json", as: reviewer)
    #expect(json.headers[.contentType] == "application/json")
    #expect(json.headers[.contentDisposition]?.hasPrefix("inline; ") ?? false)
    #expect(json.body.contains("{\"table\":\"sites\",") && json.body.contains("\"total\":61}"))
    #expect(json.body.contains("\"site\":\"Site <69>\",\"city\":\"\",\"units\":1069,"))
    // Pictures are numbered by their tables like any other.
    for (number, key) in ["quota", "months", "draws", "visits", "duplicates"].enumerated() {
      let table = try await pages.get("/site/S1?table=\(number + 1)&as=json", as: reviewer)
      #expect(table.body.contains("\"table\":\"\(key)\""), "\(table.body)")
      if number > 1 { #expect(table.body.contains("\"rows\":[]")) }
    }
  }

  @Test(
    "are of the month that is asked for, or are refused: no other month passes for it",
    arguments: ["2026-13", "2026-9", "0", "x", "2026-09-01"])
  func noMonth(_ text: String) async throws {
    let pages = try PagesInProcess(979)
    let manager = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    for page in ["/", "/site/S1", "/plan", "/mine"] {
      let refused = try await pages.get(page + "?month=" + text, as: manager)
      #expect(refused.status == 400 && refused.body.contains("YYYY-MM"), "\(page)")
      for month in ["2026-08", ""] {
        #expect(try await pages.get(page + "?month=" + month, as: manager).status == 200)
      }
    }
  }

  @Test("give a file to nobody who may not see the page")
  func rights() async throws {
    let (pages, _) = try pages(971)
    let manager = try pages.visitor("Manager", .generalManager, at: [])
    #expect(try await pages.get("/duplicates?as=csv", as: manager).status == 403)
    let stranger = try await pages.get("/?as=csv")
    #expect(stranger.status == 303 && stranger.location == "/login?next=%2F%3Fas%3Dcsv")
    #expect(try await pages.get("/?as=csv", as: manager).status == 400, "there is no table")
    let own = try await pages.get("/sites?as=csv", as: manager)
    #expect(own.status == 200 && lines(own.body).count == 62)
    #expect(try await pages.get("/sites?as=csv&table=2", as: manager).status == 400)
  }

  @Test("have pages, and links that keep the rest of the address")
  func pager() async throws {
    let (pages, reviewer) = try pages(972)
    let first = try await pages.get("/sites?month=2026-09", as: reviewer).body
    #expect(first.contains("Rows 1 to 50 of 61") && first.contains("Page 1 of 2"))
    #expect(
      first.contains("<a href=\"/sites?month=2026-09&amp;page=2#table-1\" rel=\"next\">"))
    #expect(!first.contains("Site &lt;69&gt;"))
    let second = try await pages.get("/sites?month=2026-09&page=2", as: reviewer).body
    #expect(second.contains("Rows 51 to 61 of 61") && second.contains("Site &lt;69&gt;"))
    #expect(second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""))
    #expect(try await pages.get("/sites?page=77", as: reviewer).body.contains("Page 2 of 2"))
  }

  @Test("say to everybody how they are sorted, and sort by their headings")
  func sorting() async throws {
    let (pages, reviewer) = try pages(973)
    let page = try await pages.get("/sites?sort=-units", as: reviewer).body
    #expect(page.contains("aria-sort=\"descending\"") && !page.contains("aria-sort=\"ascending\""))
    #expect(page.contains("href=\"/sites?sort=units#table-1\""), "the other way round")
    #expect(page.contains("href=\"/sites?sort=counted#table-1\""))
    let top = try #require(page.range(of: "Site &lt;69&gt;"))
    let next = try #require(page.range(of: "Site &lt;68&gt;"))
    #expect(top.lowerBound < next.lowerBound)
  }

  @Test("are searched by a form that carries no token, and say when nothing matches")
  func searching() async throws {
    let (pages, reviewer) = try pages(974)
    let page = try await pages.get("/sites?q=%3C6&sort=units", as: reviewer).body
    #expect(page.contains("10 rows") && page.contains("Site &lt;60&gt;"))
    #expect(!page.contains("Site &lt;59&gt;"))
    let form = try #require(
      page.range(of: "<form method=\"get\"[\\s\\S]*?</form>", options: .regularExpression))
    let search = page[form]
    #expect(search.contains("role=\"search\"") && search.contains("value=\"&lt;6\""))
    #expect(search.contains("name=\"sort\" value=\"units\"") && !search.contains("token"))
    let none = try await pages.get("/sites?q=%22%3E%3Cscript%3E", as: reviewer).body
    #expect(none.contains("No row matches.") && none.contains("Show all rows"))
    #expect(!none.lowercased().contains("<script"))
  }

  @Test(
    "refuse what they do not know, and say what they know",
    arguments: [
      ("/?colour=red", "month"), ("/?sort=colour", "cause"), ("/?as=exe", "xlsx, csv, json"),
      ("/?page=0", "9999"), ("/?table=2", "no table number 2"),
      ("/sites?as=csv&colour=red", "colour"),
      ("/?q=" + String(repeating: "a", count: 129), "128"), ("/site/S1?visitor=1", "month"),
      ("/tokens?as=csv", "no table number 1"),
    ])
  func refusals(_ address: String, _ words: String) async throws {
    let (pages, _) = try pages(975)
    let reader = try pages.visitor("Administrator", .administrator, at: [])
    let answer = try await pages.get(address, as: reader)
    #expect(answer.status == 400 && answer.body.contains(words), "\(answer.status)")
    #expect(answer.headers[.contentDisposition] == nil)
  }

  @Test("tell browsers Hong Kong's characters by name")
  func language() async throws {
    let (pages, reviewer) = try pages(976)
    let page = try await pages.get("/sites?lang=zh-Hant", as: reviewer).body
    #expect(page.contains("<html lang=\"zh-Hant-HK\">"))
    #expect(page.contains("value=\"zh-Hant\" lang=\"zh-Hant-HK\""))
    #expect(page.contains("href=\"/sites?lang=zh-Hant&amp;sort=units#table-1\""))
  }
}

@Suite("A form that is refused", .serialized)
struct RedisplayTests {
  private static let damage = [
    "kind": "no such kind", "unit": "1-101", "contract": "K-<7>", "department": "usual",
    "at": "2026-09-07 09:00", "text": "\r\n寄存的自行车\r\n<b>被压坏",
  ]

  @Test("comes back as it was typed")
  func kept() async throws {
    let pages = try PagesInProcess(980)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let refused = try await pages.post("/incidents/S1/record", Self.damage, as: officer)
    #expect(refused.status == 400)
    #expect(refused.body.contains("action=\"/incidents/S1/record\""))
    #expect(refused.body.contains("value=\"1-101\"") && refused.body.contains("K-&lt;7&gt;"))
    #expect(refused.body.contains(">\n\n寄存的自行车\n&lt;b&gt;被压坏</textarea>"))
    #expect(try pages.world.office.read { try SiteView($0, pages.world.site).incidents() }.isEmpty)
  }

  @Test("shows nothing to whom its page is not shown")
  func rights() async throws {
    let pages = try PagesInProcess(981)
    let visitor = try pages.visitor("外访", .companyVisitor, at: [])
    let refused = try await pages.post("/incidents/S1/record", Self.damage, as: visitor)
    #expect(refused.status == 403 && !refused.body.contains("被压坏"))
  }
}
