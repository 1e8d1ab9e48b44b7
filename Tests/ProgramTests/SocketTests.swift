import Foundation
import Glibc
import Testing

@Suite("A command of the office while the server runs")
struct SocketTests {
  /// Commands that say the same however often they are run.
  private static let repeatable: [[String]] = [
    ["quota"], ["quota", "--json"], ["quota", "--lang", "zh-Hans"], ["quota", "--color", "always"],
    ["quota", "--month", "September"], ["quota", "--site", "nowhere", "--json"], ["duplicates"],
    ["duplicates", "--json", "--site", "S1"], ["device", "list"], ["device", "list", "--json"],
    ["device", "revoke", "nothing"], ["held", "list"], ["held", "list", "--json"], ["verify"],
    ["verify", "--json"], ["rebuild"], ["rebuild", "--json", "--lang", "zh-Hant"],
    ["state", "--scope", "S1"], ["state", "--scope", "S1", "--json"],
    ["state", "--scope", "company", "--json"], ["frame", "--month", "2099-01", "--json"],
    ["site", "import", "sites.csv"], ["site", "import", "sites.csv", "--json"],
    ["site", "import", "./sub/../bad.csv", "--json"], ["site", "import", "-", "--json"],
    ["site", "import", "absent.csv"], ["household", "import", "roster.csv", "--site", "S1"],
    ["household", "import", "-", "--site", "S1", "--json"],
    ["account", "assign", "nobody", "--site", "S1"],
    ["account", "add", "--name", "x", "--role", "y"],
    ["calendar", "due", "2026-09-30", "--working-days", "2", "--json"],
  ]

  @Test("prints what it prints without a server, byte for byte")
  func sameBytes() throws {
    let company = try Company()
    let site = try company.laptop("officer")
    let head = try company.laptop("reviewer", "companyVisitor")
    for laptop in [site, head] { try expectDone(laptop.record(ordinaryVisit("1-101"))) }
    try company.serve()
    for laptop in [site, head] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    company.stop()
    try company.writeFiles()
    let roster = try company.folder.read(company.folder.file("desk/roster.csv"))
    func all() throws -> [Ended] {
      try Self.repeatable.map { try company.standing($0, input: roster) }
    }
    // What changes something has changed it after the first time.
    _ = try all()
    let alone = try all()
    try company.serve()
    let served = try all()
    for (words, (before, after)) in zip(Self.repeatable, zip(alone, served)) {
      #expect(before.status == after.status, "\(words)")
      #expect(before.output == after.output, "\(words)")
      #expect(before.talk == after.talk, "\(words)")
    }
    #expect(alone.contains { $0.status == 0 && !$0.output.isEmpty })
    #expect(alone.contains { $0.status == 1 } && alone.contains { $0.status == 64 })
    #expect(company.stop() == 0)
  }

  @Test("acts on the data the server serves: a laptop is invited, enrolled, listed and revoked")
  func devices() throws {
    let company = try Company()
    try company.serve()
    let laptop = try company.laptop("officer")
    let list = try expectDone(company.office("device", "list", "--json")).json["devices"]
    let devices = list as? [[String: Any]] ?? []
    #expect(devices.count == 1)
    let fingerprint = devices.first?["fingerprint"] as? String ?? ""
    try expectDone(laptop.rounds("sync"))
    try expectDone(company.office("device", "revoke", fingerprint))
    #expect(try laptop.rounds("sync").status != 0)
    let after = try expectDone(company.office("device", "list", "--json")).json["devices"]
    let revokedAt = (after as? [[String: Any]])?.first?["revokedAt"] as? String ?? ""
    #expect(!revokedAt.isEmpty)
  }

  @Test("goes through a socket that is its owner's alone")
  func mode() throws {
    let company = try Company()
    try company.serve()
    let facts = try FileManager.default.attributesOfItem(atPath: company.socket)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    company.stop()
    #expect(!FileManager.default.fileExists(atPath: company.socket), "left behind")
  }

  @Test(
    "is refused where only the owner of the data can do it",
    arguments: [["init", "--name", "x"], ["serve", "--port", "0"]])
  func ownersOnly(words: [String]) throws {
    let company = try Company()
    try company.serve()
    let ended = try company.run(words)
    #expect(ended.status == 1)
    #expect(ended.talk.contains("is running"), "\(ended.talk)")
    try expectDone(company.office("quota"))
  }

