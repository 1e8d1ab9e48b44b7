import ConflictFreeRecords
import Fingerprint
import Oracles
import SeededRandom
import Testing
import VisitModel

@Suite("The state of a record")
struct RecordStateLawTests {
  @Test(
    "is what its definition says, in 2,500 histories and in any part of them", arguments: 0..<25)
  func definition(_ block: Int) {
    var conflicts = 0
    var partial = 0
    for seed in seeds(of: block) {
      var random = SplitMix64(seed: ~seed)
      let history = RecordHistory(seed: seed, size: 1 + random.below(12))
      var part: [PlacedChange] = []
      for change in history.changes where random.below(3) > 0 { part.append(change) }
      for set in [history.changes, part] {
        let state = RecordState(of: set)
        let oracle = BruteForce(set)
        #expect(state == oracle.state, "seed \(seed)")
        #expect(state.conflicts == oracle.conflicts, "seed \(seed)")
        #expect(state.hasParallelEdits == (oracle.frontier.count > 1), "seed \(seed)")
        for field in oracle.fieldNumbers {
          #expect(state.winner(field) == oracle.heads(of: field).first?.value, "seed \(seed)")
        }
        conflicts += state.conflicts.count
        partial += state.missing.count
      }
    }
    #expect(conflicts > 0)
    #expect(partial > 0)
  }

  @Test("knows the same ancestors of a change as the matrix", arguments: 25..<28)
  func ancestors(_ block: Int) {
    for seed in seeds(of: block) {
      let changes = RecordHistory(seed: seed, size: 9).changes
      let graph = Ancestry(changes)
      let oracle = BruteForce(changes)
      for change in changes {
        #expect(graph.ancestors(of: change.id) == oracle.ancestors(of: change.id), "seed \(seed)")
      }
    }
  }

  @Test("is the same for every order of arrival", arguments: UInt64(0)..<12, [5, 6])
  func everyOrder(_ seed: UInt64, _ size: Int) {
    let changes = RecordHistory(seed: seed, size: size, editors: 3).changes
    let expected = RecordState(of: changes)
    var differing = 0
    var quick = 0
    var whole = 0
    for order in permutations(changes) {
      let folding = Folding(order)
      if RecordState(of: order) != expected || folding.last != expected { differing += 1 }
      quick += folding.quickSteps
      whole += folding.wholeSteps
    }
    #expect(differing == 0)
    // Both ways were gone: the first change is always quick, and some order puts a child first.
    #expect(quick > 0)
    #expect(whole > 0)
  }

  @Test(
    "is the same for any order with any repetition, after every single arrival", arguments: 30..<33)
  func anyOrder(_ block: Int) {
    for seed in seeds(of: block) {
      var random = SplitMix64(seed: ~seed)
      let changes = RecordHistory(seed: seed, size: 15 + random.below(10)).changes
      var arrivals = changes
      for change in changes where random.below(2) == 0 { arrivals.append(change) }
      // Half of the histories arrive as they were written, where the quick way is common.
      if random.below(2) == 0 { arrivals.shuffle(using: &random) }
      let folding = Folding(arrivals)
      #expect(folding.last == RecordState(of: changes), "seed \(seed)")
      let middle = random.below(arrivals.count)
      #expect(
        folding.states[middle] == RecordState(of: arrivals[...middle]), "seed \(seed), \(middle)")
    }
  }

  @Test("does not change when a change arrives again", arguments: 33..<34)
  func repetition(_ block: Int) {
    for seed in seeds(of: block) {
      let changes = RecordHistory(seed: seed, size: 8).changes
      let state = RecordState(of: changes)
      #expect(changes.allSatisfy { state.applying($0) == state }, "seed \(seed)")
    }
  }

  @Test(
    "without some ancestors shows too many values and never too few", arguments: 40..<45)
  func missingAncestors(_ block: Int) {
    var surplus = 0
    for seed in seeds(of: block) {
      var random = SplitMix64(seed: ~seed)
      let changes = RecordHistory(seed: seed, size: 12).changes
      var held: [PlacedChange] = []
      for change in changes where random.below(3) > 0 { held.append(change) }
      let whole = RecordState(of: changes)
      let partial = RecordState(of: held)
      let names = Set(held.map(\.id))
      for (field, heads) in whole.heads {
        let due = Set(heads.map(\.change)).intersection(names)
        let shown = Set((partial.heads[field] ?? []).map(\.change))
        #expect(shown.isSuperset(of: due), "seed \(seed), field \(field)")
        surplus += shown.subtracting(due).count
      }
      // Whatever is dropped and was built upon is named as missing.
      let builtUpon = Set(held.flatMap(\.saw)).subtracting(names)
      #expect(Set(partial.missing) == builtUpon, "seed \(seed)")
      #expect(Set(partial.frontier).isSuperset(of: names.intersection(whole.frontier)))
    }
    #expect(surplus > 0)
  }

  @Test("has one head in each field that somebody wrote who saw everything", arguments: 50..<55)
  func sawEverything(_ block: Int) throws {
    for seed in seeds(of: block) {
      let changes = RecordHistory(seed: seed, size: 10).changes
      let before = RecordState(of: changes)
      let fields = before.heads.keys.sorted()
      // The last word is decades behind every other clock.
      let settling = PlacedChange(
        id: ChangeID(bundle: .zero, index: 9), claimedAt: Instant(millisecondsSince1970: 0),
        saw: before.frontier,
        fields: fields.map { Change.Field(number: $0, value: .integer(77)) })
      let after = RecordState(of: changes + [settling])
      #expect(after.frontier == [settling.id], "seed \(seed)")
      #expect(after.conflicts.isEmpty, "seed \(seed)")
      for field in fields {
        #expect(after.values(field) == [.integer(77)], "seed \(seed)")
      }
      let quick = try #require(before.applying(settling), "seed \(seed)")
      #expect(quick == after, "seed \(seed)")
    }
  }

  @Test("shows the same values and conflicts whatever the clocks say", arguments: 60..<65)
  func clocks(_ block: Int) {
    for seed in seeds(of: block) {
      var random = SplitMix64(seed: ~seed)
      let changes = RecordHistory(seed: seed, size: 10).changes
      var skewed: [PlacedChange] = []
      for change in changes {
        // Some thousand years, either way.
        let moment = Int64(bitPattern: random.next()) >> 17
        skewed.append(
          PlacedChange(
            id: change.id, claimedAt: Instant(millisecondsSince1970: moment), saw: change.saw,
            fields: change.fields))
      }
      let (told, other) = (RecordState(of: changes), RecordState(of: skewed))
      #expect(other.changes == told.changes, "seed \(seed)")
      #expect(other.frontier == told.frontier, "seed \(seed)")
      #expect(other.conflicts == told.conflicts, "seed \(seed)")
      for (field, heads) in told.heads {
        let shown = Set((other.heads[field] ?? []).map(\.change))
        #expect(shown == Set(heads.map(\.change)), "seed \(seed), field \(field)")
      }
    }
  }
}
