/// A cell that was read and is not empty.
package struct SheetCell: Hashable, Sendable {
  /// What the file says the cell holds; a text file holds nothing but text.
  package enum Kind: Hashable, Sendable {
    case text
    case number
    /// `YYYY-MM-DD`.
    case date
    /// `YYYY-MM-DD hh:mm`, with `:ss` where there are seconds; of no zone, as spreadsheets have it.
    case moment
    /// `hh:mm`, with `:ss` where there are seconds; more than 24 hours are possible.
    case time
    /// `true` or `false`.
    case yesNo
    /// What the spreadsheet could not compute, such as `#N/A`.
    case error
  }

  package let place: SheetPlace
  package let kind: Kind
  /// One spelling for each value, whatever the spreadsheet's country: a number with a point and
  /// without separators, filled up with zeros where the cell shows them. Line ends are LF.
  package let text: String

  package init(place: SheetPlace, kind: Kind, text: String) {
    self.place = place
    self.kind = kind
    self.text = text
  }
}

/// A row with at least one cell.
package struct SheetRow: Hashable, Sendable {
  /// From 1, as the person sees it; in a text file the line on which the row begins.
  package let number: Int
  /// In order of columns, each at most once; empty ones are left out.
  package let cells: [SheetCell]
  package let isHidden: Bool
  /// Cells of the row as a text file has them, empty ones too; nothing for a workbook, whose cells cannot
  /// slip sideways.
  package let width: Int?

  package init(number: Int, cells: [SheetCell], isHidden: Bool = false, width: Int? = nil) {
    self.number = number
    self.cells = cells
    self.isHidden = isHidden
    self.width = width
  }

  /// - Parameter column: from 1.
  package subscript(column: Int) -> SheetCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].place.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].place.column == column ? cells[low] : nil
  }
}

/// A sheet of a workbook, or the one table of a text file, with what is to be said about it.
package struct SheetTable: Hashable, Sendable {
  /// Empty for a text file.
  package let name: String
  package let isHidden: Bool
  /// In order of their numbers.
  package let rows: [SheetRow]
  /// In order of places; at most `notesMax`, the last then says how many more there were.
  package let notes: [SheetNote]
  /// Every note by which a cell or a row has no value, also those that found no room in `notes`: whoever takes
  /// a missing cell for an empty one has to know.
  package let gaps: [SheetNote]

  /// - Parameter notes: all of them, in any order.
  package init(
    name: String, isHidden: Bool = false, rows: [SheetRow], notes: [SheetNote], dropped: Int = 0
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.notes = SheetNote.bounded(notes, dropped: dropped)
    gaps = notes.filter(\.matter.leavesGap)
  }

  /// More than this nobody reads.
  package static let notesMax = 200

  /// Whether anything in it could not be read; the rest is there all the same.
  package var hasFaults: Bool { notes.contains { $0.matter.isFault } }
}

/// A workbook that was read.
package struct Workbook: Hashable, Sendable {
  /// In the order of their tabs; sheets that are only a chart are left out.
  package let sheets: [SheetTable]

  package init(sheets: [SheetTable]) { self.sheets = sheets }
}
