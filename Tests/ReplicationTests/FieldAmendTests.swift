import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// The rule that a refusal, or a question for reasons, names; nothing when the act was done.
func refusedRule(_ act: () throws -> Void) throws -> String? {
  do {
    try act()
    return nil
  } catch FieldFault.refused(let refusal) {
    return refusal.rule
  } catch FieldFault.reasonsNeeded(let refusals) { return refusals.first?.rule }
}

extension Instant {
  /// A moment in China, as a test writes it.
  static func china(_ text: String) throws -> Instant {
    try #require(Instant(text, defaultZone: .china))
  }
}

@Suite("A visit amended")
struct FieldAmendTests {
  private func world(_ roles: [Role] = [.serviceOfficer]) throws -> (World, Laptop) {
    let world = try World(seed: 41, roles: roles)
    world.clock.set("2026-09-03 08:00")
    return (world, world.laptops[0])
  }

  private func card(_ visit: RecordKey, _ laptop: Laptop) throws -> VisitCard {
    try laptop.read { try laptop.visitCard(visit, $0) }
  }

  private func amend(
    _ visit: RecordKey, _ amendment: Amendment, _ laptop: Laptop, reasons: [String: String] = [:]
  ) throws {
    _ = try laptop.amendVisit(
      named: visit.id.description, amendment, saw: card(visit, laptop).frontier, reasons: reasons)
  }