  @Test("works again after the server was killed, and the next server starts over what it left")
  func killed() throws {
    let company = try Company()
    try company.serve()
    // By hand, because the server may be killed before it took the month's frame by itself.
    try expectDone(company.office("frame"))
    company.stop(with: SIGKILL)
    #expect(FileManager.default.fileExists(atPath: company.socket))
    let alone = try expectDone(company.office("quota", "--json"))
    try company.serve()
    #expect(try company.office("quota", "--json").output == alone.output)
    #expect(company.stop() == 0)
  }

  @Test("names the process that keeps the data and does not answer")
  func held() throws {
    let company = try Company()
    let script = """
      import fcntl, os, subprocess, sys
      lock = open(sys.argv[1])
      fcntl.flock(lock, fcntl.LOCK_EX)
      ended = subprocess.run([sys.argv[2], "quota"], capture_output=True)
      print(os.getpid(), ended.returncode, ended.stderr.decode())
      """
    let ended = try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", script, company.folder.file("office/lock"), Programs.server],
        company.environment, in: company.folder))
    let words = ended.text.split(separator: " ", maxSplits: 2).map(String.init)
    try #require(words.count == 3)
    #expect(words[1] == "1")
    #expect(words[2].contains("Process \(words[0])"), "\(ended.text)")
  }

  @Test(
    "works while others are silent on the socket, have said nonsense, or have gone in the middle")
  func strangers() throws {
    let company = try Company()
    try company.serve()
    let ended = try expectDone(
      company.stranger(
        """
        for noise in [b"", b"\\xff" * 5, b"GET / HTTP/1.1\\r\\n\\r\\n", b"\\0\\0", frame(b"M", b"no json"),
                      frame(b"M", b"{}"), frame(b"M", b'{"say":"begun"}'), frame(b"X", b""),
                      frame(b"L", b"bytes"), request("quota")[:-10], os.urandom(1000)]:
            s = call()
            s.sendall(noise)
            s.shutdown(socket.SHUT_WR)
            try:
                while s.recv(65536):
                    pass
            except ConnectionError:
                pass
        # Asked for a file, it goes without an answer; so does who never fetches the long answer.
        s = call()
        s.sendall(request("site", "import", "x.csv"))
        assert say(s) == "begun" and say(s) == "readFile"
        s.close()
        s = call()
        s.sendall(request("state", "--scope", "company", "--json"))
        assert say(s) == "begun"
        s.close()
        # It answers with what was not asked for.
        s = call()
        s.sendall(request("site", "import", "x.csv"))
        assert say(s) == "begun" and say(s) == "readFile"
        s.sendall(frame(b"M", b'{"say":"written"}'))
        assert say(s) == "ended"
        # What needs the owner, and what is no command, is refused.
        for words in [["init", "--name", "x"], ["serve"], ["nonsense"], []]:
            s = call()
            s.sendall(request(*words))
            assert say(s) == "begun"
            ended = read(s)
            assert json.loads(ended[1])["status"] != 0, (words, ended)
        # More of the silent than are listened to at once.
        silent = [call() for _ in range(60)]
        print(subprocess.run([server, "quota", "--json"], capture_output=True).returncode)
        """))
    #expect(ended.text == "0\n", "\(ended.talk)")
    try expectDone(company.office("verify"))
    #expect(try Browser(company: company).get("/login").status == 200)
    #expect(company.stop() == 0)
  }

  @Test("is done one after the other when many are started at once")
  func crowd() throws {
    let company = try Company()
    try company.serve()
    let ended = try expectDone(
      company.stranger(
        """
        words = [["verify"], ["quota", "--json"], ["device", "list"], ["rebuild"]] * 5
        # A person who is still typing what the first is to read.
        first = subprocess.Popen([server, "site", "import", "-"], stdin=subprocess.PIPE)
        others = [subprocess.Popen([server] + w, stdout=subprocess.DEVNULL) for w in words]
        first.communicate("code,community,households\\nS2,新园,12\\n".encode())
        print(sorted({p.wait() for p in [first] + others}))
        """))
    #expect(ended.text.hasSuffix("[0]\n"), "\(ended.text) \(ended.talk)")
  }

  @Test("is finished when the server is told to stop in the middle of it")
  func stopped() throws {
    let company = try Company()
    try company.serve()
    let ended = try expectDone(
      company.stranger(
        """
        s = call()
        s.sendall(request("site", "import", "-", "--json"))
        assert say(s) == "begun" and say(s) == "readFile"
        os.kill(int(sys.argv[4]), signal.SIGTERM)
        table = "code,community,households\\nS2,新园,12\\n".encode()
        s.sendall(frame(b"M", b'{"say":"file"}') + frame(b"P", table[:9]) + frame(b"L", table[9:]))
        assert json.loads(read(s)[1]) == {"say": "ended", "status": 0}
        print(json.loads(read(s)[1])["added"])
        """, "\(company.server ?? 0)"))
    #expect(ended.text == "1\n", "\(ended.talk)")
    #expect(company.awaitEnd() == 0)
    let sites = try expectDone(company.office("quota", "--json")).json["sites"] as? [Any]
    #expect(sites?.count == 2)
  }

  @Test("of another version is refused, with what to do")
  func otherVersion() throws {
    let company = try Company()
    try company.serve()
    let ended = try expectDone(
      company.stranger(
        """
        s = call()
        s.sendall(request("quota", program="rounds-server/0.0.0"))
        assert say(s) == "begun"
        print(json.loads(read(s)[1])["status"], read(s)[1].decode(), read(s)[1].decode())
        """))
    #expect(ended.text.hasPrefix("1 "), "\(ended.text)")
    #expect(ended.text.contains("rounds-server/0.0.0"))
  }
}

