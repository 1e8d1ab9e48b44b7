package import FieldWork
import Fingerprint
package import OfficeWork
import RecordStore
import SQLiteDatabase
import SyncProtocol
package import VisitModel

/// An office with one site and laptops at it: real engine, real SQLite in memory, real signatures.
package struct World {
  package private(set) var office: Office
  package let transport: OfficeInProcess
  package let clock: TestClock
  package let site: ScopeID
  package let siteCode: String
  package private(set) var laptops: [Laptop] = []
  private let seed: UInt64

  /// - Parameters:
  ///   - households: how many units, all occupied.
  ///   - roles: one laptop for each.
  package init(seed: UInt64, households: Int = 12, roles: [Role]) throws {
    self.seed = seed
    let clock = TestClock("2026-09-01 08:00")
    self.clock = clock
    let randomness = Randomness.seeded(seed)
    guard let secrets = OfficeSecrets(randomness), let code = UnitCode("S1"),
      let cheap = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)
    else {
      throw StoreFault.damaged("no office keys")
    }
    var environment = OfficeEnvironment(
      database: try SQLiteFile(path: "", kind: .memory),
      keyDatabase: try SQLiteFile(path: "", kind: .memory), randomness: randomness,
      clock: { clock.reading() }, boot: BootID(high: 0, low: seed), zone: .china,
      program: "rounds-server/test")
    environment.passwordCost = cheap
    office = try Office.initialise(environment, secrets, name: "Office")
    transport = OfficeInProcess(office)
    siteCode = code.text
    _ = try office.importSites([
      SiteRow(code: code, name: "Site", city: "", propertyCompany: "", totalUnits: households)
    ])
    site = office.scope(ofSite: code)
    _ = try office.importHouseholds(
      (1...max(1, households)).compactMap { number in
        UnitCode("1-\(100 + number)").map {
          HouseholdRow(
            unit: $0, kind: .dwelling, occupancy: .occupied, name: "N\(number)",
            telephone: nil, joinedOn: CivilDate("2026-01-01"), isRestricted: false)
        }
      }, of: site)
    for role in roles { laptops.append(try enrolled(role)) }
  }

  /// A further laptop, enrolled and synced.
  package mutating func add(_ role: Role) throws -> Laptop {
    let laptop = try enrolled(role)
    laptops.append(laptop)
    return laptop
  }

  /// Puts another office in the place of this one, as a restore does.
  package mutating func move(to office: Office) {
    self.office = office
    transport.serve(office)
  }

  private func enrolled(_ role: Role) throws -> Laptop {
    let number = laptops.count
    let account = try office.addAccount(name: "P\(number)", role: role, sites: [site])
    let code = try office.invite(account)
    let field = try environment(number)
    _ = try field.enrol(
      url: "http://office", authorities: nil, code: code.text, laptopName: "L\(number)")
    let laptop = try Laptop(field)
    _ = try laptop.synchronise()
    return laptop
  }

  package func environment(_ number: Int) throws -> FieldEnvironment {
    let transport = transport
    let clock = clock
    var field = FieldEnvironment(
      database: try SQLiteFile(path: "", kind: .memory),
      keyDatabase: try SQLiteFile(path: "", kind: .memory), secrets: MemorySecretFile(),
      randomness: .seeded(seed &* 1000 &+ UInt64(number) &+ 1), clock: { clock.reading() },
      boot: BootID(high: 1, low: UInt64(number)), zone: .china, program: "rounds/test",
      connect: { _, _ in transport })
    let folder = MemoryFolder()
    field.secretFile = { folder.file($0) }
    field.unlockedKeys = MemoryKeys()
    field.machine = Array("machine \(number)".utf8)
    field.passphraseCost = .least
    try field.prepare()
    return field
  }

  /// The canonical state of the site on a replica.
  package func state(_ laptop: Laptop) throws -> [UInt8] {
    try laptop.read { try CanonicalState.text(of: site, in: $0) }
  }

  package func officeState() throws -> [UInt8] {
    try office.read { try CanonicalState.text(of: site, in: $0) }
  }

  /// A visit with nothing unusual about it.
  package func visit(
    _ unit: Int, start: String = "2026-09-02 10:00", end: String = "2026-09-02 10:20",
    text: String = "ok"
  ) throws -> VisitInput {
    guard let start = Instant(start, defaultZone: .china),
      let end = Instant(end, defaultZone: .china)
    else { throw StoreFault.damaged("a time in a test") }
    var input = VisitInput(household: "1-\(100 + unit)", start: start, end: end)
    input.mode = .office
    input.items = [.init(topic: .cleaning, kind: .opinion, text: text)]
    input.signature = .signed
    return input
  }
}
