import ConflictFreeRecords
import RecordCatalogue
import Sampling
package import VisitModel

// The roster in narrow rows: a question about a whole site (quota, round, page) reads thousands of
// households, and opening each record's state for it takes ten times as long.

extension Projections {
  func projectUnit(_ key: RecordKey, _ state: RecordState) throws {
    let unit = UnitFacts(state)
    try connection.run(
      """
      INSERT INTO unitIndex (scope, id, code, kind, occupancy) VALUES (?,?,?,?,?)
      ON CONFLICT (scope, id) DO UPDATE SET code = excluded.code, kind = excluded.kind,
        occupancy = excluded.occupancy
      """,
      [
        .blob(key.scope.bytes), .blob(key.id.bytes), .blob(Array(unit.code.utf8)),
        .integer(unit.kind.rawValue), .integer(unit.occupancy.rawValue),
      ])
  }

  func projectHousehold(_ key: RecordKey, _ state: RecordState) throws {
    guard let unit = state.reference(HouseholdField.unit) else {
      return try removeHousehold(key)
    }
    try connection.run(
      """
      INSERT INTO householdIndex (scope, id, unitScope, unitType, unit, joinedOn, departedOn,
        isRestricted) VALUES (?,?,?,?,?,?,?,?)
      ON CONFLICT (scope, id) DO UPDATE SET unitScope = excluded.unitScope,
        unitType = excluded.unitType, unit = excluded.unit, joinedOn = excluded.joinedOn,
        departedOn = excluded.departedOn, isRestricted = excluded.isRestricted
      """,
      [
        .blob(key.scope.bytes), .blob(key.id.bytes), .blob(unit.scope.bytes),
        .integer(Int64(unit.type.number)), .blob(unit.id.bytes),
        .day(state.date(HouseholdField.joinedOn)), .day(state.date(HouseholdField.departedOn)),
        .integer(state.flag(HouseholdField.isRestricted) ? 1 : 0),
      ])
  }

  func removeUnit(_ key: RecordKey) throws {
    try connection.run(
      "DELETE FROM unitIndex WHERE scope = ? AND id = ?",
      [.blob(key.scope.bytes), .blob(key.id.bytes)])
  }

  func removeHousehold(_ key: RecordKey) throws {
    try connection.run(
      "DELETE FROM householdIndex WHERE scope = ? AND id = ?",
      [.blob(key.scope.bytes), .blob(key.id.bytes)])
  }
}

/// What a household's row takes from its unit; a unit that has not arrived reads as a lived-in
/// dwelling without a code.
struct UnitFacts {
  private(set) var code = ""
  private(set) var kind = UnitKind.dwelling
  private(set) var occupancy = Occupancy.occupied

  init(_ state: RecordState?) {
    guard let state else { return }
    code = state.text(UnitField.code) ?? code
    kind = state.code(UnitField.kind) ?? kind
    occupancy = state.code(UnitField.occupancy) ?? occupancy
  }

  fileprivate init(_ row: borrowing SQLRow, _ column: Int) throws {
    if row.isNull(column) { return }
    guard let kind = UnitKind(rawValue: Int(try row.integer(column + 1))) else {
      throw StoreFault.damaged("a unit's row")
    }
    occupancy = try Self.occupancy(row, column + 2)
    code = String(decoding: try row.blob(column), as: UTF8.self)
    self.kind = kind
  }

  fileprivate static func occupancy(_ row: borrowing SQLRow, _ column: Int) throws -> Occupancy {
    guard let occupancy = Occupancy(rawValue: Int(try row.integer(column))) else {
      throw StoreFault.damaged("a unit's row")
    }
    return occupancy
  }
}

extension SiteView {
  /// Every household that ever lived at the site, by unit code and then by name of the record.
  package func households() throws -> [HouseholdFacts] { try households("", []) }

  /// Every household that ever lived at the site, as a round sees it on a day; in no order.
  func roundHouseholds(on day: CivilDate) throws -> [RoundHousehold] {
    try replica.connection.rows(
      """
      SELECT h.id, h.joinedOn, h.departedOn, h.isRestricted, u.occupancy
      FROM householdIndex h LEFT JOIN unitIndex u ON u.scope = h.scope AND u.id = h.unit
      WHERE h.scope = ?
      """, [.blob(scope.bytes)]
    ) { row in
      let occupancy = row.isNull(4) ? UnitFacts(nil).occupancy : try UnitFacts.occupancy(row, 4)
      let residence = Residence(
        joinedOn: try row.day(1), departedOn: try row.day(2), occupancy: occupancy)
      return RoundHousehold(
        id: try RecordRows.recordID(row, 0), isOccupied: residence.isOccupied(on: day),
        isRestricted: try row.integer(3) == 1)
    }
  }

  /// Every household that ever lived in a unit.
  package func households(ofUnit code: UnitCode) throws -> [HouseholdFacts] {
    try households(" AND u.code = ?", [.blob(Array(code.text.utf8))])
  }

  private func households(_ also: String, _ more: [SQLValue]) throws -> [HouseholdFacts] {
    try replica.connection.rows(
      """
      SELECT h.id, h.unitScope, h.unitType, h.unit, h.joinedOn, h.departedOn, h.isRestricted,
        u.code, u.kind, u.occupancy
      FROM householdIndex h LEFT JOIN unitIndex u ON u.scope = h.scope AND u.id = h.unit
      WHERE h.scope = ?\(also)
      """, [.blob(scope.bytes)] + more
    ) { row in
      guard let unitScope = ScopeID(bytes: try row.blob(1)) else {
        throw StoreFault.damaged("a household's unit")
      }
      let unit = try UnitFacts(row, 7)
      return HouseholdFacts(
        key: key(.household, try RecordRows.recordID(row, 0)),
        unit: RecordKey(
          scope: unitScope, type: RecordType(UInt32(clamping: try row.integer(2))),
          id: try RecordRows.recordID(row, 3)),
        unitCode: unit.code, unitKind: unit.kind,
        residence: Residence(
          joinedOn: try row.day(4), departedOn: try row.day(5), occupancy: unit.occupancy),
        isRestricted: try row.integer(6) == 1)
    }
    .sorted {
      ($0.unitCode.utf8.elementsEqual($1.unitCode.utf8))
        ? $0.key < $1.key : $0.unitCode.utf8.lexicographicallyPrecedes($1.unitCode.utf8)
    }
  }
}

extension SQLValue {
  /// A date as days since 1970-01-01, or nothing.
  fileprivate static func day(_ date: CivilDate?) -> SQLValue {
    date.map { .integer($0.daysSince1970) } ?? .null
  }
}

extension SQLRow {
  fileprivate func day(_ column: Int) throws -> CivilDate? {
    isNull(column) ? nil : CivilDate(daysSince1970: Int(try integer(column)))
  }
}
