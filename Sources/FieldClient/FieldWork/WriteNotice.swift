package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// An emergency as somebody states it: why, and which colleague allowed it.
package struct EmergencyInput: Sendable {
  package var reason: String
  package var approver: String

  package init(reason: String, approver: String) {
    self.reason = reason
    self.approver = approver
  }
}

/// What became of an act, and what to remind of.
package struct NoticeDone: Sendable {
  package let card: NoticeCard
  package let reminders: [Finding]
}

extension Laptop {
  /// A department tells the customer-service centre of work (R1-18, R1-21).
  /// - Parameter at: when it did, as stated.
  /// - Throws: `FieldFault.refused` with R1-17 and others, F-assigned.
  package func requestNotice(
    _ text: NoticeText, from department: Department, at: Instant, reasons: [String: String] = [:],
    site siteCode: String?
  ) throws -> NoticeDone {
    try requireTyped(text)
    return try actOnNotice(at: siteCode, reasons) { desk, site in
      let notice = RecordKey(scope: site.scope, type: .notice, id: freshID())
      return (notice, try desk.request(text, from: department, as: notice, at: at))
    }
  }

  /// Writes a notice (R1-15, R1-19 to R1-28, R2-09).
  /// - Parameters:
  ///   - request: the department's that it answers; nothing for none.
  ///   - at: when it was issued, as stated; the lead time is measured from there.
  /// - Throws: `FieldFault.refused` with the rule, F-assigned; `.failed` where it is written already.
  package func writeNotice(
    _ text: NoticeText, answering request: String?, at: Instant, emergency: EmergencyInput? = nil,
    reasons: [String: String] = [:], site siteCode: String?
  ) throws -> NoticeDone {
    try requireTyped(text)
    try requireTyped(emergency)
    return try actOnNotice(at: siteCode, reasons) { desk, site in
      let replica = desk.view.replica
      var notice = RecordKey(scope: site.scope, type: .notice, id: freshID())
      if let request {
        let asked = try self.notice(named: request, replica)
        try requireOfSite(asked)
        guard asked.key.scope == site.scope else {
          throw FieldFault.failed(Message(.noSuchNotice))
        }
        if asked.issued != nil { throw FieldFault.failed(Message(.noticeAlreadyIssued)) }
        if asked.withdrawn != nil { throw FieldFault.failed(Message(.noticeIsWithdrawn)) }
        notice = asked.key
      }
      return (
        notice,
        try desk.issue(
          text, as: notice, at: at, emergency: try emergency.map { try allowance($0, replica) })
      )
    }
  }

  /// Changes what a notice says, or when it begins; a new start is measured again (A24).
  /// - Parameter saw: the frontier that `notice show` printed; nothing means what is here now.
  package func amendNotice(
    named name: String, _ changes: NoticeChanges, at: Instant, emergency: EmergencyInput? = nil,
    reasons: [String: String] = [:], saw: [ChangeID]? = nil
  ) throws -> NoticeDone {
    try requireTyped(emergency)
    return try act(on: name, reasons, saw: saw) { desk, notice in
      guard notice.issued != nil else { throw FieldFault.failed(Message(.noticeNotIssued)) }
      let text = notice.text.taking(changes)
      try requireTyped(text)
      let planned = try desk.amend(
        notice, to: text, at: at,
        emergency: try emergency.map { try allowance($0, desk.view.replica) })
      if planned.edits.isEmpty { throw FieldFault.failed(Message(.noticeUnchanged)) }
      return planned
    }
  }

  /// Takes a notice back, with a reason; what hangs is to be taken down.
  package func withdrawNotice(named name: String, reason: String) throws -> NoticeDone {
    if let flaw = TypedText.flaw(inText: reason, place: "reason") { throw FieldFault.failed(flaw) }
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    return try act(on: name) { desk, notice in
      desk.withdraw(notice, reason: reason)
    }
  }

  // MARK: What all acts have in common

  /// One act on a notice there is, in one transaction.
  /// - Throws: `FieldFault.failed` for one that is withdrawn; `.refused` (F-saw, F-assigned, the rule).
  func act(
    on name: String, _ reasons: [String: String] = [:], saw: [ChangeID]? = nil,
    allowsWithdrawn: Bool = false,
    _ plan: (NoticeDesk, Notice) throws -> NoticeDesk.Planned
  ) throws -> NoticeDone {
    let code = try read { replica in
      let notice = try notice(named: name, replica)
      try requireOfSite(notice)
      return try SiteView(replica, notice.key.scope).facts()?.code
    }
    return try actOnNotice(at: code, reasons) { desk, _ in
      let notice = try notice(named: name, desk.view.replica)
      if notice.withdrawn != nil, !allowsWithdrawn {
        throw FieldFault.failed(Message(.noticeIsWithdrawn))
      }
      if let saw { try requireShown(notice.key, saw, desk.view.replica) }
      return (notice.key, try plan(desk, notice))
    }
  }

  private func actOnNotice(
    at siteCode: String?, _ reasons: [String: String],
    _ plan: (NoticeDesk, SiteFacts) throws -> (RecordKey, NoticeDesk.Planned)
  ) throws -> NoticeDone {
    let given = try ruleReasons(reasons)
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let desk = NoticeDesk(
        SiteView(replica, site.scope), try replica.workingCalendar(of: office.company),
        zone: site.zone, by: person(account), at: now)
      let (notice, planned): (RecordKey, NoticeDesk.Planned)
      do {
        (notice, planned) = try plan(desk, site)
      } catch let fault as PostingFault {
        throw FieldFault.wrongUsage(fault.message)
      }
      let kept: [RuleID: String]
      let reminders: [Finding]
      switch FindingsVerdict(planned.findings, reasons: given) {
      case .refused(let blocks): throw FieldFault.refused(Refusal(blocks[0]))
      case .reasonsNeeded(let warnings):
        throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
      case .accepted(let reasons, let said): (kept, reminders) = (reasons, said)
      }
      try requireNoConflict(in: planned.edits, of: site.scope, replica)
      try write(
        planned.edits + desk.reasons(kept, about: notice), in: site.scope, on: replica)
      return NoticeDone(
        card: try noticeCard(named: notice.id.description, replica), reminders: reminders)
    }
  }

  private func requireOfSite(_ notice: Notice) throws {
    guard notice.key.scope != office.company else {
      throw FieldFault.failed(Message(.noticeIsCompanys))
    }
  }

  func freshID() -> RecordID { RecordID(prefixOf: environment.randomness.bytes(16)) }

  private func allowance(
    _ input: EmergencyInput, _ replica: Replica
  ) throws -> NoticeDesk.Allowance {
    guard !input.approver.isBlank else {
      return NoticeDesk.Allowance(reason: input.reason, approver: nil)
    }
    let account = try colleague(named: input.approver, replica).account
    let key = person(account)
    let role = try replica.records.state(of: key)?.code(AccountField.role, as: Role.self)
    return NoticeDesk.Allowance(reason: input.reason, approver: role.map { (key, $0) })
  }

  private func requireTyped(_ text: NoticeText) throws {
    for (place, line) in text.lines {
      if let flaw = TypedText.flaw(inLine: line, place: place) { throw FieldFault.failed(flaw) }
    }
    for (place, long) in text.longTexts {
      if let flaw = TypedText.flaw(inText: long, place: place) { throw FieldFault.failed(flaw) }
    }
  }

  private func requireTyped(_ emergency: EmergencyInput?) throws {
    guard let emergency else { return }
    if let flaw = TypedText.flaw(inLine: emergency.reason, place: "emergency") {
      throw FieldFault.failed(flaw)
    }
  }
}
