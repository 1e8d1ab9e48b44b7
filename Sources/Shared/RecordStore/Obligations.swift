package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
import Sampling
package import VisitModel

/// An obligation with what it is about.
package struct SiteObligation: Hashable, Sendable {
  package let obligation: Obligation
  /// A visit, a matter, a letter, or the month's summary record.
  package let subject: RecordKey
  /// The unit it concerns; nothing for a month and for who gave no name.
  package let household: RecordID?
  package let month: CivilMonth
  package let escalatedAt: Instant?
  package let waiver: String?
}

/// Reads every obligation of a site from its records. None is stored: what was done, late or not, is in
/// the records of what was done.
struct ObligationReader {
  let view: SiteView
  let zone: ZoneOffset
  let calendar: WorkingCalendar
  let policy: Policy
  let now: Instant
  /// In force when the clock of what is due began to run.
  func settings(at moment: Instant) -> PolicySettings {
    policy.settings(on: LocalTime(moment, in: zone).date)
  }

  var present: CivilMonth { LocalTime(now, in: zone).date.civilMonth }
  /// What lies further back is history: the summaries tell of it.
  var months: [CivilMonth] { [present.previous.previous, present.previous, present] }

  /// Those that rules ask for, and no targets, as far as they can be overdue: records are late when they
  /// are made.
  func ofRules() throws -> [SiteObligation] {
    let beside = try notices() + meetings() + petitions() + incidents() + surveys()
    return try quotas() + summaries() + beside.filter { !$0.obligation.isTarget }
  }

  func all() throws -> [SiteObligation] {
    let found =
      try visits() + matters() + quotas() + summaries() + letters() + notices()
      + meetings() + petitions() + incidents() + surveys()
    return inOrder(found)
  }

  func inOrder(_ found: [SiteObligation]) -> [SiteObligation] {
    found.sorted {
      ($0.obligation.due, $0.obligation.rule.rawValue, $0.subject)
        < ($1.obligation.due, $1.obligation.rule.rawValue, $1.subject)
    }
  }

  // MARK: Visits

  private func visits() throws -> [SiteObligation] {
    try months.flatMap { try view.visits(of: $0) }.filter { !$0.summary.isVoided }
      .flatMap { visit -> [SiteObligation] in
        guard let item = try view.review(of: visit.summary.key, policy) else { return [] }
        return try [submission(item), review(item)].compactMap { $0 }
      }
  }

  /// R1-53, A16: to the end of the day after the local day on which the visit began.
  private func submission(_ item: ReviewItem) throws -> SiteObligation? {
    guard let recorder = item.participants.first else { return nil }
    let day = LocalTime(item.visit.start, in: item.visit.zone).date.advanced(byDays: 1)
    return try obligation(
      .r1_53, of: .person(recorder), due: day, about: item.visit.key,
      household: item.visit.household, month: item.visit.month, metAt: item.visit.recordedAt)
  }

  /// R1-54: whose turn it is, the reviewer's or that of whoever is to answer.
  private func review(_ item: ReviewItem) throws -> SiteObligation? {
    let since = item.stage == .waiting ? item.visit.recordedAt : item.review?.at
    guard let since, item.stage != .accepted else { return nil }
    let reviewer: Role = item.visit.organiser == .site ? .serviceSupervisor : .companyReviewer
    return try obligation(
      .r1_54, of: item.owing.map { .person($0) } ?? .post(reviewer),
      due: LocalTime(since, in: zone).date.advanced(
        byDays: settings(at: since).reviewTargetDays),
      isTarget: true, about: item.visit.key, household: item.visit.household,
      month: item.visit.month, metAt: nil)
  }

  // MARK: Matters

  private func matters() throws -> [SiteObligation] {
    try view.matters().flatMap { try [routing($0), feedback($0)].compactMap { $0 } }
  }

  /// R1-12, R1-13, R1-55: something has to become of what was said.
  private func routing(_ matter: Matter) throws -> SiteObligation? {
    guard matter.handling == nil, matter.isOpen else { return nil }
    let isContact = matter.source.key.type == .contact
    let isUrgent = matter.urgency == .urgent
    let day = LocalTime(matter.source.at, in: zone).date
    return try obligation(
      isUrgent ? .r1_13 : isContact ? .r1_12 : .r1_55,
      of: .post(isContact ? .frontDeskOfficer : .serviceSupervisor),
      due: isUrgent ? day : day.advanced(byDays: settings(at: matter.source.at).routingTargetDays),
      isTarget: true,
      about: matter.key, household: matter.source.household, month: matter.source.month,
      metAt: nil)
  }

