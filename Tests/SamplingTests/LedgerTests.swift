import ConflictFreeRecords
import Sampling
import Testing
import VisitModel

private func figures(
  _ visits: [LedgerVisit], _ turn: TurnStory = TurnStory(), of month: CivilMonth = october
) -> MonthFigures {
  Ledger.figures(of: month, visits: visits, cases: duplicateCases(visits, turn.ancestry))
}

@Suite struct LedgerTests {
  @Test("a joint visit counts once for the quota and once for each person present (A07)")
  func joint() {
    var visit = LedgerVisit.made(1, at: 0)
    visit.interviewers = [
      person(1, .siteManager), person(2, .serviceSupervisor), person(3, .serviceOfficer),
    ]
    let month = figures([visit])
    #expect(month.counted == 1)
    #expect(month.byManager == 1)
    #expect(month.bySupervisor == 1)
    #expect(month.byInterviewer.values.sorted() == [1, 1, 1])
  }

  @Test("a visit by manager and officer helps the manager's five and not the supervisor's")
  func managerAndOfficer() {
    var visit = LedgerVisit.made(1, at: 0)
    visit.interviewers = [person(1, .siteManager), person(3, .serviceOfficer)]
    let month = figures([visit])
    #expect([month.counted, month.byManager, month.bySupervisor] == [1, 1, 0])
  }

  @Test("a person named twice in one visit was there once")
  func namedTwice() {
    var visit = LedgerVisit.made(1, at: 0)
    visit.interviewers = [person(1, .siteManager), person(1, .siteManager)]
    #expect(figures([visit]).byInterviewer.values.sorted() == [1])
    #expect(figures([visit]).byManager == 1)
  }

  @Test("company visits never count toward the site's quota, though they are listed (A11)")
  func company() {
    var visit = LedgerVisit.made(1, by: .company, at: 0)
    visit.interviewers = [person(1, .siteManager)]
    let month = figures([visit])
    #expect([month.counted, month.byCompany, month.byManager] == [0, 1, 0])
    #expect(month.byInterviewer.isEmpty)
  }

  @Test("a return visit to a household done in the round counts apart (A12)")
  func returnVisit() {
    var second = LedgerVisit.made(2, at: 10)
    second.kind = .returnVisit
    let month = figures([.made(1, at: 5), second])
    #expect([month.counted, month.returnVisits, month.repeats] == [1, 1, 0])
    #expect(Ledger.coverage([second]).isEmpty)
  }

  @Test("a voided visit is listed as voided and gives its place to the next")
  func voided() {
    var first = LedgerVisit.made(1, at: 5)
    first.isVoided = true
    let month = figures([first, .made(2, at: 10)])
    #expect([month.counted, month.voided, month.repeats] == [1, 1, 0])
  }

  @Test("a conversation that does not count is in no figure (A13)")
  func telephone() {
    var call = LedgerVisit.made(1, at: 5)
    call.isCountable = false
    #expect(figures([call]) == MonthFigures())
    #expect(Ledger.coverage([call]).isEmpty)
  }

  @Test("a repeat picked by hand counts once and is a repeat, with or without its reason (A09)")
  func byHand() {
    var turn = TurnStory()
    let v1 = turn.write()
    let v2 = turn.write(seeing: [v1])
    var again = LedgerVisit.made(2, at: 10, entry: v2, known: [v1])
    again.isRepeatByHand = true
    let visits = [again, .made(1, at: 5, entry: v1)]
    let month = figures(visits, turn)
    #expect([month.counted, month.repeats] == [1, 1])
    #expect(duplicateCases(visits, turn.ancestry).first?.members.last?.isRepeatByHand == true)
  }

  @Test("two units of one owner are two places in the quota (A48)")
  func twoUnits() {
    #expect(figures([.made(1, to: 1, at: 5), .made(2, to: 2, at: 10)]).counted == 2)
  }

  @Test("a visit counts in the month it stores, not in the one its start falls in")
  func storedMonth() {
    let late = LedgerVisit.made(1, at: 60 * 24 * 40, in: october)
    #expect(figures([late]).counted == 1)
    #expect(figures([late], of: november).counted == 0)
  }

