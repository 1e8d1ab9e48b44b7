import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import TextFormats
import VisitModel

@Suite("The search", .serialized)
struct SearchPageTests {
  /// Three sites besides S1: at T1 people live whose names can be read in several ways.
  private func pages(_ seed: UInt64) throws -> PagesInProcess {
    let pages = try PagesInProcess(seed)
    let office = pages.world.office
    let sites = [("T1", "陽光花園"), ("T2", "阳光新城"), ("T3", "绿岛"), ("T4", "Lakeside")]
    _ = try office.importSites(
      sites.compactMap { code, name in
        UnitCode(code).map {
          SiteRow(code: $0, name: name, city: "", propertyCompany: "", totalUnits: 9)
        }
      })
    _ = try office.importHouseholds(
      rows([("3-1201", "陳大文"), ("3-1202", "單于洋"), ("3棟501", "欧阳秀"), ("12-301", "李小龙")]),
      of: try site("T1", pages))
    _ = try office.importHouseholds(rows([("3-1201", "陈二")]), of: try site("T2", pages))
    return pages
  }

  private func rows(_ homes: [(String, String)]) -> [HouseholdRow] {
    homes.compactMap { unit, name in
      UnitCode(unit).map {
        HouseholdRow(
          unit: $0, kind: .dwelling, occupancy: .occupied, name: name, telephone: "13800001111",
          joinedOn: nil, isRestricted: false)
      }
    }
  }

  private func site(_ code: String, _ pages: PagesInProcess) throws -> ScopeID {
    pages.world.office.scope(ofSite: try #require(UnitCode(code)))
  }

  private func found(
    _ query: String, _ column: String, table: Int, more: String = "",
    in pages: PagesInProcess, as reader: PagesInProcess.Visitor
  ) async throws -> [String] {
    let address = "/search?q=\(PercentEncoding.encode(query))&table=\(table)&as=json" + more
    let answer = try await pages.get(address, as: reader)
    #expect(answer.status == 200, "\(query)")
    return answer.column(column)
  }

  @Test("finds a household as people say it, best first, for whoever sees to it")
  func households() async throws {
    let pages = try pages(1121)
    let manager = try pages.visitor("李经理", .siteManager, at: [try site("T1", pages)])
    let rows: [(query: String, units: [String])] = [
      ("3棟1201", ["3-1201"]), ("３棟１２０１", ["3-1201"]), ("3-1201", ["3-1201"]),
      ("三座１２０１", ["3-1201"]), ("3號樓1201室", ["3-1201"]), ("1201", ["3-1201"]),
      ("3-501", ["3棟501"]), ("3-12", ["3-1201", "3-1202"]),
      ("3", ["3-1201", "3-1202", "3棟501"]), ("12", ["12-301"]),
      ("陳大文", ["3-1201"]), ("陈大文", ["3-1201"]), ("陳大", ["3-1201"]),
      ("chendawen", ["3-1201"]), ("cdw", ["3-1201"]), ("ＣＤＷ", ["3-1201"]),
      ("syy", ["3-1202"]), ("dyy", ["3-1202"]), ("oyx", ["3棟501"]), ("歐陽", ["3棟501"]),
      ("小龍", ["12-301"]), ("陈二", []), ("1-101", []), ("13800001111", []), ("zzz", []),
    ]
    for row in rows {
      #expect(
        try await found(row.query, "unit", table: 2, in: pages, as: manager) == row.units,
        "\(row.query)")
    }
    let page = try await pages.get("/search?q=cdw", as: manager).body
    #expect(page.contains("陳大文") && page.contains("href=\"/household/"))
    #expect(!page.contains("13800001111") && !page.contains("單于洋"))
  }

