import VisitModel

/// The values of the decisions that a firm can set, as they are in force on one day. What each is called
/// in a file, and within which range, stands in `PolicyTable`; what ships stands in policy.json alone.
package struct PolicySettings: Hashable, Sendable {
  /// A01: working days between an activity's notice and the activity.
  package var activityNoticeWorkingDays = 0
  /// A03: the largest number of units that still belongs to each bracket but the last.
  package var bracketLimits: [Int] = []
  /// A03/R1-40: percent of occupied households by bracket.
  package var bracketPercents: [Int] = []
  /// A07: households a month in person.
  package var managerMin = 0
  package var supervisorMin = 0
  /// A10: recorded absences after which a household is unreachable in a round.
  package var attemptsMax = 0
  /// A11: through which day of the month after its own a draw stands; then it expires, and whoever was
  /// not visited may be drawn again. Shipped as the day of the monthly summary: until then a visit still
  /// counts.
  package var drawStandsThroughDay = 0
  /// A13: whether a conversation by telephone counts.
  package var telephoneCounts = false
  /// A14: minute of the day from which a door visit is late.
  package var lateMinute = 0
  /// A14: until which minute of the next day it is: nobody who forbids half past ten allows half past two.
  package var nightEndMinute = 0
  /// A14: minute of the day before which a door visit is early; nothing: no morning limit.
  package var earlyMinute: Int?
  /// A17: the monthly summary is due at the end of this day.
  package var summaryDay = 0
  /// A18: working days for the manager's decision.
  package var approvalWorkingDays = 0
  /// A20: calendar days within which a household that wants feedback is to have it; practice says 48 h
  /// to 3 days.
  package var feedbackTargetDays = 0
  /// A20: calendar days within which a record is reviewed, or answered when it was sent back.
  package var reviewTargetDays = 0
  /// A20: calendar days within which something becomes of what was said; urgent things the same day.
  package var routingTargetDays = 0
  /// A23: whether pest control on a statutory weekday off is refused; otherwise it is warned of.
  package var forbidsPestControlOnHolidays = false
  /// A24: hours between the department's request, and the households' notice, and pest control.
  package var pestRequestHours = 0
  package var pestNoticeHours = 0
  /// A25: hours between the request, and the notice, and a planned cut of water or power.
  package var outageRequestHours = 0
  package var outageNoticeHours = 0
  /// A26: calendar days between a notice of disturbing repairs and their day.
  package var repairNoticeDays = 0
  /// A27: working days from the end of an analysis to its publication.
  package var publicationWorkingDays = 0
  /// A28: new entries a calendar month on each board.
  package var boardEntriesPerMonth = 0
  /// A29, A30, A31: working days of a contract query, a contract change and a property report.
  package var contractQueryWorkingDays = 0
  package var contractChangeWorkingDays = 0
  package var propertyReportWorkingDays = 0
  /// A32: how long records are kept.
  package var minutesYears = 0
  package var noticesYears = 0
  package var visitsYears = 0
  /// A32: how long it is known, without a name, that a household was done in a round.
  package var ledgerMonths = 0
  /// A38: calendar days for the superior's reply and for the decision.
  package var replyDays = 0
  package var decisionDays = 0
  /// A39
  package var petitionYears = 0
  /// P01: of a hundred visits, how many households are asked whether the visit took place as recorded:
  /// what one firm's head office does with its own surveys.
  package var recontactPercent = 0

  /// All blank: only a file that names every setting makes settings of it.
  init() {}

  /// What ships with the program.
  package static let standard = Policy.standard.settings(on: Policy.shipped.from)
}
