import FieldWork
import Foundation
import Glibc
import KernelKeyring
import Testing

/// What the vault's programs need of the machine: a kernel keyring, and an id of its own.
private let isOffered: Bool = {
  let hasID = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))?.count ?? 0 >= 32
  do {
    _ = try KernelKeyring(directory: "/nowhere").peek()
    if !hasID { print("no machine-id here") }
    return hasID
  } catch UnlockedKeysFault.notOffered(let why) {
    print("no kernel keyring here: \(why)")
    return false
  } catch { return hasID }
}()

@Suite(
  "A vault closed by a passphrase",
  .enabled(if: isOffered, "this system offers no keyrings, or has no machine-id"))
struct VaultProgramTests {
  private static let old = "orange kettle seven stairs"
  private static let new = "纸船和三只蓝色的茶杯放在窗台"

  private func line(_ text: String) -> [UInt8] { Array((text + "\n").utf8) }

  private func vault(_ laptop: TestLaptop) throws -> String {
    try expectDone(laptop.rounds("status", "--json")).json["vault"] as? String ?? "-"
  }

  @Test("keeps records shut while it is locked, and lets status and sync work")
  func locked() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    try company.serve()
    defer { forget(laptop) }
    #expect(try vault(laptop) == "open")
    #expect(try laptop.rounds("lock", "--lang", "en").status == 1)
    try expectDone(laptop.run(["passphrase"], input: line(Self.old)))
    #expect(try vault(laptop) == "unlocked")
    let saved = try expectDone(laptop.record(ordinaryVisit())).json["visit"] as? String ?? ""
    try expectDone(laptop.rounds("lock"))
    #expect(try vault(laptop) == "locked")
    for words in [["visits", "show", saved], ["household", "list"], ["draw", "--count", "1"]] {
      let refused = try laptop.run(words + ["--lang", "en"])
      #expect(refused.status == 1)
      #expect(refused.talk.contains("rounds unlock"), "\(refused.talk)")
    }
    let refused = try laptop.record(ordinaryVisit("1-102"))
    #expect(refused.status == 1)
    let error = try refused.json["error"] as? [String: Any]
    #expect(error?["key"] as? String == "vault.locked")
    #expect(try laptop.pending() == 1)
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.pending() == 0)
    let wrong = try laptop.run(["unlock", "--lang", "en"], input: line(Self.old + "!"))
    #expect(wrong.status == 1)
    #expect(wrong.talk.contains("Wrong passphrase"), "\(wrong.talk)")
    #expect(try vault(laptop) == "locked")
    try expectDone(laptop.run(["unlock"], input: line(Self.old)))
    try expectDone(laptop.record(ordinaryVisit("1-102")))
    #expect(try laptop.visits().count == 2)
    for file in try laptop.folder.files(below: "laptop-officer") {
      let bytes = Data(try laptop.folder.read(file))
      #expect(bytes.range(of: Data(Self.old.utf8)) == nil, "the passphrase in \(file)")
    }
  }

  @Test("is given its window by the kernel, and refuses one out of bounds or a bad passphrase")
  func window() throws {
    let laptop = try Company().laptop("officer")
    defer { forget(laptop) }
    let short = try laptop.run(["passphrase", "--lang", "en"], input: line("too short"))
    #expect(short.status == 1)
    #expect(short.talk.contains("12"), "\(short.talk)")
    #expect(try laptop.run(["passphrase"], input: line("")).status == 1)
    #expect(try laptop.run(["passphrase"]).status == 1)
    #expect(try vault(laptop) == "open")
    try expectDone(laptop.run(["passphrase"], input: line(Self.old)))
    #expect(try ["14m", "15m"].contains(timeLeft(laptop)))
    for minutes in ["0", "481"] {
      #expect(try laptop.run(["unlock", "--minutes", minutes], input: line(Self.old)).status == 64)
    }
    try expectDone(laptop.run(["unlock", "--minutes", "480"], input: line(Self.old)))
    // Each use begins it anew; what only looks does not end it.
    try expectDone(laptop.rounds("visits", "list"))
    #expect(try ["7h", "8h"].contains(timeLeft(laptop)))
    try expectDone(laptop.rounds("lock"))
    #expect(try timeLeft(laptop) == nil)
  }

  @Test("asks at a terminal for what a command needs, and shows nothing of what is typed")
  func terminal() throws {
    let company = try Company()
    try expectDone(
      company.office(
        "account", "add", "--name", "officer", "--role", "serviceOfficer", "--site", "S1"))
    let code =
      try expectDone(company.office("device", "invite", "officer", "--json"))
      .json["code"] as? String ?? ""
    try company.serve()
    let laptop = TestLaptop(folder: company.folder, name: "officer")
    defer { forget(laptop) }
    let enrolled = try laptop.converse(
      ["enroll", company.url, "--lang", "zh-Hans"],
      [
        Typed("一次性登记码：", code + "\r"), Typed("为这台电脑设口令", "short\r"),
        Typed("口令至少要", ""), Typed("为这台电脑设口令", Self.old + "\r"),
        Typed("再输入一次：", Self.old + "?\r"), Typed("两次输入不同", ""),
        Typed("为这台电脑设口令", Self.old + "\r"), Typed("再输入一次：", Self.old + "\r"),
      ])
    #expect(enrolled.status == 0, "\(enrolled.shown)")
    #expect(!enrolled.shown.contains("never came"), "\(enrolled.shown)")
    #expect(try vault(laptop) == "unlocked")
    try expectDone(laptop.rounds("sync"))
    try expectDone(laptop.rounds("lock"))
    let listed = try laptop.converse(
      ["household", "list", "--lang", "zh-Hans"], [Typed("口令：", Self.old + "\r")])
    #expect(listed.status == 0, "\(listed.shown)")
    #expect(listed.shown.contains("1-101"))
    for shown in [enrolled.shown, listed.shown] { #expect(!shown.contains("kettle")) }
    #expect(try vault(laptop) == "unlocked")
    try expectDone(laptop.rounds("lock"))
    let wrong = try laptop.converse(
      ["household", "list", "--lang", "zh-Hans"], [Typed("口令：", "something else\r")])
    #expect(wrong.status == 1)
    #expect(wrong.shown.contains("口令不对"), "\(wrong.shown)")
  }

  @Test("opens with the old passphrase or the new, wherever a change was killed")
  func killed() throws {
    let laptop = try Company().laptop("officer")
    defer { forget(laptop) }
    try expectDone(laptop.run(["passphrase"], input: line(Self.old)))
    var (present, next) = (Self.old, Self.new)
    var moments = try KillMoments(seed: 3) {
      try expectDone(laptop.run(["passphrase"], input: line(present) + line(next)))
    }
    swap(&present, &next)
    var counts = (killed: 0, ended: 0, changed: 0)
    while counts.killed < 10, counts.ended < 40 {
      // Mostly late, where the files are written.
      let (ended, _) = try moments.kill(within: 0.5..<1.1) {
        try laptop.run(["passphrase"], input: line(present) + line(next), killedAfter: $0)
      }
      let opensOld = try laptop.run(["unlock"], input: line(present)).status == 0
      let opensNew = try laptop.run(["unlock"], input: line(next)).status == 0
      #expect(opensOld != opensNew, "kill \(counts.killed)")
      if ended.status == 0 {
        #expect(opensNew)
        counts.ended += 1
      } else {
        #expect(ended.status == -SIGKILL, "\(ended.talk)")
        counts.killed += 1
      }
      if opensNew {
        swap(&present, &next)
        counts.changed += 1
      }
    }
    print(
      "rounds passphrase killed \(counts.killed) times, changed \(counts.changed) times; "
        + "\(counts.ended) runs ended first")
    #expect(counts.killed == 10)
  }

  @Test("whose passphrase was forgotten is enrolled again, and ends with the office's state")
  func forgotten() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    defer { forget(laptop) }
    try expectDone(laptop.run(["passphrase"], input: line(Self.old)))
    try expectDone(laptop.record(ordinaryVisit()))
    try expectDone(laptop.rounds("lock"))
    let code =
      try expectDone(company.office("device", "invite", "officer", "--json"))
      .json["code"] as? String ?? ""
    try company.serve()
    #expect(try laptop.run(["enroll", company.url], input: line(code)).status == 1)
    try expectDone(
      laptop.run(["enroll", company.url, "--again"], input: line(code) + line(Self.new)))
    #expect(try vault(laptop) == "unlocked")
    // A chain that has not begun is no broken one.
    try expectDone(laptop.rounds("doctor"))
    try expectDone(laptop.rounds("backup", laptop.folder.file("again.backup")))
    try expectDone(laptop.rounds("sync"))
    try expectDone(laptop.record(ordinaryVisit("1-102")))
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.pending() == 0)
    let names = try expectDone(laptop.rounds("household", "list", "--json")).text
    #expect(names.contains("住户1-101"))
    company.stop()
    let own = try expectDone(laptop.rounds("state", "--scope", "S1", "--json"))
    let office = try expectDone(company.office("state", "--scope", "S1", "--json"))
    #expect(own.output == office.output)
    #expect(try laptop.visits().count == 2)
    try expectDone(company.office("verify"))
    let aside = try laptop.folder.files(below: "laptop-officer").filter {
      $0.contains("/device.key.2")
    }
    #expect(aside.count == 1)
  }

  /// What the kernel says is left of the window; nothing where no key is kept.
  private func timeLeft(_ laptop: TestLaptop) throws -> String? {
    let name = KernelKeyring(directory: laptop.home).name
    return try String(contentsOfFile: "/proc/keys", encoding: .utf8).split(separator: "\n")
      .filter { $0.contains(name) }
      .map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
      .first { $0.count > 3 && !$0[1].contains("i") && $0[3] != "expd" }?[3]
  }

  private func forget(_ laptop: TestLaptop) {
    do { try KernelKeyring(directory: laptop.home).forget() } catch { Issue.record(error) }
  }
}
