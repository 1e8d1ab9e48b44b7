package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A notice as people see it.
package struct NoticeCard: Sendable {
  package let notice: Notice
  /// Nothing for the company's own.
  package let site: SiteFacts?
  /// Until when households, and the service centre, are to be told; nothing without a number.
  package let limit: LeadTime.Limit?
  package let requestLimit: LeadTime.Limit?
  /// Through which day its original is kept (R2-12).
  package let keptUntil: CivilDate?
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
  fileprivate let names: [AccountID: String]

  package func name(of account: AccountID) -> String { names[account] ?? "" }
  package var number: String? { notice.name(of: site?.code) }
}

extension Laptop {
  /// The notices of a site, the oldest first.
  package func notices(of site: SiteFacts, _ replica: Replica) throws -> [NoticeCard] {
    let view = SiteView(replica, site.scope)
    return try view.notices().map { try card($0, site, replica) }
  }

  /// The company's own that are for a site, to be read: nobody at a site writes them.
  package func companyNotices(
    for site: SiteFacts, _ replica: Replica
  ) throws -> [NoticeCard] {
    try SiteView(replica, office.company).issued(for: site).map { try card($0, nil, replica) }
  }

  /// - Parameter text: an id, an unmistakable beginning of one, or a number such as `A-01-N-2026-003`.
  package func noticeCard(named text: String, _ replica: Replica) throws -> NoticeCard {
    let notice = try notice(named: text, replica)
    if notice.key.scope == office.company { return try card(notice, nil, replica) }
    guard let site = try SiteView(replica, notice.key.scope).facts() else {
      throw FieldFault.failed(Message(.noSuchNotice))
    }
    return try card(notice, site, replica)
  }

  /// - Throws: `FieldFault.failed` for what is none.
  func notice(named text: String, _ replica: Replica) throws -> Notice {
    let sites = try SiteView.all(in: replica)
    let own = try SiteView(replica, office.company).notices().filter { notice in
      notice.issued != nil && sites.contains { notice.concerns($0) }
    }
    if let found = own.first(where: {
      $0.name(of: nil)?.utf8.elementsEqual(text.uppercased().utf8) ?? false
    }) {
      return found
    }
    for site in sites {
      let view = SiteView(replica, site.scope)
      if let found = try view.notices().first(where: {
        $0.name(of: site.code)?.utf8.elementsEqual(text.uppercased().utf8) ?? false
      }) {
        return found
      }
    }
    let (key, _) = try record(.notice, named: text, replica)
    let found =
      key.scope == office.company
      ? own.first { $0.key == key } : try SiteView(replica, key.scope).notice(key)
    guard let notice = found else {
      throw FieldFault.failed(Message(.noSuchNotice))
    }
    return notice
  }

  private func card(
    _ notice: Notice, _ site: SiteFacts?, _ replica: Replica
  ) throws -> NoticeCard {
    let settings = try replica.policy()
      .settings(on: LocalTime(notice.madeAt, in: notice.zone).date)
    let accounts = Set(
      [
        notice.requested?.account, notice.issued?.account, notice.emergency?.approver,
        notice.withdrawn?.account, notice.archived?.account,
      ].compactMap(\.self) + notice.postings.map(\.deed.account)
        + notice.postings.compactMap(\.takenDown?.account)
        + notice.mistakenPostings.map(\.deed.account)
        + notice.mistakenPostings.compactMap(\.takenDown?.account)
        + notice.mistakenPostings.compactMap(\.mistaken?.account) + notice.seals.map(\.deed.account)
        + notice.checks.map(\.deed.account))
    var names: [AccountID: String] = [:]
    for account in accounts { names[account] = try personName(account, replica) }
    return NoticeCard(
      notice: notice, site: site,
      limit: notice.limit(try replica.workingCalendar(of: office.company), settings),
      requestLimit: notice.requestLimit(settings),
      keptUntil: notice.issued.map {
        RetentionRules.original(issuedOn: LocalTime($0.at, in: notice.zone).date, settings)
      }, policy: try replica.inForce(.notice, at: notice.madeAt, in: notice.zone),
      frontier: try replica.frontier(of: notice.key), names: names)
  }
}
