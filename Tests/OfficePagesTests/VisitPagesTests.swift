import ConflictFreeRecords
import FieldWork
import OfficePages
import OfficeWork
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("The list of visits and the page of a visit", .serialized)
struct VisitPagesTests {
  private func page(_ visit: RecordKey) -> String { "/visits/S1/\(visit.id)" }

  @Test("list a month by organiser, kind, state and visitor, each unit leading to its visit")
  func list() async throws {
    let home = try await LivedInHousehold(1111)
    let manager = try home.pages.visitor("李经理", .siteManager, at: [home.site])
    let officer = home.officer.account
    let rows: [(query: String, units: [String])] = [
      ("", ["1-101", "1-101", "1-101", "1-102"]), ("&month=2026-08", []),
      ("&organiser=company", ["1-101"]), ("&kind=returnVisit", ["1-101"]),
      ("&state=reviewAccepted", ["1-101"]), ("&state=voided", ["1-102"]),
      ("&visitor=\(officer)", ["1-101", "1-101", "1-102"]),
      ("&visitor=\(officer)&kind=visit&state=reviewAccepted", ["1-101"]),
      ("&visitor=00", []),
    ]
    for row in rows {
      let answer = try await home.pages.get("/visits?site=S1&as=json" + row.query, as: manager)
      #expect(answer.status == 200 && answer.column("unit") == row.units, "\(row.query)")
    }
    let page = try await home.pages.get("/visits?site=S1", as: manager).body
    for visit in [home.visit, home.returnVisit, home.companyVisit, home.voidedVisit] {
      #expect(page.contains("href=\"\(self.page(visit))\""))
    }
    #expect(page.contains("<option value=\"\(officer)\">") && page.contains("name=\"month\""))
    #expect(try await home.pages.get("/visits?site=S1&color=red", as: manager).status == 400)
  }

  @Test("show what was said to whoever sees to it or reviews, and that there is some to others")
  func words() async throws {
    let home = try await LivedInHousehold(1112)
    let open: [(role: Role, leadsToMatter: Bool, leadsToReview: Bool)] = [
      (.siteManager, true, true), (.serviceOfficer, true, false), (.administrator, false, true),
    ]
    for (role, leadsToMatter, leadsToReview) in open {
      let reader = try home.pages.visitor("\(role)", role, at: role.isCompany ? [] : [home.site])
      let body = try await home.pages.get(page(home.visit), as: reader).body
      #expect(body.contains(LivedInHousehold.words), "\(role)")
      #expect(body.contains("href=\"/matters/S1/") == leadsToMatter, "\(role)")
      #expect(body.contains("href=\"/reviews/S1/") == leadsToReview, "\(role)")
    }
    for role in [Role.engineeringSupervisor, .companyVisitor] {
      let reader = try home.pages.visitor("\(role)", role, at: role.isCompany ? [] : [home.site])
      let body = try await home.pages.get(page(home.visit), as: reader).body
      #expect(!body.contains(LivedInHousehold.words) && body.contains("there is 1 matter"))
      #expect(!body.contains("href=\"/matters/S1/") && !body.contains("href=\"/reviews/S1/"))
      #expect(!(try await home.pages.get(page(home.voidedVisit), as: reader).body.contains("录错了")))
    }
  }

  @Test("name the rule that was not kept to everybody, and the reason to whoever sees to it")
  func reasons() async throws {
    let pages = try PagesInProcess(1115)
    var world = pages.world
    let officer = try world.add(.serviceOfficer)
    _ = try officer.recordVisit(
      try world.visit(1, start: "2026-09-07 09:00", end: "2026-09-07 09:20"), at: nil)
    var input = try world.visit(1, start: "2026-09-07 11:00", end: "2026-09-07 11:20")
    input.reasons = ["R1-38": "老人住院"]
    let visit = try officer.recordVisit(input, at: nil).key
    _ = try officer.synchronise()
    for role in [
      Role.siteManager, .administrator, .engineeringSupervisor, .companyVisitor,
    ] {
      let reader = try pages.visitor("\(role)", role, at: role.isCompany ? [] : [world.site])
      let body = try await pages.get(page(visit), as: reader).body
      let reads = role == .siteManager || role == .administrator
      #expect(body.contains("R1-38"), "\(role)")
      #expect(body.contains("老人住院") == reads, "\(role)")
    }
  }

