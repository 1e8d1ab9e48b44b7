/// Reads a short answer from its beginning, scalar by scalar.
///
/// White space is left out, since input methods and people put it anywhere: `3 月 5 日`.
struct AnswerScanner {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ typed: some StringProtocol) {
    rest = typed.unicodeScalars.map(Self.ascii).filter { $0 != " " }[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Full-width ASCII, the ideographic and no-break space, and tab as ASCII; Latin letters small.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    switch value {
    case 0x09, 0xA0, 0x3000: value = 0x20
    case 0xFF01...0xFF5E: value -= 0xFEE0
    default: break
    }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    return Unicode.Scalar(value) ?? scalar
  }

  func stands(at words: [String]) -> Bool {
    words.contains { rest.starts(with: $0.unicodeScalars) }
  }

  /// The longest of the words that stands here, as what it means.
  mutating func word<Meaning>(_ words: [String: Meaning]) -> Meaning? {
    let found = words.filter { rest.starts(with: $0.key.unicodeScalars) }
      .max { $0.key.unicodeScalars.count < $1.key.unicodeScalars.count }
    guard let found else { return nil }
    rest = rest.dropFirst(found.key.unicodeScalars.count)
    return found.value
  }

  /// A run of digits of just such a length, at most nine; a longer or shorter run stays unread.
  mutating func digits(_ length: ClosedRange<Int>) -> Int? {
    let run = rest.prefix { ("0"..."9").contains($0) }
    guard length.contains(run.count), run.count <= 9 else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// A number from 0 to 99: one or two digits, or Han numerals such as 七, 十二, 二十五, 零五.
  mutating func number() -> Int? {
    if let digits = digits(1...2) { return digits }
    let run = rest.prefix { Self.numerals[$0] != nil || $0 == "十" }
    guard (1...3).contains(run.count), let value = Self.value(Array(run)) else { return nil }
    rest = rest.dropFirst(run.count)
    return value
  }

  private static func value(_ run: [Unicode.Scalar]) -> Int? {
    guard let ten = run.firstIndex(of: "十") else {
      switch run.count {
      case 1: return numerals[run[0]]
      case 2 where numerals[run[0]] == 0: return numerals[run[1]]
      default: return nil
      }
    }
    guard ten <= 1, run.count - ten <= 2 else { return nil }
    let tens = ten == 0 ? 1 : numerals[run[0]] ?? 0
    let units = ten + 1 < run.count ? numerals[run[ten + 1]] ?? 0 : 0
    let isWritten = tens > 0 && (ten + 1 == run.count || units > 0)
    return isWritten ? tens * 10 + units : nil
  }

  private static let numerals: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
  ]
}
