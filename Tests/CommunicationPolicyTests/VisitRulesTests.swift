import CommunicationPolicy
import Testing
import VisitModel
import Wording

@Suite struct VisitRulesTests {
  @Test("a visit gets exactly the findings its facts deserve", arguments: VisitRow.all)
  func row(_ row: VisitRow) {
    #expect(row.found.map(\.label) == row.findings)
  }

  @Test("every rule that judges visits has a case it accepts and one it objects to")
  func bothSides() {
    let accepted = Set(VisitRow.all.filter { $0.findings.isEmpty }.map(\.rule))
    let objected = Set(VisitRow.all.flatMap(\.findings).map { String($0.prefix(5)) })
    // The month is judged for R1-36, R1-37 and R1-40; R1-48 to R1-50 are conduct; R1-07, R1-10 to R1-13 and R1-55 judge matters, R1-54 reviews, R1-56 to R1-59 months.
    let elsewhere = [
      "R1-36", "R1-37", "R1-40", "R1-48", "R1-49", "R1-50", "R1-54", "R1-55", "R1-07", "R1-10",
      "R1-11",
      "R1-12", "R1-13", "R1-56", "R1-57", "R1-58", "R1-59", "R1-60",
      // Notices and meetings.
      "R1-15", "R1-16", "R1-17", "R1-18", "R1-19", "R1-20", "R1-21", "R1-22", "R1-23", "R1-24",
      "R1-25", "R1-27", "R1-28", "R2-05", "R2-06", "R2-07", "R2-08", "R2-09", "R2-10", "R2-11",
      "R2-12", "R3-04", "R3-05", "R3-06",
      // Petitions, reports and surveys, contracts, property.
      "R2-13", "R2-14", "R2-15", "R2-16", "R2-17", "R1-26", "R1-31", "R1-32", "R1-33", "R1-34",
    ]
    let judging = Set(RuleID.allCases.map(\.rawValue)).subtracting(elsewhere)
    #expect(accepted.isSuperset(of: judging))
    #expect(objected == judging)
  }

  @Test(
    "a heavier finding is told before a lighter one, whatever their rules",
    arguments: [
      VisitRow(
        "R1-46 no appointment comes before the late hour and the badge",
        ["R1-46 block", "R1-47 warning", "R1-45 reminder"]
      ) {
        $0.move(from: november(10, 22), to: november(10, 22, 30))
        $0.appointment = nil
        $0.badgeWorn = false
      },
      VisitRow(
        "R1-52 a missing signature comes before the repeat",
        ["R1-52 block", "R1-38 warning", "R1-53 reminder"]
      ) {
        $0.visitedBy = [.site]
        $0.signature = nil
        $0.recordedAt = november(13, 9)
      },
      VisitRow(
        "R1-35 warnings come in the order of their rules",
        ["R1-35 warning", "R1-38 warning", "R1-39 warning", "R1-46 warning", "R1-47 warning"]
      ) {
        $0.posts = [.frontDeskOfficer]
        $0.visitedBy = [.site, .company]
        $0.move(from: november(10, 22), to: november(10, 22, 30))
        $0.appointment?.end = november(10, 21)
        $0.appointment?.start = november(10, 20)
      },
      VisitRow(
        "R1-42 reminders come in the order of their rules",
        ["R1-41 reminder", "R1-42 reminder", "R1-45 reminder", "R1-53 reminder"]
      ) {
        $0.items[0].wantsFeedback = true
        $0.items.append(VisitFacts.Item(topic: .repair, kind: .complaint, hasText: true))
        $0.badgeWorn = false
        $0.recordedAt = november(13, 9)
      },
    ])
  func precedence(_ row: VisitRow) {
    #expect(row.found.map(\.label) == row.findings)
  }

  @Test("the empty opinion is named by its place, counted from one")
  func place() {
    var facts = VisitFacts.unobjectionable
    facts.items.append(VisitFacts.Item(topic: .order, kind: .need, hasText: false))
    #expect(VisitRules(.standard).findings(facts).map(\.why.arguments) == [["2"]])
  }

  @Test("a telephone call counts only where that is switched on (A13)")
  func telephone() {
    var facts = VisitFacts.unobjectionable
    facts.mode = .other
    facts.byTelephone = true
    var settings = PolicySettings.standard
    #expect(!VisitRules(settings).isCountable(facts))
    settings.telephoneCounts = true
    #expect(VisitRules(settings).isCountable(facts))
  }

  @Test(
    "an appointment at the door from 22:00 to 6:00 asks for a reason when it is made (A14)",
    arguments: [(21, 59, 0), (22, 0, 1), (0, 0, 1), (5, 59, 1), (6, 0, 0)])
  func appointedAtNight(_ hour: Int, _ minute: Int, _ warnings: Int) {
    let findings = VisitRules(.standard).findings(appointedFrom: november(10, hour, minute), .china)
    #expect(findings.map(\.label) == Array(repeating: "R1-47 warning", count: warnings))
  }

  @Test("an absent owner may be visited and is not counted (A45)")
  func absentOwner() {
    var facts = VisitFacts.unobjectionable
    #expect(VisitRules(.standard).isCountable(facts))
    facts.isOccupied = false
    #expect(!VisitRules(.standard).isCountable(facts))
    #expect(VisitRules(.standard).findings(facts).isEmpty)
  }
}
