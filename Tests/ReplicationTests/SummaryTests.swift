import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

/// A site's September: an officer's and the supervisor's visits, a complaint and a need, a call; it is
/// the 2nd of October.
private struct Month {
  let world: World
  let september: CivilMonth
  let need: String

  var supervisor: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }
  var manager: Laptop { world.laptops[2] }

  init(_ seed: UInt64) throws {
    world = try World(
      seed: seed, households: 6, roles: [.serviceSupervisor, .serviceOfficer, .siteManager])
    september = try #require(CivilMonth("2026-09"))
    _ = try world.office.takeFrames(of: september)
    for laptop in world.laptops { _ = try laptop.synchronise() }
    world.clock.set("2026-09-02 12:00")
    var first = try world.visit(1)
    first.items = [
      .init(topic: .repair, kind: .need, text: "灯", wantsFeedback: true),
      .init(topic: .order, kind: .complaint, text: "吵"),
    ]
    let visit = try world.laptops[1].recordVisit(first, at: nil).key
    _ = try world.laptops[0].recordVisit(
      try world.visit(2, start: "2026-09-02 11:00", end: "2026-09-02 11:20"), at: nil)
    _ = try world.laptops[1].recordContact(
      ContactInput(
        household: "1-103", .telephone, at: world.clock.now,
        items: [.init(topic: .greening, kind: .praise, text: "好")]), at: nil)
    let site = world.site
    let matters = try world.laptops[1].read { try SiteView($0, site).matters(of: visit) }
    need = try #require(matters.first { $0.kind == .need }).key.id.description
    world.clock.set("2026-10-02 09:00")
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func summary(_ laptop: Laptop) throws -> MonthSummary {
    try laptop.read { replica in
      try laptop.summary(
        of: try laptop.site(named: nil, replica), month: september, replica)
    }
  }

  func atOffice() throws -> MonthSummary {
    try world.office.read { try world.office.summary(of: world.site, month: september, on: $0) }
  }

  /// The figures as everybody computes them, which are one text once in sync.
  func agreed() throws -> MonthSummary {
    let all = try world.laptops.map { try summary($0) } + [try atOffice()]
    #expect(Set(all.map(\.content.text)).count == 1)
    #expect(Set(all.map(\.recorded)).count == 1 && Set(all.map(\.amendments)).count == 1)
    return all[0]
  }

  /// Submitted, every matter decided, approved.
  func approve() throws {
    _ = try supervisor.submitSummary(of: september, "九月", at: nil)
    try sync()
    for matter in try summary(manager).undecided {
      _ = try manager.decideMatter(named: matter.key.id.description, .measure, "换")
    }
    _ = try manager.approveSummary(of: september, at: nil)
    try sync()
  }
}

