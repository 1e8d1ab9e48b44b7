import Fingerprint
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

/// A password, and why it is refused.
struct BadPassword: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let refusal: PasswordRule.Refusal

  init(_ text: String, _ refusal: PasswordRule.Refusal) {
    testDescription = text.debugDescription
    self.text = text
    self.refusal = refusal
  }

  static let all: [BadPassword] = [
    BadPassword("", .length), BadPassword("fourteen chars", .length),
    BadPassword(String(repeating: "ab3-xY", count: 22), .length),
    BadPassword("we love 金茂物业 very much", .containsName),
    BadPassword("the secret of LiMin is old", .containsName),
    BadPassword("aaaaaaaaaaaaaaa", .tooRegular), BadPassword("abcabcabcabcabc", .tooRegular),
    BadPassword("correctcorrectcorrect", .tooRegular),
    BadPassword("123456789012345", .tooRegular), BadPassword("abcdefghijklmnop", .tooRegular),
    BadPassword("zyxwvutsrqponmlk", .tooRegular),
    BadPassword("Password12345678", .common), BadPassword("1qaz2wsx3edc4rfv", .common),
    BadPassword("qwertyuiop 2026!", .common), BadPassword("I love you 5201314", .common),
    BadPassword("welcome to admin", .common), BadPassword("我爱你我爱你123456789", .common),
    BadPassword("P@ssw0rd!P@ssw0rd?", .common),
  ]
}

@Suite("A password for the pages")
struct PasswordRuleTests {
  private static let names = ["limin", "金茂物业", "x"]

  @Test("that can be guessed is refused", arguments: BadPassword.all)
  func refused(_ bad: BadPassword) {
    #expect(throws: bad.refusal) { try PasswordRule.check(bad.text, names: Self.names) }
  }

  @Test(
    "of fifteen characters or more is taken, in any language",
    arguments: [
      "fifteen chars 1", "correct horse battery staple", "走过三个小区问了五户人家才吃晚饭",
      String(repeating: "q7!xk", count: 25) + "zzz", "extraordinary wax",
      "the dragon in the pepper mill", "8392 0174 6528 374",
    ])
  func taken(_ text: String) throws { try PasswordRule.check(text, names: Self.names) }
}

@Suite("Waiting after wrong passwords")
struct LoginDelayTests {
  @Test(
    "grows with the failures and ends, so that nobody is locked out",
    arguments: [
      (.nameAndAddress, 2, 0), (.nameAndAddress, 3, 1000),
      (.nameAndAddress, 4, 2000), (.nameAndAddress, 9, 64_000), (.nameAndAddress, 13, 900_000),
      (.nameAndAddress, 1_000_000, 900_000), (.address, 19, 0), (.address, 20, 1000),
      (.address, 1_000_000, 900_000), (.name, 49, 0), (.name, 50, 1000),
      (.name, 1_000_000, 60_000),
    ] as [(LoginDelay.Subject, Int, Int64)])
  func wait(_ subject: LoginDelay.Subject, _ failures: Int, _ expected: Int64) {
    #expect(LoginDelay.waitMs(subject, failures: failures) == expected)
  }

  @Test(
    "forgets one failure for each quarter of an hour without another",
    arguments: [
      (20, 0, 20), (20, 899_999, 20), (20, 900_000, 19), (20, 3_600_000, 16),
      (3, 24 * 3_600_000, 0), (0, 900_000, 0), (5, -3_600_000, 5), (5, .max, 0), (5, .min, 5),
    ] as [(Int, Int64, Int)])
  func forgotten(_ failures: Int, _ quietMs: Int64, _ left: Int) {
    #expect(LoginDelay.left(of: failures, afterMs: quietMs) == left)
  }

  @Test("gives a guesser who waits each time no shorter waits", arguments: [13, 20, 1_000_000])
  func steady(_ failures: Int) {
    let wait = LoginDelay.waitMs(.nameAndAddress, failures: failures)
    let next = LoginDelay.left(of: failures, afterMs: wait) + 1
    #expect(LoginDelay.waitMs(.nameAndAddress, failures: next) == wait)
  }

  @Test(
    "counts an IPv4 address whole and an IPv6 address by its network of 64 bits",
    arguments: [
      ("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"),
      ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
      ("2001:db8::3:4:5:6", "2001:db8:0:0::/64"), ("2001:db8::2:3:4:5:6", "2001:db8:0:2::/64"),
      ("fe80::1", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"), ("::", "0:0:0:0::/64"),
      ("1::", "1:0:0:0::/64"), ("", ""), ("a socket", "a socket"), (":", ":"),
    ])
  func origin(_ address: String, _ network: String) {
    #expect(LoginOrigin.network(of: address) == network)
  }
}

@Suite("A login to the pages")
struct LoginTests {
  private static let password = "correct horse battery staple"

