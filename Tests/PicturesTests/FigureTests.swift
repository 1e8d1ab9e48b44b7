import Listings
import Markup
import Pictures
import SeededRandom
import Testing
import VisitModel
import Wording

private let why = Message(.listUnknown)

@Suite("Figures in pictures")
struct FigureTests {
  @Test("are as long as their share, rounded down, and whole only if they are")
  func lengths() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let whole = Int.random(in: 1...1_000_000, using: &random)
      let part = Int.random(in: 0...whole, using: &random)
      #expect(PictureSheet.length(part, of: whole, 390) == part * 390 / whole)
    }
    #expect(PictureSheet.length(.max, of: .max, 390) == 390)
    #expect(PictureSheet.length(.max - 1, of: .max, 390) == 389)
    #expect(PictureSheet.length(5, of: 0, 390) == 0)
    #expect(PictureSheet.length(-5, of: 3, 390) == 0)
    #expect(PictureSheet.length(9, of: 3, 390) == 390)
  }

  @Test("have an axis that holds the greatest in at most five even steps")
  func axis() {
    for greatest in Array(0...1_300) + [99_999, 100_000, 4_950_818, Int.max / 1_000] {
      let plot = Plot(left: 0, right: 100, top: 0, bottom: 100, greatest: greatest, count: 3)
      let steps = plot.steps
      #expect(steps.first == 0 && (2...6).contains(steps.count), "\(greatest)")
      #expect(steps.last ?? 0 >= greatest, "\(greatest)")
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $1 - $0 == steps[1] }, "\(greatest)")
      // No step more than needed.
      #expect(greatest == 0 || steps[steps.count - 2] < greatest, "\(greatest)")
    }
  }

  @Test("are 100 % in time only if every one was, and no share at all if a part is unknown")
  func percent() {
    func row(_ inTime: Counted, _ late: Counted, _ overdue: Counted) -> Int? {
      TimelinessMarks.Row("x", inTime: inTime, late: late, overdue: overdue).percent
    }
    #expect(row(.known(999), .known(1), .known(0)) == 99)
    #expect(row(.known(999), .known(0), .known(0)) == 100)
    #expect(row(.known(0), .known(0), .known(0)) == nil)
    #expect(row(.known(5), .unknown(why: why), .known(0)) == nil)
    #expect(row(.atLeast(5, why: why), .known(0), .known(0)) == nil)
    #expect(row(.known(1), .known(1), .known(1)) == 33)
  }

  @Test("reach a quota, miss it, or leave it open, as far as both are known")
  func reached() {
    func row(_ counted: Counted, _ quota: Counted) -> Bool? {
      QuotaBars.Row("x", counted: counted, quota: quota).isReached
    }
    #expect(row(.known(15), .known(15)) == true)
    #expect(row(.known(14), .known(15)) == false)
    #expect(row(.atLeast(15, why: why), .known(15)) == true)
    #expect(row(.atLeast(14, why: why), .known(15)) == nil)
    #expect(row(.known(14), .unknown(why: why)) == nil)
    #expect(row(.unknown(why: why), .known(0)) == nil)
    #expect(row(.known(14), .atLeast(3, why: why)) == nil)
  }

  @Test("have no quota where none is asked, and are neither below it nor unknown then")
  func withoutQuota() throws {
    let bars = QuotaBars(
      Message(.labelProgress), heading: .labelFigure,
      rows: [
        .init("a", counted: .known(3), quota: .known(2)),
        .init("b", counted: .known(5), quota: nil),
      ], zone: .china)
    #expect(bars.rows[1].isReached == nil && bars.listing.rows[1][2] == .empty)
    #expect(
      bars.words(in: .english)
        == "1 bar: 1 at the quota, 0 below it, 0 unknown. The upright line is the quota. "
        + "Without a quota: 1.")
    let tree = try #require(MarkupTree(bars.svg(number: 0, in: .english)))
    #expect(tree.texts.contains("5 / –") && tree.texts.contains("no quota"))
    // One bar, one upright line.
    #expect(tree.all("line").count == 1)
    let all = QuotaBars(
      Message(.labelProgress), heading: .labelFigure, rows: [bars.rows[0]], zone: .china)
    #expect(MarkupTree(all.svg(number: 0, in: .english))?.texts.contains("no quota") == false)
  }

  @Test("are the darker the more, and paper only for none")
  func heat() {
    #expect(TopicHeat.ink(0, of: 100) == .paper)
    #expect(TopicHeat.ink(1, of: 100) == .heat1)
    #expect(TopicHeat.ink(20, of: 100) == .heat2)
    #expect(TopicHeat.ink(79, of: 100) == .heat4)
    #expect(TopicHeat.ink(80, of: 100) == .heat5)
    #expect(TopicHeat.ink(100, of: 100) == .heat5)
    #expect(TopicHeat.ink(1, of: 1) == .heat5)
  }

  @Test("stand beside names that fit, cut at a scalar and marked as cut")
  func cut() {
    #expect(PictureSheet.cut("陽光花園", columns: 8) == "陽光花園")
    #expect(PictureSheet.cut("陽光花園一期", columns: 8) == "陽光花…")
    #expect(PictureSheet.cut("Sunshine Garden", columns: 8) == "Sunshi…")
    #expect(PictureSheet.cut("", columns: 8) == "")
    let marks = "e" + String(repeating: "\u{301}", count: 500)
    #expect(PictureSheet.cut(marks, columns: 26).unicodeScalars.count <= 26)
  }
}

