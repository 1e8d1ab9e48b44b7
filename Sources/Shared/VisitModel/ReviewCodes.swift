// Code sets of the supervisor's review (R1-53 to R1-55).

/// What was last said about a visit in its review.
package enum ReviewState: Int, CodeSet {
  case accepted = 1
  /// Sent back to somebody, with a comment.
  case returned
  /// The one it was sent back to has answered; it waits for the reviewer again.
  case answered
}

/// The part of a visit that a comment is about, as people see it on the form.
package enum ReviewedPart: Int, CodeSet {
  case whole = 1, times, mode, place, personMet, opinions, interviewers, signature, remark
}

/// What came of asking a household whether a visit took place as recorded.
package enum RecontactOutcome: Int, CodeSet { case confirmed = 1, notConfirmed, notReached }

/// Where a visit stands on its way through the review; computed, never stored.
package enum ReviewStage: Int, CodeSet {
  case waiting = 1
  /// It waits for the reviewer again: answered, changed since, or reviewed by somebody who had part.
  case answered, changed, ownReview
  case returned, accepted

  /// It is the reviewer's turn.
  package var isWaiting: Bool {
    switch self {
    case .waiting, .answered, .changed, .ownReview: true
    case .returned, .accepted: false
    }
  }
}
