import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// An incident as people see it: with the names of its people, and opened for whoever may read it.
struct OfficeIncidentCard {
  let shown: OfficeIncident
  let site: SiteFacts
  private let names: [AccountID: String]

  init(_ shown: OfficeIncident, at site: SiteFacts, _ names: [AccountID: String]) {
    self.shown = shown
    self.site = site
    self.names = names
  }

  var incident: Incident { shown.incident }
  var shortID: String { String(incident.key.id.description.prefix(8)) }
  var due: String { shown.due.date.description + (shown.due.isProvisional ? " *" : "") }

  func name(_ account: AccountID) -> String { names[account] ?? "" }

  var row: IncidentRow {
    IncidentRow(
      id: shortID, kind: incident.kind, unit: shown.unitCode ?? "",
      reference: incident.reference, foundAt: incident.foundAt.wallText(in: incident.zone),
      due: due, toldAt: incident.told?.at.wallText(in: incident.zone) ?? "",
      stage: incident.stage)
  }

  var json: JSON {
    let json = IncidentJSON.object(
      incident, unit: shown.unitCode, texts: shown.texts, due: shown.due, policy: shown.policy,
      saw: SawToken.text(shown.frontier)
    ) { name($0) }
    return OfficeMeetingReport.placed(json, at: site)
  }
}

extension Office {
  /// The incidents of a site, unopened.
  func incidentCards(of site: SiteFacts, on replica: Replica) throws -> [OfficeIncidentCard] {
    let found = try incidents(of: site.scope, on: replica)
    if found.isEmpty { return [] }
    let names = try peopleNames(on: replica)
    return found.map { OfficeIncidentCard($0, at: site, names) }
  }

  /// The incident as it is now.
  /// - Parameter reader: who looks; nothing opens none of its words.
  /// - Throws: `OfficeFault.failed` for what is none, `.refused` (F-role, F-assigned) for whoever is not to
  ///   read it.
  func incidentCard(_ key: RecordKey, for reader: AccountID?) throws -> OfficeIncidentCard {
    try read { replica in
      if let reader { try requireAttendant(reader, of: key.scope, on: replica) }
      guard let shown = try incident(key, opens: reader != nil, on: replica),
        let site = try SiteView(replica, key.scope).facts()
      else { throw OfficeFault.failed(Message(.noSuchIncident)) }
      return OfficeIncidentCard(shown, at: site, try peopleNames(on: replica))
    }
  }

  /// - Parameter text: an id, or an unmistakable beginning of one.
  /// - Throws: `OfficeFault.failed` when there is none, `.wrongUsage` when it fits several.
  func incidentKey(named text: String) throws -> RecordKey {
    let keys = try read { replica in
      try SiteView.all(in: replica).flatMap {
        try SiteView(replica, $0.scope).incidents().map(\.key)
      }
    }
    return try unmistakable(text, among: keys, orElse: .noSuchIncident)
  }

  /// The one record that an id, or its first 6 or more digits, names.
  func unmistakable(
    _ text: String, among keys: [RecordKey], orElse none: Phrase
  ) throws -> RecordKey {
    let wanted = Array(text.lowercased().utf8)
    let found = keys.filter {
      wanted.count >= 6 && $0.id.description.utf8.starts(with: wanted)
    }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else { throw OfficeFault.failed(Message(none)) }
    return only
  }
}

/// What the office says of one incident.
enum OfficeIncidentReport {
  static func report(_ card: OfficeIncidentCard) -> Report {
    let (incident, zone) = (card.incident, card.incident.zone)
    var report = Report()
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(Message(label), .text(value))) }
    }
    func words(_ label: Phrase, _ value: Phrase) {
      report.append(.fact(Message(label), .words(Message(value))))
    }
    func said(_ label: Phrase, _ deed: Deed?) {
      fact(label, deed.map { $0.at.wallText(in: zone) + " " + card.name($0.account) })
    }
    fact(.labelId, incident.key.id.description)
    fact(.labelSite, card.site.name)
    words(.labelKind, incident.kind.phrase)
    words(.labelState, incident.stage.phrase)
    fact(.labelUnit, card.shown.unitCode)
    fact(.labelContract, incident.reference)
    words(.labelDepartment, incident.department.phrase)
    fact(
      .labelFoundAt,
      incident.foundAt.wallText(in: zone) + " " + card.name(incident.account))
    fact(.labelDueDay, card.due)
    said(.labelToldHousehold, incident.told)
    if let channel = incident.channel { words(.labelChannel, channel.phrase) }
    said(.labelFirmConfirmed, incident.firmConfirmed)
    said(.labelHouseholdConfirmed, incident.householdConfirmed)
    for (field, label) in IncidentRow.textLabels {
      guard let text = card.shown.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.shown.isClosed { report.append(.warning(Message(.meetingOfPast))) }
    fact(.labelPolicy, card.shown.policy.text)
    fact(.labelSaw, SawToken.text(card.shown.frontier))
    return report
  }

  static func done(_ card: OfficeIncidentCard, _ context: OfficeContext) -> CommandOutput {
    let stage = card.incident.stage.phrase.text(in: context.language)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.incidentDone, [card.shortID, stage]))]),
        .object(["incident": card.json])))
  }

  /// What the rules remind of, with what to do about it.
  static func parts(_ reminders: [Finding]) -> [Report.Part] {
    reminders.flatMap { [.warning($0.why), .note($0.cure)] }
  }
}
