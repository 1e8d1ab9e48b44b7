import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat
import Wording

/// A laptop that wrote a visit and did not send it, and what looks after its store.
private struct Patient {
  let world: World
  let visit: RecordedVisit
  let disk: FolderDisk
  let rescue: Rescue

  var laptop: Laptop { world.laptops[0] }
  var field: FieldEnvironment { laptop.environment }

  init(seed: UInt64, roles: [Role] = [.serviceOfficer]) throws {
    let world = try World(seed: seed, roles: roles)
    world.clock.set("2026-09-03 08:00")
    self.world = world
    let field = world.laptops[0].environment
    visit = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    let disk = try FolderDisk()
    // The databases are in memory; these stand for their files.
    for name in ["/rounds.sqlite", "/keys.sqlite"] {
      try disk.write(disk.home + name, replacing: false) { append in try append([1]) }
    }
    self.disk = disk
    let clock = world.clock
    rescue = Rescue(
      disk: disk,
      open: { path, use in
        if case .memory = use { return try SQLiteFile(path: "", kind: .memory) }
        return path.hasSuffix("/keys.sqlite") ? field.keyDatabase : field.database
      }, world: { _ in field }, mark: { _ in NoMark() }, secrets: field.secrets,
      now: { clock.now })
  }

  func rot(_ statement: String) throws {
    let changed = try field.database.write { try $0.run(statement) }
    #expect(changed > 0)
  }

  func found(_ name: DoctorFinding.Name) -> DoctorFinding? {
    rescue.examine().first { $0.name == name }
  }

  /// In step, with the visit at the office and everywhere the same.
  func expectWhole() throws {
    let summary = try Laptop(field).synchronise()
    #expect(summary.isInSync)
    #expect(summary.pending == 0)
    #expect(try world.office.read { try $0.log.bundle(visit.bundle)?.inView } == true)
    #expect(try world.state(laptop) == world.officeState())
    for name in [DoctorFinding.Name.enrolment, .keys, .bundles, .receipts, .feed, .view, .chain] {
      #expect(found(name)?.state == .ok, "\(name)")
    }
  }
}

@Suite("A laptop whose store rotted")
struct RottenLaptopTests {
  @Test(
    "sends an unsent visit whatever became of its number, and the doctor names it",
    arguments: [0, 3, 5, 9])
  func delivery(_ number: Int) throws {
    let patient = try Patient(seed: 310)
    #expect(patient.found(.receipts)?.state == .ok)
    try patient.rot("UPDATE bundle SET delivery = \(number) WHERE delivery = 1")
    #expect(patient.found(.receipts)?.state == .trouble)
    #expect(patient.found(.receipts)?.cure == Message(.doctorRebuildAndSync, []))
    try patient.expectWhole()
  }

  @Test("counts what it wrote as unsent again after the doctor's mend", arguments: [0, 3, 5, 9])
  func mended(_ number: Int) throws {
    let patient = try Patient(seed: 311)
    try patient.rot("UPDATE bundle SET delivery = \(number) WHERE delivery = 1")
    try patient.rescue.mend()
    #expect(patient.found(.receipts)?.state == .ok)
    #expect(try patient.laptop.read { try $0.log.books().counts[.pending] } == 1)
    try patient.expectWhole()
  }

  @Test("does not work with a sealing key that was not enrolled, nor closes it under a passphrase")
  func sealingKey() throws {
    let patient = try Patient(seed: 312)
    let whole = try #require(try patient.field.secrets.load())
    var bytes = whole
    bytes[41] ^= 1
    try patient.field.secrets.save(bytes)
    #expect(patient.found(.deviceKey)?.what == Message(.doctorSecretChanged, []))
    let fault = FieldFault.failed(Message(.keysOfAnotherEnrolment, []))
    #expect(throws: fault) { _ = try Laptop(patient.field) }
    #expect(throws: fault) { _ = try patient.field.enrolledLaptop() }
    let passphrase = try Passphrase(new: "orange kettle seven stairs")
    #expect(throws: fault) { _ = try patient.field.setPassphrase(passphrase, old: nil) }
    #expect(try patient.field.secrets.load() == bytes)
    try patient.field.secrets.save(whole)
    try patient.expectWhole()
  }

