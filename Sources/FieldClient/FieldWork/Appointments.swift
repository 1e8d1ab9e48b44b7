import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// Whether an appointment of the same day fits a visit that began outside its window; the rule then
/// asks why.
enum SameDay { case included, leftOut }

extension Laptop {
  /// Records what was agreed with a household.
  /// - Parameters:
  ///   - agreedWith: who agreed; sealed.
  ///   - agreedAt: when; at most ten minutes ahead of this laptop's clock.
  ///   - reasons: for an appointment in the night (R1-47, A14), by rule; kept with it.
  /// - Throws: `FieldFault.reasonsNeeded` (R1-47) for a window that begins between 22:00 and 6:00,
  ///   `.refused`: R1-46 for what is to be agreed in the future, F-assigned.
  package func makeAppointment(
    household: HouseholdFacts, start: Instant, end: Instant, channel: AppointmentChannel,
    agreedWith: String, agreedAt: Instant, reasons: [String: String] = [:]
  ) throws -> Appointment {
    if let flaw = TypedText.flaw(inLine: agreedWith, place: "agreedWith") {
      throw FieldFault.failed(flaw)
    }
    guard start <= end else { throw FieldFault.failed(Message(.windowEndsBeforeStart)) }
    guard agreedAt <= now.advanced(byMilliseconds: 600_000) else {
      throw FieldFault.refused(
        Refusal(
          rule: "R1-46", why: Message(.agreedInFuture), cure: Message(.agreedInFutureCure)))
    }
    let given = try ruleReasons(reasons)
    let scope = household.key.scope
    let (zone, rules) = try read { replica in
      try requireAssigned(scope, replica)
      let view = SiteView(replica, scope)
      return (
        try view.facts()?.zone ?? environment.zone, VisitRules(try view.settings(at: start))
      )
    }
    let kept = try reasonsToKeep(given, rules.findings(appointedFrom: start, zone))
    let record = RecordKey(
      scope: scope, type: .appointment,
      id: RecordID(prefixOf: environment.randomness.bytes(16)))
    let year = LocalTime(agreedAt, in: environment.zone).date.year
    let (key, new) = try householdKey(household.key, year: year, .visit)
    var edit = RecordEdit(
      .appointment, record.id,
      [
        AppointmentField.household: .reference(household.key),
        AppointmentField.windowStart: .instant(start), AppointmentField.windowEnd: .instant(end),
        AppointmentField.channel: .code(channel), AppointmentField.agreedAt: .instant(agreedAt),
        AppointmentField.state: .code(AppointmentState.agreed),
        AppointmentField.account: .reference(person(account)),
      ])
    if !agreedWith.isBlank {
      edit[AppointmentField.agreedWith] = try seal(
        agreedWith, under: key, in: record, field: AppointmentField.agreedWith)
    }
    let edits = [edit] + (try reasonEdits(kept, about: record, key))
    return try write { replica in
      try requireAssigned(scope, replica)
      try write(edits, in: scope, keys: new.map { [$0] } ?? [], on: replica)
      guard let state = try replica.records.state(of: record),
        let made = Appointment(record, state)
      else { throw StoreFault.damaged("an appointment just written") }
      return made
    }
  }

  private func reasonsToKeep(
    _ given: [RuleID: String], _ findings: [Finding]
  ) throws -> [RuleID: String] {
    switch FindingsVerdict(findings, reasons: given) {
    case .refused(let blocks): throw FieldFault.refused(Refusal(blocks[0]))
    case .reasonsNeeded(let warnings):
      throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
    case .accepted(let reasons, _): return reasons
    }
  }

  /// Appointments of a site, agreed and cancelled, that end at or after a moment, by start.
  package func appointments(
    of site: SiteFacts, endingAfter moment: Instant?, _ replica: Replica
  ) throws -> [Appointment] {
    try SiteView(replica, site.scope).appointments(endingAfter: moment)
  }

  /// The household's agreed appointment whose window holds a moment, or else the last one of that
  /// local day.
  func appointment(
    of household: RecordID, fitting start: Instant, orThatDay: SameDay, _ site: SiteFacts,
    _ replica: Replica
  ) throws -> Appointment? {
    let own = try appointments(of: site, endingAfter: nil, replica)
      .filter { $0.household == household && $0.state == .agreed }
    if let exact = own.first(where: { $0.start <= start && start <= $0.end }) { return exact }
    guard orThatDay == .included else { return nil }
    let day = LocalTime(start, in: site.zone).date
    return own.last { LocalTime($0.start, in: site.zone).date == day }
  }

  /// - Throws: `FieldFault.refused`: F-assigned, or F-saw while its state is in conflict.
  package func cancelAppointment(named text: String) throws -> Appointment {
    try write { replica in
      let (key, _) = try record(.appointment, named: text, replica)
      try requireAssigned(key.scope, replica)
      let edit = RecordEdit(
        .appointment, key.id, [AppointmentField.state: .code(AppointmentState.cancelled)])
      try requireNoConflict(in: [edit], of: key.scope, replica)
      try write([edit], in: key.scope, on: replica)
      guard let state = try replica.records.state(of: key),
        let cancelled = Appointment(key, state)
      else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
      return cancelled
    }
  }
}
