import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordSheets
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// What every page is made from: the office, who reads, and in which language.
struct PageSetting: Sendable {
  let office: Office
  let reader: Reader
  let say: Words
  let exports: ExportDesk

  var deciding: Deciding { Deciding(office: office, reader: reader) }

  /// Whether words that were said or written down at a visit are open to the reader: to whoever sees to them, and
  /// to whoever reviews visits.
  var opensVisits: Bool {
    PageRoute.matter.admits(reader.person.role) || PageRoute.review.admits(reader.person.role)
  }

  /// The sites that the reader may see, by code.
  func sites(on replica: Replica) throws -> [SiteFacts] {
    if reader.seesEverySite { return try SiteView.all(in: replica) }
    return try reader.person.sites.compactMap { try SiteView(replica, $0).facts() }
      .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  /// A site by its code.
  /// - Returns: nothing for one that is not there and for one that the reader may not see, alike.
  func site(_ code: String?, on replica: Replica) throws -> SiteFacts? {
    guard let code = code.flatMap({ UnitCode($0) }) else { return nil }
    let scope = office.scope(ofSite: code)
    guard reader.sees(scope) else { return nil }
    return try SiteView(replica, scope).facts()
  }

  /// A site's name, with its page for whoever has to do with single households.
  func link(to site: SiteFacts, month: CivilMonth? = nil) -> PageCell {
    guard PageRoute.site.admits(reader.person.role) else { return PageCell(site.name) }
    return PageCell(
      site.name,
      url: month.map { PageLink.site(site.code, month: $0) } ?? PageLink.site(site.code))
  }

  /// Where a record is printed, in a row of its own.
  /// - Returns: nothing for whoever may not print it.
  func printing(
    _ route: PageRoute, _ sheet: SheetKind, _ home: String, _ name: String
  ) -> [Page.Block] {
    guard route.admits(reader.person.role) else { return [] }
    return [.links([PageCell(say(.pagePrint), url: PageLink.paper(sheet, home, name))])]
  }

  /// Reads records as their sheets are filled in.
  func recordReader(_ replica: Replica) -> RecordReader {
    RecordReader(replica) { account in
      try person(account, on: replica)
    } open: { value, record, field in
      try office.opened(value, in: record, field: field)
    }
  }

  func person(_ account: AccountID?, on replica: Replica) throws -> String {
    guard let account else { return "–" }
    if account == Office.account { return say(.labelOffice) }
    let name = try office.person(account, on: replica)?.name ?? ""
    return name.utf8.isEmpty ? String(account.description.prefix(8)) : name
  }

  func people(_ accounts: [AccountID], on replica: Replica) throws -> String {
    try accounts.map { try person($0, on: replica) }.joined(separator: ", ")
  }

  /// The accounts that took part in a visit.
  func interviewers(of visit: RecordKey, on replica: Replica) throws -> [AccountID] {
    try replica.records.members(.interviewerOfVisit, of: visit)
      .compactMap { $0.state.reference(InterviewerField.account)?.id.named() }
  }

  /// A personal text, opened in memory.
  /// - Returns: nothing where none is written; dots where the key is not here or was destroyed.
  func opened(_ state: RecordState, _ record: RecordKey, field: UInt32) throws -> String? {
    if let text = state.text(field) { return text }
    return try state.sealed(field).map { try opened($0, record, field: field) }
  }

  /// - Returns: dots where the key is not here or was destroyed.
  func opened(_ sealed: SealedValue, _ record: RecordKey, field: UInt32) throws -> String {
    do {
      let key = try office.environment.keyDatabase.read { connection in
        try KeyTable(connection, storeKey: office.secrets.storeKey).key(sealed.keyID)
      }
      guard let key else { return "•••" }
      return try SealedText.open(sealed, with: key.key, record: record, field: field)
    } catch is SealingFailure { return "•••" }
  }
}
