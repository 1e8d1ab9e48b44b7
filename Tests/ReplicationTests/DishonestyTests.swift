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

@Suite("A dishonest laptop")
struct DishonestyTests {
  @Test("cannot slip a bundle with a false signature in under a later one that vouches for it")
  func vouched() throws {
    let world = try World(seed: 44, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let forged = try forge(try laptop.recordVisit(try world.visit(1), at: nil).bundle, on: laptop)
    let second = try laptop.recordVisit(try world.visit(2), at: nil)
    let voucher = try #require(try laptop.read { try $0.log.bundle(second.bundle) }).envelope
    let results = try world.office.receive(
      [forged, voucher].map { PushedBundle(envelope: $0, keys: []) },
      by: laptop.secrets.signing.verifyingKey, language: .english)
    #expect(results.map(\.outcome) == [.unreadable, .stored])
    #expect(results.map(\.reason) == [.badSignature, .none])
  }

  @Test("does not make the office show what a restore would lose, whatever it signs falsely")
  func restored() throws {
    // What is signed truly comes back; what is not was never shown.
    #expect(try isWholeAfterRestore(isForged: false))
    #expect(try isWholeAfterRestore(isForged: true))
  }

  @Test("would, if the newest signature of a run vouched for the rest: a laptop holds it in vain")
  func runVouches() throws {
    let isWhole = try KnownBug.$active.withValue(.runVouches) {
      try isWholeAfterRestore(isForged: true)
    }
    #expect(!isWhole)
  }

  /// A false signature, vouched for by a bundle that the office holds and nobody else gets. Then the
  /// office is restored from before, and an honest laptop brings back what it has.
  private func isWholeAfterRestore(isForged: Bool) throws -> Bool {
    var world = try World(seed: 47, roles: [.serviceOfficer, .serviceSupervisor])
    let (dishonest, honest) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let snapshot = try OfficeSnapshot(of: world.office)
    defer { withExtendedLifetime(snapshot) {} }
    let visit = try dishonest.recordVisit(try world.visit(1), at: nil)
    let honestly = try #require(try dishonest.read { try $0.log.bundle(visit.bundle) }).envelope
    let first = isForged ? try forge(visit.bundle, on: dishonest) : honestly
    let isTaken = !isForged || KnownBug.active == .runVouches
    let before = try world.officeState()
    // What the office alone may write is held.
    let household = try #require(
      try dishonest.read { try SiteView($0, world.site).households().first })
    let edit = RecordEdit(.household, household.key.id, [HouseholdField.isRestricted: .flag(true)])
    let voucher = try dishonest.write { try dishonest.write([edit], in: world.site, on: $0) }
    let results = try world.office.receive(
      [first, voucher.envelope].map { PushedBundle(envelope: $0, keys: []) },
      by: dishonest.secrets.signing.verifyingKey, language: .english)
    #expect(results.map(\.outcome) == [isTaken ? .stored : .unreadable, .held])
    #expect(try world.office.verify().faults.isEmpty == (KnownBug.active != .runVouches))
    _ = try honest.synchronise()
    let shown = try world.officeState()
    #expect(try world.state(honest) == shown)
    #expect((shown == before) == !isTaken)
    world.move(to: try snapshot.restored())
    #expect(try honest.synchronise().isInSync)
    return try world.officeState() == shown
  }

  /// The same bundle with a false signature, which the laptop's next bundle will name as the one before.
  private func forge(_ bundle: BundleID, on laptop: Laptop) throws -> [UInt8] {
    let envelope = try #require(try laptop.read { try $0.log.bundle(bundle) }).envelope
    var forged = envelope
    forged[forged.count - 1] ^= 1
    let bytes = Array(forged.dropLast(66))
    let body = Array(bytes.dropFirst(bytes.count - Self.bundleLength(envelope)))
    let link = Digest(domain: "rounds envelope v1", body, Array(forged.suffix(64)))
    try laptop.write { try Meta.set("tip", link.bytes, $0.connection) }
    return forged
  }

  /// An envelope is a tag, a length, the bundle, two bytes and the signature.
  private static func bundleLength(_ envelope: [UInt8]) -> Int {
    var length = 0
    var shift = 0
    for byte in envelope.dropFirst() {
      length |= Int(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 { break }
    }
    return length
  }

  @Test("cannot plant a household key: not a wrong one, not another site's, not one no text uses")
  func plantedKeys() throws {
    let world = try World(seed: 45, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let recorded = try laptop.recordVisit(try world.visit(1), at: nil)
    let envelope = try #require(try laptop.read { try $0.log.bundle(recorded.bundle) }).envelope
    let genuine = try #require(
      try laptop.environment.database.read { try OutgoingKeys($0).keys(with: recorded.bundle) }
        .first)
    func wrap(_ id: DataKeyID, scope: ScopeID) throws -> WrappedKey {
      WrappedKey(
        id: id,
        household: RecordKey(scope: scope, type: genuine.household.type, id: genuine.household.id),
        year: 2026, retentionClass: 2,
        sealed: try world.office.identity.sealingKey.seal(
          Array(repeating: 7, count: 32), info: KeyWrap.toOffice, context: id.bytes))
    }
    let unused = DataKeyID(high: 1, low: 1)
    let planted = [
      try wrap(genuine.id, scope: world.site), try wrap(unused, scope: world.site),
      try wrap(genuine.id, scope: ScopeID(high: 9, low: 9)),
    ]
    func known(_ id: DataKeyID) throws -> HouseholdKey? {
      try world.office.environment.keyDatabase.read { connection in
        try KeyTable(connection, storeKey: world.office.secrets.storeKey).key(id)
      }
    }
    _ = try world.office.receive(
      [PushedBundle(envelope: envelope, keys: planted)],
      by: laptop.secrets.signing.verifyingKey, language: .english)
    #expect(try known(genuine.id) == nil)
    #expect(try known(unused) == nil)
    // The real one is still taken, with the same bundle.
    _ = try world.office.receive(
      [PushedBundle(envelope: envelope, keys: [genuine])],
      by: laptop.secrets.signing.verifyingKey, language: .english)
    #expect(try known(genuine.id) != nil)
  }
}

extension Office {
  /// Puts a scope back to an earlier position, as an older copy of the database would have it.
  func forget(after position: UInt64, of scope: ScopeID) throws {
    try write { replica in
      let lost = try replica.connection.rows(
        "SELECT bundle FROM feed WHERE scope = ? AND position > ?",
        [.blob(scope.bytes), .integer(position)]
      ) { try $0.blob(0) }
      for id in lost {
        try replica.connection.run("DELETE FROM feed WHERE bundle = ?", [.blob(id)])
        try replica.connection.run("DELETE FROM bundle WHERE id = ?", [.blob(id)])
      }
      guard var head = try replica.feed.head(scope) else { return }
      head.position = position
      head.feed = try replica.feed.digest(of: scope, at: position) ?? .empty
      head.view = head.feed
      try replica.feed.store(head)
      try replica.rebuild(environment.database.dialect)
    }
  }
}
