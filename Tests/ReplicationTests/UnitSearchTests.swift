import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("Units and scopes are found by their names")
struct UnitSearchTests {
  private let world: World

  init() throws { world = try World(seed: 1131, households: 12, roles: []) }

  private func key(_ code: String) throws -> RecordKey {
    let code = try #require(UnitCode(code))
    return RecordKey(
      scope: world.site, type: .unit,
      id: RecordIdentity.unit(company: world.office.company, site: world.site, code: code))
  }

  @Test("in the order asked for, among more than one statement takes, and no more than are wanted")
  func order() throws {
    let strangers = (0..<1_000).map {
      RecordKey(scope: world.site, type: .unit, id: RecordID(high: 7, low: UInt64($0)))
    }
    let known = try (1...12).map { try key("1-\(100 + $0)") }
    // The last comes first, and each stands in another statement than its neighbour.
    var wanted: [RecordKey] = []
    for unit in known.reversed() { wanted += [unit] + strangers.prefix(83) }
    let all = try world.office.read { try $0.units(named: wanted, moreThan: 100) }
    #expect(all.map(\.key) == known.reversed())
    #expect(all.first?.code == "1-112" && all.last?.code == "1-101")
    let some = try world.office.read { try $0.units(named: wanted, moreThan: 2) }
    #expect(some.count > 2 && some.count < 12)
    #expect(some.map(\.key) == Array(known.reversed().prefix(some.count)))
    #expect(try world.office.read { try $0.units(named: strangers, moreThan: 2) }.isEmpty)
    #expect(try world.office.read { try $0.units(named: [], moreThan: 2) }.isEmpty)
    let elsewhere = RecordKey(
      scope: world.office.company, type: .unit, id: try key("1-101").id)
    #expect(try world.office.read { try $0.units(named: [elsewhere], moreThan: 2) }.isEmpty)
  }

  @Test("with who lives there now, and in which scope a record is")
  func residents() throws {
    let unit = try key("1-103")
    try world.office.read { replica in
      let view = SiteView(replica, world.site)
      let household = try #require(try view.household(in: unit))
      #expect(household.unitCode == "1-103" && household.unit == unit)
      #expect(try view.household(in: try key("9-999")) == nil)
      #expect(try view.householdCount() == 12 && view.units().count == 12)
      #expect(
        try replica.records.scopes(holding: .household, household.key.id) == [world.site])
      #expect(try replica.records.scopes(holding: .visit, household.key.id).isEmpty)
      #expect(try SiteView.all(in: replica).map(\.code) == ["S1"])
    }
  }
}
