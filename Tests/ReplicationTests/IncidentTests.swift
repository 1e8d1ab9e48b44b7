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

/// A manager, a supervisor and an officer at a site of two households.
private struct Premises {
  let world: World

  var manager: Laptop { world.laptops[0] }
  var supervisor: Laptop { world.laptops[1] }
  var officer: Laptop { world.laptops[2] }

  /// - Parameter now: on the wall clock there.
  init(_ seed: UInt64, at now: String) throws {
    world = try World(
      seed: seed, households: 2, roles: [.siteManager, .serviceSupervisor, .serviceOfficer])
    world.clock.set(now)
    try world.syncAll()
  }

  /// What the officer writes down.
  func record(
    _ kind: IncidentKind, foundAt: String
  ) throws -> (card: IncidentCard, reminders: [Finding]) {
    var input = IncidentInput(kind, of: "1-101", foundAt: try .china(foundAt), "marker-Xq7")
    input.reference = kind.isContract ? "HT-7" : ""
    return try officer.recordIncident(input, at: nil)
  }

  @discardableResult
  func tell(_ one: IncidentCard, at: String) throws -> IncidentStage {
    try officer.tellOfIncident(
      named: id(one), through: .telephone, at: try .china(at), response: "marker-Zk3"
    ).incident.stage
  }

  @discardableResult
  func confirm(
    _ one: IncidentCard, byFirm: Bool = false, byHousehold: Bool = false, on laptop: Laptop
  ) throws -> IncidentStage {
    try laptop.confirmIncident(
      named: id(one), byFirm: byFirm, byHousehold: byHousehold, at: world.clock.now, agreement: ""
    ).incident.stage
  }

  @discardableResult
  func close(_ one: IncidentCard) throws -> IncidentStage {
    try officer.closeIncident(named: id(one), outcome: "marker-Gn9").incident.stage
  }

  func id(_ one: IncidentCard) -> String { one.incident.key.id.description }

  func cards(_ laptop: Laptop) throws -> [IncidentCard] {
    try laptop.read { try laptop.incidents(of: try laptop.site(named: nil, $0), $0) }
  }

  /// Which rule keeps contract HT-7 from being signed, on each laptop.
  func signing() throws -> [String?] {
    try world.laptops.map { laptop in
      try refusedRule { try laptop.requireReady(contract: "HT-7", at: nil) }
    }
  }
}

extension World {
  func syncAll() throws {
    for _ in 0..<2 { for laptop in laptops { _ = try laptop.synchronise() } }
  }

  /// What all say of a rule at the site, which must be one thing once in sync.
  func due(_ rule: RuleID) throws -> [Obligation] {
    try syncAll()
    let all =
      try laptops.map { laptop in
        try laptop.read { try laptop.obligations(of: try laptop.site(named: nil, $0), $0) }
      } + [try office.read { try office.obligations(of: site, on: $0) }]
    let theirs = all.map { one in one.map(\.obligation).filter { $0.rule == rule } }
    #expect(Set(theirs).count == 1)
    return theirs[0]
  }

  /// Which of these texts stand in clear in a log or in a record, on a laptop or at the office.
  func stored(_ texts: [String]) throws -> [String] {
    var rows: [[UInt8]] = []
    for database in laptops.map(\.environment.database) + [office.environment.database] {
      rows += try database.read { connection in
        try connection.rows("SELECT envelope FROM bundle") { try $0.blob(0) }
          + connection.rows("SELECT state FROM record") { try $0.blob(0) }
      }
    }
    return texts.filter { text in
      rows.contains { $0.firstRange(of: Array(text.utf8)) != nil }
    }
  }
}

