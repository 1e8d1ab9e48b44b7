import Fingerprint
import Sampling
import Testing
import VisitModel

@Suite struct PermanentRandomNumberTests {
  // Computed with Python's hmac module from the site seed 00 01 … 1f.
  @Test(
    "a round's seed is the written HMAC of the site's seed and the number",
    arguments: [
      (1, "71d7ec2b50d72bb00e334bbd2569ef99ae95493f619fa95a8962458a1b0698fc"),
      (2, "e94b3257505589341cd747778d70589cc2096209cd5cb33e7c34dcf3b656c842"),
      (258, "28e728a1acec79a1a1849d03144f59868b482f9dec9203e8521b9c59646ebfd0"),
    ])
  func seeds(number: Int, expected: String) throws {
    #expect(try Hexadecimal.text(round(number).bytes) == expected)
  }

  @Test(
    "a household's number is the first eight bytes of the written HMAC",
    arguments: [
      (0, 0x79FD_0887_B9F3_7F01), (1, 0x094A_FCDF_DEF4_0677), (2, 0x732D_5FB5_6C1E_8C1E),
      (3, 0x6D88_3E24_31CA_4ACB),
    ] as [(Int, UInt64)])
  func numbers(house: Int, expected: UInt64) throws {
    #expect(try round().number(of: home(house)).fraction == expected)
  }

  @Test("a site seed has 32 bytes", arguments: [(0, false), (31, false), (32, true), (33, false)])
  func seedLength(count: Int, isSeed: Bool) {
    #expect((SiteSeed(Array(repeating: 7, count: count)) != nil) == isSeed)
  }

  @Test("a round number outside four bytes is still a round", arguments: [Int.min, -1, .max])
  func extremes(number: Int) throws {
    #expect(try round(number) == round(number < 0 ? 0 : Int(UInt32.max)))
  }

  @Test("numbers order by fraction first, whatever the household's own order")
  func order() throws {
    let round = try round()
    let numbers = (0..<40).map { round.number(of: home($0)) }.sorted()
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0.fraction < $1.fraction })
    #expect(numbers.map(\.household) != numbers.map(\.household).sorted())
  }

  @Test("the next round numbers everybody anew")
  func rounds() throws {
    let (first, second) = (try round(1), try round(2))
    #expect(
      (0..<40).allSatisfy {
        first.number(of: home($0)).fraction != second.number(of: home($0)).fraction
      })
  }
}

@Suite struct SlotListTests {
  // The same outside computation as above.
  @Test(
    "a household belongs to the slot with the greatest written HMAC",
    arguments: [(0, "客服"), (1, "客服"), (2, "supervisor"), (3, "supervisor")])
  func owners(house: Int, expected: String) throws {
    let list = try #require(SlotList(version: 1, slots: ["supervisor", "客服"]))
    let turned = try #require(SlotList(version: 2, slots: ["客服", "supervisor"]))
    #expect(try list.owner(of: home(house), in: round()) == expected)
    #expect(try turned.owner(of: home(house), in: round()) == expected)
  }

  @Test(
    "a slot list names each slot once, by its bytes",
    arguments: [([], false), (["a"], true), (["a", "b"], true), (["a", "b", "a"], false)])
  func names(names: [String], isList: Bool) {
    #expect((SlotList(version: 1, slots: names) != nil) == isList)
  }

  @Test("the supervisor's slot owns everybody unless the site says otherwise")
  func standard() throws {
    let round = try round()
    #expect(
      (0..<20).allSatisfy { SlotList.standard.owner(of: home($0), in: round) == "supervisor" })
  }

  @Test("a new slot takes over its own share and nothing else moves", arguments: 1...5)
  func newSlot(count: Int) throws {
    let round = try round()
    let names = (0...count).map { "slot \($0)" }
    let before = try #require(SlotList(version: 1, slots: Array(names.prefix(count))))
    let after = try #require(SlotList(version: 2, slots: names))
    let population = 1000
    var moved = 0
    for house in (0..<population).map(home) {
      let (old, new) = (before.owner(of: house, in: round), after.owner(of: house, in: round))
      if old != new {
        moved += 1
        #expect(new == names[count])
      }
    }
    // A binomial share of 1/(count + 1); five standard deviations are at most 79 of 1000.
    #expect(abs(moved - population / (count + 1)) < 80)
  }
}
