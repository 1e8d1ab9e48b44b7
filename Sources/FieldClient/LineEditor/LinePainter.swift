import CEditLine

/// What to write so that a terminal shows a prompt, the line being edited and the cursor.
///
/// libedit's own painter compares columns and loses count where one Han character replaces another
/// or does not fit beside the margin (version 3.1-20221030, also its current sources); names got
/// gaps. This one appends, or else writes the line anew.
struct LinePainter {
  let prompt: String
  /// The scalars on the screen, prompt included, as long as the cursor stands behind the last one.
  private var appendable: [Unicode.Scalar]?
  /// Rows from the first painted one to the cursor's.
  private var cursorRow = 0

  /// The size of a terminal.
  struct Size {
    let columns: Int
    let rows: Int
  }

  init(prompt: String) { self.prompt = prompt }

  mutating func paint(before: String, after: String, on size: Size) -> String {
    let start = Array((prompt + before).unicodeScalars)
    let whole = start + Array(after.unicodeScalars)
    if let shown = appendable, after.isEmpty, whole.starts(with: shown) {
      appendable = whole
      let layout = Layout(whole, columns: size.columns)
      let former = Layout(shown, columns: size.columns).rowStarts.count
      cursorRow = min(cursorRow + layout.rowStarts.count - former, size.rows - 1)
      return Self.text(whole[shown.count...]) + (layout.endsAtMargin ? Self.overMargin : "")
    }
    var output = (cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : "") + "\r\u{1B}[J"
    let layout = Layout(whole, columns: size.columns)
    let cursor = layout.position(of: start.count)
    // Of a line taller than the screen, the rows around the cursor are shown.
    let lastRow = layout.rowStarts.count - 1
    let firstShown = max(0, min(cursor.row - size.rows / 2, lastRow - size.rows + 1))
    let lastShown = min(lastRow, firstShown + size.rows - 1)
    let end = lastShown == lastRow ? whole.count : layout.rowStarts[lastShown + 1]
    output += Self.text(whole[layout.rowStarts[firstShown]..<end])
    if lastShown == lastRow, layout.endsAtMargin { output += Self.overMargin }
    if start.count < whole.count {
      if lastShown > cursor.row { output += "\u{1B}[\(lastShown - cursor.row)A" }
      output += "\u{1B}[\(cursor.column + 1)G"
    }
    cursorRow = cursor.row - firstShown
    appendable = start.count == whole.count ? whole : nil
    return output
  }

  /// A full row leaves the cursor beside the margin or below, as the terminal likes; a space and a
  /// return put it below.
  private static let overMargin = " \r"

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Where a terminal that wraps puts each scalar.
private struct Layout {
  /// The index of the first scalar of each row; the last row may be empty.
  private(set) var rowStarts = [0]
  private(set) var endsAtMargin = false
  private var columnsBefore: [Int] = []
  private let lastColumn: Int

  init(_ scalars: [Unicode.Scalar], columns: Int) {
    var column = 0
    for (index, scalar) in scalars.enumerated() {
      let width = Int(rounds_columns(wchar_t(bitPattern: scalar.value)))
      if column + width > columns {
        rowStarts.append(index)
        column = 0
      }
      columnsBefore.append(column)
      column += width
    }
    if column >= columns {
      endsAtMargin = true
      rowStarts.append(scalars.count)
      column = 0
    }
    lastColumn = column
  }

  func position(of index: Int) -> (row: Int, column: Int) {
    let row = rowStarts.lastIndex { $0 <= index } ?? 0
    return (row, index < columnsBefore.count ? columnsBefore[index] : lastColumn)
  }
}
