import ConflictFreeRecords
import Listings
import OfficeWork
import Pictures
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A site's present round, building by building and floor by floor: whom it has been to, and who waits.
/// A small site is shown whole; of a larger one a building at a time, with the way to the others.
struct RoundMapPage {
  let setting: PageSetting
  let site: SiteFacts
  /// `building`, empty for what stands in none, and `part`.
  let query: FormFields

  /// What is shown at once: a drawing takes some 400 bytes a household.
  private static let wholeHouseholdsMax = 300
  private static let wholeBuildingsMax = 12

  private var say: Words { setting.say }

  /// - Returns: nothing for a building, or a part of one, that is not there.
  func page(on replica: Replica) throws -> Page? {
    let view = SiteView(replica, site.scope)
    let maps = try RoundMaps(view, round: try view.currentRound(), at: setting.office.now)
    guard let shown = chosen(of: maps) else { return nil }
    var page = Page(say(.roundMapTitle, site.name, "\(maps.round)"))
    page.keeping = ["building", "part"]
    page.blocks.append(
      .facts([
        (say(.labelSite), PageCell(site.name, url: PageLink.site(site.code))),
        (say(.pageRoundDone), .number("\(maps.progress.done)")),
        (say(.pageRoundOpen), .number("\(maps.progress.open)")),
      ]))
    if maps.unplaced > 0 {
      page.blocks.append(.alert(say(.roundMapUnplaced, "\(maps.unplaced)")))
    }
    if maps.maps.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    if maps.maps.count > 1 { page.blocks.append(.listing(PageListing(buildings(maps)))) }
    for map in shown {
      guard add(map, to: &page) else { return nil }
    }
    return page
  }

  /// - Returns: nothing for a building that is not there.
  private func chosen(of maps: RoundMaps) -> [RoundMap]? {
    if let name = query["building"] {
      let building = UnitCode(name)
      if building == nil, !name.utf8.isEmpty { return nil }
      return maps.maps.first { $0.building == building }.map { [$0] }
    }
    let isSmall =
      maps.count <= Self.wholeHouseholdsMax && maps.maps.count <= Self.wholeBuildingsMax
    return isSmall ? maps.maps : Array(maps.maps.prefix(1))
  }

  /// - Returns: whether the building has the part that is asked for.
  private func add(_ map: RoundMap, to page: inout Page) -> Bool {
    let parts = map.parts()
    let number = query["part"].map { Int($0) ?? 0 } ?? 1
    guard (1...parts.count).contains(number) else { return false }
    let part = parts[number - 1]
    page.blocks.append(.heading(say.message(part.title)))
    let others = (1...parts.count).filter { $0 != number }
    if !others.isEmpty {
      page.blocks.append(
        .links(
          others.map {
            PageCell(
              say(.roundMapPart, "\($0)", "\(parts.count)"),
              url: PageLink.round(site.code, building: map.building, part: $0))
          }))
    }
    page.append(part, say)
    // Of the whole building: its file has every household.
    page.blocks.append(.listing(PageListing(map.unitListing)))
    return true
  }

  private func buildings(_ maps: RoundMaps) -> Listing {
    Listing(
      "buildings", Message(.roundMapBuildings, ["\(maps.round)"]),
      [ListColumn("building", .pictureBuilding, .code)]
        + RoundMap.Mark.allCases.map { ListColumn($0.key, $0.phrase, .number) },
      rows: maps.maps.map { map in
        let address = PageLink.round(site.code, building: map.building)
        let name = map.building.map { ListValue.code($0.text) } ?? .word(.pictureNoBuilding)
        return [ListCell(name, address: address)]
          + RoundMap.Mark.allCases.map { .number(map.count($0)) }
      })
  }
}
