import BitCollections
import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import Sampling
import SeededRandom
import VisitModel

/// Three years of a small site as an office and three drawing laptops live them, two laptops of the
/// site and one of the company: a random story, the same for the same seed.
///
/// The office records the months' frames, closes rounds and lets draws expire; the laptops draw,
/// visit and enter late, each by what it holds. What somebody holds is a set of events, so that the
/// laws can tell from the events alone what the rooms under test tell from views and ancestry.
struct SiteYears {
  indirect enum Event {
    case movesIn(RecordID, on: CivilDate)
    case movesOut(RecordID, on: CivilDate)
    case restricted(RecordID)
    case allowed(RecordID)
    case slots(SlotList)
    case frame(CivilMonth, occupied: Int)
    case drawn(Drawing)
    case givenUp(draw: RecordID)
    case visited(LedgerVisit)
    case voided(RecordID)
    case attempted(RecordID, AttemptOutcome, round: Int)
    case closed(round: Int)
  }

  struct Drawing {
    let id: RecordID
    let event: Int
    let round: Int
    let month: CivilMonth
    let day: CivilDate
    let request: DrawRequest
    let draw: Draw
    /// What the laptop that drew held.
    let known: BitSet
    let turnChanges: [RecordID: ChangeID]

    var households: Set<RecordID> { Set(draw.entries.map(\.household)) }
  }

  /// A visit's beginning, and what its visitor held then and when it was entered.
  struct Knowledge {
    let atStart: BitSet
    let atEntry: BitSet
    let entry: Int
    let draw: Int?
  }

  /// The moment of a closing: who was open then, and what the office held.
  struct Closing {
    let round: Int
    let event: Int
    let day: CivilDate
    let known: BitSet
  }

  struct Begun {
    let visit: LedgerVisit
    let atStart: BitSet
    let draw: Int?
  }

  struct Replica {
    let organiser: Organiser
    let slot: String
    var known: BitSet = []
    var begun: [Begun] = []
  }

  static let monthCount = 36
  static let totalUnits = 480

  let site: SiteSeed
  private(set) var events: [Event] = []
  private(set) var drawings: [Drawing] = []
  private(set) var closings: [Closing] = []
  private(set) var knowledge: [RecordID: Knowledge] = [:]
  private(set) var months: [CivilMonth] = []
  private(set) var lateEntries = 0
  /// The events about a household, a draw or a visit, in order.
  private(set) var about: [RecordID: [Int]] = [:]
  var replicas: [Replica]
  private(set) var today: CivilDate
  var random: SplitMix64
  private var turns: [Turn: [(event: Int, change: PlacedChange)]] = [:]
  private var minuteOfDay = 0
  private var names: UInt64 = 0

  struct Turn: Hashable {
    let round: Int
    let household: RecordID
  }

  /// The office is the last of the replicas; it draws nothing.
  var office: Int { replicas.count - 1 }
  var laptops: Range<Int> { 0..<office }

  init?(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    guard let site = SiteSeed(bytes) else { return nil }
    self.site = site
    self.random = random
    today = CivilDate(daysSince1970: 20_697)
    replicas = [
      Replica(organiser: .site, slot: "supervisor"), Replica(organiser: .site, slot: "deputy"),
      Replica(organiser: .company, slot: "supervisor"), Replica(organiser: .site, slot: "office"),
    ]
    live()
  }

  func turn(round: Int, of household: RecordID) -> Ancestry {
    Ancestry((turns[Turn(round: round, household: household)] ?? []).map(\.change))
  }

  // MARK: The years

