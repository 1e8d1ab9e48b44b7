import Foundation
import Testing

@Suite("The pages of an office that serves")
struct PageTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let headers: [String]
    let status: Int
  }

  /// Every address that shows something, with harmless names in it.
  private static let addresses = [
    "/", "/?month=2026-09", "/sites", "/months", "/draws", "/queue/overdue", "/plan", "/mine",
    "/site/S1",
    "/site/S1/round",

    "/household/000102030405060708090a0b0c0d0e0f",
    "/search", "/search?q=1-101", "/visits", "/visits/S1/000102030405060708090a0b0c0d0e0f",
    "/duplicates", "/duplicates/S1/1/000102030405060708090a0b0c0d0e0f", "/conflicts",
    "/conflicts/settled",
    "/conflicts/settled/000102030405060708090a0b0c0d0e0f/000102030405060708090a0b0c0d0e0f",
    "/conflicts/000102030405060708090a0b0c0d0e0f/15/000102030405060708090a0b0c0d0e0f/20",
    "/exports", "/exports/00/file", "/imports", "/imports/000102030405060708090a0b0c0d0e0f",
    "/devices", "/tokens", "/accounts", "/audit", "/held",
    "/held/" + String(repeating: "0a", count: 32),
  ]

  /// A household visited by site and company, and a reviewer, a supervisor and others with passwords.
  private func company() throws -> Company {
    let company = try Company()
    let site = try company.laptop("officer")
    let head = try company.laptop("visitor", "companyVisitor")
    try expectDone(site.record(ordinaryVisit("1-101")))
    try expectDone(head.record(ordinaryVisit("1-101")))
    try company.serve()
    for laptop in [site, head] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    company.stop()
    try company.person("reviewer", "companyReviewer")
    try company.person("supervisor", "serviceSupervisor", sites: ["S1"])
    try company.serve()
    return company
  }

  @Test("show every site's month and every duplicate, in the reader's language, with no script")
  func overview() throws {
    let company = try company()
    let browser = try company.browser(of: "reviewer")
    let english = try browser.get("/")
    #expect(english.status == 200)
    for word in ["绿岛", "1-101", "unavoidable", "reviewer"] {
      #expect(english.body.contains(word), "\(word)")
    }
    #expect(!english.body.lowercased().contains("<script"))
    let chinese = try browser.get("/?lang=zh-Hans")
    #expect(chinese.body.contains("无法避免"))
    #expect(chinese.body.contains("<html lang=\"zh-Hans\">"))
    #expect(
      try browser.post("/language", ["token": english.token, "lang": "zh-Hant", "next": "/held"])
        .header("location") == "/held")
    #expect(try browser.get("/duplicates").body.contains("<html lang=\"zh-Hant-HK\">"))
  }

  @Test("carry the headers that keep other pages out", arguments: ["/", "/login", "/style.css"])
  func headers(_ path: String) throws {
    let company = try Company()
    try company.serve()
    let browser = Browser(company: company)
    let reply = try browser.get(path)
    let policy = reply.header("content-security-policy") ?? ""
    for part in [
      "default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'",
      "frame-ancestors 'none'",
    ] { #expect(policy.contains(part), "\(part)") }
    #expect(!policy.contains("script-src") && !policy.contains("unsafe"))
    #expect(reply.header("x-content-type-options") == "nosniff")
    #expect(reply.header("referrer-policy") == "same-origin")
    #expect(reply.header("cross-origin-opener-policy") == "same-origin")
    #expect(reply.header("cross-origin-resource-policy") == "same-origin")
    #expect(reply.header("cache-control") == "no-store")
    #expect(reply.header("strict-transport-security") == nil)
  }

  @Test(
    "answer to nobody who calls the office by a name that is not its own",
    arguments: [
      Refused(
        testDescription: "a foreign name, as after rebinding", headers: ["Host: evil.example"],
        status: 421),
      Refused(
        testDescription: "two names", headers: ["Host: 127.0.0.1", "Host: evil.example"],
        status: 400),
      Refused(testDescription: "no name", headers: [], status: 400),
    ])
  func foreignHost(_ refused: Refused) throws {
    let company = try Company()
    try company.serve()
    let answer = try company.ask("GET", "/login", refused.headers)
    #expect(answer.status == refused.status, "\(answer.head)")
    #expect(!answer.body.contains("<form"))
  }

  @Test("lead everybody who is not logged in to the login, and show nothing")
  func withoutLogin() throws {
    let company = try Company()
    try company.serve()
    let browser = Browser(company: company)
    for address in Self.addresses {
      let reply = try browser.get(address)
      #expect(reply.status == 303, "\(address)")
      #expect(reply.header("location")?.hasPrefix("/login?next=%2F") ?? false, "\(address)")
      #expect(reply.body.isEmpty)
    }
    for address in ["/logout", "/language", "/devices/revoke", "/duplicates/S1/1/00/decide"] {
      let reply = try browser.post(address, ["token": ""])
      #expect(reply.status == 303 && reply.header("location") == "/login", "\(address)")
    }
    #expect(try browser.get("/nowhere").status == 404)
    // Whoever reads the login in another language still gets where they wanted to.
    let login = try browser.get("/login?next=%2Fheld").body
    #expect(login.contains("name=\"next\" value=\"/held\""))
    #expect(login.contains("href=\"?next=%2Fheld&amp;lang=zh-Hans\""))
    let unread = try browser.get("/login?next=%ZZ")
    #expect(unread.status == 400)
    #expect(unread.body.contains("<html lang=\"en\">"))
    #expect(unread.body.contains("cannot be read"))
    #expect(try browser.get("/login?next=%2Fheld&lang=zh-Hans").body.contains("value=\"/held\""))
  }

  @Test(
    "log in with the right password alone, and tell a wrong name from a wrong password to nobody")
  func login() throws {
    let company = try Company()
    try company.person("reviewer", "companyReviewer")
    try company.serve()
    let browser = Browser(company: company)
    let wrong = try browser.post("/login", ["name": "reviewer", "password": "wrong wrong wrong"])
    let unknown = try browser.post("/login", ["name": "nobody", "password": "wrong wrong wrong"])
    #expect(wrong.status == 403 && unknown.status == 403)
    #expect(wrong.body == unknown.body)
    #expect(browser.cookie == nil)
    let right = try browser.post(
      "/login",
      ["name": "reviewer", "password": Company.password, "next": "/duplicates"])
    #expect(right.status == 303)
    #expect(right.header("location") == "/duplicates")
    let cookie = right.header("set-cookie") ?? ""
    #expect(cookie.hasPrefix("rounds=") && cookie.hasSuffix("; HttpOnly; SameSite=Strict; Path=/"))
    #expect(browser.cookie?.utf8.count == "rounds=".utf8.count + 64)
    #expect(try browser.get("/").status == 200)
    let elsewhere = try browser.post(
      "/login",
      ["name": "reviewer", "password": Company.password, "next": "https://evil.example/"])
    #expect(elsewhere.header("location") == "/")
    // The session that was replaced is over.
    let former = Browser(company: company)
    former.cookie = cookie.split(separator: ";").first.map(String.init)
    #expect(try former.get("/").status == 303)
  }

  @Test("make a guesser wait, and nobody else")
  func throttled() throws {
    let company = try Company()
    try company.person("reviewer", "companyReviewer")
    try company.person("supervisor", "serviceSupervisor", sites: ["S1"])
    try company.serve()
    let guesser = Browser(company: company)
    var last = 0
    // The waits grow, so that a guess comes into one of them however slow the machine is.
    for _ in 0..<12 where last != 429 {
      last = try guesser.post("/login", ["name": "reviewer", "password": "guess"]).status
    }
    #expect(last == 429)
    let right = try guesser.post("/login", ["name": "reviewer", "password": Company.password])
    #expect(right.status == 429)
    #expect(right.header("retry-after") != nil)
    _ = try company.browser(of: "supervisor")
  }

  @Test("of another site are not there")
  func otherSite() throws {
    let company = try company()
    let reviewer = try company.browser(of: "reviewer")
    let list = try reviewer.get("/duplicates").body
    let one = try #require(links(in: list).first { $0.hasPrefix("/duplicates/S1/") })
    let household = "/household/" + (one.split(separator: "/").last ?? "")
    for page in [one, household, "/site/S1", "/site/S1/round"] {
      #expect(try reviewer.get(page).status == 200)
    }
    company.stop()
    let sites = company.folder.file("more-sites.csv")
    try company.folder.write(
      Array("code,community,city,households\nS2,他处,上海,4\n".utf8), to: sites)
    try expectDone(company.office("site", "import", sites))
    try company.person("stranger", "siteManager", sites: ["S2"])
    try company.serve()
    let stranger = try company.browser(of: "stranger")
    #expect(try stranger.get("/site/S2").status == 200)
    for page in [one, household, "/site/S1", "/site/S1/round", "/site/none", "/site/none/round"] {
      let reply = try stranger.get(page)
      #expect(reply.status == 404, "\(page)")
      #expect(!reply.body.contains("1-101"))
    }
    for page in ["/", "/duplicates", "/conflicts"] {
      let body = try stranger.get(page).body
      #expect(!body.contains("绿岛") && !body.contains("1-101"), "\(page)")
    }
    for page in ["/devices", "/held"] { #expect(try stranger.get(page).status == 403) }
    // Nor can they act there, although the form carries their own token.
    let token = try stranger.get("/site/S2").token
    let fields = ["token": token, "device": "all", "sure": "yes"]
    for page in [one + "/decide", one + "/reopen", "/devices/revoke", "/devices/confirm"] {
      #expect(try stranger.post(page, fields).status == 403, "\(page)")
    }
    // A scope that is not theirs is not there; head office is told that the form says nothing.
    let settle = try #require(
      Self.addresses.first { $0.hasPrefix("/conflicts/") && !$0.contains("settled") })
    #expect(try stranger.post(settle, fields).status == 404)
    let reviewers = try reviewer.get("/").token
    #expect(try reviewer.post(settle, ["token": reviewers]).status == 400)
  }

  @Test("settle a case, and refuse a decision about a case that has changed since it was shown")
  func decide() throws {
    let company = try company()
    let reviewer = try company.browser(of: "reviewer")
    let address = try #require(
      links(in: try reviewer.get("/duplicates").body).first { $0.hasPrefix("/duplicates/S1/") })
    let page = try reviewer.get(address)
    for words in ["On the laptop when the visit began", "nothing of the others", "by hand"] {
      #expect(page.body.contains(words), "\(words)")
    }
    var fields = [
      "token": page.token, "kind": "excused", "reason": "<b>neither could know</b>",
    ]
    for name in ["visit", "against", "shown", "saw", "since"] {
      fields[name] = hidden(name, in: page.body)
    }
    // The supervisor sees the case and decides nothing.
    let supervisor = try company.browser(of: "supervisor")
    let theirs = try supervisor.get(address)
    #expect(theirs.status == 200 && !theirs.body.contains("/decide"))
    let attempt = fields.merging(["token": theirs.token]) { _, new in new }
    #expect(try supervisor.post(address + "/decide", attempt).status == 403)
    // Shown only one of the two visits: somebody else's came meanwhile.
    var stale = fields
    stale["shown"] = fields["visit"]
    let refused = try reviewer.post(address + "/decide", stale)
    #expect(refused.status == 409, "\(refused.body)")
    #expect(try !reviewer.get(address).body.contains("neither could know"))
    let done = try reviewer.post(address + "/decide", fields)
    #expect(done.status == 303 && done.header("location") == address)
    let settled = try reviewer.get(address).body
    #expect(settled.contains("&lt;b&gt;neither could know&lt;/b&gt;"))
    #expect(settled.contains("settled"))
    let back = ["token": page.token, "visit": fields["visit"] ?? ""]
    let before = back.merging(["saw": fields["saw"] ?? ""]) { $1 }
    #expect(
      try reviewer.post(address + "/reopen", before).status == 409, "shown before the decision")
    let shown = back.merging(["saw": hidden("saw", in: settled)]) { $1 }
    #expect(try reviewer.post(address + "/reopen", shown).status == 303)
    let reopened = try reviewer.get(address).body
    #expect(reopened.contains("neither could know") && reopened.contains("decision taken back"))
  }

  @Test("take no form from elsewhere, and none without the session's token")
  func crossSite() throws {
    let company = try company()
    let browser = try company.browser(of: "reviewer")
    let token = try browser.get("/").token
    #expect(token.utf8.count == 64)
    for from in [
      ["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"], ["Sec-Fetch-Site: none"],
      ["Origin: http://evil.example"], ["Origin: http://127.0.0.1:1"], [],
    ] {
      #expect(try browser.post("/logout", ["token": token], from: from).status == 403, "\(from)")
    }
    for wrong in ["", "00", String(repeating: "0", count: 64)] {
      #expect(try browser.post("/logout", ["token": wrong]).status == 403)
    }
    let headers = [
      "Host: 127.0.0.1:\(company.port)", "Cookie: \(browser.cookie ?? "")",
      "Sec-Fetch-Site: same-origin",
    ]
    #expect(
      try company.ask(
        "POST", "/logout", headers + ["Content-Type: text/plain"], body: "token=\(token)"
      ).status == 415)
    // GET changes nothing.
    #expect(try company.ask("GET", "/logout?token=\(token)", headers).status == 404)
    #expect(try browser.get("/").status == 200)
    let own = ["Origin: http://127.0.0.1:\(company.port)"]
    #expect(try browser.post("/logout", ["token": token], from: own).status == 303)
  }

  @Test("end with logging out, and for a disabled person at once")
  func ended() throws {
    let company = try Company()
    try company.person("reviewer", "companyReviewer")
    try company.person("supervisor", "serviceSupervisor", sites: ["S1"])
    try company.serve()
    let reviewer = try company.browser(of: "reviewer")
    let kept = reviewer.cookie
    let token = try reviewer.get("/").token
    let out = try reviewer.post("/logout", ["token": token])
    #expect(out.header("set-cookie")?.contains("Max-Age=0") ?? false)
    reviewer.cookie = kept
    #expect(try reviewer.get("/").status == 303)
    // A session outlives a restart, and ends with the account.
    let supervisor = try company.browser(of: "supervisor")
    company.stop()
    try company.serve()
    #expect(try supervisor.get("/").status == 200)
    company.stop()
    try expectDone(company.office("account", "disable", "supervisor"))
    let list = try expectDone(company.office("account", "list", "--json")).json["accounts"]
    let accounts = list as? [[String: Any]] ?? []
    let disabled = accounts.first { $0["name"] as? String == "supervisor" }
    #expect(disabled?["disabledAt"] != nil)
    #expect(disabled?["hasPassword"] as? Bool == true)
    try company.serve()
    #expect(try supervisor.get("/").status == 303)
    let again = try supervisor.post(
      "/login", ["name": "supervisor", "password": Company.password])
    #expect(again.status == 403)
  }

  @Test("have no password that can be guessed")
  func weakPassword() throws {
    let company = try Company()
    try expectDone(
      company.office("account", "add", "--name", "reviewer", "--role", "companyReviewer"))
    for weak in ["short", "试验物业 is a good company", "123456789012345678", "password 20261130"] {
      let ended = try company.run(
        ["account", "password", "reviewer", "--lang", "en"], input: Array((weak + "\n").utf8))
      #expect(ended.status == 2, "\(weak): \(ended.talk)")
      #expect(!(ended.talk + ended.text).contains(weak))
    }
    #expect(try company.run(["account", "password", "reviewer"]).status == 64)
    let twice = Array("correct horse battery staple\ncorrect horse battery stable\n".utf8)
    #expect(try company.run(["account", "password", "reviewer"], input: twice).status == 1)
  }

  private func links(in body: String) -> [String] {
    body.components(separatedBy: "href=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  private func hidden(_ name: String, in body: String) -> String {
    guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }
}