  /// R1-41, and R1-60 once the manager has decided.
  private func feedback(_ matter: Matter) throws -> SiteObligation? {
    let rule: RuleID = matter.handling?.decision == nil ? .r1_41 : .r1_60
    switch matter.feedback {
    case .notAsked: return nil
    case .owed(let account, let until):
      return try obligation(
        rule, of: .person(account), due: until, isTarget: true, about: matter.key,
        household: matter.source.household, month: matter.source.month, metAt: nil)
    case .given(let given):
      guard months.contains(matter.source.month),
        let giver = try view.recorder(of: given.visit)
      else { return nil }
      return try obligation(
        rule, of: .person(giver),
        due: FeedbackClock.target(
          saidAt: matter.source.at, zone, settings(at: matter.source.at)),
        isTarget: true, about: matter.key, household: matter.source.household,
        month: matter.source.month, metAt: given.at)
    }
  }

  // MARK: Months

  /// R1-36, R1-37 and R1-40: to the last day of the month. Managers seek contact themselves (R3-03).
  private func quotas() throws -> [SiteObligation] {
    try [present.previous, present].flatMap { month -> [SiteObligation] in
      let report = try view.report(of: month, at: now)
      if report.isProvisional { return [] }
      let last = month.next.firstDay.advanced(byDays: -1)
      return try report.conditions.all.map { condition in
        try obligation(
          condition.rule,
          of: .post(condition.rule == .r1_36 ? .siteManager : .serviceSupervisor), due: last,
          about: view.summaryKey(of: month), household: nil, month: month,
          // When the last visit was made that was wanted is in no record; that it was, counts.
          metAt: condition.holds ? min(now, last.startOfDay(in: zone)) : nil)
      }
    }
  }

  /// R1-56 and R1-57, for every month of the last year that has a frame.
  private func summaries() throws -> [SiteObligation] {
    var found: [SiteObligation] = []
    for month in try framed() {
      let record = view.summaryKey(of: month)
      let summary = try view.replica.records.state(of: record).flatMap {
        RecordedSummary(record, $0)
      }
      found.append(
        try obligation(
          .r1_56, of: .post(.serviceSupervisor),
          due: SummaryClock.due(month, policy.settings(on: month.next.firstDay)),
          about: record, household: nil, month: month, metAt: summary?.submittedAt))
      guard let summary else { continue }
      // Sent back it was in time all the same; that it comes again soon is a target.
      if summary.state == .returned {
        found.append(
          try obligation(
            .r1_56, of: .person(summary.author),
            due: LocalTime(summary.at, in: zone).date.advanced(
              byDays: settings(at: summary.at).reviewTargetDays),
            isTarget: true, about: record, household: nil, month: month, metAt: nil))
        continue
      }
      // Nobody approves their own: what a manager wrote, where there is no supervisor, is head office's (A08).
      let author: Role? = try view.replica.records.state(of: summary.authorKey)?
        .code(AccountField.role)
      found.append(
        try obligation(
          .r1_57, of: .post(author == .siteManager ? .companyReviewer : .siteManager),
          due: SummaryClock.decisionDue(
            submittedAt: summary.submittedAt, zone, calendar,
            settings(at: summary.submittedAt)), about: record,
          household: nil, month: month, metAt: summary.state == .approved ? summary.at : nil))
    }
    return found
  }

  private func framed() throws -> [CivilMonth] {
    let year = (1...12).reduce(into: present) { month, _ in month = month.previous }
    return try view.replica.records.states(of: .monthFrame, in: view.scope)
      .compactMap { $0.state.month(MonthFrameField.month) }
      .filter { $0 < present && $0 >= year }.sorted()
  }

  // MARK: Letters

  /// R1-59: the day is the sender's (A19).
  func letters() throws -> [SiteObligation] {
    try view.letters().map { letter in
      try obligation(
        .r1_59, of: .post(.companyReviewer), due: letter.replyBy, isTarget: true,
        about: letter.key, household: nil,
        month: LocalTime(letter.at, in: zone).date.civilMonth, metAt: letter.reply?.at)
    }.filter { $0.obligation.state != .met || months.contains($0.month) }
  }

  // MARK: What is said of them

  func obligation(
    _ rule: RuleID, of who: Obliged, due: CivilDate, isTarget: Bool = false,
    about subject: RecordKey, household: RecordID?, month: CivilMonth, metAt: Instant?
  ) throws -> SiteObligation {
    try obligation(
      rule, of: who, due: WorkingCalendar.DueDate(date: due, isProvisional: false),
      isTarget: isTarget, about: subject, household: household, month: month, metAt: metAt)
  }

  func obligation(
    _ rule: RuleID, of who: Obliged, due: WorkingCalendar.DueDate, isTarget: Bool = false,
    about subject: RecordKey, household: RecordID?, month: CivilMonth, metAt: Instant?
  ) throws -> SiteObligation {
    try said(of: rule, about: subject, household: household, month: month) { isWaived in
      Obligation(
        rule, of: who, due: due, isTarget: isTarget, metAt: metAt, isWaived: isWaived, at: now,
        in: zone)
    }
  }

