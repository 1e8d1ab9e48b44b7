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

@Suite("An office restored from an older backup")
struct OfficeRestoreTests {
  @Test(
    "gets back from its laptops all that anyone holds, whenever the backup was made",
    arguments: 0..<max(1, historyCount / 200))
  func anyMoment(_ block: Int) throws {
    for offset in 0..<UInt64(5) {
      let seed = UInt64(block) * 5 + offset + 20_000
      var history = try SiteHistory(seed: seed)
      try history.play(acts: Int(seed % 13))
      let snapshot = try OfficeSnapshot(of: history.world.office)
      let late = try history.add(.serviceOfficer)
      history.world.clock.advance(minutes: 60)
      do {
        _ = try late.recordAttempt(
          household: "1-101", outcome: .nobodyHome, at: history.world.clock.now, remark: nil,
          site: nil)
      } catch FieldFault.refused {
        // The household was visited before; the laptop itself is what matters.
      }
      try history.play(acts: 12)
      try history.settle()
      let before = try history.world.officeState()
      let bundles = try count(history.world.office)
      history.move(to: try snapshot.restored())
      for _ in 0..<2 { try history.settle() }
      let world = history.world
      #expect(try world.officeState() == before, "seed \(seed)")
      #expect(try count(world.office) == bundles, "seed \(seed)")
      for laptop in world.laptops {
        #expect(try world.state(laptop) == before, "seed \(seed)")
        #expect(try laptop.read { try $0.isEqual(world.site) }, "seed \(seed)")
        #expect(try laptop.read { try $0.isEqual(world.office.company) }, "seed \(seed)")
      }
      #expect(try world.office.verify().faults.isEmpty, "seed \(seed)")
      let waiting = try world.office.read { try world.office.awaitingConfirmation(on: $0) }
      #expect(waiting.count == 4, "seed \(seed)")
      #expect(waiting.contains { $0.key == late.secrets.signing.verifyingKey }, "seed \(seed)")
    }
  }

  private func count(_ office: Office) throws -> Int {
    try office.read { replica in
      try replica.connection.first("SELECT COUNT(*) FROM bundle") { Int(try $0.integer(0)) } ?? 0
    }
  }

