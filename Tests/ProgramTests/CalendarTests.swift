import Foundation
import Testing

@Suite("rounds-server calendar")
struct CalendarTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func server(_ words: [String]) throws -> Ended {
    try Programs.run(
      Programs.server, words,
      ["LANG": "C.UTF-8", "ROUNDS_SERVER_HOME": folder.file("office")], in: folder)
  }

  private func write(_ name: String, _ text: String) throws -> String {
    let path = folder.file(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("loads a notice, shows it, and counts by it; the firm's own day goes before it")
  func loaded() throws {
    let due = ["calendar", "due", "2026-12-31", "--working-days", "1", "--json"]
    // Without an office, and without making one.
    #expect(try server(due).json["provisional"] as? Bool == true)
    #expect(!FileManager.default.fileExists(atPath: folder.file("office")))
    #expect(try server(["init", "--name", "物业"]).status == 0)
    let file = try write(
      "2027.json",
      """
      {"$schema": "x", "year": 2027, "papers": ["https://www.gov.cn/a", "https://www.gov.cn/b"],
       "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                {"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}
      """)
    let loaded = try server(["calendar", "import", file, "--json"])
    #expect(loaded.status == 0, "\(loaded.talk)")
    #expect(try loaded.json["added"] as? Int == 2)
    #expect(try server(["calendar", "import", file, "--json"]).json["unchanged"] as? Int == 2)
    let counted = try server(due).json
    #expect(counted["due"] as? String == "2027-01-02")
    #expect(counted["provisional"] as? Bool == false)
    let named = try server(["calendar", "day", "2027-01-02", "--off", "--name", "司庆", "--json"])
    #expect(try named.json["working"] as? Bool == false)
    #expect(try server(due).json["due"] as? String == "2027-01-04")
    let shown = try server(["calendar", "show", "2027", "--lang", "en"])
    #expect(shown.text.contains("2027-01-02") && shown.text.contains("off, the firm's own"))
    #expect(shown.text.contains("https://www.gov.cn/b"))
    #expect(try server(["calendar", "day", "2027-01-02", "--withdraw"]).status == 0)
    #expect(try server(due).json["due"] as? String == "2027-01-02")
    #expect(try server(["calendar", "show", "99999"]).status == 64)
    #expect(try server(["calendar", "show", "2027", "--lang", "zh"]).text.contains("名称"))
    let unknown = try server(["calendar", "show", "2028", "--lang", "en"])
    #expect(unknown.text.contains("no holiday notice for 2028"))
  }

  @Test(
    "refuses a file that is no notice, says where, and changes nothing",
    arguments: [
      ("{\"year\": 2027,", "line 1"), ("[]", "wrong"), ("{\"days\": []}", "year"),
      ("{\"year\": 2027, \"papers\": [], \"days\": []}", "not out yet"),
      (
        "{\"year\": 2027, \"papers\": [], \"days\": [{\"date\": \"2027-02-30\"}]}", "days[0].date"
      ),
      (
        """
        {"year": 2027, "papers": [], "days": [{"date": "2029-01-01", "isOffDay": true, "name": "x"}]}
        """, "too far"
      ),
    ])
  func refused(_ text: String, _ said: String) throws {
    #expect(try server(["init", "--name", "物业"]).status == 0)
    let ended = try server(["calendar", "import", try write("bad.json", text), "--lang", "en"])
    #expect(ended.status == 1)
    #expect(ended.talk.contains(said), "\(ended.talk)")
    #expect(ended.talk.contains("Nothing was changed"))
    #expect(try server(["calendar", "show", "2027", "--json"]).json["known"] as? Bool == false)
  }

  @Test(
    "asks for one thing to be said of a day",
    arguments: [
      ["2026-12-24"], ["2026-12-24", "--off"], ["2026-12-24", "--off", "--working", "--name", "x"],
      ["2026-02-30", "--off", "--name", "x"],
    ])
  func usage(_ words: [String]) throws {
    #expect(try server(["init", "--name", "物业"]).status == 0)
    #expect(try server(["calendar", "day"] + words).status == 64)
  }
}
