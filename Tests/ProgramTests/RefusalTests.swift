import Foundation
import Testing

private let languages = ["zh-Hans", "zh-Hant", "en"]

/// What a refusal says to people, a line each: the rule, the reason, the cure.
private struct Said {
  let rule: String
  let why: String
  let cure: String

  /// - Returns: nothing for an end that is no refusal of one rule.
  init?(_ ended: Ended) {
    let lines = ended.talk.split(separator: "\n").map(String.init)
    guard ended.status == 2, lines.count == 3 else { return nil }
    (rule, why, cure) = (lines[0], lines[1], lines[2])
  }
}

/// Runs the words in every language and as JSON: the rule, and the same reason and cure throughout.
private func refusals(
  of laptop: TestLaptop, _ words: [String], _ rule: String
) throws -> [String: Said] {
  var found: [String: Said] = [:]
  for language in languages {
    let ended = try laptop.run(words + ["--lang", language])
    let said = try #require(Said(ended), "\(words): \(ended.status) \(ended.talk)")
    #expect(said.rule.contains(rule), "\(words): \(said.rule)")
    found[language] = said
  }
  #expect(Set(found.values.map(\.why)).count == 3, "\(words): a language is not its own")
  let refused = try laptop.run(words + ["--json"]).json["refused"] as? [String: Any]
  #expect(refused?["rule"] as? String == rule, "\(words)")
  #expect(refused?["why"] as? String == found["en"]?.why, "\(words)")
  #expect(refused?["cure"] as? String == found["en"]?.cure, "\(words)")
  return found
}

@Suite("A visit that a rule forbids")
struct ForbiddenVisitTests {
  struct Forbidden: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    /// Members of an ordinary `visit.json` that differ, as JSON text; `null` takes one away.
    let changes: [String: String]

