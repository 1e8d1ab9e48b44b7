import ConflictFreeRecords
import FieldWork
import RecordStore
import SeededRandom
import TestSupport
import VisitModel

// What people at the doors do.
extension ThreeYears {
  private func organiser(_ who: Int) -> Organiser { who == 2 ? .company : .site }

  /// Households that this laptop knows to live there on a day.
  private func residents(_ who: Int, on day: CivilDate) throws -> [RecordID] {
    try look(who + 1) { view in
      try view.households().filter { $0.isOccupied(on: day) }.map(\.key.id)
    }
  }

  /// Open entries of the standing draws of this laptop's side, with their draws.
  private func dueEntries(_ who: Int) throws -> [(entry: DrawEntryFacts, draw: DrawFacts)] {
    let side = organiser(who)
    return try look(who + 1) { view in
      let present = try view.currentRound()
      let standing = Dictionary(
        try view.draws()
          .filter { $0.state == .standing && $0.organiser == side && $0.round >= present }
          .map { ($0.key, $0) }
      ) { a, _ in a }
      return try view.drawEntries().compactMap { entry in
        guard entry.outcome == .open, let draw = standing[entry.draw] else { return nil }
        return (entry, draw)
      }
    }
  }

  mutating func visitDrawn(_ who: Int, atMost count: Int) throws {
    let living = Set(try residents(who, on: today))
    let due = Set(try dueEntries(who).map(\.entry.household)).intersection(living)
    for household in due.sorted().shuffled(using: &random).prefix(count) {
      try visit(who, household, start: world.clock.now.advanced(byMilliseconds: -1_800_000))
    }
  }

  mutating func visitByHand(_ who: Int, isLate: Bool) throws {
    let living = try residents(who, on: today)
    if living.isEmpty { return }
    let household = living[random.below(living.count)]
    let days = isLate ? 3 + random.below(38) : 0
    let wasWritten = try visit(
      who, household,
      start: world.clock.now.advanced(byMilliseconds: -1_800_000 - Int64(days) * 86_400_000))
    if isLate, wasWritten { count(.lateEntry) }
  }

  /// Goes back to a household about a visit that stands.
  mutating func goBack(_ who: Int) throws {
    let living = Set(try residents(who, on: today))
    let known = try look(who + 1) { try $0.visits().map(\.summary) }
      .filter { !$0.isVoided && living.contains($0.household) }
    if known.isEmpty { return }
    let earlier = known[random.below(known.count)]
    let wasWritten = try visit(
      who, earlier.household, start: world.clock.now.advanced(byMilliseconds: -1_800_000),
      backTo: earlier.key.id)
    if wasWritten { count(.returnVisit) }
  }

  /// - Returns: whether it was written; a rule that asks for a reason is not always given one.
  @discardableResult
  private mutating func visit(
    _ who: Int, _ household: RecordID, start: Instant, backTo earlier: RecordID? = nil
  ) throws -> Bool {
    let laptop = world.laptops[who]
    var input = VisitInput(
      household: household.description, start: start,
      end: start.advanced(byMilliseconds: 1_200_000))
    input.mode = .office
    input.saysNoOpinion = true
    input.signature = .signed
    if let earlier {
      input.kind = .returnVisit
      input.earlier = earlier.description
    }
    if random.below(4) > 0 { input.reasons = ["R1-38": "again", "R1-39": "again"] }
    let due = try dueEntries(who).filter { $0.entry.household == household }
    let round = try look(who + 1) { try $0.currentRound() }
    do {
      let made = try laptop.recordVisit(input, at: nil)
      let state = try laptop.read { try $0.records.state(of: made.key) }
      let written = state.flatMap { VisitSummary(made.key, $0) }
      guard let written else {
        hold(false, "12: a visit that was saved is not there")
        return true
      }
      count(.visit)
      visits[made.key] = Visit(who: who, first: written)
      holdPeriod(written, due, currentRound: round)
      return true
    } catch FieldFault.refused { return false } catch FieldFault.reasonsNeeded { return false }
  }

