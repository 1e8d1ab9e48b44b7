import Foundation
import Testing

@Suite("A program that the system gives too little")
struct ScarceTests {
  private static let languages = ["zh-Hans", "zh-Hant", "en"]

  /// The program behind `prlimit`, which sets one limit and becomes it.
  private func limited(
    _ limit: String, _ program: String, _ words: [String], _ environment: [String: String],
    _ folder: Folder
  ) throws -> Ended {
    try Programs.run(
      "/usr/bin/prlimit", [limit, "--", program] + words, environment, in: folder)
  }

  @Test("says how many files may be open and how many it needs, before it touches anything")
  func openFiles() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let commands = [
      (Programs.rounds, ["visits", "list"], laptop.environment),
      (Programs.rounds, ["doctor"], laptop.environment),
      (Programs.server, ["verify"], company.environment),
      (Programs.server, ["serve", "--port", "0"], company.environment),
    ]
    for (program, words, environment) in commands {
      var said: Set<String> = []
      for language in Self.languages {
        let ended = try limited(
          "--nofile=63", program, words + ["--lang", language], environment, company.folder)
        #expect(ended.status == 1 && ended.output.isEmpty, "\(words): \(ended.status)")
        for part in ["63", "64", "ulimit -n"] {
          #expect(ended.talk.contains(part), "\(words): \(ended.talk)")
        }
        said.insert(ended.talk)
      }
      #expect(said.count == 3, "\(words): a language is not its own")
    }
    let enough = try limited(
      "--nofile=64", Programs.rounds, ["visits", "list"], laptop.environment, company.folder)
    #expect(enough.status == 0, "\(enough.talk)")
  }

  @Test("takes as many open files as the system would give, not as a shell asks for")
  func softLimit() throws {
    let company = try Company()
    let ended = try limited(
      "--nofile=20:256", Programs.server, ["verify"], company.environment, company.folder)
    #expect(ended.status == 0, "\(ended.talk)")
  }

  @Test("saves nothing that a file has no room for, says so, and saves it when there is")
  func fileSize() throws {
    let laptop = try Company().laptop("officer")
    let file = laptop.folder.file("one-visit.json")
    let visit = ordinaryVisit("1-101")
    try laptop.folder.write([UInt8](JSONSerialization.data(withJSONObject: visit)), to: file)
    let words = ["record", "--from", file, "--lang", "en"]
    let refused = try limited(
      "--fsize=8192", Programs.rounds, words, laptop.environment, laptop.folder)
    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.status)")
    #expect(refused.talk.contains("look whether it is there"), "\(refused.talk)")
    #expect(try laptop.visits().isEmpty)
    try expectDone(laptop.run(words))
    #expect(try laptop.visits().count == 1)
    try expectDone(laptop.rounds("doctor"))
  }
}
