import CommunicationPolicy
import Testing

/// What was achieved in a month at a site whose quota is 12, and what is then still missing.
struct ConditionsRow: Sendable, CustomTestStringConvertible {
  let claim: String
  let counted: Int
  let byManager: Int
  let bySupervisor: Int
  /// Quota, manager, supervisor.
  let missing: [Int]

  var testDescription: String { claim }
}

private func conditions(
  counted: Int, byManager: Int, bySupervisor: Int, settings: PolicySettings = .standard
) -> QuotaConditions {
  QuotaConditions(
    MonthlyQuota(totalUnits: 300, occupied: 300, settings: settings), counted: counted,
    byManager: byManager,
    bySupervisor: bySupervisor, settings: settings)
}

@Suite struct QuotaConditionsTests {
  @Test(
    "each condition of the month stands by itself (A07)",
    arguments: [
      ConditionsRow(
        claim: "R1-36 five by the manager are enough", counted: 12, byManager: 5,
        bySupervisor: 5, missing: [0, 0, 0]),
      ConditionsRow(
        claim: "R1-36 four by the manager are one too few, whatever the total", counted: 40,
        byManager: 4, bySupervisor: 5, missing: [0, 1, 0]),
      ConditionsRow(
        claim: "R1-37 more than five by the supervisor are welcome", counted: 12, byManager: 5,
        bySupervisor: 7, missing: [0, 0, 0]),
      ConditionsRow(
        claim: "R1-37 none by the supervisor leaves five", counted: 12, byManager: 12,
        bySupervisor: 0, missing: [0, 0, 5]),
      ConditionsRow(
        claim: "R1-40 twelve of twelve fill the quota", counted: 12, byManager: 6,
        bySupervisor: 6, missing: [0, 0, 0]),
      ConditionsRow(
        claim: "R1-40 ten of twelve do not, although both minimums are met", counted: 10,
        byManager: 5, bySupervisor: 5, missing: [2, 0, 0]),
      ConditionsRow(
        claim: "R1-40 nothing done leaves everything", counted: 0, byManager: 0,
        bySupervisor: 0, missing: [12, 5, 5]),
    ])
  func standAlone(_ row: ConditionsRow) {
    let month = conditions(
      counted: row.counted, byManager: row.byManager, bySupervisor: row.bySupervisor)
    #expect(month.all.map(\.missing) == row.missing)
    #expect(month.all.map(\.holds) == row.missing.map { $0 == 0 })
    #expect(month.hold == (row.missing == [0, 0, 0]))
  }

  @Test("each condition names its rule, and asks what the rule asks")
  func cites() {
    let month = conditions(counted: 0, byManager: 0, bySupervisor: 0)
    #expect(month.all.map(\.rule) == [.r1_40, .r1_36, .r1_37])
    #expect(month.all.map(\.required) == [12, 5, 5])
  }

  @Test("in a site of sixty homes the two minimums outweigh the quota of three")
  func smallSite() {
    let quota = MonthlyQuota(totalUnits: 80, occupied: 60, settings: .standard)
    let start = QuotaConditions(
      quota, counted: 0, byManager: 0, bySupervisor: 0, settings: .standard)
    #expect(start.furtherVisits == 5)
    let quotaOnly = QuotaConditions(
      quota, counted: 3, byManager: 3, bySupervisor: 0, settings: .standard)
    #expect(quotaOnly.quota.holds)
    #expect(!quotaOnly.hold)
    #expect(quotaOnly.furtherVisits == 5)
  }

  @Test("the further visits, made jointly, are enough, and one fewer is not")
  func smallestPlan() {
    for counted in 0...14 {
      for byManager in 0...6 {
        for bySupervisor in 0...6 {
          let further = conditions(
            counted: counted, byManager: byManager, bySupervisor: bySupervisor
          ).furtherVisits
          let after = { (joint: Int) in
            conditions(
              counted: counted + joint, byManager: byManager + joint,
              bySupervisor: bySupervisor + joint
            ).hold
          }
          #expect(after(further), "\(counted) \(byManager) \(bySupervisor)")
          #expect(further == 0 || !after(further - 1), "\(counted) \(byManager) \(bySupervisor)")
        }
      }
    }
  }

  @Test("a firm that sets other minimums is measured by them")
  func otherMinimums() {
    var settings = PolicySettings.standard
    settings.managerMin = 2
    settings.supervisorMin = 0
    let month = conditions(counted: 12, byManager: 1, bySupervisor: 0, settings: settings)
    #expect(month.all.map(\.missing) == [0, 1, 0])
  }
}
