import FieldWork
import RecordStore
import SQLiteDatabase
import TestSupport
import Testing
import VisitModel

/// A database whose copies stop half made when the process is killed.
private struct KilledCopies: SQLDatabase {
  let inner: any SQLDatabase
  let disk: FolderDisk
  let life: Lifetime

  var dialect: SQLDialect { inner.dialect }

  func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try inner.read(body)
  }

  func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try inner.write(body)
  }

  func copy(to path: String) throws {
    do { try life.step() } catch {
      for name in [path, path + "-journal"] {
        try disk.write(name, replacing: false) { append in try append(Array("SQLite".utf8)) }
      }
      throw error
    }
    try inner.copy(to: path)
  }

  func forget() throws { try inner.forget() }
  func integrityCheck() throws -> [String] { try inner.integrityCheck() }
}

@Suite("A laptop's backup")
struct BackupTests {
  /// A laptop under a passphrase that did not send all it wrote.
  private func field(_ seed: UInt64) throws -> FieldEnvironment {
    let world = try World(seed: seed, roles: [.serviceOfficer])
    world.clock.set("2026-09-03 08:00")
    let laptop = world.laptops[0]
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    let passphrase = try Passphrase(new: "orange kettle seven stairs")
    _ = try laptop.environment.setPassphrase(passphrase, old: nil)
    return laptop.environment
  }

  private func rescue(_ disk: any LaptopDisk, _ field: FieldEnvironment) -> Rescue {
    let world: @Sendable (String) throws -> FieldEnvironment = { directory in
      var own = field
      own.database = try SQLiteFile(path: directory + "/rounds.sqlite", kind: .laptop)
      own.keyDatabase = try SQLiteFile(path: directory + "/keys.sqlite", kind: .laptop)
      try own.prepare()
      return own
    }
    return Rescue(
      disk: disk, open: SalvageTests.open, world: world, mark: { _ in NoMark() },
      secrets: field.secrets, now: { Instant(millisecondsSince1970: 0) })
  }

  /// What is called `path` brings back all that the laptop holds.
  private func expectWhole(_ path: String, of field: FieldEnvironment) throws {
    let held = try field.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM bundle") { Int(try $0.integer(0)) }
    }
    let elsewhere = try FolderDisk()
    let restored = try rescue(elsewhere, field).restore(path, keys: nil, asOfBackup: true)
    #expect(restored.bundles == held)
  }

  @Test("killed before any step leaves nothing under its name or all of it, and bars no other")
  func killed() throws {
    let field = try field(141)
    var steps = 0
    var isMade = false
    while !isMade, steps < 100 {
      let disk = try FolderDisk()
      let path = disk.home + "/backup"
      let life = Lifetime(steps: steps)
      var mortal = field
      mortal.database = KilledCopies(inner: field.database, disk: disk, life: life)
      mortal.keyDatabase = KilledCopies(inner: field.keyDatabase, disk: disk, life: life)
      do {
        _ = try rescue(KillableDisk(disk, life), field).backUp(mortal, to: path)
        isMade = true
      } catch is Killed {
        #expect(try disk.facts(path) == nil, "after \(steps) steps")
        _ = try rescue(disk, field).backUp(field, to: path)
      }
      try expectWhole(path, of: field)
      #expect(
        try disk.names(in: disk.home) == ["backup", "backup.keys", "backup.secret"],
        "after \(steps) steps")
      steps += 1
    }
    // Two copies, three names.
    #expect(isMade && steps > 5)
  }

  @Test(
    "takes no name that something has, and removes nothing but what a killed one left",
    arguments: [
      ["backup"], ["backup.keys"], ["backup.secret"], ["backup", "backup.keys", "backup.part"],
    ])
  func taken(_ names: [String]) throws {
    let field = try field(142)
    let disk = try FolderDisk()
    for name in names {
      try disk.write(disk.home + "/" + name, replacing: false) { append in try append([1]) }
    }
    let first = try #require(names.first)
    #expect(throws: StoreFault.fileExists(disk.home + "/" + first)) {
      _ = try rescue(disk, field).backUp(field, to: disk.home + "/backup")
    }
    #expect(try disk.names(in: disk.home) == names)
    for name in names { #expect(try disk.contents(of: disk.home + "/" + name) == [1]) }
  }
}
