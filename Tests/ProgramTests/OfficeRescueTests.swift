import Foundation
import Glibc
import SeededRandom
import Testing

@Suite("Backup and restore of the office")
struct OfficeRescueTests {
  /// A backup, and the digests that the command printed, by scope.
  struct Backup {
    let file: String
    let digests: [String: String]
  }

  func backup(_ company: Company, _ name: String) throws -> Backup {
    let file = company.folder.file(name)
    let json = try expectDone(company.office("backup", file, "--json")).json
    let scopes = json["scopes"] as? [[String: Any]] ?? []
    var digests: [String: String] = [:]
    for scope in scopes {
      if let name = scope["scope"] as? String { digests[name] = scope["digest"] as? String }
    }
    return Backup(file: file, digests: digests)
  }

  /// The canonical state of the site at the office, byte for byte.
  func state(_ company: Company, _ words: String...) throws -> Ended {
    try expectDone(company.run(["state", "--scope", "S1", "--json"] + words))
  }

  func expectSame(_ company: Company, _ laptops: [TestLaptop], _ what: String) throws {
    let office = try state(company).output
    for laptop in laptops {
      let own = try expectDone(laptop.rounds("state", "--scope", "S1", "--json")).output
      #expect(own == office, "\(what): \(laptop.name)")
    }
  }

  @Test("taken while laptops record and sync, restore elsewhere with the digests that were printed")
  func underLoad() throws {
    let company = try Company()
    let load = Load([
      try company.laptop("officer"), try company.laptop("supervisor", "serviceSupervisor"),
    ])
    try company.serve()
    load.start()
    let backups = try (0..<20).map { try backup(company, "load-\($0)") }
    let troubles = load.end()
    #expect(troubles.isEmpty, "\(troubles)")
    company.stop()
    var digests: Set<String> = []
    for (number, one) in backups.enumerated() {
      let data = company.folder.file("elsewhere-\(number)")
      try expectDone(
        company.office(
          "restore", one.file, "--office-key", company.folder.file("office/office.key"), "--data",
          data))
      let found = try state(company, "--data", data).json
      let scope = found["scope"] as? String ?? ""
      #expect(one.digests[scope] != nil, "backup \(number)")
      #expect(one.digests[scope] == found["digest"] as? String, "backup \(number)")
      try expectDone(company.office("verify", "--data", data))
      digests.insert(one.digests[scope] ?? "")
    }
    #expect(digests.count > 1, "nothing was written between the backups")
  }

  @Test("takes the name of one that was killed, whatever that left, and no other that is taken")
  func leftOver() throws {
    let company = try Company()
    let folder = company.folder
    let file = folder.file("night")
    try folder.write([1], to: file + ".keys")
    #expect(try company.office("backup", file).status == 1)
    #expect(try folder.read(file + ".keys") == [1])
    // As if it had been stopped when the keys had their name and the store had not.
    for end in [".part", ".part-journal", ".keys.part"] { try folder.write([2], to: file + end) }
    let made = try backup(company, "night")
    for end in [".part", ".part-journal", ".keys.part"] {
      #expect(!FileManager.default.fileExists(atPath: file + end), "\(end)")
    }
    let data = folder.file("elsewhere")
    try expectDone(
      company.office(
        "restore", made.file, "--office-key", folder.file("office/office.key"), "--data", data))
    try expectDone(company.office("verify", "--data", data))
  }

