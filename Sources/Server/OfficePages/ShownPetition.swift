import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// One petition, opened in memory for somebody who may read it: where it stands, what was said, and what
/// its reader may do.
struct ShownPetition {
  let setting: PageSetting
  let home: PetitionHome
  let opened: OfficePetition

  private var say: Words { setting.say }
  private var petition: Petition { opened.petition }

  func page(on replica: Replica) throws -> Page {
    let id = String(petition.key.id.description.prefix(8))
    var page = Page(say(.petitionTitleOne, say(petition.kind.phrase), id))
    page.blocks = setting.printing(
      .printPetition, .petition, home.word, "\(petition.key.id)")
    if opened.isClosed { page.blocks.append(.alert(say(.petitionClosedText))) }
    if petition.isEscalatedByOffice { page.blocks.append(.note(say(.petitionBroughtOn))) }
    page.blocks.append(.facts(try facts(on: replica)))
    let texts = self.texts()
    if !texts.isEmpty { page.blocks.append(.facts(texts)) }
    let forms = PetitionForms(setting: setting, home: home)
    page.blocks += forms.forms(opened).map { Page.Block.form($0) }
    return page
  }

  private func facts(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    var all = try people(on: replica)
    all += try course(on: replica)
    var facts: [(label: String, value: PageCell)] = []
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    return facts
  }

  private func people(on replica: Replica) throws -> [(Phrase, String?)] {
    [
      (.labelId, petition.key.id.description), (.labelSite, home.site?.name),
      (.labelKind, say(petition.kind.phrase)), (.labelState, say(petition.stage.phrase)),
      (.labelEmployee, try setting.person(petition.employee, on: replica)),
      (.labelSuperior, try setting.person(petition.superior, on: replica)),
      (.labelOwnDepartment, say(petition.department.phrase)),
    ]
  }

  private func course(on replica: Replica) throws -> [(Phrase, String?)] {
    let zone = petition.zone
    func said(_ deed: Deed?) throws -> String? {
      try deed.map { deed in
        deed.at.wallText(in: zone) + " " + (try setting.person(deed.account, on: replica))
      }
    }
    return [
      (.labelSubmittedOn, petition.submittedAt.wallText(in: zone)),
      (.labelAcceptedAt, petition.accepted?.at.wallText(in: zone)),
      (.labelReplyDue, petition.replyDue(opened.settings).description),
      (.labelRepliedAt, petition.replied?.at.wallText(in: zone)),
      (.labelAnswer, petition.answer.map { say($0.phrase) }),
      (.labelEscalatedAt, petition.escalatedAt?.wallText(in: zone)),
      (.labelTakenAt, try said(petition.taken)),
      (.labelDecisionDue, petition.decisionDue(opened.settings)?.description),
      (.labelDecidedAt, try said(petition.decided)),
      (.labelPolicy, opened.policy.text),
    ]
  }

  /// In the order in which they are read.
  private func texts() -> [(label: String, value: PageCell)] {
    var texts: [(label: String, value: PageCell)] = []
    for (field, label) in PetitionRow.textLabels {
      guard let text = opened.texts[field] else { continue }
      texts.append((label: say(label), value: PageCell(text)))
    }
    return texts
  }
}
