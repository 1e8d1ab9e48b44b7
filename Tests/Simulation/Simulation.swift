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
import WireFormat

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
  /// Whether copies of stores are files in this story.
  var isOnDisk: Bool { seed % 10 == 3 }
  /// Whether it opens every database anew and reads every envelope as if for the first time, and checks
  /// every signature; the others share that work (docs/decisions/0041-stories-that-share-work.md).
  let isAlone: Bool
  var officeCopies: [Company.Stores] = []
  var laptopCopies: [(machine: Int, stores: Company.Stores)] = []
  /// Of this story alone, so that it is the same whichever were played before.
  private let envelopes: RememberedEnvelopes
  /// What a program said is saved, while any store still holds it.
  var saved: Set<BundleID> = []

  package convenience init(seed: UInt64) throws {
    try self.init(seed: seed, isAlone: seed % 20 == 3)
  }

  package init(seed: UInt64, isAlone: Bool) throws {
    self.seed = seed
    self.isAlone = isAlone
    random = SplitMix64(seed: seed)
    faults = Faults(&random)
    // Two to four laptops as a rule, ten now and then.
    let laptops = random.below(20) == 0 ? 10 : 2 + random.below(3)
    // To found a company takes a third of a story's time, and no fault disturbs it: most begin with one
    // that was founded before.
    let company =
      try seed % 100 == 0
      ? Company(seed: seed, laptops: laptops)
      : Company.founded(laptops: laptops).copied(on: isAlone ? nil : Company.shelf)
    envelopes = company.envelopes
    let clock = TestClock(after: company.clock)
    self.clock = clock
    // The same seed may be played twice at once.
    folder = URL(fileURLWithPath: "/dev/shm/rounds-simulation-\(UUID().uuidString)")
    let randomness = Randomness.seeded(seed)
    officeDatabase = KillableDatabase(company.office.store)
    office = try Office(
      OfficeEnvironment(
        database: officeDatabase, keyDatabase: company.office.keys, randomness: randomness,
        clock: { clock.reading() }, boot: BootID(high: 0, low: seed), zone: .china,
        program: "rounds-server/simulation"), company.secrets)
    inProcess = OfficeInProcess(office)
    network = SimulatedNetwork(inProcess, seed: seed &+ 1)
    siteCode = Company.siteCode
    site = company.site
    for (number, files) in company.laptops.enumerated() {
      let database = KillableDatabase(files.stores.store)
      let clockError = ClockError()
      let field = try field(number, database, files.stores.keys, files.secrets, clockError)
      machines.append(Machine("L\(number)", database, clockError, try Laptop(field)))
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
    try RememberedSignatures.$inPlace.withValue(isAlone ? nil : RememberedSignatures()) {
      try RememberedEnvelopes.$inPlace.withValue(isAlone ? nil : envelopes) { try play() }
    }
  }

  private func play() throws {
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
