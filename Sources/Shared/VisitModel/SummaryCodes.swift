// Code sets of the monthly summary and of contact letters (R1-56 to R1-60).

/// What was last done with a month's summary; one without any is a draft.
package enum SummaryState: Int, CodeSet { case submitted = 1, returned, approved }

/// What the manager decides about one matter (R1-58, R1-59).
package enum MatterDecisionKind: Int, CodeSet {
  case measure = 1, noMeasure
  /// Beyond their own authority: it goes to head office by letter.
  case beyondAuthority
}
