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

/// A manager and an officer at a site; at head office a general manager and the general affairs department.
struct MinutesFirm {
  let world: World
  let general: AccountID
  let affairs: AccountID

  var manager: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }

  /// Friday, 16:00.
  init(_ seed: UInt64) throws {
    world = try World(seed: seed, households: 2, roles: [.siteManager, .serviceOfficer])
    general = try world.office.addAccount(name: "GM", role: .generalManager, sites: [])
    affairs = try world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
    world.clock.set("2026-09-04 16:00")
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  func moment(_ text: String) throws -> Instant {
    try #require(Instant(text, defaultZone: .china))
  }

  func minutes(_ start: String, chair: String? = "P0") throws -> FieldMeetingInput {
    var input = FieldMeetingInput(.customerService, start: try moment(start))
    input.chair = chair
    input.texts = [MeetingField.review: "marker-Xq7", MeetingField.present: "P0, P1"]
    input.tasks = [(who: "P1", due: try #require(CivilDate("2026-09-11")), text: "换灯")]
    return input
  }

  func company(_ start: String) throws -> RecordKey {
    var input = MeetingInput(.company, nil, start: try moment(start))
    input.chair = general
    input.minuteTaker = affairs
    input.texts = [MeetingField.decisions: "marker-Xq7"]
    return try world.office.recordMeeting(input, of: world.office.company, by: affairs)
  }

  func due(_ rule: RuleID, ofCompany: Bool = false) throws -> [ObligationState] {
    try world.office.read { replica in
      ofCompany
        ? try world.office.companyObligations(on: replica)
        : try world.office.obligations(of: world.site, on: replica)
    }.filter { $0.obligation.rule == rule }.map(\.obligation.state)
  }
}
