import Listings
import SeededRandom
import Testing
import VisitModel
import Wording

@Suite("A count")
struct CountedTests {
  private static let why = Message(.listNone)
  private static let nine = Instant(millisecondsSince1970: 1_788_742_800_000)
  private static let ten = nine.advanced(byMilliseconds: 3_600_000)

  @Test("of which a part is unknown is never exact, and never 0")
  func unknown() {
    #expect(Counted.sum([.known(3), .unknown(why: Self.why)]) == .atLeast(3, why: Self.why))
    #expect(Counted.sum([.unknown(why: Self.why)]) == .unknown(why: Self.why))
    #expect(
      Counted.sum([.atLeast(2, why: Self.why), .known(3)]) == .atLeast(5, why: Self.why))
    #expect(Counted.sum([]) == .known(0))
    for language in Language.allCases {
      for count in [Counted.unknown(why: Self.why), .atLeast(0, why: Self.why)] {
        #expect(count.text(in: language, zone: .china) != "0")
      }
    }
  }

  @Test("is as old as its oldest part")
  func oldest() {
    #expect(
      Counted.sum([.asOf(1, Self.ten), .known(2), .asOf(3, Self.nine)]) == .asOf(6, Self.nine))
    let text = Counted.asOf(6, Self.nine).text(in: .english, zone: .utc)
    #expect(text == "6 (counted at \(Self.nine.wallText(in: .utc)))")
  }

  @Test("does not depend on the order of its parts", arguments: 0..<50 as Range<UInt64>)
  func order(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = (0..<random.below(6)).map { _ -> Counted in
      switch random.below(4) {
      case 0: .known(random.below(9))
      case 1: .asOf(random.below(9), random.below(2) == 0 ? Self.nine : Self.ten)
      case 2: .atLeast(random.below(9), why: Self.why)
      default: .unknown(why: Self.why)
      }
    }
    #expect(Counted.sum(parts) == Counted.sum(parts.shuffled(using: &random)))
    let halves = [Counted.sum(parts.prefix(2)), Counted.sum(parts.dropFirst(2))]
    #expect(Counted.sum(halves) == Counted.sum(parts), "sums of sums are the sum")
  }

  @Test("too great for a number stays the greatest number")
  func overflow() {
    #expect(Counted.sum([.known(.max), .known(1)]) == .known(.max))
  }

  @Test("keeps what is known of it in its cell")
  func cells() {
    #expect(ListCell.counted(.known(3), in: .utc).value == .number(3))
    #expect(ListCell.counted(.asOf(3, Self.nine), in: .utc).remark != nil)
    #expect(ListCell.counted(.unknown(why: Self.why), in: .utc).value.fault == Self.why)
    #expect(ListCell.counted(.atLeast(3, why: Self.why), in: .utc).value.fault == Self.why)
  }
}
