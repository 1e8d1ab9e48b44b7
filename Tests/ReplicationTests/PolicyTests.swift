import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("Decisions that the firm puts into force")
struct FirmPolicyTests {
  private func file(_ decisions: String, from: String) throws -> PolicyFile {
    try PolicyFile(
      bytes: Array(
        #"{"edition":"firm-1","from":"\#(from)","source":"总经理办公会","decisions":[\#(decisions)]}"#
          .utf8))
  }

  @Test("are every laptop's after its next sync, and judge what is recorded from their day on")
  func replicated() throws {
    let world = try World(seed: 801, households: 4, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-01 12:00")
    let counts = try world.office.importPolicy(
      try file(
        #"{"decision":"A14","values":{"lateFrom":"18:00","lateUntil":"06:00","earlyUntil":null}},"#
          + #"{"decision":"P01","values":{"recontactPercent":100}}"#, from: "2026-09-02"))
    #expect((counts.added, counts.changed) == (2, 0))
    _ = try laptop.synchronise()
    #expect(try laptop.read { try $0.policy() } == world.office.policy())
    world.clock.set("2026-09-02 20:00")
    // 19:00 the evening before the edition is no late hour; on its own day it is.
    var before = try world.visit(1, start: "2026-09-01 19:00", end: "2026-09-01 19:20")
    before.mode = .door
    before.agreedWith = "王"
    let first = try laptop.recordVisit(before, at: nil).key
    var after = try world.visit(2, start: "2026-09-02 19:00", end: "2026-09-02 19:20")
    after.mode = .door
    after.agreedWith = "李"
    #expect(throws: FieldFault.self) { try laptop.recordVisit(after, at: nil) }
    var excused = after
    excused.reasons = ["R1-47": "约定如此"]
    let second = try laptop.recordVisit(excused, at: nil).key
    let sampled = try laptop.read { replica in
      let view = SiteView(replica, world.site)
      return try [first, second].map { try view.review(of: $0)?.isSampled }
    }
    #expect(sampled[1] == true, "every visit is sampled from the edition's day on")
    let cards = try laptop.read { replica in
      try [first, second].map { try laptop.visitCard($0, replica).policy.text }
    }
    #expect(cards[0].contains("lateFrom=22:00") && cards[0].contains("recontactPercent=10"))
    #expect(cards[1].contains("lateFrom=18:00") && cards[1].contains("recontactPercent=100"))
  }

  @Test("measure a month by what was in force on its 1st, on laptop and office alike")
  func month() throws {
    let world = try World(seed: 802, households: 10, roles: [.serviceOfficer])
    world.clock.set("2026-08-20 12:00")
    _ = try world.office.importPolicy(
      try file(
        #"{"decision":"A03","values":{"bracketLimits":[5,6,7],"bracketPercents":[4,5,6,50]}}"#,
        from: "2026-09-02"))
    world.clock.set("2026-10-02 12:00")
    for text in ["2026-09", "2026-10"] {
      _ = try world.office.takeFrames(of: try #require(CivilMonth(text)))
    }
    _ = try world.laptops[0].synchronise()
    for (text, percent) in [("2026-09", 4), ("2026-10", 50)] {
      let month = try #require(CivilMonth(text))
      let now = world.clock.now
      let office = try world.office.read { try SiteView($0, world.site).report(of: month, at: now) }
      let laptop = try world.laptops[0].read {
        try SiteView($0, world.site).report(of: month, at: now)
      }
      #expect(office.quota.percent == percent && laptop.quota == office.quota, "\(text)")
    }
  }

  @Test("change nothing when taken in again; a correction of the same day replaces what it said")
  func again() throws {
    let world = try World(seed: 803, roles: [])
    let edition = try file(
      #"{"decision":"A17","values":{"summaryDay":7}}"#, from: "2099-01-01")
    _ = try world.office.importPolicy(edition)
    let bundles = try world.office.verify().bundles
    #expect(try world.office.importPolicy(edition).unchanged == 1)
    #expect(try world.office.verify().bundles == bundles)
    let corrected = try file(
      #"{"decision":"A17","values":{"summaryDay":8}}"#, from: "2099-01-01")
    #expect(try world.office.importPolicy(corrected).changed == 1)
    let day = try #require(CivilDate("2099-01-01"))
    #expect(try world.office.policy().settings(on: day).summaryDay == 8)
    #expect(try world.office.policy().history(of: "A17").count == 2)
  }

  @Test("cannot reach back: once anything is recorded, today and what is before it are refused")
  func past() throws {
    let world = try World(seed: 804, households: 4, roles: [.serviceOfficer])
    world.clock.set("2026-09-02 12:00")
    let values = #"{"decision":"A17","values":{"summaryDay":7}}"#
    // A firm that begins says by what it has gone since it began.
    let fifth = #"{"decision":"A18","values":{"approvalWorkingDays":3}}"#
    #expect(try world.office.importPolicy(try file(fifth, from: "2026-01-01")).added == 1)
    _ = try world.laptops[0].recordVisit(
      try world.visit(1, start: "2026-09-02 10:00", end: "2026-09-02 10:20"), at: nil)
    _ = try world.laptops[0].synchronise()
    #expect(throws: OfficeFault.self) {
      try world.office.importPolicy(try file(values, from: "2026-09-02"))
    }
    let today = try #require(CivilDate("2026-09-02"))
    #expect(try world.office.policy().settings(on: today).summaryDay == 5, "nothing was changed")
    #expect(throws: OfficeFault.self) {
      try world.office.importPolicy(try file("", from: "2026-10-02"))
    }
    #expect(try world.office.importPolicy(try file(values, from: "2026-09-03")).added == 1)
    #expect(throws: PolicyFault.self) { try file(values, from: "2017-12-31") }
  }

  @Test(
    "judge each absence by its own day: what is decided later neither ends a turn nor opens one")
  func absences() throws {
    let world = try World(seed: 805, households: 4, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    for day in ["2026-09-01", "2026-09-02"] {
      world.clock.set(day + " 12:00")
      _ = try laptop.recordAttempt(
        household: "1-101", outcome: .nobodyHome, at: world.clock.now, remark: nil, site: nil)
    }
    _ = try laptop.recordAttempt(
      household: "1-102", outcome: .nobodyHome, at: world.clock.now, remark: nil, site: nil)
    _ = try world.office.importPolicy(
      try file(#"{"decision":"A10","values":{"attemptsMaximum":2}}"#, from: "2026-09-04"))
    world.clock.set("2026-09-05 12:00")
    _ = try laptop.synchronise()
    func status(_ unit: String) throws -> RoundView.Status {
      try laptop.read { replica in
        let view = SiteView(replica, world.site)
        let household = try #require(try view.households().first { $0.unitCode == unit })
        return try view.round(1, at: world.clock.now).status(of: household.key.id)
      }
    }
    #expect(try status("1-101") == .open, "two absences were not enough on their days")
    let second = try laptop.recordAttempt(
      household: "1-102", outcome: .nobodyHome, at: world.clock.now, remark: nil, site: nil)
    #expect(second.status == .unreachable, "the second absence falls under the new value")
    #expect(try status("1-101") == .open)
  }
}
