package import ConflictFreeRecords
import RecordSheets
import TextFormats
package import VisitModel

/// Addresses as links: every segment encoded.
package enum PageLink {
  package static func site(_ code: String) -> String { "/site/" + PercentEncoding.encode(code) }

  static func site(_ code: String, month: CivilMonth) -> String {
    site(code) + "?month=\(month)"
  }

  package static func round(_ site: String) -> String { self.site(site) + "/round" }

  /// One building of the map; nothing for what stands in none.
  static func round(_ site: String, building: UnitCode?, part: Int = 1) -> String {
    round(site) + "?building=" + PercentEncoding.encode(building?.text ?? "")
      + (part > 1 ? "&part=\(part)" : "")
  }

  /// The rows behind a line of the first page.
  static func queue(_ item: String) -> String { "/queue/" + PercentEncoding.encode(item) }

  static func household(_ id: RecordID) -> String { "/household/\(id)" }

  package static func duplicate(_ site: String, round: Int, household: RecordID) -> String {
    "/duplicates/\(PercentEncoding.encode(site))/\(round)/\(household)"
  }

  package static func conflict(_ record: RecordKey, _ field: UInt32) -> String {
    "/conflicts/\(record.scope)/\(record.type.number)/\(record.id)/\(field)"
  }

  /// - Parameter settlement: the notice that says what was settled.
  package static func settled(_ settlement: RecordKey) -> String {
    "/conflicts/settled/\(settlement.scope)/\(settlement.id)"
  }

  package static func visit(_ site: String, visit: RecordID) -> String {
    "/visits/\(PercentEncoding.encode(site))/\(visit)"
  }

  /// A site's visits of a month.
  /// - Parameter visitor: those of one person alone.
  package static func visits(
    _ site: String, month: CivilMonth? = nil, visitor: AccountID? = nil
  ) -> String {
    chosen(PageRoute.visits.path, site: site) + (month.map { "&month=\($0)" } ?? "")
      + (visitor.map { "&visitor=\($0)" } ?? "")
  }

  package static func review(_ site: String, visit: RecordID) -> String {
    "/reviews/\(PercentEncoding.encode(site))/\(visit)"
  }

  package static func matter(_ site: String, matter: RecordID) -> String {
    "/matters/\(PercentEncoding.encode(site))/\(matter)"
  }

  package static func summary(_ site: String, month: CivilMonth) -> String {
    "/summaries/\(PercentEncoding.encode(site))/\(month)"
  }

  package static func letter(_ site: String, letter: RecordID) -> String {
    "/letters/\(PercentEncoding.encode(site))/\(letter)"
  }

  /// - Parameter home: the code of a site, or `NoticeHome.company`.
  package static func notice(_ home: String, notice: RecordID) -> String {
    "/notices/\(PercentEncoding.encode(home))/\(notice)"
  }

  static func writeNotice(_ home: String) -> String {
    "/notices/\(PercentEncoding.encode(home))/write"
  }

  /// - Parameter home: the code of a site, or `NoticeHome.company`.
  package static func meeting(_ home: String, meeting: RecordID) -> String {
    "/meetings/\(PercentEncoding.encode(home))/\(meeting)"
  }

  /// What is done where no meeting is yet: `record`, `skip`.
  static func meetings(_ home: String, _ act: String) -> String {
    "/meetings/\(PercentEncoding.encode(home))/" + act
  }

  /// - Parameter home: the code of a site, or `NoticeHome.company`.
  package static func petition(_ home: String, petition: RecordID) -> String {
    "/petitions/\(PercentEncoding.encode(home))/\(petition)"
  }

  /// What is done where no petition is yet: `file`.
  static func petitions(_ home: String, _ act: String) -> String {
    "/petitions/\(PercentEncoding.encode(home))/" + act
  }

  package static func incident(_ site: String, incident: RecordID) -> String {
    "/incidents/\(PercentEncoding.encode(site))/\(incident)"
  }

  /// What is done where no incident is yet: `record`.
  static func incidents(_ site: String, _ act: String) -> String {
    "/incidents/\(PercentEncoding.encode(site))/" + act
  }

  package static func survey(_ site: String, survey: RecordID) -> String {
    "/surveys/\(PercentEncoding.encode(site))/\(survey)"
  }

  /// What is done where no survey is yet: `create`.
  static func surveys(_ site: String, _ act: String) -> String {
    "/surveys/\(PercentEncoding.encode(site))/" + act
  }

  /// For whoever holds it.
  /// - Parameter slip: with its key.
  package static func slip(_ site: String, survey: RecordID, slip: String) -> String {
    "/survey/\(PercentEncoding.encode(site))/\(survey)/" + PercentEncoding.encode(slip)
  }

  /// For everybody.
  package static func board(_ site: String) -> String {
    "/board/" + PercentEncoding.encode(site)
  }

  /// A form filled in from a record, for the printer.
  /// - Parameters:
  ///   - home: the code of a site, or `NoticeHome.company`.
  ///   - name: the record's identifier, or a month.
  static func paper(_ sheet: SheetKind, _ home: String, _ name: String) -> String {
    "/print/\(sheet.rawValue)/\(PercentEncoding.encode(home))/\(name)"
  }

  static func blank(_ sheet: SheetKind, _ home: String) -> String {
    "/print/blank/\(PercentEncoding.encode(home))/\(sheet.rawValue)"
  }

  /// The preview that a confirmation is of, with its choice of sheet and encoding.
  static func listImport(_ confirmation: PageRequest) -> String {
    guard let id = confirmation.segments["id"], let choice = ImportChoice(confirmation.query)
    else { return PageRoute.imports.path }
    return listImport(id) + choice.query
  }

  static func listImport(_ id: String) -> String { "/imports/" + PercentEncoding.encode(id) }

  static func calendar(_ account: AccountID, key: String) -> String {
    "/calendar/\(account)/\(key)"
  }

  package static func exportFile(_ id: String) -> String {
    "/exports/\(PercentEncoding.encode(id))/file"
  }

  static func chosen(_ address: String, site code: String) -> String {
    address + "?site=" + PercentEncoding.encode(code)
  }

  static func login(next: String) -> String { "/login?next=" + PercentEncoding.encode(next) }

  /// Where to go after a login or a choice of language: a page of ours, never another's address.
  package static func safe(_ next: String?) -> String {
    guard let next, next.utf8.first == 0x2F, next.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return "/" }
    let path = next.utf8.prefix { $0 != 0x3F }
    let route = PageRoute.page(at: String(decoding: Array(path), as: UTF8.self))
    guard let route, route != .style, route != .loginForm else { return "/" }
    return next
  }
}
