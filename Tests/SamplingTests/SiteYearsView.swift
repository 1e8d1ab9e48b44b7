import BitCollections
import CommunicationPolicy
import Sampling
import VisitModel

/// A round with what the room under test does not count itself.
struct RoundAt {
  let round: RoundView
  let counts: (occupied: Int, gone: Int)
}

// What somebody sees of the years, and the same told from the events in words.
extension SiteYears {
  /// Everybody who ever lived there.
  var households: [RecordID] {
    events.compactMap { if case .movesIn(let household, _) = $0 { household } else { nil } }
  }

  func round(at who: Int) -> Int { round(knowing: replicas[who].known) }

  /// The round of somebody who holds these events: one after the last closed.
  func round(knowing known: BitSet) -> Int {
    (known.compactMap { if case .closed(let round) = events[$0] { round } else { nil } }.max() ?? 0)
      + 1
  }

  func slots(at known: BitSet) -> SlotList {
    for index in known { if case .slots(let list) = events[index] { return list } }
    return .standard
  }

  /// The month's quota as it follows from the recorded frame; nothing without one.
  func quota(of month: CivilMonth, at known: BitSet) -> MonthlyQuota? {
    for index in known {
      if case .frame(month, let occupied) = events[index] {
        return MonthlyQuota(totalUnits: Self.totalUnits, occupied: occupied, settings: .standard)
      }
    }
    return nil
  }

  /// Draws that were neither given up nor let expire.
  func standing(at known: BitSet) -> [Drawing] {
    let gone = Set(
      known.compactMap { if case .givenUp(let draw) = events[$0] { draw } else { nil } })
    return drawings.filter { known.contains($0.event) && !gone.contains($0.id) }
  }

  /// In the order in which they were entered.
  func visits(at known: BitSet) -> [LedgerVisit] {
    let voided = Set(
      known.compactMap { if case .voided(let visit) = events[$0] { visit } else { nil } })
    return known.compactMap { index in
      guard case .visited(var visit) = events[index] else { return nil }
      visit.isVoided = voided.contains(visit.id)
      return visit
    }
  }

  func view(of number: Int, at who: Int) -> RoundAt {
    view(of: number, knowing: replicas[who].known, on: today)
  }

  /// A round as the room under test shows it.
  func view(of number: Int, knowing known: BitSet, on day: CivilDate) -> RoundAt {
    let residents = residents(known, on: day)
    var attempts: [RoundAttempt] = []
    for index in known {
      if case .attempted(let household, let outcome, number) = events[index] {
        attempts.append(RoundAttempt(household: household, outcome: outcome, limit: 3))
      }
    }
    let round = RoundView(
      households: residents,
      visits: visits(at: known).filter { $0.counts && $0.round == number }.map {
        RoundVisit(household: $0.household, organiser: $0.organiser, start: $0.start)
      },
      attempts: attempts,
      entries: standing(at: known).filter { $0.round == number }.flatMap { drawing in
        drawing.draw.entries.map {
          StandingEntry(
            draw: drawing.id, household: $0.household, organiser: drawing.request.organiser,
            kind: $0.kind, outcome: .open)
        }
      })
    let occupied = residents.count { $0.isOccupied }
    return RoundAt(round: round, counts: (occupied, residents.count - occupied))
  }

  private func residents(_ known: BitSet, on day: CivilDate) -> [RoundHousehold] {
    var joined: [RecordID: CivilDate] = [:]
    var left: Set<RecordID> = []
    var shunned: Set<RecordID> = []
    for index in known {
      switch events[index] {
      case .movesIn(let household, let on): joined[household] = on
      case .movesOut(let household, let on): if on <= day { left.insert(household) }
      case .restricted(let household): shunned.insert(household)
      case .allowed(let household): shunned.remove(household)
      default: break
      }
    }
    return joined.map { household, on in
      RoundHousehold(
        id: household, isOccupied: on <= day && !left.contains(household),
        isRestricted: shunned.contains(household))
    }
  }

  /// What somebody holds about a household, a draw or a visit, in order.
  private func held(_ known: BitSet, about subject: RecordID) -> [Event] {
    (about[subject] ?? []).filter(known.contains).map { events[$0] }
  }

  private func isVoided(_ visit: RecordID, _ known: BitSet) -> Bool {
    held(known, about: visit).contains { if case .voided = $0 { true } else { false } }
  }

  /// Lives there on a day, as far as somebody knows who holds these events.
  func livesThere(_ household: RecordID, _ known: BitSet, on day: CivilDate) -> Bool {
    var lives = false
    for event in held(known, about: household) {
      switch event {
      case .movesIn(_, let on): lives = lives || on <= day
      case .movesOut(_, let on) where on <= day: return false
      default: break
      }
    }
    return lives
  }

  /// Still to be visited in a round, told in words and household by household: lives there, was not
  /// met, did not refuse or move, was not missed three times, and wants visits.
  func isOpen(_ household: RecordID, in number: Int, _ known: BitSet, on day: CivilDate) -> Bool {
    guard livesThere(household, known, on: day) else { return false }
    var absences = 0
    var isRestricted = false
    for event in held(known, about: household) {
      switch event {
      case .restricted: isRestricted = true
      case .allowed: isRestricted = false
      case .attempted(_, let outcome, number):
        if outcome != .nobodyHome { return false }
        absences += 1
      case .visited(let visit) where visit.round == number && visit.counts:
        if !isVoided(visit.id, known) { return false }
      default: break
      }
    }
    return !isRestricted && absences < 3
  }

  /// On the list of a draw that stands, as far as somebody knows.
  func isDrawn(_ household: RecordID, in number: Int, _ known: BitSet) -> Bool {
    held(known, about: household).contains { event in
      guard case .drawn(let drawing) = event, drawing.round == number else { return false }
      return !held(known, about: drawing.id).contains {
        if case .givenUp = $0 { true } else { false }
      }
    }
  }
}

extension SiteYears.Event {
  /// The households, draws and visits it is about.
  var subjects: [RecordID] {
    switch self {
    case .movesIn(let household, _), .movesOut(let household, _), .restricted(let household),
      .allowed(let household), .attempted(let household, _, _):
      [household]
    case .drawn(let drawing): drawing.draw.entries.map(\.household)
    case .givenUp(let draw): [draw]
    case .visited(let visit): [visit.household]
    case .voided(let visit): [visit]
    case .slots, .frame, .closed: []
    }
  }
}
