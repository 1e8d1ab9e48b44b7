import Foundation
import Testing

@Suite("The review of visits") struct ReviewPageTests {
  /// An officer's visit and one of the supervisor's own at the office, and people with passwords.
  private func company() throws -> (Company, officer: TestLaptop, supervisor: TestLaptop) {
    let company = try Company()
    let officer = try company.laptop("officer")
    let supervisor = try company.laptop("supervisor", "serviceSupervisor")
    try expectDone(officer.record(ordinaryVisit("1-101")))
    try expectDone(supervisor.record(ordinaryVisit("1-102")))
    for name in ["supervisor", "officer"] { try company.setPassword(of: name) }
    try company.person("manager", "siteManager", sites: ["S1"])
    try company.person("reviewer", "companyReviewer")
    try company.serve()
    for laptop in [officer, supervisor] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    try expectDone(supervisor.rounds("sync"))
    return (company, officer, supervisor)
  }

  private func reviews(_ laptop: TestLaptop, _ words: String...) throws -> [[String: Any]] {
    let ended = try expectDone(laptop.run(["review", "list", "--json"] + words))
    return try ended.json["reviews"] as? [[String: Any]] ?? []
  }

  private func links(in body: String) -> [String] {
    body.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
      .filter { $0.hasPrefix("/reviews/") }
  }

  private func shown(in body: String) throws -> String {
    let start = try #require(body.range(of: "name=\"shown\" value=\""))
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("goes by page and by laptop alike, and the visitor sees first what came back")
  func both() throws {
    let (company, officer, supervisor) = try company()
    let browser = try company.browser(of: "supervisor")
    let queue = try browser.get("/reviews")
    #expect(queue.status == 200 && links(in: queue.body).count == 2)
    let page = try #require(
      try links(in: queue.body).map { try browser.get($0) }
        .first { $0.body.contains("1-101") && $0.body.contains("/return") })
    let address = try #require(
      try links(in: queue.body).first { try browser.get($0).body.contains("/return") })
    // Their own visit has no form; sent all the same, it is refused by the rule.
    let own = try #require(links(in: queue.body).first { $0 != address })
    let ownPage = try browser.get(own)
    #expect(!ownPage.body.contains("/accept") && ownPage.body.contains("nobody reviews their own"))
    let attempt = ["token": page.token, "shown": try shown(in: page.body)]
    let refused = try browser.post(own + "/accept", attempt)
    #expect(refused.status == 409 && refused.body.contains("nobody reviews their own"))
    // What was shown has changed meanwhile.
    let stale = attempt.merging(["shown": String(repeating: "0a", count: 32)]) { $1 }
    #expect(try browser.post(address + "/accept", stale).status == 409)
    let comment = "<b>哪一天？</b>"
    let sent = try browser.post(
      address + "/return", attempt.merging(["part": "times", "comment": comment]) { $1 })
    #expect(sent.status == 303 && sent.header("location") == "/reviews")
    #expect(try browser.get(address).body.contains("&lt;b&gt;哪一天？&lt;/b&gt;"))
    try expectDone(officer.rounds("sync"))
    // The first lines of what the visitor looks at.
    let plan = try expectDone(officer.rounds("plan", "--lang", "en")).text
    #expect(plan.split(separator: "\n").dropFirst().first?.contains("sent back to you") == true)
    #expect(plan.contains(comment))
    #expect(try expectDone(officer.rounds("status", "--lang", "en")).text.hasPrefix("1 record was"))
    let mine = try reviews(officer, "--mine")
    let id = try #require(mine.first?["visit"] as? String)
    #expect(mine.count == 1 && mine[0]["comment"] as? String == comment)
    try expectDone(officer.rounds("review", "answer", id, "--reply", "九月二日"))
    try expectDone(officer.rounds("sync"))
    try expectDone(supervisor.rounds("sync"))
    #expect(
      try reviews(supervisor).compactMap { $0["stage"] as? String }.sorted()
        == ["answered", "waiting"])
    try expectDone(supervisor.rounds("review", "accept", id))
    let twice = try supervisor.rounds("review", "return", id, "--comment", " ", "--json")
    #expect(twice.status == 2)
    try expectDone(supervisor.rounds("sync"))
    try expectDone(officer.rounds("sync"))
    // Laptop, command and page say the same.
    company.stop()
    let office =
      try expectDone(company.office("review", "list", "--all", "--json"))
      .json["reviews"] as? [[String: Any]] ?? []
    let laptop = try reviews(officer, "--all")
    for members in ["visit", "stage", "shown", "late", "sampled"] {
      #expect(
        office.map { "\($0[members] ?? "")" } == laptop.map { "\($0[members] ?? "")" }, "\(members)"
      )
    }
    #expect(Set(office.compactMap { $0["stage"] as? String }) == ["accepted", "waiting"])
  }

  @Test("is each side's own: another post sees no form, another site no visit")
  func audience() throws {
    let (company, _, _) = try company()
    let manager = try company.browser(of: "manager")
    let list = links(in: try manager.get("/reviews").body)
    #expect(list.count == 2)
    let officer = try company.browser(of: "officer")
    #expect(try officer.get("/reviews").status == 403)
    #expect(try officer.get(list[0]).status == 403)
    let token = try officer.get("/").token
    #expect(try officer.post(list[0] + "/accept", ["token": token]).status == 403)
    // The company's reviewer reads the visit, and is told whose it is.
    let reviewer = try company.browser(of: "reviewer")
    let choice = try reviewer.get("/reviews").body
    #expect(links(in: choice).isEmpty && choice.contains("/reviews?site=S1"))
    #expect(links(in: try reviewer.get("/reviews?site=S1").body).isEmpty, "none of the company's")
    let page = try reviewer.get(list[0])
    #expect(page.status == 200 && !page.body.contains("/accept"))
    #expect(page.body.contains("reviewed by its customer-service supervisor or its manager"))
    let attempt = ["token": page.token, "shown": String(repeating: "0a", count: 32)]
    #expect(try reviewer.post(list[0] + "/accept", attempt).status == 409)
    // A form that no page of ours sends.
    let theirs = try manager.get("/").token
    #expect(try manager.post(list[0] + "/accept", ["token": theirs]).status == 400)
    #expect(try manager.get("/reviews/S1/" + String(repeating: "0a", count: 16)).status == 404)
    #expect(try manager.get("/reviews/none/" + String(repeating: "0a", count: 16)).status == 404)
  }

  @Test(
    "refuses with the same rule, reason and cure in every language",
    arguments: ["zh-Hans", "zh-Hant", "en"])
  func languages(_ language: String) throws {
    let (company, _, supervisor) = try company()
    let own = try #require(
      try reviews(supervisor).first { ($0["unit"] as? String) == "1-102" }?["visit"] as? String)
    let said = try supervisor.rounds("review", "accept", own, "--lang", language)
    #expect(said.status == 2)
    let lines = said.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0].contains("R1-54"), "\(said.talk)")
    let browser = try company.browser(of: "supervisor")
    _ = try browser.post(
      "/language", ["token": browser.get("/").token, "lang": language, "next": "/"])
    let page = try browser.get("/reviews/S1/" + own)
    for line in lines.dropFirst() { #expect(page.body.contains(line), "\(line)") }
    let json = try supervisor.rounds("review", "accept", own, "--json")
    let refused = try json.json["refused"] as? [String: Any]
    #expect(refused?["rule"] as? String == "R1-54" && refused?["cure"] != nil)
  }
}
