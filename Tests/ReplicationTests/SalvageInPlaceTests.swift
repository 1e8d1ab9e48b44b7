import ConflictFreeRecords
import FieldWork
import Fingerprint
import RecordStore
import SQLiteDatabase
import SyncProtocol
import TestSupport
import Testing
import VisitModel

@Suite("A laptop's own damaged store")
struct SalvageInPlaceTests {
  private func rescue(_ disk: FolderDisk, _ laptop: Laptop) -> Rescue {
    let world: @Sendable (String) throws -> FieldEnvironment = { directory in
      var field = laptop.environment
      field.database = try SQLiteFile(path: directory + "/rounds.sqlite", kind: .laptop)
      field.keyDatabase = try SQLiteFile(path: directory + "/keys.sqlite", kind: .laptop)
      try field.prepare()
      return field
    }
    return Rescue(
      disk: disk, open: SalvageTests.open, world: world, mark: { _ in NoMark() },
      secrets: laptop.environment.secrets, now: { Instant(millisecondsSince1970: 0) })
  }

  /// A laptop whose store lies on a disk.
  private func ground(
    _ seed: UInt64
  ) throws -> (world: World, laptop: Laptop, disk: FolderDisk, rescue: Rescue) {
    let world = try World(seed: seed, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let disk = try FolderDisk()
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    _ = try laptop.synchronise()
    _ = try laptop.recordVisit(try world.visit(2), at: nil)
    try laptop.environment.database.copy(to: disk.home + "/rounds.sqlite")
    try laptop.environment.keyDatabase.copy(to: disk.home + "/keys.sqlite")
    return (world, laptop, disk, rescue(disk, laptop))
  }

  private func change(
    _ disk: FolderDisk, _ body: (any SQLConnection) throws -> Void
  ) throws {
    try SQLiteFile(path: disk.home + "/rounds.sqlite", kind: .laptop).write(body)
  }

  @Test(
    "goes on with the office that signed its enrolment, whatever else it says",
    arguments: ["office.signingKey", "office.sealingKey", "office.company", "account"])
  func rottenFact(_ name: String) throws {
    let (world, laptop, disk, rescue) = try ground(131)
    try change(disk) { connection in
      var value = try #require(try Meta.bytes(name, connection))
      value[3] ^= 0x40
      try Meta.set(name, value, connection)
    }
    let saved = try rescue.salvageInPlace()
    #expect(saved.summary.corrected == [name])
    let again = try Laptop(rescue.world(disk.home))
    #expect(again.office.signingKey == laptop.office.signingKey)
    #expect(again.office.sealingKey == laptop.office.sealingKey)
    #expect(again.office.company == laptop.office.company)
    #expect(again.account == laptop.account)
    #expect(try again.synchronise().isInSync)
    #expect(try world.state(again) == world.officeState())
  }

  @Test("whose enrolment no office signed is left where it is")
  func rottenEnrolment() throws {
    let (_, _, disk, rescue) = try ground(132)
    try change(disk) { connection in
      var value = try #require(try Meta.bytes("enrolment", connection))
      value[value.count - 5] ^= 1
      try Meta.set("enrolment", value, connection)
    }
    let before = try disk.names(in: disk.home)
    #expect(throws: FieldFault.self) { _ = try rescue.salvageInPlace() }
    #expect(try disk.names(in: disk.home) == before)
  }

  @Test("names in its next bundle a receipt that the office gave, not one that rotted")
  func rottenReceipt() throws {
    let (_, laptop, disk, rescue) = try ground(133)
    let heard = try #require(try laptop.read { try Meta.bytes("lastReceipt", $0.connection) })
    try change(disk) { try Meta.set("lastReceipt", Array(repeating: 9, count: 32), $0) }
    _ = try rescue.salvageInPlace()
    let again = try Laptop(rescue.world(disk.home))
    #expect(try again.read { try Meta.bytes("lastReceipt", $0.connection) } == heard)
  }

  @Test("of which only bytes are left is followed where they lie, so that the work goes on at once")
  func bytesOnly() throws {
    let (world, laptop, disk, rescue) = try ground(134)
    // No page but the one that says whose laptop it is can be told from any other.
    let path = disk.home + "/rounds.sqlite"
    var bytes = try disk.contents(of: path)
    let name = Array("office.sealingKey".utf8)
    for page in stride(from: 4096, to: bytes.count, by: 4096) {
      let end = min(page + 4096, bytes.count)
      if !contains(bytes[page..<end], name) { bytes[page] = 0xFF }
    }
    try disk.write(path, replacing: true) { append in try append(bytes) }
    let written = try laptop.read { try SiteView($0, world.site).visits().count }
    let saved = try rescue.salvageInPlace()
    #expect(saved.summary.wasDamaged)
    #expect(saved.summary.corrected.isEmpty)
    #expect(saved.summary.intake.waiting == 0)
    let again = try Laptop(rescue.world(disk.home))
    #expect(try again.read { try again.visitor($0) }.sites == [world.site])
    #expect(try again.read { try $0.feed.head(world.site)?.isFollowed } == true)
    #expect(try again.read { try SiteView($0, world.site).visits().count } == written)
    #expect(try again.synchronise().isInSync)
    #expect(try world.state(again) == world.officeState())
  }

  private func contains(_ bytes: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: name) }
  }
}
