package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// An incident as people see it.
package struct IncidentCard: Sendable {
  package let incident: Incident
  package let unitCode: String?
  /// Opened in memory, by field number; nothing where the key is not here.
  package let texts: [UInt32: String]
  package let isClosed: Bool
  /// The last day on which the household is told in time.
  package let due: WorkingCalendar.DueDate
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
  fileprivate let names: [AccountID: String]

  package func name(of account: AccountID?) -> String { account.flatMap { names[$0] } ?? "" }
}

/// Something found in a contract, or about a household's property.
package struct IncidentInput: Sendable {
  package var household: String
  package var kind: IncidentKind
  package var reference = ""
  package var department: Department?
  package var foundAt: Instant
  package var text: String

  package init(_ kind: IncidentKind, of household: String, foundAt: Instant, _ text: String) {
    self.kind = kind
    self.household = household
    self.foundAt = foundAt
    self.text = text
  }
}

extension Laptop {
  /// The incidents of a site, the oldest first.
  package func incidents(of site: SiteFacts, _ replica: Replica) throws -> [IncidentCard] {
    try SiteView(replica, site.scope).incidents().map { try card($0, replica) }
  }

  package func incidentCard(named text: String, _ replica: Replica) throws -> IncidentCard {
    try card(try incident(named: text, replica), replica)
  }

  /// Records a contract query, a contract change or a loss (R1-31, R1-33, R1-34).
  /// - Throws: `FieldFault.refused` with the rule, F-assigned.
  package func recordIncident(
    _ input: IncidentInput, at siteCode: String?
  ) throws -> (card: IncidentCard, reminders: [Finding]) {
    try requireTyped(input.text, line: input.reference)
    let (site, household) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      return (site, try self.household(input.household, of: site, on: input.foundAt, replica))
    }
    var facts = IncidentFacts(.record, input.kind, at: input.foundAt, recordedAt: now)
    facts.zone = site.zone
    facts.hasText = !input.text.isBlank
    facts.hasReference = !input.reference.isBlank
    let reminders = try remindersOnly(IncidentRules.findings(facts))
    let key = RecordKey(scope: site.scope, type: .incident, id: freshID())
    let year = LocalTime(input.foundAt, in: site.zone).date.year
    let (textKey, new) = try householdKey(household.key, year: year, .visit)
    let edit = IncidentEdits(by: person(account), at: now).record(
      input.kind, of: household.key, reference: input.reference,
      input.department ?? (input.kind.isContract ? .customerService : .order),
      foundAt: input.foundAt, in: site.zone, as: key.id,
      text: try seal(input.text, under: textKey, in: key, field: IncidentField.text))
    return try write { replica in
      try requireAssigned(site.scope, replica)
      try write([edit], in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      return (try incidentCard(named: key.id.description, replica), reminders)
    }
  }

  /// Records that the household was told, or asked, late or not (R1-31, R1-33, R1-34).
  package func tellOfIncident(
    named text: String, through channel: Channel, at: Instant, response: String
  ) throws -> IncidentCard {
    try act(.tell, onIncident: text, at: at, response, IncidentField.response) {
      edits, incident, said in
      edits.tell(incident, through: channel, at: at, response: said)
    }
  }

  /// Records that sides confirm what was agreed (R1-32, R1-33).
  package func confirmIncident(
    named text: String, byFirm: Bool, byHousehold: Bool, at: Instant, agreement: String
  ) throws -> IncidentCard {
    guard byFirm || byHousehold else {
      throw FieldFault.wrongUsage(Message(.incidentNothingConfirmed))
    }
    return try act(.confirm, onIncident: text, at: at, agreement, IncidentField.agreement) {
      edits, incident, said in
      edits.confirm(
        incident, byFirm: byFirm, byHousehold: byHousehold, at: at, agreement: said)
    }
  }

