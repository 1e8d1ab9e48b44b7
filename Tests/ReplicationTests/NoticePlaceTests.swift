import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

extension Compound {
  /// Education, sealed and on nothing yet.
  fileprivate func education() throws -> NoticeDone { try seal(try write(.education, nil)) }

  fileprivate func post(
    _ done: NoticeDone, board: String, isNew: Bool = false
  ) throws -> NoticeDone {
    var input = PostingInput()
    input.boards = [board]
    input.isNewPlace = isNew
    return try officer.postNotice(named: id(done), input, at: world.clock.now)
  }

  fileprivate func takeBack(_ done: NoticeDone, _ places: String...) throws -> NoticeDone {
    try officer.takeBackPostings(of: id(done), at: places, at: world.clock.now)
  }
}

@Suite("Where a notice hangs") struct NoticePlaceTests {
  @Test("is asked about when its board is new for the site, with the nearest known first (R1-25)")
  func newBoard() throws {
    let site = try Compound(821)
    let first = try site.education()
    #expect(refused { _ = try site.post(first, board: "宣传栏") } == "notice.firstPlace")
    _ = try site.post(first, board: "宣传栏", isNew: true)
    _ = try site.post(first, board: "North gate", isNew: true)
    let next = try site.education()
    _ = try site.post(next, board: " 宣传栏 ")
    #expect(
      throws: FieldFault.wrongUsage(
        Message(.noticeNewPlace, ["宣传拦", "宣传栏, North gate"]))
    ) { _ = try site.post(next, board: "宣传拦") }
    let all = try site.agreed(next)
    #expect(all.postings.map(\.place) == ["宣传栏"], "what was refused is not there")
    // The office asks about the same names.
    var input = PostingInput()
    input.boards = ["宣传拦"]
    let office = site.world.office
    #expect(
      refused {
        _ = try office.postNotice(
          all.key, input, at: site.world.clock.now, by: site.manager.account)
      } == "notice.newPlace")
    input.isNewPlace = true
    _ = try office.postNotice(
      all.key, input, at: site.world.clock.now, by: site.manager.account)
  }

  @Test("is forgotten by R1-25 at once when the board was a slip of the pen")
  func slip() throws {
    let site = try Compound(822)
    let first = try site.education()
    _ = try site.post(first, board: "宣传栏", isNew: true)
    _ = try site.post(first, board: "宣传拦", isNew: true)
    site.world.clock.set("2026-10-31 12:00")
    _ = try site.post(try site.education(), board: "宣传栏")
    try site.sync()
    #expect(try site.due(.r1_25) == [.met, .open], "a board that there is not waits for its entry")
    #expect(refused { _ = try site.takeBack(first, "宣传板") } == "notice.noMistake")
    #expect(refused { _ = try site.takeBack(first) } == "notice.noMistake")
    let right = try site.takeBack(first, "宣传拦")
    try site.sync()
    #expect(try site.due(.r1_25) == [.met, .met])
    #expect(right.card.notice.postings.map(\.place) == ["宣传栏"])
    #expect(
      right.card.notice.mistakenPostings.map(\.place) == ["宣传拦"], "what was said stays readable")
    #expect(right.card.notice.mistakenPostings.first?.mistaken?.account == site.officer.account)
    #expect(refused { _ = try site.post(first, board: "宣传拦") } == "notice.newPlace")
  }

  @Test("told nobody where a lobby was written by mistake (R1-22)")
  func mistakenLobby() throws {
    let site = try Compound(823)
    let done = try site.seal(try site.write(.waterOutage, "2026-09-20 12:00"))
    _ = try site.post(done, "1")
    #expect(try site.post(done, "2").card.notice.toldAt != nil)
    let right = try site.takeBack(done, "2").card.notice
    #expect(right.toldAt == nil && right.missing.map(\.code.text) == ["2"])
    #expect(try site.post(done, "2").card.notice.stage == .posted)
    _ = try site.officer.takeDownNotice(
      named: site.id(done), from: [], at: site.world.clock.now)
    #expect(
      try site.takeBack(done, "1").card.notice.postings.map(\.place) == ["2"],
      "also of what was taken down")
  }

  @Test("is stated with a time, and says when that was written down")
  func written() throws {
    let site = try Compound(824)
    let done = try site.seal(try site.write(.waterOutage, "2026-09-20 12:00"))
    site.world.clock.set("2026-09-07 12:14:59")
    let soon = try site.post(done, "1", at: "2026-09-07 12:05:00").card.notice
    #expect(soon.postings[0].recordedAt?.wallText(in: .china) == "2026-09-07 12:14")
    #expect(soon.postings[0].writtenDownLater == nil, "people say minutes")
    site.world.clock.set("2026-09-07 12:15:01")
    let later = try site.post(done, "2", at: "2026-09-07 12:05:00").card
    let two = try #require(later.notice.postings.first { $0.place == "2" })
    #expect(two.writtenDownLater?.wallText(in: .china) == "2026-09-07 12:15")
    #expect(
      try site.agreed(done).postings.map(\.recordedAt) == later.notice.postings.map(\.recordedAt))
    #expect(
      refused { _ = try site.post(done, "1", at: "2026-09-07 12:25:03") } == "R1-20",
      "more than ten minutes ahead of the clock")
    _ = try site.post(done, "1", at: "2026-09-07 12:25:01")
  }

  @Test("and where its original lies is said once: the first word stays (R2-12)")
  func archivedOnce() throws {
    let site = try Compound(825)
    let done = try site.seal(try site.write(.waterOutage, "2026-09-20 12:00"))
    _ = try site.officer.archiveNotice(
      named: site.id(done), at: "档案柜3", since: site.world.clock.now)
    site.world.clock.set("2026-09-08 09:00")
    #expect(
      throws: FieldFault.failed(
        Message(.noticeAlreadyArchived, ["档案柜3", "2026-09-07 12:00", "P2"]))
    ) {
      _ = try site.officer.archiveNotice(
        named: site.id(done), at: "柜9", since: site.world.clock.now)
    }
    let notice = try site.agreed(done)
    #expect(
      refused {
        _ = try site.world.office.archiveNotice(
          notice.key, at: "柜9", since: site.world.clock.now, by: site.manager.account)
      } == "notice.alreadyArchived")
    #expect(try site.agreed(done).archivePlace == "档案柜3")
    #expect(try site.agreed(done).archived?.account == site.officer.account)
  }
}

