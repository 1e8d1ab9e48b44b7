import ConflictFreeRecords
import Fingerprint
import HTTPTypes
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

/// Notices that hang, without a page to write them on.
enum Hanging {
  /// Of a kind without a lead time.
  static func text(_ title: String, for places: [String] = [], _ reach: NoticeReach = .site)
    -> NoticeText
  {
    var text = NoticeText(.other)
    text.title = title
    text.body = "请留意：" + title
    text.places = places.compactMap { UnitCode($0) }
    text.reach = reach
    return text
  }

  /// Written and nothing more.
  static func notice(
    _ pages: PagesInProcess, _ text: NoticeText = Hanging.text("通知"), in scope: ScopeID? = nil,
    emergency: OfficeEmergency? = nil, by account: AccountID
  ) throws -> RecordKey {
    let office = pages.world.office
    return try office.writeNotice(
      text, answering: nil, of: scope ?? pages.world.site, at: office.now,
      emergency: emergency, by: account
    ).key
  }

  /// Sealed, and posted everywhere.
  static func posted(
    _ pages: PagesInProcess, _ text: NoticeText, emergency: OfficeEmergency? = nil,
    by account: AccountID
  ) throws -> RecordKey {
    let office = pages.world.office
    let key = try notice(pages, text, emergency: emergency, by: account)
    _ = try office.sealNotice(key, with: nil, at: office.now, by: account)
    var everywhere = PostingInput()
    everywhere.isEverywhere = true
    _ = try office.postNotice(key, everywhere, at: office.now, by: account)
    return key
  }
}

@Suite("The board for everybody", .serialized)
struct BoardPageTests {
  private static let script = "<script>alert(1)</script>"

  /// Notices for everybody, for a building, for a unit, and one that nobody had time to announce.
  private func pages(_ seed: UInt64) throws -> (PagesInProcess, officer: AccountID) {
    let pages = try PagesInProcess(seed)
    let office = pages.world.office
    let officer = try office.addAccount(
      name: "陈文员", role: .serviceOfficer, sites: [pages.world.site])
    let manager = try office.addAccount(
      name: "李经理", role: .siteManager, sites: [pages.world.site])
    _ = try Hanging.posted(pages, Hanging.text(Self.script), by: officer)
    _ = try Hanging.posted(pages, Hanging.text("一号楼", for: ["1"], .buildings), by: officer)
    _ = try Hanging.posted(pages, Hanging.text("某户", for: ["1-101"], .units), by: officer)
    // Somebody named a unit and meant a building.
    _ = try Hanging.posted(
      pages, Hanging.text("误写", for: ["1-102"], .buildings), by: officer)
    var urgent = NoticeText(.waterOutage)
    urgent.title = "紧急停水"
    urgent.body = "抢修"
    urgent.cause = "爆管原因"
    urgent.start = Instant("2026-09-07 13:00", defaultZone: .china)
    _ = try Hanging.posted(
      pages, urgent, emergency: OfficeEmergency(reason: "不能等", approver: manager), by: officer)
    _ = try Hanging.notice(pages, Hanging.text("未贴"), by: officer)
    return (pages, officer)
  }

  @Test("shows what hangs for all, the newest first, and no person and no unit")
  func shown() async throws {
    let (pages, _) = try pages(911)
    let board = try await pages.get("/board/S1")
    #expect(board.status == 200 && board.headers[.setCookie] == nil)
    #expect(board.headers[.cacheControl] == "no-store")
    for words in ["一号楼", "紧急停水", "抢修", "2026-09-07 13:00", "S1-N-2026-005"] {
      #expect(board.body.contains(words), "\(words)")
    }
    for secret in [
      "某户", "误写", "1-101", "1-102", "未贴", "陈文员", "李经理", "不能等", "爆管原因", "Emergency",
    ] { #expect(!board.body.contains(secret), "\(secret)") }
    let titles = board.body.split(separator: "<h2>").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(titles == ["紧急停水", "一号楼", "&lt;script&gt;alert(1)&lt;/script&gt;"])
    #expect(!board.body.contains("<script"))
  }

  @Test("needs no login, is the same for whoever is logged in, and leads nowhere")
  func open() async throws {
    let (pages, _) = try pages(912)
    let board = try await pages.get("/board/S1").body
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    #expect(try await pages.get("/board/S1", as: reviewer).body == board)
    let links = board.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    let inside = links.filter { !$0.hasPrefix("?lang=") && !$0.hasPrefix("#") }
    #expect(inside == ["/style.css"])
    #expect(!board.contains("<form") && !board.contains("周审核"))
    let chinese = try await pages.get("/board/S1?lang=zh-Hans").body
    #expect(chinese.contains("<html lang=\"zh-Hans\">") && chinese.contains("公告栏"))
    for nowhere in ["/board/S9", "/board/%00", "/board/company"] {
      #expect(try await pages.get(nowhere).status == 404, "\(nowhere)")
    }
  }

  @Test("loses what is withdrawn, what its sheets no longer say, and what is over")
  func gone() async throws {
    let (pages, officer) = try pages(913)
    let office = pages.world.office
    let withdrawn = try Hanging.posted(pages, Hanging.text("改期"), by: officer)
    #expect(try await pages.get("/board/S1").body.contains("改期"))
    _ = try office.withdrawNotice(withdrawn, reason: "不办了", by: officer)
    let board = try await pages.get("/board/S1").body
    #expect(!board.contains("改期") && !board.contains("不办了"))
    var text = Hanging.text("到期")
    text.validUntil = CivilDate("2026-09-08")
    let over = try Hanging.posted(pages, text, by: officer)
    pages.world.clock.set("2026-09-08 23:59")
    #expect(try await pages.get("/board/S1").body.contains("到期"))
    pages.world.clock.set("2026-09-09 00:00")
    #expect(try await !pages.get("/board/S1").body.contains("到期"))
    // Changed, it is another text, until a sheet that says so hangs.
    var changes = NoticeChanges()
    changes.validUntil = CivilDate("2026-09-20")
    let saw = try office.read { try $0.frontier(of: over) }
    _ = try office.amendNotice(over, changes, at: office.now, saw: saw, by: officer)
    #expect(try await !pages.get("/board/S1").body.contains("到期"))
  }
}
