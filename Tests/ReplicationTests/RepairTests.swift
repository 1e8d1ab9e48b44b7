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

@Suite("An office that lost bundles")
struct RepairTests {
  /// Where an interruption strikes, and how.
  struct Interruption: Sendable, CustomTestStringConvertible {
    let exchange: Int
    let weather: OfficeInProcess.Weather
    var testDescription: String { "\(weather) at exchange \(exchange)" }

    static let all = (0..<8).flatMap { exchange in
      [OfficeInProcess.Weather.requestLost, .answerLost, .answerCut].map {
        Interruption(exchange: exchange, weather: $0)
      }
    }
  }

  @Test(
    "gets back all a laptop holds, wherever the repair is interrupted", arguments: Interruption.all)
  func interrupted(_ interruption: Interruption) throws {
    let world = try World(seed: 41, roles: [.serviceOfficer, .serviceSupervisor])
    let (a, b) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    for (number, laptop) in [a, b, a, b].enumerated() {
      _ = try laptop.recordVisit(try world.visit(number + 1), at: nil)
      _ = try laptop.synchronise()
    }
    for laptop in [a, b] { _ = try laptop.synchronise() }
    let whole = try world.officeState()
    // The database file was copied back: the same epoch, an earlier head.
    try world.office.forget(after: 2, of: world.site)
    #expect(try world.officeState() != whole)
    world.transport.expect(
      Array(repeating: .fair, count: interruption.exchange) + [interruption.weather])
    do { _ = try a.synchronise() } catch FieldFault.notReached {}
    world.transport.expect([])
    let summary = try a.synchronise()
    #expect(summary.isInSync)
    #expect(try world.officeState() == whole)
    #expect(try b.synchronise().isInSync)
    #expect(try world.state(a) == whole)
    #expect(try world.state(b) == whole)
  }

  @Test(
    "gets back all a laptop holds if it is restored once more, wherever the first repair stopped",
    arguments: Interruption.all)
  func restoredAgain(_ interruption: Interruption) throws {
    #expect(try isWholeAgain(after: interruption))
  }

  @Test("would lose what a laptop holds if its cursor named no epoch")
  func withoutEpoch() throws {
    let lost = try KnownBug.$active.withValue(.cursorWithoutEpoch) {
      try Interruption.all.filter { try isWholeAgain(after: $0) == false }
    }
    #expect(lost.isEmpty == false)
  }

  /// Two restores, and a repair that is stopped between them.
  private func isWholeAgain(after interruption: Interruption) throws -> Bool {
    var world = try World(seed: 45, roles: [.serviceOfficer, .serviceSupervisor])
    let (holder, writer) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let snapshots = (try OfficeSnapshot(of: world.office), try OfficeSnapshot(of: world.office))
    // Their files go with them.
    defer { withExtendedLifetime(snapshots) {} }
    // Another's work: nothing of the holder's own bundles shows that it is gone.
    _ = try writer.recordVisit(try world.visit(1), at: nil)
    for laptop in [writer, holder] { _ = try laptop.synchronise() }
    let whole = try world.officeState()
    world.move(to: try snapshots.0.restored())
    world.transport.expect(
      Array(repeating: .fair, count: interruption.exchange) + [interruption.weather])
    do { _ = try holder.synchronise() } catch FieldFault.notReached {}
    world.transport.expect([])
    world.move(to: try snapshots.1.restored())
    return try holder.synchronise().isInSync && world.officeState() == whole
  }

  @Test(
    "gets back what a laptop holds of a site that it left, though that laptop tells it of the leaving"
  )
  func leftMeanwhile() throws { #expect(try isBroughtFromLeftSite()) }

  @Test("would lose what a laptop holds of a site that it left, if a refusal passed for an answer")
  func refusalForAnswer() throws {
    #expect(
      try KnownBug.$active.withValue(.refusalForAnswer) { try isBroughtFromLeftSite() } == false)
  }

  /// A restored office that learns in one sync that the laptop has left the site, and what others wrote there.
  private func isBroughtFromLeftSite() throws -> Bool {
    try isBroughtFromLeftSite(47, { try $0.restored() }, isInterrupted: true)
  }

  @Test(
    "gets back what a laptop holds of a site that it left, though it was put back in the same epoch"
  )
  func leftInTheSameEpoch() throws {
    #expect(try isBroughtFromLeftSite(48, { try $0.opened() }, isInterrupted: false))
  }

