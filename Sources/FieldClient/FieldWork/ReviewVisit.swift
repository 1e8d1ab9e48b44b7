import CommunicationPolicy
import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Laptop {
  /// Accepts a visit's record or sends it back, in one step, also to another person (R1-54). What is
  /// accepted goes where it belongs: complaints to their procedure, all else that was said and that
  /// nobody has seen to yet to the department of its topic (R1-55).
  ///
  /// - Parameters:
  ///   - name: a colleague at the site who is to answer; whoever recorded the visit unless named.
  ///   - shown: the digest of what the reviewer saw; nothing means what is here now.
  /// - Throws: `FieldFault.refused` with R1-54 for a post that does not review it, for whoever had part
  ///   in it, for a comment that says nothing, for a record in conflict; F-saw when it is no longer what
  ///   was shown; F-assigned.
  package func review(
    _ text: String, _ decision: ReviewDecision, to name: String? = nil, shown: Digest? = nil
  ) throws -> ReviewCard {
    try requireTyped(decision.comment, "comment")
    let key = try textKey(of: text, isNeeded: decision != .accept)
    return try write { replica in
      let item = try reviewItem(named: text, replica)
      try requireFree(decision.act, item, comment: decision.comment, replica)
      try requireSame(item, shown)
      let scope = item.visit.key.scope
      let chosen = try name.map { try assignee(named: $0, scope, replica) }
      let edit = ReviewEdits(item, by: person(account), at: now).decision(
        decision,
        comment: try sealedText(decision.comment, key, of: item, ReviewField.comment, replica),
        assignee: (chosen ?? item.participants.first).map { person($0) })
      let routing =
        decision == .accept
        ? MatterEdits(by: person(account), at: now).routing(
          of: try SiteView(replica, scope).matters(of: item.visit.key)) : []
      return try write([edit] + routing, about: item, key?.new, replica)
    }
  }

  /// Answers a visit that was sent back: what was asked for is done, or why it is right as it is.
  /// - Throws: `FieldFault.failed` unless it waits for this person's answer or for that of whoever was
  ///   there with them.
  package func answerReview(_ text: String, reply: String?) throws -> ReviewCard {
    try requireTyped(reply, "reply")
    let key = try textKey(of: text, isNeeded: true)
    return try write { replica in
      let item = try reviewItem(named: text, replica)
      guard let review = item.review, review.state == .returned,
        review.assignee == account || item.participants.contains(account)
      else { throw FieldFault.failed(Message(.reviewNotReturned)) }
      let edit = ReviewEdits(item, by: person(account), at: now).answer(
        reply: try sealedText(reply ?? "", key, of: item, ReviewField.reply, replica))
      return try write([edit], about: item, key?.new, replica)
    }
  }

  /// Records whether a household confirmed that a visit took place as recorded.
  /// - Throws: `FieldFault.refused` with R1-54 for whoever had part in it.
  package func recordRecontact(
    _ text: String, outcome: RecontactOutcome, remark: String?
  ) throws -> ReviewCard {
    try requireTyped(remark, "remark")
    let key = try textKey(of: text, isNeeded: remark != nil)
    return try write { replica in
      let item = try reviewItem(named: text, replica)
      try requireFree(.recontact, item, comment: nil, replica)
      let record = SiteView(replica, item.visit.key.scope).recontactKey(of: item.visit.key.id)
      let remark = try key.flatMap { key in
        try remark.map { try seal($0, under: key.key, in: record, field: RecontactField.remark) }
      }
      let edit = ReviewEdits(item, by: person(account), at: now).recontact(outcome, remark: remark)
      return try write([edit], about: item, key?.new, replica)
    }
  }

  private func requireTyped(_ text: String?, _ place: String) throws {
    if let text, let flaw = TypedText.flaw(inText: text, place: place) {
      throw FieldFault.failed(flaw)
    }
  }

  /// The household's key for texts about a visit; a key that nothing uses would never reach the office.
  private func textKey(
    of visit: String, isNeeded: Bool
  ) throws -> (key: HouseholdKey, new: NewHouseholdKey?)? {
    let target = try read { try editableVisit(named: visit, $0) }
    return isNeeded ? try householdKey(target.household, year: target.year, .visit) : nil
  }

  private func sealedText(
    _ text: String?, _ key: (key: HouseholdKey, new: NewHouseholdKey?)?, of item: ReviewItem,
    _ field: UInt32, _ replica: Replica
  ) throws -> Value? {
    guard let text, let key else { return nil }
    let record = SiteView(replica, item.visit.key.scope).reviewKey(of: item.visit.key.id)
    return try seal(text, under: key.key, in: record, field: field)
  }

  private func reviewItem(named text: String, _ replica: Replica) throws -> ReviewItem {
    try reviewItem(try editableVisit(named: text, replica).key, replica)
  }

  private func requireFree(
    _ act: ReviewFacts.Act, _ item: ReviewItem, comment: String?, _ replica: Replica
  ) throws {
    let findings = try SiteView(replica, item.visit.key.scope).findings(
      act, on: item, by: account, try visitor(replica).role, comment: comment)
    if let first = findings.first { throw FieldFault.refused(Refusal(first)) }
  }

  private func requireSame(_ item: ReviewItem, _ shown: Digest?) throws {
    guard let shown, shown != item.shown else { return }
    throw FieldFault.refused(
      Refusal(rule: "F-saw", why: Message(.reviewStale), cure: Message(.reviewStaleCure)))
  }

  private func write(
    _ edits: [RecordEdit], about item: ReviewItem, _ new: NewHouseholdKey?, _ replica: Replica
  ) throws -> ReviewCard {
    let visit = item.visit.key
    try requireNoConflict(in: edits, of: visit.scope, replica)
    try write(edits, in: visit.scope, keys: new.map { [$0] } ?? [], on: replica)
    return try card(reviewItem(visit, replica), SiteView(replica, visit.scope))
  }

  /// Somebody who works at the site.
  private func assignee(
    named name: String, _ scope: ScopeID, _ replica: Replica
  ) throws -> AccountID {
    let found = try colleague(named: name, replica).account
    let works = try replica.records.members(.assignmentOfAccount, of: person(found))
      .contains { _, assignment in
        assignment.isStanding && assignment.reference(AssignmentField.site)?.scope == scope
      }
    guard works else { throw FieldFault.failed(Message(.notOfTheSite, [name])) }
    return found
  }
}
