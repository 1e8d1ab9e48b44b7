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

/// Every kind of form that decides about what its page showed.
enum Overtaking: String, CaseIterable, Sendable {
  case acceptVisit, returnVisit, recontact, closeMatter, decideMatter, submitSummary, settle
  case decide, reopen, amendNotice, sealNotice, confirmMeeting, tellIncident, distributeSurvey
  case withdrawPetition

  private typealias Change = Overtaken.Change

  func prepared(_ desk: inout SharedDesk) async throws -> Overtaken {
    switch self {
    case .acceptVisit, .returnVisit, .recontact: try review(desk)
    case .closeMatter: try matter(desk)
    case .decideMatter, .submitSummary: try month(desk)
    case .settle: try settle(&desk)
    case .decide, .reopen: try duplicate(desk)
    case .amendNotice, .sealNotice: try await notice(desk)
    case .confirmMeeting: try await meeting(desk)
    case .tellIncident: try await incident(desk)
    case .distributeSurvey: try await survey(desk)
    case .withdrawPetition: try await petition(desk)
    }
  }

  private func review(_ desk: SharedDesk) throws -> Overtaken {
    let pages = desk.pages
    let first = try pages.visitor("李经理", .siteManager, at: [desk.site])
    let second = try pages.visitor("王主管", .serviceSupervisor, at: [desk.site])
    let page = PageLink.review("S1", visit: desk.visit.id)
    let comment = ["part": "times", "comment": "时间不对"]
    switch self {
    case .acceptVisit:
      return Overtaken(
        page: page, first: .init(by: first, path: "/return", fields: comment), name: "李经理",
        second: .init(by: second, path: "/accept", fields: [:]),
        told: [
          Change(field: "State", before: "–", after: "sent back"),
          Change(field: "Comment", before: "–", after: "时间不对"),
        ])
    case .returnVisit:
      return Overtaken(
        page: page, first: .init(by: first, path: "/accept", fields: [:]), name: "李经理",
        second: .init(by: second, path: "/return", fields: comment),
        told: [Change(field: "State", before: "–", after: "accepted")], typed: ["时间不对"])
    default:
      return Overtaken(
        page: page, first: .init(by: first, path: "/return", fields: comment), name: "李经理",
        second: .init(by: second, path: "/recontact", fields: ["outcome": "confirmed"]),
        told: [Change(field: "Comment", before: "–", after: "时间不对")])
    }
  }

  private func matter(_ desk: SharedDesk) throws -> Overtaken {
    let first = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let second = try desk.pages.visitor("王主管", .serviceSupervisor, at: [desk.site])
    return Overtaken(
      page: PageLink.matter("S1", matter: try desk.matter()),
      first: .init(
        by: first, path: "/route", fields: ["to": "engineering", "reference": "WX-7"]),
      name: "李经理",
      second: .init(
        by: second, path: "/close", fields: ["as": "closed", "outcome": "已换灯泡"]),
      told: [
        Change(field: "Department", before: "–", after: "engineering"),
        Change(field: "State", before: "–", after: "with the department"),
      ], typed: ["已换灯泡"])
  }

  /// On the 2nd of October.
  private func month(_ desk: SharedDesk) throws -> Overtaken {
    let september = try #require(CivilMonth("2026-09"))
    _ = try desk.office.takeFrames(of: september)
    desk.world.clock.set("2026-10-02 09:00")
    let first = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let page = PageLink.summary("S1", month: september)
    if self == .submitSummary {
      let second = try desk.pages.visitor("王主管", .serviceSupervisor, at: [desk.site])
      return Overtaken(
        page: page,
        first: .init(by: first, path: "/submit", fields: ["text": "经理的话"]), name: "李经理",
        second: .init(by: second, path: "/submit", fields: ["text": "主管的话"]),
        told: [Change(field: "In words", before: "–", after: "经理的话")], typed: ["主管的话"])
    }
    let second = try desk.pages.visitor("周审核", .companyReviewer, at: [])
    return Overtaken(
      page: page,
      first: .init(
        by: first, path: "/decide", fields: ["kind": "measure", "text": "本周换灯"]),
      name: "李经理",
      second: .init(
        by: second, path: "/decide", fields: ["kind": "measure", "text": "下周换灯"]),
      told: [Change(field: "Measure", before: "–", after: "本周换灯")], typed: ["下周换灯"])
  }

  private func settle(_ desk: inout SharedDesk) throws -> Overtaken {
    try desk.conflict([.satisfaction(.satisfied), .satisfaction(.notSatisfied)])
    let first = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let second = try desk.pages.visitor("王主管", .serviceSupervisor, at: [desk.site])
    let one = try desk.open()
    let heads = one.sides.map(\.head)
    try #require(heads.count == 2)
    let words = heads.map {
      $0.value == .code(SatisfactionGrade.satisfied) ? "satisfied" : "not satisfied"
    }
    // The one that did not win takes the place of the one that was shown first.
    return Overtaken(
      page: PageLink.conflict(one.record, one.field),
      first: .init(by: first, path: "", fields: ["head": heads[1].change.description]),
      name: "李经理",
      second: .init(by: second, path: "", fields: ["head": heads[0].change.description]),
      told: [Change(field: "Satisfaction", before: words[0], after: words[1])])
  }

