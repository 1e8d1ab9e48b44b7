package import ConflictFreeRecords
import RecordCatalogue
import VisitModel
package import Wording

/// Kinds of records, their fields and their codes as people call them; what has no word here, because a
/// later program wrote it, keeps its name or its number.
package enum RecordWords {
  package static func kind(_ type: RecordType) -> Phrase? {
    switch type {
    case .visit: .codeVisit
    case .opinion: .codeOpinion
    case .signature: .labelSignature
    case .appointment: .labelAppointment
    case .household: .labelHousehold
    case .unit: .labelUnit
    case .site: .labelSite
    case .contact: .labelChannel
    case .review: .labelReview
    case .recontact: .labelRecontact
    case .handling: .mattersTitle
    case .summary: .helpSummary
    case .letter: .lettersTitle
    case .notice: .codeNotice
    case .posting: .codePosting
    case .seal: .codeSeal
    case .meeting: .codeMeeting
    case .meetingTask: .codeMeetingTask
    case .petition: .codePetition
    case .incident: .codeIncident
    case .survey, .surveyResponse: .codeSurvey
    case .settlement: .labelDecision
    case .interviewer: .labelInterviewers
    case .reason: .labelReason
    default: nil
    }
  }

  package static func field(_ number: UInt32, of type: RecordType) -> Phrase? {
    fields[type]?[number]
  }

  /// Whether it holds a telephone, which shows its last four digits.
  package static func isTelephone(_ number: UInt32, of type: RecordType) -> Bool {
    switch type {
    case .visit: number == VisitField.telephone
    case .household: number == HouseholdField.telephone
    case .contact: number == ContactField.telephone
    default: false
    }
  }

  private static let fields: [RecordType: [UInt32: Phrase]] = [
    .visit: visit, .opinion: opinion, .signature: signature, .household: household,
    .contact: contact, .review: review, .recontact: recontact, .handling: handling,
    .summary: summary, .letter: letter, .notice: notice, .posting: posting, .meeting: meeting,
    .meetingTask: meetingTask, .settlement: settlement, .interviewer: interviewer,
    .reason: reason, .seal: seal, .petition: petition, .incident: incident, .survey: survey,
  ]

  private static let visit: [UInt32: Phrase] = [
    VisitField.mode: .labelMode, VisitField.start: .labelStart, VisitField.end: .labelEnd,
    VisitField.month: .labelMonth, VisitField.round: .labelRound,
    VisitField.place: .labelPlace, VisitField.metName: .labelMet,
    VisitField.relation: .labelRelation, VisitField.telephone: .labelTelephone,
    VisitField.satisfaction: .labelSatisfaction, VisitField.remark: .labelRemark,
    VisitField.voidedAt: .labelVoided, VisitField.voidReason: .labelReason,
    VisitField.topicsWithoutOpinion: .labelNoOpinionOn,
  ]

  private static let opinion: [UInt32: Phrase] = [
    OpinionField.order: .labelOrder, OpinionField.topic: .labelTopic,
    OpinionField.kind: .labelKind, OpinionField.text: .labelText,
    OpinionField.wantsFeedback: .labelFeedback, OpinionField.urgency: .labelUrgency,
  ]

  private static let signature: [UInt32: Phrase] = [
    SignatureField.state: .labelSignature, SignatureField.reason: .labelReason,
    SignatureField.takenAt: .labelWhen,
  ]

  private static let household: [UInt32: Phrase] = [
    HouseholdField.name: .labelName, HouseholdField.telephone: .labelTelephone,
  ]

  private static let contact: [UInt32: Phrase] = [
    ContactField.channel: .labelChannel, ContactField.at: .labelSaidAt,
    ContactField.metName: .labelMet, ContactField.relation: .labelRelation,
    ContactField.telephone: .labelTelephone, ContactField.method: .labelMethod,
    ContactField.voidedAt: .labelVoided, ContactField.voidReason: .labelReason,
  ]

  private static let review: [UInt32: Phrase] = [
    ReviewField.state: .labelState, ReviewField.account: .labelReviewer,
    ReviewField.at: .labelWhen, ReviewField.assignee: .labelOwing, ReviewField.part: .labelPart,
    ReviewField.comment: .labelComment, ReviewField.reply: .labelReply,
  ]

  private static let recontact: [UInt32: Phrase] = [
    RecontactField.outcome: .labelOutcome, RecontactField.account: .labelPerson,
    RecontactField.at: .labelWhen, RecontactField.remark: .labelRemark,
  ]

  private static let handling: [UInt32: Phrase] = [
    HandlingField.state: .labelState, HandlingField.department: .labelDepartment,
    HandlingField.handler: .labelHandler, HandlingField.reference: .labelReference,
    HandlingField.status: .labelStatusThere, HandlingField.outcome: .labelOutcome,
    HandlingField.account: .labelPerson, HandlingField.at: .labelWhen,
    HandlingField.decision: .labelDecision, HandlingField.measure: .labelMeasure,
    HandlingField.decidedAt: .labelDecidedAt,
  ]

  private static let summary: [UInt32: Phrase] = [
    SummaryField.state: .labelState, SummaryField.account: .labelReviewer,
    SummaryField.at: .labelWhen, SummaryField.author: .labelAuthor,
    SummaryField.submittedAt: .labelSubmittedAt, SummaryField.text: .labelWords,
    SummaryField.digest: .labelDigest2, SummaryField.comment: .labelComment,
  ]

  private static let letter: [UInt32: Phrase] = [
    LetterField.number: .labelNumber, LetterField.subject: .labelSubject,
    LetterField.background: .labelBackground, LetterField.proposal: .labelProposal,
    LetterField.replyBy: .labelReplyBy, LetterField.isAccepted: .labelAccepted,
    LetterField.reply: .labelReplyText,
  ]

  private static let notice: [UInt32: Phrase] = [
    NoticeField.kind: .labelKind, NoticeField.form: .labelForm, NoticeField.issuer: .labelIssuer,
    NoticeField.title: .labelNoticeTitle, NoticeField.body: .labelText,
    NoticeField.reach: .labelReach, NoticeField.start: .labelStart, NoticeField.end: .labelEnd,
    NoticeField.cause: .labelNoticeCause, NoticeField.preparation: .labelPreparation,
    NoticeField.supply: .labelSupply, NoticeField.telephone: .labelOfficeTelephone,
    NoticeField.validUntil: .labelValidUntil, NoticeField.department: .labelDepartment,
    NoticeField.requestedAt: .labelRequestedAt, NoticeField.issuedAt: .labelIssuedAt,
    NoticeField.isEmergency: .labelEmergency, NoticeField.emergencyReason: .labelReason,
    NoticeField.emergencyApprover: .labelApprover, NoticeField.number: .labelNoticeNumber,
    NoticeField.withdrawnAt: .labelWithdrawn, NoticeField.withdrawReason: .labelReason,
    NoticeField.archivePlace: .labelPlace, NoticeField.archivedAt: .labelArchivedAt,
  ]

  private static let posting: [UInt32: Phrase] = [
    PostingField.place: .labelPlace, PostingField.at: .labelPostedAt,
    PostingField.account: .labelPerson, PostingField.takenDownAt: .labelTakenDown,
    PostingField.mistakenAt: .labelMistaken,
  ]

  private static let meeting: [UInt32: Phrase] = [
    MeetingField.day: .labelDay, MeetingField.start: .labelStart, MeetingField.end: .labelEnd,
    MeetingField.place: .labelPlace, MeetingField.chair: .labelChair,
    MeetingField.minuteTaker: .labelMinuteTaker, MeetingField.present: .labelPresent,
    MeetingField.absent: .labelAbsent, MeetingField.review: .labelLookedBack,
    MeetingField.points: .labelPoints, MeetingField.decisions: .labelDecisions,
    MeetingField.next: .labelNextMeeting, MeetingField.skippedReason: .labelReason,
    MeetingField.confirmedAt: .labelConfirmedAt,
  ]

  private static let meetingTask: [UInt32: Phrase] = [
    MeetingTaskField.text: .labelText, MeetingTaskField.account: .labelPerson,
    MeetingTaskField.due: .labelDueDay, MeetingTaskField.doneAt: .labelDone,
  ]

  /// - Returns: nothing for a set or a member that this program does not know.
  package static func code(_ set: UInt32, _ number: Int) -> Phrase? {
    switch set {
    case VisitMode.setNumber: VisitMode(rawValue: number)?.phrase
    case Relation.setNumber: Relation(rawValue: number)?.phrase
    case SatisfactionGrade.setNumber: SatisfactionGrade(rawValue: number)?.phrase
    case SignatureState.setNumber: SignatureState(rawValue: number)?.phrase
    case Topic.setNumber: Topic(rawValue: number)?.phrase
    case OpinionKind.setNumber: OpinionKind(rawValue: number)?.phrase
    case AppointmentState.setNumber: AppointmentState(rawValue: number)?.phrase
    case Occupancy.setNumber: Occupancy(rawValue: number)?.phrase
    case Channel.setNumber: Channel(rawValue: number)?.phrase
    case CommunicationMethod.setNumber: CommunicationMethod(rawValue: number)?.phrase
    case ReviewState.setNumber: ReviewState(rawValue: number)?.phrase
    case ReviewedPart.setNumber: ReviewedPart(rawValue: number)?.phrase
    case RecontactOutcome.setNumber: RecontactOutcome(rawValue: number)?.phrase
    case MatterState.setNumber: MatterState(rawValue: number)?.phrase
    case Department.setNumber: Department(rawValue: number)?.phrase
    case ProcedureStatus.setNumber: ProcedureStatus(rawValue: number)?.phrase
    case SummaryState.setNumber: SummaryState(rawValue: number)?.phrase
    case MatterDecisionKind.setNumber: MatterDecisionKind(rawValue: number)?.phrase
    case NoticeKind.setNumber: NoticeKind(rawValue: number)?.phrase
    case NoticeForm.setNumber: NoticeForm(rawValue: number)?.phrase
    case NoticeIssuer.setNumber: NoticeIssuer(rawValue: number)?.phrase
    case SealKind.setNumber: SealKind(rawValue: number)?.phrase
    case NoticeReach.setNumber: NoticeReach(rawValue: number)?.phrase
    case PostingPlace.setNumber: PostingPlace(rawValue: number)?.phrase
    case SignPhase.setNumber: SignPhase(rawValue: number)?.phrase
    case MeetingKind.setNumber: MeetingKind(rawValue: number)?.phrase
    case PetitionKind.setNumber: PetitionKind(rawValue: number)?.phrase
    case IncidentKind.setNumber: IncidentKind(rawValue: number)?.phrase
    case SurveyKind.setNumber: SurveyKind(rawValue: number)?.phrase
    case SurveyWay.setNumber: SurveyWay(rawValue: number)?.phrase
    case PetitionAnswer.setNumber: PetitionAnswer(rawValue: number)?.phrase
    case SettlementKind.setNumber: SettlementKind(rawValue: number)?.phrase
    case Role.setNumber: Role(rawValue: number)?.phrase
    case Organiser.setNumber: Organiser(rawValue: number)?.phrase
    case VisitKind.setNumber: VisitKind(rawValue: number)?.phrase
    default: nil
    }
  }
}
