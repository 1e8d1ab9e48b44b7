import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SeededRandom
import TestSupport
import VisitModel

/// What a history counts, so that a law over it cannot hold for want of cases.
enum Happening: CaseIterable {
  case frame, closing, draw, expiredDraw, endedDraw, visit, lateEntry, lateArrival, carriedMonth
  case returnVisit, returnedAndEligible, excludedByCompany, attempt, voided, moveIn, moveOut
  case duplicate, settlement, overshoot
}

/// Three years at a small site, lived by real replicas: two laptops of the site under a slot list,
/// one of the company, and an office whose clock takes frames, ends draws and closes rounds.
///
/// What can only be seen while it happens is looked at there; what does not hold is kept as a
/// sentence, so that the test can name the seed beside it.
struct ThreeYears {
  static let monthCount = 36
  static let slotNames = ["east", "west"]

  /// A visit as it was first written, and by whom.
  struct Visit {
    let who: Int
    let first: VisitSummary
    var hasArrived = false
  }

  let world: World
  let unitCount: Int
  let reviewer: AccountID
  /// Whose every month is compared with the office's at the end; one laptop, for the time it takes.
  let comparedInFull: Int
  var random: SplitMix64
  var visits: [RecordKey: Visit] = [:]
  var draws: [RecordKey: DrawnRecord] = [:]
  var frames: [CivilMonth: MonthFrameFacts] = [:]
  var counts: [Happening: Int] = [:]
  private(set) var violations: [String] = []
  /// By replica, the office first: the records of the rounds that it has seen closed.
  private var closed: [[Int: RecordState]]

  init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 4242)
    unitCount = 10 + random.below(5)
    comparedInFull = Int(seed % 3)
    let world = try World(
      seed: seed, households: unitCount,
      roles: [.serviceSupervisor, .serviceOfficer, .companyVisitor])
    _ = try world.office.setSlots(
      [
        (Self.slotNames[0], world.laptops[0].account),
        (Self.slotNames[1], world.laptops[1].account),
      ], of: world.site)
    reviewer = try world.office.addAccount(name: "R", role: .companyReviewer, sites: [])
    for laptop in world.laptops { _ = try laptop.synchronise() }
    closed = Array(repeating: [:], count: world.laptops.count + 1)
    self.world = world
    self.random = random
  }

  var today: CivilDate { LocalTime(world.clock.now, in: .china).date }
  var months: [CivilMonth] {
    let first = CivilMonth(containing: CivilDate(daysSince1970: 20_698))
    // Late entries reach back before the first month; nothing may lie behind the last.
    var months = [first.previous.previous]
    while months.count < Self.monthCount + 4, let last = months.last { months.append(last.next) }
    return months
  }

  mutating func hold(_ isTrue: Bool, _ claim: String) {
    if !isTrue, violations.count < 20 { violations.append("\(today): \(claim)") }
  }

  mutating func count(_ happening: Happening, _ number: Int = 1) {
    counts[happening, default: 0] += number
  }

  /// Looks at the site on a replica: the office is 0, laptop n is n + 1.
  func look<Result>(_ replica: Int, _ body: (SiteView) throws -> Result) throws -> Result {
    let site = world.site
    if replica == 0 { return try world.office.read { try body(SiteView($0, site)) } }
    return try world.laptops[replica - 1].read { try body(SiteView($0, site)) }
  }

  // MARK: Time

  mutating func play() throws {
    var month = CivilMonth(containing: today)
    for _ in 0..<Self.monthCount {
      advance(to: month.firstDay, minute: 30)
      try tick()
      for who in world.laptops.indices where random.below(3) == 0 { try sync(who) }
      var day = 0
      for _ in 0..<(2 + random.below(3)) {
        day = min(27, day + random.below(11))
        advance(to: month.firstDay.advanced(byDays: day), minute: 540 + random.below(600))
        try act()
      }
      if random.below(3) == 0 { try tick() }
      month = month.next
    }
  }

  /// Everybody syncs until nothing moves.
  mutating func settleDown() throws {
    for _ in 0..<6 {
      try tick()
      var moved = 0
      for who in world.laptops.indices.shuffled(using: &random) { moved += try sync(who) }
      if moved == 0 { return }
    }
    hold(false, "something still moves after six passes of syncs")
  }

  private func advance(to date: CivilDate, minute: Int) {
    let moment = date.at(minuteOfDay: minute, in: .china).millisecondsSince1970
    let left = (moment - world.clock.now.millisecondsSince1970) / 60_000
    if left > 0 { world.clock.advance(minutes: Int(left)) }
  }

  private mutating func act() throws {
    let who = random.below(world.laptops.count)
    switch random.below(100) {
    case 0..<20: try sync(who)
    case 20..<38: try draw(who)
    case 38..<60: try visitDrawn(who, atMost: 1 + random.below(4))
    case 60..<69: try visitByHand(who, isLate: false)
    case 69..<76: try visitByHand(who, isLate: true)
    case 76..<83: try attempt(who)
    case 83..<87: try voidOne(who)
    case 87..<91: try goBack(who)
    case 91..<95: try changeRoster()
    case 95..<97: try endDraw(who)
    default: try settle()
    }
  }

  /// What the office does by itself, in the order in which `rounds-server serve` does it.
  private mutating func tick() throws {
    let month = CivilMonth(containing: today)
    if try world.office.takeFrames(of: month) > 0 {
      count(.frame)
      hold(frames[month] == nil, "the frame of \(month) was taken twice")
      frames[month] = try look(0) { try $0.frame(of: month) }
    }
    count(.expiredDraw, try world.office.expireDraws())
    count(.closing, try world.office.closeCompleteRounds())
    for replica in 0...world.laptops.count { try watch(replica) }
  }

  /// - Returns: how many bundles went either way.
  @discardableResult
  private mutating func sync(_ who: Int) throws -> Int {
    let officeRound = try look(0) { try $0.currentRound() }
    for (key, visit) in visits where visit.who == who && !visit.hasArrived {
      visits[key]?.hasArrived = true
      if visit.first.round < officeRound { count(.lateArrival) }
    }
    let summary = try world.laptops[who].synchronise()
    hold(summary.isInSync && summary.pending == 0, "13: laptop \(who) is not in step after a sync")
    hold(
      summary.held.isEmpty && summary.unreadable.isEmpty, "12: the office took not all of \(who)")
    try watch(who + 1)
    let now = world.clock.now
    let month = CivilMonth(containing: today)
    let figures = try [0, who + 1].map { replica in
      try look(replica) { MonthText(try $0.report(of: month, at: now)) }
    }
    hold(figures[0] == figures[1], "13: laptop \(who) and office differ after a sync")
    return summary.stored + summary.received
  }

  /// A round that was closed stays closed, and what closed it stays as it was written.
  private mutating func watch(_ replica: Int) throws {
    let found = try look(replica) { view in
      var records: [Int: RecordState] = [:]
      for round in try view.rounds() where round.state == .closed {
        let id = RecordIdentity.round(site: view.scope, number: round.number)
        records[round.number] = try view.replica.records.state(of: view.key(.round, id))
      }
      return records
    }
    for (number, record) in closed[replica] {
      hold(found[number] == record, "round \(number) is not closed as it was on \(replica)")
    }
    closed[replica] = found
  }
}
