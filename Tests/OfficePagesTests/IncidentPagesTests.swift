import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// What somebody types of a bicycle that the firm kept.
private let damage = [
  "kind": "propertyDamaged", "unit": "1-101", "contract": "", "department": "usual",
  "at": "2026-09-07 09:00", "text": "寄存的自行车\r\n被压坏",
]

extension PagesInProcess {
  fileprivate var office: Office { world.office }

  fileprivate func incidents() throws -> [Incident] {
    try office.read { try SiteView($0, world.site).incidents() }
  }

  fileprivate func record(
    _ changes: [String: String] = [:], as visitor: Visitor
  ) async throws -> Answer {
    let fields = damage.merging(changes) { _, new in new }
    return try await post("/incidents/S1/record", fields, as: visitor)
  }

  /// Sends a form of a page that was just looked at.
  fileprivate func act(
    _ act: String, _ fields: [String: String], on page: String, as visitor: Visitor
  ) async throws -> Answer {
    let saw = ["saw": try await get(page, as: visitor).hidden("saw")]
    return try await post(page + "/" + act, fields.merging(saw) { own, _ in own }, as: visitor)
  }
}

@Suite("The pages of contracts and property", .serialized)
struct IncidentPagesTests {
  private static let told = ["channel": "telephone", "text": "可以修", "at": ""]

  @Test("lead a loss from its finding to its end, with words on its own page alone (R1-34)")
  func whole() async throws {
    let pages = try PagesInProcess(941)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let list = try await pages.get("/incidents", as: officer)
    #expect(list.status == 200 && list.body.contains("action=\"/incidents/S1/record\""))
    let done = try await pages.record(as: officer)
    let one = done.location
    #expect(done.status == 303 && one.hasPrefix("/incidents/S1/"))
    let page = try await pages.get(one, as: officer)
    for words in [
      "property damaged", "1-101", "陈文员", "household to be told", "2026-09-08", "被压坏",
    ] { #expect(page.body.contains(words), "\(words)") }
    #expect(page.body.contains(one + "/tell") && !page.body.contains(one + "/close"))
    let early = try await pages.act("close", ["text": "赔偿"], on: one, as: officer)
    #expect(early.status == 409 && early.body.contains("R1-34"))
    #expect(try await pages.act("tell", Self.told, on: one, as: officer).status == 303)
    #expect(try await pages.get(one, as: officer).body.contains("可以修"))
    #expect(
      try await pages.act("close", ["text": "已赔偿"], on: one, as: officer).status == 303)
    let last = try await pages.get(one, as: officer).body
    #expect(last.contains("已赔偿") && !last.contains("action=\"\(one)/"))
    let incident = try #require(try pages.incidents().first)
    #expect(incident.stage == .closed && incident.told?.account == officer.id)
    #expect(incident.department == .order, "the usual one")
    let open = try await pages.record(["unit": "1-102"], as: officer).location
    let both = try await pages.get("/incidents", as: officer).body
    let (first, second) = (both.firstRange(of: open), both.firstRange(of: one))
    #expect(
      try #require(first).lowerBound < #require(second).lowerBound, "what is open comes first")
    for words in ["被压坏", "可以修", "已赔偿"] { #expect(!both.contains(words), "\(words)") }
    #expect(try await pages.get("/due", as: officer).body.contains("R1-34"))
  }

  @Test("keep a contract from its end until both sides confirmed (R1-31, R1-32)")
  func contract() async throws {
    let pages = try PagesInProcess(942)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let manager = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let one = try await pages.record(
      ["kind": "contractQuery", "contract": "HT-7", "text": "付款日不清楚"], as: officer
    ).location
    func ready() -> Bool {
      (try? pages.office.read {
        try pages.office.requireReady(contract: "HT-7", of: pages.world.site, on: $0)
      }) != nil
    }
    #expect(!ready())
    let agreed = ["side": "both", "text": "按月付", "at": ""]
    let untold = try await pages.act("confirm", agreed, on: one, as: officer)
    #expect(untold.status == 409 && untold.body.contains("R1-31"))
    #expect(try await pages.act("tell", Self.told, on: one, as: officer).status == 303)
    let firm = ["side": "firm", "text": "", "at": ""]
    #expect(try await pages.act("confirm", firm, on: one, as: manager).status == 303)
    #expect(!ready(), "that is one side")
    let half = try await pages.act("close", ["text": ""], on: one, as: officer)
    #expect(half.status == 409 && half.body.contains("R1-32"))
    #expect(try await pages.act("confirm", ["side": "x"], on: one, as: officer).status == 400)
    let heard = agreed.merging(["side": "household"]) { _, new in new }
    #expect(try await pages.act("confirm", heard, on: one, as: officer).status == 303)
    #expect(ready())
    let page = try await pages.get(one, as: manager).body
    #expect(page.contains("按月付") && page.contains("confirmed by both sides"))
    #expect(!page.contains(one + "/confirm"))
    let incident = try #require(try pages.incidents().first)
    #expect(incident.firmConfirmed?.account == manager.id)
    #expect(incident.householdConfirmed?.account == officer.id)
    #expect(try await pages.act("close", ["text": ""], on: one, as: officer).status == 303)
  }

  @Test("refuse a form that lacks something, and one that was overtaken")
  func refused() async throws {
    let pages = try PagesInProcess(943)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let faults: [([String: String], Int)] = [
      (["text": " "], 409), (["unit": "9-999"], 409), (["unit": ""], 409),
      (["kind": "contractChange"], 409), (["at": "2026-09-07 12:11"], 409),
      (["kind": "theft"], 400), (["department": "kitchen"], 400), (["at": "morning"], 400),
      (["text": "a\u{7}"], 400), (["contract": "a\nb"], 400),
    ]
    for (changes, status) in faults {
      let answer = try await pages.record(changes, as: officer)
      #expect(answer.status == status, "\(changes): \(answer.status)")
    }
    #expect(try pages.incidents().isEmpty)
    let one = try await pages.record(as: officer).location
    let saw = ["saw": try await pages.get(one, as: officer).hidden("saw")]
    #expect(try await pages.post(one + "/tell", Self.told, as: officer).status == 400)
    #expect(try await pages.act("void", ["reason": "　"], on: one, as: officer).status == 400)
    #expect(
      try await pages.act("void", ["reason": "记错房号"], on: one, as: officer).status == 303)
    let late = try await pages.post(
      one + "/tell", Self.told.merging(saw) { own, _ in own }, as: officer)
    #expect(late.status == 409 && late.body.contains("F-saw"))
    #expect(try pages.incidents().first?.stage == .voided)
    let id = String(one.split(separator: "/").last ?? "")
    #expect(try await !pages.get("/incidents", as: officer).body.contains(id))
    #expect(try await pages.get(one, as: officer).body.contains("记错房号"), "it is kept")
  }

