import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import SeededRandom
import TestSupport
import VisitModel

/// Plays random weeks at a site: people draw, visit, amend, note absences, and sync when they happen
/// to have a network.
struct SiteHistory {
  private(set) var world: World
  private var random: SplitMix64

  init(seed: UInt64) throws {
    world = try World(
      seed: seed, households: 8, roles: [.serviceSupervisor, .serviceOfficer, .companyVisitor])
    random = SplitMix64(seed: seed &+ 77)
  }

  mutating func add(_ role: Role) throws -> Laptop { try world.add(role) }
  mutating func move(to office: Office) { world.move(to: office) }

  mutating func play(acts: Int) throws {
    for _ in 0..<acts {
      world.clock.advance(minutes: Int(random.next() % 600))
      let laptop = world.laptops[Int(random.next() % 3)]
      switch random.next() % 10 {
      case 0, 1: try sync(laptop)
      case 2: try tolerating { _ = try draw(laptop) }
      case 3: try tolerating { try attempt(laptop) }
      case 4, 5: try tolerating { try amend(laptop) }
      default: try tolerating { try record(laptop) }
      }
    }
  }

  /// Two passes in a random order: what one pushes in the second another already has.
  mutating func settle() throws {
    for _ in 0..<2 {
      for laptop in world.laptops.shuffled(using: &random) { _ = try laptop.synchronise() }
    }
  }

  /// Refusals by rules are part of life; anything else fails the test.
  private func tolerating(_ act: () throws -> Void) throws {
    do { try act() } catch FieldFault.refused {} catch FieldFault.reasonsNeeded {}
  }

  private mutating func sync(_ laptop: Laptop) throws {
    let weathers: [OfficeInProcess.Weather] = [.fair, .fair, .requestLost, .answerLost, .answerCut]
    let count = Int(random.next() % 3)
    world.transport.expect(
      (0..<count).map { _ in weathers[Int(random.next() % UInt64(weathers.count))] })
    do { _ = try laptop.synchronise() } catch FieldFault.notReached {}
    world.transport.expect([])
  }

  private mutating func draw(_ laptop: Laptop) throws {
    _ = try laptop.drawSample(
      month: CivilMonth(containing: LocalTime(world.clock.now, in: .china).date),
      count: Int(random.next() % 3) + 1, reserves: 0, organiser: nil, at: nil)
  }

  private mutating func attempt(_ laptop: Laptop) throws {
    let outcomes: [AttemptOutcome] = [.nobodyHome, .nobodyHome, .refused]
    let unit = Int(random.next() % 8) + 1
    _ = try laptop.recordAttempt(
      household: "1-\(100 + unit)", outcome: outcomes[Int(random.next() % 3)],
      at: world.clock.now, remark: nil, site: nil)
  }

  private mutating func record(_ laptop: Laptop) throws {
    let now = world.clock.now
    var input = VisitInput(
      household: "1-\(101 + Int(random.next() % 8))",
      start: now.advanced(byMilliseconds: -1_800_000), end: now)
    input.mode = .office
    input.items = [.init(topic: .repair, kind: .request, text: "r\(random.next() % 100)")]
    input.signature = .signed
    input.remark = "first"
    if random.next() % 2 == 0 { input.reasons = ["R1-38": "again", "R1-39": "again"] }
    _ = try laptop.recordVisit(input, at: nil)
  }

  private mutating func amend(_ laptop: Laptop) throws {
    let visits = try laptop.read { replica in
      try laptop.visits(of: laptop.site(named: nil, replica), replica)
    }.filter { !$0.isVoided }
    guard !visits.isEmpty else { return }
    let visit = visits[Int(random.next() % UInt64(visits.count))]
    let saw = try laptop.read { try $0.frontier(of: visit.key) }
    if random.next() % 5 == 0 {
      _ = try laptop.voidVisit(
        named: visit.key.id.description, reason: "mistake", saw: saw)
    } else {
      _ = try laptop.amendVisit(
        named: visit.key.id.description, .satisfaction(.satisfied), saw: saw)
    }
  }
}
