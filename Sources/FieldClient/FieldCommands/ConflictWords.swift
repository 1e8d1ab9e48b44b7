import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import VisitModel
import Wording

/// What a conflict is about, and its values, as people call them; what has no name here, because a
/// later program wrote it, keeps its number.
extension Conflict {
  var kindCell: Cell {
    switch record.type {
    case .visit: .words(.codeVisit)
    case .opinion: .words(.codeOpinion)
    case .signature: .words(.labelSignature)
    case .appointment: .words(.labelAppointment)
    case .household: .words(.labelHousehold)
    case .unit: .words(.labelUnit)
    case .site: .words(.labelSite)
    case .review: .words(.labelReview)
    case .handling: .words(.mattersTitle)
    case .summary: .words(.helpSummary)
    case .letter: .words(.lettersTitle)
    default: .text(record.type.name)
    }
  }

  var fieldCell: Cell {
    fieldPhrase.map(Cell.words) ?? .number(Int(field))
  }

  private var fieldPhrase: Phrase? {
    switch record.type {
    case .visit: Self.visitFields[field]
    case .opinion: Self.opinionFields[field]
    case .signature: Self.signatureFields[field]
    default: nil
    }
  }

  private static let visitFields: [UInt32: Phrase] = [
    VisitField.mode: .labelMode, VisitField.start: .labelStart, VisitField.end: .labelEnd,
    VisitField.month: .labelMonth, VisitField.round: .labelRound,
    VisitField.place: .labelPlace, VisitField.metName: .labelMet,
    VisitField.relation: .labelRelation, VisitField.telephone: .labelTelephone,
    VisitField.satisfaction: .labelSatisfaction, VisitField.remark: .labelRemark,
    VisitField.voidedAt: .labelVoided, VisitField.voidReason: .labelReason,
  ]

  private static let opinionFields: [UInt32: Phrase] = [
    OpinionField.order: .labelOrder, OpinionField.topic: .labelTopic,
    OpinionField.kind: .labelKind, OpinionField.text: .labelText,
    OpinionField.wantsFeedback: .labelFeedback,
  ]

  private static let signatureFields: [UInt32: Phrase] = [
    SignatureField.state: .labelSignature, SignatureField.reason: .labelReason,
    SignatureField.takenAt: .labelWhen,
  ]

  func cell(of side: Side) -> Cell {
    if case .code(set: let set, number: let number) = side.head.value,
      let phrase = Self.phrase(set, Int(number))
    {
      return .words(phrase)
    }
    return .text(text(of: side))
  }

  /// A telephone shows its last four digits, as everywhere.
  func text(of side: Side) -> String {
    let isTelephone =
      (record.type == .visit && field == VisitField.telephone)
      || (record.type == .household && field == HouseholdField.telephone)
      || (record.type == .contact && field == ContactField.telephone)
    return isTelephone ? HouseholdTable.masked(side.text) ?? side.text : side.text
  }

  private static func phrase(_ set: UInt32, _ number: Int) -> Phrase? {
    switch set {
    case VisitMode.setNumber: VisitMode(rawValue: number)?.phrase
    case Relation.setNumber: Relation(rawValue: number)?.phrase
    case SatisfactionGrade.setNumber: SatisfactionGrade(rawValue: number)?.phrase
    case SignatureState.setNumber: SignatureState(rawValue: number)?.phrase
    case Topic.setNumber: Topic(rawValue: number)?.phrase
    case OpinionKind.setNumber: OpinionKind(rawValue: number)?.phrase
    case AppointmentState.setNumber: AppointmentState(rawValue: number)?.phrase
    case Occupancy.setNumber: Occupancy(rawValue: number)?.phrase
    case ReviewState.setNumber: ReviewState(rawValue: number)?.phrase
    case ReviewedPart.setNumber: ReviewedPart(rawValue: number)?.phrase
    case RecontactOutcome.setNumber: RecontactOutcome(rawValue: number)?.phrase
    case MatterState.setNumber: MatterState(rawValue: number)?.phrase
    case Department.setNumber: Department(rawValue: number)?.phrase
    case ProcedureStatus.setNumber: ProcedureStatus(rawValue: number)?.phrase
    case SummaryState.setNumber: SummaryState(rawValue: number)?.phrase
    case MatterDecisionKind.setNumber: MatterDecisionKind(rawValue: number)?.phrase
    default: nil
    }
  }
}