  static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  @Test(
    "learns a revocation again and shows the same as its laptops, whoever syncs first",
    arguments: orders)
  func revokedAfterwards(_ order: [Int]) throws {
    var world = try World(
      seed: 71, roles: [.serviceOfficer, .serviceSupervisor, .companyVisitor])
    let lost = world.laptops[0]
    let honest = [world.laptops[1], world.laptops[2]]
    world.clock.set("2026-09-03 08:00")
    _ = try lost.recordVisit(try world.visit(1), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let snapshot = try OfficeSnapshot(of: world.office)
    let second = try lost.recordVisit(try world.visit(2), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let key = lost.secrets.signing.verifyingKey
    world.clock.advance(minutes: 5)
    try world.office.revoke(key)
    for laptop in honest { _ = try laptop.synchronise() }
    world.clock.advance(minutes: 5)
    let third = try lost.recordVisit(try world.visit(3), at: nil)
    world.move(to: try snapshot.restored())
    for index in order {
      do { _ = try world.laptops[index].synchronise() } catch is FieldFault {}
    }
    let office = world.office
    #expect(try office.read { try office.device(key, on: $0)?.revokedAt } != nil)
    #expect(throws: FieldFault.self) { _ = try lost.synchronise() }
    // Another laptop carries what the lost one made since.
    let envelope = try #require(try lost.read { try $0.log.bundle(third.bundle) }).envelope
    let wasFirst = order[0] == 0
    let results = try office.receive(
      [PushedBundle(envelope: envelope, keys: [])],
      by: honest[0].secrets.signing.verifyingKey, language: .english)
    #expect(results.map(\.outcome) == [wasFirst ? .alreadyKnown : .held])
    #expect(results.map(\.reason) == [wasFirst ? .none : .deviceRevoked])
    let early = try office.read { try office.admittedBeforeRevocation(on: $0) }
    if wasFirst { #expect(early[key, default: 0] > 0) }
    #expect(try office.read { try $0.log.contains(second.bundle) })
    try expectEqual(world, honest)
    // The administrator lets all of it take part after all.
    let held = try office.read { try office.heldBundles(on: $0) }
    #expect(held.allSatisfy { $0.writer == key && $0.bar == nil })
    #expect(
      try office.admitHeld(held.map(\.logged.id), reason: "known", by: Office.account)
        == held.count)
    try expectEqual(world, honest)
    #expect(try office.read { try SiteView($0, world.site).visits().count } == 3)
  }

  private func expectEqual(_ world: World, _ laptops: [Laptop]) throws {
    for laptop in laptops { #expect(try laptop.synchronise().isInSync) }
    for laptop in laptops {
      #expect(try laptop.synchronise().isInSync)
      #expect(try world.state(laptop) == world.officeState())
    }
    #expect(try world.office.verify().faults.isEmpty)
  }

  @Test("tells a writer that work once admitted is held again, whoever brought it back")
  func heldAgain() throws {
    var world = try World(seed: 79, roles: [.serviceOfficer, .serviceSupervisor])
    let (writer, other) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let household = try #require(
      try writer.read { try SiteView($0, world.site).households().first })
    let mark = RecordEdit(
      .household, household.key.id, [HouseholdField.isRestricted: .flag(true)])
    let written = try writer.write { try writer.write([mark], in: world.site, on: $0) }
    _ = try writer.synchronise()
    let snapshot = try OfficeSnapshot(of: world.office)
    #expect(try world.office.admitHeld([written.id], reason: "known", by: Office.account) == 1)
    for laptop in world.laptops { #expect(try laptop.synchronise().isInSync) }
    world.move(to: try snapshot.restored())
    // Somebody else's sync brings it back first; the restored office holds it again.
    for laptop in [other, writer, other, writer] { _ = try laptop.synchronise() }
    #expect(try world.office.read { try $0.log.held().map(\.id) } == [written.id])
    for laptop in world.laptops {
      #expect(try laptop.synchronise().isInSync)
      #expect(try world.state(laptop) == world.officeState())
    }
  }

  @Test("gets back what a laptop holds of a site that its person has left since")
  func leftSite() throws {
    var world = try World(seed: 78, roles: [.serviceOfficer, .serviceSupervisor])
    let (left, stayed) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let snapshot = try OfficeSnapshot(of: world.office)
    let made = try left.recordVisit(try world.visit(1), at: nil)
    _ = try left.synchronise()
    world.clock.advance(minutes: 5)
    try world.office.withdraw(left.account, from: world.site)
    #expect(try left.synchronise().lost == [world.site])
    world.move(to: try snapshot.restored())
    #expect(try world.office.read { try $0.log.contains(made.bundle) } == false)
    _ = try left.synchronise()
    #expect(try world.office.read { try $0.log.contains(made.bundle) })
    // Once for the epoch: the next sync sends nothing again.
    #expect(try left.synchronise().exchanges == 1)
    _ = try stayed.synchronise()
    #expect(try world.state(stayed) == world.officeState())
  }

  @Test("takes back at once what the store that was set aside still holds, and no fork comes of it")
  func takesBack() throws {
    var world = try World(seed: 72, roles: [.serviceOfficer, .serviceSupervisor])
    world.clock.set("2026-09-03 08:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let snapshot = try OfficeSnapshot(of: world.office)
    let late = try world.add(.serviceOfficer)
    _ = try late.recordVisit(try world.visit(2), at: nil)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let before = try world.officeState()
    let old = world.office
    let restored = try snapshot.restored()
    var taken = TakenBack()
    try restored.takeBack(
      from: old.environment.database, keys: old.environment.keyDatabase, into: &taken)
    #expect(taken.admitted > 0 && taken.keys > 0)
    #expect(taken.unreadable == 0 && taken.trouble == nil && !taken.isOfAnother)
    var again = TakenBack()
    try restored.takeBack(
      from: old.environment.database, keys: old.environment.keyDatabase, into: &again)
    #expect(again == TakenBack())
    world.move(to: restored)
    #expect(try world.officeState() == before)
    #expect(try restored.verify().faults.isEmpty)
    #expect(try restored.verify().keys == old.verify().keys)
    let lateKey = late.secrets.signing.verifyingKey
    let device = try #require(try restored.read { try restored.device(lateKey, on: $0) })
    #expect(try restored.read { try restored.origin(of: device, on: $0) } == .takenBack)
    // The office goes on writing; laptops bring nothing that contradicts it.
    _ = try restored.addAccount(name: "New", role: .serviceOfficer, sites: [world.site])
    for laptop in world.laptops { #expect(try laptop.synchronise().isInSync) }
    #expect(try restored.read { try $0.log.forks().isEmpty })
  }

  @Test("shows the fork of its own chain as restored, when what it lost comes back")
  func ownFork() throws {
    var world = try World(seed: 73, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let snapshot = try OfficeSnapshot(of: world.office)
    _ = try world.office.addAccount(name: "Lost", role: .serviceOfficer, sites: [world.site])
    _ = try laptop.synchronise()
    world.move(to: try snapshot.restored())
    let office = world.office
    _ = try office.addAccount(name: "New", role: .serviceOfficer, sites: [world.site])
    for _ in 0..<2 { #expect(try laptop.synchronise().isInSync) }
    let forks = try office.read { try $0.log.forks() }
    #expect(forks.count == 1)
    #expect(forks.first?.device == office.identity.signingKey)
    #expect(forks.first?.isCopy == false)
    #expect(try office.read { try office.people(on: $0).count } == 3)
  }

  @Test("takes nothing from a store of another company")
  func anotherCompany() throws {
    let world = try World(seed: 74, roles: [])
    let other = try World(seed: 75, roles: [.serviceOfficer])
    let restored = try OfficeSnapshot(of: world.office).restored()
    var taken = TakenBack()
    try restored.takeBack(
      from: other.office.environment.database, keys: other.office.environment.keyDatabase,
      into: &taken)
    var expected = TakenBack()
    expected.isOfAnother = true
    #expect(taken == expected)
  }

  @Test("asks for every laptop it did not enrol since, until an administrator confirms it")
  func confirmation() throws {
    var world = try World(seed: 76, roles: [.serviceOfficer, .serviceSupervisor])
    let keys = world.laptops.map(\.secrets.signing.verifyingKey)
    #expect(try world.office.read { try world.office.awaitingConfirmation(on: $0).isEmpty })
    let account = try world.office.read { try world.office.people(on: $0).first?.id }
    let code = try world.office.invite(try #require(account))
    let snapshot = try OfficeSnapshot(of: world.office)
    world.move(to: try snapshot.restored())
    let office = world.office
    func waiting() throws -> Set<VerifyingKey> {
      Set(try office.read { try office.awaitingConfirmation(on: $0).map(\.key) })
    }
    #expect(try waiting() == Set(keys))
    #expect(try office.confirmDevices([keys[0]]) == 1)
    #expect(try office.confirmDevices([keys[0]]) == 0)
    #expect(try waiting() == [keys[1]])
    let enrolled = try world.add(.serviceOfficer)
    #expect(try waiting() == [keys[1]])
    let newest = try #require(
      try office.read {
        try office.device(enrolled.secrets.signing.verifyingKey, on: $0)
      })
    #expect(try office.read { try office.origin(of: newest, on: $0) } == .enrolledSince)
    #expect(try office.confirmDevices(nil) == 1)
    #expect(try waiting().isEmpty)
    // Codes of the time before are void.
    let stranger = try world.environment(9)
    #expect(throws: FieldFault.self) {
      _ = try stranger.enrol(
        url: "http://office", authorities: nil, code: code.text, laptopName: "X")
    }
    #expect(throws: OfficeFault.self) {
      _ = try office.confirmDevices([office.identity.signingKey])
    }
  }
}

@Suite("The mark beside an office's store")
struct OfficeMarkTests {
  @Test("tells a store that was put back, and never one that went on")
  func behind() throws {
    let world = try World(seed: 81, roles: [.serviceOfficer])
    let snapshot = try OfficeSnapshot(of: world.office)
    let early = try world.office.mark()
    #expect(try !world.office.isBehind(early))
    _ = try world.office.addAccount(name: "A", role: .serviceOfficer, sites: [])
    #expect(try !world.office.isBehind(early))
    let late = try world.office.mark()
    let older = try snapshot.opened()
    #expect(try !older.isBehind(early))
    #expect(try older.isBehind(late))
    let renewed = try older.beginNewEpoch(because: .copiedBack)
    #expect(renewed.epoch != older.epoch)
    // A crash before the mark was written again raises no second alarm.
    #expect(try !renewed.isBehind(late))
    #expect(try !renewed.isBehind(renewed.mark()))
    // The store of the epoch before, put back over the renewed one.
    #expect(try world.office.isBehind(renewed.mark()))
  }

  @Test("reads what it writes, and takes nothing else for a mark")
  func file() throws {
    let mark = try World(seed: 82, roles: []).office.mark()
    #expect(OfficeMark(file: mark.file) == mark)
    for end in 0..<mark.file.count {
      #expect(OfficeMark(file: Array(mark.file.prefix(end))) == nil)
    }
    #expect(OfficeMark(file: mark.file + [0x0A]) == nil)
  }
}
