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

@Suite("A petition, and who has a part in it") struct PetitionSecrecyTests {
  @Test("R2-17 is read by its two parties, and by nobody else who works at the site")
  func readers() throws {
    let firm = try PetitionFirm(946)
    let key = try firm.file()
    try firm.sync()
    try firm.reply(key)
    try firm.sync()
    #expect(try firm.card(firm.manager, key).texts[PetitionField.matter] == "marker-Xq7")
    let matter = try firm.sealed(firm.manager, key, PetitionField.matter)
    let reply = try firm.sealed(firm.manager, key, PetitionField.reply)
    #expect(matter.keyID == reply.keyID, "the office handed the superior the employee's key")
    #expect(refusal { _ = try firm.card(firm.third, key) } == "petition.noSuch")
    #expect(
      refusal { _ = try firm.act(firm.third, .accept, key) } == "petition.noSuch")
    for field in [PetitionField.matter, PetitionField.reply] {
      let closed = try firm.sealed(firm.third, key, field)
      #expect(try firm.third.open(closed, in: key, field: field) == nil)
    }
    func holds(_ laptop: Laptop) throws -> Bool {
      try laptop.environment.keyDatabase.read { try KeyTable.holds(matter.keyID, $0) }
    }
    #expect(try firm.world.laptops.map(holds) == [true, true, false])
    for (laptop, count) in zip(firm.world.laptops, [1, 1, 0]) {
      let (seen, due) = try laptop.read { replica in
        let site = try laptop.site(named: nil, replica)
        return (
          try laptop.petitions(of: site, replica), try laptop.obligations(of: site, replica)
        )
      }
      #expect(seen.count == count)
      #expect(due.count { $0.obligation.rule == .r2_14 } == count)
    }
    try firm.agrees()
  }

  @Test("in conflict is shown to its readers alone, and settled by nobody else (A39)")
  func conflict() throws {
    let firm = try PetitionFirm(948)
    let (office, superior) = (firm.office, firm.manager.account)
    let reviewer = try office.addAccount(name: "R", role: .companyReviewer, sites: [])
    let key = try firm.file()
    try firm.sync()
    // On the laptop, and on a page of the office before that has arrived.
    try firm.reply(key)
    try office.actOnPetition(
      key, .reply, texts: [PetitionField.reply: "另有安排"], by: superior)
    try firm.sync()
    func found(for account: AccountID?) throws -> [OpenConflict] {
      try office.read { replica in
        let reader = try account.map { try office.petitionReader($0, on: replica) }
        return try office.openConflicts(for: reader, on: replica)
      }.filter { $0.field == PetitionField.reply }
    }
    #expect(try found(for: reviewer).isEmpty && found(for: firm.third.account).isEmpty)
    #expect(try found(for: nil).isEmpty, "nor where nobody says who looks")
    for (laptop, isShown) in zip(firm.world.laptops, [true, true, false]) {
      #expect(try laptop.read { try laptop.conflicts($0) }.isEmpty != isShown)
      #expect(try laptop.read { try laptop.status($0).conflicts } == (isShown ? 1 : 0))
    }
    let one = try #require(try found(for: superior).first)
    #expect(Set(one.sides.map(\.words)) == ["下月起轮休", "另有安排"])
    let side = try #require(one.sides.first { $0.words == "另有安排" })
    func settle(by account: AccountID) -> String? {
      refusal {
        try office.settle(
          key, field: one.field, choosing: side.head.change, saw: one.saw, by: account)
      }
    }
    for account in [reviewer, firm.third.account] {
      #expect(settle(by: account)?.hasPrefix("F-role") == true)
    }
    #expect(settle(by: superior) == nil)
    try firm.sync()
    #expect(try firm.card(firm.officer, key).texts[PetitionField.reply] == "另有安排")
  }

  @Test("is changed by no laptop but theirs, nor in another's name (R2-13 to R2-16)")
  func forged() throws {
    let firm = try PetitionFirm(947)
    let key = try firm.file()
    try firm.sync()
    func person(_ laptop: Laptop) -> Value { .reference(firm.office.accountKey(laptop.account)) }
    func held(_ laptop: Laptop, _ fields: [UInt32: Value?]) throws -> [HoldReason] {
      let edit = RecordEdit(.petition, key.id, fields)
      _ = try laptop.write { try laptop.write([edit], in: key.scope, on: $0) }
      return try laptop.synchronise().held.map { $0.reason }
    }
    let now = Value.instant(firm.world.clock.now)
    let forgeries: [(Laptop, [UInt32: Value?])] = [
      (
        firm.third,
        [PetitionField.acceptedBy: person(firm.manager), PetitionField.acceptedAt: now]
      ),
      (
        firm.third, [PetitionField.acceptedBy: person(firm.third), PetitionField.acceptedAt: now]
      ),
      (
        firm.manager,
        [PetitionField.withdrawnBy: person(firm.officer), PetitionField.withdrawnAt: now]
      ),
      (firm.manager, [PetitionField.answer: .code(PetitionAnswer.agrees)]),
      (firm.third, [PetitionField.matter: .text("x")]),
      (firm.manager, [PetitionField.facts: .text("x")]),
      (firm.third, [PetitionField.employee: person(firm.third)]),
      (firm.officer, [PetitionField.superior: person(firm.third)]),
      (firm.third, [PetitionField.takenBy: person(firm.third), PetitionField.takenAt: now]),
      (firm.officer, [PetitionField.decision: .text("x")]),
    ]
    for (index, one) in forgeries.enumerated() {
      #expect(try held(one.0, one.1) == [.roleMayNotWrite], "\(index)")
    }
    let known = try #require(try firm.atOffice(key, by: firm.officer.account))
    let petition = known.petition
    #expect(petition.stage == .submitted && petition.superior == firm.manager.account)
    #expect(petition.taken == nil && petition.decided == nil)
    try firm.sync()
    _ = try firm.act(firm.manager, .accept, key)
    #expect(try firm.manager.synchronise().held.isEmpty)
  }
}

