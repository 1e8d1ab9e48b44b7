import ConflictFreeRecords
import RecordCatalogue
package import Sampling
package import VisitModel

/// Head office's decision about a visit, as it was recorded.
package struct SettlementFacts: Hashable, Sendable {
  package let visit: RecordID
  package let decision: MemberDecision
  package let reason: String
  /// The visits that the decider was shown.
  package let shown: [RecordID]
  package let account: AccountID?
  package let decidedAt: Instant

  /// - Returns: nothing for a decision that was withdrawn, or is not whole yet.
  init?(_ visit: RecordID, _ state: RecordState?) {
    guard let state, let against = state.reference(SettlementField.against),
      let kind = state.code(SettlementField.kind, as: SettlementKind.self),
      let decidedAt = state.instant(SettlementField.decidedAt),
      state.instant(SettlementField.withdrawnAt)?.millisecondsSince1970 ?? 0 == 0
    else { return nil }
    self.visit = visit
    decision = MemberDecision(against: against.id, kind: kind)
    reason = state.text(SettlementField.reason) ?? ""
    shown = PackedRecords.unpack(state.bytes(SettlementField.shown) ?? [])
    account = state.reference(SettlementField.account)?.id.named()
    self.decidedAt = decidedAt
  }
}

/// A duplicate case with everything that is needed to look at it.
package struct CaseView: Sendable {
  package let site: SiteFacts
  package let unitCode: String
  package let duplicate: DuplicateCase
  /// What was decided about its members, in force or not, by visit.
  package let settlements: [RecordID: SettlementFacts]
}

extension SiteView {
  /// What head office decided about a visit.
  package func settlement(of visit: RecordID) throws -> SettlementFacts? {
    SettlementFacts(
      visit,
      try replica.records.state(
        of: key(.settlement, RecordIdentity.settlement(visit: visit))))
  }

  /// The site's cases, open ones first, then by round and household.
  package func caseViews() throws -> [CaseView] {
    guard let site = try facts() else { return [] }
    let views = try duplicateCases().map { try caseView($0, of: site) }
    return views.filter { $0.duplicate.isOpen } + views.filter { !$0.duplicate.isOpen }
  }

  package func caseView(_ one: DuplicateCase, of site: SiteFacts) throws -> CaseView {
    var settlements: [RecordID: SettlementFacts] = [:]
    for member in one.members { settlements[member.id] = try settlement(of: member.id) }
    return CaseView(
      site: site, unitCode: try household(one.household)?.unitCode ?? "", duplicate: one,
      settlements: settlements)
  }
}
