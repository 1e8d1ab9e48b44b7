package import VisitModel
package import Wording

// The code sets of the monthly summary, in words.

extension SummaryState {
  package var phrase: Phrase {
    switch self {
    case .submitted: .codeSummarySubmitted
    case .returned: .codeSummaryReturned
    case .approved: .codeSummaryApproved
    }
  }
}

extension MatterDecisionKind {
  package var phrase: Phrase {
    switch self {
    case .measure: .codeDecisionMeasure
    case .noMeasure: .codeDecisionNone
    case .beyondAuthority: .codeDecisionBeyond
    }
  }
}
