import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("What needs somebody now", .serialized)
struct HomePageTests {
  @Test("is told to each post by what it has to do, with the number of each")
  func byPost() async throws {
    let firm = try HomeFirm(1201)
    let pages = firm.pages
    let officer = try await firm.home(of: pages.login(firm.officer.account))
    #expect(officer["returned"] == "1" && officer["appointments"] == "1")
    #expect(officer["feedback"] == "1" && officer["reviews"] == nil)
    let supervisor = try await firm.home(of: pages.login(firm.supervisor.account))
    #expect(supervisor["reviews"] == "1", "the other one waits for the officer")
    #expect(supervisor["conflicts"] == "1" && supervisor["duplicates"] == "1")
    #expect(supervisor["returned"] == "0" && supervisor["matters"] == "3")
    let visitor = try await firm.home(of: pages.login(firm.visitor.account))
    #expect(visitor["returned"] == "0" && visitor["conflicts"] == nil)
    let reviewer = try await firm.home(of: pages.visitor("Reviewer", .companyReviewer, at: []))
    #expect(reviewer["reviews"] == "1", "head office's own visit")
    #expect(reviewer["duplicates"] == "1" && reviewer["lettersToAnswer"] == "0")
    let administrator = try await firm.home(
      of: pages.visitor("Administrator", .administrator, at: []))
    #expect(administrator["held"] == "0" && administrator["conflicts"] == "1")
  }

  @Test("has behind each number as many rows as it says, for every post")
  func numbers() async throws {
    let firm = try HomeFirm(1202)
    let pages = firm.pages
    var people = try [firm.officer, firm.supervisor, firm.manager, firm.visitor]
      .map { try pages.login($0.account) }
    for (index, role) in Role.allCases.enumerated() {
      people.append(
        try pages.visitor("Person \(index)", role, at: role.isCompany ? [] : [pages.world.site]))
    }
    var rows = 0
    for person in people {
      let lines = try await firm.home(of: person)
      #expect(lines.count >= 2)
      for (name, number) in lines {
        let file = try await pages.get("/queue/\(name)?as=json", as: person)
        #expect(file.status == 200, "\(name)")
        #expect(file.body.contains("\"total\":\(number)}"), "\(name) \(number): \(file.body)")
        rows += Int(number) ?? 0
      }
    }
    #expect(rows > 20)
  }

  @Test("names the oldest, and leads to it and to its rows")
  func leads() async throws {
    let firm = try HomeFirm(1203)
    let officer = try firm.pages.login(firm.officer.account)
    let home = try await firm.pages.get("/", as: officer).body
    #expect(home.contains("2026-09-08 19:00"), "the appointment")
    let queue = try await firm.pages.get("/queue/returned", as: officer).body
    #expect(queue.contains("1-102") && queue.contains("/household/"), "no page of reviews for them")
    #expect(!queue.contains("看时间"), "no words of a comment")
    let supervisor = try firm.pages.login(firm.supervisor.account)
    let reviews = try await firm.pages.get("/queue/reviews", as: supervisor).body
    #expect(reviews.contains("1-101") && reviews.contains("/reviews/S1/"))
    #expect(!reviews.contains("1-102"))
  }

  @Test("tells head office what came before it now, however long ago that was due")
  func lateEscalation() async throws {
    let firm = try HomeFirm(1213)
    let pages = firm.pages
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    #expect(try await firm.home(of: reviewer)["escalated"] == "0")
    let found = try #require(Instant("2026-04-20 09:00", defaultZone: .china))
    _ = try firm.supervisor.recordIncident(
      IncidentInput(.propertyDamaged, of: "1-101", foundAt: found, "marker-Xq7"), at: nil)
    try firm.sync()
    #expect(try firm.office.escalate() == 1)
    #expect(try await firm.home(of: reviewer)["escalated"] == "1")
    for address in ["/queue/escalated", "/due"] {
      #expect(try await pages.get(address, as: reviewer).body.contains("R1-3"), "\(address)")
    }
  }