  /// An office with a supervisor and a reviewer who both have the password.
  private func world() throws -> (World, supervisor: AccountID, reviewer: AccountID) {
    let world = try World(seed: 190, roles: [])
    let supervisor = try world.office.addAccount(
      name: "Wang", role: .serviceSupervisor, sites: [world.site])
    let reviewer = try world.office.addAccount(name: "Zhao", role: .companyReviewer, sites: [])
    for account in [supervisor, reviewer] {
      try world.office.setPassword(of: account, to: Self.password)
    }
    return (world, supervisor, reviewer)
  }

  private func enter(
    _ world: World, _ name: String, _ password: String = password, from address: String = "::1"
  ) throws -> LoginOutcome {
    try world.office.logIn(name, password: password, from: address, language: nil)
  }

  private func session(_ world: World, _ name: String) throws -> String {
    guard case .entered(let session) = try enter(world, name) else {
      Issue.record("not logged in")
      return ""
    }
    return session
  }

  @Test("opens a session of its own each time, which only its name opens")
  func entered() throws {
    let (world, supervisor, _) = try world()
    let first = try session(world, "Wang")
    let second = try session(world, "Wang")
    #expect(first != second)
    #expect(first.utf8.count == 64)
    let reader = try #require(try world.office.reader(ofSession: first))
    #expect(reader.person.id == supervisor)
    #expect(reader.sees(world.site))
    #expect(!reader.sees(world.office.company))
    #expect(try world.office.reader(ofSession: second)?.formToken != reader.formToken)
    for wrong in ["", "ab", String(first.dropLast(2)), first + "00", reader.formToken] {
      #expect(try world.office.reader(ofSession: wrong) == nil)
    }
    // Neither the name of the session nor the password lies in the store.
    let rows = try world.office.read { replica in
      try replica.connection.rows("SELECT id, csrf FROM session") {
        (try $0.blob(0), try $0.blob(1))
      }
    }
    #expect(rows.count == 2)
    #expect(!rows.contains { Hexadecimal.text($0.0) == first || Hexadecimal.text($0.1) == first })
  }

  @Test("shows head office every site")
  func company() throws {
    let (world, _, _) = try world()
    let reader = try #require(
      try world.office.reader(ofSession: try session(world, "Zhao")))
    #expect(reader.sees(world.site))
    #expect(reader.sees(world.office.company))
  }

  @Test("is answered alike for an unknown name, a wrong password, none, and a disabled account")
  func refusedAlike() throws {
    let (world, supervisor, _) = try world()
    _ = try world.office.addAccount(name: "NoPassword", role: .administrator, sites: [])
    #expect(try enter(world, "Nobody") == .refused)
    #expect(try enter(world, "Wang", "wrong horse battery staple") == .refused)
    #expect(try enter(world, "Wang", "") == .refused)
    #expect(try enter(world, "NoPassword", from: "192.0.2.2") == .refused)
    _ = try world.office.disable(supervisor)
    #expect(try enter(world, "Wang", from: "192.0.2.2") == .refused)
  }

  @Test("needs the id where two people have one name")
  func twins() throws {
    let (world, supervisor, _) = try world()
    let twin = try world.office.addAccount(name: "Wang", role: .administrator, sites: [])
    try world.office.setPassword(of: twin, to: Self.password)
    #expect(try enter(world, "Wang") == .refused)
    _ = try session(world, supervisor.description)
  }

  @Test("ends 30 minutes after the last page, head office's after 15")
  func idle() throws {
    let (world, _, _) = try world()
    let (site, company) = (try session(world, "Wang"), try session(world, "Zhao"))
    world.clock.advance(minutes: 14)
    #expect(try world.office.reader(ofSession: site) != nil)
    #expect(try world.office.reader(ofSession: company) != nil)
    world.clock.advance(minutes: 16)
    #expect(try world.office.reader(ofSession: company) == nil)
    #expect(try world.office.reader(ofSession: site) != nil)
    world.clock.advance(minutes: 31)
    #expect(try world.office.reader(ofSession: site) == nil)
  }

  @Test("ends after eight hours, however busy, and when the clock is set back before it began")
  func absolute() throws {
    let (world, _, _) = try world()
    let first = try session(world, "Wang")
    for _ in 0..<23 {
      world.clock.advance(minutes: 20)
      #expect(try world.office.reader(ofSession: first) != nil)
    }
    world.clock.advance(minutes: 21)
    #expect(try world.office.reader(ofSession: first) == nil)
    let second = try session(world, "Wang")
    world.clock.advance(minutes: -600)
    #expect(try world.office.reader(ofSession: second) == nil)
  }

