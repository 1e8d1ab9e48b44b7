import Foundation
import Testing

@Suite("A site's month with five people") struct WholeMonthTests {
  /// Two officers, their supervisor and their manager on laptops; the manager and head office on pages.
  private struct Team {
    let company: Company
    let month = lastMonth()
    var laptops: [String: TestLaptop] = [:]

    subscript(name: String) -> TestLaptop {
      get throws { try #require(laptops[name]) }
    }

    /// Everybody syncs twice: what one brings the others take along.
    func meet() throws {
      for _ in 0..<2 {
        for (_, laptop) in laptops.sorted(by: { $0.key < $1.key }) {
          try expectDone(laptop.rounds("sync"))
        }
      }
    }

    /// Starts the server where it was, for laptops that know its address.
    func serve() throws {
      try company.serve()
      for (_, laptop) in laptops { try laptop.setURL(company.url) }
    }
  }

  private func team() throws -> Team {
    let company = try Company(households: 16)
    var team = Team(company: company)
    for (name, role) in [
      ("officer", "serviceOfficer"), ("colleague", "serviceOfficer"),
      ("supervisor", "serviceSupervisor"), ("manager", "siteManager"),
    ] { team.laptops[name] = try company.laptop(name, role) }
    for name in ["supervisor", "manager"] { try company.setPassword(of: name) }
    try company.person("reviewer", "companyReviewer")
    try expectDone(company.office("frame", "--month", team.month))
    try team.serve()
    try team.meet()
    company.stop()
    return team
  }

  private func visit(_ team: Team, _ index: Int, _ opinions: [[String: Any]]) -> [String: Any] {
    var visit = ordinaryVisit("1-\(index / 4 + 1)0\(index % 4 + 1)")
    let day = team.month + (index < 8 ? "-0\(index + 2)" : "-\(index + 10)")
    visit["start"] = day + "T10:00+08:00"
    visit["end"] = day + "T10:20+08:00"
    visit["opinions"] = opinions
    visit["noOpinionOn"] = ["order", "culture"]
    return visit
  }

  private func said(_ kind: String, _ topic: String, _ text: String) -> [String: Any] {
    ["kind": kind, "topic": topic, "text": text, "wantsFeedback": kind != "praise"]
  }

  /// Sixteen visits, all recorded without an office.
  private func recordOffline(_ team: Team) throws {
    let praise = [said("praise", "cleaning", "干净")]
    let plain: [(String, Range<Int>)] = [
      ("manager", 0..<5), ("supervisor", 5..<10), ("officer", 10..<13), ("colleague", 13..<16),
    ]
    let special = [
      10: [said("need", "repair", "楼道灯坏了")], 11: [said("suggestion", "facilities", "加装扶手")],
      13: [said("request", "convenience", "更换电梯")], 14: [said("complaint", "order", "夜间施工")],
    ]
    for (name, indices) in plain {
      let laptop = try team[name]
      for index in indices {
        let visit = visit(team, index, special[index] ?? praise)
        if index == 12 {
          // The power goes while it is saved: it is there wholly or not at all, and is entered again.
          let before = try laptop.visits()
          _ = try laptop.record(visit, killedAfter: 0.02)
          if let saved = try laptop.visits().subtracting(before).first {
            let shown = try expectDone(laptop.rounds("visits", "show", saved, "--json")).json
            #expect(
              (shown["opinions"] as? [Any])?.count == 1 && shown["signature"] is [String: Any])
            continue
          }
        }
        try expectDone(laptop.record(visit))
      }
    }
    try expectDone(
      try team["colleague"].rounds(
        "contact", "1-101", "--channel", "telephone", "--opinion", "greening:suggestion:多种树",
        "--feedback", "1", "--at", team.month + "-11T09:00+08:00"))
    // Nobody is there to hear it; nothing is lost by asking.
    #expect(try team["officer"].rounds("sync").status == 3)
  }

  private func list(
    _ laptop: TestLaptop, _ words: [String], _ member: String
  ) throws -> [[String: Any]] {
    try expectDone(laptop.run(words + ["--json"])).json[member] as? [[String: Any]] ?? []
  }

