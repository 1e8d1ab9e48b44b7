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

  /// The heading line and the lines of the rows, without trailing spaces.
  ///
  /// - Parameter width: columns of the terminal. Words in the last column are broken to fit it,
  ///   each line under their beginning; then the widest cells are shortened. Nothing for a file or a
  ///   pipe, where nothing is ever broken or cut.
  package func lines(_ language: Language, width: Int?) -> [String] {
    let heading = columns.map { Cell.words($0.heading).line(in: language) }
    let body = rows.map { row in
      columns.indices.map { $0 < row.count ? row[$0].line(in: language) : "" }
    }
    let widths = fitted(
      columns.indices.map { column in
        ([heading] + body).map { DisplayWidth.of($0[column]) }.max() ?? 0
      }, into: width)
    let lines = endsInWords ? body.flatMap { broken($0, widths) } : body
    return ([heading] + lines).map { row in
      let line = columns.indices.map { padded(row[$0], to: widths[$0], columns[$0].alignment) }
        .joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static let gap = "  "
  /// A shortened column keeps room for one Han character and the `…`.
  private static let narrowest = 3
  /// A column of words gives way to the others as long as it can be read.
  private static let readable = 20

  /// Sentences are for the last column, where a line more hurts nobody: a code or a name in another
  /// one is found by its line.
  private var endsInWords: Bool {
    guard let last = columns.indices.last else { return false }
    return rows.contains { row in
      guard last < row.count, case .words = row[last] else { return false }
      return true
    }
  }

  /// A row, with a further one for each line that its last cell takes.
  private func broken(_ row: [String], _ widths: [Int]) -> [[String]] {
    guard let words = row.last, let room = widths.last, DisplayWidth.of(words) > room else {
      return [row]
    }
    let before = Array(row.dropLast())
    let nothing = before.map { _ in "" }
    return Wrapping.lines(words, width: room).enumerated().map { index, line in
      (index == 0 ? before : nothing) + [line]
    }
  }

  /// Takes from a last column of words what it can spare, then from the widest column, one display
  /// column at a time, until the line fits.
  private func fitted(_ natural: [Int], into width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap.utf8.count * max(0, widths.count - 1) - width
    if endsInWords, let last = widths.indices.last, excess > 0 {
      let spared = min(excess, max(0, widths[last] - Self.readable))
      widths[last] -= spared
      excess -= spared
    }
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
