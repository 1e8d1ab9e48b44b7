package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// What the log says of one thing from some moment on, and whose word it is.
package struct DatedWord<Said: Hashable & Sendable>: Hashable, Sendable {
  /// When it was written; a roster says no other day.
  package let at: Instant
  package let account: AccountID
  package let said: Said
}

/// One step of a visit's review, as somebody wrote it; also one that another overtook.
package struct ReviewStep: Hashable, Sendable {
  package let at: Instant
  package let account: AccountID
  package let state: ReviewState
  /// Of what was sent back.
  package let part: ReviewedPart?
}

extension SiteView {
  /// The states of a unit, each from when it was first said, the oldest first; repetitions are none.
  package func occupancies(of unit: RecordKey) throws -> [DatedWord<Occupancy>] {
    var last: Occupancy?
    return try changes(of: unit).compactMap { change in
      guard let said: Occupancy = change.code(UnitField.occupancy), said != last else {
        return nil
      }
      last = said
      return DatedWord(at: change.claimedAt, account: try author(of: change), said: said)
    }
  }

  /// When a household became one that is not to be visited, and when it was one no more, the oldest first.
  package func restrictions(of household: RecordKey) throws -> [DatedWord<Bool>] {
    var last = false
    return try changes(of: household).compactMap { change in
      guard case .integer(let number)? = change.value(HouseholdField.isRestricted),
        (number == 1) != last
      else { return nil }
      last = number == 1
      return DatedWord(at: change.claimedAt, account: try author(of: change), said: last)
    }
  }

  /// Every step of the review of a visit, the oldest first.
  package func reviewSteps(of visit: RecordID) throws -> [ReviewStep] {
    try changes(of: reviewKey(of: visit)).compactMap { change -> (ReviewStep, ChangeID)? in
      guard let state: ReviewState = change.code(ReviewField.state) else { return nil }
      var (at, account): (Instant, AccountID?) = (change.claimedAt, nil)
      if case .instant(let said)? = change.value(ReviewField.at) { at = said }
      if case .reference(let who)? = change.value(ReviewField.account) { account = who.id.named() }
      let step = ReviewStep(
        at: at, account: try account ?? author(of: change), state: state,
        part: state == .returned ? change.code(ReviewField.part) : nil)
      return (step, change.id)
    }.sorted { ($0.0.at, $0.1) < ($1.0.at, $1.1) }.map(\.0)
  }

  /// The visits that carry a month, the latest first, each with its review; a voided one has none.
  package func reviewedVisits(
    of month: CivilMonth
  ) throws -> [(visit: VisitSummary, review: ReviewItem?)] {
    let policy = try policy()
    return try visits(of: month).map(\.summary)
      .sorted { ($1.start, $1.key) < ($0.start, $0.key) }
      .map { ($0, try review(of: $0.key, policy)) }
  }

  /// Of one record, the oldest first.
  private func changes(of key: RecordKey) throws -> [PlacedChange] {
    guard let state = try replica.records.state(of: key) else { return [] }
    return try replica.records.changes(of: state)
      .sorted { ($0.claimedAt, $0.id) < ($1.claimedAt, $1.id) }
  }

  private func author(of change: PlacedChange) throws -> AccountID {
    guard let bundle = try replica.log.bundle(change.id.bundle) else {
      throw StoreFault.damaged("a record names a bundle that the log lacks")
    }
    return try Authorship.account(of: bundle)
  }
}

extension PlacedChange {
  fileprivate func value(_ field: UInt32) -> Value? {
    fields.first { $0.number == field }?.value
  }

  fileprivate func code<Set: StoredCodeSet>(_ field: UInt32) -> Set? {
    guard case .code(let set, let number)? = value(field), set == Set.setNumber else { return nil }
    return Set(rawValue: Int(number))
  }
}
