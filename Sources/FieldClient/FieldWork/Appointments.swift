import SyncProtocol
import Fingerprint
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// An agreed window for a visit at the door (R1-46, A15).
package struct Appointment: Hashable, Sendable {
  package let key: RecordKey
  package let household: RecordID
  package let start: Instant
  package let end: Instant
  package let channel: AppointmentChannel
  package let agreedAt: Instant
  package let state: AppointmentState
  package let account: AccountID

  package init?(_ key: RecordKey, _ state: RecordState) {
    guard let household = state.reference(AppointmentField.household),
      let start = state.instant(AppointmentField.windowStart),
      let end = state.instant(AppointmentField.windowEnd),
      let channel = state.code(AppointmentField.channel, as: AppointmentChannel.self),
      let agreedAt = state.instant(AppointmentField.agreedAt),
      let account = state.reference(AppointmentField.account)
    else { return nil }
    self.key = key
    self.household = household.id
    self.start = start
    self.end = end
    self.channel = channel
    self.agreedAt = agreedAt
    self.state = state.code(AppointmentField.state) ?? .agreed
    self.account = account.id.named()
  }
}

extension Laptop {
  /// Records what was agreed with a household.
  /// - Parameter agreedWith: who agreed; sealed.
  package func makeAppointment(
    household: HouseholdFacts, start: Instant, end: Instant, channel: AppointmentChannel,
    agreedWith: String, agreedAt: Instant
  ) throws -> Appointment {
    if let flaw = TypedText.flaw(inLine: agreedWith, place: "agreedWith") {
      throw FieldFault.failed(flaw)
    }
    guard start <= end else { throw FieldFault.failed(Message(.windowEndsBeforeStart)) }
    let scope = household.key.scope
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
        AppointmentField.account: .reference(
          RecordKey(scope: office.company, type: .account, id: account.named())),
      ])
    if !agreedWith.isEmpty {
      edit[AppointmentField.agreedWith] = try seal(
        agreedWith, under: key, in: record, field: AppointmentField.agreedWith)
    }
    return try write { replica in
      try write([edit], in: scope, keys: new.map { [$0] } ?? [], on: replica)
      guard let state = try replica.records.state(of: record),
        let made = Appointment(record, state)
      else { throw StoreFault.damaged("an appointment just written") }
      return made
    }
  }

  /// Agreed appointments of a site that end at or after a moment, by start.
  package func appointments(
    of site: SiteFacts, endingAfter moment: Instant?, _ replica: Replica
  ) throws -> [Appointment] {
    try replica.records.states(of: .appointment, in: site.scope)
      .compactMap { id, state in
        Appointment(RecordKey(scope: site.scope, type: .appointment, id: id), state)
      }
      .filter { appointment in moment.map { appointment.end >= $0 } ?? true }
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
  }

  package func cancelAppointment(named text: String) throws -> Appointment {
    try write { replica in
      let (key, _) = try record(.appointment, named: text, replica)
      try write(
        [
          RecordEdit(
            .appointment, key.id, [AppointmentField.state: .code(AppointmentState.cancelled)])
        ], in: key.scope, on: replica)
      guard let state = try replica.records.state(of: key),
        let cancelled = Appointment(key, state)
      else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
      return cancelled
    }
  }
}
