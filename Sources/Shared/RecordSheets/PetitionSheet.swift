package import CommunicationPolicy
import ConflictFreeRecords
import Console
package import PrintedForms
import RecordCatalogue
package import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// 職員提議、申訴表 (R2-13 to R2-18): for whoever may read it, and blank for whoever would rather write.
package struct PetitionSheet {
  /// A petition whose texts were opened, where they could be, for somebody who may read it.
  package struct Opened {
    let petition: Petition
    let texts: [UInt32: String]
    let isClosed: Bool
    let settings: PolicySettings

    /// - Parameters:
    ///   - texts: by field number.
    ///   - isClosed: there is a text that cannot be opened here.
    ///   - settings: in force on the day it was handed in.
    package init(
      _ petition: Petition, texts: [UInt32: String], isClosed: Bool, settings: PolicySettings
    ) {
      self.petition = petition
      self.texts = texts
      self.isClosed = isClosed
      self.settings = settings
    }
  }

  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field

  /// Who writes what, in the order of the form; with room to write.
  private static let parts: [(field: UInt32, label: Phrase, lines: Int)] = [
    (PetitionField.matter, .labelPetitionMatter, 1), (PetitionField.facts, .labelFacts, 3),
    (PetitionField.evidence, .labelEvidence, 1), (PetitionField.wish, .labelWish, 1),
    (PetitionField.reply, .labelPetitionReply, 2),
    (PetitionField.objection, .labelObjection, 1), (PetitionField.finding, .labelFinding, 1),
    (PetitionField.decision, .labelPetitionDecision, 2),
  ]

  package func blank(issuer: String) -> PrintedForm {
    PrintedForm(
      words(.printedPetition), issuer: issuer,
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

  /// - Parameter issuer: the site, or the company.
  package func form(
    of opened: Opened, issuer: String, _ reader: RecordReader
  ) throws -> PrintedForm {
    let petition = opened.petition
    func moment(_ instant: Instant?) -> String {
      instant.map { $0.wallText(in: petition.zone) } ?? ""
    }
    func said(_ deed: Deed?) throws -> String {
      try deed.map { "\(try reader.name(of: $0.account)) \(moment($0.at))" } ?? ""
    }
    var form = PrintedForm(
      words(.printedPetition), issuer: issuer, number: short(petition.key.id),
      [
        .ticks(words(.labelKind), words.ticks(petition.kind) { $0.phrase }),
        .fields([
          [
            Field(words(.labelEmployee), try reader.name(of: petition.employee)),
            Field(words(.labelOwnDepartment), words(petition.department.phrase)),
          ],
          [
            Field(words(.labelSuperior), try reader.name(of: petition.superior)),
            Field(words(.labelSubmittedOn), moment(petition.submittedAt)),
          ],
          [Field(words(.labelState), words(petition.stage.phrase))],
        ]),
      ])
    for part in Self.parts {
      guard let text = opened.texts[part.field] else { continue }
      form.blocks.append(.text(label: words(part.label), text, lines: 0))
    }
    if opened.isClosed { form.blocks.append(.note(words(.petitionClosedText))) }
    form.blocks += [
      .ticks(words(.labelAnswer), words.ticks(petition.answer) { $0.phrase }),
      .fields([
        [
          Field(words(.labelAcceptedAt), moment(petition.accepted?.at)),
          Field(words(.labelReplyDue), petition.replyDue(opened.settings).description),
          Field(words(.labelRepliedAt), moment(petition.replied?.at)),
        ],
        [
          Field(words(.labelEscalatedAt), moment(petition.escalatedAt)),
          Field(
            words(.labelDecisionDue), petition.decisionDue(opened.settings)?.description ?? ""),
        ],
        [Field(words(.labelDecidedAt), try said(petition.decided))],
      ]), signatures,
    ]
    return form
  }

  private var signatures: PrintedForm.Block {
    .signatures([
      words(.labelEmployee), words(.labelSuperior), words(.codeGeneralAffairs),
    ])
  }
}
