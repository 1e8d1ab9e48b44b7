import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

/// Minutes of the company's meeting, and an appeal, as they are typed.
private let minutes = [
  "department": "company", "start": "2026-09-07 09:00", "end": "2026-09-07 10:00",
  "place": "三楼", "chair": "王总", "minuteTaker": "", "present": "王总、吴综合", "absent": "",
  "review": "都完成", "points": "路灯", "decisions": "本周换", "tasks": "", "next": "",
]
private let appeal = [
  "kind": "appeal", "department": "order", "to": "李经理", "matter": "连排夜班", "facts": "两周",
  "evidence": "", "wish": "",
]

@Suite("A code on a form", .serialized)
struct RecordFindingTests {
  private static let nothing = String(repeating: "0a", count: 16)

  @Test("leads to the record's page, whoever reviews nothing to the visit as they read it")
  func visit() async throws {
    let site = try VisitedSite(981)
    let pages = site.pages
    let code = "/find/visit/\(site.visit.id)"
    let supervisor = try pages.visitor("李主管", .serviceSupervisor, at: [site.site])
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [site.site])
    let review = "/reviews/S1/\(site.visit.id)"
    for (visitor, expected) in [(supervisor, review), (officer, "/visits/S1/\(site.visit.id)")] {
      let found = try await pages.get(code, as: visitor)
      #expect(found.status == 303 && found.location == expected)
      #expect(try await pages.get(found.location, as: visitor).status == 200)
    }
    let unknown = try await pages.get(code)
    #expect(unknown.status == 303)
    #expect(unknown.location == "/login?next=%2Ffind%2Fvisit%2F\(site.visit.id)")
    let month = "\(site.site).2026-09"
    for (sheet, expected) in [
      ("register", "/site/S1?month=2026-09"), ("summary", "/summaries/S1/2026-09"),
    ] {
      #expect(
        try await pages.get("/find/\(sheet)/\(month)", as: supervisor).location == expected)
    }
    #expect(try await pages.get("/find/summary/\(month)", as: officer).status == 404)
    let letter = try site.letter()
    let found = try await pages.get("/find/letter/\(letter.id)", as: supervisor)
    #expect(found.location == "/letters/S1/\(letter.id)")
  }

  @Test("says of another's record what it says of none")
  func alike() async throws {
    let site = try VisitedSite(982)
    let pages = site.pages
    let stranger = try pages.visitor("外人", .siteManager, at: [try site.another()])
    let affairs = try pages.visitor("吴综合", .generalAffairs, at: [])
    let id = site.visit.id.description
    for visitor in [stranger, affairs] {
      let theirs = try await pages.get("/find/visit/" + id, as: visitor)
      let none = try await pages.get("/find/visit/" + Self.nothing, as: visitor)
      #expect(theirs.status == 404 && none.status == 404)
      let body = theirs.body.split(separator: id).joined(separator: Self.nothing)
      #expect(body == none.body)
    }
    for odd in [
      "/find/letter/" + id, "/find/menu/" + id, "/find/visit/00", "/find/register/" + id,
      "/find/register/\(site.site).2026-09", "/find/summary/\(site.site).2026-13",
      "/find/visit/\(site.site).2026-09",
    ] { #expect(try await pages.get(odd, as: stranger).status == 404, "\(odd)") }
  }

  @Test("of minutes, appeals and the company's notices leads those alone who may read them")
  func fewEyes() async throws {
    let pages = try PagesInProcess(983)
    let chair = try pages.visitor("王总", .generalManager, at: [])
    let writer = try pages.visitor("吴综合", .generalAffairs, at: [])
    let manager = try pages.visitor("李经理", .siteManager, at: [pages.world.site])
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let meeting = try await pages.post("/meetings/company/record", minutes, as: writer).location
    let petition = try await pages.post("/petitions/S1/file", appeal, as: officer).location
    var text = Hanging.text("公司告示")
    text.issuer = .company
    let notice = try Hanging.notice(
      pages, text, in: pages.world.office.company, by: reviewer.id)
    func code(_ sheet: String, _ address: String) -> String {
      "/find/\(sheet)/" + (address.split(separator: "/").last ?? "")
    }
    for (code, visitor, expected) in [
      (code("minutes", meeting), chair, meeting), (code("minutes", meeting), manager, meeting),
      (code("minutes", meeting), officer, nil),
      (code("petition", petition), officer, petition),
      (code("petition", petition), manager, petition),
      (code("petition", petition), chair, nil), (code("petition", petition), writer, nil),
      ("/find/notice/\(notice.id)", reviewer, PageLink.notice("company", notice: notice.id)),
      ("/find/notice/\(notice.id)", officer, PageLink.notice("S1", notice: notice.id)),
    ] {
      let found = try await pages.get(code, as: visitor)
      #expect(found.status == (expected == nil ? 404 : 303), "\(code)")
      #expect(found.location == expected ?? "", "\(code)")
    }
    // On paper they are for the same eyes.
    let id = String(petition.split(separator: "/").last ?? "")
    for (visitor, status) in [(officer, 200), (manager, 200), (chair, 404), (writer, 404)] {
      #expect(try await pages.get("/print/petition/S1/\(id)", as: visitor).status == status)
    }
    let paper = "/print" + meeting.replacing("/meetings", with: "/minutes")
    for (visitor, status) in [(chair, 200), (manager, 200), (officer, 404)] {
      #expect(try await pages.get(paper, as: visitor).status == status)
    }
    #expect(try await pages.get(paper, as: chair).body.contains("本周换"))
  }
}
