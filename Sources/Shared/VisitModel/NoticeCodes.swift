// Code sets of notices: what the firm tells households, in which form, and where it hangs.

/// What a notice is about (text 1 §4.2, text 3 §4.1.1). Lead times go by it, and never by the word on the
/// sheet (A40).
package enum NoticeKind: Int, CodeSet {
  case pestControl = 1, waterOutage, powerOutage, repairDisturbance, activity, education
  case parkingCard, typhoonWarning, report, other

  /// Planned work that begins at a time and touches daily life: households are told so long before.
  package var hasStart: Bool {
    switch self {
    case .pestControl, .waterOutage, .powerOutage, .repairDisturbance, .activity: true
    case .education, .parkingCard, .typhoonWarning, .report, .other: false
    }
  }

  /// A department does the work, and tells the customer-service centre of it.
  package var isWork: Bool {
    switch self {
    case .pestControl, .waterOutage, .powerOutage, .repairDisturbance: true
    case .activity, .education, .parkingCard, .typhoonWarning, .report, .other: false
    }
  }

  package var isOutage: Bool { self == .waterOutage || self == .powerOutage }

  /// Who does the work, unless somebody says otherwise.
  package var department: Department {
    switch self {
    case .pestControl: .environment
    case .waterOutage, .powerOutage, .repairDisturbance: .engineering
    case .activity, .education, .parkingCard, .typhoonWarning, .report, .other: .customerService
    }
  }

  /// The form the procedures name for it, unless somebody says otherwise.
  package var usualForm: NoticeForm {
    switch self {
    case .pestControl, .waterOutage, .powerOutage, .repairDisturbance: .slip
    case .activity: .poster
    case .education, .parkingCard, .typhoonWarning, .other: .notice
    case .report: .proclamation
    }
  }
}

/// What the sheet is called: 通知單, 通知, 通告, 公告, 海報; or nothing is on paper (R2-09).
package enum NoticeForm: Int, CodeSet {
  case slip = 1, notice, announcement, proclamation, poster
  case telephone

  package var isWritten: Bool { self != .telephone }
}

/// Who stands on its signature line: a site's centre to its households, or the company to its own departments
/// (R2-01); each has its own seal (R2-10, R2-11).
package enum NoticeIssuer: Int, CodeSet {
  case serviceCentre = 1, company

  package var seal: SealKind {
    switch self {
    case .serviceCentre: .serviceDepartment
    case .company: .company
    }
  }
}

/// 客戶服務部章, 公司章.
package enum SealKind: Int, CodeSet { case serviceDepartment = 1, company }

/// Whom it is for; buildings and units are named one by one.
package enum NoticeReach: Int, CodeSet { case site = 1, buildings, units }

/// Where a sheet hangs.
package enum PostingPlace: Int, CodeSet {
  /// The notice board of a lobby (R1-15, R1-20).
  case lobby = 1
  /// The compound's publicity board, or its notice board (R1-25, R1-26).
  case board
  /// At the door of one unit (R1-28).
  case door
}

/// When somebody looked whether signs stood at the place of work (R1-16, R1-27).
package enum SignPhase: Int, CodeSet { case before = 1, during, after }

/// How far a notice is; computed, never stored.
package enum NoticeStage: Int, CodeSet {
  /// A department asks for it; nothing is written yet.
  case requested = 1
  /// Written and not yet in every place where it has to hang.
  case issued
  case posted
  case takenDown
  case withdrawn
}
