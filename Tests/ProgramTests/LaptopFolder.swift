import Foundation

extension TestLaptop {
  func path(_ name: String) -> String { home + "/" + name }

  /// The same data under another name, as somebody copies a directory.
  func copied(as other: String) throws -> TestLaptop {
    let copy = TestLaptop(folder: folder, name: other, texts: texts)
    try expectDone(
      Programs.run("/bin/cp", ["-a", home, copy.home], ["PATH": "/bin"], in: folder))
    return copy
  }

  /// Changes the database behind the program's back.
  /// - Parameter file: another file than the store.
  func change(_ statement: String, in file: String? = nil) throws {
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      c.execute(sys.argv[2])
      c.commit()
      """
    try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", script, file ?? path("rounds.sqlite"), statement], [:],
        in: folder))
  }

  /// The canonical state of the site.
  func state() throws -> [UInt8] { try expectDone(rounds("state", "--json")).output }

  /// What the doctor says of one check: its state, what it found, and the cure.
  func doctor(
    _ name: String, _ words: String...
  ) throws -> (state: String, what: String, cure: String, status: Int32) {
    let ended = try run(["doctor", "--json"] + words)
    let checks = try ended.json["checks"] as? [[String: Any]] ?? []
    let check = checks.first { $0["name"] as? String == name } ?? [:]
    return (
      check["state"] as? String ?? "absent", check["what"] as? String ?? "",
      check["cure"] as? String ?? "", ended.status
    )
  }

  /// Overwrites whole pages of a file of this laptop with noise.
  func overwrite(_ name: String, pages: [Int]) throws {
    var bytes = try folder.read(path(name))
    for page in pages {
      for place in page * 4096..<(page + 1) * 4096 where place < bytes.count {
        bytes[place] = UInt8(truncatingIfNeeded: place &* 31 &+ page &* 7 &+ 0xA5)
      }
    }
    try folder.write(bytes, to: path(name))
  }
}
