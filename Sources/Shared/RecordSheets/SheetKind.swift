package import PrintedForms
package import Wording

/// The forms there are. Commands and addresses call them by these names.
package enum SheetKind: String, CaseIterable, Sendable {
  case visit, register, summary, letter, notice, minutes, petition, survey

  /// Of a month of a site, and of none of its records.
  package var isOfMonth: Bool { self == .register || self == .summary }

  /// What stands at the head of a blank one.
  package var title: Phrase {
    switch self {
    case .visit: .printedVisit
    case .register: .printedRegister
    case .summary: .printedSummary
    case .letter: .printedLetter
    case .notice: .printedNotice
    case .minutes: .printedMinutes
    case .petition: .printedPetition
    case .survey: .printedSlip
    }
  }

  /// The form to be filled in by hand. It says nothing but who issues it.
  /// - Parameter issuer: the name of a site, or the company's.
  package func blank(_ words: FormWords, issuer: String) -> PrintedForm {
    switch self {
    case .visit: VisitSheet(words).blank(issuer: issuer)
    case .register: RegisterSheet(words).blank(issuer: issuer)
    case .summary: SummarySheet(words).blank(issuer: issuer)
    case .letter: LetterSheet(words).blank(issuer: issuer)
    case .notice: NoticeSheet(words).blank(issuer: issuer)
    case .minutes: MeetingSheet(words).blank(issuer: issuer)
    case .petition: PetitionSheet(words).blank(issuer: issuer)
    case .survey: SurveySheet(words).blank(issuer: issuer)
    }
  }
}
