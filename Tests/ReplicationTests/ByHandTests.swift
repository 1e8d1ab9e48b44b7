import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SeededRandom
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat

extension Laptop {
  /// What `rounds export` writes.
  func exported(pendingOnly: Bool = false) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try environment.exportBundles(pendingOnly: pendingOnly) { bytes += $0 }
    return bytes
  }

  /// What `rounds import` does.
  @discardableResult
  func take(_ file: [UInt8]) throws -> ImportSummary {
    try environment.importBundles(from: { try $0(file) })
  }

  var device: VerifyingKey { secrets.signing.verifyingKey }
}

@Suite("Bundles carried by hand")
struct ByHandTests {
  private func world(_ seed: UInt64) throws -> (World, Laptop, Laptop) {
    let world = try World(seed: seed, roles: [.serviceOfficer, .serviceSupervisor])
    world.clock.set("2026-09-03 08:00")
    return (world, world.laptops[0], world.laptops[1])
  }

  @Test("come into view at once, go to the office with the carrier's sync, and end confirmed")
  func courier() throws {
    let (world, a, b) = try world(61)
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    let brought = try b.take(try a.exported(pendingOnly: true))
    #expect(brought.isWhole)
    #expect(brought.intake.shown == 1 && brought.intake.waiting == 0)
    #expect(try b.read { try $0.records.state(of: visit.key) } != nil)
    let before = try b.read { try b.status($0) }
    #expect(before.pending == 0)
    #expect(before.carried[.pending] == 1)
    // The writer never meets the office; the carrier does.
    let sync = try b.synchronise()
    #expect(sync.stored == 1)
    #expect(sync.isInSync)
    #expect(try b.read { try $0.log.bundle(visit.bundle)?.delivery } == .confirmed)
    #expect(try b.read { try b.status($0) }.carried[.confirmed] == 1)
    #expect(try world.state(b) == world.officeState())
    // The household's key travelled along, so that the office hands it to the carrier.
    let card = try b.read { try b.visitCard(visit.key, $0) }
    #expect(card.opinions.map(\.text) == ["ok"])
    // The writer learns that it has arrived, and nothing is there twice.
    #expect(try a.synchronise().isInSync)
    #expect(try a.read { try $0.log.bundle(visit.bundle)?.delivery } == .confirmed)
    #expect(try world.state(a) == world.officeState())
  }

  @Test("change nothing the second time")
  func twice() throws {
    let (world, a, b) = try world(62)
    _ = try a.recordVisit(try world.visit(1), at: nil)
    let file = try a.exported()
    let first = try b.take(file)
    let state = try world.state(b)
    let again = try b.take(file)
    #expect(first.intake.new == 1)
    #expect(again.intake.new == 0)
    #expect(again.intake.known == first.intake.known + 1)
    #expect(try world.state(b) == state)
    #expect(try b.read { try $0.log.books().counts[.pending] } == 1)
  }

  @Test("bring two laptops to one state that never met the office since they were enrolled")
  func roundTrip() throws {
    let (world, a, b) = try world(63)
    for number in 1...3 {
      _ = try a.recordVisit(try world.visit(number), at: nil)
      _ = try b.recordVisit(try world.visit(number + 3), at: nil)
    }
    try b.take(try a.exported())
    try a.take(try b.exported())
    #expect(try world.state(a) == world.state(b))
    #expect(try a.read { try SiteView($0, world.site).visits().count } == 6)
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    for laptop in [a, b] {
      #expect(try laptop.synchronise().isInSync)
      #expect(try world.state(laptop) == world.officeState())
      let books = try laptop.read { try $0.log.books().counts }
      #expect(books[.pending] == nil && books[.received] == nil)
    }
  }

  @Test("of a laptop nobody has heard of wait out of view, and the office decides")
  func stranger() throws {
    let (world, _, b) = try world(64)
    // A bundle of an enrolled laptop, in a file that does not say who enrolled it.
    var other = world
    let late = try other.add(.serviceOfficer)
    let visit = try late.recordVisit(try world.visit(2), at: nil)
    let envelope = try #require(try late.read { try $0.log.bundle(visit.bundle) }).envelope
    var writer = ExportWriter(
      ExportFile.Head(
        office: world.office.identity.signingKey, company: world.office.company,
        officeName: "Office", writtenAt: world.clock.now))
    var file = try writer.add(PushedBundle(envelope: envelope, keys: []))
    file += try writer.finish()
    let brought = try b.take(file)
    #expect(brought.intake.waiting == 1 && brought.intake.shown == 0)
    #expect(try b.read { try $0.records.state(of: visit.key) } == nil)
    #expect(try b.synchronise().isInSync)
    #expect(try b.read { try $0.log.bundle(visit.bundle)?.delivery } == .confirmed)
    #expect(try world.state(b) == world.officeState())
  }

