import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import SeededRandom
import VisitModel
import WireFormat

/// Bundles of several devices about few records, each written on what its device knew then.
struct BundleHistory {
  /// In the order of writing, ancestors first.
  private(set) var bundles: [VerifiedBundle] = []
  private var devices: [Device]
  /// By device: indices into `bundles`.
  private var known: [Set<Int>]
  private var random: SplitMix64

  init(seed: UInt64, size: Int) throws {
    devices = [try Device(1), try Device(2), try Device(3)]
    known = Array(repeating: [], count: devices.count)
    random = SplitMix64(seed: seed)
    for _ in 0..<size { try act() }
  }

  /// Somebody syncs with somebody else, or not, and writes about one or two records.
  private mutating func act() throws {
    let writer = random.below(devices.count)
    if random.below(2) == 0 {
      let source = random.below(devices.count)
      let news = known[source]
      known[writer].formUnion(news)
    }
    let (first, second) = (random.below(4), random.below(4))
    var changes = [change(of: Self.key(first), by: writer)]
    if random.below(3) == 0, second != first {
      changes.append(change(of: Self.key(second), by: writer))
    }
    // Clocks are hours apart, and stand still now and then.
    let claimed = minute(bundles.count / 2 + 300 * writer)
    let bundle = try devices[writer].write(changes, at: claimed)
    known[writer].insert(bundles.count)
    bundles.append(bundle)
  }

  private static func key(_ number: Int) -> RecordKey {
    // Two records of a known type and two of a type that only a later program knows.
    RecordKey(
      scope: site, type: number < 2 ? .unit : RecordType(9999), id: recordID(UInt64(number % 2)))
  }

  private mutating func change(of key: RecordKey, by writer: Int) -> Change {
    let placed = known[writer].sorted().flatMap { placedChanges(of: key, in: bundles[$0]) }
    let overwritten = Set(placed.flatMap(\.saw))
    var fields: [UInt32: Value] = [:]
    for _ in 0...random.below(2) {
      let field = UInt32(1 + random.below(3))
      fields[field] = .integer(Int64(random.below(3)))
    }
    if random.below(3) == 0 { fields[4] = .reference(unit(UInt64(random.below(3)))) }
    return Change(
      type: key.type, record: key.id,
      saw: placed.map(\.id).filter { !overwritten.contains($0) },
      fields: fields.map { Change.Field(number: $0.key, value: $0.value) })
  }
}

extension RecordKey {
  /// The record that a change of the site is about.
  init(_ change: Change) {
    self.init(scope: site, type: change.type, id: change.record)
  }
}

/// The changes of one record that a bundle holds.
func placedChanges(of key: RecordKey, in bundle: VerifiedBundle) -> [PlacedChange] {
  bundle.bundle.changes.enumerated().compactMap { index, change in
    RecordKey(change) == key
      ? PlacedChange(
        change, index: index, of: bundle.id, claimedAt: bundle.bundle.header.claimedAt) : nil
  }
}
