import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
import Sampling
package import VisitModel

/// The review of a visit, as its record says.
package struct RecordedReview: Hashable, Sendable {
  package let key: RecordKey
  package let state: ReviewState
  package let account: AccountID
  package let at: Instant
  package let assignee: AccountID?
  package let part: ReviewedPart
  /// Digest of what was shown.
  package let content: [UInt8]

  /// - Returns: nothing while a fact without which it is no review has not arrived.
  init?(_ key: RecordKey, _ record: RecordState) {
    guard let state = record.code(ReviewField.state, as: ReviewState.self),
      let account = record.reference(ReviewField.account),
      let at = record.instant(ReviewField.at)
    else { return nil }
    self.key = key
    self.state = state
    self.account = account.id.named()
    self.at = at
    assignee = record.reference(ReviewField.assignee)?.id.named()
    part = record.code(ReviewField.part) ?? .whole
    content = record.bytes(ReviewField.content) ?? []
  }
}

/// A visit on its way through the review.
package struct ReviewItem: Sendable {
  package let visit: VisitSummary
  package let review: RecordedReview?
  package let stage: ReviewStage
  /// Whose answer it waits for, if it was sent back: the one named, or else whoever recorded it.
  package let owing: AccountID?
  /// Who recorded it, then all others who were there.
  package let participants: [AccountID]
  /// What a reviewer sees now.
  package let content: Digest
  /// What somebody has been shown who saw that and what was said of it: a digest of both.
  package let shown: Digest
  /// It is one of those of whom the household is asked.
  package let isSampled: Bool
  package let recontact: RecordedRecontact?

  /// R1-53, A16: by when it was made on the device.
  package var isLate: Bool {
    SubmissionClock.isLate(start: visit.start, recordedAt: visit.recordedAt, visit.zone)
  }

  package var awaitsRecontact: Bool {
    isSampled && (recontact == nil || recontact?.outcome == .notReached)
  }
}

package struct RecordedRecontact: Hashable, Sendable {
  package let key: RecordKey
  package let outcome: RecontactOutcome
  package let account: AccountID
  package let at: Instant

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let outcome = record.code(RecontactField.outcome, as: RecontactOutcome.self),
      let account = record.reference(RecontactField.account),
      let at = record.instant(RecontactField.at)
    else { return nil }
    self.key = key
    self.outcome = outcome
    self.account = account.id.named()
    self.at = at
  }
}

extension SiteView {
  package func reviewKey(of visit: RecordID) -> RecordKey {
    key(.review, RecordIdentity.review(visit: visit))
  }

  package func recontactKey(of visit: RecordID) -> RecordKey {
    key(.recontact, RecordIdentity.recontact(visit: visit))
  }

  /// Every visit that stands, with its review, the oldest first: what waits longest comes first.
  package func reviews() throws -> [ReviewItem] {
    let policy = try policy()
    return try visits().filter { !$0.summary.isVoided }
      .map { try review(of: $0.summary, $0.state, policy) }
      .sorted { ($0.visit.recordedAt, $0.visit.key) < ($1.visit.recordedAt, $1.visit.key) }
  }

  /// Visits of one organiser that ask something of a reviewer or of the household, the oldest first. Whether a
  /// visit was changed after it was accepted is looked at in the present month and the two before; an older
  /// acceptance stands here as it was given.
  package func reviewsToDo(of organiser: Organiser, at now: Instant) throws -> [ReviewItem] {
    guard let zone = try facts()?.zone else { return [] }
    let policy = try policy()
    let since = LocalTime(now, in: zone).date.civilMonth.previous.previous
    return try visits()
      .filter { visit, _ in
        guard !visit.isVoided, visit.organiser == organiser else { return false }
        if visit.month >= since { return true }
        let review = try replica.records.state(of: reviewKey(of: visit.key.id))
        return review?.code(ReviewField.state) != ReviewState.accepted
      }
      .map { try review(of: $0.summary, $0.state, policy) }
      .filter { $0.stage.isWaiting || $0.awaitsRecontact }
      .sorted { ($0.visit.recordedAt, $0.visit.key) < ($1.visit.recordedAt, $1.visit.key) }
  }