  @Test("is told that a wrapped key file is another laptop's without opening it")
  func wrappedFile() throws {
    let patient = try Patient(seed: 313)
    let other = try Patient(seed: 314)
    _ = try other.field.setPassphrase(try Passphrase(new: "orange kettle seven stairs"), old: nil)
    try patient.field.secrets.save(try #require(try other.field.secrets.load()))
    #expect(patient.found(.deviceKey)?.what == Message(.secretOfAnother, []))
  }

  @Test(
    "learns again from what the office signed whose it is",
    arguments: [
      "DELETE FROM meta WHERE name = 'enrolment'",
      "UPDATE meta SET value = X'00' WHERE name = 'enrolment'",
      "UPDATE meta SET value = zeroblob(16) WHERE name = 'account'",
      "UPDATE meta SET value = zeroblob(32) WHERE name = 'office.sealingKey'",
      "UPDATE meta SET value = zeroblob(32) WHERE name = 'office.signingKey'",
      "DELETE FROM meta WHERE name = 'office.company'",
      "UPDATE meta SET value = X'41' WHERE name = 'office.name'",
      "UPDATE meta SET value = zeroblob(32) WHERE name = 'device'",
    ])
  func facts(_ statement: String) throws {
    let patient = try Patient(seed: 315)
    #expect(patient.found(.enrolment)?.state == .ok)
    try patient.rot(statement)
    #expect(patient.found(.enrolment)?.state == .trouble)
    #expect(patient.found(.enrolment)?.cure == Message(.doctorRebuild, []))
    try patient.rescue.mend()
    try patient.expectWhole()
    #expect(try Laptop(patient.field).account == patient.laptop.account)
  }

  @Test("says so when nothing tells its office's address any more")
  func address() throws {
    let patient = try Patient(seed: 316)
    try patient.rot("DELETE FROM meta WHERE name = 'url'")
    #expect(patient.found(.database)?.state == .ok)
    #expect(patient.found(.enrolment)?.what == Message(.doctorEnrolment, ["url"]))
    #expect(patient.found(.enrolment)?.cure == Message(.doctorEnrolAgain, []))
    #expect(throws: StoreFault.damaged("url")) { _ = try Laptop(patient.field) }
  }

  @Test("does not become the laptop whose key file lies beside its store")
  func foreignKeyFile() throws {
    let patient = try Patient(seed: 317, roles: [.serviceOfficer, .serviceSupervisor])
    let other = patient.world.laptops[1]
    let enrolment = try patient.field.database.read { try Meta.bytes("enrolment", $0) }
    try patient.field.secrets.save(try #require(try other.environment.secrets.load()))
    #expect(patient.found(.deviceKey)?.what == Message(.secretOfAnother, []))
    try patient.rescue.mend()
    #expect(try patient.field.database.read { try Meta.bytes("enrolment", $0) } == enrolment)
    try patient.rot("DELETE FROM meta WHERE name = 'enrolment'")
    try patient.rescue.mend()
    #expect(try patient.field.database.read { try Meta.bytes("enrolment", $0) } == enrolment)
  }

  @Test(
    "wraps a household key for the office again that was damaged on its way",
    arguments: [
      "DELETE FROM outgoingKey", "UPDATE outgoingKey SET sealed = zeroblob(80)",
      "UPDATE outgoingKey SET sealed = X'00'",
    ])
  func outgoingKeys(_ statement: String) throws {
    let patient = try Patient(seed: 319)
    let key = try #require(
      try patient.field.database.read { try OutgoingKeys($0).keys(with: patient.visit.bundle) }
        .first)
    #expect(patient.found(.keys)?.state == .ok)
    try patient.rot(statement)
    #expect(patient.found(.keys)?.what == Message(.doctorKeysOnTheirWay, ["1"]))
    #expect(patient.found(.keys)?.cure == Message(.doctorRebuildAndSync, []))
    try patient.rescue.mend()
    try patient.expectWhole()
    let office = patient.world.office
    let arrived = try office.environment.keyDatabase.read { connection in
      try KeyTable(connection, storeKey: office.secrets.storeKey).key(key.id)
    }
    #expect(arrived != nil)
  }

  @Test("takes a feed again in which another bundle's name was put into a row")
  func feed() throws {
    let patient = try Patient(seed: 321)
    #expect(patient.found(.feed)?.state == .ok)
    try patient.rot(
      "UPDATE feed SET bundle = (SELECT id FROM bundle WHERE delivery = 1) WHERE position = 1")
    #expect(patient.found(.feed)?.state == .trouble)
    #expect(patient.found(.feed)?.cure == Message(.doctorRebuildAndSync, []))
    try patient.rescue.mend()
    #expect(patient.found(.feed)?.state == .ok)
    try patient.expectWhole()
  }

  @Test("does not blame the person for a row that cannot be read")
  func unreadableRow() throws {
    let patient = try Patient(seed: 320)
    try patient.rot("UPDATE record SET state = X'00'")
    do {
      _ = try patient.laptop.recordVisit(try patient.world.visit(2), at: nil)
      Issue.record("recorded")
    } catch StoreFault.computedRow {}
    #expect(patient.found(.view)?.cure == Message(.doctorRebuild, []))
    try patient.rescue.mend()
    try patient.expectWhole()
  }
}
