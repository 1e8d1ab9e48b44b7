import BitCollections
import CommunicationPolicy
import ConflictFreeRecords
import Foundation
import Sampling
import SeededRandom
import Testing
import VisitModel

/// Batches of a hundred histories: 20 in every run, 100 in `make soak`.
private let batchCount =
  max(20, (Int(ProcessInfo.processInfo.environment["ROUNDS_HISTORIES"] ?? "") ?? 0) / 50)

/// The eight statements about sampling that no other system keeps, over histories of three years: frames, closings, move-ins and departures, voids, late arrivals, and three laptops that
/// draw. A failure names its history.
@Suite struct SiteYearsLawTests {
  @Test(
    "histories of three years keep the eight statements, and no closed round reopens",
    arguments: 0..<batchCount)
  func years(batch: Int) throws {
    var seen = Seen()
    for index in 0..<100 {
      let seed = UInt64(batch * 100 + index)
      let years = try #require(SiteYears(seed: seed))
      let books = Books(years)
      seen.add(years, books)
      let broken =
        noRepeat(years) + quotaAsARate(years) + exclusion(years, books)
        + returnVisitsAreFree(years, books) + replays(years) + living(years)
        + everyVisitInOneFigure(years, books) + closedForGood(years, books)
        + sameFigures(years, books, seed)
      #expect(broken == [], "history \(seed)")
    }
    #expect(seen.isTelling, "\(seen)")
  }

  /// 1: nobody is drawn twice in a round, as far as the drawing laptop could know; and apart from
  /// each other, sides draw apart until their ends meet.
  private func noRepeat(_ years: SiteYears) -> [String] {
    var broken: [String] = []
    for (index, drawing) in years.drawings.enumerated() {
      let may = Set(
        years.households.filter {
          years.isOpen($0, in: drawing.round, drawing.known, on: drawing.day)
            && !years.isDrawn($0, in: drawing.round, drawing.known)
        })
      if Set(drawing.request.eligible) != may { broken.append("1: eligible are not the open") }
      if !drawing.households.isSubset(of: may) { broken.append("1: drew one that is not open") }
      if drawing.households.count != drawing.draw.entries.count { broken.append("1: twice in one") }
      for other in years.drawings[(index + 1)...]
      where other.round == drawing.round && !other.known.contains(drawing.event)
        && other.request.slots == drawing.request.slots
      {
        let shared = drawing.households.intersection(other.households)
        if shared.isEmpty { continue }
        if drawing.request.organiser == other.request.organiser {
          if drawing.request.slot != other.request.slot { broken.append("1: slots overlap") }
          continue
        }
        var extent = DrawExtent()
        for one in [drawing, other] {
          for entry in one.draw.entries { extent.insert(entry.number, by: one.request.organiser) }
        }
        if !extent.endsHaveMet { broken.append("1: overlap before the ends met") }
      }
    }
    return broken
  }

  /// 2: one rounding rule at every size, and a draw takes what it wants or all that is left.
  private func quotaAsARate(_ years: SiteYears) -> [String] {
    var broken: [String] = []
    for event in years.events {
      guard case .frame(_, let occupied) = event else { continue }
      let quota = MonthlyQuota(
        totalUnits: SiteYears.totalUnits, occupied: occupied, settings: .standard)
      let exact = Double(occupied) * 0.05
      if quota.percent != 5 || Double(quota.count) < exact || Double(quota.count) >= exact + 1 {
        broken.append("2: \(quota.count) of \(occupied)")
      }
    }
    for drawing in years.drawings {
      let request = drawing.request
      let own = request.eligible.count {
        request.organiser == .company
          || request.slots.owner(of: $0, in: years.site.round(drawing.round)) == request.slot
      }
      if drawing.draw.entries.count != min(own, request.primaryCount + request.reserveCount) {
        broken.append("2: drew \(drawing.draw.entries.count) of \(own)")
      }
    }
    return broken
  }

  /// 3: a company visit that a laptop holds keeps the household from its draws; two visits that
  /// nobody could know of make one case that keeps both, and one credit.
  private func exclusion(_ years: SiteYears, _ books: Books) -> [String] {
    var broken: [String] = []
    for drawing in years.drawings {
      let byCompany = years.visits(at: drawing.known)
        .filter { $0.counts && $0.organiser == .company && $0.round == drawing.round }
      if !drawing.households.isDisjoint(with: byCompany.map(\.household)) {
        broken.append("3: drew what the company had visited")
      }
    }
    let counting = Dictionary(grouping: books.visits.filter(\.counts)) {
      SiteYears.Turn(round: $0.round, household: $0.household)
    }
    for (turn, visits) in counting {
      let found = books.cases.filter { $0.round == turn.round && $0.household == turn.household }
      if found.count != (visits.count > 1 ? 1 : 0) { broken.append("3: not one case") }
      if let one = found.first {
        if Set(one.members.map(\.id)) != Set(visits.map(\.id)) { broken.append("3: not all kept") }
        if one.cause != years.cause(of: visits) { broken.append("3: another cause") }
      }
      let first = visits.min(by: LedgerVisit.precedes)
      if books.coverage[turn.round]?[turn.household] != first?.id {
        broken.append("3: coverage to another visit")
      }
    }
    let credited = books.coverage.values.reduce(0) { $0 + $1.count }
    if credited != counting.count { broken.append("3: coverage twice") }
    return broken
  }

