import VisitModel

// The monthly summary, its amendments, and the contact letters that follow from it.

/// A month's summary (月度客戶訪問工作總結); its id is computed from site and month.
package enum SummaryField {
  /// year × 100 + month
  package static let month: UInt32 = 1
  package static let state: UInt32 = 2
  /// Who submitted, returned or approved it last, and when.
  package static let account: UInt32 = 3
  package static let at: UInt32 = 4
  /// Who submitted it last, and when: the clock of R1-57 runs from there.
  package static let author: UInt32 = 5
  package static let submittedAt: UInt32 = 6
  /// The author's own words: top issues, proposals, questions to the manager; of no single household.
  package static let text: UInt32 = 7
  /// The figures as canonical JSON, as they were submitted.
  package static let figures: UInt32 = 8
  /// Digest of these: 32 bytes.
  package static let digest: UInt32 = 9
  /// Why it was returned.
  package static let comment: UInt32 = 10
}

/// What records that arrived after the approval make of the figures; numbered from 1, written by the
/// office alone.
package enum SummaryAmendmentField {
  package static let summary: UInt32 = 1
  package static let number: UInt32 = 2
  package static let figures: UInt32 = 3
  package static let digest: UInt32 = 4
  package static let at: UInt32 = 5
}

/// A contact letter (工作聯系函) to the company's customer-service department; of no single household.
package enum LetterField {
  /// The office's, given when it first has the letter: 1, 2, … for a site and a year.
  package static let number: UInt32 = 1
  package static let year: UInt32 = 2
  package static let summary: UInt32 = 3
  package static let subject: UInt32 = 4
  package static let background: UInt32 = 5
  package static let proposal: UInt32 = 6
  /// By when the sender asks for a reply.
  package static let replyBy: UInt32 = 7
  /// Who signed it, and when.
  package static let account: UInt32 = 8
  package static let at: UInt32 = 9
  package static let isAccepted: UInt32 = 10
  package static let reply: UInt32 = 11
  package static let repliedBy: UInt32 = 12
  package static let repliedAt: UInt32 = 13
}

/// One matter that a letter is about.
package enum LetterMatterField {
  package static let letter: UInt32 = 1
  package static let matter: UInt32 = 2
}

extension HandlingField {
  /// What the manager decided, in words where there is a measure, by whom and when.
  package static let decision: UInt32 = 11
  package static let measure: UInt32 = 12
  package static let decidedBy: UInt32 = 13
  package static let decidedAt: UInt32 = 14
}

extension SummaryState: StoredCodeSet { package static var setNumber: UInt32 { 28 } }
extension MatterDecisionKind: StoredCodeSet { package static var setNumber: UInt32 { 29 } }
