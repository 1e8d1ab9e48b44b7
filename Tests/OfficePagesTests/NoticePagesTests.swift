import ConflictFreeRecords
import Fingerprint
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

/// What somebody types who writes of a water cut on Thursday.
private let waterCut = [
  "kind": "waterOutage", "form": "usual", "title": "停水通知", "body": "周四停水。\r\n请储水。",
  "start": "2026-09-10 09:00", "end": "2026-09-10 12:00", "places": "", "cause": "清洗水箱",
  "preparation": "", "supply": "", "telephone": "021-1234", "validUntil": "2026-09-10",
  "emergency": "", "approver": "", "at": "",
]

extension PagesInProcess {
  fileprivate var office: Office { world.office }

  fileprivate func notices() throws -> [Notice] {
    try office.read { try office.notices(of: world.site, on: $0) }
  }

  fileprivate func written(_ changes: [String: String] = [:]) -> [String: String] {
    waterCut.merging(changes) { _, new in new }
  }
}

@Suite("The pages of notices", .serialized)
struct NoticePagesTests {
  @Test("lead a notice from its writing to the archive, and onto the board while it hangs")
  func whole() async throws {
    let pages = try PagesInProcess(901)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let list = try await pages.get("/notices", as: officer)
    #expect(list.status == 200 && list.body.contains("action=\"/notices/S1/write\""))
    #expect(list.body.contains("<textarea id=") && list.body.contains("href=\"/board/S1\""))
    #expect(!list.body.contains("/notices/company/"), "the company's own are head office's")
    let done = try await pages.post("/notices/S1/write", waterCut, as: officer)
    let one = done.location
    #expect(done.status == 303 && one.hasPrefix("/notices/S1/"))
    let page = try await pages.get(one, as: officer)
    for words in ["S1-N-2026-001", "停水通知", "陈文员", "water cut", "021-1234"] {
      #expect(page.body.contains(words), "\(words)")
    }
    #expect(page.body.contains(one + "/seal") && !page.body.contains(one + "/post"))
    #expect(try await !pages.get("/board/S1").body.contains("停水通知"), "nothing hangs yet")
    let shown = ["shown": page.hidden("shown"), "at": ""]
    let post = shown.merging(["place": "everywhere", "board": ""]) { own, _ in own }
    #expect(try await pages.post(one + "/post", post, as: officer).status == 409, "R2-10")
    #expect(try await pages.post(one + "/seal", shown, as: officer).status == 303)
    #expect(try await pages.post(one + "/post", post, as: officer).status == 303)
    #expect(try await pages.get(one, as: officer).body.contains("posted everywhere"))
    #expect(try await pages.get("/board/S1").body.contains("停水通知"))
    let check = ["phase": "before", "signs": "yes", "cordon": "no", "remark": "", "at": ""]
    #expect(try await pages.post(one + "/check", check, as: officer).status == 303)
    #expect(try await pages.post(one + "/take-down", ["at": ""], as: officer).status == 303)
    let kept = ["place": "档案柜3", "at": "2026-09-07 12:00"]
    #expect(try await pages.post(one + "/archive", kept, as: officer).status == 303)
    let notice = try #require(try pages.notices().first)
    #expect(notice.text.body == "周四停水。\n请储水。" && notice.text.form == .slip)
    #expect(notice.stage == .takenDown && notice.archivePlace == "档案柜3" && !notice.isOpen)
    #expect(notice.checks.map(\.hasSigns) == [true] && notice.postings.map(\.place) == ["1"])
    #expect(try await pages.get("/notices", as: officer).body.contains("href=\"\(one)\""))
    #expect(try await !pages.get("/board/S1").body.contains("停水通知"))
  }

