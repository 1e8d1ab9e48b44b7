package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// Where something was said: at a visit, or in another contact.
package struct MatterSource: Hashable, Sendable {
  package let key: RecordKey
  /// Nothing where nobody said who they are.
  package let household: RecordID?
  package let at: Instant
  package let zone: ZoneOffset
  package let month: CivilMonth
  /// At a visit it is none of these; there the visit's mode says how.
  package let channel: Channel?
  package let method: CommunicationMethod
  package let isVoided: Bool

  init?(_ key: RecordKey, _ state: RecordState) {
    self.key = key
    switch key.type {
    case .visit:
      guard let visit = VisitSummary(key, state) else { return nil }
      household = visit.household
      at = visit.start
      zone = visit.zone
      month = visit.month
      channel = nil
      method = visit.kind == .returnVisit ? .returnVisit : .visit
      isVoided = visit.isVoided
    case .contact:
      guard let at = state.instant(ContactField.at),
        let month = state.month(ContactField.month),
        let channel = state.code(ContactField.channel, as: Channel.self)
      else { return nil }
      household = state.reference(ContactField.household)?.id
      self.at = at
      zone = state.integer(ContactField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
      self.month = month
      self.channel = channel
      method =
        state.code(ContactField.method) ?? CommunicationMethod(through: channel)
      isVoided = state.instant(ContactField.voidedAt) != nil
    default: return nil
    }
  }
}

/// What became of a matter, as its record says.
package struct RecordedHandling: Hashable, Sendable {
  package let key: RecordKey
  package let state: MatterState
  package let department: Department?
  package let handler: AccountID?
  package let reference: String?
  package let status: ProcedureStatus?
  package let statusAt: Instant?
  /// The manager's (R1-58).
  package let decision: MatterDecisionKind?
  package let account: AccountID
  package let at: Instant

  /// - Returns: nothing while a fact without which it is none has not arrived.
  init?(_ key: RecordKey, _ record: RecordState) {
    guard let state = record.code(HandlingField.state, as: MatterState.self),
      let account = record.reference(HandlingField.account),
      let at = record.instant(HandlingField.at)
    else { return nil }
    self.key = key
    self.state = state
    department = record.code(HandlingField.department)
    handler = record.reference(HandlingField.handler)?.id.named()
    reference = record.text(HandlingField.reference)
    status = record.code(HandlingField.status)
    statusAt = record.instant(HandlingField.statusAt)
    decision = record.code(HandlingField.decision)
    self.account = account.id.named()
    self.at = at
  }
}

/// Whether a household that wants to hear has been told (R1-41, R1-60).
package enum Feedback: Hashable, Sendable {
  case notAsked
  /// By whom, and until when as a target.
  case owed(by: AccountID, until: CivilDate)
  case given(Given)

  package var stage: FeedbackStage {
    switch self {
    case .notAsked: .notAsked
    case .owed: .owed
    case .given(let given): given.isFaceToFace ? .given : .givenRemotely
    }
  }

  package var isOwed: Bool { stage == .owed }

  package var owing: AccountID? {
    if case .owed(let account, _) = self { account } else { nil }
  }

  package var until: CivilDate? {
    if case .owed(_, let until) = self { until } else { nil }
  }

  package struct Given: Hashable, Sendable {
    /// The return visit.
    package let visit: RecordKey
    package let at: Instant
    package let mode: VisitMode
    /// R1-41 asks for it.
    package let isFaceToFace: Bool
  }
}

/// Something that a household said, wherever it was said, with what became of it.
package struct Matter: Sendable {
  /// Of the opinion.
  package let key: RecordKey
  package let source: MatterSource
  package let order: Int
  package let topic: Topic
  package let kind: OpinionKind
  package let urgency: Urgency
  package let wantsFeedback: Bool
  package let handling: RecordedHandling?
  package let feedback: Feedback

  package var isOpen: Bool { handling.map { !$0.state.isFinal } ?? (kind != .praise) }

  /// R1-58 asks the manager for a measure: neither a complaint nor praise, not at its end, not decided.
  package var needsDecision: Bool {
    kind != .complaint && kind != .praise && isOpen && handling?.decision == nil
  }
}
