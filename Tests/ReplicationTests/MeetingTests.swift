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

/// A manager and an officer at a site; at head office a general manager and the general affairs department.
private struct Firm {
  let world: World
  let general: AccountID
  let affairs: AccountID

  var manager: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }

  /// Friday, 16:00.
  init(_ seed: UInt64) throws {
    world = try World(seed: seed, households: 2, roles: [.siteManager, .serviceOfficer])
    general = try world.office.addAccount(name: "GM", role: .generalManager, sites: [])
    affairs = try world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
    world.clock.set("2026-09-04 16:00")
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func moment(_ text: String) throws -> Instant {
    try #require(Instant(text, defaultZone: .china))
  }

  func minutes(_ start: String, chair: String? = "P0") throws -> FieldMeetingInput {
    var input = FieldMeetingInput(.customerService, start: try moment(start))
    input.chair = chair
    input.texts = [MeetingField.review: "marker-Xq7", MeetingField.present: "P0, P1"]
    input.tasks = [(who: "P1", due: try #require(CivilDate("2026-09-11")), text: "换灯")]
    return input
  }

  func company(_ start: String) throws -> RecordKey {
    var input = MeetingInput(.company, nil, start: try moment(start))
    input.chair = general
    input.minuteTaker = affairs
    input.texts = [MeetingField.decisions: "marker-Xq7"]
    return try world.office.recordMeeting(input, of: world.office.company, by: affairs)
  }

  func due(_ rule: RuleID, ofCompany: Bool = false) throws -> [ObligationState] {
    try world.office.read { replica in
      ofCompany
        ? try world.office.companyObligations(on: replica)
        : try world.office.obligations(of: world.site, on: replica)
    }.filter { $0.obligation.rule == rule }.map(\.obligation.state)
  }
}

private func refused(_ act: () throws -> Void) -> String? {
  do {
    try act()
    return nil
  } catch FieldFault.refused(let refusal) {
    return "\(refusal.rule) \(refusal.why.phrase.key)"
  } catch OfficeFault.refused(let rule, let why, _) {
    return "\(rule) \(why.phrase.key)"
  } catch FieldFault.failed(let message), OfficeFault.failed(let message) {
    return message.phrase.key
  } catch { return "\(error)" }
}

@Suite("A meeting") struct MeetingTests {
  @Test("of a department prepares the company meeting that follows it (R2-06)")
  func week() throws {
    let firm = try Firm(901)
    let friday = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    #expect(friday.meeting.week == CivilDate("2026-09-07"), "the week ahead")
    #expect(friday.meeting.lookedBack == CivilDate("2026-08-31"))
    firm.world.clock.set("2026-09-07 18:00")
    _ = try firm.company("2026-09-07 10:00")
    try firm.sync()
    let before = try firm.officer.recordMeeting(try firm.minutes("2026-09-07 09:59"), at: nil)
    #expect(before.meeting.week == CivilDate("2026-09-07"))
    #expect(before.meeting.key != friday.meeting.key, "a meeting a day has minutes of its own")
    let again = try firm.minutes("2026-09-07 10:00")
    #expect(
      refused { _ = try firm.officer.recordMeeting(again, at: nil) } == "F-saw meeting.there")
    let after = try firm.officer.recordMeeting(again, at: nil, saw: before.frontier)
    #expect(after.meeting.key == before.meeting.key)
    #expect(after.meeting.week == CivilDate("2026-09-14"))
  }

  @Test("of a department prepares the next week's, however late the company's minutes come (R2-06)")
  func lateMinutes() throws {
    let firm = try Firm(907)
    firm.world.clock.set("2026-09-14 18:00")
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-14 14:00"), at: nil)
    #expect(made.meeting.week == CivilDate("2026-09-14"), "nobody has heard of the company's yet")
    firm.world.clock.set("2026-09-15 09:00")
    _ = try firm.company("2026-09-14 10:00")
    try firm.sync()
    let name = made.meeting.key.id.description
    let known = try firm.officer.read { try firm.officer.meetingCard(named: name, $0) }
    #expect(known.meeting.week == CivilDate("2026-09-21"))
    #expect(try firm.due(.r2_06) == [.met])
  }

  @Test("R2-06 of a department is due before the company's meeting, to the second")
  func dueBefore() throws {
    let firm = try Firm(902)
    _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    try firm.sync()
    #expect(try firm.due(.r2_06) == [.met])
    firm.world.clock.set("2026-09-07 18:00")
    _ = try firm.company("2026-09-07 10:00")
    #expect(try firm.due(.r2_06) == [.met, .open], "the next one is before next Monday's")
    firm.world.clock.set("2026-09-14 18:00")
    _ = try firm.company("2026-09-14 10:00")
    #expect(try firm.due(.r2_06) == [.met, .overdue, .open])
  }

  @Test("of the company is on Monday, or on the next working day of its week (R2-05)")
  func monday() throws {
    let firm = try Firm(903)
    firm.world.clock.set("2026-09-28 12:00")
    _ = try firm.company("2026-09-28 10:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met])
    // 5 October 2026 is a day off; Thursday the 8th is the first working day of its week.
    firm.world.clock.set("2026-10-08 23:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .open])
    firm.world.clock.set("2026-10-09 00:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .overdue])
    _ = try firm.company("2026-10-08 10:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .met], "held in time")
    #expect(try firm.world.office.escalate() == 0)
    firm.world.clock.set("2026-10-13 00:00")
    #expect(try firm.world.office.escalate() == 1 && firm.world.office.escalate() == 0)
  }

  @Test("is left out only in a week without a working day (R2-05, A35)")
  func skipped() throws {
    let firm = try Firm(904)
    let office = firm.world.office
    func skip(_ day: String) throws {
      _ = try office.skipMeeting(
        .company, nil, week: try #require(CivilDate(day)), reason: "春节", of: office.company,
        by: firm.affairs)
    }
    #expect(refused { try skip("2026-09-07") } == "R2-05 rule.R2-05")
    #expect(refused { try skip("2026-02-18") } == nil, "16 to 22 February 2026 are all off")
  }

  @Test("has minutes that its chair confirms, and that nobody changes then (R2-07, R2-08)")
  func confirmed() throws {
    let firm = try Firm(905)
    var without = try firm.minutes("2026-09-04 15:00")
    without.texts = [:]
    without.tasks = []
    #expect(
      refused { _ = try firm.officer.recordMeeting(without, at: nil) } == "R2-08 rule.R2-07")
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    let id = made.meeting.key.id.description
    #expect(refused { _ = try firm.officer.confirmMeeting(named: id) } == "R2-08 rule.R2-07.chair")
    try firm.sync()
    let confirmed = try firm.manager.confirmMeeting(named: id)
    #expect(confirmed.meeting.isConfirmed && confirmed.texts[MeetingField.review] == "marker-Xq7")
    try firm.sync()
    #expect(
      refused {
        _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      } == "meeting.confirmedAlready")
    #expect(try firm.due(.r2_08) == [.met])
    let company = try firm.company("2026-09-03 10:00")
    #expect(
      refused { try firm.world.office.confirmMeeting(company, by: firm.affairs) }
        == "R2-07 rule.R2-07.chair")
    try firm.world.office.confirmMeeting(company, by: firm.general)
    #expect(try firm.due(.r2_07, ofCompany: true) == [.met])
    var input = MeetingInput(.company, nil, start: try firm.moment("2026-08-28 10:00"))
    input.chair = firm.general
    input.minuteTaker = firm.affairs
    input.texts = [MeetingField.review: "x"]
    let manager = firm.manager.account
    #expect(
      refused {
        _ = try firm.world.office.recordMeeting(
          input, of: firm.world.office.company, by: manager)
      } == "R2-07 rule.R2-07.role")
  }

  @Test("looks back on the tasks of the last one, and on older ones that are not done (R2-06)")
  func agenda() throws {
    let firm = try Firm(906)
    let first = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    firm.world.clock.set("2026-09-11 16:00")
    _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-11 15:00"), at: nil)
    func agenda() throws -> [String?] {
      try firm.officer.read { replica in
        try firm.officer.agenda(
          of: .customerService, at: try firm.officer.site(named: nil, replica), replica)
      }.map(\.text)
    }
    #expect(try agenda() == ["换灯", "换灯"])
    let task = try #require(first.meeting.tasks.first)
    _ = try firm.officer.finishTask(named: task.key.id.description)
    #expect(try agenda() == ["换灯"], "the old one is done")
  }
}

@Suite("Minutes") struct RetentionTests {
  /// Opened by each laptop and by the office: what the minutes say there.
  private func read(_ firm: Firm, _ key: RecordKey) throws -> [String?] {
    try firm.world.laptops.map { laptop in
      try laptop.read { try laptop.meetingCard(named: key.id.description, $0) }
        .texts[MeetingField.review]
    } + [
      try firm.world.office.read { try firm.world.office.meeting(key, on: $0) }?
        .texts[MeetingField.review]
    ]
  }

  @Test("R2-08 are readable on day 365, and gone for everybody after it, with proof")
  func year() throws {
    let firm = try Firm(911)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    try firm.sync()
    // 4 September 2027 is day 365.
    firm.world.clock.set("2027-09-04 23:59:59")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try read(firm, key) == ["marker-Xq7", "marker-Xq7", "marker-Xq7"])
    firm.world.clock.set("2027-09-05 00:00:00")
    #expect(
      refused { _ = try office.destroyExpired(by: firm.manager.account) }
        == "F-role retention.role")
    let gone = try office.destroyExpired(by: firm.affairs)
    #expect(gone.map(\.owner) == [key.id] && gone.map(\.retentionClass) == [.minutes])
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
    let proof = try office.read { try office.destructions(on: $0) }
    #expect(proof.count == 1 && proof[0].left == 0 && proof[0].keys == gone.map(\.key))
    #expect(proof[0].owners == [key.id] && proof[0].account == firm.affairs)
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty, "once")
    #expect(try firm.world.officeState() == firm.world.state(firm.officer), "the log is whole")
  }

  @Test("that are held back stay, and go when the hold ends (R2-08, statement 29)")
  func held() throws {
    let firm = try Firm(912)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    try firm.sync()
    try office.holdBack(key.id, in: key.scope, reason: "纠纷", by: firm.affairs)
    firm.world.clock.set("2027-10-01 08:00")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try read(firm, key) == ["marker-Xq7", "marker-Xq7", "marker-Xq7"])
    try office.holdBack(key.id, in: key.scope, reason: nil, by: firm.affairs)
    #expect(try office.destroyExpired(by: firm.affairs).count == 1)
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
  }

  @Test("do not come back with a laptop that was away, nor with its key (statement 29)")
  func late() throws {
    let firm = try Firm(913)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    // The other laptop never hears of the key before it is destroyed.
    _ = try firm.officer.synchronise()
    firm.world.clock.set("2027-10-01 08:00")
    #expect(try office.destroyExpired(by: firm.affairs).count == 1)
    // The writer's key goes with the next sync; the office refuses it for ever.
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
    #expect(try office.applyErasures() == 0)
    let proof = try office.read { try office.destructions(on: $0) }
    #expect(proof.map(\.left) == [0])
  }

  @Test("and texts of visits go by the year, the roster and who was visited stay (A32)")
  func visits() throws {
    let firm = try Firm(914)
    let office = firm.world.office
    let visit = try firm.officer.recordVisit(try firm.world.visit(1), at: nil).key
    try firm.sync()
    firm.world.clock.set("2029-12-31 23:00")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    firm.world.clock.set("2030-01-01 00:00")
    let gone = try office.destroyExpired(by: firm.affairs)
    #expect(gone.map(\.retentionClass) == [.visit])
    try firm.sync()
    let (matters, round) = try firm.officer.read { replica in
      let view = SiteView(replica, firm.world.site)
      let site = try firm.officer.site(named: nil, replica)
      return (
        try firm.officer.matters(of: site, replica).map(\.text),
        try view.visits().map(\.summary.key)
      )
    }
    #expect(matters == [nil] && round == [visit], "the words are gone, the visit stays")
  }
}
