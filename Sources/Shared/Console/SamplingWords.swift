package import VisitModel
package import Wording

// The words of rounds, draws and settlements, and the table of duplicate cases: the same on a laptop
// and at the office.

extension DrawState {
  package var phrase: Phrase {
    switch self {
    case .standing: .codeDrawStanding
    case .released: .codeDrawReleased
    case .cancelled: .codeDrawCancelled
    case .expired: .codeDrawExpired
    }
  }
}

extension EntryOutcome {
  package var phrase: Phrase {
    switch self {
    case .open: .codeOpenStatus
    case .visited: .codeVisitedStatus
    case .refused: .codeRefused
    case .unreachable: .codeUnreachable
    case .departed: .codeDeparted
    case .replaced: .codeReplaced
    case .released: .codeGivenBack
    }
  }
}

extension RoundState {
  package var phrase: Phrase { self == .open ? .codeOpenStatus : .codeRoundClosed }
}

extension SettlementKind {
  package var phrase: Phrase {
    switch self {
    case .returnVisit: .codeBecomesReturnVisit
    case .excused: .codeExcused
    case .standsAsRepeat: .codeStandsAsRepeat
    case .sameVisit: .codeSameVisit
    }
  }
}

/// A duplicate case as a row of a list.
package struct CaseRow: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let organiser: Organiser
    /// When the visit began, on the site's wall clock.
    package let start: String
    package let decision: SettlementKind?

    package init(organiser: Organiser, start: String, decision: SettlementKind?) {
      self.organiser = organiser
      self.start = start
      self.decision = decision
    }
  }

  package let site: String
  package let unit: String
  package let round: Int
  package let cause: DuplicateCause
  package let isOpen: Bool
  package let isReopened: Bool
  package let members: [Member]

  package init(
    site: String, unit: String, round: Int, cause: DuplicateCause, isOpen: Bool, isReopened: Bool,
    members: [Member]
  ) {
    self.site = site
    self.unit = unit
    self.round = round
    self.cause = cause
    self.isOpen = isOpen
    self.isReopened = isReopened
    self.members = members
  }

  package var state: Phrase {
    if isReopened { return .codeCaseReopened }
    return isOpen ? .codeCaseOpen : .codeCaseSettled
  }

  package static func table(_ rows: [CaseRow], _ language: Language) -> TextTable {
    var table = TextTable(
      [Phrase.labelSite, .labelUnit, .labelRound, .labelCause, .labelState, .labelMembers].map {
        TextTable.Column(Message($0))
      })
    for row in rows {
      let members = row.members.map { member in
        let words = member.organiser.phrase.text(in: language) + " " + member.start
        guard let decision = member.decision else { return words }
        return words + " [" + decision.phrase.text(in: language) + "]"
      }
      table.append([
        .text(row.site), .text(row.unit), .text("\(row.round)"), .words(Message(row.cause.phrase)),
        .words(Message(row.state)), .text(members.joined(separator: "; ")),
      ])
    }
    return table
  }
}
