import Foundation
import Testing

@Suite("A month on the pages") struct MonthPageTests {
  /// A supervisor's laptop with a visit and a need last month, the frame of that month, and people with
  /// passwords.
  private func company() throws -> (Company, supervisor: TestLaptop, month: String) {
    let company = try Company()
    let supervisor = try company.laptop("supervisor", "serviceSupervisor")
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
    let last = try #require(calendar.date(byAdding: .month, value: -1, to: Date()))
    let parts = calendar.dateComponents([.year, .month], from: last)
    let month = String(format: "%04d-%02d", try #require(parts.year), try #require(parts.month))
    try expectDone(company.office("frame", "--month", month))
    var visit = ordinaryVisit("1-101")
    visit["start"] = month + "-10 19:00"
    visit["end"] = month + "-10 19:20"
    visit["opinions"] = [
      ["topic": "repair", "kind": "need", "text": "灯<b>", "wantsFeedback": true]
    ]
    try expectDone(supervisor.record(visit))
    try company.setPassword(of: "supervisor")
    try company.person("manager", "siteManager", sites: ["S1"])
    try company.person("reviewer", "companyReviewer")
    try company.serve()
    try supervisor.setURL(company.url)
    try expectDone(supervisor.rounds("sync"))
    return (company, supervisor, month)
  }

  private func hidden(_ name: String, in body: String) -> String {
    guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("goes from the supervisor's submission to head office's answer, with one text of figures")
  func wholeMonth() throws {
    let (company, supervisor, month) = try company()
    let address = "/summaries/S1/" + month
    let writer = try company.browser(of: "supervisor")
    let draft = try writer.get(address)
    #expect(draft.status == 200 && !draft.body.contains("/approve"))
    let shown = hidden("shown", in: draft.body)
    #expect(
      try writer.post(
        address + "/submit", ["token": draft.token, "shown": shown, "text": "<i>上月</i>"]
      ).status == 303)
    // The figures, on laptop, command and page.
    try expectDone(supervisor.rounds("sync"))
    let laptop =
      try expectDone(
        supervisor.rounds("summary", "show", "--month", month, "--json")
      ).json["summary"] as? [String: Any]
    let digest = try #require(laptop?["digest"] as? String)
    #expect(draft.body.contains(digest))
    let manager = try company.browser(of: "manager")
    let page = try manager.get(address)
    let seen = hidden("shown", in: page.body)
    #expect(seen == laptop?["shown"] as? String && seen != shown)
    #expect(page.body.contains("&lt;i&gt;上月&lt;/i&gt;") && page.body.contains("灯&lt;b&gt;"))
    let common = ["token": page.token, "shown": seen]
    let early = try manager.post(address + "/approve", common)
    #expect(early.status == 409 && early.body.contains("Nothing is decided"))
    let matter = hidden("matter", in: page.body)
    let decided = try manager.post(
      address + "/decide",
      [
        "token": page.token, "matter": matter, "kind": "beyondAuthority", "text": "",
        "saw": hidden("saw", in: page.body),
      ])
    #expect(decided.status == 303)
    let stale = try manager.post(address + "/approve", common.merging(["shown": shown]) { $1 })
    #expect(stale.status == 409, "the page from before the submission")
    #expect(try manager.post(address + "/approve", common).status == 409, "no letter yet")
    let letter = [
      "token": page.token, "matters": matter, "subject": "更换路灯", "background": "",
      "proposal": "全部更换", "replyBy": "2999-12-31",
    ]
    let past = try manager.post(
      address + "/letter", letter.merging(["replyBy": "2020-01-01"]) { $1 })
    #expect(past.status == 409 && past.body.contains("past"))
    #expect(try manager.post(address + "/letter", letter).status == 303)
    #expect(try manager.post(address + "/approve", common).status == 303)
    #expect(try writer.post(address + "/submit", common).status == 403, "not with another's token")
    // Head office answers.
    let reviewer = try company.browser(of: "reviewer")
    let letters = try reviewer.get("/letters").body
    let link = try #require(
      letters.range(of: "/letters/S1/[0-9a-f]{32}", options: .regularExpression))
    let one = String(letters[link])
    let open = try reviewer.get(one)
    #expect(open.body.contains("S1-") && open.body.contains("/reply"))
    #expect(
      try reviewer.post(
        one + "/reply", ["token": open.token, "accepted": "yes", "text": "同意"]
      ).status == 303)
    #expect(try manager.get(one).body.contains("同意"))
    let report =
      try expectDone(
        company.office("report", "--month", month, "--json")
      ).json["summaries"] as? [[String: Any]]
    let here = try #require(report?.first { ($0["state"] as? String) == "approved" })
    #expect(here["approvedDigest"] as? String == digest && here["digest"] as? String == digest)
  }

  @Test("shows what is due, and a calendar without a session and without anything personal")
  func due() throws {
    let (company, supervisor, _) = try company()
    let writer = try company.browser(of: "supervisor")
    let page = try writer.get("/due")
    #expect(page.status == 200 && page.body.contains("R1-41") && page.body.contains("R1-56"))
    let feed = try #require(
      page.body.range(of: "/calendar/[0-9a-f]{32}/[0-9a-f]{64}", options: .regularExpression))
    let address = String(page.body[feed])
    let calendar = try Browser(company: company).get(address + "?lang=en")
    #expect(calendar.status == 200)
    #expect(calendar.header("content-type") == "text/calendar; charset=utf-8")
    #expect(calendar.body.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.body.contains("SUMMARY:R1-41 give feedback"))
    for secret in ["1-101", "灯", "supervisor"] { #expect(!calendar.body.contains(secret)) }
    // Another's key opens nothing, nor does a damaged one.
    let wrong = String(address.dropLast(1)) + (address.hasSuffix("0") ? "1" : "0")
    #expect(try Browser(company: company).get(wrong).status == 404)
    // The same list on laptop and server.
    let laptop = try expectDone(supervisor.rounds("due", "--all", "--json"))
    company.stop()
    let office = try expectDone(company.office("due", "--all", "--site", "S1", "--json"))
    let key = { (all: [[String: Any]]) in
      all.map {
        "\($0["rule"] ?? "") \($0["subject"] ?? "") \($0["due"] ?? "") \($0["state"] ?? "")"
      }
    }
    let (a, b) = (
      try laptop.json["due"] as? [[String: Any]] ?? [],
      try office.json["due"] as? [[String: Any]] ?? []
    )
    #expect(!a.isEmpty && key(a) == key(b))
    try expectDone(company.office("account", "disable", "supervisor"))
    try company.serve()
    #expect(try Browser(company: company).get(address).status == 404, "whoever left has none")
  }
}
