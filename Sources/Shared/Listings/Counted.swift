package import VisitModel
package import Wording

/// How many there are, or what is known about it. A count that failed is never 0.
package enum Counted: Hashable, Sendable {
  case known(Int)
  /// True at that moment; the count of now is not known.
  case asOf(Int, Instant)
  /// A sum of which a part is unknown.
  case atLeast(Int, why: Message)
  case unknown(why: Message)

  /// Of several counts: if any part is unknown, at least what is known, or unknown where that is nothing; as
  /// of the earliest moment if any part is older; and else exact. No parts are a known 0. Sums that do not fit stay
  /// at the greatest number.
  package static func sum(_ parts: some Sequence<Counted>) -> Counted {
    var total = 0
    var earliest: Instant?
    var why: Message?
    for part in parts {
      switch part {
      case .known(let number): total = added(total, number)
      case .asOf(let number, let instant):
        total = added(total, number)
        earliest = min(earliest ?? instant, instant)
      case .atLeast(let number, let reason):
        (total, why) = (added(total, number), why ?? reason)
      case .unknown(let reason): why = why ?? reason
      }
    }
    if let why { return total > 0 ? .atLeast(total, why: why) : .unknown(why: why) }
    return earliest.map { .asOf(total, $0) } ?? .known(total)
  }

  /// What is shown where there is no table: `12`, `12 (counted at …)`, `at least 12`, `unknown`.
  package func text(in language: Language, zone: ZoneOffset) -> String {
    let cell = ListCell.counted(self, in: zone)
    let text = cell.value.text(in: language)
    return cell.remark.map { text + " (" + $0.text(in: language) + ")" } ?? text
  }

  private static func added(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
