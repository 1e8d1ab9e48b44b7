import VisitModel
import Wording

/// A sheet under its headings: which column is which, and the rows below that can be read.
struct RosterTable {
  /// A column that was recognised, from 1, under the heading as the file has it.
  struct Column: Hashable {
    let number: Int
    let heading: String
  }

  /// Nothing in a heading row further down is looked for: above it stand a title and remarks.
  private static let headingRowsMax = 20

  let headingRow: SheetRow
  let columns: [RosterColumn: Column]
  let rows: [NamedRow]
  let faults: [RosterFault]

  /// - Parameter known: the columns that a list of this kind may have.
  init(_ sheet: SheetTable, _ known: [RosterColumn]) throws(RosterTableFault) {
    guard let heading = Self.heading(of: sheet, known) else { throw .noHeading(known) }
    let columns = Self.columns(in: heading, known)
    if let missing = known.first(where: { $0.isNeeded && columns[$0] == nil }) {
      throw .columnMissing(missing)
    }
    let gaps = Dictionary(
      grouping: sheet.gaps.filter { $0.place.row > heading.number }, by: \.place.row)
    let numbers = Set(columns.values.map(\.number))
    var rows: [NamedRow] = []
    var faults: [RosterFault] = []
    var seen: Set<Int> = []
    for row in sheet.rows where row.number > heading.number {
      seen.insert(row.number)
      let gap = gaps[row.number]?.first { numbers.contains($0.place.column) }
      if let gap {
        faults.append(RosterFault(gap))
      } else if let word = SheetText.totalWord(row) {
        let place = SheetPlace(row: row.number, column: 0)
        faults.append(RosterFault(at: place, SheetNote(.totalRow(word: word), at: place).message))
      } else if let width = row.width, let expected = heading.width, width != expected {
        faults.append(
          RosterFault(
            at: SheetPlace(row: row.number, column: 0),
            Message(.columnCount, ["\(width)", "\(expected)"])))
      } else {
        rows.append(NamedRow(row, columns))
      }
    }
    for (number, notes) in gaps where !seen.contains(number) {
      // Of a text a row that has no cells is one that could not be taken apart.
      let gap = notes.first { heading.width != nil || numbers.contains($0.place.column) }
      if let gap { faults.append(RosterFault(gap)) }
    }
    headingRow = heading
    self.columns = columns
    self.rows = rows
    self.faults = faults
  }

  /// Headings that are no column of such a list, or name one again.
  var passedOver: [SheetCell] {
    let numbers = Set(columns.values.map(\.number))
    return headingRow.cells.filter { !numbers.contains($0.place.column) }
  }

  /// The row near the top that names most columns, first of all those without which nothing can be taken.
  private static func heading(of sheet: SheetTable, _ known: [RosterColumn]) -> SheetRow? {
    var best: (row: SheetRow, needed: Int, count: Int)?
    for row in sheet.rows.prefix(headingRowsMax) {
      let found = columns(in: row, known)
      let needed = found.keys.count(where: \.isNeeded)
      guard !found.isEmpty, (needed, found.count) > (best?.needed ?? 0, best?.count ?? 0) else {
        continue
      }
      best = (row, needed, found.count)
    }
    return best?.row
  }

  private static func columns(
    in row: SheetRow, _ known: [RosterColumn]
  ) -> [RosterColumn: Column] {
    var columns: [RosterColumn: Column] = [:]
    for cell in row.cells {
      // Of two columns with one name the first counts.
      guard let column = known.first(where: { $0.isCalled(cell.text) }), columns[column] == nil
      else { continue }
      columns[column] = Column(number: cell.place.column, heading: cell.text)
    }
    return columns
  }
}

/// One row by the names of its columns.
struct NamedRow {
  let row: SheetRow
  private let columns: [RosterColumn: RosterTable.Column]

  init(_ row: SheetRow, _ columns: [RosterColumn: RosterTable.Column]) {
    self.row = row
    self.columns = columns
  }

  var number: Int { row.number }

  /// Nothing for an absent column and for a blank cell: neither says anything.
  subscript(column: RosterColumn) -> SheetCell? {
    guard let cell = columns[column].flatMap({ row[$0.number] }), !Self.trimmed(cell.text).isEmpty
    else { return nil }
    return cell
  }

  /// The text without blanks around it.
  func word(_ column: RosterColumn) -> String? { self[column].map { Self.trimmed($0.text) } }

  /// A line as it was written.
  func line(_ column: RosterColumn) throws(RosterFault) -> String? {
    guard let cell = self[column] else { return nil }
    guard cell.text.utf8.count <= Bounds.lineBytesMax else {
      throw fault(
        column,
        .textTooLong, called(column), "\(cell.text.utf8.count)", "\(Bounds.lineBytesMax)")
    }
    if column.isOfDigits, hasLostDigits(cell) {
      throw RosterFault(
        at: cell.place,
        SheetNote(.digitsMayBeLost(value: String(cell.text.prefix(40))), at: cell.place).message)
    }
    return cell.text
  }

  func needed(_ column: RosterColumn) throws(RosterFault) -> String {
    guard let line = try line(column) else { throw fault(column, .cellMissing, called(column)) }
    return line
  }

  func fault(_ column: RosterColumn, _ phrase: Phrase, _ arguments: String...) -> RosterFault {
    RosterFault(
      at: SheetPlace(row: number, column: columns[column]?.number ?? 0),
      Message(phrase, arguments))
  }

  /// As the file calls the column.
  func called(_ column: RosterColumn) -> String {
    columns[column]?.heading ?? column.headings[0]
  }

  private func hasLostDigits(_ cell: SheetCell) -> Bool {
    NumberText.isScientific(cell.text)
      || cell.kind == .number && (NumberText(cell.text)?.isBeyondDigits ?? false)
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      [0x09, 0x0A, 0x20, 0xA0, 0x3000].contains(scalar.value)
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
