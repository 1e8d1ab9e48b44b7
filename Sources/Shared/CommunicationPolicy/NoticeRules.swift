package import VisitModel
import Wording

/// Everything the rules ask about something that somebody is about to do with a notice.
package struct NoticeFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable {
    /// A department tells the customer-service centre of work.
    case request
    case issue
    /// Text or plan are changed. Nothing where the start stays as it is.
    case amend(movedFrom: Instant?)
    case seal(SealKind)
    case post
    case archive
    /// Somebody looked at the signs, or took sheets down.
    case note
  }

  package var act: Act
  package var kind: NoticeKind
  package var form: NoticeForm = .slip
  package var issuer: NoticeIssuer = .serviceCentre
  /// When it is done, as stated; and when that is written down.
  package var at: Instant
  package var recordedAt: Instant
  package var zone: ZoneOffset = .china
  package var start: Instant?
  package var end: Instant?
  package var hasTitle = true
  package var hasBody = true
  /// Buildings or units are meant, and none is named.
  package var lacksPlaces = false
  package var isEmergency = false
  package var hasEmergencyReason = false
  /// Post of whoever allowed the emergency; nothing for nobody, and for whoever is no colleague.
  package var approver: Role?
  /// Every place has its sheet, the last since then, and it names the start there was, or an earlier one.
  package var lastTold: Instant?
  /// Its own seal is on the text as it is now.
  package var isSealed = false
  /// When it was issued; nothing before.
  package var issuedAt: Instant?

  package init(_ act: Act, _ kind: NoticeKind, at: Instant, recordedAt: Instant) {
    self.act = act
    self.kind = kind
    self.at = at
    self.recordedAt = recordedAt
  }
}

