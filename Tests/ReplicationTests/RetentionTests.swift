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

@Suite("Minutes") struct RetentionTests {
  /// Opened by each laptop and by the office: what the minutes say there.
  private func read(_ firm: MinutesFirm, _ key: RecordKey) throws -> [String?] {
    try firm.world.laptops.map { laptop in
      try laptop.read { try laptop.meetingCard(named: key.id.description, $0) }
        .texts[MeetingField.review]
    } + [
      try firm.world.office.read { try firm.world.office.meeting(key, on: $0) }?
        .texts[MeetingField.review]
    ]
  }

  @Test("R2-08 are readable on day 365, and gone for everybody after it, with proof")
  func year() throws {
    let firm = try MinutesFirm(911)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    try firm.sync()
    // 4 September 2027 is day 365.
    firm.world.clock.set("2027-09-04 23:59:59")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try read(firm, key) == ["marker-Xq7", "marker-Xq7", "marker-Xq7"])
    firm.world.clock.set("2027-09-05 00:00:00")
    #expect(
      refusal { _ = try office.destroyExpired(by: firm.manager.account) }
        == "F-role retention.role")
    // Just what was looked at: another list, or none, destroys nothing.
    let yesterday = KeptTexts.shown([])
    #expect(
      refusal { _ = try office.destroyExpired(yesterday, by: firm.affairs) }
        == "F-saw retention.stale")
    let gone = try office.destroyExpired(by: firm.affairs)
    #expect(gone.map(\.owner) == [key.id] && gone.map(\.retentionClass) == [.minutes])
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
    let proof = try office.read { try office.destructions(on: $0) }
    #expect(proof.count == 1 && proof[0].left == 0 && proof[0].keys == gone.map(\.key))
    #expect(proof[0].owners == [key.id] && proof[0].account == firm.affairs)
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty, "once")
    #expect(try firm.world.officeState() == firm.world.state(firm.officer), "the log is whole")
  }

  @Test("that are held back stay, and go when the hold ends (R2-08, statement 29)")
  func held() throws {
    let firm = try MinutesFirm(912)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    try firm.sync()
    try office.holdBack(key.id, in: key.scope, reason: "纠纷", by: firm.affairs)
    #expect(try office.read { try office.keptTexts(on: $0) }.map(\.heldBecause).contains("纠纷"))
    firm.world.clock.set("2027-10-01 08:00")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    try firm.sync()
    #expect(try read(firm, key) == ["marker-Xq7", "marker-Xq7", "marker-Xq7"])
    try office.holdBack(key.id, in: key.scope, reason: nil, by: firm.affairs)
    #expect(try office.destroyExpired(by: firm.affairs).count == 1)
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
  }

  @Test("do not come back with a laptop that was away, nor with its key (statement 29)")
  func late() throws {
    let firm = try MinutesFirm(913)
    let office = firm.world.office
    let key = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    // The other laptop never hears of the key before it is destroyed.
    _ = try firm.officer.synchronise()
    firm.world.clock.set("2027-10-01 08:00")
    #expect(try office.destroyExpired(by: firm.affairs).count == 1)
    // The writer's key goes with the next sync; the office refuses it for ever.
    try firm.sync()
    #expect(try read(firm, key) == [nil, nil, nil])
    #expect(try office.applyErasures() == 0)
    let proof = try office.read { try office.destructions(on: $0) }
    #expect(proof.map(\.left) == [0])
  }

  @Test("and confidential notes end with the texts of their visit, for readers too (R1-49, A32)")
  func notes() throws {
    let firm = try MinutesFirm(915)
    let office = firm.world.office
    let officer = firm.officer
    try office.appointCustodian(firm.manager.account, of: firm.world.site)
    try firm.sync()
    var input = try firm.world.visit(1)
    input.confidentialNote = "marker-note"
    let visit = try officer.recordVisit(input, at: nil).key.id.description
    _ = try officer.writeNote("marker-later", about: visit)
    try firm.sync()
    func read() throws -> [[String?]] {
      try [officer, firm.manager].map {
        try $0.notes(about: visit).map(\.text).sorted { ($0 ?? "") < ($1 ?? "") }
      }
    }
    let both = ["marker-later", "marker-note"]
    #expect(try read() == [both, both])
    firm.world.clock.set("2030-01-01 00:00")
    #expect(try office.destroyExpired(by: firm.affairs).map(\.retentionClass) == [.visit])
    try firm.sync()
    #expect(try read() == [[nil, nil], [nil, nil]])
  }

  @Test("are not readable any more on a laptop whose person has left the site (A32)")
  func left() throws {
    let firm = try MinutesFirm(916)
    let office = firm.world.office
    let officer = firm.officer
    let key = try firm.manager.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      .meeting.key
    try firm.sync()
    let site = firm.world.site
    func keys() throws -> Int {
      try officer.environment.keyDatabase.read { connection in
        try KeyTable.entries(connection).count { $0.scope == site }
      }
    }
    func seen() throws -> String? {
      try officer.read { try officer.meetingCard(named: key.id.description, $0) }
        .texts[MeetingField.review]
    }
    #expect(try keys() > 0)
    #expect(try seen() == "marker-Xq7")
    // Written before the laptop hears of it: it goes first, and its key with it.
    try office.withdraw(officer.account, from: site)
    _ = try officer.recordVisit(try firm.world.visit(1), at: nil)
    #expect(try officer.synchronise().lost == [site])
    _ = try officer.synchronise()
    #expect(try keys() == 0)
    #expect(try office.read { try $0.log.held().isEmpty })
    // Back at the site: the office hands out what is left by then.
    try office.assign(officer.account, to: site)
    try firm.sync()
    #expect(try keys() > 0)
    #expect(try seen() == "marker-Xq7")
  }

  @Test("and texts of visits go by the year, the roster and who was visited stay (A32)")
  func visits() throws {
    let firm = try MinutesFirm(914)
    let office = firm.world.office
    let visit = try firm.officer.recordVisit(try firm.world.visit(1), at: nil).key
    try firm.sync()
    firm.world.clock.set("2029-12-31 23:00")
    #expect(try office.destroyExpired(by: firm.affairs).isEmpty)
    firm.world.clock.set("2030-01-01 00:00")
    let gone = try office.destroyExpired(by: firm.affairs)
    #expect(gone.map(\.retentionClass) == [.visit])
    try firm.sync()
    let (matters, round) = try firm.officer.read { replica in
      let view = SiteView(replica, firm.world.site)
      let site = try firm.officer.site(named: nil, replica)
      return (
        try firm.officer.matters(of: site, replica).map(\.text),
        try view.visits().map(\.summary.key)
      )
    }
    #expect(matters == [nil] && round == [visit], "the words are gone, the visit stays")
  }
}
