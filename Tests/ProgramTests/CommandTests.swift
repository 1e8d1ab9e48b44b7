import Foundation
import Glibc
import Loopback
import Testing

@Suite("The programs' words")
struct CommandTests {
  private static func server(_ words: [String]) throws -> Ended {
    let folder = try Folder()
    return try Programs.run(
      Programs.server, words, ["LANG": "C.UTF-8", "ROUNDS_SERVER_HOME": folder.file("office")],
      in: folder)
  }

  @Test("answer when something is due, by the example that others check with")
  func due() throws {
    let ended = try Self.server(["calendar", "due", "2026-09-30", "--working-days", "2", "--json"])
    #expect(ended.status == 0)
    #expect(try ended.json["due"] as? String == "2026-10-09")
    #expect(try ended.json["provisional"] as? Bool == false)
    let next = try Self.server(["calendar", "due", "2026-12-31", "--working-days", "2", "--json"])
    #expect(try next.json["provisional"] as? Bool == true)
    let said = try Self.server([
      "calendar", "due", "2026-12-31", "--working-days", "2", "--lang", "en",
    ])
    #expect(said.text.lowercased().contains("provisional"))
  }

  @Test(
    "exit with 64 for wrong usage and say how it is meant",
    arguments: [
      ["calendar", "due", "2026-02-30", "--working-days", "2"], ["calendar", "due"],
      ["--nonsense"], ["quota", "--month", "September"], ["household", "import"],
      ["serve", "--port", "99999"], ["serve", "--port=-1"],
    ])
  func usage(words: [String]) throws {
    let ended = try Self.server(words)
    #expect([1, 64].contains(ended.status), "\(ended.status)")
    #expect(!ended.talk.isEmpty)
    #expect(ended.status != -6, "aborted")
  }

  @Test(
    "name a month that is none ahead of an option that is missing",
    arguments: ["2026-13", "September", "2026-9", "2026-09-01"])
  func month(text: String) throws {
    let folder = try Folder()
    for words in [["draw"], ["draw", "sample", "--count", "3"]] {
      let ended = try Programs.run(
        Programs.rounds, words + ["--month", text],
        ["LANG": "C.UTF-8", "ROUNDS_HOME": folder.file("laptop")], in: folder)
      #expect(ended.status == 64)
      #expect(ended.talk.contains("\(text) is no month"), "\(ended.talk)")
    }
    let ended = try Programs.run(
      Programs.rounds, ["draw", "--month", "2026-09"],
      ["LANG": "C.UTF-8", "ROUNDS_HOME": folder.file("laptop")], in: folder)
    #expect(ended.status == 64)
    #expect(ended.talk.contains("--count"), "\(ended.talk)")
  }

