import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
import TestSupport
import Testing
import VisitModel

@Suite("The procedure's scope") struct ScopeTests {
  @Test(
    "R1-06: homes and businesses, owned or let, are counted; empty and undelivered are not counted")
  func frame() throws {
    let world = try World(seed: 801, households: 1, roles: [.serviceSupervisor])
    let rows: [(String, UnitKind, Occupancy)] = [
      ("S-1", .shop, .occupied), ("S-2", .office, .let), ("S-3", .dormitory, .occupied),
      ("S-4", .dwelling, .vacant), ("S-5", .dwelling, .undelivered), ("S-6", .dwelling, .let),
    ]
    _ = try world.office.importHouseholds(
      rows.compactMap { code, kind, occupancy in
        UnitCode(code).map {
          HouseholdRow(
            unit: $0, kind: kind, occupancy: occupancy, name: "N", telephone: nil,
            joinedOn: CivilDate("2026-01-01"), isRestricted: false)
        }
      }, of: world.site)
    let september = try #require(CivilMonth("2026-09"))
    _ = try world.office.takeFrames(of: september)
    _ = try world.laptops[0].synchronise()
    let frame = try world.laptops[0].read {
      try SiteView($0, world.site).frame(of: september)
    }
    #expect(frame?.occupied == 5, "one dwelling, shop, office, dormitory, and the let dwelling")
  }

  @Test(
    "R1-04: the month's work is counted by name of whoever was there; an attempt is not counted")
  func work() throws {
    let world = try World(
      seed: 802, households: 4, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-02 12:00")
    _ = try world.laptops[1].recordVisit(try world.visit(1), at: nil)
    var joint = try world.visit(2, start: "2026-09-02 11:00", end: "2026-09-02 11:20")
    joint.with = ["P0"]
    _ = try world.laptops[1].recordVisit(joint, at: nil)
    _ = try world.laptops[1].recordAttempt(
      household: "1-103", outcome: .nobodyHome, at: world.clock.now, remark: nil, site: nil)
    let plan = try world.laptops[1].read { replica in
      try world.laptops[1].plan(
        try world.laptops[1].site(named: nil, replica), month: try #require(CivilMonth("2026-09")),
        replica)
    }
    #expect(plan.byPerson.map(\.name) == ["P1", "P0"] && plan.byPerson.map(\.count) == [2, 1])
    #expect(plan.report.figures.counted == 2)
  }

  @Test(
    "R1-01: what a laptop brings of its site's households is accepted, of other scopes it is held")
  func scope() throws {
    let world = try World(seed: 803, households: 1, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    _ = try laptop.recordContact(
      ContactInput(
        household: "1-101", .telephone, at: world.clock.now,
        items: [.init(topic: .order, kind: .need, text: "灯")]), at: nil)
    #expect(try laptop.synchronise().held.isEmpty)
    #expect(try world.office.read { try SiteView($0, world.site).matters() }.count == 1)
    _ = try laptop.write { replica in
      try laptop.write(
        [RecordEdit(.contact, RecordID(high: 1, low: 1), [ContactField.at: .instant(laptop.now)])],
        in: world.office.company, on: replica)
    }
    #expect(try laptop.synchronise().held.map(\.reason) == [.roleMayNotWrite])
  }

  @Test(
    "R1-08, R1-09: fourteen channels and eleven topics have numbers that stay, and the last is other"
  )
  func codes() {
    #expect(Channel.allCases.count == 15 && Channel.allCases.last == .other)
    #expect(Topic.allCases.count == 11 && Topic.allCases.last == .other)
    #expect(Channel.allCases.map(\.rawValue) == Array(1...15))
    #expect(Topic.allCases.map(\.rawValue) == Array(1...11))
    #expect(Channel.allCases.filter { !$0.brings }.count == 5)
  }
}
