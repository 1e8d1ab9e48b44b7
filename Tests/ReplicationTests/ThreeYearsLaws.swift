import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordStore
import Sampling
import TestSupport
import TextFormats
import VisitModel

// What holds of a history once everybody is in step.
extension ThreeYears {
  mutating func judge() throws {
    let (now, months) = (world.clock.now, self.months)
    let office = try look(0) { try SiteFigures($0, months, at: now) }
    try holdSame(office, at: now)
    holdKept(office)
    holdRounds(office)
    holdCases(office)
    holdMonths(office)
    try holdReplays(office)
  }

  /// Statement 13: each laptop says what the office says, and holds the same bytes.
  private mutating func holdSame(_ office: SiteFigures, at now: Instant) throws {
    let (months, bytes) = (self.months, try world.officeState())
    for who in world.laptops.indices {
      let compared = who == comparedInFull ? months : Array(months.suffix(3))
      let own = try look(who + 1) { try SiteFigures($0, compared, at: now) }
      for month in compared {
        hold(
          own.reports[month].map(MonthText.init) == office.reports[month].map(MonthText.init),
          "13: laptop \(who) has other figures of \(month)")
      }
      hold(own.recorded == office.recorded, "13: laptop \(who) has other rounds")
      hold(own.rounds == office.rounds, "13: laptop \(who) has other places in the rounds")
      hold(own.caseTexts == office.caseTexts, "13: laptop \(who) has other cases")
      hold(own.draws == office.draws, "13: laptop \(who) has other draws")
      hold(own.entries == office.entries, "13: laptop \(who) has other entries of draws")
      hold(own.replays == office.replays, "13: laptop \(who) replays other draws")
      hold(own.visits == office.visits, "13: laptop \(who) has other visits")
      hold(try world.state(world.laptops[who]) == bytes, "9: laptop \(who) has other bytes")
    }
  }

  /// Statements 3b, 7, 8: what was written is there, with the month and round it was written with.
  private mutating func holdKept(_ office: SiteFigures) {
    hold(Set(office.visits.keys) == Set(visits.keys), "7: visits were lost or came from nowhere")
    for (key, visit) in visits {
      guard let kept = office.visits[key] else { continue }
      let first = visit.first
      hold(
        kept.month == first.month && kept.round == first.round,
        "8: a visit changed its month or round")
      hold(
        kept.household == first.household && kept.organiser == first.organiser
          && kept.kind == first.kind && kept.start == first.start
          && kept.isCountable == first.isCountable && kept.drawEntry == first.drawEntry,
        "7: a visit is not as it was written")
    }
    hold(Set(office.draws.map(\.key)) == Set(draws.keys), "5: draws were lost")
    for (month, frame) in frames {
      let quota = office.reports[month]?.quota
      hold(office.reports[month]?.isProvisional == false, "2: the frame of \(month) is gone")
      hold(
        quota?.occupied == frame.occupied && quota?.count == (frame.occupied * 4 + 99) / 100,
        "2: the quota of \(month) is not that of its frame")
    }
    hold(frames.count == Self.monthCount, "2: \(frames.count) months have a frame")
  }

  private mutating func holdRounds(_ office: SiteFigures) {
    let closed = office.recorded.filter { $0.state == .closed }.map(\.number)
    hold(closed == Array(1..<(closed.count + 1)), "a round was left out: \(closed)")
    hold(closed.count == counts[.closing, default: 0], "a round that was closed is not")
    hold(office.rounds.count == closed.count + 1, "the present round does not follow the last")
    let open = Set(office.entries.filter { $0.outcome == .open }.map(\.draw))
    for draw in office.draws where draw.state == .standing && open.contains(draw.key) {
      // Even one that came after its round was closed.
      let last = draw.month.next.firstDay.advanced(byDays: 4)
      hold(last >= today, "a draw stands although its time is over")
    }
  }