  private mutating func live() {
    for _ in 0..<(3 + random.below(6)) { moveIn(on: today.advanced(byDays: -30)) }
    if random.below(4) > 0, let list = SlotList(version: 1, slots: ["supervisor", "deputy"]) {
      record(.slots(list), by: office)
    }
    for index in laptops { replicas[index].known = replicas[office].known }
    var month = CivilMonth(containing: today)
    for _ in 0..<Self.monthCount {
      months.append(month)
      today = month.firstDay
      beginMonth(month)
      while today <= month.lastDay {
        act()
        today = today.advanced(byDays: random.below(9))
        if today.day == 6 { expireDraws() }
      }
      month = month.next
    }
    today = month.firstDay
    for index in laptops {
      while !replicas[index].begun.isEmpty { enter(by: index) }
      meet(index, office)
    }
    closeRound()
    for index in laptops { meet(index, office) }
  }

  private mutating func beginMonth(_ month: CivilMonth) {
    expireDraws()
    let view = view(of: round(at: office), at: office)
    record(.frame(month, occupied: view.counts.occupied), by: office)
    closeRound()
  }

  private mutating func act() {
    minuteOfDay = random.below(1440)
    let who = random.below(office)
    switch random.below(100) {
    case 0..<18: meet(who, office)
    case 18..<21: meet(who, random.below(office))
    case 21..<33: draw(by: who)
    case 33..<58: begin(by: who, fromDraw: true)
    case 58..<61: begin(by: who, fromDraw: false)
    case 61..<84: enter(by: who)
    case 84..<88: attempt(by: who)
    case 88..<90: moveIn(on: today.advanced(byDays: random.below(60) - 30))
    case 90..<92:
      record(.movesOut(someone(), on: today.advanced(byDays: random.below(60) - 30)), by: office)
    case 92: record(random.below(3) == 0 ? .restricted(someone()) : .allowed(someone()), by: office)
    case 93: giveBack(by: who)
    case 94..<96: voidOne(by: who)
    default: closeRound()
    }
  }

  private mutating func meet(_ a: Int, _ b: Int) {
    replicas[a].known.formUnion(replicas[b].known)
    replicas[b].known = replicas[a].known
  }

  private mutating func record(_ event: Event, by who: Int) {
    for subject in event.subjects { about[subject, default: []].append(events.count) }
    replicas[who].known.insert(events.count)
    events.append(event)
  }

  private mutating func name() -> RecordID {
    names += 1
    return RecordID(high: random.next(), low: names)
  }

  private mutating func moveIn(on day: CivilDate) { record(.movesIn(name(), on: day), by: office) }

  private mutating func someone() -> RecordID {
    let everyone = households
    return everyone[random.below(everyone.count)]
  }

  // MARK: The office's acts

  private mutating func closeRound() {
    let number = round(at: office)
    let counts = view(of: number, at: office)
    guard counts.round.isComplete, counts.round.counts.done > 0 else { return }
    closings.append(
      Closing(round: number, event: events.count, day: today, known: replicas[office].known))
    record(.closed(round: number), by: office)
    for drawing in standing(at: replicas[office].known) where drawing.round <= number {
      record(.givenUp(draw: drawing.id), by: office)
    }
  }

  /// A draw stands through the 5th of the month after its own.
  private mutating func expireDraws() {
    for drawing in standing(at: replicas[office].known)
    where drawing.month.next.firstDay.advanced(byDays: 4) < today {
      record(.givenUp(draw: drawing.id), by: office)
    }
  }

  // MARK: The laptops' acts

  private mutating func draw(by who: Int) {
    let replica = replicas[who]
    let slots = slots(at: replica.known)
    guard replica.organiser == .company || slots.names.contains(replica.slot) else { return }
    let month = CivilMonth(containing: today)
    let number = round(at: who)
    let request = DrawRequest(
      organiser: replica.organiser, slot: replica.slot, slots: slots,
      primaryCount: quota(of: month, at: replica.known)?.count ?? 1 + random.below(3),
      reserveCount: random.below(2), eligible: view(of: number, at: who).round.eligible)
    let draw = Draw(request, site.round(number))
    let written = draw.entries.map { entry in
      (entry.household, writeTurn(number, entry.household, replica.known))
    }
    let drawing = Drawing(
      id: name(), event: events.count, round: number, month: month, day: today,
      request: request, draw: draw, known: replica.known,
      turnChanges: Dictionary(uniqueKeysWithValues: written))
    drawings.append(drawing)
    record(.drawn(drawing), by: who)
  }

