package import VisitModel
import Wording

/// Everything the rules ask about a step of a month's summary.
package struct SummaryFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case submit, approve, sendBack }

  package var act: Act
  package var role: Role
  /// Nothing for a draft.
  package var state: SummaryState?
  /// They submitted it themselves.
  package var isAuthor = false
  /// The day after the month has begun.
  package var isMonthOver = true
  /// No frame of the month is recorded.
  package var isProvisional = false
  /// Past the 5th for whoever submits, past two working days for whoever decides.
  package var isLate = false
  /// Opinions, suggestions, needs and requests about which nothing is decided.
  package var undecided = 0
  /// Matters beyond the manager's authority that are in no letter (R1-59).
  package var unlettered = 0
  package var hasComment = true

  package init(_ act: Act, by role: Role, in state: SummaryState? = nil) {
    self.act = act
    self.role = role
    self.state = state
  }
}

/// R1-56 to R1-58 as a pure function: facts in, findings out. What the supervisor draws up (R1-03) and the
/// manager looks at (R1-02) is one document with the states submitted, returned and approved (A49, A51).
package enum SummaryRules {
  /// Who may write it. Where there is no supervisor the manager does, and head office approves (A08).
  package static let authors: Set<Role> = [.serviceSupervisor, .siteManager]
  package static let approvers: Set<Role> = [.siteManager, .companyReviewer]

  package static func findings(_ facts: SummaryFacts) -> [Finding] {
    switch facts.act {
    case .submit: submission(facts)
    case .approve, .sendBack: decision(facts)
    }
  }

  private static func submission(_ facts: SummaryFacts) -> [Finding] {
    var found: [Finding] = []
    if !authors.contains(facts.role) {
      found.append(block(.r1_56, .ruleSummaryRole, .ruleSummaryRoleCure))
    }
    if facts.state == .approved {
      found.append(block(.r1_56, .ruleSummaryApproved, .ruleSummaryApprovedCure))
    }
    if !facts.isMonthOver {
      found.append(block(.r1_56, .ruleSummaryEarly, .ruleSummaryEarlyCure))
    }
    if facts.isProvisional {
      found.append(block(.r1_56, .ruleSummaryFrame, .ruleSummaryFrameCure))
    }
    if facts.isLate {
      found.append(
        Finding(.r1_56, .reminder, Message(.ruleSummaryLate), Message(.ruleSummaryLateCure)))
    }
    return found
  }

  private static func decision(_ facts: SummaryFacts) -> [Finding] {
    var found: [Finding] = []
    if !approvers.contains(facts.role) {
      found.append(block(.r1_57, .ruleApprovalRole, .ruleApprovalRoleCure))
    }
    if facts.state != .submitted {
      found.append(block(.r1_57, .ruleNotSubmitted, .ruleNotSubmittedCure))
    }
    if facts.isAuthor { found.append(block(.r1_57, .ruleApprovalOwn, .ruleApprovalOwnCure)) }
    if facts.act == .approve, facts.undecided > 0 {
      found.append(
        Finding(
          .r1_58, .block, Message(.ruleUndecided, ["\(facts.undecided)"]),
          Message(.ruleUndecidedCure)))
    }
    if facts.act == .approve, facts.unlettered > 0 {
      found.append(
        Finding(
          .r1_59, .block, Message(.ruleUnlettered, ["\(facts.unlettered)"]),
          Message(.ruleUnletteredCure)))
    }
    if facts.act == .sendBack, !facts.hasComment {
      found.append(block(.r1_57, .ruleReturnComment, .ruleReviewCommentCure))
    }
    if facts.isLate {
      found.append(
        Finding(.r1_57, .reminder, Message(.ruleApprovalLate), Message(.ruleSummaryLateCure)))
    }
    return found
  }

  static func block(_ rule: RuleID, _ why: Phrase, _ cure: Phrase) -> Finding {
    Finding(rule, .block, Message(why), Message(cure))
  }
}

/// Everything the rules ask before a manager decides about a matter, or writes a letter about some.
package struct AuthorityFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case decide(MatterDecisionKind), write, reply }

  package var act: Act
  package var role: Role
  package var hasText = true
  /// Matters that the letter is about.
  package var matters = 1
  package var isReplyDayPast = false
  /// A complaint, praise, decided already, or at its end.
  package var needsNoDecision = false
  /// Matters of the letter that are not beyond the manager, and whether all are in a letter already.
  package var within = 0
  package var isWrittenAlready = false
  package var isReplied = false

  package init(_ act: Act, by role: Role) {
    self.act = act
    self.role = role
  }
}

/// R1-58 and R1-59 for single matters and letters.
package enum AuthorityRules {
  /// Head office answers.
  package static let repliers: Set<Role> = [.companyReviewer, .administrator]

  package static func findings(_ facts: AuthorityFacts) -> [Finding] {
    switch facts.act {
    case .decide(let kind):
      var found: [Finding] = []
      if !SummaryRules.approvers.contains(facts.role) {
        found.append(SummaryRules.block(.r1_58, .ruleDecisionRole, .ruleApprovalRoleCure))
      }
      if facts.needsNoDecision {
        found.append(
          SummaryRules.block(.r1_58, .ruleNothingToDecide, .ruleNothingToDecideCure))
      }
      if kind != .beyondAuthority, !facts.hasText {
        found.append(SummaryRules.block(.r1_58, .ruleNoMeasure, .ruleNoMeasureCure))
      }
      return found
    case .write:
      var found: [Finding] = []
      if facts.role != .siteManager {
        found.append(SummaryRules.block(.r1_59, .ruleLetterRole, .ruleLetterRoleCure))
      }
      if facts.matters == 0 {
        found.append(SummaryRules.block(.r1_59, .ruleLetterEmpty, .ruleLetterEmptyCure))
      }
      if facts.within > 0 {
        found.append(SummaryRules.block(.r1_59, .ruleLetterWithin, .ruleLetterWithinCure))
      }
      if facts.isWrittenAlready {
        found.append(SummaryRules.block(.r1_59, .ruleLetterAgain, .ruleLetterAgainCure))
      }
      if !facts.hasText {
        found.append(SummaryRules.block(.r1_59, .ruleLetterText, .ruleLetterTextCure))
      }
      if facts.isReplyDayPast {
        found.append(SummaryRules.block(.r1_59, .ruleReplyDay, .ruleReplyDayCure))
      }
      return found
    case .reply:
      var found: [Finding] = []
      if !repliers.contains(facts.role) {
        found.append(SummaryRules.block(.r1_59, .ruleReplyRole, .ruleReplyRoleCure))
      }
      if facts.isReplied {
        found.append(SummaryRules.block(.r1_59, .ruleReplied, .ruleRepliedCure))
      }
      if !facts.hasText {
        found.append(SummaryRules.block(.r1_59, .ruleReplyText, .ruleReplyTextCure))
      }
      return found
    }
  }
}

/// The two deadlines of a summary (A17, A18).
package enum SummaryClock {
  /// The last day on which a month's summary is in time: the 5th of the next, to its end, no shift.
  package static func due(
    _ month: CivilMonth, _ settings: PolicySettings
  ) -> CivilDate {
    month.next.firstDay.advanced(byDays: settings.summaryDay - 1)
  }

  /// The last day for the manager's decision: so many working days after that of the submission.
  package static func decisionDue(
    submittedAt: Instant, _ zone: ZoneOffset, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> WorkingCalendar.DueDate {
    calendar.due(
      after: LocalTime(submittedAt, in: zone).date, workingDays: settings.approvalWorkingDays)
  }
}
