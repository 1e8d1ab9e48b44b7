import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("An import")
struct ImportTests {
  /// How far a scope's feed has come, and what is in it.
  private func log(_ office: Office, _ scope: ScopeID) throws -> Feed.Head? {
    try office.read { try $0.feed.head(scope) }
  }

  private func row(
    _ unit: String, kind: UnitKind? = nil, _ occupancy: Occupancy? = nil, name: String? = nil,
    telephone: String? = nil, joined: String? = nil, isRestricted: Bool? = nil
  ) throws -> HouseholdRow {
    HouseholdRow(
      unit: try #require(UnitCode(unit)), kind: kind, occupancy: occupancy, name: name,
      telephone: telephone, joinedOn: joined.flatMap { CivilDate($0) }, isRestricted: isRestricted)
  }

  private func preview(_ rows: [HouseholdRow], _ world: World) throws -> ImportPreview {
    try world.office.read { try world.office.preview(rows, of: world.site, on: $0) }
  }

  private func household(_ unit: String, _ world: World) throws -> HouseholdFacts? {
    let code = try #require(UnitCode(unit))
    return try world.office.read {
      try SiteView($0, world.site).households(ofUnit: code).last
    }
  }

  @Test("shows what it would do, writes nothing until it is done, and the second time nothing")
  func shownAndDone() throws {
    let world = try World(seed: 800, households: 4, roles: [])
    let office = world.office
    let rows = [
      try row("1-101"), try row("1-102", name: "新名", telephone: "138"),
      try row("1-103", .vacant), try row("1-104", joined: "2026-08-01"),
      try row("1-201", kind: .shop, .let, name: "店"),
    ]
    let before = try log(office, world.site)
    let shown = try preview(rows, world)
    #expect(try log(office, world.site) == before)
    let kinds = shown.outcomes.map(\.kind)
    #expect(kinds == [.unchanged, .changed, .changed, .changed, .added])
    #expect(
      shown.outcomes[1].changes.map(\.field) == [.name, .telephone])
    #expect(shown.outcomes[1].changes.map(\.before) == [.text("N2"), .nothing])
    #expect(shown.outcomes[1].changes.map(\.after) == [.text("新名"), .text("138")])
    #expect(shown.outcomes[2].changes.map(\.field) == [.occupancy, .departedOn])
    #expect(shown.outcomes[3].changes.map(\.field) == [.departedOn, .joinedOn])
    #expect(shown.outcomes[4].changes.map(\.after).contains(.kind(.shop)))
    let person = try office.addAccount(name: "管理员", role: .administrator, sites: [])
    let counts = try office.importHouseholds(
      rows, of: world.site, shown: shown.digest, by: person)
    #expect(counts == shown.counts && counts.added == 1 && counts.changed == 3)
    #expect(try household("1-103", world)?.departedOn != nil)
    #expect(try household("1-201", world)?.unitKind == .shop)
    let after = try log(office, world.site)
    #expect(after != before)
    let again = try preview(rows, world)
    #expect(again.counts.added + again.counts.changed == 0)
    #expect(again.outcomes.allSatisfy { $0.changes.isEmpty })
    let second = try office.importHouseholds(rows, of: world.site, shown: again.digest)
    #expect(second.unchanged == 5 && second.added + second.changed == 0)
    #expect(try log(office, world.site) == after)
    #expect(try office.verify().isSound)
  }

  @Test("is refused where it would do something else than was shown, and nothing is written")
  func overtaken() throws {
    let world = try World(seed: 801, households: 4, roles: [])
    let office = world.office
    let rows = [try row("1-101", name: "甲"), try row("1-102", name: "乙")]
    let shown = try preview(rows, world)
    // What does not touch the rows does not matter.
    _ = try office.restrict(
      unit: "1-104", of: world.site, isRestricted: true, reason: "asked for it")
    #expect(try preview(rows, world).digest == shown.digest)
    _ = try office.importHouseholds([rows[0]], of: world.site)
    let before = try log(office, world.site)
    #expect(throws: OfficeFault.failed(Message(.importOvertaken))) {
      _ = try office.importHouseholds(rows, of: world.site, shown: shown.digest)
    }
    #expect(try log(office, world.site) == before)
    let now = try preview(rows, world)
    #expect(now.outcomes.map(\.kind) == [.unchanged, .changed])
    #expect(try office.importHouseholds(rows, of: world.site, shown: now.digest).changed == 1)
    // Another name in the same place is another preview.
    #expect(
      try preview([try row("1-103", name: "丙")], world).digest
        != preview([try row("1-103", name: "丁")], world).digest)
  }

  @Test("without a column lifts and erases nothing that the column says")
  func absentColumns() throws {
    let world = try World(seed: 802, households: 4, roles: [])
    let office = world.office
    _ = try office.importHouseholds(
      [
        try row("1-101", kind: .shop, .let, name: "店", telephone: "138", isRestricted: true),
        try row("1-102", .vacant),
      ], of: world.site)
    let before = try log(office, world.site)
    let bare = [try row("1-101"), try row("1-102", name: "谁")]
    let shown = try preview(bare, world)
    #expect(shown.outcomes.map(\.kind) == [.unchanged, .unchanged])
    // Nobody moves into an empty unit because a list has a name for it.
    #expect(shown.outcomes.map(\.passesOverNames) == [false, true])
    _ = try office.importHouseholds(bare, of: world.site)
    #expect(try log(office, world.site) == before)
    #expect(try household("1-101", world)?.isRestricted == true)
    #expect(try household("1-101", world)?.unitKind == .shop)
    let plain = try preview([try row("1-101", isRestricted: false)], world)
    #expect(plain.outcomes[0].changes.map(\.field) == [.isRestricted])
    #expect(plain.outcomes[0].changes.map(\.before) == [.flag(true)])
    _ = try office.importHouseholds(
      [try row("1-101", isRestricted: false)], of: world.site)
    #expect(try household("1-101", world)?.isRestricted == false)
  }

  @Test("of sites keeps what the list does not say, and gives a new one its seed once")
  func sites() throws {
    let world = try World(seed: 803, households: 2, roles: [])
    let office = world.office
    let code = try #require(UnitCode("T1"))
    func site(_ name: String, _ city: String?) -> SiteRow {
      SiteRow(code: code, name: name, city: city, propertyCompany: nil, totalUnits: 9)
    }
    func preview(_ row: SiteRow) throws -> ImportPreview {
      try office.read { try office.preview([row], on: $0) }
    }
    let added = try preview(site("绿岛", "上海"))
    #expect(added.counts.added == 1)
    #expect(added.outcomes[0].changes.map(\.field).contains(.city))
    #expect(try office.importSites([site("绿岛", "上海")], shown: added.digest).added == 1)
    let scope = office.scope(ofSite: code)
    let seed = try office.read {
      try $0.records.state(of: SiteView($0, scope).key(.site, scope.named()))?
        .bytes(SiteField.seed)
    }
    #expect(seed?.count == 32)
    let changed = try preview(site("绿岛花园", nil))
    #expect(changed.outcomes[0].changes.map(\.field) == [.siteName])
    #expect(throws: OfficeFault.self) {
      _ = try office.importSites([site("绿岛花园", nil)], shown: added.digest)
    }
    #expect(try office.importSites([site("绿岛花园", nil)], shown: changed.digest).changed == 1)
    let facts = try office.read { try SiteView($0, scope).facts() }
    #expect(facts?.name == "绿岛花园" && facts?.city == "上海")
    let before = try log(office, scope)
    #expect(try office.importSites([site("绿岛花园", nil)]).unchanged == 1)
    #expect(try log(office, scope) == before)
  }
}

