package import VisitModel

/// How long something is kept (A32): through the corresponding day so many years later, the first day not
/// counted; from the day after it may be destroyed.
package enum RetentionRules {
  /// Through which day the minutes of a meeting are kept (R2-07, R2-08).
  package static func minutes(
    of meeting: CivilDate, _ settings: PolicySettings
  ) -> CivilDate { meeting.anniversary(afterYears: settings.minutesYears) }

  /// Through which day the original of a notice is kept (R2-12).
  package static func original(
    issuedOn day: CivilDate, _ settings: PolicySettings
  ) -> CivilDate { day.anniversary(afterYears: settings.noticesYears) }

  /// Through which day texts of visits and contacts of a calendar year are kept. They are sealed under one
  /// key a year, which goes when the last of them may.
  package static func visits(of year: Int, _ settings: PolicySettings) -> CivilDate {
    let last = CivilMonth(year: year, month: 12)?.lastDay ?? CivilDate(daysSince1970: 0)
    return last.anniversary(afterYears: settings.visitsYears)
  }

  /// Through which day the texts of a petition are kept (R2-17, A39): from its end.
  package static func petition(
    closedOn day: CivilDate, _ settings: PolicySettings
  ) -> CivilDate { day.anniversary(afterYears: settings.petitionYears) }

  package static func isOver(_ keptUntil: CivilDate, on day: CivilDate) -> Bool {
    day > keptUntil
  }
}
