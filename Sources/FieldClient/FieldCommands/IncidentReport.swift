import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// An incident as a row, a report and JSON.
enum IncidentReport {
  static func row(_ card: IncidentCard) -> IncidentRow {
    let incident = card.incident
    return IncidentRow(
      id: short(incident.key.id), kind: incident.kind, unit: card.unitCode ?? "",
      reference: incident.reference, foundAt: incident.foundAt.wallText(in: incident.zone),
      due: card.due.date.description + (card.due.isProvisional ? " *" : ""),
      toldAt: incident.told?.at.wallText(in: incident.zone) ?? "", stage: incident.stage)
  }

  static func report(_ card: IncidentCard) -> Report {
    let incident = card.incident
    var report = Report(nil, [.fact(.labelId, .text(incident.key.id.description))])
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(label, .text(value))) }
    }
    func deed(_ deed: Deed?) -> String? {
      deed.map { $0.at.wallText(in: incident.zone) + " " + card.name(of: $0.account) }
    }
    report.append(.fact(.labelKind, .words(incident.kind.phrase)))
    report.append(.fact(.labelState, .words(incident.stage.phrase)))
    fact(.labelUnit, card.unitCode)
    fact(.labelContract, incident.reference)
    report.append(.fact(.labelDepartment, .words(incident.department.phrase)))
    fact(
      .labelFoundAt,
      incident.foundAt.wallText(in: incident.zone) + " " + card.name(of: incident.account))
    fact(.labelDueDay, row(card).due)
    fact(.labelToldHousehold, deed(incident.told))
    if let channel = incident.channel {
      report.append(.fact(.labelChannel, .words(channel.phrase)))
    }
    fact(.labelFirmConfirmed, deed(incident.firmConfirmed))
    fact(.labelHouseholdConfirmed, deed(incident.householdConfirmed))
    for (field, label) in IncidentRow.textLabels {
      guard let text = card.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.isClosed { report.append(.warning(Message(.meetingOfPast))) }
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  static func json(_ card: IncidentCard) -> JSON {
    IncidentJSON.object(
      card.incident, unit: card.unitCode, texts: card.texts, due: card.due,
      policy: card.policy, saw: SawToken.text(card.frontier)
    ) { card.name(of: $0) }
  }

  static func done(_ card: IncidentCard, _ context: FieldContext) -> CommandOutput {
    .result(
      CommandResult(
        Report(
          nil,
          [
            .note(
              Message(
                .incidentDone, short(card.incident.key.id),
                card.incident.stage.phrase.text(in: context.language)))
          ]), .object(["incident": json(card)])))
  }
}
