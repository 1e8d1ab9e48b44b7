import VisitModel

// The review of visits, and the check that they took place.

/// The review of one visit; its id is computed from the visit's, so that two reviewers who have not
/// met disagree in one place.
package enum ReviewField {
  package static let visit: UInt32 = 1
  package static let state: UInt32 = 2
  /// Who accepted, returned or answered.
  package static let account: UInt32 = 3
  package static let at: UInt32 = 4
  /// Who is to answer a returned visit.
  package static let assignee: UInt32 = 5
  package static let part: UInt32 = 6
  package static let comment: UInt32 = 7
  /// Digest of what the reviewer was shown (`ReviewedContent`): 32 bytes.
  package static let content: UInt32 = 8
  package static let reply: UInt32 = 9
}

/// That a household was asked whether a visit took place as recorded.
package enum RecontactField {
  package static let visit: UInt32 = 1
  package static let outcome: UInt32 = 2
  package static let account: UInt32 = 3
  package static let at: UInt32 = 4
  package static let remark: UInt32 = 5
}

extension ReviewState: StoredCodeSet { package static var setNumber: UInt32 { 21 } }
extension ReviewedPart: StoredCodeSet { package static var setNumber: UInt32 { 22 } }
extension RecontactOutcome: StoredCodeSet { package static var setNumber: UInt32 { 23 } }
