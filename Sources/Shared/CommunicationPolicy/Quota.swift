import VisitModel

/// How many households a site visits in a month (R1-40, A03, A04, A06), in integers throughout.
package struct MonthlyQuota: Hashable, Sendable {
  package let totalUnits: Int
  package let occupied: Int
  package let percent: Int
  /// At least this many, not counting return visits.
  package let count: Int

  /// - Parameters:
  ///   - totalUnits: delivered units; they choose the bracket.
  ///   - occupied: occupied households on the 1st; the percentage is of these.
  package init(totalUnits: Int, occupied: Int, settings: PolicySettings) {
    let total = max(0, totalUnits)
    let occupied = max(0, occupied)
    let index = settings.bracketLimits.firstIndex { total <= $0 } ?? settings.bracketLimits.count
    let percents = settings.bracketPercents
    let percent = percents.indices.contains(index) ? percents[index] : percents.last ?? 0
    self.totalUnits = total
    self.occupied = occupied
    self.percent = percent
    // The ceiling in integers: in floating point 7 % of 300 comes to 22.
    let (product, overflow) = occupied.multipliedReportingOverflow(by: percent)
    count = overflow ? occupied : product / 100 + (product % 100 == 0 ? 0 : 1)
  }

  /// How many months one full round takes at exactly this quota; nothing without occupied homes.
  package var monthsForRound: Int? {
    count == 0 ? nil : (occupied + count - 1) / count
  }
}

/// The three conditions of a month; each stands by itself and all must hold (A07).
package struct QuotaConditions: Hashable, Sendable {
  package struct Condition: Hashable, Sendable {
    package let rule: RuleID
    package let required: Int
    package let achieved: Int
    package var missing: Int { max(0, required - achieved) }
    package var holds: Bool { missing == 0 }
  }

  package let quota: Condition
  package let manager: Condition
  package let supervisor: Condition

  package init(
    _ quota: MonthlyQuota, counted: Int, byManager: Int, bySupervisor: Int,
    settings: PolicySettings
  ) {
    self.quota = Condition(rule: .r1_40, required: quota.count, achieved: counted)
    manager = Condition(rule: .r1_36, required: settings.managerMin, achieved: byManager)
    supervisor = Condition(
      rule: .r1_37, required: settings.supervisorMin, achieved: bySupervisor)
  }

  package var all: [Condition] { [quota, manager, supervisor] }
  package var hold: Bool { all.allSatisfy(\.holds) }

  /// The smallest number of further visits that satisfies all three: joint visits of manager and
  /// supervisor count once for the quota and once for each of them.
  package var furtherVisits: Int { all.map(\.missing).max() ?? 0 }
}
