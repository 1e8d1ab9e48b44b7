import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Office {
  /// The visits of a site on their way through the review, what waits longest first.
  package func reviews(of site: ScopeID, on replica: Replica) throws -> [ReviewItem] {
    try SiteView(replica, site).reviews()
  }

  /// - Returns: nothing for what is no visit, or is voided.
  package func review(of visit: RecordKey, on replica: Replica) throws -> ReviewItem? {
    try SiteView(replica, visit.scope)
      .review(of: visit)
  }

  /// Those who may be asked to answer a visit that is sent back: who works at its site now.
  package func assignees(of site: ScopeID, on replica: Replica) throws -> [Person] {
    try people(on: replica).filter { $0.disabledAt == nil && $0.sites.contains(site) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Accepts a visit's record or sends it back, as `Laptop.review` does.
  ///
  /// - Parameters:
  ///   - shown: the digest of what the reviewer saw.
  ///   - assignee: who is to answer; whoever recorded the visit unless named.
  /// - Throws: `OfficeFault.refused` with R1-54 or F-saw, `.failed` for a visit that is voided and for
  ///   an assignee who does not work at the site.
  package func review(
    _ visit: RecordKey, _ decision: ReviewDecision, to assignee: AccountID? = nil, shown: Digest,
    by account: AccountID
  ) throws {
    let key = try textKey(of: visit, isNeeded: decision != .accept)
    try write { replica in
      let item = try requireFree(decision.act, visit, by: account, decision.comment, on: replica)
      guard shown == item.shown else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.reviewStale), cure: Message(.reviewStaleCure))
      }
      if let assignee,
        try !assignees(of: visit.scope, on: replica).contains(where: { $0.id == assignee })
      {
        throw OfficeFault.failed(
          Message(.notOfTheSite, [try person(assignee, on: replica)?.name ?? ""]))
      }
      let record = SiteView(replica, visit.scope).reviewKey(of: visit.id)
      let edit = ReviewEdits(item, by: accountKey(account), at: now).decision(
        decision,
        comment: try sealedText(decision.comment, key, in: record, ReviewField.comment),
        assignee: (assignee ?? item.participants.first).map { accountKey($0) })
      let routing =
        decision == .accept
        ? MatterEdits(by: accountKey(account), at: now).routing(
          of: try SiteView(replica, visit.scope).matters(of: visit)) : []
      try publishSeen([edit] + routing, in: visit.scope, by: account, on: replica)
    }
  }

  /// Records whether a household confirmed that a visit took place as recorded.
  /// - Throws: as `review`.
  package func recordRecontact(
    _ visit: RecordKey, outcome: RecontactOutcome, remark: String?, shown: Digest,
    by account: AccountID
  ) throws {
    let key = try textKey(of: visit, isNeeded: remark != nil)
    try write { replica in
      let item = try requireFree(.recontact, visit, by: account, nil, on: replica)
      guard shown == item.shown else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.reviewStale), cure: Message(.reviewStaleCure))
      }
      let record = SiteView(replica, visit.scope).recontactKey(of: visit.id)
      let edit = ReviewEdits(item, by: accountKey(account), at: now).recontact(
        outcome, remark: try sealedText(remark, key, in: record, RecontactField.remark))
      try publishSeen([edit], in: visit.scope, by: account, on: replica)
    }
  }

  /// What the rules leave to a person: their own visits, and those of a side they do not review, are
  /// none of theirs.
  private func requireFree(
    _ act: ReviewFacts.Act, _ visit: RecordKey, by account: AccountID, _ comment: String?,
    on replica: Replica
  ) throws -> ReviewItem {
    guard let item = try review(of: visit, on: replica) else {
      throw OfficeFault.failed(Message(.visitIsVoided))
    }
    let person = try person(account, on: replica) ?? .unknown(account)
    try requireDecider(person)
    let findings = try SiteView(replica, visit.scope).findings(
      act, on: item, by: account, person.role, comment: comment)
    if let first = findings.first {
      throw OfficeFault.refused(rule: first.rule.rawValue, why: first.why, cure: first.cure)
    }
    return item
  }

  /// The household's key for texts about a visit, made where it is missing.
  private func textKey(of visit: RecordKey, isNeeded: Bool) throws -> HouseholdKey? {
    guard isNeeded,
      let summary = try read({ replica in
        try replica.records.state(of: visit).flatMap { VisitSummary(visit, $0) }
      })
    else { return nil }
    let year = LocalTime(summary.start, in: summary.zone).date.year
    return try householdKeys(of: [summary.household], in: visit.scope, year: year, .visit)[
      summary.household]
  }
}
