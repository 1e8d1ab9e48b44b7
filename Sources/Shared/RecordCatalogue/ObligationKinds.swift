// What head office and the office's clock say of obligations.

/// Head office's word that an obligation need not be met (A08); its id is computed from subject and rule.
package enum WaiverField {
  /// What the obligation is about.
  package static let subject: UInt32 = 1
  package static let rule: UInt32 = 2
  package static let reason: UInt32 = 3
  package static let account: UInt32 = 4
  package static let at: UInt32 = 5
}

/// That an overdue obligation was brought before head office; its id is computed from subject and rule, so
/// that it is there once.
package enum EscalationField {
  package static let subject: UInt32 = 1
  package static let rule: UInt32 = 2
  /// The last day on which it would have been in time.
  package static let due: UInt32 = 3
  package static let at: UInt32 = 4
}
