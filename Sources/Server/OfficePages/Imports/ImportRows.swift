import Console
import Listings
import OfficeWork
import Spreadsheets
import VisitModel
import Wording

/// The tables of a list that is to be imported: its rows with what becomes of each, its columns, and what is
/// odd about its cells.
struct ImportRows {
  let say: Words
  let list: ImportedList
  let preview: ImportPreview
  let sheet: SheetTable

  private static let columns = [
    ListColumn("row", .importRow, .number), ListColumn("subject", .importSubject, .code),
    ListColumn("outcome", .importOutcome, .word, isFilter: true),
    ListColumn("cell", .importCell, .code), ListColumn("detail", .importDetail, .text),
  ]

  var totals: Page.Block {
    let counts = preview.counts
    return .facts([
      (say(.importAdded), .number("\(counts.added)")),
      (say(.importChanged), .number("\(counts.changed)")),
      (say(.importSame), .number("\(counts.unchanged)")),
      (say(.importNotTaken), .number("\(list.faults.count)")),
    ])
  }

  /// Every row of the file below its headings, in its order.
  var listing: Listing {
    var rows: [(number: Int, cells: [ListCell])] = []
    for (row, outcome) in zip(list.rows, preview.outcomes) {
      rows.append(
        (
          row.number,
          [
            .number(row.number), .code(row.subject), .word(word(outcome.kind)), .empty,
            detail(outcome),
          ]
        ))
    }
    for fault in list.faults {
      rows.append(
        (
          fault.place.row,
          [
            .number(fault.place.row), .empty, .word(.importNotTaken),
            .code(Self.text(fault.place)), .text(say.message(fault.message)),
          ]
        ))
    }
    rows.sort { $0.number < $1.number }
    return Listing("import", Message(.importRows), Self.columns, rows: rows.map(\.cells))
  }

  /// The file's columns, and what each was taken for.
  var headings: PageTable {
    var table = PageTable(
      say(.importColumns), say.all([.importCell, .importHeading, .importTakenFor]))
    for heading in list.headings {
      table.append([
        PageCell(heading.place.columnLetters), PageCell(heading.text),
        PageCell(say(heading.column.map { word($0) } ?? .importPassedOver)),
      ])
    }
    return table
  }

  /// What should be known of the sheet besides rows that are not taken; nothing where nothing is odd.
  var oddities: PageTable? {
    let told = Set(list.faults.map(\.place))
    let notes = sheet.notes.filter { !told.contains($0.place) }
    if notes.isEmpty { return nil }
    var table = PageTable(say(.importOddities), say.all([.importCell, .importOddity]))
    for note in notes {
      table.append([PageCell(Self.text(note.place)), PageCell(say.message(note.message))])
    }
    return table
  }

  /// As a spreadsheet names the place; a row by its number, a column by its letters.
  private static func text(_ place: SheetPlace) -> String {
    if place.row > 0 { return place.description }
    return place.column > 0 ? place.columnLetters : "–"
  }

  private func detail(_ outcome: RosterOutcome) -> ListCell {
    var lines = outcome.changes.map { change in
      outcome.kind == .added
        ? say(.importValue, say(word(change.field)), text(change.after))
        : say(.importChange, say(word(change.field)), before(change), text(change.after))
    }
    if outcome.passesOverNames { lines.append(say(.importNamePassedOver)) }
    return lines.isEmpty ? .empty : .text(lines.joined(separator: "\n"))
  }

  /// What is recorded. The new number stands in the reader's own file; of the one that is kept, as everywhere,
  /// only the last digits are shown.
  private func before(_ change: RosterChange) -> String {
    guard change.field == .telephone, case .text(let number) = change.before else {
      return text(change.before)
    }
    return MaskedTelephone.of(number) ?? "–"
  }

  private func text(_ value: RosterChange.Value) -> String {
    switch value {
    case .nothing: "–"
    case .hidden: "•••"
    case .text(let text): text
    case .number(let number): "\(number)"
    case .date(let date): date.description
    case .flag(let isSet): say(isSet ? .labelYes : .labelNo)
    case .kind(let kind): say(kind.phrase)
    case .occupancy(let occupancy): say(occupancy.phrase)
    }
  }

  private func word(_ kind: RosterOutcome.Kind) -> Phrase {
    switch kind {
    case .added: .importAdded
    case .changed: .importChanged
    case .unchanged: .importSame
    }
  }

  private func word(_ field: RosterChange.Field) -> Phrase {
    switch field {
    case .siteName: .importSiteName
    case .city: .labelCity
    case .propertyCompany: .importPropertyCompany
    case .totalUnits: .importTotalUnits
    case .zoneMinutes: .importZone
    case .kind: .importUnitKind
    case .occupancy: .labelOccupancy
    case .departedOn: .importDeparted
    case .joinedOn: .importJoined
    case .isRestricted: .importRestricted
    case .name: .labelName
    case .telephone: .labelTelephone
    }
  }

  private func word(_ column: RosterColumn) -> Phrase {
    switch column {
    case .code: .importSiteCode
    case .community: .importSiteName
    case .city: .labelCity
    case .households: .importTotalUnits
    case .propertyCompany: .importPropertyCompany
    case .unit: .labelUnit
    case .kind: .importUnitKind
    case .occupancy: .labelOccupancy
    case .name: .labelName
    case .telephone: .labelTelephone
    case .joined: .importJoined
    case .restricted: .importRestricted
    }
  }
}
