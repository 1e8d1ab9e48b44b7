import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import TextFormats
import VisitModel
import Wording

/// A manager, a supervisor and an officer at a site of two lobbies.
struct Compound {
  let world: World

  var manager: Laptop { world.laptops[0] }
  var supervisor: Laptop { world.laptops[1] }
  var officer: Laptop { world.laptops[2] }

  /// Monday, 12:00.
  init(_ seed: UInt64) throws {
    world = try World(
      seed: seed, households: 4, roles: [.siteManager, .serviceSupervisor, .serviceOfficer])
    _ = try world.office.importHouseholds(
      try ["2-101", "2-102"].map { text in
        HouseholdRow(
          unit: try #require(UnitCode(text)), kind: .dwelling, occupancy: .occupied, name: "M",
          telephone: nil, joinedOn: CivilDate("2026-01-01"), isRestricted: false)
      }, of: world.site)
    world.clock.set("2026-09-07 12:00")
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func moment(_ text: String) throws -> Instant {
    try #require(Instant(text, defaultZone: .china))
  }

  func text(_ kind: NoticeKind, _ start: String?, _ end: String? = nil) throws -> NoticeText {
    var text = NoticeText(kind)
    text.start = try start.map(moment)
    text.end = try end.map(moment)
    text.title = kind.name
    text.body = "请留意"
    return text
  }

  func write(
    _ kind: NoticeKind, _ start: String?, at: String? = nil, emergency: EmergencyInput? = nil,
    _ laptop: Laptop? = nil
  ) throws -> NoticeDone {
    try (laptop ?? officer).writeNotice(
      try text(kind, start), answering: nil, at: try at.map(moment) ?? world.clock.now,
      emergency: emergency, site: nil)
  }

  func seal(_ done: NoticeDone) throws -> NoticeDone {
    try officer.sealNotice(named: id(done), with: nil, at: world.clock.now)
  }

  func post(_ done: NoticeDone, _ lobby: String, at: String? = nil) throws -> NoticeDone {
    var input = PostingInput()
    input.lobbies = [lobby]
    return try officer.postNotice(
      named: id(done), input, at: try at.map(moment) ?? world.clock.now)
  }

  func id(_ done: NoticeDone) -> String { done.card.notice.key.id.description }

  /// What all say of a notice, which must be one thing once in sync.
  func agreed(_ done: NoticeDone) throws -> Notice {
    try sync()
    let key = done.card.notice.key
    let all =
      try world.laptops.map { laptop in
        try laptop.read { try SiteView($0, key.scope).notice(key) }
      } + [try world.office.read { try SiteView($0, key.scope).notice(key) }]
    #expect(Set(all).count == 1)
    return try #require(all[0] ?? nil)
  }

  func due(_ rule: RuleID) throws -> [ObligationState] {
    try world.office.read { try world.office.obligations(of: world.site, on: $0) }
      .filter { $0.obligation.rule == rule }.map(\.obligation.state)
  }
}

@Suite("A notice") struct NoticeTests {
  @Test("goes from the department's request to the archive, and all who sync see one thing")
  func whole() throws {
    let site = try Compound(801)
    let asked = try site.officer.requestNotice(
      try site.text(.waterOutage, "2026-09-10 09:00", "2026-09-10 12:00"), from: .engineering,
      at: site.world.clock.now, site: nil)
    #expect(asked.card.notice.stage == .requested && asked.reminders.isEmpty)
    #expect(try site.due(.r1_21).isEmpty, "nothing is known at the office yet")
    try site.sync()
    #expect(try site.due(.r1_21) == [.met] && site.due(.r1_22) == [.open])
    let written = try site.supervisor.writeNotice(
      try site.text(.waterOutage, "2026-09-10 09:00", "2026-09-10 12:00"),
      answering: site.id(asked), at: site.world.clock.now, site: nil)
    #expect(written.card.notice.key == asked.card.notice.key)
    try site.sync()
    #expect(refused { _ = try site.post(written, "1") } == "R2-10", "no seal is on it")
    _ = try site.seal(written)
    let first = try site.post(written, "1", at: "2026-09-07 12:05")
    #expect(first.card.notice.missing.map(\.code.text) == ["2"])
    #expect(first.card.notice.toldAt == nil, "the last lobby decides")
    site.world.clock.set("2026-09-08 10:00")
    let last = try site.post(written, "2", at: "2026-09-08 09:00")
    #expect(last.card.notice.stage == .posted)
    #expect(last.card.notice.toldAt == (try site.moment("2026-09-08 09:00")))
    site.world.clock.set("2026-09-10 13:00")
    _ = try site.officer.takeDownNotice(
      named: site.id(written), from: [], at: site.world.clock.now)
    let kept = try site.officer.archiveNotice(
      named: site.id(written), at: "档案柜3", since: site.world.clock.now)
    #expect(kept.card.keptUntil == CivilDate("2027-09-07"), "one year from the day of issue")
    let notice = try site.agreed(written)
    #expect(notice.stage == .takenDown && !notice.isOpen)
    #expect(notice.name(of: "S1") == "S1-N-2026-001", "the office numbers it")
    #expect(try site.due(.r1_22) == [.met] && site.due(.r2_12) == [.late])
  }

