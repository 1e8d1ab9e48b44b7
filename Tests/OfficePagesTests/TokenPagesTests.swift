import HTTPTypes
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import TextFormats
import VisitModel

@Suite("Tokens of programs", .serialized)
struct TokenPagesTests {
  private func secret(in page: String) -> String? {
    page.firstRange(of: AccessToken.mark).map { start in
      String(page[start.lowerBound...].prefix { $0 != "<" })
    }
  }

  private func status(
    _ pages: PagesInProcess, _ authorization: String?
  ) async throws -> PagesInProcess.Answer {
    var headers: HTTPFields = [.acceptLanguage: "en"]
    headers[.authorization] = authorization
    return try await pages.call("/data/sites", .get, headers)
  }

  @Test("are shown once, to who made them, read data as that person, and end when revoked")
  func whole() async throws {
    let pages = try PagesInProcess(1060)
    let officer = try pages.visitor("陈文员", .serviceOfficer, at: [pages.world.site])
    let made = try await pages.post(
      "/tokens/make", ["name": "Excel <1>", "days": "30"], as: officer)
    #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
    let token = try #require(secret(in: made.body))
    #expect(token.utf8.count == AccessToken.mark.utf8.count + 64)
    let list = try await pages.get("/tokens", as: officer)
    #expect(list.body.contains("Excel &lt;1&gt;") && !list.body.contains(token))
    #expect(list.body.contains("2026-10-07 12:00") && list.body.contains("–"))
    #expect(try await status(pages, "Bearer " + token).status == 200)
    // Spreadsheets send the name and the token in place of a password.
    let office = pages.world.office
    let person = try #require(try office.read { try office.person(officer.id, on: $0) })
    let reader = Reader(person: person, formToken: "", language: nil)
    for name in ["陈文员", officer.id.description] {
      let outcome = try office.reader(ofToken: token, named: name, from: "::1")
      #expect(outcome == .entered(reader), "\(name)")
    }
    #expect(try office.reader(ofToken: token, named: "别人", from: "::1") == .refused)
    #expect(try await pages.get("/tokens", as: officer).body.contains("2026-09-07 12:00"))
    let id = list.hidden("id")
    let unsure = try await pages.post("/tokens/revoke", ["id": id], as: officer)
    #expect(unsure.status == 400)
    let other = try pages.visitor("别人", .administrator, at: [])
    let theirs = try await pages.post("/tokens/revoke", ["id": id, "sure": "yes"], as: other)
    #expect(theirs.status == 303)
    #expect(try await status(pages, "Bearer " + token).status == 200, "another's revoking")
    _ = try await pages.post("/tokens/revoke", ["id": id, "sure": "yes"], as: officer)
    #expect(try await status(pages, "Bearer " + token).status == 401)
  }

  @Test("are kept as a hash alone")
  func hashed() throws {
    let pages = try PagesInProcess(1061)
    let program = try DataProgram(pages, "P", .administrator)
    let secret = program.token.dropFirst(AccessToken.mark.count)
    let kept = try pages.world.office.read { replica in
      try replica.connection.rows("SELECT id, name FROM accessToken") { row in
        Hexadecimal.text(try row.blob(0)) + (try row.text(1))
      }
    }
    #expect(kept.count == 1 && !kept.contains { $0.contains(secret) })
  }

  @Test("open data and nothing else, and a session of a browser opens it too")
  func narrow() async throws {
    let pages = try PagesInProcess(1062)
    let program = try DataProgram(pages, "P", .administrator)
    #expect(try await program.get("/devices").status == 303)
    let visitor = try pages.visitor("B", .administrator, at: [])
    #expect(try await pages.get("/data/sites", as: visitor).status == 200)
    // A wrong token is not made good by a session.
    let both = try await pages.call(
      "/data/sites", .get,
      [.authorization: "Bearer x", .cookie: "rounds=" + visitor.session])
    #expect(both.status == 401)
    let nobody = try await pages.call("/data/sites")
    #expect(nobody.status == 401)
    let asked = nobody.headers[values: .wwwAuthenticate]
    #expect(asked.count == 2 && asked[0].hasPrefix("Basic ") && asked[1].hasPrefix("Bearer "))
    #expect(try await pages.call("/openapi.json").status == 200)
    #expect(try await pages.call("/odata").status == 401)
  }