  @Test(
    "say of a command that there is none, and not of its options",
    arguments: [
      (["nonsense", "--lang", "en"], "“nonsense”"), (["--lang", "en", "status"], "“--lang”"),
      (["visits", "--month", "x", "--lang", "en"], "“--month”"),
      (["conflicts", "settel", "--lang", "en"], "“settel”"),
    ])
  func noCommand(words: [String], named: String) throws {
    let folder = try Folder()
    for program in [Programs.rounds, Programs.server] {
      // The office has no `visits`, which is a command that there is not.
      let ended = try Programs.run(
        program, words,
        [
          "LANG": "zh_CN.UTF-8", "ROUNDS_HOME": folder.file("laptop"),
          "ROUNDS_SERVER_HOME": folder.file("office"),
        ], in: folder)
      #expect(ended.status == 64)
      #expect(
        ended.talk.contains(
          program == Programs.server && words[0] == "visits" ? "“visits”" : named),
        "\(ended.talk)")
      #expect(!ended.talk.contains("Unknown option"), "\(ended.talk)")
    }
  }

  @Test(
    "refuse a language or a colour that they do not have, and name those that they have",
    arguments: [
      ["--lang", "xx"], ["--lang=english"], ["--color", "blue"], ["--lang", "en", "--color", "no"],
    ])
  func unknownOutput(words: [String]) throws {
    let folder = try Folder()
    let environment = [
      "LANG": "zh_CN.UTF-8", "ROUNDS_HOME": folder.file("laptop"),
      "ROUNDS_SERVER_HOME": folder.file("office"),
    ]
    let known = words.contains { $0.hasPrefix("--color") } ? "auto, always" : "zh-Hans, zh-Hant, en"
    for (program, commands) in [
      (Programs.rounds, [["status"], ["doctor"], ["visits", "list"]]),
      (Programs.server, [["verify"], ["serve"], ["restore", "file"], ["demo"]]),
    ] {
      for command in commands {
        let ended = try Programs.run(program, command + words, environment, in: folder)
        #expect(ended.status == 64, "\(command): \(ended.talk)")
        #expect(ended.talk.contains(known), "\(command): \(ended.talk)")
      }
    }
    // Neither has made anything.
    #expect(!FileManager.default.fileExists(atPath: folder.file("laptop")))
    #expect(!FileManager.default.fileExists(atPath: folder.file("office")))
  }

  @Test("speak English where the environment names a language that they do not have")
  func unknownEnvironment() throws {
    let folder = try Folder()
    let ended = try Programs.run(
      Programs.rounds, ["status"],
      ["LANG": "xx_XX.UTF-8", "LC_ALL": "xx", "ROUNDS_HOME": folder.file("laptop")], in: folder)
    #expect(ended.status == 1)
    #expect(ended.talk.contains("not enrolled"), "\(ended.talk)")
  }

  @Test("say where the office cannot listen, and which certificate cannot be read")
  func notServing() throws {
    let company = try Company()
    let (listener, port) = try LoopbackServer.listen()
    defer { close(listener) }
    let taken = try company.office("serve", "--port", "\(port)", "--lang", "en")
    #expect(taken.status == 1)
    #expect(taken.talk.contains("\(port)"), "\(taken.talk)")
    let file = company.folder.file("absent.pem")
    let unread = try company.office(
      "serve", "--port", "0", "--tls-certificate", file, "--tls-key", file, "--lang", "en")
    #expect(unread.status == 1)
    #expect(unread.talk.contains(file), "\(unread.talk)")
    for ended in [taken, unread] { #expect(!ended.talk.contains("unexpected")) }
  }

  @Test("name a file that they cannot open, say what to do, and show nobody a statement")
  func closedStore() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    for name in ["rounds.sqlite", "keys.sqlite"] {
      let looks: [(path: String, look: () throws -> Ended)] = [
        (laptop.path(name), { try laptop.rounds("status", "--json") }),
        (
          company.folder.file("office/" + name), { try company.office("account", "list", "--json") }
        ),
      ]
      for (path, look) in looks {
        // A directory in the file's place is closed to everybody, root too.
        rename(path, path + ".away")
        mkdir(path, 0o700)
        let ended = try look()
        rmdir(path)
        rename(path + ".away", path)
        #expect(ended.status == 1)
        #expect(ended.talk.contains(path), "\(ended.talk)")
        for word in ["SQL", "`", "unexpected"] { #expect(!ended.talk.contains(word)) }
        let error = try ended.json["error"] as? [String: Any]
        #expect(error?["key"] as? String == "trouble.storeCannotOpen")
      }
    }
    try expectDone(laptop.rounds("status"))
    try expectDone(company.office("account", "list"))
  }

  @Test("give help with an example for every command of both programs")
  func help() throws {
    let folder = try Folder()
    for program in [Programs.rounds, Programs.server] {
      var open: [[String]] = [[]]
      var seen = 0
      while let words = open.popLast() {
        let ended = try Programs.run(
          program, words + ["--help"],
          ["LANG": "en_US.UTF-8", "ROUNDS_HOME": folder.file("none")], in: folder)
        #expect(ended.status == 0, "\(words): \(ended.talk)")
        if !words.isEmpty { #expect(ended.text.contains("Example: "), "\(words)") }
        seen += 1
        let lines = ended.text.components(separatedBy: "SUBCOMMANDS:\n")
        guard lines.count > 1 else { continue }
        for line in lines[1].components(separatedBy: "\n") where line.hasPrefix("  ") {
          let name = line.trimmingCharacters(in: .whitespaces).split(separator: " ").first
          if let name, !line.hasPrefix("   "), name != "See" { open.append(words + [String(name)]) }
        }
      }
      #expect(seen > 15, "\(program)")
    }
  }

  @Test("refuse by the rule that forbids, with the cure, and exit with 2")
  func refusals() throws {
    let laptop = try Company().laptop("officer")
    var door = ordinaryVisit("1-103")
    door["mode"] = "door"
    let ended = try laptop.record(door)
    #expect(ended.status == 2)
    #expect(ended.talk.contains("R1-46"))
    let refused = try ended.json["refused"] as? [String: Any]
    #expect(refused?["rule"] as? String == "R1-46")
    #expect((refused?["cure"] as? String)?.isEmpty == false)
    door["agreedWith"] = "陈女士"
    #expect(try laptop.record(door).status == 0)
    // A second visit in the round needs a reason, which is kept.
    door["reasons"] = [String: String]()
    let again = try laptop.record(door)
    #expect(again.status == 2)
    #expect(again.talk.contains("R1-38"))
  }

  @Test("refuse an amendment whose editor has not seen the newest value, and say why")
  func staleToken() throws {
    let laptop = try Company().laptop("officer")
    let id = try expectDone(laptop.record(ordinaryVisit("1-201"))).json["visit"] as? String ?? ""
    func token() throws -> String {
      try expectDone(laptop.rounds("visits", "show", id, "--json")).json["saw"] as? String ?? ""
    }
    let first = try token()
    func amend(_ text: String, _ saw: String) throws -> Ended {
      try laptop.run(
        ["visits", "amend", id, "--field", "remark", "--value", text, "--saw", saw, "--lang", "en"])
    }
    #expect(try amend("one", first).status == 0)
    let stale = try amend("two", first)
    #expect(stale.status == 2)
    #expect(stale.talk.contains("F-saw"))
    #expect(try amend("two", try token()).status == 0)
    let shown = try expectDone(laptop.rounds("visits", "show", id, "--json")).json
    #expect(shown["remark"] as? String == "two")
  }
}
