import RecordCatalogue
package import VisitModel
package import Wording

// Incidents, in words.

extension IncidentKind {
  package var phrase: Phrase {
    switch self {
    case .contractQuery: .codeContractQuery
    case .contractChange: .codeContractChange
    case .propertyLost: .codePropertyLost
    case .propertyDamaged: .codePropertyDamaged
    case .propertyUnfit: .codePropertyUnfit
    }
  }
}

extension IncidentStage {
  package var phrase: Phrase {
    switch self {
    case .found: .codeIncidentFound
    case .told: .codeIncidentTold
    case .confirmed: .codeIncidentConfirmed
    case .closed: .codeIncidentClosed
    case .voided: .codeIncidentVoided
    }
  }
}

/// An incident as a row of a list: the same on a laptop and at the office.
package struct IncidentRow: Hashable, Sendable {
  package let id: String
  package let kind: IncidentKind
  package let unit: String
  package let reference: String
  package let foundAt: String
  package let due: String
  package let toldAt: String
  package let stage: IncidentStage

  package init(
    id: String, kind: IncidentKind, unit: String, reference: String, foundAt: String,
    due: String, toldAt: String, stage: IncidentStage
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.reference = reference
    self.foundAt = foundAt
    self.due = due
    self.toldAt = toldAt
    self.stage = stage
  }

  package static let headings: [Phrase] = [
    .labelId, .labelKind, .labelUnit, .labelContract, .labelFoundAt, .labelDueDay,
    .labelToldHousehold, .labelState,
  ]

  /// Without the first, which is the id.
  package var cells: [Cell] {
    [
      .words(Message(kind.phrase)), .text(unit), .text(reference), .text(foundAt), .text(due),
      .text(toldAt), .words(Message(stage.phrase)),
    ]
  }

  /// The texts of an incident in the order in which they are read.
  package static let textLabels: [(field: UInt32, label: Phrase)] = [
    (IncidentField.text, .labelText), (IncidentField.response, .labelResponse),
    (IncidentField.agreement, .labelAgreement), (IncidentField.outcome, .labelOutcome),
    (IncidentField.voidReason, .labelReason),
  ]
}
