import CommunicationPolicy
import ConflictFreeRecords
import OfficeWork
import TextFormats
import VisitModel
import Wording

// What forms about notices ask for, and how the answers are read.

extension PageForm.Input {
  /// Enough for a date, a time and a zone.
  private static let timeBytesMax = 40

  /// A moment, such as `2026-12-03 09:00`.
  static func moment(
    name: String, label: Phrase, _ say: Words, isRequired: Bool = false
  ) -> PageForm.Input {
    .line(
      name: name, label: say(.pageNoticeTime, say(label)), bytesMax: timeBytesMax,
      isRequired: isRequired)
  }

  /// When something was done; nothing typed means now.
  static func doneAt(_ say: Words) -> PageForm.Input {
    .line(name: "at", label: say(.pageNoticeAt), bytesMax: timeBytesMax, isRequired: false)
  }

  static func optionalLine(name: String, label: String) -> PageForm.Input {
    .line(name: name, label: label, bytesMax: Bounds.lineBytesMax, isRequired: false)
  }

  static func yesOrNo(name: String, label: Phrase, _ say: Words) -> PageForm.Input {
    .choice(
      name: name, label: say(label),
      options: [(value: "yes", label: say(.labelYes)), (value: "no", label: say(.labelNo))])
  }

  /// Why there is no time to tell households, and who allowed it.
  static func emergency(_ say: Words) -> [PageForm.Input] {
    [
      .optionalLine(name: "emergency", label: say(.pageEmergencyReason)),
      .optionalLine(name: "approver", label: say(.pageApproverName)),
    ]
  }
}

extension PageForm.Input {
  /// What R1-17 asks for where it warns (A23).
  static func holidayReason(_ say: Words) -> PageForm.Input {
    .optionalLine(name: "holidayReason", label: say(.pageHolidayReason))
  }
}

extension FormFields {
  /// By the rule that asks for it; none where nothing is written.
  func holidayReason() throws -> [RuleID: String] {
    let reason = try lineIfAny("holidayReason")
    return reason.isBlank ? [:] : [.r1_17: reason]
  }

  /// A line that may be empty, or not there at all; without white space at its ends.
  func lineIfAny(_ name: String) throws -> String {
    if all(name).isEmpty { return "" }
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var scalars = try line(name).unicodeScalars.drop(while: isSpace)
    while let last = scalars.last, isSpace(last) { scalars = scalars.dropLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A text of several lines, within the bound of such texts. Browsers end lines with two bytes; what is
  /// kept has one.
  func text(_ name: String) throws -> String {
    guard let given = self[name] else { throw PageAction.Malformed() }
    var scalars = String.UnicodeScalarView()
    var isBehindReturn = false
    for scalar in given.unicodeScalars {
      if scalar == "\r" || !(scalar == "\n" && isBehindReturn) {
        scalars.append(scalar == "\r" ? "\n" : scalar)
      }
      isBehindReturn = scalar == "\r"
    }
    let text = String(scalars)
    guard text.utf8.count <= Bounds.textBytesMax,
      scalars.allSatisfy({
        $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
      })
    else { throw PageAction.Malformed() }
    return text
  }

  /// A moment, by the clock of a zone.
  /// - Returns: nothing where nothing is typed.
  /// - Throws: `OfficeFault.wrongUsage` for what is none.
  func moment(_ name: String, in zone: ZoneOffset) throws -> Instant? {
    let text = try lineIfAny(name)
    if text.isBlank { return nil }
    guard let moment = Instant(text, defaultZone: zone) else {
      throw OfficeFault.wrongUsage(Message(.notATime, [text]))
    }
    return moment
  }

  /// A day.
  /// - Parameter label: what it is called, for people.
  /// - Throws: `OfficeFault.wrongUsage` for what is none.
  func day(_ name: String, label: String) throws -> CivilDate? {
    let text = try lineIfAny(name)
    if text.isBlank { return nil }
    guard let day = CivilDate(text) else {
      throw OfficeFault.wrongUsage(Message(.notADate, [label, text]))
    }
    return day
  }

  /// Codes of buildings or units, with commas or white space between.
  /// - Throws: `OfficeFault.wrongUsage` for what is none.
  func codes(_ name: String) throws -> [UnitCode] {
    let marks: Set<Unicode.Scalar> = [",", "，", "、", ";", "；"]
    let parts = try lineIfAny(name).unicodeScalars.split { scalar in
      marks.contains(scalar) || scalar.properties.isWhitespace
    }
    var codes: [UnitCode] = []
    for part in parts {
      let text = String(String.UnicodeScalarView(part))
      guard let code = UnitCode(text) else {
        throw OfficeFault.wrongUsage(Message(.noticeNotACode, [text]))
      }
      codes.append(code)
    }
    return codes
  }

  func isYes(_ name: String) throws -> Bool {
    guard let answer = self[name], ["yes", "no"].contains(answer) else {
      throw PageAction.Malformed()
    }
    return answer == "yes"
  }
}
