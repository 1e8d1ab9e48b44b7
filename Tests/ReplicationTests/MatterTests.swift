import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SeededRandom
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

/// A supervisor and an officer, whose visit brought four things of different kinds.
private struct Said {
  let world: World
  let visit: RecordKey
  let matters: [OpinionKind: String]

  var supervisor: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }

  init(_ seed: UInt64) throws {
    world = try World(seed: seed, households: 4, roles: [.serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-02 12:00")
    var input = try world.visit(1)
    input.items = [OpinionKind.request, .complaint, .praise, .need].map {
      VisitInput.Item(topic: .repair, kind: $0, text: $0.name, wantsFeedback: $0 != .praise)
    }
    let officer = world.laptops[1]
    visit = try officer.recordVisit(input, at: nil).key
    let (visit, site) = (visit, world.site)
    let known = try officer.read { try SiteView($0, site).matters(of: visit) }
    matters = Dictionary(uniqueKeysWithValues: known.map { ($0.kind, $0.key.id.description) })
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func card(_ kind: OpinionKind, _ laptop: Laptop) throws -> MatterCard {
    let name = try #require(matters[kind])
    return try laptop.read { try laptop.matterCard(named: name, $0) }
  }

  /// What both laptops and the office say of a matter, which must be one thing once in sync.
  func agreed(_ kind: OpinionKind) throws -> Matter {
    let key = try card(kind, officer).matter.key
    let all =
      try world.laptops.map { try card(kind, $0).matter }
      + [try world.office.read { try world.office.matter(key, on: $0) }]
    #expect(Set(all.map(\.handling)).count == 1 && Set(all.map(\.feedback)).count == 1)
    return all[0]
  }
}

@Suite("A matter") struct MatterTests {
  @Test("goes where it belongs when the visit is accepted: complaints to their procedure alone")
  func routedByReview() throws {
    let said = try Said(401)
    _ = try said.supervisor.review(said.visit.id.description, .accept)
    try said.sync()
    #expect(try said.agreed(.complaint).handling?.state == .handedOver)
    #expect(try said.agreed(.complaint).feedback == .notAsked)
    #expect(try said.agreed(.request).handling?.state == .routed)
    #expect(try said.agreed(.request).handling?.department == .engineering)
    #expect(try said.agreed(.praise).handling == nil)
    #expect(try said.agreed(.praise).isOpen == false)
    // What somebody has seen to already is left as it is.
    let again = try Said(402)
    _ = try again.officer.handleMatter(
      named: try #require(again.matters[.need]), .route(to: .order, handler: nil), handler: "P0",
      reference: "WX-7")
    try again.sync()
    _ = try again.supervisor.review(again.visit.id.description, .accept)
    try again.sync()
    let need = try again.agreed(.need)
    #expect(need.handling?.department == .order && need.handling?.reference == "WX-7")
    #expect(need.handling?.handler == again.supervisor.account)
  }

  @Test("is handed over with a number and a status that comes back, and ends with its outcome")
  func complaint() throws {
    let said = try Said(403)
    let name = try #require(said.matters[.complaint])
    #expect(
      refusal { _ = try said.officer.handleMatter(named: name, .report(.accepted)) }
        == "R1-55 rule.R1-55")
    #expect(
      refusal {
        _ = try said.officer.handleMatter(named: name, .route(to: .order, handler: nil))
      } == "R1-42 rule.R1-42.department")
    _ = try said.officer.handleMatter(named: name, .handOver, reference: "TS-2026-017")
    _ = try said.officer.handleMatter(named: name, .report(.answered))
    let reported = try said.card(.complaint, said.officer).matter.handling
    #expect(reported?.state == .handedOver && reported?.status == .answered)
    #expect(
      refusal {
        _ = try said.officer.handleMatter(named: name, .end(as: .closed, outcome: "\u{3000}"))
      } == "R1-12 rule.R1-12")
    _ = try said.officer.handleMatter(named: name, .end(as: .closed, outcome: "已道歉"))
    try said.sync()
    let ended = try said.agreed(.complaint)
    #expect(ended.handling?.state == .closed && !ended.isOpen)
    #expect(try said.card(.complaint, said.supervisor).outcome == "已道歉")
    #expect(ended.handling?.reference == "TS-2026-017")
  }

  @Test("that wants to be heard of is owed by its handler, or else by who recorded it, until told")
  func feedback() throws {
    let said = try Said(404)
    let until = try #require(CivilDate("2026-09-05"))
    #expect(
      try said.agreed(.request).feedback == .owed(by: said.officer.account, until: until))
    let request = try #require(said.matters[.request])
    _ = try said.officer.handleMatter(
      named: request, .route(to: nil, handler: nil), handler: "P0")
    try said.sync()
    #expect(
      try said.agreed(.request).feedback == .owed(by: said.supervisor.account, until: until))
    let plan = try said.supervisor.read { replica in
      try said.supervisor.plan(
        try said.supervisor.site(named: nil, replica),
        month: CivilMonth(containing: until), replica)
    }
    #expect(Set(plan.feedback.map(\.by)) == ["P0", "P1"] && plan.feedback.count == 2)
    said.world.clock.set("2026-09-04 12:00")
    var back = try said.world.visit(1, start: "2026-09-04 10:00", end: "2026-09-04 10:10")
    back.kind = .returnVisit
    back.earlier = request
    let given = try said.supervisor.recordVisit(back, at: nil)
    try said.sync()
    guard case .given(let told) = try said.agreed(.request).feedback else {
      Issue.record("not given")
      return
    }
    #expect(told.visit == given.key && told.isFaceToFace && told.mode == .office)
    // A return visit to the visit itself tells of all that was said there; by telephone is marked.
    var call = try said.world.visit(1, start: "2026-09-04 11:00", end: "2026-09-04 11:10")
    call.kind = .returnVisit
    call.mode = .other
    call.byTelephone = true
    call.signature = .notApplicable
    call.earlier = said.visit.id.description
    _ = try said.officer.recordVisit(call, at: nil)
    try said.sync()
    #expect(try said.agreed(.need).feedback.stage == .givenRemotely)
    #expect(try said.agreed(.request).feedback.stage == .given)
  }

  @Test(
    "heard outside visits by whomever (R1-05) is recorded like one from a visit, also of who gave no name"
  )
  func contacts() throws {
    let said = try Said(405)
    var box = ContactInput(
      household: nil, .opinionBox, at: said.world.clock.now,
      items: [.init(topic: .greening, kind: .suggestion, text: "多种树", wantsFeedback: true)])
    box.heardBy = "门岗老李"
    let slip = try said.officer.recordContact(box, at: nil)
    let call = ContactInput(
      household: "1-102", .telephone, at: said.world.clock.now,
      items: [.init(topic: .order, kind: .complaint, text: "吵", urgency: .urgent)])
    let complaint = try said.officer.recordContact(call, at: nil)
    #expect(complaint.reminders.map(\.rule) == [.r1_13, .r1_42])
    try said.sync()
    let texts = try said.supervisor.read { replica in
      try said.supervisor.matters(of: said.supervisor.site(named: nil, replica), replica)
        .filter { $0.matter.source.channel != nil }.map { [$0.unitCode, $0.text] }
    }
    #expect(Set(texts) == [[nil, "多种树"], ["1-102", "吵"]])
    // Nobody can be told who is not known.
    let key = RecordKey(
      scope: said.world.site, type: .opinion, id: try #require(slip.matters.first))
    let atOffice = try said.world.office.read { try said.world.office.matter(key, on: $0) }
    #expect(atOffice.feedback == .notAsked && atOffice.source.household == nil)
    try said.world.office.handleMatter(
      key, .end(as: .closed, outcome: "已种"), reference: nil, saw: [],
      by: said.supervisor.account)
    try said.sync()
    let name = key.id.description
    #expect(try said.officer.read { try said.officer.matterCard(named: name, $0) }.outcome == "已种")
    #expect(try said.world.state(said.officer) == said.world.officeState())
    // A return visit may go back to what was said on the telephone.
    var back = try said.world.visit(2, start: "2026-09-02 11:50", end: "2026-09-02 11:55")
    back.kind = .returnVisit
    back.earlier = complaint.matters.first?.description
    said.world.clock.set("2026-09-02 13:00")
    back.start = said.world.clock.now.advanced(byMilliseconds: -600_000)
    back.end = said.world.clock.now
    // Complaints are answered the complaint way.
    #expect(
      refusal { _ = try said.officer.recordVisit(back, at: nil) } == "R1-42 rule.R1-42")
    _ = try said.officer.voidContact(named: slip.key.id.description, reason: "写错了")
    #expect(
      refusal { _ = try said.officer.read { _ = try said.officer.matterCard(named: name, $0) } }
        == "matter.voided")
  }

  @Test("is refused to an editor who has not seen what became of it since")
  func unseen() throws {
    let said = try Said(406)
    let name = try #require(said.matters[.need])
    let saw = try said.card(.need, said.supervisor).frontier
    _ = try said.supervisor.handleMatter(named: name, .route(to: nil, handler: nil), saw: saw)
    #expect(
      refusal {
        _ = try said.supervisor.handleMatter(
          named: name, .end(as: .closed, outcome: "x"), saw: saw)
      }?.hasPrefix("F-saw") == true)
    let key = try said.card(.need, said.officer).matter.key
    #expect(
      refusal {
        try said.world.office.handleMatter(
          key, .end(as: .closed, outcome: "x"), reference: nil,
          saw: try said.card(.need, said.supervisor).frontier, by: said.supervisor.account)
      }?.hasPrefix("F-saw") == true)
  }

  @Test(
    "has come to exactly one end whatever was done apart, once its conflicts are settled",
    arguments: 0..<12 as Range<UInt64>)
  func oneEnd(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 77)
    let said = try Said(500 + seed)
    let ends: [MatterState] = [.closed, .followedUp, .escalated]
    for _ in 0..<8 {
      let laptop = said.world.laptops[random.below(2)]
      let kind: OpinionKind = random.below(2) == 0 ? .complaint : .request
      let name = try #require(said.matters[kind])
      let decision: MatterDecision =
        switch random.below(4) {
        case 0: .handOver
        case 1: .report(.inProgress)
        default: .end(as: ends[random.below(3)], outcome: "\(random.below(100))")
        }
      do { _ = try laptop.handleMatter(named: name, decision) } catch is FieldFault {}
      if random.below(3) == 0 { _ = try laptop.synchronise() }
    }
    try said.sync()
    // The supervisor sees every value, and decides.
    while let one = try said.supervisor.read({ try said.supervisor.conflicts($0) }).first {
      try said.supervisor.settle(
        one.record, field: one.field, choosing: try #require(one.sides.first).head.change,
        saw: one.saw)
    }
    for kind in [OpinionKind.complaint, .request] {
      let name = try #require(said.matters[kind])
      _ = try said.supervisor.handleMatter(named: name, .end(as: .closed, outcome: "完"))
    }
    try said.sync()
    for kind in [OpinionKind.complaint, .request] {
      let matter = try said.agreed(kind)
      #expect(matter.handling?.state == .closed && !matter.isOpen)
    }
    // Nothing that became of something lies beside it: each handling has its matter.
    let site = said.world.site
    let orphans = try said.world.office.read { replica in
      try replica.records.states(of: .handling, in: site).filter { id, state in
        guard let matter = state.reference(HandlingField.matter) else { return true }
        return try replica.records.state(of: matter) == nil
          || id != RecordIdentity.handling(matter: matter.id)
      }
    }
    #expect(orphans.isEmpty)
    #expect(try said.world.state(said.officer) == said.world.officeState())
  }
}
