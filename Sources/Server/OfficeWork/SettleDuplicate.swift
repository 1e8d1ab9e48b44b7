package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel
import Wording

/// What head office decides about one visit of a duplicate case.
package struct CaseDecision: Sendable {
  package var visit: RecordKey
  /// The visit that stands.
  package var against: RecordID
  package var kind: SettlementKind
  package var reason: String
  /// Every visit of the case that the decider was shown.
  package var shown: [RecordID]
  /// The frontier of the decision about the visit that the decider was shown; nothing means what is here now.
  package var saw: [ChangeID]?

  package init(
    visit: RecordKey, against: RecordID, kind: SettlementKind, reason: String,
    shown: [RecordID], saw: [ChangeID]? = nil
  ) {
    self.visit = visit
    self.against = against
    self.kind = kind
    self.reason = reason
    self.shown = shown
    self.saw = saw
  }
}

extension Office {
  /// The duplicate cases of a site, or of all: open ones first.
  package func cases(of site: ScopeID?, on replica: Replica) throws -> [CaseView] {
    let scopes = try site.map { [$0] } ?? SiteView.all(in: replica).map(\.scope)
    let views = try scopes.flatMap { try SiteView(replica, $0).caseViews() }
    return views.filter(\.duplicate.isOpen) + views.filter { !$0.duplicate.isOpen }
  }

  /// Decides about one visit of a case (docs/sampling.md says what each kind does to the figures).
  ///
  /// The decision is a record of its own in the site's scope, so that company and site see it, and
  /// the visit stays as its visitor wrote it. Deciding again replaces the earlier decision.
  /// - Throws: `OfficeFault.refused` with F-role for somebody who is not of head office, F-saw when the
  ///   case is not what the decider was shown.
  package func decide(_ decision: CaseDecision, by account: AccountID) throws {
    guard !decision.reason.utf8.allSatisfy({ $0 == 0x20 }),
      decision.reason.utf8.count <= Bounds.lineBytesMax
    else { throw OfficeFault.wrongUsage(Message(.settlementReasonMissing)) }
    try write { replica in
      try requireHeadOffice(account, on: replica)
      let one = try caseOf(decision.visit, on: replica)
      let members = one.members.map(\.id)
      guard Set(decision.shown) == Set(members) else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.caseHasChanged, ["\(members.count)"]),
          cure: Message(.caseHasChangedCure))
      }
      let record = SiteView(replica, decision.visit.scope).settlementKey(of: decision.visit.id)
      if let saw = decision.saw { try requireShown(record, saw, on: replica) }
      let merged = one.decisions.filter { $0.value.kind.isMerging }
      guard decision.against != decision.visit.id, members.contains(decision.against),
        merged[decision.against] == nil
      else { throw OfficeFault.wrongUsage(Message(.caseAgainstWrong)) }
      let leansOnIt = one.decisions.contains { $0.value.against == decision.visit.id }
      guard !decision.kind.isMerging || !leansOnIt else {
        throw OfficeFault.wrongUsage(Message(.caseOthersLean))
      }
      try publish(
        [settlementEdit(decision, by: account)], in: decision.visit.scope, by: account,
        on: replica)
    }
  }

  /// Withdraws the decision about a visit; its case is open again.
  /// - Parameter saw: the frontier of the decision that was shown; nothing means what is here now.
  /// - Throws: `OfficeFault.refused` (F-role; F-saw for a decision that was replaced since), `.failed` where nothing
  ///   was decided.
  package func reopen(
    _ visit: RecordKey, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    try write { replica in
      try requireHeadOffice(account, on: replica)
      let record = SiteView(replica, visit.scope).settlementKey(of: visit.id)
      if let saw { try requireShown(record, saw, on: replica) }
      guard try SiteView(replica, visit.scope).settlement(of: visit.id) != nil else {
        throw OfficeFault.failed(Message(.nothingDecided))
      }
      try publish(
        [
          RecordEdit(
            .settlement, RecordIdentity.settlement(visit: visit.id),
            [
              SettlementField.withdrawnAt: .instant(now),
              SettlementField.account: .reference(accountKey(account)),
            ])
        ], in: visit.scope, by: account, on: replica)
    }
  }

  private func caseOf(_ visit: RecordKey, on replica: Replica) throws -> DuplicateCase {
    guard let state = try replica.records.state(of: visit),
      let summary = VisitSummary(visit, state),
      let one = try SiteView(replica, visit.scope).duplicateCase(
        round: summary.round, household: summary.household),
      one.members.contains(where: { $0.id == visit.id })
    else { throw OfficeFault.failed(Message(.noSuchCase, [visit.id.description])) }
    return one
  }

  private func settlementEdit(_ decision: CaseDecision, by account: AccountID) -> RecordEdit {
    let against = RecordKey(scope: decision.visit.scope, type: .visit, id: decision.against)
    return RecordEdit(
      .settlement, RecordIdentity.settlement(visit: decision.visit.id),
      [
        SettlementField.visit: .reference(decision.visit),
        SettlementField.against: .reference(against),
        SettlementField.kind: .code(decision.kind), SettlementField.reason: .text(decision.reason),
        SettlementField.shown: .bytes(PackedRecords.pack(decision.shown)),
        SettlementField.account: .reference(accountKey(account)),
        SettlementField.decidedAt: .instant(now),
        SettlementField.withdrawnAt: .instant(Instant(millisecondsSince1970: 0)),
      ])
  }

  /// Cases are settled by head office alone (R1-39): neither side judges itself.
  func requireHeadOffice(_ account: AccountID, on replica: Replica) throws {
    let person = try person(account, on: replica)
    try requireDecider(person)
    let role = person?.role
    guard role == .companyReviewer || role == .administrator else {
      throw OfficeFault.refused(
        rule: "F-role", why: Message(.onlyHeadOffice), cure: Message(.onlyHeadOfficeCure))
    }
  }

  /// Whoever's access was ended decides nothing any more, also by the hand of another.
  func requireDecider(_ person: Person?) throws {
    guard let person, person.disabledAt != nil else { return }
    throw OfficeFault.refused(
      rule: "F-role", why: Message(.deciderDisabled, [person.name]),
      cure: Message(.deciderDisabledCure))
  }
}