@Suite("An upload that waits")
struct UploadShelfTests {
  private let start = Instant(millisecondsSince1970: 1_790_000_000_000)

  private func after(minutes: Int64) -> Instant {
    Instant(millisecondsSince1970: start.millisecondsSince1970 + minutes * 60_000)
  }

  @Test("is found by the session that handed it in, for an hour, and by no other")
  func owner() {
    let shelf = UploadShelf()
    shelf.put([1], named: "a.csv", .sites, of: "mine", id: "01", at: start)
    #expect(shelf.upload("01", of: "mine", at: start)?.bytes == [1])
    #expect(shelf.upload("01", of: "other", at: start) == nil)
    #expect(shelf.upload("02", of: "mine", at: start) == nil)
    #expect(shelf.upload("01", of: "mine", at: after(minutes: 59)) != nil)
    #expect(shelf.upload("01", of: "mine", at: after(minutes: 60)) == nil)
    #expect(shelf.upload("01", of: "mine", at: start) == nil, "it was let go")
    shelf.put([1], named: "", .sites, of: "mine", id: "03", at: start)
    #expect(shelf.upload("03", of: "mine", at: after(minutes: -2)) == nil, "of the future")
  }

  @Test("gives way to newer ones: three of a session, twelve in all")
  func bounds() {
    let shelf = UploadShelf()
    for number in 0..<5 {
      shelf.put([], named: "", .sites, of: "mine", id: "m\(number)", at: start)
    }
    #expect(shelf.uploads(of: "mine", at: start).map(\.id) == ["m4", "m3", "m2"])
    for number in 0..<11 {
      shelf.put([], named: "", .sites, of: "s\(number)", id: "o\(number)", at: start)
    }
    #expect(shelf.uploads(of: "mine", at: start).map(\.id) == ["m4"])
    shelf.put([], named: "", .sites, of: "last", id: "l", at: start)
    #expect(shelf.uploads(of: "mine", at: start).isEmpty)
    #expect(shelf.uploads(of: "s0", at: start).count == 1)
  }

  @Test("remembers what became of each choice of sheet and encoding")
  func done() {
    let shelf = UploadShelf()
    shelf.put([], named: "", .sites, of: "mine", id: "1", at: start)
    shelf.note(Upload.Done(counts: ImportCounts(), at: start), "?sheet=2", of: "1")
    shelf.note(Upload.Done(counts: ImportCounts(), at: start), "", of: "2")
    let upload = shelf.upload("1", of: "mine", at: start)
    #expect(upload?.done.keys.sorted() == ["?sheet=2"])
  }
}
