import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import Sampling
import TextFormats
import VisitModel

/// Who may be drawn on a replica, told from its records household by household, without the round
/// that the draw itself asks.
struct DrawGround {
  let round: Int
  let eligible: Set<RecordID>
  /// Whom visits of either side count for.
  let visited: [Organiser: Set<RecordID>]
  /// Named by a draw that stands, and not settled since.
  let standing: Set<RecordID>
  /// Of whom a return visit is known in this round.
  let returned: Set<RecordID>
  private let slotOf: [RecordID: String]

  init(_ view: SiteView, on day: CivilDate) throws {
    let round = try view.currentRound()
    var visited: [Organiser: Set<RecordID>] = [:]
    var returned: Set<RecordID> = []
    for visit in try view.visits().map(\.summary) where visit.round == round && !visit.isVoided {
      switch visit.kind {
      case .returnVisit: returned.insert(visit.household)
      case .visit:
        if visit.isCountable { visited[visit.organiser, default: []].insert(visit.household) }
      }
    }
    var isLost: Set<RecordID> = []
    var absences: [RecordID: Int] = [:]
    for (_, attempt) in try view.replica.records.states(of: .attempt, in: view.scope)
    where attempt.integer(AttemptField.round) == round {
      guard let household = attempt.reference(AttemptField.household)?.id else { continue }
      if attempt.code(AttemptField.outcome, as: AttemptOutcome.self) == .nobodyHome {
        absences[household, default: 0] += 1
      } else {
        isLost.insert(household)
      }
    }
    let draws = Set(
      try view.draws().filter { $0.round == round && $0.state == .standing }.map(\.key))
    let standing = Set(
      try view.drawEntries().filter { $0.outcome == .open && draws.contains($0.draw) }
        .map(\.household))
    let isDone = visited.values.reduce(into: isLost) { $0.formUnion($1) }
    let eligible = Set(
      try view.households().filter {
        $0.isOccupied(on: day) && !$0.isRestricted && !isDone.contains($0.key.id)
          && absences[$0.key.id, default: 0] < 3 && !standing.contains($0.key.id)
      }.map(\.key.id))
    var slotOf: [RecordID: String] = [:]
    if let seed = try view.facts().flatMap({ SiteSeed($0.seed) }),
      let version = try view.currentSlots().first?.listVersion,
      let slots = try view.slotList(version: version)
    {
      for household in eligible {
        slotOf[household] = slots.owner(of: household, in: seed.round(round))
      }
    }
    self.round = round
    self.eligible = eligible
    self.visited = visited
    self.standing = standing
    self.returned = returned
    self.slotOf = slotOf
  }

  /// Those that a slot owns; the company's visitors have none, and all are theirs.
  func eligible(in slot: String?) -> Set<RecordID> {
    guard let slot else { return eligible }
    return eligible.filter { slotOf[$0] == slot }
  }
}

/// What is recorded of a draw for ever, whatever becomes of it.
struct DrawnRecord: Equatable {
  let round: Int
  let month: CivilMonth
  let organiser: Organiser
  let slot: String
  let eligible: [RecordID]
  let households: [RecordID]
  let kinds: [EntryKind]

  /// - Returns: nothing for a draw that is not here.
  init?(_ key: RecordKey, in view: SiteView) throws {
    guard let draw = try view.draws().first(where: { $0.key == key }) else { return nil }
    self.init(draw, try view.drawEntries().filter { $0.draw == key })
  }

  /// - Parameter entries: in the order of the draw.
  init(_ draw: DrawFacts, _ entries: [DrawEntryFacts]) {
    round = draw.round
    month = draw.month
    organiser = draw.organiser
    slot = draw.slot
    eligible = draw.eligible
    households = entries.map(\.household)
    kinds = entries.map(\.kind)
  }
}

/// A month as both programs print it, and what they do not print of it.
struct MonthText: Equatable {
  let json: [UInt8]
  let figures: MonthFigures
  let quota: MonthlyQuota

  init(_ report: MonthReport) {
    json = MonthJSON.object(report).text()
    figures = report.figures
    quota = report.quota
  }
}

/// Everything a replica says about a site at one moment that the other replicas must say too.
struct SiteFigures {
  struct Round: Equatable {
    let done: Int
    let open: [RecordID]
    let eligible: [RecordID]
    let carriedOver: [RecordID]
    let coverage: [RecordID: RecordID]
  }

  let reports: [CivilMonth: MonthReport]
  let recorded: [RoundFacts]
  let rounds: [Int: Round]
  let cases: [DuplicateCase]
  let caseTexts: [[UInt8]]
  let draws: [DrawFacts]
  let entries: [DrawEntryFacts]
  let replays: [RecordKey: Bool]
  let visits: [RecordKey: VisitSummary]

  init(_ view: SiteView, _ months: [CivilMonth], at now: Instant) throws {
    var reports: [CivilMonth: MonthReport] = [:]
    for month in months { reports[month] = try view.report(of: month, at: now) }
    let all = try view.visits()
    let cases = try view.duplicateCases()
    let ledger = try all.map { try view.ledgerVisit($0.summary, $0.state) }
    var rounds: [Int: Round] = [:]
    let current = try view.currentRound()
    for number in 1...current {
      let round = try view.round(number, at: now)
      rounds[number] = Round(
        done: round.counts.done, open: round.open, eligible: round.eligible,
        carriedOver: try view.carriedOver(into: number, at: now),
        coverage: Ledger.coverage(
          ledger.filter { $0.round == number }, cases: cases.filter { $0.round == number }))
    }
    let draws = try view.draws()
    var replays: [RecordKey: Bool] = [:]
    for draw in draws { replays[draw.key] = try view.isReplay(draw) }
    self.reports = reports
    recorded = try view.rounds()
    self.rounds = rounds
    self.cases = cases
    caseTexts = try view.caseViews().map { MonthJSON.caseView($0).text() }
    self.draws = draws
    entries = try view.drawEntries()
    self.replays = replays
    visits = Dictionary(uniqueKeysWithValues: all.map { ($0.summary.key, $0.summary) })
  }
}
