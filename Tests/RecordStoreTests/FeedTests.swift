import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import Testing
import VisitModel
import WireFormat

/// A page that does not continue a cursor at 0.
struct BrokenPage: Sendable, CustomTestStringConvertible {
  let claim: String
  let positions: [UInt64]
  var testDescription: String { claim }

  static let all: [BrokenPage] = [
    BrokenPage(claim: "a page that begins after a gap", positions: [2, 3, 4]),
    BrokenPage(claim: "a page with a gap inside", positions: [1, 3, 4]),
    BrokenPage(claim: "a page with a gap before its end", positions: [1, 2, 9]),
  ]
}

@Suite("A scope's feed")
struct FeedTests {
  private func bundles(_ count: Int) throws -> [VerifiedBundle] {
    var device = try Device(1)
    return try (0..<count).map { try device.write("\($0)") }
  }

  @Test("taken page by page moves the cursor and its digest, and ends equal to the office's")
  func pages() throws {
    let bundles = try bundles(5)
    let store = try Store()
    for (range, last) in [(0..<2, UInt64(2)), (2..<5, 5)] {
      let whole = SetDigest(bundles.prefix(Int(last)).map(\.id))
      try store.write {
        try $0.take(
          page(
            Array(bundles[range]), at: range.map { UInt64($0 + 1) }, digest: whole),
          Array(bundles[range]), at: minute(0))
      }
      let head = try #require(try store.read { try $0.feed.head(site) })
      #expect(head.position == last)
      #expect(head.feed == whole)
      #expect(head.view == whole)
      #expect(head.office == whole)
      #expect(head.epoch == officeEpoch)
      #expect(head.isFollowed)
      #expect(try store.read { try $0.isEqual(site) })
    }
    #expect(
      try store.read { try $0.feed.digest(of: site, at: 2) }
        == SetDigest(bundles.prefix(2).map(\.id)))
    #expect(try store.read { try $0.feed.digest(of: site, at: 0) } == SetDigest.empty)
    #expect(try store.read { try $0.feed.digest(of: site, at: 6) } == nil)
  }

  @Test("refuses a page with a gap and stores nothing of it", arguments: BrokenPage.all)
  func gap(_ row: BrokenPage) throws {
    let bundles = try bundles(3)
    let store = try Store()
    let before = try store.rows()
    #expect(throws: StoreFault.damaged("the page skips a position")) {
      try store.write { try $0.take(page(bundles, at: row.positions), bundles, at: minute(0)) }
    }
    #expect(try store.rows() == before)
  }

  @Test("refuses a page with another scope's bundle and stores nothing of it")
  func foreignScope() throws {
    var device = try Device(1)
    let bundles = [try device.write("here"), try device.write("there", in: otherSite)]
    let store = try Store()
    let before = try store.rows()
    #expect(throws: StoreFault.damaged("the page holds another scope's bundle")) {
      try store.write { try $0.take(page(bundles, at: [1, 2]), bundles, at: minute(0)) }
    }
    #expect(try store.rows() == before)
  }

  @Test("is not changed by a page taken again, nor by one that overlaps")
  func overlap() throws {
    let bundles = try bundles(3)
    let whole = SetDigest(bundles.map(\.id))
    let store = try Store()
    let full = page(bundles, at: [1, 2, 3], digest: whole)
    try store.write { try $0.take(full, bundles, at: minute(0)) }
    let before = try store.rows()
    try store.write { try $0.take(full, bundles, at: minute(5)) }
    #expect(try store.rows() == before)

    let other = try Store()
    let begin = page(Array(bundles.prefix(2)), at: [1, 2])
    try other.write { try $0.take(begin, Array(bundles.prefix(2)), at: minute(0)) }
    let rest = page(Array(bundles.suffix(2)), at: [2, 3], digest: whole)
    try other.write { try $0.take(rest, Array(bundles.suffix(2)), at: minute(0)) }
    #expect(try other.rows() == before)
  }

  @Test("brings a held bundle and one's own pending one into line with the office")
  func heldAndOwn() throws {
    let bundles = try bundles(2)
    let store = try Store()
    try store.write { replica -> Void in
      let held = Admission(inView: false, reason: .unknownKey)
      try replica.store(bundles[0], held, at: minute(0))
      try replica.store(
        bundles[1], Admission(inView: true, delivery: .pending), at: minute(0))
    }
    try store.write { try $0.take(page(bundles, at: [1, 2]), bundles, at: minute(1)) }
    let head = try #require(try store.read { try $0.feed.head(site) })
    #expect(head.view == SetDigest(bundles.map(\.id)))
    #expect(head.feed == head.view)
    #expect(try store.read { try $0.log.held() }.isEmpty)
    // Met in the feed: the office has it, whatever became of the receipt.
    #expect(try store.read { try $0.log.bundle(bundles[1].id)?.delivery } == .confirmed)
    #expect(try store.read { try $0.log.bundle(bundles[0].id)?.delivery } == Delivery.none)
  }

  @Test("is not equal while the digest differs, before the first page, or for an unknown scope")
  func unequal() throws {
    let bundles = try bundles(1)
    let store = try Store()
    #expect(try !store.read { try $0.isEqual(site) })
    try store.write { try $0.follow(site) }
    #expect(try !store.read { try $0.isEqual(site) })
    let lying = page(bundles, at: [1], digest: SetDigest([Digest(sha256: [1])]))
    try store.write { try $0.take(lying, bundles, at: minute(0)) }
    #expect(try !store.read { try $0.isEqual(site) })
  }

  @Test("gives published bundles positions without a gap, in the order of publishing")
  func publish() throws {
    let bundles = try bundles(4)
    let store = try Store()
    try store.store(bundles)
    for bundle in bundles.reversed() { try store.write { try $0.publish(bundle.id, in: site) } }
    let (items, more) = try store.read {
      try $0.feed.page(of: site, after: 0, bytesMax: .max)
    }
    #expect(items.map(\.position) == [1, 2, 3, 4])
    #expect(items.map(\.envelope) == bundles.reversed().map(\.envelope))
    #expect(!more)
    let head = try #require(try store.read { try $0.feed.head(site) })
    #expect(head.position == 4)
    #expect(head.feed == SetDigest(bundles.map(\.id)))
  }

  @Test("is cut into pages of the size asked for, and of one bundle at least")
  func pageSize() throws {
    let bundles = try bundles(4)
    let store = try Store()
    try store.store(bundles)
    for bundle in bundles { try store.write { try $0.publish(bundle.id, in: site) } }
    let sizes = bundles.map(\.envelope.count)
    let rows: [(after: UInt64, bytesMax: Int, positions: [UInt64], more: Bool)] = [
      (0, 0, [1], true), (0, 1, [1], true), (0, sizes[0] + sizes[1] - 1, [1], true),
      (0, sizes[0] + sizes[1], [1, 2], true), (2, 1 << 20, [3, 4], false), (3, 0, [4], false),
      (4, 1 << 20, [], false), (9, 1 << 20, [], false),
    ]
    for row in rows {
      let (items, more) = try store.read {
        try $0.feed.page(of: site, after: row.after, bytesMax: row.bytesMax)
      }
      #expect(items.map(\.position) == row.positions, "after \(row.after), \(row.bytesMax)")
      #expect(more == row.more, "after \(row.after), \(row.bytesMax)")
    }
  }

  @Test("taken from 0 again ends where it was, with every bundle kept and nothing said too early")
  func restart() throws {
    let bundles = try bundles(3)
    let store = try Store()
    let full = page(bundles, at: [1, 2, 3])
    try store.write { try $0.take(full, bundles, at: minute(0)) }
    let state = try store.canonicalState()
    let feed = try store.rows(of: ["feed"])
    try store.write { try $0.restart(site, in: full.epoch) }
    #expect(try !store.read { try $0.isEqual(site) })
    let head = try #require(try store.read { try $0.feed.head(site) })
    #expect(head.position == 0)
    #expect(head.feed == SetDigest.empty)
    #expect(head.epoch == full.epoch)
    #expect(head.keyCursor == 0)
    #expect(head.view.count == 3)
    #expect(try store.canonicalState() == state)
    try store.write { try $0.take(full, bundles, at: minute(1)) }
    #expect(try store.canonicalState() == state)
    #expect(try store.rows(of: ["feed"]) == feed)
    #expect(try store.read { try $0.isEqual(site) })
  }

  @Test("names the scopes whose receipts it has not borne out, until it does")
  func unconfirmed() throws {
    let bundles = try bundles(2)
    let store = try Store()
    try store.write { replica -> Void in
      for bundle in bundles {
        try replica.store(bundle, Admission(inView: true, delivery: .pending), at: minute(0))
      }
      try replica.log.setDelivery(bundles[0].id, .received, reason: .none, receipt: [1])
    }
    #expect(try store.read { try $0.log.unconfirmedScopes() } == [site])
    let full = page(bundles, at: [1, 2])
    try store.write { try $0.take(full, bundles, at: minute(1)) }
    #expect(try store.read { try $0.log.unconfirmedScopes() }.isEmpty)
    // Before the feed is taken anew, nothing is borne out any more.
    try store.write { try $0.restart(site, in: full.epoch) }
    #expect(try store.read { try $0.log.unconfirmedScopes() } == [site])
    try store.write { try $0.take(full, bundles, at: minute(2)) }
    #expect(try store.read { try $0.log.unconfirmedScopes() }.isEmpty)
  }
}
