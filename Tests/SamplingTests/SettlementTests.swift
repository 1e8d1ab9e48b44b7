import ConflictFreeRecords
import Sampling
import Testing
import VisitModel

/// What head office's settlement does to the figures: the table of docs/sampling.md, row by row.
@Suite struct SettlementTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let first: Organiser
    let second: Organiser
    /// The second visitor knew of the first when their visit began.
    let knew: Bool
    let kind: SettlementKind?
    /// counted, byCompany, repeats, returnVisits, excused, recordedTwice
    let figures: [Int]
  }

  private static func row(
    _ first: Organiser, _ second: Organiser, knew: Bool = false, _ kind: SettlementKind?,
    _ figures: [Int]
  ) -> Row {
    Row(
      testDescription: "\(first) then \(second)\(knew ? ", knowing" : ""): \(kind?.name ?? "open")",
      first: first, second: second, knew: knew, kind: kind, figures: figures)
  }

  static let rows: [Row] = [
    row(.company, .site, nil, [1, 1, 0, 0, 0, 0]),
    row(.company, .site, .returnVisit, [0, 1, 0, 1, 0, 0]),
    row(.company, .site, .excused, [1, 1, 0, 0, 0, 0]),
    row(.company, .site, .standsAsRepeat, [0, 1, 1, 0, 0, 0]),
    row(.company, .site, .sameVisit, [0, 1, 0, 0, 0, 1]),
    row(.company, .site, knew: true, nil, [0, 1, 1, 0, 0, 0]),
    row(.company, .site, knew: true, .excused, [1, 1, 0, 0, 0, 0]),
    row(.company, .site, knew: true, .standsAsRepeat, [0, 1, 1, 0, 0, 0]),
    row(.site, .company, nil, [1, 1, 0, 0, 0, 0]),
    row(.site, .company, .returnVisit, [1, 0, 0, 1, 0, 0]),
    row(.site, .company, .excused, [1, 1, 0, 0, 0, 0]),
    row(.site, .company, .standsAsRepeat, [1, 0, 1, 0, 0, 0]),
    row(.site, .company, .sameVisit, [1, 0, 0, 0, 0, 1]),
    row(.site, .site, nil, [1, 0, 1, 0, 0, 0]),
    row(.site, .site, .returnVisit, [1, 0, 0, 1, 0, 0]),
    row(.site, .site, .excused, [1, 0, 0, 0, 1, 0]),
    row(.site, .site, .standsAsRepeat, [1, 0, 1, 0, 0, 0]),
    row(.site, .site, .sameVisit, [1, 0, 0, 0, 0, 1]),
  ]

  @Test(
    "each settlement changes quota and counts as tabulated, and coverage never", arguments: rows)
  func table(_ row: Row) throws {
    var turn = TurnStory()
    let v1 = turn.write()
    let v2 = turn.write(seeing: row.knew ? [v1] : [])
    let first = LedgerVisit.made(1, by: row.first, at: 5, entry: v1)
    var second = LedgerVisit.made(
      2, by: row.second, at: 10, entry: v2, known: row.knew ? [v1] : [])
    second.decision = row.kind.map { MemberDecision(against: first.id, kind: $0) }
    let cases = duplicateCases([first, second], turn.ancestry)
    let month = Ledger.figures(of: october, visits: [second, first], cases: cases)
    #expect(
      [
        month.counted, month.byCompany, month.repeats, month.returnVisits, month.excused,
        month.recordedTwice,
      ] == row.figures)
    #expect(Ledger.coverage([first, second], cases: cases) == [home(1): first.id])
    #expect(try #require(cases.first).isOpen == (row.kind == nil))
  }

  private func case3(
    _ decide: (inout [LedgerVisit]) -> Void
  ) throws -> (one: DuplicateCase, visits: [LedgerVisit]) {
    var visits = (1...3).map { LedgerVisit.made($0, at: $0) }
    decide(&visits)
    return (try #require(duplicateCases(visits, TurnStory().ancestry).first), visits)
  }

  @Test("a new member opens a settled case again, and what was decided stays decided")
  func newMember() throws {
    let (one, _) = try case3 { visits in
      visits[1].decision = MemberDecision(against: visits[0].id, kind: .standsAsRepeat)
    }
    #expect(one.isOpen)
    #expect(one.isReopened)
    #expect(one.decisions.count == 1)
  }

  @Test("a decision against a visit that was voided since has no effect")
  func voidedSince() throws {
    let (one, visits) = try case3 { visits in
      visits[1].decision = MemberDecision(against: visits[0].id, kind: .sameVisit)
      visits[0].isVoided = true
    }
    #expect(one.decisions.isEmpty)
    #expect(
      Ledger.coverage(visits, cases: [one]) == [home(1): visits[1].id])
    let only = Array(visits.prefix(2))
    #expect(Ledger.figures(of: october, visits: only, cases: []).counted == 1)
  }

  @Test("a visit whose merging lost its effect stands again: another may be held against it")
  func standsAgain() throws {
    let (one, visits) = try case3 { visits in
      visits[1].decision = MemberDecision(against: visits[0].id, kind: .sameVisit)
      visits[2].decision = MemberDecision(against: visits[1].id, kind: .returnVisit)
      visits[0].isVoided = true
    }
    #expect(one.decisions.keys.sorted() == [visits[2].id])
    #expect(!one.isOpen)
    #expect(Ledger.coverage(visits, cases: [one]) == [home(1): visits[1].id])
    let month = Ledger.figures(of: october, visits: visits, cases: [one])
    #expect([month.counted, month.returnVisits, month.voided] == [1, 1, 1])
  }

  @Test("what is held against a merged visit has no effect while the merging has")
  func chain() throws {
    let (one, _) = try case3 { visits in
      visits[2].decision = MemberDecision(against: visits[1].id, kind: .sameVisit)
      visits[1].decision = MemberDecision(against: visits[0].id, kind: .sameVisit)
    }
    #expect(one.decisions.values.map(\.against) == [one.members[0].id])
    #expect(one.isOpen)
  }

  @Test("a first visit that was judged a repeat leaves the site its place for the other")
  func repeatFirst() throws {
    var visits = (1...2).map { LedgerVisit.made($0, at: $0) }
    visits[0].decision = MemberDecision(against: visits[1].id, kind: .standsAsRepeat)
    let cases = duplicateCases(visits, TurnStory().ancestry)
    let month = Ledger.figures(of: october, visits: visits, cases: cases)
    #expect([month.counted, month.repeats] == [1, 1])
    #expect(Ledger.coverage(visits, cases: cases) == [home(1): visits[0].id])
  }

  @Test("two visits merged into each other stay two visits: nobody's visit vanishes")
  func cycle() throws {
    let (one, visits) = try case3 { visits in
      visits[0].decision = MemberDecision(against: visits[1].id, kind: .sameVisit)
      visits[1].decision = MemberDecision(against: visits[0].id, kind: .returnVisit)
    }
    #expect(one.decisions.isEmpty)
    #expect(one.standing.count == 3)
    #expect(Ledger.coverage(visits, cases: [one]).count == 1)
  }

  @Test("the first visit may be the one that is merged: the other then is credited")
  func firstMerged() throws {
    let (one, visits) = try case3 { visits in
      visits[0].decision = MemberDecision(against: visits[1].id, kind: .sameVisit)
      visits[2].decision = MemberDecision(against: visits[1].id, kind: .standsAsRepeat)
    }
    #expect(!one.isOpen)
    #expect(Ledger.coverage(visits, cases: [one]) == [home(1): visits[1].id])
    let month = Ledger.figures(of: october, visits: visits, cases: [one])
    #expect([month.counted, month.repeats, month.recordedTwice] == [1, 1, 1])
  }

  @Test("a company visit that became a return visit forewarns nobody any more")
  func noForewarning() throws {
    var turn = TurnStory()
    let v1 = turn.write()
    let v2 = turn.write(seeing: [v1])
    var company = LedgerVisit.made(1, by: .company, at: 5, entry: v1)
    let site = LedgerVisit.made(2, at: 10, entry: v2, known: [v1])
    company.decision = MemberDecision(against: site.id, kind: .returnVisit)
    let cases = duplicateCases([company, site], turn.ancestry)
    let month = Ledger.figures(of: october, visits: [company, site], cases: cases)
    #expect([month.counted, month.returnVisits, month.byCompany] == [1, 1, 0])
  }
}
