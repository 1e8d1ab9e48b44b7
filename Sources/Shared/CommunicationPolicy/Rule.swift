package import Wording

/// A rule of the procedures, by the number under which code, refusals and pages cite it.
package enum RuleID: String, CaseIterable, Sendable {
  case r1_07 = "R1-07"
  case r1_10 = "R1-10"
  case r1_11 = "R1-11"
  case r1_12 = "R1-12"
  case r1_13 = "R1-13"
  case r1_15 = "R1-15"
  case r1_16 = "R1-16"
  case r1_17 = "R1-17"
  case r1_18 = "R1-18"
  case r1_19 = "R1-19"
  case r1_20 = "R1-20"
  case r1_21 = "R1-21"
  case r1_22 = "R1-22"
  case r1_23 = "R1-23"
  case r1_24 = "R1-24"
  case r1_25 = "R1-25"
  case r1_26 = "R1-26"
  case r1_27 = "R1-27"
  case r1_28 = "R1-28"
  case r1_31 = "R1-31"
  case r1_32 = "R1-32"
  case r1_33 = "R1-33"
  case r1_34 = "R1-34"
  case r1_35 = "R1-35"
  case r1_36 = "R1-36"
  case r1_37 = "R1-37"
  case r1_38 = "R1-38"
  case r1_39 = "R1-39"
  case r1_40 = "R1-40"
  case r1_41 = "R1-41"
  case r1_42 = "R1-42"
  case r1_43 = "R1-43"
  case r1_44 = "R1-44"
  case r1_45 = "R1-45"
  case r1_46 = "R1-46"
  case r1_47 = "R1-47"
  case r1_48 = "R1-48"
  case r1_49 = "R1-49"
  case r1_50 = "R1-50"
  case r1_51 = "R1-51"
  case r1_52 = "R1-52"
  case r1_53 = "R1-53"
  case r1_54 = "R1-54"
  case r1_55 = "R1-55"
  case r1_56 = "R1-56"
  case r1_57 = "R1-57"
  case r1_58 = "R1-58"
  case r1_59 = "R1-59"
  case r1_60 = "R1-60"
  case r2_05 = "R2-05"
  case r2_06 = "R2-06"
  case r2_07 = "R2-07"
  case r2_08 = "R2-08"
  case r2_09 = "R2-09"
  case r2_10 = "R2-10"
  case r2_11 = "R2-11"
  case r2_12 = "R2-12"
  case r2_13 = "R2-13"
  case r2_14 = "R2-14"
  case r2_15 = "R2-15"
  case r2_16 = "R2-16"
  case r2_17 = "R2-17"
  case r3_04 = "R3-04"
  case r3_05 = "R3-05"
  case r3_06 = "R3-06"

  /// Where the rule stands: text and section of the procedures.
  package var source: String {
    switch self {
    case .r1_07: "T1 4.1(2)"
    case .r1_10, .r1_11, .r1_12, .r1_13: "T1 4.2 daily contact"
    case .r1_15, .r1_16, .r1_17, .r1_18, .r1_19: "T1 4.2-1"
    case .r1_20, .r1_21, .r1_22: "T1 4.2-2"
    case .r1_23, .r1_24: "T1 4.2-3"
    case .r1_25: "T1 4.2-4"
    case .r1_26: "T1 4.2-5"
    case .r1_27, .r1_28: "T1 4.2-6"
    case .r1_31, .r1_32: "T1 4.2-9"
    case .r1_33: "T1 4.2-10"
    case .r1_34: "T1 4.2-11"
    case .r1_35, .r1_36, .r1_37, .r1_38, .r1_39: "T1 4.3.1 sampling"
    case .r1_40: "T1 4.3.1 quota"
    case .r1_41, .r1_42, .r1_43: "T1 4.3.1 visit mode"
    case .r1_44: "T1 4.3.1 content"
    case .r1_45: "T1 4.3.1 care(1)"
    case .r1_46, .r1_47: "T1 4.3.1 care(2)"
    case .r1_48: "T1 4.3.1 care(3)"
    case .r1_49: "T1 4.3.1 care(4)"
    case .r1_50: "T1 4.3.1 care(5)"
    case .r1_51, .r1_52: "T1 4.3.1 record"
    case .r1_53: "T1 4.3.1 handling(1)"
    case .r1_60: "T1 3 + 4.3.1"
    case .r1_56: "T1 4.3.1 std(1)"
    case .r1_57, .r1_58, .r1_59: "T1 4.3.1 std(2)"
    case .r1_54, .r1_55: "T1 4.3.1 handling(2)"
    case .r2_05: "T2 4.1.1"
    case .r2_06: "T2 4.1.2"
    case .r2_07: "T2 4.1.3"
    case .r2_08: "T2 4.1.4"
    case .r2_09: "T2 4.2.1"
    case .r2_10: "T2 4.2.2"
    case .r2_11: "T2 4.2.3"
    case .r2_12: "T2 4.2.4"
    case .r2_13: "T2 4.3.1"
    case .r2_14: "T2 4.3.2"
    case .r2_15: "T2 4.3.3"
    case .r2_16: "T2 4.3.4"
    case .r2_17: "T2 4.3.5"
    case .r3_04, .r3_05, .r3_06: "T3 4.1.1"
    }
  }
}

/// What a rule says about something a person is about to do.
package struct Finding: Hashable, Sendable {
  /// In falling order of weight: a block is answered before a warning, a warning before a reminder.
  package enum Severity: Int, Comparable, Sendable {
    /// It is not done; the cure says what to do instead.
    case block = 1
    /// It is done if a reason is given, and the reason is kept.
    case warning
    /// It is done; the person is told.
    case reminder

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package let rule: RuleID
  package let severity: Severity
  package let why: Message
  package let cure: Message

  package init(_ rule: RuleID, _ severity: Severity, _ why: Message, _ cure: Message) {
    self.rule = rule
    self.severity = severity
    self.why = why
    self.cure = cure
  }
}

/// What becomes of findings once the person has given reasons.
package enum FindingsVerdict: Hashable, Sendable {
  case refused([Finding])
  case reasonsNeeded([Finding])
  /// The reasons to be kept, by rule, and what to remind of.
  case accepted(reasons: [RuleID: String], reminders: [Finding])

  /// - Parameter reasons: what the person said, by rule; blank ones do not count.
  package init(_ findings: [Finding], reasons: [RuleID: String]) {
    let blocks = findings.filter { $0.severity == .block }
    if !blocks.isEmpty {
      self = .refused(blocks)
      return
    }
    let given = reasons.filter { !$0.value.isBlank }
    let warnings = findings.filter { $0.severity == .warning }
    let missing = warnings.filter { given[$0.rule] == nil }
    if !missing.isEmpty {
      self = .reasonsNeeded(missing)
      return
    }
    let asked = Set(warnings.map(\.rule))
    self = .accepted(
      reasons: given.filter { asked.contains($0.key) },
      reminders: findings.filter { $0.severity == .reminder })
  }
}

extension StringProtocol {
  /// Nothing of it can be read: white space of any kind, the ideographic space, tabs and line feeds
  /// included, and characters that show nothing. Such a text is no reason, no opinion and no name.
  package var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}
