package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// An incident as people see it at the office.
package struct OfficeIncident: Hashable, Sendable {
  package let incident: Incident
  /// Nothing where the household is not known here.
  package let unitCode: String?
  /// By field number, opened in memory; none for whoever is not to read them.
  package let texts: [UInt32: String]
  /// There is a text that cannot be opened: its key was destroyed, or never came.
  package let isClosed: Bool
  /// The last day on which the household is told in time.
  package let due: WorkingCalendar.DueDate
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
}

/// Contract queries, contract changes and losses at the office (R1-31 to R1-34).
extension Office {
  /// Whom words of households are open to at the office: whoever sees to what they say, at their site or
  /// for the company.
  package static let attendants: Set<Role> = [
    .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
  ]

  /// - Throws: `OfficeFault.refused` (F-role, F-assigned) for whoever does not see to the households of the
  ///   site.
  package func requireAttendant(
    _ account: AccountID, of site: ScopeID, on replica: Replica
  ) throws {
    let person = try person(account, on: replica) ?? .unknown(account)
    try requireDecider(person)
    guard Self.attendants.contains(person.role) else {
      throw OfficeFault.refused(
        rule: "F-role", why: Message(.notAnAttendant), cure: Message(.notAnAttendantCure))
    }
    if person.role.isCompany || person.sites.contains(site) { return }
    let name = try SiteView(replica, site).facts()?.name ?? site.description
    throw OfficeFault.refused(
      rule: "F-assigned", why: Message(.personNotAtSite, [person.name, name]),
      cure: Message(.notAnAttendantCure))
  }

  /// The incidents of a site, voided ones included, the oldest first; unopened.
  package func incidents(of site: ScopeID, on replica: Replica) throws -> [OfficeIncident] {
    try SiteView(replica, site).incidents().map { try shown($0, opens: false, on: replica) }
  }

  /// - Parameter opens: whether its words are wanted; whoever asks for them was asked who they are
  ///   (`requireAttendant`).
  /// - Returns: nothing for what is none.
  package func incident(
    _ key: RecordKey, opens: Bool, on replica: Replica
  ) throws -> OfficeIncident? {
    try SiteView(replica, key.scope).incident(key).map {
      try shown($0, opens: opens, on: replica)
    }
  }

  /// Whether a contract may be signed (R1-32).
  /// - Throws: `OfficeFault.refused` (R1-32) while a query about it is open.
  package func requireReady(
    contract reference: String, of site: ScopeID, on replica: Replica
  ) throws {
    let open = try SiteView(replica, site).openQueries(ofContract: reference).count
    try requireNothing(in: IncidentRules.readiness(openQueries: open))
  }

  private func shown(
    _ incident: Incident, opens: Bool, on replica: Replica
  ) throws -> OfficeIncident {
    let state = try replica.records.state(of: incident.key) ?? .empty
    var texts: [UInt32: String] = [:]
    for field in Incident.texts where opens {
      texts[field] = try state.sealed(field).flatMap {
        try opened($0, in: incident.key, field: field)
      }
    }
    let isClosed = Incident.texts.contains { state.sealed($0) != nil && texts[$0] == nil }
    let day = LocalTime(incident.foundAt, in: incident.zone).date
    return OfficeIncident(
      incident: incident,
      unitCode: try SiteView(replica, incident.key.scope).household(incident.household)?
        .unitCode,
      texts: texts, isClosed: opens && isClosed,
      due: incident.due(
        try replica.workingCalendar(of: company), try replica.policy().settings(on: day)),
      policy: try replica.inForce(.incident, at: incident.foundAt, in: incident.zone),
      frontier: state.frontier)
  }
}