  /// Statements 3b and 4: counting visits of a household in a round are one case with all in it, of
  /// which one is credited; return visits are in none.
  private mutating func holdCases(_ office: SiteFigures) {
    for (number, round) in office.rounds {
      let counting = office.visits.values.filter { $0.round == number && $0.counts }
      let groups = Dictionary(grouping: counting, by: \.household)
      let cases = office.cases.filter { $0.round == number }
      hold(Set(round.coverage.keys) == Set(groups.keys), "3b: coverage is not of the visited")
      hold(
        cases.count == groups.values.count { $0.count > 1 }, "3b: not one case for each household")
      for (household, visits) in groups {
        let ids = visits.map(\.key.id)
        let credited = round.coverage[household]
        hold(credited.map { ids.contains($0) } == true, "3b: coverage is credited to no visit")
        let found = cases.filter { $0.household == household }
        hold(found.count == (ids.count > 1 ? 1 : 0), "3b: \(found.count) cases of one household")
        guard let one = found.first else { continue }
        count(.duplicate)
        hold(Set(one.members.map(\.id)) == Set(ids), "3b: a case lacks a visit or has another's")
        let standing = one.members.filter { one.decisions[$0.id]?.kind.isMerging != true }
        hold(credited == standing.first?.id, "3b: coverage is not the first visit's that stands")
      }
    }
    hold(office.cases.allSatisfy { office.rounds[$0.round] != nil }, "3b: a case of no round")
    let members = Set(office.cases.flatMap { $0.members.map(\.id) })
    for visit in office.visits.values where visit.kind == .returnVisit {
      hold(!members.contains(visit.key.id), "4: a return visit is in a duplicate case")
    }
  }

  /// Statements 4, 7 and 8: each visit is in one figure of one month; what is beyond the quota is
  /// counted and named.
  private mutating func holdMonths(_ office: SiteFigures) {
    let isCase = Set(office.cases.flatMap { $0.members.map(\.id) })
    var all = 0
    var places = 0
    for (month, report) in office.reports {
      let (sum, visits) = (report.figures, office.visits.values.filter { $0.month == month })
      all += visits.count
      places += sum.counted
      let uncounted = visits.count { $0.kind == .visit && !$0.isCountable && !$0.isVoided }
      let figured =
        sum.counted + sum.byCompany + sum.repeats + sum.excused + sum.recordedTwice
        + sum.returnVisits + sum.voided
      hold(figured + uncounted == visits.count, "7: a visit of \(month) is in no figure or in two")
      hold(sum.voided == visits.count { $0.isVoided }, "7: a voided visit counts in \(month)")
      let alone = visits.filter { $0.counts && !isCase.contains($0.key.id) }
      let inCases = visits.filter { isCase.contains($0.key.id) }
      func isWithin(_ figure: Int, _ organiser: Organiser) -> Bool {
        let least = alone.count { $0.organiser == organiser }
        return figure >= least && figure <= least + inCases.count { $0.organiser == organiser }
      }
      hold(isWithin(sum.counted, .site), "4: the quota of \(month) is used by what is no visit")
      hold(isWithin(sum.byCompany, .company), "7: the company's visits of \(month) are others")
      let returns = visits.count { $0.kind == .returnVisit && !$0.isVoided }
      hold(
        (returns...(returns + inCases.count)).contains(sum.returnVisits),
        "4: the return visits of \(month) are others")
      let beyond = max(0, sum.counted - report.quota.count)
      hold(
        MonthJSON.object(report)["overshoot"] == JSON.integer(Int64(beyond)),
        "7: what \(month) has beyond its quota is not reported")
      if beyond > 0 { count(.overshoot) }
    }
    hold(all == office.visits.count, "8: a visit is in no month or in two")
    let turns = Set(
      office.visits.values.filter { $0.counts && $0.organiser == .site }
        .map { Turn(round: $0.round, household: $0.household) })
    hold(places <= turns.count, "7: the site has two places for one household in one round")
  }

  /// Statement 5: every draw is drawn again from its record, and names its households by a digest.
  private mutating func holdReplays(_ office: SiteFigures) throws {
    let entries = Dictionary(grouping: office.entries, by: \.draw)
    let (seed, slots) = try look(0) { view in
      (try view.facts().flatMap { SiteSeed($0.seed) }, try view.slotList(version: 1))
    }
    guard let seed, let slots else { return hold(false, "5: nothing to draw again with") }
    for draw in office.draws {
      hold(office.replays[draw.key] == true, "5: a draw does not replay")
      let recorded = entries[draw.key] ?? []
      hold(draws[draw.key] == DrawnRecord(draw, recorded), "5: a draw is not as it was written")
      var request = DrawRequest(
        organiser: draw.organiser, slot: draw.slot,
        slots: draw.organiser == .site ? slots : .standard, primaryCount: draw.primaryCount,
        reserveCount: draw.reserveCount, eligible: draw.eligible)
      let again = Draw(request, seed.round(draw.round))
      hold(
        again.entries.map(\.household) == recorded.map(\.household)
          && again.entries.map(\.kind) == recorded.map(\.kind),
        "5: drawing again from the record gives other households")
      request.eligible.removeFirst()
      hold(
        Draw(request, seed.round(draw.round)).eligibleDigest != again.eligibleDigest,
        "5: one household less has the same digest")
    }
  }

  private struct Turn: Hashable {
    let round: Int
    let household: RecordID
  }
}