@Suite("The map of a round")
struct RoundMapTests {
  private func households(_ codes: [String]) throws -> [RoundMap.Household] {
    try codes.map { .init(try #require(UnitCode($0)), .open) }
  }

  @Test("has a building for each lobby, in order of their numbers, and the street last")
  func buildings() throws {
    let maps = RoundMap.of(
      try households(["12-101", "SHOP1", "2-101", "A-101", "2-2-101", "3-101"]), round: 1)
    #expect(maps.map { $0.building?.text } == ["2", "2-2", "3", "12", "A", nil])
  }

  @Test("has the highest floor at the top, units from the left, and codes without a floor below")
  func floors() throws {
    let maps = RoundMap.of(
      try households(["3-302", "3-1201", "3-301A", "3-301", "3-P1", "3-1202", "3-12345"]), round: 1)
    #expect(maps.count == 1)
    #expect(maps[0].floors.map(\.number) == [12, 3, nil])
    #expect(
      maps[0].floors.map { $0.households.map(\.unit.text) } == [
        ["3-1201", "3-1202"], ["3-301", "3-301A", "3-302"], ["3-12345", "3-P1"],
      ])
  }

  @Test("draws every state with a ground or a sign that no other has")
  func signs() {
    let drawn = RoundMap.Mark.allCases.map { mark in
      let tile = RoundMap.Tile(mark)
      return "\(tile.ground) \(tile.sign)"
    }
    #expect(Set(drawn).count == drawn.count)
    // Without colours, too.
    let signs = RoundMap.Mark.allCases.map { "\(RoundMap.Tile($0).sign)" }
    #expect(Set(signs).count == signs.count)
    let keys = RoundMap.Mark.allCases.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test(
    "is drawn in parts that hold every household once, from the top, and whole where it fits",
    arguments: [(59, 1), (60, 1), (61, 2), (180, 3), (200, 4)])
  func parts(_ count: Int, _ parts: Int) throws {
    let codes = (0..<count).map { "3-\(($0 / 10 + 1) * 100 + $0 % 10)" }
    let map = try #require(RoundMap.of(try households(codes), round: 2).first)
    let pieces = map.parts(of: 60)
    #expect(pieces.count == parts)
    #expect(pieces.allSatisfy { (1...60).contains($0.count) && $0.building == map.building })
    #expect(
      pieces.flatMap { $0.floors.flatMap(\.households) } == map.floors.flatMap(\.households))
    let titles = pieces.map { $0.title.text(in: .english) }
    #expect(Set(titles).count == parts)
    #expect(
      titles.first
        == (parts == 1 ? "Round 2, building 3" : "Round 2, building 3 (part 1 of \(parts))"))
    // A floor longer than a part is divided.
    #expect(map.parts(of: 4).allSatisfy { $0.count <= 4 })
    #expect(map.parts(of: 4).reduce(0) { $0 + $1.count } == count)
  }

  @Test("outlines one unit, and says which")
  func outlined() throws {
    var map = try #require(RoundMap.of(try households(["3-101", "3-102"]), round: 2).first)
    let plain = try #require(MarkupTree(map.svg(number: 0, in: .english)))
    map.outlined = UnitCode("3-102")
    let tree = try #require(MarkupTree(map.svg(number: 0, in: .english)))
    #expect(tree.all("rect").count == plain.all("rect").count)
    #expect(tree.all("path").count == plain.all("path").count + 1)
    #expect(map.words(in: .english).hasSuffix(" Outlined: 3-102."))
    map.outlined = UnitCode("4-102")
    #expect(!map.words(in: .english).contains("4-102"))
    #expect(
      map.svg(number: 0, in: .english).markup
        == RoundMap.of(
          try households(["3-101", "3-102"]), round: 2
        ).first?.svg(number: 0, in: .english).markup)
  }

  @Test("counts in its table what it draws, and names each unit in the second one")
  func tables() throws {
    let marks = RoundMap.Mark.allCases
    let all = try (0..<400).map {
      RoundMap.Household(
        try #require(UnitCode("\($0 % 3)-\(($0 / 3 / 20 + 1) * 100 + $0 / 3 % 20)")),
        marks[$0 % marks.count])
    }
    let maps = RoundMap.of(all, round: 2)
    var total = 0
    for map in maps {
      let tree = try #require(MarkupTree(map.svg(number: 0, in: .hans)))
      let drawn = tree.all("rect").count - map.present.count
      let numbers = map.listing.rows.flatMap { $0.dropFirst() }.map { cell in
        if case .number(let number) = cell.value { number } else { -1 }
      }
      #expect(drawn == numbers.reduce(0, +))
      #expect(map.unitListing.rows.count == drawn)
      total += drawn
    }
    #expect(total == 400)
  }
}
