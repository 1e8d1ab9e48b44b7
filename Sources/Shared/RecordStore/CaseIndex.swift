import ConflictFreeRecords
import RecordCatalogue
import Sampling
package import VisitModel

/// A duplicate case as it is found among those of all sites, without its visits.
package struct CaseLine: Hashable, Sendable {
  package let scope: ScopeID
  package let round: Int
  package let household: RecordID
  package let cause: DuplicateCause
  package let isOpen: Bool
  /// A decision is there, and yet the case is open.
  package let isReopened: Bool
  /// Empty where the unit is not here.
  package let unitCode: String

  fileprivate init(
    _ turn: TurnName, _ cause: DuplicateCause, isOpen: Bool, isReopened: Bool, unitCode: String
  ) {
    scope = turn.scope
    round = turn.round
    household = turn.household
    self.cause = cause
    self.isOpen = isOpen
    self.isReopened = isReopened
    self.unitCode = unitCode
  }

  /// Of a case that was read with its visits.
  package init(_ view: CaseView) {
    let one = view.duplicate
    self.init(
      TurnName(view.site.scope, one.round, one.household), one.cause, isOpen: one.isOpen,
      isReopened: one.isReopened, unitCode: view.unitCode)
  }
}

extension Replica {
  /// The duplicate cases of all sites or of some, by scope, round and household: as many statements whether
  /// there are three sites or thousands, apart from those about decisions.
  /// - Parameter scopes: nothing for all.
  package func caseLines(of scopes: [ScopeID]?) throws -> [CaseLine] {
    if let scopes, scopes.isEmpty { return [] }
    let decided = try decidedTurns(scopes)
    let among = scopes.map { " WHERE d.scope IN (\($0.map { _ in "?" }.joined(separator: ",")))" }
    return try connection.rows(
      """
      SELECT d.scope, d.round, d.household, d.cause, d.isOpen, u.code FROM duplicateCase d
      LEFT JOIN householdIndex i ON i.scope = d.scope AND i.id = d.household
      LEFT JOIN unitIndex u ON u.scope = i.scope AND u.id = i.unit\(among ?? "")
      ORDER BY d.scope, d.round, d.household
      """, scopes?.map { .blob($0.bytes) } ?? []
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)),
        let cause = DuplicateCause(rawValue: Int(try row.integer(3)))
      else { throw StoreFault.computedRow("a duplicate case") }
      let turn = TurnName(scope, Int(try row.integer(1)), try RecordRows.recordID(row, 2))
      let isOpen = try row.integer(4) == 1
      return CaseLine(
        turn, cause, isOpen: isOpen, isReopened: isOpen && decided.contains(turn),
        unitCode: row.isNull(5) ? "" : String(decoding: try row.blob(5), as: UTF8.self))
    }
  }

  /// Open cases in which a decision is in force.
  private func decidedTurns(_ scopes: [ScopeID]?) throws -> Set<TurnName> {
    let wanted = scopes.map { Set($0) }
    var turns: Set<TurnName> = []
    for (key, state) in try records.everywhere(.settlement)
    where wanted?.contains(key.scope) ?? true {
      guard let visit = state.reference(SettlementField.visit) else { continue }
      let turn = try connection.first(
        """
        SELECT d.round, d.household FROM visitIndex v
        JOIN duplicateCase d ON d.scope = v.scope AND d.round = v.round
          AND d.household = v.household
        WHERE v.scope = ? AND v.id = ? AND d.isOpen = 1
        """, [.blob(visit.scope.bytes), .blob(visit.id.bytes)]
      ) { TurnName(visit.scope, Int(try $0.integer(0)), try RecordRows.recordID($0, 1)) }
      if let turn { turns.insert(turn) }
    }
    // Withdrawn, or about a visit that was voided since, a decision is not in force.
    return try turns.filter {
      try SiteView(self, $0.scope).duplicateCase(round: $0.round, household: $0.household)?
        .isReopened ?? false
    }
  }
}
