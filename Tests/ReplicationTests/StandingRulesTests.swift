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
import Wording

private func sync(_ world: World) throws {
  for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
}

private func heard(
  _ method: CommunicationMethod, _ kind: OpinionKind, in world: World, _ texts: [String] = ["灯"]
) -> ContactInput {
  var input = ContactInput(
    household: "1-101", .conversation, at: world.clock.now,
    items: texts.map { .init(topic: .facilities, kind: kind, text: $0) })
  input.method = method
  return input
}

/// Rules that name no number and no form: each is kept by what the records can say and by what they refuse.
@Suite("A standing rule") struct StandingRulesTests {
  @Test(
    "R1-29 a problem found in daily management is recorded as a matter; without words it is refused"
  )
  func daily() throws {
    let world = try World(seed: 971, households: 3, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    _ = try laptop.recordContact(heard(.dailyManagement, .request, in: world), at: nil)
    let matters = try laptop.read { try SiteView($0, world.site).matters() }
    #expect(matters.map(\.source.method) == [.dailyManagement] && matters[0].isOpen)
    let nothing = heard(.dailyManagement, .request, in: world, [])
    #expect(refused { _ = try laptop.recordContact(nothing, at: nil) } == "R1-10")
  }

  @Test("R1-30 a complaint is recorded as handed over and answered; for a department it is refused")
  func complaint() throws {
    let world = try World(seed: 972, households: 3, roles: [.serviceSupervisor])
    let laptop = world.laptops[0]
    let saved = try laptop.recordContact(
      heard(.everydayContact, .complaint, in: world), at: nil)
    let id = try #require(saved.matters.first).description
    #expect(
      refused {
        _ = try laptop.handleMatter(named: id, .route(to: .engineering, handler: nil))
      } == "R1-42")
    let card = try laptop.handleMatter(named: id, .handOver, reference: "TS-1")
    #expect(card.matter.handling?.state == .handedOver)
    let answered = try laptop.handleMatter(named: id, .report(.answered))
    #expect(answered.matter.handling?.status == .answered)
  }

