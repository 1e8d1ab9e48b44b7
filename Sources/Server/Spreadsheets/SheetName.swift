/// The name of a sheet's tab as Excel allows it.
package enum SheetName {
  private static let unitsMax = 31

  /// - Parameters:
  ///   - title: any text.
  ///   - taken: the names given so far.
  /// - Returns: at most 31 UTF-16 units without `[]:*?/\`, control characters and apostrophes at the
  ///   ends; never empty, never `History`, and unlike every taken one in more than letters' case.
  package static func name(_ title: String, taken: [String]) -> String {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
    var scalars = String.UnicodeScalarView()
    for scalar in WrittenText.plain(title).unicodeScalars {
      let isBad = forbidden.contains(scalar) || scalar.value < 0x20
      scalars.append(isBad ? " " : scalar)
    }
    let cleaned = trimmed(String(scalars))
    let isReserved = cleaned.lowercased().utf8.elementsEqual("history".utf8)
    let base = cleaned.utf8.isEmpty || isReserved ? cleaned + "_" : cleaned
    let known = Set(taken.map { $0.lowercased() })
    var name = trimmed(cut(base, to: unitsMax))
    var number = 2
    while known.contains(name.lowercased()) {
      let end = " \(number)"
      name = cut(base, to: unitsMax - end.utf16.count) + end
      number += 1
    }
    return name
  }

  /// Cut between characters, so that no half of one is left.
  static func cut(_ text: String, to units: Int) -> String {
    var kept = ""
    var used = 0
    for character in text {
      used += character.utf16.count
      if used > units { break }
      kept.append(character)
    }
    return kept
  }

  private static func trimmed(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = [" ", "'"]
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !marks.contains($0) }),
      let last = scalars.lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

/// A text as a cell can hold it.
struct WrittenText: Hashable, Sendable {
  /// Without NUL, without what XML cannot hold, with `_x0041_` protected from being read as `A`.
  let text: String
  let isCut: Bool

  /// Excel's bound, in UTF-16 units.
  static let unitsMax = 32_767
  /// Ends a text that was cut.
  static let cutMark = "…[cut]"

  init(_ raw: String) {
    let plain = Self.escaped(Self.plain(raw))
    guard plain.utf16.count > Self.unitsMax else {
      (text, isCut) = (plain, false)
      return
    }
    text = SheetName.cut(plain, to: Self.unitsMax - Self.cutMark.utf16.count) + Self.cutMark
    isCut = true
  }

  /// Line ends as LF; what XML 1.0 cannot hold as U+FFFD.
  static func plain(_ raw: String) -> String {
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !wasReturn { scalars.append(scalar) }
      case 0x09: scalars.append(scalar)
      case 0x00..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    return String(scalars)
  }

  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard UTF8Scan.place(of: [0x5F, 0x78], in: bytes[...]) != nil else { return text }
    var result: [UInt8] = []
    for index in bytes.indices {
      if XMLValue.hasEscape(bytes, at: index) { result += Array("_x005F".utf8) }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }
}
