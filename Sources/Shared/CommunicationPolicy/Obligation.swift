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
  /// It is in time to the end of this day, on the site's clock.
  package let due: CivilDate
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
    isProvisional = due.isProvisional
    self.isTarget = isTarget
    // 24:00 of its day: what happens at that moment is late.
    let end = due.date.advanced(byDays: 1).startOfDay(in: zone)
    switch (isWaived, metAt) {
    case (true, _): state = .waived
    case (false, let moment?): state = moment < end ? .met : .late
    case (false, nil): state = now < end ? .open : .overdue
    }
  }

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
