import Fingerprint
import Sampling
import Testing
import VisitModel

private func request(
  _ organiser: Organiser, primary: Int, reserve: Int = 0, of houses: some Sequence<Int>
) -> DrawRequest {
  DrawRequest(
    organiser: organiser, primaryCount: primary, reserveCount: reserve,
    eligible: houses.map(home))
}

private func houses(_ draw: Draw) -> [RecordID] { draw.entries.map(\.household) }

@Suite struct DrawTests {
  // Numbers 0x094a… < 0x6d88… < 0x732d… < 0x79fd… of households 1, 3, 2, 0.
  @Test(
    "the site takes the smallest numbers and the company the largest, primaries first",
    arguments: [(Organiser.site, [1, 3, 2]), (.company, [0, 2, 3])])
  func ends(organiser: Organiser, expected: [Int]) throws {
    let draw = Draw(request(organiser, primary: 2, reserve: 1, of: 0..<4), try round())
    #expect(houses(draw) == expected.map(home))
    #expect(draw.entries.map(\.kind) == [.primary, .primary, .reserve])
  }

  @Test(
    "any counts make a draw, never a trap",
    arguments: [
      (0, 0, 0, 0), (3, 0, 3, 0), (9, 9, 4, 0), (2, 9, 2, 2), (0, 3, 0, 3), (-5, 2, 0, 2),
      (-1, -1, 0, 0), (.max, .max, 4, 0), (.min, .max, 0, 4), (1, .max, 1, 3),
    ], Organiser.allCases)
  func counts(_ wanted: (primary: Int, reserve: Int, primaries: Int, reserves: Int), by: Organiser)
    throws
  {
    let draw = Draw(
      request(by, primary: wanted.primary, reserve: wanted.reserve, of: 0..<4), try round())
    #expect(draw.entries.count(where: { $0.kind == .primary }) == wanted.primaries)
    #expect(draw.entries.count(where: { $0.kind == .reserve }) == wanted.reserves)
  }

  @Test("an empty frame yields an empty draw that replays")
  func empty() throws {
    let nobody = request(.site, primary: 3, of: [])
    #expect(try Draw(nobody, round()).entries.isEmpty)
    #expect(try Draw.isReplay([], of: nobody, round()))
  }

  @Test("neither the order nor the repetition of the eligible list changes a draw")
  func repetition() throws {
    let once = request(.site, primary: 3, of: 0..<9)
    let often = request(.site, primary: 3, of: [8, 3, 3, 1, 0, 2, 4, 7, 6, 5, 0, 8])
    #expect(once == often)
    #expect(try Draw(once, round()) == Draw(often, round()))
  }

  @Test("somebody who moves in pushes out at most one and reorders nobody", arguments: 20..<40)
  func moveIn(newcomer: Int) throws {
    let before = houses(Draw(request(.site, primary: 5, of: 0..<20), try round()))
    let after = houses(
      Draw(request(.site, primary: 5, of: Array(0..<20) + [newcomer]), try round()))
    let stayed = after.filter { $0 != home(newcomer) }
    #expect(stayed == Array(before.prefix(stayed.count)))
    #expect(stayed.count >= 4)
  }

  @Test("a draw with one entry more, less, swapped or renamed is no replay")
  func tampered() throws {
    let asked = request(.company, primary: 2, reserve: 2, of: 0..<9)
    let recorded = Draw(asked, try round()).entries.map { (household: $0.household, kind: $0.kind) }
    var forgeries = [Array(recorded.dropLast()), recorded + [(home(99), .reserve)]]
    for (i, j) in [(0, 1), (1, 2)] {
      var swapped = recorded
      swapped.swapAt(i, j)
      forgeries.append(swapped)
    }
    var promoted = recorded
    promoted[3].kind = .primary
    var renamed = recorded
    renamed[0].household = home(99)
    forgeries += [promoted, renamed]
    #expect(try Draw.isReplay(recorded, of: asked, round()))
    for forged in forgeries { #expect(try !Draw.isReplay(forged, of: asked, round())) }
    #expect(try !Draw.isReplay(recorded, of: asked, round(2)))
  }

  @Test("each slot draws from its own households only, and together they cover everybody")
  func slots() throws {
    // The last two look alike and differ in bytes: é in one scalar and in two.
    let names = ["supervisor", "客服", "caf\u{E9}", "cafe\u{301}"]
    let round = try round()
    let list = try #require(SlotList(version: 1, slots: names))
    let drawn = names.flatMap { name in
      houses(
        Draw(
          DrawRequest(
            organiser: .site, slot: name, slots: list, primaryCount: 60, reserveCount: 0,
            eligible: (0..<60).map(home)), round))
    }
    #expect(drawn.sorted() == (0..<60).map(home))
  }

  @Test("a slot that is not on the list draws nobody; a company draw needs no slot")
  func strangers() throws {
    var asked = request(.site, primary: 3, of: 0..<9)
    asked.slot = "nobody"
    #expect(try Draw(asked, round()).entries.isEmpty)
    asked.organiser = .company
    #expect(try Draw(asked, round()).entries.count == 3)
  }

  @Test("the ends have met when the site's highest number reaches the company's lowest")
  func extent() throws {
    let numbers = try (0..<4).map { try round().number(of: home($0)) }.sorted()
    var extent = DrawExtent()
    #expect(!extent.endsHaveMet)
    extent.insert(numbers[1], by: .site)
    extent.insert(numbers[0], by: .site)
    #expect(!extent.endsHaveMet)
    extent.insert(numbers[2], by: .company)
    extent.insert(numbers[3], by: .company)
    #expect(!extent.endsHaveMet)
    #expect(extent.highestOfSite == numbers[1])
    #expect(extent.lowestOfCompany == numbers[2])
    extent.insert(numbers[2], by: .site)
    #expect(extent.endsHaveMet)
  }

  @Test(
    "every sample of three of six is equally likely",
    arguments: [(Organiser.site, 3, 0), (.company, 3, 0), (.site, 1, 2)])
  func uniform(organiser: Organiser, primary: Int, reserve: Int) throws {
    var seen: [Set<RecordID>: Int] = [:]
    let rounds = 2000
    for number in 1...rounds {
      let draw = Draw(
        request(organiser, primary: primary, reserve: reserve, of: 0..<6), try round(number))
      seen[Set(houses(draw)), default: 0] += 1
    }
    // Chi-square with 19 degrees of freedom: 43.8 is passed by one fair generator in a thousand,
    // and these rounds are always the same.
    let expected = rounds / 20
    let squares =
      seen.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) }
      + (20 - seen.count) * expected * expected
    #expect(squares * 10 < 438 * expected)
  }
}
