import CEditLine

/// What to write so that a terminal shows a prompt, the line being edited and the cursor.
///
/// libedit's own painter compares columns and loses count where one Han character replaces another
/// or does not fit beside the margin (seen with version 3.1-20221030); names got gaps. This one
/// appends, or else writes the line anew.
struct LinePainter {
  let prompt: String
  private var shown: Picture?
  /// Rows from the first painted one to the cursor's.
  private var cursorRow = 0
  /// Where the next scalar behind the last one goes.
  private var endColumn = 0

  /// What was painted last.
  private struct Picture: Equatable {
    /// Prompt and line.
    let scalars: [Unicode.Scalar]
    let cursor: Int
    let size: Size
  }

  /// The size of a terminal.
  struct Size: Equatable {
    let columns: Int
    let rows: Int
  }

  init(prompt: String) { self.prompt = prompt }

  /// - Returns: nothing when the screen shows it already.
  mutating func paint(before: String, after: String, on size: Size) -> String {
    let start = Array((prompt + before).unicodeScalars)
    let next = Picture(
      scalars: start + Array(after.unicodeScalars), cursor: start.count, size: size)
    defer { shown = next }
    guard let shown else { return painted(next) }
    return shown == next ? "" : appended(next, to: shown) ?? painted(next)
  }

  private mutating func appended(_ next: Picture, to shown: Picture) -> String? {
    guard next.size == shown.size, shown.cursor == shown.scalars.count,
      next.cursor == next.scalars.count, next.scalars.starts(with: shown.scalars)
    else { return nil }
    let added = next.scalars[shown.scalars.count...]
    let layout = Layout(added, from: endColumn, columns: next.size.columns)
    cursorRow = min(cursorRow + layout.rowStarts.count - 1, next.size.rows - 1)
    endColumn = layout.endColumn
    return Self.text(added) + (layout.endsAtMargin ? Self.overMargin : "")
  }

  private mutating func painted(_ next: Picture) -> String {
    var output = (cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : "") + "\r\u{1B}[J"
    let layout = Layout(next.scalars[...], from: 0, columns: next.size.columns)
    endColumn = layout.endColumn
    let cursor = layout.position(of: next.cursor)
    // Of a line taller than the screen, the rows around the cursor are shown.
    let lastRow = layout.rowStarts.count - 1
    let firstShown = max(0, min(cursor.row - next.size.rows / 2, lastRow - next.size.rows + 1))
    let lastShown = min(lastRow, firstShown + next.size.rows - 1)
    let end = lastShown == lastRow ? next.scalars.count : layout.rowStarts[lastShown + 1]
    output += Self.text(next.scalars[layout.rowStarts[firstShown]..<end])
    if lastShown == lastRow, layout.endsAtMargin { output += Self.overMargin }
    if next.cursor < next.scalars.count {
      if lastShown > cursor.row { output += "\u{1B}[\(lastShown - cursor.row)A" }
      output += "\u{1B}[\(cursor.column + 1)G"
    }
    cursorRow = cursor.row - firstShown
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
  let endsAtMargin: Bool
  let endColumn: Int
  private var columnsBefore: [Int] = []

  init(_ scalars: ArraySlice<Unicode.Scalar>, from firstColumn: Int, columns: Int) {
    var column = firstColumn
    for (index, scalar) in scalars.enumerated() {
      let width = Int(rounds_columns(wchar_t(bitPattern: scalar.value)))
      if column + width > columns {
        rowStarts.append(index)
        column = 0
      }
      columnsBefore.append(column)
      column += width
    }
    endsAtMargin = column >= columns
    endColumn = endsAtMargin ? 0 : column
    if endsAtMargin { rowStarts.append(scalars.count) }
  }

  func position(of index: Int) -> (row: Int, column: Int) {
    let row = rowStarts.lastIndex { $0 <= index } ?? 0
    return (row, index < columnsBefore.count ? columnsBefore[index] : endColumn)
  }
}
