package import VisitModel
package import Wording

// Code sets are stored by number and written by name in JSON; here are their words for people.

extension Organiser {
  package var phrase: Phrase { self == .site ? .codeSite : .codeCompany }
}

extension VisitMode {
  package var phrase: Phrase {
    switch self {
    case .door: .codeDoor
    case .office: .codeOfficeMode
    case .outdoors: .codeOutdoors
    case .other: .codeOtherMode
    }
  }
}

extension VisitKind {
  package var phrase: Phrase { self == .visit ? .codeVisit : .codeReturnVisit }
}

extension Topic {
  package var phrase: Phrase {
    switch self {
    case .order: .codeTopicOrder
    case .cleaning: .codeTopicCleaning
    case .greening: .codeTopicGreening
    case .repair: .codeTopicRepair
    case .facilities: .codeTopicFacilities
    case .staffCapability: .codeTopicStaff
    case .convenience: .codeTopicConvenience
    case .culture: .codeTopicCulture
    case .responsiveness: .codeTopicResponsiveness
    case .hardship: .codeTopicHardship
    case .other: .codeTopicOther
    }
  }
}

extension OpinionKind {
  package var phrase: Phrase {
    switch self {
    case .opinion: .codeOpinion
    case .suggestion: .codeSuggestion
    case .need: .codeNeed
    case .request: .codeRequest
    case .complaint: .codeComplaint
    case .praise: .codePraise
    }
  }
}

extension SignatureState {
  package var phrase: Phrase {
    switch self {
    case .signed: .codeSigned
    case .refused: .codeRefused
    case .notAsked: .codeNotAsked
    case .notApplicable: .codeNotApplicable
    }
  }
}

extension AttemptOutcome {
  package var phrase: Phrase {
    switch self {
    case .nobodyHome: .codeNobodyHome
    case .refused: .codeRefused
    case .moved: .codeMoved
    }
  }
}

extension UnitKind {
  package var phrase: Phrase {
    switch self {
    case .dwelling: .codeDwelling
    case .shop: .codeShop
    case .office: .codeOfficeUnit
    case .dormitory: .codeDormitory
    case .carPark: .codeCarPark
    }
  }
}

extension Occupancy {
  package var phrase: Phrase {
    switch self {
    case .occupied: .codeOccupied
    case .vacant: .codeVacant
    case .let: .codeLet
    case .renovating: .codeRenovating
    case .undelivered: .codeUndelivered
    }
  }
}

extension Role {
  package var phrase: Phrase {
    switch self {
    case .siteManager: .codeManagerRole
    case .serviceSupervisor: .codeSupervisorRole
    case .serviceOfficer: .codeOfficerRole
    case .frontDeskOfficer: .codeFrontDesk
    case .engineeringSupervisor: .codeEngineering
    case .companyVisitor: .codeCompanyVisitor
    case .companyReviewer: .codeCompanyReviewer
    case .administrator: .codeAdministrator
    case .generalManager: .codeGeneralManager
    case .generalAffairs: .codeGeneralAffairs
    }
  }
}

extension EntryKind {
  package var phrase: Phrase { self == .primary ? .codePrimary : .codeReserve }
}

extension DuplicateCause {
  package var phrase: Phrase {
    switch self {
    case .avoidable: .codeAvoidable
    case .learntLate: .codeLearntLate
    case .unavoidable: .codeUnavoidable
    }
  }
}

extension Relation {
  package var phrase: Phrase {
    switch self {
    case .owner: .codeOwner
    case .family: .codeFamily
    case .tenant: .codeTenant
    case .staff: .codeStaff
    case .other: .codeOtherRelation
    }
  }
}

extension SatisfactionGrade {
  package var phrase: Phrase {
    switch self {
    case .satisfied: .codeSatisfied
    case .fairlySatisfied: .codeFairlySatisfied
    case .notSatisfied: .codeNotSatisfied
    }
  }
}

extension AppointmentChannel {
  package var phrase: Phrase {
    switch self {
    case .telephone: .codeTelephone
    case .message: .codeMessage
    case .inPerson: .codeInPerson
    case .onTheSpot: .codeOnTheSpot
    }
  }
}

extension AppointmentState {
  package var phrase: Phrase { self == .agreed ? .codeAgreed : .codeCancelled }
}
