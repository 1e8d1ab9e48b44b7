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

/// What the sheet says, and what it has to say, computed from the definitions.
private struct Looked {
  let office: Office
  let month: CivilMonth
  let replica: Replica

  var sites: [SiteFacts] { get throws { try SiteView.all(in: replica) } }

  /// As it is kept, nothing counted in the question.
  func kept() throws -> [SheetRow] {
    try Sheet(replica, of: office.company, in: .china, at: office.now).rows(of: month, sites)
  }

  func answered() throws -> [SheetRow] {
    try office.sheet(of: month, sites, on: replica).rows
  }

  /// The law of the sheet, and that a row which says it is of now is.
  func expectRight(_ rows: [SheetRow], _ what: String) throws {
    for row in rows {
      let view = SiteView(replica, row.site.scope)
      let report = try view.report(of: month, at: office.now)
      if case .current(let figures) = row.month {
        #expect(
          [
            figures.totalUnits, figures.occupied, figures.percent, figures.quota, figures.counted,
            figures.byManager, figures.requiredOfManager, figures.bySupervisor,
            figures.requiredOfSupervisor, figures.byCompany,
          ] == [
            report.quota.totalUnits, report.quota.occupied, report.quota.percent,
            report.quota.count, report.figures.counted, report.figures.byManager,
            report.conditions.manager.required, report.figures.bySupervisor,
            report.conditions.supervisor.required, report.figures.byCompany,
          ], "\(what)")
        #expect(figures.isProvisional == report.isProvisional, "\(what)")
        let reviews = try view.reviews().filter { $0.visit.month == month }
        let matters = try view.matters().filter { $0.source.month == month }
        #expect(figures.tally.visits == reviews.count, "\(what)")
        #expect(figures.tally.waiting == reviews.count(where: isWaiting), "\(what)")
        #expect(figures.tally.matters == matters.count, "\(what)")
        #expect(figures.tally.openMatters == matters.count(where: \.isOpen), "\(what)")
      }
      if case .current(let standing) = row.standing {
        try expectRight(standing, report, view, what)
      }
    }
  }

  private func expectRight(
    _ standing: SheetStanding, _ report: MonthReport, _ view: SiteView, _ what: String
  ) throws {
    let due = try office.obligations(of: view.scope, on: replica)
      .filter { $0.subject.type != .petition }.map(\.obligation.state)
    let waiting = try view.reviews().filter(isWaiting)
    let conflicts = try office.openConflicts(in: { $0 == view.scope }, on: replica)
    #expect(
      [
        standing.round, standing.done, standing.open, standing.openCases, standing.conflicts,
        standing.siteReviews, standing.companyReviews, standing.overdue, standing.inTime,
        standing.late,
      ] == [
        report.round, report.progress.done, report.progress.open,
        report.cases.count(where: \.isOpen), conflicts.count,
        waiting.count { $0.visit.organiser == .site },
        waiting.count { $0.visit.organiser == .company }, due.count { $0 == .overdue },
        due.count { $0 == .met }, due.count { $0 == .late },
      ], "\(what)")
  }

  private func isWaiting(_ item: ReviewItem) -> Bool {
    item.stage != .accepted || item.awaitsRecontact
  }
}

private func look(
  _ office: Office, _ month: CivilMonth? = nil, _ body: (Looked) throws -> Void
) throws {
  try office.read { replica in
    let present = LocalTime(office.now, in: .china).date.civilMonth
    try body(Looked(office: office, month: month ?? present, replica: replica))
  }
}

@Suite("The sheet of all sites")
struct SiteSheetTests {
  @Test(
    "says of every site and month what its report says, after any history",
    arguments: UInt64(7400)..<7408)
  func law(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    for step in 0..<8 {
      try history.play(acts: 6)
      try history.settle()
      let office = history.world.office
      if step == 3 {
        let month = LocalTime(office.now, in: .china).date.civilMonth
        _ = try office.takeFrames(of: month)
      }
      try look(office) { looked in
        try looked.expectRight(try looked.kept(), "kept, seed \(seed), step \(step)")
        let answered = try looked.answered()
        #expect(answered.allSatisfy { $0.month.isCurrent && $0.standing.isCurrent })
        try looked.expectRight(answered, "counted, seed \(seed), step \(step)")
      }
      if step % 2 == 0 {
        _ = try office.refreshSheet()
        #expect(try office.refreshSheet() == 0)
      }
      try look(office) { looked in
        for month in looked.month.keptMonths.prefix(3) {
          let earlier = Looked(office: office, month: month, replica: looked.replica)
          try earlier.expectRight(try earlier.kept(), "written, seed \(seed), step \(step)")
        }
        try expectSums(looked)
        try expectDraws(looked)
      }
    }
  }

  /// The months in sums are the sums of the rows.
  private func expectSums(_ looked: Looked) throws {
    let sites = try looked.sites
    let answer = try looked.office.months(of: sites, on: looked.replica)
    #expect(answer.totals.map(\.month) == looked.month.keptMonths && answer.sites == sites.count)
    for total in answer.totals {
      let rows = try looked.office.sheet(of: total.month, sites, on: looked.replica).rows
      var sum = SheetTotal(total.month)
      for row in rows { if let figures = row.month.figures { sum.add(figures) } }
      #expect(sum == total)
    }
  }

