import VisitModel

/// The values of the decisions (A…) that the rules leave open; every one can be set.
package struct PolicySettings: Hashable, Sendable {
  /// Which edition of the values; stored with what was decided under them.
  package var edition = "2026-11"
  /// A03: the largest number of units that still belongs to 4, 5 and 6 percent.
  package var bracketLimits = [300, 500, 800]
  /// A03/R1-40: percent of occupied households by bracket.
  package var bracketPercents = [4, 5, 6, 7]
  /// A07: households a month in person.
  package var managerMin = 5
  package var supervisorMin = 5
  /// A10: recorded absences after which a household is unreachable in a round.
  package var attemptsMax = 3
  /// A11: through which day of the month after its own a draw stands; then it expires, and whoever was
  /// not visited may be drawn again. The day of the monthly summary: until then a visit still counts.
  package var drawStandsThroughDay = 5
  /// A13: whether a conversation by telephone counts.
  package var telephoneCounts = false
  /// A14: minute of the day from which a door visit is late.
  package var lateMinute = 22 * 60
  /// A14: minute of the day before which a door visit is early; nothing: no morning limit.
  package var earlyMinute: Int?
  /// A17: the monthly summary is due at the end of this day.
  package var summaryDay = 5
  /// A18: working days for the manager's decision.
  package var approvalWorkingDays = 2
  /// Of a hundred visits, how many households are asked whether the visit took place as recorded: what
  /// one firm's head office does with its own surveys.
  package var recontactPercent = 10
  /// A20: calendar days within which a household that wants feedback is to have it; practice says 48 h
  /// to 3 days.
  package var feedbackTargetDays = 3
  /// A20: calendar days within which a record is reviewed, or answered when it was sent back.
  package var reviewTargetDays = 3
  /// A20: calendar days within which something becomes of what was said; urgent things the same day.
  package var routingTargetDays = 1

  package init() {}
  package static let standard = PolicySettings()
}
