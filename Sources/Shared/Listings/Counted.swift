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

  /// Of several counts: unknown if every part is, at least what is known if any part is, as of the
  /// earliest moment if any part is older, and else exact. No parts are a known 0. Sums that do not fit stay
  /// at the greatest number.
  package static func sum(_ parts: some Sequence<Counted>) -> Counted {
    var (total, isNumber, isEmpty) = (0, false, true)
    var earliest: Instant?
    var why: Message?
    for part in parts {
      isEmpty = false
      switch part {
      case .known(let number): (total, isNumber) = (added(total, number), true)
      case .asOf(let number, let instant):
        (total, isNumber) = (added(total, number), true)
        earliest = min(earliest ?? instant, instant)
      case .atLeast(let number, let reason):
        (total, isNumber, why) = (added(total, number), true, why ?? reason)
      case .unknown(let reason): why = why ?? reason
      }
    }
    if isEmpty { return .known(0) }
    if let why { return isNumber ? .atLeast(total, why: why) : .unknown(why: why) }
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