  package func closeIncident(named text: String, outcome: String) throws -> IncidentCard {
    try act(.close, onIncident: text, at: now, outcome, IncidentField.outcome) {
      edits, incident, said in edits.close(incident, outcome: said)
    }
  }

  /// Voids it, with a reason: it is kept, and in no list any more.
  package func voidIncident(named text: String, reason: String) throws -> IncidentCard {
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    return try act(.tell, onIncident: text, at: now, reason, IncidentField.voidReason) {
      edits, incident, said in
      guard let said else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
      return edits.void(incident, reason: said)
    }
  }

  /// Whether a contract may be signed (R1-32).
  /// - Throws: `FieldFault.refused` (R1-32) while a query about it is open.
  package func requireReady(contract reference: String, at siteCode: String?) throws {
    let open = try read { replica in
      let site = try self.site(named: siteCode, replica)
      return try SiteView(replica, site.scope).openQueries(ofContract: reference).count
    }
    _ = try remindersOnly(IncidentRules.readiness(openQueries: open))
  }

  // MARK: What they are made of

  private func act(
    _ act: IncidentFacts.Act, onIncident text: String, at: Instant, _ said: String,
    _ field: UInt32, _ edit: (IncidentEdits, Incident, Value?) throws -> RecordEdit
  ) throws -> IncidentCard {
    try requireTyped(said, line: "")
    let known = try read { try incident(named: text, $0) }
    let household = RecordKey(scope: known.key.scope, type: .household, id: known.household)
    let year = LocalTime(known.foundAt, in: known.zone).date.year
    let key = said.isBlank ? nil : try householdKey(household, year: year, .visit)
    let sealed = try key.map { try seal(said, under: $0.key, in: known.key, field: field) }
    return try write { replica in
      let incident = try incident(named: text, replica)
      try requireAssigned(incident.key.scope, replica)
      _ = try remindersOnly(
        IncidentRules.findings(incident.facts(act, at: at, recordedAt: now)))
      let made = try edit(IncidentEdits(by: person(account), at: now), incident, sealed)
      try requireNoConflict(in: [made], of: incident.key.scope, replica)
      try write(
        [made], in: incident.key.scope, keys: (key?.new).map { [$0] } ?? [], on: replica)
      return try card(
        try self.incident(named: incident.key.id.description, replica), replica)
    }
  }

  private func incident(named text: String, _ replica: Replica) throws -> Incident {
    let (key, _) = try record(.incident, named: text, replica)
    guard let incident = try SiteView(replica, key.scope).incident(key) else {
      throw FieldFault.failed(Message(.noSuchIncident))
    }
    return incident
  }

  private func requireTyped(_ text: String, line: String) throws {
    if let flaw = TypedText.flaw(inText: text, place: "text") { throw FieldFault.failed(flaw) }
    if let flaw = TypedText.flaw(inLine: line, place: "contract") {
      throw FieldFault.failed(flaw)
    }
  }

  private func card(_ incident: Incident, _ replica: Replica) throws -> IncidentCard {
    let state = try replica.records.state(of: incident.key) ?? .empty
    let (opened, unopened) = try reader(replica).texts(incident.key, state, Incident.texts)
    var names: [AccountID: String] = [:]
    for deed in [
      incident.told, incident.firmConfirmed, incident.householdConfirmed, incident.closed,
    ].compactMap(\.self) {
      names[deed.account] = try personName(deed.account, replica)
    }
    names[incident.account] = try personName(incident.account, replica)
    let day = LocalTime(incident.foundAt, in: incident.zone).date
    return IncidentCard(
      incident: incident,
      unitCode: try SiteView(replica, incident.key.scope).household(incident.household)?
        .unitCode,
      texts: opened, isClosed: !unopened.isEmpty,
      due: incident.due(
        try replica.workingCalendar(of: office.company),
        try replica.policy().settings(on: day)),
      policy: try replica.inForce(.incident, at: incident.foundAt, in: incident.zone),
      frontier: state.frontier, names: names)
  }
}
