import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import Readings
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Households by the unit in which they live and, for whoever sees to them, by the name that is kept of them
/// (docs/decisions/0039).
struct HouseholdSearch {
  let setting: PageSetting
  let terms: SearchTerms
  /// Where to look, by code.
  let sites: [SiteFacts]
  /// The sites are too many to read every unit of them: whole codes are asked for by the key of their rows.
  let isWide: Bool

  /// Names are opened of this many households at most; the greatest site there is has some 14,000.
  static let namesMax = 15_000

  static func searchesNames(_ role: Role) -> Bool { Office.attendants.contains(role) }

  private struct Hit {
    let site: SiteFacts
    let unitCode: String
    /// Nothing for a unit that nobody is recorded to live in.
    let household: HouseholdFacts?
    /// Of a household that was found by it.
    var name: String?
  }

  func listing(on replica: Replica) throws -> Listing {
    let units = try unitHits(on: replica)
    let (names, faults) = isWide ? ([], []) : try nameHits(on: replica)
    let hits = Hits(units + names, faults: faults)
    var listing = Listing(
      "households", Message(.searchHouseholds),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("site", .labelSite, .text),
        ListColumn("name", .labelName, .text), ListColumn("occupancy", .labelOccupancy, .word),
        ListColumn("left", .timelineUntil, .date), ListColumn("by", .searchFoundBy, .word),
      ])
    listing.faults = hits.faults
    for hit in hits.rows {
      listing.append([
        .code(hit.unitCode, address: hit.household.map { PageLink.household($0.key.id) }),
        .text(hit.site.name, address: PageLink.site(hit.site.code)),
        hit.name.map { .text($0) } ?? .empty,
        .word(hit.household?.occupancy.phrase ?? .searchVacant),
        .date(hit.household?.departedOn), .word(hit.name == nil ? .searchByUnit : .searchByName),
      ])
    }
    return listing
  }

  private func unitHits(on replica: Replica) throws -> [Hit] {
    guard let query = terms.unit else { return [] }
    let found = isWide ? try wholeUnits(query, on: replica) : try units(query, on: replica)
    return try found.prefix(SearchTerms.rowsMax + 1).map { site, unit in
      Hit(
        site: site, unitCode: unit.code,
        household: try SiteView(replica, site.scope).household(in: unit.key))
    }
  }

  /// The record of a unit is named after its site and code, so that a unit is asked for without being looked for.
  private func wholeUnits(
    _ query: UnitQuery, on replica: Replica
  ) throws -> [(SiteFacts, FoundUnit)] {
    let company = setting.office.company
    var sitesByScope: [ScopeID: SiteFacts] = [:]
    let wanted = sites.flatMap { site in
      sitesByScope[site.scope] = site
      return query.codes.map { code in
        RecordKey(
          scope: site.scope, type: .unit,
          id: RecordIdentity.unit(company: company, site: site.scope, code: code))
      }
    }
    return try replica.units(named: wanted, moreThan: SearchTerms.rowsMax).compactMap { unit in
      sitesByScope[unit.key.scope].map { ($0, unit) }
    }
  }

  private func units(
    _ query: UnitQuery, on replica: Replica
  ) throws -> [(SiteFacts, FoundUnit)] {
    try sites.flatMap { site in
      try SiteView(replica, site.scope).units().compactMap { unit in
        query.match(unit.code).map { (match: $0, site: site, unit: unit) }
      }
    }.sorted { a, b in
      if a.match != b.match { return a.match < b.match }
      if a.site.scope != b.site.scope {
        return a.site.code.utf8.lexicographicallyPrecedes(b.site.code.utf8)
      }
      return a.unit.code.utf8.lexicographicallyPrecedes(b.unit.code.utf8)
    }.map { ($0.site, $0.unit) }
  }

  /// Names are opened in memory, and only of sites whose households the reader sees to.
  private func nameHits(on replica: Replica) throws -> ([Hit], [Message]) {
    guard terms.name != nil, Self.searchesNames(setting.reader.person.role) else { return ([], []) }
    let count = try sites.reduce(0) { try $0 + SiteView(replica, $1.scope).householdCount() }
    guard count <= Self.namesMax else {
      return ([], [Message(.searchNamesTooMany, ["\(count)", "\(Self.namesMax)"])])
    }
    var closed = 0
    var found: [(match: ReadingMatch, site: SiteFacts, one: HouseholdNames.Named)] = []
    for site in sites {
      let names = try setting.office.householdNames(of: site.scope, on: replica)
      closed += names.closed
      for one in names.names {
        if let match = terms.match(one.name) { found.append((match, site, one)) }
      }
    }
    found.sort { a, b in
      if a.match != b.match { return a.match < b.match }
      let (first, second) = (a.one.name, b.one.name)
      return first.utf8.elementsEqual(second.utf8)
        ? a.one.household < b.one.household : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    let hits = try found.prefix(SearchTerms.rowsMax + 1).map { hit in
      let household = try SiteView(replica, hit.site.scope).household(hit.one.household)
      return Hit(
        site: hit.site, unitCode: household?.unitCode ?? "–", household: household,
        name: hit.one.name)
    }
    return (hits, closed == 0 ? [] : [Message(.searchNamesClosed, ["\(closed)"])])
  }
}