@Suite("An incident") struct IncidentTests {
  @Test(
    "R1-31, R1-33 and R1-34 is told of by the last working day, or later: that is taken, and late",
    arguments: IncidentKind.allCases, [true, false])
  func told(_ kind: IncidentKind, inTime: Bool) throws {
    // 1 to 7 October are off, Saturday the 10th is not.
    let (found, last, next) =
      kind.isContract
      ? ("2026-09-30 09:00", "2026-10-09", "2026-10-10")
      : ("2026-10-09 09:00", "2026-10-10", "2026-10-11")
    let site = try Premises(1001, at: found)
    let (one, reminders) = try site.record(kind, foundAt: found)
    #expect(reminders.isEmpty && one.incident.stage == .found)
    #expect(one.due.date.description == last)
    site.world.clock.set("\(last) 23:50")
    let rule = IncidentClock.rule(of: kind)
    let open = try #require(try site.world.due(rule).first)
    #expect(open.state == .open && open.due == one.due.date && !open.isProvisional)
    #expect(open.who == .person(site.officer.account))
    site.world.clock.set("\(next) 00:00")
    #expect(try site.world.due(rule).map(\.state) == [.overdue])
    let at = inTime ? "\(last) 23:59:59.999" : "\(next) 00:00"
    #expect(try site.tell(one, at: at) == .told)
    #expect(try site.world.due(rule).map(\.state) == [inTime ? .met : .late])
  }