  @Test("keep a reason as closed on the page of a duplicate case as on the visit's own")
  func reasonsOfCase() async throws {
    let pages = try PagesInProcess(1116)
    var world = pages.world
    let officer = try world.add(.serviceOfficer)
    let company = try world.add(.companyVisitor)
    _ = try company.recordVisit(
      try world.visit(2, start: "2026-09-07 09:00", end: "2026-09-07 09:20"), at: nil)
    for laptop in [company, officer] { _ = try laptop.synchronise() }
    var input = try world.visit(2, start: "2026-09-07 11:00", end: "2026-09-07 11:20")
    input.reasons = ["R1-39": "老人住院"]
    _ = try officer.recordVisit(input, at: nil)
    _ = try officer.synchronise()
    let found = try world.office.read { try world.office.cases(of: world.site, on: $0) }
    let one = try #require(found.first).duplicate
    let address = PageLink.duplicate("S1", round: one.round, household: one.household)
    for role in [Role.siteManager, .administrator, .engineeringSupervisor, .companyVisitor] {
      let reader = try pages.visitor("\(role)", role, at: role.isCompany ? [] : [world.site])
      let page = try await pages.get(address, as: reader)
      let reads = role == .siteManager || role == .administrator
      #expect(page.status == 200 && page.body.contains("R1-39"), "\(role)")
      #expect(page.body.contains("老人住院") == reads, "\(role)")
    }
  }

  @Test("show the reason of a refusal with the refusal, and not with a signature that came after")
  func signature() async throws {
    let pages = try PagesInProcess(1117)
    var world = pages.world
    let officer = try world.add(.serviceOfficer)
    var input = try world.visit(1, start: "2026-09-07 11:00", end: "2026-09-07 11:20")
    input.signature = .refused
    input.signatureReason = "不便签字"
    let visit = try officer.recordVisit(input, at: nil).key
    _ = try officer.synchronise()
    let manager = try pages.visitor("李经理", .siteManager, at: [world.site])
    #expect(try await pages.get(page(visit), as: manager).body.contains("不便签字"))
    _ = try officer.signVisit(named: visit.id.description, .signed)
    _ = try officer.synchronise()
    let signed = try await pages.get(page(visit), as: manager).body
    #expect(signed.contains("signed") && !signed.contains("不便签字"))
  }

  @Test("tell what came of a visit: return visits, its review, and that it was voided")
  func after() async throws {
    let home = try await LivedInHousehold(1113)
    let manager = try home.pages.visitor("李经理", .siteManager, at: [home.site])
    let first = try await home.pages.get(page(home.visit), as: manager).body
    for words in ["signed", "accepted", "P0", "2026-09-07 11:00", "Return visits to it"] {
      #expect(first.contains(words), "\(words)")
    }
    #expect(first.contains("href=\"\(page(home.returnVisit))\""))
    let back = try await home.pages.get(page(home.returnVisit), as: manager).body
    #expect(back.contains("Goes back to") && back.contains("href=\"\(page(home.visit))\""))
    #expect(!back.contains("Return visits to it"))
    let voided = try await home.pages.get(page(home.voidedVisit), as: manager).body
    #expect(voided.contains("Voided at") && voided.contains("录错了"))
    #expect(!voided.contains("href=\"/reviews/S1/") && !voided.contains("href=\"/matters/S1/"))
  }

  @Test("are not there for other sites, and shut to whoever has to do with no household")
  func strangers() async throws {
    let home = try await LivedInHousehold(1114)
    let code = try #require(UnitCode("S2"))
    _ = try home.office.importSites([
      SiteRow(code: code, name: "Other", city: "", propertyCompany: "", totalUnits: 4)
    ])
    let other = home.office.scope(ofSite: code)
    let stranger = try home.pages.visitor("外人", .siteManager, at: [other])
    #expect(try await home.pages.get(page(home.visit), as: stranger).status == 404)
    #expect(
      try await home.pages.get("/visits/S2/\(home.visit.id)", as: stranger).status == 404,
      "it is no visit of that site")
    for list in ["/visits", "/visits?site=S1", "/visits?site=S1&as=json"] {
      #expect(!(try await home.pages.get(list, as: stranger).body.contains("1-101")), "\(list)")
    }
    let firm = try home.pages.visitor("王总", .generalManager, at: [])
    for address in ["/visits", page(home.visit)] {
      #expect(try await home.pages.get(address, as: firm).status == 403)
      #expect(try await home.pages.get(address).status == 303)
    }
    let reviewer = try home.pages.visitor("孙审核", .companyReviewer, at: [])
    let choice = try await home.pages.get("/visits", as: reviewer).body
    #expect(choice.contains("href=\"/visits?site=S1\"") && choice.contains("site=S2"))
  }
}
