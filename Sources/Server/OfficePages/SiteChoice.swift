import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Whose visits, matters and days a list shows. Whoever works at sites sees theirs; head office, which sees
/// thousands, chooses one first: `?site=CODE`.
struct SiteChoice {
  let setting: PageSetting
  let address: String
  /// As the address names it.
  let code: String?

  /// - Returns: nothing where a site is to be chosen first, or the one named is not there.
  func sites(on replica: Replica) throws -> [SiteFacts]? {
    if let code { return try setting.site(code, on: replica).map { [$0] } }
    return setting.reader.seesEverySite ? nil : try setting.sites(on: replica)
  }

  /// The sites to choose from.
  func links(on replica: Replica) throws -> Page.Block {
    let sites = try setting.sites(on: replica)
    if sites.isEmpty { return .note(setting.say(.pageNothing)) }
    return .links(
      sites.map { PageCell($0.name, url: PageLink.chosen(address, site: $0.code)) })
  }
}
