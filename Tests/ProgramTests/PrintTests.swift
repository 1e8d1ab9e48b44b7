import Foundation
import Testing

@Suite("Forms for the printer") struct PrintTests {
  /// A laptop with a visit at which something was said, and a manager's letter about it.
  private func laptops() throws -> (Company, officer: TestLaptop, visit: String, letter: String) {
    let company = try Company(name: "<b>物业</b>")
    let officer = try company.laptop("officer", "serviceOfficer")
    let manager = try company.laptop("manager", "siteManager")
    // Who keeps the keys of confidential notes.
    try expectDone(company.office("custodian", "add", "manager", "--site", "S1"))
    try company.serve()
    for laptop in [officer, manager] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    company.stop()
    var visit = ordinaryVisit("1-101")
    visit["met"] = "陈<script>alert(1)</script>"
    visit["relation"] = "tenant"
    visit["telephone"] = "13912345678"
    visit["confidentialNote"] = "机密：欠费诉讼"
    visit["remark"] = "\u{600}<img src=x onerror=alert(1)>\u{301}\"'{{{token}}}"
    visit["opinions"] = [
      ["topic": "repair", "kind": "need", "text": "换灯<b>", "wantsFeedback": true],
      [
        "topic": "order", "kind": "complaint",
        "text": String(repeating: "夜间电动车进电梯，", count: 30) + String(repeating: "w", count: 90),
      ],
      ["topic": "cleaning", "kind": "praise", "text": "干净"],
    ]
    let recorded = try expectDone(officer.record(visit)).json
    let id = try #require(recorded["visit"] as? String ?? recorded["id"] as? String)
    try company.serve()
    for laptop in [officer, manager] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    let matters =
      try expectDone(manager.rounds("matter", "list", "--json")).json["matters"]
      as? [[String: Any]] ?? []
    let need = try #require(matters.first { $0["kind"] as? String == "need" }?["matter"] as? String)
    try expectDone(manager.rounds("matter", "decide", need, "--beyond"))
    let letter = try expectDone(
      manager.rounds(
        "letter", "write", "--matter", need, "--subject", "更换<i>路灯</i>", "--proposal", "全部更换",
        "--reply-by", "2999-12-31", "--month", String(Self.day.prefix(7)), "--json")
    ).json["letter"]
    try expectDone(manager.rounds("sync"))
    try expectDone(officer.rounds("sync"))
    company.stop()
    let name = letter as? String ?? (letter as? [String: Any])?["letter"] as? String
    return (company, officer, id, try #require(name))
  }

  /// Of an ordinary visit.
  private static let day = (ordinaryVisit()["start"] as? String ?? "").prefix(10)

  /// A notice of a cut of water, an emergency that the manager allowed; nobody has sealed it yet.
  /// - Returns: its id.
  private func notice(_ laptop: TestLaptop) throws -> String {
    let made = try expectDone(
      laptop.rounds(
        "notice", "write", "waterOutage", "--start", "2999-12-30 09:00", "--end",
        "2999-12-30 17:00", "--title", "停水<b>通知</b>", "--body", "请储水\n<script>alert(1)</script>",
        "--cause", "清洗水箱", "--preparation", "关好水龙头", "--supply", "3号楼大堂", "--telephone",
        "021-55550000", "--valid-until", "2999-12-31", "--emergency", "爆管抢修", "--approved-by",
        "manager", "--json"))
    let shown = try made.json["notice"] as? [String: Any]
    return try #require(shown?["notice"] as? String)
  }

  /// Minutes, a petition, and a survey that came back five times and is analysed.
  /// - Returns: their ids.
  private func records(
    _ laptop: TestLaptop
  ) throws -> (meeting: String, petition: String, survey: String) {
    let start = try #require(ordinaryVisit()["start"] as? String)
    let script = "<script>alert(1)</script>"
    func id(_ name: String, _ words: [String]) throws -> String {
      let made = try expectDone(laptop.run(words + ["--json"])).json[name] as? [String: Any]
      return try #require(made?[name] as? String)
    }
    let meeting = try id(
      "meeting",
      [
        "meeting", "record", "--start", start, "--chair", "manager", "--points", "路灯" + script,
        "--decisions", "本周更换", "--task", "officer:2999-12-31:更换路灯",
      ])
    let petition = try id(
      "petition",
      [
        "petition", "file", "appeal", "--to", "manager", "--matter", "连排夜班", "--facts",
        "连排两周" + script,
      ])
    let survey = try id(
      "survey", ["survey", "create", "satisfaction", "--title", "满意度<b>调查</b>"])
    try expectDone(laptop.rounds("survey", "distribute", survey, "--count", "8"))
    #expect(try laptop.run(["print", "survey", survey, "--output", "-"]).status == 1)
    for number in 1...5 {
      try expectDone(
        laptop.rounds(
          "survey", "answer", survey, "--way", "paper", "--slip", "00\(number)", "--grade",
          "cleaning=\(number == 5 ? 4 : 1)", "--room", "1-101", "--remark", "住户的话"))
    }
    try expectDone(laptop.rounds("survey", "analyse", survey, "--text", "加强保洁" + script))
    return (meeting, petition, survey)
  }

  private func printed(_ laptop: TestLaptop, _ words: [String]) throws -> String {
    try expectDone(laptop.run(["print"] + words + ["--output", "-"])).text
  }

  @Test("R3-08 hold what is recorded, the register too, as text and nothing but text")
  func filled() throws {
    let (_, laptop, visit, letter) = try laptops()
    let month = ["--month", String(Self.day.prefix(7))]
    for (language, title) in [
      ("zh-Hans", "业户访问记录"), ("zh-Hant", "業戶訪問記錄"), ("en", "Household visit record"),
    ] {
      let sheet = try printed(laptop, [visit, "--lang", language])
      #expect(sheet.contains("<h1>\(title)</h1>") && sheet.contains("lang=\"\(language)\""))
      #expect(sheet.contains("陈&lt;script&gt;") && sheet.contains("换灯&lt;b&gt;"))
      #expect(!sheet.contains("<script") && !sheet.contains("<img"))
      // One of four ways, one of two kinds, one of five relations …
      #expect(sheet.components(separatedBy: "☑").count == 7)
      #expect(sheet.contains("5678"))
    }
    let register = try printed(laptop, ["register", "--lang", "zh-Hant"] + month)
    #expect(register.contains("走/回訪情況登記表") && register.contains("1. 换灯&lt;b&gt;\n2. 夜间电动车进电梯"))
    let summary = try printed(laptop, ["summary", "--lang", "en"] + month)
    #expect(summary.contains("summaryDay=5") && summary.contains("<h1>Monthly summary of visits"))
    let sheet = try printed(laptop, ["letter", letter, "--lang", "zh-Hans"])
    #expect(sheet.contains("更换&lt;i&gt;路灯&lt;/i&gt;") && sheet.contains("2999-12-31"))
    #expect(sheet.contains("换灯&lt;b&gt;"))
    // Whatever is printed, the telephone is masked, and what is confidential is nowhere.
    for text in [
      register, summary, sheet, try printed(laptop, [visit, "--lang", "zh-Hans"]),
    ] {
      for secret in ["13912345678", "1391234", "欠费诉讼", "<script", "<img"] {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
  }

  @Test("R3-08 say what a signature no longer covers; voided, a visit is left out of the register")
  func honest() throws {
    let (_, laptop, visit, _) = try laptops()
    let shown = try expectDone(laptop.rounds("visits", "show", visit, "--json")).json
    try expectDone(
      laptop.rounds(
        "visits", "amend", visit, "--field", "remark", "--value", "改过", "--saw",
        try #require(shown["saw"] as? String)))
    let stale = try printed(laptop, [visit, "--lang", "en"])
    #expect(stale.contains("class=\"note\">") && stale.contains("no longer"))
    let month = ["--month", String(Self.day.prefix(7))]
    #expect(
      try printed(laptop, ["register", "--lang", "en"] + month).contains("changed since it was"))
    let again = try expectDone(laptop.rounds("visits", "show", visit, "--json")).json
    try expectDone(
      laptop.rounds(
        "visits", "void", visit, "--reason", "记错", "--saw",
        try #require(again["saw"] as? String)))
    #expect(try printed(laptop, [visit, "--lang", "en"]).contains("This record is voided."))
    #expect(
      try printed(laptop, ["register", "--lang", "en"] + month).contains("No visit or return"))
  }

  @Test("of a notice say what everybody may read, with nobody's name, and call a draft a draft")
  func notices() throws {
    let (company, laptop, _, _) = try laptops()
    let id = try notice(laptop)
    let draft = try expectDone(
      laptop.run(["print", "notice", id, "--lang", "en", "--output", "-"]))
    #expect(draft.text.contains("<h2>Draft</h2>") && draft.text.contains("must not be posted"))
    #expect(draft.text.contains("no number yet"))
    #expect(!draft.talk.contains("delete it"), "\(draft.talk)")
    try expectDone(laptop.rounds("notice", "seal", id))
    try company.serve()
    try laptop.setURL(company.url)
    for _ in 0..<2 { try expectDone(laptop.rounds("sync")) }
    company.stop()
    let shown = try expectDone(laptop.rounds("notice", "show", id, "--json")).json
    let known = try #require(shown["notice"] as? [String: Any])
    let number = try #require(known["number"] as? String)
    let digest = try #require(known["digest"] as? String)
    for (language, title) in [
      ("zh-Hans", "通知单：停水&lt;b&gt;通知&lt;/b&gt;"), ("zh-Hant", "通知單：停水&lt;b&gt;通知&lt;/b&gt;"),
      ("en", "停水&lt;b&gt;通知&lt;/b&gt; (slip)"),
    ] {
      let sheet = try printed(laptop, ["notice", id, "--lang", language])
      for said in [
        "<h1>\(title)</h1>", "绿岛", number, "2999-12-30 09:00", "2999-12-30 17:00",
        "清洗水箱", "关好水龙头", "3号楼大堂", "021-55550000", "2999-12-31", "&lt;script&gt;",
      ] { #expect(sheet.contains(said), "\(said)") }
      for hidden in [
        "爆管", "manager", "officer", digest, "<script", "<b>", "<h2>Draft", "草稿",
      ] { #expect(!sheet.contains(hidden), "\(hidden)") }
    }
    let file = company.folder.file("public.html")
    let written = try expectDone(laptop.run(["print", "notice", id, "--output", file, "--json"]))
    #expect(try written.json["personal"] as? Bool == false)
    let call = try expectDone(
      laptop.rounds(
        "notice", "write", "repairDisturbance", "--form", "telephone", "--start",
        "2999-12-30 09:00", "--title", "电话通知", "--body", "已告知", "--json"))
    let memo = try call.json["notice"] as? [String: Any]
    let refused = try laptop.run(
      ["print", "notice", try #require(memo?["notice"] as? String), "--lang", "en"])
    #expect(refused.status == 1 && refused.talk.contains("R2-09"))
  }

  @Test("hold minutes and petitions for few eyes, and of a survey what everybody may read")
  func fewEyes() throws {
    let (_, laptop, _, _) = try laptops()
    let (meeting, petition, survey) = try records(laptop)
    for (words, said) in [
      (["minutes", meeting], ["会议记录", "路灯&lt;script&gt;", "本周更换", "更换路灯", "manager", "草稿"]),
      (["petition", petition], ["职员提议、申诉表", "连排夜班", "连排两周", "officer", "manager", "申诉"]),
    ] {
      let ended = try expectDone(
        laptop.run(["print"] + words + ["--lang", "zh-Hans", "--output", "-"]))
      for one in said { #expect(ended.text.contains(one), "\(one)") }
      #expect(!ended.text.contains("<script") && ended.talk.contains("打印后请删除"))
      if words[0] == "petition" {
        // R2-13: whose form it is says the department of the employee, not of who sees to it.
        #expect(ended.text.contains("部门") && !ended.text.contains("承办部门"))
      }
    }
    let results = ["survey", survey, "--lang", "zh-Hans"]
    // One that came late is not counted again, and does not keep the sheet from hanging; five more are.
    for late in [0, 1, 5] {
      for _ in 0..<late {
        try expectDone(laptop.rounds("survey", "answer", survey, "--grade", "cleaning=5"))
      }
      let ended = try expectDone(laptop.run(["print"] + results + ["--output", "-"]))
      for one in [
        "满意度&lt;b&gt;调查&lt;/b&gt;", "4 / 0 / 0 / 1 / 0", "80.0 %", "1.60", "62.5 %",
        "少于 5 份，不公布", "加强保洁&lt;script&gt;",
      ] { #expect(ended.text.contains(one), "\(one)") }
      for hidden in ["住户的话", "1-101", "officer", "<script", "<b>"] {
        #expect(!ended.text.contains(hidden), "\(hidden)")
      }
      #expect(!ended.talk.contains("打印后请删除"), "everybody may read it")
      #expect(ended.text.contains("不再准确") == (late == 5), "answers came after the analysis")
    }
    for blank in ["minutes", "petition", "survey"] {
      let ended = try expectDone(laptop.run(["print", blank, "--blank", "--output", "-"]))
      #expect(ended.text.contains("绿岛") && ended.talk.isEmpty)
    }
  }

  @Test("replace no file that is there, and take no word that comes to nothing")
  func careful() throws {
    let (company, laptop, visit, _) = try laptops()
    let file = company.folder.file("there.html")
    try company.folder.write(Array("mine".utf8), to: file)
    #expect(try laptop.run(["print", visit, "--output", file]).status == 1)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    try expectDone(laptop.run(["print", visit, "--output", file, "--force"]))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<!doctype html>"))
    for words in [
      ["register", "2026-09"], ["visit", visit, "--blank"], [visit, "--month", "2026-09"],
      ["summary", "--blank", "--month", "2026-09"], [visit, "--output", "-", "--json"],
      ["notice", "ffffff", "--month", "2026-09"], ["notice", "ffffff", "--blank"],
    ] { #expect(try laptop.run(["print"] + words).status == 64, "\(words)") }
  }

  @Test("are there blank while the vault is locked, and filled they are not")
  func locked() throws {
    let (_, laptop, visit, _) = try laptops()
    try expectDone(
      laptop.run(["passphrase"], input: Array("long enough words for a vault\n".utf8)))
    try expectDone(laptop.rounds("lock"))
    #expect(try printed(laptop, ["visit", "--blank"]).contains("☐"))
    #expect(try laptop.run(["print", visit, "--output", "-", "--no-input"]).status != 0)
  }

  @Test("R2-18 are printed on A4 by a real browser, petition and minutes too, and load nothing")
  func paper() throws {
    let (company, laptop, visit, letter) = try laptops()
    let notice = try self.notice(laptop)
    let (meeting, petition, survey) = try records(laptop)
    let month = String(Self.day.prefix(7))
    var files: [String] = []
    for (name, words) in [
      ("visit", [visit]), ("register", ["register", "--month", month]),
      ("register-en", ["register", "--month", month, "--lang", "en"]),
      ("summary", ["summary", "--month", month]), ("letter", ["letter", letter]),
      ("public-notice", ["notice", notice]),
      ("public-notice-en", ["notice", notice, "--lang", "en"]),
      ("blank-visit", ["visit", "--blank"]), ("blank-register", ["register", "--blank"]),
      ("blank-summary", ["summary", "--blank"]), ("blank-letter", ["letter", "--blank"]),
      ("blank-notice", ["notice", "--blank"]),
      ("blank-notice-en", ["notice", "--blank", "--lang", "en"]),
      ("minutes", ["minutes", meeting]), ("petition", ["petition", petition]),
      ("results", ["survey", survey]), ("results-en", ["survey", survey, "--lang", "en"]),
      ("blank-minutes", ["minutes", "--blank"]), ("blank-petition", ["petition", "--blank"]),
      ("blank-petition-en", ["petition", "--blank", "--lang", "en"]),
      ("blank-survey", ["survey", "--blank"]),
      ("blank-survey-en", ["survey", "--blank", "--lang", "en"]),
    ] {
      let file = company.folder.file(name + ".html")
      let ended = try laptop.run(
        ["print"] + words + (words.contains("--lang") ? [] : ["--lang", "zh-Hant"])
          + ["--output", file, "--json"])
      #expect(try expectDone(ended).json["file"] as? String == file)
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      files.append(file)
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Pages/print.py").path(percentEncoded: false)
    let ended = try Programs.run(
      "/usr/bin/python3", [script] + files,
      ["PATH": "/usr/bin:/bin", "HOME": company.folder.path, "LANG": "C.UTF-8"],
      in: company.folder)
    // Said aloud, because a machine without a browser holds less.
    print(ended.text)
    #expect(ended.status == 0 || ended.status == 77, "\(ended.status): \(ended.talk)")
    guard ended.status == 0 else { return }
    for line in [
      "register-en.html: 1 landscape", "blank-visit.html: 1 portrait",
      "blank-register.html: 1 landscape",
      "blank-letter.html: 1 portrait", "blank-summary.html: 1 portrait",
      "public-notice.html: 1 portrait", "public-notice-en.html: 1 portrait",
      "blank-notice.html: 1 portrait", "blank-notice-en.html: 1 portrait",
      "minutes.html: 1 portrait", "petition.html: 1 portrait", "results.html: 1 portrait",
      "results-en.html: 1 portrait", "blank-minutes.html: 1 portrait",
      "blank-petition.html: 1 portrait", "blank-petition-en.html: 1 portrait",
      "blank-survey.html: 1 portrait", "blank-survey-en.html: 1 portrait",
    ] { #expect(ended.text.contains(line), "\(line)") }
    // Each filled form leads to its record, and no blank one leads anywhere.
    let find = company.url + "/find/"
    for line in ended.text.split(separator: "\n") {
      #expect(line.contains(", code \(find)") != line.hasPrefix("blank-"), "\(line)")
    }
    for name in [
      "visit/\(visit)\n", "letter/\(letter)\n", "notice/\(notice)\n", "minutes/\(meeting)\n",
      "petition/\(petition)\n", "survey/\(survey)\n", ".\(month)\n",
    ] { #expect(ended.text.contains(name), "\(name)") }
  }

  @Test("R2-18 say which there are: another is refused, as are minutes that are not there")
  func refused() throws {
    let (company, laptop, _, _) = try laptops()
    let file = company.folder.file("none.html")
    for words in [
      ["letter"], ["notice"], ["visit"], ["menu", "--blank"], ["ffffffffffff"],
      ["notice", "ffffffffffff"], ["minutes"], ["petition", "ffffffffffff"],
      ["survey", "ffffffffffff"],
    ] {
      let ended = try laptop.run(["print"] + words + ["--output", file])
      #expect(ended.status != 0 && !ended.talk.isEmpty, "\(words)")
    }
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try laptop.rounds("print", "letter").status == 64)
  }
}
