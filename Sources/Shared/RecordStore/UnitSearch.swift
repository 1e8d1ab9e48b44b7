package import ConflictFreeRecords
import RecordCatalogue
import VisitModel

// How a search comes to a unit or a household without reading all of them: by the key of the narrow rows.

/// A unit with the code under which it was recorded.
package struct FoundUnit: Hashable, Sendable {
  package let key: RecordKey
  package let code: String
}

extension SiteView {
  /// Every unit of the site, in no order.
  package func units() throws -> [FoundUnit] {
    try replica.connection.rows(
      "SELECT id, code FROM unitIndex WHERE scope = ?", [.blob(scope.bytes)]
    ) { row in
      FoundUnit(
        key: key(.unit, try RecordRows.recordID(row, 0)),
        code: String(decoding: try row.blob(1), as: UTF8.self))
    }
  }

  /// The household that the unit's record calls its present one; it may have left since.
  /// - Returns: nothing for a unit that nobody has lived in.
  package func household(in unit: RecordKey) throws -> HouseholdFacts? {
    guard let state = try replica.records.state(of: unit),
      let current = state.reference(UnitField.currentHousehold), current.scope == scope
    else { return nil }
    return try household(current.id)
  }

  /// How many households ever lived at the site.
  package func householdCount() throws -> Int {
    Int(
      try replica.connection.first(
        "SELECT COUNT(*) FROM householdIndex WHERE scope = ?", [.blob(scope.bytes)]
      ) { try $0.integer(0) } ?? 0)
  }
}

extension Replica {
  /// Asked for at once; with two values for each, well below what databases take in one statement.
  private static let unitsAtOnce = 400

  /// Those of the units that there are, in the order in which they are asked for.
  /// - Parameter limit: the search ends once there are more than this; what is given then is not all.
  package func units(named wanted: [RecordKey], moreThan limit: Int) throws -> [FoundUnit] {
    var found: [FoundUnit] = []
    var rest = wanted[...]
    while !rest.isEmpty, found.count <= limit {
      let part = rest.prefix(Self.unitsAtOnce)
      rest = rest.dropFirst(part.count)
      let codes = try codes(of: part)
      for key in part {
        if let code = codes[key] { found.append(FoundUnit(key: key, code: code)) }
      }
    }
    return found
  }

  /// The outer join keeps every database from reading all units to look for these: it has to begin with them.
  /// A row value in a list (`(scope, id) IN (VALUES …)`) makes SQLite read them all.
  private func codes(of units: ArraySlice<RecordKey>) throws -> [RecordKey: String] {
    let marks = units.map { _ in "(?,?)" }.joined(separator: ",")
    var codes: [RecordKey: String] = [:]
    try connection.forEach(
      """
      WITH wanted (scope, id) AS (VALUES \(marks))
      SELECT w.scope, w.id, u.code FROM wanted w
      LEFT JOIN unitIndex u ON u.scope = w.scope AND u.id = w.id
      """, units.flatMap { [SQLValue.blob($0.scope.bytes), .blob($0.id.bytes)] }
    ) { row in
      if row.isNull(2) { return }
      guard let scope = ScopeID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a unit's scope")
      }
      let key = RecordKey(scope: scope, type: .unit, id: try RecordRows.recordID(row, 1))
      codes[key] = String(decoding: try row.blob(2), as: UTF8.self)
    }
    return codes
  }
}
