import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// What somebody types of their appeal.
private let appeal = [
  "kind": "appeal", "department": "order", "to": "李经理", "matter": "连排夜班",
  "facts": "九月一日起\r\n连排两周", "evidence": "排班表", "wish": "",
]

extension PagesInProcess {
  fileprivate var office: Office { world.office }

  fileprivate func petitions(in scope: ScopeID) throws -> [Petition] {
    try office.read { try SiteView($0, scope).petitions() }
  }

  /// The token of what a page shows, for its forms.
  fileprivate func saw(_ page: String, as visitor: Visitor) async throws -> [String: String] {
    ["saw": try await get(page, as: visitor).hidden("saw")]
  }

  /// Sends a form of a page that was just looked at.
  fileprivate func act(
    _ act: String, _ fields: [String: String] = [:], on page: String, as visitor: Visitor
  ) async throws -> Answer {
    let shown = try await saw(page, as: visitor)
    return try await post(page + "/" + act, fields.merging(shown) { own, _ in own }, as: visitor)
  }

  fileprivate func calendar(of visitor: Visitor) async throws -> String {
    try await get("/calendar/\(visitor.id)/\(office.calendarKey(of: visitor.id))").body
  }
}

@Suite("The pages of petitions", .serialized)
struct PetitionPagesTests {
  @Test("lead an appeal to its decision, each step by whoever may take it (R2-13 to R2-16)")
  func whole() async throws {
    let pages = try PagesInProcess(931)
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let superior = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let affairs = try pages.visitor("吴综合", .generalAffairs, at: [])
    let list = try await pages.get("/petitions", as: employee)
    #expect(list.status == 200 && list.body.contains("action=\"/petitions/S1/file\""))
    #expect(!list.body.contains("/petitions/company/file"), "head office's people file there")
    let done = try await pages.post("/petitions/S1/file", appeal, as: employee)
    let one = done.location
    #expect(done.status == 303 && one.hasPrefix("/petitions/S1/"))
    let page = try await pages.get(one, as: superior)
    for words in ["appeal", "陈文员", "李经理", "连排两周", "排班表", "2026-09-14", "to be accepted"] {
      #expect(page.body.contains(words), "\(words)")
    }
    #expect(page.body.contains(one + "/accept") && page.body.contains(one + "/reply"))
    for other in ["answer", "escalate", "take", "decide", "withdraw"] {
      #expect(!page.body.contains("action=\"\(one)/\(other)\""), "\(other)")
    }
    let early = try await pages.act("escalate", ["text": "不等了"], on: one, as: employee)
    #expect(early.status == 409 && early.body.contains("R2-15"))
    let foreign = try await pages.act("accept", on: one, as: employee)
    #expect(foreign.status == 409 && foreign.body.contains("R2-14"))
    #expect(try await pages.act("accept", on: one, as: superior).status == 303)
    let empty = try await pages.act("reply", ["text": "　"], on: one, as: superior)
    #expect(empty.status == 409 && empty.body.contains("R2-14"))
    #expect(try await pages.act("reply", ["text": "人手不够"], on: one, as: superior).status == 303)
    #expect(try await pages.get(one, as: employee).body.contains("人手不够"))
    #expect(try await pages.act("answer", ["as": "maybe"], on: one, as: employee).status == 400)
    #expect(
      try await pages.act("answer", ["as": "disagrees"], on: one, as: employee).status == 303)
    #expect(try await pages.get(one, as: affairs).status == 404, "not with them yet")
    #expect(
      try await pages.act("escalate", ["text": "别的班组有人"], on: one, as: employee).status == 303)
    let brought = try await pages.get(one, as: affairs)
    #expect(brought.status == 200 && brought.body.contains("别的班组有人"))
    #expect(try await pages.get("/petitions", as: affairs).body.contains("href=\"\(one)\""))
    #expect(try await pages.act("take", on: one, as: affairs).status == 303)
    let decision = ["finding": "属实", "text": "改为两班倒"]
    let seen = try await pages.saw(one, as: affairs).merging(decision) { own, _ in own }
    let judged = try await pages.post(one + "/decide", seen, as: superior)
    #expect(judged.status == 409 && judged.body.contains("R2-16"))
    #expect(try await pages.act("decide", decision, on: one, as: affairs).status == 303)
    let last = try await pages.get(one, as: employee).body
    #expect(last.contains("改为两班倒") && last.contains("decided") && last.contains("吴综合"))
    #expect(!last.contains("action=\"\(one)/"), "nothing is left to do")
    let petition = try #require(try pages.petitions(in: pages.world.site).first)
    #expect(petition.stage == .decided && petition.decided?.account == affairs.id)
  }

  @Test("refuse a form that lacks something, and one that was overtaken")
  func refused() async throws {
    let pages = try PagesInProcess(932)
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let superior = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let faults: [([String: String], Int)] = [
      (["matter": " "], 409), (["facts": ""], 409), (["to": ""], 409), (["to": "陈文员"], 409),
      (["to": "nobody"], 400), (["kind": "complaint"], 400), (["department": "kitchen"], 400),
      (["wish": "a\u{7}"], 400),
    ]
    for (changes, status) in faults {
      let fields = appeal.merging(changes) { _, new in new }
      let answer = try await pages.post("/petitions/S1/file", fields, as: employee)
      #expect(answer.status == status, "\(changes): \(answer.status)")
    }
    #expect(try await pages.post("/petitions/company/file", appeal, as: employee).status == 404)
    #expect(try pages.petitions(in: pages.world.site).isEmpty)
    let one = try await pages.post("/petitions/S1/file", appeal, as: employee).location
    let saw = try await pages.saw(one, as: superior)
    #expect(try await pages.post(one + "/accept", [:], as: superior).status == 400)
    let unsure = try await pages.act("withdraw", on: one, as: employee)
    #expect(unsure.status == 400)
    let withdrawn = try await pages.act("withdraw", ["sure": "yes"], on: one, as: employee)
    #expect(withdrawn.status == 303)
    let late = try await pages.post(one + "/accept", saw, as: superior)
    #expect(late.status == 409 && late.body.contains("F-saw"))
    #expect(try pages.petitions(in: pages.world.site).first?.stage == .withdrawn)
  }

  @Test("say nothing of a petition to anybody else, anywhere (A39)")
  func thirdPersons() async throws {
    let pages = try PagesInProcess(933)
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let superior = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let affairs = try pages.visitor("吴综合", .generalAffairs, at: [])
    let others = [
      try pages.visitor("周主管", .serviceSupervisor, at: [pages.world.site]),
      try pages.visitor("孙审核", .companyReviewer, at: []),
      try pages.visitor("郑管理", .administrator, at: []),
      try pages.visitor("王总", .generalManager, at: []),
    ]
    let one = try await pages.post("/petitions/S1/file", appeal, as: employee).location
    let id = String(one.split(separator: "/").last ?? "")
    let acts = ["accept", "reply", "answer", "escalate", "take", "decide", "withdraw"]
    func unknown(to visitor: PagesInProcess.Visitor) async throws {
      for page in [one, "/petitions/company/" + id] {
        #expect(try await pages.get(page, as: visitor).status == 404, "\(page)")
      }
      for act in acts {
        let fields = ["saw": "", "text": "x", "finding": "x", "as": "agrees", "sure": "yes"]
        let answer = try await pages.post(one + "/" + act, fields, as: visitor)
        #expect(answer.status == 404, "\(act)")
      }
      for page in ["/petitions", "/due", "/due?site=S1", "/"] {
        let body = try await pages.get(page, as: visitor).body
        for trace in [String(id.prefix(8)), "连排夜班", "R2-14", "R2-16"] {
          #expect(!body.contains(trace), "\(trace) at \(page)")
        }
      }
      #expect(try await !pages.calendar(of: visitor).contains("R2-1"))
    }
    for visitor in others + [affairs] { try await unknown(to: visitor) }
    #expect(try await pages.get("/due", as: superior).body.contains("R2-14"))
    #expect(try await pages.calendar(of: superior).contains("R2-14"))
    #expect(try await !pages.calendar(of: employee).contains("R2-14"), "it is the superior's")
    // A week without a reply: the office brings it to general affairs, and to nobody else.
    pages.world.clock.set("2026-09-15 08:00")
    #expect(try pages.office.escalate() == 1)
    let later = try pages.visitor("冯综合", .generalAffairs, at: [])
    let shown = try await pages.get(one, as: later)
    #expect(shown.status == 200 && shown.body.contains("handed it on"))
    #expect(try await pages.get("/due?site=S1", as: later).body.contains("R2-16"))
    #expect(try await pages.get("/due", as: later).body.contains("R2-14"), "what came before it")
    #expect(try await pages.calendar(of: later).contains("R2-16"))
    try await unknown(to: try pages.visitor("何审核", .companyReviewer, at: []))
    try await unknown(to: try pages.visitor("许主管", .serviceSupervisor, at: [pages.world.site]))
  }

  @Test("take head office's own in its own place, and the company's days into its calendars")
  func headOffice() async throws {
    let pages = try PagesInProcess(934)
    let visitor = try pages.visitor("钱访问", .companyVisitor, at: [])
    let superior = try pages.visitor("孙审核", .companyReviewer, at: [])
    let list = try await pages.get("/petitions", as: visitor).body
    #expect(list.contains("action=\"/petitions/company/file\"") && !list.contains("/S1/file"))
    let fields = appeal.merging(["to": "孙审核"]) { _, new in new }
    #expect(try await pages.post("/petitions/S1/file", fields, as: visitor).status == 404)
    let one = try await pages.post("/petitions/company/file", fields, as: visitor).location
    #expect(one.hasPrefix("/petitions/company/"))
    #expect(try await pages.get(one, as: superior).body.contains("连排两周"))
    #expect(try await pages.get("/due", as: superior).body.contains("R2-14"))
    #expect(try await pages.calendar(of: superior).contains("R2-14"))
    #expect(try await !pages.calendar(of: visitor).contains("R2-14"))
    #expect(try pages.petitions(in: pages.office.company).count == 1)
  }

  @Test("keep what was typed as text, whatever it is")
  func naughty() async throws {
    let pages = try PagesInProcess(935)
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let superior = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let text = "</dd><script>alert('x')</script>&\"{{pageToken}}"
    let fields = appeal.merging(["matter": text, "wish": text]) { _, new in new }
    let one = try await pages.post("/petitions/S1/file", fields, as: employee).location
    for (page, visitor) in [(one, superior), ("/petitions", superior), (one, employee)] {
      let body = try await pages.get(page, as: visitor).body
      #expect(!body.contains("<script"), "\(page)")
      // A mark of the template is text too.
      let kept = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;{{pageToken}}"
      #expect(body.contains("&lt;/dd&gt;" + kept), "\(page)")
    }
  }
}
