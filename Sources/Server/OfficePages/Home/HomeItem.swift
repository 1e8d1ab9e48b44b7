import VisitModel
import Wording

/// One thing that may need somebody now. Each is a line of the first page and a page of its own with the rows
/// behind the number of that line; its name stands in the address (`/queue/reviews`) and is never changed.
enum HomeItem: String, CaseIterable, Hashable, Sendable {
  case returned, overdue
  case reviews, recontacts, complaints, matters
  case submissions, approvals, decisions, beyond, lettersAnswered, lettersToAnswer
  case conflicts, duplicates
  case appointments, households, feedback, due, escalated
  case held, confirmations, laptops

  /// What each post has before it, what presses most first: the one table of it.
  static func queue(of role: Role) -> [HomeItem] {
    switch role {
    case .siteManager:
      [
        .returned, .overdue, .approvals, .decisions, .beyond, .lettersAnswered, .reviews,
        .recontacts, .conflicts, .duplicates, .feedback, .appointments, .households, .due,
      ]
    case .serviceSupervisor:
      [
        .returned, .overdue, .reviews, .recontacts, .conflicts, .complaints, .matters,
        .submissions, .duplicates, .feedback, .appointments, .households, .due,
      ]
    case .serviceOfficer: [.returned, .overdue, .appointments, .households, .feedback, .due]
    case .frontDeskOfficer: [.returned, .overdue, .matters, .feedback, .appointments, .due]
    case .engineeringSupervisor: [.returned, .overdue, .appointments, .feedback, .due]
    case .companyVisitor: [.returned, .overdue, .appointments, .households, .feedback, .due]
    case .companyReviewer:
      [
        .returned, .overdue, .duplicates, .conflicts, .lettersToAnswer, .approvals, .reviews,
        .recontacts, .escalated, .due,
      ]
    case .administrator:
      [
        .held, .confirmations, .laptops, .conflicts, .duplicates, .lettersToAnswer, .overdue,
        .escalated,
        .due,
      ]
    case .generalManager: [.overdue, .escalated, .due]
    case .generalAffairs: [.overdue, .due]
    }
  }

  /// What the line says there is.
  var title: Phrase {
    switch self {
    case .returned: .homeReturned
    case .overdue: .homeOverdue
    case .reviews: .homeReviews
    case .recontacts: .homeRecontacts
    case .complaints: .homeComplaints
    case .matters: .homeMatters
    case .submissions: .homeSubmissions
    case .approvals: .homeApprovals
    case .decisions: .homeDecisions
    case .beyond: .homeBeyond
    case .lettersAnswered: .homeLettersAnswered
    case .lettersToAnswer: .homeLettersToAnswer
    case .conflicts: .homeConflicts
    case .duplicates: .homeDuplicates
    case .appointments: .homeAppointments
    case .households: .homeHouseholds
    case .feedback: .homeFeedback
    case .due: .homeDue
    case .escalated: .homeEscalated
    case .held: .pageHeld
    case .confirmations: .homeConfirmations
    case .laptops: .homeLaptops
    }
  }

  /// What the moment of a row is: from when on it waits, or when it is due.
  var moment: Phrase {
    switch self {
    case .overdue, .due, .submissions, .approvals, .decisions, .lettersToAnswer, .feedback,
      .households:
      .labelDueDay
    case .appointments: .labelStart
    case .laptops: .labelLastContact
    case .returned, .reviews, .recontacts, .complaints, .matters, .beyond, .lettersAnswered,
      .conflicts, .duplicates, .escalated, .held, .confirmations:
      .homeSince
    }
  }

  /// The page that has all of the kind, also what asks nothing of this reader; nothing where there is none.
  var whole: PageRoute? {
    switch self {
    case .reviews, .recontacts: .reviews
    case .complaints, .matters, .feedback: .matters
    case .lettersAnswered, .lettersToAnswer: .letters
    case .conflicts: .conflicts
    case .duplicates: .duplicates
    case .overdue, .due, .escalated: .due
    case .households: .plan
    case .held: .held
    case .confirmations, .laptops: .devices
    case .returned, .submissions, .approvals, .decisions, .beyond, .appointments: nil
    }
  }
}
