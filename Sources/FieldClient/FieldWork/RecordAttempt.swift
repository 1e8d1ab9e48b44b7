import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import Sampling
package import VisitModel
import Wording

/// An attempt that is on disk, and what it makes of the household's place in the round.
package struct RecordedAttempt: Sendable {
  package let key: RecordKey
  package let household: HouseholdFacts
  package let status: RoundView.Status
}

extension Laptop {
  /// Records that nobody was home, that a visit was refused, or that the household has moved away.
  ///
  /// Refused is a first-class outcome: the household is done in the round and not asked again, by
  /// whomever it was drawn. A household that moved departs, on the day of the attempt. The third
  /// absence in a round makes it unreachable, and settles this organiser's drawn entry.
  /// - Throws: `FieldFault.refused`: R1-51 for a time ahead, F-assigned, or F-saw while what would be
  ///   written is in conflict.
  package func recordAttempt(
    household text: String, outcome: AttemptOutcome, at moment: Instant, remark: String?,
    site siteCode: String?
  ) throws -> RecordedAttempt {
    if let remark, let flaw = TypedText.flaw(inText: remark, place: "remark") {
      throw FieldFault.failed(flaw)
    }
    guard moment <= now.advanced(byMilliseconds: 600_000) else {
      throw FieldFault.refused(
        Refusal(
          rule: "R1-51", why: Message(.attemptInFuture), cure: Message(.attemptInFutureCure)))
    }
    let (site, facts) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      return (site, try self.household(text, of: site, on: moment, replica))
    }
    let date = LocalTime(moment, in: site.zone).date
    let (key, new) = try householdKey(facts.key, year: date.year, .visit)
    return try write { replica in
      try requireAssigned(site.scope, replica)
      let view = SiteView(replica, site.scope)
      let visitor = try self.visitor(replica)
      let organiser: Organiser = visitor.role.isCompany ? .company : .site
      let round = try view.currentRound()
      let record = RecordKey(
        scope: site.scope, type: .attempt,
        id: RecordID(prefixOf: environment.randomness.bytes(16)))
      var attempt = RecordEdit(
        .attempt, record.id,
        [
          AttemptField.household: .reference(facts.key),
          AttemptField.round: .integer(Int64(round)), AttemptField.at: .instant(moment),
          AttemptField.outcome: .code(outcome),
          AttemptField.account: .reference(person(account)),
          AttemptField.organiser: .code(organiser),
        ])
      if let remark, !remark.isBlank {
        attempt[AttemptField.remark] = try seal(
          remark, under: key, in: record, field: AttemptField.remark)
      }
      var edits = [attempt, turnEdit(facts.key, round: round, TurnField.attempted)]
      if outcome == .moved {
        edits.append(
          RecordEdit(.household, facts.key.id, [HouseholdField.departedOn: .date(date)]))
      }
      edits += try settledEntries(outcome, at: moment, facts, round, organiser, view)
      try requireNoConflict(in: edits, of: site.scope, replica)
      try write(edits, in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      let after = try view.round(round, of: facts, at: now)
      return RecordedAttempt(
        key: record, household: facts, status: after.status(of: facts.key.id))
    }
  }

  /// What becomes of drawn entries that name the household. Whoever refused or moved is lost to both
  /// organisers; an absence too many only to the one whose visitor stood before the door.
  private func settledEntries(
    _ outcome: AttemptOutcome, at moment: Instant, _ household: HouseholdFacts, _ round: Int,
    _ organiser: Organiser, _ view: SiteView
  ) throws -> [RecordEdit] {
    let settled: EntryOutcome
    var whose: Organiser?
    switch outcome {
    case .refused: settled = .refused
    case .moved: settled = .departed
    case .nobodyHome:
      guard try isLastAbsence(household, at: moment, round, view) else { return [] }
      settled = .unreachable
      whose = organiser
    }
    return try standingEntries(household.key.id, whose, view).map {
      RecordEdit(.drawEntry, $0.key.id, [DrawEntryField.outcome: .code(settled)])
    }
  }

  /// Whether one more absence makes an open household unreachable in the round (A10).
  private func isLastAbsence(
    _ household: HouseholdFacts, at moment: Instant, _ round: Int, _ view: SiteView
  ) throws -> Bool {
    let attemptsMax = try view.settings(at: moment).attemptsMax
    let standing = try view.round(round, of: household, at: now)
    guard standing.status(of: household.key.id) == .open else { return false }
    let absences = try view.replica.records.members(.attemptAtHousehold, of: household.key).filter {
      $0.state.integer(AttemptField.round) == round
        && $0.state.code(AttemptField.outcome) == AttemptOutcome.nobodyHome
    }
    return absences.count + 1 >= attemptsMax
  }
}
