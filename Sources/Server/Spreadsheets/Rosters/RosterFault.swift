package import Wording

/// A row that could not be taken, and why; the others are.
package struct RosterFault: Error, Hashable, Sendable {
  /// Column 0 stands for the whole row.
  package let place: SheetPlace
  package let message: Message

  package init(at place: SheetPlace, _ message: Message) {
    self.place = place
    self.message = message
  }

  /// A row with a cell that has no value although something stands there.
  init(_ gap: SheetNote) {
    let place = gap.place
    // In a table that nobody imports such a formula counts as empty; here that might say something.
    let message =
      gap.matter == .formulaWithoutValue
      ? Message(.rosterFormulaEmpty, ["\(place.row)", place.columnLetters]) : gap.message
    self.init(at: place, message)
  }
}

/// Why nothing of a table could be taken.
package enum RosterTableFault: Error, Hashable, Sendable {
  /// No row near the top names a column that is known.
  case noHeading([RosterColumn])
  case columnMissing(RosterColumn)
  /// The sheets that have rows; there is no sheet of that name or number.
  case noSuchSheet([String])
  /// Several sheets might be meant.
  case sheetUnclear([String])
  /// Valid in several, which show different names.
  case encodingUnclear([TextEncoding])

  package var message: Message {
    switch self {
    case .noHeading(let columns):
      Message(.headingMissing, [columns.map { $0.headings[0] }.joined(separator: ", ")])
    case .columnMissing(let column):
      Message(.rosterColumnMissing, [column.headings.joined(separator: ", ")])
    case .noSuchSheet(let names):
      Message(.rosterNoSuchSheet, [names.joined(separator: ", ")])
    case .sheetUnclear(let names):
      Message(.rosterSheetUnclear, [names.joined(separator: ", ")])
    case .encodingUnclear(let encodings):
      Message(
        .rosterEncodingUnclear,
        [
          encodings.map(\.name).joined(separator: ", "),
          encodings.map(\.rawValue).joined(separator: ", "),
        ])
    }
  }
}
