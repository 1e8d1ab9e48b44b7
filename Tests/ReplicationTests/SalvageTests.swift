import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import Glibc
import LocalMachine
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import Synchronization
import TestSupport
import Testing
import VisitModel
import WireFormat

/// A laptop's disk in a folder that goes with it.
private final class FolderDisk: LaptopDisk {
  let home: String
  let machine = ""

  init() throws {
    home =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "rounds-salvage-\(UUID().uuidString)"
      ).path
    try LocalDisk.makeDirectory(home)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: home) } catch {
      FileHandle.standardError.write(Data("not removed: \(home): \(error)\n".utf8))
    }
  }

  func facts(_ path: String) throws -> FileFacts? {
    guard let facts = try LocalDisk.facts(path) else { return nil }
    return FileFacts(
      isDirectory: facts.st_mode & S_IFMT == S_IFDIR, mode: UInt32(facts.st_mode & 0o7777),
      isMine: true, size: Int64(facts.st_size), inode: UInt64(facts.st_ino),
      device: UInt64(facts.st_dev))
  }

  func names(in directory: String) throws -> [String] { try LocalDisk.names(in: directory) }

  func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    try LocalDisk.read(path, take)
  }

  func bytes(of path: String, from offset: Int, count: Int) throws -> [UInt8] {
    try LocalDisk.bytes(of: path, from: offset, count: count)
  }

  func write(
    _ path: String, replacing: Bool, _ make: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws { try LocalDisk.write(path, replacing: replacing, make) }

  func copy(_ path: String, to target: String) throws { try LocalDisk.copy(path, to: target) }
  func makeDirectory(_ path: String) throws { try LocalDisk.makeDirectory(path) }
  func move(_ path: String, to target: String) throws { try LocalDisk.move(path, to: target) }
  func remove(_ path: String) throws { try LocalDisk.remove(path) }
  func removeDirectory(_ path: String) throws { try LocalDisk.removeDirectory(path) }
  func space(_ path: String) throws -> (free: Int64, total: Int64) { try LocalDisk.space(path) }
  func isEncrypted(_ path: String) -> Bool? { nil }
}

private struct NoMark: InstallationFile {
  func load() throws -> [UInt8]? { nil }
  func save(_ bytes: [UInt8], isSynced: Bool) throws {}
}

/// A database that finds the disk full at its first write, and never again.
private final class FullOnce: SQLDatabase {
  private let real: any SQLDatabase
  private let isFull = Mutex(true)

  init(_ real: any SQLDatabase) { self.real = real }

  var dialect: SQLDialect { real.dialect }

  func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try real.read(body)
  }

  func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    let refuses = isFull.withLock { isFull in
      defer { isFull = false }
      return isFull
    }
    if refuses { throw StoreFault.outOfSpace }
    return try real.write(body)
  }

  func copy(to path: String) throws { try real.copy(to: path) }
  func integrityCheck() throws -> [String] { try real.integrityCheck() }
}

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