  /// - Parameters:
  ///   - back: the office as it was before anything was written at the site.
  ///   - isInterrupted: the first sync after that lets the laptop follow again, and says no more.
  private func isBroughtFromLeftSite(
    _ seed: UInt64, _ back: (OfficeSnapshot) throws -> Office, isInterrupted: Bool
  ) throws -> Bool {
    var world = try World(seed: seed, roles: [.serviceOfficer, .serviceSupervisor])
    let (laptop, writer) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let snapshot = try OfficeSnapshot(of: world.office)
    defer { withExtendedLifetime(snapshot) {} }
    let site = world.site
    _ = try writer.recordVisit(try world.visit(1), at: nil)
    for one in [writer, laptop] { _ = try one.synchronise() }
    let held = try laptop.read { try $0.log.ids(of: site, from: .zero, limit: .max) }
    #expect(held.count > 1)
    try world.office.withdraw(laptop.account, from: site)
    _ = try laptop.synchronise()
    #expect(try laptop.read { try $0.feed.head(site)?.isFollowed } == false)
    world.move(to: try back(snapshot))
    if isInterrupted {
      world.transport.expect([.fair, .requestLost])
      #expect(throws: FieldFault.self) { try laptop.synchronise() }
      #expect(try laptop.read { try $0.feed.head(site)?.isFollowed } == true)
      // Both feeds are to be offered. The company's tells that the site was left.
      world.transport.expect([])
    }
    #expect(try laptop.synchronise().isInSync)
    #expect(try laptop.read { try $0.feed.head(site)?.isFollowed } == false)
    return try world.office.read { replica in
      try held.allSatisfy { try replica.log.contains($0) }
    }
  }

  @Test("put back in the same epoch, with nothing lost but held work, is shown that again")
  func heldInTheSameEpoch() throws {
    var world = try World(seed: 49, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.synchronise()
    let snapshot = try OfficeSnapshot(of: world.office)
    defer { withExtendedLifetime(snapshot) {} }
    let household = try #require(
      try laptop.read { try SiteView($0, world.site).households().first })
    let edit = RecordEdit(.household, household.key.id, [HouseholdField.isRestricted: .flag(true)])
    let written = try laptop.write { try laptop.write([edit], in: world.site, on: $0) }
    #expect(try laptop.synchronise().held.map(\.bundle) == [written.id])
    let books = try laptop.read { try $0.log.books().counts }
    world.move(to: try snapshot.opened())
    let summary = try laptop.synchronise()
    #expect(summary.isInSync)
    #expect(try world.office.read { try $0.log.held().map(\.id) } == [written.id])
    #expect(try laptop.read { try $0.log.books().counts } == books)
    #expect(books[.held] == 1)
    #expect(try laptop.synchronise().exchanges == 1, "nothing is offered twice")
  }

