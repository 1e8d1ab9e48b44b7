import Foundation
import Glibc

/// A company of one test's own: the real server program with one site, and laptops enrolled at it.
final class Company {
  let folder: Folder
  /// What stands in the places of texts that it is given.
  let texts: PageTexts
  private(set) var url = ""
  private(set) var port = 0
  private(set) var server: pid_t?
  /// How the server is to be started, besides its port.
  var serverWords: [String] = []
  /// Trusted by laptops when they enrol.
  var authority: String?

  /// - Parameter households: occupied units, `1-101` and up, four to a floor.
  init(households: Int = 12, name: String = "试验物业", texts: PageTexts = .tame) throws {
    folder = try Folder()
    self.texts = texts
    try expectDone(office("init", "--name", name))
    let site = "S1,\(texts.cell("绿岛")),\(texts.cell("上海")),\(households)"
    try import_("site", "code,community,city,households\n\(site)\n", [])
    let units = (0..<households).map { "1-\($0 / 4 + 1)0\($0 % 4 + 1)" }
    let rows = units.map { "\($0),occupied,\(texts.cell("住户\($0)")),13900000000" }
      .joined(separator: "\n")
    try import_("household", "unit,occupancy,name,telephone\n\(rows)\n", ["--site", "S1"])
  }

  deinit { stop(with: SIGKILL) }

  private func import_(_ what: String, _ csv: String, _ words: [String]) throws {
    let file = folder.unique("csv")
    try folder.write(Array(csv.utf8), to: file)
    try expectDone(run([what, "import", file] + words))
  }

  /// `rounds-server` with these words.
  func office(_ words: String...) throws -> Ended { try run(words) }

  func run(_ words: [String], input: [UInt8] = []) throws -> Ended {
    try Programs.run(
      Programs.server, words.map { texts.said($0) }, environment, in: folder, input: input)
  }

  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "HOME": folder.path,
      "ROUNDS_SERVER_HOME": folder.file("office"), "LOG_LEVEL": "info",
    ]
  }

  /// Starts serving, on the same port as before if there was one, and returns when it answers.
  func serve() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Programs.Fault.notStarted("pipe", errno: errno) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    defer { close(ends[0]) }
    server = try Programs.start(
      Programs.server, ["serve", "--port", "\(port)", "--lang", "en"] + serverWords, environment,
      input: open("/dev/null", O_RDONLY), output: ends[1],
      trouble: open(folder.file("server.log"), O_WRONLY | O_CREAT | O_APPEND, 0o600))
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(ends[0], &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.range(of: "http") else {
      throw Programs.Fault.failed("serve", 0, text)
    }
    url = String(text[start.lowerBound...].dropLast())
    port = url.split(separator: ":").last.flatMap { Int($0) } ?? 0
  }

  /// Ends the server: `SIGTERM` asks, `SIGKILL` does not.
  @discardableResult
  func stop(with signal: Int32 = SIGTERM) -> Int32 {
    guard let server else { return 0 }
    kill(server, signal)
    return awaitEnd()
  }

  /// Waits for a server that was told to end by somebody else.
  @discardableResult
  func awaitEnd() -> Int32 {
    guard let server else { return 0 }
    self.server = nil
    return Programs.end(of: server)
  }

  /// Adds a person and enrols and syncs a laptop for them, at an office that serves; the server is
  /// left as it was.
  /// - Parameter directory: where the laptop lives, for people whose name is no name of a file; the
  ///   laptop is then called like the person.
  func laptop(
    _ name: String, _ role: String = "serviceOfficer", in directory: String? = nil
  ) throws -> TestLaptop {
    let wasServing = server != nil
    if !wasServing { try serve() }
    try expectDone(office("account", "add", "--name", name, "--role", role, "--site", "S1"))
    let code = try expectDone(office("device", "invite", name, "--json")).json["code"] as? String
    let laptop = TestLaptop(folder: folder, name: directory ?? name, texts: texts)
    let trust = authority.map { ["--ca", $0] } ?? []
    let called = directory == nil ? [] : ["--name", name]
    try expectDone(
      laptop.run(["enroll", url] + trust + called, input: Array(((code ?? "") + "\n").utf8)))
    try expectDone(laptop.rounds("sync"))
    if !wasServing { stop() }
    return laptop
  }
}

/// A laptop: a directory in which the real program keeps everything.
struct TestLaptop: Sendable {
  let folder: Folder
  let name: String
  /// What stands in the places of texts that it is given.
  var texts = PageTexts.tame

  var home: String { folder.file("laptop-" + name) }

  /// `rounds` with these words, in English.
  func rounds(_ words: String...) throws -> Ended { try run(words) }

  func run(
    _ words: [String], input: [UInt8] = [], killedAfter: Double? = nil
  ) throws -> Ended {
    try Programs.run(
      Programs.rounds, words.map { texts.said($0) }, environment, in: folder, input: input,
      killedAfter: killedAfter)
  }

  /// Starts a command and does not wait for its end, which is `Programs.end(of:)`.
  func start(_ words: [String]) throws -> pid_t {
    let nowhere = { open("/dev/null", O_RDWR) }
    return try Programs.start(
      Programs.rounds, words, environment, input: nowhere(), output: nowhere(),
      trouble: nowhere())
  }

  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "HOME": folder.path,
      "ROUNDS_HOME": home,
    ]
  }

  /// Writes a `visit.json` and records it.
  func record(_ visit: [String: Any], killedAfter: Double? = nil) throws -> Ended {
    let file = folder.unique("visit.json")
    try folder.write(
      [UInt8](try JSONSerialization.data(withJSONObject: texts.said(in: visit))), to: file)
    defer { unlink(file) }
    return try run(["record", "--from", file, "--json"], killedAfter: killedAfter)
  }

  /// How many bundles wait to be sent.
  func pending() throws -> Int {
    try expectDone(rounds("status", "--json")).json["pending"] as? Int ?? -1
  }

  /// Ids of every visit the laptop shows.
  func visits() throws -> Set<String> {
    let list = try expectDone(rounds("visits", "list", "--json")).json["visits"]
    return Set((list as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
  }
}

/// A visit in the office yesterday morning, with nothing unusual about it.
func ordinaryVisit(_ unit: String = "1-101") -> [String: Any] {
  // The day before in mainland China, whatever the hour is now.
  let yesterday = Date(timeIntervalSinceNow: (8 - 24) * 3600)
  let day = yesterday.ISO8601Format().prefix(10)
  return [
    "household": unit, "mode": "office", "start": "\(day)T10:00+08:00",
    "end": "\(day)T10:20+08:00",
    "opinions": [["topic": "cleaning", "kind": "opinion", "text": "电梯间有烟味"]],
    "signature": ["state": "signed"],
    "reasons": ["R1-38": "试验", "R1-39": "试验"],
  ]
}

/// - Throws: when a program failed that had no reason to.
@discardableResult
func expectDone(_ ended: Ended) throws -> Ended {
  guard ended.status == 0 else {
    throw Programs.Fault.failed(ended.text, ended.status, ended.talk)
  }
  return ended
}
