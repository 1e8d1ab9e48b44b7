import Console
import VisitModel
import Wording

/// What may stand in a cell of few choices: the name of the code, or the word for it in any language.
enum RosterWords {
  typealias Choices<Member> = [(word: String, member: Member)]

  static let kinds: Choices<UnitKind> = choices { $0.phrase }
  static let occupancies: Choices<Occupancy> = choices { $0.phrase }
  static let yesNo: Choices<Bool> =
    [("yes", true), ("1", true), ("true", true), ("y", true), ("是", true)]
    + [("no", false), ("0", false), ("false", false), ("n", false), ("否", false)]

  private static func choices<Member: CodeSet>(
    _ phrase: (Member) -> Phrase
  ) -> Choices<Member> {
    var choices: Choices<Member> = []
    for member in Member.allCases {
      choices.append((member.name, member))
      for language in Language.allCases {
        choices.append((phrase(member).text(in: language), member))
      }
    }
    return choices
  }
}

extension NamedRow {
  /// - Returns: nothing for a blank cell.
  /// - Throws: a fault that names the choices, for any other word.
  func member<Member: Equatable>(
    _ column: RosterColumn, _ choices: RosterWords.Choices<Member>
  ) throws(RosterFault) -> Member? {
    guard let word = word(column) else { return nil }
    let lowered = Self.lowered(word)
    guard let found = choices.first(where: { Self.lowered($0.word) == lowered }) else {
      var words: [String] = []
      for choice in choices where !words.contains(choice.word) { words.append(choice.word) }
      throw fault(
        column, .notOneOf, called(column), String(word.unicodeScalars.prefix(40)),
        words.joined(separator: ", "))
    }
    return found.member
  }

  /// A day as spreadsheets keep it, or written with the year first: `2026-01-31`, `2026/1/31`, `2026年1月31日`.
  func day(_ column: RosterColumn) throws(RosterFault) -> CivilDate? {
    guard let word = word(column) else { return nil }
    guard let date = Self.day(word) else {
      throw fault(column, .notADate, called(column), String(word.unicodeScalars.prefix(40)))
    }
    return date
  }

  private static func day(_ word: String) -> CivilDate? {
    // A day that a spreadsheet shows with its time is midnight.
    let midnight = " 00:00"
    let plain = word.hasSuffix(midnight) ? String(word.dropLast(midnight.utf8.count)) : word
    if let date = CivilDate(plain) { return date }
    let marks: Set<Unicode.Scalar> = ["-", "/", ".", "年", "月"]
    let body = plain.hasSuffix("日") ? String(plain.dropLast()) : plain
    let parts = body.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: marks.contains)
    guard parts.count == 3, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let digits = parts.map { $0.count == 1 ? "0" + String($0) : String($0) }
    return CivilDate(digits.joined(separator: "-"))
  }

  private static func lowered(_ word: String) -> [UInt8] {
    word.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}
