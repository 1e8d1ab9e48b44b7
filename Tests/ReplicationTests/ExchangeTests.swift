import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat
import Wording

@Suite("The exchange")
struct ExchangeTests {
  @Test("answers the same bundle sent 64 times at once with one effect and one receipt")
  func sixtyFour() async throws {
    let world = try World(seed: 21, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    let pending = try #require(try laptop.read { try $0.log.pending(limit: 1) }.first)
    let office = world.office
    let device = laptop.secrets.signing.verifyingKey
    let receipts = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 {
        group.addTask {
          let results = try office.receive(
            [PushedBundle(envelope: pending.envelope, keys: [])], by: device, language: .english)
          return results.first?.receipt ?? []
        }
      }
      var all: Set<[UInt8]> = []
      for try await receipt in group { all.insert(receipt) }
      return all
    }
    #expect(receipts.count == 1)
    #expect(receipts.first?.isEmpty == false)
    let visits = try office.read { try SiteView($0, world.site).visits().count }
    #expect(visits == 1)
  }

  @Test("gives the original receipt when the answer to a push was lost")
  func answerLost() throws {
    let world = try World(seed: 22, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let recorded = try laptop.recordVisit(try world.visit(1), at: nil)
    world.transport.expect([.answerLost])
    #expect(throws: FieldFault.self) { try laptop.synchronise() }
    let first = try world.office.read { try $0.log.bundle(recorded.bundle)?.receipt }
    #expect(first != nil)
    let summary = try laptop.synchronise()
    #expect(summary.alreadyKnown == 1)
    #expect(summary.isInSync)
    #expect(try laptop.read { try $0.log.bundle(recorded.bundle)?.receipt } == first)
  }

  @Test("says in sync only when digests are equal, nothing is pending and nothing is left to pull")
  func inSync() throws {
    let world = try World(seed: 23, roles: [.serviceOfficer])
    #expect(try world.laptops[0].synchronise().isInSync)
    _ = world.transport.takePaths()
    #expect(try world.laptops[0].synchronise().exchanges == 1)
    #expect(world.transport.takePaths() == ["/v1/sync"])
  }

  @Test("credits work done before a reassignment reached the laptop, and marks it late")
  func reassigned() throws {
    let world = try World(seed: 24, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let recorded = try laptop.recordVisit(try world.visit(1), at: nil)
    try world.office.withdraw(laptop.account, from: world.site)
    let summary = try laptop.synchronise()
    #expect(summary.stored == 1)
    let kept = try #require(try world.office.read { try $0.log.bundle(recorded.bundle) })
    #expect(kept.inView)
    #expect(kept.isLate)
    // Having heard of it, the laptop refuses further visits there.
    #expect(throws: FieldFault.self) { try laptop.recordVisit(try world.visit(2), at: nil) }
  }

  @Test("refuses a revoked laptop at each request, and holds what others relay of it")
  func revoked() throws {
    let world = try World(seed: 25, roles: [.serviceOfficer, .serviceSupervisor])
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    try world.office.revoke(laptop.secrets.signing.verifyingKey)
    world.clock.set("2026-09-04 08:00")
    let after = try laptop.recordVisit(try world.visit(2), at: nil)
    #expect(throws: FieldFault.failed(Message(.officeRevoked, []))) { try laptop.synchronise() }
    #expect(try laptop.read { try $0.log.books().counts[.confirmed] } == 1)
    let envelope = try #require(try laptop.read { try $0.log.bundle(after.bundle) }).envelope
    // Written with a receipt from before the revocation: work from before, credited and marked.
    let honest = try world.office.receive(
      [PushedBundle(envelope: envelope, keys: [])], by: other.secrets.signing.verifyingKey,
      language: .english)
    #expect(honest.map(\.outcome) == [.stored])
    #expect(try world.office.read { try $0.log.bundle(after.bundle)?.isLate } == true)
    // One that hides which receipt it held proves nothing.
    try laptop.write { try Meta.set("lastReceipt", [], $0.connection) }
    let silent = try laptop.recordVisit(try world.visit(3), at: nil)
    let hidden = try #require(try laptop.read { try $0.log.bundle(silent.bundle) }).envelope
    let held = try world.office.receive(
      [PushedBundle(envelope: hidden, keys: [])], by: other.secrets.signing.verifyingKey,
      language: .english)
    #expect(held.map(\.reason) == [.deviceRevoked])
    #expect(try world.office.read { try $0.log.held().map(\.id) } == [silent.bundle])
  }

  @Test("holds a bundle that a role may not write, and keeps its neighbours")
  func held() throws {
    let world = try World(seed: 26, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    try laptop.write { replica in
      _ = try laptop.write(
        [RecordEdit(.slot, RecordID(high: 1, low: 1), [1: .text("mine")])], in: world.site,
        on: replica)
    }
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    let summary = try laptop.synchronise()
    #expect(summary.held.map(\.reason) == [.roleMayNotWrite])
    #expect(summary.stored == 1)
    #expect(try world.office.read { try $0.log.held().count } == 1)
    let books = try laptop.read { try $0.log.books().counts }
    #expect(books[.held] == 1 && books[.confirmed] == 1 && books[.pending] == nil)
    // What the office does not show the laptop does not show either, until it is admitted.
    #expect(summary.isInSync)
    #expect(try world.state(laptop) == world.officeState())
    let bundle = try #require(try world.office.read { try $0.log.held() }.first)
    try world.office.write { replica in
      try replica.admit(try Verification.single(bundle.envelope), isLate: false)
      try replica.publish(bundle.id, in: world.site)
    }
    #expect(try laptop.synchronise().isInSync)
    #expect(try world.state(laptop) == world.officeState())
    #expect(try laptop.read { try $0.log.books().counts[.confirmed] } == 2)
  }

  @Test("reports bytes that are no bundle as unreadable and goes on")
  func unreadable() throws {
    let world = try World(seed: 27, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    let good = try #require(try laptop.read { try $0.log.pending(limit: 1) }.first)
    var bad = good.envelope
    bad[bad.count - 5] ^= 1
    let results = try world.office.receive(
      [bad, [1, 2, 3], good.envelope].map { PushedBundle(envelope: $0, keys: []) },
      by: laptop.secrets.signing.verifyingKey, language: .english)
    #expect(results.map(\.outcome) == [.unreadable, .unreadable, .stored])
  }

  @Test("brings back to a laptop what it had uploaded, its own bundles included")
  func ownBundles() throws {
    let world = try World(seed: 28, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    let epoch = try #require(try laptop.read { try $0.feed.head(world.site)?.epoch })
    try laptop.write { try $0.restart(world.site, in: epoch) }
    let summary = try laptop.synchronise()
    #expect(summary.received > 0)
    #expect(summary.isInSync)
    #expect(try world.state(laptop) == world.officeState())
  }

  @Test("keeps both values of a field amended on two laptops, with one open conflict")
  func conflict() throws {
    let world = try World(seed: 29, roles: [.serviceOfficer, .serviceSupervisor])
    let (a, b) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let recorded = try a.recordVisit(try world.visit(1), at: nil)
    _ = try a.synchronise()
    _ = try b.synchronise()
    let name = recorded.key.id.description
    for (laptop, text) in [(a, "weekend"), (b, "weekday")] {
      let saw = try laptop.read { try $0.frontier(of: recorded.key) }
      _ = try laptop.amendVisit(named: name, .remark(text), saw: saw)
    }
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    for laptop in [a, b] {
      let conflicts = try laptop.read { try laptop.conflicts($0) }
      let one = try #require(conflicts.first)
      #expect(conflicts.count == 1)
      #expect(Set(one.sides.map(\.text)) == ["weekend", "weekday"])
    }
    // A stale token is refused; one that was shown both is taken.
    let stale = try a.read { try $0.frontier(of: recorded.key) }.dropLast()
    #expect {
      try a.amendVisit(named: name, .remark("x"), saw: Array(stale))
    } throws: { error in
      guard case FieldFault.refused(let refusal) = error else { return false }
      return refusal.rule == "F-saw"
    }
    let shown = try a.read { try $0.frontier(of: recorded.key) }
    _ = try a.amendVisit(named: name, .remark("both seen"), saw: shown)
    #expect(try a.read { try a.conflicts($0) }.isEmpty)
  }

  @Test("never shows a confidential note or a personal text in clear where it is stored")
  func sealed() throws {
    let world = try World(seed: 30, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    try world.office.appointCustodian(laptop.account, of: world.site)
    _ = try laptop.synchronise()
    var input = try world.visit(1, text: "PERSONAL-MARKER")
    input.confidentialNote = "NOTE-MARKER"
    let recorded = try laptop.recordVisit(input, at: nil)
    _ = try laptop.synchronise()
    for replica in [world.office.environment.database, laptop.environment.database] {
      let rows = try replica.read { connection in
        try connection.rows("SELECT envelope FROM bundle") { try $0.blob(0) }
          + connection.rows("SELECT state FROM record") { try $0.blob(0) }
      }
      for row in rows {
        #expect(!contains(row, "PERSONAL-MARKER"))
        #expect(!contains(row, "NOTE-MARKER"))
      }
    }
    let notes = try laptop.notes(about: recorded.key.id.description)
    #expect(notes.map(\.text) == ["NOTE-MARKER"])
    let card = try laptop.read { try laptop.visitCard(recorded.key, $0) }
    #expect(card.opinions.map(\.text) == ["PERSONAL-MARKER"])
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0] == wanted[0] && Array(bytes[$0..<$0 + wanted.count]) == wanted
    }
  }
}

@Suite("Enrolment")
struct EnrolmentTests {
  @Test("a code is voided after five wrong secrets, and unknown, used and expired ones are refused")
  func refusals() throws {
    let world = try World(seed: 31, roles: [.serviceOfficer])
    let office = world.office
    let account = world.laptops[0].account
    let code = try office.invite(account)
    let text = try #require(EnrolmentCode(code.text))
    #expect(text == code)
    #expect(EnrolmentCode(String(code.text.dropLast())) == nil)
    let wrong = try #require(
      EnrolmentCode(id: code.id, secret: Array(repeating: 7, count: 16), office: office.identity))
    for _ in 0..<Office.codeTriesMax {
      let field = try world.environment(50)
      #expect(throws: FieldFault.self) {
        try field.enrol(url: "http://office", authorities: nil, code: wrong.text, laptopName: "x")
      }
    }
    let field = try world.environment(51)
    #expect(throws: FieldFault.self) {
      try field.enrol(url: "http://office", authorities: nil, code: code.text, laptopName: "x")
    }
    let late = try office.invite(account)
    world.clock.advance(minutes: 24 * 60 + 1)
    #expect(throws: FieldFault.self) {
      try world.environment(52).enrol(
        url: "http://office", authorities: nil, code: late.text, laptopName: "x")
    }
  }

  @Test("repeating after a lost answer succeeds with the same keys; another laptop is refused")
  func repeated() throws {
    let world = try World(seed: 32, roles: [.serviceOfficer])
    let code = try world.office.invite(world.laptops[0].account)
    let field = try world.environment(60)
    world.transport.expect([.fair, .answerLost])
    #expect(throws: FieldFault.self) {
      try field.enrol(url: "http://office", authorities: nil, code: code.text, laptopName: "x")
    }
    _ = try field.enrol(url: "http://office", authorities: nil, code: code.text, laptopName: "x")
    let other = try world.environment(61)
    #expect(throws: FieldFault.self) {
      try other.enrol(url: "http://office", authorities: nil, code: code.text, laptopName: "y")
    }
    #expect(try world.office.read { try world.office.devices(on: $0).count } == 2)
  }

  @Test("nobody is invited whose account is disabled, and a code issued before is void")
  func disabled() throws {
    let world = try World(seed: 33, roles: [.serviceOfficer])
    let account = world.laptops[0].account
    let code = try world.office.invite(account)
    #expect(try world.office.disable(account) == 1)
    let field = try world.environment(70)
    #expect(throws: FieldFault.self) {
      try field.enrol(url: "http://office", authorities: nil, code: code.text, laptopName: "x")
    }
    #expect(throws: OfficeFault.failed(Message(.accountIsDisabled, ["P0"]))) {
      try world.office.invite(account)
    }
    #expect(try world.office.read { try world.office.devices(on: $0).count } == 1)
  }

  @Test("a laptop that is revoked twice was revoked at the first moment")
  func revokedTwice() throws {
    let world = try World(seed: 34, roles: [.serviceOfficer])
    let key = world.laptops[0].device
    func revokedAt() throws -> Instant? {
      try world.office.read { try world.office.device(key, on: $0)?.revokedAt }
    }
    try world.office.revoke(key)
    let first = try revokedAt()
    #expect(first != nil)
    world.clock.advance(minutes: 5)
    try world.office.revoke(key)
    #expect(try revokedAt() == first)
  }
}
