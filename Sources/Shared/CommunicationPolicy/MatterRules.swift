package import VisitModel
import Wording

/// Everything the rules ask about something heard outside a visit that is about to be written down.
package struct ContactFacts: Hashable, Sendable {
  package var channel: Channel
  package var method: CommunicationMethod
  /// When it was said, as stated.
  package var at: Instant
  package var zone: ZoneOffset = .china
  package var recordedAt: Instant
  package var items: [VisitFacts.Item]
  package var isUrgent = false

  package init(
    _ channel: Channel, at: Instant, recordedAt: Instant, items: [VisitFacts.Item]
  ) {
    self.channel = channel
    method = CommunicationMethod(through: channel)
    self.at = at
    self.recordedAt = recordedAt
    self.items = items
  }
}

/// What somebody is about to do with a matter.
package struct MatterFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable {
    /// A complaint is handed over to its own procedure (R1-30).
    case route, handOver
    /// The other procedure says how far it is.
    case report
    case end
  }

  package var act: Act
  package var kind: OpinionKind
  /// Nothing before anything became of it.
  package var state: MatterState?
  package var hasOutcome = true

  package init(_ act: Act, of kind: OpinionKind, in state: MatterState? = nil) {
    self.act = act
    self.kind = kind
    self.state = state
  }
}

/// R1-07, R1-10 to R1-13, R1-42 and R1-55 for what is heard in everyday contact and for what becomes of every
/// matter: facts in, findings out.
package enum MatterRules {
  package static func findings(_ facts: ContactFacts) -> [Finding] {
    var found: [Finding] = []
    // A visit has its own record, its own rules and its own count.
    if facts.method.isVisit {
      found.append(finding(.r1_07, .block, .ruleMethodVisit, .ruleMethodVisitCure))
    }
    if !facts.channel.brings {
      found.append(finding(.r1_10, .block, .ruleChannelSpeaks, .ruleChannelSpeaksCure))
    }
    if facts.items.isEmpty {
      found.append(finding(.r1_10, .block, .ruleNothingHeard, .ruleNothingHeardCure))
    }
    if let index = facts.items.firstIndex(where: { !$0.hasText }) {
      found.append(
        Finding(
          .r1_10, .block, Message(.ruleItemEmpty, ["\(index + 1)"]), Message(.ruleItemEmptyCure)))
    }
    // A laptop's clock may be ten minutes slow.
    if facts.at > facts.recordedAt.advanced(byMilliseconds: 600_000) {
      found.append(finding(.r1_10, .block, .ruleHeardInFuture, .ruleHeardInFutureCure))
    }
    let (said, written) = (
      LocalTime(facts.at, in: facts.zone).date, LocalTime(facts.recordedAt, in: facts.zone).date
    )
    // "At once" has no number (A20); another day is not at once.
    if written > said {
      found.append(finding(.r1_11, .reminder, .ruleHandedLate, .ruleHandedLateCure))
    }
    if facts.isUrgent {
      found.append(finding(.r1_13, .reminder, .ruleUrgent, .ruleUrgentCure))
    }
    if facts.items.contains(where: { $0.kind == .complaint }) {
      found.append(
        finding(.r1_42, .reminder, .ruleComplaintRouted, .ruleComplaintHandOverCure))
    }
    return found
  }

  package static func findings(_ facts: MatterFacts) -> [Finding] {
    switch facts.act {
    case .route:
      facts.kind == .complaint
        ? [finding(.r1_42, .block, .ruleComplaintDepartment, .ruleComplaintHandOverCure)] : []
    case .handOver:
      facts.kind == .praise
        ? [finding(.r1_55, .block, .rulePraiseHandedOver, .rulePraiseHandedOverCure)] : []
    case .report:
      facts.state == nil
        ? [finding(.r1_55, .block, .ruleNotRouted, .ruleNotRoutedCure)] : []
    case .end:
      facts.hasOutcome ? [] : [finding(.r1_12, .block, .ruleNoOutcome, .ruleNoOutcomeCure)]
    }
  }

  private static func finding(
    _ rule: RuleID, _ severity: Finding.Severity, _ why: Phrase, _ cure: Phrase
  ) -> Finding {
    Finding(rule, severity, Message(why), Message(cure))
  }
}

/// Until when a household that wants to hear is to be told (R1-41, A20): a target, and no rule.
package enum FeedbackClock {
  /// The last day: so many calendar days after the one on which it was said.
  package static func target(
    saidAt: Instant, _ zone: ZoneOffset, _ settings: PolicySettings
  ) -> CivilDate {
    LocalTime(saidAt, in: zone).date.advanced(byDays: settings.feedbackTargetDays)
  }
}
