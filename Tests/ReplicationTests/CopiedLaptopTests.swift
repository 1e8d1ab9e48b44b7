import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import OfficeWork
import RecordStore
import SQLiteDatabase
import SeededRandom
import TestSupport
import Testing
import VisitModel

/// How a directory was treated, and what is to be noticed.
struct MarkRow: Sendable, CustomTestStringConvertible {
  let claim: String
  let verdict: InstallationVerdict
  var isMarked = true
  var mark: InstallationMark? = .here
  var id: String? = "i"
  var ownCount = 3
  var place = InstallationPlace(machine: "m", device: 1, inode: 9)
  var testDescription: String { claim }

  init(
    _ claim: String, _ verdict: InstallationVerdict, _ change: (inout MarkRow) -> Void = { _ in }
  ) {
    self.claim = claim
    self.verdict = verdict
    change(&self)
  }

  static let all: [MarkRow] = [
    MarkRow("nothing happened", .same),
    MarkRow("a crash lost the newest note", .same) { $0.ownCount = 5 },
    MarkRow("another number of the file system after a start", .same) {
      $0.place = InstallationPlace(machine: "m", device: 2, inode: 9)
    },
    MarkRow("a note that cannot be read", .same) { $0.mark = nil },
    MarkRow("a machine without an id", .same) {
      $0.place = InstallationPlace(machine: "", device: 1, inode: 9)
    },
    MarkRow("the first start", .first) {
      $0.mark = nil
      $0.isMarked = false
      $0.id = nil
      $0.ownCount = 0
    },
    MarkRow("a stop between mark and database at the first start", .first) {
      $0.mark = InstallationMark(
        id: "i", place: InstallationPlace(machine: "m", device: 1, inode: 9), ownCount: 0, tip: "")
      $0.id = nil
      $0.ownCount = 0
    },
    MarkRow("a directory copied on the machine", .copiedDirectory) {
      $0.place = InstallationPlace(machine: "m", device: 1, inode: 10)
    },
    MarkRow("a directory copied to another machine", .copiedDirectory) {
      $0.place = InstallationPlace(machine: "n", device: 1, inode: 9)
    },
    MarkRow("another laptop's database", .copiedDatabase) { $0.id = "other" },
    MarkRow("a database without its mark", .copiedDatabase) {
      $0.mark = nil
      $0.isMarked = false
    },
    MarkRow("an old database put back", .olderDatabase) { $0.ownCount = 2 },
    MarkRow("an empty database in place of a used one", .olderDatabase) {
      $0.id = nil
      $0.ownCount = 0
    },
  ]
}

extension InstallationMark {
  fileprivate static let here = InstallationMark(
    id: "i", place: InstallationPlace(machine: "m", device: 1, inode: 9), ownCount: 3, tip: "ab")
}

@Suite("A laptop whose data was copied")
struct CopiedLaptopTests {
  @Test("is told from one that crashed", arguments: MarkRow.all)
  func verdicts(_ row: MarkRow) throws {
    let verdict = InstallationVerdict(
      isMarked: row.isMarked, row.mark, id: row.id, ownCount: row.ownCount, place: row.place)
    #expect(verdict == row.verdict)
    #expect((verdict.notice == nil) == [.same, .first].contains(verdict))
    #expect(InstallationMark(file: InstallationMark.here.file) == .here)
  }

  /// The same laptop again, as a copy of its directory would be.
  private func copy(of laptop: Laptop, _ folder: String, _ name: String) throws -> Laptop {
    var field = laptop.environment
    try field.database.copy(to: "\(folder)/\(name).sqlite")
    try field.keyDatabase.copy(to: "\(folder)/\(name).keys")
    field.database = try SQLiteFile(path: "\(folder)/\(name).sqlite", kind: .laptop)
    field.keyDatabase = try SQLiteFile(path: "\(folder)/\(name).keys", kind: .laptop)
    return try Laptop(field)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-copy-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
    try body(folder)
  }

  private func place(_ inode: UInt64) -> InstallationPlace {
    InstallationPlace(machine: "m", device: 1, inode: inode)
  }