  @Test("have the rights that their owner has at that moment")
  func rights() async throws {
    let pages = try PagesInProcess(1063)
    let office = pages.world.office
    let program = try DataProgram(pages, "P", .serviceOfficer, at: [pages.world.site])
    #expect(try await program.rows("/odata/Sites").rows.count == 1)
    try office.withdraw(program.account, from: pages.world.site)
    #expect(try await program.rows("/odata/Sites").rows.isEmpty)
    _ = try office.disable(program.account)
    #expect(try await program.get("/odata/Sites").status == 401)
    #expect(throws: OfficeFault.self) {
      try office.makeToken(named: "again", days: 30, for: program.account)
    }
  }

  @Test("end with their time, with a new password, and with a restore")
  func ends() async throws {
    let pages = try PagesInProcess(1064)
    let office = pages.world.office
    let timed = try DataProgram(pages, "A", .administrator)
    pages.world.clock.set("2026-10-07 11:59")
    #expect(try await timed.get("/odata").status == 200)
    pages.world.clock.set("2026-10-07 12:01")
    #expect(try await timed.get("/odata").status == 401)
    let changed = try DataProgram(pages, "B", .administrator)
    try office.setPassword(of: changed.account, to: "correct horse battery staple")
    #expect(try await changed.get("/odata").status == 401)
    let restored = try DataProgram(pages, "C", .administrator)
    #expect(try await restored.get("/odata").status == 200)
    _ = try office.beginNewEpoch(because: .restored)
    #expect(try await restored.get("/odata").status == 401)
  }

  @Test("that are wrong make their address wait, and the right ones go on")
  func delays() async throws {
    let pages = try PagesInProcess(1065)
    let program = try DataProgram(pages, "P", .administrator)
    let guess = "Bearer " + AccessToken.mark + String(repeating: "0", count: 64)
    for _ in 0..<20 { #expect(try await status(pages, guess).status == 401) }
    let wait = try await status(pages, guess)
    #expect(wait.status == 429 && wait.headers[.retryAfter] == "1")
    // What is no token at all is no guess.
    for text in ["Bearer x", "Bearer " + AccessToken.mark, guess + "0", "Basic Og=="] {
      #expect(try await status(pages, text).status == 401, "\(text)")
    }
    #expect(try await program.get("/data/sites").status == 200)
    // Passwords are counted apart.
    let login = try pages.world.office.logIn("nobody", password: "x", from: "", language: nil)
    #expect(login == .refused)
    pages.world.clock.advance(minutes: 1)
    #expect(try await status(pages, guess).status == 401)
  }

  @Test("are few, and have a name and a lifetime that the page offers")
  func bounds() throws {
    let pages = try PagesInProcess(1066)
    let office = pages.world.office
    let account = try office.addAccount(name: "P", role: .administrator, sites: [])
    for (name, days) in [("", 30), ("  ", 30), ("a", 31), ("a", 0)] {
      #expect(throws: OfficeFault.self, "\(name) \(days)") {
        try office.makeToken(named: name, days: days, for: account)
      }
    }
    #expect(throws: OfficeFault.self) {
      try office.makeToken(
        named: String(repeating: "a", count: AccessToken.nameBytesMax + 1), days: 30,
        for: account)
    }
    for number in 1...AccessToken.countMax {
      _ = try office.makeToken(named: "\(number)", days: 30, for: account)
    }
    #expect(throws: OfficeFault.self) { try office.makeToken(named: "11", days: 30, for: account) }
    // Those that are over make room.
    pages.world.clock.set("2026-10-08 12:00")
    _ = try office.makeToken(named: "11", days: 30, for: account)
  }
}
