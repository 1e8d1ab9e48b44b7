import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import VisitModel

/// Tables computed from record states. They hold references, numbers and times, never opened text.
struct Projections {
  let replica: Replica
  var connection: any SQLConnection { replica.connection }

  init(_ replica: Replica) { self.replica = replica }

  /// - Returns: the turn that a visit belonged to before, where it belongs to another now.
  func project(_ key: RecordKey, _ state: RecordState) throws -> Set<TurnName> {
    try projectLinks(key, state)
    switch key.type {
    case .visit: return try projectVisit(key, state)
    case .unit: try projectUnit(key, state)
    case .household: try projectHousehold(key, state)
    default: break
    }
    return []
  }

  /// Forgets a record, before it is projected anew or because no bundle in view speaks of it.
  func remove(_ key: RecordKey) throws {
    try connection.run(
      "DELETE FROM link WHERE scope = ? AND type = ? AND id = ?",
      [.blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes)])
    switch key.type {
    case .visit:
      try connection.run(
        "DELETE FROM visitIndex WHERE scope = ? AND id = ?",
        [.blob(key.scope.bytes), .blob(key.id.bytes)])
    case .unit: try removeUnit(key)
    case .household: try removeHousehold(key)
    default: break
    }
  }

  private func projectLinks(_ key: RecordKey, _ state: RecordState) throws {
    let fields = Belonging.fields(of: key.type)
    if fields.isEmpty { return }
    let name: [SQLValue] = [
      .blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes),
    ]
    if state.changes.count > 1 {
      try connection.run("DELETE FROM link WHERE scope = ? AND type = ? AND id = ?", name)
    }
    for field in fields {
      guard let target = state.reference(field) else { continue }
      try connection.run(
        "INSERT INTO link (scope, type, id, field, toScope, toType, toId) VALUES (?,?,?,?,?,?,?)",
        name + [
          .integer(Int64(field)), .blob(target.scope.bytes), .integer(Int64(target.type.number)),
          .blob(target.id.bytes),
        ])
    }
  }

  private func projectVisit(_ key: RecordKey, _ state: RecordState) throws -> Set<TurnName> {
    let name: [SQLValue] = [.blob(key.scope.bytes), .blob(key.id.bytes)]
    let before =
      state.changes.count == 1
      ? nil
      : try connection.first(
        "SELECT round, household FROM visitIndex WHERE scope = ? AND id = ?", name
      ) { TurnName(key.scope, Int(try $0.integer(0)), try RecordRows.recordID($0, 1)) }
    guard let visit = VisitSummary(key, state) else {
      try connection.run("DELETE FROM visitIndex WHERE scope = ? AND id = ?", name)
      return before.map { [$0] } ?? []
    }
    try connection.run(
      """
      INSERT INTO visitIndex (scope, id, household, round, month, organiser, kind, counts, startMs)
      VALUES (?,?,?,?,?,?,?,?,?)
      ON CONFLICT (scope, id) DO UPDATE SET household = excluded.household,
        round = excluded.round, month = excluded.month, organiser = excluded.organiser,
        kind = excluded.kind, counts = excluded.counts, startMs = excluded.startMs
      """,
      [
        .blob(key.scope.bytes), .blob(key.id.bytes), .blob(visit.household.bytes),
        .integer(visit.round), .integer(visit.month.number),
        .integer(visit.organiser.rawValue), .integer(visit.kind.rawValue),
        .integer(visit.counts ? 1 : 0), .integer(visit.start.millisecondsSince1970),
      ])
    let now = TurnName(key.scope, visit.round, visit.household)
    return before.map { $0 == now ? [] : [$0] } ?? []
  }
}
