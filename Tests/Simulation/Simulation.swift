import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import OfficeWork
import RecordStore
import SQLiteDatabase
import SeededRandom
import SyncProtocol
import TestSupport
import VisitModel

/// One seed, one story: an office, some laptops, and everything that goes wrong between them, in one
/// thread. The same seed tells the same story, but for the ephemeral keys that HPKE draws itself.
///
/// Everything of the product is real (engine, store on SQLite, sync, sampling, admission, signatures);
/// simulated are the network, the clocks, and the moments at which a process stops.
package final class Simulation {
  package let seed: UInt64
  package internal(set) var trace: [String] = []
  package internal(set) var counts: [String: Int] = [:]
  var random: SplitMix64
  let clock: TestClock
  let folder: URL
  let site: ScopeID
  let siteCode: String
  let faults: Faults
  var office: Office
  var officeDatabase: KillableDatabase
  let inProcess: OfficeInProcess
  let network: SimulatedNetwork
  var machines: [Machine] = []
  var copies = 0
  var officeCopies: [(store: String, keys: String)] = []
  var laptopCopies: [(machine: Int, store: String, keys: String)] = []
  /// What a program said is saved, while any store still holds it.
  var saved: Set<BundleID> = []

  static let households = 6

  package init(seed: UInt64) throws {
    self.seed = seed
    random = SplitMix64(seed: seed)
    faults = Faults(&random)
    let clock = TestClock("2026-09-01 08:00")
    self.clock = clock
    // The same seed may be played twice at once.
    folder = URL(fileURLWithPath: "/dev/shm/rounds-simulation-\(UUID().uuidString)")
    let randomness = Randomness.seeded(seed)
    guard let secrets = OfficeSecrets(randomness), let code = UnitCode("S1") else {
      throw StoreFault.damaged("no office keys")
    }
    officeDatabase = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    let environment = OfficeEnvironment(
      database: officeDatabase, keyDatabase: try SQLiteFile(path: "", kind: .memory),
      randomness: randomness, clock: { clock.reading() }, boot: BootID(high: 0, low: seed),
      zone: .china, program: "rounds-server/simulation")
    office = try Office.initialise(environment, secrets, name: "Office")
    inProcess = OfficeInProcess(office)
    network = SimulatedNetwork(inProcess, seed: seed &+ 1)
    siteCode = code.text
    _ = try office.importSites([
      SiteRow(
        code: code, name: "Site", city: "", propertyCompany: "", totalUnits: Self.households)
    ])
    site = office.scope(ofSite: code)
    _ = try office.importHouseholds(
      (1...Self.households).compactMap { number in
        UnitCode("1-\(100 + number)").map {
          HouseholdRow(
            unit: $0, kind: .dwelling, occupancy: .occupied, name: "N\(number)", telephone: nil,
            joinedOn: CivilDate("2026-01-01"), isRestricted: false)
        }
      }, of: site)
    let roles: [Role] = [.serviceSupervisor, .serviceOfficer, .companyVisitor]
    // Two to four laptops as a rule, ten now and then.
    for number in 0..<(random.below(20) == 0 ? 10 : 2 + random.below(3)) {
      machines.append(try enrolled(roles[number % 3]))
    }
  }

  deinit {
    do {
      if FileManager.default.fileExists(atPath: folder.path) {
        try FileManager.default.removeItem(at: folder)
      }
    } catch { FileHandle.standardError.write(Data("not removed: \(folder.path)\n".utf8)) }
  }

  /// A safety phase with faults, then a phase without in which everything must come together.
  package func run() throws {
    network.set(faults.network)
    // Short stories and long ones: the shorter a seed that breaks a promise, the better it is told.
    for _ in 0..<10 + random.below(40) { try act() }
    try settle()
    try judge()
  }

  func isBroken(_ what: String) throws -> Never {
    throw Broken(seed: seed, what: [what], trace: trace)
  }

  func note(_ what: String) { trace.append("\(clock.now.wallText(in: .china))  \(what)") }

  func count(_ what: String, _ number: Int = 1) { counts[what, default: 0] += number }

  private func enrolled(_ role: Role) throws -> Machine {
    let number = machines.count
    let account = try office.addAccount(name: "P\(number)", role: role, sites: [site])
    let code = try office.invite(account)
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    let clockError = ClockError()
    let field = try field(
      number, database, try SQLiteFile(path: "", kind: .memory), MemorySecretFile(), clockError)
    _ = try field.enrol(
      url: "http://office", authorities: nil, code: code.text, laptopName: "L\(number)")
    let laptop = try Laptop(field)
    _ = try laptop.synchronise()
    return Machine("L\(number)", database, clockError, laptop)
  }

  func field(
    _ number: Int, _ database: KillableDatabase, _ keys: SQLiteFile, _ secrets: MemorySecretFile,
    _ clockError: ClockError
  ) throws -> FieldEnvironment {
    let (clock, network) = (clock, network)
    var field = FieldEnvironment(
      database: database, keyDatabase: keys, secrets: secrets,
      randomness: .seeded(seed &* 1000 &+ UInt64(number) &+ 1),
      clock: {
        let reading = clock.reading()
        return ClockReading(
          now: clockError.applied(to: reading.now), monotonicMs: reading.monotonicMs)
      }, boot: BootID(high: 1, low: UInt64(number)), zone: .china, program: "rounds/simulation",
      connect: { _, _ in network })
    field.machine = Array("machine \(number)".utf8)
    field.passphraseCost = .least
    try field.prepare()
    return field
  }
}

/// Which faults a seed knows, and how often, each act in a thousand.
struct Faults {
  let network: NetworkFaults
  let kill: Int
  let officeKill: Int
  let clock: Int
  let copy: Int
  let move: Int
  let future: Int
  let revocation: Int

  init(_ random: inout SplitMix64) {
    func rate(_ most: Int, _ random: inout SplitMix64) -> Int {
      random.below(2) == 0 ? 0 : random.below(most)
    }
    network = NetworkFaults(&random)
    kill = rate(300, &random)
    officeKill = rate(300, &random)
    clock = rate(100, &random)
    copy = rate(150, &random)
    move = rate(80, &random)
    future = rate(80, &random)
    revocation = rate(20, &random)
  }
}
