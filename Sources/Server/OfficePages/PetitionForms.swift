import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What may be done with petitions: only what the rules let through is offered, and a form sent all the
/// same is refused by them.
struct PetitionForms {
  let setting: PageSetting
  let home: PetitionHome

  private var say: Words { setting.say }

  func file() -> PageForm {
    let kinds = PetitionKind.allCases.map { (value: $0.name, label: say($0.phrase)) }
    let departments = Department.allCases.map { (value: $0.name, label: say($0.phrase)) }
    let inputs: [PageForm.Input] = [
      .choice(name: "kind", label: say(.labelKind), options: kinds, isFirstChosen: true),
      .choice(
        name: "department", label: say(.labelOwnDepartment), options: departments,
        isFirstChosen: true),
      .line(
        name: "to", label: say(.pagePersonName, say(.labelSuperior)),
        bytesMax: Bounds.lineBytesMax),
      text("matter", .labelPetitionMatter), text("facts", .labelFacts),
      text("evidence", .labelEvidence, isRequired: false),
      text("wish", .labelWish, isRequired: false),
    ]
    let legend = [say(.helpPetitionFile), home.name(setting)].joined(separator: " · ")
    return PageForm(
      PageLink.petitions(home.word, "file"), legend: legend, inputs,
      button: say(.pageFilePetition))
  }

  func forms(_ opened: OfficePetition) -> [PageForm] {
    let petition = opened.petition
    let person = setting.reader.person
    func may(_ act: PetitionFacts.Act) -> Bool {
      PetitionRules.findings(
        petition.facts(act, by: person.id, person.role, at: setting.office.now, opened.settings)
      ).isEmpty
    }
    func form(
      _ act: String, _ legend: Phrase, _ inputs: [PageForm.Input], _ button: Phrase
    ) -> PageForm {
      PageForm(
        PageLink.petition(home.word, petition: petition.key.id) + "/" + act,
        legend: say(legend), hidden: [(name: "saw", value: SawToken.text(opened.frontier))],
        inputs, button: say(button))
    }
    var forms: [PageForm] = []
    if petition.accepted == nil, petition.replied == nil, may(.accept) {
      forms.append(form("accept", .helpPetitionAccept, [], .pageAcceptPetition))
    }
    if petition.replied == nil, may(.reply) {
      forms.append(
        form(
          "reply", .helpPetitionReply, [text("text", .labelPetitionReply)], .pageReplyPetition))
    }
    if petition.answer == nil, may(.answer) {
      let answers = PetitionAnswer.allCases.map { (value: $0.name, label: say($0.phrase)) }
      forms.append(
        form(
          "answer", .helpPetitionAnswer,
          [.choice(name: "as", label: say(.labelAnswer), options: answers)],
          .pageAnswerPetition))
    }
    if petition.escalatedAt == nil, may(.escalate) {
      let objection = text("text", .labelObjection, isRequired: petition.replied != nil)
      forms.append(form("escalate", .helpPetitionEscalate, [objection], .pageEscalatePetition))
    }
    if petition.taken == nil, may(.take) {
      forms.append(form("take", .helpPetitionTake, [], .pageTakePetition))
    }
    if may(.decide) {
      let inputs = [
        text("finding", .labelFinding, isRequired: false), text("text", .labelPetitionDecision),
      ]
      forms.append(form("decide", .helpPetitionDecide, inputs, .pageDecidePetition))
    }
    if may(.withdraw) {
      forms.append(
        form(
          "withdraw", .helpPetitionWithdraw,
          [.sure(name: "sure", label: say(.pageWithdrawPetitionSure))],
          .pageWithdrawPetition))
    }
    return forms
  }

  private func text(
    _ name: String, _ label: Phrase, isRequired: Bool = true
  ) -> PageForm.Input {
    .text(
      name: name, label: say(label), bytesMax: Bounds.textBytesMax, isRequired: isRequired)
  }
}
