package import VisitModel

/// A household as the round sees it.
package struct RoundHousehold: Hashable, Sendable {
  package let id: RecordID
  package let isOccupied: Bool
  /// "Do not visit", whoever draws.
  package let isRestricted: Bool

  package init(id: RecordID, isOccupied: Bool, isRestricted: Bool) {
    self.id = id
    self.isOccupied = isOccupied
    self.isRestricted = isRestricted
  }
}

package struct RoundVisit: Hashable, Sendable {
  package let household: RecordID
  package let organiser: Organiser
  package let start: Instant

  package init(household: RecordID, organiser: Organiser, start: Instant) {
    self.household = household
    self.organiser = organiser
    self.start = start
  }
}

package struct RoundAttempt: Hashable, Sendable {
  package let household: RecordID
  package let outcome: AttemptOutcome
  /// The absence after which a household was unreachable by what was in force that day (A10).
  package let limit: Int

  package init(household: RecordID, outcome: AttemptOutcome, limit: Int) {
    self.household = household
    self.outcome = outcome
    self.limit = limit
  }
}

/// A drawn household whose draw stands: not released, cancelled or expired.
package struct StandingEntry: Hashable, Sendable {
  package let draw: RecordID
  package let household: RecordID
  package let organiser: Organiser
  package let kind: EntryKind
  package let outcome: EntryOutcome

  package init(
    draw: RecordID, household: RecordID, organiser: Organiser, kind: EntryKind,
    outcome: EntryOutcome
  ) {
    self.draw = draw
    self.household = household
    self.organiser = organiser
    self.kind = kind
    self.outcome = outcome
  }
}

/// A round as a living set (A10): move-ins join, departures leave, and a household is done when it
/// was visited, refused, or could not be reached in so many recorded attempts.
package struct RoundView: Sendable {
  package enum Status: Hashable, Sendable {
    case open
    /// By whom: never empty.
    case visited(Set<Organiser>)
    case refused
    case unreachable
    /// Nobody lives there any more, or not yet.
    case departed
    /// Not to be visited, by whomever: nobody waits for it, and it is not done either.
    case restricted
  }

  private let households: [RecordID: RoundHousehold]
  private let visitors: [RecordID: Set<Organiser>]
  private let refused: Set<RecordID>
  private let unreachable: Set<RecordID>
  private let moved: Set<RecordID>
  private let standing: [RecordID: Set<Organiser>]

  /// - Parameters:
  ///   - visits: those that count, of this round.
  ///   - attempts: of this round, in the order of their days: of a household that was away again and
  ///     again each absence is judged by what was in force on its own day, so that what was decided later
  ///     neither ends a turn that was open nor opens one that had ended.
  package init(
    households: some Sequence<RoundHousehold>, visits: some Sequence<RoundVisit>,
    attempts: some Sequence<RoundAttempt>, entries: some Sequence<StandingEntry>
  ) {
    self.households = Dictionary(households.map { ($0.id, $0) }) { a, _ in a }
    var visitors: [RecordID: Set<Organiser>] = [:]
    for visit in visits { visitors[visit.household, default: []].insert(visit.organiser) }
    var refused: Set<RecordID> = []
    var absences: [RecordID: Int] = [:]
    var unreachable: Set<RecordID> = []
    var moved: Set<RecordID> = []
    for attempt in attempts {
      switch attempt.outcome {
      case .refused: refused.insert(attempt.household)
      case .nobodyHome:
        absences[attempt.household, default: 0] += 1
        if absences[attempt.household, default: 0] >= attempt.limit {
          unreachable.insert(attempt.household)
        }
      case .moved: moved.insert(attempt.household)
      }
    }
    var standing: [RecordID: Set<Organiser>] = [:]
    for entry in entries where entry.outcome == .open {
      standing[entry.household, default: []].insert(entry.organiser)
    }
    self.visitors = visitors
    self.refused = refused
    self.unreachable = unreachable
    self.moved = moved
    self.standing = standing
  }

  package func status(of household: RecordID) -> Status {
    if let visitors = visitors[household] { return .visited(visitors) }
    if refused.contains(household) { return .refused }
    if moved.contains(household) || households[household]?.isOccupied != true {
      return .departed
    }
    if unreachable.contains(household) { return .unreachable }
    if households[household]?.isRestricted == true { return .restricted }
    return .open
  }

  /// Whose standing draws name the household: it is blocked from draws, not from visits.
  package func blocking(_ household: RecordID) -> Set<Organiser> { standing[household] ?? [] }

  /// Households that may be drawn now, by either organiser: open and not drawn already; ascending.
  package var eligible: [RecordID] {
    households.keys.filter { status(of: $0) == .open && blocking($0).isEmpty }.sorted()
  }

  /// Households still to be visited in this round, ascending. In a closed round they are those that
  /// turned up later (a late move-in, a visit voided) and carry over into the next.
  package var open: [RecordID] {
    households.keys.filter { status(of: $0) == .open }.sorted()
  }

  /// A round is complete when nobody is open.
  package var isComplete: Bool { open.isEmpty }

  /// Living households of the round: those open and those done.
  package var counts: (done: Int, open: Int) {
    var done = 0
    var open = 0
    for household in households.keys {
      switch status(of: household) {
      case .open: open += 1
      case .visited, .refused, .unreachable: done += 1
      case .departed, .restricted: break
      }
    }
    return (done, open)
  }
}
