/// A day of the Gregorian calendar, without a time or a zone.
///
/// The conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014).
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, within the years 1 to 9999.
  package let daysSince1970: Int

  package static let earliest = -719_162
  package static let latest = 2_932_896

  /// Clamps to the years 1 to 9999.
  package init(daysSince1970: Int) {
    self.daysSince1970 = min(max(daysSince1970, Self.earliest), Self.latest)
  }

  /// - Returns: nothing for a day that does not exist, such as 2026-02-30.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilMonth.length(year: year, month: month)
    else { return nil }
    self.init(daysSince1970: Self.days(year: year, month: month, day: day))
  }

  /// Reads `YYYY-MM-DD`, ASCII digits only.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }
  package var civilMonth: CivilMonth { CivilMonth(containing: self) }
  package var weekday: Weekday { Weekday(daysSince1970: daysSince1970) }

  package func advanced(byDays days: Int) -> CivilDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return CivilDate(daysSince1970: overflow ? (days > 0 ? .max : .min) : sum)
  }

  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.daysSince1970 < b.daysSince1970
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    let p = parts
    appendPadded(p.year, 4, to: &text)
    text.append(0x2D)
    appendPadded(p.month, 2, to: &text)
    text.append(0x2D)
    appendPadded(p.day, 2, to: &text)
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let z = daysSince1970 + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

package enum Weekday: Int, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  init(daysSince1970: Int) {
    // 1970-01-01 was a Thursday.
    let index = ((daysSince1970 + 3) % 7 + 7) % 7
    self = Weekday(rawValue: index + 1) ?? .monday
  }
}

/// A month of the Gregorian calendar; quotas, frames and summaries belong to one.
package struct CivilMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1 ... 12
  package let month: Int

  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  package init(containing date: CivilDate) {
    year = date.year
    month = date.month
  }

  /// Reads `YYYY-MM`, ASCII digits only.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == 0x2D, let year = decimal(bytes[0..<4]),
      let month = decimal(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  package var firstDay: CivilDate {
    CivilDate(year: year, month: month, day: 1) ?? CivilDate(daysSince1970: 0)
  }

  package var lastDay: CivilDate {
    firstDay.advanced(byDays: Self.length(year: year, month: month) - 1)
  }

  package var next: CivilMonth { CivilMonth(containing: lastDay.advanced(byDays: 1)) }
  package var previous: CivilMonth { CivilMonth(containing: firstDay.advanced(byDays: -1)) }

  package static func < (a: CivilMonth, b: CivilMonth) -> Bool {
    (a.year, a.month) < (b.year, b.month)
  }

  /// `YYYY-MM`.
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// The last `width` decimal digits of a number that is not negative.
func appendPadded(_ number: Int, _ width: Int, to text: inout [UInt8]) {
  var power = 1
  for _ in 1..<width { power *= 10 }
  while power > 0 {
    text.append(0x30 + UInt8(number / power % 10))
    power /= 10
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in digits {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

extension CivilDate {
  /// The corresponding day so many years later; of 29 February, where there is none, the 28th
  /// (calendar.md, by analogy with the Civil Code, art. 202).
  package func anniversary(afterYears years: Int) -> CivilDate {
    let later = min(9999, max(1, year + years))
    return CivilDate(year: later, month: month, day: day)
      ?? CivilMonth(year: later, month: month)?.lastDay ?? self
  }
}
