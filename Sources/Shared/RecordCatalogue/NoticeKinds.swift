import VisitModel

// What the firm tells households: notices, where they hang, their seals, and the signs at a place of work.
// None of it is about a single household, and none of it is sealed: a notice is there to be read.

/// A notice (通知、通告、公告、海報), from the request of a department to the archive. What is absent has not
/// been done.
package enum NoticeField {
  package static let kind: UInt32 = 1
  package static let form: UInt32 = 2
  package static let issuer: UInt32 = 3
  package static let title: UInt32 = 4
  package static let body: UInt32 = 5
  package static let reach: UInt32 = 6
  /// Of the work or the activity, as planned.
  package static let start: UInt32 = 7
  package static let end: UInt32 = 8
  package static let zoneMinutes: UInt32 = 9
  package static let cause: UInt32 = 10
  /// What households are to prepare, and to beware of.
  package static let preparation: UInt32 = 11
  /// Temporary supply.
  package static let supply: UInt32 = 12
  /// Of the office, for questions.
  package static let telephone: UInt32 = 13
  package static let validUntil: UInt32 = 14
  /// Who does the work.
  package static let department: UInt32 = 15
  /// When the department told the customer-service centre, as stated, and who wrote it down.
  package static let requestedAt: UInt32 = 16
  package static let requestedBy: UInt32 = 17
  /// When it was issued, as stated, and by whom.
  package static let issuedAt: UInt32 = 18
  package static let issuedBy: UInt32 = 19
  /// When that was written down.
  package static let recordedAt: UInt32 = 20
  package static let isEmergency: UInt32 = 21
  package static let emergencyReason: UInt32 = 22
  package static let emergencyApprover: UInt32 = 23
  /// The office's, given when it first has the notice: 1, 2, … for a scope and a year.
  package static let number: UInt32 = 24
  package static let year: UInt32 = 25
  package static let withdrawnAt: UInt32 = 26
  package static let withdrawnBy: UInt32 = 27
  package static let withdrawReason: UInt32 = 28
  /// Where the original lies, since when, and who put it there (R2-12).
  package static let archivePlace: UInt32 = 29
  package static let archivedAt: UInt32 = 30
  package static let archivedBy: UInt32 = 31
}

/// A building, an entrance or a unit that a notice is for; its id is computed from notice and code.
package enum NoticePlaceField {
  package static let notice: UInt32 = 1
  package static let code: UInt32 = 2
}

/// One sheet that hangs somewhere.
package enum PostingField {
  package static let notice: UInt32 = 1
  package static let kind: UInt32 = 2
  /// The lobby's or the unit's code, or the board's name.
  package static let place: UInt32 = 3
  package static let at: UInt32 = 4
  package static let account: UInt32 = 5
  /// Digest of what stands on it: 32 bytes.
  package static let content: UInt32 = 6
  /// The start it announces.
  package static let start: UInt32 = 7
  package static let takenDownAt: UInt32 = 8
  package static let takenDownBy: UInt32 = 9
  /// When it was written down that it hangs.
  package static let recordedAt: UInt32 = 10
  /// When, and by whom, it was said that nothing ever hung there: somebody had written it by mistake.
  package static let mistakenAt: UInt32 = 11
  package static let mistakenBy: UInt32 = 12
}

/// That a seal was put to a notice (A42).
package enum SealField {
  package static let notice: UInt32 = 1
  package static let seal: UInt32 = 2
  package static let at: UInt32 = 3
  package static let account: UInt32 = 4
  /// Digest of the text to which it was put: 32 bytes.
  package static let content: UInt32 = 5
}

/// That somebody looked at the signs and the cordon at a place of work (R1-16, R1-27).
package enum SignCheckField {
  package static let notice: UInt32 = 1
  package static let phase: UInt32 = 2
  package static let at: UInt32 = 3
  package static let account: UInt32 = 4
  /// Signs stand there and are conspicuous.
  package static let hasSigns: UInt32 = 5
  /// The area is cordoned off, and large enough.
  package static let hasCordon: UInt32 = 6
  package static let remark: UInt32 = 7
}

extension NoticeKind: StoredCodeSet { package static var setNumber: UInt32 { 31 } }
extension NoticeForm: StoredCodeSet { package static var setNumber: UInt32 { 32 } }
extension NoticeIssuer: StoredCodeSet { package static var setNumber: UInt32 { 33 } }
extension SealKind: StoredCodeSet { package static var setNumber: UInt32 { 34 } }
extension NoticeReach: StoredCodeSet { package static var setNumber: UInt32 { 35 } }
extension PostingPlace: StoredCodeSet { package static var setNumber: UInt32 { 36 } }
extension SignPhase: StoredCodeSet { package static var setNumber: UInt32 { 37 } }
