import Foundation
import Glibc
import Testing

/// Something that goes wrong on a laptop, how the doctor names it, and what helps.
struct InjectedFault: Sendable, CustomTestStringConvertible {
  let claim: String
  let check: String
  /// A word of the cure.
  let cure: String
  let inject: @Sendable (TestLaptop) throws -> Void
  /// Commands of `rounds` that mend it, as the cure says.
  var mend: [[String]] = []
  /// What a person does by hand, where the cure is no command.
  var byHand: @Sendable (TestLaptop) throws -> Void = { _ in }
  var testDescription: String { claim }

  static func mode(_ path: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  /// Changes the sealing key to another, or back.
  static func flip(_ laptop: TestLaptop) throws {
    var bytes = try laptop.folder.read(laptop.path("device.key"))
    bytes[41] ^= 1
    try laptop.folder.write(bytes, to: laptop.path("device.key"))
    try mode(laptop.path("device.key"), 0o600)
  }

  static let all: [InjectedFault] = [
    InjectedFault(
      claim: "a database that others can read", check: "permissions", cure: "chmod",
      inject: { try mode($0.path("rounds.sqlite"), 0o644) },
      byHand: { try mode($0.path("rounds.sqlite"), 0o600) }),
    InjectedFault(
      claim: "a directory that others can enter", check: "permissions", cure: "chmod",
      inject: { try mode($0.home, 0o755) }, byHand: { try mode($0.home, 0o700) }),
    InjectedFault(
      claim: "no private keys", check: "deviceKey", cure: "device.key",
      inject: { rename($0.path("device.key"), $0.path("device.away")) },
      byHand: { rename($0.path("device.away"), $0.path("device.key")) }),
    InjectedFault(
      claim: "damaged private keys", check: "deviceKey", cure: "device.key",
      inject: {
        rename($0.path("device.key"), $0.path("device.away"))
        try $0.folder.write(Array("ROUNDS\0\u{1}short".utf8), to: $0.path("device.key"))
        try mode($0.path("device.key"), 0o600)
      }, byHand: { rename($0.path("device.away"), $0.path("device.key")) }),
    InjectedFault(
      claim: "a private key with one bit changed", check: "deviceKey", cure: "device.key",
      inject: { try flip($0) }, byHand: { try flip($0) }),
    InjectedFault(
      claim: "an enrolment that is gone", check: "enrolment", cure: "doctor --rebuild",
      inject: { try $0.change("DELETE FROM meta WHERE name = 'enrolment'") },
      mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "another person's account", check: "enrolment", cure: "doctor --rebuild",
      inject: {
        try $0.change("UPDATE meta SET value = zeroblob(16) WHERE name = 'account'")
      }, mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "no household keys", check: "keys", cure: "doctor --rebuild",
      inject: { unlink($0.path("keys.sqlite")) }, mend: [["doctor", "--rebuild"], ["sync"]]),
    InjectedFault(
      claim: "a key table that is no database", check: "keys", cure: "doctor --rebuild",
      inject: {
        try $0.folder.write(Array(repeating: 0x2C, count: 9000), to: $0.path("keys.sqlite"))
        try mode($0.path("keys.sqlite"), 0o600)
      }, mend: [["doctor", "--rebuild"], ["sync"]]),
    InjectedFault(
      claim: "a tip that is no bundle's", check: "chain", cure: "doctor --rebuild",
      inject: {
        try $0.change("UPDATE meta SET value = zeroblob(32) WHERE name = 'tip'")
      }, mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "rows that are missing from a table", check: "view", cure: "doctor --rebuild",
      inject: { try $0.change("DELETE FROM unitIndex WHERE rowid % 2 = 0") },
      mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "a record's row that is not what was written", check: "view",
      cure: "doctor --rebuild",
      inject: { try $0.change("UPDATE record SET state = X'00' WHERE rowid = 3") },
      mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "a conflict that there is none of", check: "view", cure: "doctor --rebuild",
      inject: { try $0.change("UPDATE record SET hasConflict = 1 WHERE rowid = 3") },
      mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "a bundle filed behind another than it follows", check: "bundles",
      cure: "doctor --rebuild",
      inject: {
        try $0.change(
          "UPDATE bundle SET previous = zeroblob(32) WHERE rowid = "
            + "(SELECT MAX(rowid) FROM bundle)")
      }, mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "a sum that does not add up", check: "view", cure: "doctor --rebuild",
      inject: { try $0.change("UPDATE scopeHead SET viewCount = viewCount + 1") },
      mend: [["doctor", "--rebuild"]]),
    InjectedFault(
      claim: "a receipt that is gone", check: "receipts", cure: "doctor --rebuild",
      inject: {
        try $0.change("UPDATE bundle SET delivery = 2, receipt = NULL WHERE delivery = 5")
      }, mend: [["doctor", "--rebuild"], ["sync"]]),
    InjectedFault(
      claim: "another bundle's name in a row of the feed", check: "feed",
      cure: "doctor --rebuild",
      inject: {
        try $0.change(
          "UPDATE feed SET bundle = (SELECT id FROM bundle WHERE delivery = 5) WHERE position = 1")
      }, mend: [["doctor", "--rebuild"], ["sync"]]),
    InjectedFault(
      claim: "a clock that is off", check: "clock", cure: "clock",
      inject: {
        try $0.change(
          "UPDATE meta SET value = CAST('900000' AS BLOB) WHERE name = 'clockDifferenceMs'")
      }, mend: [["sync"]]),
    InjectedFault(
      claim: "a clock before what is stored", check: "clock", cure: "clock",
      inject: {
        try $0.change("UPDATE bundle SET storedMs = storedMs + 864000000 WHERE delivery = 5")
      },
      byHand: {
        try $0.change("UPDATE bundle SET storedMs = storedMs - 864000000 WHERE delivery = 5")
      }),
    InjectedFault(
      claim: "a file of authorities that is gone", check: "authorities", cure: "/nowhere/ca.pem",
      inject: {
        try $0.change(
          "INSERT INTO meta (name, value) VALUES ('authorities', CAST('/nowhere/ca.pem' AS BLOB))")
      }, byHand: { try $0.change("DELETE FROM meta WHERE name = 'authorities'") }),
    InjectedFault(
      claim: "a draft that cannot be opened", check: "draft", cure: "record",
      inject: {
        try $0.folder.write(Array(repeating: 7, count: 200), to: $0.path("draft"))
        try mode($0.path("draft"), 0o600)
      }, byHand: { unlink($0.path("draft")) }),
    InjectedFault(
      claim: "another directory than the mark says", check: "installation", cure: "status",
      inject: {
        let mark = String(
          decoding: try $0.folder.read($0.path("installation")), as: UTF8.self)
        let lines = mark.split(separator: "\n").map { line in
          line.contains("\"directory\"") ? "  \"directory\": \"1\"," : String(line)
        }
        try $0.folder.write(
          Array((lines.joined(separator: "\n") + "\n").utf8), to: $0.path("installation"))
      }, mend: [["status"]]),
    InjectedFault(
      claim: "a database that cannot be opened", check: "database", cure: "salvage",
      inject: {
        rename($0.path("rounds.sqlite"), $0.path("rounds.away"))
        mkdir($0.path("rounds.sqlite"), 0o700)
      },
      byHand: {
        rmdir($0.path("rounds.sqlite"))
        rename($0.path("rounds.away"), $0.path("rounds.sqlite"))
      }),
    InjectedFault(
      claim: "household keys that cannot be opened", check: "keys", cure: "doctor --rebuild",
      inject: {
        rename($0.path("keys.sqlite"), $0.path("keys.away"))
        mkdir($0.path("keys.sqlite"), 0o700)
      },
      byHand: {
        rmdir($0.path("keys.sqlite"))
        rename($0.path("keys.away"), $0.path("keys.sqlite"))
      }),
    InjectedFault(
      claim: "a restore that stopped", check: "restore", cure: "restore",
      inject: {
        mkdir($0.path("restoring"), 0o700)
        try $0.folder.write(
          Array("as-of-backup\nbefore-restore-20260101T000000Z\n".utf8),
          to: $0.path("restoring/ready"))
      }, mend: [["restore"]]),
    InjectedFault(
      claim: "pages of the database that are noise", check: "database", cure: "salvage",
      inject: {
        let pages = try $0.folder.read($0.path("rounds.sqlite")).count / 4096
        try $0.overwrite("rounds.sqlite", pages: [pages * 2 / 3, pages * 2 / 3 + 1])
      }, mend: [["salvage", "OWN"], ["sync"]]),
    InjectedFault(
      claim: "a bundle whose bytes changed", check: "bundles", cure: "salvage",
      inject: {
        try $0.change(
          "UPDATE bundle SET envelope = CAST(substr(envelope, 1, length(envelope) - 3) "
            + "|| X'000000' AS BLOB) WHERE rowid = (SELECT MIN(rowid) FROM bundle "
            + "WHERE delivery = 0)")
      }, mend: [["salvage", "OWN"], ["sync"]]),
    // Last, because what it sends reaches the copies that sync after it.
    InjectedFault(
      claim: "work that is unsent for days", check: "unsent", cure: "sync",
      inject: {
        try expectDone($0.record(ordinaryVisit("1-103")))
        try $0.change("UPDATE bundle SET storedMs = storedMs - 345600000 WHERE delivery = 1")
      }, mend: [["sync"]]),
  ]
}

@Suite("rounds doctor")
struct DoctorTests {
  @Test("finds nothing on a laptop in order, and names what is wrong with its cure")
  func faults() throws {
    let company = try Company()
    let healthy = try company.laptop("officer")
    try company.serve()
    try expectDone(healthy.record(ordinaryVisit("1-101")))
    try expectDone(healthy.rounds("sync"))
    let well = try healthy.rounds("doctor", "--json")
    #expect(well.status == 0, "\(well.text)")
    let state = try healthy.state()
    for (number, fault) in InjectedFault.all.enumerated() {
      let laptop = try healthy.copied(as: "fault-\(number)")
      // The copy is noticed and done with before the fault comes.
      try expectDone(laptop.rounds("status"))
      try fault.inject(laptop)
      let found = try laptop.doctor(fault.check)
      #expect(found.state == "trouble", "\(fault.claim): \(found)")
      #expect(found.status == 1, "\(fault.claim)")
      #expect(found.cure.contains(fault.cure), "\(fault.claim): \(found.cure)")
      for words in fault.mend {
        let command = words.map { $0 == "OWN" ? laptop.path("rounds.sqlite") : $0 }
        let ended = try laptop.run(command)
        #expect([0, 1].contains(ended.status), "\(fault.claim): \(ended.talk)")
      }
      try fault.byHand(laptop)
      let mended = try laptop.doctor(fault.check)
      #expect(mended.state == "ok", "\(fault.claim): \(mended)")
      if fault.check != "unsent" {
        #expect(try laptop.state() == state, "\(fault.claim)")
      }
    }
  }

