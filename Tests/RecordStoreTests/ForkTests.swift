import ConflictFreeRecords
import Fingerprint
import RecordStore
import Testing
import VisitModel
import WireFormat

/// Two bundles of one device, and what they tell of its history.
struct ForkRow: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable { case none, copy, restored }

  let claim: String
  let verdict: Verdict
  /// Changes the second device, a copy of the first after its first bundle.
  let change: @Sendable (inout Device) -> Void
  var scope = site
  var testDescription: String { claim }

  init(
    _ claim: String, _ verdict: Verdict, scope: ScopeID = site,
    _ change: @escaping @Sendable (inout Device) -> Void = { _ in }
  ) {
    self.claim = claim
    self.verdict = verdict
    self.scope = scope
    self.change = change
  }

  static let all: [ForkRow] = [
    ForkRow("one writer on two branches copied its directory", .copy),
    ForkRow("two writers on two branches: a backup was restored", .restored) {
      $0.writer = WriterID(2)
    },
    ForkRow("two branches in two scopes are one fork", .copy, scope: otherSite),
    ForkRow("a branch from nothing is another beginning, not this fork", .none) {
      $0.previous = Digest(sha256: [0])
    },
  ]
}

@Suite("A fork of a device's chain")
struct ForkTests {
  @Test("is noticed and told for what it is, and both branches are kept", arguments: ForkRow.all)
  func row(_ row: ForkRow) throws {
    var original = try Device(1)
    let first = try original.write("first")
    var copy = original
    row.change(&copy)
    let ours = try original.write("ours")
    let theirs = try copy.write("theirs", in: row.scope)
    let store = try Store()
    try store.store([first, ours, theirs])
    let forks = try store.read { try $0.log.forks() }
    switch row.verdict {
    case .none: #expect(forks.isEmpty)
    case .copy, .restored:
      #expect(forks.map(\.bundle) == [theirs.id])
      #expect(forks.map(\.other) == [ours.id])
      #expect(forks.map(\.device) == [original.key.verifyingKey])
      #expect(forks.map(\.isCopy) == [row.verdict == .copy])
      #expect(forks.map(\.seenAt) == [minute(2)])
    }
    for bundle in [first, ours, theirs] {
      #expect(try store.read { try $0.log.contains(bundle.id) })
    }
  }

  @Test("is none while a device goes on from where it was, whatever its writer id")
  func chain() throws {
    var device = try Device(1)
    var bundles: [VerifiedBundle] = []
    for number in 0..<6 {
      // Re-minting a writer id keeps the chain.
      device.writer = WriterID(UInt64(number / 2))
      bundles.append(try device.write("\(number)", in: number % 2 == 0 ? site : otherSite))
    }
    for order in [bundles, Array(bundles.reversed())] {
      let store = try Store()
      try store.store(order)
      #expect(try store.read { try $0.log.forks() }.isEmpty)
    }
  }

  @Test("is none between devices that both begin")
  func beginnings() throws {
    var a = try Device(1)
    var b = try Device(2)
    let store = try Store()
    try store.store([try a.write("a"), try b.write("b")])
    #expect(try store.read { try $0.log.forks() }.isEmpty)
  }

  @Test("is noticed between two beginnings of one device")
  func twoBeginnings() throws {
    let device = try Device(1)
    var (once, again) = (device, device)
    again.writer = WriterID(2)
    let store = try Store()
    try store.store([try once.write("once"), try again.write("again")])
    #expect(try store.read { try $0.log.forks() }.map(\.isCopy) == [false])
  }

  @Test("is noticed where one branch is held back")
  func heldBranch() throws {
    var original = try Device(1)
    let first = try original.write("first")
    var copy = original
    let ours = try original.write("ours")
    let theirs = try copy.write("theirs")
    let store = try Store()
    try store.store([first])
    try store.write { replica -> Void in
      try replica.store(ours, Admission(inView: false), at: minute(1))
      try replica.store(theirs, Admission(inView: true), at: minute(2))
    }
    #expect(try store.read { try $0.log.forks() }.map(\.isCopy) == [true])
  }

  @Test("of three branches is a copy if any two of them have one writer")
  func threeBranches() throws {
    var original = try Device(1)
    let first = try original.write("first")
    var restored = original
    restored.writer = WriterID(2)
    var copy = restored
    let bundles = [
      try original.write("original"), try restored.write("restored"), try copy.write("copy"),
    ]
    let store = try Store()
    try store.store([first] + bundles)
    let forks = try store.read { try $0.log.forks() }
    #expect(forks.map(\.bundle) == [bundles[1].id, bundles[2].id])
    #expect(forks.map(\.isCopy) == [false, true])
  }
}
