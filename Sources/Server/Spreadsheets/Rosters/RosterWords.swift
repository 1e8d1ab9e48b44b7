import Console
import VisitModel
import Wording

/// What may stand in a cell of few choices: the name of the code, or the word for it in any language.
struct RosterWords<Member: Sendable>: Sendable {
  /// As people are told of them, each once.
  let shown: [String]
  private let members: [[UInt8]: Member]

  init(_ words: [(word: String, member: Member)]) {
    var shown: [String] = []
    var members: [[UInt8]: Member] = [:]
    for (word, member) in words where members[Self.lowered(word)] == nil {
      shown.append(word)
      members[Self.lowered(word)] = member
    }
    self.shown = shown
    self.members = members
  }

  subscript(word: String) -> Member? { members[Self.lowered(word)] }

  private static func lowered(_ word: String) -> [UInt8] {
    word.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}

extension RosterWords where Member == UnitKind {
  static let kinds = RosterWords(codes: UnitKind.self) { $0.phrase }
}

extension RosterWords where Member == Occupancy {
  static let occupancies = RosterWords(codes: Occupancy.self) { $0.phrase }
}

extension RosterWords where Member == Bool {
  static let yesNo = RosterWords([
    ("yes", true), ("1", true), ("true", true), ("y", true), ("是", true), ("no", false),
    ("0", false), ("false", false), ("n", false), ("否", false),
  ])
}

extension RosterWords where Member: CodeSet {
  fileprivate init(codes _: Member.Type, _ phrase: (Member) -> Phrase) {
    var words: [(word: String, member: Member)] = []
    for member in Member.allCases {
      words.append((member.name, member))
      for language in Language.allCases {
        words.append((phrase(member).text(in: language), member))
      }
    }
    self.init(words)
  }
}

extension NamedRow {
  /// - Returns: nothing for a blank cell.
  /// - Throws: a fault that names the choices, for any other word.
  func member<Member>(
    _ column: RosterColumn, _ choices: RosterWords<Member>
  ) throws(RosterFault) -> Member? {
    guard let word = word(column) else { return nil }
    guard let member = choices[word] else {
      throw fault(
        column, .notOneOf, called(column), String(word.unicodeScalars.prefix(40)),
        choices.shown.joined(separator: ", "))
    }
    return member
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
}