  @Test("finds a whole unit at every site, and parts and names once a site is chosen")
  func wide() async throws {
    let pages = try pages(1122)
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let rows: [(query: String, more: String, sites: [String])] = [
      ("3棟1201", "", ["陽光花園", "阳光新城"]), ("３－１２０１", "", ["陽光花園", "阳光新城"]),
      ("3棟501", "", ["陽光花園"]), ("1-101", "", ["Site"]), ("1201", "", []), ("cdw", "", []),
      ("cdw", "&site=T1", ["陽光花園"]), ("1201", "&site=T1", ["陽光花園"]),
      ("3棟1201", "&site=T2", ["阳光新城"]), ("cdw", "&site=T2", []),
    ]
    for row in rows {
      let table = row.more.isEmpty ? 2 : 1
      #expect(
        try await found(row.query, "site", table: table, more: row.more, in: pages, as: reviewer)
          == row.sites, "\(row.query)\(row.more)")
    }
    let page = try await pages.get("/search?q=cdw", as: reviewer).body
    #expect(page.contains("whole unit code alone"))
    #expect(try await pages.get("/search?q=a&site=T9", as: reviewer).status == 404)
  }

  @Test("finds sites and people by characters, pinyin and first letters")
  func sitesAndPeople() async throws {
    let pages = try pages(1123)
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    _ = try pages.visitor("李经理", .siteManager, at: [try site("T1", pages)])
    let sites: [(query: String, codes: [String])] = [
      ("陽光", ["T1", "T2"]), ("阳光新", ["T2"]), ("yangguang", ["T1", "T2"]), ("ygxc", ["T2"]),
      ("綠島", ["T3"]), ("ld", ["T3"]), ("LAKE", ["T4"]), ("t4", ["T4"]), ("新城", ["T2"]),
      ("无此", []),
    ]
    for row in sites {
      #expect(
        try await found(row.query, "code", table: 1, in: pages, as: reviewer) == row.codes,
        "\(row.query)")
    }
    for (query, names) in [("ljl", ["李经理"]), ("李經理", ["李经理"]), ("zsh", ["周审核"]), ("经理", ["李经理"])] {
      #expect(
        try await found(query, "name", table: 3, in: pages, as: reviewer) == names, "\(query)")
    }
    #expect(
      try await found("ljl", "name", table: 2, more: "&site=T1", in: pages, as: reviewer) == ["李经理"]
    )
    #expect(
      try await found("ljl", "name", table: 2, more: "&site=T2", in: pages, as: reviewer).isEmpty)
  }

  @Test("shows nothing of another site, and names to nobody who does not see to households")
  func rights() async throws {
    let pages = try pages(1124)
    let home = try site("T1", pages)
    _ = try pages.visitor("李经理", .siteManager, at: [home])
    let stranger = try pages.visitor("外人", .siteManager, at: [try site("T3", pages)])
    for query in ["3棟1201", "1201", "cdw", "陽光", "ljl", "T1"] {
      let body = try await pages.get(
        "/search?q=" + PercentEncoding.encode(query), as: stranger
      ).body
      for word in ["3-1201", "陳大文", "陽光花園", "李经理"] {
        #expect(!body.contains(word), "\(word) for \(query)")
      }
    }
    #expect(try await pages.get("/search?q=cdw&site=T1", as: stranger).status == 404)
    let closed: [(Role, [ScopeID], String)] = [
      (.engineeringSupervisor, [home], ""), (.administrator, [], "&site=T1"),
      (.companyVisitor, [], "&site=T1"),
    ]
    for (role, sites, more) in closed {
      let reader = try pages.visitor("\(role)", role, at: sites)
      let body = try await pages.get("/search?q=cdw" + more, as: reader).body
      #expect(!body.contains("陳大文") && body.contains("Names of households"), "\(role)")
      let unit = try await pages.get("/search?q=1201" + more, as: reader).body
      #expect(unit.contains("3-1201") && !unit.contains("陳大文"), "\(role)")
    }
    let firm = try pages.visitor("吴综合", .generalAffairs, at: [])
    #expect(try await pages.get("/search?q=cdw", as: firm).status == 403)
    #expect(try await pages.get("/search?q=cdw").status == 303)
  }

  @Test("lists fifty at most and says that there are more, and refuses what nobody types")
  func bounds() async throws {
    let pages = try pages(1125)
    let home = try site("T4", pages)
    _ = try pages.world.office.importHouseholds(
      rows((10..<70).map { ("5-1\($0)", "王\($0)") }), of: home)
    let manager = try pages.visitor("李经理", .siteManager, at: [home])
    let answer = try await pages.get("/search?q=5&table=2&as=json", as: manager)
    #expect(answer.column("unit").count == 50 && answer.body.contains("more than 50 were found"))
    let page = try await pages.get("/search?q=5", as: manager).body
    #expect(page.contains("more than 50 were found") && page.contains("5-110"))
    #expect(try await found("wang", "unit", table: 2, in: pages, as: manager).count == 50)
    let empty = try await pages.get("/search", as: manager)
    #expect(empty.status == 200 && empty.body.contains("name=\"q\""))
    for nothing in ["", "%20", "-", "%E3%80%80"] {
      let body = try await pages.get("/search?q=\(nothing)", as: manager).body
      #expect(!body.contains("5-110") && body.contains("Type a unit"), "\(nothing)")
    }
    let long = String(repeating: "a", count: 129)
    #expect(try await pages.get("/search?q=\(long)", as: manager).status == 400)
    #expect(try await pages.get("/search?q=5&color=red", as: manager).status == 400)
    let hostile = try await pages.get(
      "/search?q=" + PercentEncoding.encode("\"><script>alert(1)</script>"), as: manager
    ).body
    #expect(!hostile.contains("<script") && hostile.contains("&lt;script&gt;"))
  }
}
