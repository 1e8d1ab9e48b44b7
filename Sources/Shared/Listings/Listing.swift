package import Wording

/// A column of a table.
package struct ListColumn: Hashable, Sendable {
  /// What its cells hold, apart from `empty`, `unknown` and `atLeast`, which any may hold.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, code, number, percent, date, moment, month, yesNo, word

    /// Right-aligned on pages, a number in spreadsheets.
    package var isNumber: Bool { self == .number || self == .percent }
  }

  /// Names it in addresses (`?sort=counted`) and in JSON; lower-case ASCII letters, digits and capitals
  /// inside, unique in its table, and never changed once published.
  package let key: String
  package let heading: Phrase
  package let kind: Kind
  package let isSortable: Bool
  /// Whether the page offers to show the rows of one value only; for states and the like, of which there
  /// are few.
  package let isFilter: Bool

  package init(
    _ key: String, _ heading: Phrase, _ kind: Kind, isSortable: Bool = true,
    isFilter: Bool = false
  ) {
    self.key = key
    self.heading = heading
    self.kind = kind
    self.isSortable = isSortable
    self.isFilter = isFilter
  }
}

/// A table as a value: pages, CSV, JSON and workbooks are made from it alike, so that none can show another
/// figure than the others. The first cell of a row is its heading.
package struct Listing: Sendable {
  /// Names the table in JSON and its file; lower-case ASCII letters, digits and `-`.
  package let key: String
  package let title: Message
  package let columns: [ListColumn]
  /// Each as long as `columns`.
  package private(set) var rows: [[ListCell]]
  /// What is missing from the table as a whole, such as a site that could not be counted.
  package var faults: [Message] = []

  package init(_ key: String, _ title: Message, _ columns: [ListColumn], rows: [[ListCell]] = []) {
    self.key = key
    self.title = title
    self.columns = columns
    self.rows = []
    for row in rows { append(row) }
  }

  /// - Parameter cells: one for each column; a missing one would shift none, and shows as empty.
  package mutating func append(_ cells: [ListCell]) {
    assert(cells.count == columns.count, "\(key): \(cells.count) cells in \(columns.count) columns")
    rows.append(
      columns.indices.map { cells.indices.contains($0) ? cells[$0] : .empty })
  }

  package func column(_ key: String) -> Int? {
    columns.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
  }

  /// The same table with other rows.
  package func with(_ rows: [[ListCell]]) -> Listing {
    var copy = self
    copy.rows = rows
    return copy
  }
}
