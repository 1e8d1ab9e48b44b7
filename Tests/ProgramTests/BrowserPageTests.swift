import Foundation
import Testing

@Suite("The pages in a real browser")
struct BrowserPageTests {
  /// One office: its texts are hostile, or harmless in the same places.
  private struct Texts {
    /// What each place holds; numbered, because some texts must differ.
    let text: (Int) -> String
    let siteNames: [(code: String, name: String)]

    static func hostile() throws -> Texts {
      let marks = ["\u{301}", "\u{600}"]
      let naughty = try strings().flatMap { text in marks.map { $0 + text + $0 } }
      return Texts(
        text: { number in
          "<b title=\"\(number)\">\u{301}\"'><script>alert(\(number))</script>&{{{token}}}"
        },
        siteNames: naughty.enumerated().map { (code: "T\($0.offset + 10_000)", name: $0.element) })
    }

    /// - Parameter codes: the sites that the hostile office took.
    static func harmless(_ codes: [String]) -> Texts {
      Texts(
        text: { "harmless \($0)" },
        siteNames: codes.map { (code: $0, name: "name of \($0)") })
    }

    /// The big list of naughty strings, as far as it can stand in one cell of a table.
    private static func strings() throws -> [String] {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../TextFormatsTests/Data/naughty-strings.json")
      return try JSONDecoder().decode([String].self, from: Data(contentsOf: file)).filter {
        !$0.isEmpty && $0.utf8.count <= 200
          && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      }
    }
  }

  /// An office with all these sites, and a household that two people visited.
  private func company(_ texts: Texts) throws -> Company {
    let company = try Company(households: 4, name: texts.text(1))
    let rows = texts.siteNames.map { "\($0.code),\(quoted($0.name)),\(quoted(texts.text(2))),1" }
    let sites = company.folder.file("sites.csv")
    try company.folder.write(
      Array(("code,community,city,households\n" + rows.joined(separator: "\n") + "\n").utf8),
      to: sites)
    // Texts that an import does not take are named and left out; that is another test's matter.
    _ = try company.run(["site", "import", sites, "--json"])
    // Of which visits the household is asked is decided by lot; here of all, so that both offices offer
    // the same forms.
    let policy = company.folder.file("policy.json")
    let edition =
      #"{"edition":"1","from":"2026-01-01","source":"test","decisions":"#
      + #"[{"decision":"P01","values":{"recontactPercent":100}}]}"#
    try company.folder.write(Array(edition.utf8), to: policy)
    try expectDone(company.office("policy", "import", policy))
    let unit = "9-<I>\"'&{{7}}"
    let roster = company.folder.file("hostile-roster.csv")
    try company.folder.write(
      Array("unit,occupancy,name\n\(quoted(unit)),occupied,\(quoted(texts.text(3)))\n".utf8),
      to: roster)
    try expectDone(company.office("household", "import", roster, "--site", "S1"))
    let laptops = [
      try company.laptop(texts.text(4), in: "officer"),
      try company.laptop(texts.text(5), "companyVisitor", in: "visitor"),
    ]
    for laptop in laptops {
      var visit = ordinaryVisit(unit)
      for name in ["place", "met", "remark"] { visit[name] = texts.text(6) }
      visit["reasons"] = ["R1-38": texts.text(7), "R1-39": texts.text(8)]
      try expectDone(laptop.record(visit))
    }
    try company.person("admin", "administrator")
    try company.serve()
    for laptop in laptops {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    return company
  }

  private func quoted(_ text: String) -> String {
    // On bytes: a quotation mark with a combining mark behind it is one character.
    let doubled = text.utf8.flatMap { byte -> [UInt8] in byte == 0x22 ? [byte, byte] : [byte] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }

  @Test(
    "make every hostile text nothing but text, label every input, and take no other page's form")
  func hostileTexts() throws {
    let hostile = try company(.hostile())
    // The command answers from the data, not from a page.
    hostile.stop()
    let listed = try expectDone(hostile.office("quota", "--json")).json["sites"]
    let sites = (listed as? [[String: Any]] ?? []).map {
      (code: $0["site"] as? String ?? "", name: $0["name"] as? String ?? "")
    }
    #expect(sites.count > 480, "\(sites.count) hostile names were taken")
    try hostile.serve()
    let harmless = try company(.harmless(sites.map(\.code).filter { $0 != "S1" }))
    let expected = hostile.folder.file("expected.json")
    try JSONEncoder().encode(sites.map(\.name)).write(to: URL(filePath: expected))
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Pages/pages.py").path(percentEncoded: false)
    let ended = try Programs.run(
      "/usr/bin/python3",
      [script, hostile.url, harmless.url, "admin", Company.password, expected],
      ["PATH": "/usr/bin:/bin", "HOME": hostile.folder.path, "LANG": "C.UTF-8"],
      in: hostile.folder)
    // Said aloud, because a machine without a browser holds less.
    print(ended.text)
    #expect(ended.status == 0 || ended.status == 77, "\(ended.status): \(ended.talk)")
  }
}
