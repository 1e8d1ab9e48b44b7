import FieldWork
import SeededRandom
import Testing
import VisitModel

@Suite("The size of a part")
struct PartSizeTests {
  /// From the least to a whole page, each grown by a full part.
  private static let sizes = Array(
    sequence(first: PartSize.least) { $0 == .whole ? nil : PartSizeTests.full($0) })

  private static func full(_ size: PartSize) -> PartSize {
    size.afterArrival(pushed: size.pushed, pulled: 0)
  }

  @Test("is a whole page both ways until a line breaks")
  func whole() {
    #expect(PartSize.whole.pushed == Bounds.pageBytesMax)
    #expect(PartSize.whole.pulled == Bounds.pageBytesMax)
    #expect(Self.full(.whole) == .whole)
  }

  @Test("stays between the least and a whole page, whatever was remembered and whatever happens")
  func bounds() {
    var random = SplitMix64(seed: 15)
    for start in [Int.min, -1, 0, 1, 8191, 8193, 100_000, .max] {
      var size = PartSize(pushed: start)
      for _ in 0..<200 {
        #expect((PartSize.least.pushed...PartSize.whole.pushed).contains(size.pushed))
        #expect((size.pushed...PartSize.whole.pushed).contains(size.pulled))
        size =
          random.below(3) == 0
          ? size.afterBreak()
          : size.afterArrival(
            pushed: random.below(2 * size.pushed), pulled: random.below(2 * size.pulled))
      }
    }
  }

  @Test("is the least after two breaks, from wherever it fell")
  func falls() {
    for size in Self.sizes {
      #expect(size.afterBreak().pushed <= size.pushed)
      #expect(size.afterBreak().afterBreak() == .least)
    }
  }

  @Test("is whole again after seven parts that were full")
  func grows() {
    #expect(Self.sizes.count == 8)
    #expect(Self.sizes.last == .whole)
  }

  @Test("grows by a part that was full on either way, and by no other")
  func evidence() {
    let size = PartSize(pushed: 32 * 1024)
    let larger = PartSize(pushed: 64 * 1024)
    #expect(size.afterArrival(pushed: size.pushed / 2, pulled: 0) == larger)
    #expect(size.afterArrival(pushed: 0, pulled: size.pulled / 2) == larger)
    #expect(
      size.afterArrival(pushed: size.pushed / 2 - 1, pulled: size.pulled / 2 - 1) == size)
  }
}
