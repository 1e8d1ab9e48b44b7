import Foundation

/// An office in which every page has something to show, and somebody of each role who may log in.
struct PageCompany {
  /// The runs of Han that are people's names.
  static let names: Set<String> = ["管家", "主管", "经理", "访员", "前任", "员工"]

  let company: Company
  /// Names by role; everybody's password is `Company.password`.
  private(set) var people: [String: String] = [:]
  /// A questionnaire that is out, for the addresses of its slips.
  private(set) var survey = ""

  private let officer: TestLaptop
  private let supervisor: TestLaptop
  private let manager: TestLaptop
  private let visitor: TestLaptop

  private var laptops: [TestLaptop] { [officer, supervisor, manager, visitor] }

  /// Serves when it is made.
  /// - Parameter texts: in which `names` are names.
  init(_ texts: PageTexts = .tame) throws {
    company = try Company(texts: texts)
    try Self.askAgain(company)
    officer = try company.laptop("管家", in: "officer")
    supervisor = try company.laptop("主管", "serviceSupervisor", in: "supervisor")
    manager = try company.laptop("经理", "siteManager", in: "manager")
    visitor = try company.laptop("访员", "companyVisitor", in: "visitor")
    let enrolled = ["管家", "主管", "经理", "访员"]
    for name in enrolled { people[try role(of: texts.said(name))] = texts.said(name) }
    try holdWork()
    try visit()
    try tell()
    try meet()
    company.stop()
    for name in enrolled { try company.setPassword(of: name) }
    for role in ["frontDeskOfficer", "engineeringSupervisor"] { try add(role, sites: ["S1"]) }
    for role in ["companyReviewer", "administrator", "generalManager", "generalAffairs"] {
      try add(role)
    }
    try serve()
  }

  /// Of which visits a household is asked is decided by lot; here of all, so that two such offices are alike.
  /// Before the office serves: on the first of a month it then has a record, and the past is closed.
  private static func askAgain(_ company: Company) throws {
    let file = company.folder.file("policy.json")
    let edition =
      #"{"edition":"1","from":"2026-01-01","source":"test","decisions":"#
      + #"[{"decision":"P01","values":{"recontactPercent":100}}]}"#
    try company.folder.write(Array(edition.utf8), to: file)
    try expectDone(company.office("policy", "import", file))
  }

  private mutating func add(_ role: String, sites: [String] = []) throws {
    let name = "员工 " + role
    try company.person(name, role, sites: sites)
    people[role] = company.texts.said(name)
  }

  private func role(of name: String) throws -> String {
    let listed = try expectDone(company.office("account", "list", "--json")).json["accounts"]
    let account = (listed as? [[String: Any]])?.first { $0["name"] as? String == name }
    return account?["role"] as? String ?? ""
  }

  private func serve() throws {
    try company.serve()
    for laptop in laptops { try laptop.setURL(company.url) }
  }

  /// Twice: what one brings the others take along.
  private func sync() throws {
    for laptop in laptops + laptops { try expectDone(laptop.rounds("sync")) }
  }

  /// A lost laptop's visit comes back to an office restored from before it, and is held.
  private func holdWork() throws {
    let lost = try company.laptop("前任", in: "former")
    try serve()
    try lost.setURL(company.url)
    let backup = company.folder.file("backup")
    try expectDone(company.office("backup", backup))
    try expectDone(lost.record(ordinaryVisit("1-301")))
    for laptop in [lost, officer] { try expectDone(laptop.rounds("sync")) }
    let listed = try expectDone(company.office("device", "list", "--json")).json["devices"]
    let device = (listed as? [[String: Any]])?.first {
      $0["person"] as? String == company.texts.said("前任")
    }
    try expectDone(
      company.office("device", "revoke", device?["fingerprint"] as? String ?? ""))
    try expectDone(officer.rounds("sync"))
    company.stop()
    try expectDone(company.office("restore", backup, "--as-of-backup"))
    try serve()
    try sync()
  }

