package import VisitModel

/// What a month of a site comes to. Every figure follows from the visits and the duplicate cases,
/// in any order.
package struct MonthFigures: Hashable, Sendable {
  /// Site visits that count toward the quota, each household once in a round.
  package var counted = 0
  package var byManager = 0
  package var bySupervisor = 0
  /// Company-run visits; they mark households done and never count toward the site's quota (A11).
  package var byCompany = 0
  package var returnVisits = 0
  package var voided = 0
  /// Second visits that earn no place: a repeat of the site's own, or one that could be avoided.
  package var repeats = 0
  /// Second visits of the site's own that head office excused: no place, and no reproach.
  package var excused = 0
  /// Records of a visit that another record holds already.
  package var recordedTwice = 0
  package var byInterviewer: [AccountID: Int] = [:]

  package init() {}

  /// Visits beyond the quota: reported, never dropped.
  package func overshoot(quota: Int) -> Int { max(0, counted - quota) }
}

package enum Ledger {
  /// The figures of one month of one site.
  /// - Parameters:
  ///   - visits: all visits of the site in the rounds that the month touches.
  ///   - cases: the duplicate cases of those rounds.
  package static func figures(
    of month: CivilMonth, visits: some Sequence<LedgerVisit>, cases: some Sequence<DuplicateCase>
  ) -> MonthFigures {
    var caseOf: [Turn: DuplicateCase] = [:]
    for one in cases { caseOf[Turn(one.round, one.household)] = one }
    var figures = MonthFigures()
    for visit in visits.filter({ $0.month == month }).sorted(by: LedgerVisit.precedes) {
      if visit.isVoided {
        figures.voided += 1
        continue
      }
      if visit.kind == .returnVisit {
        figures.returnVisits += 1
        continue
      }
      guard visit.counts else { continue }
      let one = caseOf[Turn(visit.round, visit.household)]
      let decision = one?.decisions[visit.id]?.kind
      switch decision {
      case .returnVisit: figures.returnVisits += 1
      case .sameVisit: figures.recordedTwice += 1
      case .standsAsRepeat: figures.repeats += 1
      case .excused, nil: break
      }
      if let decision, decision != .excused { continue }
      if visit.organiser == .company {
        figures.byCompany += 1
        continue
      }
      guard earnsPlace(visit, isExcused: decision == .excused, in: one) else {
        if decision == .excused { figures.excused += 1 } else { figures.repeats += 1 }
        continue
      }
      figures.counted += 1
      // A joint visit counts once for the quota and once for each person present (A07).
      if visit.interviewers.contains(where: { $0.post == .siteManager }) { figures.byManager += 1 }
      if visit.interviewers.contains(where: { $0.post == .serviceSupervisor }) {
        figures.bySupervisor += 1
      }
      for person in Set(visit.interviewers.map(\.account)) {
        figures.byInterviewer[person, default: 0] += 1
      }
    }
    return figures
  }

  /// Whether a site's visit counts toward its quota although the household was visited twice.
  ///
  /// The site's first visit of a household does, unless a company visit that its visitor could have
  /// known of came before it and nobody excused that. One that was judged a repeat gives way to the
  /// site's next. The site never earns a second place in one round: the share is one of households.
  private static func earnsPlace(
    _ visit: LedgerVisit, isExcused: Bool, in one: DuplicateCase?
  ) -> Bool {
    guard let one else { return true }
    let decisions = one.decisions
    let first = one.standing.first {
      $0.organiser == .site && decisions[$0.id]?.kind != .standsAsRepeat
    }
    return first?.id == visit.id && (isExcused || !one.forewarned.contains(visit.id))
  }

  /// Which visit a household's coverage is credited to in a round: the first by its own start time,
  /// ties by id; a visit that was merged into another gives way to it. Each household once.
  /// - Parameters:
  ///   - visits: of one round.
  ///   - cases: of the same round.
  package static func coverage(
    _ visits: some Sequence<LedgerVisit>, cases: some Sequence<DuplicateCase> = []
  ) -> [RecordID: RecordID] {
    var first: [RecordID: LedgerVisit] = [:]
    for visit in visits where visit.counts {
      if let known = first[visit.household], LedgerVisit.precedes(known, visit) { continue }
      first[visit.household] = visit
    }
    for one in cases { first[one.household] = one.standing.first ?? first[one.household] }
    return first.mapValues(\.id)
  }

  private struct Turn: Hashable {
    let round: Int
    let household: RecordID
    init(_ round: Int, _ household: RecordID) {
      self.round = round
      self.household = household
    }
  }
}
