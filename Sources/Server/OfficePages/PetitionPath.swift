import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel

/// Where petitions are handed in: at a site, or at head office. Who may read one does not hang on it, but
/// on the petition (A39): somebody who has left the site since is still its employee.
struct PetitionHome: Sendable {
  let scope: ScopeID
  /// Nothing for head office.
  let site: SiteFacts?

  /// - Parameter word: the code of a site, or `company`.
  /// - Returns: nothing for what is no site.
  init?(_ word: String?, _ setting: PageSetting, on replica: Replica) throws {
    guard let word else { return nil }
    if MeetingHome.isCompany(word) {
      self.init(setting.office.company, nil)
      return
    }
    guard let code = UnitCode(word),
      let site = try SiteView(replica, setting.office.scope(ofSite: code)).facts()
    else { return nil }
    self.init(site.scope, site)
  }

  private init(_ scope: ScopeID, _ site: SiteFacts?) {
    self.scope = scope
    self.site = site
  }

  /// Every place where there is one: head office, then the sites by code.
  static func all(_ setting: PageSetting, on replica: Replica) throws -> [PetitionHome] {
    let scopes = Set(try replica.records.everywhere(.petition).map(\.key.scope))
    return [PetitionHome(setting.office.company, nil)]
      + (try SiteView.all(in: replica).filter { scopes.contains($0.scope) }
        .map { PetitionHome($0.scope, $0) })
  }

  /// Where the reader hands in their own: head office's people there, others where they work.
  static func own(_ setting: PageSetting, on replica: Replica) throws -> [PetitionHome] {
    if setting.reader.person.role.isCompany {
      return [PetitionHome(setting.office.company, nil)]
    }
    return try setting.sites(on: replica).map { PetitionHome($0.scope, $0) }
  }

  /// As it stands in addresses.
  var word: String { site?.code ?? NoticeHome.company }

  func name(_ setting: PageSetting) -> String { site?.name ?? setting.office.name }
}

/// The petition that an address names, opened.
struct PetitionPath {
  let home: PetitionHome
  let opened: OfficePetition

  var petition: Petition { opened.petition }

  /// - Returns: nothing for what is not there and for what the reader may not read, alike.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let home = try PetitionHome(request.segments["site"], setting, on: replica),
      let id = request.segments["petition"].flatMap({ RecordID(hex: $0) }),
      let opened = try setting.office.petition(
        RecordKey(scope: home.scope, type: .petition, id: id), for: setting.reader.person,
        on: replica)
    else { return nil }
    self.home = home
    self.opened = opened
  }
}
