/// The code of a unit as people say it, in the form in which codes are written: `3棟1201`, `3号楼1201室`,
/// `三座１２０１` and `3#1201` are `3-1201`.
package enum UnitKey {
  /// - Returns: what `UnitCode` makes of the same text if no word for a building, a floor or a door is in it;
  ///   nothing if nothing is left. It need not be a valid code: a beginning such as `3-` becomes `3`.
  package static func of(_ typed: String) -> String? {
    var parts: [[Unicode.Scalar]] = [[]]
    var rest = Array(typed.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      // 單 and 元 are words of their own in the names of shops.
      if "單单".unicodeScalars.contains(scalar), rest.first == "元" {
        rest.removeFirst()
        parts.append([])
      } else if isSeparator(scalar) {
        parts.append([])
      } else if let plain = plain(scalar) {
        parts[parts.count - 1].append(plain)
      }
    }
    let words = parts.map(numbered).filter { !$0.isEmpty }
    if words.isEmpty { return nil }
    var view = String.UnicodeScalarView()
    for (place, word) in words.enumerated() {
      if place > 0 { view.append("-") }
      view.append(contentsOf: word)
    }
    return String(view)
  }

  /// Dashes of every kind, and the words behind the number of a building, an entrance, a floor or a door,
  /// with 号 that may stand before them.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0xFE63, 0xFF0D, 0x2010...0x2015, 0x2212, 0x23, 0xFF03, 0x2F, 0xFF0F: true
    default: words.contains(scalar)
    }
  }

  private static let words = Set(
    "棟栋幢座樓楼門门號号梯層层室房戶户".unicodeScalars)

  /// Nothing for what is passed over, as `UnitCode` does with spaces; 第 only counts.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x61...0x7A).contains(value) { value -= 0x20 }
    switch value {
    case 0x20, 0x09, 0xA0, 0x3000, 0x7B2C: return nil
    default: return Unicode.Scalar(value) ?? scalar
    }
  }

  /// 三 → 3, 十二 → 12, 二十 → 20; anything else as it is.
  private static func numbered(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let digits = Array("零一二三四五六七八九".unicodeScalars)
    let ten: Unicode.Scalar = "十"
    let values = word.map { $0 == ten ? 10 : digits.firstIndex(of: $0) ?? -1 }
    let number: Int
    switch (values.count, values.first ?? -1, values.last ?? -1) {
    case (1, let one, _) where one > 0: number = one
    case (2, 10, let one) where (1...9).contains(one): number = 10 + one
    case (2, let tens, 10) where (1...9).contains(tens): number = tens * 10
    case (3, let tens, let one)
    where (1...9).contains(tens) && values[1] == 10 && (1...9).contains(one):
      number = tens * 10 + one
    default: return word
    }
    return Array(String(number).unicodeScalars)
  }
}