  @Test("ends with logging out, and with it no other session")
  func logout() throws {
    let (world, _, _) = try world()
    let (first, second) = (try session(world, "Wang"), try session(world, "Wang"))
    try world.office.endSession(first)
    try world.office.endSession("no session")
    #expect(try world.office.reader(ofSession: first) == nil)
    #expect(try world.office.reader(ofSession: second) != nil)
  }

  @Test("and all others of the person end when the password changes or the account is disabled")
  func endedByChange() throws {
    let (world, supervisor, reviewer) = try world()
    let sessions = [try session(world, "Wang"), try session(world, "Wang")]
    let others = try session(world, "Zhao")
    try world.office.setPassword(of: supervisor, to: "another quite long sentence")
    for session in sessions { #expect(try world.office.reader(ofSession: session) == nil) }
    #expect(try enter(world, "Wang", from: "192.0.2.3") == .refused)
    #expect(try world.office.reader(ofSession: others) != nil)
    #expect(try world.office.disable(reviewer) == 0)
    #expect(try world.office.reader(ofSession: others) == nil)
  }

  @Test("ends when the office is restored, whoever was logged in when the backup was made")
  func restored() throws {
    let (world, _, _) = try world()
    let name = try session(world, "Wang")
    let snapshot = try OfficeSnapshot(of: world.office)
    try world.office.endSession(name)
    let older = try snapshot.opened()
    #expect(try older.reader(ofSession: name) != nil)
    let renewed = try older.beginNewEpoch(because: .restored)
    #expect(try renewed.reader(ofSession: name) == nil)
    let again = try renewed.logIn("Wang", password: Self.password, from: "::1", language: nil)
    #expect(again != .refused)
  }

  @Test("is never opened again for a disabled account, whatever password it is to get")
  func disabledPassword() throws {
    let (world, supervisor, _) = try world()
    _ = try world.office.disable(supervisor)
    #expect(throws: OfficeFault.failed(Message(.accountIsDisabled, ["Wang"]))) {
      try world.office.setPassword(of: supervisor, to: "another quite long sentence")
    }
  }

  @Test("is made to wait after three failures, for one's own address alone, and not for ever")
  func delayed() throws {
    let (world, _, _) = try world()
    for _ in 0..<3 { #expect(try enter(world, "Wang", "wrong wrong wrong") == .refused) }
    // Not even the right password is tried now, nor from a neighbour's address.
    for address in ["::1", "::9"] {
      #expect(try enter(world, "Wang", from: address) == .wait(seconds: 1))
    }
    #expect(try enter(world, "Nobody") == .refused)
    guard case .entered = try enter(world, "Wang", from: "2001:db8::9") else {
      Issue.record("somebody else's address waits too")
      return
    }
    world.clock.advance(minutes: 1)
    _ = try session(world, "Wang")
    // The right password wipes the slate.
    #expect(try enter(world, "Wang", "wrong wrong wrong") == .refused)
    #expect(try enter(world, "Wang", "wrong wrong wrong") == .refused)
    _ = try session(world, "Wang")
  }

  @Test("keeps the language that was chosen")
  func language() throws {
    let (world, _, _) = try world()
    let name = try session(world, "Wang")
    #expect(try world.office.reader(ofSession: name)?.language == nil)
    try world.office.setLanguage(.hant, ofSession: name)
    #expect(try world.office.reader(ofSession: name)?.language == .hant)
  }

  @Test("opens in the language that the person chose last, wherever that was")
  func languageOfPerson() throws {
    let (world, _, _) = try world()
    let office = world.office
    let first = try session(world, "Wang")
    let other = try session(world, "Wang")
    try office.setLanguage(.hant, ofSession: first)
    #expect(try office.reader(ofSession: other)?.language == nil, "what is open stays as it is")
    #expect(try office.reader(ofSession: try session(world, "Wang"))?.language == .hant)
    try office.endSession(first)
    try office.setLanguage(.hans, ofSession: first)
    #expect(try office.reader(ofSession: try session(world, "Wang"))?.language == .hant)
    // Chosen before the password was typed.
    let outcome = try office.logIn(
      "Wang", password: Self.password, from: "::1", language: .english)
    guard case .entered = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try office.reader(ofSession: try session(world, "Wang"))?.language == .english)
  }

  @Test("of somebody who may not have such a password is not made")
  func weakPassword() throws {
    let (world, supervisor, _) = try world()
    #expect(throws: OfficeFault.self) {
      try world.office.setPassword(of: supervisor, to: "too short")
    }
    _ = try session(world, "Wang")
  }
}
