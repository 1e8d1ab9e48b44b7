import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// What somebody types of the company's meeting on Monday morning.
private let companyMinutes = [
  "department": "company", "start": "2026-09-07 09:00", "end": "2026-09-07 10:00",
  "place": "三楼会议室", "chair": "王总", "minuteTaker": "", "present": "王总、吴综合、李经理",
  "absent": "", "review": "上周任务都完成", "points": "客服：两件投诉\r\n工程：路灯",
  "decisions": "本周换路灯", "tasks": "李经理:2026-09-14:更换路灯\r\n\r\n", "next": "2026-09-14 09:00",
]

extension PagesInProcess {
  fileprivate var office: Office { world.office }

  fileprivate func minutes(of department: String, chair: String) -> [String: String] {
    companyMinutes.merging([
      "department": department, "chair": chair, "tasks": "", "decisions": "加一次巡查",
    ]) { _, new in new }
  }

  fileprivate func meetings(of scope: ScopeID) throws -> [Meeting] {
    try office.read { try office.meetings(of: scope, on: $0) }
  }
}

@Suite("The pages of meetings", .serialized)
struct MeetingPagesTests {
  @Test("lead the company's minutes to the chair's word, and to nobody else's (R2-07)")
  func whole() async throws {
    let pages = try PagesInProcess(921)
    let chair = try pages.visitor("王总", .generalManager, at: [])
    let writer = try pages.visitor("吴综合", .generalAffairs, at: [])
    let manager = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let list = try await pages.get("/meetings", as: writer)
    #expect(list.status == 200 && list.body.contains("action=\"/meetings/company/record\""))
    #expect(list.body.contains("value=\"company\"") && list.body.contains("<textarea id="))
    let attended = try await pages.get("/meetings", as: manager).body
    #expect(attended.contains("action=\"/meetings/S1/record\""))
    #expect(!attended.contains("/meetings/company/record"), "who attends writes nothing down")
    let foreign = try await pages.post("/meetings/company/record", companyMinutes, as: manager)
    #expect(foreign.status == 404)
    let refused = try await pages.post("/meetings/company/record", companyMinutes, as: chair)
    #expect(refused.status == 409 && refused.body.contains("R2-07"), "not general affairs")
    let done = try await pages.post("/meetings/company/record", companyMinutes, as: writer)
    let one = done.location
    #expect(done.status == 303 && one.hasPrefix("/meetings/company/"))
    let page = try await pages.get(one, as: writer)
    for words in [
      "company meeting", "三楼会议室", "王总", "吴综合", "工程：路灯", "本周换路灯", "更换路灯",
      "2026-09-14", "to be confirmed", "2027-09-07",
    ] { #expect(page.body.contains(words), "\(words)") }
    #expect(!page.body.contains(one + "/confirm"), "only the chair confirms")
    let shown = try await pages.get(one, as: chair)
    #expect(shown.body.contains(one + "/confirm"))
    let saw = ["saw": shown.hidden("saw")]
    for other in [writer, manager] {
      let answer = try await pages.post(one + "/confirm", saw, as: other)
      #expect(answer.status == 409 && answer.body.contains("R2-07"))
    }
    #expect(try await pages.post(one + "/confirm", [:], as: chair).status == 400)
    #expect(try pages.meetings(of: pages.office.company).first?.confirmed == nil)
    #expect(try await pages.post(one + "/confirm", saw, as: chair).status == 303)
    let meeting = try #require(try pages.meetings(of: pages.office.company).first)
    #expect(meeting.isConfirmed && meeting.confirmed?.account == chair.id)
    #expect(meeting.minuteTaker == writer.id && meeting.week == CivilDate("2026-09-07"))
    let again = try await pages.post("/meetings/company/record", companyMinutes, as: writer)
    #expect(again.status == 409, "what is confirmed stays")
    let task = try #require(meeting.tasks.first)
    #expect(meeting.tasks.count == 1 && task.account == manager.id)
    for _ in 1...2 {
      let fields = ["task": "\(task.key.id)"]
      #expect(try await pages.post(one + "/done", fields, as: manager).status == 303)
    }
    #expect(try pages.meetings(of: pages.office.company).first?.tasks.first?.done != nil)
    let last = try await pages.get(one, as: manager).body
    #expect(last.contains("confirmed") && !last.contains(one + "/done"))
    #expect(try await pages.get("/meetings", as: chair).body.contains("href=\"\(one)\""))
  }

  @Test("take a department's minutes down at its site, and refuse what lacks something")
  func department() async throws {
    let pages = try PagesInProcess(922)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    func record(_ changes: [String: String]) async throws -> PagesInProcess.Answer {
      let fields = pages.minutes(of: "customerService", chair: "陈文员")
        .merging(changes) { _, new in new }
      return try await pages.post("/meetings/S1/record", fields, as: officer)
    }
    let faults: [([String: String], Int)] = [
      (["chair": ""], 409), (["chair": "nobody"], 400), (["start": ""], 400),
      (["start": "morning"], 400), (["start": "2026-09-07 13:00"], 409),
      (["end": "2026-09-07 08:00"], 409), (["tasks": "陈文员:morgen:x"], 400),
      (["tasks": "陈文员"], 400), (["department": "company"], 400),
      (["department": "kitchen"], 400), (["review": "a\u{7}"], 400),
      (["review": "", "points": "", "decisions": ""], 409),
    ]
    for (changes, status) in faults {
      let answer = try await record(changes)
      #expect(answer.status == status, "\(changes): \(answer.status)")
    }
    #expect(try pages.meetings(of: pages.world.site).isEmpty)
    let one = try await record(["tasks": "陈文员：2026-09-14：看 8:00 的班"]).location
    #expect(one.hasPrefix("/meetings/S1/"))
    let page = try await pages.get(one, as: officer)
    #expect(page.body.contains("看 8:00 的班") && page.body.contains("加一次巡查"))
    let saw = ["saw": page.hidden("saw")]
    #expect(try await pages.post(one + "/confirm", saw, as: officer).status == 303)
    let skipped = ["department": "order", "week": "2026-09-16", "reason": "放假"]
    let working = try await pages.post("/meetings/S1/skip", skipped, as: officer)
    #expect(working.status == 409 && working.body.contains("R2-06"), "the week has working days")
  }

  @Test("of another site are not there, nor are the company's for who does not attend")
  func otherSite() async throws {
    let pages = try PagesInProcess(923)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let writer = try pages.visitor("吴综合", .generalAffairs, at: [])
    _ = try pages.office.addAccount(name: "王总", role: .generalManager, sites: [])
    _ = try pages.office.addAccount(
      name: "李经理", role: .siteManager, sites: [pages.world.site])
    let code = try #require(UnitCode("S2"))
    _ = try pages.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let stranger = try pages.visitor(
      "stranger", .serviceSupervisor, at: [pages.office.scope(ofSite: code)])
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let fields = pages.minutes(of: "customerService", chair: "陈文员")
    let site = try await pages.post("/meetings/S1/record", fields, as: officer).location
    let own = try await pages.post("/meetings/company/record", companyMinutes, as: writer).location
    let id = String(site.split(separator: "/").last ?? "")
    for visitor in [stranger, reviewer] {
      for page in [site, "/meetings/S2/" + id, "/meetings/company/" + id] {
        #expect(try await pages.get(page, as: visitor).status == 404, "\(page)")
      }
      for act in [site + "/confirm", site + "/done", "/meetings/S1/record", "/meetings/S1/skip"] {
        #expect(try await pages.post(act, fields, as: visitor).status == 404, "\(act)")
      }
      let list = try await pages.get("/meetings?site=S1", as: visitor).body
      #expect(!list.contains(id) && !list.contains("/meetings/S1/"))
    }
    for visitor in [stranger, officer] {
      #expect(try await pages.get(own, as: visitor).status == 404)
      #expect(try await pages.post(own + "/confirm", [:], as: visitor).status == 404)
      #expect(try await !pages.get("/meetings", as: visitor).body.contains("/meetings/company"))
    }
    #expect(try await pages.get(own, as: reviewer).status == 200)
    #expect(try await pages.get(site, as: writer).body.contains("加一次巡查"))
    #expect(try await pages.get("/retention", as: officer).status == 403)
  }

  @Test("show no single household to those who see to the firm's own affairs")
  func noHouseholds() async throws {
    let pages = try PagesInProcess(924)
    let writer = try pages.visitor("吴综合", .generalAffairs, at: [])
    let household = try #require(
      try pages.office.read { replica in
        try replica.records.states(of: .household, in: pages.world.site).first?.id
      })
    for page in [
      "/household/\(household)", "/site/S1", "/duplicates", "/conflicts", "/matters",
      "/matters/S1/\(household)", "/reviews", "/letters",
    ] { #expect(try await pages.get(page, as: writer).status == 403, "\(page)") }
    for page in ["/", "/due", "/due?site=S1", "/notices", "/notices?site=S1", "/meetings?site=S1"] {
      let answer = try await pages.get(page, as: writer)
      #expect(answer.status == 200, "\(page)")
      for hidden in ["1-101", "href=\"/site/", "href=\"/duplicates", "href=\"/conflicts"] {
        #expect(!answer.body.contains(hidden), "\(hidden) at \(page)")
      }
    }
    #expect(try await pages.get("/", as: writer).body.contains("href=\"/retention\""))
  }

  @Test("open minutes through the last day of their year, and after their destruction say so")
  func destroyed() async throws {
    let pages = try PagesInProcess(925)
    let writer = try pages.visitor("吴综合", .generalAffairs, at: [])
    _ = try pages.office.addAccount(name: "王总", role: .generalManager, sites: [])
    _ = try pages.office.addAccount(
      name: "李经理", role: .siteManager, sites: [pages.world.site])
    let one = try await pages.post("/meetings/company/record", companyMinutes, as: writer).location
    let id = String(one.split(separator: "/").last ?? "")
    pages.world.clock.set("2027-09-07 23:55")
    let keeper = try pages.visitor("郑综合", .generalAffairs, at: [])
    let before = try await pages.get("/retention", as: keeper).body
    #expect(before.contains("minutes") && !before.contains("/retention/destroy"))
    let early = ["sure": "yes", "saw": "0123456789abcdef"]
    #expect(try await pages.post("/retention/destroy", early, as: keeper).status == 303)
    #expect(try await pages.get(one, as: keeper).body.contains("本周换路灯"))
    pages.world.clock.set("2027-09-08 00:01")
    let over = try await pages.get("/retention", as: keeper).body
    #expect(over.contains("action=\"/retention/destroy\"") && over.contains("href=\"\(one)\""))
    let hold = ["owner": String(id.prefix(8)), "reason": "诉讼"]
    #expect(try await pages.post("/retention/hold", hold, as: keeper).status == 303)
    let held = try await pages.get("/retention", as: keeper).body
    #expect(!held.contains("/retention/destroy") && held.contains("/retention/release"))
    #expect(held.contains("诉讼"), "the reason stands beside it")
    let nothing = ["owner": "12", "reason": "x"]
    #expect(try await pages.post("/retention/hold", nothing, as: keeper).status == 409)
    let owner = ["owner": String(id.prefix(8))]
    #expect(try await pages.post("/retention/release", owner, as: keeper).status == 303)
    #expect(try await pages.post("/retention/destroy", [:], as: keeper).status == 400)
    #expect(try await pages.get(one, as: keeper).body.contains("本周换路灯"))
    // Of another list than the page showed, nothing goes.
    #expect(try await pages.post("/retention/destroy", early, as: keeper).status == 409)
    #expect(try await pages.get(one, as: keeper).body.contains("本周换路灯"))
    let shown = try #require(over.firstMatch(of: /name="saw" value="([0-9a-f]{16})"/)).1
    let sure = ["sure": "yes", "saw": String(shown)]
    #expect(try await pages.post("/retention/destroy", sure, as: keeper).status == 303)
    let gone = try await pages.get(one, as: keeper).body
    #expect(gone.contains("cannot be opened") && gone.contains("destroyed after its time"))
    for words in ["本周换路灯", "工程：路灯", "更换路灯"] { #expect(!gone.contains(words)) }
    let proof = try await pages.get("/retention", as: keeper).body
    #expect(proof.contains("all gone") && proof.contains("郑综合"))
  }
}