  @Test("that the office holds leave the carrier's view and stay in its books")
  func held() throws {
    let (world, a, b) = try world(65)
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    try b.take(try a.exported(pendingOnly: true))
    try world.office.withdraw(a.account, from: world.site)
    // Heard of by the office before, so that it is no work from before the reassignment.
    try a.write { try Meta.set("lastReceipt", Array(repeating: 7, count: 32), $0.connection) }
    let second = try a.recordVisit(try world.visit(2), at: nil)
    try b.take(try a.exported(pendingOnly: true))
    let sync = try b.synchronise()
    #expect(sync.held.map(\.bundle) == [second.bundle])
    let status = try b.read { try b.status($0) }
    #expect(status.carried[.held] == 1)
    #expect(status.held == 0)
    #expect(try b.read { try $0.log.bundle(second.bundle)?.inView } == false)
    #expect(try b.read { try $0.log.bundle(visit.bundle)?.inView } == true)
    #expect(try world.state(b) == world.officeState())
  }

  @Test("of another company are refused as a whole, before anything is stored")
  func otherCompany() throws {
    let (world, _, b) = try world(66)
    let (foreign, stranger, _) = try self.world(67)
    _ = try stranger.recordVisit(try foreign.visit(1), at: nil)
    let before = try world.state(b)
    #expect(throws: FieldFault.self) { try b.take(try stranger.exported()) }
    #expect(try b.read { try $0.log.books().counts[.pending] } == nil)
    #expect(try world.state(b) == before)
  }