  @Test("from any older moment ends with equal bytes everywhere once each laptop has synced")
  func anyMoment() throws {
    // More households than visits: no round is complete, so that no server closes one by itself.
    let company = try Company(households: 60)
    let laptops = [
      try company.laptop("officer"), try company.laptop("supervisor", "serviceSupervisor"),
    ]
    try company.serve()
    var backups: [Backup] = []
    for number in 0..<20 {
      backups.append(try backup(company, "moment-\(number)"))
      let unit = "1-\(number / 4 + 1)0\(number % 4 + 1)"
      try expectDone(laptops[number % 2].record(ordinaryVisit(unit)))
      for laptop in [laptops[number % 2], laptops[(number + 1) % 2]] {
        try expectDone(laptop.rounds("sync"))
      }
    }
    let whole = try state(company).output
    var random = SplitMix64(seed: 5)
    for (number, one) in backups.enumerated() {
      company.stop()
      let json = try expectDone(
        company.office("restore", one.file, "--as-of-backup", "--json")
      ).json
      #expect(json["waiting"] as? Int == 2)
      #expect(try state(company).output != whole, "backup \(number) holds everything")
      try company.serve()
      let order = number % 2 == 0 ? laptops : laptops.shuffled(using: &random)
      for laptop in order {
        let synced = try expectDone(laptop.rounds("sync", "--json")).json
        #expect(synced["inSync"] as? Bool == true, "backup \(number): \(laptop.name)")
      }
      #expect(try state(company).output == whole, "backup \(number)")
      try expectSame(company, laptops, "backup \(number)")
    }
    try expectDone(company.office("verify"))
    let confirmed = try expectDone(company.office("device", "confirm", "--all", "--json")).json
    #expect(confirmed["confirmed"] as? Int == 2)
  }

