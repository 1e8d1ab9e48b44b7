import Foundation

/// The figures of one row of the bench, and what else it has to show.
package struct RowFigures: Sendable {
  /// The row's letter and title, such as `a server ingest`.
  package let title: String
  package let figures: [Figure]
  /// Lines that stand below the table as they are.
  package let appendix: [String]

  package init(title: String, figures: [Figure], appendix: [String] = []) {
    self.title = title
    self.figures = figures
    self.appendix = appendix
  }
}

/// One table of all rows, for a terminal and for Markdown.
package struct ResultTable: Sendable {
  private static let heading = [
    "what", "unit", "median", "min–max", "limit, same run", "ratio", "bar", "holds",
  ]
  private let rows: [RowFigures]

  package init(_ rows: [RowFigures]) { self.rows = rows }

  /// Columns padded to their widest cell; numbers to the right.
  package var text: String {
    var lines: [[String]] = [Self.heading]
    var isTitle = [false]
    for row in rows {
      lines.append([row.title])
      isTitle.append(true)
      for figure in row.figures {
        lines.append(Self.cells(figure))
        isTitle.append(false)
      }
    }
    let widths = Self.heading.indices.map { column in
      zip(lines, isTitle).compactMap { line, title in title ? nil : line[column].count }.max() ?? 0
    }
    return zip(lines, isTitle).map { line, title in
      if title { return line.joined() }
      let padded = zip(line, widths).enumerated().map { column, cell in
        Self.padded(cell.0, to: cell.1, isNumber: [2, 3, 5].contains(column))
      }
      var text = "  " + padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n") + "\n"
  }

  /// One table for each row, and its appendix as a code block.
  package var markdown: String {
    rows.map { row in
      var text = "### \(row.title)\n\n"
      text += "| \(Self.heading.joined(separator: " | ")) |\n"
      text += "|---|---|---:|---:|---|---:|---|---|\n"
      for figure in row.figures {
        let cells = Self.cells(figure).map { $0.replacingOccurrences(of: "|", with: "\\|") }
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
      if !row.appendix.isEmpty {
        text += "\n```\n\(row.appendix.joined(separator: "\n"))\n```\n"
      }
      return text
    }.joined(separator: "\n")
  }

  private static func cells(_ figure: Figure) -> [String] {
    let samples = figure.samples
    return [
      figure.name, figure.unit, number(samples.median),
      "\(number(samples.low))–\(number(samples.high))",
      figure.limit.map { "\($0.name): \(number($0.samples.median))" } ?? "",
      figure.ratio.map(number) ?? "", figure.bar.map(words) ?? "",
      figure.holds.map { $0 ? "yes" : "no" } ?? "",
    ]
  }

  private static func words(_ bar: Bar) -> String {
    switch bar {
    case .below(let value): "< \(number(value))"
    case .atMost(let value): "≤ \(number(value))"
    case .atLeast(let value): "≥ \(number(value))"
    case .shareOfLimit(let share): "≥ \(number(share)) of limit"
    }
  }

  private static func padded(_ text: String, to width: Int, isNumber: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isNumber ? space + text : text + space
  }

  /// Three significant digits; thousands are grouped, and nothing is written as a power of ten.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = abs(value)
    if size >= 999.5 { return grouped(value) }
    let digits: Int
    switch size {
    case 0, 99.95...: digits = 0
    case 9.995...: digits = 1
    case 0.9995...: digits = 2
    default: digits = 3
    }
    return String(format: "%.\(digits)f", value)
  }

  private static func grouped(_ value: Double) -> String {
    let digits = Array(String(format: "%.0f", abs(value)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }
}
