package import VisitModel
package import Wording

// The code sets of notices, in words.

extension NoticeKind {
  package var phrase: Phrase {
    switch self {
    case .pestControl: .codePestControl
    case .waterOutage: .codeWaterOutage
    case .powerOutage: .codePowerOutage
    case .repairDisturbance: .codeRepairDisturbance
    case .activity: .codeActivity
    case .education: .codeEducation
    case .parkingCard: .codeParkingCard
    case .typhoonWarning: .codeTyphoonWarning
    case .report: .codeNoticeReport
    case .other: .codeNoticeOther
    }
  }
}

extension NoticeForm {
  package var phrase: Phrase {
    switch self {
    case .slip: .codeFormSlip
    case .notice: .codeFormNotice
    case .announcement: .codeFormAnnouncement
    case .proclamation: .codeFormProclamation
    case .poster: .codeFormPoster
    case .telephone: .codeFormTelephone
    }
  }
}

extension NoticeIssuer {
  package var phrase: Phrase { self == .serviceCentre ? .codeIssuerService : .codeIssuerCompany }
}

extension SealKind {
  package var phrase: Phrase { self == .serviceDepartment ? .codeSealService : .codeSealCompany }
}

extension NoticeReach {
  package var phrase: Phrase {
    switch self {
    case .site: .codeReachSite
    case .buildings: .codeReachBuildings
    case .units: .codeReachUnits
    }
  }
}

extension PostingPlace {
  package var phrase: Phrase {
    switch self {
    case .lobby: .codePlaceLobby
    case .board: .codePlaceBoard
    case .door: .codePlaceDoor
    }
  }
}

extension SignPhase {
  package var phrase: Phrase {
    switch self {
    case .before: .codeSignBefore
    case .during: .codeSignDuring
    case .after: .codeSignAfter
    }
  }
}

extension NoticeStage {
  package var phrase: Phrase {
    switch self {
    case .requested: .codeNoticeRequested
    case .issued: .codeNoticeIssued
    case .posted: .codeNoticePosted
    case .takenDown: .codeNoticeTakenDown
    case .withdrawn: .codeNoticeWithdrawn
    }
  }
}

/// A notice as a row of a list: the same on a laptop and at the office.
package struct NoticeRow: Hashable, Sendable {
  package let id: String
  package let number: String?
  package let kind: NoticeKind
  package let title: String
  package let start: String?
  package let limit: String?
  package let toldAt: String?
  package let isEmergency: Bool
  package let stage: NoticeStage

  package init(
    id: String, number: String?, kind: NoticeKind, title: String, start: String?, limit: String?,
    toldAt: String?, isEmergency: Bool, stage: NoticeStage
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.title = title
    self.start = start
    self.limit = limit
    self.toldAt = toldAt
    self.isEmergency = isEmergency
    self.stage = stage
  }

  package static let headings: [Phrase] = [
    .labelId, .labelNoticeNumber, .labelKind, .labelNoticeTitle, .labelStart, .labelNoticeLimit,
    .labelToldAt, .labelEmergency, .labelState,
  ]

  /// Without the first, which is the id.
  package var cells: [Cell] {
    [
      number.map { .text($0) } ?? .words(Message(.noticeUnnumbered)),
      .words(Message(kind.phrase)), .text(title), .text(start ?? ""), .text(limit ?? ""),
      .text(toldAt ?? ""), .words(Message(isEmergency ? .labelYes : .labelNo)),
      .words(Message(stage.phrase)),
    ]
  }

  package static func table(_ rows: [NoticeRow]) -> TextTable {
    var table = TextTable(headings.map { TextTable.Column(Message($0)) })
    for row in rows { table.append([.text(row.id)] + row.cells) }
    return table
  }
}
