package import VisitModel
import Wording

/// A list as its sheet has it: the rows that can be taken with the place of each, and every row that cannot
/// be, with its reason. Pages and commands read lists by this alone.
package struct Roster<Row: Hashable & Sendable>: Hashable, Sendable {
  package struct PlacedRow: Hashable, Sendable {
    /// As the person sees it, from 1.
    package let number: Int
    package let row: Row
  }

  /// A column of the file, and what it was taken for.
  package struct Heading: Hashable, Sendable {
    package let place: SheetPlace
    package let text: String
    /// Nothing for a column that is passed over.
    package let column: RosterColumn?
  }

  /// In order of the sheet; each names another unit or site.
  package let rows: [PlacedRow]
  /// In order of places.
  package let faults: [RosterFault]
  package let headings: [Heading]

  /// - Parameter key: what no two rows may have in common.
  fileprivate init(
    _ sheet: SheetTable, _ columns: [RosterColumn], key: (Row) -> UnitCode, _ keyed: RosterColumn,
    _ read: (NamedRow) throws(RosterFault) -> Row
  ) throws(RosterTableFault) {
    let table = try RosterTable(sheet, columns)
    var rows: [PlacedRow] = []
    var faults = table.faults
    var seen: Set<UnitCode> = []
    for named in table.rows {
      do throws(RosterFault) {
        let row = try read(named)
        guard seen.insert(key(row)).inserted else {
          throw named.fault(keyed, .rowRepeated, key(row).text)
        }
        rows.append(PlacedRow(number: named.number, row: row))
      } catch { faults.append(error) }
    }
    self.rows = rows
    self.faults = faults.sorted { $0.place < $1.place }
    let taken = Dictionary(
      table.columns.map { ($0.value.number, $0.key) }, uniquingKeysWith: { first, _ in first })
    headings = table.headingRow.cells.map {
      Heading(place: $0.place, text: $0.text, column: taken[$0.place.column])
    }
  }
}

/// The two kinds of lists.
package enum Rosters {
  /// - Throws: `RosterTableFault` for a sheet without the headings of a list of sites.
  package static func sites(
    _ sheet: SheetTable
  ) throws(RosterTableFault) -> Roster<SiteRow> {
    try Roster(sheet, RosterColumn.ofSites, key: \.code, .community) {
      (row) throws(RosterFault) -> SiteRow in
      let name = try row.needed(.community)
      let city = try row.line(.city)
      // Compounds of one firm share names across cities.
      let place = city.map { $0 + "-" + name } ?? name
      let typed = try row.line(.code)
      guard let code = UnitCode(typed ?? place) else {
        throw row.fault(typed == nil ? .community : .code, .codeBad, typed ?? name)
      }
      let units = try row.needed(.households)
      guard let total = row.word(.households).flatMap({ Int($0) }), (0...1_000_000).contains(total)
      else { throw row.fault(.households, .notANumber, row.called(.households), units) }
      return SiteRow(
        code: code, name: name, city: city, propertyCompany: try row.line(.propertyCompany),
        totalUnits: total)
    }
  }

  /// - Throws: `RosterTableFault` for a sheet without the headings of a roster.
  package static func households(
    _ sheet: SheetTable
  ) throws(RosterTableFault) -> Roster<HouseholdRow> {
    try Roster(sheet, RosterColumn.ofHouseholds, key: \.unit, .unit) {
      (row) throws(RosterFault) -> HouseholdRow in
      let text = try row.needed(.unit)
      guard let unit = UnitCode(text) else { throw row.fault(.unit, .codeBad, text) }
      return HouseholdRow(
        unit: unit, kind: try row.member(.kind, .kinds),
        occupancy: try row.member(.occupancy, .occupancies),
        name: try row.line(.name), telephone: try row.line(.telephone),
        joinedOn: try row.day(.joined),
        isRestricted: try row.member(.restricted, .yesNo))
    }
  }
}
