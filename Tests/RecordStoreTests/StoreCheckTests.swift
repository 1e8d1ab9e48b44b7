import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("A store in which something rotted")
struct StoreCheckTests {
  /// A store with a bundle of another device that the feed brought, and one of this device that is not
  /// sent.
  private struct Sample {
    let store: Store
    let own: VerifyingKey
    let unsent: BundleID
    /// The feed's only page holds it.
    let brought: VerifiedBundle
    var others: BundleID { brought.id }

    init() throws {
      var other = try Device(1)
      var device = try Device(2)
      let fed = try other.write("theirs")
      let written = try device.write("ours")
      store = try Store()
      own = device.key.verifyingKey
      unsent = written.id
      brought = fed
      try store.write { replica -> Void in
        try replica.take(page([fed], at: [1]), [fed], at: minute(0))
        try replica.store(written, Admission(inView: true, delivery: .pending), at: minute(1))
      }
    }

    func rot(_ statement: String, _ arguments: [SQLValue] = []) throws {
      let changed = try store.write { try $0.connection.run(statement, arguments) }
      #expect(changed > 0)
    }

    func check() throws -> LogCheck {
      try store.read { try $0.checkLog(office: nil, own: own) }
    }

    func feedFaults() throws -> [FeedSoundness.Fault] {
      try store.read { try $0.feedFaults() }
    }

    func takePage() throws {
      try store.write { try $0.take(page([brought], at: [1]), [brought], at: minute(2)) }
    }

    func pending() throws -> [BundleID] {
      try store.read { try $0.log.pending(limit: 9).map(\.id) }
    }
  }

  @Test(
    "names a bundle that is shown and must not be, or must be and is not, and mends that",
    arguments: [0, 2, -1])
  func view(_ number: Int) throws {
    let sample = try Sample()
    #expect(try sample.check().misfiled == 0)
    try sample.rot("UPDATE bundle SET inView = ?", [.integer(number)])
    #expect(try sample.check().misfiled == 2)
    #expect(try sample.store.write { try $0.mendViews(own: sample.own) } == 2)
    #expect(try sample.check().misfiled == 0)
    #expect(try sample.store.read { try $0.unsoundScopes() }.isEmpty)
    // Held by the office: no part of the state.
    try sample.rot(
      "UPDATE bundle SET delivery = 3, inView = 1 WHERE id = ?", [.blob(sample.unsent.bytes)])
    #expect(try sample.store.write { try $0.mendViews(own: sample.own) } == 1)
    #expect(try sample.store.write { try $0.mendViews(own: sample.own) } == 0)
  }

