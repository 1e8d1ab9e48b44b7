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
  package let rule: String
  /// What the rule asks for, in a word or two.
  package let what: Phrase
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

  package init(
    rule: String, what: Phrase, site: String, person: String?, post: Role?, about: String,
    due: String, isProvisional: Bool, isTarget: Bool, state: ObligationState
  ) {
    self.rule = rule
    self.what = what
    self.site = site
    self.person = person
    self.post = post
    self.about = about
    self.due = due
    self.isProvisional = isProvisional
    self.isTarget = isTarget
    self.state = state
  }

  package static let headings: [Phrase] = [
    .labelRule, .labelObligation, .labelSite, .labelWho, .labelAbout, .labelDueDay,
    .labelTarget, .labelState,
  ]

  package var cells: [Cell] {
    let stateWords: Phrase =
      isTarget && state == .overdue ? .codeObligationPastTarget : state.phrase
    return [
      .text(rule), .words(Message(what)), .text(site),
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

  /// What a rule with a deadline asks for.
  package static func what(_ rule: String) -> Phrase {
    switch rule {
    case "R1-12", "R1-13", "R1-55": .obligationRoute
    case "R1-36", "R1-37", "R1-40": .obligationVisits
    case "R1-41", "R1-60": .obligationFeedback
    case "R1-53": .obligationSubmit
    case "R1-54": .obligationReview
    case "R1-56": .obligationSummary
    case "R1-57": .obligationApproval
    default: .obligationReply
    }
  }
}