@Suite("The company's own notices at a site") struct CompanyNoticeTests {
  private struct Firm {
    let site: Compound
    let affairs: AccountID
    var office: Office { site.world.office }

    init(_ seed: UInt64) throws {
      site = try Compound(seed)
      affairs = try site.world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
      _ = try site.world.office.importSites([
        SiteRow(
          code: try #require(UnitCode("S2")), name: "他处", city: "", propertyCompany: "",
          totalUnits: 4)
      ])
    }

    func write(_ title: String, for sites: [String] = []) throws -> RecordKey {
      var text = NoticeText(.other)
      text.issuer = .company
      text.title = title
      text.body = title
      text.places = sites.compactMap { UnitCode($0) }
      text.reach = sites.isEmpty ? .site : .buildings
      return try office.writeNotice(
        text, answering: nil, of: office.company, at: site.world.clock.now, by: affairs
      ).key
    }

    func read() throws -> [NoticeCard] {
      try site.sync()
      let laptop = site.officer
      return try laptop.read { replica in
        try laptop.companyNotices(for: try laptop.site(named: nil, replica), replica)
      }
    }
  }

  @Test("are read on its laptops when they are for all or for it, and are written by none (R2-01)")
  func read() throws {
    let firm = try Firm(831)
    let all = try firm.write("全公司")
    let here = try firm.write("本处", for: ["S1"])
    let there = try firm.write("他处", for: ["S2"])
    let cards = try firm.read()
    #expect(cards.map(\.notice.key).sorted() == [all, here].sorted())
    #expect(cards.allSatisfy { $0.site == nil })
    #expect(Set(cards.map(\.number)) == ["N-2026-001", "N-2026-002"])
    let officer = firm.site.officer
    let one = try officer.read { try officer.noticeCard(named: "N-2026-001", $0) }
    #expect(one.notice.key == all && one.site == nil)
    #expect(
      refused { _ = try officer.read { try officer.noticeCard(named: "\(there.id)", $0) } }
        == "notice.noSuch")
    let now = firm.site.world.clock.now
    #expect(
      refused { _ = try officer.sealNotice(named: "\(all.id)", with: nil, at: now) }
        == "notice.isCompanys")
    #expect(
      refused { _ = try officer.archiveNotice(named: "N-2026-001", at: "柜1", since: now) }
        == "notice.isCompanys")
    #expect(
      refused { _ = try officer.withdrawNotice(named: "\(all.id)", reason: "x") }
        == "notice.isCompanys")
    #expect(try officer.read { try officer.status($0) }.pending == 0, "nothing was written")
  }

  @Test("name sites that there are, and hang at them")
  func sites() throws {
    let firm = try Firm(832)
    #expect(refused { _ = try firm.write("误写", for: ["S9"]) } == "notice.noSuchSite")
    let here = try firm.write("本处", for: ["S1"])
    let now = firm.site.world.clock.now
    _ = try firm.office.sealNotice(here, with: nil, at: now, by: firm.affairs)
    var input = PostingInput()
    input.lobbies = ["S9"]
    #expect(
      refused { _ = try firm.office.postNotice(here, input, at: now, by: firm.affairs) }
        == "notice.newPlace")
    input.lobbies = ["S1"]
    _ = try firm.office.postNotice(here, input, at: now, by: firm.affairs)
    let card = try #require(try firm.read().first)
    let facts = try firm.site.officer.read { try SiteView($0, firm.site.world.site).facts() }
    #expect(card.notice.hangs(at: try #require(facts)) && card.notice.stage == .posted)
  }
}
