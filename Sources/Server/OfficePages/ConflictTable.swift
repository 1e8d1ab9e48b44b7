import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// What conflicts are about, and their values, in words; what has no word here, because a later
/// program wrote it, keeps its number.
struct ConflictTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  /// Conflicts in a row each, with all their values.
  func table(_ conflicts: [OpenConflict], on replica: Replica) throws -> PageTable {
    var table = PageTable(
      say(.labelConflicts),
      say.all([.labelSite, .labelRecord, .labelField, .labelValue, .labelPerson]))
    for one in conflicts {
      let people = try one.sides.map { try setting.person($0.account, on: replica) }
      table.append([
        PageCell(one.siteName, url: Self.url(of: one)), PageCell(kind(of: one.record.type)),
        PageCell(field(of: one)),
        PageCell(one.sides.map { value(of: $0, in: one) }.joined(separator: "\n")),
        PageCell(people.joined(separator: "\n")),
      ])
    }
    return table
  }

  static func url(of one: OpenConflict) -> String {
    "/conflicts/\(one.record.scope)/\(one.record.type.number)/\(one.record.id)/\(one.field)"
  }

  func kind(of type: RecordType) -> String {
    switch type {
    case .visit: say(.codeVisit)
    case .opinion: say(.codeOpinion)
    case .signature: say(.labelSignature)
    case .appointment: say(.labelAppointment)
    case .household: say(.labelHousehold)
    case .unit: say(.labelUnit)
    case .site: say(.labelSite)
    case .review: say(.labelReview)
    case .handling: say(.mattersTitle)
    case .summary: say(.helpSummary)
    case .letter: say(.lettersTitle)
    default: type.name
    }
  }

  func field(of one: OpenConflict) -> String {
    let phrase: Phrase? =
      switch one.record.type {
      case .visit: Self.visitFields[one.field]
      case .opinion: Self.opinionFields[one.field]
      case .signature: Self.signatureFields[one.field]
      case .household: Self.householdFields[one.field]
      default: nil
      }
    return phrase.map { say($0) } ?? "\(one.field)"
  }

  /// A code in words; of a telephone the last four digits, as everywhere.
  func value(of side: OpenConflict.Side, in one: OpenConflict) -> String {
    if case .code(set: let set, number: let number) = side.head.value,
      let phrase = Self.phrase(set, Int(number))
    {
      return say(phrase)
    }
    // Who may not read what households say does not read it here.
    if case .sealed = side.head.value, !PageRoute.matters.admits(setting.reader.person.role) {
      return "•••"
    }
    let isTelephone =
      (one.record.type == .visit && one.field == VisitField.telephone)
      || (one.record.type == .household && one.field == HouseholdField.telephone)
      || (one.record.type == .contact && one.field == ContactField.telephone)
    guard isTelephone else { return side.words }
    return "…" + String(String.UnicodeScalarView(side.words.unicodeScalars.suffix(4)))
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

  private static let householdFields: [UInt32: Phrase] = [
    HouseholdField.name: .labelName, HouseholdField.telephone: .labelTelephone,
  ]

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
