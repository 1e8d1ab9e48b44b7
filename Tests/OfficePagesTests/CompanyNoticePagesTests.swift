import ConflictFreeRecords
import Fingerprint
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

extension PagesInProcess {
  fileprivate var office: Office { world.office }

  fileprivate func company(_ title: String, for sites: [String] = []) -> NoticeText {
    var text = Hanging.text(title, for: sites, sites.isEmpty ? .site : .buildings)
    text.issuer = .company
    return text
  }
}

@Suite("The pages of a site's staff and the company's notices", .serialized)
struct CompanyNoticePagesTests {
  @Test("show those that are for the site, to be read and for no act (A33, R2-11)")
  func read() async throws {
    let pages = try PagesInProcess(921)
    let code = try #require(UnitCode("S2"))
    _ = try pages.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let reviewer = try pages.office.addAccount(name: "周审核", role: .companyReviewer, sites: [])
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let company = pages.office.company
    let all = try Hanging.notice(pages, pages.company("全公司"), in: company, by: reviewer)
    let there = try Hanging.notice(
      pages, pages.company("他处的", for: ["S2"]), in: company, by: reviewer)
    let list = try await pages.get("/notices", as: officer).body
    #expect(list.contains("全公司") && list.contains("from the company") && !list.contains("他处的"))
    let one = PageLink.notice("S1", notice: all.id)
    #expect(list.contains("href=\"\(one)\""))
    let page = try await pages.get(one, as: officer)
    #expect(page.status == 200 && page.body.contains("请留意：全公司"))
    #expect(page.body.contains("N-2026-001") && !page.body.contains("S1-N-2026-001"))
    #expect(page.body.contains("This is the company") && !page.body.contains("action=\"\(one)"))
    for hidden in [
      PageLink.notice("S1", notice: there.id), PageLink.notice("company", notice: all.id),
    ] { #expect(try await pages.get(hidden, as: officer).status == 404, "\(hidden)") }
    for (act, fields) in [
      ("/seal", ["at": ""]), ("/post", ["place": "everywhere"]), ("/archive", ["place": "x"]),
      ("/withdraw", ["reason": "x"]),
    ] {
      #expect(try await pages.post(one + act, fields, as: officer).status == 404, "\(act)")
    }
    let kept = try pages.office.read { try pages.office.notices(of: company, on: $0) }
    #expect(kept.allSatisfy { $0.seals.isEmpty && $0.withdrawn == nil && $0.archived == nil })
  }

  @Test("are led to from a household's time line where each reader may read them")
  func timeline() async throws {
    let pages = try PagesInProcess(924)
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let manager = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let notice = try Hanging.notice(
      pages, pages.company("全公司"), in: pages.office.company, by: reviewer.id)
    _ = try pages.office.sealNotice(notice, with: nil, at: pages.office.now, by: reviewer.id)
    let household = try #require(
      try pages.office.read { try SiteView($0, pages.world.site).households().first })
    for (reader, home) in [(manager, "S1"), (reviewer, "company")] {
      let page = try await pages.get("/household/\(household.key.id)", as: reader).body
      let address = PageLink.notice(home, notice: notice.id)
      #expect(page.contains("href=\"\(address)\""), "\(home)")
      #expect(try await pages.get(address, as: reader).status == 200, "\(home)")
    }
  }

