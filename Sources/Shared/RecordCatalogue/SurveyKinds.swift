package import VisitModel

// Questionnaires and reports that are analysed and published (R1-26).

/// A questionnaire, or a report on accounts.
package enum SurveyField {
  package static let kind: UInt32 = 1
  package static let title: UInt32 = 2
  /// Grades from 1, the best, to this: 3, 4 or 5.
  package static let steps: UInt32 = 3
  /// What is asked to be graded: the sum of 2^(code − 1).
  package static let dimensions: UInt32 = 4
  /// The open question; may be empty.
  package static let question: UInt32 = 5
  package static let closesOn: UInt32 = 6
  package static let zoneMinutes: UInt32 = 7
  package static let account: UInt32 = 8
  package static let createdAt: UInt32 = 9
  /// Slips handed out so far.
  package static let distributed: UInt32 = 10
  /// The end of the first analysis, as recorded: the clock of R1-26 runs from there (A27).
  package static let analysedAt: UInt32 = 11
  package static let analysedBy: UInt32 = 12
  /// The figures as canonical JSON, and their digest of 32 bytes.
  package static let figures: UInt32 = 13
  package static let digest: UInt32 = 14
  /// What is said beside the figures, or the report itself; published, so of nobody in person.
  package static let text: UInt32 = 15
  /// The notice by which it is published.
  package static let notice: UInt32 = 16
  package static let publishedBy: UInt32 = 17
  package static let withdrawnAt: UInt32 = 18
  package static let withdrawnBy: UInt32 = 19
  package static let withdrawReason: UInt32 = 20
  /// Sealed, 64 hexadecimal digits: with them the ids of answers are computed from slips' numbers, so that
  /// nobody without the survey's key finds a slip's answer, and nobody at all once that is destroyed (A32).
  package static let slipKey: UInt32 = 21
}

/// One slip that came back. What is not graded is absent: an abstention.
package enum SurveyResponseField {
  package static let survey: UInt32 = 1
  package static let way: UInt32 = 2
  package static let at: UInt32 = 3
  /// Who entered it; absent for what came by a link.
  package static let account: UInt32 = 4
  /// The slip's number; earlier programs wrote it, now only the id is computed from it.
  package static let slip: UInt32 = 5
  /// Sealed under a key of the survey: who answered, where they said so.
  package static let room: UInt32 = 6
  /// Sealed: the answer to the open question.
  package static let remark: UInt32 = 7
  package static let voidedAt: UInt32 = 8
  /// The grade of a dimension: this number and its code.
  package static let grade: UInt32 = 20

  package static func grade(of dimension: SurveyDimension) -> UInt32 {
    grade + UInt32(dimension.rawValue)
  }
}

extension SurveyKind: StoredCodeSet { package static var setNumber: UInt32 { 42 } }
extension SurveyWay: StoredCodeSet { package static var setNumber: UInt32 { 43 } }
