package import Wording

/// Something in a table that its reader should know: a fault, which makes a cell or a row unusable, or
/// a warning that what was read may not be what was meant.
package struct SheetNote: Hashable, Sendable {
  package enum Matter: Hashable, Sendable {
    /// A number whose cell shows leading zeros; the text was filled up to what is shown.
    case zerosFilled(shown: String)
    /// A number in a column where other cells are texts with leading zeros.
    case zerosMayBeLost(value: String)
    /// More digits than a spreadsheet keeps (15), or a text such as `1.38E+10`.
    case digitsMayBeLost(value: String)
    /// The program that wrote the file did not compute the cell.
    case formulaWithoutValue
    /// Only the first cell of the range has the value.
    case merged(range: String)
    case hiddenSheet
    case hiddenRow
    case hiddenColumn
    /// A row that seems to sum up the others.
    case totalRow(word: String)
    /// A number that no date belongs to, such as the 29 February 1900 of Excel.
    case noDate(value: String)
    /// The cell holds an error value such as `#N/A`.
    case errorValue(String)
    /// The file contradicts itself here: a text that is not there, a number that is none.
    case unreadable(value: String)
    case controlCharacter
    /// A second cell at the same place; the first stands.
    case cellTwice
    /// Quotes of a text file that are not as they should be.
    case quotes
    case notUTF8
    /// The notes that no longer found room.
    case more(count: Int)

    /// Whether the cell or row has no value because of it.
    package var isFault: Bool {
      switch self {
      case .noDate, .errorValue, .unreadable, .controlCharacter, .cellTwice, .quotes, .notUTF8:
        true
      case .zerosFilled, .zerosMayBeLost, .digitsMayBeLost, .formulaWithoutValue, .merged,
        .hiddenSheet, .hiddenRow, .hiddenColumn, .totalRow, .more:
        false
      }
    }

    /// Whether the place has no value although something stands there.
    package var leavesGap: Bool { isFault || self == .formulaWithoutValue }
  }

  /// Row 0 stands for the whole sheet or a whole column, column 0 for a whole row.
  package let place: SheetPlace
  package let matter: Matter

  package init(_ matter: Matter, at place: SheetPlace) {
    self.matter = matter
    self.place = place
  }

  /// Where, what, and what to do, in one sentence or two.
  package var message: Message {
    let row = "\(place.row)"
    let column = place.columnLetters
    switch matter {
    case .zerosFilled(let shown): return Message(.sheetZerosFilled, [row, column, shown])
    case .zerosMayBeLost(let value): return Message(.sheetZerosLost, [row, column, value])
    case .digitsMayBeLost(let value): return Message(.sheetDigitsLost, [row, column, value])
    case .formulaWithoutValue: return Message(.sheetFormulaEmpty, [row, column])
    case .merged(let range): return Message(.sheetMerged, [range])
    case .hiddenSheet: return Message(.sheetHidden)
    case .hiddenRow: return Message(.sheetRowHidden, [row])
    case .hiddenColumn: return Message(.sheetColumnHidden, [column])
    case .totalRow(let word): return Message(.sheetTotalRow, [row, word])
    case .noDate(let value): return Message(.sheetNoDate, [row, column, value])
    case .errorValue(let value): return Message(.sheetErrorValue, [row, column, value])
    case .unreadable(let value): return Message(.sheetUnreadable, [row, column, value])
    case .controlCharacter: return Message(.sheetControl, [row, column])
    case .cellTwice: return Message(.sheetCellTwice, [row, column])
    case .quotes: return Message(.sheetQuotes, [row, column])
    case .notUTF8: return Message(.sheetNotUTF8, [row, column])
    case .more(let count): return Message(.sheetMoreNotes, ["\(count)"])
    }
  }

  /// Sorts by place and keeps what finds room.
  static func bounded(_ notes: [SheetNote], dropped: Int = 0) -> [SheetNote] {
    // Faults first where not all find room: nobody may miss one for a hundred warnings.
    let limit = SheetTable.notesMax
    guard notes.count + min(dropped, 1) > limit else { return notes.sorted { $0.place < $1.place } }
    let faults = notes.filter(\.matter.isFault)
    let warnings = notes.filter { !$0.matter.isFault }
    let kept = Array((faults + warnings).prefix(limit - 1))
    return kept.sorted { $0.place < $1.place } + [
      SheetNote(
        .more(count: notes.count - kept.count + dropped), at: SheetPlace(row: 0, column: 0))
    ]
  }
}
