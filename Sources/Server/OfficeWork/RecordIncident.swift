package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

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

extension Office {
  /// Records a contract query, a contract change or a loss, as `Laptop.recordIncident` does.
  /// - Returns: its key, and what to remind of.
  /// - Throws: `OfficeFault.refused` with R1-31, R1-33 or R1-34, `.failed` for a household that is none.
  package func recordIncident(
    _ input: OfficeIncidentInput, of site: ScopeID, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    let record = RecordKey(
      scope: site, type: .incident, id: RecordID(prefixOf: environment.randomness.bytes(16)))
    let (zone, household, reminders) = try read {
      replica -> (ZoneOffset, RecordKey, [Finding]) in
      try requireAttendant(account, of: site, on: replica)
      let zone = try SiteView(replica, site).facts()?.zone ?? environment.zone
      let day = LocalTime(input.foundAt, in: zone).date
      let household = try self.household(input.household, of: site, on: day, replica)
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
        Message(.noHouseholdHere, [text, try view.facts()?.name ?? ""]))
    }
    return only.key
  }
}