  @Test("fits the terminal, with nothing cut off", arguments: [80, 200])
  func terminal(columns: Int) throws {
    let laptop = TestLaptop(folder: try Folder(), name: "new")
    for _ in 0..<2 {
      let ended = try laptop.converse(["doctor"], [], columns: columns)
      let shown = ended.shown.replacingOccurrences(of: "\r\u{1B}[K", with: "")
      let widths = shown.unicodeScalars.split { $0 == "\n" }.map { line in
        line.count(where: { $0 != "\r" })
      }
      #expect(widths.max() ?? 0 <= columns, "\(shown)")
      #expect(widths.count > 18, "\(shown)")
      #expect(!shown.contains("…"), "\(shown)")
      // With this word ends what helps before there is a store, and what is found afterwards.
      #expect(shown.contains("URL"), "\(shown)")
      _ = try laptop.rounds("status")
    }
  }

  @Test("reaches its end when the database is no database at all")
  func noDatabase() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    try company.folder.write(Array(repeating: 0x2C, count: 9000), to: laptop.path("rounds.sqlite"))
    #expect(try laptop.doctor("database").state == "trouble")
    let report = try laptop.rounds("doctor")
    #expect(report.status == 1)
    #expect(report.talk.contains("salvage"))
    unlink(laptop.path("rounds.sqlite"))
    #expect(try laptop.doctor("database").state == "trouble")
  }
}