@Suite("A petition's texts") struct PetitionRetentionTests {
  /// As its employee, its superior and general affairs read it.
  private func read(_ firm: PetitionFirm, _ key: RecordKey) throws -> [String?] {
    try [firm.officer, firm.manager].map {
      try firm.card($0, key).texts[PetitionField.matter]
    } + [try firm.atOffice(key, by: firm.affairs)?.texts[PetitionField.matter]]
  }

  @Test("R2-17 are gone for everybody a year after its end, and not a day sooner")
  func year() throws {
    let firm = try PetitionFirm(951)
    let key = try firm.file()
    try firm.sync()
    firm.world.clock.set("2026-09-03 10:00")
    try firm.reply(key)
    try firm.sync()
    _ = try firm.act(firm.officer, .answer, key, answer: .agrees)
    try firm.sync()
    firm.world.clock.set("2027-09-03 23:59:59")
    #expect(try firm.office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try read(firm, key) == ["marker-Xq7", "marker-Xq7", "marker-Xq7"])
    firm.world.clock.set("2027-09-04 00:00:00")
    let gone = try firm.office.destroyExpired(by: firm.affairs)
    #expect(gone.map(\.owner) == [key.id] && gone.map(\.retentionClass) == [.petition])
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
    let card = try firm.card(firm.officer, key)
    #expect(card.isClosed && card.petition.stage == .agreed, "that there was one stays")
    let proof = try firm.office.read { try firm.office.destructions(on: $0) }
    #expect(proof.map(\.left) == [0] && proof.map(\.owners) == [[key.id]])
    try firm.agrees()
  }

  @Test("R2-17 of one that is open stay as long as it is, and a hold keeps them longer")
  func open() throws {
    let firm = try PetitionFirm(952)
    let key = try firm.file()
    try firm.sync()
    firm.world.clock.set("2030-01-01 08:00")
    #expect(try firm.office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try firm.card(firm.manager, key).texts[PetitionField.matter] == "marker-Xq7")
    _ = try firm.act(firm.officer, .withdraw, key)
    try firm.sync()
    try firm.office.holdBack(key.id, in: key.scope, reason: "仲裁", by: firm.affairs)
    firm.world.clock.set("2031-01-02 08:00")
    #expect(try firm.office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.office.holdBack(key.id, in: key.scope, reason: nil, by: firm.affairs)
    #expect(try firm.office.destroyExpired(by: firm.affairs).count == 1)
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
  }
}