extension Company {
  var socket: String { folder.file("office/admin.sock") }

  /// Tables that the commands under test name from where they stand.
  fileprivate func writeFiles() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("desk/sub"), withIntermediateDirectories: true)
    for (name, text) in [
      ("sites.csv", "code,community,city,households\nS1,绿岛,上海,12\nS9,新园,上海,5\n"),
      ("bad.csv", "code,community,city,households\nS3,远山,上海,many\nS1,绿岛,上海,12\n"),
      ("roster.csv", "unit,occupancy,name\n1-101,occupied,陈女士\n1-103,let,\n"),
    ] { try folder.write(Array(text.utf8), to: folder.file("desk/" + name)) }
  }

  /// `rounds-server` as somebody runs it who stands in a directory of their own.
  fileprivate func standing(_ words: [String], input: [UInt8]) throws -> Ended {
    try Programs.run(
      "/usr/bin/env", ["-C", folder.file("desk"), Programs.server] + words, environment,
      in: folder, input: input)
  }

  /// Another program on the socket. Its script finds `call`, `frame`, `request`, `read` and `say`,
  /// the program as `server`, and the words given from `sys.argv[4]`.
  fileprivate func stranger(_ script: String, _ words: String...) throws -> Ended {
    let version = try expectDone(office("--version")).text
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return try Programs.run(
      "/usr/bin/python3",
      ["-c", Self.preamble + script, socket, Programs.server, version] + words, environment,
      in: folder)
  }

  private static let preamble = """
    import json, os, signal, socket, struct, subprocess, sys
    path, server, version = sys.argv[1:4]
    def call():
        s = socket.socket(socket.AF_UNIX)
        s.settimeout(60)
        s.connect(path)
        return s
    def frame(kind, content):
        return struct.pack(">I", len(content)) + kind + content
    def request(*words, program=None):
        stream = {"coloured": False}
        return frame(b"M", json.dumps({
            "say": "request", "program": program or "rounds-server/" + version,
            "words": words, "directory": "/", "zone": 480, "language": "en",
            "output": stream, "trouble": stream, "followsProgress": False}).encode())
    def take(s, count):
        content = b""
        while len(content) < count:
            part = s.recv(count - len(content))
            assert part, "gone"
            content += part
        return content
    def read(s):
        head = take(s, 5)
        return head[4:], take(s, struct.unpack(">I", head[:4])[0])
    def say(s):
        kind, content = read(s)
        assert kind == b"M", kind
        return json.loads(content)["say"]

    """
}
