import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// 職員提議、申訴表 (R2-13 to R2-18): for whoever may read it, and blank for whoever would rather write.
struct PetitionSheet {
  let words: FormWords

  private typealias Field = PrintedForm.Field

  /// Who writes what, in the order of the form; with room to write.
  private static let parts: [(field: UInt32, label: Phrase, lines: Int)] = [
    (PetitionField.matter, .labelPetitionMatter, 1), (PetitionField.facts, .labelFacts, 3),
    (PetitionField.evidence, .labelEvidence, 1), (PetitionField.wish, .labelWish, 1),
    (PetitionField.reply, .labelPetitionReply, 2),
    (PetitionField.objection, .labelObjection, 1), (PetitionField.finding, .labelFinding, 1),
    (PetitionField.decision, .labelPetitionDecision, 2),
  ]

  func blank(at site: SiteFacts) -> PrintedForm {
    PrintedForm(
      words(.printedPetition), issuer: site.name,
      [
        .ticks(words(.labelKind), words.ticks(PetitionKind?.none) { $0.phrase }),
        .fields([
          [Field(words(.labelEmployee)), Field(words(.labelOwnDepartment))],
          [Field(words(.labelSuperior)), Field(words(.labelSubmittedOn))],
        ]),
      ] + Self.parts.map { .text(label: words($0.label), "", lines: $0.lines) } + [
        .ticks(words(.labelAnswer), words.ticks(PetitionAnswer?.none) { $0.phrase }),
        signatures,
      ])
  }

  /// - Returns: the sheet, and the petition's short identifier.
  func form(
    named name: String, _ laptop: Laptop, _ replica: Replica
  ) throws -> (form: PrintedForm, id: String) {
    let card = try laptop.petitionCard(named: name, replica)
    let petition = card.petition
    let site = try SiteView(replica, petition.key.scope).facts()?.name ?? laptop.office.name
    let id = short(petition.key.id)
    func moment(_ instant: Instant?) -> String {
      instant.map { $0.wallText(in: petition.zone) } ?? ""
    }
    func said(_ deed: Deed?) -> String {
      deed.map { "\(card.name(of: $0.account)) \(moment($0.at))" } ?? ""
    }
    var form = PrintedForm(
      words(.printedPetition), issuer: site, number: id,
      [
        .ticks(words(.labelKind), words.ticks(petition.kind) { $0.phrase }),
        .fields([
          [
            Field(words(.labelEmployee), card.name(of: petition.employee)),
            Field(words(.labelOwnDepartment), words(petition.department.phrase)),
          ],
          [
            Field(words(.labelSuperior), card.name(of: petition.superior)),
            Field(words(.labelSubmittedOn), moment(petition.submittedAt)),
          ],
          [Field(words(.labelState), words(petition.stage.phrase))],
        ]),
      ])
    for part in Self.parts {
      guard let text = card.texts[part.field] else { continue }
      form.blocks.append(.text(label: words(part.label), text, lines: 0))
    }
    if card.isClosed { form.blocks.append(.note(words(.petitionClosedText))) }
    form.blocks += [
      .ticks(words(.labelAnswer), words.ticks(petition.answer) { $0.phrase }),
      .fields([
        [
          Field(words(.labelAcceptedAt), moment(petition.accepted?.at)),
          Field(words(.labelReplyDue), petition.replyDue(card.settings).description),
          Field(words(.labelRepliedAt), moment(petition.replied?.at)),
        ],
        [
          Field(words(.labelEscalatedAt), moment(petition.escalatedAt)),
          Field(
            words(.labelDecisionDue), petition.decisionDue(card.settings)?.description ?? ""),
        ],
        [Field(words(.labelDecidedAt), said(petition.decided))],
      ]), signatures,
    ]
    return (form, id)
  }

  private var signatures: PrintedForm.Block {
    .signatures([
      words(.labelEmployee), words(.labelSuperior), words(.codeGeneralAffairs),
    ])
  }
}
