import Listings
import OfficeWork
import RecordStore
package import VisitModel
import Wording

/// A table that programs read at `/data/{name}` and as an entity set of OData. The one table of them is
/// `all`: routes, metadata, the description of the interface and the rights are made from it.
///
/// No text that somebody typed of a person or of their words is in any: codes, times, numbers, unit codes and
/// ids of records only (docs/decisions/0043).
package struct DataSet: Sendable {
  /// Of what its rows are made.
  enum Source: Sendable {
    /// Of one site each; the reader's sites, by code.
    case sites(@Sendable (SiteFacts, DataReader, Replica) throws -> [[ListCell]])
    /// The same, and of the company for whoever the third parameter says may read those.
    case scopes(
      @Sendable (SiteFacts, DataReader, Replica) throws -> [[ListCell]],
      company: @Sendable (DataReader, Replica) throws -> [[ListCell]])
    /// Few enough to be made in one go, whoever reads.
    case whole(@Sendable (DataReader, Replica) throws -> [[ListCell]])
  }

  /// Lower-case letters, as in addresses and in JSON.
  package let name: String
  let title: Phrase
  package let roles: Set<Role>
  /// In their order; the keys first, then as the rows have them.
  let columns: [ListColumn]
  /// Of the first columns: so many together name one row.
  let keyCount: Int
  let source: Source

  /// As OData calls it: `Sites`.
  package var entitySet: String {
    let bytes = Array(name.utf8)
    guard let first = bytes.first else { return name }
    return String(decoding: [first - 0x20] + bytes.dropFirst(), as: UTF8.self)
  }

  var keys: [ListColumn] { Array(columns.prefix(keyCount)) }

  func column(_ key: some Collection<UInt8>) -> Int? {
    columns.firstIndex { $0.key.utf8.elementsEqual(key) }
  }

  package static func named(_ name: String) -> DataSet? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  package static func entitySet(_ name: String) -> DataSet? {
    all.first { $0.entitySet.utf8.elementsEqual(name.utf8) }
  }

  private static let everyone = Set(Role.allCases)
  private static let ofHouseholds = everyone.filter(\.meetsHouseholds)

  /// The roles that may see the page of the same matter.
  private static func roles(of route: PageRoute) -> Set<Role> {
    everyone.filter { route.admits($0) }
  }

  package static let all: [DataSet] = [
    DataSet(
      name: "sites", title: .labelSites, roles: roles(of: .overview),
      columns: SiteRows.siteColumns, keyCount: 1, source: .whole(SiteRows.sites)),
    DataSet(
      name: "quota", title: .labelQuota, roles: roles(of: .overview),
      columns: SiteRows.quotaColumns, keyCount: 2, source: .sites(SiteRows.quota)),
    DataSet(
      name: "households", title: .dataHouseholds, roles: ofHouseholds,
      columns: SiteRows.householdColumns, keyCount: 2, source: .sites(SiteRows.households)),
    DataSet(
      name: "visits", title: .dataVisits, roles: ofHouseholds,
      columns: SiteRows.visitColumns, keyCount: 2, source: .sites(SiteRows.visits)),
    DataSet(
      name: "draws", title: .pageDrawsTitle, roles: ofHouseholds,
      columns: SiteRows.drawColumns, keyCount: 2, source: .sites(SiteRows.draws)),
    DataSet(
      name: "matters", title: .mattersTitle, roles: roles(of: .matters),
      columns: SiteRows.matterColumns, keyCount: 2, source: .sites(SiteRows.matters)),
    DataSet(
      name: "duplicates", title: .duplicatesTitle, roles: roles(of: .duplicates),
      columns: OfficeRows.duplicateColumns, keyCount: 3, source: .sites(OfficeRows.duplicates)),
    DataSet(
      name: "conflicts", title: .labelConflicts, roles: roles(of: .conflicts),
      columns: OfficeRows.conflictColumns, keyCount: 4, source: .whole(OfficeRows.conflicts)),
    DataSet(
      name: "obligations", title: .dueTitle, roles: roles(of: .due),
      columns: OfficeRows.obligationColumns, keyCount: 4,
      source: .scopes(OfficeRows.obligations, company: OfficeRows.companyObligations)),
    DataSet(
      name: "summaries", title: .dataSummaries, roles: roles(of: .summary),
      columns: OfficeRows.summaryColumns, keyCount: 2, source: .sites(OfficeRows.summaries)),
    DataSet(
      name: "letters", title: .lettersTitle, roles: roles(of: .letters),
      columns: OfficeRows.letterColumns, keyCount: 2, source: .sites(OfficeRows.letters)),
    DataSet(
      name: "notices", title: .noticesTitle, roles: roles(of: .notices),
      columns: OfficeRows.noticeColumns, keyCount: 2,
      source: .scopes(OfficeRows.notices, company: OfficeRows.companyNotices)),
    DataSet(
      name: "devices", title: .pageDevices, roles: roles(of: .devices),
      columns: OfficeRows.deviceColumns, keyCount: 1, source: .whole(OfficeRows.devices)),
  ]
}

/// Who reads data, and of which office: with the rights that the pages would give them.
struct DataReader: Sendable {
  let setting: PageSetting

  var office: Office { setting.office }
  var person: Person { setting.reader.person }
  var today: CivilDate { LocalTime(office.now, in: office.environment.zone).date }
}