  private func expectDraws(_ looked: Looked) throws {
    let (sites, replica) = (try looked.sites, looked.replica)
    let answer = try looked.office.draws(of: looked.month, sites, on: replica)
    #expect(answer.stale == 0 && answer.missing == 0)
    for (site, draw) in answer.draws {
      let view = SiteView(replica, site.scope)
      let facts = try #require(try view.draw(draw.key))
      #expect(
        [draw.round, draw.primary, draw.reserve] == [
          facts.round, facts.primaryCount, facts.reserveCount,
        ])
      #expect(draw.state == facts.state && draw.at == facts.drawnAt)
      #expect(draw.organiser == facts.organiser)
      #expect(
        try draw.open == view.drawEntries(of: draw.key).count { $0.outcome == .open })
    }
    let all = try sites.flatMap { try SiteView(replica, $0.scope).draws() }
    #expect(answer.draws.count == all.count { $0.month == looked.month })
  }

  /// What leaves no figure as it was counted, or does.
  private enum Act: CaseIterable {
    case visit, decisions, firmDay, companyMeeting, midnight, clockSetBack
    case account

    var endsIt: Bool { self != .account }

    /// - Parameters:
    ///   - general: the general manager.
    ///   - affairs: of general affairs, who writes the minutes.
    func happen(in world: World, _ general: AccountID, _ affairs: AccountID) throws {
      let office = world.office
      switch self {
      case .visit:
        _ = try world.laptops[0].recordVisit(try world.visit(2), at: nil)
        _ = try world.laptops[0].synchronise()
      case .decisions:
        _ = try office.importPolicy(
          try PolicyFile(
            bytes: Array(
              (#"{"edition":"e","from":"2026-10-01","source":"s","decisions":["#
                + #"{"decision":"P01","values":{"recontactPercent":100}}]}"#).utf8)))
      case .firmDay:
        _ = try office.setFirmDay(
          try #require(CivilDate("2026-09-10")),
          WorkingCalendar.Deviation(isOff: true, name: "司庆"))
      case .companyMeeting:
        var input = MeetingInput(
          .company, nil,
          start: try #require(Instant("2026-08-31 09:00", defaultZone: .china)))
        input.chair = general
        input.minuteTaker = affairs
        input.texts = [MeetingField.decisions: "d"]
        _ = try office.recordMeeting(input, of: office.company, by: affairs)
      case .midnight: world.clock.set("2026-09-03 00:00")
      case .clockSetBack: world.clock.set("2026-09-02 11:00")
      case .account: _ = try office.addAccount(name: "New", role: .serviceOfficer, sites: [])
      }
    }
  }

  @Test("calls nothing current that may have changed, and stays when nobody's figures can")
  func currency() throws {
    for act in Act.allCases {
      let world = try World(seed: 7420, households: 4, roles: [.serviceSupervisor])
      let general = try world.office.addAccount(name: "GM", role: .generalManager, sites: [])
      let affairs = try world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
      world.clock.set("2026-09-02 12:00")
      _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
      _ = try world.laptops[0].synchronise()
      #expect(try world.office.refreshSheet() == 1 && world.office.refreshSheet() == 0)
      try look(world.office) { looked in
        let rows = try looked.kept()
        #expect(rows.allSatisfy { $0.month.isCurrent && $0.standing.isCurrent }, "\(act)")
      }
      try act.happen(in: world, general, affairs)
      try look(world.office) { looked in
        let rows = try looked.kept()
        #expect(rows.allSatisfy { $0.standing.isCurrent != act.endsIt }, "\(act)")
        #expect(rows.allSatisfy { $0.standing.figures != nil }, "\(act): as of earlier")
        try looked.expectRight(try looked.answered(), "\(act)")
      }
      #expect(try world.office.refreshSheet() == (act.endsIt ? 1 : 0), "\(act)")
    }
  }

  @Test("ends in the moment in which something is overdue, within the day")
  func moment() throws {
    let site = try Compound(7421)
    _ = try site.write(.waterOutage, "2026-09-11 09:00")
    try site.sync()
    let office = site.world.office
    let limits = try office.read { try office.obligations(of: site.world.site, on: $0) }
      .filter { $0.obligation.state == .open }.compactMap(\.obligation.dueAt)
    let limit = try #require(limits.min())
    let left = limit.millisecondsSince1970 - site.world.clock.now.millisecondsSince1970
    site.world.clock.advance(minutes: Int(left / 60_000) - 1)
    _ = try office.refreshSheet()
    var before = 0
    try look(office) { looked in
      let row = try #require(try looked.kept().first)
      #expect(row.standing.isCurrent)
      before = row.standing.figures?.overdue ?? 0
    }
    site.world.clock.advance(minutes: 2)
    try look(office) { looked in
      let row = try #require(try looked.kept().first)
      #expect(!row.standing.isCurrent && row.standing.figures?.overdue == before)
      let now = try #require(try looked.answered().first)
      #expect(now.standing.isCurrent && now.standing.figures?.overdue == before + 1)
    }
  }

  @Test("ends with the office's month, though a site's day goes on")
  func monthOfTheOffice() throws {
    let world = try World(seed: 7424, households: 4, roles: [])
    var environment = world.office.environment
    environment.zone = try #require(ZoneOffset(minutes: 9 * 60))
    let office = try Office(environment, world.office.secrets)
    world.clock.set("2026-09-30 22:58")
    #expect(try office.refreshSheet() == 1 && office.refreshSheet() == 0)
    // 00:01 on the first of October at the office, 23:01 at the site.
    world.clock.set("2026-09-30 23:01")
    let october = try #require(CivilMonth("2026-10"))
    try look(office, october) { looked in
      #expect(try looked.answered().allSatisfy { $0.month.isCurrent })
      let totals = try office.months(of: try looked.sites, on: looked.replica).totals
      #expect(totals.first?.month == october && totals.first?.sites == 1)
    }
    #expect(try office.refreshSheet() == 1 && office.refreshSheet() == 0)
  }

  @Test("adds up the sites that are asked for and no others, however many they are")
  func ownSites() throws {
    let world = try World(seed: 7425, households: 4, roles: [])
    let office = world.office
    _ = try office.importSites(
      (1...230).compactMap { number in
        UnitCode("T\(1000 + number)").map {
          SiteRow(code: $0, name: "T", city: "", propertyCompany: "", totalUnits: number)
        }
      })
    _ = try office.refreshSheet()
    try look(office) { looked in
      let all = try looked.sites
      let own = Array(all.dropFirst(20))
      #expect(own.count > 200)
      let totals = try office.months(of: own, on: looked.replica).totals
      let rows = try office.sheet(of: looked.month, own, on: looked.replica).rows
      #expect(totals.allSatisfy { $0.sites == own.count })
      #expect(totals.first?.quota == rows.compactMap { $0.month.figures?.quota }.reduce(0, +))
      let everybody = try office.months(of: all, on: looked.replica).totals
      #expect(everybody.allSatisfy { $0.sites == all.count && $0.since == nil })
    }
  }

  @Test("says of a site that cannot be read that it cannot, and of the others what they come to")
  func damaged() throws {
    let world = try World(seed: 7422, households: 4, roles: [.serviceSupervisor])
    let office = world.office
    _ = try office.importSites([
      SiteRow(
        code: try #require(UnitCode("S2")), name: "Other", city: "", propertyCompany: "",
        totalUnits: 9)
    ])
    world.clock.set("2026-09-02 12:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    _ = try world.laptops[0].synchronise()
    try office.write { replica in
      _ = try replica.connection.run(
        "UPDATE record SET state = X'00' WHERE type = ?",
        [.integer(Int64(RecordType.visit.number))])
    }
    // Nobody was counted before; then what was counted is written down.
    for isWritten in [false, true] {
      if isWritten { #expect(try office.refreshSheet() == 2 && office.refreshSheet() == 0) }
      try look(office) { looked in
        let rows = try looked.answered()
        #expect(rows.map(\.site.code) == ["S1", "S2"])
        guard case .damaged = rows[0].standing, case .damaged = rows[0].month else {
          Issue.record("a damaged site has figures: \(rows[0])")
          return
        }
        #expect(rows[1].month.figures?.totalUnits == 9 && rows[1].standing.isCurrent)
        let months = try office.months(of: try looked.sites, on: looked.replica)
        #expect(months.sites == 2 && months.totals.allSatisfy { $0.sites == 1 })
      }
    }
    try office.write { replica in
      try replica.rebuild(office.environment.database.dialect)
      try SiteSheetTable.clear(replica.connection)
    }
    try look(office) { looked in
      let rows = try looked.answered()
      #expect(rows.allSatisfy { $0.month.isCurrent })
      try looked.expectRight(try looked.answered(), "rebuilt")
    }
  }

  @Test("keeps twelve months and no other, and nothing that another program counted")
  func kept() throws {
    let world = try World(seed: 7423, households: 4, roles: [])
    let office = world.office
    _ = try office.refreshSheet()
    let (last, none) = (try #require(CivilMonth("2025-10")), try #require(CivilMonth("2025-09")))
    try look(office, last) { looked in
      let rows = try looked.kept()
      #expect(rows.allSatisfy { $0.month.isCurrent })
    }
    try look(office, none) { looked in
      let rows = try looked.answered()
      #expect(rows.allSatisfy { $0.month == .notKept })
    }
    try office.write { replica in
      try SiteSheetTable.prepare(
        replica.connection, office.environment.database.dialect, for: office.environment.program)
    }
    try look(office) { looked in
      let rows = try looked.kept()
      #expect(rows.allSatisfy { $0.standing.isCurrent })
    }
    try office.write { replica in
      try SiteSheetTable.prepare(
        replica.connection, office.environment.database.dialect, for: "rounds-server/other")
    }
    try look(office) { looked in
      let rows = try looked.kept()
      #expect(rows.allSatisfy { $0.standing == .notYet })
    }
  }
}
