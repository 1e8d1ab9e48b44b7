package import CommunicationPolicy
package import ConflictFreeRecords
package import RecordCatalogue
package import TextFormats
package import VisitModel

/// A contract query, a contract change or a loss, as its record says; its texts are sealed.
package struct Incident: Hashable, Sendable {
  package let key: RecordKey
  package let household: RecordID
  package let kind: IncidentKind
  package let reference: String
  package let department: Department
  package let foundAt: Instant
  package let account: AccountID
  package let recordedAt: Instant
  package let zone: ZoneOffset
  package let told: Deed?
  package let channel: Channel?
  package let firmConfirmed: Deed?
  package let householdConfirmed: Deed?
  package let closed: Deed?
  package let isVoided: Bool

  /// Fields with texts, in the order in which they are read.
  package static let texts: [UInt32] = [
    IncidentField.text, IncidentField.response, IncidentField.agreement, IncidentField.outcome,
    IncidentField.voidReason,
  ]

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let household = record.reference(IncidentField.household),
      let kind = record.code(IncidentField.kind, as: IncidentKind.self),
      let found = Deed(record, by: IncidentField.account, at: IncidentField.foundAt)
    else { return nil }
    self.key = key
    self.household = household.id
    self.kind = kind
    reference = record.text(IncidentField.reference) ?? ""
    department = record.code(IncidentField.department) ?? .customerService
    foundAt = found.at
    account = found.account
    recordedAt = record.instant(IncidentField.recordedAt) ?? found.at
    zone = record.integer(IncidentField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    told = Deed(record, by: IncidentField.toldBy, at: IncidentField.toldAt)
    channel = record.code(IncidentField.channel)
    firmConfirmed = Deed(
      record, by: IncidentField.firmConfirmedBy, at: IncidentField.firmConfirmedAt)
    householdConfirmed = Deed(
      record, by: IncidentField.householdHeardBy, at: IncidentField.householdConfirmedAt)
    closed = Deed(record, by: IncidentField.closedBy, at: IncidentField.closedAt)
    isVoided = record.instant(IncidentField.voidedAt) != nil
  }

  /// A contract's number in its one written form: `ht-1`, `HT-1` and `ＨＴ－1` are one contract.
  static func contract(_ reference: String) -> [UInt8] {
    Array((UnitCode(reference)?.text ?? reference).utf8)
  }

  package var isConfirmed: Bool { firmConfirmed != nil && householdConfirmed != nil }

  package var stage: IncidentStage {
    if isVoided { return .voided }
    if closed != nil { return .closed }
    if told == nil { return .found }
    return isConfirmed ? .confirmed : .told
  }

  /// A contract is not signed while it is (R1-32).
  package var blocksSigning: Bool { kind == .contractQuery && !isVoided && !isConfirmed }

  package func due(
    _ calendar: WorkingCalendar, _ settings: PolicySettings
  ) -> WorkingCalendar.DueDate {
    IncidentClock.due(kind, foundAt: foundAt, zone, calendar, settings)
  }

  package func facts(
    _ act: IncidentFacts.Act, at: Instant, recordedAt: Instant
  ) -> IncidentFacts {
    var facts = IncidentFacts(act, kind, at: at, recordedAt: recordedAt)
    facts.zone = zone
    facts.isTold = told != nil
    facts.isFirmConfirmed = firmConfirmed != nil
    facts.isHouseholdConfirmed = householdConfirmed != nil
    facts.isClosed = closed != nil || isVoided
    return facts
  }
}

extension SiteView {
  /// Every incident of the site, voided ones included, the oldest first.
  package func incidents() throws -> [Incident] {
    try replica.records.states(of: .incident, in: scope)
      .compactMap { Incident(key(.incident, $0.id), $0.state) }
      .sorted { ($0.foundAt, $0.key) < ($1.foundAt, $1.key) }
  }

  package func incident(_ key: RecordKey) throws -> Incident? {
    try replica.records.state(of: key).flatMap { Incident(key, $0) }
  }

  /// The queries that keep a contract from being signed (R1-32).
  package func openQueries(ofContract reference: String) throws -> [Incident] {
    let wanted = Incident.contract(reference)
    return try incidents().filter {
      $0.blocksSigning && Incident.contract($0.reference) == wanted
    }
  }
}