  @Test("names a computed table whose columns are called otherwise")
  func columns() throws {
    let sample = try Sample()
    let empty = try SQLiteFile(path: "", kind: .memory)
    #expect(
      try ViewCheck.differences(in: sample.store.database, computedIn: empty).isEmpty)
    _ = try sample.store.write {
      try $0.connection.run("ALTER TABLE householdIndex RENAME COLUMN unit TO unitThen")
    }
    let other = try SQLiteFile(path: "", kind: .memory)
    #expect(
      try ViewCheck.differences(in: sample.store.database, computedIn: other)
        == ["householdIndex"])
  }

  @Test("names an own bundle that does not wait to be sent, and sends it", arguments: [0, 3, 5, 9])
  func unsent(_ number: Int) throws {
    let sample = try Sample()
    #expect(try sample.check().withoutReceipt == 0)
    try sample.rot(
      "UPDATE bundle SET delivery = ? WHERE id = ?",
      [.integer(number), .blob(sample.unsent.bytes)])
    #expect(try sample.check().withoutReceipt == 1)
    #expect(try sample.pending().isEmpty)
    try sample.store.write { try $0.log.sendUnanswered(of: sample.own) }
    #expect(try sample.pending() == [sample.unsent])
    #expect(try sample.check().withoutReceipt == 0)
  }

  @Test("sends nothing that the feed brought, whoever wrote it")
  func fed() throws {
    let sample = try Sample()
    let writer = try signingKey(1).verifyingKey
    try sample.store.write { try $0.log.sendUnanswered(of: writer) }
    #expect(try sample.pending() == [sample.unsent])
    #expect(
      try sample.store.read { try $0.checkLog(office: nil, own: writer).withoutReceipt } == 0)
  }

  @Test("does not take what came from the office for something to send")
  func notOurs() throws {
    let sample = try Sample()
    try sample.rot(
      "UPDATE bundle SET delivery = 1 WHERE id = ?", [.blob(sample.others.bytes)])
    #expect(try sample.check().withoutReceipt == 1)
    let office = try signingKey(9).verifyingKey
    try sample.store.write { try $0.log.mendDeliveries(office: office, own: sample.own) }
    #expect(try sample.check().withoutReceipt == 0)
    #expect(try sample.pending() == [sample.unsent])
  }

  @Test("never leaves an own or a carried bundle out of view without the office's word")
  func leftOut() throws {
    for own in [try signingKey(2).verifyingKey, try signingKey(3).verifyingKey] {
      let sample = try Sample()
      try sample.rot(
        "UPDATE bundle SET delivery = 0 WHERE id = ?", [.blob(sample.unsent.bytes)])
      let left = try sample.store.write { try $0.leaveOutUnadmitted(of: site, but: own) }
      #expect(left == 0)
      #expect(try sample.store.read { try $0.log.bundle(sample.unsent)?.inView } == true)
    }
  }

  @Test(
    "files a bundle again under what its envelope says",
    arguments: [
      "scope = zeroblob(16)", "device = zeroblob(32)", "previous = zeroblob(32)",
      "link = zeroblob(32)", "lastReceipt = zeroblob(32)", "claimedMs = claimedMs + 1",
    ])
  func misfiled(_ change: String) throws {
    let sample = try Sample()
    let before = try sample.store.rows(of: ["bundle"])
    #expect(try sample.check().misfiled == 0)
    try sample.rot("UPDATE bundle SET \(change) WHERE id = ?", [.blob(sample.unsent.bytes)])
    #expect(try sample.check().misfiled == 1)
    try sample.store.write { try $0.mendFiling() }
    #expect(try sample.check().misfiled == 0)
    #expect(try sample.store.rows(of: ["bundle"]) == before)
  }

  @Test(
    "names a feed that is not kept as it came, and takes it from 0 again",
    arguments: [
      "UPDATE feed SET bundle = (SELECT id FROM bundle WHERE delivery = 1)",
      "UPDATE feed SET bundle = zeroblob(32)", "UPDATE feed SET position = 2",
      "UPDATE feed SET digestCount = 2", "UPDATE feed SET digestSum = zeroblob(32)",
      "DELETE FROM feed", "UPDATE feed SET scope = zeroblob(16)",
      "UPDATE scopeHead SET position = 2", "UPDATE scopeHead SET feedCount = 2",
      "UPDATE scopeHead SET feedSum = zeroblob(32)",
    ])
  func feed(_ statement: String) throws {
    let sample = try Sample()
    let (rows, view) = try (sample.store.rows(of: ["feed"]), sample.store.canonicalState())
    #expect(try sample.feedFaults().isEmpty)
    try sample.rot(statement)
    #expect(try sample.feedFaults().map(\.scope).contains(site))
    try sample.store.write { try $0.mendFeeds() }
    #expect(try sample.feedFaults().isEmpty)
    #expect(try sample.store.read { try $0.feed.head(site) }?.position == 0)
    #expect(try sample.store.canonicalState() == view)
    try sample.takePage()
    #expect(try sample.feedFaults().isEmpty)
    #expect(try sample.store.rows(of: ["feed"]) == rows)
  }

  @Test("takes a feed from 0 again in which a name cannot be read", arguments: ["bundle", "scope"])
  func unreadableFeed(_ column: String) throws {
    let sample = try Sample()
    let rows = try sample.store.rows(of: ["feed"])
    try sample.rot("UPDATE feed SET \(column) = X'00'")
    #expect(throws: StoreFault.self) { try sample.feedFaults() }
    try sample.store.write { try $0.mendFeeds() }
    #expect(try sample.feedFaults().isEmpty)
    try sample.takePage()
    #expect(try sample.store.rows(of: ["feed"]) == rows)
  }

  @Test("fetches a bundle again that is in a feed and not in the log any more")
  func lostBundle() throws {
    let sample = try Sample()
    try sample.rot("DELETE FROM bundle WHERE delivery = 0")
    #expect(try sample.feedFaults() == [.missing(site, sample.others)])
    try sample.store.write { replica -> Void in
      try replica.rebuild(.sqlite)
      try replica.mendSums()
      try replica.mendFeeds()
    }
    #expect(try sample.feedFaults().isEmpty)
    try sample.takePage()
    #expect(try sample.store.read { try $0.log.contains(sample.others) })
    #expect(try sample.feedFaults().isEmpty)
  }

  @Test(
    "shows a record's row that differs from the log in any column",
    arguments: [
      "hasConflict = 1 - hasConflict", "hasParallel = 1 - hasParallel", "state = X'00'",
    ])
  func recordRows(_ change: String) throws {
    let sample = try Sample()
    func differences() throws -> [String] {
      try ViewCheck.differences(
        in: sample.store.database, computedIn: SQLiteFile(path: "", kind: .memory))
    }
    #expect(try differences().isEmpty)
    try sample.rot("UPDATE record SET \(change)")
    #expect(try differences() == ["\(site)"])
  }

  @Test("tells bytes that cannot be read as damage of the store, not of what a person gave")
  func unreadable() throws {
    let sample = try Sample()
    let state = try #require(try sample.store.state(of: unit(1)))
    try sample.rot("UPDATE record SET state = X'00'")
    do {
      _ = try sample.store.state(of: unit(1))
      Issue.record("read")
    } catch StoreFault.computedRow {}
    try sample.rot("UPDATE bundle SET envelope = X'00'")
    do {
      _ = try sample.store.read { try $0.records.changes(of: state) }
      Issue.record("read")
    } catch StoreFault.damaged {}
  }
}
