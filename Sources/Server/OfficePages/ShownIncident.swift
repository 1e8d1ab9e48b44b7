import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// One incident with its words, opened in memory: where it stands, and the forms to go on.
struct ShownIncident {
  let setting: PageSetting
  let site: SiteFacts
  let opened: OfficeIncident

  private var say: Words { setting.say }
  private var incident: Incident { opened.incident }

  func page(on replica: Replica) throws -> Page {
    let unit = opened.unitCode ?? say(.labelNobody)
    var page = Page(say(.incidentTitleOne, say(incident.kind.phrase), unit))
    if opened.isClosed { page.blocks.append(.alert(say(.meetingOfPast))) }
    page.blocks.append(.facts(try facts(on: replica)))
    let texts = self.texts()
    if !texts.isEmpty { page.blocks.append(.facts(texts)) }
    if opened.due.isProvisional { page.blocks.append(.note(say(.obligationsProvisional))) }
    let forms = IncidentForms(setting: setting, site: site)
    page.blocks += forms.forms(opened).map { Page.Block.form($0) }
    return page
  }

  private func facts(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    let zone = incident.zone
    func said(_ deed: Deed?) throws -> String? {
      try deed.map { deed in
        deed.at.wallText(in: zone) + " " + (try setting.person(deed.account, on: replica))
      }
    }
    let finder = try setting.person(incident.account, on: replica)
    let all: [(Phrase, String?)] = [
      (.labelId, incident.key.id.description), (.labelKind, say(incident.kind.phrase)),
      (.labelState, say(incident.stage.phrase)), (.labelContract, incident.reference),
      (.labelDepartment, say(incident.department.phrase)),
      (.labelFoundAt, incident.foundAt.wallText(in: zone) + " " + finder),
      (.labelDueDay, opened.dueText), (.labelToldHousehold, try said(incident.told)),
      (.labelChannel, incident.channel.map { say($0.phrase) }),
      (.labelFirmConfirmed, try said(incident.firmConfirmed)),
      (.labelHouseholdConfirmed, try said(incident.householdConfirmed)),
      (.labelPolicy, opened.policy.text),
    ]
    var facts: [(label: String, value: PageCell)] = [
      (label: say(.labelSite), value: setting.link(to: site)),
      (
        label: say(.labelUnit),
        value: PageCell(opened.unitCode ?? "–", url: PageLink.household(incident.household))
      ),
    ]
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    return facts
  }

  /// In the order in which they are read.
  private func texts() -> [(label: String, value: PageCell)] {
    var texts: [(label: String, value: PageCell)] = []
    for (field, label) in IncidentRow.textLabels {
      guard let text = opened.texts[field] else { continue }
      texts.append((label: say(label), value: PageCell(text)))
    }
    return texts
  }
}