  @Test("are for those who see to what households say, at their own site")
  func readers() async throws {
    let pages = try PagesInProcess(944)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let reviewer = try pages.visitor("孙审核", .companyReviewer, at: [])
    let code = try #require(UnitCode("S2"))
    _ = try pages.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let stranger = try pages.visitor(
      "stranger", .siteManager, at: [pages.office.scope(ofSite: code)])
    let others = [
      try pages.visitor("赵工", .engineeringSupervisor, at: [pages.world.site]),
      try pages.visitor("吴综合", .generalAffairs, at: []),
      try pages.visitor("郑管理", .administrator, at: []),
    ]
    let one = try await pages.record(as: officer).location
    let id = String(one.split(separator: "/").last ?? "")
    for visitor in others {
      for page in ["/incidents", one] {
        #expect(try await pages.get(page, as: visitor).status == 403, "\(page)")
      }
      #expect(try await pages.record(as: visitor).status == 403)
    }
    for page in [one, "/incidents/S2/" + id] {
      #expect(try await pages.get(page, as: stranger).status == 404, "\(page)")
    }
    #expect(try await pages.post(one + "/tell", Self.told, as: stranger).status == 404)
    #expect(try await pages.record(as: stranger).status == 404)
    #expect(try await !pages.get("/incidents?site=S1", as: stranger).body.contains(id))
    #expect(try await pages.get("/incidents", as: reviewer).body.contains("?site=S1"))
    #expect(try await pages.get(one, as: reviewer).body.contains("被压坏"))
    #expect(throws: OfficeFault.self) {
      try pages.office.closeIncident(
        try #require(try pages.incidents().first).key, outcome: "", by: others[0].id)
    }
  }

  @Test("keep what was typed as text, whatever it is")
  func naughty() async throws {
    let pages = try PagesInProcess(945)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let text = "</dd><script>alert('x')</script>&\"{{pageToken}}"
    let one = try await pages.record(["text": text, "contract": text], as: officer).location
    for page in [one, "/incidents"] {
      let body = try await pages.get(page, as: officer).body
      #expect(!body.contains("<script"), "\(page)")
      let kept = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;{{pageToken}}"
      #expect(body.contains("&lt;/dd&gt;" + kept), "\(page)")
    }
    let key = try #require(try pages.incidents().first).key
    let state = try #require(try pages.office.read { try $0.records.state(of: key) })
    #expect(state.sealed(IncidentField.text) != nil && state.text(IncidentField.text) == nil)
  }
}
