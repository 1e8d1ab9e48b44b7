/// A file that was handed in as a list, and which of its sheets is meant.
package struct RosterBook: Hashable, Sendable {
  package let book: ReadBook

  /// - Parameters:
  ///   - encoding: the person's choice for a text; a workbook has no use for it.
  ///   - fileBytesMax: as received.
  /// - Throws: `WorkbookFault` when the file as a whole cannot be read.
  package init(
    _ file: [UInt8], as encoding: TextEncoding? = nil, fileBytesMax: Int
  ) throws(WorkbookFault) {
    var limits = WorkbookLimits(fileBytes: fileBytesMax)
    // A list of a hundred thousand units takes less; several may be read at a time.
    limits.partBytes = 64 * 1_048_576
    limits.allBytes = 128 * 1_048_576
    book = try ReadBook(file, as: encoding, limits: limits)
  }

  /// Encodings in which the text is valid besides the one it was read in: somebody has to look at the names.
  package var otherEncodings: [TextEncoding] { book.otherEncodings }

  /// Numbers from 1 of the sheets that have rows, in the order of their tabs.
  package var sheetNumbers: [Int] {
    book.sheets.indices.filter { !book.sheets[$0].rows.isEmpty }.map { $0 + 1 }
  }

  /// - Parameter number: from 1.
  package func name(ofSheet number: Int) -> String { book.sheets[number - 1].name }

  /// The number of the sheet that is meant where nobody said which: the only one that is not hidden and has
  /// rows, or the only one of these that has the headings.
  /// - Returns: nothing where several may be meant.
  package func likelySheet(_ columns: [RosterColumn]) -> Int? {
    if book.sheets.count == 1 { return 1 }
    let shown = sheetNumbers.filter { !book.sheets[$0 - 1].isHidden }
    if shown.count == 1 { return shown.first }
    let fitting = shown.filter { number in
      do throws(RosterTableFault) {
        _ = try RosterTable(book.sheets[number - 1], columns)
        return true
      } catch { return false }
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// A sheet by its number, or where that is nothing the likely one.
  /// - Parameter number: from 1.
  package func sheet(
    _ number: Int?, for columns: [RosterColumn]
  ) throws(RosterTableFault) -> SheetTable {
    guard let number = number ?? likelySheet(columns) else { throw .sheetUnclear(names) }
    guard book.sheets.indices.contains(number - 1) else { throw .noSuchSheet(names) }
    return book.sheets[number - 1]
  }

  /// A sheet as a person names it: by what stands on its tab, or by its number.
  package func sheet(
    named name: String?, for columns: [RosterColumn]
  ) throws(RosterTableFault) -> SheetTable {
    guard let name else { return try sheet(nil, for: columns) }
    if let sheet = book.sheets.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return sheet
    }
    guard let number = Int(name), number > 0 else { throw .noSuchSheet(names) }
    return try sheet(number, for: columns)
  }

  private var names: [String] { sheetNumbers.map { "\($0) \(name(ofSheet: $0))" } }
}
