import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import HTTPTypes
import Markup
import OfficePages
import OfficeWork
import QRCodes
import RecordSheets
import RecordStore
import TestSupport
import Testing
import VisitModel

/// A visit of the day with a need in it, as the office has it, and people who look at it.
struct VisitedSite {
  let pages: PagesInProcess
  let visit: RecordKey

  var office: Office { pages.world.office }
  var site: ScopeID { pages.world.site }

  init(_ seed: UInt64) throws {
    pages = try PagesInProcess(seed, roles: [.serviceOfficer, .siteManager])
    var input = try pages.world.visit(1, start: "2026-09-07 10:00", end: "2026-09-07 10:20")
    input.items = [.init(topic: .repair, kind: .need, text: "换灯<b>", wantsFeedback: true)]
    input.met = "陈<script>alert(1)</script>"
    input.telephone = "13912345678"
    input.remark = "周末再约"
    visit = try pages.world.laptops[0].recordVisit(input, at: nil).key
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in pages.world.laptops { _ = try laptop.synchronise() } }
  }

  /// A letter of the manager about the need.
  func letter() throws -> RecordKey {
    let manager = pages.world.laptops[1]
    let need = try #require(
      try office.read { try SiteView($0, site).matters(of: visit).first }
    ).key.id.description
    _ = try manager.decideMatter(named: need, .beyondAuthority, "")
    let day = try #require(CivilDate("2026-09-30"))
    let month = try #require(CivilMonth("2026-09"))
    let written = try manager.writeLetter(
      LetterText(subject: "更换<i>路灯</i>", background: "", proposal: "全部更换", replyBy: day),
      about: [need], month: month, at: nil)
    try sync()
    return written.key
  }

  /// A site at which nothing is.
  func another() throws -> ScopeID {
    let code = try #require(UnitCode("S2"))
    _ = try office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    return office.scope(ofSite: code)
  }
}

extension PagesInProcess.Answer {
  /// Whether the form has the code of this text.
  func isCoded(_ text: String) throws -> Bool {
    let markup = try QRCode(text).svg(title: "", description: "", language: "en", number: 1).markup
    let path = try #require(markup.firstMatch(of: /\ d="([^"]+)"/)).1
    return body.contains("<div class=\"code\">") && body.contains(path)
  }
}

@Suite("Forms printed from the pages", .serialized)
struct PaperPagesTests {
  @Test("are of a visit what was recorded, as text, for its reviewers and for nobody else")
  func visit() async throws {
    let site = try VisitedSite(971)
    let pages = site.pages
    let address = "/print/visit/S1/\(site.visit.id)"
    let stranger = try pages.visitor("外人", .siteManager, at: [try site.another()])
    for (name, role) in [
      ("李主管", Role.serviceSupervisor), ("周审核", .companyReviewer), ("管理员", .administrator),
    ] {
      let visitor = try pages.visitor(name, role, at: role.isCompany ? [] : [site.site])
      let page = try await pages.get("/reviews/S1/\(site.visit.id)", as: visitor).body
      #expect(page.contains("href=\"\(address)\""), "\(name)")
      let paper = try await pages.get(address, as: visitor)
      #expect(paper.status == 200)
      for said in [
        "<h1>Household visit record</h1>", "Site", "1-101", "陈&lt;script&gt;", "换灯&lt;b&gt;",
        "••••5678", "周末再约", "2026-09-07", "10:20", "P0", "\(site.visit.id)", "class=\"signature\"",
      ] { #expect(paper.body.contains(said), "\(said)") }
      for hidden in ["<script", "13912345678", "1391234", "<form", "<a "] {
        #expect(!paper.body.contains(hidden), "\(hidden)")
      }
      #expect(try paper.isCoded("http://office.test/find/visit/\(site.visit.id)"))
    }
    let chinese = try pages.visitor("林主管", .serviceSupervisor, at: [site.site])
    let hant = try await pages.get(address + "?lang=zh-Hant", as: chinese).body
    #expect(hant.contains("<h1>業戶訪問記錄</h1>") && hant.contains("lang=\"zh-Hant\""))
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [site.site])
    #expect(try await pages.get(address, as: officer).status == 403)
    #expect(try await pages.get(address, as: stranger).status == 404, "another site's")
    #expect(try await pages.get(address).status == 303, "not logged in")
    let nothing = String(repeating: "0a", count: 16)
    #expect(try await pages.get("/print/visit/S1/" + nothing, as: chinese).status == 404)
  }

