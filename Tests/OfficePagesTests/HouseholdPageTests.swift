import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The page of a household", .serialized)
struct HouseholdPageTests {
  /// Everything that happened to it, by what a filter calls it.
  private static let kinds = [
    "movedIn": 1, "occupancy": 1, "restricted": 1, "allowed": 1, "drawn": 1, "attempt": 1,
    "appointment": 1, "visit": 2, "returnVisit": 1, "review": 1, "case": 1, "settlement": 1,
    "notice": 1, "incident": 1, "contact": 1, "matter": 2, "matterStep": 2,
  ]
  private static let said = ["incident", "contact", "matter", "matterStep"]

  private func expect(
    _ kinds: [String: Int], in answer: PagesInProcess.Answer, _ who: Role
  ) {
    for kind in Self.kinds.keys.sorted() {
      #expect(answer.rows("what", kind) == kinds[kind, default: 0], "\(kind) for \(who)")
    }
    #expect(
      answer.body.contains("\"total\":\(kinds.values.reduce(0, +))}"), "\(who) \(answer.body)")
  }

  @Test("tells each thing that happened once, the newest first, and to each role what is theirs")
  func wholeTimeline() async throws {
    let home = try await LivedInHousehold(1101)
    let manager = try home.pages.visitor("李经理", .siteManager, at: [home.site])
    let whole = try await home.pages.get(home.address + "?as=json", as: manager)
    expect(Self.kinds, in: whole, .siteManager)
    // Days and moments begin alike, so that their texts stand in the order of time.
    let moments = whole.column("when")
    #expect(moments == moments.sorted(by: >) && moments.last == "2026-01-01", "\(moments)")
    #expect(whole.column("what").first == "appointment")
    let unsaid = Self.kinds.filter { !Self.said.contains($0.key) }
    let unnoticed = unsaid.filter { $0.key != "notice" }
    let narrower: [(Role, [String: Int])] = [
      (.engineeringSupervisor, unsaid), (.administrator, unsaid), (.companyVisitor, unnoticed),
    ]
    for (role, kinds) in narrower {
      let visitor = try home.pages.visitor("\(role)", role, at: role.isCompany ? [] : [home.site])
      expect(kinds, in: try await home.pages.get(home.address + "?as=json", as: visitor), role)
      let page = try await home.pages.get(home.address, as: visitor).body
      #expect(page.contains("What your role may not open"))
      for closed in ["/matters/S1/", "/incidents/S1/", LivedInHousehold.words, "被压坏"] {
        #expect(!page.contains(closed), "\(closed) for \(role)")
      }
    }
  }

  @Test("tells that it is not to be visited to all of its roles, and why to those of its matters")
  func restricted() async throws {
    let home = try await LivedInHousehold(1103)
    _ = try home.pages.world.office.restrict(
      unit: "1-101", of: home.site, isRestricted: true, reason: "病中静养")
    for role in [Role.siteManager, .companyReviewer, .companyVisitor, .administrator] {
      let reader = try home.pages.visitor("\(role)", role, at: role.isCompany ? [] : [home.site])
      let page = try await home.pages.get(home.address, as: reader).body
      #expect(page.contains("not to be visited"), "\(role)")
      #expect(
        page.contains("病中静养") == (role == .siteManager || role == .companyReviewer), "\(role)")
    }
  }

  @Test("says where the household stands, leads to each thing's own page, and opens no words")
  func facts() async throws {
    let home = try await LivedInHousehold(1102)
    let manager = try home.pages.visitor("李经理", .siteManager, at: [home.site])
    let page = try await home.pages.get(home.address, as: manager).body
    for words in ["Round 1: visited (site, company)", "2026-01-01", "N1"] {
      #expect(page.contains(words), "\(words)")
    }
    for link in [
      "/visits/S1/\(home.visit.id)", "/visits/S1/\(home.returnVisit.id)",
      "/reviews/S1/\(home.visit.id)", "/duplicates/S1/1/\(home.household)", "/matters/S1/",
      "/incidents/S1/", "/notices/S1/", "/visits?site=S1", "/search?site=S1",
    ] { #expect(page.contains("href=\"\(link)"), "\(link)") }
    for closed in [LivedInHousehold.words, "被压坏", "别户通知", "静养", "互不知情"] {
      #expect(!page.contains(closed), "\(closed)")
    }
    #expect(page.contains("全小区通知"))
    let visits = try await home.pages.get(home.address + "?what=visit&as=json", as: manager)
    #expect(visits.rows("what", "visit") == 2 && visits.body.contains("\"total\":2}"))
    let unknown = try await home.pages.get(home.address + "?when=now", as: manager)
    #expect(unknown.status == 400)
  }

  @Test("is not there for other sites, and shut to whoever has to do with no household")
  func strangers() async throws {
    let pages = try PagesInProcess(1103)
    let other = try otherSite(pages)
    let household = try #require(
      try pages.world.office.read { try SiteView($0, pages.world.site).households().first })
    let address = "/household/\(household.key.id)"
    let stranger = try pages.visitor("外人", .siteManager, at: [other])
    for page in [address, address + "?as=csv", "/household/" + String(repeating: "0", count: 32)] {
      let answer = try await pages.get(page, as: stranger)
      #expect(answer.status == 404 && !answer.body.contains("1-101"), "\(page)")
    }
    let firm = try pages.visitor("王总", .generalManager, at: [])
    #expect(try await pages.get(address, as: firm).status == 403)
  }

  @Test("fails when a record of it is damaged, and never leaves it out")
  func damaged() async throws {
    let home = try await LivedInHousehold(1104)
    let manager = try home.pages.visitor("李经理", .siteManager, at: [home.site])
    let opinion = try #require(
      try home.office.read {
        try $0.records.members(.opinionOfVisit, of: home.visit).first?.key
      })
    let entry = try #require(
      try home.office.read {
        try SiteView($0, home.site).drawEntries(naming: home.household).first?.key
      })
    let review = RecordKey(
      scope: home.site, type: .review, id: RecordIdentity.review(visit: home.visit.id))
    for key in [home.visit, opinion, entry, review] {
      let whole = try swap(key, for: [0xFF], in: home.office)
      let answer = try await home.pages.get(home.address, as: manager)
      #expect(answer.status == 500 && !answer.body.contains("N1"), "\(key.type.name)")
      _ = try swap(key, for: whole, in: home.office)
      #expect(try await home.pages.get(home.address, as: manager).status == 200)
    }
  }

  private func otherSite(_ pages: PagesInProcess) throws -> ScopeID {
    let code = try #require(UnitCode("S2"))
    _ = try pages.world.office.importSites([
      SiteRow(code: code, name: "Other", city: "", propertyCompany: "", totalUnits: 4)
    ])
    return pages.world.office.scope(ofSite: code)
  }

  /// Puts other bytes in the place of a record's row.
  /// - Returns: those that were there.
  private func swap(_ key: RecordKey, for bytes: [UInt8], in office: Office) throws -> [UInt8] {
    let name: [SQLValue] = [
      .blob(key.scope.bytes), .integer(Int64(key.type.number)), .blob(key.id.bytes),
    ]
    return try office.environment.database.write { connection in
      let before = try #require(
        try connection.first(
          "SELECT state FROM record WHERE scope = ? AND type = ? AND id = ?", name
        ) { try $0.blob(0) })
      try connection.run(
        "UPDATE record SET state = ? WHERE scope = ? AND type = ? AND id = ?",
        [.blob(bytes)] + name)
      return before
    }
  }
}
