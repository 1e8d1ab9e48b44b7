import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SQLiteDatabase
import SyncProtocol
import Synchronization
import TestSupport
import VisitModel
import WireFormat

/// An office, its site and enrolled laptops on their first morning, as files: what a story begins with.
struct Company {
  /// A store and its household keys.
  struct Stores {
    let store: SQLiteFile
    let keys: SQLiteFile

    init(store: SQLiteFile, keys: SQLiteFile) {
      self.store = store
      self.keys = keys
    }

    init() throws {
      store = try SQLiteFile(path: "", kind: .memory)
      keys = try SQLiteFile(path: "", kind: .memory)
    }

    /// With a shelf, on connections that stories before this one have used, if there are any.
    init(copying other: Stores, on shelf: MemoryShelf?) throws {
      store = try Self.copy(other.store, on: shelf)
      keys = try Self.copy(other.keys, on: shelf)
    }

    private static func copy(_ file: SQLiteFile, on shelf: MemoryShelf?) throws -> SQLiteFile {
      guard let shelf else { return try SQLiteFile(inMemory: file) }
      return try SQLiteFile(inMemory: file, on: shelf)
    }
  }

  struct LaptopFiles {
    let stores: Stores
    let secrets: MemorySecretFile
  }

  let clock: TestClock
  let secrets: OfficeSecrets
  let office: Stores
  let site: ScopeID
  private(set) var laptops: [LaptopFiles] = []
  /// What was written and read until then.
  let envelopes: RememberedEnvelopes

  /// For all stories of the process.
  static let shelf = MemoryShelf()
  /// Founding draws from seeds that no story has.
  private static let mask: UInt64 = 0x5EED_F00D_0000_0000
  static let siteCode = "S1"
  static let households = 6

  /// Founds an office with one site and enrols so many laptops at it.
  init(seed: UInt64, laptops count: Int) throws {
    let envelopes = RememberedEnvelopes()
    self = try RememberedEnvelopes.$inPlace.withValue(envelopes) {
      try Company(seed: seed, laptops: count, envelopes)
    }
  }

  private init(seed: UInt64, laptops count: Int, _ envelopes: RememberedEnvelopes) throws {
    self.envelopes = envelopes
    let clock = TestClock("2026-09-01 08:00")
    self.clock = clock
    let randomness = Randomness.seeded(seed ^ Self.mask)
    guard let secrets = OfficeSecrets(randomness), let code = UnitCode(Self.siteCode) else {
      throw StoreFault.damaged("no office keys")
    }
    self.secrets = secrets
    self.office = try Stores()
    let office = try Office.initialise(
      OfficeEnvironment(
        database: self.office.store, keyDatabase: self.office.keys, randomness: randomness,
        clock: { clock.reading() }, boot: BootID(high: 0, low: seed), zone: .china,
        program: "rounds-server/simulation"), secrets, name: "Office")
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
    for number in 0..<count {
      laptops.append(try enrolled(roles[number % 3], number, office, seed))
    }
  }

  private init(copying other: Company, on shelf: MemoryShelf?) throws {
    clock = other.clock
    secrets = other.secrets
    office = try Stores(copying: other.office, on: shelf)
    site = other.site
    envelopes = RememberedEnvelopes(after: other.envelopes)
    for one in other.laptops {
      let file = MemorySecretFile()
      if let bytes = try one.secrets.load() { try file.save(bytes) }
      laptops.append(LaptopFiles(stores: try Stores(copying: one.stores, on: shelf), secrets: file))
    }
  }

  /// The same company, to be changed.
  func copied(on shelf: MemoryShelf?) throws -> Company { try Company(copying: self, on: shelf) }

  private static let known = Mutex<[Int: Company]>([:])

  /// A company that is founded once in a process and never changed; its seed is its own, so that each
  /// story is the same whichever were played before.
  static func founded(laptops count: Int) throws -> Company {
    try known.withLock { known in
      if let company = known[count] { return company }
      // For stories with a known bug and for those without.
      let company = try KnownBug.$active.withValue(nil) {
        // Copied once, so that it lies on the shelf, which knows then how it is laid out.
        try Company(seed: UInt64(count), laptops: count).copied(on: shelf)
      }
      known[count] = company
      return company
    }
  }

  private func enrolled(
    _ role: Role, _ number: Int, _ office: Office, _ seed: UInt64
  ) throws -> LaptopFiles {
    let account = try office.addAccount(name: "P\(number)", role: role, sites: [site])
    let code = try office.invite(account)
    let files = LaptopFiles(stores: try Stores(), secrets: MemorySecretFile())
    let (clock, transport) = (clock, OfficeInProcess(office))
    var field = FieldEnvironment(
      database: files.stores.store, keyDatabase: files.stores.keys, secrets: files.secrets,
      randomness: .seeded((seed &* 1000 &+ UInt64(number) &+ 1) ^ Self.mask),
      clock: { clock.reading() },
      boot: BootID(high: 1, low: UInt64(number)), zone: .china, program: "rounds/simulation",
      connect: { _, _ in transport })
    field.machine = Array("machine \(number)".utf8)
    field.passphraseCost = .least
    try field.prepare()
    _ = try field.enrol(
      url: "http://office", authorities: nil, code: code.text, laptopName: "L\(number)")
    _ = try Laptop(field).synchronise()
    return files
  }
}
