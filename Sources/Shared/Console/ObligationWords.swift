package import CommunicationPolicy
package import VisitModel
package import Wording

// Obligations, in words.

extension ObligationState {
  package var phrase: Phrase {
    switch self {
    case .open: .codeObligationOpen
    case .met: .codeObligationMet
    case .late: .codeObligationLate
    case .overdue: .codeObligationOverdue
    case .waived: .codeObligationWaived
    }
  }
}

/// An obligation as a row of a list: the same on a laptop and at the office.
package struct ObligationRow: Hashable, Sendable {
  package let rule: RuleID
  package let site: String
  /// A person's name, or else a post.
  package let person: String?
  package let post: Role?
  /// A unit, or a month.
  package let about: String
  package let due: String
  package let isProvisional: Bool
  package let isTarget: Bool
  package let state: ObligationState

  /// - Parameters:
  ///   - about: a unit, or a month.
  ///   - name: of an account; empty where it is not known here.
  package init(
    _ one: Obligation, site: String, about: String, name: (AccountID) throws -> String
  ) rethrows {
    rule = one.rule
    self.site = site
    switch one.who {
    case .person(let account): (person, post) = (try name(account), nil)
    case .post(let role): (person, post) = (nil, role)
    }
    self.about = about
    due = one.dueText
    isProvisional = one.isProvisional
    isTarget = one.isTarget
    state = one.state
  }

  package static let headings: [Phrase] = [
    .labelRule, .labelObligation, .labelSite, .labelWho, .labelAbout, .labelDueDay,
    .labelTarget, .labelState,
  ]

  /// A target that is missed breaks no rule, and is not called overdue.
  package var stateWords: Phrase {
    isTarget && state == .overdue ? .codeObligationPastTarget : state.phrase
  }

  package var cells: [Cell] {
    [
      .text(rule.rawValue), .words(Message(rule.obligation)), .text(site),
      person.map { .text($0) } ?? post.map { .words(Message($0.phrase)) } ?? .text(""),
      .text(about), .text(isProvisional ? due + " *" : due),
      .words(Message(isTarget ? .labelYes : .labelNo)), .words(Message(stateWords)),
    ]
  }

  package static func table(_ rows: [ObligationRow]) -> TextTable {
    var table = TextTable(headings.map { TextTable.Column(Message($0)) })
    for row in rows { table.append(row.cells) }
    return table
  }
}

extension RuleID {
  /// What a rule with a deadline asks for, in a word or two.
  package var obligation: Phrase {
    switch self {
    case .r1_12, .r1_13, .r1_55: .obligationRoute
    case .r1_36, .r1_37, .r1_40: .obligationVisits
    case .r1_41, .r1_60: .obligationFeedback
    case .r1_53: .obligationSubmit
    case .r1_54: .obligationReview
    case .r1_56: .obligationSummary
    case .r1_57: .obligationApproval
    case .r1_18, .r1_21: .obligationRequest
    case .r1_19, .r1_22, .r1_24, .r1_28: .obligationNotice
    case .r1_16, .r1_27: .obligationSigns
    case .r1_25: .obligationBoard
    case .r2_05, .r2_06: .obligationMeeting
    case .r2_07, .r2_08: .obligationMinutes
    case .r2_12: .obligationArchive
    case .r2_14: .obligationPetitionReply
    case .r2_16: .obligationPetitionDecision
    case .r1_26: .obligationPublish
    case .r1_31, .r1_33: .obligationContract
    case .r1_34: .obligationProperty
    default: .obligationReply
    }
  }
}