  @Test("is nobody else's: a line of another post is not there, nor one that no post has")
  func ownLines() async throws {
    let firm = try HomeFirm(1204)
    let officer = try firm.pages.login(firm.officer.account)
    for name in ["held", "reviews", "approvals", "nothing", "Returned", "returned%2F.."] {
      #expect(try await firm.pages.get("/queue/" + name, as: officer).status == 404, "\(name)")
    }
    #expect(try await firm.pages.get("/queue/returned", as: officer).status == 200)
    #expect(try await firm.pages.get("/queue/returned?colour=red", as: officer).status == 400)
  }

  @Test(
    "goes from post to post with a month: submitted, decided, by letter, answered (R1-56 to R1-59)")
  func month() async throws {
    let firm = try HomeFirm(1205)
    let (pages, office) = (firm.pages, firm.office)
    pages.world.clock.set("2026-10-06 09:00")
    func home(_ laptop: Laptop) async throws -> [String: String] {
      try await firm.home(of: pages.login(laptop.account))
    }
    let late = try await home(firm.supervisor)
    #expect(late["submissions"] == "1")
    #expect(try #require(Int(late["overdue"] ?? "")) >= 1, "R1-56 was due on the 5th")
    #expect(try await home(firm.manager)["approvals"] == "0")
    _ = try firm.supervisor.submitSummary(of: firm.september, "九月", at: nil)
    try firm.sync()
    #expect(try await home(firm.supervisor)["submissions"] == "0")
    let summary = try office.read {
      try office.summary(of: pages.world.site, month: firm.september, on: $0)
    }
    #expect(summary.undecided.count == 3)
    let asked = try await home(firm.manager)
    #expect(asked["approvals"] == "1" && asked["decisions"] == "3" && asked["beyond"] == "0")
    let matter = try #require(summary.undecided.first)
    _ = try firm.manager.decideMatter(
      named: matter.key.id.description, .beyondAuthority, "")
    try firm.sync()
    let decided = try await home(firm.manager)
    #expect(decided["decisions"] == "2" && decided["beyond"] == "1")
    let letter = try office.writeLetter(
      LetterText(
        subject: "灯", background: "坏了", proposal: "换",
        replyBy: try #require(CivilDate("2026-10-09"))),
      about: [matter.key.id], of: pages.world.site, month: firm.september, by: firm.manager.account)
    #expect(try await home(firm.manager)["beyond"] == "0")
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    #expect(try await firm.home(of: reviewer)["lettersToAnswer"] == "1")
    #expect(try await pages.get("/queue/lettersToAnswer", as: reviewer).body.contains("2026-10-09"))
    try office.reply(to: letter, isAccepted: true, "同意", by: reviewer.id)
    #expect(try await firm.home(of: reviewer)["lettersToAnswer"] == "0")
    #expect(try await home(firm.manager)["lettersAnswered"] == "1")
    pages.world.clock.set("2026-10-21 09:00")
    #expect(try await home(firm.manager)["lettersAnswered"] == "0", "old news")
  }

  @Test("R1-57 leaves a summary that a manager wrote to head office, and to nobody else (A08)")
  func managersSummary() async throws {
    let firm = try HomeFirm(1214)
    let (pages, office) = (firm.pages, firm.office)
    pages.world.clock.set("2026-10-03 09:00")
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let other = try pages.visitor("Other", .siteManager, at: [pages.world.site])
    func owed() throws -> [Obliged] {
      try office.read { try office.obligations(of: pages.world.site, on: $0) }
        .filter { $0.obligation.rule == .r1_57 }.map(\.obligation.who)
    }
    #expect(try await firm.home(of: reviewer)["approvals"] == "0")
    _ = try firm.manager.submitSummary(of: firm.september, "九月", at: nil)
    try firm.sync()
    for isKept in [false, true] {
      if isKept { #expect(try office.refreshSheet() == 1) }
      #expect(try await firm.home(of: reviewer)["approvals"] == "1")
      let queue = try await pages.get("/queue/approvals", as: reviewer).body
      #expect(queue.contains("href=\"/summaries/S1/2026-09\""))
      let manager = try pages.login(firm.manager.account)
      #expect(try await firm.home(of: manager)["approvals"] == "0", "their own")
    }
    #expect(try owed() == [.post(.companyReviewer)])
    #expect(try await firm.home(of: other)["approvals"] == "1", "another manager may, too")
    let page = try await pages.get("/summaries/S1/2026-09", as: reviewer)
    let returned = try await pages.post(
      "/summaries/S1/2026-09/return",
      ["shown": page.hidden("shown"), "text": "数字"], as: reviewer)
    #expect(returned.status == 303)
    #expect(try await firm.home(of: reviewer)["approvals"] == "0")
    // A supervisor's is the manager's.
    _ = try firm.supervisor.submitSummary(of: firm.september, "九月", at: nil)
    try firm.sync()
    #expect(try owed() == [.post(.siteManager)])
    #expect(try await firm.home(of: reviewer)["approvals"] == "0")
  }

  @Test("is not 0 where it was not counted, nor of now where something came since, and says why")
  func notCounted() async throws {
    let firm = try HomeFirm(1206) { $0 = SlowClock.slowed($0) }
    let (pages, office) = (firm.pages, firm.office)
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let unknown = try await pages.get("/", as: reviewer).body
    #expect(HomeFirm.lines(unknown)["reviews"] == "unknown")
    #expect(unknown.contains("1 site is not counted yet, or cannot be read."))
    let queue = try await pages.get("/queue/reviews", as: reviewer).body
    #expect(queue.contains("1 site is not counted yet, or cannot be read."))
    #expect(queue.contains("href=\"/reviews\""))
    try office.refreshSheet()
    #expect(try await firm.home(of: reviewer)["reviews"] == "1")
    _ = try firm.visitor.recordVisit(
      try pages.world.visit(3, start: "2026-09-07 11:30", end: "2026-09-07 11:50"), at: nil)
    try firm.sync()
    let earlier = try await pages.get("/", as: reviewer).body
    #expect(HomeFirm.lines(earlier)["reviews"] == "1")
    #expect(earlier.contains("counted at 2026-09-07 12:0"))
    #expect(
      try await pages.get("/queue/reviews", as: reviewer).body
        .contains("Some sites were counted at 2026-09-07 12:0"))
    try office.refreshSheet()
    #expect(try await firm.home(of: reviewer)["reviews"] == "2")
    #expect(
      try await !pages.get("/queue/reviews", as: reviewer).body.contains("were counted at"))
  }