  @Test("takes an opinion by the opinion's own token, and not by the visit's")
  func opinion() throws {
    let (world, laptop) = try world()
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key
    let shown = try card(visit, laptop)
    let opinion = try #require(shown.opinions.first)
    #expect(
      try refusedRule {
        _ = try laptop.amendVisit(
          named: visit.id.description, .opinion(1, "mended"), saw: shown.frontier)
      } == "F-saw")
    _ = try laptop.amendVisit(
      named: visit.id.description, .opinion(1, "mended"), saw: opinion.frontier)
    #expect(try card(visit, laptop).opinions.map(\.text) == ["mended"])
    let present = try #require(try card(visit, laptop).opinions.first).frontier
    for blank in ["", "\u{3000}\n\t"] {
      #expect(
        try refusedRule {
          _ = try laptop.amendVisit(
            named: visit.id.description, .opinion(1, blank), saw: present)
        } == "R1-44")
    }
  }

  @Test("to the door needs an appointment, and takes the one that fits")
  func door() throws {
    let (world, laptop) = try world()
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key
    #expect(try refusedRule { try amend(visit, .mode(.door), laptop) } == "R1-46")
    let household = try laptop.read { replica in
      try laptop.household("1-101", of: try laptop.site(named: nil, replica), replica)
    }
    let made = try laptop.makeAppointment(
      household: household, start: try .china("2026-09-02 09:45"),
      end: try .china("2026-09-02 10:15"), channel: .telephone, agreedWith: "N1",
      agreedAt: try .china("2026-09-01 18:00"))
    try amend(visit, .mode(.door), laptop)
    let state = try #require(try laptop.read { try $0.records.state(of: visit) })
    #expect(state.code(VisitField.mode) == VisitMode.door)
    #expect(state.reference(VisitField.appointment) == made.key)
  }

  @Test("into the night asks for a reason once, and keeps it")
  func night() throws {
    let (world, laptop) = try world()
    var input = try world.visit(1, start: "2026-09-02 21:30", end: "2026-09-02 21:50")
    input.mode = .door
    input.agreedWith = "N1"
    let visit = try laptop.recordVisit(input, at: nil).key
    let end = try Instant.china("2026-09-02 22:20")
    #expect(try refusedRule { try amend(visit, .end(end), laptop) } == "R1-47")
    #expect(
      try refusedRule { try amend(visit, .end(end), laptop, reasons: ["R1-47": "\u{3000}"]) }
        == "R1-47")
    try amend(visit, .end(end), laptop, reasons: ["R1-47": "asked to stay"])
    #expect(try card(visit, laptop).reasons.map(\.text) == ["asked to stay"])
    try amend(visit, .end(try .china("2026-09-02 22:30")), laptop)
  }

  @Test("to times that cannot be is refused")
  func times() throws {
    let (world, laptop) = try world()
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key
    for amendment in [
      Amendment.end(try .china("2026-09-02 09:00")), .end(try .china("2026-09-02 23:00")),
      .start(try .china("2026-09-02 11:00")), .end(try .china("2026-09-03 08:20")),
    ] {
      #expect(try refusedRule { try amend(visit, amendment, laptop) } == "R1-51")
    }
    #expect(try card(visit, laptop).summary.end == .china("2026-09-02 10:20"))
  }

  @Test("to another month counts there, unless it was drawn for a month")
  func month() throws {
    let (world, laptop) = try world([.serviceSupervisor])
    let drawn = try laptop.drawSample(
      month: try #require(CivilMonth("2026-09")), count: 1, reserves: 0, organiser: nil, at: nil)
    let unit = try #require(drawn.entries.first?.household.unitCode)
    let drawnNumber = try #require(Int(unit.dropFirst(2))) - 100
    let (byHand, fromDraw) = try {
      func morning(_ unit: Int) throws -> RecordKey {
        try laptop.recordVisit(
          try world.visit(unit, start: "2026-09-01 08:00", end: "2026-09-01 08:20"), at: nil
        ).key
      }
      return (try morning(drawnNumber % 12 + 1), try morning(drawnNumber))
    }()
    for visit in [byHand, fromDraw] {
      try amend(visit, .start(try .china("2026-08-31 23:50")), laptop)
    }
    #expect(try card(byHand, laptop).summary.month.description == "2026-08")
    #expect(try card(fromDraw, laptop).summary.month.description == "2026-09")
  }

  @Test("by somebody who no longer works there is refused, as is all else that is written")
  func notAssigned() throws {
    let (world, laptop) = try world([.serviceOfficer, .serviceSupervisor])
    try world.office.appointCustodian(world.laptops[1].account, of: world.site)
    _ = try laptop.synchronise()
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key
    let name = visit.id.description
    let household = try laptop.read { replica in
      try laptop.household("1-102", of: try laptop.site(named: nil, replica), replica)
    }
    let appointment = try laptop.makeAppointment(
      household: household, start: try .china("2026-09-04 10:00"),
      end: try .china("2026-09-04 11:00"), channel: .telephone, agreedWith: "",
      agreedAt: laptop.now)
    _ = try laptop.synchronise()
    try world.office.withdraw(laptop.account, from: world.site)
    _ = try laptop.synchronise()
    let saw = try card(visit, laptop).frontier
    let acts: [() throws -> Void] = [
      { _ = try laptop.amendVisit(named: name, .remark("x"), saw: saw) },
      { _ = try laptop.voidVisit(named: name, reason: "x", saw: saw) },
      { _ = try laptop.signVisit(named: name, .signed) },
      { _ = try laptop.writeNote("x", about: name) },
      { _ = try laptop.cancelAppointment(named: appointment.key.id.description) },
      {
        _ = try laptop.makeAppointment(
          household: household, start: try .china("2026-09-05 10:00"),
          end: try .china("2026-09-05 11:00"), channel: .telephone, agreedWith: "",
          agreedAt: laptop.now)
      },
    ]
    for act in acts { #expect(try refusedRule(act) == "F-assigned") }
  }

  @Test("under an id that was saved already is not saved twice")
  func savedTwice() throws {
    let (world, laptop) = try world()
    var input = try world.visit(1)
    input.id = RecordID(high: 1, low: 2)
    let saved = try laptop.recordVisit(input, at: nil)
    #expect(saved.key.id == input.id)
    input.reasons = ["R1-38": "again"]
    #expect(throws: FieldFault.self) { try laptop.recordVisit(input, at: nil) }
    let count = try laptop.read { replica in
      try laptop.visits(of: laptop.site(named: nil, replica), replica).count
    }
    #expect(count == 1)
  }
}
