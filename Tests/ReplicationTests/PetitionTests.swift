import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("A petition") struct PetitionTests {
  @Test("is filed and replied to without a line, and ends when the employee agrees (R2-13, R2-15)")
  func agreed() throws {
    let firm = try PetitionFirm(941)
    #expect(
      refusal {
        _ = try firm.officer.filePetition(
          .appeal, department: .order, to: "P0", texts: [PetitionField.matter: "夜班"], at: nil)
      } == "R2-13 rule.R2-13")
    #expect(
      refusal {
        _ = try firm.officer.filePetition(
          .appeal, department: .order, to: "P1",
          texts: [PetitionField.matter: "夜班", PetitionField.facts: "两周"], at: nil)
      } == "R2-13 rule.R2-13.superior")
    let key = try firm.file()
    #expect(try firm.card(firm.officer, key).petition.stage == .submitted)
    try firm.sync()
    #expect(try firm.act(firm.manager, .accept, key).stage == .accepted)
    try firm.reply(key)
    try firm.sync()
    let card = try firm.card(firm.officer, key)
    #expect(card.petition.stage == .replied && !card.isClosed)
    #expect(card.texts[PetitionField.reply] == "下月起轮休")
    let done = try firm.act(firm.officer, .answer, key, answer: .agrees)
    #expect(done.stage == .agreed && done.closedAt != nil)
    try firm.sync()
    #expect(refusal { try firm.reply(key) } == "R2-14 rule.R2-15.closed")
    #expect(try firm.due(.r2_14) == [.met] && firm.due(.r2_16).isEmpty)
    try firm.agrees()
  }

  @Test("without a reply goes on when the week is over, and not a second before (R2-15)")
  func week() throws {
    let firm = try PetitionFirm(942)
    let key = try firm.file()
    try firm.sync()
    firm.world.clock.set("2026-09-08 23:59:59")
    #expect(refusal { _ = try firm.act(firm.officer, .escalate, key) } == "R2-15 rule.R2-15")
    #expect(try firm.atOffice(key, by: firm.affairs) == nil, "not with them yet")
    firm.world.clock.set("2026-09-09 00:00:00")
    let petition = try firm.act(firm.officer, .escalate, key)
    #expect(petition.stage == .escalated && !petition.isEscalatedByOffice)
    try firm.sync()
    #expect(try firm.atOffice(key, by: firm.affairs)?.texts[PetitionField.matter] == "marker-Xq7")
    #expect(
      refusal {
        try firm.office.actOnPetition(
          key, .decide, texts: [PetitionField.finding: "属实"], by: firm.affairs)
      } == "R2-16 rule.R2-16.text", "a finding is no decision")
    try firm.office.actOnPetition(
      key, .decide,
      texts: [PetitionField.finding: "属实", PetitionField.decision: "同意调班"], by: firm.affairs)
    try firm.sync()
    let card = try firm.card(firm.officer, key)
    #expect(card.petition.stage == .decided && card.texts[PetitionField.decision] == "同意调班")
    #expect(try firm.due(.r2_16) == [.met])
  }

  @Test("has its week from acceptance where it was accepted (R2-14)")
  func fromAcceptance() throws {
    let firm = try PetitionFirm(943)
    let key = try firm.file()
    try firm.sync()
    firm.world.clock.set("2026-09-05 18:00")
    _ = try firm.act(firm.manager, .accept, key)
    try firm.sync()
    firm.world.clock.set("2026-09-12 23:59:59")
    #expect(refusal { _ = try firm.act(firm.officer, .escalate, key) } == "R2-15 rule.R2-15")
    #expect(try firm.due(.r2_14) == [.open])
    firm.world.clock.set("2026-09-13 00:00:00")
    #expect(try firm.due(.r2_14) == [.overdue])
    #expect(refusal { _ = try firm.act(firm.officer, .escalate, key) } == nil)
  }

  @Test("without a reply comes before general affairs once, by the office (R2-15, statement 25)")
  func broughtOnce() throws {
    let firm = try PetitionFirm(944)
    let key = try firm.file()
    try firm.sync()
    #expect(try firm.office.escalate() == 0)
    // The server was off for a month and more.
    firm.world.clock.set("2026-10-20 08:00")
    #expect(try firm.office.escalate() == 1)
    for _ in 0..<3 {
      let again = try Office(firm.office.environment, firm.office.secrets)
      #expect(try again.escalate() == 0)
    }
    try firm.office.write { try $0.rebuild(firm.office.environment.database.dialect) }
    #expect(try firm.office.escalate() == 0)
    try firm.sync()
    let petition = try firm.card(firm.officer, key).petition
    #expect(petition.stage == .escalated && petition.isEscalatedByOffice)
    #expect(petition.decisionDue(.standard)?.description == "2026-10-27")
    #expect(try firm.atOffice(key, by: firm.affairs)?.texts[PetitionField.matter] == "marker-Xq7")
    let brought = try firm.office.read {
      try $0.records.states(of: .escalation, in: firm.world.site)
    }
    #expect(brought.count == 1)
    #expect(try firm.due(.r2_14) == [.overdue] && firm.due(.r2_16) == [.open])
    // The superior may say something all the same, and the employee may agree to it.
    try firm.reply(key)
    try firm.sync()
    #expect(try firm.due(.r2_14) == [.late], "R2-14 is recorded late, and not refused")
    #expect(try firm.card(firm.officer, key).petition.stage == .escalated)
    _ = try firm.act(firm.officer, .answer, key, answer: .agrees)
    try firm.sync()
    #expect(try firm.atOffice(key, by: firm.affairs)?.petition.stage == .agreed)
    firm.world.clock.set("2026-10-29 08:00")
    #expect(try firm.office.escalate() == 0, "there is nothing left to decide")
    try firm.agrees()
  }

  @Test("that concerns general affairs itself goes to the general manager (R2-16)")
  func conflictOfInterest() throws {
    let firm = try PetitionFirm(945)
    let office = firm.office
    let head = try office.addAccount(name: "GB", role: .generalAffairs, sites: [])
    let colleague = try office.addAccount(name: "GC", role: .generalAffairs, sites: [])
    let key = try office.filePetition(
      .suggestion, .headOffice, to: head,
      texts: [PetitionField.matter: "加班", PetitionField.facts: "每月两次"], in: office.company,
      by: firm.affairs)
    #expect(try firm.atOffice(key, by: firm.general) == nil, "not with him yet")
    try office.actOnPetition(key, .reply, texts: [PetitionField.reply: "不改"], by: head)
    try office.actOnPetition(key, .answer, answer: .disagrees, by: firm.affairs)
    #expect(
      refusal { try office.actOnPetition(key, .escalate, by: firm.affairs) }
        == "R2-15 rule.R2-15.objection")
    try office.actOnPetition(
      key, .escalate, texts: [PetitionField.objection: "没有说明理由"], by: firm.affairs)
    #expect(
      refusal { try office.actOnPetition(key, .take, by: colleague) } == "petition.noSuch")
    #expect(
      refusal { try office.actOnPetition(key, .take, by: head) }
        == "R2-16 rule.R2-16.conflict")
    #expect(try firm.atOffice(key, by: colleague) == nil)
    #expect(try firm.atOffice(key, by: Office.account) == nil, "the office itself is nobody")
    let obligation = try #require(
      try office.read { try office.companyObligations(on: $0) }
        .first { $0.obligation.rule == .r2_16 })
    #expect(obligation.obligation.who == .post(.generalManager))
    try office.actOnPetition(key, .take, by: firm.general)
    try office.actOnPetition(
      key, .decide, texts: [PetitionField.decision: "改为轮流"], by: firm.general)
    let read = try #require(try firm.atOffice(key, by: firm.affairs))
    #expect(read.petition.stage == .decided && read.texts[PetitionField.decision] == "改为轮流")
  }
}
