package import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
package import RecordCatalogue
package import VisitModel

/// What a reviewer decides about a visit's record (R1-54).
package enum ReviewDecision: Hashable, Sendable {
  case accept
  /// Back to whoever is to put it right.
  case sendBack(part: ReviewedPart, comment: String)

  package var act: ReviewFacts.Act { self == .accept ? .accept : .sendBack }
  package var state: ReviewState { self == .accept ? .accepted : .returned }

  package var comment: String? {
    if case .sendBack(_, let comment) = self { comment } else { nil }
  }
}

extension SiteView {
  /// What the rules say to somebody who is about to act on a visit's review; nothing if they may.
  package func findings(
    _ act: ReviewFacts.Act, on item: ReviewItem, by account: AccountID, _ role: Role,
    comment: String? = nil
  ) throws -> [Finding] {
    var facts = ReviewFacts(act, by: role, of: item.visit.organiser)
    facts.tookPart = item.participants.contains(account)
    facts.hasConflict = try hasConflict(about: item.visit.key)
    facts.hasComment = comment?.isBlank == false
    return ReviewRules.findings(facts)
  }
}

/// The changes by which a review goes on; the same on a laptop and at the office.
package struct ReviewEdits {
  package let visit: RecordKey
  package let content: Digest
  /// Who acts.
  package let account: RecordKey
  package let at: Instant

  package init(_ item: ReviewItem, by account: RecordKey, at now: Instant) {
    visit = item.visit.key
    content = item.content
    self.account = account
    at = now
  }

  /// - Parameters:
  ///   - comment: sealed; only of what is sent back.
  ///   - assignee: who is to answer it.
  package func decision(
    _ decision: ReviewDecision, comment: Value?, assignee: RecordKey?
  ) -> RecordEdit {
    var edit = self.edit(decision.state)
    guard case .sendBack(let part, _) = decision else { return edit }
    edit[ReviewField.part] = .code(part)
    edit[ReviewField.comment] = comment
    edit[ReviewField.assignee] = assignee.map { .reference($0) }
    return edit
  }

  /// - Parameter reply: sealed; an empty text takes the place of what was replied before.
  package func answer(reply: Value?) -> RecordEdit {
    var edit = self.edit(.answered)
    edit[ReviewField.reply] = reply
    return edit
  }

  package func recontact(_ outcome: RecontactOutcome, remark: Value?) -> RecordEdit {
    RecordEdit(
      .recontact, RecordIdentity.recontact(visit: visit.id),
      [
        RecontactField.visit: .reference(visit), RecontactField.outcome: .code(outcome),
        RecontactField.account: .reference(account), RecontactField.at: .instant(at),
        RecontactField.remark: remark,
      ])
  }

  private func edit(_ state: ReviewState) -> RecordEdit {
    RecordEdit(
      .review, RecordIdentity.review(visit: visit.id),
      [
        ReviewField.visit: .reference(visit), ReviewField.state: .code(state),
        ReviewField.account: .reference(account), ReviewField.at: .instant(at),
        ReviewField.content: .bytes(content.bytes),
      ])
  }
}