  /// Something that is due at a moment.
  func obligation(
    of who: Obliged, by limit: LeadTime.Limit, about subject: RecordKey, month: CivilMonth,
    metAt: Instant?
  ) throws -> SiteObligation {
    try said(of: limit.rule, about: subject, household: nil, month: month) { isWaived in
      Obligation(
        limit.rule, of: who, by: limit, metAt: metAt, isWaived: isWaived, at: now, in: zone)
    }
  }

  private func said(
    of rule: RuleID, about subject: RecordKey, household: RecordID?, month: CivilMonth,
    _ obligation: (_ isWaived: Bool) -> Obligation
  ) throws -> SiteObligation {
    let records = view.replica.records
    // Nobody lets what a petition asks go: whoever may not read it could silence it (R2-15, A39).
    let waiver =
      subject.type == .petition
      ? nil
      : try records.state(
        of: view.key(
          .waiver, RecordIdentity.waiver(subject: subject.id, rule: rule.rawValue)))
    let escalation = try records.state(
      of: view.key(
        .escalation, RecordIdentity.escalation(subject: subject.id, rule: rule.rawValue)))
    return SiteObligation(
      obligation: obligation(waiver != nil), subject: subject, household: household,
      month: month, escalatedAt: escalation?.instant(EscalationField.at),
      waiver: waiver?.text(WaiverField.reason))
  }
}

extension SiteView {
  private func reader(
    in zone: ZoneOffset, _ calendar: WorkingCalendar, at now: Instant
  ) throws -> ObligationReader {
    ObligationReader(
      view: self, zone: zone, calendar: calendar, policy: try policy(), now: now)
  }

  /// Every obligation of the company itself: its meetings and its notices. The view is of its scope.
  package func companyObligations(
    _ calendar: WorkingCalendar, in zone: ZoneOffset, at now: Instant
  ) throws -> [SiteObligation] {
    let reader = try reader(in: zone, calendar, at: now)
    return try reader.inOrder(
      reader.meetings() + reader.ownNotices() + reader.petitions())
  }

  /// What an obligation is about, for people: a unit, a title, a week, or the month.
  /// - Parameter unit: nothing where it concerns none, or is not to be named.
  package func about(_ one: SiteObligation, unit: String?) throws -> String {
    if let unit { return unit }
    switch one.subject.type {
    case .notice: return try notice(one.subject)?.text.title.nonBlank ?? one.month.description
    case .survey: return try survey(one.subject)?.title.nonBlank ?? one.month.description
    case .meeting: return try meeting(one.subject)?.week.description ?? one.month.description
    default: return one.month.description
    }
  }

  /// Those of them that come before head office, and have not yet.
  package func newlyOverdueOfCompany(
    _ calendar: WorkingCalendar, in zone: ZoneOffset, at now: Instant
  ) throws -> [SiteObligation] {
    try companyObligations(calendar, in: zone, at: now)
      .filter { $0.obligation.isEscalated && $0.escalatedAt == nil }
  }

  /// Every obligation of the site that is open, or was met or missed in the last months, by due day.
  /// - Parameter calendar: of the company.
  package func obligations(
    _ calendar: WorkingCalendar, at now: Instant
  ) throws -> [SiteObligation] {
    guard let site = try facts() else { return [] }
    return try reader(in: site.zone, calendar, at: now).all()
  }

  /// Those that come before head office, and have not yet.
  package func newlyOverdue(
    _ calendar: WorkingCalendar, at now: Instant
  ) throws -> [SiteObligation] {
    guard let site = try facts() else { return [] }
    return try reader(in: site.zone, calendar, at: now).ofRules()
      .filter { $0.obligation.isEscalated && $0.escalatedAt == nil }
  }

  /// Answers to the site's letters alone.
  package func letterObligations(
    _ calendar: WorkingCalendar, at now: Instant
  ) throws -> [SiteObligation] {
    guard let site = try facts() else { return [] }
    return try reader(in: site.zone, calendar, at: now).letters()
  }

  /// What the site's petitions ask of somebody.
  package func petitionObligations(
    _ calendar: WorkingCalendar, at now: Instant
  ) throws -> [SiteObligation] {
    guard let site = try facts() else { return [] }
    return try reader(in: site.zone, calendar, at: now).petitions()
  }
}

extension Replica {
  /// What was brought before head office of any scope since a moment, however long ago it was due: what a laptop
  /// brings late, or is recorded late, comes up late. By scope and record.
  package func escalations(
    since moment: Instant
  ) throws -> [(
    scope: ScopeID, rule: String, subject: RecordKey?, due: CivilDate, at: Instant
  )] {
    try records.everywhere(.escalation).compactMap { key, state in
      guard let rule = state.text(EscalationField.rule),
        let due = state.date(EscalationField.due),
        let at = state.instant(EscalationField.at), at >= moment
      else { return nil }
      return (key.scope, rule, state.reference(EscalationField.subject), due, at)
    }
  }
}

extension String {
  fileprivate var nonBlank: String? { isBlank ? nil : self }
}
