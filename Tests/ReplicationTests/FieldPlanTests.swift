import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("A month's plan")
struct FieldPlanTests {
  private let september = CivilMonth(containing: CivilDate(daysSince1970: 20_698))

  private func plan(_ laptop: Laptop, _ month: CivilMonth? = nil) throws -> FieldPlan {
    try laptop.read { replica in
      try laptop.plan(
        laptop.site(named: nil, replica), month: month ?? september, replica)
    }
  }

  private func number(_ unit: String) throws -> Int { try #require(Int(unit.dropFirst(2))) - 100 }

  private func attempt(
    _ laptop: Laptop, _ unit: String, _ outcome: AttemptOutcome
  ) throws -> RoundView.Status {
    try laptop.recordAttempt(
      household: unit, outcome: outcome, at: laptop.now, remark: nil, site: nil
    ).status
  }

  @Test("lists open primaries, and a reserve for each that was lost")
  func reserves() throws {
    let world = try World(seed: 46, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let drawn = try laptop.drawSample(
      month: september, count: 3, reserves: 2, organiser: nil, at: nil)
    let units = drawn.entries.map(\.household.unitCode)
    #expect(try plan(laptop).due.map(\.household.unitCode) == Array(units[0..<3]))
    #expect(try plan(laptop).due.allSatisfy { $0.organiser == .site && $0.drawnBy == "P0" })
    _ = try laptop.recordVisit(try world.visit(try number(units[0])), at: nil)
    #expect(try plan(laptop).due.map(\.household.unitCode) == Array(units[1..<3]))
    #expect(try attempt(laptop, units[1], .refused) == .refused)
    #expect(try plan(laptop).due.map(\.household.unitCode) == [units[2], units[3]])
    _ = try laptop.recordVisit(try world.visit(try number(units[3])), at: nil)
    #expect(try plan(laptop).due.map(\.household.unitCode) == [units[2]])
    for absence in 1...3 {
      let status = try attempt(laptop, units[2], .nobodyHome)
      #expect(status == (absence < 3 ? .open : .unreachable))
    }
    #expect(try plan(laptop).due.map(\.household.unitCode) == [units[4]])
    let outcomes = try laptop.read { try SiteView($0, world.site).drawEntries().map(\.outcome) }
    #expect(outcomes == [.visited, .refused, .unreachable, .visited, .open])
  }

  @Test("carries what an earlier month left, and looks no month ahead")
  func months() throws {
    let world = try World(seed: 47, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    let drawn = try laptop.drawSample(
      month: september, count: 2, reserves: 0, organiser: nil, at: nil)
    let units = drawn.entries.map(\.household.unitCode)
    #expect(try plan(laptop, september.previous).due.isEmpty)
    let later = try plan(laptop, september.next).due
    #expect(later.map(\.household.unitCode) == units)
    #expect(later.allSatisfy { $0.month == september })
  }

  @Test("drops for the site what refused the company, and what moved, for both")
  func bothOrganisers() throws {
    let world = try World(seed: 48, households: 2, roles: [.serviceSupervisor, .companyVisitor])
    let (site, company) = (world.laptops[0], world.laptops[1])
    for laptop in [site, company] {
      _ = try laptop.drawSample(
        month: september, count: 2, reserves: 0, organiser: nil, at: nil)
    }
    for laptop in [site, company, site] { _ = try laptop.synchronise() }
    #expect(try plan(site).due.count == 4)
    _ = try attempt(site, "1-101", .refused)
    _ = try attempt(site, "1-102", .moved)
    #expect(try plan(site).due.isEmpty)
    let entries = try site.read { try SiteView($0, world.site).drawEntries() }
    #expect(entries.filter { $0.outcome == .refused }.count == 2)
    #expect(entries.filter { $0.outcome == .departed }.count == 2)
    for laptop in [site, company] { _ = try laptop.synchronise() }
    #expect(try world.state(company) == world.officeState())
  }

  @Test("names appointments to come and what should have been sent")
  func appointmentsAndUnsent() throws {
    let world = try World(seed: 49, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let household = try laptop.read { replica in
      try laptop.household("1-105", of: try laptop.site(named: nil, replica), replica)
    }
    let made = try laptop.makeAppointment(
      household: household, start: try .china("2026-09-06 19:00"),
      end: try .china("2026-09-06 20:00"), channel: .message, agreedWith: "N5",
      agreedAt: laptop.now)
    #expect(try plan(laptop).appointments.map(\.unitCode) == ["1-105"])
    #expect(try plan(laptop).unsent.late == 0)
    world.clock.set("2026-09-05 00:01")
    let unsent = try plan(laptop).unsent
    #expect(unsent.count == 1 && unsent.late == 1)
    _ = try laptop.cancelAppointment(named: made.key.id.description)
    #expect(try plan(laptop).appointments.isEmpty)
    _ = try laptop.synchronise()
    #expect(try plan(laptop).unsent.count == 0)
  }

  @Test("of an appointment in the night asks why, and of one yet to be agreed it knows nothing")
  func appointmentRules() throws {
    let world = try World(seed: 50, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    let household = try laptop.read { replica in
      try laptop.household("1-105", of: try laptop.site(named: nil, replica), replica)
    }
    func make(
      _ start: String, agreedAt: Instant, _ reasons: [String: String] = [:]
    ) throws -> Appointment {
      try laptop.makeAppointment(
        household: household, start: try .china("2026-09-06 " + start),
        end: try .china("2026-09-06 23:30"), channel: .telephone, agreedWith: "N5",
        agreedAt: agreedAt, reasons: reasons)
    }
    let now = laptop.now
    #expect(
      try refusedRule { _ = try make("20:00", agreedAt: now.advanced(byMilliseconds: 660_000)) }
        == "R1-46")
    #expect(try refusedRule { _ = try make("22:00", agreedAt: now) } == "R1-47")
    let made = try make("22:00", agreedAt: now, ["R1-47": "works in shifts"])
    let reasons = try laptop.read {
      try $0.records.members(.reasonAbout, of: made.key)
    }
    #expect(reasons.map { $0.state.text(ReasonField.rule) } == ["R1-47"])
  }

  @Test("is drawn by the supervisor, and by the manager only where there is none")
  func drawingSlot() throws {
    var world = try World(seed: 51, roles: [.siteManager])
    let manager = world.laptops[0]
    let drawn = try manager.drawSample(
      month: september, count: 1, reserves: 0, organiser: nil, at: nil)
    #expect(drawn.entries.count == 1)
    _ = try world.add(.serviceSupervisor)
    _ = try manager.synchronise()
    #expect(
      try refusedRule {
        _ = try manager.drawSample(
          month: september, count: 1, reserves: 0, organiser: nil, at: nil)
      } == "R1-38")
  }

  @Test(
    "is not drawn in numbers that no site has",
    arguments: [(Int.max, 1), (1, Int.max), (Int.min, 0), (1, -1), (0, 1)])
  func extremeCounts(_ count: Int, _ reserves: Int) throws {
    let world = try World(seed: 52, roles: [.serviceSupervisor])
    #expect(throws: FieldFault.self) {
      try world.laptops[0].drawSample(
        month: september, count: count, reserves: reserves, organiser: nil, at: nil)
    }
  }

  @Test("stands in the status too, by site")
  func status() throws {
    let world = try World(seed: 53, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    _ = try laptop.recordVisit(try world.visit(1), at: nil)
    let status = try laptop.read { try laptop.status($0) }
    #expect(status.quota.map(\.site.code) == [world.siteCode])
    #expect(status.quota.first?.report.conditions.quota.achieved == 1)
    #expect(status.clockDifferenceMs != nil)
  }
}
