package import RecordCatalogue
package import VisitModel
package import Wording

// Meetings, in words.

extension MeetingKind {
  package var phrase: Phrase {
    self == .company ? .codeMeetingCompany : .codeMeetingDepartment
  }
}

/// A meeting as a row of a list: the same on a laptop and at the office.
package struct MeetingRow: Hashable, Sendable {
  package let id: String
  package let kind: MeetingKind
  package let department: Department?
  package let week: String
  package let start: String?
  package let chair: String
  package let tasks: Int
  package let done: Int
  package let state: Phrase

  package init(
    id: String, kind: MeetingKind, department: Department?, week: String, start: String?,
    chair: String, tasks: Int, done: Int, state: Phrase
  ) {
    self.id = id
    self.kind = kind
    self.department = department
    self.week = week
    self.start = start
    self.chair = chair
    self.tasks = tasks
    self.done = done
    self.state = state
  }

  package static let headings: [TextTable.Column] = [
    Phrase.labelId, .labelKind, .labelOwnDepartment, .labelWeek, .labelStart, .labelChair,
    .labelTasks, .labelState,
  ].map { TextTable.Column(Message($0)) }

  package var cells: [Cell] {
    [
      .text(id), .words(Message(kind.phrase)),
      department.map { .words(Message($0.phrase)) } ?? .text(""), .text(week),
      .text(start ?? ""), .text(chair), .text("\(done) / \(tasks)"), .words(Message(state)),
    ]
  }

  /// The texts of minutes in the order in which they are read.
  package static let textLabels: [(field: UInt32, label: Phrase)] = [
    (MeetingField.present, .labelPresent), (MeetingField.absent, .labelAbsent),
    (MeetingField.review, .labelLookedBack), (MeetingField.points, .labelPoints),
    (MeetingField.decisions, .labelDecisions),
  ]
}

extension RetentionClass {
  package var phrase: Phrase {
    switch self {
    case .roster: .codeRetentionRoster
    case .visit: .codeRetentionVisit
    case .minutes: .codeRetentionMinutes
    case .petition: .codeRetentionPetition
    }
  }
}
