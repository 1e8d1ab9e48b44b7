package import TextFormats
import VisitModel
package import Wording

extension Listing {
  /// `{"table","title","columns","rows","faults","total"}`. Rows are objects by the keys of the columns, moments in
  /// UTC, words of the catalogue by their names, percents as whole numbers. What is empty or unknown is null, and what
  /// is unknown is said under `faults` with its row, from 1, and its column.
  ///
  /// - Parameter total: rows that match; more than are here where these are a page.
  package func json(total: Int? = nil, in language: Language) -> JSON {
    .object([
      "table": .string(key), "title": .string(title.text(in: language)),
      "columns": .array(
        columns.map {
          .object([
            "key": .string($0.key), "heading": .string($0.heading.text(in: language)),
            "kind": .string($0.kind.rawValue),
          ])
        }),
      "rows": .array(rows.map { row($0) }), "faults": .array(allFaults(in: language)),
      "total": .integer(total ?? rows.count),
    ])
  }

  private func row(_ cells: [ListCell]) -> JSON {
    .object(zip(columns, cells).map { JSON.Member($0.key, $1.value.json) })
  }

  private func allFaults(in language: Language) -> [JSON] {
    var all = faults.map { fault -> JSON in .object(["why": .string(fault.text(in: language))]) }
    for (index, row) in rows.enumerated() {
      for (column, cell) in zip(columns, row) {
        guard let why = cell.value.fault ?? cell.remark else { continue }
        var least: JSON?
        if case .atLeast(let number, _) = cell.value { least = .integer(number) }
        all.append(
          .object([
            "row": .integer(index + 1), "column": .string(column.key),
            "why": .string(why.text(in: language)), "atLeast": least,
          ]))
      }
    }
    return all
  }
}

extension ListValue {
  /// A value of its own kind, or null for what is empty or not wholly known.
  package var json: JSON {
    switch self {
    case .text(let text), .code(let text): .string(text)
    case .number(let number), .percent(let number): .integer(number)
    case .date(let date): .string(date.description)
    case .moment(let instant, _): .string(instant.utcText)
    case .month(let month): .string(month.description)
    case .yesNo(let isSo): .bool(isSo)
    case .word(let phrase): .string(phrase.name)
    case .empty, .atLeast, .unknown: .null
    }
  }
}
