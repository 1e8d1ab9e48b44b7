import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat
import Wording

@Suite("A laptop whose vault is locked")
struct LockedSyncTests {
  /// The first laptop of a world, its vault locked after a visit was written; the second is open.
  private func locked(
    seed: UInt64
  ) throws -> (world: World, environment: FieldEnvironment, passphrase: Passphrase) {
    let world = try World(seed: seed, roles: [.serviceOfficer, .serviceSupervisor])
    world.clock.set("2026-09-03 08:00")
    let environment = world.laptops[0].environment
    let passphrase = try Passphrase(new: "orange kettle seven stairs")
    _ = try environment.setPassphrase(passphrase, old: nil)
    _ = try Laptop(environment).recordVisit(try world.visit(1), at: nil)
    try environment.vault.lock()
    return (world, environment, passphrase)
  }

  @Test("sends what is pending and comes in step, with a key that signs requests only")
  func syncs() throws {
    let (world, environment, _) = try locked(seed: 90)
    let summary = try environment.enrolledLaptop().synchronise()
    #expect(summary.stored == 1)
    #expect(summary.isInSync)
    #expect(try world.state(world.laptops[0]) == world.officeState())
  }

  @Test("leaves household keys for a sync that finds it open, and misses none")
  func keysWait() throws {
    let (world, environment, passphrase) = try locked(seed: 91)
    let other = world.laptops[1]
    let recorded = try other.recordVisit(try world.visit(2, text: "from the other"), at: nil)
    _ = try other.synchronise()
    _ = world.transport.takePaths()
    let laptop = try environment.enrolledLaptop()
    #expect(try laptop.synchronise().isInSync)
    #expect(!world.transport.takePaths().contains("/v1/keys"))
    _ = try environment.unlock(with: passphrase, minutes: 15)
    func texts() throws -> [String?] {
      let open = try Laptop(environment)
      return try open.read { replica in
        try open.visitCard(recorded.key, replica).opinions.map(\.text)
      }
    }
    #expect(try texts() == [nil])
    #expect(try environment.enrolledLaptop().synchronise().isInSync)
    #expect(try texts() == ["from the other"])
  }

  @Test("cannot sync from another machine, until it is unlocked there")
  func copied() throws {
    let (_, given, passphrase) = try locked(seed: 92)
    var environment = given
    environment.machine = Array("another machine".utf8)
    #expect(throws: FieldFault.failed(Message(.lockedWithoutTransport, []))) {
      try environment.enrolledLaptop().synchronise()
    }
    environment.machine = nil
    #expect(throws: FieldFault.failed(Message(.lockedWithoutTransport, []))) {
      try environment.enrolledLaptop().synchronise()
    }
    environment.machine = Array("another machine".utf8)
    _ = try environment.unlock(with: passphrase, minutes: 15)
    try environment.vault.lock()
    #expect(try environment.enrolledLaptop().synchronise().isInSync)
  }

  @Test("refuses a transport file with any byte changed")
  func transportDamaged() throws {
    let (_, environment, _) = try locked(seed: 93)
    let file = environment.secretFile("transport.key")
    let whole = try #require(try file.load())
    let laptop = try environment.enrolledLaptop()
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1
      try file.save(bytes)
      #expect(throws: FieldFault.self, "byte \(index)") { try laptop.requestSigner() }
    }
    try file.save(whole)
    _ = try laptop.requestSigner()
  }

  @Test("is refused when its device is revoked, and cannot speak for another device")
  func refused() throws {
    let (world, environment, _) = try locked(seed: 94)
    let laptop = try environment.enrolledLaptop()
    guard case .transport(let key, _, let delegation) = try laptop.requestSigner() else {
      Issue.record("a locked laptop signs with its device key")
      return
    }
    let body = try SyncCodec.encode(
      SyncRequest(scopes: [], bundles: [], program: "test", language: "en"))
    func ask(_ device: VerifyingKey) throws -> SyncResponse {
      let bytes = try SignedRequest.encode(
        path: "/v1/sync", body: body, challenge: [], enrolment: [],
        signer: .transport(key, of: device, delegation: delegation))
      return try world.office.sync(try SignedRequest(path: "/v1/sync", bytes))
    }
    #expect(try ask(laptop.device).again)
    #expect(throws: WireFault.badSignature) { try ask(world.laptops[1].device) }
    try world.office.revoke(laptop.device)
    #expect(throws: RequestRefusal.revoked) { try ask(laptop.device) }
    #expect(throws: FieldFault.failed(Message(.officeRevoked, []))) { try laptop.synchronise() }
  }

  @Test("gives a restored office nothing whose key only it holds, until it is unlocked")
  func repair() throws {
    let (world, environment, passphrase) = try locked(seed: 95)
    let other = world.laptops[1]
    _ = try other.recordVisit(try world.visit(2), at: nil)
    _ = try other.synchronise()
    _ = try environment.unlock(with: passphrase, minutes: 15)
    for _ in 0..<2 { _ = try environment.enrolledLaptop().synchronise() }
    try environment.vault.lock()
    let whole = try world.officeState()
    try world.office.forget(after: 2, of: world.site)
    #expect(throws: FieldFault.failed(Message(.lockedRepair, []))) {
      try environment.enrolledLaptop().synchronise()
    }
    _ = try environment.unlock(with: passphrase, minutes: 15)
    #expect(try environment.enrolledLaptop().synchronise().isInSync)
    #expect(try world.officeState() == whole)
  }

  @Test("sends nothing whose wrapped key a salvage did not find, until it is unlocked")
  func bare() throws {
    let (world, environment, passphrase) = try locked(seed: 96)
    _ = try environment.database.write { try $0.run("DELETE FROM outgoingKey") }
    try environment.markBareBundles()
    #expect(throws: FieldFault.failed(Message(.lockedRepair, []))) {
      try environment.enrolledLaptop().synchronise()
    }
    #expect(try environment.database.read { try BundleLog($0).pending(limit: 9).count } == 1)
    _ = try environment.unlock(with: passphrase, minutes: 15)
    #expect(try environment.enrolledLaptop().synchronise().isInSync)
    let keys = try world.office.environment.keyDatabase.read { connection in
      try connection.first("SELECT COUNT(*) FROM householdKey WHERE isMadeHere = 0") {
        try $0.integer(0)
      }
    }
    #expect(keys == 1)
    try environment.vault.lock()
    #expect(try environment.enrolledLaptop().synchronise().isInSync)
  }
}
