import ConflictFreeRecords
import Fingerprint
import SeededRandom
import VisitModel

/// One record as several editors wrote it, each knowing a causally closed part of what there was:
/// whoever knows a change knows everything it was made on.
struct RecordHistory {
  /// In the order of writing, ancestors first.
  private(set) var changes: [PlacedChange] = []
  private var editors: [Editor]
  private var random: SplitMix64

  private struct Editor {
    /// Indices into `changes`.
    var known: Set<Int> = []
    let clockErrorMs: Int64
  }

  /// What a wrong clock may be off by: nothing, a minute, or years in either direction.
  private static let clockErrorsMs: [Int64] = [0, 0, 60_000, -94_608_000_000, 315_360_000_000]

  init(seed: UInt64, size: Int, editors count: Int = 4) {
    var random = SplitMix64(seed: seed)
    editors = (0..<count).map { _ in
      Editor(clockErrorMs: Self.clockErrorsMs[random.below(Self.clockErrorsMs.count)])
    }
    self.random = random
    for _ in 0..<size { edit() }
  }

  /// Somebody hears of what somebody else knows, or not, and writes on top of it.
  private mutating func edit() {
    let writer = random.below(editors.count)
    let source = random.below(editors.count)
    if random.below(3) > 0 {
      let news = editors[source].known
      editors[writer].known.formUnion(news)
    }
    let known = editors[writer].known.sorted().map { changes[$0] }
    let overwritten = Set(known.flatMap(\.saw))
    // Three changes share a moment, so that clocks tie.
    let moment =
      1_790_000_000_000 + Int64(changes.count / 3) * 1000 + editors[writer].clockErrorMs
    let change = PlacedChange(
      id: identifier(), claimedAt: Instant(millisecondsSince1970: moment),
      saw: known.map(\.id).filter { !overwritten.contains($0) }.sorted(), fields: fields())
    editors[writer].known.insert(changes.count)
    changes.append(change)
  }

  /// Unrelated to the order of writing, as hashes are.
  private mutating func identifier() -> ChangeID {
    let words = (random.next(), random.next(), random.next(), random.next())
    return ChangeID(bundle: Digest(words: words), index: UInt32(random.below(3)))
  }

  /// One to three of four fields.
  private mutating func fields() -> [Change.Field] {
    var numbers: Set<UInt32> = []
    for _ in 0...random.below(3) { numbers.insert(UInt32(random.below(4)) + 1) }
    var fields: [Change.Field] = []
    for number in numbers.sorted() {
      fields.append(Change.Field(number: number, value: value()))
    }
    return fields
  }

  /// One of few, so that people often agree without knowing.
  private mutating func value() -> Value {
    let content = random.below(3)
    guard random.below(4) == 0 else { return .integer(Int64(content)) }
    return .sealed(
      SealedValue(
        keyID: DataKeyID(high: 0, low: UInt64(random.below(2))),
        nonce: Array(repeating: UInt8(random.below(256)), count: 12),
        ciphertext: Array(repeating: UInt8(random.below(256)), count: 20),
        equalityTag: Array(repeating: UInt8(content), count: 16)))
  }
}

/// The state after each arrival in turn, as a replica computes it: the quick way where the engine
/// offers one, the whole set otherwise.
struct Folding {
  /// After each arrival.
  private(set) var states: [RecordState] = []
  private(set) var quickSteps = 0
  private(set) var wholeSteps = 0
  var last: RecordState { states.last ?? .empty }

  init(_ arrivals: [PlacedChange]) {
    var held: [PlacedChange] = []
    for change in arrivals {
      held.append(change)
      if let next = last.applying(change) {
        states.append(next)
        quickSteps += 1
      } else {
        states.append(RecordState(of: held))
        wholeSteps += 1
      }
    }
  }
}

extension RecordState {
  /// What the heads of a field hold, the winner first.
  func values(_ field: UInt32) -> [Value] { (heads[field] ?? []).map(\.value) }
}

/// Every order of the items.
func permutations<Item>(_ items: [Item]) -> [[Item]] {
  if items.count < 2 { return [items] }
  return items.indices.flatMap { index -> [[Item]] in
    var others = items
    let first = others.remove(at: index)
    return permutations(others).map { [first] + $0 }
  }
}

/// A hundred seeds for each block.
func seeds(of block: Int) -> Range<UInt64> { UInt64(block) * 100..<UInt64(block + 1) * 100 }
