import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// A questionnaire about cleaning and everything.
private let questionnaire: [String: String] = {
  var fields = [
    "kind": "satisfaction", "title": "2026年满意度", "steps": "5", "question": "还想说什么？",
    "closes": "2026-09-20",
  ]
  for dimension in SurveyDimension.allCases {
    fields[dimension.name] = [.cleaning, .overall].contains(dimension) ? "yes" : "no"
  }
  return fields
}()

/// The address of one survey, with the people who work on it.
struct AskedSite {
  let pages: PagesInProcess
  let officer: PagesInProcess.Visitor
  let address: String

  var office: Office { pages.world.office }
  /// Of the survey, as it stands in addresses.
  var id: String { String(address.split(separator: "/").last ?? "") }

  init(_ seed: UInt64, _ changes: [String: String] = [:]) async throws {
    pages = try PagesInProcess(seed)
    officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let fields = questionnaire.merging(changes) { _, new in new }
    address = try await pages.post("/surveys/S1/create", fields, as: officer).location
  }

  var survey: Survey {
    get throws {
      try #require(try office.read { try SiteView($0, pages.world.site).surveys().first })
    }
  }

  func answers() throws -> [SurveyAnswer] {
    let survey = try survey
    return try office.read { try SiteView($0, pages.world.site).answers(to: survey) }
  }

  /// Sends a form of the page as it is now.
  func act(_ act: String, _ fields: [String: String]) async throws -> PagesInProcess.Answer {
    let page = try await pages.get(address, as: officer)
    let shown = ["saw": page.hidden("saw"), "shown": page.hidden("shown")]
    return try await pages.post(
      address + "/" + act, fields.merging(shown) { own, _ in own }, as: officer)
  }

  @discardableResult
  func enter(_ grade: String, slip: String = "", remark: String = "") async throws
    -> PagesInProcess.Answer
  {
    try await act(
      "answer",
      [
        "way": "paper", "slip": slip, "cleaning": grade, "overall": "", "room": "",
        "remark": remark,
      ])
  }
}

@Suite("The pages of surveys", .serialized)
struct SurveyPagesTests {
  @Test("lead a questionnaire to its publication by a notice, with figures that hide few (R1-26)")
  func whole() async throws {
    let site = try await AskedSite(951)
    let (pages, one) = (site.pages, site.address)
    #expect(one.hasPrefix("/surveys/S1/"))
    let list = try await pages.get("/surveys", as: site.officer).body
    #expect(list.contains("2026年满意度") && list.contains("action=\"/surveys/S1/create\""))
    #expect(try await site.act("distribute", ["count": "20"]).status == 303)
    for number in 1...4 {
      #expect(try await site.enter("2", slip: "00\(number)").status == 303)
    }
    #expect(try await site.enter("5", slip: "００4").status == 409, "the slip is entered already")
    #expect(try await site.enter("6").status == 400)
    #expect(try await site.enter("5", slip: "005").status == 303)
    let page = try await pages.get(one, as: site.officer).body
    #expect(page.contains("25.0 %") && page.contains("only the number of slips is shown"))
    for hidden in ["0 / 4 / 0 / 0 / 1", "80.0 %", "2.60"] {
      #expect(!page.contains(hidden), "\(hidden): before and after a slip it would tell of it")
    }
    #expect(!page.contains("greening"), "nobody asked")
    let before = try await pages.get(one, as: site.officer)
    let shown = ["saw": before.hidden("saw"), "shown": before.hidden("shown"), "text": "加强保洁"]
    #expect(try await site.enter("", slip: "006").status == 303, "an abstention")
    let stale = try await pages.post(one + "/analyse", shown, as: site.officer)
    #expect(stale.status == 409 && stale.body.contains("F-saw"), "other figures were shown")
    #expect(try await site.act("analyse", ["text": "加强保洁"]).status == 303)
    let analysed = try await pages.get(one, as: site.officer).body
    #expect(analysed.contains("to be published") && analysed.contains("2026-09-14"))
    #expect(analysed.contains("加强保洁") && analysed.contains("first issue a notice"))
    for words in ["0 / 4 / 0 / 0 / 1", "80.0 %", "2.60", "30.0 %", "fewer than 5, not shown"] {
      #expect(analysed.contains(words), "\(words)")
    }
    #expect(try await site.enter("1", slip: "007").status == 303)
    let late = try await pages.get(one, as: site.officer).body
    #expect(late.contains("0 / 4 / 0 / 0 / 1") && late.contains("Fewer than 5 answers came"))
    #expect(!late.contains("action=\"\(one)/analyse\""), "it would tell what the one answered")
    let again = try await pages.post(
      one + "/analyse",
      ["saw": pages.get(one, as: site.officer).hidden("saw"), "shown": "7", "text": ""],
      as: site.officer)
    #expect(again.status == 409 && again.body.contains("R1-26"))
    var text = NoticeText(.report)
    text.title = "调查结果"
    text.body = "加强保洁"
    let other = try Hanging.notice(pages, by: site.officer.id)
    let report = try Hanging.notice(pages, text, by: site.officer.id)
    #expect(try await site.act("publish", ["notice": "\(other.id)"]).status == 409)
    #expect(try await site.act("publish", ["notice": "\(report.id)"]).status == 303)
    #expect(try await pages.get("/surveys", as: site.officer).body.contains("to be published"))
    _ = try site.office.sealNotice(report, with: nil, at: site.office.now, by: site.officer.id)
    var board = PostingInput()
    board.boards = ["公告栏"]
    board.isNewPlace = true
    _ = try site.office.postNotice(report, board, at: site.office.now, by: site.officer.id)
    let last = try await pages.get(one, as: site.officer).body
    #expect(last.contains(">published<") && last.contains(PageLink.notice("S1", notice: report.id)))
    #expect(!last.contains("action=\"\(one)/"), "nothing is left to do")
    #expect(last.contains("0 / 4 / 0 / 0 / 1") && !last.contains("1 / 4 / 0 / 0 / 1"))
    #expect(try await site.enter("1", slip: "008").status == 409)
  }

