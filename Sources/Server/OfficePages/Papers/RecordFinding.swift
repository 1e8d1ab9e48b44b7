import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordSheets
import RecordStore
import VisitModel

/// Where the pages show the record that a code names. A code proves nothing: whoever scans it sees what its
/// page shows them without it.
struct RecordFinding: Sendable {
  let request: PageRequest
  let setting: PageSetting

  /// - Returns: nothing for what is not there, and for what no page shows this reader, alike.
  func address() throws -> String? {
    guard let type = request.segments["type"], let id = request.segments["id"],
      let name = RecordName(kind: type, id: id)
    else { return nil }
    return try setting.office.read { try addresses(of: name, on: $0) }.first(where: isShown)
  }

  private func isShown(_ address: String) throws -> Bool {
    guard let page = request.following(address), page.route.admits(setting.reader.person.role)
    else { return false }
    return try PageWork(request: page, setting: setting).page() != nil
  }

  /// Where it may be, its own page first.
  private func addresses(of name: RecordName, on replica: Replica) throws -> [String] {
    switch name.subject {
    case .month(let scope, let month):
      guard let site = try SiteView(replica, scope).facts() else { return [] }
      return name.kind == .register
        ? [PageLink.site(site.code, month: month)] : [PageLink.summary(site.code, month: month)]
    case .record(let id):
      guard let type = name.kind.recordType else { return [] }
      return try replica.records.scopes(holding: type, id).flatMap { scope in
        try addresses(of: name.kind, RecordKey(scope: scope, type: type, id: id), on: replica)
      }
    }
  }

  private func addresses(
    of sheet: SheetKind, _ key: RecordKey, on replica: Replica
  ) throws -> [String] {
    let isCompanys = key.scope == setting.office.company
    let code = try SiteView(replica, key.scope).facts()?.code
    guard let word = isCompanys ? NoticeHome.company : code else { return [] }
    switch sheet {
    case .visit:
      // Who reviews nothing reads it, and whoever looks for one that was voided since.
      return [PageLink.review(word, visit: key.id), PageLink.visit(word, visit: key.id)]
    case .letter: return [PageLink.letter(word, letter: key.id)]
    case .notice:
      // The company's own are read at each site that they are for.
      let sites =
        isCompanys && !setting.reader.seesEverySite
        ? try setting.sites(on: replica).map(\.code) : []
      return [PageLink.notice(word, notice: key.id)]
        + sites.map { PageLink.notice($0, notice: key.id) }
    case .minutes: return [PageLink.meeting(word, meeting: key.id)]
    case .petition: return [PageLink.petition(word, petition: key.id)]
    case .survey: return [PageLink.survey(word, survey: key.id)]
    case .register, .summary: return []
    }
  }
}

extension SheetKind {
  /// Of which records it is filled in; nothing for the forms of a month.
  fileprivate var recordType: RecordType? {
    switch self {
    case .visit: .visit
    case .letter: .letter
    case .notice: .notice
    case .minutes: .meeting
    case .petition: .petition
    case .survey: .survey
    case .register, .summary: nil
    }
  }
}
