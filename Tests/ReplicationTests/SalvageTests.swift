import ConflictFreeRecords
import FieldWork
import Fingerprint
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import TestSupport
import Testing
import VisitModel
import WireFormat

@Suite("Bundles salvaged out of a store")
struct SalvageTests {
  private func rescue(_ disk: FolderDisk) -> Rescue {
    Rescue(
      disk: disk,
      open: { path, use in
        switch use {
        case .work: try SQLiteFile(path: path, kind: .laptop)
        case .reading: try SQLiteFile(reading: path)
        case .memory: try SQLiteFile(path: "", kind: .memory)
        }
      }, world: { _ in throw StoreFault.notAStore }, mark: { _ in NoMark() },
      secrets: MemorySecretFile(), now: { Instant(millisecondsSince1970: 0) })
  }

  /// More than one transaction's worth, so that the store is written to while the file is read.
  private func bringer(_ laptop: Laptop, _ world: World, to path: String) throws -> Int {
    let count = 600
    for number in 0..<count {
      let later = RecordEdit(
        RecordType(9999), RecordID(high: 5, low: UInt64(number)), [1: .integer(Int64(number))])
      try laptop.write { replica in
        _ = try laptop.write([later], in: world.site, on: replica)
      }
    }
    try laptop.environment.database.copy(to: path)
    return count
  }

  @Test("are all there in the end: a full disk of one's own is no damage of the file")
  func ownDiskFull() throws {
    let world = try World(seed: 121, roles: [.serviceOfficer, .serviceSupervisor])
    let disk = try FolderDisk()
    let source = disk.home + "/brought.sqlite"
    let written = try bringer(world.laptops[0], world, to: source)
    let own = world.laptops[1]
    var field = own.environment
    field.database = FullOnce(own.environment.database)
    let rescue = rescue(disk)
    #expect(throws: StoreFault.outOfSpace) { _ = try rescue.salvage(source, into: field) }
    let second = try rescue.salvage(source, into: field)
    #expect(second.intake.new == written)
    #expect(!second.wasDamaged)
    #expect(try own.read { try $0.log.books().counts[.pending] } == written)
    #expect(try disk.names(in: disk.home) == ["brought.sqlite"])
  }

  @Test("out of a whole directory pass its keys and locks by, and call nothing damaged")
  func directory() throws {
    let world = try World(seed: 122, roles: [.serviceOfficer, .serviceSupervisor])
    let disk = try FolderDisk()
    let folder = disk.home + "/brought"
    try disk.makeDirectory(folder)
    let written = try bringer(world.laptops[0], world, to: folder + "/rounds.sqlite")
    for name in ["device.key", "device.key.2026-09-01T00-00-00.000Z", "transport.key", "lock"] {
      try disk.write(folder + "/" + name, replacing: false) { append in
        try append(Array(repeating: 7, count: 200))
      }
    }
    let found = try rescue(disk).salvage(folder, into: world.laptops[1].environment)
    #expect(found.intake.new == written)
    #expect(!found.wasDamaged)
    #expect(found.unreadable == 0)
  }
}
