import LocalMachine
import OfficeWork
import TextFormats
import Wording

/// The first days of October: what was recorded is reviewed, a month is summed up and approved, and one
/// matter goes to head office by letter. The second site's summary waits for its manager, and the third's is
/// still a draft, so that the pages show each step.
struct DemoMonthEnd {
  let programs: DemoPrograms
  let sites: [DemoSite]
  let say: (Phrase, [String]) -> Void

  /// Where the printed forms lie.
  private var folder: String { programs.home.file("printed") }

  func play() throws {
    var accepted = 0
    for index in sites.indices {
      let (supervisor, manager) = ("supervisor\(index + 1)", "manager\(index + 1)")
      try sync(manager, "2026-10-01 08:00:00")
      if index == 0 { try sendBack(by: supervisor, to: "officer1") }
      accepted += try accept(by: supervisor, at: "2026-10-01 10:00:00")
      accepted += try accept(by: manager, at: "2026-10-01 15:00:00")
      try sync(supervisor, "2026-10-01 18:00:00")
      try sync(manager, "2026-10-01 18:10:00")
    }
    say(.demoReviewed, ["\(accepted)"])
    for supervisor in ["supervisor1", "supervisor2"] {
      _ = try programs.rounds(
        supervisor, at: "2026-10-02 09:00:00", ["summary", "submit"] + Self.month)
      try sync(supervisor, "2026-10-02 09:10:00")
    }
    let decided = try decide(by: "manager1")
    _ = try programs.rounds(
      "manager1", at: "2026-10-03 11:00:00", ["summary", "approve"] + Self.month)
    for index in sites.indices {
      try sync("manager\(index + 1)", "2026-10-03 18:00:00")
      for name in ["supervisor\(index + 1)", "officer\(index + 1)"] {
        try sync(name, "2026-10-03 18:10:00")
      }
    }
    try sync("headoffice", "2026-10-03 18:30:00")
    say(.demoApproved, [sites[0].name, "\(decided)"])
    try print()
  }

  private static let month = ["--month", "2026-09"]

  private func sync(_ laptop: String, _ moment: String) throws {
    _ = try programs.rounds(laptop, at: moment, ["sync"])
  }

  private func ids(
    _ laptop: String, at moment: String, _ words: [String], _ list: String, _ member: String
  ) throws -> [String] {
    let listed = try programs.rounds(laptop, at: moment, words + ["--json"])
    guard case .array(let all)? = listed.json?[list] else { return [] }
    return all.compactMap { if case .string(let id)? = $0[member] { id } else { nil } }
  }

  /// One record goes back to its visitor, and is answered.
  private func sendBack(by supervisor: String, to officer: String) throws {
    for visit in try ids(
      supervisor, at: "2026-10-01 09:00:00", ["review", "list"], "reviews", "visit")
    {
      let sent = try programs.rounds(
        supervisor, at: "2026-10-01 09:00:00",
        ["review", "return", visit, "--part", "times", "--comment", "请核对结束时间"],
        mayRefuse: true)
      // A supervisor's own is not theirs to review: the next is the officer's.
      guard sent.status == 0 else { continue }
      try sync(supervisor, "2026-10-01 09:10:00")
      try sync(officer, "2026-10-01 09:20:00")
      for mine in try ids(
        officer, at: "2026-10-01 09:30:00", ["review", "list", "--mine"], "reviews", "visit")
      {
        _ = try programs.rounds(
          officer, at: "2026-10-01 09:30:00", ["review", "answer", mine, "--reply", "时间无误"])
      }
      try sync(officer, "2026-10-01 09:40:00")
      try sync(supervisor, "2026-10-01 09:50:00")
      return
    }
  }

  /// Accepts whatever the rules let through: nobody's own, and nothing that is in conflict.
  private func accept(by reviewer: String, at moment: String) throws -> Int {
    var accepted = 0
    for visit in try ids(reviewer, at: moment, ["review", "list"], "reviews", "visit") {
      let ended = try programs.rounds(
        reviewer, at: moment, ["review", "accept", visit], mayRefuse: true)
      if ended.status == 0 { accepted += 1 }
    }
    try sync(reviewer, moment)
    return accepted
  }

  /// The first matter is beyond the manager and goes into a letter; about the others a measure is decided.
  private func decide(by manager: String) throws -> Int {
    let moment = "2026-10-03 10:00:00"
    try sync(manager, moment)
    let shown = try programs.rounds(
      manager, at: moment, ["summary", "show", "--json"] + Self.month)
    guard case .array(let undecided)? = shown.json?["summary"]?["undecided"] else { return 0 }
    for (index, matter) in undecided.enumerated() {
      guard case .string(let id) = matter else { continue }
      _ = try programs.rounds(
        manager, at: moment,
        ["matter", "decide", id] + (index == 0 ? ["--beyond"] : ["--measure", "本月内处理"]))
      if index == 0 {
        _ = try programs.rounds(
          manager, at: moment,
          [
            "letter", "write", "--matter", id, "--subject", "请公司统一安排", "--proposal",
            "列入年度改造计划", "--reply-by", "2026-10-20",
          ] + Self.month)
      }
    }
    return undecided.count
  }

  /// Register, summary and a notice of the first site, as they would be printed.
  private func print() throws {
    _ = try DataDirectory(path: folder)
    if let notice = try ids(
      "manager1", at: "2026-10-03 12:00:00", ["notice", "list"], "notices", "number"
    ).first {
      _ = try programs.rounds(
        "manager1", at: "2026-10-03 12:00:00",
        ["print", "notice", notice, "--output", "\(folder)/notice.html"])
    }
    for form in ["register", "summary"] {
      _ = try programs.rounds(
        "manager1", at: "2026-10-03 12:00:00",
        ["print", form, "--output", "\(folder)/\(form).html"] + Self.month)
    }
    say(.demoPrinted, [folder])
  }
}