  @Test(
    "and used on both sides loses nothing, and the office names the fork", arguments: [true, false])
  func usedTwice(_ isNoticed: Bool) throws {
    try withFolder { folder in
      let world = try World(seed: 71, roles: [.serviceOfficer])
      let original = world.laptops[0]
      world.clock.set("2026-09-03 08:00")
      let mark = MemoryMark()
      let here = Installation(original.environment.database, mark, at: place(1))
      #expect(try here.settle(.seeded(1)) == .first)
      _ = try original.recordVisit(try world.visit(1), at: nil)
      try here.note()
      let twin = try copy(of: original, folder, "twin")
      if isNoticed {
        let there = Installation(
          twin.environment.database, MemoryMark(try mark.load()), at: place(2))
        #expect(try there.settle(.seeded(2)) == .copiedDirectory)
        #expect(try there.settle(.seeded(3)) == .same)
      }
      #expect(try here.settle(.seeded(4)) == .same)
      let ours = try original.recordVisit(try world.visit(2), at: nil)
      let theirs = try twin.recordVisit(try world.visit(3), at: nil)
      for laptop in [original, twin, original] { _ = try laptop.synchronise() }
      for laptop in [original, twin] {
        #expect(try laptop.synchronise().isInSync)
        #expect(try world.state(laptop) == world.officeState())
      }
      let forks = try world.office.read { try $0.log.forks() }
      #expect(forks.map(\.device) == [original.device])
      #expect(forks.map(\.isCopy) == [!isNoticed])
      let branches = Set(forks.flatMap { [$0.bundle, $0.other] })
      #expect(branches == [ours.bundle, theirs.bundle])
      #expect(try world.office.read { try SiteView($0, world.site).visits().count } == 3)
    }
  }

  @Test("back from its own old copy goes on under a new writer id, and overwrites nothing")
  func rolledBack() throws {
    try withFolder { folder in
      let world = try World(seed: 72, roles: [.serviceOfficer])
      let laptop = world.laptops[0]
      world.clock.set("2026-09-03 08:00")
      let mark = MemoryMark()
      let now = Installation(laptop.environment.database, mark, at: place(1))
      try now.settle(.seeded(1))
      _ = try laptop.recordVisit(try world.visit(1), at: nil)
      try now.note()
      let old = try copy(of: laptop, folder, "old")
      let lost = try laptop.recordVisit(try world.visit(2), at: nil)
      try now.note()
      _ = try laptop.synchronise()
      let back = Installation(old.environment.database, mark, at: place(1))
      let writer = try old.read { try $0.writerID() }
      #expect(try back.settle(.seeded(2)) == .olderDatabase)
      #expect(try old.read { try $0.writerID() } != writer)
      let after = try old.recordVisit(try world.visit(3), at: nil)
      #expect(try old.synchronise().isInSync)
      #expect(try world.state(old) == world.officeState())
      // What it had uploaded came back to it.
      #expect(try old.read { try $0.log.contains(lost.bundle) })
      let forks = try world.office.read { try $0.log.forks() }
      #expect(forks.map(\.isCopy) == [false])
      #expect(forks.map(\.bundle) == [after.bundle])
    }
  }

  @Test("loses nothing in random histories of both sides", arguments: UInt64(0)..<20)
  func law(_ seed: UInt64) throws {
    try withFolder { folder in
      var random = SplitMix64(seed: seed)
      let world = try World(
        seed: seed &+ 900, households: 8, roles: [.serviceOfficer, .serviceSupervisor])
      world.clock.set("2026-09-03 08:00")
      let twin = try copy(of: world.laptops[0], folder, "twin")
      if random.below(2) == 0 { try twin.write { try $0.mintWriter(random.next()) } }
      let all = [world.laptops[0], twin, world.laptops[1]]
      var written: [BundleID] = []
      for _ in 0..<12 {
        world.clock.advance(minutes: 30)
        let laptop = all[random.below(3)]
        switch random.below(4) {
        case 0: _ = try laptop.synchronise()
        case 1: try all[random.below(3)].take(try laptop.exported())
        default:
          let end = world.clock.now
          var input = VisitInput(
            household: "1-\(101 + random.below(8))",
            start: end.advanced(byMilliseconds: -1_200_000), end: end)
          input.mode = .office
          input.items = [.init(topic: .repair, kind: .request, text: "r")]
          input.signature = .signed
          input.reasons = ["R1-38": "again", "R1-39": "again"]
          do { written.append(try laptop.recordVisit(input, at: nil).bundle) } catch FieldFault
            .refused
          { continue } catch FieldFault.reasonsNeeded { continue }
        }
      }
      for laptop in all + all { _ = try laptop.synchronise() }
      for laptop in all {
        #expect(try world.state(laptop) == world.officeState(), "seed \(seed)")
      }
      for id in written { #expect(try world.office.read { try $0.log.contains(id) }) }
    }
  }
}
