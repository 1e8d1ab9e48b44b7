/// How well a name answers what was typed; the better, the less.
package enum ReadingMatch: Int, Comparable, CaseIterable, Sendable {
  /// The whole name as it is written, whatever script, width and case.
  case whole
  /// The name begins so.
  case beginning
  /// The name begins so when spoken: whole syllables, of which the last may be unfinished; mixed with
  /// characters or not: `wangxi` and `王xi` for 王小明.
  case spoken
  /// Some syllables are shortened to their first letters: `wxm`, `zhxm`, `wangxm`.
  case initials
  /// In one of these ways, but only from some place inside the name on.
  case inside

  package static func < (a: ReadingMatch, b: ReadingMatch) -> Bool { a.rawValue < b.rawValue }
}

/// What somebody typed to find a name.
package struct ReadingQuery: Hashable, Sendable {
  /// Folded, never empty.
  let letters: [Unicode.Scalar]

  /// Longer ones are cut: no name is as long, and the search takes time with the product of both lengths.
  package static let lettersMax = 64

  /// - Returns: nothing if there is nothing to look for in it, such as spaces only.
  package init?(_ typed: String) {
    var letters: [Unicode.Scalar] = []
    for scalar in typed.unicodeScalars.prefix(4 * Self.lettersMax) {
      letters += SearchText.folded(scalar)
    }
    guard !letters.isEmpty else { return nil }
    self.letters = Array(letters.prefix(Self.lettersMax))
  }
}

/// A name as it is written and as it is spoken, ready to be compared with many queries. Some 40 bytes a
/// character; it holds the name in the clear and belongs into memory only.
package struct Reading: Hashable, Sendable {
  private struct Unit: Hashable, Sendable {
    let letter: Unicode.Scalar
    /// Shared with every other name that has this character.
    let sounds: [[UInt8]]
  }

  private let units: [Unit]

  package init(of text: String) {
    units = text.unicodeScalars.prefix(256).flatMap { scalar in
      SearchText.folded(scalar).map { letter in
        Unit(
          letter: letter,
          sounds: HanCharacter.isHan(scalar)
            ? HanCharacter.of(scalar).sounds
            : HanCharacter.isHan(letter) ? HanCharacter.of(letter).sounds : [])
      }
    }
  }

  /// Loads ICU's tables, which takes the first name some tenths of a second; for a server that starts.
  package static func warmUp() { _ = Reading(of: "單") }

  /// - Returns: the best way in which the name answers the query; nothing if it does not.
  package func match(_ query: ReadingQuery) -> ReadingMatch? {
    let (rows, columns) = (units.count + 1, query.letters.count + 1)
    // The best way in which the letters before `column` were found to end before unit `row`. No way is
    // better for a longer path, so the best of each place is enough.
    var best = [UInt8](repeating: Self.none, count: rows * columns)
    func reach(_ row: Int, _ column: Int, _ way: UInt8) {
      let place = row * columns + column
      best[place] = min(best[place], way)
    }
    var found = Self.none
    for row in 0..<rows {
      reach(row, 0, row == 0 ? UInt8(Way.written.rawValue) : UInt8(Way.inside.rawValue))
      for column in 0..<columns {
        let way = best[row * columns + column]
        if way == Self.none { continue }
        if column == columns - 1 {
          // Written to the end of the name is the whole of it.
          found = min(found, way == Way.written.rawValue && row == rows - 1 ? 0 : way)
          continue
        }
        if row == rows - 1 { continue }
        step(units[row], query.letters, from: column) { to, kind in
          reach(row + 1, to, max(way, UInt8(kind.rawValue)))
        }
      }
    }
    return found == Self.none ? nil : ReadingMatch(rawValue: Int(found))
  }

  /// The same for a query that is used once.
  package func match(_ typed: String) -> ReadingMatch? { ReadingQuery(typed).flatMap(match) }

  private static let none = UInt8.max

  /// As `ReadingMatch`, of a part of the name.
  private enum Way: Int {
    case written = 1, spoken, initials, inside
  }

  /// Every way on which one character of the name answers letters of the query.
  /// - Parameter take: where in the query it ends, and how.
  private func step(
    _ unit: Unit, _ letters: [Unicode.Scalar], from column: Int, _ take: (Int, Way) -> Void
  ) {
    if unit.letter == letters[column] { take(column + 1, .written) }
    for sound in unit.sounds {
      var common = 0
      while common < sound.count, column + common < letters.count,
        letters[column + common].value == UInt32(sound[common])
      {
        common += 1
      }
      if common == 0 { continue }
      // Said to the end, or as far as was typed.
      if common == sound.count || column + common == letters.count {
        take(column + common, .spoken)
      }
      take(column + 1, .initials)
      if common >= 2, sound[1] == UInt8(ascii: "h") { take(column + 2, .initials) }
    }
  }
}
