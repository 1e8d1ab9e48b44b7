import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("When a laptop was last heard of") struct DeviceContactTests {
  private func contact(_ laptop: Laptop, _ office: Office) throws -> DeviceContact? {
    try office.read { replica in
      try office.contacts(of: office.devices(on: replica), on: replica)[
        laptop.secrets.signing.verifyingKey]
    }
  }

  private func seen(_ laptop: Laptop, _ office: Office) throws -> Instant {
    guard case .seen(let instant) = try #require(try contact(laptop, office)) else {
      throw StoreFault.damaged("no contact")
    }
    return instant
  }

  @Test("is remembered at a sync, and not written again within the minute")
  func noted() throws {
    let world = try World(seed: 1210, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let first = try seen(laptop, world.office)
    #expect(first.millisecondsSince1970 <= world.clock.now.millisecondsSince1970)
    _ = try laptop.synchronise()
    #expect(try seen(laptop, world.office) == first)
    world.clock.set("2026-09-03 10:00")
    _ = try laptop.synchronise()
    #expect(try seen(laptop, world.office).wallText(in: .china) == "2026-09-03 10:00")
    // A clock that is set back is believed as well: the last contact is the last one that was made.
    world.clock.set("2026-09-02 10:00")
    _ = try laptop.synchronise()
    #expect(try seen(laptop, world.office).wallText(in: .china) == "2026-09-02 10:00")
  }

  @Test("keeps nobody from what is new while the office's disk is full")
  func fullDisk() throws {
    var world = try World(seed: 1213, roles: [.serviceOfficer, .serviceSupervisor])
    var environment = world.office.environment
    let disk = FullDisk(environment.database)
    environment.database = disk
    world.move(to: try Office(environment, world.office.secrets))
    let (bringing, taking) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-02 12:00")
    _ = try bringing.recordVisit(try world.visit(1), at: nil)
    _ = try bringing.synchronise()
    let before = try seen(taking, world.office)
    #expect(try world.state(taking) != world.officeState())
    disk.isFull = true
    _ = try taking.synchronise()
    #expect(try world.state(taking) == world.officeState())
    #expect(try seen(taking, world.office) == before)
    disk.isFull = false
    world.clock.set("2026-09-02 12:05")
    _ = try taking.synchronise()
    #expect(try seen(taking, world.office).wallText(in: .china) == "2026-09-02 12:05")
  }

  @Test("is not moved by a laptop that is turned away")
  func revoked() throws {
    let world = try World(seed: 1211, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let first = try seen(laptop, world.office)
    try world.office.revoke(laptop.secrets.signing.verifyingKey)
    world.clock.set("2026-09-03 10:00")
    #expect(throws: FieldFault.self) { _ = try laptop.synchronise() }
    #expect(try seen(laptop, world.office) == first)
  }

  @Test("is forgotten by a restore, and known again from the next sync on")
  func restored() throws {
    var world = try World(seed: 1212, roles: [.serviceOfficer, .serviceSupervisor])
    let (first, second) = (world.laptops[0], world.laptops[1])
    let snapshot = try OfficeSnapshot(of: world.office)
    world.clock.set("2026-09-05 10:00")
    world.move(to: try snapshot.restored())
    #expect(try contact(first, world.office) == .unknown)
    for _ in 0..<2 { _ = try first.synchronise() }
    #expect(try seen(first, world.office).wallText(in: .china) == "2026-09-05 10:00")
    guard case .notSince = try contact(second, world.office) else {
      Issue.record("the second laptop has not synced")
      return
    }
  }

  @Test(
    "is not known of a laptop without a note while one was changed on the disk, and begins anew when that laptop syncs",
    arguments: [
      "SET seenMs = seenMs - 86400000", "SET device = x'00'", "SET device = mark",
      "SET mark = device",
    ])
  func rotted(_ change: String) throws {
    let world = try World(seed: 1214, roles: [.serviceOfficer, .serviceSupervisor])
    let (first, second) = (world.laptops[0], world.laptops[1])
    let before = try seen(second, world.office)
    let key = "x'\(Hexadecimal.text(first.secrets.signing.verifyingKey.bytes))'"
    try world.office.write {
      try $0.connection.run("UPDATE lastContact \(change) WHERE device = \(key)")
    }
    #expect(try contact(first, world.office) == .unknown)
    #expect(try seen(second, world.office) == before)
    #expect(try world.office.read { try world.office.unsoundContacts(on: $0) } == 1)
    world.clock.set("2026-09-03 10:00")
    _ = try second.synchronise()
    #expect(try contact(first, world.office) == .unknown)
    _ = try first.synchronise()
    #expect(try seen(first, world.office).wallText(in: .china) == "2026-09-03 10:00")
    #expect(try world.office.read { try world.office.unsoundContacts(on: $0) } == 0)
    // All are forgotten: which laptop the note was of could not be told.
    #expect(try contact(second, world.office) == .notSince(seen(first, world.office)))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let contact: DeviceContact
    let hours: Int64
    let isSilent: Bool?
  }

  private static let start = Instant(millisecondsSince1970: 1_788_000_000_000)

  @Test(
    "is too long ago after three days, and where it is not known that is not said",
    arguments: [
      Row(testDescription: "now", contact: .seen(start), hours: 0, isSilent: false),
      Row(testDescription: "three days", contact: .seen(start), hours: 72, isSilent: false),
      Row(testDescription: "longer", contact: .seen(start), hours: 73, isSilent: true),
      Row(testDescription: "a clock set back", contact: .seen(start), hours: -99, isSilent: false),
      Row(testDescription: "not yet", contact: .notSince(start), hours: 72, isSilent: nil),
      Row(testDescription: "not since", contact: .notSince(start), hours: 73, isSilent: true),
      Row(testDescription: "never noted", contact: .unknown, hours: 9999, isSilent: nil),
    ])
  func silence(_ row: Row) {
    let now = Self.start.advanced(byMilliseconds: row.hours * 3_600_000)
    #expect(row.contact.isSilent(at: now) == row.isSilent)
  }
}
