import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Whose meetings an address names: those of a site's departments, or the company's own with those of its
/// departments.
struct MeetingHome: Sendable {
  /// To whom the company's minutes are shown: head office, and the sites' managers, who attend (R2-05).
  static let companyReaders: Set<Role> = [
    .generalManager, .generalAffairs, .companyReviewer, .administrator, .siteManager,
  ]
  /// Of head office's people, those to whom the minutes of every site are shown.
  static let siteReaders: Set<Role> = [.generalManager, .generalAffairs, .administrator]

  let scope: ScopeID
  /// Nothing for the company's own.
  let site: SiteFacts?
  let zone: ZoneOffset

  /// - Returns: nothing for a site whose minutes are not the reader's.
  init?(_ site: SiteFacts, _ setting: PageSetting) {
    guard Self.isShown(site.scope, setting) else { return nil }
    scope = site.scope
    self.site = site
    zone = site.zone
  }

  /// The company's own.
  /// - Returns: nothing for those to whom they are not shown.
  init?(companyOf setting: PageSetting) {
    guard Self.isShown(setting.office.company, setting) else { return nil }
    scope = setting.office.company
    site = nil
    zone = setting.office.environment.zone
  }

  /// - Parameter word: the code of a site, or `company`.
  /// - Returns: nothing for what the reader may not see.
  init?(_ word: String?, _ setting: PageSetting, on replica: Replica) throws {
    if let word, Self.isCompany(word) {
      self.init(companyOf: setting)
      return
    }
    guard let site = try setting.site(word, on: replica) else { return nil }
    self.init(site, setting)
  }

  /// Whether the minutes of a scope are for the reader.
  static func isShown(_ scope: ScopeID, _ setting: PageSetting) -> Bool {
    let role = setting.reader.person.role
    if scope == setting.office.company { return companyReaders.contains(role) }
    return role.isCompany ? siteReaders.contains(role) : setting.reader.sees(scope)
  }

  /// Whoever comes from a site to the company's meeting writes none of it down.
  func mayWrite(_ reader: Reader) -> Bool { site != nil || reader.person.role.isCompany }

  /// As it stands in addresses.
  var word: String { site?.code ?? NoticeHome.company }

  func name(_ say: Words) -> String { site?.name ?? say(.meetingsOfCompany) }

  /// The list on which what an address names is found.
  static func list(_ word: String?) -> String {
    guard let word, !isCompany(word) else { return "/meetings" }
    return PageLink.chosen("/meetings", site: word)
  }

  static func isCompany(_ word: String) -> Bool {
    word.utf8.elementsEqual(NoticeHome.company.utf8)
  }
}

/// The meeting that an address names.
struct MeetingPath {
  let home: MeetingHome
  let meeting: Meeting

  /// - Returns: nothing for minutes that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let home = try MeetingHome(request.segments["site"], setting, on: replica),
      let id = request.segments["meeting"].flatMap({ RecordID(hex: $0) }),
      let meeting = try SiteView(replica, home.scope)
        .meeting(RecordKey(scope: home.scope, type: .meeting, id: id))
    else { return nil }
    self.home = home
    self.meeting = meeting
  }
}
