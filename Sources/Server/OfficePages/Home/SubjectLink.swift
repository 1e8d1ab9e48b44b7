import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import VisitModel

/// Where a record is looked at, for whoever may look at it.
struct SubjectLink: Sendable {
  let role: Role

  /// - Parameters:
  ///   - site: whose it is; nothing for the company's own.
  ///   - month: of a summary.
  ///   - household: where else it is found, if the reader may not open the record's own page.
  /// - Returns: nothing where this reader has no page for it.
  func address(
    of record: RecordKey, at site: SiteFacts?, month: CivilMonth? = nil,
    household: RecordID? = nil
  ) -> String? {
    let home = site?.code ?? NoticeHome.company
    let found: (route: PageRoute, address: String)? =
      switch record.type {
      case .notice: (.notice, PageLink.notice(home, notice: record.id))
      case .meeting: (.meeting, PageLink.meeting(home, meeting: record.id))
      case .petition: (.petition, PageLink.petition(home, petition: record.id))
      default: site.flatMap { self.found(record, at: $0, month) }
      }
    if let found, found.route.admits(role) { return found.address }
    guard PageRoute.household.admits(role) else { return nil }
    return household.map { PageLink.household($0) }
  }

  private func found(
    _ record: RecordKey, at site: SiteFacts, _ month: CivilMonth?
  ) -> (route: PageRoute, address: String)? {
    switch record.type {
    case .visit: (.review, PageLink.review(site.code, visit: record.id))
    case .opinion: (.matter, PageLink.matter(site.code, matter: record.id))
    case .letter: (.letter, PageLink.letter(site.code, letter: record.id))
    case .incident: (.incident, PageLink.incident(site.code, incident: record.id))
    case .survey: (.survey, PageLink.survey(site.code, survey: record.id))
    case .household: (.household, PageLink.household(record.id))
    case .summary: month.map { (.summary, PageLink.summary(site.code, month: $0)) }
    default: nil
    }
  }
}
