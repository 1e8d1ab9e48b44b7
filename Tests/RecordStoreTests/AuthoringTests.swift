import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("Writing on a replica")
struct AuthoringTests {
  private func author() throws -> Author {
    Author(
      key: try signingKey(1), account: AccountID(high: 0, low: 7), program: "test/1", zone: .china,
      boot: BootID(high: 0, low: 9))
  }

  private func store(writer: UInt64 = 5) throws -> Store {
    let store = try Store()
    try store.write { try $0.mintWriter(writer) }
    return store
  }

  private func edit(_ number: UInt64, _ text: String) -> RecordEdit {
    RecordEdit(.unit, recordID(number), [UnitField.code: .text(text)])
  }

  private func clock(_ minutes: Int) -> ClockReading {
    ClockReading(now: minute(minutes), monotonicMs: UInt64(minutes))
  }

  @Test("makes one chain over all scopes, from the first bundle on")
  func chain() throws {
    let store = try store()
    let author = try author()
    var written: [VerifiedBundle] = []
    for (number, scope) in [site, otherSite, site].enumerated() {
      written.append(
        try store.write {
          try $0.write(
            [edit(1, "\(number)")], in: scope, by: author, at: clock(number),
            delivery: .pending)
        })
    }
    #expect(written.map(\.bundle.header.previous) == [nil, written[0].link, written[1].link])
    #expect(written.map(\.bundle.header.writer) == [WriterID(5), WriterID(5), WriterID(5)])
    for bundle in written { #expect(try Verification.single(bundle.envelope) == bundle) }
    let pending = try store.read { try $0.log.pending(limit: 9) }
    #expect(pending.map(\.id) == written.map(\.id))
    #expect(try store.read { try $0.log.forks() }.isEmpty)
  }

  @Test("goes on with the chain after a new writer id was minted")
  func newWriter() throws {
    let store = try store()
    let author = try author()
    let first = try store.write {
      try $0.write([edit(1, "a")], in: site, by: author, at: clock(0), delivery: .pending)
    }
    try store.write { try $0.mintWriter(6) }
    let second = try store.write {
      try $0.write([edit(1, "b")], in: site, by: author, at: clock(1), delivery: .pending)
    }
    #expect(second.bundle.header.writer == WriterID(6))
    #expect(second.bundle.header.previous == first.link)
    #expect(try store.read { try $0.writerID() } == WriterID(6))
  }

  @Test("builds on the whole frontier unless the editor was shown less")
  func saw() throws {
    let store = try store()
    let author = try author()
    let first = try store.write {
      try $0.write([edit(1, "a")], in: site, by: author, at: clock(0), delivery: .pending)
    }
    let second = try store.write {
      try $0.write([edit(1, "b")], in: site, by: author, at: clock(1), delivery: .pending)
    }
    #expect(second.bundle.changes[0].saw == [first.change()])
    // Somebody whose form was open all the time was shown the first only.
    let stale = try store.write {
      try $0.write(
        [edit(1, "c")], in: site, saw: [recordID(1): [first.change()]], by: author, at: clock(2),
        delivery: .pending)
    }
    #expect(stale.bundle.changes[0].saw == [first.change()])
    let state = try #require(try store.state(of: unit(1)))
    #expect(state.conflicts == [UnitField.code])
    #expect(try store.read { try $0.frontier(of: unit(1)) }.count == 2)
    #expect(
      try store.read { try $0.frontier(of: unit(1), storedBy: minute(1)) } == [second.change()])
    #expect(try store.read { try $0.frontier(of: unit(1), storedBy: minute(-1)) }.isEmpty)
  }

  @Test("stores nothing of a bundle that breaks a bound, and does not move the chain")
  func tooLarge() throws {
    let store = try store()
    let author = try author()
    let before = try store.rows()
    let huge = RecordEdit(
      .unit, recordID(1), [UnitField.code: .bytes(Array(repeating: 0, count: 300_000))])
    for edits in [[huge], [], [edit(1, "a"), edit(1, "b")]] {
      #expect(throws: WireFault.self) {
        try store.write {
          try $0.write(edits, in: site, by: author, at: clock(0), delivery: .pending)
        }
      }
    }
    #expect(try store.rows() == before)
  }

  @Test("is refused while the installation has no writer id")
  func noWriter() throws {
    let store = try Store()
    let author = try author()
    #expect(throws: StoreFault.damaged("the store has no writer id")) {
      try store.write {
        try $0.write([edit(1, "a")], in: site, by: author, at: clock(0), delivery: .pending)
      }
    }
  }

  @Test("closes the books: each own bundle is in one state of delivery")
  func books() throws {
    let store = try store()
    let author = try author()
    var written: [BundleID] = []
    for number in 0..<4 {
      written.append(
        try store.write {
          try $0.write(
            [edit(1, "\(number)")], in: site, by: author, at: clock(number), delivery: .pending)
        }.id)
    }
    try store.write { replica -> Void in
      try replica.log.setDelivery(written[0], .received, reason: .none, receipt: [1])
      try replica.log.setDelivery(written[1], .held, reason: .unknownKey, receipt: [2])
      try replica.log.setDelivery(written[1], .held, reason: .unknownKey, receipt: nil)
    }
    let (counts, oldest) = try store.read { try $0.log.books() }
    let expected: [Delivery: Int] = [.pending: 2, .received: 1, .held: 1]
    #expect(counts == expected)
    #expect(oldest == minute(2))
    // A receipt once given is not forgotten by an answer without one.
    #expect(try store.read { try $0.log.bundle(written[1])?.receipt } == [2])
    #expect(try store.read { try $0.log.pending(limit: 1) }.map(\.id) == [written[2]])
  }

  @Test("gives scripts a token that reads back as what was shown")
  func token() {
    let saw = (0..<3).map {
      ChangeID(bundle: Digest(sha256: [UInt8($0)]), index: UInt32($0) << 24 | 1)
    }
    #expect(SawToken.changes(SawToken.text(saw)) == saw.sorted())
    #expect(SawToken.changes("")?.isEmpty == true)
    #expect(SawToken.changes(String(SawToken.text(saw).dropLast(2))) == nil)
    #expect(SawToken.changes("xyz") == nil)
  }
}