  private mutating func begin(by who: Int, fromDraw: Bool) {
    let replica = replicas[who]
    let number = round(at: who)
    var household = someone()
    var month = CivilMonth(containing: today)
    var source: Drawing?
    if fromDraw {
      let own = standing(at: replica.known).filter {
        $0.round == number && $0.request.organiser == replica.organiser
      }
      let round = view(of: number, at: who).round
      let waiting = own.flatMap { drawing in
        drawing.draw.entries.map(\.household).filter { round.status(of: $0) == .open }
          .map { (drawing, $0) }
      }
      guard !waiting.isEmpty else { return }
      let (drawing, chosen) = waiting[random.below(waiting.count)]
      source = drawing
      household = chosen
      month = drawing.month
    }
    let visit = LedgerVisit(
      id: name(), household: household, round: number, month: month, organiser: replica.organiser,
      kind: random.below(9) == 0 ? .returnVisit : .visit, start: now,
      isCountable: random.below(12) != 0,
      interviewers: [
        person(UInt64(random.below(4)), [.siteManager, .serviceSupervisor][random.below(2)])
      ],
      draw: source?.id, drawTurnChange: source?.turnChanges[household],
      knownAtStart: frontier(number, household, replica.known))
    replicas[who].begun.append(
      Begun(visit: visit, atStart: replica.known, draw: source?.event))
  }

  /// A visit is entered after it was held: months may pass, and the round may have been closed.
  private mutating func enter(by who: Int) {
    guard !replicas[who].begun.isEmpty else { return }
    let begun = replicas[who].begun.removeFirst()
    let known = replicas[who].known
    var visit = begun.visit
    if visit.kind == .visit {
      visit.turnChange = writeTurn(visit.round, visit.household, known)
    }
    if closings.contains(where: { $0.round == visit.round }) { lateEntries += 1 }
    knowledge[visit.id] = Knowledge(
      atStart: begun.atStart, atEntry: known, entry: events.count, draw: begun.draw)
    record(.visited(visit), by: who)
  }

  private mutating func attempt(by who: Int) {
    let outcome: AttemptOutcome = [.nobodyHome, .nobodyHome, .refused, .moved][random.below(4)]
    record(.attempted(someone(), outcome, round: round(at: who)), by: who)
  }

  private mutating func giveBack(by who: Int) {
    let mine = standing(at: replicas[who].known).filter {
      $0.request.organiser == replicas[who].organiser
    }
    if !mine.isEmpty { record(.givenUp(draw: mine[random.below(mine.count)].id), by: who) }
  }

  private mutating func voidOne(by who: Int) {
    let held = visits(at: replicas[who].known)
    if !held.isEmpty { record(.voided(held[random.below(held.count)].id), by: who) }
  }

  // MARK: Time and turns

  private var now: Instant {
    Instant(
      millisecondsSince1970: Int64(today.daysSince1970) * 86_400_000 + Int64(minuteOfDay) * 60_000)
  }

  private func frontier(_ round: Int, _ household: RecordID, _ known: BitSet) -> [ChangeID] {
    let held = (turns[Turn(round: round, household: household)] ?? [])
      .filter { known.contains($0.event) }
    return Ancestry(held.map(\.change)).frontier.sorted()
  }

  private mutating func writeTurn(_ round: Int, _ household: RecordID, _ known: BitSet)
    -> ChangeID
  {
    let id = ChangeID(
      bundle: Digest(
        domain: "rounds test years", household.bytes, Array("\(round) \(events.count)".utf8)),
      index: 0)
    let change = PlacedChange(
      id: id, claimedAt: now, saw: frontier(round, household, known), fields: [])
    turns[Turn(round: round, household: household), default: []].append((events.count, change))
    return id
  }
}