  @Test("counts head office's visits of any number of sites, and leads to the oldest")
  func manySites() async throws {
    let firm = try HomeFirm(1210)
    let pages = firm.pages
    let rows = (10..<52).compactMap { number in
      UnitCode("T\(number)").map {
        SiteRow(code: $0, name: "T\(number)", city: "", propertyCompany: "", totalUnits: 100)
      }
    }
    _ = try firm.office.importSites(rows)
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    let name = try #require(
      try firm.office.read { try firm.office.person(firm.visitor.account, on: $0)?.name })
    for isWritten in [false, true] {
      if isWritten { #expect(try firm.office.refreshSheet() == 43) }
      let home = try await pages.get("/", as: reviewer).body
      let lines = HomeFirm.lines(home)
      #expect(lines["reviews"] == "1" && lines["recontacts"] == "0")
      #expect(lines["duplicates"] == "1" && lines["conflicts"] == "1" && lines["escalated"] == "0")
      #expect(home.contains("href=\"/reviews/S1/"), "to the oldest")
      for address in ["/queue/reviews", "/queue/reviews?sort=-when", "/queue/reviews?q=1-101"] {
        let queue = try await pages.get(address, as: reviewer).body
        #expect(queue.contains("href=\"/reviews/S1/") && queue.contains("1-101"), "\(address)")
        #expect(queue.contains(">\(name)<"), "who was there")
      }
      let none = try await pages.get("/queue/reviews?q=1-102", as: reviewer).body
      #expect(!none.contains("href=\"/reviews/S1/"), "the officer's own is the site's to review")
    }
    let there = try firm.pages.login(firm.visitor.account)
    #expect(try await firm.home(of: there)["reviews"] == nil)
  }