  @Test("refuse what lacks something, and say why a report has no answers")
  func refused() async throws {
    let site = try await AskedSite(952, ["kind": "financialReport", "title": "上半年收支"])
    let pages = site.pages
    var nothing = questionnaire
    for dimension in SurveyDimension.allCases { nothing[dimension.name] = "no" }
    #expect(try await pages.post("/surveys/S1/create", nothing, as: site.officer).status == 409)
    for (changes, status) in [
      (["title": " "], 409), (["steps": "7"], 400), (["kind": "poll"], 400),
      (["closes": "soon"], 400), (["cleaning": "maybe"], 400), (["question": "a\u{7}"], 400),
    ] {
      let fields = questionnaire.merging(changes) { _, new in new }
      let answer = try await pages.post("/surveys/S1/create", fields, as: site.officer)
      #expect(answer.status == status, "\(changes): \(answer.status)")
    }
    let page = try await pages.get(site.address, as: site.officer).body
    #expect(!page.contains("/answer\"") && !page.contains("name=\"links\""))
    #expect(try await site.act("analyse", ["text": " "]).status == 409)
    #expect(try await site.act("analyse", ["text": "收入一百"]).status == 303)
    for lacking in [[:], ["sure": "yes"], ["sure": "yes", "reason": " "], ["reason": "数字有误"]] {
      #expect(try await site.act("withdraw", lacking).status == 400, "\(lacking)")
    }
    #expect(
      try await site.act("withdraw", ["sure": "yes", "reason": "数字有误"]).status == 303)
    let ended = try await pages.get(site.address, as: site.officer).body
    #expect(ended.contains("withdrawn") && ended.contains("数字有误"))
  }

  @Test("keep the words of households from those who do not see to them, and from other sites")
  func readers() async throws {
    let site = try await AskedSite(953)
    let pages = site.pages
    let text = "</p><script>alert('x')</script>&\"{{pageToken}}"
    try await site.enter("1", remark: text)
    let own = try await pages.get(site.address, as: site.officer).body
    #expect(own.contains("&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(own.contains("&amp;&quot;{{pageToken}}") && !own.contains("<script"))
    let key = try #require(try site.answers().first).key
    let state = try #require(try site.office.read { try $0.records.state(of: key) })
    #expect(state.sealed(SurveyResponseField.remark) != nil)
    for (name, role) in [("吴综合", Role.generalAffairs), ("郑管理", .administrator)] {
      let body = try await pages.get(site.address, as: pages.visitor(name, role, at: [])).body
      #expect(body.contains("2026年满意度") && !body.contains("script"), "\(role)")
    }
    let code = try #require(UnitCode("S2"))
    _ = try site.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let stranger = try pages.visitor(
      "stranger", .siteManager, at: [site.office.scope(ofSite: code)])
    for page in [site.address, "/surveys/S2/" + site.id] {
      #expect(try await pages.get(page, as: stranger).status == 404, "\(page)")
    }
    for act in ["answer", "distribute", "analyse", "publish", "withdraw"] {
      let fields = ["saw": "", "count": "1", "sure": "yes", "reason": "x"]
      let answer = try await pages.post(site.address + "/" + act, fields, as: stranger)
      #expect(answer.status == 404, "\(act)")
    }
    #expect(
      try await pages.post("/surveys/S1/create", questionnaire, as: stranger).status == 404)
    #expect(try await !pages.get("/board/S1").body.contains("script"))
  }
}