  @Test(
    "R2-01, R2-02 the firm's notices and meetings are recorded by general affairs; others' are refused"
  )
  func channels() throws {
    let world = try World(seed: 973, households: 2, roles: [.siteManager])
    let office = world.office
    let affairs = try office.addAccount(name: "GA", role: .generalAffairs, sites: [])
    var text = NoticeText(.other)
    text.issuer = .company
    text.title = "安全检查"
    text.body = "周五检查"
    let notice = try office.writeNotice(
      text, answering: nil, of: office.company, at: world.clock.now, by: affairs
    ).key
    _ = try office.sealNotice(notice, with: nil, at: world.clock.now, by: affairs)
    try sync(world)
    let laptop = world.laptops[0]
    let read = try laptop.read { try SiteView($0, office.company).notice(notice) }
    #expect(read?.text.body == "周五检查" && read?.isSealed == true && read?.number == 1)
    // A site's laptop writes nothing in the firm's name.
    let edits = [RecordEdit(.notice, notice.id, [NoticeField.title: .text("另")])]
    _ = try laptop.write { try laptop.write(edits, in: office.company, on: $0) }
    #expect(try laptop.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    var meeting = MeetingInput(.company, nil, start: world.clock.now)
    meeting.chair = laptop.account
    meeting.minuteTaker = laptop.account
    meeting.texts = [MeetingField.decisions: "x"]
    #expect(
      refused {
        _ = try office.recordMeeting(meeting, of: office.company, by: laptop.account)
      } == "R2-07")
    _ = try office.recordMeeting(meeting, of: office.company, by: affairs)
  }

  @Test("R2-03 a petition is decided by general affairs; by head office's others it is refused")
  func petitions() throws {
    let world = try World(seed: 974, households: 2, roles: [.siteManager, .serviceOfficer])
    let office = world.office
    let affairs = try office.addAccount(name: "GA", role: .generalAffairs, sites: [])
    let reviewer = try office.addAccount(name: "CR", role: .companyReviewer, sites: [])
    let key = try world.laptops[1].filePetition(
      .appeal, department: .order, to: "P0",
      texts: [PetitionField.matter: "a", PetitionField.facts: "b"], at: nil
    ).petition.key
    try sync(world)
    world.clock.set("2026-10-20 08:00")
    #expect(try office.escalate() > 0)
    let decision = [PetitionField.decision: "准"]
    #expect(
      refused {
        try office.actOnPetition(key, .decide, texts: decision, by: reviewer)
      } == "petition.noSuch")
    try office.actOnPetition(key, .decide, texts: decision, by: affairs)
  }

  @Test("R2-04 minutes are confirmed by the head of their department; by another it is refused")
  func departments() throws {
    let world = try World(seed: 975, households: 2, roles: [.siteManager, .serviceOfficer])
    var input = FieldMeetingInput(.engineering, start: world.clock.now)
    input.chair = "P0"
    input.texts = [MeetingField.points: "x"]
    let made = try world.laptops[1].recordMeeting(input, at: nil)
    try sync(world)
    let name = made.meeting.key.id.description
    #expect(refused { _ = try world.laptops[1].confirmMeeting(named: name) } == "R2-08")
    #expect(try world.laptops[0].confirmMeeting(named: name).meeting.isConfirmed)
  }

  @Test(
    "R3-01, R3-07 visits, returns, surveys and activities are recorded; from a board it is refused")
  func bothWays() throws {
    let world = try World(seed: 976, households: 4, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-02 12:00")
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key
    var back = try world.visit(1, start: "2026-09-02 11:00", end: "2026-09-02 11:10")
    back.earlier = visit.id.description
    back.kind = .returnVisit
    _ = try laptop.recordVisit(back, at: nil)
    for method in [CommunicationMethod.walkRound, .questionnaire] {
      _ = try laptop.recordContact(heard(method, .opinion, in: world), at: nil)
    }
    var activity = heard(.everydayContact, .opinion, in: world)
    activity.channel = .communityActivity
    _ = try laptop.recordContact(activity, at: nil)
    let matters = try laptop.read { try SiteView($0, world.site).matters() }
    #expect(
      Set(matters.map(\.source.method))
        == [.visit, .returnVisit, .walkRound, .questionnaire, .everydayContact])
    // A visit is no contact, and a board hears nothing.
    #expect(
      refused { _ = try laptop.recordContact(heard(.visit, .opinion, in: world), at: nil) }
        == "R1-07")
    var deaf = heard(.everydayContact, .opinion, in: world)
    deaf.channel = .bulletin
    #expect(refused { _ = try laptop.recordContact(deaf, at: nil) } == "R1-10")
  }

  @Test(
    "R3-02 at every compound work is recorded by who is assigned there; of others it is refused")
  func everySite() throws {
    let world = try World(seed: 977, households: 2, roles: [.serviceOfficer])
    let office = world.office
    let code = try #require(UnitCode("S2"))
    _ = try office.importSites([
      SiteRow(code: code, name: "Two", city: "", propertyCompany: "", totalUnits: 2)
    ])
    let laptop = world.laptops[0]
    var text = NoticeText(.other)
    text.title = "a"
    text.body = "b"
    #expect(
      refused {
        _ = try laptop.writeNotice(text, answering: nil, at: world.clock.now, site: "S2")
      } == "field.noSuchSite")
    try office.assign(laptop.account, to: office.scope(ofSite: code))
    try sync(world)
    let done = try laptop.writeNotice(text, answering: nil, at: world.clock.now, site: "S2")
    #expect(done.card.site?.code == "S2")
    #expect(try office.read { try SiteView.all(in: $0) }.map(\.code) == ["S1", "S2"])
  }

  @Test(
    "R3-03 contact that managers seek is asked for: it is met by five visits, and is overdue without"
  )
  func managers() throws {
    let september = try #require(CivilMonth("2026-09"))
    let world = try World(seed: 978, households: 3, roles: [.siteManager])
    let diligent = try World(seed: 979, households: 6, roles: [.siteManager])
    for world in [world, diligent] { _ = try world.office.takeFrames(of: september) }
    func due(_ world: World) throws -> [Obligation] {
      try world.office.read { try world.office.obligations(of: world.site, on: $0) }
        .map(\.obligation).filter { $0.rule == .r1_36 }
    }
    #expect(try due(world).map(\.who) == [.post(.siteManager)])
    #expect(try due(world).map(\.state) == [.open])
    world.clock.set("2026-10-01 08:00")
    #expect(try due(world).map(\.state) == [.overdue])
    diligent.clock.set("2026-09-02 20:00")
    for unit in 1...5 {
      #expect(try due(diligent).map(\.state) == [.open])
      _ = try diligent.laptops[0].recordVisit(
        try diligent.visit(
          unit, start: "2026-09-02 1\(unit):00", end: "2026-09-02 1\(unit):20"), at: nil)
      try sync(diligent)
    }
    #expect(try due(diligent).map(\.state) == [.met])
  }
}
