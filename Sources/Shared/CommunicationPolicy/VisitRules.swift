package import VisitModel
import Wording

/// The rules of a visit, R1-35 to R1-53, as one pure function: facts in, findings out.
package struct VisitRules: Sendable {
  private let settings: PolicySettings

  package init(_ settings: PolicySettings) { self.settings = settings }

  /// Blocks first, then warnings, then reminders; within each in the order of the rules.
  package func findings(_ facts: VisitFacts) -> [Finding] {
    let all =
      posts(facts) + sampling(facts) + earlierMatter(facts) + content(facts) + conduct(facts)
      + appointment(facts) + hours(facts) + signature(facts) + submission(facts) + times(facts)
    return all.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
  }

  /// What an appointment for a visit at the door gives rise to, before there is a visit (R1-47, A14).
  /// - Parameter start: where the agreed window begins.
  package func findings(appointedFrom start: Instant, _ zone: ZoneOffset) -> [Finding] {
    isNight(start, zone) ? [lateHour] : []
  }

  /// Whether the visit counts toward coverage at all (A12, A13).
  package func isCountable(_ facts: VisitFacts) -> Bool {
    facts.isOccupied && (!facts.byTelephone || settings.telephoneCounts)
  }

  private func posts(_ facts: VisitFacts) -> [Finding] {
    let mainly: Set<Role> = [.siteManager, .serviceSupervisor, .serviceOfficer]
    let company: Set<Role> = [.companyVisitor, .companyReviewer]
    let expected = facts.organiser == .company ? company.union(mainly) : mainly
    if facts.posts.contains(where: expected.contains) { return [] }
    return [
      Finding(.r1_35, .warning, Message(.ruleMainlyService), Message(.ruleGiveReason, ["R1-35"]))
    ]
  }

  private func sampling(_ facts: VisitFacts) -> [Finding] {
    var found: [Finding] = []
    switch (facts.isRestricted, facts.kind) {
    case (false, _): break
    case (true, .visit):
      found.append(
        Finding(.r1_38, .block, Message(.ruleRestricted), Message(.ruleRestrictedCure)))
    case (true, .returnVisit):
      // Feedback that the household asked for may still be owed; somebody has to say so.
      found.append(
        Finding(
          .r1_38, .warning, Message(.ruleRestrictedReturn), Message(.ruleGiveReason, ["R1-38"])))
    }
    guard facts.kind == .visit else { return found }
    let other: Organiser = facts.organiser == .site ? .company : .site
    if facts.visitedBy.contains(facts.organiser) {
      found.append(
        Finding(.r1_38, .warning, Message(.ruleRepeat), Message(.ruleRepeatCure, ["R1-38"])))
    }
    if facts.visitedBy.contains(other) || facts.drawnBy.contains(other) {
      let phrase: Phrase =
        facts.organiser == .site ? .ruleCompanyCollision : .ruleSiteCollision
      found.append(Finding(.r1_39, .warning, Message(phrase), Message(.ruleRepeatCure, ["R1-39"])))
    }
    return found
  }

  private func earlierMatter(_ facts: VisitFacts) -> [Finding] {
    guard facts.kind == .returnVisit else { return [] }
    switch facts.earlier {
    case .matter: return []
    case .none:
      return [
        Finding(.r1_41, .block, Message(.ruleNoEarlier), Message(.ruleNoEarlierCure))
      ]
    case .complaint:
      return [
        Finding(.r1_42, .block, Message(.ruleComplaintWay), Message(.ruleComplaintWayCure))
      ]
    }
  }

  private func content(_ facts: VisitFacts) -> [Finding] {
    var found: [Finding] = []
    if facts.items.contains(where: { $0.wantsFeedback && $0.kind != .complaint }) {
      found.append(
        Finding(.r1_41, .reminder, Message(.ruleFeedbackDue), Message(.ruleFeedbackDueCure)))
    }
    if facts.items.contains(where: { $0.kind == .complaint }) {
      found.append(
        Finding(
          .r1_42, .reminder, Message(.ruleComplaintRouted), Message(.ruleComplaintRoutedCure)))
    }
    if facts.mode != .other, facts.byTelephone {
      found.append(
        Finding(.r1_43, .block, Message(.ruleTelephoneMode), Message(.ruleTelephoneModeCure)))
    }
    if let index = facts.items.firstIndex(where: { !$0.hasText }) {
      found.append(
        Finding(
          .r1_44, .block, Message(.ruleItemEmpty, ["\(index + 1)"]), Message(.ruleItemEmptyCure)))
    }
    if facts.items.isEmpty, !facts.saysNoOpinion, facts.kind == .visit {
      found.append(
        Finding(.r1_51, .block, Message(.ruleNothingSaid), Message(.ruleNothingSaidCure)))
    }
    return found
  }

  private func conduct(_ facts: VisitFacts) -> [Finding] {
    if facts.badgeWorn { return [] }
    return [Finding(.r1_45, .reminder, Message(.ruleBadge), Message(.ruleBadgeCure))]
  }

  private func appointment(_ facts: VisitFacts) -> [Finding] {
    guard facts.mode == .door else { return [] }
    guard let window = facts.appointment, !window.isCancelled, window.agreedAt <= facts.start
    else {
      return [
        Finding(
          .r1_46, .block, Message(.ruleNoAppointment), Message(.ruleNoAppointmentCure))
      ]
    }
    guard window.start <= facts.start, facts.start <= window.end else {
      return [
        Finding(
          .r1_46, .warning, Message(.ruleOutsideWindow), Message(.ruleGiveReason, ["R1-46"]))
      ]
    }
    return []
  }

  /// A14: the appointed or the actual start, or the end; at the door only.
  private func hours(_ facts: VisitFacts) -> [Finding] {
    guard facts.mode == .door else { return [] }
    let start = LocalTime(facts.start, in: facts.zone)
    let limit = start.date.at(minuteOfDay: settings.lateMinute, in: facts.zone)
    let window = facts.appointment.flatMap { $0.isCancelled ? nil : $0 }
    let isAppointedAtNight = window.map { isNight($0.start, facts.zone) } ?? false
    if isNight(facts.start, facts.zone) || isAppointedAtNight || facts.end > limit {
      return [lateHour]
    }
    if let early = settings.earlyMinute, start.minuteOfDay < early {
      return [
        Finding(.r1_47, .warning, Message(.ruleEarlyHour), Message(.ruleGiveReason, ["R1-47"]))
      ]
    }
    return []
  }

  private var lateHour: Finding {
    Finding(
      .r1_47, .warning,
      Message(
        .ruleLateHour,
        [
          PolicyValue.time(settings.lateMinute).text,
          PolicyValue.time(settings.nightEndMinute).text,
        ]), Message(.ruleGiveReason, ["R1-47"]))
  }

  private func isNight(_ instant: Instant, _ zone: ZoneOffset) -> Bool {
    let minute = LocalTime(instant, in: zone).minuteOfDay
    return minute >= settings.lateMinute || minute < settings.nightEndMinute
  }

  private func signature(_ facts: VisitFacts) -> [Finding] {
    switch facts.signature {
    case nil:
      return [
        Finding(.r1_52, .block, Message(.ruleSignatureMissing), Message(.ruleSignatureMissingCure))
      ]
    case .refused, .notAsked:
      if facts.hasSignatureReason { return [] }
      return [
        Finding(.r1_52, .block, Message(.ruleSignatureReason), Message(.ruleSignatureReasonCure))
      ]
    case .notApplicable:
      if facts.byTelephone || facts.mode == .other { return [] }
      return [
        Finding(
          .r1_52, .block, Message(.ruleSignatureNotApplicable),
          Message(.ruleSignatureMissingCure))
      ]
    case .signed:
      guard facts.byTelephone else { return [] }
      return [
        Finding(
          .r1_52, .block, Message(.ruleSignedByTelephone), Message(.ruleSignedByTelephoneCure))
      ]
    }
  }

  /// R1-53, A16: by the end of the calendar day after the local day on which the visit began. Late
  /// work is taken, and marked.
  private func submission(_ facts: VisitFacts) -> [Finding] {
    guard SubmissionClock.isLate(start: facts.start, recordedAt: facts.recordedAt, facts.zone)
    else { return [] }
    return [Finding(.r1_53, .reminder, Message(.ruleLateRecord), Message(.ruleLateRecordCure))]
  }

  private func times(_ facts: VisitFacts) -> [Finding] {
    if facts.end < facts.start {
      return [Finding(.r1_51, .block, Message(.ruleEndBeforeStart), Message(.ruleTimesCure))]
    }
    // A laptop's clock may be ten minutes slow.
    let latest = facts.recordedAt.advanced(byMilliseconds: 600_000)
    if facts.start > latest {
      return [Finding(.r1_51, .block, Message(.ruleInFuture), Message(.ruleTimesCure))]
    }
    if facts.end > latest {
      return [Finding(.r1_51, .block, Message(.ruleEndsInFuture), Message(.ruleTimesCure))]
    }
    if facts.end > facts.start.advanced(byMilliseconds: 12 * 3_600_000) {
      return [Finding(.r1_51, .block, Message(.ruleTooLong), Message(.ruleTimesCure))]
    }
    return []
  }
}

package enum SubmissionClock {
  /// The moment after which a record is late: 24:00 of the day after the visit's local start date.
  package static func deadline(start: Instant, _ zone: ZoneOffset) -> Instant {
    LocalTime(start, in: zone).date.advanced(byDays: 2).startOfDay(in: zone)
  }

  package static func isLate(start: Instant, recordedAt: Instant, _ zone: ZoneOffset) -> Bool {
    recordedAt >= deadline(start: start, zone)
  }
}
