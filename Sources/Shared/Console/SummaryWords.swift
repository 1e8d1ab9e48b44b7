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

extension SummaryFigure {
  package var phrase: Phrase {
    switch self {
    case .totalUnits: .labelTotalUnits
    case .occupied: .labelOccupied
    case .percent: .labelPercent
    case .quota: .labelQuota
    case .counted: .labelCounted
    case .byManager: .labelManager
    case .bySupervisor: .labelSupervisor
    case .byCompany: .labelCompanyVisits
    case .returnVisits: .labelReturnVisits
    case .repeats: .labelRepeats
    case .voided: .labelVoided
    case .overshoot: .labelOvershoot
    case .late: .labelLateRecords
    case .complaints: .labelComplaints
    case .hardships: .labelHardships
    case .praise: .labelPraise
    }
  }
}