    init(_ rule: String, _ claim: String, _ changes: [String: String]) {
      self.rule = rule
      testDescription = "\(rule) \(claim)"
      self.changes = changes
    }
  }

  private static let all = [
    Forbidden("R1-38", "a household that is not to be visited", ["household": "\"1-102\""]),
    Forbidden("R1-43", "by telephone at the door", ["mode": "\"door\"", "byTelephone": "true"]),
    Forbidden(
      "R1-44", "an opinion without words",
      ["opinions": #"[{"topic":"cleaning","kind":"opinion","text":" "}]"#]),
    Forbidden("R1-46", "at the door without an appointment", ["mode": "\"door\""]),
    Forbidden("R1-51", "nothing said, and nobody says so", ["opinions": "[]"]),
    Forbidden(
      "R1-51", "over before it begins",
      ["start": "\"2026-09-02T10:30+08:00\"", "end": "\"2026-09-02T10:20+08:00\""]),
    Forbidden(
      "R1-51", "thirteen hours long",
      ["start": "\"2026-09-02T07:00+08:00\"", "end": "\"2026-09-02T20:00+08:00\""]),
    Forbidden(
      "R1-51", "still to come",
      ["start": "\"2999-09-02T10:00+08:00\"", "end": "\"2999-09-02T10:20+08:00\""]),
    Forbidden("R1-52", "nothing about the signature", ["signature": "null"]),
    Forbidden(
      "R1-52", "not asked to sign, without a reason", ["signature": #"{"state":"notAsked"}"#]),
    Forbidden(
      "R1-52", "face to face, and signing does not apply",
      ["signature": #"{"state":"notApplicable"}"#]),
    Forbidden(
      "R1-52", "signed over the telephone", ["mode": "\"other\"", "byTelephone": "true"]),
  ]

  /// The flags that say what a `visit.json` says.
  private func flags(_ visit: [String: Any]) -> [String] {
    var words: [String] = []
    for name in ["household", "mode", "start", "end"] {
      if let text = visit[name] as? String { words += ["--" + name, text] }
    }
    if visit["byTelephone"] as? Bool == true { words.append("--by-telephone") }
    for one in visit["opinions"] as? [[String: String]] ?? [] {
      words += [
        "--opinion",
        [one["topic"], one["kind"], one["text"]].map { $0 ?? "" }.joined(separator: ":"),
      ]
    }
    if let state = (visit["signature"] as? [String: String])?["state"] {
      words += ["--signature", state]
    }
    for (rule, text) in visit["reasons"] as? [String: String] ?? [:] {
      words += ["--reason", "\(rule)=\(text)"]
    }
    return words
  }

  @Test("is refused in the same words, by flags and by file, in every language; nothing is saved")
  func flagsAndFile() throws {
    let company = try Company(households: 4)
    try expectDone(
      company.office("household", "restrict", "1-102", "--site", "S1", "--reason", "诉讼期间"))
    let laptop = try company.laptop("officer")
    let file = company.folder.file("visit.json")
    for row in Self.all {
      var visit = ordinaryVisit()
      for (name, text) in row.changes {
        visit[name] = try JSONSerialization.jsonObject(
          with: Data(text.utf8), options: .fragmentsAllowed)
        if visit[name] is NSNull { visit[name] = nil }
      }
      try company.folder.write(
        [UInt8](try JSONSerialization.data(withJSONObject: visit)), to: file)
      let fromFile = try refusals(of: laptop, ["record", "--from", file], row.rule)
      let fromFlags = try refusals(
        of: laptop, ["record"] + flags(visit) + ["--no-input"], row.rule)
      for language in languages {
        #expect(
          fromFile[language]?.why == fromFlags[language]?.why
            && fromFile[language]?.cure == fromFlags[language]?.cure, "\(row.testDescription)")
      }
    }
    #expect(try laptop.visits().isEmpty)
    #expect(try laptop.pending() == 0)
  }

  @Test("is refused as a return visit about a complaint (R1-42) or before what it answers (R1-41)")
  func complaint() throws {
    let company = try Company(households: 4)
    let laptop = try company.laptop("officer")
    var visit = ordinaryVisit()
    visit["opinions"] = [["topic": "order", "kind": "complaint", "text": "吵"]]
    let saved = try expectDone(laptop.record(visit)).json["visit"] as? String
    // Nothing can be fed back before it was said.
    var before = ordinaryVisit()
    let day = String((before["start"] as? String ?? "").prefix(10))
    before["start"] = day + "T08:00+08:00"
    before["end"] = day + "T08:10+08:00"
    before["reasons"] = nil
    let file = company.folder.file("before.json")
    try company.folder.write(
      [UInt8](try JSONSerialization.data(withJSONObject: before)), to: file)
    let about = ["return-visit", try #require(saved)]
    let byFlags = try refusals(of: laptop, about + flags(before) + ["--no-input"], "R1-41")
    let byFile = try refusals(of: laptop, about + ["--from", file], "R1-41")
    for language in languages {
      #expect(byFlags[language]?.why == byFile[language]?.why)
      #expect(byFlags[language]?.cure == byFile[language]?.cure)
    }
    let matters =
      try expectDone(laptop.rounds("matter", "list", "--json")).json["matters"]
      as? [[String: Any]]
    let complaint = try #require(matters?.first?["matter"] as? String)
    let again = flags(ordinaryVisit()).filter { !$0.hasPrefix("R1-") && $0 != "--reason" }
    _ = try refusals(of: laptop, ["return-visit", complaint] + again + ["--no-input"], "R1-42")
    for (words, rule) in [
      (["contact", "--channel", "telephone", "--method", "visit"], "R1-07"),
      (["contact", "--channel", "bulletin"], "R1-10"),
    ] {
      _ = try refusals(of: laptop, words + ["--opinion", "order:need:灯"], rule)
    }
    _ = try refusals(of: laptop, ["contact", "--channel", "telephone"], "R1-10")
  }
}

@Suite("A step that a rule forbids")
struct ForbiddenStepTests {
  /// A site with what was said last month, and everybody who takes a step.
  private struct Ground {
    let company: Company
    let laptops: [String: TestLaptop]
    let month: String
    /// By kind.
    let matters: [String: String]
    /// Visits by the unit.
    let visits: [String: String]
  }

  private func ground() throws -> Ground {
    let company = try Company(households: 8)
    let posts = [
      "officer": "serviceOfficer", "supervisor": "serviceSupervisor", "manager": "siteManager",
    ]
    var laptops: [String: TestLaptop] = [:]
    for (name, role) in posts.sorted(by: { $0.key < $1.key }) {
      laptops[name] = try company.laptop(name, role)
      try company.setPassword(of: name)
    }
    try company.person("reviewer", "companyReviewer")
    let month = lastMonth()
    try expectDone(company.office("frame", "--month", month))
    var visit = ordinaryVisit("1-101")
    visit["start"] = month + "-10T10:00+08:00"
    visit["end"] = month + "-10T10:20+08:00"
    visit["opinions"] = ["need", "complaint", "praise"].map {
      ["topic": "repair", "kind": $0, "text": "灯 " + $0]
    }
    try expectDone(try #require(laptops["officer"]).record(visit))
    visit["household"] = "1-102"
    visit["opinions"] = [["topic": "cleaning", "kind": "praise", "text": "好"]]
    try expectDone(try #require(laptops["supervisor"]).record(visit))
    try company.serve()
    for _ in 0..<2 {
      for (_, laptop) in laptops.sorted(by: { $0.key < $1.key }) {
        try laptop.setURL(company.url)
        try expectDone(laptop.rounds("sync"))
      }
    }
    let manager = try #require(laptops["manager"])
    let listed =
      try expectDone(manager.rounds("matter", "list", "--json")).json["matters"]
      as? [[String: Any]] ?? []
    let reviews =
      try expectDone(manager.rounds("review", "list", "--json")).json["reviews"]
      as? [[String: Any]] ?? []
    return Ground(
      company: company, laptops: laptops, month: month,
      matters: Dictionary(
        listed.filter { $0["unit"] as? String == "1-101" }.map {
          ($0["kind"] as? String ?? "", $0["matter"] as? String ?? "")
        }
      ) { $1 },
      visits: Dictionary(
        reviews.map { ($0["unit"] as? String ?? "", $0["visit"] as? String ?? "") }
      ) { $1 })
  }

  /// `who` says it on their laptop in every language, as JSON, and by the page's form; all say the same.
  private func expectRefused(
    _ rule: String, _ who: String, _ ground: Ground, _ words: [String], page: String,
    at path: String, _ fields: [String: String]
  ) throws {
    let laptop = try #require(ground.laptops[who])
    let said = try refusals(of: laptop, words, rule)
    let browser = try ground.company.browser(of: who)
    for language in languages {
      _ = try browser.post(
        "/language", ["token": browser.get("/").token, "lang": language, "next": "/"])
      let shown = try browser.get(page)
      #expect(shown.status == 200, "\(page): \(shown.status)")
      var form = fields
      for name in ["shown", "saw"] where form[name] == "" { form[name] = hidden(name, shown.body) }
      form["token"] = shown.token
      let reply = try browser.post(path, form)
      let expected = try #require(said[language])
      #expect(reply.status == 409, "\(rule) \(path): \(reply.status)")
      #expect(
        reply.body.contains(escaped(expected.why)) && reply.body.contains(escaped(expected.cure)),
        "\(rule) \(language) \(path): \(expected.why)")
    }
  }

  /// As a page writes it.
  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "'", with: "&#39;")
      .replacingOccurrences(of: "\"", with: "&quot;").replacingOccurrences(of: "<", with: "&lt;")
  }

  private func hidden(_ name: String, _ body: String) -> String {
    guard let start = body.range(of: "name=\"\(name)\" value=\"") else {
      // No form is offered for what the rules forbid; somebody may send one all the same.
      return name == "shown" ? String(repeating: "0a", count: 32) : ""
    }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("is refused in the same words by command, as JSON and on the page, in every language")
  func everywhere() throws {
    let ground = try ground()
    let (need, complaint, praise) = (
      try #require(ground.matters["need"]), try #require(ground.matters["complaint"]),
      try #require(ground.matters["praise"])
    )
    let (visit, own) = (
      try #require(ground.visits["1-101"]), try #require(ground.visits["1-102"])
    )
    func review(_ id: String) -> String { "/reviews/S1/" + id }
    func matter(_ id: String) -> String { "/matters/S1/" + id }
    let summary = "/summaries/S1/" + ground.month
    let month = ["--month", ground.month]
    try expectRefused(
      "R1-54", "supervisor", ground, ["review", "accept", own], page: review(own),
      at: review(own) + "/accept", ["shown": ""])
    try expectRefused(
      "R1-54", "supervisor", ground, ["review", "return", visit], page: review(visit),
      at: review(visit) + "/return", ["shown": "", "part": "times", "comment": " "])
    try expectRefused(
      "R1-42", "supervisor", ground, ["matter", "route", complaint, "--to", "engineering"],
      page: matter(complaint), at: matter(complaint) + "/route", ["saw": "", "to": "engineering"])
    try expectRefused(
      "R1-55", "supervisor", ground, ["matter", "hand-over", praise], page: matter(praise),
      at: matter(praise) + "/hand-over", ["saw": "", "reference": ""])
    try expectRefused(
      "R1-55", "supervisor", ground, ["matter", "report", need, "--status", "accepted"],
      page: matter(need), at: matter(need) + "/report", ["saw": "", "status": "accepted"])
    try expectRefused(
      "R1-12", "supervisor", ground, ["matter", "close", need, "--outcome", " "],
      page: matter(need), at: matter(need) + "/close", ["saw": "", "as": "closed", "outcome": " "])
    try expectRefused(
      "R1-57", "manager", ground, ["summary", "approve"] + month, page: summary,
      at: summary + "/approve", ["shown": ""])
    try expectRefused(
      "R1-58", "manager", ground, ["matter", "decide", need, "--measure", " "], page: summary,
      at: summary + "/decide", ["matter": need, "saw": "", "kind": "measure", "text": " "])
    try expectRefused(
      "R1-59", "manager", ground,
      [
        "letter", "write", "--matter", need, "--subject", "灯", "--proposal", "换", "--reply-by",
        "2999-12-31",
      ] + month, page: summary, at: summary + "/letter",
      [
        "matters": need, "subject": "灯", "background": "", "proposal": "换",
        "replyBy": "2999-12-31",
      ])
    // Of the year after this one, so that it is not over.
    let present = "\((Int(ground.month.prefix(4)) ?? 0) + 2)-12"
    try expectRefused(
      "R1-56", "supervisor", ground, ["summary", "submit", "--month", present],
      page: "/summaries/S1/" + present, at: "/summaries/S1/" + present + "/submit",
      ["shown": "", "text": ""])
    // Submitted, it is not its author's to approve, and not approved before all is decided.
    try expectDone(try #require(ground.laptops["manager"]).run(["summary", "submit"] + month))
    for name in ["manager", "supervisor"] {
      try expectDone(try #require(ground.laptops[name]).rounds("sync"))
    }
    try expectRefused(
      "R1-57", "manager", ground, ["summary", "approve"] + month, page: summary,
      at: summary + "/approve", ["shown": ""])
    try expectDone(try #require(ground.laptops["supervisor"]).run(["summary", "submit"] + month))
    for name in ["supervisor", "manager"] {
      try expectDone(try #require(ground.laptops[name]).rounds("sync"))
    }
    try expectRefused(
      "R1-58", "manager", ground, ["summary", "approve"] + month, page: summary,
      at: summary + "/approve", ["shown": ""])
    try expectRefused(
      "R1-57", "manager", ground, ["summary", "return"] + month, page: summary,
      at: summary + "/return", ["shown": "", "text": " "])
    try expectDone(
      try #require(ground.laptops["manager"]).run(["matter", "decide", need, "--beyond"]))
    try expectDone(try #require(ground.laptops["manager"]).rounds("sync"))
    try expectRefused(
      "R1-59", "manager", ground, ["summary", "approve"] + month, page: summary,
      at: summary + "/approve", ["shown": ""])
  }
}

/// The month before that of an ordinary visit, which was yesterday: over on every day of the year.
func lastMonth() -> String {
  let day = Date(timeIntervalSinceNow: (8 - 24) * 3600).ISO8601Format().prefix(7)
  let parts = day.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 2 else { return "" }
  return parts[1] == 1
    ? "\(parts[0] - 1)-12" : "\(parts[0])-" + (parts[1] < 11 ? "0" : "") + "\(parts[1] - 1)"
}
