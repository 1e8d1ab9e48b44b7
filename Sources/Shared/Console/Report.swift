package import Wording

/// What a command has to say, before it is text.
///
/// Commands return one; it becomes text here and nowhere else, so that width, language, colour and
/// the protection of the terminal are decided in one place.
package struct Report: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case heading(Message)
    /// A label and its value; neighbours are aligned.
    case fact(Message, Cell)
    case table(TextTable)
    case note(Message)
    /// Something to act on.
    case warning(Message)
    /// A person's own words, line feeds kept.
    case quotation(String)
  }

  package let title: Message?
  package private(set) var parts: [Part]

  package init(_ title: Message? = nil, _ parts: [Part] = []) {
    self.title = title
    self.parts = parts
  }

  package mutating func append(_ part: Part) { parts.append(part) }
  package mutating func append(contentsOf more: Report) {
    if let title = more.title { parts.append(.heading(title)) }
    parts.append(contentsOf: more.parts)
  }

  /// - Parameter width: columns of the terminal, or nothing where no line is to be broken or cut.
  /// - Returns: lines, each ended by a line feed; nothing for an empty report.
  package func text(_ language: Language, width: Int?, colour: Colour) -> String {
    let page = Page(language: language, width: width, colour: colour)
    var lines: [String] = []
    var previous: Spacing = .heading
    for block in page.blocks(self) {
      if !lines.isEmpty, previous != .heading, previous != .prose || block.spacing != .prose {
        lines.append("")
      }
      lines.append(contentsOf: block.lines)
      previous = block.spacing
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// An empty line stands between blocks, but not under a heading and not between two notes.
private enum Spacing { case heading, prose, body }

/// Turns parts into lines for one reader.
private struct Page {
  let language: Language
  let width: Int?
  let colour: Colour

  func blocks(_ report: Report) -> [(spacing: Spacing, lines: [String])] {
    var blocks: [(spacing: Spacing, lines: [String])] = []
    if let title = report.title { blocks.append((.heading, paragraph(title, .bold))) }
    var pending: [(Message, Cell)] = []
    for part in report.parts {
      if case .fact(let label, let value) = part {
        pending.append((label, value))
        continue
      }
      if !pending.isEmpty { blocks.append((.body, facts(pending))) }
      pending = []
      blocks.append(block(part))
    }
    if !pending.isEmpty { blocks.append((.body, facts(pending))) }
    return blocks
  }

  private func block(_ part: Report.Part) -> (Spacing, [String]) {
    switch part {
    case .heading(let message): (.heading, paragraph(message, .bold))
    case .fact(let label, let value): (.body, facts([(label, value)]))
    case .table(let table): (.body, rows(table))
    case .note(let message): (.prose, paragraph(message, nil))
    case .warning(let message): (.prose, paragraph(message, .yellow))
    case .quotation(let words):
      (.body, wrapped(TerminalText.lines(words), indent: 2).map { $0.isEmpty ? "" : "  " + $0 })
    }
  }

  private func paragraph(_ message: Message, _ style: Colour.Style?) -> [String] {
    wrapped(TerminalText.lines(message.text(in: language)), indent: 0)
      .map { line in style.map { colour.paint(line, $0) } ?? line }
  }

  /// Labels in one column, values in another; a long value goes on under its own beginning.
  private func facts(_ facts: [(Message, Cell)]) -> [String] {
    let labels = facts.map { TerminalText.line($0.0.text(in: language)) }
    let column = (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    return zip(labels, facts).flatMap { label, fact in
      let lines = wrapped(fact.1.line(in: language), indent: column)
      return lines.enumerated().map { index, line in
        let head = index == 0 ? label : ""
        let padding = String(repeating: " ", count: column - DisplayWidth.of(head))
        return line.isEmpty ? head : colour.paint(head, .faint) + padding + line
      }
    }
  }

  private func rows(_ table: TextTable) -> [String] {
    guard !table.rows.isEmpty else { return paragraph(Message(.consoleNothing), .faint) }
    var lines = table.lines(language, width: width)
    if let heading = lines.first { lines[0] = colour.paint(heading, .bold) }
    return lines
  }

  /// A terminal too narrow for its labels still gets a column that can be read.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    guard let width else {
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return Wrapping.lines(text, width: max(width - indent, 10))
  }
}
