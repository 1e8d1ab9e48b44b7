import TextFormats

/// A table in a text file, its cells separated by commas or by tabs.
package struct TextSheet: Hashable, Sendable {
  package let encoding: TextEncoding
  /// Others in which the file is valid too, for the person to choose.
  package let otherEncodings: [TextEncoding]
  package let table: SheetTable

  /// - Parameters:
  ///   - file: the whole file.
  ///   - encoding: the person's choice; found out where there is none.
  ///   - limits: only `fileBytes` and `cells` count here.
  /// - Throws: `WorkbookFault` when the file as a whole is no text. Broken rows are noted in the table.
  package init(
    _ file: [UInt8], as encoding: TextEncoding? = nil, limits: WorkbookLimits
  ) throws(WorkbookFault) {
    let text = try DecodedText(file, as: encoding, limit: limits.fileBytes)
    try self.init(text.bytes, text.encoding, text.others, limits)
  }

  /// A file that is UTF-8 but for some rows, which are noted and left out.
  ///
  /// - Returns: nothing for a file of which more rows are broken than whole: it is of another encoding.
  package init?(mostlyUTF8 file: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    guard file.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
    try self.init(file, .utf8, [], limits)
    guard table.gaps.count(where: { $0.matter == .notUTF8 }) <= table.rows.count else { return nil }
  }

  /// - Parameter bytes: without a mark, or UTF-8 with one.
  private init(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ others: [TextEncoding], _ limits: WorkbookLimits
  ) throws(WorkbookFault) {
    self.encoding = encoding
    otherEncodings = others
    var rows: [SheetRow] = []
    var notes: [SheetNote] = []
    var count = 0
    for row in CSV.rows(bytes, separator: Self.separator(bytes)) {
      if let fault = row.fault {
        let place = SheetPlace(row: row.line, column: row.faultColumn ?? 1)
        notes.append(SheetNote(Self.matter(fault), at: place))
        continue
      }
      var cells: [SheetCell] = []
      for (index, cell) in row.cells.enumerated() {
        let place = SheetPlace(row: row.line, column: index + 1)
        guard let plain = SheetText.plain(cell) else {
          notes.append(SheetNote(.controlCharacter, at: place))
          continue
        }
        guard !plain.utf8.isEmpty else { continue }
        if NumberText.isScientific(plain) {
          notes.append(SheetNote(.digitsMayBeLost(value: plain), at: place))
        }
        cells.append(SheetCell(place: place, kind: .text, text: plain))
      }
      count += cells.count
      guard count <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
      if !cells.isEmpty {
        rows.append(SheetRow(number: row.line, cells: cells, width: row.cells.count))
      }
    }
    notes += SheetText.warnings(rows)
    table = SheetTable(name: "", rows: rows, notes: notes)
  }

  /// A tab where the first line has tabs and no comma, as Excel's "Unicode text" does.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0A }
    return line.contains(0x09) && !line.contains(0x2C) ? 0x09 : 0x2C
  }

  private static func matter(_ fault: CSVRow.Fault) -> SheetNote.Matter {
    switch fault {
    case .notUTF8: .notUTF8
    case .unfinishedQuote, .strayQuote: .quotes
    case .controlCharacter: .controlCharacter
    }
  }
}
