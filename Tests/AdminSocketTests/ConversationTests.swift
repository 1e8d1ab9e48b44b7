import AdminSocket
import Foundation
import Glibc
import LocalMachine
import Synchronization
import Testing

@Suite("Two processes on the admin socket")
struct ConversationTests {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What went wrong in a command, in the answer itself.
  private static func printed(_ work: () throws -> String) -> Printed {
    do { return Printed(output: Array(try work().utf8), trouble: [], status: 0) } catch {
      return Printed(output: [], trouble: Array("\(error)".utf8), status: 1)
    }
  }

  /// - Returns: what one caller gets, who must not be turned away.
  private static func answer(
    _ serving: Serving, _ words: [String], _ doors: Doors, followsProgress: Bool = false
  ) throws -> Printed {
    let client = try #require(try serving.call())
    let answer = try client.run(
      sampleRequest(words, followsProgress: followsProgress), doors: doors, whileWaiting: {})
    return try #require(answer)
  }

  @Test("hand over the words, and both streams and the exit status back, however long")
  func wholeWay() throws {
    let long = [UInt8](repeating: 0x61, count: 3_000_000)
    try Serving.during({ request, _ in
      Printed(output: long, trouble: Array(request.words.joined(separator: "|").utf8), status: 2)
    }) { serving in
      let printed = try Self.answer(serving, ["quota", "--site", "绿岛"], .of())
      #expect(printed.output == long)
      #expect(Self.text(printed.trouble) == "quota|--site|绿岛")
      #expect(printed.status == 2)
      #expect(serving.dropped.isEmpty)
    }
  }

  @Test("let the command read what the person can read, and meet the faults the person meets")
  func reading() throws {
    let long = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    try Serving.during({ request, doors in
      Self.printed {
        let bytes = try doors.readFile(request.words[1], 2_000_000)
        return "\(bytes.count) \(bytes == long)"
      }
    }) { serving in
      let files = ["f": long, "-": []]
      let read = try Self.answer(serving, ["import", "f"], .of(files: files))
      #expect(Self.text(read.output) == "1000000 true")
      let empty = try Self.answer(serving, ["import", "-"], .of(files: files))
      #expect(Self.text(empty.output) == "0 false")
      let absent = try Self.answer(serving, ["import", "none"], .of(files: files))
      #expect(absent.status == 1)
      #expect(Self.text(absent.trouble) == "open none: No such file or directory")
    }
  }

  @Test("let the command write, ask a secret, and say where the person stands")
  func otherDoors() throws {
    try Serving.during({ request, doors in
      Self.printed {
        try doors.writeFile("copy.keys", Array(request.words[1].utf8))
        let secret = try doors.readSecret("?") ?? "none"
        doors.show("half")
        return "\(secret) \(doors.absolutePath("copy")) \(doors.absolutePath("/copy"))"
      }
    }) { serving in
      var written: [String: [UInt8]] = [:]
      var shown: [String] = []
      for (secret, follows) in [("词", true), (nil, false)] as [(String?, Bool)] {
        let doors = Doors.of(
          secret: secret, writing: { written[$0] = $1 }, showing: { shown.append($0) })
        let printed = try Self.answer(
          serving, ["backup", "copy"], doors, followsProgress: follows)
        #expect(Self.text(printed.output) == "\(secret ?? "none") /srv/料/copy /copy")
      }
      #expect(written == ["copy.keys": Array("copy".utf8)])
      // Only to whoever can see it.
      #expect(shown == ["half"])
    }
  }

