/// What the number format of a cell says about its number.
package enum NumberStyle: Hashable, Sendable {
  case plain
  case date
  case moment
  case time
  /// A day in workbooks of one country and a time in those of another; the number tells which.
  case dayOrTime
  /// Shown with at least so many digits: `0000`.
  case filled(digits: Int)

  /// The formats that every workbook knows by number (ECMA-376 part 1, 18.8.30), with those of Chinese,
  /// Japanese and Korean workbooks.
  package init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50, 51, 54, 57, 58: self = .date
    case 22: self = .moment
    case 18...21, 32, 33, 45...47: self = .time
    case 34, 35, 52, 53, 55, 56: self = .dayOrTime
    default: self = .plain
    }
  }

  /// - Parameter code: such as `yyyy"年"m"月"d"日"`; only what holds for positive numbers, up to the
  ///   first `;`, decides.
  package init(code: String) {
    let bytes = Array(code.utf8)
    var index = 0
    var hasDay = false
    var hasClock = false
    var hasMonthOrMinute = false
    var zeros = 0
    var others = 0
    reading: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x3B: break reading
      case 0x22:
        index = bytes[(index + 1)...].firstIndex(of: 0x22) ?? bytes.count
        others += 1
      // Backslash, underscore and asterisk each make the next character a mere mark.
      case 0x5C, 0x5F, 0x2A:
        index += 1
        others += 1
      case 0x5B:
        let end = bytes[index...].firstIndex(of: 0x5D) ?? bytes.count
        // `[h]`, `[mm]`, `[s]` count time; other brackets are colours, conditions and languages.
        let inside = bytes[(index + 1)..<end].map { $0 | 0x20 }
        if let first = inside.first, [0x68, 0x6D, 0x73].contains(first),
          inside.allSatisfy({ $0 == first })
        {
          hasClock = true
        }
        index = end
      case 0x59, 0x79, 0x44, 0x64: hasDay = true
      case 0x48, 0x68, 0x53, 0x73: hasClock = true
      case 0x4D, 0x6D: hasMonthOrMinute = true
      case 0x30: zeros += 1
      default: others += 1
      }
      index += 1
    }
    if hasDay || hasMonthOrMinute && !hasClock {
      self = hasClock ? .moment : .date
    } else if hasClock {
      self = .time
    } else if zeros > 1, others == 0 {
      self = .filled(digits: zeros)
    } else {
      self = .plain
    }
  }
}

/// `styles.xml`: from a cell's style to its number format.
struct StylesPart: PartContent {
  private var codes: [Int: NumberStyle] = [:]
  private var styles: [NumberStyle] = []
  private var isInCellFormats = false

  mutating func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = NumberStyle(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(codes[id] ?? NumberStyle(builtIn: id))
    default: break
    }
  }

  mutating func text(_ piece: String) {}

  mutating func end(_ element: String) {
    if element == "cellXfs" { isInCellFormats = false }
  }

  /// - Parameter index: the attribute `s` of a cell; style 0 where there is none.
  func style(_ index: String?) -> NumberStyle {
    let number = index.flatMap { Int($0) } ?? 0
    return styles.indices.contains(number) ? styles[number] : .plain
  }
}