/// R1-15 to R1-28 as far as they are about notices, R2-09 to R2-12 and R3-04 to R3-06: facts in, findings
/// out.
package enum NoticeRules {
  /// Who may allow work without its lead time.
  package static let approvers: Set<Role> = [.siteManager, .companyReviewer, .administrator]

  /// A laptop's clock may be ten minutes slow.
  package static let clockAllowance: Int64 = 600_000

  /// - Parameters:
  ///   - calendar: of the company.
  ///   - settings: in force on the day of the act.
  package static func findings(
    _ facts: NoticeFacts, _ calendar: WorkingCalendar, _ settings: PolicySettings
  ) -> [Finding] {
    var found = times(facts)
    switch facts.act {
    case .request:
      found += plan(facts, calendar, settings)
      if let start = facts.start,
        let limit = LeadTime.ofRequest(facts.kind, start: start, settings),
        !limit.isKept(at: facts.at)
      {
        found.append(
          Finding(
            limit.rule, .reminder,
            Message(.ruleRequestLate, [limit.moment.secondText(in: facts.zone)]),
            Message(.ruleRequestLateCure)))
      }
    case .issue:
      found += plan(facts, calendar, settings) + text(facts) + emergency(facts)
      found += leadTime(facts, toldAt: facts.at, calendar, settings)
    case .amend(let movedFrom):
      found += plan(facts, calendar, settings) + text(facts) + emergency(facts)
      if let movedFrom, let start = facts.start {
        // Households who read of an earlier start are not surprised; those who read of a later one are,
        // until the new sheet hangs.
        let told = start < movedFrom ? facts.at : facts.lastTold ?? facts.at
        found += leadTime(facts, toldAt: told, calendar, settings)
      }
    case .seal(let seal):
      if !facts.form.isWritten {
        found.append(finding(.r2_09, .block, .ruleTelephoneNoPaper, .ruleTelephoneNoPaperCure))
      } else if seal != facts.issuer.seal {
        found.append(wrongSeal(facts.issuer))
      }
    case .post:
      if !facts.form.isWritten {
        found.append(finding(.r2_09, .block, .ruleTelephoneNoPaper, .ruleTelephoneNoPaperCure))
      } else if !facts.isSealed {
        found.append(noSeal(facts.issuer))
      }
      if let limit = limit(facts, calendar, settings), !limit.isKept(at: facts.at) {
        found.append(
          Finding(
            limit.rule, .reminder,
            Message(.rulePostedLate, [limit.moment.secondText(in: facts.zone)]),
            Message(.rulePostedLateCure)))
      }
    case .archive:
      // A33: of a telephone notice the memo is kept, and that is the record itself.
      if !facts.form.isWritten {
        found.append(finding(.r2_12, .block, .ruleNoOriginal, .ruleNoOriginalCure))
      }
    case .note: break
    }
    return found.sorted { $0.severity < $1.severity }
  }

  /// Until when households are to be told; nothing without a start, and for an emergency.
  private static func limit(
    _ facts: NoticeFacts, _ calendar: WorkingCalendar, _ settings: PolicySettings
  ) -> LeadTime.Limit? {
    guard let start = facts.start, !facts.isEmergency else { return nil }
    return LeadTime.ofNotice(facts.kind, start: start, in: facts.zone, calendar, settings)
  }

  private static func times(_ facts: NoticeFacts) -> [Finding] {
    if facts.at > facts.recordedAt.advanced(byMilliseconds: clockAllowance) {
      return [finding(facts.kind.rule, .block, .ruleHeardInFuture, .ruleHeardInFutureCure)]
    }
    // Nothing was sealed or hung before there was anything to seal or hang.
    switch facts.act {
    case .seal, .post, .archive:
      // People say minutes.
      guard let issued = facts.issuedAt, facts.at < issued.advanced(byMilliseconds: -60_000)
      else { return [] }
      return [finding(facts.kind.rule, .block, .ruleBeforeIssue, .ruleBeforeIssueCure)]
    case .request, .issue, .amend, .note: return []
    }
  }

  // MARK: What is planned

  private static func plan(
    _ facts: NoticeFacts, _ calendar: WorkingCalendar, _ settings: PolicySettings
  ) -> [Finding] {
    var found: [Finding] = []
    if facts.kind.hasStart, facts.start == nil {
      found.append(finding(facts.kind.rule, .block, .ruleNoStart, .ruleNoStartCure))
    }
    if let start = facts.start, let end = facts.end, end <= start {
      found.append(finding(facts.kind.rule, .block, .ruleEndsFirst, .ruleEndsFirstCure))
    }
    if facts.lacksPlaces {
      found.append(finding(facts.kind.rule, .block, .ruleNoPlaces, .ruleNoPlacesCure))
    }
    if facts.act == .request, !facts.kind.isWork {
      found.append(finding(facts.kind.rule, .block, .ruleNoRequest, .ruleNoRequestCure))
    }
    if facts.kind == .pestControl, let start = facts.start {
      found += restDays(start, facts.end ?? start, facts.zone, calendar, settings)
    }
    return found
  }

  /// R1-17, A23: Saturday and Sunday by name, make-up days among them; other days off are warned of, or
  /// forbidden where the firm says so.
  private static func restDays(
    _ start: Instant, _ end: Instant, _ zone: ZoneOffset, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> [Finding] {
    let first = LocalTime(start, in: zone).date
    // What ends at midnight does not touch the day that begins then.
    let last = LocalTime(max(start, end.advanced(byMilliseconds: -1)), in: zone).date
    // No week is without a weekend.
    let count = min(7, last.daysSince1970 - first.daysSince1970 + 1)
    let days = (0..<max(1, count)).map { first.advanced(byDays: $0) }
    if let day = days.first(where: { $0.weekday == .saturday || $0.weekday == .sunday }) {
      return [
        Finding(
          .r1_17, .block, Message(.rulePestWeekend, [day.description]),
          Message(.rulePestWeekendCure))
      ]
    }
    guard let day = days.first(where: { !calendar.isWorkingDay($0) }) else { return [] }
    return [
      Finding(
        .r1_17, settings.forbidsPestControlOnHolidays ? .block : .warning,
        Message(.rulePestHoliday, [day.description]), Message(.rulePestWeekendCure))
    ]
  }

  // MARK: What is written

  private static func text(_ facts: NoticeFacts) -> [Finding] {
    var found: [Finding] = []
    if !facts.hasTitle || !facts.hasBody {
      found.append(
        facts.form.isWritten
          ? finding(facts.kind.rule, .block, .ruleNoticeEmpty, .ruleNoticeEmptyCure)
          : finding(.r2_09, .block, .ruleNoMemo, .ruleNoMemoCure))
    }
    if !facts.form.isWritten, let rule = facts.kind.writtenRule {
      found.append(finding(rule, .block, .ruleHasToHang, .ruleHasToHangCure))
      if facts.kind == .pestControl || facts.kind.isOutage {
        found.append(finding(.r3_04, .block, .ruleHasToHang, .ruleHasToHangCure))
      }
    }
    if facts.kind == .activity, facts.form.isWritten, facts.form != .poster {
      found.append(finding(.r1_23, .reminder, .ruleNoPoster, .ruleNoPosterCure))
    }
    return found
  }

  private static func emergency(_ facts: NoticeFacts) -> [Finding] {
    guard facts.isEmergency else { return [] }
    let rule = facts.kind.leadRule ?? facts.kind.rule
    guard facts.kind.leadRule != nil else {
      return [finding(rule, .block, .ruleNoEmergency, .ruleNoEmergencyCure)]
    }
    var found: [Finding] = []
    if !facts.hasEmergencyReason {
      found.append(finding(rule, .block, .ruleEmergencyReason, .ruleEmergencyReasonCure))
    }
    guard let approver = facts.approver, approvers.contains(approver) else {
      found.append(finding(rule, .block, .ruleEmergencyApprover, .ruleEmergencyApproverCure))
      return found
    }
    return found
  }

  private static func leadTime(
    _ facts: NoticeFacts, toldAt told: Instant, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> [Finding] {
    guard let limit = limit(facts, calendar, settings), !limit.isKept(at: told) else { return [] }
    return [
      Finding(
        limit.rule, .block, Message(.ruleLeadTime, [limit.moment.secondText(in: facts.zone)]),
        Message(.ruleLeadTimeCure))
    ]
  }

  // MARK: Seals

  private static func wrongSeal(_ issuer: NoticeIssuer) -> Finding {
    issuer == .serviceCentre
      ? finding(.r2_10, .block, .ruleWrongSeal, .ruleServiceSealCure)
      : finding(.r2_11, .block, .ruleWrongSeal, .ruleCompanySealCure)
  }

  private static func noSeal(_ issuer: NoticeIssuer) -> Finding {
    issuer == .serviceCentre
      ? finding(.r2_10, .block, .ruleNoSeal, .ruleServiceSealCure)
      : finding(.r2_11, .block, .ruleNoSeal, .ruleCompanySealCure)
  }

  private static func finding(
    _ rule: RuleID, _ severity: Finding.Severity, _ why: Phrase, _ cure: Phrase
  ) -> Finding {
    Finding(rule, severity, Message(why), Message(cure))
  }
}

extension NoticeKind {
  /// The rule that gives households a number of hours or days before it; nothing where none does.
  package var leadRule: RuleID? {
    switch self {
    case .pestControl: .r1_19
    case .waterOutage, .powerOutage: .r1_22
    case .activity: .r1_24
    case .repairDisturbance: .r1_28
    case .education, .parkingCard, .typhoonWarning, .report, .other: nil
    }
  }

  /// The rule for which a call on the telephone is not enough; nothing where it is.
  var writtenRule: RuleID? {
    switch self {
    case .pestControl: .r1_15
    case .waterOutage, .powerOutage: .r1_20
    case .activity: .r3_06
    case .education: .r1_25
    case .parkingCard, .typhoonWarning: .r3_05
    case .report: .r1_26
    // R1-28 asks that the affected household knows, in whatever way; of others R2-09 lets the issuer choose.
    case .repairDisturbance, .other: nil
    }
  }
}