  @Test(
    "touch no file but those that the person named",
    arguments: [
      "/etc/shadow", "copy2", "copy.keys/x", "copy./../../x", "./copy", "cop", "", "backup/copy",
    ])
  func unnamed(path: String) throws {
    try Serving.during({ _, doors in
      Self.printed { Self.text(try doors.readFile(path, 100)) }
    }) { serving in
      let client = try #require(try serving.call())
      var reads = 0
      let doors = Doors(
        readFile: { _, _ in
          reads += 1
          return []
        }, writeFile: { _, _ in }, readSecret: { _ in nil }, absolutePath: { $0 }, show: { _ in })
      #expect(throws: AdminFault.self) {
        try client.run(
          sampleRequest(["backup", "copy", "--to=there"]), doors: doors, whileWaiting: {})
      }
      #expect(reads == 0)
    }
  }

  @Test("end with the fault of the person's own process where it is no file's")
  func ownFault() throws {
    struct Interrupted: Error {}
    try Serving.during({ _, doors in Self.printed { try doors.readSecret("?") ?? "" } }) {
      serving in
      let client = try #require(try serving.call())
      let doors = Doors(
        readFile: { _, _ in [] }, writeFile: { _, _ in }, readSecret: { _ in throw Interrupted() },
        absolutePath: { $0 }, show: { _ in })
      #expect(throws: Interrupted.self) {
        try client.run(sampleRequest(["password"]), doors: doors, whileWaiting: {})
      }
    }
  }

  @Test("are served one after the other, and none is lost")
  func manyAtOnce() throws {
    let tally = Tally()
    try Serving.during({ request, doors in
      tally.begin()
      defer { tally.end() }
      return Self.printed { Self.text(try doors.readFile(request.words[0], 100)) }
    }) { serving in
      let answers = Mutex<[Int: String]>([:])
      DispatchQueue.concurrentPerform(iterations: 100) { number in
        do {
          let printed = try Self.answer(
            serving, ["f"], .of(files: ["f": Array("\(number)".utf8)]))
          answers.withLock { $0[number] = Self.text(printed.output) }
        } catch { answers.withLock { $0[number] = "\(error)" } }
      }
      let wrong = answers.withLock { $0.filter { $0.value != "\($0.key)" } }
      #expect(wrong.isEmpty)
      #expect(answers.withLock { $0.count } == 100)
      #expect(tally.most == 1)
    }
  }

  @Test("meet in a directory that lies deeper than an address has room for")
  func deepDirectory() throws {
    let deep = "/" + Array(repeating: "層層", count: 30).joined(separator: "/")
    try Serving.during(under: deep, { _, _ in Self.printed { "deep" } }) { serving in
      #expect(serving.socket.utf8.count > 107)
      let printed = try Self.answer(serving, ["x"], .of())
      #expect(Self.text(printed.output) == "deep")
    }
  }

  @Test("meet at a socket that is its owner's alone")
  func owner() throws {
    try Serving.during({ _, _ in Self.printed { "" } }) { serving in
      var facts = stat()
      #expect(stat(serving.socket, &facts) == 0)
      #expect(facts.st_mode & S_IFMT == S_IFSOCK)
      #expect(facts.st_mode & 0o777 == 0o600)
      #expect(facts.st_uid == geteuid())
    }
  }

  @Test("do not meet where no server lives, whatever a dead one left")
  func nobodyThere() throws {
    try Serving.inFolder { directory in
      func isAnswered() throws -> Bool { try AdminClient(calling: directory) != nil }
      #expect(try !isAnswered())
      // Ends as a killed one does, and leaves its socket.
      do { _ = try AdminListener(in: directory) }
      #expect(FileManager.default.fileExists(atPath: directory.file(AdminListener.name)))
      #expect(try !isAnswered())
      // The next one takes its place.
      let listener = try AdminListener(in: directory)
      #expect(try isAnswered())
      listener.remove()
      #expect(try !isAnswered())
    }
  }

  @Test("part before a command begins if the server ends: nothing was done, and one may ask again")
  func endedBefore() throws {
    try Serving.inFolder { directory in
      var listener: AdminListener? = try AdminListener(in: directory)
      let client = try #require(try AdminClient(calling: directory))
      listener?.remove()
      listener = nil
      let printed = try client.run(sampleRequest(["quota"]), doors: .of(), whileWaiting: {})
      #expect(printed == nil)
    }
  }

  @Test("finish the command that is under way when the server is told to stop")
  func stoppedMeanwhile() throws {
    try Serving.during({ _, doors in
      Self.printed { Self.text(try doors.readFile("f", 100)) }
    }) { serving in
      let doors = Doors(
        readFile: { _, _ in
          serving.stop()
          return Array("all of it".utf8)
        }, writeFile: { _, _ in }, readSecret: { _ in nil }, absolutePath: { $0 }, show: { _ in })
      let printed = try Self.answer(serving, ["import", "f"], doors)
      #expect(Self.text(printed.output) == "all of it")
      serving.end()
      #expect(serving.dropped.isEmpty)
    }
  }
}

/// How many commands run, and have run, at once.
private final class Tally: Sendable {
  private let counts = Mutex((now: 0, most: 0))

  var most: Int { counts.withLock { $0.most } }

  func begin() {
    counts.withLock { counts in
      counts.now += 1
      counts.most = max(counts.most, counts.now)
    }
  }

  func end() { counts.withLock { $0.now -= 1 } }
}
