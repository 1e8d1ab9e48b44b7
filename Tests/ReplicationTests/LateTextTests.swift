import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The key of a household whose first records have no text")
struct LateTextTests {
  enum First: CaseIterable {
    case attempt, appointment, visitWithoutOpinion
  }

  private static func at(_ clock: String) throws -> Instant {
    try #require(Instant("2026-09-03 " + clock, defaultZone: .china))
  }

  private func record(_ first: First, by laptop: Laptop, in world: World) throws {
    switch first {
    case .attempt:
      _ = try laptop.recordAttempt(
        household: "1-101", outcome: .nobodyHome, at: Self.at("09:00"), remark: nil, site: nil)
    case .appointment:
      let home = try laptop.read { replica in
        try laptop.household("1-101", of: try laptop.site(named: nil, replica), replica)
      }
      _ = try laptop.makeAppointment(
        household: home, start: Self.at("18:00"), end: Self.at("19:00"), channel: .telephone,
        agreedWith: "", agreedAt: Self.at("09:00"))
    case .visitWithoutOpinion:
      var input = try world.visit(1, start: "2026-09-03 09:00", end: "2026-09-03 09:10")
      input.items = []
      input.saysNoOpinion = true
      _ = try laptop.recordVisit(input, at: nil)
    }
  }

  /// One that nobody refuses, whatever was recorded before it.
  private func contact(by laptop: Laptop) throws -> Set<DataKeyID> {
    var input = ContactInput(
      household: "1-101", .conversation, at: try Self.at("10:00"),
      items: [.init(topic: .order, kind: .need, text: "楼道灯坏了")])
    input.method = .everydayContact
    let matter = try #require(try laptop.recordContact(input, at: nil).matters.first)
    let key = RecordKey(
      scope: try laptop.read { try laptop.site(named: nil, $0).scope }, type: .opinion, id: matter)
    let state = try #require(try laptop.read { try $0.records.state(of: key) })
    return [try #require(state.sealed(OpinionField.text)).keyID]
  }

  @Test("reaches the office and everybody with the first text", arguments: First.allCases)
  func reaches(_ first: First) throws {
    let world = try World(seed: 77, roles: [.serviceOfficer, .serviceSupervisor])
    let (officer, supervisor) = (world.laptops[0], world.laptops[1])
    world.clock.set("2026-09-03 11:00")
    try record(first, by: officer, in: world)
    _ = try officer.synchronise()
    let named = try contact(by: officer)
    _ = try officer.synchronise()
    _ = try supervisor.synchronise()
    let office = world.office
    for id in named {
      let there = try office.environment.keyDatabase.read {
        try KeyTable($0, storeKey: office.secrets.storeKey).key(id)
      }
      #expect(there != nil, "the office cannot open what was said")
      let here = try supervisor.environment.keyDatabase.read {
        try KeyTable($0, storeKey: supervisor.secrets.storeKey).key(id)
      }
      #expect(here != nil, "another laptop cannot open what was said")
    }
  }
}
