/// The one spelling of a number that a workbook keeps.
struct NumberText: Hashable, Sendable {
  let text: String
  let value: Double
  /// More significant digits than the 15 that spreadsheets keep.
  let isBeyondDigits: Bool

  /// Reads what `<v>` holds: ASCII digits, sign, point, exponent.
  ///
  /// - Returns: nothing for anything else, and for what is not finite.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 64,
      bytes.allSatisfy({
        [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) || (0x30...0x39).contains($0)
      }),
      let value = Double(text), value.isFinite
    else { return nil }
    self.value = value
    let isWhole = value.rounded() == value
    if isWhole, abs(value) < 1e15 {
      self.text = "\(Int(value))"
    } else if isWhole, abs(value) < 9e18 {
      self.text = "\(Int(value))"
    } else {
      // The shortest text that is this number: 3.1, where the file says 3.1000000000000001.
      self.text = "\(value)"
    }
    isBeyondDigits = abs(value) >= 1e15
  }

  /// - Returns: the digits filled up with zeros in front, as the cell shows them; nothing where nothing
  ///   is to be filled.
  func filled(to digits: Int) -> String? {
    guard value >= 0, value.rounded() == value, !isBeyondDigits, text.utf8.count < digits,
      digits <= 64
    else { return nil }
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// Whether a text is what spreadsheets make of a long number: `1.38E+10`.
  static func isScientific(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }), mark > 0,
      (0x30...0x39).contains(bytes[0])
    else { return false }
    let front = bytes[..<mark]
    let back = bytes[(mark + 1)...].drop { $0 == 0x2B }
    return bytes.count <= 32 && front.count { $0 == 0x2E } <= 1 && (1...3).contains(back.count)
      && front.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
      && back.allSatisfy { (0x30...0x39).contains($0) } && front.count > 1
  }

  /// Whether a text is digits with a zero in front, such as `0301`.
  static func hasLeadingZero(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count > 1 && bytes[0] == 0x30 && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
