package import ConflictFreeRecords
import RecordCatalogue
import VisitModel
import Wording

// The fields of kinds of records that people decide about together, as they are called.

extension RecordWords {
  static let settlement: [UInt32: Phrase] = [
    SettlementField.kind: .labelDecision, SettlementField.reason: .labelReason,
    SettlementField.withdrawnAt: .sidesTakenBack,
  ]

  static let interviewer: [UInt32: Phrase] = [
    InterviewerField.account: .labelPerson, InterviewerField.post: .labelRole,
  ]

  static let reason: [UInt32: Phrase] = [
    ReasonField.rule: .labelRule, ReasonField.text: .labelReason,
  ]

  static let seal: [UInt32: Phrase] = [
    SealField.seal: .labelSeal, SealField.at: .labelWhen, SealField.account: .labelPerson,
  ]

  static let petition: [UInt32: Phrase] = [
    PetitionField.kind: .labelKind, PetitionField.employee: .labelEmployee,
    PetitionField.department: .labelOwnDepartment, PetitionField.superior: .labelSuperior,
    PetitionField.submittedAt: .labelSubmittedOn, PetitionField.matter: .labelPetitionMatter,
    PetitionField.facts: .labelFacts, PetitionField.evidence: .labelEvidence,
    PetitionField.wish: .labelWish, PetitionField.acceptedAt: .labelAcceptedAt,
    PetitionField.reply: .labelReply, PetitionField.repliedAt: .labelRepliedAt,
    PetitionField.answer: .labelAnswer, PetitionField.escalatedAt: .labelEscalatedAt,
    PetitionField.objection: .labelObjection, PetitionField.takenAt: .labelTakenAt,
    PetitionField.finding: .labelFinding, PetitionField.decision: .labelDecision,
    PetitionField.decidedAt: .labelDecidedAt, PetitionField.withdrawnAt: .labelWithdrawn,
  ]

  static let incident: [UInt32: Phrase] = [
    IncidentField.kind: .labelKind, IncidentField.reference: .labelContract,
    IncidentField.department: .labelDepartment, IncidentField.foundAt: .labelFoundAt,
    IncidentField.account: .labelPerson, IncidentField.text: .labelText,
    IncidentField.toldAt: .labelToldHousehold, IncidentField.channel: .labelChannel,
    IncidentField.response: .labelResponse,
    IncidentField.firmConfirmedAt: .labelFirmConfirmed,
    IncidentField.householdConfirmedAt: .labelHouseholdConfirmed,
    IncidentField.agreement: .labelAgreement, IncidentField.outcome: .labelOutcome,
    IncidentField.closedAt: .sidesClosedAt, IncidentField.voidedAt: .labelVoided,
    IncidentField.voidReason: .labelReason,
  ]

  static let survey: [UInt32: Phrase] = [
    SurveyField.kind: .labelKind, SurveyField.title: .labelNoticeTitle,
    SurveyField.steps: .labelSteps, SurveyField.question: .labelQuestion,
    SurveyField.closesOn: .labelClosesOn, SurveyField.distributed: .labelDistributed,
    SurveyField.analysedAt: .labelAnalysedAt, SurveyField.text: .labelText,
    SurveyField.publishedBy: .labelPublishedAt, SurveyField.withdrawnAt: .labelWithdrawn,
    SurveyField.withdrawReason: .labelReason,
  ]

  /// Whether an integer in it says yes (1) or no.
  package static func isFlag(_ number: UInt32, of type: RecordType) -> Bool {
    switch type {
    case .opinion: [OpinionField.wantsFeedback, OpinionField.proposesFeedback].contains(number)
    case .letter: number == LetterField.isAccepted
    case .notice: number == NoticeField.isEmergency
    case .household: number == HouseholdField.isRestricted
    default: false
    }
  }

  /// Whether an integer in it is a month: year × 100 + month.
  package static func isMonth(_ number: UInt32, of type: RecordType) -> Bool {
    switch type {
    case .visit: number == VisitField.month
    case .contact: number == ContactField.month
    default: false
    }
  }

  /// Whether an integer in it is a set of topics: the sum of 2^(code − 1).
  package static func isTopics(_ number: UInt32, of type: RecordType) -> Bool {
    type == .visit && number == VisitField.topicsWithoutOpinion
  }
}
