import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import VisitModel
import Wording

/// What an act was, in words, from the kinds and codes of its changes; no text that anybody typed is read.
enum AuditWords {
  /// What the act is called: by the first of its changes, or by what says most.
  static func kind(of act: OfficeAct) -> Phrase {
    let telling = act.changes.first { $0.type == .conflictSettlement } ?? act.changes.first
    return telling.map { kind(of: $0) } ?? .auditOther
  }

  static func kind(of change: Change) -> Phrase {
    switch change.type {
    case .account: change[AccountField.disabledAt] == nil ? .auditAccount : .auditDisabled
    case .assignment:
      isSet(change[AssignmentField.withdrawnAt]) ? .auditWithdrawn : .auditAssigned
    case .device: change[DeviceField.revokedAt] == nil ? .auditEnrolled : .auditRevoked
    case .custodianKey: .auditCustodian
    case .admission: .auditAdmitted
    case .settlement:
      isSet(change[SettlementField.withdrawnAt]) ? .auditReopened : .auditSettled
    case .conflictSettlement: .auditConflict
    case .waiver: .auditWaived
    case .escalation: .auditEscalated
    case .policySetting: .auditPolicy
    case .calendarYear, .calendarDay: .auditCalendar
    case .erasure: .auditErased
    case .retentionHold:
      isSet(change[RetentionHoldField.releasedAt]) ? .auditReleased : .auditHeldBack
    case .monthFrame: .auditFrame
    case .round: .auditRound
    case .slot: .auditSlot
    case .company, .site: .auditSite
    case .unit, .household: .auditHouseholds
    case .draw, .drawEntry, .turn: .auditDraw
    case .summaryAmendment: .auditAmendment
    default: RecordWords.kind(change.type) ?? .auditOther
    }
  }

  /// What the clock or an import does at site after site.
  static let many: Set<Phrase> = [
    .auditFrame, .auditEscalated, .auditAmendment, .auditDraw, .auditRound, .auditSite,
    .auditHouseholds, .codeNotice, .lettersTitle,
  ]

  /// A moment of 0 stands for "not": a field once written cannot be unwritten.
  private static func isSet(_ value: Value?) -> Bool {
    guard case .instant(let instant) = value else { return false }
    return instant.millisecondsSince1970 != 0
  }

  /// Kinds whose codes say what was decided.
  private static let deciding: Set<RecordType> = [
    .review, .recontact, .handling, .summary, .settlement, .notice, .posting, .seal, .meeting,
    .incident, .survey, .account,
  ]

  /// The codes of an act in words, each once, in the order in which they come.
  static func details(of act: OfficeAct) -> [Phrase] {
    var details: [Phrase] = []
    for change in act.changes where deciding.contains(change.type) {
      for field in change.fields {
        guard case .code(let set, let number) = field.value,
          let phrase = word(set, Int(number)), !details.contains(phrase)
        else { continue }
        details.append(phrase)
      }
    }
    return details
  }

  private static func word(_ set: UInt32, _ number: Int) -> Phrase? {
    switch set {
    case Role.setNumber: Role(rawValue: number)?.phrase
    case SettlementKind.setNumber: SettlementKind(rawValue: number)?.phrase
    default: RecordWords.code(set, number)
    }
  }
}
