import BitCollections
import CommunicationPolicy
import ConflictFreeRecords
import Sampling
import VisitModel

/// What the rooms under test make of the years' visits: cases, credits, figures of each month.
struct Books: Equatable {
  private(set) var visits: [LedgerVisit]
  let cases: [DuplicateCase]
  /// By round.
  let coverage: [Int: [RecordID: RecordID]]
  let figures: [CivilMonth: MonthFigures]

  init(_ years: SiteYears) {
    self.init(years, visits: years.visits(at: years.replicas[years.office].known))
  }

  init(_ years: SiteYears, visits: [LedgerVisit]) {
    let turns = Dictionary(grouping: visits) {
      SiteYears.Turn(round: $0.round, household: $0.household)
    }
    let cases = turns.compactMap { turn, visits in
      DuplicateCase(
        round: turn.round, household: turn.household, visits: visits,
        turn: years.turn(round: turn.round, of: turn.household))
    }
    self.visits = visits
    self.cases = cases.sorted { ($0.round, $0.household) < ($1.round, $1.household) }
    coverage = Dictionary(grouping: visits.filter(\.counts), by: \.round)
      .mapValues { Ledger.coverage($0) }
    figures = Dictionary(
      uniqueKeysWithValues: years.months.map {
        ($0, Ledger.figures(of: $0, visits: visits, cases: cases))
      })
  }

  /// The same books, their visits in another order.
  func withVisits(_ arrived: [LedgerVisit]) -> Books {
    var same = self
    same.visits = arrived
    return same
  }
}

/// What a batch of histories had in it: laws over histories in which nothing happens say nothing.
struct Seen {
  private(set) var closings = 0
  private(set) var drawn = 0
  private(set) var visits = 0
  private(set) var voided = 0
  private(set) var late = 0
  private(set) var cases: [DuplicateCause: Int] = [:]
  private(set) var moves = 0
  private(set) var overshoots = 0
  private(set) var carried = 0

  mutating func add(_ years: SiteYears, _ books: Books) {
    closings += years.closings.count
    drawn += years.drawings.reduce(0) { $0 + $1.draw.entries.count }
    visits += books.visits.count
    voided += books.visits.count { $0.isVoided }
    late += years.lateEntries
    for one in books.cases { cases[one.cause, default: 0] += 1 }
    for event in years.events {
      switch event {
      case .movesIn, .movesOut: moves += 1
      default: break
      }
    }
    let known = years.replicas[years.office].known
    for month in years.months {
      let quota = years.quota(of: month, at: known)?.count ?? 0
      overshoots += (books.figures[month]?.overshoot(quota: quota) ?? 0) > 0 ? 1 : 0
    }
    for closing in years.closings {
      carried += years.view(of: closing.round, knowing: known, on: years.today).round.open.count
    }
  }

  /// In a hundred histories everything that the laws are about has happened many times.
  var isTelling: Bool {
    closings > 100 && drawn > 1000 && visits > 1000 && voided > 50 && late > 10 && moves > 500
      && overshoots > 50 && carried > 20
      && DuplicateCause.allCases.allSatisfy { cases[$0, default: 0] > 10 }
  }
}

extension SiteYears {
  /// The worst cause among some visits of a turn, told from who held what when: no graph.
  func cause(of visits: [LedgerVisit]) -> DuplicateCause? {
    visits.indices.flatMap { index in
      visits.indices.filter { $0 > index }.map { worst(visits[index], visits[$0]) }
    }.max()
  }

  private func worst(_ a: LedgerVisit, _ b: LedgerVisit) -> DuplicateCause {
    guard let mine = knowledge[a.id], let theirs = knowledge[b.id] else { return .unavoidable }
    let isSameDraw = mine.draw != nil && mine.draw == theirs.draw
    func signs(_ one: Knowledge) -> BitSet {
      BitSet([one.entry, isSameDraw ? nil : one.draw].compactMap { $0 })
    }
    if !signs(mine).isDisjoint(with: theirs.atStart)
      || !signs(theirs).isDisjoint(with: mine.atStart)
    {
      return .avoidable
    }
    return signs(mine).isDisjoint(with: theirs.atEntry)
      && signs(theirs).isDisjoint(with: mine.atEntry) ? .unavoidable : .learntLate
  }
}
