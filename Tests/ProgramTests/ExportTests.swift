import Foundation
import Testing

extension Browser {
  /// A file as it came, byte for byte.
  fileprivate func file(_ path: String) throws -> (head: String, bytes: Data) {
    let script = """
      import sys, urllib.request
      url, cookie = sys.argv[1:]
      asked = urllib.request.Request(url, headers={"Cookie": cookie, "Accept-Language": "zh-Hans"})
      with urllib.request.urlopen(asked) as answer:
          sys.stderr.write(str(answer.headers))
          sys.stdout.buffer.write(answer.read())
      """
    let ended = try expectDone(
      Programs.run(
        "/usr/bin/python3",
        ["-c", script, "http://127.0.0.1:\(company.port)\(path)", cookie ?? ""], [:],
        in: company.folder))
    return (ended.talk, Data(ended.output))
  }

  /// Asks for an export of this month and of the one before.
  fileprivate func export(_ set: String, _ form: String) throws {
    let page = try get("/exports").body
    let months = page.components(separatedBy: "<option value=\"20").dropFirst()
      .map { "20" + $0.prefix(5) }
    let token = PageReply(status: 200, head: "", body: page).token
    let asked = try post(
      "/exports/start",
      [
        "token": token, "set": set, "form": form, "from": months.dropFirst().first ?? "",
        "until": months.first ?? "",
      ])
    guard asked.status == 303 else { throw Programs.Fault.failed("export", 0, asked.body) }
  }

  /// Looks at the page until none of them is under way, and returns the addresses of the files, the newest first.
  fileprivate func exports(_ count: Int) throws -> [String] {
    // Each look is a program of its own; a thousand of them are minutes.
    for _ in 0..<1000 {
      let body = try get("/exports").body
      if body.contains("See how far they are now") { continue }
      let files = body.components(separatedBy: "href=\"/exports/").dropFirst()
        .map { "/exports/" + $0.prefix { $0 != "\"" } }.filter { $0.hasSuffix("/file") }
      guard files.count == count else { throw Programs.Fault.failed("exports", 0, body) }
      return files
    }
    throw Programs.Fault.failed("exports", 0, "not done")
  }
}

@Suite("What people take along from an office that serves")
struct ExportTests {
  /// A site with the unit `0301`, another that is called like a formula, and a visit.
  private func company() throws -> Company {
    let company = try Company()
    try add("site", "code,community,city,households\nS2,=1+1,上海,1\n", [], to: company)
    let household = "unit,occupancy,name,telephone,joined\n0301,occupied,住户,,2026-02-03\n"
    try add("household", household, ["--site", "S2"], to: company)
    let laptop = try company.laptop("officer")
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    try company.serve()
    try laptop.setURL(company.url)
    try expectDone(laptop.rounds("sync"))
    company.stop()
    try company.person("reviewer", "companyReviewer")
    try company.person("supervisor", "serviceSupervisor", sites: ["S1"])
    try company.serve()
    return company
  }

  private func add(
    _ what: String, _ csv: String, _ words: [String], to company: Company
  ) throws {
    let file = company.folder.unique("csv")
    try company.folder.write(Array(csv.utf8), to: file)
    try expectDone(company.run([what, "import", file] + words))
  }

  /// What lies in the folder of the exports.
  private func left(_ company: Company) throws -> [String] {
    try company.folder.files(below: "office/exports")
  }

