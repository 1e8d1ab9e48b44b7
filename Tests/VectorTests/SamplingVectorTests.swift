import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import Sampling
import Testing
import VisitModel

@Suite("Sampling")
struct SamplingVectorTests {
  @Test("derives the round seeds of the vectors from the site's")
  func rounds() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    let site = try file.seed()
    file.rounds.check { one in
      #expect(Hex(site.round(one.number).bytes) == one.seed, "\(one.name)")
    }
  }

  @Test("gives the households of the vectors their names")
  func households() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    // The company and the site are those of the unit whose name another file gives.
    let unit = try #require(
      try VectorFile.read("identity", as: IdentityFile.self).records.all.first {
        $0.kind == "unit"
      })
    let company = try #require(unit.inputs.company)
    let site = try #require(unit.inputs.site)
    file.households.check { one in
      let code = try #require(UnitCode(one.unit), "\(one.name)")
      let id = RecordIdentity.unit(company: company, site: site, code: code)
      #expect(
        RecordIdentity.household(unit: id, previous: nil) == one.household, "\(one.name)")
    }
    #expect(Set(file.households.all.map(\.household)).count == file.households.all.count)
  }

  @Test("gives each household the number of the vectors in each round")
  func numbers() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    let site = try file.seed()
    let known = Set(file.households.all.map(\.household))
    file.numbers.check { one in
      #expect(known.contains(one.household), "\(one.name)")
      let number = site.round(one.round).number(of: one.household)
      #expect(number.fraction == one.number.value, "\(one.name)")
      #expect(number.household == one.household, "\(one.name)")
    }
    #expect(Set(file.numbers.all.map(\.round)).count > 1)
  }

  @Test("gives each household to the slot of the vectors")
  func slots() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    let site = try file.seed()
    file.slotLists.check { list in
      let slots = try #require(SlotList(version: list.version, slots: list.names))
      list.owners.check { one in
        let owner = slots.owner(of: one.household, in: site.round(list.round))
        #expect(utf8(owner) == utf8(one.slot), "\(list.name), \(one.name)")
      }
    }
  }

  @Test("draws the households of the vectors in their order, with their numbers and kinds")
  func draws() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    let site = try file.seed()
    file.draws.check { one in
      let slots = try #require(
        SlotList(version: one.slots.version, slots: one.slots.names), "\(one.name)")
      let request = DrawRequest(
        organiser: try organiser(one.organiser), slot: one.slot, slots: slots,
        primaryCount: one.primaryCount, reserveCount: one.reserveCount,
        eligible: one.eligible.reversed())
      #expect(request.eligible == one.eligible, "\(one.name)")
      let round = site.round(one.round)
      let draw = Draw(request, round)
      #expect(draw.eligibleDigest == one.eligibleDigest, "\(one.name)")
      #expect(draw.entries.map(\.household) == one.entries.map(\.household), "\(one.name)")
      #expect(
        draw.entries.map(\.number.fraction) == one.entries.map(\.number.value), "\(one.name)")
      #expect(draw.entries.map(\.kind.name) == one.entries.map(\.kind), "\(one.name)")
      let recorded = try one.entries.map {
        (household: $0.household, kind: try #require(EntryKind(name: $0.kind)))
      }
      #expect(Draw.isReplay(recorded, of: request, round), "\(one.name)")
    }
    #expect(Set(file.draws.all.map(\.organiser)) == ["site", "company"])
    #expect(file.draws.all.contains { $0.slots.version == 0 && !$0.entries.isEmpty })
  }

  @Test("finds the members, the cause and the forewarned of each duplicate case, in any order")
  func duplicates() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    file.duplicates.check { one in
      let visits = try one.visits.map { try visit($0) }
      for visits in [visits, visits.reversed()] {
        let found = DuplicateCase(
          round: round, household: household, visits: visits, turn: one.turn.ancestry)
        #expect((found?.members ?? []).map(\.id) == one.members, "\(one.name)")
        #expect(found?.cause.name == one.cause, "\(one.name)")
        #expect((found?.forewarned ?? []).sorted() == one.forewarned.sorted(), "\(one.name)")
        let figures = Ledger.figures(of: month, visits: visits, cases: [found].compactMap { $0 })
        let earned = figures.byInterviewer.keys.map { $0.named(RecordTag.self) }
        #expect(earned.sorted() == one.earnPlace.sorted(), "\(one.name)")
        #expect(figures.counted == one.earnPlace.count, "\(one.name)")
        let bySite = visits.filter { $0.organiser == .site }.count
        #expect(figures.repeats == bySite - one.earnPlace.count, "\(one.name)")
        #expect(figures.byCompany == visits.count - bySite, "\(one.name)")
      }
    }
    #expect(
      Set(file.duplicates.all.map(\.cause))
        == [nil, "unavoidable", "learntLate", "avoidable"])
  }

  @Test("lets head office's decisions take effect as the vectors say, in any order")
  func settlements() throws {
    let file: SamplingFile = try VectorFile.read("sampling")
    file.settlements.check { one in
      let visits = try one.visits.map { try visit($0) }
      for visits in [visits, visits.reversed()] {
        let found = try #require(
          DuplicateCase(
            round: round, household: household, visits: visits, turn: one.turn.ancestry),
          "\(one.name)")
        #expect(found.decisions.keys.sorted() == one.inForce, "\(one.name)")
        #expect(found.isOpen == one.isOpen, "\(one.name)")
        let coverage = Ledger.coverage(visits, cases: [found])
        #expect(coverage == [household: one.credited], "\(one.name)")
        let figures = Ledger.figures(of: month, visits: visits, cases: [found])
        #expect(figures.counted == one.figures.counted, "\(one.name)")
        #expect(figures.byCompany == one.figures.company, "\(one.name)")
        #expect(figures.returnVisits == one.figures.returnVisits, "\(one.name)")
        #expect(figures.repeats == one.figures.repeats, "\(one.name)")
        #expect(figures.excused == one.figures.excused, "\(one.name)")
        #expect(figures.recordedTwice == one.figures.recordedTwice, "\(one.name)")
      }
    }
    let kinds = file.settlements.all.flatMap { $0.visits.compactMap { $0.decision?.kind } }
    #expect(Set(kinds) == Set(SettlementKind.allCases.map(\.name)))
  }

  private let round = 1
  private let month = CivilMonth(containing: CivilDate(daysSince1970: 20_000))
  private let household = RecordID(high: 0, low: 1)

  /// Each visit has an interviewer of its own, whose figures tell whether it earned its place.
  private func visit(_ one: SamplingFile.Visit) throws -> LedgerVisit {
    LedgerVisit(
      id: one.id, household: household, round: round, month: month,
      organiser: try organiser(one.organiser), kind: .visit,
      start: Instant(millisecondsSince1970: one.startMs),
      interviewers: [.init(account: one.id.named(), post: .serviceSupervisor)],
      turnChange: one.turnChange, draw: one.draw, drawTurnChange: one.drawTurnChange,
      knownAtStart: one.knownAtStart,
      decision: try one.decision.map {
        MemberDecision(against: $0.against, kind: try #require(SettlementKind(name: $0.kind)))
      })
  }

  private func organiser(_ name: String) throws -> Organiser {
    try #require(Organiser(name: name))
  }
}

extension SamplingFile {
  fileprivate func seed() throws -> SiteSeed { try #require(SiteSeed(siteSeed.bytes)) }
}

extension [SamplingFile.TurnChange] {
  fileprivate var ancestry: Ancestry {
    Ancestry(
      map {
        PlacedChange(
          id: $0.change, claimedAt: Instant(millisecondsSince1970: 0), saw: $0.saw, fields: [])
      })
  }
}