  @Test(
    "of an outage under 24 hours before it is refused by R1-22, to the second",
    arguments: [("2026-09-08 12:00:00", nil), ("2026-09-08 11:59:59", "R1-22" as String?)])
  func outage(_ start: String, _ rule: String?) throws {
    let site = try Compound(802)
    for kind in [NoticeKind.waterOutage, .powerOutage] {
      #expect(refused { _ = try site.write(kind, start, at: "2026-09-07 12:00:00") } == rule)
    }
  }

  @Test(
    "of pest control under 12 hours before it is refused by R1-19, to the second",
    arguments: [("2026-09-08 00:00:00", nil), ("2026-09-07 23:59:59", "R1-19" as String?)])
  func pest(_ start: String, _ rule: String?) throws {
    let site = try Compound(803)
    #expect(
      refused { _ = try site.write(.pestControl, start, at: "2026-09-07 12:00:00") } == rule)
  }

  @Test("that is an emergency needs a reason and who allowed it, and is in the summary (R1-22)")
  func emergency() throws {
    let site = try Compound(804)
    let start = "2026-09-07 13:00"
    for input in [
      EmergencyInput(reason: "", approver: "P0"), EmergencyInput(reason: "爆管", approver: ""),
      EmergencyInput(reason: "爆管", approver: "P2"),
    ] {
      #expect(refused { _ = try site.write(.waterOutage, start, emergency: input) } == "R1-22")
    }
    let done = try site.write(
      .waterOutage, start, emergency: EmergencyInput(reason: "爆管", approver: "P0"))
    _ = try site.write(.waterOutage, "2026-09-20 09:00")
    #expect(try site.agreed(done).emergency?.reason == "爆管")
    #expect(try site.due(.r1_22) == [.open], "the emergency has no lead time")
    let month = try #require(CivilMonth("2026-09"))
    let (summary, next) = try site.manager.read { replica in
      let facts = try site.manager.site(named: nil, replica)
      return (
        try site.manager.summary(of: facts, month: month, replica),
        try site.manager.summary(of: facts, month: month.next, replica)
      )
    }
    #expect(summary.emergencies.map(\.key) == [done.card.notice.key])
    #expect(summary.content.emergencies.map(\.notice) == [done.card.notice.key.id])
    #expect(summary.content.notices == [.waterOutage: 2])
    #expect(next.emergencies.isEmpty && next.content.json["emergencies"] == nil)
  }

