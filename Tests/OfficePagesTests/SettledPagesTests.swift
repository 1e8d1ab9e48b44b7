import ConflictFreeRecords
import FieldWork
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

extension SharedDesk {
  /// What stands as the satisfaction said at the visit.
  fileprivate func grade() throws -> Value? {
    try office.read { try $0.records.state(of: visit)?.winner(VisitField.satisfaction) }
  }

  /// Two said different things, and the manager took what the supervisor had written.
  fileprivate mutating func settled(by manager: AccountID) throws -> SettledConflict {
    try conflict([.satisfaction(.satisfied), .satisfaction(.notSatisfied)])
    let one = try open()
    let chosen = try #require(
      one.sides.first { $0.head.value == .code(SatisfactionGrade.notSatisfied) })
    try office.settle(
      one.record, field: one.field, choosing: chosen.head.change, saw: one.saw, by: manager)
    return try #require(try office.read { try $0.settledConflicts().first })
  }

  fileprivate func other() throws -> String {
    let settled = try #require(try office.read { try $0.settledConflicts().first })
    let view = try #require(
      try office.read { try office.settledView(settled.notice, on: $0) })
    return try #require(view.restorable.first).head.change.description
  }
}

@Suite("The pages of conflicts", .serialized)
struct SettledPagesTests {
  @Test("show both sides word by word, on what they were written, and what each could have known")
  func sides() async throws {
    var desk = try SharedDesk(1001)
    try desk.conflict([.remark("门铃坏了，请打电话"), .remark("门铃修好了，请打电话")])
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let one = try desk.open()
    let list = try await desk.pages.get("/conflicts", as: manager).body
    #expect(list.contains(PageLink.conflict(one.record, one.field)))
    #expect(list.contains("href=\"/conflicts/settled\""))
    let page = try await desk.pages.get(PageLink.conflict(one.record, one.field), as: manager)
    for words in [
      "Value 1", "Value 2", "P0", "P2", "L0", "L2", "Remark", "had not been seen",
      "Last exchange with the office before", "What differs",
    ] { #expect(page.body.contains(words), "\(words)") }
    #expect(page.body.contains(">门铃<") || page.body.contains("门铃<"))
    for piece in ["坏", "修好"] {
      let marked = ["ins", "del"].contains { page.body.contains("</span>\(piece)</\($0)>") }
      #expect(marked, "\(piece)")
    }
  }

  @Test("keep what was typed into a record from those who may not open its page")
  func closedTexts() async throws {
    var desk = try SharedDesk(1005)
    let matter = try desk.matter()
    let laptops = try [desk.laptop(.serviceSupervisor), desk.laptop(.siteManager)]
    for (laptop, reference) in zip(laptops, ["KF-0417", "KF-0999"]) {
      _ = try laptop.handleMatter(
        named: matter.description, .route(to: nil, handler: nil), reference: reference)
    }
    for laptop in laptops + laptops { _ = try laptop.synchronise() }
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let engineer = try desk.pages.visitor("工程", .engineeringSupervisor, at: [desk.site])
    #expect(try await desk.pages.get("/conflicts", as: manager).body.contains("KF-0417"))
    let list = try await desk.pages.get("/conflicts", as: engineer)
    #expect(list.status == 200 && list.body.contains("•••") && !list.body.contains("KF-0"))
    let found = try desk.office.read { try desk.office.openConflicts(on: $0) }
    let one = try #require(found.first { $0.field == HandlingField.reference })
    let page = try await desk.pages.get(PageLink.conflict(one.record, one.field), as: engineer)
    #expect(page.status == 200 && !page.body.contains("KF-0"))
  }

  @Test("list what was settled, and undo it: the other value stands again, and that is listed too")
  func undone() async throws {
    var desk = try SharedDesk(1002)
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let settled = try desk.settled(by: manager.id)
    let pages = desk.pages
    let address = PageLink.settled(settled.notice)
    let list = try await pages.get("/conflicts/settled", as: manager)
    #expect(list.status == 200 && list.body.contains("href=\"\(address)\""))
    for words in ["Satisfaction", "not satisfied", "李经理"] {
      #expect(list.body.contains(words), "\(words)")
    }
    // The conflict's own address says what became of it.
    let old = try await pages.get(PageLink.conflict(settled.about, settled.field), as: manager)
    #expect(old.status == 200 && old.body.contains("the value taken still stands"))
    let page = try await pages.get(address, as: manager)
    #expect(page.body.contains("action=\"\(address)\""))
    let fields = ["saw": page.hidden("saw"), "head": try desk.other()]
    #expect(try await pages.post(address, ["saw": fields["saw"] ?? ""], as: manager).status == 400)
    let done = try await pages.post(address, fields, as: manager)
    #expect(done.status == 303 && done.location == "/conflicts/settled")
    #expect(try desk.grade() == .code(SatisfactionGrade.satisfied))
    #expect(try desk.office.read { try desk.office.openConflicts(on: $0) }.isEmpty)
    let after = try await pages.get("/conflicts/settled", as: manager).body
    #expect(after.contains("undone") && after.contains("undoes another"))
    let gone = try await pages.get(address, as: manager).body
    #expect(!gone.contains("action=\"\(address)\""), "nothing is left to undo here")
    // Laptops take it as any other settlement.
    for _ in 0..<2 { _ = try desk.officer.synchronise() }
    #expect(try desk.world.state(desk.officer) == desk.world.officeState())
  }

  @Test("refuse to undo what somebody changed meanwhile, and say who, from what to what")
  func overtaken() async throws {
    var desk = try SharedDesk(1003)
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let settled = try desk.settled(by: manager.id)
    let address = PageLink.settled(settled.notice)
    let page = try await desk.pages.get(address, as: manager)
    let fields = ["saw": page.hidden("saw"), "head": try desk.other()]
    _ = try desk.officer.synchronise()
    let visit = desk.visit
    let saw = try desk.officer.read { try $0.frontier(of: visit) }
    _ = try desk.officer.amendVisit(
      named: visit.id.description, .satisfaction(.fairlySatisfied), saw: saw)
    _ = try desk.officer.synchronise()
    let late = try await desk.pages.post(address, fields, as: manager)
    #expect(late.status == 409 && late.body.contains("F-saw"))
    #expect(
      late.tells(
        .init(field: "Satisfaction", before: "not satisfied", after: "fairly satisfied"),
        by: "P0"))
    #expect(try desk.grade() == .code(SatisfactionGrade.fairlySatisfied))
    let again = try await desk.pages.get(address, as: manager).body
    #expect(again.contains("somebody has changed the field since"))
    #expect(!again.contains("action=\"\(address)\""))
  }

