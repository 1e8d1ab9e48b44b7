import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A petition as a row, a report and JSON, for those who may see it.
enum PetitionReport {
  static func row(_ card: PetitionCard) -> PetitionRow {
    let petition = card.petition
    let due = petition.decisionDue(card.settings) ?? petition.replyDue(card.settings)
    return PetitionRow(
      id: short(petition.key.id), kind: petition.kind,
      matter: card.texts[PetitionField.matter] ?? "•••",
      employee: card.name(of: petition.employee), superior: card.name(of: petition.superior),
      submittedAt: petition.submittedAt.wallText(in: petition.zone), due: due.description,
      stage: petition.stage)
  }

  static func report(_ card: PetitionCard) -> Report {
    let petition = card.petition
    var report = Report(nil, [.fact(.labelId, .text(petition.key.id.description))])
    func fact(_ label: Phrase, _ moment: Instant?) {
      if let moment { report.append(.fact(label, .moment(moment, petition.zone))) }
    }
    report.append(.fact(.labelKind, .words(petition.kind.phrase)))
    report.append(.fact(.labelState, .words(petition.stage.phrase)))
    report.append(.fact(.labelEmployee, .text(card.name(of: petition.employee))))
    report.append(.fact(.labelSuperior, .text(card.name(of: petition.superior))))
    report.append(.fact(.labelOwnDepartment, .words(petition.department.phrase)))
    fact(.labelSubmittedOn, petition.submittedAt)
    fact(.labelAcceptedAt, petition.accepted?.at)
    report.append(
      .fact(.labelReplyDue, .text(petition.replyDue(card.settings).description)))
    fact(.labelRepliedAt, petition.replied?.at)
    if let answer = petition.answer { report.append(.fact(.labelAnswer, .words(answer.phrase))) }
    fact(.labelEscalatedAt, petition.escalatedAt)
    fact(.labelTakenAt, petition.taken?.at)
    if let due = petition.decisionDue(card.settings) {
      report.append(.fact(.labelDecisionDue, .text(due.description)))
    }
    fact(.labelDecidedAt, petition.decided?.at)
    for (field, label) in PetitionRow.textLabels {
      guard let text = card.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.isClosed { report.append(.warning(Message(.petitionClosedText))) }
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  static func json(_ card: PetitionCard) -> JSON {
    PetitionJSON.object(
      card.petition, texts: card.texts, isClosed: card.isClosed, settings: card.settings,
      policy: card.policy, saw: SawToken.text(card.frontier)
    ) { card.name(of: $0) }
  }

  static func done(_ card: PetitionCard, _ context: FieldContext) -> CommandOutput {
    said(
      card,
      Message(
        .petitionDone, short(card.petition.key.id),
        card.petition.stage.phrase.text(in: context.language)))
  }

  static func said(_ card: PetitionCard, _ message: Message) -> CommandOutput {
    .result(CommandResult(Report(nil, [.note(message)]), .object(["petition": json(card)])))
  }
}