  @Test("whose start moves is measured again: earlier from now, later from the last lobby (R1-22)")
  func moved() throws {
    let site = try Compound(805)
    let done = try site.write(.waterOutage, "2026-09-09 12:00")
    _ = try site.seal(done)
    _ = try site.post(done, "1")
    site.world.clock.set("2026-09-08 12:31")
    _ = try site.post(done, "2", at: "2026-09-07 12:30")
    func move(_ start: String) throws -> NoticeDone {
      var changes = NoticeChanges()
      changes.start = try site.moment(start)
      return try site.officer.amendNotice(
        named: site.id(done), changes, at: site.world.clock.now)
    }
    #expect(refused { _ = try move("2026-09-09 11:00") } == "R1-22", "22 hours from now")
    let later = try move("2026-09-09 12:30")
    #expect(later.card.notice.toldAt == (try site.moment("2026-09-07 12:30")))
    #expect(later.card.notice.outdated.count == 2, "what hangs says 12:00")
    #expect(!later.card.notice.isSealed, "and the seal is on another text")
    #expect(refused { _ = try site.post(done, "1") } == "R2-10")
    _ = try site.seal(done)
    var everywhere = PostingInput()
    everywhere.isEverywhere = true
    let again = try site.officer.postNotice(
      named: site.id(done), everywhere, at: site.world.clock.now)
    #expect(again.card.notice.current.map(\.place).sorted() == ["1", "2"])
  }

  @Test("hangs late all the same, and is late in what is due (R1-22, statement 26)")
  func late() throws {
    let site = try Compound(806)
    let done = try site.write(.waterOutage, "2026-09-09 12:00")
    _ = try site.seal(done)
    _ = try site.post(done, "1")
    #expect(try site.due(.r1_22).isEmpty)
    site.world.clock.set("2026-09-08 12:00:01")
    let last = try site.post(done, "2")
    #expect(last.reminders.map(\.rule) == [.r1_22])
    _ = try site.agreed(done)
    #expect(try site.due(.r1_22) == [.late])
  }

  @Test("of pest control on a Saturday or Sunday is refused by R1-17, on a working day it is not")
  func weekend() throws {
    let site = try Compound(807)
    for (start, rule) in [
      ("2026-09-12 09:00", "R1-17" as String?), ("2026-09-13 09:00", "R1-17"),
      ("2026-09-14 09:00", nil),
    ] {
      #expect(refused { _ = try site.write(.pestControl, start) } == rule)
    }
    // A make-up working day is a Sunday all the same (A23).
    #expect(refused { _ = try site.write(.pestControl, "2026-09-20 09:00") } == "R1-17")
  }

  @Test("names nobody's allowance but that of who may allow it: the office holds it (R1-22)")
  func heldApprover() throws {
    let site = try Compound(808)
    let officer = site.officer
    let person = site.world.office.accountKey(officer.account)
    let edits = try officer.read { replica in
      let view = SiteView(replica, site.world.site)
      return try NoticeDesk(
        view, .standard, zone: .china, by: person, at: officer.now
      ).issue(
        try site.text(.waterOutage, "2026-09-07 13:00"),
        as: RecordKey(scope: site.world.site, type: .notice, id: RecordID(high: 1, low: 2)),
        at: officer.now,
        emergency: NoticeDesk.Allowance(
          reason: "x", approver: (person, .siteManager))
      ).edits
    }
    _ = try officer.write { try officer.write(edits, in: site.world.site, on: $0) }
    let report = try officer.synchronise()
    #expect(report.held.count == 1)
  }

  @Test("on the publicity board is asked for once a month (R1-25)")
  func board() throws {
    let site = try Compound(809)
    _ = try site.write(.parkingCard, nil)
    try site.sync()
    #expect(try site.due(.r1_25) == [.open])
    let done = try site.write(.education, nil)
    _ = try site.seal(done)
    var input = PostingInput()
    input.boards = ["宣传栏"]
    input.isNewPlace = true
    _ = try site.officer.postNotice(
      named: site.id(done), input, at: site.world.clock.now)
    try site.sync()
    #expect(try site.due(.r1_25) == [.met])
    site.world.clock.set("2026-10-31 12:00")
    #expect(try site.due(.r1_25) == [.met, .open])
    site.world.clock.set("2026-11-01 00:00")
    #expect(try site.due(.r1_25) == [.overdue, .open])
  }

