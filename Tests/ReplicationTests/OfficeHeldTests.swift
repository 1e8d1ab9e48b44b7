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

@Suite("A held bundle")
struct OfficeHeldTests {
  /// An office that holds a visit of a laptop it has revoked.
  private func holding() throws -> (world: World, visit: BundleID) {
    let world = try World(seed: 91, roles: [.serviceOfficer, .serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).bundle
    try world.office.revoke(laptop.secrets.signing.verifyingKey)
    let envelope = try #require(try laptop.read { try $0.log.bundle(visit) }).envelope
    let keys = try laptop.environment.database.read { try OutgoingKeys($0).keys(with: visit) }
    let results = try world.office.receive(
      [PushedBundle(envelope: envelope, keys: keys)],
      by: world.laptops[1].secrets.signing.verifyingKey, language: .english)
    #expect(results.map(\.reason) == [.deviceRevoked])
    return (world, visit)
  }

  @Test("is shown with its writer and its contents, counted and not read out")
  func shown() throws {
    let (world, visit) = try holding()
    let office = world.office
    let prefix = String(visit.description.prefix(8))
    let one = try office.read { try office.heldBundle(named: prefix, on: $0) }
    #expect(one.logged.id == visit)
    #expect(one.writer == world.laptops[0].secrets.signing.verifyingKey)
    #expect(one.person?.name == "P0")
    #expect(one.changes[.visit] == 1)
    #expect(one.texts > 0 && one.openable == one.texts)
    #expect(one.bar == nil)
    #expect(throws: OfficeFault.self) {
      _ = try office.read { try office.heldBundle(named: String(prefix.prefix(5)), on: $0) }
    }
  }

  @Test("that is admitted takes part everywhere, once, with the decision on record")
  func admitted() throws {
    let (world, visit) = try holding()
    let office = world.office
    #expect(try office.read { try SiteView($0, world.site).visits().isEmpty })
    #expect(try office.admitHeld([visit, visit], reason: "by telephone", by: Office.account) == 1)
    #expect(try office.admitHeld([visit], reason: "again", by: Office.account) == 0)
    #expect(try office.verify().faults.isEmpty)
    let name = RecordKey(
      scope: world.site, type: .admission, id: RecordIdentity.admission(of: visit.bytes))
    let record = try #require(try office.read { try $0.records.state(of: name) })
    #expect(record.text(AdmissionField.reason) == "by telephone")
    #expect(record.bytes(AdmissionField.bundle) == visit.bytes)
    let other = world.laptops[1]
    #expect(try other.synchronise().isInSync)
    #expect(try other.read { try SiteView($0, world.site).visits().count } == 1)
    #expect(try world.state(other) == world.officeState())
  }

  @Test("turns from held to confirmed on the laptop that wrote it")
  func confirmedOnLaptop() throws {
    let world = try World(seed: 92, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    // A site's officer notes an absence in the name of head office.
    let id = try laptop.write { replica in
      try laptop.write(
        [
          RecordEdit(
            .attempt, RecordID(high: 5, low: 5),
            [AttemptField.organiser: .code(Organiser.company)])
        ], in: world.site, on: replica
      ).id
    }
    _ = try laptop.synchronise()
    func delivery() throws -> Delivery? { try laptop.read { try $0.log.bundle(id)?.delivery } }
    #expect(try delivery() == .held)
    #expect(try world.office.admitHeld([id], reason: "", by: Office.account) == 1)
    #expect(try laptop.synchronise().isInSync)
    #expect(try delivery() == .confirmed)
    #expect(try world.state(laptop) == world.officeState())
  }

  @Test("is never admitted when it changes what only the office may, and then none with it is")
  func trust() throws {
    let (world, visit) = try holding()
    let office = world.office
    let laptop = world.laptops[1]
    let id = try laptop.write { replica in
      try laptop.write(
        [RecordEdit(.round, RecordID(high: 6, low: 6), [RoundField.number: .integer(9)])],
        in: world.site, on: replica
      ).id
    }
    _ = try laptop.synchronise()
    #expect(try office.read { try office.heldBundles(on: $0).count } == 2)
    do {
      _ = try office.admitHeld([visit, id], reason: "", by: Office.account)
      Issue.record("admitted")
    } catch OfficeFault.refused(let rule, _, _) {
      #expect(rule == "F-held")
    }
    #expect(try office.read { try office.heldBundles(on: $0).count } == 2)
    #expect(throws: OfficeFault.self) {
      _ = try office.admitHeld([BundleID.zero], reason: "", by: Office.account)
    }
  }
}

@Suite("The check of an office")
struct OfficeSoundnessTests {
  @Test(
    "names what was changed behind its back",
    arguments: [
      "UPDATE feed SET digestCount = digestCount + 1 WHERE position = 2",
      "DELETE FROM feed WHERE position = 2", "UPDATE bundle SET inView = 0 WHERE claimedMs > 0",
      "UPDATE scopeHead SET position = position + 1",
      "UPDATE feed SET bundle = (SELECT bundle FROM feed f WHERE f.position = 1 LIMIT 1)",
    ])
  func named(_ damage: String) throws {
    let world = try World(seed: 93, roles: [.serviceOfficer])
    #expect(try world.office.verify().faults.isEmpty)
    try world.office.write { _ = try $0.connection.run(damage) }
    #expect(try !world.office.verify().faults.isEmpty)
  }

  @Test("names household keys that do not open")
  func closedKey() throws {
    let world = try World(seed: 94, roles: [])
    #expect(try world.office.verify().keys == 12)
    try world.office.environment.keyDatabase.write { connection in
      _ = try connection.run(
        "UPDATE householdKey SET nonce = ? WHERE sequence = (SELECT MAX(sequence) FROM householdKey)",
        [.blob(Array(repeating: 1, count: 12))])
    }
    #expect(try world.office.verify().faults.count == 1)
  }
}
