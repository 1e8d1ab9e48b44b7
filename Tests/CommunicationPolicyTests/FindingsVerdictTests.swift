import CommunicationPolicy
import Testing
import Wording

private func finding(_ rule: RuleID, _ severity: Finding.Severity) -> Finding {
  Finding(rule, severity, Message(.ruleRepeat), Message(.ruleGiveReason, [rule.rawValue]))
}

@Suite struct FindingsVerdictTests {
  private let repeated = finding(.r1_38, .warning)
  private let late = finding(.r1_47, .warning)
  private let badge = finding(.r1_45, .reminder)

  @Test("nothing found is accepted, and no reason is kept that nobody asked for")
  func nothing() {
    #expect(
      FindingsVerdict([], reasons: [.r1_38: "住户要求"]) == .accepted(reasons: [:], reminders: []))
  }

  @Test("no reason lifts a block, and only the blocks are answered")
  func block() {
    let unsigned = finding(.r1_52, .block)
    let unasked = finding(.r1_46, .block)
    let verdict = FindingsVerdict(
      [unasked, unsigned, late, badge],
      reasons: [.r1_46: "来不及", .r1_47: "住户上夜班", .r1_52: "忘了"])
    #expect(verdict == .refused([unasked, unsigned]))
  }

  @Test("every warning without a reason is named, and no other")
  func missing() {
    let findings = [repeated, late, badge]
    #expect(FindingsVerdict(findings, reasons: [:]) == .reasonsNeeded([repeated, late]))
    #expect(
      FindingsVerdict(findings, reasons: [.r1_38: "住户要求"]) == .reasonsNeeded([late]))
    #expect(
      FindingsVerdict(findings, reasons: [.r1_45: "忘带"]) == .reasonsNeeded([repeated, late]))
  }

  @Test("the reasons asked for are kept as they were given, and reminders are passed on")
  func accepted() {
    let verdict = FindingsVerdict(
      [repeated, late, badge],
      reasons: [.r1_38: " 住户要求 ", .r1_47: "住户上夜班", .r1_35: "没有人问"])
    #expect(
      verdict
        == .accepted(
          reasons: [.r1_38: " 住户要求 ", .r1_47: "住户上夜班"], reminders: [badge]))
  }

  @Test(
    "a blank is not a reason",
    arguments: ["", " ", "\n", " \n  ", "\t", "\u{3000}", "\u{3000}\r\n\u{A0}", "\u{200B}"])
  func blank(_ text: String) {
    #expect(FindingsVerdict([late], reasons: [.r1_47: text]) == .reasonsNeeded([late]))
  }

  @Test("one reason answers everything that one rule asks")
  func sameRule() {
    let verdict = FindingsVerdict([late, late], reasons: [.r1_47: "住户上夜班"])
    #expect(verdict == .accepted(reasons: [.r1_47: "住户上夜班"], reminders: []))
  }
}