/// The changes by which incidents go on; the same on a laptop and at the office.
package struct IncidentEdits {
  /// Who acts, and when it is written down.
  package let account: RecordKey
  package let now: Instant

  package init(by account: RecordKey, at now: Instant) {
    self.account = account
    self.now = now
  }

  /// - Parameter text: sealed.
  package func record(
    _ kind: IncidentKind, of household: RecordKey, reference: String, _ department: Department,
    foundAt: Instant, in zone: ZoneOffset, as id: RecordID, text: Value
  ) -> RecordEdit {
    RecordEdit(
      .incident, id,
      [
        IncidentField.household: .reference(household), IncidentField.kind: .code(kind),
        IncidentField.reference: reference.isBlank ? nil : .text(reference),
        IncidentField.department: .code(department), IncidentField.foundAt: .instant(foundAt),
        IncidentField.account: .reference(account), IncidentField.recordedAt: .instant(now),
        IncidentField.zoneMinutes: .integer(Int64(zone.minutes)), IncidentField.text: text,
      ])
  }

  package func tell(
    _ incident: Incident, through channel: Channel, at: Instant, response: Value?
  ) -> RecordEdit {
    var edit = RecordEdit(
      .incident, incident.key.id,
      [IncidentField.channel: .code(channel), IncidentField.response: response])
    // Telling again does not make an early word late, nor a late one early.
    if incident.told == nil {
      edit[IncidentField.toldAt] = .instant(at)
      edit[IncidentField.toldBy] = .reference(account)
    }
    return edit
  }

  /// - Parameters:
  ///   - byFirm: the firm's word, of whoever acts.
  ///   - byHousehold: the household's, as whoever acts heard it.
  ///   - agreement: sealed; what was agreed.
  package func confirm(
    _ incident: Incident, byFirm: Bool, byHousehold: Bool, at: Instant, agreement: Value?
  ) -> RecordEdit {
    var edit = RecordEdit(
      .incident, incident.key.id, [IncidentField.agreement: agreement])
    if byFirm {
      edit[IncidentField.firmConfirmedAt] = .instant(at)
      edit[IncidentField.firmConfirmedBy] = .reference(account)
    }
    if byHousehold {
      edit[IncidentField.householdConfirmedAt] = .instant(at)
      edit[IncidentField.householdHeardBy] = .reference(account)
    }
    return edit
  }

  package func close(_ incident: Incident, outcome: Value?) -> RecordEdit {
    RecordEdit(
      .incident, incident.key.id,
      [
        IncidentField.closedAt: .instant(now), IncidentField.closedBy: .reference(account),
        IncidentField.outcome: outcome,
      ])
  }

  package func void(_ incident: Incident, reason: Value) -> RecordEdit {
    RecordEdit(
      .incident, incident.key.id,
      [IncidentField.voidedAt: .instant(now), IncidentField.voidReason: reason])
  }
}

extension ObligationReader {
  /// R1-31, R1-33, R1-34, of what is open or was found in the last months.
  func incidents() throws -> [SiteObligation] {
    try view.incidents().filter { incident in
      !incident.isVoided
        && (incident.told == nil
          || LocalTime(incident.foundAt, in: zone).date.civilMonth >= present.previous.previous)
    }.map { incident in
      try obligation(
        IncidentClock.rule(of: incident.kind), of: .person(incident.account),
        due: incident.due(calendar, settings(at: incident.foundAt)), about: incident.key,
        household: incident.household,
        month: LocalTime(incident.foundAt, in: zone).date.civilMonth, metAt: incident.told?.at)
    }
  }
}

/// Incidents as JSON, the same from both programs.
package enum IncidentJSON {
  package static func object(
    _ incident: Incident, unit: String?, texts: [UInt32: String], due: WorkingCalendar.DueDate,
    policy: PolicyInForce? = nil, saw: String? = nil, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object([
      "incident": .string(incident.key.id.description), "kind": .string(incident.kind.name),
      "stage": .string(incident.stage.name), "unit": unit.map(JSON.string),
      "reference": .string(incident.reference),
      "department": .string(incident.department.name),
      "foundAt": .string(incident.foundAt.utcText), "by": .string(try name(incident.account)),
      "recordedAt": .string(incident.recordedAt.utcText),
      "due": .string(due.date.description), "provisional": .bool(due.isProvisional),
      "toldAt": incident.told.map { .string($0.at.utcText) },
      "channel": incident.channel.map { .string($0.name) },
      "confirmedByFirm": incident.firmConfirmed.map { .string($0.at.utcText) },
      "confirmedByHousehold": incident.householdConfirmed.map { .string($0.at.utcText) },
      "closedAt": incident.closed.map { .string($0.at.utcText) },
      "text": texts[IncidentField.text].map(JSON.string),
      "response": texts[IncidentField.response].map(JSON.string),
      "agreement": texts[IncidentField.agreement].map(JSON.string),
      "outcome": texts[IncidentField.outcome].map(JSON.string),
      "policy": policy?.json, "saw": saw.map(JSON.string),
    ])
  }
}
