import CommunicationPolicy
import Testing

@Suite struct RuleIDTests {
  @Test("the rules of everyday contact and of visits are there, in order")
  func complete() {
    let numbers = [7] + Array(10...13) + Array(35...60)
    #expect(
      RuleID.allCases.map(\.rawValue) == numbers.map { "R1-" + ($0 < 10 ? "0" : "") + "\($0)" })
  }

  @Test("every rule says where it stands in the procedures", arguments: RuleID.allCases)
  func source(_ rule: RuleID) {
    #expect(rule.source.utf8.starts(with: "T1 ".utf8))
  }

  @Test("a rule is found by its number and by nothing that resembles it")
  func lookup() {
    #expect(RuleID(rawValue: "R1-46") == .r1_46)
    for text in ["R1-34", "r1-46", "R1-46 ", "R1_46", ""] {
      #expect(RuleID(rawValue: text) == nil, "\(text)")
    }
  }

  @Test("the decisions left open ship with the values of the register")
  func standardSettings() {
    let settings = PolicySettings.standard
    #expect(settings.bracketLimits == [300, 500, 800])
    #expect(settings.bracketPercents == [4, 5, 6, 7])
    #expect([settings.managerMin, settings.supervisorMin] == [5, 5])
    #expect(settings.attemptsMax == 3)
    #expect(!settings.telephoneCounts)
    #expect(settings.lateMinute == 1_320)
    #expect(settings.earlyMinute == nil)
    #expect([settings.summaryDay, settings.approvalWorkingDays] == [5, 2])
  }
}