  /// The visits that were sent back and wait for an answer, what was recorded first at the head. Asks
  /// only those whose review says so.
  package func returnedReviews() throws -> [ReviewItem] {
    let policy = try policy()
    return try replica.records.states(of: .review, in: scope)
      .filter { $0.state.code(ReviewField.state) == ReviewState.returned }
      .compactMap { $0.state.reference(ReviewField.visit) }
      .compactMap { try review(of: $0, policy) }
      .filter { $0.stage == .returned }
      .sorted { ($0.visit.recordedAt, $0.visit.key) < ($1.visit.recordedAt, $1.visit.key) }
  }

  /// - Returns: nothing for what is no visit here, or is voided.
  package func review(of visit: RecordKey) throws -> ReviewItem? {
    try review(of: visit, try policy())
  }

  func review(of visit: RecordKey, _ policy: Policy) throws -> ReviewItem? {
    guard let state = try replica.records.state(of: visit),
      let summary = VisitSummary(visit, state), !summary.isVoided
    else { return nil }
    return try review(of: summary, state, policy)
  }

  private func review(
    of visit: VisitSummary, _ state: RecordState, _ policy: Policy
  ) throws -> ReviewItem {
    let reviewKey = reviewKey(of: visit.key.id)
    let review = try replica.records.state(of: reviewKey)
      .flatMap { RecordedReview(reviewKey, $0) }
    let recontactKey = recontactKey(of: visit.key.id)
    let participants = try self.participants(of: visit.key)
    let content = try ReviewedContent.digest(of: visit.key, in: replica)
    let stage = Self.stage(review, participants: participants, content: content)
    return ReviewItem(
      visit: visit, review: review, stage: stage,
      owing: stage == .returned ? review?.assignee ?? participants.first : nil,
      participants: participants, content: content,
      shown: Digest(
        domain: "rounds review shown v1",
        content.bytes
          + PackedChanges.pack(
            try replica.frontier(of: reviewKey) + replica.frontier(of: recontactKey))),
      isSampled: try isSampled(
        visit.key.id,
        percent: policy.settings(on: LocalTime(visit.start, in: visit.zone).date)
          .recontactPercent),
      // Who was there does not ask whether it took place; after a merge such a word counts for nothing.
      recontact: try replica.records.state(of: recontactKey)
        .flatMap { RecordedRecontact(recontactKey, $0) }
        .flatMap { participants.contains($0.account) ? nil : $0 })
  }

  /// Pure: the same record, people and content, the same stage.
  static func stage(
    _ review: RecordedReview?, participants: [AccountID], content: Digest
  ) -> ReviewStage {
    guard let review else { return .waiting }
    if review.state == .answered { return .answered }
    // Known to be so only once everything has come together: what was decided does not count then.
    if participants.contains(review.account) { return .ownReview }
    if review.content != content.bytes { return .changed }
    return review.state == .accepted ? .accepted : .returned
  }

  /// Who recorded the visit, and those who were there, in the order of their record ids. Who corrected
  /// something since, or settled a conflict, is none of them.
  private func participants(
    of visit: RecordKey
  ) throws -> [AccountID] {
    var found = [try recorder(of: visit)].compactMap { $0 }
    for (_, interviewer) in try replica.records.members(.interviewerOfVisit, of: visit) {
      guard let account: AccountID = interviewer.reference(InterviewerField.account)?.id.named(),
        !found.contains(account)
      else { continue }
      found.append(account)
    }
    return found
  }

  /// Whether a visit is among those of whom the household is asked: the first eight bytes of
  /// HMAC-SHA-256(site seed, "rounds recontact v1" ‖ 0 ‖ visit id), as a fraction of one, lie below the
  /// share. Every replica says the same, and nobody chooses.
  package func isSampled(_ visit: RecordID, percent: Int) throws -> Bool {
    guard let seed = try facts()?.seed, !seed.isEmpty else { return false }
    let code = KeyedHash.sha256(
      key: seed, Array("rounds recontact v1".utf8) + [0] + visit.bytes)
    let fraction = code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    return fraction / (UInt64.max / 100 + 1) < UInt64(clamping: percent)
  }
}

extension SiteView {
  /// Whether a field of the visit, of what was said at it, or of its signature holds two values.
  package func hasConflict(about visit: RecordKey) throws -> Bool {
    let signature = key(.signature, RecordIdentity.signature(visit: visit.id))
    let parts =
      try [visit, signature] + replica.records.members(.opinionOfVisit, of: visit).map(\.key)
    return try parts.contains {
      try replica.records.state(of: $0).map { !$0.conflicts.isEmpty } ?? false
    }
  }
}
