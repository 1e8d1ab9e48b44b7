import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SyncProtocol
import Testing
import VisitModel
import WireFormat

let site = ScopeID(high: 0x51, low: 1)
let otherSite = ScopeID(high: 0x51, low: 2)
let officeEpoch = Epoch(high: 0xE0, low: 1)

func recordID(_ number: UInt64) -> RecordID { RecordID(high: 0x4E, low: number) }

func unit(_ number: UInt64, in scope: ScopeID = site) -> RecordKey {
  RecordKey(scope: scope, type: .unit, id: recordID(number))
}

/// Minutes after 2026-09-21 14:13:20 UTC.
func minute(_ minutes: Int) -> Instant {
  Instant(millisecondsSince1970: 1_790_000_000_000).advanced(
    byMilliseconds: Int64(minutes) * 60_000)
}

func signingKey(_ number: UInt8) throws -> SigningKey {
  try #require(SigningKey(seed: Array(repeating: number, count: 32)))
}

extension Change {
  /// What somebody wrote about a unit.
  static func ofUnit(
    _ number: UInt64 = 1, _ fields: [UInt32: Value], saw: [ChangeID] = []
  ) -> Change {
    Change(
      type: .unit, record: recordID(number), saw: saw,
      fields: fields.map { Change.Field(number: $0.key, value: $0.value) })
  }
}

extension VerifiedBundle {
  /// The name of one of its changes.
  func change(_ index: Int = 0) -> ChangeID { ChangeID(bundle: id, index: UInt32(index)) }
}

/// A device that writes one bundle after the other, each naming the envelope before it.
struct Device {
  let key: SigningKey
  var writer = WriterID(1)
  /// The link that the next bundle names.
  var previous: Digest?

  init(_ number: UInt8) throws { key = try signingKey(number) }

  mutating func write(
    _ changes: [Change], in scope: ScopeID = site, at claimedAt: Instant = minute(0),
    lowestReader: UInt32 = BundleHeader.currentFormat
  ) throws -> VerifiedBundle {
    let header = BundleHeader(
      scope: scope, device: key.verifyingKey, writer: writer, previous: previous,
      claimedAt: claimedAt, zone: .china, boot: BootID(high: 0, low: 1), monotonicMs: 1,
      lastReceipt: nil, program: "test/1", account: AccountID(high: 0, low: 1),
      lowestReader: lowestReader)
    let bundle = try Signing.sign(Bundle(header: header, changes: changes), with: key)
    previous = bundle.link
    return bundle
  }

  mutating func write(_ text: String, in scope: ScopeID = site) throws -> VerifiedBundle {
    try write([.ofUnit(1, [UnitField.code: .text(text)])], in: scope)
  }
}

/// A replica on a database in memory.
struct Store {
  let database: SQLiteFile

  init() throws {
    database = try SQLiteFile(path: "", kind: .memory)
    try write { try Schema.prepare($0.connection, .sqlite) }
  }

  func read<Outcome>(_ body: (Replica) throws -> Outcome) throws -> Outcome {
    try database.read { try body(Replica($0)) }
  }

  @discardableResult
  func write<Outcome>(_ body: (Replica) throws -> Outcome) throws -> Outcome {
    try database.write { try body(Replica($0)) }
  }

  /// Stores bundles in view, a minute apart.
  func store(_ bundles: [VerifiedBundle]) throws {
    try write { replica -> Void in
      for (index, bundle) in bundles.enumerated() {
        try replica.store(bundle, Admission(inView: true), at: minute(index))
      }
    }
  }

  func state(of key: RecordKey) throws -> RecordState? {
    try read { try $0.records.state(of: key) }
  }

  func canonicalState(of scope: ScopeID = site) throws -> [UInt8] {
    try read { try CanonicalState.text(of: scope, in: $0) }
  }

  /// Every row of the tables, or of all tables there are, as text.
  func rows(of tables: [String] = []) throws -> [String] {
    try read { replica -> [String] in
      let connection = replica.connection
      var names = tables
      if names.isEmpty {
        names = try connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'") {
          try $0.text(0)
        }
      }
      var lines: [String] = []
      for table in names.sorted() {
        let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table)')") {
          try $0.text(0)
        }
        let row = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
        lines += try connection.rows(
          "SELECT '\(table): ' || \(row) FROM \(table) ORDER BY 1"
        ) { try $0.text(0) }
      }
      return lines
    }
  }
}

/// One page of a feed that holds the bundles from a position on.
func page(
  _ bundles: [VerifiedBundle], at positions: [UInt64], of scope: ScopeID = site,
  digest: SetDigest? = nil
) -> ScopePage {
  ScopePage(
    scope: scope, epoch: officeEpoch, standing: .inStep,
    items: zip(positions, bundles).map { FeedItem(position: $0, envelope: $1.envelope) },
    next: positions.last ?? 0, more: false,
    digest: digest ?? SetDigest(bundles.map(\.id)))
}
