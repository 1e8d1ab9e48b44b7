// Code sets of matters: what households say, wherever it was said, and what becomes of it.

/// The channels of R1-08 by which firm and households speak with each other, both ways (R3-01); the list is
/// open.
package enum Channel: Int, CodeSet {
  case bulletin = 1, publicityBoard, telephone, conversation, opinionBox, returnVisit, periodical
  case communityActivity, letter, questionnaire, noticeSlip, network, sign, everydayContact, other

  /// Something can be heard through it; the others only speak.
  package var brings: Bool {
    switch self {
    case .bulletin, .publicityBoard, .periodical, .noticeSlip, .sign: false
    case .telephone, .conversation, .opinionBox, .returnVisit, .communityActivity, .letter,
      .questionnaire, .network, .everydayContact, .other:
      true
    }
  }
}

/// The seven methods of R1-07 by which the firm learns what households need (R3-07); the list is open. What
/// is found in daily management and has to be talked over is one of them (R1-29).
package enum CommunicationMethod: Int, CodeSet {
  case walkRound = 1, everydayContact, dailyManagement, visit, returnVisit, questionnaire, report
  case other

  /// It is recorded as a visit, and counted there; every other as a contact.
  package var isVisit: Bool { self == .visit || self == .returnVisit }

  /// By which something came that was heard through a channel, unless somebody says otherwise.
  package init(through channel: Channel) {
    switch channel {
    case .questionnaire: self = .questionnaire
    case .returnVisit: self = .returnVisit
    default: self = .everydayContact
    }
  }
}

/// What has become of a matter; one without any is open.
package enum MatterState: Int, CodeSet {
  /// With the department that is to see to it (R1-55).
  case routed = 1
  /// With the complaint procedure, which is not ours (R1-42, R1-54).
  case handedOver
  case closed
  /// Answered, and looked at again.
  case followedUp
  /// Beyond the site; head office has it.
  case escalated

  /// It has come to an end here, by exactly one of three ways.
  package var isFinal: Bool {
    switch self {
    case .routed, .handedOver: false
    case .closed, .followedUp, .escalated: true
    }
  }
}

/// Who is to see to a matter: the fields by which the trade sorts what households say.
package enum Department: Int, CodeSet {
  case customerService = 1, order, environment, engineering, headOffice, other

  /// Whom a topic of R1-09 concerns, unless somebody says otherwise.
  package init(for topic: Topic) {
    switch topic {
    case .order: self = .order
    case .cleaning, .greening: self = .environment
    case .repair, .facilities: self = .engineering
    case .staffCapability, .convenience, .culture, .responsiveness, .hardship, .other:
      self = .customerService
    }
  }
}

/// Whether a household that wants to hear has been told; computed, never stored.
package enum FeedbackStage: Int, CodeSet {
  case notAsked = 1, owed, given
  /// By telephone; R1-41 asks for it face to face.
  case givenRemotely
}

/// What the other procedure says of a matter that it was given (A21): a status that comes in, and none
/// of our rules.
package enum ProcedureStatus: Int, CodeSet {
  case accepted = 1, inProgress, answered, closed, rejected
}
