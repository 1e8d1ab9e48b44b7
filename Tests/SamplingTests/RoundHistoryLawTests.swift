import ConflictFreeRecords
import Foundation
import Sampling
import SeededRandom
import Testing
import VisitModel

/// How many batches each law of drawing looks at; a soak raises it.
private let batchCount = max(
  100, (Int(ProcessInfo.processInfo.environment["ROUNDS_HISTORIES"] ?? "") ?? 0) / 10)

/// Laws over random histories. Histories come in batches of a hundred; a failure names its seed.
private func histories(_ batch: Int) -> [(seed: UInt64, history: RoundHistory)] {
  (0..<100).compactMap { index in
    let seed = UInt64(batch * 100 + index)
    return RoundHistory(seed: seed).map { (seed, $0) }
  }
}

private func cases(_ history: RoundHistory, _ visits: [LedgerVisit]) -> [DuplicateCase] {
  Set(visits.map(\.household)).sorted().compactMap { household in
    DuplicateCase(
      round: 1, household: household, visits: visits.filter { $0.household == household },
      turn: history.turn(of: household))
  }
}

@Suite struct DrawLawTests {
  @Test(
    "in 10,000 histories nobody known to be drawn, done, gone or unwilling is drawn (R1-38)",
    arguments: 0..<batchCount)
  func noRepeat(batch: Int) {
    var entries = 0
    for (seed, history) in histories(batch) {
      for drawing in history.drawings {
        entries += drawing.draw.entries.count
        #expect(Set(drawing.request.eligible) == drawing.mayBeDrawn, "history \(seed)")
        #expect(drawing.households.isSubset(of: drawing.mayBeDrawn), "history \(seed)")
        #expect(drawing.households.count == drawing.draw.entries.count, "history \(seed)")
      }
    }
    #expect(entries > 500)
  }

  @Test(
    "in 10,000 histories draws made without contact are disjoint until their ends meet (R1-39)",
    arguments: 0..<batchCount)
  func disjoint(batch: Int) {
    var pairs = 0
    for (seed, history) in histories(batch) {
      for (index, a) in history.drawings.enumerated() {
        for b in history.drawings[(index + 1)...]
        where !b.known.contains(a.event) && !a.known.contains(b.event) {
          let shared = a.households.intersection(b.households)
          if a.request.organiser == b.request.organiser {
            if a.request.slot != b.request.slot { #expect(shared.isEmpty, "history \(seed)") }
            continue
          }
          pairs += 1
          var extent = DrawExtent()
          for one in [a, b] {
            for entry in one.draw.entries { extent.insert(entry.number, by: one.request.organiser) }
          }
          // With one slot the ends cannot meet while both draws together take no more than the
          // households that both could have drawn.
          let common = Set(a.request.eligible).intersection(b.request.eligible)
          let canMeet =
            history.slots.names.count > 1
            || a.draw.entries.count + b.draw.entries.count > common.count
          if !shared.isEmpty { #expect(extent.endsHaveMet, "history \(seed)") }
          if !canMeet {
            #expect(shared.isEmpty, "history \(seed)")
            #expect(!extent.endsHaveMet, "history \(seed)")
          }
        }
      }
    }
    #expect(pairs > 100)
  }

  @Test(
    "in 10,000 histories every draw replays, and another eligible household gives another digest",
    arguments: 0..<batchCount)
  func replay(batch: Int) {
    for (seed, history) in histories(batch) {
      for drawing in history.drawings {
        let recorded = drawing.draw.entries.map { (household: $0.household, kind: $0.kind) }
        #expect(Draw.isReplay(recorded, of: drawing.request, history.round), "history \(seed)")
        guard !drawing.request.eligible.isEmpty else { continue }
        var fewer = drawing.request
        fewer.eligible.remove(at: Int(seed) % fewer.eligible.count)
        var other = drawing.request
        other.eligible[Int(seed) % other.eligible.count] = home(Int(seed))
        for changed in [fewer, other] {
          #expect(
            Draw(changed, history.round).eligibleDigest != drawing.draw.eligibleDigest,
            "history \(seed)")
        }
      }
    }
  }
}

@Suite struct LedgerLawTests {
  @Test(
    "a case's cause is what the visitors held, told from ancestry alone", arguments: 400..<420)
  func causes(batch: Int) {
    var seen: [DuplicateCause: Int] = [:]
    for (seed, history) in histories(batch) {
      for one in cases(history, history.visits) {
        let pairs = one.members.indices.flatMap { i in
          one.members.indices.filter { $0 > i }.map { (one.members[i], one.members[$0]) }
        }
        let expected = pairs.map { worst($0, $1, history) }.max()
        #expect(one.cause == expected, "history \(seed)")
        seen[one.cause, default: 0] += 1
      }
    }
    for cause in DuplicateCause.allCases { #expect(seen[cause, default: 0] > 0) }
  }

  @Test("figures, cases and coverage do not depend on the order of arrival", arguments: 500..<520)
  func order(batch: Int) {
    for (seed, history) in histories(batch) {
      var random = SplitMix64(seed: seed)
      let arrived = history.visits
      let shuffled = arrived.shuffled(using: &random)
      let (here, there) = (cases(history, arrived), cases(history, shuffled))
      #expect(here == there, "history \(seed)")
      #expect(Ledger.coverage(arrived) == Ledger.coverage(shuffled), "history \(seed)")
      for month in [october, november] {
        #expect(
          Ledger.figures(of: month, visits: arrived, cases: here)
            == Ledger.figures(
              of: month, visits: shuffled, cases: there.shuffled(using: &random)),
          "history \(seed)")
      }
    }
  }

