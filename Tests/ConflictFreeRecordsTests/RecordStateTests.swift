import ConflictFreeRecords
import Fingerprint
import Testing
import VisitModel

/// A change of one field, named by a number: the greater the number, the greater the name.
private func change(
  _ number: UInt64, _ value: Value, at milliseconds: Int64 = 0, seeing saw: [PlacedChange] = [],
  field: UInt32 = 1
) -> PlacedChange {
  PlacedChange(
    id: ChangeID(bundle: Digest(words: (number, 0, 0, 0)), index: 0),
    claimedAt: Instant(millisecondsSince1970: milliseconds), saw: saw.map(\.id).sorted(),
    fields: [Change.Field(number: field, value: value)])
}

private func sealed(_ key: UInt64, tag: UInt8, nonce: UInt8) -> Value {
  .sealed(
    SealedValue(
      keyID: DataKeyID(high: 0, low: key), nonce: Array(repeating: nonce, count: 12),
      ciphertext: Array(repeating: nonce, count: 20),
      equalityTag: Array(repeating: tag, count: 16)))
}

/// Two values written without knowing of each other, and whether that is a conflict.
struct Encounter: Sendable, CustomTestStringConvertible {
  let claim: String
  let a: Value
  let b: Value
  let isConflict: Bool
  var testDescription: String { claim }
}

@Suite("A field of a record")
struct RecordStateTests {
  private let yearMs: Int64 = 31_536_000_000

  @Test("that nobody wrote has no winner and no heads")
  func nothing() {
    #expect(RecordState.empty.winner(1) == nil)
    let nobody: [PlacedChange] = []
    #expect(RecordState(of: nobody) == .empty)
    #expect(RecordState(of: [change(1, .integer(1))]).values(2).isEmpty)
  }

  @Test("keeps both values of two people who did not meet, the later clock's first")
  func bothKept() {
    let early = change(9, .text("weekend"), at: 1000)
    let late = change(1, .text("weekday"), at: 2000)
    let state = RecordState(of: [early, late])
    #expect(state.values(1) == [.text("weekday"), .text("weekend")])
    #expect(state.winner(1) == .text("weekday"))
    #expect(state.conflicts == [1])
    #expect(state.hasParallelEdits)
  }

  @Test(
    "breaks a tie of the clocks by the name of the change",
    arguments: [(UInt64(1), UInt64(2)), (2, 1)])
  func tie(_ first: UInt64, _ second: UInt64) {
    let state = RecordState(
      of: [change(first, .integer(Int64(first))), change(second, .integer(Int64(second)))])
    #expect(state.winner(1) == .integer(2))
    #expect(state.values(1) == [.integer(2), .integer(1)])
  }

  @Test("breaks a tie inside one bundle by the index of the change")
  func tieOfIndex() {
    let bundle = Digest(sha256: [1])
    let changes = (UInt32(0)..<3).map {
      PlacedChange(
        id: ChangeID(bundle: bundle, index: $0), claimedAt: Instant(millisecondsSince1970: 5),
        saw: [], fields: [Change.Field(number: 1, value: .integer(Int64($0)))])
    }
    #expect(RecordState(of: changes).winner(1) == .integer(2))
  }

  @Test("never lets a clock ten years ahead hide what its owner did not see")
  func clockAhead() {
    let first = change(1, .integer(1), at: 0)
    let ahead = change(2, .integer(2), at: 10 * yearMs, seeing: [first])
    let unseen = change(3, .integer(3), at: 1000, seeing: [first])
    let state = RecordState(of: [first, ahead, unseen])
    #expect(state.values(1) == [.integer(2), .integer(3)])
    #expect(state.conflicts == [1])
  }

  @Test("takes the word of whoever saw the value, however far behind their clock")
  func clockBehind() {
    let ahead = change(1, .integer(1), at: 10 * yearMs)
    let behind = change(2, .integer(2), at: -10 * yearMs, seeing: [ahead])
    let state = RecordState(of: [ahead, behind])
    #expect(state.values(1) == [.integer(2)])
    #expect(state.conflicts.isEmpty)
    #expect(!state.hasParallelEdits)
  }

  @Test("is overwritten through changes that did not touch it")
  func throughOthers() {
    let first = change(1, .integer(1))
    let elsewhere = change(2, .integer(0), seeing: [first], field: 2)
    let last = change(3, .integer(3), seeing: [elsewhere])
    #expect(RecordState(of: [first, elsewhere, last]).values(1) == [.integer(3)])
    // Without the change between, nobody can tell that the first was seen.
    let partial = RecordState(of: [first, last])
    #expect(partial.values(1).count == 2)
    #expect(partial.missing == [elsewhere.id])
  }

  @Test(
    "is in conflict when two heads hold different values",
    arguments: [
      Encounter(claim: "equal numbers", a: .integer(1), b: .integer(1), isConflict: false),
      Encounter(claim: "other numbers", a: .integer(1), b: .integer(2), isConflict: true),
      Encounter(claim: "equal texts", a: .text("走"), b: .text("走"), isConflict: false),
      Encounter(
        claim: "texts that look equal and are other bytes", a: .text("\u{E9}"),
        b: .text("e\u{301}"), isConflict: true),
      Encounter(claim: "a number and its text", a: .integer(1), b: .text("1"), isConflict: true),
      Encounter(
        claim: "sealed texts with equal tag and key, sealed with other nonces",
        a: sealed(1, tag: 7, nonce: 1), b: sealed(1, tag: 7, nonce: 2), isConflict: false),
      Encounter(
        claim: "sealed texts with another tag", a: sealed(1, tag: 7, nonce: 1),
        b: sealed(1, tag: 8, nonce: 1), isConflict: true),
      Encounter(
        claim: "sealed texts under another key, whose tags say nothing",
        a: sealed(1, tag: 7, nonce: 1), b: sealed(2, tag: 7, nonce: 1), isConflict: true),
    ])
  func conflict(_ encounter: Encounter) {
    let state = RecordState(of: [change(1, encounter.a), change(2, encounter.b)])
    #expect(state.conflicts == (encounter.isConflict ? [1] : []))
    #expect(state.values(1).count == 2)
    #expect(state.hasParallelEdits)
  }

  @Test("is in conflict when only the last of three heads differs")
  func third() {
    let state = RecordState(
      of: [
        change(1, .integer(5), at: 3), change(2, .integer(5), at: 2), change(3, .integer(6), at: 1),
      ])
    #expect(state.conflicts == [1])
  }

  @Test("edited by two people in different places makes parallel edits and no conflict")
  func parallel() {
    let state = RecordState(
      of: [change(1, .integer(1), field: 1), change(2, .integer(2), field: 2)])
    #expect(state.conflicts.isEmpty)
    #expect(state.hasParallelEdits)
  }

  @Test("cannot be told quickly when the change did not see the whole frontier")
  func quickWay() {
    let first = change(1, .integer(1))
    let second = change(2, .integer(2), seeing: [first])
    let aside = change(3, .integer(3), seeing: [first])
    let known = RecordState(of: [first])
    #expect(known.applying(second) == RecordState(of: [first, second]))
    #expect(known.applying(change(4, .integer(4))) == nil)
    #expect(RecordState(of: [first, second]).applying(aside) == nil)
    #expect(RecordState(of: [second]).applying(first) == nil)
    #expect(RecordState.empty.applying(second) == nil)
    #expect(known.applying(first) == known)
  }
}