@Suite("A month's summary") struct SummaryTests {
  @Test(
    "is recorded as drawn up, analysed and approved (R1-02, R1-03, R1-14): alike everywhere, frozen"
  )
  func approved() throws {
    let month = try Month(601)
    let draft = try month.agreed()
    let figures = draft.content.figures
    #expect([figures.counted, figures.bySupervisor, draft.content.count(.complaint)] == [2, 1, 1])
    #expect(draft.content.count(.praise) == 1 && draft.content.channels == [.telephone: 1])
    // "ok" of the supervisor's own visit is an opinion, and wants a decision too.
    #expect(draft.undecided.count == 2)
    _ = try month.supervisor.submitSummary(of: month.september, "九月", at: nil)
    try month.sync()
    #expect(
      refusal { _ = try month.manager.approveSummary(of: month.september, at: nil) }
        == "R1-58 rule.R1-58")
    for matter in try month.summary(month.manager).undecided {
      _ = try month.manager.decideMatter(named: matter.key.id.description, .measure, "换灯")
    }
    let shown = try month.summary(month.manager).shown
    let stale = refusal {
      _ = try month.manager.approveSummary(
        of: month.september, shown: Digest(domain: "another", []), at: nil)
    }
    #expect(stale == "F-saw summary.stale")
    _ = try month.manager.approveSummary(of: month.september, shown: shown, at: nil)
    try month.sync()
    let approved = try month.agreed()
    #expect(approved.recorded?.state == .approved && !approved.isOvertaken)
    #expect(approved.recorded?.digest == approved.content.digest.bytes)
    #expect(
      Digest(domain: "rounds summary v1", try #require(approved.recorded?.figures)).bytes
        == approved.recorded?.digest)
    #expect(
      refusal { _ = try month.supervisor.submitSummary(of: month.september, "", at: nil) }
        == "R1-56 rule.R1-56.approved")
    #expect(try month.world.office.amendSummaries() == 0)
  }

  @Test("gets a numbered amendment from records that come later, and is never changed silently")
  func amended() throws {
    let month = try Month(602)
    // Recorded in September, offline, and brought in after the approval.
    month.world.clock.set("2026-10-02 10:00")
    var world = month.world
    let late = try world.add(.serviceOfficer)
    try month.approve()
    let frozen = try month.agreed().content.digest
    _ = try late.recordVisit(
      try world.visit(3, start: "2026-09-20 10:00", end: "2026-09-20 10:20"), at: nil)
    #expect(try late.synchronise().isInSync)
    try month.sync()
    let overtaken = try month.agreed()
    #expect(overtaken.isOvertaken && overtaken.recorded?.digest == frozen.bytes)
    #expect(overtaken.content.digest != frozen && overtaken.content.late == 1)
    #expect(try month.world.office.amendSummaries() == 1)
    #expect(try month.world.office.amendSummaries() == 0, "exactly once")
    // Started again over the same data, it writes nothing more.
    let again = try Office(month.world.office.environment, month.world.office.secrets)
    #expect(try again.amendSummaries() == 0)
    try month.sync()
    let amended = try month.agreed()
    #expect(amended.amendments.map(\.number) == [1] && !amended.isOvertaken)
    #expect(amended.amendments.first?.digest == amended.content.digest.bytes)
    #expect(amended.recorded?.digest == frozen.bytes, "what was approved stays")
    // Taken back, it is the next amendment and not the absence of the first.
    let visits = try late.read { try SiteView($0, world.site).visits() }
    let visit = try #require(
      visits.first {
        $0.summary.round == 1
          && $0.summary.start
            == Instant("2026-09-20 10:00", defaultZone: .china)
      })
    let saw = try late.read { try $0.frontier(of: visit.summary.key) }
    _ = try late.voidVisit(
      named: visit.summary.key.id.description, reason: "写错", saw: saw)
    _ = try late.synchronise()
    #expect(try month.world.office.amendSummaries() == 1)
    try month.sync()
    #expect(try month.agreed().amendments.map(\.number) == [1, 2])
    #expect(try month.world.state(month.officer) == month.world.officeState())
  }

  @Test(
    "is refused of an officer (R1-03), early or without a frame; approving one's own is too (R1-02)"
  )
  func refused() throws {
    let month = try Month(603)
    #expect(
      refusal { _ = try month.officer.submitSummary(of: month.september, "", at: nil) }
        == "R1-56 rule.R1-56.role")
    let october = month.september.next
    #expect(
      refusal { _ = try month.supervisor.submitSummary(of: october, "", at: nil) }
        == "R1-56 rule.R1-56.early")
    #expect(
      refusal {
        _ = try month.supervisor.submitSummary(of: month.september.previous, "", at: nil)
      } == "R1-56 rule.R1-56.frame")
    // The manager wrote it: head office approves.
    _ = try month.manager.submitSummary(of: month.september, "", at: nil)
    try month.sync()
    for matter in try month.summary(month.manager).undecided {
      _ = try month.manager.decideMatter(named: matter.key.id.description, .noMeasure, "已好")
    }
    #expect(
      refusal { _ = try month.manager.approveSummary(of: month.september, at: nil) }
        == "R1-57 rule.R1-57.own")
    try month.sync()
    let reviewer = try month.world.office.addAccount(
      name: "R", role: .companyReviewer, sites: [])
    try month.world.office.actOnSummary(
      .approve, of: month.world.site, month: month.september, text: "",
      shown: try month.atOffice().shown, by: reviewer)
    try month.sync()
    #expect(try month.agreed().recorded?.state == .approved)
  }

  @Test("goes back and forth, is marked late past its days, and passing them stops nobody")
  func late() throws {
    let month = try Month(604)
    month.world.clock.set("2026-10-06 00:00")
    let submitted = try month.supervisor.submitSummary(of: month.september, "", at: nil)
    #expect(submitted.reminders.map(\.rule) == [.r1_56])
    #expect(submitted.summary.isLate(at: month.world.clock.now))
    try month.sync()
    let returned = try month.manager.returnSummary(of: month.september, "补投诉", at: nil)
    #expect(returned.summary.recorded?.comment == "补投诉" && returned.reminders.isEmpty)
    try month.sync()
    // Sent back the clock stops; submitted again it starts anew. 2026-10-06 and 07 are off.
    month.world.clock.set("2026-10-08 10:00")
    _ = try month.supervisor.submitSummary(of: month.september, "补了", at: nil)
    try month.sync()
    let due = try month.agreed().decisionDue
    #expect(due?.date.description == "2026-10-10")
    month.world.clock.set("2026-10-11 00:00")
    for matter in try month.summary(month.manager).undecided {
      _ = try month.manager.decideMatter(named: matter.key.id.description, .measure, "换")
    }
    let approved = try month.manager.approveSummary(of: month.september, at: nil)
    #expect(approved.reminders.map(\.rule) == [.r1_57])
    #expect(approved.summary.isDecisionLate(at: month.world.clock.now))
  }

  @Test("sends what is beyond the manager to head office in a letter with a number and an answer")
  func letters() throws {
    let month = try Month(605)
    _ = try month.supervisor.submitSummary(of: month.september, "", at: nil)
    try month.sync()
    let undecided = try month.summary(month.manager).undecided.map(\.key.id.description)
    let other = try #require(undecided.first { $0 != month.need })
    let day = try #require(CivilDate("2026-10-20"))
    var text = LetterText(subject: "更换路灯", background: "旧", proposal: "全部更换", replyBy: day)
    #expect(
      refusal {
        _ = try month.manager.writeLetter(
          text, about: [month.need], month: month.september, at: nil)
      } == "R1-59 rule.R1-59.within")
    for name in undecided { _ = try month.manager.decideMatter(named: name, .beyondAuthority, "") }
    #expect(
      refusal { _ = try month.manager.decideMatter(named: other, .measure, "换") }
        == "R1-58 rule.R1-58.nothing")
    #expect(
      refusal { _ = try month.manager.approveSummary(of: month.september, at: nil) }
        == "R1-59 rule.R1-59")
    #expect(
      refusal {
        _ = try month.supervisor.writeLetter(
          text, about: [month.need], month: month.september, at: nil)
      } == "R1-59 rule.R1-59.role")
    let letter = try month.manager.writeLetter(
      text, about: [month.need], month: month.september, at: nil)
    #expect(letter.number == nil)
    #expect(
      refusal {
        _ = try month.manager.writeLetter(
          text, about: [month.need], month: month.september, at: nil)
      } == "R1-59 rule.R1-59.again")
    text.subject = "第二封"
    _ = try month.manager.writeLetter(text, about: [other], month: month.september, at: nil)
    _ = try month.manager.approveSummary(of: month.september, at: nil)
    try month.sync()
    let summary = try month.agreed()
    let site = summary.content.site
    #expect(summary.letters.map { $0.name(of: site) } == ["S1-2026-001", "S1-2026-002"])
    #expect(
      try month.world.office.read {
        try SiteView($0, month.world.site).matters(ofLetter: letter.key)
      }.map(\.handling?.state) == [.escalated])
    let reviewer = try month.world.office.addAccount(
      name: "R", role: .companyReviewer, sites: [])
    #expect(
      refusal {
        try month.world.office.reply(
          to: letter.key, isAccepted: true, "同意", by: month.manager.account)
      } == "R1-59 rule.R1-59.reply")
    try month.world.office.reply(to: letter.key, isAccepted: true, "同意", by: reviewer)
    #expect(
      refusal {
        try month.world.office.reply(to: letter.key, isAccepted: false, "不", by: reviewer)
      } == "R1-59 rule.R1-59.replied")
    try month.sync()
    let answered = try month.agreed().letters.first
    #expect(answered?.reply?.text == "同意" && answered?.reply?.isAccepted == true)
    #expect(try month.world.state(month.manager) == month.world.officeState())
  }

  @Test("decided, numbered or answered by a program that may not is held, and changes nothing")
  func forged() throws {
    let month = try Month(606)
    let officer = month.officer
    let record = RecordIdentity.summary(site: month.world.site, month: month.september)
    let person = RecordKey(
      scope: month.world.office.company, type: .account, id: officer.account.named())
    let forged: [RecordEdit] = [
      RecordEdit(
        .summary, record,
        [
          SummaryField.month: .integer(202_609), SummaryField.state: .code(SummaryState.approved),
          SummaryField.account: .reference(person), SummaryField.at: .instant(officer.now),
        ]),
      RecordEdit(
        .letter, RecordID(high: 1, low: 2), [LetterField.number: .integer(1)]),
      RecordEdit(
        .handling,
        RecordIdentity.handling(matter: try #require(RecordID(hex: month.need))),
        [HandlingField.decision: .code(MatterDecisionKind.noMeasure)]),
      RecordEdit(
        .summaryAmendment, RecordIdentity.summaryAmendment(summary: record, number: 1),
        [SummaryAmendmentField.number: .integer(1)]),
    ]
    for edit in forged {
      _ = try officer.write { try officer.write([edit], in: month.world.site, on: $0) }
    }
    let held = try officer.synchronise().held
    #expect(held.map(\.reason) == Array(repeating: .roleMayNotWrite, count: forged.count))
    #expect(try month.atOffice().recorded == nil && month.atOffice().undecided.count == 2)
  }
}
