import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The pages of administrators", .serialized)
struct AdministrationPagesTests {
  @Test("list who there is, with role, sites, laptops, and whether they may log in")
  func accounts() async throws {
    let firm = try HomeFirm(1221)
    let pages = firm.pages
    let administrator = try pages.visitor("Administrator", .administrator, at: [])
    _ = try pages.login(firm.officer.account)
    let page = try await pages.get("/accounts?sort=name", as: administrator).body
    for words in ["P0", "P3", "service officer", "administrator", "S1"] {
      #expect(page.contains(words), "\(words)")
    }
    let file = try await pages.get("/accounts?as=json&mayLogIn=yes", as: administrator).body
    #expect(file.contains("\"total\":2}"), "the officer and the administrator have a password")
    #expect(!page.contains("value=\"\(administrator.id)\""), "nobody shuts themselves out")
    #expect(page.contains("value=\"\(firm.officer.account)\""))
  }

  @Test(
    "show laptops and people by the page, with forms for those that are shown, and find the others")
  func manyPeople() async throws {
    let pages = try PagesInProcess(1224)
    var world = pages.world
    for _ in 0..<59 { _ = try world.add(.serviceOfficer) }
    let administrator = try pages.visitor("Administrator", .administrator, at: [])
    func count(_ mark: String, _ address: String) async throws -> Int {
      let page = try await pages.get(address, as: administrator)
      #expect(page.status == 200, "\(address)")
      return page.body.components(separatedBy: mark).count - 1
    }
    let revoke = "action=\"/devices/revoke\""
    #expect(try await count(revoke, "/devices") == 50)
    #expect(try await count(revoke, "/devices?page=2") == 9)
    #expect(try await count(revoke, "/devices?q=P58") == 1)
    let option = " – customer-service officer – "
    let shown = "Only people on this page of the table can be chosen here"
    // The administrator is on the first page too, and not to be chosen.
    #expect(try await count(option, "/accounts") == 49)
    #expect(try await count(option, "/accounts?page=2") == 10)
    #expect(try await count(option, "/accounts?q=P58") == 1)
    #expect(try await count(shown, "/accounts") == 1)
    #expect(try await count(shown, "/accounts?q=P58") == 0)
    // What a table can be filtered by is offered though no row of it is on the page.
    #expect(try await count("<option value=\"administrator\"", "/accounts?page=2") == 1)
  }