  private func hidden(_ name: String, in body: String) -> String {
    guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Supervisor and manager review each other's people, one offline and one on the page; one visit goes back
  /// to its visitor and is answered.
  private func review(_ team: Team) throws {
    let supervisor = try team["supervisor"]
    team.company.stop()
    let waiting = try list(supervisor, ["review", "list"], "reviews")
    #expect(waiting.count == 16)
    let theirs = try waiting.filter { try unit($0) < 5 || unit($0) >= 10 }
    let returned = try #require(try theirs.first { try unit($0) == 15 }?["visit"] as? String)
    for one in theirs {
      let id = try #require(one["visit"] as? String)
      try expectDone(
        id == returned
          ? supervisor.rounds("review", "return", id, "--part", "place", "--comment", "在哪里谈的？")
          : supervisor.rounds("review", "accept", id))
    }
    // Their own they may not.
    let own = try #require(try waiting.first { try unit($0) == 5 }?["visit"] as? String)
    #expect(try supervisor.rounds("review", "accept", own).status == 2)
    try team.serve()
    try team.meet()
    let colleague = try team["colleague"]
    #expect(try list(colleague, ["review", "list", "--mine"], "reviews").count == 1)
    try expectDone(colleague.rounds("review", "answer", returned, "--reply", "在会所"))
    try team.meet()
    try expectDone(supervisor.rounds("review", "accept", returned))
    let manager = try team.company.browser(of: "manager")
    for one in try list(try team["manager"], ["review", "list"], "reviews")
    where (5..<10).contains(try unit(one)) {
      let path = "/reviews/S1/" + (one["visit"] as? String ?? "")
      let page = try manager.get(path)
      let sent = try manager.post(
        path + "/accept", ["token": page.token, "shown": hidden("shown", in: page.body)])
      #expect(sent.status == 303)
    }
    try team.meet()
    for (_, laptop) in team.laptops {
      let all = try list(laptop, ["review", "list", "--all"], "reviews")
      #expect(all.count == 16 && all.allSatisfy { $0["stage"] as? String == "accepted" })
    }
  }

  /// The number of a household, from its unit.
  private func unit(_ one: [String: Any]) throws -> Int {
    let digits = (one["unit"] as? String ?? "").split(separator: "-").last.flatMap { Int($0) }
    let number = try #require(digits)
    return (number / 100 - 1) * 4 + number % 100 - 1
  }

  /// Submitted offline, sent back on the page, submitted again, decided, with two letters, approved on the page.
  /// - Returns: the matters, by what was said.
  private func summarise(_ team: Team) throws -> [String: String] {
    let (supervisor, manager) = (try team["supervisor"], try team["manager"])
    let month = ["--month", team.month]
    team.company.stop()
    try expectDone(supervisor.run(["summary", "submit"] + month))
    try team.serve()
    try team.meet()
    let address = "/summaries/S1/" + team.month
    let writer = try team.company.browser(of: "manager")
    var page = try writer.get(address)
    let back = try writer.post(
      address + "/return",
      [
        "token": page.token, "shown": hidden("shown", in: page.body), "text": "请补充投诉情况",
      ])
    #expect(back.status == 303)
    try team.meet()
    try expectDone(supervisor.run(["summary", "submit"] + month))
    try team.meet()
    var matters: [String: String] = [:]
    for one in try list(manager, ["matter", "list"], "matters") {
      matters[one["text"] as? String ?? ""] = one["matter"] as? String
    }
    try expectDone(
      manager.rounds("matter", "decide", try #require(matters["楼道灯坏了"]), "--measure", "本周更换"))
    try expectDone(
      manager.rounds("matter", "decide", try #require(matters["多种树"]), "--measure", "春季补种"))
    for text in ["加装扶手", "更换电梯"] {
      try expectDone(manager.rounds("matter", "decide", try #require(matters[text]), "--beyond"))
    }
    try expectDone(
      manager.run(
        [
          "letter", "write", "--matter", try #require(matters["加装扶手"]), "--subject", "加装扶手",
          "--proposal", "由公司统一加装", "--reply-by", "2999-12-31",
        ] + month))
    try team.meet()
    page = try writer.get(address)
    let letter = try writer.post(
      address + "/letter",
      [
        "token": page.token, "matters": try #require(matters["更换电梯"]), "subject": "更换电梯",
        "background": "运行二十年", "proposal": "列入明年计划", "replyBy": "2999-12-31",
      ])
    #expect(letter.status == 303)
    page = try writer.get(address)
    let approved = try writer.post(
      address + "/approve", ["token": page.token, "shown": hidden("shown", in: page.body)])
    #expect(approved.status == 303, "\(approved.body)")
    return matters
  }

  /// Head office answers both letters; the complaint goes its way and comes back.
  private func answer(_ team: Team, _ matters: [String: String]) throws {
    let reviewer = try team.company.browser(of: "reviewer")
    let found = try reviewer.get("/letters").body
    let links = Set(
      found.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        .filter { $0.hasPrefix("/letters/S1/") })
    #expect(links.count == 2)
    for (index, link) in links.sorted().enumerated() {
      let page = try reviewer.get(link)
      let sent = try reviewer.post(
        link + "/reply",
        ["token": page.token, "accepted": index == 0 ? "yes" : "no", "text": "答复 \(index)"])
      #expect(sent.status == 303)
    }
    let complaint = try #require(matters["夜间施工"])
    let supervisor = try team["supervisor"]
    try team.meet()
    let state =
      try list(supervisor, ["matter", "list"], "matters")
      .first { $0["matter"] as? String == complaint }?["state"] as? String
    #expect(state == "handedOver", "accepting the visit handed it over")
    try expectDone(
      supervisor.rounds("matter", "report", complaint, "--status", "closed", "--reference", "KF-7"))
    try expectDone(supervisor.rounds("matter", "close", complaint, "--outcome", "施工方已停工"))
    try team.meet()
  }

  /// Whoever wants to hear is told, face to face.
  private func tell(_ team: Team) throws {
    let officer = try team["officer"]
    let owed = try list(officer, ["matter", "list", "--owed"], "matters")
    #expect(owed.count == 4)
    let day = String(ordinaryVisit()["start"] as? String ?? "").prefix(10)
    for (index, one) in owed.enumerated() {
      let matter = try #require(one["matter"] as? String)
      let household = try #require(one["unit"] as? String)
      try expectDone(
        officer.rounds(
          "return-visit", matter, "--household", household, "--mode", "outdoors", "--start",
          "\(day)T1\(index):30+08:00", "--end", "\(day)T1\(index):40+08:00", "--no-opinion",
          "--signature", "signed", "--remark", "已答复"))
    }
    try team.meet()
  }

  @Test(
    "goes from offline visits to an approved summary, two letters and all feedback, with one set of figures"
  )
  func wholeMonth() throws {
    let team = try team()
    try recordOffline(team)
    try team.serve()
    // The office dies while the first laptop pushes; what was pushed is pushed again.
    let (officer, manager) = (try team["officer"], try team["manager"])
    let pushing = try officer.start(["sync"])
    team.company.stop(with: SIGKILL)
    _ = Programs.end(of: pushing)
    #expect(try officer.rounds("sync").status == 3, "nobody is there")
    try team.serve()
    try team.meet()
    try review(team)
    let matters = try summarise(team)
    try answer(team, matters)
    try tell(team)
    for (_, laptop) in team.laptops {
      #expect(try list(laptop, ["matter", "list", "--owed"], "matters").isEmpty)
      #expect(
        try list(laptop, ["due"], "due").filter {
          ["R1-41", "R1-60"].contains($0["rule"] as? String ?? "")
        }.isEmpty)
    }
    // One set of figures: on every laptop, by the server's command, on the page, and as approved.
    let words = ["summary", "show", "--month", team.month, "--json"]
    let summary = try expectDone(manager.run(words)).json["summary"] as? [String: Any]
    let digest = try #require(summary?["digest"] as? String)
    #expect(summary?["state"] as? String == "approved")
    #expect(summary?["approvedDigest"] as? String == digest)
    let figures = try #require(summary?["figures"] as? [String: Any])
    #expect(figures["counted"] as? Int == 16 && figures["manager"] as? Int == 5)
    #expect(figures["supervisor"] as? Int == 5)
    for (_, laptop) in team.laptops {
      let theirs = try expectDone(laptop.run(words)).json["summary"] as? [String: Any]
      #expect(theirs?["digest"] as? String == digest)
      #expect((theirs?["letters"] as? [Any])?.count == 2)
    }
    let page = try team.company.browser(of: "reviewer").get("/summaries/S1/" + team.month)
    #expect(page.body.contains(digest))
    team.company.stop()
    let report =
      try expectDone(
        team.company.office("report", "--month", team.month, "--site", "S1", "--json")
      ).json["summaries"] as? [[String: Any]]
    #expect(report?.first?["digest"] as? String == digest)
    #expect(NSDictionary(dictionary: figures).isEqual(report?.first?["figures"]))
    // In sync means that the digests match.
    let state = ["state", "--scope", "S1", "--json"]
    let atOffice = try expectDone(team.company.run(state)).text
    for (name, laptop) in team.laptops {
      #expect(try expectDone(laptop.run(state)).text == atOffice, "\(name)")
      #expect(try laptop.pending() == 0)
    }
  }
}
