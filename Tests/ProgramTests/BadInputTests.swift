import Foundation
import Glibc
import Testing

@Suite("A visit.json that is not as it should be")
struct BadVisitTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: @Sendable (String) -> [UInt8]
    /// What the message must name.
    let names: [String]

    init(_ description: String, names: [String], _ text: @escaping @Sendable (String) -> [UInt8]) {
      testDescription = description
      self.text = text
      self.names = names
    }

    /// The sound file with one part replaced.
    init(
      _ description: String, names: [String], replacing old: String, with new: String
    ) {
      self.init(description, names: names) {
        Array($0.replacingOccurrences(of: old, with: new).utf8)
      }
    }
  }

  private static let sound = """
    {"household": "1-101", "mode": "office", "start": "2026-09-02T10:00+08:00",
     "end": "2026-09-02T10:20+08:00", "met": "陈女士",
     "opinions": [{"topic": "cleaning", "kind": "opinion", "text": "x"}],
     "signature": {"state": "signed"}}
    """

  @Test(
    "is refused with its place, and nothing is saved",
    arguments: [
      Bad("empty", names: ["1"]) { _ in [] },
      Bad("not JSON", names: ["line 1", "column 1"]) { _ in Array("hello".utf8) },
      Bad("cut in the middle", names: ["line"]) { Array($0.utf8.prefix(90)) },
      Bad("not UTF-8", names: ["UTF-8"]) { text in
        Array(text.replacingOccurrences(of: "陈女士", with: "\u{1}").utf8).map {
          $0 == 1 ? 0xFF : $0
        }
      },
      Bad("a byte-order mark", names: ["BOM"]) { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
      Bad("a list", names: ["object"]) { Array("[\($0)]".utf8) },
      Bad("ten megabytes", names: ["visit.json"]) { text in
        Array(
          text.replacingOccurrences(
            of: "陈女士", with: String(repeating: "x", count: 10_000_000)
          ).utf8)
      },
      Bad("a text over its bound", names: ["met", "1024"]) { text in
        Array(
          text.replacingOccurrences(
            of: "陈女士", with: String(repeating: "x", count: 2000)
          ).utf8)
      },
      Bad("a hundred thousand levels", names: ["64"]) { _ in
        Array(String(repeating: "[", count: 100_000).utf8)
      },
      Bad(
        "a member missing", names: ["household"], replacing: "\"household\": \"1-101\",", with: ""),
      Bad(
        "a member unknown", names: ["houshold", "household"], replacing: "\"met\"",
        with: "\"houshold\""),
      Bad(
        "a member twice", names: ["met"], replacing: "\"met\": \"陈女士\"",
        with: "\"met\": \"a\", \"met\": \"b\""),
      Bad("a number for a text", names: ["met"], replacing: "\"陈女士\"", with: "7"),
      Bad("null for a text", names: ["household"], replacing: "\"1-101\"", with: "null"),
      Bad(
        "a text for a list", names: ["opinions"],
        replacing: "[{\"topic\": \"cleaning\", \"kind\": \"opinion\", \"text\": \"x\"}]",
        with: "\"x\""),
      Bad(
        "an unknown code", names: ["opinions[0].topic", "cleaning"], replacing: "\"cleaning\"",
        with: "\"cleanliness\""),
      Bad(
        "a time that is none", names: ["start"], replacing: "2026-09-02T10:00+08:00",
        with: "2026-02-30T10:00+08:00"),
      Bad(
        "a time cut short", names: ["start"], replacing: "2026-09-02T10:00+08:00",
        with: "2026-09-02T10:0Z"),
      Bad(
        "an end before the start", names: ["R1-51"], replacing: "10:20+08:00", with: "09:20+08:00"),
      Bad("a household that does not exist", names: ["9-999"], replacing: "1-101", with: "9-999"),
      Bad("a control character", names: ["met", "U+0007"], replacing: "陈女士", with: "a\\u0007b"),
      Bad("half a surrogate pair", names: ["line"], replacing: "陈女士", with: "\\ud83d"),
    ])
  func refused(_ bad: Bad) throws {
    let shared = try SharedLaptop.get()
    let before = try shared.visits()
    let file = shared.folder.file("bad-\(UUID().uuidString)-visit.json")
    try shared.folder.write(bad.text(Self.sound), to: file)
    let ended = try shared.rounds("record", "--from", file, "--lang", "en")
    #expect([1, 2].contains(ended.status), "\(ended.status): \(ended.talk)")
    for name in bad.names { #expect(ended.talk.contains(name), "\(name) not in: \(ended.talk)") }
    #expect(ended.output.isEmpty)
    #expect(try shared.visits() == before)
  }

  @Test("is taken when it is sound")
  func sound() throws {
    let laptop = try Company().laptop("officer")
    let file = laptop.folder.file("sound-visit.json")
    try laptop.folder.write(Array(Self.sound.utf8), to: file)
    #expect(try expectDone(laptop.rounds("record", "--from", file, "--json")).json["visit"] != nil)
  }
}

@Suite("The naughty strings")
struct NaughtyTests {
  /// `minimaxir/big-list-of-naughty-strings`, as the readers' tests hold it.
  private static func strings() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../TextFormatsTests/Data/naughty-strings.json")
    return try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
  }

  @Test("come back byte for byte from every text of a visit, or are refused with their place")
  func everyText() throws {
    let company = try Company(households: 60)
    let laptop = try company.laptop("supervisor", "serviceSupervisor")
    try expectDone(company.office("custodian", "add", "supervisor", "--site", "S1"))
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    var (kept, refused) = (0, 0)
    let strings = try Self.strings()
    for (number, text) in strings.enumerated() {
      var visit = ordinaryVisit("1-\(number / 4 % 15 + 1)0\(number % 4 + 1)")
      let fields = ["place", "met", "telephone", "remark"]
      for name in fields { visit[name] = text }
      visit["confidentialNote"] = text
      visit["opinions"] = [["topic": "other", "kind": "opinion", "text": text]]
      visit["signature"] = ["state": "refused", "reason": text]
      let ended = try laptop.record(visit)
      guard ended.status == 0 else {
        refused += 1
        #expect([1, 2].contains(ended.status), "\(text.debugDescription): \(ended.talk)")
        let places = fields + ["opinions[0].text", "signatureReason", "confidentialNote", "R1-"]
        #expect(places.contains { ended.talk.contains($0) }, "\(ended.talk)")
        continue
      }
      kept += 1
      let id = try ended.json["visit"] as? String ?? ""
      let shown = try expectDone(laptop.rounds("visits", "show", id, "--json")).json
      for name in ["place", "met", "remark"] {
        expectSame(shown[name] as? String ?? "", text, name)
      }
      let opinion = (shown["opinions"] as? [[String: Any]])?.first?["text"] as? String
      expectSame(opinion ?? "", text, "opinion")
      let reason = (shown["signature"] as? [String: Any])?["reason"] as? String
      expectSame(reason ?? "", text, "signature")
      let note = try expectDone(laptop.rounds("note", "show", id, "--json")).json["notes"]
      expectSame((note as? [[String: Any]])?.first?["text"] as? String ?? "", text, "note")
      // Nothing of it can steer a terminal.
      let table = try expectDone(laptop.rounds("visits", "show", id))
      #expect(!table.output.contains { $0 < 0x20 && $0 != 0x0A }, "\(text.debugDescription)")
    }
    print("naughty strings: \(kept) kept byte for byte, \(refused) refused, of \(strings.count)")
    #expect(kept > 200 && kept + refused == strings.count)
    try expectDone(laptop.rounds("sync"))
  }

  @Test("in a roster name each row that is not taken, and the others are")
  func roster() throws {
    let company = try Company(households: 4)
    let strings = try Self.strings()
    var text = "unit,name\n"
    for (index, name) in strings.enumerated() {
      text += "9-\(index + 1),\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\"\n"
    }
    let file = company.folder.file("roster.csv")
    try company.folder.write(Array(text.utf8), to: file)
    let ended = try company.office("household", "import", file, "--site", "S1", "--json")
    let added = try ended.json["added"] as? Int ?? 0
    let faults = try ended.json["faults"] as? [[String: Any]] ?? []
    #expect(added + faults.count == strings.count)
    #expect(added > 200)
    #expect(faults.allSatisfy { ($0["line"] as? Int ?? 0) > 1 && $0["text"] as? String != "" })
  }

  private func expectSame(_ shown: String, _ typed: String, _ name: String) {
    #expect(Array(shown.utf8) == Array(typed.utf8), "\(name): \(typed.debugDescription)")
  }
}

