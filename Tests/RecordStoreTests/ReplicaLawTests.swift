import ConflictFreeRecords
import RecordStore
import SeededRandom
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("The tables of a replica")
struct ReplicaLawTests {
  @Test(
    "are the same byte for byte for every order of arrival, and as the engine says",
    arguments: UInt64(0)..<40)
  func order(_ seed: UInt64) throws {
    var random = SplitMix64(seed: ~seed)
    let bundles = try BundleHistory(seed: seed, size: 24).bundles
    let straight = try Store()
    try straight.store(bundles)
    let expected = try straight.canonicalState()
    let rows = try straight.rows(of: ["record", "link"])
    for _ in 0..<3 {
      let other = try Store()
      try other.store(bundles.shuffled(using: &random))
      #expect(try other.canonicalState() == expected)
      #expect(try other.rows(of: ["record", "link"]) == rows)
    }
    let keys = Set(bundles.flatMap { $0.bundle.changes.map(RecordKey.init) })
    for key in keys {
      let whole = RecordState(of: bundles.flatMap { placedChanges(of: key, in: $0) })
      #expect(try straight.state(of: key) == whole)
    }
  }

  @Test("are rebuilt from the log as they were", arguments: UInt64(100)..<130)
  func rebuild(_ seed: UInt64) throws {
    var random = SplitMix64(seed: ~seed)
    let bundles = try BundleHistory(seed: seed, size: 24).bundles
    let store = try Store()
    try store.store(bundles.shuffled(using: &random))
    let before = try store.rows()
    var progress: [Int] = []
    try store.write { replica -> Void in
      try replica.rebuild(.sqlite) { done, total in progress += [done, total] }
    }
    #expect(try store.rows() == before)
    #expect(progress == [24, 24])
  }

  @Test("are rebuilt without what is held back", arguments: UInt64(200)..<210)
  func rebuildHeld(_ seed: UInt64) throws {
    var random = SplitMix64(seed: ~seed)
    let bundles = try BundleHistory(seed: seed, size: 20).bundles
    let store = try Store()
    var shown: [VerifiedBundle] = []
    for bundle in bundles {
      let isShown = random.below(3) > 0
      if isShown { shown.append(bundle) }
      try store.write { try $0.store(bundle, Admission(inView: isShown), at: minute(0)) }
    }
    let before = try store.rows()
    try store.write { try $0.rebuild(.sqlite) }
    #expect(try store.rows() == before)
    let without = try Store()
    try without.store(shown)
    #expect(try without.canonicalState() == store.canonicalState())
  }

  @Test(
    "show the same once the same bundles are admitted, in any order", arguments: UInt64(300)..<310)
  func admission(_ seed: UInt64) throws {
    var random = SplitMix64(seed: ~seed)
    let bundles = try BundleHistory(seed: seed, size: 20).bundles
    let straight = try Store()
    try straight.store(bundles)
    let store = try Store()
    try store.write { replica -> Void in
      for bundle in bundles {
        try replica.store(bundle, Admission(inView: false), at: minute(0))
      }
    }
    for bundle in bundles.shuffled(using: &random) {
      try store.write { try $0.admit(bundle, isLate: false) }
    }
    #expect(try store.canonicalState() == straight.canonicalState())
  }

  @Test(
    "show the same as if a bundle set aside had never come, and as before once it is acknowledged",
    arguments: UInt64(400)..<420)
  func setAside(_ seed: UInt64) throws {
    var random = SplitMix64(seed: ~seed)
    let bundles = try BundleHistory(seed: seed, size: 20).bundles
    let store = try Store()
    try store.store(bundles)
    let before = try store.canonicalState()
    let chosen = bundles[random.below(bundles.count)]
    try store.write { try $0.setAside(chosen.id, .held, .unknownKey, receipt: [1]) }
    let without = try Store()
    try without.store(bundles.filter { $0.id != chosen.id })
    #expect(try store.canonicalState() == without.canonicalState())
    #expect(
      try store.rows(of: ["record", "link"]) == without.rows(of: ["record", "link"]))
    #expect(try store.read { try $0.log.held() }.map(\.id) == [chosen.id])
    try store.write { try $0.acknowledge(chosen.id, receipt: [2]) }
    #expect(try store.canonicalState() == before)
    #expect(try store.read { try $0.log.held() }.isEmpty)
  }
}
