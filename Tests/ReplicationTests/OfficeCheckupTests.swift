import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SQLiteDatabase
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("The check of what an office shows")
struct OfficeViewTests {
  private func differences(_ office: Office) throws -> [String] {
    try ViewCheck.differences(
      in: office.environment.database, computedIn: try SQLiteFile(path: "", kind: .memory))
  }

  @Test("finds nothing after any history", arguments: UInt64(7000)..<7010)
  func well(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    try history.play(acts: 20)
    try history.settle()
    #expect(try differences(history.world.office).isEmpty)
    for laptop in history.world.laptops {
      #expect(
        try ViewCheck.differences(
          in: laptop.environment.database, computedIn: try SQLiteFile(path: "", kind: .memory)
        ).isEmpty)
    }
  }

  @Test(
    "names every table that is not what the log says, and a rebuild cures it",
    arguments: [
      "UPDATE record SET state = X'00' WHERE rowid = 3",
      "UPDATE record SET state = (SELECT state FROM record WHERE rowid = 5) WHERE rowid = 4",
      "UPDATE record SET hasConflict = 1 WHERE rowid = 3", "DELETE FROM record WHERE rowid = 6",
      "DELETE FROM link WHERE rowid = 2", "UPDATE visitIndex SET counts = 0",
      "UPDATE unitIndex SET occupancy = occupancy + 1 WHERE rowid = 1",
      "UPDATE householdIndex SET isRestricted = 1 WHERE rowid = 1",
      "INSERT INTO duplicateCase VALUES (X'00', 1, X'00', 1, 2, 1)",
    ])
  func damaged(_ damage: String) throws {
    let world = try World(seed: 97, roles: [.serviceOfficer])
    world.clock.set("2026-09-03 08:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    _ = try world.laptops[0].synchronise()
    #expect(try differences(world.office).isEmpty)
    let changed = try world.office.write { try $0.connection.run(damage) }
    #expect(changed == 1)
    #expect(try differences(world.office).count == 1)
    try world.office.write { try $0.rebuild(world.office.environment.database.dialect) }
    #expect(try differences(world.office).isEmpty)
  }
}

@Suite("Household keys that an office lost")
struct LostKeyTests {
  @Test("are named, apart from those that were destroyed, and come back with the laptops")
  func lost() throws {
    var world = try World(seed: 98, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    for _ in 0..<2 { _ = try laptop.synchronise() }
    let before = try world.office.verify()
    #expect(before.isSound)
    #expect(before.keys > 12)
    try world.office.environment.keyDatabase.write { connection -> Void in
      let table = KeyTable(connection, storeKey: world.office.secrets.storeKey)
      let first = try #require(try table.page(of: world.site, after: 0, limit: 1).first)
      try table.erase([first.key.id])
      try connection.run("DELETE FROM householdKey")
    }
    let after = try world.office.verify()
    #expect(after.faults.isEmpty)
    #expect(after.isSound == false)
    #expect(after.missingKeys.map(\.scope) == [world.site])
    #expect(after.missingKeys.first?.keys.count == before.keys - 1)
    // As after a restore: laptops offer what they hold.
    world.move(to: try world.office.beginNewEpoch(because: .restored))
    #expect(try laptop.synchronise().isInSync)
    let again = try world.office.verify()
    #expect(again.isSound)
    #expect(again.keys == before.keys - 1)
  }
}

@Suite("The key file of an office")
struct KeyFileTests {
  @Test("is found out when a bit of its sealing key changed, and no laptop is answered with it")
  func changed() throws {
    let office = try World(seed: 99, roles: []).office
    #expect(try office.verify().isKeyFileSound)
    try office.requireSoundKeyFile()
    // The computed tables have no say in it.
    try office.write { _ = try $0.connection.run("UPDATE record SET state = X'00'") }
    try office.requireSoundKeyFile()
    for place in [40, 55, 70] {
      var file = office.secrets.file
      file[place] ^= 8
      let other = try Office(office.environment, try #require(OfficeSecrets(file: file)))
      #expect(try other.verify().isKeyFileSound == false)
      #expect(try other.verify().isSound == false)
      #expect(throws: OfficeFault.failed(Message(.officeKeyFileDamaged))) {
        try other.requireSoundKeyFile()
      }
    }
  }
}
