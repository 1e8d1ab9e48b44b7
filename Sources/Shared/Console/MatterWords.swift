package import VisitModel
package import Wording

// The code sets of matters, in words.

extension CommunicationMethod {
  package var phrase: Phrase {
    switch self {
    case .walkRound: .codeMethodWalk
    case .everydayContact: .codeMethodEveryday
    case .dailyManagement: .codeMethodManagement
    case .visit: .codeMethodVisit
    case .returnVisit: .codeMethodReturn
    case .questionnaire: .codeMethodQuestionnaire
    case .report: .codeMethodReport
    case .other: .codeMethodOther
    }
  }
}

extension Channel {
  package var phrase: Phrase {
    switch self {
    case .bulletin: .codeChannelBulletin
    case .publicityBoard: .codeChannelBoard
    case .telephone: .codeChannelTelephone
    case .conversation: .codeChannelConversation
    case .opinionBox: .codeChannelBox
    case .returnVisit: .codeChannelReturn
    case .periodical: .codeChannelPeriodical
    case .communityActivity: .codeChannelActivity
    case .letter: .codeChannelLetter
    case .questionnaire: .codeChannelQuestionnaire
    case .noticeSlip: .codeChannelSlip
    case .network: .codeChannelNetwork
    case .sign: .codeChannelSign
    case .everydayContact: .codeChannelEveryday
    case .other: .codeChannelOther
    }
  }
}

extension MatterState {
  package var phrase: Phrase {
    switch self {
    case .routed: .codeMatterRouted
    case .handedOver: .codeMatterHandedOver
    case .closed: .codeMatterClosed
    case .followedUp: .codeMatterFollowedUp
    case .escalated: .codeMatterEscalated
    }
  }
}

extension Department {
  package var phrase: Phrase {
    switch self {
    case .customerService: .codeDepartmentService
    case .order: .codeDepartmentOrder
    case .environment: .codeDepartmentEnvironment
    case .engineering: .codeDepartmentEngineering
    case .headOffice: .codeDepartmentHead
    case .other: .codeDepartmentOther
    }
  }
}

extension ProcedureStatus {
  package var phrase: Phrase {
    switch self {
    case .accepted: .codeStatusAccepted
    case .inProgress: .codeStatusInProgress
    case .answered: .codeStatusAnswered
    case .closed: .codeStatusClosed
    case .rejected: .codeStatusRejected
    }
  }
}

extension FeedbackStage {
  package var phrase: Phrase {
    switch self {
    case .notAsked: .codeFeedbackNone
    case .owed: .codeFeedbackOwed
    case .given: .codeFeedbackGiven
    case .givenRemotely: .codeFeedbackRemote
    }
  }
}

/// A matter as a row of a list: the same on a laptop and at the office.
package struct MatterRow: Hashable, Sendable {
  /// What people type to name it.
  package let id: String
  /// Nothing where nobody said who they are.
  package let unit: String?
  /// On the site's wall clock.
  package let saidAt: String
  package let topic: Topic
  package let kind: OpinionKind
  package let isUrgent: Bool
  /// Nothing while nothing has become of it.
  package let state: MatterState?
  package let department: Department?
  package let feedback: Phrase
  package let owing: String?
  package let until: String?

  package init(
    id: String, unit: String?, saidAt: String, topic: Topic, kind: OpinionKind, isUrgent: Bool,
    state: MatterState?, department: Department?, feedback: Phrase, owing: String?, until: String?
  ) {
    self.id = id
    self.unit = unit
    self.saidAt = saidAt
    self.topic = topic
    self.kind = kind
    self.isUrgent = isUrgent
    self.state = state
    self.department = department
    self.feedback = feedback
    self.owing = owing
    self.until = until
  }

  package static let headings: [Phrase] = [
    .labelId, .labelUnit, .labelSaidAt, .labelTopic, .labelKind, .labelUrgency, .labelState,
    .labelDepartment, .labelFeedback, .labelOwing, .labelUntil,
  ]

  /// What stands in the columns behind the first.
  package var cells: [Cell] {
    [
      unit.map { .text($0) } ?? .words(Message(.labelNobody)), .text(saidAt),
      .words(Message(topic.phrase)), .words(Message(kind.phrase)),
      .words(Message(isUrgent ? .codeUrgent : .codeOrdinary)),
      .words(Message(state?.phrase ?? Self.untouched(kind))),
      department.map { .words(Message($0.phrase)) } ?? .text(""), .words(Message(feedback)),
      .text(owing ?? ""), .text(until ?? ""),
    ]
  }

  /// Praise is noted; all else is open until somebody sees to it.
  package static func untouched(_ kind: OpinionKind) -> Phrase {
    kind == .praise ? .codeMatterNoted : .codeMatterOpen
  }

  package static func table(_ rows: [MatterRow]) -> TextTable {
    var table = TextTable(headings.map { TextTable.Column(Message($0)) })
    for row in rows { table.append([.text(row.id)] + row.cells) }
    return table
  }
}
