import Sampling
import VisitModel

// What a laptop sees of the round.
extension RoundHistory {
  /// The round as the room under test shows it to somebody who holds these events.
  func view(_ known: Set<Int>) -> RoundView {
    var living: [RecordID] = []
    var gone: Set<RecordID> = []
    var shunned: Set<RecordID> = []
    var visits: [LedgerVisit] = []
    var voided: Set<RecordID> = []
    var attempts: [RoundAttempt] = []
    var released: Set<RecordID> = []
    var replaced: [RecordID: Set<RecordID>] = [:]
    for index in known {
      switch events[index] {
      case .movesIn(let household): living.append(household)
      case .movesOut(let household): gone.insert(household)
      case .restricted(let household): shunned.insert(household)
      case .visited(let visit): visits.append(visit)
      case .voided(let id): voided.insert(id)
      case .attempted(let household, let outcome):
        attempts.append(RoundAttempt(household: household, outcome: outcome, limit: 3))
      case .released(let draw): released.insert(draw)
      case .replaced(let draw, let household): replaced[draw, default: []].insert(household)
      case .drawn: break
      }
    }
    let standing = drawings.filter { known.contains($0.event) && !released.contains($0.id) }
    return RoundView(
      households: living.map {
        RoundHousehold(
          id: $0, isOccupied: !gone.contains($0), isRestricted: shunned.contains($0))
      },
      visits: visits.filter { $0.counts && !voided.contains($0.id) }.map {
        RoundVisit(household: $0.household, organiser: $0.organiser, start: $0.start)
      },
      attempts: attempts,
      entries: standing.flatMap { drawing in
        drawing.draw.entries.map { entry in
          StandingEntry(
            draw: drawing.id, household: entry.household, organiser: drawing.request.organiser,
            kind: entry.kind,
            outcome: replaced[drawing.id]?.contains(entry.household) == true ? .replaced : .open)
        }
      })
  }

  /// The rule of the draw in words: lives here as far as known, was not met, did not refuse or
  /// move, was not missed three times, wants visits, and is on nobody's list.
  func mayBeDrawn(_ household: RecordID, _ known: Set<Int>) -> Bool {
    let held = known.map { events[$0] }
    var livesHere = false
    var absences = 0
    for event in held {
      switch event {
      case .movesIn(household): livesHere = true
      case .movesOut(household), .restricted(household), .attempted(household, .refused),
        .attempted(household, .moved):
        return false
      case .attempted(household, .nobodyHome): absences += 1
      case .visited(let visit) where visit.household == household && visit.counts:
        let isVoided = held.contains { if case .voided(visit.id) = $0 { true } else { false } }
        if !isVoided { return false }
      case .drawn(let drawing) where drawing.households.contains(household):
        let isGivenUp = held.contains {
          switch $0 {
          case .released(drawing.id), .replaced(drawing.id, household): true
          default: false
          }
        }
        if !isGivenUp { return false }
      default: break
      }
    }
    return livesHere && absences < 3
  }
}
