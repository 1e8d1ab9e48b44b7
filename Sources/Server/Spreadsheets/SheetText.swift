/// The text of cells, and what whole columns and rows of it tell.
enum SheetText {
  /// Line ends as LF.
  /// - Returns: nothing for a text with control characters other than tab and line feed.
  static func plain(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      switch byte {
      case 0x0D: bytes.append(0x0A)
      case 0x0A: if !wasReturn { bytes.append(0x0A) }
      case 0x09: bytes.append(byte)
      case 0x00..<0x20, 0x7F: return nil
      default: bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    return plain.unicodeScalars.contains { (0x80...0x9F).contains($0.value) } ? nil : plain
  }

  /// Warnings that need more than one cell: numbers among texts with leading zeros, and rows of totals.
  static func warnings(_ rows: [SheetRow]) -> [SheetNote] {
    var withZeros: Set<Int> = []
    var firstNumber: [Int: SheetCell] = [:]
    var notes: [SheetNote] = []
    for row in rows {
      for cell in row.cells {
        let column = cell.place.column
        if NumberText.hasLeadingZero(cell.text) { withZeros.insert(column) }
        if cell.kind == .number, firstNumber[column] == nil,
          !NumberText.hasLeadingZero(cell.text)
        {
          firstNumber[column] = cell
        }
      }
      if let word = totalWord(row) {
        notes.append(SheetNote(.totalRow(word: word), at: SheetPlace(row: row.number, column: 0)))
      }
    }
    for column in withZeros.sorted() {
      guard let cell = firstNumber[column] else { continue }
      notes.append(SheetNote(.zerosMayBeLost(value: cell.text), at: cell.place))
    }
    return notes
  }

  private static let totals = [
    "合计", "合計", "总计", "總計", "共计", "共計", "小计", "小計", "总数", "總數", "total", "subtotal",
    "grand total", "sum",
  ]

  /// The word by which the first cell of a row calls itself a total.
  static func totalWord(_ row: SheetRow) -> String? {
    guard let first = row.cells.first, first.kind == .text, first.text.utf8.count <= 40 else {
      return nil
    }
    // `合　计` and `合计：` are written as often as `合计`.
    let marks: Set<Unicode.Scalar> = ["\u{3000}", "\u{FF1A}", ":", "\n"]
    let word = String(
      String.UnicodeScalarView(
        first.text.lowercased().unicodeScalars.filter { !marks.contains($0) }))
    let trimmed = word.utf8.filter { $0 != 0x20 }
    return totals.first { $0.utf8.filter { $0 != 0x20 }.elementsEqual(trimmed) }
  }
}
