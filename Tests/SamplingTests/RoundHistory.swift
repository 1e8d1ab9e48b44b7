import ConflictFreeRecords
import Fingerprint
import Sampling
import SeededRandom
import VisitModel

/// One round of a small site as three laptops live it, two of the site and one of the company, who
/// meet only now and then: a random story, the same for the same seed.
///
/// What a laptop knows is the set of events it holds. Everything the rooms under test derive from
/// ancestry and views can be told from those sets as well, which is what the laws compare.
struct RoundHistory {
  enum Event {
    case movesIn(RecordID)
    case movesOut(RecordID)
    case restricted(RecordID)
    case drawn(Drawing)
    case released(draw: RecordID)
    case replaced(draw: RecordID, RecordID)
    case visited(LedgerVisit)
    case voided(RecordID)
    case attempted(RecordID, AttemptOutcome)
  }

  /// A draw, and what the laptop that made it held.
  struct Drawing {
    let id: RecordID
    let event: Int
    let request: DrawRequest
    let draw: Draw
    let known: Set<Int>
    let turnChanges: [RecordID: ChangeID]
    /// Told from the events alone, household by household.
    let mayBeDrawn: Set<RecordID>

    var households: Set<RecordID> { Set(draw.entries.map(\.household)) }
  }

  /// What a visitor held, when the visit began and when it was entered.
  struct Knowledge {
    let atStart: Set<Int>
    let atEntry: Set<Int>
    /// The events by which others may know of the visit: its entry, and the draw it came from.
    let entry: Int
    let draw: Int?
  }

  struct Laptop {
    let organiser: Organiser
    let slot: String
    var known: Set<Int> = []
    var begun: [(visit: LedgerVisit, atStart: Set<Int>, draw: Int?)] = []
  }

  let round: RoundSeed
  let slots: SlotList
  private(set) var events: [Event] = []
  private(set) var drawings: [Drawing] = []
  private(set) var knowledge: [RecordID: Knowledge] = [:]
  private var turns: [RecordID: [(event: Int, change: PlacedChange)]] = [:]
  private var laptops: [Laptop]
  private var households: [RecordID] = []
  private var random: SplitMix64
  private var clock = 0
  private var visitCount = 0