  @Test("disable an account, once and for all, and end its login at once")
  func disable() async throws {
    let firm = try HomeFirm(1222)
    let (pages, office) = (firm.pages, firm.office)
    let administrator = try pages.visitor("Administrator", .administrator, at: [])
    let officer = try pages.login(firm.officer.account)
    #expect(try await pages.get("/", as: officer).status == 200)
    func send(_ fields: [String: String], _ who: PagesInProcess.Visitor) async throws -> Int {
      try await pages.post("/accounts/disable", fields, as: who).status
    }
    let account = ["account": officer.id.description]
    let sure = ["sure": "yes"]
    #expect(try await send(account, administrator) == 400, "not sure")
    #expect(try await send(["account": ""].merging(sure) { a, _ in a }, administrator) == 400)
    let own = ["account": administrator.id.description].merging(sure) { a, _ in a }
    #expect(try await send(own, administrator) == 400)
    let whole = account.merging(sure) { a, _ in a }
    #expect(try await send(whole, officer) == 403)
    #expect(try office.read { try office.person(officer.id, on: $0) }?.disabledAt == nil)
    #expect(try await send(whole, administrator) == 303)
    #expect(try office.read { try office.person(officer.id, on: $0) }?.disabledAt != nil)
    #expect(try await pages.get("/", as: officer).status == 303, "logged out")
    let page = try await pages.get("/accounts", as: administrator).body
    #expect(!page.contains("value=\"\(officer.id)\"") && page.contains("2026-09-07"))
    #expect(throws: OfficeFault.self) {
      try office.disable(administrator.id, by: firm.supervisor.account)
    }
    #expect(throws: OfficeFault.self) {
      try office.revoke(firm.visitor.secrets.signing.verifyingKey, by: firm.supervisor.account)
    }
  }

  @Test("say who did what, where and when, by whichever way it was done, and no words of anybody")
  func audit() async throws {
    let firm = try HomeFirm(1223)
    let pages = firm.pages
    let administrator = try pages.visitor("赵管理", .administrator, at: [])
    let key = firm.officer.secrets.signing.verifyingKey
    #expect(
      try await pages.post(
        "/devices/revoke", ["device": key.description, "sure": "yes"], as: administrator
      ).status == 303)
    #expect(
      try await pages.post(
        "/accounts/disable", ["account": firm.visitor.account.description, "sure": "yes"],
        as: administrator
      ).status == 303)
    let page = try await pages.get("/audit", as: administrator)
    #expect(page.status == 200)
    for words in [
      "Laptop revoked", "Laptop enrolled", "Account disabled", "Account added", "赵管理", "P3",
      key.fingerprint, "Frame of the month", "sent back", "/reviews/S1/", "2026-09-07",
    ] { #expect(page.body.contains(words), "\(words)") }
    for words in ["看时间", "N1", "灯"] { #expect(!page.body.contains(words), "\(words)") }
    let revoked = try await pages.get("/audit?what=revoked&as=csv", as: administrator).body
    let lines = revoked.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 2 && lines[1].contains("赵管理") && lines[1].contains(key.fingerprint))
  }

  @Test("tell everything in pages from the newest to the oldest, and lose nothing between them")
  func auditPages() async throws {
    let pages = try PagesInProcess(1224)
    let office = pages.world.office
    let administrator = try pages.visitor("Administrator", .administrator, at: [])
    for number in 0..<Office.actsMax {
      pages.world.clock.set("2026-09-07 12:00")
      _ = try office.addAccount(name: "N\(number)", role: .serviceOfficer, sites: [])
    }
    let person = try #require(try office.read { try office.person(administrator.id, on: $0) })
    let (first, earlier) = try office.read { try office.acts(before: nil, for: person, on: $0) }
    #expect(first.count == Office.actsMax)
    let place = try #require(earlier)
    let (rest, end) = try office.read { try office.acts(before: place, for: person, on: $0) }
    #expect(end == nil && !rest.isEmpty)
    let all = try office.read { replica in
      try replica.log.written(
        by: office.secrets.signing.verifyingKey, before: nil, limit: 10_000, bytes: .max)
    }
    #expect(!all.areMore && first.count + rest.count == all.bundles.count)
    // Fewer bytes than two of them have: each comes alone and once, hundreds of one millisecond.
    var next: WrittenPlace?
    var alone: [OfficeAct] = []
    repeat {
      let (acts, more) = try office.read {
        try office.acts(before: next, for: person, on: $0, bytes: 1)
      }
      #expect(acts.count == 1)
      alone += acts
      next = more
    } while next != nil && alone.count <= all.bundles.count
    #expect(Set(alone.map(\.at)).count < 20 && alone.count > Office.actsMax)
    #expect(alone.map(\.changes) == (first + rest).map(\.changes))
    let link = "/audit?before=\(place.at.millisecondsSince1970).\(place.bundle)"
    #expect(try await pages.get("/audit", as: administrator).body.contains(link))
    let older = try await pages.get("\(link)&as=csv", as: administrator)
    #expect(older.status == 200 && older.body.contains("Sites"))
    for text in ["yesterday", "5", "5.", "x.\(place.bundle)", "5.\(place.bundle)5", "5.5.5"] {
      #expect(
        try await pages.get("/audit?before=\(text)", as: administrator).status == 404, "\(text)")
    }
  }

  @Test("leave out of the audit what is about a petition of others (A39)")
  func petitions() async throws {
    let pages = try PagesInProcess(1225)
    let site = pages.world.site
    let employee = try pages.visitor("陈文员", .serviceOfficer, at: [site])
    _ = try pages.visitor("李经理", .siteManager, at: [site])
    let administrator = try pages.visitor("赵管理", .administrator, at: [])
    let filed = try await pages.post(
      "/petitions/S1/file",
      [
        "kind": "appeal", "department": "order", "to": "李经理", "matter": "连排夜班",
        "facts": "连排两周", "evidence": "排班表", "wish": "",
      ], as: employee)
    #expect(filed.status == 303)
    let page = try await pages.get("/audit?as=csv", as: administrator).body
    #expect(!page.contains("etition") && !page.contains("ppeal"))
    let rows = page.split(separator: "\r\n").filter { $0.contains("陈文员") }
    #expect(rows.allSatisfy { $0.contains("Account added") }, "\(rows)")
  }
}