  @Test("R1-16 is due until signs are seen during and after, R1-27 until a cordon is; then is met")
  func signs() throws {
    let site = try Compound(810)
    let pest = try site.write(.pestControl, "2026-09-08 09:00")
    let repair = try site.write(.repairDisturbance, "2026-09-08 09:00")
    func check(_ done: NoticeDone, _ phase: SignPhase, cordon: Bool = false) throws {
      _ = try site.officer.checkSigns(
        of: site.id(done), phase, hasSigns: true, hasCordon: cordon, remark: "",
        at: site.world.clock.now)
      try site.sync()
    }
    site.world.clock.set("2026-09-08 09:30")
    try check(pest, .during)
    #expect(try site.due(.r1_16) == [.open])
    try check(pest, .after)
    #expect(try site.due(.r1_16) == [.met])
    try check(repair, .during)
    #expect(try site.due(.r1_27) == [.open])
    try check(repair, .during, cordon: true)
    #expect(try site.due(.r1_27) == [.met])
  }

  @Test("taken down before it is put off tells nobody of the new day (R1-22)")
  func takenDownAndMoved() throws {
    let site = try Compound(811)
    let done = try site.write(.waterOutage, "2026-09-09 12:00")
    _ = try site.seal(done)
    var everywhere = PostingInput()
    everywhere.isEverywhere = true
    _ = try site.officer.postNotice(named: site.id(done), everywhere, at: site.world.clock.now)
    _ = try site.officer.takeDownNotice(named: site.id(done), from: [], at: site.world.clock.now)
    var changes = NoticeChanges()
    changes.start = try site.moment("2026-09-20 12:00")
    let moved = try site.officer.amendNotice(
      named: site.id(done), changes, at: site.world.clock.now)
    #expect(moved.card.notice.toldAt == nil && moved.card.notice.missing.count == 2)
  }

  @Test("stays told when buildings are handed over later (R1-22)")
  func laterBuildings() throws {
    let site = try Compound(812)
    let done = try site.write(.waterOutage, "2026-09-09 12:00")
    _ = try site.seal(done)
    _ = try site.post(done, "1")
    _ = try site.post(done, "2")
    _ = try site.world.office.importHouseholds(
      [
        HouseholdRow(
          unit: try #require(UnitCode("3-101")), kind: .dwelling, occupancy: .occupied,
          name: "M", telephone: nil, joinedOn: CivilDate("2026-01-01"), isRestricted: false)
      ], of: site.world.site)
    #expect(try site.agreed(done).stage == .posted)
    #expect(try site.write(.waterOutage, "2026-09-20 12:00").card.notice.needed.count == 3)
  }

  @Test("no emergency any more when it is put off: its lead time counts again (R1-22)")
  func putOffEmergency() throws {
    let site = try Compound(813)
    let done = try site.write(
      .waterOutage, "2026-09-07 13:00", emergency: EmergencyInput(reason: "爆管", approver: "P0"))
    var changes = NoticeChanges()
    changes.start = try site.moment("2026-09-08 11:00")
    #expect(
      refused {
        _ = try site.officer.amendNotice(
          named: site.id(done), changes, at: site.world.clock.now)
      } == "R1-22")
    changes.start = try site.moment("2026-09-20 11:00")
    let later = try site.officer.amendNotice(
      named: site.id(done), changes, at: site.world.clock.now)
    #expect(later.card.notice.emergency == nil && later.card.limit != nil)
  }

  @Test("hangs nowhere before it is issued, and only the old sheet goes where both hang")
  func sheets() throws {
    let site = try Compound(814)
    let done = try site.write(.waterOutage, "2026-09-20 12:00")
    _ = try site.seal(done)
    #expect(refused { _ = try site.post(done, "1", at: "2026-09-07 11:00") } == "R1-20")
    _ = try site.post(done, "1")
    var changes = NoticeChanges()
    changes.body = "改"
    _ = try site.officer.amendNotice(named: site.id(done), changes, at: site.world.clock.now)
    _ = try site.seal(done)
    _ = try site.post(done, "1")
    let tidy = try site.officer.takeDownNotice(
      named: site.id(done), from: [], at: site.world.clock.now)
    #expect(tidy.card.notice.outdated.isEmpty && tidy.card.notice.current.count == 1)
  }
}