  @Test("R3-08 are of a month a line for each visit, and its summary, for who sees to households")
  func month() async throws {
    let site = try VisitedSite(972)
    let pages = site.pages
    let supervisor = try pages.visitor("李主管", .serviceSupervisor, at: [site.site])
    let links = try await pages.get("/site/S1?month=2026-09", as: supervisor).body
    #expect(links.contains("href=\"/print/register/S1/2026-09\""))
    let register = try await pages.get("/print/register/S1/2026-09", as: supervisor)
    for said in ["<body class=\"wide\">", "1-101", "换灯&lt;b&gt;", "2026-09-07"] {
      #expect(register.body.contains(said), "\(said)")
    }
    let code = "http://office.test/find/register/\(site.site).2026-09"
    #expect(try register.isCoded(code))
    let before = try await pages.get("/print/register/S1/2026-08", as: supervisor).body
    #expect(!before.contains("1-101") && before.contains("No visit or return"))
    let page = try await pages.get("/summaries/S1/2026-09", as: supervisor).body
    #expect(page.contains("href=\"/print/summary/S1/2026-09\""))
    let summary = try await pages.get("/print/summary/S1/2026-09", as: supervisor)
    #expect(summary.body.contains("<h1>Monthly summary of visits") && summary.status == 200)
    #expect(try summary.isCoded("http://office.test/find/summary/\(site.site).2026-09"))
    let keeper = try pages.visitor("管理员", .administrator, at: [])
    let stranger = try pages.visitor("外人", .siteManager, at: [try site.another()])
    for sheet in ["register", "summary"] {
      let address = "/print/\(sheet)/S1/2026-09"
      #expect(try await pages.get(address, as: keeper).status == 403, "words of households")
      #expect(try await pages.get(address, as: stranger).status == 404)
      for odd in ["/print/\(sheet)/S1/2026-13", "/print/\(sheet)/none/2026-09"] {
        #expect(try await pages.get(odd, as: supervisor).status == 404, "\(odd)")
      }
    }
    let shown = try await pages.get("/summaries/S1/2026-09", as: keeper).body
    #expect(!shown.contains("/print/summary"), "no link where they may not go")
  }

  @Test("are of a letter its text and its matters")
  func letter() async throws {
    let site = try VisitedSite(973)
    let pages = site.pages
    let key = try site.letter()
    let address = "/print/letter/S1/\(key.id)"
    let manager = try pages.visitor("王经理", .siteManager, at: [site.site])
    let page = try await pages.get("/letters/S1/\(key.id)", as: manager).body
    #expect(page.contains("href=\"\(address)\""))
    let paper = try await pages.get(address, as: manager)
    for said in ["<h1>Work contact letter</h1>", "更换&lt;i&gt;路灯", "换灯&lt;b&gt;", "2026-09-30"] {
      #expect(paper.body.contains(said), "\(said)")
    }
    #expect(try paper.isCoded("http://office.test/find/letter/\(key.id)"))
    let keeper = try pages.visitor("管理员", .administrator, at: [])
    #expect(try await pages.get(address, as: keeper).status == 403)
    let stranger = try pages.visitor("外人", .siteManager, at: [try site.another()])
    #expect(try await pages.get(address, as: stranger).status == 404)
  }

  @Test(
    "are of the company's notice what hangs, read at the site that it is for, and of a call none")
  func notice() async throws {
    let pages = try PagesInProcess(974)
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let company = pages.world.office.company
    var text = Hanging.text("告示<b>")
    text.issuer = .company
    let notice = try Hanging.notice(pages, text, in: company, by: reviewer.id)
    let (read, own) = ("/print/notice/S1/\(notice.id)", "/print/notice/company/\(notice.id)")
    let page = try await pages.get(PageLink.notice("S1", notice: notice.id), as: officer).body
    #expect(page.contains("href=\"\(read)\"") && !page.contains(own))
    let home = try await pages.get(PageLink.notice("company", notice: notice.id), as: reviewer)
    #expect(home.body.contains("href=\"\(own)\""))
    for (address, visitor) in [(read, officer), (own, reviewer)] {
      let paper = try await pages.get(address, as: visitor)
      #expect(paper.body.contains("告示&lt;b&gt;") && paper.body.contains("must not be posted"))
      #expect(!paper.body.contains("周审核"), "everybody reads it")
      #expect(try paper.isCoded("http://office.test/find/notice/\(notice.id)"))
    }
    #expect(try await pages.get(own, as: officer).status == 404)
    var call = Hanging.text("电话告知")
    call.form = .telephone
    let memo = try Hanging.notice(pages, call, by: officer.id)
    let none = try await pages.get("/print/notice/S1/\(memo.id)", as: officer)
    #expect(none.status == 404 && none.body.contains("R2-09"))
    let shown = try await pages.get(PageLink.notice("S1", notice: memo.id), as: officer).body
    #expect(!shown.contains("/print/notice"))
  }

