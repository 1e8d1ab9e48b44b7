import ConflictFreeRecords
import RecordCatalogue
import Sampling
import VisitModel

extension Projections {
  /// Recomputes the duplicate cases of the turns that a bundle touched, so that head office sees a
  /// household sampled twice in the moment the second visit arrives.
  ///
  /// - Parameter left: turns that visits belonged to before.
  func settleDuplicates(
    _ touched: [(key: RecordKey, state: RecordState)], and left: Set<TurnName> = []
  ) throws {
    var turns = left
    for (key, state) in touched {
      switch key.type {
      case .visit:
        if let visit = VisitSummary(key, state) {
          turns.insert(TurnName(key.scope, visit.round, visit.household))
        }
      case .turn:
        if let round = state.integer(TurnField.round),
          let household = state.reference(TurnField.household)
        {
          turns.insert(TurnName(key.scope, round, household.id))
        }
      case .settlement:
        guard let visit = state.reference(SettlementField.visit),
          let judged = try replica.records.state(of: visit),
          let summary = VisitSummary(visit, judged)
        else { continue }
        turns.insert(TurnName(visit.scope, summary.round, summary.household))
      default: break
      }
    }
    for turn in turns { try settle(turn) }
  }

  private func settle(_ turn: TurnName) throws {
    let name: [SQLValue] = [
      .blob(turn.scope.bytes), .integer(turn.round), .blob(turn.household.bytes),
    ]
    let found = try SiteView(replica, turn.scope).duplicateCase(
      round: turn.round, household: turn.household)
    guard let found else {
      try connection.run(
        "DELETE FROM duplicateCase WHERE scope = ? AND round = ? AND household = ?", name)
      return
    }
    try connection.run(
      """
      INSERT INTO duplicateCase (scope, round, household, cause, members, isOpen)
      VALUES (?,?,?,?,?,?)
      ON CONFLICT (scope, round, household) DO UPDATE SET cause = excluded.cause,
        members = excluded.members, isOpen = excluded.isOpen
      """,
      name + [
        .integer(found.cause.rawValue), .integer(found.members.count),
        .integer(found.isOpen ? 1 : 0),
      ])
  }
}

/// A household's place in a round, at a site.
struct TurnName: Hashable {
  let scope: ScopeID
  let round: Int
  let household: RecordID

  init(_ scope: ScopeID, _ round: Int, _ household: RecordID) {
    self.scope = scope
    self.round = round
    self.household = household
  }
}
