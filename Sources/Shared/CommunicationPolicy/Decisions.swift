import Wording

// Every decision with its settings, in the order of the register: the first part of Decision.all is about
// samples and quotas, the second about visits and what follows them, the third about everything else.

extension Decision {
  static let sampling: [Decision] = [
    Decision(
      "A01", .decisionA01, .whole("activityNoticeWorkingDays", 0...9, \.activityNoticeWorkingDays)),
    Decision("A02", .decisionA02, .reading("topics", "listed-and-free")),
    Decision(
      "A03", .decisionA03, .ascending("bracketLimits", 3, 1...1_000_000, \.bracketLimits),
      .ascending("bracketPercents", 4, 1...100, \.bracketPercents)),
    Decision("A04", .decisionA04, .reading("bracketBase", "total-units")),
    Decision("A05", .decisionA05, .reading("occupiedOn", "first-day")),
    Decision("A06", .decisionA06, .reading("rounding", "ceiling")),
    Decision(
      "A07", .decisionA07, .whole("managerMinimum", 0...1000, \.managerMin),
      .whole("supervisorMinimum", 0...1000, \.supervisorMin)),
    Decision("A08", .decisionA08, .reading("minimumAttachesTo", "post")),
    Decision("A09", .decisionA09, .reading("repeats", "refused-by-draw")),
    Decision("A10", .decisionA10, .whole("attemptsMaximum", 1...20, \.attemptsMax)),
    Decision("A11", .decisionA11, .whole("drawStandsThroughDay", 1...28, \.drawStandsThroughDay)),
  ]

  static let visits: [Decision] = [
    Decision("A12", .decisionA12, .reading("returnVisit", "linked")),
    Decision("A13", .decisionA13, .truth("telephoneCounts", \.telephoneCounts)),
    Decision(
      "A14", .decisionA14, .time("lateFrom", \.lateMinute),
      .time("lateUntil", \.nightEndMinute),
      .timeOrNone("earlyUntil", \.earlyMinute)),
    Decision("A15", .decisionA15, .reading("appointment", "before-the-door")),
    Decision("A16", .decisionA16, .reading("submission", "end-of-next-day")),
    Decision("A17", .decisionA17, .whole("summaryDay", 1...28, \.summaryDay)),
    Decision("A18", .decisionA18, .whole("approvalWorkingDays", 1...20, \.approvalWorkingDays)),
    Decision("A19", .decisionA19, .reading("letterReply", "chosen-by-sender")),
    Decision(
      "A20", .decisionA20, .whole("feedbackTargetDays", 0...60, \.feedbackTargetDays),
      .whole("reviewTargetDays", 0...60, \.reviewTargetDays),
      .whole("routingTargetDays", 0...60, \.routingTargetDays)),
    Decision("A21", .decisionA21, .reading("complaints", "handed-over")),
    Decision("A22", .decisionA22, .reading("ruleNumbers", "own")),
  ]

  static let later: [Decision] = [
    Decision(
      "A23", .decisionA23, .reading("weekends", "forbidden"),
      .word("holidays", "warn", "forbidden", \.forbidsPestControlOnHolidays)),
    Decision(
      "A24", .decisionA24, .whole("pestRequestHours", 0...720, \.pestRequestHours),
      .whole("pestNoticeHours", 0...720, \.pestNoticeHours)),
    Decision(
      "A25", .decisionA25, .whole("outageRequestHours", 0...720, \.outageRequestHours),
      .whole("outageNoticeHours", 0...720, \.outageNoticeHours)),
    Decision("A26", .decisionA26, .whole("repairNoticeDays", 0...30, \.repairNoticeDays)),
    Decision(
      "A27", .decisionA27, .whole("publicationWorkingDays", 1...60, \.publicationWorkingDays)),
    Decision("A28", .decisionA28, .whole("boardEntriesPerMonth", 0...31, \.boardEntriesPerMonth)),
    Decision(
      "A29", .decisionA29, .whole("contractQueryWorkingDays", 0...60, \.contractQueryWorkingDays)),
    Decision(
      "A30", .decisionA30,
      .whole("contractChangeWorkingDays", 0...60, \.contractChangeWorkingDays)),
    Decision(
      "A31", .decisionA31,
      .whole("propertyReportWorkingDays", 0...60, \.propertyReportWorkingDays)),
    Decision(
      "A32", .decisionA32, .whole("minutesYears", 1...100, \.minutesYears),
      .whole("noticesYears", 1...100, \.noticesYears),
      .whole("visitsYears", 1...100, \.visitsYears),
      // Shorter than the longest round, and a household would be drawn twice in it.
      .whole("ledgerMonths", 25...1200, \.ledgerMonths)),
    Decision("A33", .decisionA33, .reading("noticeArchive", "issuer")),
    Decision("A34", .decisionA34, .reading("serviceUnit", "one-with-two-names")),
    Decision("A35", .decisionA35, .reading("mondayOff", "next-working-day-of-week")),
    Decision("A36", .decisionA36, .reading("departmentMeeting", "between-company-meetings")),
    Decision("A37", .decisionA37, .reading("minutes", "fields-and-chair")),
    Decision(
      "A38", .decisionA38, .whole("replyDays", 1...60, \.replyDays),
      .whole("decisionDays", 1...60, \.decisionDays)),
    Decision("A39", .decisionA39, .whole("petitionYears", 1...100, \.petitionYears)),
    Decision("A40", .decisionA40, .reading("leadTimes", "by-subject")),
    Decision("A41", .decisionA41, .reading("visitForms", "one-model-two-printouts")),
    Decision("A42", .decisionA42, .reading("seal", "act-with-digest")),
    Decision("A43", .decisionA43, .reading("signature", "four-states")),
    Decision("A44", .decisionA44, .reading("confidentialNote", "narrow-readers")),
    Decision("A45", .decisionA45, .reading("frame", "occupied-units")),
    Decision("A46", .decisionA46, .reading("complaintReference", "reference")),
    Decision("A47", .decisionA47, .reading("activityReach", "all-lobbies-posted")),
    Decision("A48", .decisionA48, .reading("samplingUnit", "unit")),
    Decision("A49", .decisionA49, .reading("approval", "one-step")),
    Decision("A50", .decisionA50, .reading("walkRound", "no-clock")),
    Decision("A51", .decisionA51, .reading("summary", "one-document")),
    Decision("P01", .decisionP01, .whole("recontactPercent", 0...100, \.recontactPercent)),
  ]
}
