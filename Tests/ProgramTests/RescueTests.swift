import Foundation
import Glibc
import SeededRandom
import Testing

@Suite("A laptop's store")
struct RescueTests {
  @Test("is the same after a backup was restored, newer records taken back")
  func backup() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    let file = company.folder.file("rounds.backup")
    let made = try expectDone(laptop.rounds("backup", file, "--json")).json
    #expect(made["pending"] as? Int == 1)
    #expect(made["holdsSecret"] as? Bool == false)
    #expect(try laptop.rounds("backup", file).status == 1)
    let old = try laptop.state()
    try expectDone(laptop.record(ordinaryVisit("1-102")))
    let new = try laptop.state()
    let restored = try expectDone(laptop.rounds("restore", file, "--json")).json
    #expect(restored["takenBack"] as? Int == 1)
    #expect(try laptop.state() == new)
    #expect(try laptop.pending() == 2)
    let aside = restored["aside"] as? String ?? "none"
    #expect(FileManager.default.fileExists(atPath: laptop.path(aside + "/rounds.sqlite")))
    // What was taken back can be read, and is sent.
    #expect(try laptop.rounds("visits", "list", "--json").text.contains("\"visits\""))
    #expect(try laptop.visits().count == 2)
    let past = try expectDone(laptop.rounds("restore", file, "--as-of-backup", "--json")).json
    #expect(past["takenBack"] as? Int == 0)
    #expect(try laptop.state() == old)
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.doctor("chain").state == "ok")
  }

  @Test("that is not sound is backed up with a warning of what restore will say, until it is cured")
  func unsound() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    try laptop.change(
      "UPDATE feed SET bundle = (SELECT id FROM bundle WHERE delivery = 5) WHERE position = 1")
    let file = company.folder.file("doubtful")
    let made = try laptop.rounds("backup", file, "--lang", "en")
    #expect(made.status == 1)
    #expect(made.talk.contains("restore would refuse it"), "\(made.talk)")
    #expect(made.talk.contains("doctor --rebuild"), "\(made.talk)")
    // It is there all the same, and restore does say so.
    #expect(try laptop.rounds("restore", file).status == 1)
    try expectDone(laptop.rounds("doctor", "--rebuild"))
    try expectDone(laptop.rounds("sync"))
    company.stop()
    let sound = company.folder.file("sound")
    try expectDone(laptop.rounds("backup", sound))
    try expectDone(laptop.rounds("restore", sound))
  }

  @Test("restored with keys of another laptop, or from a file that is none, is left as it was")
  func refused() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let other = try company.laptop("supervisor", "serviceSupervisor")
    company.stop()
    let (mine, theirs) = (company.folder.file("mine"), company.folder.file("theirs"))
    try expectDone(laptop.rounds("backup", mine))
    try expectDone(other.rounds("backup", theirs))
    let cut = company.folder.file("cut")
    try company.folder.write(Array(try company.folder.read(mine).dropLast(5000)), to: cut)
    try company.folder.write(try company.folder.read(mine + ".keys"), to: cut + ".keys")
    let picture = company.folder.file("picture")
    try company.folder.write(Array(repeating: 0x2C, count: 9000), to: picture)
    try company.folder.write(Array(repeating: 0x2C, count: 9000), to: picture + ".keys")
    let before = try laptop.state()
    let names = try FileManager.default.contentsOfDirectory(atPath: laptop.home).sorted()
    for file in [theirs, cut, picture, company.folder.file("nothing")] {
      let ended = try laptop.rounds("restore", file)
      #expect(ended.status == 1, "\(file): \(ended.talk)")
    }
    #expect(try laptop.rounds("restore").status == 64)
    #expect(try laptop.state() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: laptop.home).sorted() == names)
  }

  @Test(
    "restored from a backup in which something rotted is left as it was, and the rot is named",
    arguments: [
      ("UPDATE bundle SET envelope = zeroblob(length(envelope)) WHERE inView = 1", "signed"),
      ("UPDATE record SET hasConflict = 1 - hasConflict, state = zeroblob(8)", "log"),
      ("DELETE FROM visitIndex", "visitIndex"),
      ("UPDATE meta SET value = zeroblob(32) WHERE name = 'tip'", "chain"),
      ("UPDATE meta SET value = zeroblob(16) WHERE name = 'account'", "account"),
      ("UPDATE meta SET value = X'00' WHERE name = 'enrolment'", "enrolment"),
      (
        "UPDATE feed SET bundle = (SELECT id FROM bundle WHERE delivery = 1) WHERE position = 1",
        "feed differs at 1"
      ),
      ("UPDATE feed SET digestSum = zeroblob(32) WHERE position = 2", "feed differs at 2"),
      ("UPDATE bundle SET delivery = 9 WHERE delivery = 1", "receipt"),
    ])
  func rottenBackup(_ statement: String, _ named: String) throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    let file = company.folder.file("rounds.backup")
    try expectDone(laptop.rounds("backup", file))
    let state = try laptop.state()
    let names = try FileManager.default.contentsOfDirectory(atPath: laptop.home).sorted()
    try laptop.change(statement, in: file)
    let ended = try laptop.rounds("restore", file)
    #expect(ended.status == 1)
    for words in ["not sound", named, "rounds salvage"] {
      #expect(ended.talk.contains(words), "\(ended.talk)")
    }
    #expect(try laptop.state() == state)
    #expect(try FileManager.default.contentsOfDirectory(atPath: laptop.home).sorted() == names)
  }

  @Test("survives a restore that is killed anywhere; a second one finishes it")
  func killed() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    let file = company.folder.file("rounds.backup")
    try expectDone(laptop.rounds("backup", file))
    try expectDone(laptop.record(ordinaryVisit("1-102")))
    let state = try laptop.state()
    var random = SplitMix64(seed: 5)
    for _ in 0..<costlyKillCount {
      let seconds = 0.005 + Double(random.below(250)) / 1000
      let ended = try laptop.run(["restore", file], killedAfter: seconds)
      if ended.status != 0 {
        // Either nothing has happened yet, or it is finished now.
        let status = try laptop.rounds("status", "--json")
        if status.status != 0 { try expectDone(laptop.rounds("restore")) }
      }
      #expect(try laptop.state() == state)
      #expect(try laptop.pending() == 2)
    }
  }

  @Test("with one page in a hundred overwritten gives back every bundle that is whole")
  func salvage() throws {
    let company = try Company(households: 60)
    let laptop = try company.laptop("officer")
    try company.serve()
    for number in 0..<10 {
      try expectDone(laptop.record(ordinaryVisit("1-\(number / 4 + 1)0\(number % 4 + 1)")))
    }
    try expectDone(laptop.rounds("sync"))
    company.stop()
    for number in 10..<20 {
      try expectDone(laptop.record(ordinaryVisit("1-\(number / 4 + 1)0\(number % 4 + 1)")))
    }
    // A fresh copy to bring them into: the laptop as it was before the last ten.
    let whole = try laptop.copied(as: "whole")
    let pages = try company.folder.read(laptop.path("rounds.sqlite")).count / 4096
    var random = SplitMix64(seed: 11)
    var damaged = whole
    var intact = 0
    // A page through which SQLite finds all others would leave nothing to compare with.
    for attempt in 0..<20 where intact <= 10 {
      damaged = try laptop.copied(as: "damaged-\(attempt)")
      let hit = (0..<max(1, pages / 100)).map { _ in 1 + random.below(pages - 1) }
      try damaged.overwrite("rounds.sqlite", pages: hit)
      intact = try Self.intactBundles(damaged.path("rounds.sqlite"), of: whole, company.folder)
    }
    #expect(intact > 10)
    let other = try company.laptop("supervisor", "serviceSupervisor")
    company.stop()
    let saved = try expectDone(
      other.rounds("salvage", damaged.path("rounds.sqlite"), "--json")
    ).json
    #expect(saved["found"] as? Int ?? 0 >= intact)
    #expect(saved["damaged"] as? Bool == true)
    // Salvaged by another laptop or not, the office gets them.
    try company.serve()
    try expectDone(other.rounds("sync"))
    #expect(try other.visits().count >= 10)
  }

  /// How many envelopes of the whole store still lie on pages that were not hit: those that SQLite
  /// reads one by one, and equal the original.
  private static func intactBundles(
    _ file: String, of whole: TestLaptop, _ folder: Folder
  ) throws -> Int {
    let script = """
      import sqlite3, sys
      whole, hurt = (sqlite3.connect(p) for p in sys.argv[1:3])
      count = 0
      for row, envelope in whole.execute("SELECT rowid, envelope FROM bundle"):
        try:
          found = hurt.execute("SELECT envelope FROM bundle WHERE rowid = ?", (row,)).fetchone()
        except sqlite3.DatabaseError:
          continue
        count += found is not None and found[0] == envelope
      print(count)
      """
    let ended = try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", script, whole.path("rounds.sqlite"), file], [:], in: folder))
    return Int(ended.text.split(separator: "\n").first ?? "") ?? -1
  }

  @Test("copied and used on both sides is told to the person, and to the office")
  func copied() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    let twin = try laptop.copied(as: "twin")
    let first = try expectDone(twin.record(ordinaryVisit("1-102")))
    #expect(first.talk.contains("copied"))
    // Once is enough, and the original is not alarmed.
    #expect(try !twin.rounds("status").talk.contains("copied"))
    #expect(try !expectDone(laptop.record(ordinaryVisit("1-103"))).talk.contains("copied"))
    try company.serve()
    for one in [laptop, twin, laptop, twin] { try expectDone(one.rounds("sync")) }
    company.stop()
    #expect(try laptop.state() == twin.state())
    #expect(try laptop.visits().count == 3)
    let devices = try expectDone(company.office("device", "list", "--json")).json
    #expect((devices["forks"] as? [Any])?.count == 1)
  }

  @Test("put back from an old copy of the file goes on under another name, and says so")
  func putBack() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    try company.serve()
    try expectDone(laptop.record(ordinaryVisit("1-101")))
    let old = try company.folder.read(laptop.path("rounds.sqlite"))
    try expectDone(laptop.record(ordinaryVisit("1-102")))
    try expectDone(laptop.rounds("sync"))
    try company.folder.write(old, to: laptop.path("rounds.sqlite"))
    let next = try expectDone(laptop.record(ordinaryVisit("1-103")))
    #expect(next.talk.contains("older"))
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.visits().count == 3)
    company.stop()
    let office = try expectDone(company.office("state", "--scope", "S1", "--json")).output
    #expect(try laptop.state() == office)
  }
}
