package import VisitModel

/// Who has to meet an obligation.
package enum Obliged: Hashable, Sendable {
  case person(AccountID)
  /// Whoever holds the post at the site, or at head office (A08: it attaches to the post).
  case post(Role)
}

/// Something that a rule asks of somebody until a day.
package struct Obligation: Hashable, Sendable {
  package let rule: RuleID
  package let who: Obliged
  /// It is in time to the end of this day, on the site's clock, unless `dueAt` says to which moment.
  package let due: CivilDate
  /// The last moment that is in time, of what is measured to the second: hours before work begins.
  package let dueAt: Instant?
  private let zone: ZoneOffset
  /// The working calendar of a year that has a part in it is not known yet.
  package let isProvisional: Bool
  /// "In time", "promptly": a target that is set, and no rule that is broken (A20).
  package let isTarget: Bool
  package let state: ObligationState

  /// - Parameters:
  ///   - metAt: when it was done; nothing while it is not.
  ///   - now: against which an open one is told from an overdue one.
  package init(
    _ rule: RuleID, of who: Obliged, due: WorkingCalendar.DueDate, isTarget: Bool = false,
    metAt: Instant?, isWaived: Bool = false, at now: Instant, in zone: ZoneOffset
  ) {
    self.rule = rule
    self.who = who
    self.due = due.date
    dueAt = nil
    self.zone = zone
    isProvisional = due.isProvisional
    self.isTarget = isTarget
    // 24:00 of its day: what happens at that moment is late.
    state = Self.state(
      of: due.date.advanced(byDays: 1).startOfDay(in: zone), metAt, isWaived: isWaived, at: now)
  }

  /// Something that has to be done by a moment, which itself is in time.
  package init(
    _ rule: RuleID, of who: Obliged, by limit: LeadTime.Limit, metAt: Instant?,
    isWaived: Bool = false, at now: Instant, in zone: ZoneOffset
  ) {
    self.rule = rule
    self.who = who
    due = LocalTime(limit.moment, in: zone).date
    dueAt = limit.moment
    self.zone = zone
    isProvisional = limit.isProvisional
    isTarget = false
    state = Self.state(
      of: limit.moment.advanced(byMilliseconds: 1), metAt, isWaived: isWaived, at: now)
  }

  /// - Parameter end: the first moment that is late.
  private static func state(
    of end: Instant, _ metAt: Instant?, isWaived: Bool, at now: Instant
  ) -> ObligationState {
    switch (isWaived, metAt) {
    case (true, _): .waived
    case (false, let moment?): moment < end ? .met : .late
    case (false, nil): now < end ? .open : .overdue
    }
  }

  /// The day, and where seconds decide the moment, on the site's clock.
  package var dueText: String { dueAt.map { $0.secondText(in: zone) } ?? due.description }

  /// Head office hears of it: a rule that was not kept, not a target that was missed.
  package var isEscalated: Bool { state == .overdue && !isTarget }
}

/// How many of a rule's obligations were met in time.
package struct Timeliness: Hashable, Sendable {
  package let rule: RuleID
  package private(set) var inTime = 0
  package private(set) var late = 0
  package private(set) var overdue = 0

  init(_ rule: RuleID) { self.rule = rule }

  /// Open and waived ones are in neither.
  package var judged: Int { inTime + late + overdue }

  /// One for each rule that was judged, in the order of the rules.
  package static func of(_ obligations: some Sequence<Obligation>) -> [Timeliness] {
    var found: [RuleID: Timeliness] = [:]
    for one in obligations {
      var sum = found[one.rule] ?? Timeliness(one.rule)
      switch one.state {
      case .met: sum.inTime += 1
      case .late: sum.late += 1
      case .overdue: sum.overdue += 1
      case .open, .waived: break
      }
      found[one.rule] = sum
    }
    return RuleID.allCases.compactMap { found[$0] }.filter { $0.judged > 0 }
  }
}