  @Test(
    "opens in two programs of others: Han text, zeros and formulas as texts, days as days",
    .enabled(if: PagePython.isThere, PagePython.why))
  func opened() throws {
    let company = try company()
    let reviewer = try company.browser(of: "reviewer")
    for set in ["households", "visits", "obligations", "duplicates", "matters"] {
      try reviewer.export(set, "xlsx")
    }
    var files = try reviewer.exports(5).enumerated().map { index, path in
      (name: "export\(index).xlsx", path: path)
    }
    files.append((name: "page.xlsx", path: "/sites?as=xlsx"))
    for (name, path) in files {
      let file = try reviewer.file(path)
      #expect(file.head.contains("spreadsheetml.sheet") && file.head.contains("attachment; "))
      try file.bytes.write(to: URL(filePath: company.folder.file(name)))
    }
    let ended = try PagePython.run(
      "books.py", files.map { company.folder.file($0.name) }, in: company.folder)
    if ended.status == 77 {
      print(ended.text)
      return
    }
    try #require(ended.status == 0, "\(ended.text)\(ended.talk)")
    let books = try ended.text.split(separator: "\n").map { line in
      try JSONDecoder().decode(Book.self, from: Data(line.utf8))
    }
    try #require(books.count == 6)
    let households = try #require(books[4].sheets.first)
    let row = try #require(households.rows.first { $0.contains { $0.office == "0301" } })
    #expect(row[0].kind == "text" && row[0].office == "=1+1")
    #expect(row[2].kind == "text" && row[2].office == "0301")
    #expect(row[4].kind == "date" && row[4].office == "2026-02-03")
    #expect(households.rows.contains { $0[0].office == "绿岛" })
    let visits = try #require(books[3].sheets.first)
    #expect(visits.rows.count == 2 && visits.rows[1][3].kind == "moment")
    #expect(visits.rows[1].map(\.office).contains("1-101"))
    #expect(
      books[5].sheets.first?.rows.contains { row in
        row.contains { $0.office == "=1+1" }
      } ?? false)
    #expect(try left(company).count == 5, "of the page's own nothing stays")
  }

  /// As `books.py` says it.
  private struct Book: Decodable {
    struct Sheet: Decodable {
      let rows: [[Cell]]
    }
    struct Cell: Decodable {
      let kind: String
      /// As LibreOffice shows it.
      let office: String
    }

    let sheets: [Sheet]
  }

  @Test("is the same as text and as JSON, with the mark that Excel needs and no formula")
  func texts() throws {
    let company = try company()
    let reviewer = try company.browser(of: "reviewer")
    for form in ["csv", "json"] { try reviewer.export("households", form) }
    let paths = try reviewer.exports(2)
    let csv = try reviewer.file(paths[1])
    #expect(csv.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: csv.bytes, as: UTF8.self)
    #expect(text.contains("\n'=1+1,S2,0301,") && text.contains(",2026-02-03,"))
    #expect(text.contains("\n绿岛,S1,1-101,") && text.hasSuffix("\r\n"))
    #expect(text.split(separator: "\r\n").count == 14)
    let json = try JSONSerialization.jsonObject(with: reviewer.file(paths[0]).bytes)
    let rows = (json as? [String: Any])?["rows"] as? [[String: Any]] ?? []
    #expect(rows.count == 13)
    #expect(rows.contains { $0["unit"] as? String == "0301" && $0["site"] as? String == "=1+1" })
    // Somebody at S1 sees S1, and nothing of another's.
    let supervisor = try company.browser(of: "supervisor")
    for path in paths { #expect(try supervisor.get(path).status == 404) }
    try supervisor.export("households", "csv")
    let own = try supervisor.file(try supervisor.exports(1)[0])
    let ownText = String(decoding: own.bytes, as: UTF8.self)
    #expect(ownText.contains("绿岛") && !ownText.contains("0301"))
  }

  @Test("is for the owner's eyes alone on the disk, and gone when a killed server starts again")
  func killed() throws {
    let company = try company()
    let reviewer = try company.browser(of: "reviewer")
    try reviewer.export("households", "xlsx")
    let path = try #require(try reviewer.exports(1).first)
    let file = try #require(try left(company).first)
    let facts = try FileManager.default.attributesOfItem(atPath: file)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    // Whatever it is doing when the next one was asked for.
    try reviewer.export("visits", "xlsx")
    company.stop(with: SIGKILL)
    #expect(try !left(company).isEmpty, "nobody was left to clear up")
    try company.serve()
    #expect(try left(company).isEmpty)
    #expect(try reviewer.get(path).status == 404)
    #expect(try !reviewer.get("/exports").body.contains("/file\""))
    // And one that ends as it should leaves nothing either.
    try reviewer.export("households", "csv")
    _ = try reviewer.exports(1)
    #expect(try left(company).count == 1)
    #expect(company.stop() == 0)
    #expect(try left(company).isEmpty)
  }
}