  @Test("put back in the same epoch, gives household keys that came since in another order to all")
  func keysInAnotherOrder() throws {
    var world = try World(seed: 51, roles: [.serviceOfficer, .serviceSupervisor])
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let snapshot = try OfficeSnapshot(of: world.office)
    defer { withExtendedLifetime(snapshot) {} }
    _ = try other.recordVisit(try world.visit(1), at: nil)
    for one in [other, laptop] { _ = try one.synchronise() }
    world.move(to: try snapshot.opened())
    // Before the other one's work comes back, somebody brings a text of another household.
    let household = try #require(
      try laptop.read { try SiteView($0, world.site).households().last })
    let key = HouseholdKey(
      id: DataKeyID(high: 77, low: 0xFFFF_0001), household: household.key.id, year: 2026,
      retentionClass: 1, key: try #require(DataKey(bytes: Array(repeating: 3, count: 32))))
    let office = world.office
    try office.environment.keyDatabase.write { connection in
      try KeyTable(connection, storeKey: office.secrets.storeKey).add(
        key, of: world.site, isMadeHere: false, nonce: Array(repeating: 4, count: 12))
    }
    for one in [other, laptop] { #expect(try one.synchronise().isInSync) }
    #expect(try laptop.environment.keyDatabase.read { try KeyTable.holds(key.id, $0) })
  }

  @Test(
    "put back in the same epoch, and grown again since, is found behind by a receipt, wherever that stops",
    arguments: Interruption.all)
  func foundByReceipt(_ interruption: Interruption) throws {
    var world = try World(seed: 50, roles: [.serviceOfficer, .serviceSupervisor])
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    let snapshot = try OfficeSnapshot(of: world.office)
    defer { withExtendedLifetime(snapshot) {} }
    let visit = try laptop.recordVisit(try world.visit(1), at: nil)
    // It has the receipt, and was stopped before the page that would move its cursor.
    let pending = try #require(try laptop.read { try $0.log.bundle(visit.bundle) })
    let results = try world.office.receive(
      [PushedBundle(envelope: pending.envelope, keys: [])],
      by: laptop.secrets.signing.verifyingKey, language: .english)
    let receipt = try #require(results.first?.receipt)
    try laptop.write { replica in
      try replica.acknowledge(visit.bundle, receipt: receipt)
      try Meta.set("lastReceipted", visit.bundle.bytes, replica.connection)
    }
    world.move(to: try snapshot.opened())
    _ = try other.recordVisit(try world.visit(2), at: nil)
    _ = try other.synchronise()
    world.transport.expect(
      Array(repeating: .fair, count: interruption.exchange) + [interruption.weather])
    do { _ = try laptop.synchronise() } catch FieldFault.notReached {}
    world.transport.expect([])
    #expect(try laptop.synchronise().isInSync)
    #expect(try world.office.read { try $0.log.contains(visit.bundle) })
    #expect(try world.state(laptop) == world.officeState())
  }

  @Test("gets held work back though its laptop stopped between the receipt and the first page")
  func receiptBeforePage() throws {
    var world = try World(seed: 46, roles: [.serviceOfficer])
    let account = try world.office.addAccount(
      name: "new", role: .serviceOfficer, sites: [world.site])
    let code = try world.office.invite(account)
    var field = try world.environment(9)
    let database = KillableDatabase(field.database)
    field.database = database
    _ = try field.enrol(
      url: "http://office", authorities: nil, code: code.text, laptopName: "new")
    let laptop = try Laptop(field)
    let snapshot = try OfficeSnapshot(of: world.office)
    // What the office alone may write is held.
    let household = try #require(
      try world.laptops[0].read { try SiteView($0, world.site).households().first })
    let edit = RecordEdit(.household, household.key.id, [HouseholdField.isRestricted: .flag(true)])
    let written = try laptop.write { try laptop.write([edit], in: world.site, on: $0) }
    // The attempt's time is one transaction, results are the next.
    database.kill(after: 1, .afterCommit)
    #expect(throws: Killed.self) { _ = try laptop.synchronise() }
    #expect(try world.office.read { try $0.log.held().map(\.id) } == [written.id])
    world.move(to: try snapshot.restored())
    #expect(try laptop.synchronise().isInSync)
    #expect(try world.office.read { try $0.log.held().map(\.id) } == [written.id])
  }

  @Test("is asked again when a receipt is all that is left of a bundle")
  func receiptOnly() throws {
    let world = try World(seed: 42, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let recorded = try laptop.recordVisit(try world.visit(1), at: nil)
    let pending = try #require(try laptop.read { try $0.log.bundle(recorded.bundle) })
    let head = try #require(try world.office.read { try $0.feed.head(world.site) })
    let results = try world.office.receive(
      [PushedBundle(envelope: pending.envelope, keys: [])],
      by: laptop.secrets.signing.verifyingKey, language: .english)
    let receipt = try #require(results.first?.receipt)
    // The laptop keeps the receipt and is stopped before it takes the page.
    try laptop.write { try $0.acknowledge(recorded.bundle, receipt: receipt) }
    try world.office.forget(after: head.position, of: world.site)
    let summary = try laptop.synchronise()
    #expect(summary.isInSync)
    #expect(try world.office.read { try $0.log.contains(recorded.bundle) })
    #expect(try world.state(laptop) == world.officeState())
  }

  @Test(
    "learns people, laptops and sites again from the laptops, and admits what it held meanwhile")
  func forgotEverybody() throws {
    let world = try World(seed: 43, roles: [.serviceOfficer, .serviceSupervisor])
    let (a, b) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 08:00")
    _ = try a.recordVisit(try world.visit(1), at: nil)
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    let late = try b.recordVisit(try world.visit(2), at: nil)
    // Back to the moment after `init`: no site, no account, no device.
    try world.office.forget(after: 1, of: world.office.company)
    try world.office.forget(after: 0, of: world.site)
    _ = try b.synchronise()
    for laptop in [a, b, a] { _ = try laptop.synchronise() }
    for laptop in [a, b] {
      #expect(try laptop.synchronise().isInSync)
      #expect(try world.state(laptop) == world.officeState())
    }
    #expect(try world.office.read { try $0.log.held().isEmpty })
    #expect(try world.office.read { try $0.log.bundle(late.bundle)?.inView } == true)
    #expect(try world.office.read { try SiteView($0, world.site).visits().count } == 2)
  }
}
