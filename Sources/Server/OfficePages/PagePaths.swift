import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel

// What the addresses of pages name; nothing for what is not there or is not for this reader.

/// The case that an address names.
struct CasePath {
  let site: SiteFacts
  let round: Int
  let household: RecordID

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let round = request.segments["round"].flatMap({ Int($0) }),
      let household = request.segments["household"].flatMap({ RecordID(hex: $0) })
    else { return nil }
    self.site = site
    self.round = round
    self.household = household
  }

  func view(_ setting: PageSetting, on replica: Replica) throws -> CaseView? {
    try setting.deciding.cases(of: site.scope, on: replica)
      .first { $0.duplicate.round == round && $0.duplicate.household == household }
  }
}

/// The visit that an address names.
struct VisitPath {
  let site: SiteFacts
  let visit: RecordKey

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let visit = request.segments["visit"].flatMap({ RecordID(hex: $0) })
    else { return nil }
    self.site = site
    self.visit = RecordKey(scope: site.scope, type: .visit, id: visit)
  }
}

/// The matter that an address names.
struct MatterPath {
  let site: SiteFacts
  let matter: RecordKey

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let matter = request.segments["matter"].flatMap({ RecordID(hex: $0) })
    else { return nil }
    self.site = site
    self.matter = RecordKey(scope: site.scope, type: .opinion, id: matter)
  }
}

enum ConflictPath {
  static func record(_ request: PageRequest) -> (RecordKey, UInt32)? {
    guard let scope = request.segments["scope"].flatMap({ ScopeID(hex: $0) }),
      let type = request.segments["type"].flatMap({ UInt32($0) }),
      let id = request.segments["id"].flatMap({ RecordID(hex: $0) }),
      let field = request.segments["field"].flatMap({ UInt32($0) })
    else { return nil }
    return (RecordKey(scope: scope, type: RecordType(type), id: id), field)
  }
}

enum HeldPath {
  static func bundle(_ request: PageRequest) -> BundleID? {
    request.segments["id"].flatMap { Hexadecimal.bytes($0) }.flatMap { BundleID(bytes: $0) }
  }
}

/// A site's month that an address names.
struct MonthPath {
  let site: SiteFacts
  let month: CivilMonth

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let month = request.segments["month"].flatMap({ CivilMonth($0) })
    else { return nil }
    self.site = site
    self.month = month
  }
}

/// The letter that an address names.
struct LetterPath {
  let site: SiteFacts
  let letter: Letter

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let id = request.segments["letter"].flatMap({ RecordID(hex: $0) }),
      let letter = try SiteView(replica, site.scope)
        .letter(RecordKey(scope: site.scope, type: .letter, id: id))
    else { return nil }
    self.site = site
    self.letter = letter
  }
}
