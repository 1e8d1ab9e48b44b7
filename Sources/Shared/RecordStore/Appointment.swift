package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

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

  /// As the rules see it.
  package var window: VisitFacts.AgreedWindow {
    VisitFacts.AgreedWindow(
      start: start, end: end, agreedAt: agreedAt, isCancelled: state == .cancelled)
  }
}

extension SiteView {
  /// Agreed and cancelled, that end at or after a moment, by start.
  package func appointments(endingAfter moment: Instant?) throws -> [Appointment] {
    try replica.records.states(of: .appointment, in: scope)
      .compactMap { id, state in Appointment(key(.appointment, id), state) }
      .filter { appointment in moment.map { appointment.end >= $0 } ?? true }
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
  }
}
