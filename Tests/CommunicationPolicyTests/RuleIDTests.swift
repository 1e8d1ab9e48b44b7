import CommunicationPolicy
import Testing

@Suite struct RuleIDTests {
  /// `R1-07`
  private func id(_ text: Int, _ number: Int) -> String {
    "R\(text)-" + (number < 10 ? "0" : "") + "\(number)"
  }

  @Test("every rule that has code is there, in the order of the texts")
  func complete() {
    let first: [ClosedRange<Int>] = [7...7, 10...13, 15...28, 31...60]
    var ids = first.joined().map { id(1, $0) }
    ids += (5...17).map { id(2, $0) }
    ids += (4...6).map { id(3, $0) }
    #expect(RuleID.allCases.map(\.rawValue) == ids)
  }

  @Test("every rule says where it stands in the procedures", arguments: RuleID.allCases)
  func source(_ rule: RuleID) {
    // R2-09 stands in text 2.
    let text = "T\(rule.rawValue.dropFirst().prefix(1)) "
    #expect(["T1 ", "T2 ", "T3 "].contains(text))
    #expect(rule.source.utf8.starts(with: text.utf8))
  }

  @Test("a rule is found by its number and by nothing that resembles it")
  func lookup() {
    #expect(RuleID(rawValue: "R1-46") == .r1_46)
    #expect(RuleID(rawValue: "R2-09") == .r2_09 && RuleID(rawValue: "R3-04") == .r3_04)
    for text in ["R1-14", "R1-29", "R2-18", "R2-46", "R4-04", "r1-46", "R1-46 ", "R1_46", ""] {
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
