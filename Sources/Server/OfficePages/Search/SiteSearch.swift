import Listings
import Readings
import RecordStore
import VisitModel
import Wording

/// Sites by name or code. The names of thousands of sites are read anew for each search: reading and comparing one
/// takes some hundredths of a millisecond, and nothing has to be kept in step.
struct SiteSearch {
  let setting: PageSetting
  let terms: SearchTerms

  /// - Parameter sites: those that the reader sees, by code.
  func listing(_ sites: [SiteFacts]) -> Listing {
    let hits = Hits(found(sites))
    var listing = Listing(
      "sites", Message(.labelSites),
      [
        ListColumn("name", .labelName, .text), ListColumn("code", .labelCode, .code),
        ListColumn("city", .labelCity, .text), ListColumn("units", .labelTotalUnits, .number),
      ])
    listing.faults = hits.faults
    for site in hits.rows {
      listing.append([
        .text(site.name, address: setting.link(to: site).url), .code(site.code),
        site.city.utf8.isEmpty ? .empty : .text(site.city), .number(site.totalUnits),
      ])
    }
    return listing
  }

  private func found(_ sites: [SiteFacts]) -> [SiteFacts] {
    sites.enumerated().compactMap { place, site -> (ReadingMatch, Int, SiteFacts)? in
      best(site).map { ($0, place, site) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// A code is no word: a part from its middle says nothing.
  private func best(_ site: SiteFacts) -> ReadingMatch? {
    let code = terms.match(site.code).flatMap { $0 <= .beginning ? $0 : nil }
    return [terms.match(site.name), code].compactMap(\.self).min()
  }
}