  private func duplicate(_ desk: SharedDesk) throws -> Overtaken {
    let one = try desk.duplicate()
    let members = one.duplicate.members.map(\.id)
    try #require(members.count == 2)
    let first = try desk.pages.visitor("周审核", .companyReviewer, at: [])
    let second = try desk.pages.visitor("郑管理", .administrator, at: [])
    let page = PageLink.duplicate(
      "S1", round: one.duplicate.round, household: one.duplicate.household)
    let decision = ["kind": "excused", "reason": "互不知情"]
    if self == .decide {
      return Overtaken(
        page: page, first: .init(by: first, path: "/decide", fields: decision), name: "周审核",
        second: .init(
          by: second, path: "/decide", fields: ["kind": "standsAsRepeat", "reason": "应当知道"]),
        told: [
          Change(field: "Decision", before: "–", after: "excused"),
          Change(field: "Reason", before: "–", after: "互不知情"),
        ], typed: ["应当知道"])
    }
    try desk.office.decide(
      CaseDecision(
        visit: RecordKey(scope: desk.site, type: .visit, id: members[1]), against: members[0],
        kind: .standsAsRepeat, reason: "先定", shown: members), by: second.id)
    return Overtaken(
      page: page, first: .init(by: first, path: "/decide", fields: decision), name: "周审核",
      second: .init(by: second, path: "/reopen", fields: [:]),
      told: [Change(field: "Decision", before: "stands as a repeat", after: "excused")])
  }

  private func notice(_ desk: SharedDesk) async throws -> Overtaken {
    let pages = desk.pages
    let first = try pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let second = try pages.visitor("林文员", .serviceOfficer, at: [desk.site])
    let page = try await pages.post(
      "/notices/S1/write",
      [
        "kind": "waterOutage", "form": "usual", "title": "停水通知", "body": "周四停水。",
        "start": "2026-09-10 09:00", "end": "2026-09-10 12:00", "places": "",
        "cause": "清洗水箱", "preparation": "", "supply": "", "telephone": "021-1234",
        "validUntil": "2026-09-10", "emergency": "", "approver": "", "at": "",
      ], as: first
    ).location
    func moved(_ start: String) -> [String: String] { ["start": start, "end": "", "at": ""] }
    return Overtaken(
      page: page,
      first: .init(by: first, path: "/amend", fields: moved("2026-09-10 10:00")), name: "陈文员",
      second: self == .amendNotice
        ? .init(by: second, path: "/amend", fields: moved("2026-09-10 11:00"))
        : .init(by: second, path: "/seal", fields: ["at": ""]),
      told: [
        Change(field: "Start", before: "2026-09-10 09:00", after: "2026-09-10 10:00")
      ], typed: self == .amendNotice ? ["2026-09-10 11:00"] : [])
  }

  /// The chair's own two tabs.
  private func meeting(_ desk: SharedDesk) async throws -> Overtaken {
    let chair = try desk.pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let page = try await desk.pages.post(
      "/meetings/S1/record",
      [
        "department": "customerService", "start": "2026-09-02 09:00", "end": "2026-09-02 10:00",
        "place": "客服中心", "chair": "陈文员", "minuteTaker": "", "present": "陈文员", "absent": "",
        "review": "都完成了", "points": "两件投诉", "decisions": "加一次巡查", "tasks": "", "next": "",
      ], as: chair
    ).location
    let confirm = Overtaken.Act(by: chair, path: "/confirm", fields: [:])
    return Overtaken(
      page: page, first: confirm, name: "陈文员", second: confirm,
      told: [Change(field: "Confirmed", before: "–", after: "2026-09-02 12:00")])
  }

  private func incident(_ desk: SharedDesk) async throws -> Overtaken {
    let pages = desk.pages
    let first = try pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let second = try pages.visitor("李经理", .siteManager, at: [desk.site])
    let page = try await pages.post(
      "/incidents/S1/record",
      [
        "kind": "propertyDamaged", "unit": "1-101", "contract": "", "department": "usual",
        "at": "2026-09-02 09:00", "text": "自行车被压坏",
      ], as: first
    ).location
    func told(_ words: String) -> [String: String] {
      ["channel": "telephone", "text": words, "at": ""]
    }
    return Overtaken(
      page: page, first: .init(by: first, path: "/tell", fields: told("可以修")), name: "陈文员",
      second: .init(by: second, path: "/tell", fields: told("要赔")),
      told: [Change(field: "What was said and agreed", before: "–", after: "可以修")],
      typed: ["要赔"])
  }

