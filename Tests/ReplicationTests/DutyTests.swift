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

private struct Post {
  let world: World
  var laptop: Laptop { world.laptops[0] }

  init(_ seed: UInt64, _ roles: [Role] = [.serviceOfficer]) throws {
    world = try World(seed: seed, households: 3, roles: roles)
  }

  func heard(_ topic: Topic, _ kind: OpinionKind, _ text: String = "灯") -> ContactInput {
    var input = ContactInput(
      household: "1-101", .conversation, at: world.clock.now,
      items: [.init(topic: topic, kind: kind, text: text)])
    input.method = .everydayContact
    return input
  }

  func due(_ rule: RuleID) throws -> [ObligationState] {
    try laptop.read { try laptop.obligations(of: try laptop.site(named: nil, $0), $0) }
      .filter { $0.obligation.rule == rule }.map(\.obligation.state)
  }
}

/// Duties of manner: who does them well is in no record. What is done of them is recorded, and what is
/// missing is reported.
@Suite("A duty of everyday contact") struct DutyTests {
  @Test("R1-05 what a colleague heard is recorded with who it was; a day later it is reminded of")
  func colleagues() throws {
    let post = try Post(981)
    var guarding = post.heard(.order, .need)
    guarding.heardBy = "门岗老李"
    let saved = try post.laptop.recordContact(guarding, at: nil)
    #expect(saved.reminders.isEmpty)
    let state = try post.laptop.read { try $0.records.state(of: saved.key) }
    #expect(state?.text(ContactField.heardBy) == "门岗老李")
    guarding.at = post.world.clock.now.advanced(byMilliseconds: -13 * 3_600_000)
    #expect(try post.laptop.recordContact(guarding, at: nil).reminders.map(\.rule) == [.r1_11])
  }

  @Test("R1-08 is accepted by ten channels, and refused by the five that only speak")
  func channels() throws {
    let post = try Post(982)
    let speaking: Set<Channel> = [.bulletin, .publicityBoard, .periodical, .noticeSlip, .sign]
    for channel in Channel.allCases {
      var input = post.heard(.order, .need)
      input.channel = channel
      let why = refusal { _ = try post.laptop.recordContact(input, at: nil) }
      #expect(why == (speaking.contains(channel) ? "R1-10 rule.R1-10.channel" : nil), "\(channel)")
    }
    #expect(try post.laptop.read { try SiteView($0, post.world.site).matters() }.count == 10)
  }

  @Test("R1-09 is accepted under each of eleven topics; under other without words it is refused")
  func topics() throws {
    let post = try Post(983)
    for topic in Topic.allCases {
      _ = try post.laptop.recordContact(post.heard(topic, .opinion), at: nil)
    }
    let known = try post.laptop.read { try SiteView($0, post.world.site).matters() }
    #expect(Set(known.map(\.topic)) == Set(Topic.allCases) && known.count == 11)
    let silent = post.heard(.other, .opinion, "\u{3000}")
    #expect(
      refusal { _ = try post.laptop.recordContact(silent, at: nil) } == "R1-10 rule.R1-44")
  }

  @Test("R1-13 that is urgent is due on its day; it is done once on its way, and else is overdue")
  func urgent() throws {
    let post = try Post(984)
    var urgent = post.heard(.repair, .need, "漏水")
    urgent.items[0].urgency = .urgent
    let first = try post.laptop.recordContact(urgent, at: nil)
    #expect(first.reminders.map(\.rule) == [.r1_13])
    urgent.household = "1-102"
    _ = try post.laptop.recordContact(urgent, at: nil)
    #expect(try post.due(.r1_13) == [.open, .open])
    let name = try #require(first.matters.first).description
    _ = try post.laptop.handleMatter(named: name, .route(to: .engineering, handler: nil))
    #expect(try post.due(.r1_13) == [.open])
    post.world.clock.set("2026-09-02 00:00")
    #expect(try post.due(.r1_13) == [.overdue])
  }

  @Test("R1-14 is counted by topic and kind, and what was taken back is not counted")
  func analysis() throws {
    let post = try Post(985)
    let september = try #require(CivilMonth("2026-09"))
    _ = try post.world.office.takeFrames(of: september)
    _ = try post.laptop.synchronise()
    let praise = try post.laptop.recordContact(post.heard(.greening, .praise), at: nil)
    _ = try post.laptop.recordContact(post.heard(.greening, .complaint), at: nil)
    func said() throws -> [Int] {
      let content = try post.laptop.read { replica in
        try post.laptop.summary(
          of: try post.laptop.site(named: nil, replica), month: september, replica)
      }.content
      return [content.count(.praise), content.count(.complaint), content.count(.greening)]
    }
    #expect(try said() == [1, 1, 2])
    _ = try post.laptop.voidContact(named: praise.key.id.description, reason: "写错")
    #expect(try said() == [0, 1, 1])
  }

  @Test("R1-48 praised by a household is recorded; complained of, it is due until handed over")
  func manner() throws {
    let post = try Post(986)
    let praise = try post.laptop.recordContact(post.heard(.staffCapability, .praise), at: nil)
    #expect(try praise.reminders.isEmpty && post.due(.r1_12).isEmpty)
    let rude = try post.laptop.recordContact(post.heard(.staffCapability, .complaint), at: nil)
    #expect(try rude.reminders.map(\.rule) == [.r1_42] && post.due(.r1_12) == [.open])
    let name = try #require(rude.matters.first).description
    _ = try post.laptop.handleMatter(named: name, .handOver, reference: "TS-1")
    #expect(try post.due(.r1_12).isEmpty)
  }

  @Test(
    "R1-49, R1-50 is read by author and custodian; a colleague cannot, without one it is refused")
  func privacy() throws {
    let post = try Post(987, [.serviceOfficer, .serviceSupervisor, .serviceOfficer])
    let world = post.world
    world.clock.set("2026-09-02 12:00")
    let visit = try post.laptop.recordVisit(try world.visit(1), at: nil).key.id.description
    let why = refusal { _ = try post.laptop.writeNote("邻居欠费", about: visit) }
    #expect(why?.hasPrefix("R1-49 ") == true)
    _ = try world.office.appointCustodian(world.laptops[1].account, of: world.site)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    _ = try post.laptop.writeNote("邻居欠费", about: visit)
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
    let texts = try world.laptops.map { try $0.notes(about: visit).map(\.text) }
    #expect(texts == [["邻居欠费"], ["邻居欠费"], [nil]])
  }
}
