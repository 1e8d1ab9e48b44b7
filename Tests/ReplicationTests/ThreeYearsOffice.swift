import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import SeededRandom
import TestSupport
import VisitModel

// What head office does: the roster, and duplicate cases.
extension ThreeYears {
  /// Somebody moves out of a unit, or in: today or within three weeks.
  mutating func changeRoster() throws {
    let (day, code) = (today, "1-\(101 + random.below(unitCount))")
    let families = try look(0) { try $0.households() }.filter { $0.unitCode == code }
    // The unit waits for a family that is announced already.
    if families.contains(where: { $0.joinedOn.map { $0 > day } ?? false }) { return }
    let newest = families.max { ($0.joinedOn ?? day) < ($1.joinedOn ?? day) }
    let leaving = newest.flatMap { $0.isOccupied(on: day) ? $0 : nil }
    let movesIn = leaving == nil || random.below(2) == 0
    let changesOn = movesIn ? day.advanced(byDays: random.below(21)) : day
    guard let unit = UnitCode(code) else { return }
    let round = try look(0) { try $0.currentRound() }
    let before = try statuses(on: changesOn, round: round)
    _ = try world.office.importHouseholds(
      [
        HouseholdRow(
          unit: unit, kind: .dwelling, occupancy: movesIn ? .occupied : .vacant, name: nil,
          telephone: nil, joinedOn: movesIn ? changesOn : nil, isRestricted: false)
      ], of: world.site)
    let atOnce = try statuses(on: day, round: round)
    let after = try statuses(on: changesOn, round: round)
    let joined = try look(0) { try $0.households() }.map(\.key.id).filter { before[$0] == nil }
    for household in joined {
      count(.moveIn)
      hold(after[household] == .open, "6: who moves in does not join the current round")
      hold(
        changesOn == day || atOnce[household] == .departed, "6: a move-in counts before its day")
    }
    // Nobody is followed by a family that joined on the day they did themselves.
    guard let leaving, !movesIn || !joined.isEmpty else { return }
    if !movesIn { count(.moveOut) }
    var expected = RoundView.Status.departed
    if let status = before[leaving.key.id] {
      switch status {
      case .visited, .refused: expected = status
      case .open, .unreachable, .departed, .restricted: break
      }
    }
    hold(
      after[leaving.key.id] == expected,
      "6: who moves out stays in the denominator, or loses their history")
    for (household, status) in before where household != leaving.key.id {
      hold(after[household] == status, "6: a move of one changes another's place in it")
    }
  }

  private func statuses(
    on day: CivilDate, round number: Int
  ) throws -> [RecordID: RoundView.Status] {
    let noon = day.at(minuteOfDay: 720, in: .china)
    return try look(0) { view in
      let round = try view.round(number, at: noon)
      let ids = try view.households().map(\.key.id)
      return Dictionary(uniqueKeysWithValues: ids.map { ($0, round.status(of: $0)) })
    }
  }

  /// Head office decides about one visit of a case, or withdraws what it decided.
  mutating func settle() throws {
    let site = world.site
    let office = world.office
    let views = try office.read { try office.cases(of: site, on: $0) }
    if views.isEmpty { return }
    let chosen = views[random.below(views.count)]
    if random.below(5) == 0, let decided = chosen.settlements.keys.sorted().first {
      try office.reopen(RecordKey(scope: site, type: .visit, id: decided), by: reviewer)
      return
    }
    let members = chosen.duplicate.members.map(\.id)
    let kinds = SettlementKind.allCases
    let index = random.below(members.count)
    let other = (index + 1 + random.below(members.count - 1)) % members.count
    let decision = CaseDecision(
      visit: RecordKey(scope: site, type: .visit, id: members[index]), against: members[other],
      kind: kinds[random.below(kinds.count)], reason: "looked at", shown: members)
    do {
      try office.decide(decision, by: reviewer)
      count(.settlement)
    } catch OfficeFault.wrongUsage {}
  }
}
