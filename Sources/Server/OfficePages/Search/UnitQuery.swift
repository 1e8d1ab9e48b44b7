import Readings
import VisitModel

/// How well the code of a unit answers what was typed; the better, the less.
enum UnitMatch: Int, Comparable, Sendable {
  case whole
  /// The door alone: `1201` for 3-1201.
  case door
  /// The building or entrance: `3` for 3-1201.
  case building
  /// The code begins so: `3-12` for 3-1201.
  case beginning

  static func < (a: UnitMatch, b: UnitMatch) -> Bool { a.rawValue < b.rawValue }
}

/// What somebody typed, read as the code of a unit.
struct UnitQuery: Sendable {
  /// The codes under which the whole unit may have been recorded: as people say it, and as it was typed.
  let codes: [UnitCode]
  private let said: [UInt8]

  /// - Returns: nothing for what can be no part of a code.
  init?(_ typed: String) {
    guard let said = UnitKey.of(typed) else { return nil }
    self.said = Array(said.utf8)
    let asSaid = UnitCode(said)
    let asTyped = UnitCode(typed)
    codes = asSaid == asTyped ? [asSaid].compactMap(\.self) : [asSaid, asTyped].compactMap(\.self)
  }

  /// - Parameter code: as it was recorded, which may be with words for buildings and doors too.
  func match(_ code: String) -> UnitMatch? {
    let theirs = Array((UnitKey.of(code) ?? code).utf8)
    if theirs == said { return .whole }
    guard theirs.count > said.count else { return nil }
    if theirs.suffix(said.count + 1).elementsEqual([0x2D] + said) { return .door }
    guard theirs.starts(with: said) else { return nil }
    return theirs[said.count] == 0x2D ? .building : .beginning
  }
}