  @Test("hang on the public board of the site at which they were posted, and of no other")
  func board() async throws {
    let pages = try PagesInProcess(922)
    let code = try #require(UnitCode("S2"))
    _ = try pages.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let notice = try Hanging.notice(
      pages, pages.company("公司告示"), in: pages.office.company, by: reviewer.id)
    let one = PageLink.notice("company", notice: notice.id)
    #expect(try await pages.post(one + "/seal", ["at": ""], as: reviewer).status == 303)
    let form = try await pages.get(one, as: reviewer).body
    #expect(form.contains("value=\"lobby S1\"") && form.contains("value=\"lobby S2\""))
    #expect(try await !pages.get("/board/S1").body.contains("公司告示"), "it hangs nowhere yet")
    let post = ["place": "lobby S1", "board": "", "newPlace": "no", "at": ""]
    #expect(try await pages.post(one + "/post", post, as: reviewer).status == 303)
    let board = try await pages.get("/board/S1").body
    #expect(board.contains("公司告示") && board.contains("N-2026-001"))
    #expect(!board.contains("周审核") && !board.contains("S1-N-"))
    #expect(try await !pages.get("/board/S2").body.contains("公司告示"))
    #expect(try await pages.post(one + "/take-down", ["at": ""], as: reviewer).status == 303)
    #expect(try await !pages.get("/board/S1").body.contains("公司告示"))
  }
}

@Suite("The page on which a posting is recorded", .serialized)
struct PostingPageTests {
  @Test("asks about a board that is new, offers it then, and takes back a slip of the pen (R1-25)")
  func places() async throws {
    let pages = try PagesInProcess(923)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    var text = NoticeText(.education)
    text.title = "防火"
    text.body = "防火须知"
    let notice = try Hanging.notice(pages, text, by: officer.id)
    let one = PageLink.notice("S1", notice: notice.id)
    _ = try pages.office.sealNotice(notice, with: nil, at: pages.office.now, by: officer.id)
    func post(_ place: String, _ board: String, _ isNew: String) async throws -> Int {
      let fields = ["place": place, "board": board, "newPlace": isNew, "at": ""]
      return try await pages.post(one + "/post", fields, as: officer).status
    }
    #expect(try await post("board", "宣传栏", "no") == 400)
    #expect(try await post("board", "宣传栏", "yes") == 303)
    #expect(try await pages.get(one, as: officer).body.contains("value=\"board 宣传栏\""))
    #expect(try await post("board 宣传栏", "", "no") == 303)
    #expect(try await post("board", "宣传拦", "yes") == 303)
    let mistake = ["mistake": "yes", "place": "宣传拦"]
    #expect(try await pages.post(one + "/take-down", mistake, as: officer).status == 303)
    #expect(try await pages.post(one + "/take-down", mistake, as: officer).status == 400)
    let page = try await pages.get(one, as: officer).body
    #expect(page.contains("by mistake; put right") && !page.contains("value=\"board 宣传拦\""))
    let kept = try pages.office.read { try SiteView($0, pages.world.site).notice(notice) }
    #expect(kept?.postings.map(\.place) == ["宣传栏", "宣传栏"])
    #expect(try await post("board", "宣传拦", "no") == 400)
  }

  @Test("says when a posting was written down, where that was later, and archives once (R2-12)")
  func later() async throws {
    let pages = try PagesInProcess(924)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let notice = try Hanging.posted(pages, Hanging.text("通知"), by: officer.id)
    let one = PageLink.notice("S1", notice: notice.id)
    #expect(try await !pages.get(one, as: officer).body.contains("written down"))
    let hung = pages.office.now.wallText(in: .china)
    pages.world.clock.set("2026-09-07 12:20")
    let late = ["place": "lobby 1", "board": "", "newPlace": "no", "at": hung]
    #expect(try await pages.post(one + "/post", late, as: officer).status == 303)
    let page = try await pages.get(one, as: officer).body
    #expect(page.contains("(written down 2026-09-07 12:20)"))
    let archive = ["place": "档案柜3", "at": ""]
    #expect(try await pages.post(one + "/archive", archive, as: officer).status == 303)
    let again = try await pages.post(
      one + "/archive", ["place": "柜9", "at": ""], as: officer)
    #expect(again.status != 303 && again.body.contains("档案柜3"))
    let kept = try pages.office.read { try SiteView($0, pages.world.site).notice(notice) }
    #expect(kept?.archivePlace == "档案柜3")
  }
}