  private func survey(_ desk: SharedDesk) async throws -> Overtaken {
    let pages = desk.pages
    let first = try pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let second = try pages.visitor("林文员", .serviceOfficer, at: [desk.site])
    var fields = [
      "kind": "satisfaction", "title": "满意度", "steps": "5", "question": "还想说什么？",
      "closes": "2026-09-20",
    ]
    for dimension in SurveyDimension.allCases {
      fields[dimension.name] = [.cleaning, .overall].contains(dimension) ? "yes" : "no"
    }
    let page = try await pages.post("/surveys/S1/create", fields, as: first).location
    return Overtaken(
      page: page, first: .init(by: first, path: "/distribute", fields: ["count": "20"]),
      name: "陈文员",
      second: .init(by: second, path: "/distribute", fields: ["count": "30"]),
      told: [Change(field: "Handed out", before: "–", after: "20")])
  }

  private func petition(_ desk: SharedDesk) async throws -> Overtaken {
    let pages = desk.pages
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [desk.site])
    let superior = try pages.visitor("李经理", .siteManager, at: [desk.site])
    let page = try await pages.post(
      "/petitions/S1/file",
      [
        "kind": "appeal", "department": "order", "to": "李经理", "matter": "连排夜班",
        "facts": "连排两周", "evidence": "排班表", "wish": "",
      ], as: employee
    ).location
    return Overtaken(
      page: page,
      first: .init(by: superior, path: "/reply", fields: ["text": "人手不够"]), name: "李经理",
      second: .init(by: employee, path: "/withdraw", fields: ["sure": "yes"]),
      told: [Change(field: "Reply", before: "–", after: "人手不够")])
  }
}

@Suite("A form whose record changed since its page was opened", .serialized)
struct StaleTabTests {
  @Test(
    "is refused with who changed what, from what to what; nothing is written, no word is lost",
    arguments: Overtaking.allCases)
  func told(_ which: Overtaking) async throws {
    let index = try #require(Overtaking.allCases.firstIndex(of: which))
    var desk = try SharedDesk(970 + UInt64(index))
    let one = try await which.prepared(&desk)
    let pages = desk.pages
    let opened = try await pages.get(one.page, as: one.second.by)
    let theirs = try await pages.get(one.page, as: one.first.by)
    #expect(opened.status == 200 && theirs.status == 200)
    let done = try await pages.post(
      one.page + one.first.path, one.sent(one.first, from: theirs), as: one.first.by)
    #expect(done.status == 303, "\(done.body)")
    let state = try desk.world.officeState()
    let late = try await pages.post(
      one.page + one.second.path, one.sent(one.second, from: opened), as: one.second.by)
    #expect(late.status == 409 && late.body.contains("What changed since you opened the page"))
    #expect(try desk.world.officeState() == state)
    for change in one.told {
      #expect(late.tells(change, by: one.name), "\(change): \(late.body)")
    }
    for text in one.typed { #expect(late.body.contains(text), "\(text)") }
  }

  @Test("says nothing of changes where there were none, and offers no more than the rule's words")
  func unchanged() async throws {
    let desk = try SharedDesk(990)
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let page = PageLink.review("S1", visit: desk.visit.id)
    let shown = try await desk.pages.get(page, as: manager)
    let blank = shown.tokens.merging(["part": "whole", "comment": " "]) { own, _ in own }
    let refused = try await desk.pages.post(page + "/return", blank, as: manager)
    #expect(refused.status == 409 && refused.body.contains("R1-54"))
    #expect(!refused.body.contains("What changed since"))
  }

  @Test("tells what was said only to those who may read it")
  func sealed() async throws {
    var desk = try SharedDesk(991)
    try desk.conflict([.remark("门铃坏了"), .remark("要轻敲门")])
    let manager = try desk.pages.visitor("李经理", .siteManager, at: [desk.site])
    let keeper = try desk.pages.visitor("郑管理", .administrator, at: [])
    let one = try desk.open()
    let page = PageLink.conflict(one.record, one.field)
    let heads = one.sides.map(\.head.change.description)
    let open = try await desk.pages.get(page, as: keeper)
    #expect(open.status == 200 && open.body.contains("•••") && !open.body.contains("敲门"))
    let saw = ["saw": open.hidden("saw")]
    let first = saw.merging(["head": try #require(heads.last)]) { own, _ in own }
    #expect(try await desk.pages.post(page, first, as: manager).status == 303)
    let late = saw.merging(["head": try #require(heads.first)]) { own, _ in own }
    let told = try await desk.pages.post(page, late, as: keeper)
    #expect(told.status == 409 && told.body.contains("· Remark: 李经理, 2026-"))
    for words in ["门铃", "敲门"] { #expect(!told.body.contains(words), "\(words)") }
    let others = try await desk.pages.post(page, late, as: manager)
    #expect(others.status == 409)
    // Word by word: what both have is not marked, what differs is.
    #expect(others.body.contains("要轻敲</ins>门<") || others.body.contains("要轻敲</del>门<"))
  }
}