  /// 4: without its return visits the site has the same cases, coverage, places and open households.
  private func returnVisitsAreFree(_ years: SiteYears, _ books: Books) -> [String] {
    let others = Books(years, visits: books.visits.filter { $0.kind != .returnVisit })
    var broken: [String] = []
    if others.cases != books.cases || others.coverage != books.coverage {
      broken.append("4: a return visit makes a case or a credit")
    }
    for (month, figures) in books.figures {
      var without = figures
      without.returnVisits = 0
      // One that was voided is counted among the voided, in its month, and nowhere else.
      without.voided = others.figures[month]?.voided ?? -1
      if others.figures[month] != without { broken.append("4: a return visit takes a place") }
    }
    return broken
  }

  /// 5: every draw can be drawn again, and one household more or less changes the digest.
  private func replays(_ years: SiteYears) -> [String] {
    var broken: [String] = []
    for drawing in years.drawings {
      let recorded = drawing.draw.entries.map { (household: $0.household, kind: $0.kind) }
      let round = years.site.round(drawing.round)
      if !Draw.isReplay(recorded, of: drawing.request, round) { broken.append("5: no replay") }
      guard let last = drawing.request.eligible.last else { continue }
      var fewer = drawing.request
      fewer.eligible.removeAll { $0 == last }
      if Draw(fewer, round).eligibleDigest == drawing.draw.eligibleDigest {
        broken.append("5: the digest is blind")
      }
    }
    return broken
  }

  /// 6: who moved in takes part, who left does not and keeps the visits made; who comes after is
  /// somebody else.
  private func living(_ years: SiteYears) -> [String] {
    var broken: [String] = []
    let known = years.replicas[years.office].known
    for number in 1...years.round(knowing: known) {
      let view = years.view(of: number, knowing: known, on: years.today).round
      var done = 0
      for household in years.households {
        let lives = years.livesThere(household, known, on: years.today)
        let isOpen = years.isOpen(household, in: number, known, on: years.today)
        if (view.status(of: household) == .open) != isOpen { broken.append("6: open differs") }
        switch view.status(of: household) {
        case .visited: done += 1
        case .unreachable:
          done += 1
          if !lives { broken.append("6: waits for one who left") }
        case .refused: done += 1
        case .departed, .open, .restricted: break
        }
      }
      if view.counts.done != done || view.counts.open != view.open.count {
        broken.append("6: counted otherwise")
      }
    }
    return broken
  }

  /// 7 and 8: a visit counts in the month and round its visitor knew, once, however late it came;
  /// what exceeds the quota is reported.
  private func everyVisitInOneFigure(_ years: SiteYears, _ books: Books) -> [String] {
    var broken: [String] = []
    var sum = 0
    for month in years.months {
      guard let one = books.figures[month] else { return ["8: a month without figures"] }
      let own = books.visits.filter { $0.month == month }
      let uncountable = own.count { !$0.isVoided && $0.kind == .visit && !$0.isCountable }
      let all =
        one.counted + one.byCompany + one.repeats + one.returnVisits + one.voided + uncountable
      if all != own.count { broken.append("7: \(all) of \(own.count) visits in \(month)") }
      sum += all
      guard let quota = years.quota(of: month, at: years.replicas[years.office].known) else {
        return ["2: no frame in \(month)"]
      }
      if one.overshoot(quota: quota.count) != max(0, one.counted - quota.count) {
        broken.append("7: overshoot")
      }
    }
    if sum != books.visits.count { broken.append("8: \(sum) of \(books.visits.count) visits") }
    return broken
  }

  /// A round closes once, when nobody is open, in order; nobody who knows draws in it afterwards;
  /// and who turns up in it later is open, or dealt with, in the next.
  private func closedForGood(_ years: SiteYears, _ books: Books) -> [String] {
    var broken: [String] = []
    if years.closings.map(\.round) != Array(1..<(years.closings.count + 1)) {
      broken.append("closed: out of order, or twice")
    }
    for closing in years.closings {
      let isAnybodyOpen = years.households.contains {
        years.isOpen($0, in: closing.round, closing.known, on: closing.day)
      }
      if isAnybodyOpen { broken.append("closed: somebody was open") }
      let after = years.drawings.filter { $0.known.contains(closing.event) }
      if after.contains(where: { $0.round <= closing.round }) {
        broken.append("closed: drawn in afterwards")
      }
      let known = years.replicas[years.office].known
      let late = years.view(of: closing.round, knowing: known, on: years.today).round.open
      let next = years.view(of: closing.round + 1, knowing: known, on: years.today).round
      for household in late where next.status(of: household) == .departed {
        // Gone from the next round only by an attempt made there.
        let hasMoved = years.events.contains {
          if case .attempted(household, .moved, closing.round + 1) = $0 { true } else { false }
        }
        if !hasMoved { broken.append("closed: carried over to nowhere") }
      }
    }
    return broken
  }

  /// Once in sync, a laptop's figures are the office's, in whatever order things arrived.
  private func sameFigures(_ years: SiteYears, _ books: Books, _ seed: UInt64) -> [String] {
    var broken: [String] = []
    var random = SplitMix64(seed: seed)
    for index in years.laptops {
      let known = years.replicas[index].known
      if known != years.replicas[years.office].known { broken.append("same: not in sync") }
      let arrived = years.visits(at: known).shuffled(using: &random)
      if Books(years, visits: arrived) != books.withVisits(arrived) {
        broken.append("same: figures differ")
      }
    }
    return broken
  }
}
