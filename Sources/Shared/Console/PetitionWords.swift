import RecordCatalogue
package import VisitModel
package import Wording

// Petitions, in words.

extension PetitionKind {
  package var phrase: Phrase {
    self == .suggestion ? .codePetitionSuggestion : .codePetitionAppeal
  }
}

extension PetitionAnswer {
  package var phrase: Phrase { self == .agrees ? .codePetitionAgrees : .codePetitionDisagrees }
}

extension PetitionStage {
  package var phrase: Phrase {
    switch self {
    case .submitted: .codePetitionSubmitted
    case .accepted: .codePetitionAccepted
    case .replied: .codePetitionReplied
    case .escalated: .codePetitionEscalated
    case .decided: .codePetitionDecided
    case .withdrawn: .codePetitionWithdrawn
    case .agreed: .codePetitionAgreed
    }
  }
}

/// A petition as a row of a list, for those who may see it.
package struct PetitionRow: Hashable, Sendable {
  package let id: String
  package let kind: PetitionKind
  package let matter: String
  package let employee: String
  package let superior: String
  package let submittedAt: String
  package let due: String
  package let stage: PetitionStage

  package init(
    id: String, kind: PetitionKind, matter: String, employee: String, superior: String,
    submittedAt: String, due: String, stage: PetitionStage
  ) {
    self.id = id
    self.kind = kind
    self.matter = matter
    self.employee = employee
    self.superior = superior
    self.submittedAt = submittedAt
    self.due = due
    self.stage = stage
  }

  package static let headings: [Phrase] = [
    .labelId, .labelKind, .labelPetitionMatter, .labelEmployee, .labelSuperior,
    .labelSubmittedOn, .labelDueDay, .labelState,
  ]

  /// Without the first, which is the id.
  package var cells: [Cell] {
    [
      .words(Message(kind.phrase)), .text(matter), .text(employee), .text(superior),
      .text(submittedAt), .text(due), .words(Message(stage.phrase)),
    ]
  }

  /// The texts of a petition in the order in which they are read.
  package static let textLabels: [(field: UInt32, label: Phrase)] = [
    (PetitionField.matter, .labelPetitionMatter), (PetitionField.facts, .labelFacts),
    (PetitionField.evidence, .labelEvidence), (PetitionField.wish, .labelWish),
    (PetitionField.reply, .labelPetitionReply), (PetitionField.objection, .labelObjection),
    (PetitionField.finding, .labelFinding), (PetitionField.decision, .labelPetitionDecision),
  ]
}
