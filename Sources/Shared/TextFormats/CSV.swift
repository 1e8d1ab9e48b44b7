/// One line of a comma-separated file (RFC 4180), or what is wrong with it.
package struct CSVRow: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case notUTF8
    case unfinishedQuote
    case strayQuote
    case controlCharacter
  }

  /// The line of the file on which it begins, from 1.
  package let line: Int
  package let cells: [String]
  package let fault: Fault?
}

/// Reads comma-separated text: quotes doubled inside quotes, CRLF or LF, line breaks inside quotes,
/// a byte-order mark skipped. A broken row is reported and the next line is read again.
package enum CSV {
  package static func rows(_ bytes: [UInt8]) -> [CSVRow] {
    var rows: [CSVRow] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while index < bytes.count {
      let start = index
      let startLine = line
      if let (cells, next, lines) = row(bytes, from: index) {
        index = next
        line += lines
        let isBlank = cells.count == 1 && (cells.first?.isEmpty ?? true)
        if !isBlank { rows.append(checked(cells, line: startLine)) }
      } else {
        // Take the line as it is and go on behind it, so that one slip costs one row.
        let fault: CSVRow.Fault = quoteIsOpen(bytes, from: start) ? .unfinishedQuote : .strayQuote
        rows.append(CSVRow(line: startLine, cells: [], fault: fault))
        index = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        line += 1
      }
    }
    return rows
  }

  /// Writes one row, guarded against being read as a formula, ended by CRLF.
  package static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let text = isFormula(cell) ? [0x27] + Array(cell.utf8) : Array(cell.utf8)
      if text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
        bytes.append(0x22)
        for byte in text {
          if byte == 0x22 { bytes.append(0x22) }
          bytes.append(byte)
        }
        bytes.append(0x22)
      } else {
        bytes.append(contentsOf: text)
      }
    }
    return bytes + [0x0D, 0x0A]
  }

  /// Whether a spreadsheet might take the cell for a formula: its first scalar that is not a
  /// combining mark or invisible begins one.
  private static func isFormula(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: continue
      default: break
      }
      return ["=", "+", "-", "@", "\t", "\r"].contains(scalar)
    }
    return false
  }

  private static func checked(_ cells: [[UInt8]], line: Int) -> CSVRow {
    var texts: [String] = []
    for cell in cells {
      guard let text = UTF8Validation.text(cell) else {
        return CSVRow(line: line, cells: [], fault: .notUTF8)
      }
      let hasControl = cell.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09) || $0 == 0x7F }
      if hasControl { return CSVRow(line: line, cells: [], fault: .controlCharacter) }
      texts.append(text)
    }
    return CSVRow(line: line, cells: texts, fault: nil)
  }

  /// - Returns: nothing when quotes are not as they should be.
  private static func row(
    _ bytes: [UInt8], from start: Int
  ) -> (cells: [[UInt8]], next: Int, lines: Int)? {
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var index = start
    var lines = 0
    while true {
      guard index < bytes.count else {
        cells.append(cell)
        return (cells, index, lines)
      }
      switch bytes[index] {
      case 0x22 where cell.isEmpty:
        guard let (quoted, next, breaks) = quotedCell(bytes, from: index + 1) else { return nil }
        let isEnd = next >= bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[next])
        guard isEnd else { return nil }
        cell = quoted
        lines += breaks
        index = next
        if cell.isEmpty, index < bytes.count, bytes[index] == 0x22 { return nil }
      case 0x22: return nil
      case 0x2C:
        cells.append(cell)
        cell = []
        index += 1
      case 0x0A:
        if cell.last == 0x0D { cell.removeLast() }
        cells.append(cell)
        return (cells, index + 1, lines + 1)
      default:
        cell.append(bytes[index])
        index += 1
      }
    }
  }

  private static func quotedCell(
    _ bytes: [UInt8], from start: Int
  ) -> (cell: [UInt8], next: Int, breaks: Int)? {
    var cell: [UInt8] = []
    var index = start
    var breaks = 0
    while index < bytes.count {
      if bytes[index] == 0x22 {
        if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          cell.append(0x22)
          index += 2
          continue
        }
        return (cell, index + 1, breaks)
      }
      if bytes[index] == 0x0A { breaks += 1 }
      cell.append(bytes[index])
      index += 1
    }
    return nil
  }

  private static func quoteIsOpen(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes[start...].reduce(0) { $0 + ($1 == 0x22 ? 1 : 0) } % 2 == 1
  }
}
