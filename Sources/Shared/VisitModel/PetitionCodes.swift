/// 提議 and 申訴 (text 2 §4.3).
package enum PetitionKind: Int, CodeSet { case suggestion = 1, appeal }

/// What the employee says to the superior's reply.
package enum PetitionAnswer: Int, CodeSet { case agrees = 1, disagrees }

/// With whom a petition is; computed, never stored.
package enum PetitionStage: Int, CodeSet {
  /// Handed to the direct superior, and not accepted by them yet.
  case submitted = 1
  case accepted
  /// Replied; the employee may still object.
  case replied
  /// With the general affairs department, or the general manager.
  case escalated
  case decided
  case withdrawn
  /// Ended by agreement.
  case agreed

  package var isClosed: Bool { self == .decided || self == .withdrawn || self == .agreed }
}
