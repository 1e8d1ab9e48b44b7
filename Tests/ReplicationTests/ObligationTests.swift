import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("What is due") struct DueTests {
  /// A supervisor, an officer and a manager; September's frame is taken.
  private func world(_ seed: UInt64) throws -> World {
    let world = try World(
      seed: seed, households: 4, roles: [.serviceSupervisor, .serviceOfficer, .siteManager])
    _ = try world.office.takeFrames(of: try #require(CivilMonth("2026-09")))
    try sync(world)
    world.clock.set("2026-09-02 12:00")
    return world
  }

  private func sync(_ world: World) throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  private func due(_ laptop: Laptop) throws -> [SiteObligation] {
    try laptop.read { try laptop.obligations(of: try laptop.site(named: nil, $0), $0) }
  }

  private func atOffice(_ world: World) throws -> [SiteObligation] {
    try world.office.read { try world.office.obligations(of: world.site, on: $0) }
  }

  private func find(
    _ rule: RuleID, _ all: [SiteObligation]
  ) -> [ObligationState] { all.filter { $0.obligation.rule == rule }.map(\.obligation.state) }

  @Test("follows from the records alone, and is the same on every laptop and at the office")
  func same() throws {
    let world = try world(701)
    var input = try world.visit(1)
    input.items = [
      .init(topic: .repair, kind: .need, text: "灯", wantsFeedback: true, urgency: .urgent)
    ]
    let visit = try world.laptops[1].recordVisit(input, at: nil).key
    _ = try world.laptops[1].recordContact(
      ContactInput(
        household: nil, .opinionBox, at: world.clock.now,
        items: [.init(topic: .greening, kind: .suggestion, text: "树")]), at: nil)
    try sync(world)
    let first = try due(world.laptops[1])
    #expect(find(.r1_53, first) == [.met])
    #expect(find(.r1_54, first) == [.open] && find(.r1_41, first) == [.open])
    #expect(find(.r1_13, first) == [.open] && find(.r1_12, first) == [.open])
    #expect(find(.r1_40, first) == [.met], "one visit of four households is the quota")
    #expect(find(.r1_36, first) == [.open] && find(.r1_56, first).isEmpty)
    for laptop in world.laptops { #expect(try due(laptop) == atOffice(world)) }
    // Accepting sends the need on its way; deciding about it makes the feedback R1-60's.
    _ = try world.laptops[0].review(visit.id.description, .accept)
    let matter = try #require(
      try world.laptops[0].read { try SiteView($0, world.site).matters(of: visit) }.first)
    try sync(world)
    _ = try world.laptops[2].decideMatter(named: matter.key.id.description, .measure, "换灯")
    try sync(world)
    let later = try due(world.laptops[1])
    #expect(find(.r1_54, later).isEmpty && find(.r1_13, later).isEmpty)
    #expect(find(.r1_41, later).isEmpty && find(.r1_60, later) == [.open])
    #expect(
      later.first { $0.obligation.rule == .r1_60 }?.obligation.who
        == .person(world.laptops[1].account))
    for laptop in world.laptops { #expect(try due(laptop) == atOffice(world)) }
  }

  @Test("passes without stopping anybody: what is done late is taken, and says so")
  func late() throws {
    let world = try world(702)
    world.clock.set("2026-09-10 12:00")
    let recorded = try world.laptops[1].recordVisit(try world.visit(1), at: nil)
    #expect(recorded.reminders.map(\.rule).contains(.r1_53))
    world.clock.set("2026-10-06 09:00")
    try sync(world)
    #expect(find(.r1_53, try due(world.laptops[0])) == [.late])
    #expect(find(.r1_56, try due(world.laptops[0])) == [.overdue])
    let september = try #require(CivilMonth("2026-09"))
    _ = try world.laptops[0].submitSummary(of: september, "", at: nil)
    #expect(find(.r1_56, try due(world.laptops[0])) == [.late])
    #expect(find(.r1_57, try due(world.laptops[0])) == [.open])
    try sync(world)
    #expect(try due(world.laptops[2]) == atOffice(world))
  }

  @Test("comes before head office exactly once, whoever starts the office again and how often")
  func escalates() throws {
    let world = try world(703)
    #expect(try world.office.escalate() == 0)
    // September ends without the manager's and the supervisor's five, and without a visit at all.
    world.clock.set("2026-10-01 00:00")
    #expect(try world.office.escalate() == 3)
    for _ in 0..<3 {
      let again = try Office(world.office.environment, world.office.secrets)
      #expect(try again.escalate() == 0)
    }
    world.clock.set("2026-10-06 00:00")
    let again = try Office(world.office.environment, world.office.secrets)
    #expect(try again.escalate() == 1, "the summary of September")
    #expect(try again.escalate() == 0)
    try sync(world)
    let seen = try due(world.laptops[0]).filter { $0.escalatedAt != nil }
    #expect(Set(seen.map(\.obligation.rule)) == [.r1_36, .r1_37, .r1_40, .r1_56])
    #expect(try due(world.laptops[0]) == atOffice(world))
    // Met late, it stays where it came to, and comes no second time.
    let september = try #require(CivilMonth("2026-09"))
    _ = try world.laptops[0].submitSummary(of: september, "", at: nil)
    try sync(world)
    #expect(try again.escalate() == 0)
    #expect(try world.state(world.laptops[1]) == world.officeState())
  }

  @Test("is let go by head office alone, with a reason, and only what is still due")
  func waived() throws {
    let world = try world(704)
    let reviewer = try world.office.addAccount(name: "R", role: .companyReviewer, sites: [])
    let subject = RecordIdentity.summary(
      site: world.site, month: try #require(CivilMonth("2026-09")))
    func refused(_ rule: RuleID, _ reason: String, by account: AccountID) -> String? {
      do {
        try world.office.waive(
          rule, about: subject, of: world.site, reason: reason, by: account)
        return nil
      } catch OfficeFault.refused(let rule, _, _) { return rule } catch OfficeFault.failed(
        let message)
      { return message.phrase.key } catch { return "usage" }
    }
    #expect(refused(.r1_36, "经理空缺", by: world.laptops[2].account) == "F-role")
    #expect(refused(.r1_36, " \u{3000}", by: reviewer) == "usage")
    #expect(refused(.r1_56, "早", by: reviewer) == "obligation.none")
    #expect(refused(.r1_36, "经理空缺", by: reviewer) == nil)
    #expect(refused(.r1_36, "再来", by: reviewer) == "obligation.none")
    try sync(world)
    let one = try due(world.laptops[0]).first { $0.obligation.rule == .r1_36 }
    #expect(one?.obligation.state == .waived && one?.waiver == "经理空缺")
    world.clock.set("2026-10-01 00:00")
    #expect(try world.office.escalate() == 2, "what was let go does not come before anybody")
  }

  @Test("is provisional where a year's working days are not known")
  func provisional() throws {
    let world = try World(
      seed: 705, households: 4, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-12-15 09:00")
    _ = try world.office.takeFrames(of: try #require(CivilMonth("2026-12")))
    try sync(world)
    world.clock.set("2027-01-04 09:00")
    try sync(world)
    let december = try #require(CivilMonth("2026-12"))
    _ = try world.laptops[0].submitSummary(of: december, "", at: nil)
    let approval = try due(world.laptops[0]).first { $0.obligation.rule == .r1_57 }
    #expect(approval?.obligation.isProvisional == true)
    #expect(approval?.obligation.due.description == "2027-01-06")
  }
}