  init?(seed: UInt64, steps: Int = 24) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let names = random.below(4) == 0 ? ["supervisor", "deputy"] : ["supervisor"]
    guard let site = SiteSeed(bytes), let slots = SlotList(version: 1, slots: names) else {
      return nil
    }
    round = site.round(1 + random.below(20))
    self.slots = slots
    self.random = random
    laptops = [
      Laptop(organiser: .site, slot: "supervisor"), Laptop(organiser: .site, slot: "deputy"),
      Laptop(organiser: .company, slot: "supervisor"),
    ]
    for _ in 0..<(8 + self.random.below(12)) { moveIn(knownTo: Array(laptops.indices)) }
    for _ in 0..<steps { step() }
    for index in laptops.indices {
      while !laptops[index].begun.isEmpty { enter(index) }
    }
  }

  var visits: [LedgerVisit] {
    let voided = Set(events.compactMap { if case .voided(let id) = $0 { id } else { nil } })
    return events.compactMap {
      guard case .visited(var visit) = $0 else { return nil }
      visit.isVoided = voided.contains(visit.id)
      return visit
    }
  }

  func turn(of household: RecordID) -> Ancestry { Ancestry((turns[household] ?? []).map(\.change)) }

  // MARK: What happens

  private mutating func step() {
    clock += 1 + random.below(90)
    let who = random.below(laptops.count)
    switch random.below(100) {
    case 0..<14: meet(who, random.below(laptops.count))
    case 14..<34: draw(who)
    case 34..<50: begin(who, fromDraw: true)
    case 50..<62: begin(who, fromDraw: false)
    case 62..<78: enter(who)
    case 78..<88:
      record(.attempted(someone(), [.nobodyHome, .refused, .moved][random.below(3)]), who)
    case 88..<91: moveIn(knownTo: [who])
    case 91..<93: record(.movesOut(someone()), who)
    case 93: record(.restricted(someone()), who)
    case 94..<96: giveBack(who)
    case 96..<98: replace(who)
    default: voidOne(who)
    }
  }

  private mutating func meet(_ a: Int, _ b: Int) {
    laptops[a].known.formUnion(laptops[b].known)
    laptops[b].known = laptops[a].known
  }

  @discardableResult
  private mutating func record(_ event: Event, _ who: Int) -> Int {
    events.append(event)
    laptops[who].known.insert(events.count - 1)
    return events.count - 1
  }

  private mutating func someone() -> RecordID { households[random.below(households.count)] }

  private mutating func moveIn(knownTo who: [Int]) {
    let household = RecordID(high: random.next(), low: random.next())
    households.append(household)
    events.append(.movesIn(household))
    for index in who { laptops[index].known.insert(events.count - 1) }
  }

  private mutating func draw(_ who: Int) {
    let laptop = laptops[who]
    guard laptop.organiser == .company || slots.names.contains(laptop.slot) else { return }
    let request = DrawRequest(
      organiser: laptop.organiser, slot: laptop.slot, slots: slots,
      primaryCount: 1 + random.below(3), reserveCount: random.below(2),
      eligible: view(laptop.known).eligible)
    let draw = Draw(request, round)
    var written: [RecordID: ChangeID] = [:]
    for entry in draw.entries {
      written[entry.household] = writeTurn(entry.household, laptop.known, at: events.count)
    }
    let drawing = Drawing(
      id: RecordID(high: random.next(), low: random.next()), event: events.count, request: request,
      draw: draw, known: laptop.known, turnChanges: written,
      mayBeDrawn: Set(households.filter { mayBeDrawn($0, laptop.known) }))
    drawings.append(drawing)
    record(.drawn(drawing), who)
  }

  private mutating func begin(_ who: Int, fromDraw: Bool) {
    let laptop = laptops[who]
    var household = someone()
    var source: Drawing?
    if fromDraw {
      let own = drawings.filter {
        laptop.known.contains($0.event) && $0.request.organiser == laptop.organiser
          && !$0.draw.entries.isEmpty
      }
      guard !own.isEmpty else { return }
      let chosen = own[random.below(own.count)]
      household = chosen.draw.entries[random.below(chosen.draw.entries.count)].household
      source = chosen
    }
    visitCount += 1
    let visit = LedgerVisit(
      id: RecordID(high: random.next(), low: UInt64(visitCount)), household: household, round: 1,
      month: random.below(3) == 0 ? november : october, organiser: laptop.organiser,
      kind: random.below(8) == 0 ? .returnVisit : .visit, start: minute(clock / 60 * 60),
      isCountable: random.below(10) != 0,
      interviewers: [
        person(UInt64(random.below(4)), [.siteManager, .serviceSupervisor][random.below(2)]),
        person(UInt64(random.below(4)), .serviceOfficer),
      ],
      draw: source?.id, drawTurnChange: source?.turnChanges[household],
      knownAtStart: frontier(household, laptop.known))
    laptops[who].begun.append((visit, laptop.known, source?.event))
  }

  /// A visit is entered after it was held; in between its visitor may have met the others.
  private mutating func enter(_ who: Int) {
    guard !laptops[who].begun.isEmpty else { return }
    var (visit, atStart, draw) = laptops[who].begun.removeFirst()
    let known = laptops[who].known
    if visit.kind == .visit {
      visit.turnChange = writeTurn(visit.household, known, at: events.count)
    }
    knowledge[visit.id] = Knowledge(
      atStart: atStart, atEntry: known, entry: events.count, draw: draw)
    record(.visited(visit), who)
  }

  private mutating func giveBack(_ who: Int) {
    let known = drawings.filter { laptops[who].known.contains($0.event) }
    if !known.isEmpty { record(.released(draw: known[random.below(known.count)].id), who) }
  }

  private mutating func replace(_ who: Int) {
    let known = drawings.filter {
      laptops[who].known.contains($0.event) && !$0.draw.entries.isEmpty
    }
    guard !known.isEmpty else { return }
    let chosen = known[random.below(known.count)]
    record(.replaced(draw: chosen.id, chosen.draw.entries[0].household), who)
  }

  private mutating func voidOne(_ who: Int) {
    let known = laptops[who].known.sorted().compactMap { index -> RecordID? in
      if case .visited(let visit) = events[index] { visit.id } else { nil }
    }
    if !known.isEmpty { record(.voided(known[random.below(known.count)]), who) }
  }

  // MARK: The turn record

  private func frontier(_ household: RecordID, _ known: Set<Int>) -> [ChangeID] {
    let held = (turns[household] ?? []).filter { known.contains($0.event) }.map(\.change)
    return Ancestry(held).frontier.sorted()
  }

  private mutating func writeTurn(_ household: RecordID, _ known: Set<Int>, at event: Int)
    -> ChangeID
  {
    let id = TurnStory.change(event, of: household)
    let change = PlacedChange(
      id: id, claimedAt: minute(clock), saw: frontier(household, known), fields: [])
    turns[household, default: []].append((event, change))
    return id
  }
}
