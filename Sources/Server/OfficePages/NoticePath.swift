import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Whose notices an address names: those of a site, or the company's own.
struct NoticeHome: Sendable {
  /// Stands in addresses for the company's own. No site is called so: their codes have capitals.
  static let company = "company"
  /// To whom the company's own notices are shown.
  static let companyRoles: Set<Role> = [
    .companyReviewer, .administrator, .generalManager, .generalAffairs,
  ]

  let scope: ScopeID
  /// Nothing for the company's own.
  let site: SiteFacts?
  let zone: ZoneOffset

  init(_ site: SiteFacts) {
    scope = site.scope
    self.site = site
    zone = site.zone
  }

  /// The company's own.
  /// - Returns: nothing for whoever works at sites.
  init?(companyOf setting: PageSetting) {
    guard Self.companyRoles.contains(setting.reader.person.role) else { return nil }
    self.init(readingCompanyOf: setting)
  }

  private init(readingCompanyOf setting: PageSetting) {
    scope = setting.office.company
    site = nil
    zone = setting.office.environment.zone
  }

  /// The company's own as they are read at a site.
  static func read(_ setting: PageSetting) -> NoticeHome {
    NoticeHome(readingCompanyOf: setting)
  }

  /// - Parameter word: the code of a site, or `company`.
  /// - Returns: nothing for what the reader may not see.
  init?(_ word: String?, _ setting: PageSetting, on replica: Replica) throws {
    if let word, Self.isCompany(word) {
      self.init(companyOf: setting)
      return
    }
    guard let site = try setting.site(word, on: replica) else { return nil }
    self.init(site)
  }

  /// As it stands in addresses.
  var word: String { site?.code ?? Self.company }

  func name(_ say: Words) -> String { site?.name ?? say(.noticesOfCompany) }

  /// The list on which what an address names is found.
  static func list(_ word: String?) -> String {
    guard let word, !isCompany(word) else { return "/notices" }
    return PageLink.chosen("/notices", site: word)
  }

  private static func isCompany(_ word: String) -> Bool {
    word.utf8.elementsEqual(company.utf8)
  }
}

/// The notice that an address names.
struct NoticePath {
  let home: NoticeHome
  let notice: Notice

  private init(home: NoticeHome, notice: Notice) {
    self.home = home
    self.notice = notice
  }

  /// One of the company's own, at the address of a site that it is for: to be read, and for no act.
  /// - Returns: nothing for a site that the reader may not see.
  static func reading(
    _ request: PageRequest, _ setting: PageSetting, on replica: Replica
  ) throws -> NoticePath? {
    guard let home = try NoticeHome(request.segments["site"], setting, on: replica),
      let site = home.site, let id = request.segments["notice"].flatMap({ RecordID(hex: $0) })
    else { return nil }
    return try SiteView(replica, setting.office.company).issued(for: site)
      .first { $0.key.id == id }
      .map { NoticePath(home: .read(setting), notice: $0) }
  }

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let home = try NoticeHome(request.segments["site"], setting, on: replica),
      let id = request.segments["notice"].flatMap({ RecordID(hex: $0) }),
      let notice = try SiteView(replica, home.scope)
        .notice(RecordKey(scope: home.scope, type: .notice, id: id))
    else { return nil }
    self.home = home
    self.notice = notice
  }
}

extension SiteView {
  /// Whether a code is that of one unit, and of no building or entrance.
  func isUnit(_ code: UnitCode) throws -> Bool {
    if try households(ofUnit: code).isEmpty { return false }
    return try !lobbies().contains { code.contains($0) }
  }
}
