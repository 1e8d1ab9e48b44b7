package import Wording

/// What stands in a table's cell or beside a label.
package enum Cell: Hashable, Sendable {
  /// Already formed: a name, a number, a date. Made harmless when rendered.
  case text(String)
  /// Said in the reader's language when rendered.
  case words(Message)

  func line(in language: Language) -> String {
    switch self {
    case .text(let text): TerminalText.line(text)
    case .words(let message): TerminalText.line(message.text(in: language))
    }
  }
}

/// Rows under headings, aligned with spaces by display width; no lines are drawn, because terminals
/// disagree about how wide those are.
package struct TextTable: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case left, right }

  package struct Column: Hashable, Sendable {
    package let heading: Message
    package let alignment: Alignment

    package init(_ heading: Message, _ alignment: Alignment = .left) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[Cell]]

  package init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Missing cells stay empty; cells beyond the last column are not shown.
  package mutating func append(_ row: [Cell]) { rows.append(row) }

  /// The heading line and one line per row, without trailing spaces.
  ///
  /// - Parameter width: columns of the terminal, to which the widest cells are shortened; nothing
  ///   for a file or a pipe, where nothing is ever cut.
  package func lines(_ language: Language, width: Int?) -> [String] {
    let grid =
      [columns.map { Cell.words($0.heading).line(in: language) }]
      + rows.map { row in
        columns.indices.map { $0 < row.count ? row[$0].line(in: language) : "" }
      }
    let widths = fitted(
      columns.indices.map { column in grid.map { DisplayWidth.of($0[column]) }.max() ?? 0 },
      into: width)
    return grid.map { row in
      let line = columns.indices.map { padded(row[$0], to: widths[$0], columns[$0].alignment) }
        .joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static let gap = "  "
  /// A shortened column keeps room for one Han character and the `…`.
  private static let narrowest = 3

  /// Takes from the widest column, one display column at a time, until the line fits.
  private func fitted(_ natural: [Int], into width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap.utf8.count * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let shown = DisplayWidth.truncated(text, to: width)
    let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(shown)))
    return alignment == .left ? shown + padding : padding + shown
  }
}
