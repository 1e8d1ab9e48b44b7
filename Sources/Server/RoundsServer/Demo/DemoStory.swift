import Foundation
import TextFormats
import Wording

/// September 2026 at three communities: what the demonstration plays.
struct DemoStory {
  let programs: DemoPrograms
  let sites: [DemoSite]
  let url: String
  let opinions: [JSON]
  let say: (Phrase, [String]) -> Void

  /// Three laptops a site, and head office's.
  static func laptops(_ sites: [DemoSite]) -> [(name: String, role: String, sites: [String])] {
    let ofSites = sites.enumerated().flatMap { index, site in
      [
        ("supervisor\(index + 1)", "serviceSupervisor", [site.code]),
        ("officer\(index + 1)", "serviceOfficer", [site.code]),
        ("manager\(index + 1)", "siteManager", [site.code]),
      ]
    }
    return ofSites + [("headoffice", "companyVisitor", sites.map(\.code))]
  }

  func play() throws {
    try draws()
    try visits()
    try duplicates()
    try conflict()
    try killed()
    try DemoNotices(programs: programs, site: sites[0], say: say).play()
    // Twice, because what one pushes another only gets at its next sync.
    for _ in 0..<2 {
      for laptop in Self.laptops(sites) { try sync(laptop.name, at: "2026-09-30 20:00:00") }
    }
  }

  private func sync(_ laptop: String, at moment: String) throws {
    _ = try programs.rounds(laptop, at: moment, ["sync"])
  }

  /// Supervisors draw offline; officers fetch the list. Head office draws at every site, unaware.
  private func draws() throws {
    for index in sites.indices {
      _ = try programs.rounds(
        "supervisor\(index + 1)", at: "2026-09-01 09:00:00",
        ["draw", "--month", "2026-09", "--count", "\(Self.visitsPerSite)", "--reserve", "4"])
      _ = try programs.rounds(
        "headoffice", at: "2026-09-01 09:30:00",
        [
          "draw", "--month", "2026-09", "--count", "4", "--site", sites[index].code,
        ])
      try sync("supervisor\(index + 1)", at: "2026-09-01 18:00:00")
      try sync("officer\(index + 1)", at: "2026-09-01 18:30:00")
    }
    say(.demoDrawn, ["\(sites.count)"])
  }

  private static let visitsPerSite = 12

  /// Everyone visits offline: five by the supervisor, the others by the officer.
  private func visits() throws {
    var recorded = 0
    for index in sites.indices {
      let due = try units(of: "officer\(index + 1)", at: "2026-09-02 08:00:00", organiser: "site")
      for (turn, unit) in due.prefix(Self.visitsPerSite).enumerated() {
        let laptop = turn < 5 ? "supervisor\(index + 1)" : "officer\(index + 1)"
        let day = "2026-09-\(String(format: "%02d", 3 + turn))"
        try record(laptop, unit, day: day, hour: 19, opinion: index * 37 + turn)
        recorded += 1
      }
    }
    say(.demoVisited, ["\(recorded)"])
  }

