import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("The pages of those who visit", .serialized)
struct PlanPagesTests {
  @Test("plan a month with the figures and the households of the laptop's own plan")
  func plan() async throws {
    let firm = try HomeFirm(1241)
    let (pages, laptop) = (firm.pages, firm.supervisor)
    _ = try laptop.drawSample(
      month: firm.september, count: 2, reserves: 0, organiser: nil, at: nil)
    try firm.sync()
    let own = try laptop.read { replica in
      try laptop.plan(laptop.site(named: nil, replica), month: firm.september, replica)
    }
    #expect(own.due.count == 2)
    let supervisor = try pages.login(laptop.account)
    func table(_ number: Int) async throws -> String {
      let page = try await pages.get("/plan?table=\(number)&as=json", as: supervisor)
      #expect(page.status == 200)
      return page.body
    }
    let conditions = try await table(1)
    for one in own.report.conditions.all {
      #expect(
        conditions.contains(
          "\"rule\":\"\(one.rule.rawValue)\",\"quota\":\(one.required),\"counted\":\(one.achieved)"),
        "\(one.rule): \(conditions)")
    }
    let people = try await table(2)
    #expect(people.contains("\"total\":\(own.byPerson.count)}"))
    for one in own.byPerson {
      #expect(people.contains("{\"person\":\"\(one.name)\",\"counted\":\(one.count)}"))
    }
    let due = try await table(3)
    #expect(due.contains("\"total\":2}"))
    for one in own.due { #expect(due.contains("\"unit\":\"\(one.household.unitCode)\"")) }
    #expect(try await table(4).contains("\"total\":\(own.appointments.count)}"))
    #expect(try await table(5).contains("\"total\":\(own.feedback.count)}"))
    #expect(try await firm.home(of: supervisor)["households"] == "2")
    let visitor = try pages.login(firm.visitor.account)
    #expect(try await firm.home(of: visitor)["households"] == "0", "drawn for the site")
    let before = try await pages.get("/plan?month=2026-08&table=3&as=json", as: supervisor)
    #expect(before.body.contains("\"total\":0}"), "drawn for September")
    #expect(try await pages.get("/plan", as: visitor).body.contains("/plan?site=S1"))
    #expect(try await pages.get("/plan?site=S1", as: visitor).body.contains("1-103"))
  }

  @Test("say what a household waits to hear about to whoever sees to it, and to whoever owes it")
  func feedback() async throws {
    let firm = try HomeFirm(1244)
    let pages = firm.pages
    func rows(_ visitor: PagesInProcess.Visitor) async throws -> String {
      try await pages.get("/plan?site=S1&table=5&as=json", as: visitor).body
    }
    for laptop in [firm.officer, firm.supervisor] {
      #expect(try await rows(pages.login(laptop.account)).contains("\"total\":1}"))
    }
    let engineer = try pages.visitor("E", .engineeringSupervisor, at: [pages.world.site])
    for visitor in [engineer, try pages.login(firm.visitor.account)] {
      #expect(try await rows(visitor).contains("\"total\":0}"))
    }
  }

  @Test("show nobody the plan of a site that is not theirs")
  func otherSite() async throws {
    let firm = try HomeFirm(1242)
    let code = try #require(UnitCode("T1"))
    _ = try firm.office.importSites([
      SiteRow(code: code, name: "Elsewhere", city: "", propertyCompany: "", totalUnits: 9)
    ])
    let officer = try firm.pages.login(firm.officer.account)
    for address in ["/plan?site=T1", "/plan?site=S9", "/plan"] {
      let page = try await firm.pages.get(address, as: officer)
      #expect(page.status == 200 && !page.body.contains("Elsewhere"), "\(address)")
    }
    let manager = try firm.pages.visitor("Manager", .generalManager, at: [])
    #expect(try await firm.pages.get("/plan", as: manager).status == 403)
  }

  @Test("show everybody what is their own, and only that")
  func mine() async throws {
    let firm = try HomeFirm(1243)
    let (pages, laptop) = (firm.pages, firm.officer)
    _ = try laptop.recordAttempt(
      household: "1-104", outcome: .nobodyHome, at: laptop.now, remark: nil, site: nil)
    try firm.sync()
    let officer = try pages.login(laptop.account)
    let page = try await pages.get("/mine", as: officer)
    #expect(page.status == 200)
    for words in [
      "1-101", "1-102", "2026-09-08 19:00", "1-104", "sent back", "/queue/returned\">1</a>",
      laptop.secrets.signing.verifyingKey.fingerprint, "2026-09-07 12:0",
    ] { #expect(page.body.contains(words), "\(words)") }
    #expect(!page.body.contains("2026-09-07 11:00"), "head office's visit")
    #expect(
      try await pages.get("/mine?table=2&as=json", as: officer).body.contains("\"total\":2}"))
    let august = try await pages.get("/mine?month=2026-08&table=2&as=json", as: officer).body
    #expect(august.contains("\"total\":0}"))
    let supervisor = try pages.login(firm.supervisor.account)
    let other = try await pages.get("/mine", as: supervisor).body
    for words in ["1-101", "1-104", laptop.secrets.signing.verifyingKey.fingerprint] {
      #expect(!other.contains(words), "\(words)")
    }
    let manager = try pages.visitor("Manager", .generalManager, at: [])
    let own = try await pages.get("/mine", as: manager)
    #expect(own.status == 200 && !own.body.contains("/household/"))
  }
}
