package import ConflictFreeRecords

/// The ways in which records are found from what they belong to. A store keeps these references in an
/// index, and no others: an index nobody asks costs a third of storing a visit
/// (docs/decisions/0023-links-that-are-followed.md).
package struct Belonging: Hashable, Sendable {
  package let type: RecordType
  /// The field that names the other record.
  package let field: UInt32

  private init(_ type: RecordType, _ field: UInt32) {
    self.type = type
    self.field = field
  }

  package static let assignmentOfAccount = Belonging(.assignment, AssignmentField.account)
  package static let appointmentOfHousehold = Belonging(
    .appointment, AppointmentField.household)
  package static let attemptAtHousehold = Belonging(.attempt, AttemptField.household)
  package static let drawEntryOfDraw = Belonging(.drawEntry, DrawEntryField.draw)
  package static let drawEntryOfHousehold = Belonging(.drawEntry, DrawEntryField.household)
  package static let interviewerOfVisit = Belonging(.interviewer, InterviewerField.visit)
  package static let matterOfLetter = Belonging(.letterMatter, LetterMatterField.letter)
  package static let letterOfMatter = Belonging(.letterMatter, LetterMatterField.matter)
  package static let amendmentOfSummary = Belonging(
    .summaryAmendment, SummaryAmendmentField.summary)
  package static let noteOfVisit = Belonging(.confidentialNote, ConfidentialNoteField.visit)
  package static let opinionOfVisit = Belonging(.opinion, OpinionField.visit)
  package static let reasonAbout = Belonging(.reason, ReasonField.about)
  package static let contactOfHousehold = Belonging(.contact, ContactField.household)
  package static let visitOfHousehold = Belonging(.visit, VisitField.household)
  package static let placeOfNotice = Belonging(.noticePlace, NoticePlaceField.notice)
  package static let postingOfNotice = Belonging(.posting, PostingField.notice)
  package static let sealOfNotice = Belonging(.seal, SealField.notice)
  package static let checkOfNotice = Belonging(.signCheck, SignCheckField.notice)
  package static let taskOfMeeting = Belonging(.meetingTask, MeetingTaskField.meeting)
  package static let responseOfSurvey = Belonging(
    .surveyResponse, SurveyResponseField.survey)
  /// Return visits, by the matter they go back to.
  package static let visitAboutMatter = Belonging(.visit, VisitField.earlierMatter)

  package static let all: Set<Belonging> = [
    assignmentOfAccount, appointmentOfHousehold, attemptAtHousehold, contactOfHousehold,
    drawEntryOfDraw,
    drawEntryOfHousehold, matterOfLetter, letterOfMatter, amendmentOfSummary, interviewerOfVisit,
    noteOfVisit, opinionOfVisit, reasonAbout,
    visitOfHousehold, visitAboutMatter, placeOfNotice, postingOfNotice, sealOfNotice,
    checkOfNotice, taskOfMeeting, responseOfSurvey,
  ]

  /// Only what is said in the record's own scope counts: another scope's word reaches some replicas and
  /// not others, and what they show would differ.
  package var staysInScope: Bool { self != .assignmentOfAccount }

  private static let fieldsByType: [RecordType: [UInt32]] = Dictionary(grouping: all, by: \.type)
    .mapValues { $0.map(\.field).sorted() }

  /// The fields of a type by which its records are found, ascending.
  package static func fields(of type: RecordType) -> [UInt32] { fieldsByType[type] ?? [] }
}