  @Test("R1-32 that is a query keeps its contract from being signed until both sides confirmed it")
  func ready() throws {
    let site = try Premises(1002, at: "2026-09-30 10:00")
    let query = try site.record(.contractQuery, foundAt: "2026-09-30 09:00").card
    #expect(try site.signing() == [nil, nil, "R1-32"], "the others have not heard of it")
    #expect(try refusedRule { try site.officer.requireReady(contract: "HT-8", at: nil) } == nil)
    #expect(
      try refusedRule { try site.confirm(query, byFirm: true, on: site.officer) } == "R1-31")
    #expect(throws: FieldFault.self) { try site.confirm(query, on: site.officer) }
    try site.tell(query, at: "2026-09-30 10:00")
    #expect(try site.signing()[2] == "R1-32", "asked is not confirmed")
    #expect(try site.confirm(query, byHousehold: true, on: site.officer) == .told)
    #expect(try site.signing()[2] == "R1-32", "that is one side")
    #expect(try refusedRule { try site.close(query) } == "R1-32")
    #expect(try site.confirm(query, byFirm: true, on: site.officer) == .confirmed)
    #expect(try site.signing()[2] == nil)
    #expect(try site.close(query) == .closed)
    try site.world.syncAll()
    #expect(try site.signing() == [nil, nil, nil])
  }

  @Test("R1-32 is confirmed on two laptops that had not met, and ready once both are heard")
  func apart() throws {
    let site = try Premises(1003, at: "2026-09-30 10:00")
    let query = try site.record(.contractQuery, foundAt: "2026-09-30 09:00").card
    try site.tell(query, at: "2026-09-30 10:00")
    try site.world.syncAll()
    #expect(try site.confirm(query, byFirm: true, on: site.manager) == .told)
    #expect(try site.confirm(query, byHousehold: true, on: site.officer) == .told)
    #expect(try site.signing() == ["R1-32", "R1-32", "R1-32"])
    try site.world.syncAll()
    #expect(try site.signing() == [nil, nil, nil])
    for laptop in site.world.laptops {
      let heard = try #require(try site.cards(laptop).first).incident
      #expect(heard.stage == .confirmed)
      #expect(heard.firmConfirmed?.account == site.manager.account)
      #expect(heard.householdConfirmed?.account == site.officer.account)
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty)
      #expect(try site.world.state(laptop) == site.world.officeState())
    }
  }

  @Test("R1-33 that is a change of a contract ends only when both sides confirmed it")
  func change() throws {
    let site = try Premises(1004, at: "2026-09-30 10:00")
    let change = try site.record(.contractChange, foundAt: "2026-09-30 09:00").card
    #expect(try site.signing()[2] == nil, "a change is no query")
    #expect(try refusedRule { try site.close(change) } == "R1-33")
    try site.tell(change, at: "2026-09-30 10:00")
    try site.confirm(change, byFirm: true, on: site.officer)
    #expect(try refusedRule { try site.close(change) } == "R1-33")
    try site.confirm(change, byHousehold: true, on: site.officer)
    #expect(try site.close(change) == .closed)
    #expect(try refusedRule { try site.tell(change, at: "2026-09-30 10:00") } == "R1-33")
  }

  @Test("R1-34 that is a loss is recorded at once, and on the next day too, with a reminder")
  func loss() throws {
    let site = try Premises(1005, at: "2026-09-18 22:00")
    #expect(try site.record(.propertyLost, foundAt: "2026-09-18 08:00").reminders.isEmpty)
    site.world.clock.set("2026-09-19 00:00")
    let (damaged, reminders) = try site.record(.propertyDamaged, foundAt: "2026-09-18 22:00")
    #expect(reminders.map(\.rule) == [.r1_34] && reminders.map(\.severity) == [.reminder])
    #expect(try site.world.due(.r1_34).map(\.due.description) == ["2026-09-20", "2026-09-20"])
    #expect(try refusedRule { try site.close(damaged) } == "R1-34")
    try site.tell(damaged, at: "2026-09-19 00:00")
    #expect(try site.close(damaged) == .closed, "nobody has to confirm it")
  }

  @Test("R1-31 that was voided is owed by nobody, holds up no contract, and is kept")
  func voided() throws {
    let site = try Premises(1006, at: "2026-09-30 10:00")
    let query = try site.record(.contractQuery, foundAt: "2026-09-30 09:00").card
    #expect(try site.world.due(.r1_31).map(\.state) == [.open])
    #expect(throws: FieldFault.self) {
      try site.manager.voidIncident(named: site.id(query), reason: "\u{3000}")
    }
    _ = try site.manager.voidIncident(named: site.id(query), reason: "x")
    #expect(try site.world.due(.r1_31).isEmpty && site.signing() == [nil, nil, nil])
    for laptop in site.world.laptops {
      #expect(try site.cards(laptop).map(\.incident.stage) == [.voided])
    }
    #expect(try refusedRule { try site.tell(query, at: "2026-09-30 10:00") } == "R1-31")
  }

  @Test("R1-31, R1-33 and R1-34 comes with words that open with the household's key alone")
  func sealed() throws {
    let site = try Premises(1007, at: "2026-09-30 10:00")
    for kind in IncidentKind.allCases {
      let one = try site.record(kind, foundAt: "2026-09-30 09:00").card
      try site.tell(one, at: "2026-09-30 10:00")
      if kind.isContract {
        try site.confirm(one, byFirm: true, byHousehold: true, on: site.officer)
      }
      try site.close(one)
    }
    let void = try site.record(.propertyLost, foundAt: "2026-09-30 09:00").card
    _ = try site.officer.voidIncident(named: site.id(void), reason: "marker-Pw2")
    try site.world.syncAll()
    let marks = ["HT-7", "marker-Xq7", "marker-Zk3", "marker-Gn9", "marker-Pw2"]
    #expect(try site.world.stored(marks) == ["HT-7"], "what is of no person is not sealed")
    let words = try site.cards(site.manager).map(\.texts)
    #expect(words.count { $0[IncidentField.outcome] == "marker-Gn9" } == 5)
    #expect(words.count { $0[IncidentField.voidReason] == "marker-Pw2" } == 1)
    #expect(words.allSatisfy { $0[IncidentField.text] == "marker-Xq7" })
    try site.supervisor.environment.keyDatabase.write { try KeyTable.clear($0) }
    let closed = try site.cards(site.supervisor)
    #expect(closed.count == 6 && closed.allSatisfy { $0.texts.isEmpty && $0.isClosed })
  }
}