  /// A household that site and company visited, a visit changed on two laptops, another of which that was settled,
  /// and one sent back, what households said, and a letter about it.
  private func visit() throws {
    var said = ordinaryVisit("1-101")
    said["remark"] = "周末再约"
    said["opinions"] = [
      ["topic": "repair", "kind": "need", "text": "楼道灯坏了", "wantsFeedback": true],
      ["topic": "order", "kind": "complaint", "text": "夜间电动车进电梯", "wantsFeedback": true],
    ]
    let visit = try id("visit", officer.record(said))
    try expectDone(visitor.record(ordinaryVisit("1-101")))
    let other = try id("visit", officer.record(ordinaryVisit("1-102")))
    let settled = try id("visit", supervisor.record(ordinaryVisit("1-103")))
    // As many as there are: of fewer, a lot decides.
    try expectDone(supervisor.rounds("draw", "--count", "11"))
    try sync()
    for (laptop, value, grade) in [
      (officer, "工作日再约", "satisfied"), (supervisor, "下月再约", "notSatisfied"),
    ] {
      try amend(visit, "remark", value, on: laptop)
      try amend(settled, "satisfaction", grade, on: laptop)
    }
    try expectDone(
      supervisor.rounds("review", "return", other, "--part", "times", "--comment", "请核对时间"))
    let listed = try expectDone(manager.rounds("matter", "list", "--json")).json["matters"]
    let matter = (listed as? [[String: Any]])?.first { $0["kind"] as? String == "need" }
    let need = matter?["matter"] as? String ?? ""
    try expectDone(manager.rounds("matter", "decide", need, "--beyond"))
    try expectDone(
      manager.rounds(
        "letter", "write", "--matter", need, "--subject", "更换路灯", "--proposal", "全部更换",
        "--reply-by", "2999-12-31", "--month", String("\(said["start"] ?? "")".prefix(7))))
    try expectDone(
      officer.rounds("incident", "record", "propertyDamaged", "1-201", "--text", "自行车被压坏"))
    try sync()
    let open =
      try expectDone(supervisor.rounds("conflicts", "show", settled, "--json"))
      .json["conflicts"] as? [[String: Any]]
    // Their own: which of the two stands first a lot decides.
    let sides = open?.first?["values"] as? [[String: Any]] ?? []
    let own = sides.firstIndex { $0["person"] as? String == company.texts.said("主管") } ?? 0
    try expectDone(
      supervisor.rounds(
        "conflicts", "settle", settled, "--choose", "\(own + 1)", "--saw",
        open?.first?["saw"] as? String ?? ""))
    try sync()
  }

  private func amend(
    _ visit: String, _ field: String, _ value: String, on laptop: TestLaptop
  ) throws {
    let saw = try expectDone(laptop.rounds("visits", "show", visit, "--json")).json["saw"]
    try expectDone(
      laptop.rounds(
        "visits", "amend", visit, "--field", field, "--value", value, "--saw",
        saw as? String ?? ""))
  }

  /// A notice that hangs, and one that is a draft.
  private func tell() throws {
    var words = ["notice", "write", "waterOutage", "--start", "2999-12-30 09:00"]
    words += ["--end", "2999-12-30 17:00", "--cause", "清洗水箱", "--body", "请储水"]
    words += ["--valid-until", "2999-12-31", "--emergency", "爆管抢修", "--approved-by", "经理"]
    let notice = try id("notice", supervisor.run(words + ["--title", "停水通知", "--json"]))
    _ = try id("notice", supervisor.run(words + ["--title", "又一次停水", "--json"]))
    try expectDone(supervisor.rounds("notice", "seal", notice))
    try sync()
    try expectDone(supervisor.rounds("notice", "post", notice, "--everywhere"))
  }

  /// Minutes, an appeal, and a questionnaire of which one came back.
  private mutating func meet() throws {
    let start = ordinaryVisit()["start"] as? String ?? ""
    try expectDone(
      supervisor.rounds(
        "meeting", "record", "--start", start, "--chair", "经理", "--points", "路灯",
        "--decisions", "本周更换", "--task", "管家:2999-12-31:更换路灯"))
    try expectDone(
      officer.rounds(
        "petition", "file", "appeal", "--to", "经理", "--matter", "连排夜班", "--facts", "连排两周"))
    survey = try id(
      "survey", officer.rounds("survey", "create", "satisfaction", "--title", "满意度调查", "--json"))
    try expectDone(officer.rounds("survey", "distribute", survey, "--count", "8"))
    try expectDone(
      officer.rounds(
        "survey", "answer", survey, "--way", "paper", "--slip", "001", "--grade", "cleaning=1",
        "--remark", "很好"))
    try analyse()
    try sync()
  }

  /// Another questionnaire, whose results may be published.
  private func analyse() throws {
    let results = try id(
      "survey", officer.rounds("survey", "create", "satisfaction", "--title", "上年满意度", "--json"))
    try expectDone(officer.rounds("survey", "distribute", results, "--count", "8"))
    for number in 1...5 {
      try expectDone(
        officer.rounds(
          "survey", "answer", results, "--way", "paper", "--slip", "00\(number)", "--grade",
          "cleaning=2"))
    }
    try expectDone(officer.rounds("survey", "analyse", results, "--text", "加强保洁"))
  }

  /// The id of what a command made: `{"visit": id}` or `{"notice": {"notice": id, …}}`.
  private func id(_ name: String, _ ended: Ended) throws -> String {
    let made = try expectDone(ended).json[name]
    let id = made as? String ?? (made as? [String: Any])?[name] as? String
    guard let id else { throw Programs.Fault.failed(name, ended.status, ended.text) }
    return id
  }
}
