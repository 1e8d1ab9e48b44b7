/// One line of a comma-separated file (RFC 4180), or what is wrong with it.
package struct CSVRow: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
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
  /// A quoted cell longer than this was never closed; the bound also keeps a file of broken rows
  /// from being read over and over.
  private static let quotedBytesMax = 65_536

  package static func rows(_ bytes: [UInt8]) -> [CSVRow] {
    var rows: [CSVRow] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while index < bytes.count {
      switch row(bytes, from: index) {
      case .success(let found):
        let isBlank = found.cells.count == 1 && (found.cells.first?.isEmpty ?? true)
        if !isBlank { rows.append(checked(found, line: line)) }
        index = found.next
        line += found.lines
      case .failure(let fault):
        // Take the line as it is and go on behind it, so that one slip costs one row.
        rows.append(CSVRow(line: line, cells: [], fault: fault))
        index = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
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

  /// One row as bytes, and where the next begins.
  private struct RawRow {
    var cells: [[UInt8]] = []
    /// A carriage return outside quotes that does not end its line.
    var hasStrayReturn = false
    var next = 0
    var lines = 0
  }

  private static func checked(_ row: RawRow, line: Int) -> CSVRow {
    var texts: [String] = []
    for cell in row.cells {
      guard let text = UTF8Validation.text(cell) else {
        return CSVRow(line: line, cells: [], fault: .notUTF8)
      }
      let hasControl = text.unicodeScalars.contains {
        ($0.value < 0x20 && !["\t", "\n", "\r"].contains($0)) || (0x7F...0x9F).contains($0.value)
      }
      if hasControl || row.hasStrayReturn {
        return CSVRow(line: line, cells: [], fault: .controlCharacter)
      }
      texts.append(text)
    }
    return CSVRow(line: line, cells: texts, fault: nil)
  }

  /// - Returns: a fault when quotes are not as they should be.
  private static func row(_ bytes: [UInt8], from start: Int) -> Result<RawRow, CSVRow.Fault> {
    var row = RawRow()
    var index = start
    while true {
      var cell: [UInt8] = []
      if index < bytes.count, bytes[index] == 0x22 {
        guard let quoted = quotedCell(bytes, from: index + 1) else {
          return .failure(.unfinishedQuote)
        }
        cell = quoted.cell
        index = quoted.next
        row.lines += quoted.breaks
        guard isCellEnd(bytes, index) else { return .failure(.strayQuote) }
      } else {
        while !isCellEnd(bytes, index) {
          if bytes[index] == 0x22 { return .failure(.strayQuote) }
          if bytes[index] == 0x0D { row.hasStrayReturn = true }
          cell.append(bytes[index])
          index += 1
        }
      }
      row.cells.append(cell)
      if index < bytes.count, bytes[index] == 0x2C {
        index += 1
        continue
      }
      row.next = min(bytes.count, index + lineEnd(bytes, index))
      row.lines += 1
      return .success(row)
    }
  }

  private static func isCellEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x2C || lineEnd(bytes, index) > 0
  }

  /// How many bytes end a line here: LF, CRLF, or a CR that is the file's last byte; 0 for none.
  private static func lineEnd(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D where index + 1 == bytes.count: return 1
    case 0x0D where bytes[index + 1] == 0x0A: return 2
    default: return 0
    }
  }

  private static func quotedCell(
    _ bytes: [UInt8], from start: Int
  ) -> (cell: [UInt8], next: Int, breaks: Int)? {
    var cell: [UInt8] = []
    var index = start
    var breaks = 0
    while index < bytes.count, cell.count <= quotedBytesMax {
      if bytes[index] == 0x22 {
        guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else {
          return (cell, index + 1, breaks)
        }
        index += 1
      } else if bytes[index] == 0x0A {
        breaks += 1
      }
      cell.append(bytes[index])
      index += 1
    }
    return nil
  }
}
