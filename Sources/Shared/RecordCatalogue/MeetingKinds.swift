import VisitModel

// The firm's regular meetings (例會), and how long what was written of them is kept.

/// A meeting with its minutes (會議記錄, R2-05 to R2-08); its id is computed from scope, kind, department
/// and day, so that two minute-takers meet in one record. Texts are sealed under a key of the meeting's
/// own, so that destroying it destroys just these minutes.
package enum MeetingField {
  package static let kind: UInt32 = 1
  /// Of a department's meeting.
  package static let department: UInt32 = 2
  /// On which it was held; of one that was not, the Monday of its week. Which company meeting a department's
  /// prepares (A36) follows from its start and is stored nowhere: the company's minutes may come later.
  package static let day: UInt32 = 3
  package static let start: UInt32 = 4
  package static let end: UInt32 = 5
  package static let zoneMinutes: UInt32 = 6
  package static let place: UInt32 = 7
  package static let chair: UInt32 = 8
  package static let minuteTaker: UInt32 = 9
  /// Sealed: who was there, who was not and why, what was looked back on, points by department, what was
  /// decided.
  package static let present: UInt32 = 10
  package static let absent: UInt32 = 11
  package static let review: UInt32 = 12
  package static let points: UInt32 = 13
  package static let decisions: UInt32 = 14
  package static let next: UInt32 = 15
  package static let recordedAt: UInt32 = 16
  /// The chair's word that these are the minutes.
  package static let confirmedAt: UInt32 = 17
  package static let confirmedBy: UInt32 = 18
  /// Digest of what was confirmed: 32 bytes.
  package static let confirmedContent: UInt32 = 19
  /// Why there was no meeting in the week (A35).
  package static let skippedReason: UInt32 = 20
}

/// What somebody is to do after a meeting.
package enum MeetingTaskField {
  package static let meeting: UInt32 = 1
  package static let order: UInt32 = 2
  /// Sealed, as the minutes are.
  package static let text: UInt32 = 3
  package static let account: UInt32 = 4
  package static let due: UInt32 = 5
  package static let doneAt: UInt32 = 6
  package static let doneBy: UInt32 = 7
}

/// Head office's word that something is not to be destroyed although its period is over; its id is
/// computed from what it is about.
package enum RetentionHoldField {
  package static let subject: UInt32 = 1
  package static let reason: UInt32 = 2
  package static let account: UInt32 = 3
  package static let at: UInt32 = 4
  /// 0 stands for "not released": a field once written cannot be unwritten.
  package static let releasedAt: UInt32 = 5
}

extension ErasureField {
  /// What the keys had sealed: the class, and until when it was to be kept.
  package static let retentionClass: UInt32 = 3
  package static let keptUntil: UInt32 = 4
  package static let account: UInt32 = 5
  /// Ids of the records whose texts are gone: 16 bytes each, ascending.
  package static let records: UInt32 = 6
}

extension MeetingKind: StoredCodeSet { package static var setNumber: UInt32 { 38 } }
