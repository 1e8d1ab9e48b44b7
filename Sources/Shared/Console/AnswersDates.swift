package import VisitModel

extension Answers {
  /// Which year a day without one most likely means.
  package enum Leaning: Sendable {
    /// Things that happened: up to 60 days ahead of today, otherwise the last such day. The days
    /// ahead keep a slip visible, so that the rule against future dates can name it.
    case past
    /// Things planned: up to 60 days ago, otherwise the next such day.
    case future
  }

  /// 今天 昨天 前天 明天 后天, 3月5日, 3/5, 20260305, 2026-03-05, 2026年3月5日.
  ///
  /// - Returns: nothing for a day that does not exist or a text that is no date.
  package static func date(
    _ typed: some StringProtocol, today: CivilDate, leaning: Leaning = .past
  ) -> CivilDate? {
    var scanner = AnswerScanner(typed)
    if let days = scanner.word(relativeDays) {
      return scanner.isAtEnd ? today.advanced(byDays: days) : nil
    }
    if let compact = scanner.digits(8...8) {
      guard scanner.isAtEnd else { return nil }
      return CivilDate(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
    }
    var year: Int?
    if let four = scanner.digits(4...4) {
      guard scanner.word(["年": 0, "-": 0, "/": 0, ".": 0]) != nil else { return nil }
      year = four
    }
    guard let month = scanner.number(), let day = dayAfterMonth(&scanner), scanner.isAtEnd
    else { return nil }
    if let year { return CivilDate(year: year, month: month, day: day) }
    return date(month: month, day: day, today: today, leaning: leaning)
  }

  /// `月5日`, `月5号`, `月5`, `/5`, `-5`, `.5`
  private static func dayAfterMonth(_ scanner: inout AnswerScanner) -> Int? {
    if scanner.word(["-": 0, "/": 0, ".": 0]) != nil { return scanner.number() }
    guard scanner.word(["月": 0]) != nil, let day = scanner.number() else { return nil }
    _ = scanner.word(["日": 0, "号": 0, "號": 0])
    return day
  }

  /// The one such day within a year that begins 305 or 60 days before today.
  private static func date(
    month: Int, day: Int, today: CivilDate, leaning: Leaning
  ) -> CivilDate? {
    let daysBack = leaning == .past ? 305 : 60
    let first = today.advanced(byDays: -daysBack)
    return (first.year...first.year + 1).lazy
      .compactMap { CivilDate(year: $0, month: month, day: day) }
      .first { (0..<366).contains($0.daysSince1970 - first.daysSince1970) }
  }

  private static let relativeDays: [String: Int] = [
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0,
    "明天": 1, "明日": 1, "后天": 2, "後天": 2, "大后天": 3, "大後天": 3,
    "yesterday": -1, "today": 0, "tomorrow": 1,
  ]
}
