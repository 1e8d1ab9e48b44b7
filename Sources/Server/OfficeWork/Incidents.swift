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

/// Something found in a contract, or about a household's property, as somebody at the office writes it down.
package struct OfficeIncidentInput: Sendable {
  /// A unit code, or the first 6 or more digits of a household's id.
  package var household: String
  package var kind: IncidentKind
  package var reference = ""
  /// Nothing for the usual one of the kind.
  package var department: Department?
  package var foundAt: Instant
  package var text: String

  package init(_ kind: IncidentKind, of household: String, foundAt: Instant, _ text: String) {
    self.household = household
    self.kind = kind
    self.foundAt = foundAt
    self.text = text
  }
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

  /// One incident with its words. Whoever asks was asked who they are (`requireAttendant`).
  /// - Returns: nothing for what is none.
  package func incident(_ key: RecordKey, on replica: Replica) throws -> OfficeIncident? {
    try SiteView(replica, key.scope).incident(key).map {
      try shown($0, opens: true, on: replica)
    }
  }

  /// Records a contract query, a contract change or a loss, as `Laptop.recordIncident` does.
  /// - Returns: its key, and what to remind of.
  /// - Throws: `OfficeFault.refused` with R1-31, R1-33 or R1-34, `.failed` for a household that is none.
  package func recordIncident(
    _ input: OfficeIncidentInput, of site: ScopeID, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    let record = RecordKey(
      scope: site, type: .incident, id: RecordID(prefixOf: environment.randomness.bytes(16)))
    let (zone, household, reminders) = try read { replica in
      try requireAttendant(account, of: site, on: replica)
      let zone = try SiteView(replica, site).facts()?.zone ?? environment.zone
      let day = LocalTime(input.foundAt, in: zone).date
      let household = try household(input.household, of: site, on: day, replica)
      var facts = IncidentFacts(.record, input.kind, at: input.foundAt, recordedAt: now)
      facts.zone = zone
      facts.hasText = !input.text.isBlank
      facts.hasReference = !input.reference.isBlank
      let findings = IncidentRules.findings(facts)
      try requireNothing(in: findings)
      return (zone, household, findings)
    }
    let year = LocalTime(input.foundAt, in: zone).date.year
    let key = try householdKeys(of: [household.id], in: site, year: year, .visit)[household.id]
    let sealed = try sealedText(input.text, key, in: record, IncidentField.text)
    guard let sealed else { throw OfficeFault.failed(Message(.noSuchIncident)) }
    let edit = IncidentEdits(by: accountKey(account), at: now).record(
      input.kind, of: household, reference: input.reference,
      input.department ?? (input.kind.isContract ? .customerService : .order),
      foundAt: input.foundAt, in: zone, as: record.id, text: sealed)
    try write { replica in
      try requireAttendant(account, of: site, on: replica)
      try publishSeen([edit], in: site, by: account, on: replica)
    }
    return (record, reminders)
  }

  /// Records that the household was told, or asked, late or not (R1-31, R1-33, R1-34).
  /// - Parameter saw: the frontier that was shown; nothing means what is here now. So for all below.
  package func tellOfIncident(
    _ key: RecordKey, through channel: Channel, at: Instant, response: String,
    saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    try act(.tell, on: key, at: at, (response, IncidentField.response), saw, by: account) {
      $0.tell($1, through: channel, at: at, response: $2)
    }
  }

  /// Records that sides confirm what was agreed (R1-32, R1-33).
  package func confirmIncident(
    _ key: RecordKey, byFirm: Bool, byHousehold: Bool, at: Instant, agreement: String,
    saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    guard byFirm || byHousehold else {
      throw OfficeFault.wrongUsage(Message(.incidentNothingConfirmed))
    }
    let said = (agreement, IncidentField.agreement)
    try act(.confirm, on: key, at: at, said, saw, by: account) {
      $0.confirm($1, byFirm: byFirm, byHousehold: byHousehold, at: at, agreement: $2)
    }
  }

  package func closeIncident(
    _ key: RecordKey, outcome: String, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    try act(.close, on: key, at: now, (outcome, IncidentField.outcome), saw, by: account) {
      $0.close($1, outcome: $2)
    }
  }

  /// Voids it, with a reason: it is kept, and in no list any more.
  package func voidIncident(
    _ key: RecordKey, reason: String, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    guard !reason.isBlank else { throw OfficeFault.wrongUsage(Message(.reasonEmpty)) }
    try act(.tell, on: key, at: now, (reason, IncidentField.voidReason), saw, by: account) {
      guard let said = $2 else { throw OfficeFault.wrongUsage(Message(.reasonEmpty)) }
      return $0.void($1, reason: said)
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

  // MARK: What they are made of

  private func act(
    _ act: IncidentFacts.Act, on key: RecordKey, at: Instant,
    _ said: (text: String, field: UInt32), _ saw: [ChangeID]?, by account: AccountID,
    _ edit: (IncidentEdits, Incident, Value?) throws -> RecordEdit
  ) throws {
    func allowed(on replica: Replica) throws -> Incident {
      guard let incident = try SiteView(replica, key.scope).incident(key) else {
        throw OfficeFault.failed(Message(.noSuchIncident))
      }
      try requireAttendant(account, of: key.scope, on: replica)
      if let saw { try requireShown(key, saw, on: replica) }
      let facts = incident.facts(act, at: at, recordedAt: now)
      try requireNothing(in: IncidentRules.findings(facts))
      return incident
    }
    // Asked before anything is sealed, so that no key is made for what is refused, and once more inside.
    let known = try read { try allowed(on: $0) }
    var text: Value?
    if !said.text.isBlank {
      let (owner, year) = (known.household, LocalTime(known.foundAt, in: known.zone).date.year)
      let keys = try householdKeys(of: [owner], in: key.scope, year: year, .visit)
      text = try sealedText(said.text, keys[owner], in: key, said.field)
    }
    try write { replica in
      let incident = try allowed(on: replica)
      let made = try edit(IncidentEdits(by: accountKey(account), at: now), incident, text)
      try publishSeen([made], in: key.scope, by: account, on: replica)
    }
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

  /// A household by its unit, or by its id; who lives there comes before who is announced.
  private func household(
    _ text: String, of site: ScopeID, on day: CivilDate, _ replica: Replica
  ) throws -> RecordKey {
    let view = SiteView(replica, site)
    if let code = UnitCode(text) {
      let here = try view.households(ofUnit: code).filter { !$0.hasDeparted(by: day) }
      if let found = here.first(where: { $0.hasJoined(by: day) }) ?? here.first {
        return found.key
      }
    }
    let wanted = Array(text.lowercased().utf8)
    let found =
      wanted.count < 6
      ? []
      : try view.households().filter {
        !$0.hasDeparted(by: day) && $0.key.id.description.utf8.starts(with: wanted)
      }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else {
      throw OfficeFault.failed(
        Message(.noSuchHousehold, [text, try view.facts()?.name ?? ""]))
    }
    return only.key
  }
}