  @Test("a repeat in the next month of the round is a repeat there")
  func nextMonth() {
    let visits: [LedgerVisit] = [.made(1, at: 5), .made(2, at: 50_000, in: november)]
    #expect(figures(visits).counted == 1)
    let second = figures(visits, of: november)
    #expect([second.counted, second.repeats] == [0, 1])
  }

  @Test("visits of one household in two rounds both count")
  func twoRounds() {
    var next = LedgerVisit.made(2, at: 10)
    next.round = 2
    let visits = [.made(1, at: 5), next]
    #expect(Ledger.figures(of: october, visits: visits, cases: []).counted == 2)
  }

  @Test("overshoot is reported, never dropped", arguments: [(0, 3), (2, 1), (3, 0), (9, 0)])
  func overshoot(quota: Int, beyond: Int) {
    let month = figures((1...3).map { .made($0, to: $0, at: $0) })
    #expect(month.counted == 3)
    #expect(month.overshoot(quota: quota) == beyond)
  }

  @Test("coverage goes to the first visit by its own start, ties by id, whoever made it")
  func coverage() {
    let visits: [LedgerVisit] = [
      .made(2, at: 5), .made(1, by: .company, at: 5), .made(3, at: 9), .made(4, to: 2, at: 1),
    ]
    let expected = [home(1): visits[1].id, home(2): visits[3].id]
    #expect(Ledger.coverage(visits) == expected)
    #expect(Ledger.coverage(visits.reversed()) == expected)
  }
}

/// A site visit and a company visit of one household: which keeps what.
@Suite struct CollisionTests {
  struct Collision: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let isCompanyFirst: Bool
    let knewAtStart: Bool
    let knewAtEntry: Bool
    let cause: DuplicateCause
    let counted: Int
  }

  @Test(
    "a site visit loses its place only to a company visit it could have known of",
    arguments: [
      Collision(
        testDescription: "never met, company first", isCompanyFirst: true, knewAtStart: false,
        knewAtEntry: false, cause: .unavoidable, counted: 1),
      Collision(
        testDescription: "never met, site first", isCompanyFirst: false, knewAtStart: false,
        knewAtEntry: false, cause: .unavoidable, counted: 1),
      Collision(
        testDescription: "entered two days later, learnt meanwhile", isCompanyFirst: true,
        knewAtStart: false, knewAtEntry: true, cause: .learntLate, counted: 1),
      Collision(
        testDescription: "knew and went all the same", isCompanyFirst: true, knewAtStart: true,
        knewAtEntry: true, cause: .avoidable, counted: 0),
      Collision(
        testDescription: "the company knew and went all the same", isCompanyFirst: false,
        knewAtStart: true, knewAtEntry: true, cause: .avoidable, counted: 1),
    ])
  func collisions(_ one: Collision) {
    var turn = TurnStory()
    let v1 = turn.write()
    let v2 = turn.write(seeing: one.knewAtEntry ? [v1] : [])
    let (first, second): (Organiser, Organiser) =
      one.isCompanyFirst ? (.company, .site) : (.site, .company)
    let visits: [LedgerVisit] = [
      .made(1, by: first, at: 5, entry: v1),
      .made(2, by: second, at: 10, entry: v2, known: one.knewAtStart ? [v1] : []),
    ]
    let month = figures(visits, turn)
    #expect(duplicateCases(visits, turn.ancestry).map(\.cause) == [one.cause])
    #expect([month.counted, month.byCompany, month.repeats] == [one.counted, 1, 1 - one.counted])
  }

  @Test("the site's own repeat does not cost the visit that collided unavoidably its place")
  func third() {
    var turn = TurnStory()
    let (company, site) = (turn.write(), turn.write())
    let again = turn.write(seeing: [site])
    let visits: [LedgerVisit] = [
      .made(1, by: .company, at: 1, entry: company), .made(2, at: 2, entry: site),
      .made(3, at: 3, entry: again, known: [site]),
    ]
    let month = figures(visits, turn)
    #expect([month.counted, month.byCompany, month.repeats] == [1, 1, 1])
  }
}
