import Listings
import SeededRandom
import Testing
import VisitModel
import Wording

@Suite("A list")
struct ListPageTests {
  private func ask(
    _ listing: Listing, perPage: Int = 50, _ change: (inout ListQuestion) -> Void
  ) -> ListPage {
    var question = ListQuestion()
    change(&question)
    return question.answer(
      from: listing, ListOffer(listing.columns, rowsPerPage: perPage), in: .english)
  }

  @Test("loses no row and doubles none, over all its pages", arguments: 0..<40 as Range<UInt64>)
  func pages(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let listing = RandomListing.make(seed: seed, rows: random.below(60))
    let size = 1 + random.below(9)
    let order = ListQuestion.Order(
      RandomListing.columns[random.below(6)].key, isDescending: random.below(2) == 0)
    var seen: [Int] = []
    var number = 1
    var page = ask(listing, perPage: size) { $0.order = order }
    #expect(page.total == listing.rows.count)
    while true {
      #expect(page.number == number && page.listing.rows.count <= size)
      #expect(page.hasNext == (number < page.count))
      seen += RandomListing.numbers(page.listing.rows)
      if !page.hasNext { break }
      number += 1
      page = ask(listing, perPage: size) {
        $0.order = order
        $0.page = number
      }
    }
    #expect(seen.sorted() == Array(0..<listing.rows.count))
    let whole = ask(listing, perPage: size) {
      $0.order = order
      $0.file = .csv
    }
    #expect(RandomListing.numbers(whole.listing.rows) == seen, "a file has the rows of all pages")
  }

  @Test(
    "is in order by a column, equal rows as they came, gaps last in both directions",
    arguments: 0..<40 as Range<UInt64>)
  func ordered(_ seed: UInt64) {
    let listing = RandomListing.make(seed: seed, rows: 40)
    for (index, column) in RandomListing.columns.enumerated() where column.kind != .text {
      for isDescending in [false, true] {
        let rows = ask(listing) {
          $0.order = ListQuestion.Order(column.key, isDescending: isDescending)
        }.listing.rows
        for (before, after) in zip(rows, rows.dropFirst()) {
          let (a, b) = (Self.rank(before[index]), Self.rank(after[index]))
          let numbers = RandomListing.numbers([before, after])
          if a == b { #expect(numbers[0] < numbers[1], "\(column.key)") }
          if let a, let b {
            let (small, great) = isDescending ? (b, a) : (a, b)
            #expect(!great.lexicographicallyPrecedes(small), "\(column.key)")
          }
          if a == nil { #expect(b == nil, "\(column.key): a gap before a value") }
        }
      }
    }
  }

  /// Straight from what a column is: numbers and days by size, units by building and flat, words by letters.
  private static func rank(_ cell: ListCell) -> [Int]? {
    switch cell.value {
    case .number(let number): [number]
    case .date(let date): [date.daysSince1970]
    case .code(let code): code.split(separator: "-").compactMap { Int($0) }
    case .word(let phrase): phrase.text(in: .english).lowercased().utf8.map { Int($0) }
    default: nil
    }
  }

  @Test("puts 3-1201 before 12-301, and 0301 beside 301")
  func codes() {
    let listing = Listing(
      "units", Message(.labelUnit), [ListColumn("unit", .labelUnit, .code)],
      rows: ["12-301", "3-1201", "A2", "0301", "a10", "301", "3-1201A"].map { [.code($0)] })
    let rows = ask(listing) { $0.order = ListQuestion.Order("unit") }.listing.rows
    #expect(
      rows.map { $0[0].value.text(in: .english) } == [
        "3-1201", "3-1201A", "12-301", "0301", "301", "A2", "a10",
      ])
  }

  @Test("shows what is searched for, whatever the width and the case of the letters")
  func searched() {
    let listing = Listing(
      "places", Message(.labelSite),
      [ListColumn("place", .labelSite, .text), ListColumn("state", .labelState, .word)],
      rows: [
        [.text("Green Island"), .word(.codeCaseOpen)], [.text("绿岛ＡＢＣ"), .word(.codeCaseSettled)],
        [.text(""), ListCell(.unknown(why: Message(.listUnknown)))],
      ])
    for (text, found) in [("ISLAND", 1), ("abc", 1), ("ａｂｃ", 1), ("绿", 1), ("", 3), ("none", 0)] {
      #expect(ask(listing) { $0.text = text }.total == found, "\(text)")
    }
    let state = Phrase.codeCaseOpen.text(in: .english)
    #expect(ask(listing) { $0.text = state }.total >= 1, "words are searched as they are read")
  }

  @Test(
    "shows the rows of one state, and offers the states that occur",
    arguments: 0..<10 as Range<UInt64>)
  func filtered(_ seed: UInt64) {
    let listing = RandomListing.make(seed: seed, rows: 30)
    var sum = 0
    for state in RandomListing.states {
      let page = ask(listing) { $0.filters = [ListQuestion.Filter("state", state.name)] }
      #expect(page.listing.rows.allSatisfy { $0[4].value == .word(state) })
      sum += page.total
      let occurring = Set(listing.rows.map { $0[4].value })
      #expect(Set(page.choices["state"] ?? []) == occurring, "whatever is chosen now")
    }
    #expect(sum == 30)
    #expect(ask(listing) { $0.filters = [ListQuestion.Filter("state", "elsewhere")] }.total == 0)
  }

  @Test("asks a source for the rows shown only")
  func lazily() {
    let listing = Listing(
      "numbers", Message(.labelCounted), [ListColumn("n", .labelCounted, .number)])
    let offer = ListOffer(listing.columns, rowsPerPage: 10)
    func answer(_ page: Int, _ file: ListQuestion.File? = nil, total: Int = 35) -> ListPage {
      var question = ListQuestion()
      question.page = page
      question.file = file
      return question.answer(listing, offer, total: total) { $0.map { [.number($0)] } }
    }
    #expect(RandomListing.numbers(answer(4).listing.rows) == Array(30..<35))
    #expect((answer(2).first, answer(2).last, answer(2).count) == (11, 20, 4))
    #expect(answer(9999).number == 4, "behind the last page is the last")
    #expect(answer(3, .json).listing.rows.count == 35)
    let none = answer(1, total: 0)
    #expect((none.first, none.last, none.number, none.count) == (0, 0, 1, 1))
  }
}