  @Test("leaves what a post has to do at a site to whoever works there now")
  func formerSite() async throws {
    let firm = try HomeFirm(1209)
    let (office, site) = (firm.office, firm.pages.world.site)
    func home(_ laptop: Laptop) async throws -> [String: String] {
      try await firm.home(of: firm.pages.login(laptop.account))
    }
    firm.pages.world.clock.set("2026-10-06 09:00")
    func queue(_ name: String) async throws -> String {
      try await firm.pages.get(
        "/queue/" + name, as: firm.pages.login(firm.supervisor.account)
      ).body
    }
    #expect(try await home(firm.supervisor)["matters"] == "3")
    #expect(try await queue("overdue").contains("R1-56"), "the supervisor's, by their post")
    for laptop in [firm.supervisor, firm.officer] {
      try office.withdraw(laptop.account, from: site)
    }
    #expect(try await home(firm.supervisor)["matters"] == "0")
    #expect(try await !queue("matters").contains("1-101"))
    #expect(try await !queue("overdue").contains("R1-56"))
    let own = try await home(firm.officer)
    #expect(own["feedback"] == "1", "what they owe in person they owe still")
  }

  @Test("says nothing of a petition to whoever may not read it, not even a number (A39)")
  func petitions() async throws {
    let pages = try PagesInProcess(1207)
    let site = pages.world.site
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [site])
    let superior = try pages.visitor("李经理", .siteManager, at: [site])
    let filed = try await pages.post(
      "/petitions/S1/file",
      [
        "kind": "appeal", "department": "order", "to": "李经理", "matter": "连排夜班",
        "facts": "连排两周", "evidence": "排班表", "wish": "",
      ], as: employee)
    #expect(filed.status == 303)
    pages.world.clock.set("2026-09-20 09:00")
    let theirs = try await pages.get("/queue/overdue", as: pages.login(superior.id)).body
    #expect(theirs.contains("R2-14"))
    let others = [
      try pages.visitor("王主管", .serviceSupervisor, at: [site]),
      try pages.visitor("吴综合", .generalAffairs, at: []),
      try pages.visitor("赵管理", .administrator, at: []),
    ]
    for one in others {
      for name in ["overdue", "due"] {
        let body = try await pages.get("/queue/\(name)", as: one).body
        #expect(!body.contains("R2-14"), "\(name)")
      }
    }
  }

  @Test("counts laptops that were not heard of for three days, without those that were revoked")
  func silentLaptops() async throws {
    let firm = try HomeFirm(1208)
    let (pages, office) = (firm.pages, firm.office)
    let id = try office.addAccount(name: "Administrator", role: .administrator, sites: [])
    func home() async throws -> String { try await pages.get("/", as: pages.login(id)).body }
    #expect(HomeFirm.lines(try await home())["laptops"] == "0")
    #expect(
      try await pages.get("/devices", as: pages.login(id)).body.contains("2026-09-07 12:00"))
    pages.world.clock.set("2026-09-10 12:30")
    #expect(HomeFirm.lines(try await home())["laptops"] == "4")
    _ = try firm.supervisor.synchronise()
    try office.revoke(firm.officer.secrets.signing.verifyingKey)
    #expect(HomeFirm.lines(try await home())["laptops"] == "2")
    let rows = try await pages.get("/queue/laptops?as=json", as: pages.login(id)).body
    #expect(rows.contains("\"total\":2}"))
    // As in an office whose program did not remember contacts before.
    try office.write { replica in
      try replica.connection.run("DELETE FROM lastContact")
    }
    let unknown = try await home()
    #expect(HomeFirm.lines(unknown)["laptops"] == "unknown")
    #expect(unknown.contains("3 laptops have not synced since"))
  }
}
