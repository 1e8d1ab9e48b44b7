package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import VisitModel

/// The changes by which notices are asked for, issued, sealed, posted and put away, with what the rules
/// say to each; the same on a laptop and at the office. Nothing is written here.
package struct NoticeDesk {
  package let view: SiteView
  package let calendar: WorkingCalendar
  /// Of the site; the company's own where the notice is the company's.
  package let zone: ZoneOffset
  /// Who acts.
  package let account: RecordKey
  /// When it is written down.
  package let now: Instant

  /// Changes that may be made if the rules allow it.
  package struct Planned {
    package let edits: [RecordEdit]
    package let findings: [Finding]
  }

  /// Work without its lead time, and who allowed it.
  package struct Allowance {
    package let reason: String
    /// Nothing for nobody, and for whoever is no colleague.
    package let approver: (account: RecordKey, role: Role)?

    package init(reason: String, approver: (account: RecordKey, role: Role)?) {
      self.reason = reason
      self.approver = approver
    }
  }

  package init(
    _ view: SiteView, _ calendar: WorkingCalendar, zone: ZoneOffset, by account: RecordKey,
    at now: Instant
  ) {
    self.view = view
    self.calendar = calendar
    self.zone = zone
    self.account = account
    self.now = now
  }

  /// A department tells of work (R1-18, R1-21).
  /// - Parameters:
  ///   - notice: a fresh key.
  ///   - at: when it told the customer-service centre, as stated.
  package func request(
    _ text: NoticeText, from department: Department, as notice: RecordKey, at: Instant
  ) throws -> Planned {
    var facts = facts(.request, text, at: at)
    facts.lacksPlaces = text.reach != .site && text.places.isEmpty
    try requireSites(text)
    var edit = RecordEdit(.notice, notice.id, plan(text))
    edit[NoticeField.cause] = blankless(text.cause)
    edit[NoticeField.department] = .code(department)
    edit[NoticeField.requestedAt] = .instant(at)
    edit[NoticeField.requestedBy] = .reference(account)
    return Planned(
      edits: [edit] + places(text, of: notice), findings: try findings(facts, on: at))
  }

  /// Writes a notice: one that a department asked for, or a new one.
  /// - Parameters:
  ///   - notice: of the request, or fresh.
  ///   - at: when it was issued, as stated.
  package func issue(
    _ text: NoticeText, as notice: RecordKey, at: Instant, emergency: Allowance?
  ) throws -> Planned {
    var facts = facts(.issue, text, at: at)
    allow(emergency, in: &facts)
    try requireSites(text)
    var edit = written(text, notice, emergency)
    edit[NoticeField.issuedAt] = .instant(at)
    edit[NoticeField.issuedBy] = .reference(account)
    edit[NoticeField.recordedAt] = .instant(now)
    // Which lobbies it has to hang in is settled here: a roster that grows later makes no old notice untold.
    var hung = text
    if text.reach == .site { hung.places = try view.lobbies() }
    return Planned(
      edits: [edit] + places(hung, of: notice), findings: try findings(facts, on: at))
  }

  /// Changes what a notice says, or when it begins: that is measured again (A24).
  package func amend(
    _ notice: Notice, to text: NoticeText, at: Instant, emergency: Allowance?
  ) throws -> Planned {
    try requireSites(text)
    let isMoved = notice.text.start != text.start
    var facts = facts(.amend(movedFrom: isMoved ? notice.text.start : nil), text, at: at)
    facts.lastTold = notice.toldAt
    // What is put off is planned work again, unless it is said once more to be an emergency.
    facts.isEmergency = notice.emergency != nil && !isMoved
    if emergency == nil, !isMoved, let known = notice.emergency {
      facts.hasEmergencyReason = !known.reason.isBlank
      facts.approver = try known.approver.flatMap { try role(of: $0) }
    }
    allow(emergency, in: &facts)
    var edit = written(text, notice.key, emergency)
    if isMoved, emergency == nil, notice.emergency != nil {
      edit[NoticeField.isEmergency] = .flag(false)
    }
    let before = written(notice.text, notice.key, nil)
    let changed = edit.fields.filter { before[$0.key] != $0.value }
    return Planned(
      edits: (changed.isEmpty ? [] : [RecordEdit(.notice, notice.key.id, changed.mapValues { $0 })])
        + places(text, of: notice.key).filter { edit in
          !notice.text.places.contains { place in
            RecordIdentity.noticePlace(notice: notice.key.id, code: place) == edit.id
          }
        }, findings: try findings(facts, on: at))
  }

  /// Puts a seal to the text as it is now (R2-10, R2-11).
  package func seal(
    _ notice: Notice, with seal: SealKind, as record: RecordID, at: Instant
  ) throws -> Planned {
    Planned(
      edits: [
        RecordEdit(
          .seal, record,
          [
            SealField.notice: .reference(notice.key), SealField.seal: .code(seal),
            SealField.at: .instant(at), SealField.account: .reference(account),
            SealField.content: .bytes(notice.text.digest.bytes),
          ])
      ], findings: try findings(known(.seal(seal), notice, at: at), on: at))
  }

  /// Says that sheets hang.
  /// - Parameter places: each with a fresh id.
  package func post(
    _ notice: Notice, at places: [(kind: PostingPlace, place: String, id: RecordID)],
    since at: Instant
  ) throws -> Planned {
    var facts = known(.post, notice, at: at)
    facts.isSealed = notice.isSealed
    facts.isEmergency = notice.emergency != nil
    return Planned(
      edits: places.map { place in
        RecordEdit(
          .posting, place.id,
          [
            PostingField.notice: .reference(notice.key), PostingField.kind: .code(place.kind),
            PostingField.place: .text(place.place), PostingField.at: .instant(at),
            PostingField.account: .reference(account),
            PostingField.content: .bytes(notice.text.digest.bytes),
            PostingField.start: notice.text.start.map { .instant($0) },
            PostingField.recordedAt: .instant(now),
          ])
      }, findings: try findings(facts, on: at))
  }

  /// Says where the original lies (R2-12).
  package func archive(_ notice: Notice, at place: String, since at: Instant) throws -> Planned {
    Planned(
      edits: [
        RecordEdit(
          .notice, notice.key.id,
          [
            NoticeField.archivePlace: .text(place), NoticeField.archivedAt: .instant(at),
            NoticeField.archivedBy: .reference(account),
          ])
      ], findings: try findings(known(.archive, notice, at: at), on: at))
  }

  package func takeDown(
    _ postings: [Posting], of notice: Notice, at: Instant
  ) throws -> Planned {
    try note(PostingField.takenDownAt, by: PostingField.takenDownBy, postings, notice, at)
  }

  /// Takes back what was written by mistake: no sheet ever hung there (R1-25).
  package func takeBack(
    _ postings: [Posting], of notice: Notice, at: Instant
  ) throws -> Planned {
    try note(PostingField.mistakenAt, by: PostingField.mistakenBy, postings, notice, at)
  }

  private func note(
    _ moment: UInt32, by person: UInt32, _ postings: [Posting], _ notice: Notice, _ at: Instant
  ) throws -> Planned {
    Planned(
      edits: postings.map {
        RecordEdit(
          .posting, $0.key.id, [moment: .instant(at), person: .reference(account)])
      }, findings: try findings(known(.note, notice, at: at), on: at))
  }

  /// Somebody looked at the signs (R1-16, R1-27).
  package func check(
    _ notice: Notice, _ phase: SignPhase, hasSigns: Bool, hasCordon: Bool, remark: String,
    as record: RecordID, at: Instant
  ) throws -> Planned {
    Planned(
      edits: [
        RecordEdit(
          .signCheck, record,
          [
            SignCheckField.notice: .reference(notice.key), SignCheckField.phase: .code(phase),
            SignCheckField.at: .instant(at), SignCheckField.account: .reference(account),
            SignCheckField.hasSigns: .flag(hasSigns), SignCheckField.hasCordon: .flag(hasCordon),
            SignCheckField.remark: blankless(remark),
          ])
      ], findings: try findings(known(.note, notice, at: at), on: at))
  }

  package func withdraw(_ notice: Notice, reason: String) -> Planned {
    Planned(
      edits: [
        RecordEdit(
          .notice, notice.key.id,
          [
            NoticeField.withdrawnAt: .instant(now), NoticeField.withdrawnBy: .reference(account),
            NoticeField.withdrawReason: .text(reason),
          ])
      ], findings: [])
  }

  /// Why a rule was set aside. Not sealed: nothing in it is about a household.
  package func reasons(_ reasons: [RuleID: String], about notice: RecordKey) -> [RecordEdit] {
    reasons.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, text in
      RecordEdit(
        .reason, RecordIdentity.reason(about: notice.id, rule: rule.rawValue),
        [
          ReasonField.about: .reference(notice), ReasonField.rule: .text(rule.rawValue),
          ReasonField.text: .text(text),
        ])
    }
  }

  // MARK: What they are made of

  private func facts(_ act: NoticeFacts.Act, _ text: NoticeText, at: Instant) -> NoticeFacts {
    var facts = NoticeFacts(act, text.kind, at: at, recordedAt: now)
    facts.form = text.form
    facts.issuer = text.issuer
    facts.zone = zone
    facts.start = text.start
    facts.end = text.end
    facts.hasTitle = !text.title.isBlank
    facts.hasBody = !text.body.isBlank
    facts.lacksPlaces = text.reach != .site && text.places.isEmpty
    return facts
  }

  private func known(_ act: NoticeFacts.Act, _ notice: Notice, at: Instant) -> NoticeFacts {
    var facts = facts(act, notice.text, at: at)
    facts.issuedAt = notice.issued?.at
    return facts
  }

  private func allow(_ emergency: Allowance?, in facts: inout NoticeFacts) {
    guard let emergency else { return }
    facts.isEmergency = true
    facts.hasEmergencyReason = !emergency.reason.isBlank
    facts.approver = emergency.approver?.role
  }

  /// By the decisions of the day of the act.
  private func findings(_ facts: NoticeFacts, on at: Instant) throws -> [Finding] {
    NoticeRules.findings(
      facts, calendar, try view.policy().settings(on: LocalTime(at, in: zone).date))
  }

  private func role(of account: AccountID) throws -> Role? {
    let key = RecordKey(scope: self.account.scope, type: .account, id: account.named())
    return try view.replica.records.state(of: key)?.code(AccountField.role)
  }

  private func plan(_ text: NoticeText) -> [UInt32: Value?] {
    [
      NoticeField.kind: .code(text.kind), NoticeField.reach: .code(text.reach),
      NoticeField.start: text.start.map { .instant($0) },
      NoticeField.end: text.end.map { .instant($0) },
      NoticeField.zoneMinutes: .integer(Int64(zone.minutes)),
    ]
  }

  private func written(
    _ text: NoticeText, _ notice: RecordKey, _ emergency: Allowance?
  ) -> RecordEdit {
    var edit = RecordEdit(.notice, notice.id, plan(text))
    edit[NoticeField.form] = .code(text.form)
    edit[NoticeField.issuer] = .code(text.issuer)
    edit[NoticeField.title] = .text(text.title)
    edit[NoticeField.body] = .text(text.body)
    edit[NoticeField.cause] = .text(text.cause)
    edit[NoticeField.preparation] = .text(text.preparation)
    edit[NoticeField.supply] = .text(text.supply)
    edit[NoticeField.telephone] = .text(text.telephone)
    edit[NoticeField.validUntil] = text.validUntil.map { .date($0) }
    if let emergency {
      edit[NoticeField.isEmergency] = .flag(true)
      edit[NoticeField.emergencyReason] = .text(emergency.reason)
      edit[NoticeField.emergencyApprover] = emergency.approver.map { .reference($0.account) }
    }
    return edit
  }

  private func places(_ text: NoticeText, of notice: RecordKey) -> [RecordEdit] {
    text.places.map { code in
      RecordEdit(
        .noticePlace, RecordIdentity.noticePlace(notice: notice.id, code: code),
        [
          NoticePlaceField.notice: .reference(notice), NoticePlaceField.code: .text(code.text),
        ])
    }
  }

  private func blankless(_ text: String) -> Value? { text.isBlank ? nil : .text(text) }
}
