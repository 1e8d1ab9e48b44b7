import ConflictFreeRecords
import Sampling

/// What one visitor's laptop held of another visit of the household: nothing, the draw that led to it,
/// or the visit itself.
enum Known: Int, Comparable, Sendable {
  case nothing, draw, visit

  static func < (a: Known, b: Known) -> Bool { a.rawValue < b.rawValue }
}

/// What a visitor's laptop held of the household's turn when it was drawn, when the visit began, and when it was
/// entered.
struct CaseKnowledge {
  /// Nothing for a visit that came from no draw.
  private let atDraw: Set<ChangeID>?
  private let atStart: Set<ChangeID>
  private let atEntry: Set<ChangeID>

  init(_ visit: LedgerVisit, _ turn: Ancestry) {
    atDraw = visit.drawTurnChange.map { turn.ancestors(of: $0) }
    var atStart = Set(visit.knownAtStart)
    for change in visit.knownAtStart { atStart.formUnion(turn.ancestors(of: change)) }
    self.atStart = atStart
    atEntry = visit.turnChange.map { turn.ancestors(of: $0) } ?? []
  }

  /// - Returns: nothing for a visit that came from no draw.
  func atDraw(of other: LedgerVisit) -> Known? { atDraw.map { Self.known(other, in: $0) } }

  func atStart(of other: LedgerVisit) -> Known { Self.known(other, in: atStart) }

  func atEntry(of other: LedgerVisit) -> Known { Self.known(other, in: atEntry) }

  private static func known(_ other: LedgerVisit, in held: Set<ChangeID>) -> Known {
    if other.turnChange.map({ held.contains($0) }) ?? false { return .visit }
    return other.drawTurnChange.map { held.contains($0) } ?? false ? .draw : .nothing
  }
}
