import ConflictFreeRecords
import Fingerprint
import LocalMachine
import OfficeWork
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SyncProtocol
import TestSupport
import VisitModel

/// An office's data directory, laid out as `rounds-server` lays it out and opened in this process:
/// how the bench makes data that would take the programs an hour.
struct OfficeFolder {
  let path: String
  let secrets: OfficeSecrets
  let identity: OfficeIdentity
  let randomness: Randomness

  /// Makes a new office.
  init(making path: String, seed: UInt64) throws {
    self.path = path
    randomness = .seeded(seed)
    guard let secrets = OfficeSecrets(randomness) else {
      throw BenchFault.setting("no office keys from the seed")
    }
    self.secrets = secrets
    let directory = try DataDirectory(path: path)
    try OwnerOnlyFile(path: directory.file("office.key")).save(secrets.file)
    identity = try Office.initialise(
      Self.environment(path, randomness), secrets, name: "Bench"
    ).identity
  }

  private init(at path: String, of other: OfficeFolder) {
    self.path = path
    secrets = other.secrets
    identity = other.identity
    randomness = other.randomness
  }

  /// The same office in a copy of its directory.
  func copied(to path: String) -> OfficeFolder { OfficeFolder(at: path, of: self) }

  /// Opens the office while no program serves it; its databases are closed when this returns.
  func open<Result>(_ body: (Office) throws -> Result) throws -> Result {
    try body(try Office(Self.environment(path, randomness), secrets))
  }

  private static func environment(
    _ path: String, _ randomness: Randomness
  ) throws -> OfficeEnvironment {
    OfficeEnvironment(
      database: try SQLiteFile(path: path + "/rounds.sqlite", kind: .server),
      keyDatabase: try SQLiteFile(path: path + "/keys.sqlite", kind: .server),
      randomness: randomness, clock: { SystemClock.reading() }, boot: SystemClock.boot(),
      zone: .china, program: "rounds-server/bench")
  }

  /// A challenge such as the office gives with each answer.
  func challenge(for device: VerifyingKey) -> [UInt8] {
    Challenge(secret: secrets.challengeKey).issue(to: device.bytes, at: SystemClock.reading().now)
  }
}

/// A site of the bench: how it is called, and its households.
struct BenchSite {
  let code: UnitCode
  let scope: ScopeID
  /// Those that are occupied, in the order of the roster.
  let households: [RecordKey]
  /// Of the same households.
  let units: [UnitCode]

  /// Imports a site and its roster.
  /// - Parameters:
  ///   - occupied: of each hundred units.
  ///   - hasNames: with a name and a telephone, sealed under a key of each household.
  init(
    _ code: String, units: Int, occupied: Int = 100, hasNames: Bool, _ office: Office
  ) throws {
    guard let code = UnitCode(code) else { throw BenchFault.setting("site \(code)") }
    self.code = code
    let scope = office.scope(ofSite: code)
    self.scope = scope
    _ = try office.importSites([
      SiteRow(
        code: code, name: code.text, city: "北京", propertyCompany: "金茂物业", totalUnits: units)
    ])
    var rows: [HouseholdRow] = []
    for number in 0..<units {
      // Four to a floor and twenty floors to a building, as in the demonstration.
      let address = "\(number / 80 + 1)-\(number % 80 / 4 + 1)0\(number % 4 + 1)"
      let isOccupied = number % 100 < occupied
      guard let unit = UnitCode(address) else { throw BenchFault.setting("unit \(address)") }
      rows.append(
        HouseholdRow(
          unit: unit, kind: .dwelling, occupancy: isOccupied ? .occupied : .vacant,
          name: hasNames && isOccupied ? "陈先生\(number)" : nil,
          telephone: hasNames && isOccupied ? "139\(10_000_000 + number)" : nil,
          joinedOn: nil, isRestricted: false))
    }
    let counts = try office.importHouseholds(rows, of: scope)
    guard counts.added == units else { throw BenchFault.setting("roster of \(code)") }
    self.units = rows.filter { $0.occupancy == .occupied }.map(\.unit)
    households = self.units.map { unit in
      let unit = RecordIdentity.unit(company: office.company, site: scope, code: unit)
      return RecordKey(
        scope: scope, type: .household, id: RecordIdentity.household(unit: unit, previous: nil))
    }
  }
}
