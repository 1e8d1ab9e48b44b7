import Foundation
import Testing

@Suite("Hostile texts on every page")
struct HostilePageTests {
  /// What `Tests/Pages/hostile.py` reads.
  private struct Plan: Encodable {
    struct Office: Encodable {
      let url: String
      let people: [String: String]
      /// Where no link leads.
      let also: [String]

      init(_ made: PageCompany) {
        url = made.company.url
        people = made.people
        also = ["/surveys/S1/\(made.survey)?links=2&from="]
      }
    }

    let offices: [Office]
    let password: String
    let texts: [String]
    let places: [PageTexts.Place]
  }

  /// What `Tests/Pages/hostile-texts.json` holds.
  private struct Supply: Decodable {
    /// Drawn into one character with what stands beside them.
    let marks: [String]
    let breakers: [String]
    let texts: [String]

    /// What a browser or a template may take for more than a text.
    private static let dangerous: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'", "{", "}", "="]

    var all: [String] {
      marks.flatMap { mark in breakers.map { Self.marked($0, mark) } } + texts
    }

    private static func marked(_ text: String, _ mark: String) -> String {
      text.unicodeScalars.map { dangerous.contains($0) ? mark + String($0) + mark : String($0) }
        .joined()
    }
  }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Our own, and the big list of naughty strings as far as an input of one line takes them.
  private static func texts() throws -> [String] {
    func read<Value: Decodable>(_ path: String, as _: Value.Type) throws -> Value {
      try JSONDecoder().decode(Value.self, from: Data(contentsOf: tests.appending(path: path)))
    }
    let naughty = try read("TextFormatsTests/Data/naughty-strings.json", as: [String].self)
    return try read("Pages/hostile-texts.json", as: Supply.self).all
      + naughty.filter {
        !$0.isEmpty && $0.utf8.count <= 900
          && $0.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          }
      }
  }

  /// - Returns: the status; 77 where there is no browser, which is said aloud.
  private func run(_ script: String, _ words: [String], in folder: Folder) throws -> Ended {
    let file = Self.tests.appending(path: "Pages/" + script).path(percentEncoded: false)
    let ended = try Programs.run(
      "/usr/bin/python3", ["-B", file] + words,
      ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"], in: folder,
      killedAfter: 1500)
    print(ended.text)
    return ended
  }

  @Test("change the text of every page and of every refused form, and nothing else of it")
  func everyPage() throws {
    let texts = try Self.texts()
    let places = PageTexts(texts, names: PageCompany.names)
    let hostile = try PageCompany(places)
    let tame = try PageCompany()
    let plan = Plan(
      offices: [Plan.Office(hostile), Plan.Office(tame)], password: Company.password,
      texts: texts, places: places.places)
    #expect(places.places.count >= 30)
    let file = hostile.company.folder.file("plan.json")
    try JSONEncoder().encode(plan).write(to: URL(filePath: file))
    let ended = try run("hostile.py", [file], in: hostile.company.folder)
    #expect(ended.status == 0 || ended.status == 77, "\(ended.text)\(ended.talk)")
  }

  @Test("are looked for by a script that finds each fault made, and none where there is none")
  func knownFaults() throws {
    let ended = try run("hostile_proof.py", [], in: Folder())
    #expect(ended.status == 0 || ended.status == 77, "\(ended.text)\(ended.talk)")
  }
}
