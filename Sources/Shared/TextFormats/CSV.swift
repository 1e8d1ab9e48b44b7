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
  /// The cell at fault, from 1.
  package let faultColumn: Int?

  fileprivate init(
    line: Int, cells: [String], fault: Fault? = nil, faultColumn: Int? = nil
  ) {
    self.line = line
    self.cells = cells
    self.fault = fault
    self.faultColumn = faultColumn
  }
}

/// Reads comma-separated text: quotes doubled inside quotes, CRLF or LF, line breaks inside quotes,
/// a byte-order mark skipped. A broken row is reported and the next line is read again.
package enum CSV {
  /// A quoted cell longer than this was never closed; the bound also keeps a file of broken rows
  /// from being read over and over.
  private static let quotedBytesMax = 65_536

  /// - Parameter separator: an ASCII byte; a tab for what Excel calls Unicode text.
  package static func rows(_ bytes: [UInt8], separator: UInt8 = 0x2C) -> [CSVRow] {
    var rows: [CSVRow] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while index < bytes.count {
      switch row(bytes, from: index, separator: separator) {
      case .success(let found):
        let isBlank = found.cells.count == 1 && (found.cells.first?.isEmpty ?? true)
        if !isBlank { rows.append(checked(found, line: line)) }
        index = found.next
        line += found.lines
      case .failure(let slip):
        // Take the line as it is and go on behind it, so that one slip costs one row.
        rows.append(
          CSVRow(line: line, cells: [], fault: slip.fault, faultColumn: slip.column))
        index = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        line += 1
      }
    }
    return rows
  }

  /// A cell to be written.
  package enum Field: Hashable, Sendable {
    /// Words: an apostrophe is put before what a spreadsheet might read as a formula.
    case guarded(String)
    /// A number, a day or a time of our own making: written as it is, so that −5 stays a number. Never for
    /// what somebody typed.
    case plain(String)
  }

  /// Writes one row, guarded against being read as a formula, ended by CRLF.
  package static func line(_ cells: [String]) -> [UInt8] {
    line(fields: cells.map { .guarded($0) })
  }

  /// Writes one row of typed cells, ended by CRLF.
  package static func line(fields: [Field]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let text: [UInt8]
      switch field {
      case .guarded(let cell): text = isFormula(cell) ? [0x27] + Array(cell.utf8) : Array(cell.utf8)
      case .plain(let cell): text = Array(cell.utf8)
      }
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
  /// combining mark or invisible begins one, also in the full-width form that Chinese keyboards type.
  private static func isFormula(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: continue
      default: break
      }
      return [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
      ].contains(scalar)
    }
    return false
  }

  /// One row as bytes, and where the next begins.
  private struct RawRow {
    var cells: [[UInt8]] = []
    /// The first cell, from 1, with a carriage return outside quotes that does not end its line.
    var strayReturn: Int?
    var next = 0
    var lines = 0
  }

  /// Quotes that are not as they should be, and in which cell, from 1.
  private struct Slip: Error {
    let fault: CSVRow.Fault
    let column: Int
  }

  private static func checked(_ row: RawRow, line: Int) -> CSVRow {
    var texts: [String] = []
    for (index, cell) in row.cells.enumerated() {
      guard let text = UTF8Validation.text(cell) else {
        return CSVRow(line: line, cells: [], fault: .notUTF8, faultColumn: index + 1)
      }
      let hasControl = text.unicodeScalars.contains {
        ($0.value < 0x20 && !["\t", "\n", "\r"].contains($0)) || (0x7F...0x9F).contains($0.value)
      }
      if hasControl || row.strayReturn == index + 1 {
        return CSVRow(line: line, cells: [], fault: .controlCharacter, faultColumn: index + 1)
      }
      texts.append(text)
    }
    return CSVRow(line: line, cells: texts)
  }

  /// - Returns: a slip when quotes are not as they should be.
  private static func row(
    _ bytes: [UInt8], from start: Int, separator: UInt8
  ) -> Result<RawRow, Slip> {
    var row = RawRow()
    var index = start
    while true {
      var cell: [UInt8] = []
      if index < bytes.count, bytes[index] == 0x22 {
        guard let quoted = quotedCell(bytes, from: index + 1) else {
          return .failure(Slip(fault: .unfinishedQuote, column: row.cells.count + 1))
        }
        cell = quoted.cell
        index = quoted.next
        row.lines += quoted.breaks
        guard isCellEnd(bytes, index, separator) else {
          return .failure(Slip(fault: .strayQuote, column: row.cells.count + 1))
        }
      } else {
        while !isCellEnd(bytes, index, separator) {
          if bytes[index] == 0x22 {
            return .failure(Slip(fault: .strayQuote, column: row.cells.count + 1))
          }
          if bytes[index] == 0x0D { row.strayReturn = row.strayReturn ?? row.cells.count + 1 }
          cell.append(bytes[index])
          index += 1
        }
      }
      row.cells.append(cell)
      if index < bytes.count, bytes[index] == separator {
        index += 1
        continue
      }
      row.next = min(bytes.count, index + lineEnd(bytes, index))
      row.lines += 1
      return .success(row)
    }
  }

  private static func isCellEnd(_ bytes: [UInt8], _ index: Int, _ separator: UInt8) -> Bool {
    index >= bytes.count || bytes[index] == separator || lineEnd(bytes, index) > 0
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