  /// The month and round of a visit are those of the draw it comes from, and else its own.
  private mutating func holdPeriod(
    _ visit: VisitSummary, _ due: [(entry: DrawEntryFacts, draw: DrawFacts)], currentRound: Int
  ) {
    let takesTurn = visit.kind == .visit && visit.isCountable
    let draw = due.first { $0.entry.key == visit.drawEntry }?.draw
    hold(
      (draw != nil) == (takesTurn && !due.isEmpty),
      "8: a visit has an entry of a draw where it should not, or none where it should")
    let ownMonth = CivilMonth(containing: LocalTime(visit.start, in: .china).date)
    hold(visit.month == (draw?.month ?? ownMonth), "8: a visit has another month")
    hold(visit.round == currentRound, "8: a visit has another round")
    if visit.month != ownMonth { count(.carriedMonth) }
  }

  mutating func attempt(_ who: Int) throws {
    let living = try residents(who, on: today)
    if living.isEmpty { return }
    let household = living[random.below(living.count)]
    let outcomes: [AttemptOutcome] = [.nobodyHome, .nobodyHome, .nobodyHome, .refused, .moved]
    let outcome = outcomes[random.below(outcomes.count)]
    do {
      _ = try world.laptops[who].recordAttempt(
        household: household.description, outcome: outcome, at: world.clock.now, remark: nil,
        site: nil)
      count(.attempt)
      if outcome == .moved { count(.moveOut) }
    } catch FieldFault.refused {}
  }

  mutating func voidOne(_ who: Int) throws {
    let laptop = world.laptops[who]
    let known = try look(who + 1) { try $0.visits().map(\.summary) }.filter { !$0.isVoided }
    if known.isEmpty { return }
    let key = known[random.below(known.count)].key
    let saw = try laptop.read { try $0.frontier(of: key) }
    _ = try laptop.voidVisit(named: key.id.description, reason: "mistake", saw: saw)
    count(.voided)
  }

  /// Draws, and compares what was drawn with what the records allow, household by household.
  mutating func draw(_ who: Int) throws {
    let day = today
    let (asked, reserves) = (1 + random.below(4), random.below(2))
    let ground = try look(who + 1) { try DrawGround($0, on: day) }
    let slot = organiser(who) == .site ? Self.slotNames[who] : nil
    let mine = ground.eligible(in: slot)
    do {
      let sample = try world.laptops[who].drawSample(
        month: CivilMonth(containing: day), count: asked, reserves: reserves, organiser: nil,
        at: nil)
      count(.draw)
      guard let drawn = try look(who + 1, { try DrawnRecord(sample.key, in: $0) }) else {
        hold(false, "5: a draw that was saved is not there")
        return
      }
      draws[sample.key] = drawn
      let households = Set(drawn.households)
      hold(drawn.round == ground.round, "1: a draw is of another round")
      hold(
        Set(drawn.eligible) == ground.eligible,
        "6: who lives there and waits for a visit is not who is eligible")
      hold(
        households.isSubset(of: mine) && households.count == drawn.households.count
          && households.count == min(asked + reserves, mine.count),
        "1: a draw is not of the households that may be drawn")
      hold(households.isDisjoint(with: ground.standing), "1: a standing draw's household is drawn")
      for (side, visited) in ground.visited {
        let rule = side == .company ? "3a" : "1"
        hold(households.isDisjoint(with: visited), "\(rule): a visited household is drawn")
        if side == .company, slot != nil, !visited.isEmpty { count(.excludedByCompany) }
      }
      count(.returnedAndEligible, ground.eligible.intersection(ground.returned).count)
    } catch FieldFault.refused {
      hold(mine.isEmpty, "6: nothing is drawn although \(mine.count) households wait")
    }
  }

  mutating func endDraw(_ who: Int) throws {
    let standing = Set(try dueEntries(who).map(\.draw.key)).sorted()
    if standing.isEmpty { return }
    _ = try world.laptops[who].endDraw(
      named: standing[random.below(standing.count)].id.description,
      as: random.below(2) == 0 ? .released : .cancelled, reason: "short of people", at: nil)
    count(.endedDraw)
  }
}
