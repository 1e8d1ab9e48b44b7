package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// The facts of a visit that need no key to read.
package struct VisitSummary: Hashable, Sendable {
  package let key: RecordKey
  package let household: RecordID
  package let round: Int
  package let month: CivilMonth
  package let organiser: Organiser
  package let kind: VisitKind
  package let mode: VisitMode
  package let start: Instant
  package let end: Instant
  package let zone: ZoneOffset
  package let recordedAt: Instant
  package let isVoided: Bool
  package let isCountable: Bool
  package let drawEntry: RecordKey?
  package let turnKnownAtStart: [ChangeID]

  /// A conversation with a resident, not a return visit, and not voided (A12, A13).
  package var counts: Bool { kind == .visit && isCountable && !isVoided }

  /// - Returns: nothing while a fact without which it is no visit has not arrived.
  package init?(_ key: RecordKey, _ state: RecordState) {
    guard let household = state.reference(VisitField.household),
      let round = state.integer(VisitField.round), let month = state.month(VisitField.month),
      let organiser = state.code(VisitField.organiser, as: Organiser.self),
      let kind = state.code(VisitField.kind, as: VisitKind.self),
      let mode = state.code(VisitField.mode, as: VisitMode.self),
      let start = state.instant(VisitField.start), let end = state.instant(VisitField.end),
      let recordedAt = state.instant(VisitField.recordedAt)
    else { return nil }
    self.key = key
    self.household = household.id
    self.round = round
    self.month = month
    self.organiser = organiser
    self.kind = kind
    self.mode = mode
    self.start = start
    self.end = end
    self.zone = state.integer(VisitField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    self.recordedAt = recordedAt
    isVoided = state.instant(VisitField.voidedAt) != nil
    isCountable = state.flag(VisitField.isCountable)
    drawEntry = state.reference(VisitField.drawEntry)
    turnKnownAtStart = PackedChanges.unpack(state.bytes(VisitField.turnKnownAtStart) ?? [])
  }
}