  /// One avoidable, one learnt late, one unavoidable.
  private func duplicates() throws {
    // Avoidable: the officer has the company's draw on the laptop, and goes all the same.
    let first = sites[0].code
    try sync("headoffice", at: "2026-09-15 18:00:00")
    try sync("officer1", at: "2026-09-15 19:00:00")
    let drawn = try units(
      of: "headoffice", at: "2026-09-16 08:00:00", organiser: "company", site: first)
    if let unit = drawn.first {
      try record("headoffice", unit, day: "2026-09-16", hour: 10, opinion: 200, site: first)
      try record(
        "officer1", unit, day: "2026-09-16", hour: 19, opinion: 201,
        reasons: ["R1-39=住户当面要求"])
    }
    // Unavoidable: neither has heard of the other.
    let second = sites[1].code
    let unheard = try units(
      of: "headoffice", at: "2026-09-17 08:00:00", organiser: "company", site: second)
    if let unit = unheard.last {
      try record("headoffice", unit, day: "2026-09-17", hour: 10, opinion: 202, site: second)
      try record("officer2", unit, day: "2026-09-17", hour: 19, opinion: 203)
    }
    // Learnt late: the officer hears of it between the visit and writing it down.
    let third = sites[2].code
    let late = try units(
      of: "headoffice", at: "2026-09-18 08:00:00", organiser: "company", site: third)
    if let unit = late.last {
      try record("headoffice", unit, day: "2026-09-18", hour: 10, opinion: 204, site: third)
      try sync("headoffice", at: "2026-09-18 21:00:00")
      try sync("officer3", at: "2026-09-18 21:30:00")
      try record(
        "officer3", unit, day: "2026-09-18", hour: 19, opinion: 205,
        reasons: ["R1-39=当时还不知道"], enteredAt: "2026-09-18 22:00:00")
    }
    say(.demoDuplicates, [])
  }

  /// Two people correct the same remark of one visit without knowing of each other.
  private func conflict() throws {
    try sync("supervisor1", at: "2026-09-20 18:00:00")
    try sync("officer1", at: "2026-09-20 18:05:00")
    try sync("supervisor1", at: "2026-09-20 18:10:00")
    let list = try programs.rounds(
      "supervisor1", at: "2026-09-21 08:00:00", ["visits", "list", "--json"])
    guard case .array(let visits)? = list.json?["visits"],
      case .string(let visit)? = visits.last?["id"]
    else { return }
    for (laptop, text) in [("supervisor1", "住户希望周末再约"), ("officer1", "住户希望工作日再约")] {
      let shown = try programs.rounds(
        laptop, at: "2026-09-21 09:00:00", ["visits", "show", visit, "--json"])
      guard case .string(let saw)? = shown.json?["saw"] else { continue }
      _ = try programs.rounds(
        laptop, at: "2026-09-21 09:05:00",
        ["visits", "amend", visit, "--field", "remark", "--value", text, "--saw", saw])
    }
    say(.demoConflict, [])
  }

  /// A laptop is killed in its sync, a little later each time, until a sync outlives its killer; the
  /// next goes on where it stopped.
  private func killed() throws {
    var kills = 0
    for attempt in 0..<60 {
      guard try programs.killedSync("officer2", afterMs: 4 + attempt * 4) else { break }
      kills += 1
    }
    try sync("officer2", at: "2026-09-25 18:10:00")
    say(.demoKilled, ["\(kills)"])
  }

  /// Units that a laptop still has to visit.
  private func units(
    of laptop: String, at moment: String, organiser: String, site: String? = nil
  ) throws -> [String] {
    var words = ["plan", "--month", "2026-09", "--json"]
    if let site { words += ["--site", site] }
    let plan = try programs.rounds(laptop, at: moment, words)
    guard case .array(let due)? = plan.json?["due"] else { return [] }
    return due.compactMap { one in
      guard one["organiser"] == .string(organiser), case .string(let unit)? = one["unit"] else {
        return nil
      }
      return unit
    }
  }

  private func record(
    _ laptop: String, _ unit: String, day: String, hour: Int, opinion: Int,
    site: String? = nil, reasons: [String] = [], enteredAt: String? = nil
  ) throws {
    var words = [
      "record", "--household", unit, "--mode", "door", "--start", "\(day) \(hour):00", "--end",
      "\(day) \(hour):20", "--agreed-with", "住户", "--signature", "signed",
    ]
    let said = opinions[opinion % opinions.count]
    if case .string(let topic)? = said["topic"], case .string(let kind)? = said["kind"],
      case .string(let text)? = said["text"]
    {
      words += ["--opinion", "\(topic):\(kind):\(text)"]
    }
    if let site { words += ["--site", site] }
    for reason in reasons { words += ["--reason", reason] }
    _ = try programs.rounds(
      laptop, at: enteredAt ?? "\(day) \(hour):30:00", words)
  }
}
