import Fingerprint
import CommunicationPolicy
package import ConflictFreeRecords
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
  /// Refused is a first-class outcome: the household is done in the round and not asked again.
  /// A household that moved departs, on the day of the attempt.
  package func recordAttempt(
    household text: String, outcome: AttemptOutcome, at moment: Instant, remark: String?,
    site siteCode: String?
  ) throws -> RecordedAttempt {
    if let remark, let flaw = TypedText.flaw(inText: remark, place: "remark") {
      throw FieldFault.failed(flaw)
    }
    guard moment <= now.advanced(byMilliseconds: 600_000) else {
      throw FieldFault.refused(
        Refusal(rule: "R1-51", why: Message(.ruleInFuture), cure: Message(.ruleTimesCure)))
    }
    let (site, facts) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      return (site, try self.household(text, of: site, replica))
    }
    let date = LocalTime(moment, in: site.zone).date
    let (key, new) = try householdKey(facts.key, year: date.year, .visit)
    return try write { replica in
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
      if let remark, !remark.isEmpty {
        attempt[AttemptField.remark] = try seal(
          remark, under: key, in: record, field: AttemptField.remark)
      }
      var edits = [attempt, turnEdit(facts.key, round: round, TurnField.attempted)]
      if outcome == .moved {
        edits.append(
          RecordEdit(.household, facts.key.id, [HouseholdField.departedOn: .date(date)]))
      }
      if let entry = try standingEntry(facts.key.id, organiser, view), outcome != .nobodyHome {
        edits.append(
          RecordEdit(
            .drawEntry, entry.key.id,
            [
              DrawEntryField.outcome: .code(
                outcome == .refused ? EntryOutcome.refused : EntryOutcome.departed)
            ]))
      }
      try write(edits, in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      let after = try view.round(round, attemptsMax: PolicySettings.standard.attemptsMax)
      return RecordedAttempt(
        key: record, household: facts, status: after.status(of: facts.key.id))
    }
  }
}
