import CommunicationPolicy
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The pages over all sites", .serialized)
struct SitesPagesTests {
  /// Site S1 with four households and 60 others, of two cities.
  private func pages(_ seed: UInt64) throws -> PagesInProcess {
    let pages = try PagesInProcess(seed)
    let rows = (10..<70).compactMap { number in
      UnitCode("T\(number)").map {
        SiteRow(
          code: $0, name: "Site \(number)", city: number % 2 == 0 ? "上海" : "北京",
          propertyCompany: "", totalUnits: 1000 + number)
      }
    }
    _ = try pages.world.office.importSites(rows)
    return pages
  }

  private func count(_ text: String, in body: String) -> Int {
    body.split(separator: text, omittingEmptySubsequences: false).count - 1
  }

  @Test("say what is not counted yet, never 0, until it is counted")
  func notYet() async throws {
    let pages = try pages(1100)
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    // A question takes the time of some sites and leaves the others to the clock.
    let first = try await pages.get("/sites?as=json", as: reviewer).body
    let missing = count("\"quota\":null", in: first)
    #expect((1..<61).contains(missing))
    #expect(count("\"overdue\":null", in: first) == missing)
    #expect(first.contains("not counted yet") && first.contains("\"total\":61}"))
    #expect(try await pages.get("/sites", as: reviewer).body.contains("at least"))
    #expect(try await pages.get("/", as: reviewer).body.contains("not counted yet"))
    #expect(try await pages.get("/months", as: reviewer).body.contains("not counted yet"))
    #expect(try await pages.get("/draws", as: reviewer).body.contains("not counted yet"))
    #expect(try pages.world.office.refreshSheet() == 61)
    for page in ["/sites?as=json", "/", "/months", "/draws", "/months?as=json"] {
      let body = try await pages.get(page, as: reviewer).body
      #expect(!body.contains("not counted yet") && !body.contains("\"quota\":null"), "\(page)")
    }
  }

  @Test("show the figures of a site's report, and lead to the rows behind them")
  func figures() async throws {
    let pages = try pages(1101)
    let office = pages.world.office
    let month = try #require(CivilMonth("2026-09"))
    _ = try office.takeFrames(of: month)
    _ = try office.refreshSheet()
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let report = try office.read { replica in
      try SiteView(replica, pages.world.site).report(of: month, at: office.now)
    }
    #expect(report.quota.count > 0)
    let json = try await pages.get("/sites?q=S1&month=2026-09&as=json", as: reviewer).body
    #expect(
      json.contains(
        "\"code\":\"S1\",\"site\":\"Site\",\"city\":\"\",\"units\":\(report.quota.totalUnits),"
          + "\"quota\":\(report.quota.count),\"counted\":0,\"ofQuota\":0,\"isMet\":false,"
          + "\"coverage\":0,"))
    #expect(json.contains("\"provisional\":false,\"asOf\":null}"))
    let page = try await pages.get("/sites?q=S1&month=2026-09", as: reviewer).body
    for link in [
      "/site/S1?month=2026-09", "/due?site=S1", "/duplicates?site=S1", "/conflicts?site=S1",
      "/reviews?site=S1",
    ] { #expect(page.contains("href=\"\(link)\""), "\(link)") }
    for link in ["/duplicates?site=S1", "/conflicts?site=S1", "/due?site=S1", "/reviews?site=S1"] {
      #expect(try await pages.get(link, as: reviewer).status == 200, "\(link)")
    }
    for link in ["/duplicates?site=NONE", "/conflicts?site=NONE"] {
      #expect(try await pages.get(link, as: reviewer).status == 404, "\(link)")
    }
    let overview = try await pages.get("/?month=2026-09", as: reviewer).body
    #expect(overview.contains("Totals of 2026-09"))
    #expect(overview.contains("href=\"/sites?month=2026-09\"") && !overview.contains("Site 69"))
  }

  @Test("are filtered by city and by whether the quota is met")
  func filters() async throws {
    let pages = try pages(1102)
    _ = try pages.world.office.refreshSheet()
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let city = try await pages.get("/sites?city=%E4%B8%8A%E6%B5%B7&sort=-units", as: reviewer)
    #expect(city.body.contains("30 rows") && city.body.contains("Site 68"))
    #expect(!city.body.contains("Site 69"))
    // Nobody lives at the others: a quota of nothing is met.
    let open = try await pages.get("/sites?isMet=no&as=json", as: reviewer).body
    #expect(open.contains("\"total\":1}") && open.contains("\"code\":\"S1\""))
  }

  @Test("keep twelve months, and say so of every other")
  func months() async throws {
    let pages = try pages(1103)
    _ = try pages.world.office.refreshSheet()
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let earlier = try await pages.get("/sites?month=2020-01&as=json", as: reviewer).body
    #expect(count("\"quota\":null", in: earlier) == 61 && earlier.contains("last twelve months"))
    let draws = try await pages.get("/draws?month=2020-01", as: reviewer).body
    #expect(draws.contains("last twelve months") && !draws.contains("<table"))
    let all = try await pages.get("/months?as=json", as: reviewer).body
    #expect(all.contains("\"total\":12}") && all.contains("\"month\":\"2026-09\",\"sites\":61,"))
    #expect(all.contains("\"month\":\"2025-10\"") && !all.contains("\"month\":\"2025-09\""))
  }

  @Test("show everybody their own sites alone, and no household to whom none is shown")
  func rights() async throws {
    let pages = try pages(1104)
    _ = try pages.world.office.refreshSheet()
    let manager = try pages.visitor("Manager", .siteManager, at: [pages.world.site])
    for page in ["/sites", "/draws"] {
      #expect(try await pages.get(page, as: manager).status == 403, "\(page)")
    }
    let months = try await pages.get("/months?as=json", as: manager).body
    #expect(months.contains("\"sites\":1,") && !months.contains("\"sites\":61,"))
    let home = try await pages.get("/", as: manager).body
    #expect(!home.contains("Totals of") && home.contains("href=\"/months\""))
    #expect(!home.contains("href=\"/sites\""))
    let general = try pages.visitor("General", .generalManager, at: [])
    let sheet = try await pages.get("/sites", as: general).body
    #expect(sheet.contains("S1") && sheet.contains("href=\"/due?site=S1\""))
    for link in ["href=\"/site/", "/duplicates?site=", "/conflicts?site=", "/reviews?site="] {
      #expect(!sheet.contains(link), "\(link)")
    }
  }
}
