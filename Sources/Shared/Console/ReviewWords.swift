package import VisitModel
package import Wording

// The code sets of the review, in words.

extension ReviewedPart {
  package var phrase: Phrase {
    switch self {
    case .whole: .codePartWhole
    case .times: .codePartTimes
    case .mode: .codePartMode
    case .place: .codePartPlace
    case .personMet: .codePartPerson
    case .opinions: .codePartOpinions
    case .interviewers: .codePartInterviewers
    case .signature: .codePartSignature
    case .remark: .codePartRemark
    }
  }
}

extension ReviewState {
  package var phrase: Phrase {
    switch self {
    case .accepted: .codeReviewAccepted
    case .returned: .codeReviewReturned
    case .answered: .codeReviewAnswered
    }
  }
}

extension ReviewStage {
  package var phrase: Phrase {
    switch self {
    case .waiting: .codeReviewWaiting
    case .answered: .codeReviewAnswered
    case .changed: .codeReviewChanged
    case .ownReview: .codeReviewOwn
    case .returned: .codeReviewReturned
    case .accepted: .codeReviewAccepted
    }
  }
}

extension RecontactOutcome {
  package var phrase: Phrase {
    switch self {
    case .confirmed: .codeRecontactConfirmed
    case .notConfirmed: .codeRecontactNot
    case .notReached: .codeRecontactNotReached
    }
  }
}

/// A visit on its way through the review, as a row of a list: the same on a laptop and at the office.
package struct ReviewRow: Hashable, Sendable {
  /// What people type to name it.
  package let id: String
  package let unit: String
  /// When the visit began, and when its record was made, on the site's wall clock.
  package let start: String
  package let recordedAt: String
  package let isLate: Bool
  package let visitors: String
  package let stage: ReviewStage
  package let owing: String?
  /// The household is to be asked and has not answered yet.
  package let awaitsRecontact: Bool

  package init(
    id: String, unit: String, start: String, recordedAt: String, isLate: Bool, visitors: String,
    stage: ReviewStage, owing: String?, awaitsRecontact: Bool
  ) {
    self.id = id
    self.unit = unit
    self.start = start
    self.recordedAt = recordedAt
    self.isLate = isLate
    self.visitors = visitors
    self.stage = stage
    self.owing = owing
    self.awaitsRecontact = awaitsRecontact
  }

  package static let headings: [Phrase] = [
    .labelId, .labelUnit, .labelStart, .labelRecordedOn, .labelLate, .labelInterviewers,
    .labelReview, .labelOwing, .labelSampled,
  ]

  package static func table(_ rows: [ReviewRow]) -> TextTable {
    var table = TextTable(headings.map { TextTable.Column(Message($0)) })
    for row in rows {
      table.append([
        .text(row.id), .text(row.unit), .text(row.start), .text(row.recordedAt),
        .words(Message(row.isLate ? .labelYes : .labelNo)), .text(row.visitors),
        .words(Message(row.stage.phrase)), .text(row.owing ?? ""),
        .words(Message(row.awaitsRecontact ? .labelYes : .labelNo)),
      ])
    }
    return table
  }
}
