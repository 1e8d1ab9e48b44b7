import Foundation
import Glibc
import Loopback
import Testing

@Suite("A laptop whose office does not answer as it should")
struct WeatherTests {
  struct Met: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: ScriptedAnswer
    /// A word of the message.
    let says: String
  }

  @Test(
    "says calmly what it met, exits with 3, and keeps what is unsent",
    arguments: [
      Met(
        testDescription: "a captive portal",
        answer: .http(type: "text/html", body: Array("<html>Welcome to the hotel</html>".utf8)),
        says: "not"),
      Met(
        testDescription: "a truncated answer",
        answer: .http(body: [10, 200, 1], length: 4000, then: .close), says: "cut"),
      Met(
        testDescription: "a line too slow for the office",
        answer: .http("408 Slow", type: "text/plain", body: Array("too-slow\n".utf8)),
        says: "slow"),
      Met(testDescription: "a fault of the server", answer: .http("500 Fault"), says: "500"),
      Met(testDescription: "a reset", answer: .raw("", then: .reset), says: "cut"),
      Met(
        testDescription: "an answer of our type that the office did not sign",
        answer: .http(body: [1, 2, 3]), says: "answer"),
    ])
  func met(_ met: Met) throws {
    let laptop = try Self.laptopWithWork()
    let answers = Array(repeating: met.answer, count: 4)
    try LoopbackServer.answering(answers) { server in
      try laptop.setURL(server.url)
      let ended = try laptop.rounds("sync", "--lang", "en")
      #expect(ended.status == 3, "\(ended.talk)")
      #expect(ended.talk.lowercased().contains(met.says), "\(ended.talk)")
      #expect(!ended.talk.contains("<html>"))
      #expect(server.requests.count >= 1)
    }
    try laptop.expectNothingLost()
  }

  @Test("says that nobody answers, exits with 3, and keeps what is unsent")
  func absent() throws {
    let laptop = try Self.laptopWithWork()
    let (listener, port) = try LoopbackServer.listen()
    close(listener)
    try laptop.setURL("http://127.0.0.1:\(port)")
    let ended = try laptop.rounds("sync", "--lang", "en")
    #expect(ended.status == 3, "\(ended.talk)")
    #expect(ended.talk.contains("127.0.0.1"))
    try laptop.expectNothingLost()
    // Recording goes on.
    #expect(try laptop.record(ordinaryVisit("1-102")).status == 0)
  }

  @Test(
    "trusts no certificate but the one it was given, exits with 3, and syncs again with the right one"
  )
  func certificates() throws {
    let company = try Company()
    for name in ["right", "wrong"] { try company.makeCertificate(name) }
    company.present("right")
    company.authority = company.folder.file("right.pem")
    let laptop = try company.laptop("officer")
    try expectDone(laptop.record(ordinaryVisit()))
    company.present("wrong")
    try company.serve()
    let ended = try laptop.rounds("sync", "--lang", "en")
    #expect(ended.status == 3, "\(ended.talk)")
    #expect(ended.talk.lowercased().contains("certificate"), "\(ended.talk)")
    #expect(try laptop.pending() == 1)
    company.stop()
    company.present("right")
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.pending() == 0)
  }

  /// A laptop with one visit that the office does not have.
  private static func laptopWithWork() throws -> TestLaptop {
    let company = try Company()
    let laptop = try company.laptop("officer")
    try expectDone(laptop.record(ordinaryVisit()))
    return laptop
  }
}

extension TestLaptop {
  /// Points the laptop at another address, as if somebody else had taken the office's.
  func setURL(_ url: String) throws {
    let statement = "UPDATE meta SET value = CAST('\(url)' AS BLOB) WHERE name = 'url'"
    let ended = try Programs.run(
      "/usr/bin/python3",
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
        home + "/rounds.sqlite", statement,
      ], [:], in: folder)
    try expectDone(ended)
  }

  func expectNothingLost() throws {
    #expect(try pending() == 1)
    #expect(try visits().count == 1)
  }
}

extension Company {
  /// A certificate for this machine that vouches for itself.
  func makeCertificate(_ name: String) throws {
    try expectDone(
      Programs.run(
        "/usr/bin/openssl",
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
          "-days", "2", "-subj", "/CN=\(name)", "-addext", "subjectAltName=IP:127.0.0.1",
          "-keyout", folder.file(name + ".key"), "-out", folder.file(name + ".pem"),
        ], ["PATH": "/usr/bin:/bin"], in: folder))
  }

  func present(_ name: String) {
    serverWords = [
      "--tls-certificate", folder.file(name + ".pem"), "--tls-key", folder.file(name + ".key"),
    ]
  }
}
