package import VisitModel
import Wording

/// The weekly meetings of text 2 §4.1 by the calendar (A35, A36).
package enum MeetingWeek {
  /// The Monday of the week that a day lies in.
  package static func monday(of day: CivilDate) -> CivilDate {
    day.advanced(byDays: 1 - day.weekday.rawValue)
  }

  /// The day of the company's meeting (R2-05): Monday, or where that is a day off the next working day of
  /// the same week.
  /// - Parameter week: its Monday.
  /// - Returns: nothing where the whole week is off; whether a year without a notice had a part in it.
  package static func companyDay(
    of week: CivilDate, _ calendar: WorkingCalendar
  ) -> (day: CivilDate?, isProvisional: Bool) {
    let days = (0..<7).map { week.advanced(byDays: $0) }
    return (
      days.first(where: calendar.isWorkingDay), days.contains { !calendar.isKnown($0.year) }
    )
  }

  /// The week whose company meeting a department's meeting prepares: a meeting after this week's company
  /// meeting belongs to the next one (A36).
  /// - Parameter companyMeeting: when the company met in the week of the department's meeting, or will by
  ///   the calendar; nothing where it does not.
  package static func prepared(
    by start: Instant, in zone: ZoneOffset, companyMeeting: Instant?
  ) -> CivilDate {
    let week = monday(of: LocalTime(start, in: zone).date)
    guard let companyMeeting else { return week }
    return start < companyMeeting ? week : week.advanced(byDays: 7)
  }
}

/// Everything the rules ask about a meeting that is written down, confirmed, or not held.
package struct MeetingFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case record, confirm, skip }

  package var act: Act
  package var kind: MeetingKind
  package var start: Instant?
  package var end: Instant?
  package var recordedAt: Instant
  /// The post of whoever writes it down.
  package var role: Role
  package var hasMinutes = true
  package var hasChair = true
  package var hasMinuteTaker = true
  /// Who confirms is the chair.
  package var isChair = true
  package var isRecorded = true
  /// Of a week in which nothing was held: its first working day, if it has one.
  package var workingDay: CivilDate?
  package var hasReason = true

  package init(_ act: Act, _ kind: MeetingKind, by role: Role, recordedAt: Instant) {
    self.act = act
    self.kind = kind
    self.role = role
    self.recordedAt = recordedAt
  }
}

/// R2-05 to R2-08: facts in, findings out.
package enum MeetingRules {
  /// Who runs the company's meetings and writes their minutes (R2-02, R2-07).
  package static let companyMinuteTakers: Set<Role> = [.generalAffairs, .administrator]

  package static func findings(_ facts: MeetingFacts) -> [Finding] {
    let held: RuleID = facts.kind == .company ? .r2_05 : .r2_06
    let minutes: RuleID = facts.kind == .company ? .r2_07 : .r2_08
    var found: [Finding] = []
    switch facts.act {
    case .record:
      if facts.kind == .company, !companyMinuteTakers.contains(facts.role) {
        found.append(finding(minutes, .block, .ruleMinutesRole, .ruleMinutesRoleCure))
      }
      if !facts.hasMinuteTaker {
        found.append(finding(minutes, .block, .ruleNoMinuteTaker, .ruleNoMinuteTakerCure))
      }
      if !facts.hasChair {
        found.append(finding(held, .block, .ruleNoChair, .ruleNoChairCure))
      }
      if !facts.hasMinutes {
        found.append(finding(minutes, .block, .ruleNoMinutes, .ruleNoMinutesCure))
      }
      if let start = facts.start {
        // A laptop's clock may be ten minutes slow.
        if start > facts.recordedAt.advanced(byMilliseconds: 600_000) {
          found.append(finding(held, .block, .ruleHeardInFuture, .ruleHeardInFutureCure))
        }
        if let end = facts.end, end < start {
          found.append(finding(held, .block, .ruleEndsFirst, .ruleEndsFirstCure))
        }
      }
    case .confirm:
      if !facts.isRecorded {
        found.append(finding(minutes, .block, .ruleNoMinutes, .ruleNoMinutesCure))
      } else if !facts.isChair {
        found.append(finding(minutes, .block, .ruleNotChair, .ruleNotChairCure))
      }
    case .skip:
      if let day = facts.workingDay {
        found.append(
          Finding(
            held, .block, Message(.ruleWeekHasDay, [day.description]), Message(.ruleWeekHasDayCure)
          ))
      }
      if !facts.hasReason {
        found.append(finding(held, .block, .ruleSkipReason, .ruleSkipReasonCure))
      }
    }
    return found
  }

  private static func finding(
    _ rule: RuleID, _ severity: Finding.Severity, _ why: Phrase, _ cure: Phrase
  ) -> Finding {
    Finding(rule, severity, Message(why), Message(cure))
  }
}