  @Test("let nobody undo who may not settle, and are not there for another site")
  func rights() async throws {
    var desk = try SharedDesk(1004)
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let settled = try desk.settled(by: manager.id)
    let clerk = try desk.pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let code = try #require(UnitCode("S2"))
    _ = try desk.office.importSites([
      SiteRow(code: code, name: "他处", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let stranger = try desk.pages.visitor(
      "stranger", .siteManager, at: [desk.office.scope(ofSite: code)])
    let address = PageLink.settled(settled.notice)
    let page = try await desk.pages.get(address, as: clerk)
    #expect(page.status == 200 && !page.body.contains("action=\"\(address)\""))
    let shown = try await desk.pages.get(address, as: manager)
    let fields = ["saw": shown.hidden("saw"), "head": try desk.other()]
    #expect(try await desk.pages.post(address, fields, as: clerk).status == 403)
    #expect(try await desk.pages.get(address, as: stranger).status == 404)
    #expect(try await desk.pages.post(address, fields, as: stranger).status == 404)
    let list = try await desk.pages.get("/conflicts/settled", as: stranger)
    #expect(list.status == 200 && !list.body.contains(address))
    let at = PageLink.conflict(settled.about, settled.field)
    #expect(try await desk.pages.get(at, as: stranger).status == 404)
    #expect(try desk.grade() == .code(SatisfactionGrade.notSatisfied))
  }
}

@Suite("The page of a duplicate case", .serialized)
struct CasePageTests {
  @Test(
    "marks what the two visits say differently, for those who may read it, and keeps every decision"
  )
  func sides() async throws {
    let desk = try SharedDesk(1011)
    let one = try desk.duplicate()
    let pages = desk.pages
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let keeper = try pages.visitor("郑管理", .administrator, at: [])
    let address = PageLink.duplicate(
      "S1", round: one.duplicate.round, household: one.duplicate.household)
    let page = try await pages.get(address, as: reviewer)
    for words in [
      "What differs", "Start · Visit 1 → Visit 2", "2026-09-02 10:00", "2026-09-02 11:00",
      "Remark · Visit 1 → Visit 2", "Last exchange with the office before", "L0", "L1",
      "At the office when it was entered", ": yes, since 2026-09-02",
      ": not yet, only at 2026-09-02", "All decisions", "by hand",
    ] { #expect(page.body.contains(words), "\(words)") }
    for piece in ["上", "下"] {
      let marked = ["ins", "del"].contains { page.body.contains("</span>\(piece)</\($0)>") }
      #expect(marked, "\(piece)")
    }
    let theirs = try await pages.get(address, as: keeper).body
    #expect(!theirs.contains("Remark · Visit 1") && theirs.contains("it is not open to you"))
    let decision = page.tokens.merging(["kind": "excused", "reason": "互不知情"]) { own, _ in own }
    #expect(try await pages.post(address + "/decide", decision, as: reviewer).status == 303)
    let decided = try await pages.get(address, as: keeper)
    #expect(decided.body.contains("互不知情"))
    let reopened = try await pages.post(address + "/reopen", decided.tokens, as: keeper)
    #expect(reopened.status == 303)
    let last = try await pages.get(address, as: reviewer).body
    for words in ["互不知情", "excused against Visit", "decision taken back", "周审核", "郑管理"] {
      #expect(last.contains(words), "\(words)")
    }
    let none = decided.tokens.filter { $0.key != "saw" }
    #expect(try await pages.post(address + "/reopen", none, as: keeper).status == 400)
  }
}