  @Test("takes back what the store held, and moves it aside whole")
  func takesBack() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let old = try backup(company, "old")
    try company.serve()
    try expectDone(laptop.record(ordinaryVisit()))
    try expectDone(laptop.rounds("sync"))
    company.stop()
    let whole = try state(company).output
    let json = try expectDone(company.office("restore", old.file, "--json")).json
    let taken = json["takenBack"] as? [String: Any]
    #expect((taken?["admitted"] as? Int ?? 0) > 0)
    #expect(try state(company).output == whole)
    let aside = json["setAside"] as? String ?? ""
    #expect(FileManager.default.fileExists(atPath: aside + "/rounds.sqlite"))
    // What lies aside is a store that can itself be restored.
    try expectDone(
      company.office(
        "restore", aside + "/rounds.sqlite", "--keys", aside + "/keys.sqlite", "--json"))
    #expect(try state(company).output == whole)
  }

  @Test("refuses what is no backup of this office, and touches nothing")
  func refused() throws {
    let company = try Company()
    let other = try Company()
    let good = try backup(company, "good")
    let foreign = try backup(other, "foreign")
    let folder = company.folder
    let bytes = try folder.read(good.file)
    try folder.write(Array(bytes.prefix(bytes.count / 2)), to: folder.file("half"))
    try folder.write(Array(bytes.prefix(bytes.count - 1)), to: folder.file("short"))
    try folder.write([], to: folder.file("empty"))
    try folder.write(Array("not a database\n".utf8), to: folder.file("text"))
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
      + "c.execute('CREATE TABLE t (a)'); c.commit()"
    try expectDone(
      Programs.run("/usr/bin/python3", ["-c", script, folder.file("alien")], [:], in: folder))
    let keys = good.file + ".keys"
    let cases: [[String]] =
      ["half", "short", "empty", "text", "alien"].map { [folder.file($0), "--keys", keys] } + [
        [good.file, "--keys", foreign.file + ".keys"], [good.file, "--keys", good.file],
        [foreign.file], [folder.file("absent")],
        [good.file, "--office-key", other.folder.file("office/office.key")],
        [good.file, "--office-key", folder.file("text")],
      ]
    let before = try contents(folder)
    for words in cases {
      let ended = try company.run(["restore"] + words + ["--lang", "en"])
      #expect(ended.status == 1, "\(words): \(ended.text) \(ended.talk)")
      #expect(!ended.talk.contains("unexpected"), "\(words): \(ended.talk)")
      #expect(try contents(folder) == before, "\(words)")
    }
    // A backup leaves another file alone.
    let again = try company.office("backup", good.file)
    #expect(again.status == 1)
    #expect(try folder.read(good.file) == bytes)
  }

  /// Every file of the data directory but the lock.
  private func contents(_ folder: Folder) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for file in try folder.files(below: "office") where !file.hasSuffix("/lock") {
      found[file] = try folder.read(file)
    }
    return found
  }

  @Test("killed at any point leaves the old store or the new, and runs to its end the next time")
  func killed() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let old = try backup(company, "old")
    try company.serve()
    try expectDone(laptop.record(ordinaryVisit()))
    try expectDone(laptop.rounds("sync"))
    company.stop()
    let new = try backup(company, "new")
    let states = (old: try restored(company, old), new: try restored(company, new))
    #expect(states.old != states.new)
    var moments = try KillMoments(seed: 6) { _ = try restored(company, new) }
    var counts = (killed: 0, decided: 0, ended: 0)
    while counts.killed < costlyKillCount, counts.ended < 3 * costlyKillCount {
      _ = try restored(company, new)
      let (ended, moment) = try moments.kill(within: 0.05..<1.05) {
        try Programs.run(
          Programs.server, ["restore", old.file, "--as-of-backup"], company.environment,
          in: company.folder, killedAfter: $0)
      }
      #expect([0, -SIGKILL].contains(ended.status), "kill at \(moment) s: \(ended.talk)")
      if ended.status == 0 {
        counts.ended += 1
      } else {
        counts.killed += 1
      }
      let found = try state(company).output
      #expect([states.old, states.new].contains(found), "kill at \(moment) s")
      if ended.status != 0, found == states.old { counts.decided += 1 }
      try expectDone(company.office("verify"))
      #expect(try restored(company, old) == states.old, "kill at \(moment) s")
    }
    print(
      "restore killed \(counts.killed) times, \(counts.decided) of them after it was decided; "
        + "\(counts.ended) runs ended first")
    #expect(counts.killed == costlyKillCount)
  }

  /// Restores and returns the state; a restore that was stopped midway comes to its end first.
  private func restored(_ company: Company, _ backup: Backup) throws -> [UInt8] {
    for _ in 0..<2 {
      let json = try expectDone(
        company.office("restore", backup.file, "--as-of-backup", "--json")
      ).json
      if json["finishedEarlier"] as? Bool == false { break }
    }
    return try state(company).output
  }

  @Test(
    "is not needed to notice that somebody copied an older store back, and none else is noticed")
  func copiedBack() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let store = company.folder.file("office/rounds.sqlite")
    let copy =
      "import sqlite3, sys; "
      + "sqlite3.connect(sys.argv[1]).backup(sqlite3.connect(sys.argv[2]))"
    let older = company.folder.file("older.sqlite")
    try expectDone(
      Programs.run("/usr/bin/python3", ["-c", copy, store, older], [:], in: company.folder))
    try company.serve()
    for unit in ["1-101", "1-102"] {
      try expectDone(laptop.record(ordinaryVisit(unit)))
      try expectDone(laptop.rounds("sync"))
      // A server that is killed is no store that was copied back.
      company.stop(with: SIGKILL)
      let ended = try expectDone(company.office("device", "list", "--json", "--lang", "en"))
      #expect(!ended.talk.contains("MIND"), "\(ended.talk)")
      #expect(try ended.json["waiting"] as? Int == 0)
      try company.serve()
    }
    company.stop()
    let whole = try state(company).output
    for beside in ["-wal", "-shm"] { unlink(store + beside) }
    try company.folder.write(try company.folder.read(older), to: store)
    let noticed = try expectDone(company.office("device", "list", "--json", "--lang", "en"))
    #expect(noticed.talk.contains("MIND"))
    #expect(try noticed.json["waiting"] as? Int == 1)
    let again = try expectDone(company.office("device", "list", "--json", "--lang", "en"))
    #expect(!again.talk.contains("MIND"))
    #expect(try state(company).output != whole)
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    company.stop()
    #expect(try state(company).output == whole)
    try expectSame(company, [laptop], "after the sync")
  }

  @Test("is what the doctor leads to; it names what is wrong and how to cure it")
  func doctor() throws {
    let company = try Company()
    func checks() throws -> (status: Int32, troubled: Set<String>, cures: [String]) {
      let ended = try company.office("doctor", "--json")
      let checks = try ended.json["checks"] as? [[String: Any]] ?? []
      #expect(checks.count == 13)
      let bad = checks.filter { $0["ok"] as? Bool == false }
      let cures = bad.flatMap { ($0["troubles"] as? [[String: Any]] ?? []) }
        .compactMap { $0["cure"] as? String }
      return (ended.status, Set(bad.compactMap { $0["check"] as? String }), cures)
    }
    // How full the disk is, is not the test's to say.
    let fresh = try checks()
    #expect(fresh.status == 1)
    #expect(fresh.troubled.subtracting(["space"]) == ["frames"])
    try expectDone(company.office("frame"))
    #expect(try checks().troubled.subtracting(["space"]).isEmpty)
    chmod(company.folder.file("office/keys.sqlite"), 0o644)
    let open = try checks()
    #expect(open.troubled.subtracting(["space"]) == ["permissions"])
    #expect(open.cures.contains { $0.contains("chmod go-rwx") })
    chmod(company.folder.file("office/keys.sqlite"), 0o600)
    try change("rounds.sqlite", "UPDATE unitIndex SET occupancy = occupancy + 1", company)
    let shown = try checks()
    #expect(shown.troubled.subtracting(["space"]) == ["view"])
    #expect(shown.cures.contains { $0.contains("rebuild") })
    try expectDone(company.office("rebuild"))
    #expect(try checks().troubled.subtracting(["space"]).isEmpty)
    try change("rounds.sqlite", "UPDATE feed SET digestCount = digestCount + 1", company)
    #expect(try checks().troubled.subtracting(["space"]) == ["log"])
  }

  /// Runs a statement on a database of the office, behind its back.
  private func change(_ file: String, _ sql: String, _ company: Company) throws {
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", script, company.folder.file("office/" + file), sql], [:],
        in: company.folder))
  }

  @Test("gives household keys back that were lost, which the check names")
  func lostKey() throws {
    let company = try Company()
    let old = try backup(company, "old")
    try change(
      "keys.sqlite",
      "DELETE FROM householdKey WHERE sequence = (SELECT MIN(sequence) FROM householdKey)", company)
    let found = try company.office("verify", "--json", "--lang", "en")
    #expect(found.status == 1)
    let missing = try found.json["missingKeys"] as? [[String: Any]] ?? []
    #expect(missing.count == 1)
    #expect((missing.first?["keys"] as? [String])?.count == 1)
    #expect(try company.office("verify", "--lang", "en").talk.contains("rounds-server restore"))
    try expectDone(company.office("restore", old.file))
    try expectDone(company.office("verify"))
  }

  @Test("is what a damaged store asks for; a server whose office.key changed asks for that")
  func damaged() throws {
    let company = try Company()
    let secrets = company.folder.file("office/office.key")
    let whole = try company.folder.read(secrets)
    var changed = whole
    changed[50] ^= 1
    try company.folder.write(changed, to: secrets)
    chmod(secrets, 0o600)
    for words in [["serve", "--port", "0"], ["verify"], ["doctor"]] {
      let ended = try company.run(words + ["--lang", "en"])
      #expect(ended.status == 1)
      #expect(ended.talk.contains("office.key"), "\(words): \(ended.talk)")
    }
    try company.folder.write(whole, to: secrets)
    chmod(secrets, 0o600)
    try expectDone(company.office("verify"))
    // Whoever closes the database last brings its write-ahead log into the file.
    try change("rounds.sqlite", "DELETE FROM session", company)
    var store = try company.folder.read(company.folder.file("office/rounds.sqlite"))
    for place in 100..<200 { store[place] = 0xA5 }
    try company.folder.write(store, to: company.folder.file("office/rounds.sqlite"))
    let ended = try company.office("device", "list", "--lang", "en")
    #expect(ended.status == 1)
    for word in ["rounds.sqlite", "rounds-server restore"] { #expect(ended.talk.contains(word)) }
  }
}
