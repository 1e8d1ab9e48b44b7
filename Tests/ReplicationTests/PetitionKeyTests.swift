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

@Suite("The key of a petition") struct PetitionKeyTests {
  private func holds(_ firm: PetitionFirm, _ id: DataKeyID) throws -> [Bool] {
    try firm.world.laptops.map { laptop in
      try laptop.environment.keyDatabase.read { try KeyTable.holds(id, $0) }
    }
  }

  @Test("that came before the petition is handed to its superior with the sync after that (A39)")
  func early() throws {
    let firm = try PetitionFirm(953)
    let (office, officer) = (firm.office, firm.officer)
    let key = try firm.file()
    let id = try firm.sealed(officer, key, PetitionField.matter).keyID
    let made = try officer.environment.keyDatabase.read {
      try KeyTable($0, storeKey: officer.secrets.storeKey).key(id)
    }
    let early = try #require(made)
    try office.environment.keyDatabase.write {
      try KeyTable($0, storeKey: office.secrets.storeKey)
        .add(early, of: key.scope, isMadeHere: false, nonce: Array(repeating: 7, count: 12))
    }
    // Their cursors pass a key of something that nobody has heard of.
    for laptop in [firm.manager, firm.third] { _ = try laptop.synchronise() }
    #expect(try holds(firm, id) == [false, true, false])
    _ = try officer.synchronise()
    for laptop in [firm.manager, firm.third] { _ = try laptop.synchronise() }
    #expect(try firm.card(firm.manager, key).texts[PetitionField.matter] == "marker-Xq7")
    #expect(try holds(firm, id) == [true, true, false], "and to nobody else")
    try firm.agrees()
  }

  @Test("is handed to a superior who is named only later, once an administrator let that in (A39)")
  func newSuperior() throws {
    let firm = try PetitionFirm(954)
    let key = try firm.file()
    try firm.sync()
    let id = try firm.sealed(firm.officer, key, PetitionField.matter).keyID
    #expect(try holds(firm, id) == [true, true, false])
    let third = Value.reference(firm.office.accountKey(firm.third.account))
    let edit = RecordEdit(.petition, key.id, [PetitionField.superior: third])
    _ = try firm.officer.write { try firm.officer.write([edit], in: key.scope, on: $0) }
    #expect(try firm.officer.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    let held = try firm.office.read { try firm.office.heldBundles(on: $0).map(\.logged.id) }
    #expect(try firm.office.admitHeld(held, reason: "换了主管", by: Office.account) == 1)
    try firm.sync()
    #expect(try firm.card(firm.third, key).texts[PetitionField.matter] == "marker-Xq7")
    #expect(refusal { _ = try firm.card(firm.manager, key) } == "petition.noSuch")
    try firm.agrees()
  }
}

@Suite("What a petition asks") struct PetitionWaiverTests {
  private func waiver(_ firm: PetitionFirm, of key: RecordKey) -> RecordEdit {
    RecordEdit(
      .waiver, RecordIdentity.waiver(subject: key.id, rule: RuleID.r2_14.rawValue),
      [
        WaiverField.subject: .reference(key), WaiverField.rule: .text(RuleID.r2_14.rawValue),
        WaiverField.reason: .text("x"),
        WaiverField.account: .reference(firm.office.accountKey(firm.manager.account)),
        WaiverField.at: .instant(firm.world.clock.now),
      ])
  }

  @Test("R2-14 is waived by nobody, and who may not read it does not hear that there is one (A39)")
  func refused() throws {
    let firm = try PetitionFirm(955)
    let office = firm.office
    let reviewer = try office.addAccount(name: "R", role: .companyReviewer, sites: [])
    let admin = try office.addAccount(name: "A", role: .administrator, sites: [])
    let key = try firm.file()
    try firm.sync()
    func waive(_ petition: RecordKey, by account: AccountID) -> String? {
      refusal {
        try office.waive(
          .r2_14, about: petition.id, of: petition.scope, reason: "经理空缺", by: account)
      }
    }
    for account in [reviewer, admin] {
      #expect(waive(key, by: account) == "obligation.none", "as where there is none")
    }
    #expect(waive(key, by: firm.manager.account)?.hasPrefix("F-role") == true)
    let own = try office.filePetition(
      .suggestion, .headOffice, to: admin,
      texts: [PetitionField.matter: "加班", PetitionField.facts: "每月两次"], in: office.company,
      by: reviewer)
    for party in [reviewer, admin] {
      #expect(waive(own, by: party) == "R2-14 rule.R2-14.waiver", "it is not theirs to let go")
    }
    #expect(try firm.due(.r2_14) == [.open])
  }

  @Test("R2-14 is not let go by a waiver that a laptop brings, nor by one of an earlier office")
  func forged() throws {
    let firm = try PetitionFirm(956)
    let (office, manager) = (firm.office, firm.manager)
    let key = try firm.file()
    try firm.sync()
    func atLaptop() throws -> [ObligationState] {
      try manager.read { try manager.obligations(of: manager.site(named: nil, $0), $0) }
        .filter { $0.obligation.rule == .r2_14 }.map(\.obligation.state)
    }
    _ = try manager.write { try manager.write([waiver(firm, of: key)], in: key.scope, on: $0) }
    #expect(try atLaptop() == [.open])
    #expect(try manager.synchronise().held.map(\.reason) == [.roleMayNotWrite])
    #expect(try firm.due(.r2_14) == [.open])
    _ = try office.write {
      try office.publish([waiver(firm, of: key)], in: key.scope, on: $0)
    }
    try firm.sync()
    #expect(try firm.due(.r2_14) == [.open] && atLaptop() == [.open])
    firm.world.clock.set("2026-09-09 00:00:00")
    #expect(try office.escalate() == 1, "it goes on to who decides (R2-15)")
    #expect(try firm.atOffice(key, by: firm.affairs)?.petition.stage == .escalated)
  }
}
