import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("A replica")
struct ReplicaTests {
  @Test("is not changed by a bundle that it has already")
  func twice() throws {
    let store = try Store()
    var device = try Device(1)
    let bundles = [try device.write("a"), try device.write("b")]
    try store.store(bundles)
    let before = try store.rows()
    let isNew = try store.write { replica in
      try bundles.map { try replica.store($0, Admission(inView: true), at: minute(99)) }
    }
    #expect(isNew == [false, false])
    // Not even when it is offered under other terms.
    try store.write { replica -> Void in
      let held = Admission(inView: false, delivery: .pending, reason: .unknownKey)
      try replica.store(bundles[0], held, at: minute(100), receipt: [1])
    }
    #expect(try store.rows() == before)
  }

  @Test("keeps the envelope as it came")
  func envelope() throws {
    let store = try Store()
    var device = try Device(1)
    let bundle = try device.write("a")
    try store.store([bundle])
    let logged = try #require(try store.read { try $0.log.bundle(bundle.id) })
    #expect(logged.envelope == bundle.envelope)
    #expect(logged.scope == site)
    #expect(logged.storedAt == minute(0))
    #expect(logged.receipt == nil)
    #expect(try Verification.single(logged.envelope) == bundle)
  }

  @Test("keeps a bundle that it holds back out of the state until it is admitted")
  func held() throws {
    let store = try Store()
    var device = try Device(1)
    let bundle = try device.write("a")
    try store.write { replica -> Void in
      let terms = Admission(inView: false, reason: .unknownKey)
      try replica.store(bundle, terms, at: minute(0))
    }
    #expect(try store.state(of: unit(1)) == nil)
    #expect(try store.read { try $0.feed.head(site) } == nil)
    #expect(try store.rows(of: ["record", "link", "feed"]).isEmpty)
    let waiting = try store.read { try $0.log.held() }
    #expect(waiting.map(\.id) == [bundle.id])
    #expect(waiting.map(\.reason) == [.unknownKey])

    try store.write { try $0.admit(bundle, isLate: true) }
    #expect(try store.state(of: unit(1))?.winner(UnitField.code) == .text("a"))
    #expect(try store.read { try $0.feed.head(site)?.view } == SetDigest([bundle.id]))
    #expect(try store.read { try $0.log.held() }.isEmpty)
    #expect(try store.read { try $0.log.bundle(bundle.id)?.isLate } == true)

    let admitted = try store.rows()
    try store.write { try $0.admit(bundle, isLate: false) }
    #expect(try store.rows() == admitted)
  }

  @Test("shows the same when a held ancestor is admitted after what was built on it")
  func heldAncestor() throws {
    var device = try Device(1)
    let first = try device.write("first")
    let second = try device.write([
      .ofUnit(1, [UnitField.code: .text("second")], saw: [first.change()])
    ])
    let store = try Store()
    try store.write { replica -> Void in
      try replica.store(first, Admission(inView: false), at: minute(0))
      try replica.store(second, Admission(inView: true), at: minute(1))
    }
    let early = try #require(try store.state(of: unit(1)))
    #expect(early.missing == [first.change()])
    #expect(early.winner(UnitField.code) == .text("second"))
    try store.write { try $0.admit(first, isLate: false) }
    let straight = try Store()
    try straight.store([first, second])
    #expect(try store.state(of: unit(1)) == straight.state(of: unit(1)))
    #expect(try store.canonicalState() == straight.canonicalState())
  }

  @Test("carries a later reader's bundle: logged, counted, and not interpreted")
  func laterReader() throws {
    let store = try Store()
    var device = try Device(1)
    let readable = try device.write("a")
    let later = try device.write(
      [.ofUnit(1, [UnitField.code: .text("later")], saw: [readable.change()])],
      lowestReader: BundleHeader.currentFormat + 1)
    try store.store([readable, later])
    #expect(try store.state(of: unit(1))?.winner(UnitField.code) == .text("a"))
    #expect(try store.state(of: unit(1))?.changes == [readable.change()])
    let head = try #require(try store.read { try $0.feed.head(site) })
    #expect(head.view == SetDigest([readable.id, later.id]))
    let logged = try #require(try store.read { try $0.log.bundle(later.id) })
    #expect(logged.envelope == later.envelope)
    let before = try store.rows(of: ["record"])
    try store.write { try $0.rebuild(.sqlite) }
    #expect(try store.rows(of: ["record"]) == before)
  }