  @Test("R1-17 pest control on a statutory day off is written, and moved, with a reason alone")
  func holiday() async throws {
    let pages = try PagesInProcess(912)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    #expect(
      try await pages.get("/notices", as: officer).body.contains("name=\"holidayReason\""))
    var form = pages.written([
      "kind": "pestControl", "start": "2026-10-05 09:00", "end": "2026-10-05 12:00",
      "validUntil": "2026-10-05", "holidayReason": " ",
    ])
    let refused = try await pages.post("/notices/S1/write", form, as: officer)
    #expect(refused.status == 409 && refused.body.contains("R1-17"))
    form["holidayReason"] = "节后交付"
    let done = try await pages.post("/notices/S1/write", form, as: officer)
    #expect(done.status == 303)
    let page = try await pages.get(done.location, as: officer)
    var move = [
      "saw": page.hidden("saw"), "start": "2026-10-06 09:00", "end": "2026-10-06 12:00",
      "emergency": "", "approver": "", "at": "", "holidayReason": "",
    ]
    let path = done.location + "/amend"
    #expect(try await pages.post(path, move, as: officer).status == 409)
    move["holidayReason"] = "节后交付"
    #expect(try await pages.post(path, move, as: officer).status == 303)
    #expect(
      try pages.notices().first?.text.start == Instant("2026-10-06 09:00", defaultZone: .china))
  }

  @Test("write nothing that is refused: too late (R1-22), or not to be read")
  func refused() async throws {
    let pages = try PagesInProcess(902)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    _ = try pages.office.addAccount(
      name: "李经理", role: .siteManager, sites: [pages.world.site])
    func write(_ changes: [String: String]) async throws -> PagesInProcess.Answer {
      try await pages.post("/notices/S1/write", pages.written(changes), as: officer)
    }
    let soon = ["start": "2026-09-08 11:59", "end": ""]
    let late = try await write(soon)
    #expect(late.status == 409 && late.body.contains("R1-22"))
    #expect(late.body.contains("href=\"/notices?site=S1\""))
    for approver in ["", "陈文员"] {
      let alone = soon.merging(["emergency": "爆管", "approver": approver]) { $1 }
      #expect(try await write(alone).status == 409, "allowed by nobody who may: \(approver)")
    }
    for (field, typed) in [
      ("start", "tomorrow <b>"), ("at", "12:00"), ("validUntil", "2026-02-30"),
      ("approver", "nobody"), ("places", "1-101, 1"), ("places", "\u{301}"),
    ] {
      let answer = try await write([field: typed])
      #expect(answer.status == 400, "\(field): \(answer.status)")
      #expect(!answer.body.contains("<b>"))
    }
    let malformed = [
      ["body": "a\u{7}b"], ["kind": "storm"], ["form": ""], ["title": "a\nb"],
      ["body": String(repeating: "a", count: 16 * 1024 + 1)], ["answering": "00"],
    ]
    for changes in malformed { #expect(try await write(changes).status == 400, "\(changes)") }
    #expect(try pages.notices().isEmpty)
    let allowed = soon.merging(["emergency": "爆管", "approver": "李经理"]) { $1 }
    #expect(try await write(allowed).status == 303)
    #expect(try pages.notices().first?.emergency?.reason == "爆管")
    #expect(try await write(["places": "1-101，1-102"]).status == 303)
    #expect(try await write(["places": " 1 "]).status == 303)
    #expect(try pages.notices().map(\.text.reach) == [.site, .units, .buildings])
  }

  @Test("move a start only from the page that shows what the notice says now, and measure it anew")
  func amended() async throws {
    let pages = try PagesInProcess(903)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let one = try await pages.post("/notices/S1/write", waterCut, as: officer).location
    let first = try await pages.get(one, as: officer)
    func move(_ start: String, _ page: PagesInProcess.Answer) async throws -> Int {
      let fields = ["start": start, "end": "", "saw": page.hidden("saw"), "at": ""]
      return try await pages.post(one + "/amend", fields, as: officer).status
    }
    #expect(try await move("2026-09-08 11:59", first) == 409, "R1-22")
    #expect(try await move("2026-09-10 10:00", first) == 303)
    #expect(try await move("2026-09-10 11:00", first) == 409, "what was shown has changed")
    let shown = ["shown": first.hidden("shown"), "at": ""]
    #expect(try await pages.post(one + "/seal", shown, as: officer).status == 409)
    #expect(try pages.notices().first?.seals.isEmpty ?? false)
    let second = try await pages.get(one, as: officer)
    #expect(try await move("2026-09-10 11:00", second) == 303)
  }

  @Test("of another site are not there, nor are the company's own")
  func otherSite() async throws {
    let pages = try PagesInProcess(904)
    let officer = try pages.office.addAccount(
      name: "陈文员", role: .serviceOfficer, sites: [pages.world.site])
    let code = try #require(UnitCode("S2"))
    _ = try pages.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let stranger = try pages.visitor(
      "stranger", .siteManager, at: [pages.office.scope(ofSite: code)])
    let notice = try Hanging.notice(pages, by: officer)
    let own = try Hanging.notice(pages, in: pages.office.company, by: officer)
    let theirs = [
      PageLink.notice("S1", notice: notice.id), PageLink.notice("company", notice: own.id),
      PageLink.notice("S2", notice: notice.id),
    ]
    let acts: [(String, [String: String])] = [
      ("/seal", ["at": ""]), ("/post", ["place": "everywhere"]), ("/take-down", [:]),
      ("/archive", ["place": "x"]), ("/withdraw", ["reason": "x"]),
    ]
    for page in theirs {
      #expect(try await pages.get(page, as: stranger).status == 404, "\(page)")
      for (act, fields) in acts {
        let answer = try await pages.post(page + act, fields, as: stranger)
        #expect(answer.status == 404, "\(page + act)")
      }
    }
    for home in ["S1", "company", "none"] {
      let answer = try await pages.post("/notices/\(home)/write", waterCut, as: stranger)
      #expect(answer.status == 404, "\(home)")
    }
    let list = try await pages.get("/notices?site=S1", as: stranger).body
    #expect(!list.contains(notice.id.description) && !list.contains(own.id.description))
    #expect(try pages.notices().first?.withdrawn == nil)
  }

  @Test("let head office alone put the company's seal (R2-11), and see the company's own")
  func companySeal() async throws {
    let pages = try PagesInProcess(905)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    var text = Hanging.text("公司通知")
    text.issuer = .company
    let written = try pages.office.writeNotice(
      text, answering: nil, of: pages.world.site, at: pages.office.now, by: reviewer.id)
    let page = PageLink.notice("S1", notice: written.key.id)
    #expect(try await !pages.get(page, as: officer).body.contains(page + "/seal"))
    let refused = try await pages.post(page + "/seal", ["at": ""], as: officer)
    #expect(refused.status == 409 && refused.body.contains("R2-11"))
    #expect(try pages.notices().first?.seals.isEmpty ?? false)
    #expect(try await pages.post(page + "/seal", ["at": ""], as: reviewer).status == 303)
    #expect(try pages.notices().first?.isSealed ?? false)
    let fields = pages.written(["kind": "other", "start": "", "end": "", "title": "放假"])
    let own = try await pages.post("/notices/company/write", fields, as: reviewer)
    #expect(own.status == 303 && own.location.hasPrefix("/notices/company/"))
    let list = try await pages.get("/notices", as: reviewer).body
    #expect(list.contains("放假") && list.contains("href=\"/notices?site=S1\""))
    let shown = try await pages.get(own.location, as: reviewer).body
    #expect(shown.contains("N-2026-001") && shown.contains(own.location + "/seal"))
  }
}
