package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// An emergency as somebody at the office states it: why, and who allowed it.
package struct OfficeEmergency: Sendable {
  package var reason: String
  package var approver: AccountID?

  package init(reason: String, approver: AccountID?) {
    self.reason = reason
    self.approver = approver
  }
}

extension Office {
  /// Every notice of a scope, a site's or the company's own, the oldest first.
  package func notices(of scope: ScopeID, on replica: Replica) throws -> [Notice] {
    try SiteView(replica, scope).notices()
  }

  /// Until when households, and the service centre, were to be told of it, and through which day its
  /// original is kept (R2-12); by the decisions of the day on which it was made.
  package func limits(
    of notice: Notice, on replica: Replica
  ) throws -> (notice: LeadTime.Limit?, request: LeadTime.Limit?, keptUntil: CivilDate?) {
    let settings = try replica.policy()
      .settings(on: LocalTime(notice.madeAt, in: notice.zone).date)
    return (
      notice.limit(try replica.workingCalendar(of: company), settings),
      notice.requestLimit(settings),
      notice.issued.map {
        RetentionRules.original(issuedOn: LocalTime($0.at, in: notice.zone).date, settings)
      }
    )
  }

  /// A department tells the customer-service centre of work (R1-18, R1-21), as `Laptop.requestNotice`.
  /// - Returns: the notice's key, and what to remind of.
  /// - Throws: `OfficeFault.refused` with the rule.
  package func requestNotice(
    _ text: NoticeText, from department: Department, of scope: ScopeID, at: Instant,
    reasons: [RuleID: String] = [:], by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    let notice = freshNotice(in: scope)
    return try actOnNotice(notice, reasons, by: account) { desk, _ in
      try desk.request(text, from: department, as: notice, at: at)
    }
  }

  /// Writes a notice, as `Laptop.writeNotice`, and numbers it.
  /// - Parameter request: the department's that it answers; nothing for none.
  package func writeNotice(
    _ text: NoticeText, answering request: RecordKey?, of scope: ScopeID, at: Instant,
    emergency: OfficeEmergency? = nil, reasons: [RuleID: String] = [:], by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    let notice = request ?? freshNotice(in: scope)
    return try actOnNotice(notice, reasons, by: account) { desk, known in
      if request != nil, known == nil { throw OfficeFault.failed(Message(.noSuchNotice)) }
      if known?.issued != nil { throw OfficeFault.failed(Message(.noticeAlreadyIssued)) }
      return try desk.issue(
        text, as: notice, at: at,
        emergency: try emergency.map { try allowance($0, on: desk.view.replica) })
    }
  }

