package import VisitModel

/// How long before something begins it has to be said (A01, A24 to A26). Hours run from moment to moment,
/// to the millisecond; days are those of the site's calendar.
package enum LeadTime {
  /// The last moment that is still in time, and the rule that asks for it.
  package struct Limit: Hashable, Sendable {
    package let rule: RuleID
    package let moment: Instant
    /// The working calendar of a year that has a part in it is not known yet.
    package let isProvisional: Bool

    package init(rule: RuleID, moment: Instant, isProvisional: Bool) {
      self.rule = rule
      self.moment = moment
      self.isProvisional = isProvisional
    }

    package func isKept(at told: Instant) -> Bool { told <= moment }
  }

  /// Until when households are to be told of something that begins at `start`.
  /// - Parameters:
  ///   - zone: of the site, whose clock says which day it is.
  ///   - calendar: of the company.
  /// - Returns: nothing for what has no number in the procedures ("in time", A20).
  package static func ofNotice(
    _ kind: NoticeKind, start: Instant, in zone: ZoneOffset, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> Limit? {
    let day = LocalTime(start, in: zone).date
    switch kind {
    case .pestControl: return hours(settings.pestNoticeHours, before: start, .r1_19)
    case .waterOutage, .powerOutage:
      return hours(settings.outageNoticeHours, before: start, .r1_22)
    case .repairDisturbance:
      // A26: the day before, to its end; with no day at all, until the work begins.
      guard settings.repairNoticeDays > 0 else { return hours(0, before: start, .r1_28) }
      return endOf(
        day.advanced(byDays: -settings.repairNoticeDays), in: zone, .r1_28, isProvisional: false)
    case .activity:
      guard settings.activityNoticeWorkingDays > 0 else {
        return hours(0, before: start, .r1_24)
      }
      let latest = calendar.latestNotice(
        before: day, workingDays: settings.activityNoticeWorkingDays)
      return endOf(latest.date, in: zone, .r1_24, isProvisional: latest.isProvisional)
    case .education, .parkingCard, .typhoonWarning, .report, .other: return nil
    }
  }

  /// Until when the department that does the work is to tell the customer-service centre of it.
  /// - Returns: nothing for kinds of which the procedures ask no such thing.
  package static func ofRequest(
    _ kind: NoticeKind, start: Instant, _ settings: PolicySettings
  ) -> Limit? {
    switch kind {
    case .pestControl: hours(settings.pestRequestHours, before: start, .r1_18)
    case .waterOutage, .powerOutage: hours(settings.outageRequestHours, before: start, .r1_21)
    case .repairDisturbance, .activity, .education, .parkingCard, .typhoonWarning, .report,
      .other:
      nil
    }
  }

  private static func hours(_ count: Int, before start: Instant, _ rule: RuleID) -> Limit {
    Limit(
      rule: rule, moment: start.advanced(byMilliseconds: -Int64(count) * 3_600_000),
      isProvisional: false)
  }

  private static func endOf(
    _ day: CivilDate, in zone: ZoneOffset, _ rule: RuleID, isProvisional: Bool
  ) -> Limit {
    Limit(
      rule: rule,
      moment: day.advanced(byDays: 1).startOfDay(in: zone).advanced(byMilliseconds: -1),
      isProvisional: isProvisional)
  }
}

extension NoticeKind {
  /// The rule that asks for a notice of this kind at all.
  package var rule: RuleID {
    switch self {
    case .pestControl: .r1_15
    case .waterOutage, .powerOutage: .r1_20
    case .repairDisturbance: .r1_27
    case .activity: .r1_23
    case .education: .r1_25
    case .parkingCard, .typhoonWarning: .r3_05
    case .report: .r1_26
    case .other: .r3_06
    }
  }
}