  @Test("keeps the records of two scopes apart, even under one name")
  func scopes() throws {
    let store = try Store()
    var device = try Device(1)
    try store.store([try device.write("here"), try device.write("there", in: otherSite)])
    #expect(try store.state(of: unit(1))?.winner(UnitField.code) == .text("here"))
    #expect(
      try store.state(of: unit(1, in: otherSite))?.winner(UnitField.code) == .text("there"))
    #expect(try store.read { try $0.feed.heads().map(\.view.count) } == [1, 1])
  }

  @Test("finds records by what they belong to, as far as the winners say")
  func links() throws {
    let store = try Store()
    var device = try Device(1)
    func home(_ number: UInt64) -> RecordKey {
      RecordKey(scope: site, type: .household, id: recordID(number))
    }
    func attempt(at number: UInt64, saw: [ChangeID] = []) -> Change {
      Change(
        type: .attempt, record: recordID(1), saw: saw,
        fields: [.init(number: AttemptField.household, value: .reference(home(number)))])
    }
    let first = try device.write([attempt(at: 5)])
    try store.store([first])
    func members(of number: UInt64) throws -> [RecordID] {
      try store.read {
        try $0.records.members(.attemptAtHousehold, of: home(number)).map(\.key.id)
      }
    }
    #expect(try members(of: 5) == [recordID(1)])
    let second = try device.write([attempt(at: 6, saw: [first.change()])])
    try store.store([second])
    #expect(try members(of: 5).isEmpty)
    #expect(try members(of: 6) == [recordID(1)])
  }

  @Test("refuses to be opened by a program that knows less")
  func newerSchema() throws {
    let store = try Store()
    let later = Schema.version + 1
    try store.write { try Meta.set("schema", integer: later, $0.connection) }
    #expect(throws: StoreFault.newerSchema(found: later, known: Schema.version)) {
      try store.write { try Schema.prepare($0.connection, .sqlite) }
    }
    // Nothing was taken back by trying.
    #expect(try store.read { try Meta.integer("schema", $0.connection) } == later)
  }

  @Test("is prepared again without a change")
  func prepareTwice() throws {
    let store = try Store()
    var device = try Device(1)
    try store.store([try device.write("a")])
    let before = try store.rows()
    try store.write { try Schema.prepare($0.connection, .sqlite) }
    #expect(try store.rows() == before)
  }

  @Test("of an older program has its tables computed anew, from its log")
  func olderSchema() throws {
    let store = try Store()
    var device = try Device(1)
    try store.store([try device.write("a")])
    let before = try store.rows()
    try store.write {
      try Meta.set("schema", integer: 1, $0.connection)
      try $0.connection.run("UPDATE record SET state = X'0A00'")
      try $0.connection.run("DELETE FROM unitIndex")
    }
    #expect(throws: StoreFault.self) { try store.state(of: unit(1)) }
    try store.write { try Schema.prepare($0.connection, .sqlite) }
    #expect(try store.rows() == before)
  }

  @Test("of a program without the newest indexes has them at the next start, and no table anew")
  func olderIndexes() throws {
    let indexes = ["bundleDelivered", "recordEverywhere", "bundleWritten"]
    let store = try Store()
    var device = try Device(1)
    try store.store([try device.write("a")])
    try store.write {
      try Meta.set("schema", integer: 3, $0.connection)
      // No program writes this; it would not stand if the tables were computed from the log.
      try $0.connection.run("UPDATE record SET hasParallel = 7")
      for name in indexes { try $0.connection.run("DROP INDEX \(name)") }
    }
    try store.write { try Schema.prepare($0.connection, .sqlite) }
    let (found, version, untouched) = try store.read { replica in
      (
        try replica.connection.rows("SELECT name FROM sqlite_master WHERE type = 'index'") {
          try $0.text(0)
        },
        try Meta.integer("schema", replica.connection),
        try replica.connection.rows("SELECT hasParallel FROM record") { try $0.integer(0) }
      )
    }
    #expect(Set(indexes).isSubset(of: found))
    #expect(version == Schema.version)
    #expect(Set(untouched) == [7])
  }
}
