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
      disk: disk, open: Self.open, world: { _ in throw StoreFault.notAStore },
      mark: { _ in NoMark() }, secrets: MemorySecretFile(),
      now: { Instant(millisecondsSince1970: 0) })
  }

  /// As the program opens it: what SQLite says of a file it cannot open is a fault of the store.
  @Sendable static func open(_ path: String, _ use: StoreUse) throws -> any SQLDatabase {
    do {
      switch use {
      case .work: return try SQLiteFile(path: path, kind: .laptop)
      case .reading: return try SQLiteFile(reading: path)
      case .memory: return try SQLiteFile(path: "", kind: .memory)
      }
    } catch let fault as StoreFault { throw fault } catch {
      throw StoreFault.database("\(path): \(error)")
    }
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

  @Test("are found where SQLite calls the file sound and only the length in a row is wrong")
  func brokenRow() throws {
    let world = try World(seed: 123, roles: [.serviceOfficer, .serviceSupervisor])
    let disk = try FolderDisk()
    let source = disk.home + "/brought.sqlite"
    let written = try bringer(world.laptops[0], world, to: source)
    var bytes = try disk.contents(of: source)
    var broken = 0
    for bundle in try world.laptops[0].read({ try $0.log.pending(limit: 600) }) where broken < 3 {
      // In the row the name is the first value, and before it the header ends with the types of the
      // envelope, in two bytes, and of the receipt, which is none. One byte goes over to the receipt.
      guard let envelope = place(of: bundle.envelope, in: bytes),
        let name = place(of: bundle.id.bytes, in: bytes, from: envelope - 400), name < envelope,
        bytes[name - 1] == 0, bytes[name - 3] & 0x80 != 0, bytes[name - 2] & 0x7F > 2
      else { continue }
      bytes[name - 2] -= 2
      bytes[name - 1] = 14
      broken += 1
    }
    #expect(broken == 3)
    try disk.write(source, replacing: true) { append in try append(bytes) }
    #expect(try SQLiteFile(reading: source).integrityCheck().isEmpty)
    let found = try rescue(disk).salvage(source, into: world.laptops[1].environment)
    #expect(found.intake.new == written)
    #expect(found.wasDamaged)
    #expect(found.unreadable == 3)
  }

  @Test("are found on a page that a damaged journal overwrites when SQLite takes it back")
  func damagedJournal() throws {
    let world = try World(seed: 124, roles: [.serviceOfficer, .serviceSupervisor])
    let disk = try FolderDisk()
    let source = disk.home + "/brought.sqlite"
    let written = try bringer(world.laptops[0], world, to: source)
    let bytes = try disk.contents(of: source)
    let last = try #require(try world.laptops[0].read { try $0.log.pending(limit: 600) }.last)
    let page = try #require(place(of: last.envelope, in: bytes)) / 4096
    try disk.write(source + "-journal", replacing: false) { append in
      try append(journal(restoring: page, of: bytes.count / 4096))
    }
    let found = try rescue(disk).salvage(source, into: world.laptops[1].environment)
    #expect(found.intake.new == written)
    #expect(found.wasDamaged)
    #expect(try disk.contents(of: source) == bytes)
    #expect(try disk.names(in: disk.home) == ["brought.sqlite", "brought.sqlite-journal"])
  }

  /// A rollback journal ("Database File Format", section 3) that puts zeros back for one page.
  private func journal(restoring page: Int, of count: Int) -> [UInt8] {
    let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    // Records, nonce of the checksums, pages before the transaction, bytes of a sector and of a page.
    let header = mark + [1, 0, count, 512, 4096].flatMap(bigEndian)
    let record = bigEndian(page + 1) + Array(repeating: 0, count: 4096) + bigEndian(0)
    return header + Array(repeating: 0, count: 512 - header.count) + record
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private func place(of part: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    var place = max(0, start)
    while place + part.count <= bytes.count {
      if bytes[place] == part[0], bytes[place...].starts(with: part) { return place }
      place += 1
    }
    return nil
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

  @Test("have their keys out of a whole file, although a damaged one gave them without any before")
  func keysInTheSecondFile() throws {
    let world = try World(seed: 125, roles: [.serviceOfficer, .serviceSupervisor])
    world.clock.set("2026-09-03 08:00")
    let (a, b) = (world.laptops[0], world.laptops[1])
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    let whole = try a.exported(pendingOnly: true)
    var damaged = whole
    damaged[damaged.count - 8] ^= 1
    let disk = try FolderDisk()
    let folder = disk.home + "/brought"
    try disk.makeDirectory(folder)
    for (name, bytes) in [("1.rounds", damaged), ("2.rounds", whole)] {
      try disk.write(folder + "/" + name, replacing: false) { append in try append(bytes) }
    }
    let found = try rescue(disk).salvage(folder, into: b.environment)
    #expect(found.found == 1 && found.intake.new == 1 && found.intake.known == 0)
    #expect(try b.synchronise().isInSync)
    // The office has the key, and hands it to the carrier.
    #expect(try b.read { try b.visitCard(visit.key, $0) }.opinions.map(\.text) == ["ok"])
  }
}
