import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SeededRandom
import Testing
import VisitModel
import WireFormat

@Suite("The state of a history")
struct StateVectorTests {
  @Test("is the text of the vectors, byte for byte, in any order and with repetition")
  func histories() throws {
    let file: StateFile = try VectorFile.read("states")
    file.histories.check { one in
      #expect(!one.envelopes.isEmpty, "\(one.name)")
      for (order, envelopes) in orders(of: one.envelopes) {
        try store(envelopes).read { connection in
          let replica = Replica(connection)
          let text = try CanonicalState.text(of: one.scope, in: replica)
          #expect(
            String(decoding: text, as: UTF8.self) == one.state, "\(one.name), \(order)")
          #expect(text == utf8(one.state), "\(one.name), \(order)")
          let head = try #require(try replica.feed.head(one.scope), "\(one.name), \(order)")
          #expect(head.view.description == one.digest.text, "\(one.name), \(order)")
          #expect(head.view.count == one.digest.count, "\(one.name), \(order)")
          #expect(head.view.sum == one.digest.sum, "\(one.name), \(order)")
          try check(one, replica, "\(one.name), \(order)")
        }
      }
    }
  }

  @Test("has conflicts, missing ancestors and parallel edits somewhere in the vectors")
  func coverage() throws {
    let file: StateFile = try VectorFile.read("states")
    let records = file.histories.all.flatMap(\.records)
    #expect(records.contains { $0.fields.contains { $0.conflict } })
    #expect(records.contains { !$0.missing.isEmpty })
    #expect(records.contains { $0.parallel })
    #expect(file.histories.all.contains { $0.envelopes.count > Int($0.digest.count) })
  }

  @Test("gives what a household signs the digest of the vectors, in any order")
  func signedContent() throws {
    let file: StateFile = try VectorFile.read("states")
    file.signedContent.check { one in
      #expect(!one.envelopes.isEmpty, "\(one.name)")
      let visit = RecordKey(scope: one.scope, type: .visit, id: one.visit)
      for (order, envelopes) in orders(of: one.envelopes) {
        let digest = try store(envelopes).read { connection in
          try SignedContent.digest(of: visit, in: Replica(connection))
        }
        #expect(digest == one.digest, "\(one.name), \(order)")
      }
    }
    #expect(Set(file.signedContent.all.map(\.digest)).count > 1)
  }

  /// The record rows of the history's scope, against the parts that the vector spells out.
  private func check(_ one: StateFile.History, _ replica: Replica, _ place: String) throws {
    var found: [(key: RecordKey, state: RecordState)] = []
    try replica.records.forEach(in: one.scope) { found.append((key: $0, state: $1)) }
    #expect(found.map(\.key.type.number) == one.records.map(\.type), "\(place)")
    #expect(found.map(\.key.id) == one.records.map(\.id), "\(place)")
    for (record, expected) in zip(found, one.records) {
      let state = record.state
      #expect(state.frontier == expected.frontier, "\(place)")
      #expect(state.missing == expected.missing, "\(place)")
      #expect(state.hasParallelEdits == expected.parallel, "\(place)")
      #expect(state.heads.keys.sorted() == expected.fields.map(\.number), "\(place)")
      #expect(
        state.conflicts == expected.fields.filter(\.conflict).map(\.number), "\(place)")
      for field in expected.fields {
        let heads = state.heads[field.number] ?? []
        #expect(heads.map(\.change) == field.heads.map(\.change), "\(place)")
        #expect(
          heads.map(\.claimedAt.millisecondsSince1970) == field.heads.map(\.claimedAtMs),
          "\(place)")
        #expect(
          heads.map { utf8(ValueText.json($0.value)) } == field.heads.map { utf8($0.value) },
          "\(place)")
      }
    }
  }

  /// A new replica that holds the envelopes, all in view.
  private func store(_ envelopes: [Hex]) throws -> SQLiteFile {
    let database = try SQLiteFile(path: "", kind: .memory)
    try database.write { connection in
      try Schema.prepare(connection, .sqlite)
      let replica = Replica(connection)
      for (minute, envelope) in envelopes.enumerated() {
        let bundle = try Verification.single(envelope.bytes)
        try replica.store(
          bundle, Admission(inView: true),
          at: Instant(millisecondsSince1970: 1_790_000_000_000 + Int64(minute) * 60_000))
      }
    }
    return database
  }

  /// As given, from behind, each twice, and ten times shuffled.
  private func orders(of envelopes: [Hex]) -> [(name: String, envelopes: [Hex])] {
    var orders = [
      (name: "as given", envelopes: envelopes),
      (name: "reversed", envelopes: envelopes.reversed()),
      (name: "repeated", envelopes: envelopes + envelopes),
    ]
    for seed in UInt64(1)...10 {
      var generator = SplitMix64(seed: seed)
      orders.append(
        (name: "shuffle \(seed)", envelopes: envelopes.shuffled(using: &generator)))
    }
    return orders
  }
}
