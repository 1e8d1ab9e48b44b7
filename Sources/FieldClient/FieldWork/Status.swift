package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel

/// What this laptop knows of itself; true offline.
package struct FieldStatus: Sendable {
  package struct ScopeStatus: Sendable {
    package let scope: ScopeID
    package let name: String
    package let position: UInt64
    package let digest: SetDigest
    /// The digest at the cursor equals what the office last said.
    package let isEqual: Bool
  }

  /// How far a site is in a month.
  package struct QuotaProgress: Sendable {
    package let site: SiteFacts
    package let report: MonthReport
  }

  package let person: String
  package let role: Role?
  package let office: String
  package let url: String
  package let pending: Int
  package let oldestPending: Instant?
  package let received: Int
  package let held: Int
  package let unreadable: Int
  /// What files brought and this laptop takes to the office for others, whoever wrote it.
  package let carried: DeliveryBooks
  package let lastAttempt: Instant?
  package let lastContact: Instant?
  package let lastInSync: Instant?
  /// Office clock minus this laptop's at the last contact, in milliseconds; nothing before the first.
  package let clockDifferenceMs: Int?
  /// The present month of each site assigned to the person, by site code.
  package let quota: [QuotaProgress]
  package let scopes: [ScopeStatus]
  /// Visits that were sent back to this person and wait for an answer.
  package let returned: Int
  package let conflicts: Int
  package let forks: Int
  package let vault: VaultState
}

extension EnrolledLaptop {
  private func vaultState() throws -> VaultState {
    try environment.vault.state() ?? .locked
  }

  private func returned(in scopes: [ScopeID], _ replica: Replica) throws -> Int {
    try scopes.reduce(0) { sum, scope in
      let reviews = try SiteView(replica, scope)
        .returnedReviews()
      return sum + reviews.count { $0.owing == account }
    }
  }

  package func status(_ replica: Replica) throws -> FieldStatus {
    let (books, carried) = try replica.log.books(
      of: OwnEnrolment(replica.connection).device)
    var visitor: Visitor?
    do { visitor = try self.visitor(replica) } catch FieldFault.failed { visitor = nil }
    func moment(_ name: String) throws -> Instant? {
      try Meta.integer(name, replica.connection).map {
        Instant(millisecondsSince1970: Int64($0))
      }
    }
    let heads = try replica.feed.heads().filter(\.isFollowed)
    let sites = try SiteView.all(in: replica)
      .filter { visitor?.sites.contains($0.scope) ?? false }
    return FieldStatus(
      person: visitor?.name ?? "", role: visitor?.role, office: office.name, url: url,
      pending: books[.pending], oldestPending: books.oldestPending,
      received: books[.received] + books[.confirmed], held: books[.held],
      unreadable: books[.unreadable], carried: carried, lastAttempt: try moment("lastAttempt"),
      lastContact: try moment("lastContact"), lastInSync: try moment("lastInSync"),
      clockDifferenceMs: try Meta.integer("clockDifferenceMs", replica.connection),
      quota: try sites.map { site in
        let month = LocalTime(now, in: site.zone).date.civilMonth
        return FieldStatus.QuotaProgress(
          site: site, report: try SiteView(replica, site.scope).report(of: month, at: now))
      },
      scopes: try heads.map { head in
        FieldStatus.ScopeStatus(
          scope: head.scope,
          name: head.scope == office.company
            ? office.name : try SiteView(replica, head.scope).facts()?.name ?? "",
          position: head.position, digest: head.view, isEqual: try replica.isEqual(head.scope))
      }, returned: try returned(in: heads.map(\.scope), replica),
      conflicts: try heads.reduce(0) { sum, head in
        try sum
          + replica.records.conflicted(in: head.scope).count { one in
            // Of petitions those alone that `conflicts list` shows; nobody known reads none (A39).
            guard visitor != nil || one.key.type != .petition else { return false }
            return try !one.state.questions(of: one.key.type).isEmpty && mayRead(one.key, replica)
          }
      },
      forks: try replica.log.forks().count, vault: try vaultState())
  }
}