@Suite("A roster with broken rows")
struct BadRosterTests {
  @Test("has its good rows taken and every bad one named by line")
  func rows() throws {
    let company = try Company(households: 2)
    let file = company.folder.file("broken.csv")
    var bytes = Array(
      """
      房号,入住状态,姓名,入住日期
      2-101,occupied,陈女士,2026-01-05
      ,occupied,无号,2026-01-05
      2-102,inhabited,错码,2026-01-05
      2-103,occupied,错日,2026-13-05
      2-104,occupied
      2-101,occupied,重复,2026-01-05
      2-105,"occupied,没关的引号,2026-01-05
      2-106,vacant,,

      """.utf8)
    bytes += Array("2-107,occupied,".utf8) + [0xFF, 0xFE] + Array(",\n2-108,let,李先生,\n".utf8)
    try company.folder.write(bytes, to: file)
    let ended = try company.office("household", "import", file, "--site", "S1", "--json")
    #expect(ended.status == 1)
    #expect(try ended.json["added"] as? Int == 3)
    let faults = try ended.json["faults"] as? [[String: Any]] ?? []
    #expect(faults.compactMap { $0["line"] as? Int } == [3, 4, 5, 6, 7, 8, 10])
  }
}

/// One enrolled laptop for the tests that only ever read it or are refused by it.
enum SharedLaptop {
  private static let made = Result {
    let laptop = try Company().laptop("officer")
    // A global goes without its deinitialiser.
    atexit { SharedLaptop.remove() }
    return laptop
  }

  static func get() throws -> TestLaptop { try made.get() }

  private static func remove() {
    if case .success(let laptop) = made { laptop.folder.remove() }
  }
}
