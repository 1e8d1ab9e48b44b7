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

/// At a site a manager, an officer and another who has no part in it; at head office the general affairs
/// department and the general manager.
struct PetitionFirm {
  let world: World
  let affairs: AccountID
  let general: AccountID

  var office: Office { world.office }
  var manager: Laptop { world.laptops[0] }
  var officer: Laptop { world.laptops[1] }
  var third: Laptop { world.laptops[2] }

  /// Tuesday, 09:00.
  init(_ seed: UInt64) throws {
    world = try World(
      seed: seed, households: 2, roles: [.siteManager, .serviceOfficer, .serviceOfficer])
    affairs = try world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
    general = try world.office.addAccount(name: "GM", role: .generalManager, sites: [])
    world.clock.set("2026-09-01 09:00")
    try sync()
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  /// The officer's appeal to the manager; nobody has heard of it yet.
  func file() throws -> RecordKey {
    try officer.filePetition(
      .appeal, department: .order, to: "P0",
      texts: [PetitionField.matter: "marker-Xq7", PetitionField.facts: "连排两周夜班"], at: nil
    ).petition.key
  }

  func act(
    _ laptop: Laptop, _ act: PetitionFacts.Act, _ key: RecordKey,
    _ texts: [UInt32: String] = [:], answer: PetitionAnswer? = nil
  ) throws -> Petition {
    try laptop.act(act, onPetition: key.id.description, texts: texts, answer: answer).petition
  }

  func reply(_ key: RecordKey) throws {
    _ = try act(manager, .reply, key, [PetitionField.reply: "下月起轮休"])
  }

  func card(_ laptop: Laptop, _ key: RecordKey) throws -> PetitionCard {
    try laptop.read { try laptop.petitionCard(named: key.id.description, $0) }
  }

  /// As somebody reads it at the office.
  func atOffice(_ key: RecordKey, by account: AccountID) throws -> OfficePetition? {
    try office.read { replica in
      try office.petition(
        key, for: try office.petitionReader(account, on: replica), on: replica)
    }
  }

  func sealed(_ laptop: Laptop, _ key: RecordKey, _ field: UInt32) throws -> SealedValue {
    let state = try laptop.read { try $0.records.state(of: key) }
    return try #require(state?.sealed(field))
  }

  func due(_ rule: RuleID) throws -> [ObligationState] {
    try office.read { try office.obligations(of: world.site, on: $0) }
      .filter { $0.obligation.rule == rule }.map(\.obligation.state)
  }

  func agrees() throws {
    for laptop in world.laptops { #expect(try world.state(laptop) == world.officeState()) }
  }
}