  @Test("are of results what may be published, and of a survey that is not analysed none")
  func survey() async throws {
    let site = try await AskedSite(975)
    let pages = site.pages
    let address = "/print/survey/S1/\(site.id)"
    #expect(try await site.act("distribute", ["count": "8"]).status == 303)
    for number in 1...5 {
      let entered = try await site.enter(
        "\(number == 5 ? 4 : 1)", slip: "00\(number)", remark: "住户的话")
      #expect(entered.status == 303)
    }
    #expect(try await !pages.get(site.address, as: site.officer).body.contains(address))
    let early = try await pages.get(address, as: site.officer)
    #expect(early.status == 404 && early.body.contains("not analysed yet"))
    #expect(try await site.act("analyse", ["text": "加强保洁"]).status == 303)
    #expect(try await pages.get(site.address, as: site.officer).body.contains(address))
    let paper = try await pages.get(address, as: site.officer)
    for said in ["2026年满意度", "4 / 0 / 0 / 1 / 0", "加强保洁"] {
      #expect(paper.body.contains(said), "\(said)")
    }
    #expect(!paper.body.contains("住户的话"))
    #expect(try paper.isCoded("http://office.test/find/survey/\(site.id)"))
  }

  @Test("let in their own styles alone, and no other page lets in any that stand inside")
  func policy() async throws {
    let site = try VisitedSite(976)
    let pages = site.pages
    let supervisor = try pages.visitor("李主管", .serviceSupervisor, at: [site.site])
    for address in ["/print/visit/S1/\(site.visit.id)", "/print/blank/S1/notice"] {
      let paper = try await pages.get(address, as: supervisor)
      let inside = paper.body.split(separator: "<style>", maxSplits: 1).dropFirst().first
      let style = try #require(inside?.split(separator: "</style>", maxSplits: 1).first)
      let digest = Data(Digest(sha256: Array(style.utf8)).bytes).base64EncodedString()
      #expect(
        paper.headers[.contentSecurityPolicy]
          == "default-src 'none'; style-src 'sha256-\(digest)'; form-action 'none'; "
          + "base-uri 'none'; frame-ancestors 'none'")
      #expect(paper.headers[.cacheControl] == "no-store")
      #expect(paper.headers[.xContentTypeOptions] == "nosniff")
      #expect(!paper.body.contains("unsafe") && !paper.body.contains(" style="))
    }
    let page = try await pages.get("/print", as: supervisor)
    #expect(page.headers[.contentSecurityPolicy]?.contains("style-src 'self'; ") == true)
  }

  @Test("are there blank, of every kind, for whoever works at the site, with its name and no code")
  func blank() async throws {
    let pages = try PagesInProcess(977)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let affairs = try pages.visitor("吴综合", .generalAffairs, at: [])
    let list = try await pages.get("/print", as: officer).body
    #expect(list.contains("href=\"/print\""), "in the navigation")
    let chosen = try await pages.get("/print", as: affairs).body
    #expect(chosen.contains("href=\"/print?site=S1\""))
    for sheet in SheetKind.allCases {
      let address = "/print/blank/S1/\(sheet.rawValue)"
      #expect(list.contains("href=\"\(address)\""), "\(sheet)")
      let paper = try await pages.get(address, as: officer)
      #expect(paper.status == 200 && paper.body.contains("<p>Site</p>"), "\(sheet)")
      #expect(paper.body.contains("<h1>") && !paper.body.contains("<svg"))
      #expect(chosen.contains("href=\"/print/blank/company/\(sheet.rawValue)\""))
      let own = try await pages.get("/print/blank/company/\(sheet.rawValue)", as: affairs)
      #expect(own.body.contains("<p>Office</p>"), "\(sheet)")
    }
    for odd in ["/print/blank/S2/visit", "/print/blank/S1/menu", "/print/blank/none/visit"] {
      #expect(try await pages.get(odd, as: officer).status == 404, "\(odd)")
    }
  }
}
