import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

/// A site with a supervisor, an officer and a manager, and an officer's visit that all have.
private struct Team {
  var world: World
  let visit: RecordKey

  var supervisor: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }
  var manager: Laptop { world.laptops[2] }
  var name: String { visit.id.description }

  init(_ seed: UInt64) throws {
    world = try World(
      seed: seed, households: 4, roles: [.serviceSupervisor, .serviceOfficer, .siteManager])
    world.clock.set("2026-09-02 12:00")
    visit = try world.laptops[1].recordVisit(try world.visit(1), at: nil).key
    try sync()
  }

  /// Everybody, twice: what one brings the others take.
  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func card(_ laptop: Laptop) throws -> ReviewCard {
    try laptop.read { try laptop.reviewCard(named: name, $0) }
  }

  func atOffice() throws -> ReviewItem? {
    try world.office.read { try world.office.review(of: visit, on: $0) }
  }

  /// What everybody says of the visit, the office last; the same everywhere once in sync.
  func stages() throws -> Set<ReviewStage> {
    Set(
      try world.laptops.map { try card($0).item.stage } + [try #require(try atOffice()).stage])
  }
}

@Suite("The review of a visit") struct ReviewTests {
  @Test("goes from waiting to accepted offline, and everybody shows the same once in sync")
  func accepted() throws {
    let team = try Team(301)
    #expect(try team.stages() == [.waiting])
    let card = try team.supervisor.review(team.name, .accept)
    #expect(card.item.stage == .accepted)
    #expect(try team.card(team.officer).item.stage == .waiting, "the officer has not heard of it")
    try team.sync()
    #expect(try team.stages() == [.accepted])
    #expect(try team.card(team.officer).reviewer == "P0")
    #expect(try team.world.state(team.officer) == team.world.officeState())
  }

  @Test("sends back with a comment on a part, and the visitor sees it first and answers")
  func returned() throws {
    let team = try Team(302)
    _ = try team.supervisor.review(
      team.name, .sendBack(part: .times, comment: "结束时间与登记不符"))
    try team.sync()
    #expect(try team.stages() == [.returned])
    let mine = try team.officer.read { try team.officer.returnedToMe($0) }
    #expect(mine.map(\.comment) == ["结束时间与登记不符"])
    #expect(mine.first?.item.review?.part == .times)
    #expect(try team.officer.read { try team.officer.status($0) }.returned == 1)
    #expect(try team.manager.read { try team.manager.status($0) }.returned == 0)
    let saw = try team.officer.read { try $0.frontier(of: team.visit) }
    let end = try #require(Instant("2026-09-02 10:30", defaultZone: .china))
    _ = try team.officer.amendVisit(named: team.name, .end(end), saw: saw)
    // A correction puts it back into the queue by itself; an answer says what was done.
    #expect(try team.card(team.officer).item.stage == .changed)
    _ = try team.officer.answerReview(team.name, reply: "已更正")
    try team.sync()
    #expect(try team.stages() == [.answered])
    #expect(try team.card(team.supervisor).reply == "已更正")
    _ = try team.supervisor.review(team.name, .accept)
    try team.sync()
    #expect(try team.stages() == [.accepted])
  }

  @Test("can be sent back to a colleague in the same step, and only somebody of the site")
  func reassigned() throws {
    let team = try Team(303)
    let sendBack = ReviewDecision.sendBack(part: .signature, comment: "请补签")
    _ = try team.world.office.addAccount(name: "Elsewhere", role: .serviceOfficer, sites: [])
    try team.sync()
    #expect(
      refusal { _ = try team.supervisor.review(team.name, sendBack, to: "Elsewhere") }
        == "review.notOfTheSite")
    _ = try team.supervisor.review(team.name, sendBack, to: "P2")
    try team.sync()
    #expect(try team.manager.read { try team.manager.returnedToMe($0) }.count == 1)
    #expect(try team.officer.read { try team.officer.returnedToMe($0) }.isEmpty)
    _ = try team.manager.answerReview(team.name, reply: nil)
    try team.sync()
    #expect(try team.stages() == [.answered])
  }

  @Test("is refused to whoever had part in it, whoever has no such post, and without a comment")
  func refused() throws {
    let team = try Team(304)
    #expect(refusal { _ = try team.officer.review(team.name, .accept) } == "R1-54 rule.R1-54.role")
    #expect(
      refusal {
        _ = try team.supervisor.review(team.name, .sendBack(part: .whole, comment: " \u{3000}"))
      } == "R1-54 rule.R1-54.comment")
    let own = try team.supervisor.recordVisit(
      try team.world.visit(2, start: "2026-09-02 11:00", end: "2026-09-02 11:20"), at: nil
    ).key.id.description
    #expect(refusal { _ = try team.supervisor.review(own, .accept) } == "R1-54 rule.R1-54.own")
    #expect(
      refusal {
        _ = try team.supervisor.recordRecontact(own, outcome: .confirmed, remark: nil)
      } == "R1-54 rule.R1-54.own")
    try team.sync()
    _ = try team.manager.review(own, .accept)
    #expect(
      refusal { _ = try team.officer.answerReview(team.name, reply: nil) } == "review.notReturned")
  }

  @Test("is not accepted by who saw something else, or while two values stand beside each other")
  func unseen() throws {
    let team = try Team(305)
    let shown = try team.card(team.supervisor).item.shown
    for (laptop, grade) in [
      (team.officer, SatisfactionGrade.satisfied), (team.manager, .notSatisfied),
    ] {
      let saw = try laptop.read { try $0.frontier(of: team.visit) }
      _ = try laptop.amendVisit(named: team.name, .satisfaction(grade), saw: saw)
    }
    try team.sync()
    #expect(
      refusal {
        _ = try team.supervisor.review(
          team.name, .sendBack(part: .whole, comment: "x"), shown: shown)
      } == "F-saw review.stale")
    #expect(
      refusal { _ = try team.supervisor.review(team.name, .accept) }
        == "R1-54 rule.R1-54.conflict")
    _ = try team.supervisor.review(team.name, .sendBack(part: .remark, comment: "哪一个对？"))
  }

  @Test("is void when the reviewer turns out to have been there, and waits for another")
  func ownAfterMerge() throws {
    let team = try Team(306)
    _ = try team.supervisor.review(team.name, .accept)
    try team.sync()
    // The officer's next word is that the supervisor was with them.
    let supervisor = team.supervisor.account
    let person = RecordKey(
      scope: team.world.office.company, type: .account, id: supervisor.named())
    _ = try team.officer.write { replica in
      try team.officer.write(
        [
          RecordEdit(
            .interviewer, RecordIdentity.interviewer(visit: team.visit.id, account: supervisor),
            [
              InterviewerField.visit: .reference(team.visit),
              InterviewerField.account: .reference(person),
              InterviewerField.post: .code(Role.serviceSupervisor),
            ])
        ], in: team.world.site, on: replica)
    }
    try team.sync()
    #expect(try team.stages() == [.ownReview])
    _ = try team.manager.review(team.name, .accept)
    try team.sync()
    #expect(try team.stages() == [.accepted])
  }

  @Test("by two people who have not met is a conflict that both see, and neither is lost")
  func twoReviewers() throws {
    let team = try Team(307)
    _ = try team.supervisor.review(team.name, .accept)
    _ = try team.manager.review(team.name, .sendBack(part: .opinions, comment: "太短"))
    try team.sync()
    #expect(try team.stages().count == 1)
    for laptop in [team.supervisor, team.manager] {
      let fields = try laptop.read { try laptop.conflicts($0) }.map(\.field)
      #expect(fields.contains(ReviewField.state))
    }
    #expect(
      refusal { _ = try team.supervisor.review(team.name, .accept) }?.hasPrefix("F-saw") == true)
  }

  @Test("by two people who decide the same is none: nobody is asked who of them it was")
  func twoWhoAgree() throws {
    let team = try Team(309)
    _ = try team.supervisor.review(team.name, .accept)
    _ = try team.manager.review(team.name, .accept)
    try team.sync()
    #expect(try team.stages() == [.accepted])
    for laptop in [team.supervisor, team.manager] {
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty)
      #expect(try laptop.read { try laptop.status($0) }.conflicts == 0)
    }
    #expect(try team.world.office.read { try team.world.office.openConflicts(on: $0) }.isEmpty)
    // It goes on from there like any other.
    _ = try team.manager.review(team.name, .sendBack(part: .opinions, comment: "太短"))
    try team.sync()
    #expect(try team.stages() == [.returned])
    #expect(try team.supervisor.read { try team.supervisor.conflicts($0) }.isEmpty)
  }

  @Test("by a program that says another decided, or changes what was seen alone, is held")
  func disguised() throws {
    let team = try Team(311)
    _ = try team.supervisor.review(team.name, .accept)
    try team.sync()
    let saw = try team.officer.read { try $0.frontier(of: team.visit) }
    _ = try team.officer.amendVisit(named: team.name, .satisfaction(.satisfied), saw: saw)
    let content = try team.card(team.officer).item.content
    let record = RecordIdentity.review(visit: team.visit.id)
    let supervisor = RecordKey(
      scope: team.world.office.company, type: .account, id: team.supervisor.account.named())
    let edits: [(Laptop, RecordEdit)] = [
      // As if the supervisor had seen the changed record.
      (team.officer, RecordEdit(.review, record, [ReviewField.content: .bytes(content.bytes)])),
      // As if another had accepted it.
      (
        team.manager,
        RecordEdit(
          .review, record,
          [
            ReviewField.state: .code(ReviewState.accepted),
            ReviewField.account: .reference(supervisor),
          ])
      ),
    ]
    for (laptop, edit) in edits {
      _ = try laptop.write { try laptop.write([edit], in: team.world.site, on: $0) }
      #expect(try laptop.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    }
    #expect(try team.atOffice()?.stage == .changed)
  }

  @Test("by an officer's own program is held by the office, and nothing changes")
  func forged() throws {
    let team = try Team(308)
    let content = try team.card(team.officer).item.content
    _ = try team.officer.write { replica in
      try team.officer.write(
        [
          RecordEdit(
            .review, RecordIdentity.review(visit: team.visit.id),
            [
              ReviewField.visit: .reference(team.visit),
              ReviewField.state: .code(ReviewState.accepted),
              ReviewField.account: .reference(
                RecordKey(
                  scope: team.world.office.company, type: .account,
                  id: team.supervisor.account.named())),
              ReviewField.at: .instant(team.world.clock.now),
              ReviewField.content: .bytes(content.bytes),
            ])
        ], in: team.world.site, on: replica)
    }
    #expect(try team.officer.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    #expect(try team.atOffice()?.stage == .waiting)
  }

  @Test("at the office follows the same rules, and a comment reaches the visitor's laptop")
  func atOffice() throws {
    let team = try Team(309)
    let office = team.world.office
    let shown = try #require(try team.atOffice()).shown
    let supervisor = team.supervisor.account
    let own = refusal {
      try office.review(team.visit, .accept, shown: shown, by: team.officer.account)
    }
    #expect(own == "R1-54 rule.R1-54.role")
    let blank = refusal {
      try office.review(
        team.visit, .sendBack(part: .whole, comment: ""), shown: shown, by: supervisor)
    }
    #expect(blank == "R1-54 rule.R1-54.comment")
    let stale = refusal {
      try office.review(
        team.visit, .accept, shown: Digest(domain: "another", []), by: supervisor)
    }
    #expect(stale == "F-saw review.stale")
    try office.review(
      team.visit, .sendBack(part: .place, comment: "在哪里？"), shown: shown, by: supervisor)
    try team.sync()
    let mine = try team.officer.read { try team.officer.returnedToMe($0) }
    #expect(mine.map(\.comment) == ["在哪里？"])
    try office.recordRecontact(
      team.visit, outcome: .notConfirmed, remark: "没来过",
      shown: try #require(try team.atOffice()).shown, by: supervisor)
    let twice = refusal {
      try office.recordRecontact(
        team.visit, outcome: .confirmed, remark: nil, shown: shown, by: supervisor)
    }
    #expect(twice == "F-saw review.stale", "a page from before does not write over it")
    try team.sync()
    #expect(try team.card(team.manager).item.recontact?.outcome == .notConfirmed)
  }

  @Test("is asked of the same random share of visits everywhere, and of about as many as is set")
  func sampled() throws {
    var world = try World(seed: 310, households: 1, roles: [.serviceOfficer])
    _ = try world.add(.serviceSupervisor)
    world.clock.set("2026-09-02 12:00")
    for number in 0..<200 {
      var input = try world.visit(1)
      input.end = input.start.advanced(byMilliseconds: Int64(60_000 + number * 1000))
      input.reasons = ["R1-38": "again"]
      _ = try world.laptops[0].recordVisit(input, at: nil)
    }
    for laptop in world.laptops { _ = try laptop.synchronise() }
    let shares = try [5, 10, 50].map { percent in
      try world.laptops.map { laptop in
        try laptop.read { replica in
          let view = SiteView(replica, world.site)
          return try view.visits().map(\.summary.key.id)
            .filter { try view.isSampled($0, percent: percent) }
        }
      }
    }
    for share in shares { #expect(share[0] == share[1]) }
    let counts = shares.map { $0[0].count }
    // Binomial with n = 200: five standard deviations either side.
    #expect((1...26).contains(counts[0]) && (1...42).contains(counts[1]))
    #expect((64...136).contains(counts[2]))
    #expect(Set(shares[0][0]).isSubset(of: shares[1][0]))
    #expect(Set(shares[1][0]).isSubset(of: shares[2][0]))
  }
}
