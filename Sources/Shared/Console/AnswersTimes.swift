extension Answers {
  /// 19:30, 1930, 930, 7點, 7点半, 下午3点15分, 晚上7點半, 7:30pm.
  ///
  /// 上午12点 and 晚上12点 are refused: people mean different days by them.
  ///
  /// - Returns: the minute of the day, 0 ..< 1440.
  package static func minuteOfDay(_ typed: some StringProtocol) -> Int? {
    var scanner = AnswerScanner(typed)
    var period = scanner.word(periods)
    guard let (hour, minute) = clock(&scanner) else { return nil }
    if let suffix = scanner.word(["am": Period.morning, "pm": Period.afternoon]) {
      guard period == nil else { return nil }
      period = suffix
    }
    guard scanner.isAtEnd, minute < 60 else { return nil }
    let hourOfDay = period.map { $0.hourOfDay(hour) } ?? (hour < 24 ? hour : nil)
    return hourOfDay.map { $0 * 60 + minute }
  }

  private static func clock(_ scanner: inout AnswerScanner) -> (hour: Int, minute: Int)? {
    if let compact = scanner.digits(3...4) { return (compact / 100, compact % 100) }
    guard let hour = scanner.number() else { return nil }
    if scanner.word([":": 0]) != nil {
      return scanner.digits(2...2).map { (hour, $0) }
    }
    guard scanner.word(["点": 0, "點": 0, "时": 0, "時": 0, "点钟": 0, "點鐘": 0]) != nil
    else { return scanner.stands(at: ["am", "pm"]) ? (hour, 0) : nil }
    if let quarter = scanner.word(["半": 30, "一刻": 15, "三刻": 45, "整": 0]) {
      return (hour, quarter)
    }
    guard let minute = scanner.number() else { return (hour, 0) }
    _ = scanner.word(["分": 0, "分钟": 0, "分鐘": 0])
    return (hour, minute)
  }

  private enum Period {
    case smallHours, morning, noon, afternoon, evening

    /// The hour as it is spoken, or as a 24-hour clock shows it where both agree.
    func hourOfDay(_ hour: Int) -> Int? {
      switch (self, hour) {
      case (.smallHours, 12): 0
      case (.smallHours, 0...6), (.morning, 0...11): hour
      case (.noon, 11...13): hour
      case (.noon, 1): 13
      case (.afternoon, 12...18), (.evening, 17...23): hour
      case (.afternoon, 1...11): hour + 12
      case (.evening, 5...11): hour + 12
      default: nil
      }
    }
  }

  private static let periods: [String: Period] = [
    "凌晨": .smallHours, "清晨": .morning, "早晨": .morning, "早上": .morning, "上午": .morning,
    "中午": .noon, "下午": .afternoon, "午后": .afternoon, "午後": .afternoon,
    "傍晚": .evening, "晚上": .evening, "夜里": .evening, "夜裡": .evening, "晚": .evening,
  ]
}
