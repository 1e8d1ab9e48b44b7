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
    var parts = ListingJSON(columns, in: language)
    let rows = rows.map { parts.row($0) }
    return .object(
      parts.head(key, title) + [
        JSON.Member("rows", .array(rows)),
        JSON.Member("faults", .array(parts.faults(and: faults))),
        JSON.Member("total", .integer(total ?? rows.count)),
      ])
  }
}

/// The same a row at a time, for tables that are longer than memory: `opening`, `line` for each row, `closing`, one
/// after the other. What is unknown in single cells is kept until the end.
package struct ListingJSON: Sendable {
  private let columns: [ListColumn]
  private let language: Language
  private var count = 0
  private var ofCells: [JSON] = []

  package init(_ columns: [ListColumn], in language: Language) {
    self.columns = columns
    self.language = language
  }

  package func opening(_ key: String, _ title: Message) -> [UInt8] {
    Array(JSON.object(head(key, title)).text().dropLast()) + Array(",\"rows\":[".utf8)
  }

  package mutating func line(_ cells: [ListCell]) -> [UInt8] {
    let comma: [UInt8] = count == 0 ? [] : [0x2C]
    return comma + row(cells).text()
  }

  /// - Parameter faults: what is missing from the table as a whole.
  package func closing(_ faults: [Message]) -> [UInt8] {
    let rest = JSON.object([
      "faults": .array(self.faults(and: faults)), "total": .integer(count),
    ])
    return Array("],".utf8) + Array(rest.text().dropFirst())
  }

  fileprivate func head(_ key: String, _ title: Message) -> [JSON.Member] {
    [
      JSON.Member("table", .string(key)),
      JSON.Member("title", .string(title.text(in: language))),
      JSON.Member(
        "columns",
        .array(
          columns.map {
            .object([
              "key": .string($0.key), "heading": .string($0.heading.text(in: language)),
              "kind": .string($0.kind.rawValue),
            ])
          })),
    ]
  }

  fileprivate mutating func row(_ cells: [ListCell]) -> JSON {
    count += 1
    for (column, cell) in zip(columns, cells) {
      guard let why = cell.value.fault ?? cell.remark else { continue }
      var least: JSON?
      if case .atLeast(let number, _) = cell.value { least = .integer(number) }
      ofCells.append(
        .object([
          "row": .integer(count), "column": .string(column.key),
          "why": .string(why.text(in: language)), "atLeast": least,
        ]))
    }
    return .object(zip(columns, cells).map { JSON.Member($0.key, $1.value.json) })
  }

  fileprivate func faults(and whole: [Message]) -> [JSON] {
    whole.map { fault -> JSON in .object(["why": .string(fault.text(in: language))]) } + ofCells
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
