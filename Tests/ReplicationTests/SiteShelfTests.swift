import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("Sites that an office has read before")
struct SiteShelfTests {
  /// As its pages have them, and as its records say.
  private func sites(_ office: Office) throws -> (kept: [SiteFacts], read: [SiteFacts]) {
    (
      try office.read { try SiteView.all(in: $0) },
      try office.environment.database.read { try SiteView.all(in: Replica(snapshot: $0)) }
    )
  }

  private func row(_ code: String, _ name: String, units: Int) throws -> SiteRow {
    SiteRow(
      code: try #require(UnitCode(code)), name: name, city: "", propertyCompany: "",
      totalUnits: units)
  }

  @Test("are as their records say, whatever came since: a new one, another name, visits, nothing")
  func current() throws {
    let world = try World(seed: 7530, households: 4, roles: [.serviceSupervisor])
    let office = world.office
    func expectRight(_ names: [String]) throws {
      let (kept, read) = try sites(office)
      #expect(kept == read)
      #expect(kept.map(\.name).sorted() == names.sorted())
    }
    let first = try sites(office).read.map(\.name)
    try expectRight(first)
    _ = try office.importSites([try row("B2", "Two", units: 9), try row("A1", "One", units: 7)])
    try expectRight(first + ["One", "Two"])
    #expect(try sites(office).kept.map(\.code) == ["A1", "B2", "S1"], "by code")
    world.clock.set("2026-09-02 12:00")
    _ = try world.laptops[0].recordVisit(try world.visit(1), at: nil)
    _ = try world.laptops[0].synchronise()
    try expectRight(first + ["One", "Two"])
    _ = try office.importSites([try row("A1", "First", units: 8)])
    try expectRight(first + ["First", "Two"])
    #expect(try sites(office).kept.first?.totalUnits == 8)
  }
}
