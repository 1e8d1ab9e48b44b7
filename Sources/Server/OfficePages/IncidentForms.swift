import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What may be done with incidents: only what the rules let through is offered, and a form sent all the
/// same is refused by them.
struct IncidentForms {
  /// As the kind has it.
  static let usual = "usual"

  /// Whose word a form records.
  enum Side: String, CaseIterable { case both, firm, household }

  let setting: PageSetting
  let site: SiteFacts

  private var say: Words { setting.say }

  func record() -> PageForm {
    let kinds = IncidentKind.allCases.map { (value: $0.name, label: say($0.phrase)) }
    var departments = [(value: Self.usual, label: say(.pageUsualDepartment))]
    for one in Department.allCases {
      departments.append((value: one.name, label: say(one.phrase)))
    }
    let legend = [say(.helpIncidentRecord), site.name].joined(separator: " · ")
    return PageForm(
      PageLink.incidents(site.code, "record"), legend: legend,
      [
        .choice(name: "kind", label: say(.labelKind), options: kinds),
        .line(name: "unit", label: say(.pageUnitTyped), bytesMax: Bounds.unitCodeBytesMax),
        .optionalLine(name: "contract", label: say(.labelContract)),
        .choice(
          name: "department", label: say(.labelDepartment), options: departments,
          isFirstChosen: true),
        .moment(name: "at", label: .labelFoundAt, say), text("text", .helpIncidentText, true),
      ], button: say(.pageRecordIncident))
  }

  func forms(_ opened: OfficeIncident) -> [PageForm] {
    let incident = opened.incident
    let now = setting.office.now
    func may(_ act: IncidentFacts.Act) -> Bool {
      IncidentRules.findings(incident.facts(act, at: now, recordedAt: now)).isEmpty
    }
    func form(
      _ act: String, _ legend: Phrase, _ inputs: [PageForm.Input], _ button: Phrase
    ) -> PageForm {
      PageForm(
        PageLink.incident(site.code, incident: incident.key.id) + "/" + act,
        legend: say(legend), hidden: [(name: "saw", value: SawToken.text(opened.frontier))],
        inputs, button: say(button))
    }
    var forms: [PageForm] = []
    if may(.tell) {
      forms.append(
        form(
          "tell", .helpIncidentTell, [channel, text("text", .labelResponse), .doneAt(say)],
          .pageTellIncident))
    }
    if !incident.isConfirmed, may(.confirm) {
      forms.append(
        form(
          "confirm", .helpIncidentConfirm, [sides, text("text", .labelAgreement), .doneAt(say)],
          .pageConfirmIncident))
    }
    if may(.close) {
      forms.append(
        form("close", .helpIncidentClose, [text("text", .labelOutcome)], .pageCloseIncident))
    }
    if may(.tell) {
      forms.append(
        form(
          "void", .helpIncidentVoid,
          [.line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax)],
          .pageVoidIncident))
    }
    return forms
  }

  /// Most are told by telephone.
  private var channel: PageForm.Input {
    let others = Channel.allCases.filter { $0 != .telephone }
    return .choice(
      name: "channel", label: say(.labelChannel),
      options: ([.telephone] + others).map { (value: $0.name, label: say($0.phrase)) },
      isFirstChosen: true)
  }

  private var sides: PageForm.Input {
    .choice(
      name: "side", label: say(.pageIncidentSides),
      options: Side.allCases.map { side in
        let phrase: Phrase =
          switch side {
          case .both: .pageBothSides
          case .firm: .labelFirmConfirmed
          case .household: .labelHouseholdConfirmed
          }
        return (value: side.rawValue, label: say(phrase))
      })
  }

  private func text(
    _ name: String, _ label: Phrase, _ isRequired: Bool = false
  ) -> PageForm.Input {
    .text(
      name: name, label: say(label), bytesMax: Bounds.textBytesMax, isRequired: isRequired)
  }
}