  @Test("with a damaged one among them are taken but for that one, which is named")
  func damagedItem() throws {
    let (world, a, b) = try world(68)
    var envelopes: [[UInt8]] = []
    for number in 1...3 {
      let visit = try a.recordVisit(try world.visit(number), at: nil)
      envelopes.append(try #require(try a.read { try $0.log.bundle(visit.bundle) }).envelope)
    }
    envelopes[1][envelopes[1].count - 5] ^= 1
    var writer = ExportWriter(
      ExportFile.Head(
        office: world.office.identity.signingKey, company: world.office.company,
        officeName: "Office", writtenAt: world.clock.now))
    var file: [UInt8] = []
    for envelope in envelopes {
      file += try writer.add(PushedBundle(envelope: envelope, keys: []))
    }
    file += try writer.finish()
    let brought = try b.take(file)
    #expect(brought.intake.new == 2)
    #expect(brought.intake.refused.map(\.first) == [2])
    #expect(brought.intake.refused.map(\.why) == [.damaged])
    #expect(!brought.isWhole)
  }

  @Test("in a file whose checksum is wrong are taken, and the file is called not whole")
  func wrongChecksum() throws {
    let (world, a, b) = try world(69)
    _ = try a.recordVisit(try world.visit(1), at: nil)
    var file = try a.exported(pendingOnly: true)
    file[file.count - 8] ^= 1
    let brought = try b.take(file)
    #expect(brought.intake.new == 1)
    #expect(brought.intake.refused.map(\.why) == [.doubtfulKey])
    #expect(brought.doubtful.map(\.lowerBound) == [0])
    #expect(!brought.isWhole)
  }

  @Test("that went to the office without their keys go again with them once these have come")
  func keysLater() throws {
    let (world, a, b) = try world(71)
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    let whole = try a.exported(pendingOnly: true)
    var damaged = whole
    damaged[damaged.count - 8] ^= 1
    try b.take(damaged)
    #expect(try b.synchronise().isInSync)
    let again = try b.take(whole)
    #expect(again.isWhole)
    #expect(again.intake.new == 0)
    #expect(try b.read { try $0.log.bundle(visit.bundle)?.delivery } == .pending)
    let office = world.office.identity.signingKey
    #expect(try b.read { try $0.checkLog(office: office, own: b.device).withoutReceipt } == 0)
    #expect(try b.synchronise().isInSync)
    #expect(try b.read { try $0.log.bundle(visit.bundle)?.delivery } == .confirmed)
    // The office has the key, and hands it to the carrier.
    #expect(try b.read { try b.visitCard(visit.key, $0) }.opinions.map(\.text) == ["ok"])
    // What is there is not sent a third time.
    try b.take(whole)
    #expect(try b.read { try $0.log.books().counts[.pending] } == nil)
  }

  @Test("with a household key of another scope are taken without it, and it is named")
  func keyOfAnotherScope() throws {
    let (world, a, b) = try world(70)
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    let envelope = try #require(try a.read { try $0.log.bundle(visit.bundle) }).envelope
    let household = RecordKey(
      scope: world.office.company, type: RecordType(4), id: RecordID(high: 3, low: 4))
    let key = WrappedKey(
      id: DataKeyID(high: 1, low: 2), household: household, year: 2026, retentionClass: 2,
      sealed: Array(repeating: 5, count: 80))
    var writer = ExportWriter(
      ExportFile.Head(
        office: world.office.identity.signingKey, company: world.office.company,
        officeName: "Office", writtenAt: world.clock.now))
    var file = try writer.add(PushedBundle(envelope: envelope, keys: [key]))
    file += try writer.finish()
    let brought = try b.take(file)
    #expect(brought.intake.new == 1)
    #expect(brought.intake.refused.map(\.why) == [.key])
    #expect(brought.intake.refused.map(\.first) == [1])
    #expect(!brought.isWhole)
  }

  @Test("with any number of keys that a file loads on them hold up no sync and no export")
  func manyKeys() throws {
    let (world, a, b) = try world(72)
    let visit = try a.recordVisit(try world.visit(1), at: nil)
    let envelope = try #require(try a.read { try $0.log.bundle(visit.bundle) }).envelope
    let genuine = try #require(
      try a.read { try OutgoingKeys($0.connection).keys(with: visit.bundle) }.first)
    func key(_ id: DataKeyID, _ number: Int) -> WrappedKey {
      WrappedKey(
        id: id, household: genuine.household, year: genuine.year,
        retentionClass: genuine.retentionClass,
        sealed: (0..<256).map { UInt8(truncatingIfNeeded: number >> (8 * ($0 % 3))) })
    }
    var writer = ExportWriter(
      ExportFile.Head(
        office: world.office.identity.signingKey, company: world.office.company,
        officeName: "Office", writtenAt: world.clock.now))
    var file = try writer.add(PushedBundle(envelope: envelope, keys: [genuine]))
    // Of the same bundle, some 3 MiB of keys that may be one of its own; then one that opens no text of it.
    for frame in 0..<40 {
      let keys = (0..<250).map { key(genuine.id, frame * 250 + $0) }
      file += try writer.add(PushedBundle(envelope: envelope, keys: keys))
    }
    let other = key(DataKeyID(high: 7, low: 7), 1)
    file += try writer.add(PushedBundle(envelope: envelope, keys: [other]))
    file += try writer.finish()
    let brought = try b.take(file)
    #expect(brought.intake.new == 1 && brought.intake.refused.map(\.why) == [.key])
    let kept = try b.read { try OutgoingKeys($0.connection).keys(with: visit.bundle) }
    #expect(kept.count == Bounds.bundleKeysMax && kept.contains(genuine))
    #expect(!kept.contains(other))
    #expect(try a.take(try b.exported()).isWhole)
    #expect(try b.synchronise().isInSync)
    #expect(try b.read { try b.visitCard(visit.key, $0) }.opinions.map(\.text) == ["ok"])
  }

  @Test("lose nothing in random weeks in which laptops meet each other more often than the office")
  func law() throws {
    for seed in UInt64(0)..<UInt64(max(60, historyCount / 100)) {
      var history = try SiteHistory(seed: seed &+ 7000)
      var random = SplitMix64(seed: seed)
      for _ in 0..<4 {
        try history.play(acts: 4)
        let laptops = history.world.laptops
        let from = laptops[random.below(laptops.count)]
        let to = laptops[random.below(laptops.count)]
        try to.take(try from.exported(pendingOnly: random.below(2) == 0))
      }
      let written = try history.world.laptops.flatMap { laptop in
        try laptop.read { replica in
          try replica.log.toExport(pendingOnly: false, company: history.world.office.company)
        }
      }
      try history.settle()
      let world = history.world
      for laptop in world.laptops {
        #expect(try world.state(laptop) == world.officeState(), "seed \(seed)")
        #expect(try laptop.read { try $0.log.books().counts[.pending] } == nil, "seed \(seed)")
        #expect(try laptop.read { try $0.feedFaults() }.isEmpty, "seed \(seed)")
      }
      for id in Set(written) {
        #expect(try world.office.read { try $0.log.contains(id) }, "seed \(seed)")
      }
    }
  }
}
