import Sampling
import Testing
import VisitModel

private func living(_ house: Int, restricted: Bool = false) -> RoundHousehold {
  RoundHousehold(id: home(house), isOccupied: true, isRestricted: restricted)
}

private func attempts(_ house: Int, _ outcomes: [AttemptOutcome]) -> [RoundAttempt] {
  outcomes.map { RoundAttempt(household: home(house), outcome: $0, limit: 3) }
}

private func visited(_ house: Int, by organiser: Organiser) -> RoundVisit {
  RoundVisit(household: home(house), organiser: organiser, start: minute(0))
}

private func entry(
  _ house: Int, by organiser: Organiser, kind: EntryKind = .primary, _ outcome: EntryOutcome = .open
) -> StandingEntry {
  StandingEntry(
    draw: RecordID(high: 9, low: 1), household: home(house), organiser: organiser, kind: kind,
    outcome: outcome)
}

private func view(
  _ households: [RoundHousehold], visits: [RoundVisit] = [], attempts: [RoundAttempt] = [],
  entries: [StandingEntry] = []
) -> RoundView {
  RoundView(households: households, visits: visits, attempts: attempts, entries: entries)
}

@Suite struct RoundViewTests {
  @Test(
    "recorded attempts decide a household's status (A10)",
    arguments: [
      ([], .open), ([.nobodyHome, .nobodyHome], .open),
      ([.nobodyHome, .nobodyHome, .nobodyHome], .unreachable),
      ([.nobodyHome, .nobodyHome, .nobodyHome, .nobodyHome], .unreachable),
      ([.refused], .refused), ([.nobodyHome, .refused, .nobodyHome], .refused),
      ([.moved], .departed), ([.nobodyHome, .nobodyHome, .nobodyHome, .moved], .departed),
    ] as [([AttemptOutcome], RoundView.Status)])
  func statuses(outcomes: [AttemptOutcome], expected: RoundView.Status) {
    #expect(view([living(1)], attempts: attempts(1, outcomes)).status(of: home(1)) == expected)
    let reversed = attempts(1, outcomes).reversed()
    #expect(view([living(1)], attempts: Array(reversed)).status(of: home(1)) == expected)
  }

  @Test("a completed company visit marks the household done in the site's round (A11)")
  func companyVisit() {
    let round = view([living(1), living(2)], visits: [visited(1, by: .company)])
    #expect(round.status(of: home(1)) == .visited([.company]))
    #expect(round.eligible == [home(2)])
    #expect(round.counts == (done: 1, open: 1))
  }

  @Test("a household that was away and is met at last is visited, not unreachable")
  func metAtLast() {
    let round = view(
      [living(1)], visits: [visited(1, by: .site), visited(1, by: .company)],
      attempts: attempts(1, [.nobodyHome, .nobodyHome, .nobodyHome]))
    #expect(round.status(of: home(1)) == .visited([.site, .company]))
  }

  @Test(
    "an address drawn and not yet visited is drawn by neither site nor company",
    arguments: Organiser.allCases, EntryKind.allCases)
  func scheduled(organiser: Organiser, kind: EntryKind) {
    let round = view([living(1), living(2)], entries: [entry(1, by: organiser, kind: kind)])
    #expect(round.eligible == [home(2)])
    #expect(round.blocking(home(1)) == [organiser])
    #expect(round.status(of: home(1)) == .open)
    #expect(!round.isComplete)
  }

  @Test("a cancelled draw gives its households back")
  func cancelled() {
    #expect(view([living(1)], entries: []).eligible == [home(1)])
    #expect(
      view([living(1)], entries: [entry(1, by: .company, .released)]).eligible == [home(1)])
  }

  @Test("two draws block a household until both are gone")
  func twice() {
    let both = view([living(1)], entries: [entry(1, by: .site), entry(1, by: .company)])
    #expect(both.blocking(home(1)) == [.site, .company])
    let one = view([living(1)], entries: [entry(1, by: .site, .released), entry(1, by: .company)])
    #expect(one.blocking(home(1)) == [.company])
    #expect(one.eligible.isEmpty)
  }

  @Test("an address replaced by a reserve may be drawn again; the reserve may not")
  func replaced() {
    let round = view(
      [living(1), living(2)],
      entries: [entry(1, by: .site, .replaced), entry(2, by: .site, kind: .reserve)])
    #expect(round.eligible == [home(1)])
  }

  @Test("who moves out between draw and visit leaves the round, and the next family joins it")
  func movesOut() {
    let gone = RoundHousehold(id: home(1), isOccupied: false, isRestricted: false)
    let round = view([gone, living(2)], entries: [entry(1, by: .site)])
    #expect(round.status(of: home(1)) == .departed)
    #expect(round.eligible == [home(2)])
    #expect(round.counts == (done: 0, open: 1))
    #expect(view([gone]).isComplete)
  }

  @Test("a household marked do-not-visit is never drawn")
  func restricted() {
    #expect(view([living(1, restricted: true), living(2)]).eligible == [home(2)])
  }

  @Test("three refusals and no open household: the round is complete")
  func refusals() {
    let all = [living(1), living(2), living(3)]
    let two = (1...2).flatMap { attempts($0, [.refused]) }
    #expect(!view(all, attempts: two).isComplete)
    #expect(view(all, attempts: two).open == [home(3)])
    let three = view(all, attempts: two + attempts(3, [.refused]))
    #expect(three.isComplete)
    #expect(three.counts == (done: 3, open: 0))
  }

  @Test("a late move-in or a voided visit leaves somebody open to carry over")
  func carriesOver() {
    let closed = view([living(1)], visits: [visited(1, by: .site)])
    #expect(closed.isComplete)
    #expect(view([living(1), living(2)], visits: [visited(1, by: .site)]).open == [home(2)])
    #expect(view([living(1)]).open == [home(1)])
  }

  @Test("a household the round never heard of is not in it")
  func unknown() {
    let round = view([], visits: [visited(5, by: .site)], entries: [entry(6, by: .site)])
    #expect(round.status(of: home(7)) == .departed)
    #expect(round.isComplete)
    #expect(round.eligible.isEmpty)
  }
}