  /// Changes what a notice says, or when it begins; a new start is measured again (A24).
  /// - Parameter saw: the frontier that was shown.
  package func amendNotice(
    _ notice: RecordKey, _ changes: NoticeChanges, at: Instant,
    emergency: OfficeEmergency? = nil, reasons: [RuleID: String] = [:], saw: [ChangeID],
    by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, reasons, saw: saw, by: account) { desk, known in
      let known = try issued(known)
      let planned = try desk.amend(
        known, to: known.text.taking(changes), at: at,
        emergency: try emergency.map { try allowance($0, on: desk.view.replica) })
      if planned.edits.isEmpty { throw OfficeFault.failed(Message(.noticeUnchanged)) }
      return planned
    }
  }

  /// Records that a seal was put to the text as it is now (R2-10, R2-11).
  /// - Parameter seal: nothing for the one that belongs to whoever issues it.
  package func sealNotice(
    _ notice: RecordKey, with seal: SealKind?, at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, by: account) { desk, known in
      let known = try issued(known)
      return try desk.seal(
        known, with: seal ?? known.text.issuer.seal, as: freshID(), at: at)
    }
  }

  /// Records that it hangs, late or not (R1-15, R1-20).
  package func postNotice(
    _ notice: RecordKey, _ input: PostingInput, at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, by: account) { desk, known in
      let known = try issued(known)
      return try desk.post(
        known, at: try desk.places(input, of: known).map { ($0.kind, $0.place, freshID()) },
        since: at)
    }
  }

  /// Records that sheets were taken down: those at the places named, or all that hang.
  package func takeDownNotice(
    _ notice: RecordKey, from places: [String], at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, allowsWithdrawn: true, by: account) { desk, known in
      let known = try issued(known)
      return try desk.takeDown(try desk.hanging(known, at: places), of: known, at: at)
    }
  }

  /// Takes back what was recorded by mistake: it never hung at the places named (R1-25).
  package func takeBackPostings(
    of notice: RecordKey, at places: [String], at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, allowsWithdrawn: true, by: account) { desk, known in
      let known = try issued(known)
      return try desk.takeBack(try desk.lastSaid(known, of: places), of: known, at: at)
    }
  }

  /// Records a look at the signs and the cordon at a place of work (R1-16, R1-27).
  package func checkSigns(
    of notice: RecordKey, _ phase: SignPhase, hasSigns: Bool, hasCordon: Bool, remark: String,
    at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try actOnNotice(notice, by: account) { desk, known in
      guard let known else { throw OfficeFault.failed(Message(.noSuchNotice)) }
      return try desk.check(
        known, phase, hasSigns: hasSigns, hasCordon: hasCordon, remark: remark, as: freshID(),
        at: at)
    }
  }

  /// Records where the original lies (R2-12).
  /// - Throws: `OfficeFault.failed` where that is recorded already: who did it first is not overwritten.
  package func archiveNotice(
    _ notice: RecordKey, at place: String, since at: Instant, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    guard !place.isBlank, place.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.noticeNoPlaceNamed))
    }
    return try actOnNotice(notice, allowsWithdrawn: true, by: account) { desk, known in
      let known = try issued(known)
      if let archived = known.archived {
        let person = try person(archived.account, on: desk.view.replica)
        throw OfficeFault.failed(
          Message(
            .noticeAlreadyArchived,
            [known.archivePlace, archived.at.wallText(in: known.zone), person?.name ?? ""]))
      }
      return try desk.archive(known, at: place, since: at)
    }
  }

  /// Takes a notice back, with a reason; what hangs is to be taken down.
  package func withdrawNotice(
    _ notice: RecordKey, reason: String, by account: AccountID
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    guard !reason.isBlank, reason.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.settlementReasonMissing))
    }
    return try actOnNotice(notice, by: account) { desk, known in
      guard let known else { throw OfficeFault.failed(Message(.noSuchNotice)) }
      return desk.withdraw(known, reason: reason)
    }
  }

  // MARK: What all acts have in common

  private func issued(_ notice: Notice?) throws -> Notice {
    guard let notice else { throw OfficeFault.failed(Message(.noSuchNotice)) }
    guard notice.issued != nil else { throw OfficeFault.failed(Message(.noticeNotIssued)) }
    return notice
  }

  private func freshID() -> RecordID { RecordID(prefixOf: environment.randomness.bytes(16)) }

  private func freshNotice(in scope: ScopeID) -> RecordKey {
    RecordKey(scope: scope, type: .notice, id: freshID())
  }

  private func allowance(
    _ emergency: OfficeEmergency, on replica: Replica
  ) throws -> NoticeDesk.Allowance {
    let approver = try emergency.approver.flatMap { try person($0, on: replica) }
    return NoticeDesk.Allowance(
      reason: emergency.reason, approver: approver.map { (accountKey($0.id), $0.role) })
  }

  /// One act in one transaction.
  /// - Parameter plan: gets the notice as it is, or nothing where it is not there yet.
  private func actOnNotice(
    _ notice: RecordKey, _ reasons: [RuleID: String] = [:], saw: [ChangeID]? = nil,
    allowsWithdrawn: Bool = false, by account: AccountID,
    _ plan: (NoticeDesk, Notice?) throws -> NoticeDesk.Planned
  ) throws -> (key: RecordKey, reminders: [Finding]) {
    try write { replica -> (key: RecordKey, reminders: [Finding]) in
      try requireDecider(try person(account, on: replica))
      let view = SiteView(replica, notice.scope)
      let known = try view.notice(notice)
      if known?.withdrawn != nil, !allowsWithdrawn {
        throw OfficeFault.failed(Message(.noticeIsWithdrawn))
      }
      if let saw { try requireShown(notice, saw, on: replica) }
      let desk = NoticeDesk(
        view, try replica.workingCalendar(of: company),
        zone: try view.facts()?.zone ?? environment.zone, by: accountKey(account), at: now)
      do {
        let planned = try plan(desk, known)
        let (kept, reminders) = try accepted(planned.findings, reasons)
        try publishSeen(
          planned.edits + desk.reasons(kept, about: notice), in: notice.scope, by: account,
          on: replica)
        try giveNumbers(in: [notice.scope], on: replica)
        return (notice, reminders)
      } catch let fault as PostingFault {
        throw OfficeFault.wrongUsage(fault.message)
      }
    }
  }

  /// - Throws: `OfficeFault.refused` by the first that blocks, or wants a reason that is not given.
  private func accepted(
    _ findings: [Finding], _ given: [RuleID: String]
  ) throws -> (reasons: [RuleID: String], reminders: [Finding]) {
    switch FindingsVerdict(findings, reasons: given) {
    case .refused(let stopping), .reasonsNeeded(let stopping):
      throw OfficeFault.refused(
        rule: stopping[0].rule.rawValue, why: stopping[0].why, cure: stopping[0].cure)
    case .accepted(let kept, let reminders): return (kept, reminders)
    }
  }
}
