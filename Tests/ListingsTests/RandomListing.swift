import Listings
import SeededRandom
import VisitModel
import Wording

/// Tables made from a seed, with ties, and with cells that are empty or unknown.
enum RandomListing {
  static let columns = [
    ListColumn("place", .labelSite, .text), ListColumn("unit", .labelUnit, .code),
    ListColumn("count", .labelCounted, .number), ListColumn("day", .labelDueDay, .date),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("row", .labelRound, .number),
  ]

  static let states: [Phrase] = [.codeCaseOpen, .codeCaseSettled, .codeCaseReopened]

  /// The last column numbers the rows.
  static func make(seed: UInt64, rows: Int) -> Listing {
    var random = SplitMix64(seed: seed)
    var listing = Listing("random", Message(.duplicatesTitle), columns)
    for number in 0..<rows {
      listing.append([
        gap(&random) ?? .text(["Ä", "b", "B", "Ｂ", "走訪", ""][random.below(6)]),
        gap(&random) ?? .code("\(1 + random.below(12))-\(101 + random.below(20) * 100)"),
        gap(&random) ?? .number(random.below(7) - 3),
        gap(&random) ?? .date(CivilDate(daysSince1970: 20_000 + random.below(5))),
        .word(states[random.below(3)]), .number(number),
      ])
    }
    return listing
  }

  private static func gap(_ random: inout SplitMix64) -> ListCell? {
    switch random.below(8) {
    case 0: .empty
    case 1: .unknown(Message(.listUnknown))
    default: nil
    }
  }

  /// Which rows they are.
  static func numbers(_ rows: [[ListCell]]) -> [Int] {
    rows.compactMap { row in
      if case .number(let number)? = row.last?.value { number } else { nil }
    }
  }
}