  @Test("coverage credits each visited household once, to its first visit", arguments: 600..<610)
  func coverage(batch: Int) {
    for (seed, history) in histories(batch) {
      let counting = history.visits.filter(\.counts)
      let credited = Ledger.coverage(history.visits)
      #expect(Set(credited.keys) == Set(counting.map(\.household)), "history \(seed)")
      for visit in counting where credited[visit.household] != visit.id {
        let first = counting.first { $0.id == credited[visit.household] }
        #expect(first?.household == visit.household, "history \(seed)")
        #expect(first.map { LedgerVisit.precedes($0, visit) } == true, "history \(seed)")
      }
    }
  }

  @Test("every visit of a month is in exactly one figure", arguments: 700..<710)
  func closedBooks(batch: Int) {
    for (seed, history) in histories(batch) {
      let visits = history.visits
      let all = cases(history, visits)
      for month in [october, november] {
        let sum = Ledger.figures(of: month, visits: visits, cases: all)
        let uncountable = visits.count {
          $0.month == month && !$0.isVoided && $0.kind == .visit && !$0.isCountable
        }
        #expect(
          sum.counted + sum.byCompany + sum.repeats + sum.returnVisits + sum.voided + uncountable
            == visits.count { $0.month == month }, "history \(seed)")
      }
    }
  }

  @Test(
    "a site visit counts if it is the site's first and met no company visit it could have known of",
    arguments: 800..<820)
  func places(batch: Int) {
    for (seed, history) in histories(batch) {
      let visits = history.visits
      let counting = visits.filter(\.counts).sorted(by: LedgerVisit.precedes)
      let all = cases(history, visits)
      for month in [october, november] {
        let expected = counting.count { visit in
          guard visit.month == month, visit.organiser == .site else { return false }
          let earlier = counting.prefix { $0.id != visit.id }.filter {
            $0.household == visit.household
          }
          return earlier.allSatisfy {
            $0.organiser == .company && !isForewarned(visit, of: $0, history)
          }
        }
        #expect(
          Ledger.figures(of: month, visits: visits, cases: all).counted == expected,
          "history \(seed)")
      }
    }
  }

  /// Whether a visitor held, when the visit began, another's visit or the draw that led to it.
  private func isForewarned(
    _ visit: LedgerVisit, of other: LedgerVisit, _ history: RoundHistory
  ) -> Bool {
    guard let mine = history.knowledge[visit.id], let theirs = history.knowledge[other.id] else {
      return false
    }
    let isSameDraw = mine.draw != nil && mine.draw == theirs.draw
    return mine.atStart.contains(theirs.entry)
      || (!isSameDraw && theirs.draw.map(mine.atStart.contains) == true)
  }

  /// Who held what of whom when: the cause without any graph.
  private func worst(_ a: LedgerVisit, _ b: LedgerVisit, _ history: RoundHistory)
    -> DuplicateCause
  {
    guard let mine = history.knowledge[a.id], let theirs = history.knowledge[b.id] else {
      return .unavoidable
    }
    let isSameDraw = mine.draw != nil && mine.draw == theirs.draw
    func signs(_ one: RoundHistory.Knowledge) -> Set<Int> {
      Set([one.entry, isSameDraw ? nil : one.draw].compactMap { $0 })
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
