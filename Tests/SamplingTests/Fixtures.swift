import ConflictFreeRecords
import Fingerprint
import Sampling
import Testing
import VisitModel

func home(_ number: Int) -> RecordID {
  RecordID(high: 0, low: UInt64(truncatingIfNeeded: number))
}

/// The round of the site whose seed is 00 01 … 1f.
func round(_ number: Int = 1) throws -> RoundSeed {
  try #require(SiteSeed(Array(0..<32))).round(number)
}

let october = CivilMonth(containing: CivilDate(daysSince1970: 20_727))
let november = october.next

/// Minutes after an arbitrary beginning.
func minute(_ minutes: Int) -> Instant {
  Instant(millisecondsSince1970: 1_790_000_000_000).advanced(
    byMilliseconds: Int64(minutes) * 60_000)
}

func person(_ number: UInt64, _ post: Role) -> LedgerVisit.Interviewer {
  LedgerVisit.Interviewer(account: AccountID(high: 1, low: number), post: post)
}

/// The changes of one turn record, each with what its writer was shown.
struct TurnStory {
  private(set) var changes: [PlacedChange] = []

  var ancestry: Ancestry { Ancestry(changes) }

  mutating func write(seeing saw: [ChangeID] = []) -> ChangeID {
    let id = TurnStory.change(changes.count)
    changes.append(PlacedChange(id: id, claimedAt: minute(0), saw: saw, fields: []))
    return id
  }

  static func change(_ number: Int, of household: RecordID = home(0)) -> ChangeID {
    ChangeID(
      bundle: Digest(
        domain: "rounds test turn", household.bytes, Array(String(number).utf8)), index: 0)
  }
}

extension LedgerVisit {
  /// A visit of household 1 in October unless told otherwise.
  static func made(
    _ id: Int, to house: Int = 1, by organiser: Organiser = .site, at minutes: Int,
    in month: CivilMonth = october, entry: ChangeID? = nil, draw: Int? = nil,
    drawEntry: ChangeID? = nil, known: [ChangeID] = []
  ) -> LedgerVisit {
    LedgerVisit(
      id: RecordID(high: 7, low: UInt64(id)), household: home(house), round: 1, month: month,
      organiser: organiser, kind: .visit, start: minute(minutes), turnChange: entry,
      draw: draw.map { RecordID(high: 9, low: UInt64($0)) }, drawTurnChange: drawEntry,
      knownAtStart: known)
  }
}

/// The cases among visits that share one turn record per household.
func duplicateCases(_ visits: [LedgerVisit], _ turn: Ancestry) -> [DuplicateCase] {
  Set(visits.map(\.household)).sorted().compactMap { house in
    DuplicateCase(
      round: 1, household: house, visits: visits.filter { $0.household == house }, turn: turn)
  }
}
