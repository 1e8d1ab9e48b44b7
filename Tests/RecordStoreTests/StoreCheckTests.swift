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
    let others: BundleID

    init() throws {
      var other = try Device(1)
      var device = try Device(2)
      let fed = try other.write("theirs")
      let written = try device.write("ours")
      store = try Store()
      own = device.key.verifyingKey
      unsent = written.id
      others = fed.id
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

    func pending() throws -> [BundleID] {
      try store.read { try $0.log.pending(limit: 9).map(\.id) }
    }
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
