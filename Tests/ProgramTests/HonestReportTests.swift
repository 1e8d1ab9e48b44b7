import Foundation
import Testing

/// Failure never looks like zero: a report that cannot be finished says so, and prints nothing that could be
/// taken for a result.
@Suite("A report that cannot be finished") struct HonestReportTests {
  private func company() throws -> (Company, laptop: TestLaptop) {
    let company = try Company()
    let laptop = try company.laptop("supervisor", "serviceSupervisor")
    var visit = ordinaryVisit()
    visit["opinions"] = [
      ["topic": "repair", "kind": "need", "text": "灯", "wantsFeedback": true]
    ]
    try expectDone(laptop.record(visit))
    try company.setPassword(of: "supervisor")
    try company.serve()
    try laptop.setURL(company.url)
    try expectDone(laptop.rounds("sync"))
    company.stop()
    return (company, laptop)
  }

  /// Writes over the computed state of every record of a kind, as a bad block of the disk might.
  private func damage(_ store: String, kind: Int, _ folder: Folder) throws {
    let script = """
      import sqlite3, sys
      store = sqlite3.connect(sys.argv[1])
      done = store.execute("UPDATE record SET state = x'ff00ff' WHERE type = ?", (int(sys.argv[2]),))
      assert done.rowcount > 0, "no such record"
      store.commit()
      """
    try expectDone(
      Programs.run("/usr/bin/python3", ["-c", script, store, "\(kind)"], [:], in: folder))
  }

  private func expectSilent(_ ended: Ended, _ words: [String]) {
    #expect(ended.status == 1, "\(words): \(ended.status) \(ended.text)")
    #expect(ended.text.isEmpty, "\(words) printed \(ended.text)")
    #expect(!ended.talk.isEmpty, "\(words) said nothing")
  }

  @Test("says so on a laptop, as text and as JSON, whatever it is about")
  func onTheLaptop() throws {
    let (company, laptop) = try company()
    let commands = [
      ["plan", "--month", month], ["visits", "list"], ["matter", "list"], ["review", "list"],
      ["due"],
      ["summary", "show", "--month", month],
      [
        "print", "register", "--month", month, "--force", "--output",
        company.folder.file("register.html"),
      ],
    ]
    for words in commands { try expectDone(laptop.run(words)) }
    try damage(laptop.home + "/rounds.sqlite", kind: 15, company.folder)
    for words in commands {
      expectSilent(try laptop.run(words), words)
      // A script gets an error and no figures.
      let json = try laptop.run(words + ["--json"])
      #expect(json.status == 1, "\(words)")
      #expect(try json.text.isEmpty || json.json["error"] != nil, "\(words): \(json.text)")
    }
  }

  @Test("says so at the office, by command and on the page")
  func atTheOffice() throws {
    let (company, _) = try company()
    let commands = [
      ["quota", "--month", month], ["report", "--month", month], ["due"], ["matter", "list"],
      ["review", "list"],
    ]
    for words in commands { try expectDone(company.run(words)) }
    try damage(company.folder.file("office/rounds.sqlite"), kind: 15, company.folder)
    for words in commands { expectSilent(try company.run(words), words) }
    try company.serve()
    let browser = try company.browser(of: "supervisor")
    for path in [
      "/?month=" + month, "/site/S1?month=" + month, "/due", "/reviews", "/matters",
      "/summaries/S1/" + month,
    ] {
      let page = try browser.get(path)
      #expect(page.status == 500, "\(path): \(page.status)")
      #expect(!page.body.contains("<table"), "\(path) shows a table")
      #expect(page.body.contains("<h1>"), "\(path) says nothing")
    }
  }

  /// Of an ordinary visit.
  private let month = String((ordinaryVisit()["start"] as? String ?? "").prefix(7))
}
