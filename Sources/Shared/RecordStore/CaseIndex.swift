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

/// A case that nobody has decided, as the queue of those who decide shows it.
package struct OpenCase: Hashable, Sendable {
  package let scope: ScopeID
  package let round: Int
  package let household: RecordID
  package let cause: DuplicateCause
  /// Empty where the unit is not here.
  package let unitCode: String
  /// Of the last of its visits.
  package let lastStart: Instant
}

extension Replica {
  /// The duplicate cases of all sites or of some, by scope, round and household: as many statements whether
  /// there are three sites or thousands, apart from those about open cases with a decision.
  /// - Parameters:
  ///   - scopes: nothing for all.
  ///   - hasUnits: without it the codes of units stay empty; to look them up is most of the time.
  package func caseLines(
    of scopes: [ScopeID]?, hasUnits: Bool = true
  ) throws -> [CaseLine] {
    if let scopes, scopes.isEmpty { return [] }
    let decided = try decidedTurns(scopes)
    let among = scopes.map { " WHERE d.scope IN (\($0.map { _ in "?" }.joined(separator: ",")))" }
    return try connection.rows(
      """
      SELECT d.scope, d.round, d.household, d.cause, d.isOpen, \(hasUnits ? "u.code" : "NULL")
      FROM duplicateCase d \(hasUnits ? Self.units : "")\(among ?? "")
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

  /// The open cases of all sites or of some, by scope, round and household, in one statement.
  /// - Parameters:
  ///   - scopes: nothing for all.
  ///   - hasUnits: without it the codes of units stay empty; to look them up is most of the time.
  /// - Throws: `StoreFault.computedRow` for a case without visits.
  package func openCases(
    of scopes: [ScopeID]?, hasUnits: Bool = true
  ) throws -> [OpenCase] {
    if let scopes, scopes.isEmpty { return [] }
    return try connection.rows(
      """
      SELECT d.scope, d.round, d.household, d.cause, \(hasUnits ? "u.code" : "NULL"), (
          SELECT MAX(v.startMs) FROM visitIndex v WHERE v.scope = d.scope AND v.round = d.round
            AND v.household = d.household AND v.counts = 1
        ) FROM duplicateCase d
      \(hasUnits ? Self.units : "")
      WHERE d.isOpen = 1\(Self.among(scopes)) ORDER BY d.scope, d.round, d.household
      """, scopes?.map { .blob($0.bytes) } ?? []
    ) { row in
      guard let cause = DuplicateCause(rawValue: Int(try row.integer(3))), !row.isNull(5) else {
        throw StoreFault.computedRow("a duplicate case")
      }
      return OpenCase(
        scope: try RecordRows.scope(row, 0), round: Int(try row.integer(1)),
        household: try RecordRows.recordID(row, 2), cause: cause,
        unitCode: row.isNull(4) ? "" : String(decoding: try row.blob(4), as: UTF8.self),
        lastStart: Instant(millisecondsSince1970: try row.integer(5)))
    }
  }

  private static let units = """
    LEFT JOIN householdIndex i ON i.scope = d.scope AND i.id = d.household
    LEFT JOIN unitIndex u ON u.scope = i.scope AND u.id = i.unit
    """

  private static func among(_ scopes: [ScopeID]?) -> String {
    scopes.map { " AND d.scope IN (\($0.map { _ in "?" }.joined(separator: ",")))" } ?? ""
  }

  /// Open cases in which a decision is in force. Decisions stay for ever, open cases do not: so the cases are
  /// asked for decisions, each of which is named after its visit.
  private func decidedTurns(_ scopes: [ScopeID]?) throws -> Set<TurnName> {
    var decisions: [ScopeID: Set<RecordID>] = [:]
    try connection.forEach(
      "SELECT r.scope, r.id FROM " + RecordRows.everywhere(.settlement), []
    ) { row in
      decisions[try RecordRows.scope(row, 0), default: []].insert(try RecordRows.recordID(row, 1))
    }
    if decisions.isEmpty { return [] }
    var turns: Set<TurnName> = []
    try connection.forEach(
      """
      SELECT d.scope, d.round, d.household, v.id FROM duplicateCase d
      JOIN visitIndex v ON v.scope = d.scope AND v.round = d.round AND v.household = d.household
      WHERE d.isOpen = 1\(Self.among(scopes))
      """, scopes?.map { .blob($0.bytes) } ?? []
    ) { row in
      let scope = try RecordRows.scope(row, 0)
      guard let own = decisions[scope],
        own.contains(RecordIdentity.settlement(visit: try RecordRows.recordID(row, 3)))
      else { return }
      turns.insert(TurnName(scope, Int(try row.integer(1)), try RecordRows.recordID(row, 2)))
    }
    // Withdrawn, or about a visit that was voided since, a decision is not in force.
    return try turns.filter {
      try SiteView(self, $0.scope).duplicateCase(round: $0.round, household: $0.household)?
        .isReopened ?? false
    }
  }
}
