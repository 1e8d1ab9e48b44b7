package import VisitModel
import Wording

/// The clocks of a petition (A38): a week is seven calendar days, the first not counted, to the end of the
/// last.
package enum PetitionClock {
  /// The last day of the superior's reply: a week from acceptance. Acceptance has no deadline of its own, so
  /// what is not accepted within a week of its submission counts as not replied to; who accepts it later
  /// wins no time.
  package static func replyDue(
    submittedAt: Instant, acceptedAt: Instant?, _ zone: ZoneOffset, _ settings: PolicySettings
  ) -> CivilDate {
    let first = LocalTime(submittedAt, in: zone).date.advanced(byDays: settings.replyDays)
    guard let acceptedAt else { return first }
    let accepted = LocalTime(acceptedAt, in: zone).date
    return accepted > first ? first : accepted.advanced(byDays: settings.replyDays)
  }

  /// The last day of the decision: a week from the acceptance of whoever decides. What is not taken up within
  /// a week of coming to them is late all the same.
  package static func decisionDue(
    escalatedAt: Instant, takenAt: Instant?, _ zone: ZoneOffset, _ settings: PolicySettings
  ) -> CivilDate {
    let first = LocalTime(escalatedAt, in: zone).date.advanced(byDays: settings.decisionDays)
    guard let takenAt else { return first }
    let taken = LocalTime(takenAt, in: zone).date
    return taken > first ? first : taken.advanced(byDays: settings.decisionDays)
  }
}

/// Everything the rules ask about something that somebody is about to do with a petition.
package struct PetitionFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable {
    case file, accept, reply, answer, escalate, take, decide, withdraw
  }

  package var act: Act
  package var stage: PetitionStage = .submitted
  /// Who acts is the employee, the superior, or holds the post that decides.
  package var isEmployee = false
  package var isSuperior = false
  package var role: Role
  /// The employee or the superior is of the general affairs department (A38).
  package var concernsGeneralAffairs = false
  /// The employee named another person as the superior.
  package var hasSuperior = true
  package var hasText = true
  /// The superior's week is over without a reply.
  package var isReplyOverdue = false
  package var isReplied = false
  /// The same act was done before: nobody gives themselves another week.
  package var isDone = false

  package init(_ act: Act, by role: Role) {
    self.act = act
    self.role = role
  }

  /// Who decides it: the general affairs department (R2-03); where that is concerned itself, the general manager.
  package var decider: Role { concernsGeneralAffairs ? .generalManager : .generalAffairs }
}

/// R2-13 to R2-16: facts in, findings out. All of them block.
package enum PetitionRules {
  package static func findings(_ facts: PetitionFacts) -> [Finding] {
    var found: [Finding] = []
    func block(_ rule: RuleID, _ why: Phrase, _ cure: Phrase) {
      found.append(Finding(rule, .block, Message(why), Message(cure)))
    }
    if facts.isDone, !facts.stage.isClosed {
      let rule: RuleID =
        switch facts.act {
        case .accept, .reply: .r2_14
        case .answer, .escalate: .r2_15
        case .take, .decide: .r2_16
        case .file, .withdraw: .r2_13
        }
      block(rule, .rulePetitionDone, .rulePetitionDoneCure)
    }
    switch facts.act {
    case .file:
      if !facts.hasText { block(.r2_13, .rulePetitionEmpty, .rulePetitionEmptyCure) }
      if !facts.hasSuperior { block(.r2_13, .rulePetitionSuperior, .rulePetitionSuperiorCure) }
    case .accept, .reply:
      if !facts.isSuperior { block(.r2_14, .rulePetitionNotSuperior, .rulePetitionNotSuperiorCure) }
      if facts.act == .reply, !facts.hasText {
        block(.r2_14, .rulePetitionReply, .rulePetitionReplyCure)
      }
      if facts.stage.isClosed { block(.r2_14, .rulePetitionClosed, .rulePetitionClosedCure) }
    case .answer:
      if !facts.isEmployee { block(.r2_15, .rulePetitionNotEmployee, .rulePetitionNotEmployeeCure) }
      if !facts.isReplied { block(.r2_15, .rulePetitionNoReply, .rulePetitionNoReplyCure) }
      if facts.stage.isClosed { block(.r2_15, .rulePetitionClosed, .rulePetitionClosedCure) }
    case .escalate:
      if !facts.isEmployee { block(.r2_15, .rulePetitionNotEmployee, .rulePetitionNotEmployeeCure) }
      if facts.stage.isClosed {
        block(.r2_15, .rulePetitionClosed, .rulePetitionClosedCure)
      } else if !facts.isReplied, !facts.isReplyOverdue {
        block(.r2_15, .rulePetitionTooEarly, .rulePetitionTooEarlyCure)
      }
      if facts.isReplied, !facts.hasText {
        block(.r2_15, .rulePetitionObjection, .rulePetitionObjectionCure)
      }
    case .take, .decide:
      if facts.role != facts.decider || facts.isEmployee || facts.isSuperior {
        block(
          .r2_16,
          facts.concernsGeneralAffairs ? .rulePetitionConflict : .rulePetitionNotDecider,
          facts.concernsGeneralAffairs ? .rulePetitionConflictCure : .rulePetitionNotDeciderCure)
      }
      if facts.stage != .escalated {
        block(.r2_16, .rulePetitionNotEscalated, .rulePetitionNotEscalatedCure)
      }
      if facts.act == .decide, !facts.hasText {
        block(.r2_16, .rulePetitionDecision, .rulePetitionDecisionCure)
      }
    case .withdraw:
      if !facts.isEmployee { block(.r2_13, .rulePetitionNotEmployee, .rulePetitionNotEmployeeCure) }
      if facts.stage.isClosed { block(.r2_13, .rulePetitionClosed, .rulePetitionClosedCure) }
    }
    return found
  }
}
