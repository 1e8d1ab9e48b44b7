// Code sets of the monthly summary and of contact letters (R1-56 to R1-60).

/// What was last done with a month's summary; one without any is a draft.
package enum SummaryState: Int, CodeSet { case submitted = 1, returned, approved }

/// What the manager decides about one matter (R1-58, R1-59).
package enum MatterDecisionKind: Int, CodeSet {
  case measure = 1, noMeasure
  /// Beyond their own authority: it goes to head office by letter.
  case beyondAuthority
}

/// The numbers at the head of a month's summary, in the order in which they are read.
package enum SummaryFigure: CaseIterable, Sendable {
  case totalUnits, occupied, percent, quota
  case counted, byManager, bySupervisor, byCompany, returnVisits, repeats, voided, overshoot, late
  case complaints, hardships, praise
}
