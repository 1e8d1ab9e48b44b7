package import CommunicationPolicy
package import ConflictFreeRecords
package import RecordCatalogue
package import VisitModel

/// A suggestion or an appeal as its record says; its texts are sealed.
package struct Petition: Hashable, Sendable {
  package let key: RecordKey
  package let kind: PetitionKind
  package let employee: AccountID
  package let superior: AccountID
  package let department: Department
  package let submittedAt: Instant
  package let zone: ZoneOffset
  /// Of the superior named; what anybody else wrote does not count.
  package let accepted: Deed?
  package let replied: Deed?
  /// Of the employee.
  package let answer: PetitionAnswer?
  package let answeredAt: Instant?
  /// By the employee, or because the week was over and the office brought it there (once).
  package let escalatedAt: Instant?
  package let isEscalatedByOffice: Bool
  package let taken: Deed?
  package let decided: Deed?
  package let withdrawnAt: Instant?
  /// A party is of the general affairs department: the general manager decides (A38).
  package let concernsGeneralAffairs: Bool

  /// Fields with texts, in the order in which they are read.
  package static let texts: [UInt32] = [
    PetitionField.matter, PetitionField.facts, PetitionField.evidence, PetitionField.wish,
    PetitionField.reply, PetitionField.objection, PetitionField.finding, PetitionField.decision,
  ]

  init?(
    _ key: RecordKey, _ record: RecordState, brought: (at: Instant, due: CivilDate)?,
    role: (AccountID) throws -> Role?
  ) rethrows {
    guard let kind = record.code(PetitionField.kind, as: PetitionKind.self),
      let employee = record.reference(PetitionField.employee)?.id,
      let superior = record.reference(PetitionField.superior)?.id,
      let submittedAt = record.instant(PetitionField.submittedAt)
    else { return nil }
    let (own, boss): (AccountID, AccountID) = (employee.named(), superior.named())
    self.key = key
    self.kind = kind
    self.employee = own
    self.superior = boss
    self.submittedAt = submittedAt
    department = record.code(PetitionField.department) ?? .other
    let offset = record.integer(PetitionField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    zone = offset
    func deed(_ by: UInt32, _ at: UInt32, of account: AccountID) -> Deed? {
      Deed(record, by: by, at: at).flatMap { $0.account == account ? $0 : nil }
    }
    accepted = deed(PetitionField.acceptedBy, PetitionField.acceptedAt, of: boss)
    replied = deed(PetitionField.repliedBy, PetitionField.repliedAt, of: boss)
    let answered = deed(PetitionField.answeredBy, PetitionField.answeredAt, of: own)
    answer = answered == nil ? nil : record.code(PetitionField.answer)
    answeredAt = answered?.at
    let escalated = deed(PetitionField.escalatedBy, PetitionField.escalatedAt, of: own)?.at
    // A reply made in time and synced late counts from when it was made (A16): then there was nothing to
    // bring before anybody.
    let repliedOn = replied.map { LocalTime($0.at, in: offset).date }
    var broughtAt = brought?.at
    if let due = brought?.due, let repliedOn, repliedOn <= due { broughtAt = nil }
    escalatedAt = [escalated, broughtAt].compactMap(\.self).min()
    isEscalatedByOffice = escalated == nil && broughtAt != nil
    taken = Deed(record, by: PetitionField.takenBy, at: PetitionField.takenAt)
    decided = Deed(record, by: PetitionField.decidedBy, at: PetitionField.decidedAt)
    withdrawnAt = deed(PetitionField.withdrawnBy, PetitionField.withdrawnAt, of: own)?.at
    concernsGeneralAffairs =
      try role(own) == .generalAffairs || role(boss) == .generalAffairs
  }

  package var stage: PetitionStage {
    if withdrawnAt != nil { return .withdrawn }
    if decided != nil { return .decided }
    // Whoever agrees after all ends it, wherever it is.
    if answer == .agrees { return .agreed }
    if escalatedAt != nil { return .escalated }
    if replied != nil { return .replied }
    return accepted == nil ? .submitted : .accepted
  }

  /// When it ended; nothing while it has not.
  package var closedAt: Instant? {
    switch stage {
    case .withdrawn: withdrawnAt
    case .decided: decided?.at
    case .agreed: answeredAt
    case .submitted, .accepted, .replied, .escalated: nil
    }
  }

  package func isParty(_ account: AccountID) -> Bool {
    account == employee || account == superior
  }

  package var decider: Role { concernsGeneralAffairs ? .generalManager : .generalAffairs }

  /// Who may read it (A39): the parties, and, once it has come to them, whoever decides.
  package func mayRead(_ account: AccountID, _ role: Role) -> Bool {
    isParty(account) || (role == decider && (escalatedAt != nil || stage.isClosed))
  }

  package func replyDue(_ settings: PolicySettings) -> CivilDate {
    PetitionClock.replyDue(
      submittedAt: submittedAt, acceptedAt: accepted?.at, zone, settings)
  }

  /// Nothing before it came to whoever decides.
  package func decisionDue(_ settings: PolicySettings) -> CivilDate? {
    escalatedAt.map {
      PetitionClock.decisionDue(escalatedAt: $0, takenAt: taken?.at, zone, settings)
    }
  }

  /// What the rules ask before somebody acts.
  package func facts(
    _ act: PetitionFacts.Act, by account: AccountID, _ role: Role, hasText: Bool = true,
    at now: Instant, _ settings: PolicySettings
  ) -> PetitionFacts {
    var facts = PetitionFacts(act, by: role)
    facts.stage = stage
    facts.isEmployee = account == employee
    facts.isSuperior = account == superior
    facts.concernsGeneralAffairs = concernsGeneralAffairs
    facts.hasText = hasText
    facts.isReplied = replied != nil
    switch act {
    case .accept: facts.isDone = accepted != nil
    case .reply: facts.isDone = replied != nil
    case .escalate: facts.isDone = escalatedAt != nil && !isEscalatedByOffice
    case .take: facts.isDone = taken != nil
    case .file, .answer, .decide, .withdraw: break
    }
    facts.isReplyOverdue =
      replied == nil && LocalTime(now, in: zone).date > replyDue(settings)
    return facts
  }
}

extension SiteView {
  /// Every petition of the scope, the oldest first.
  package func petitions() throws -> [Petition] {
    try replica.records.states(of: .petition, in: scope)
      .compactMap { try petition(key(.petition, $0.id), $0.state) }
      .sorted { ($0.submittedAt, $0.key) < ($1.submittedAt, $1.key) }
  }

  package func petition(_ key: RecordKey) throws -> Petition? {
    try replica.records.state(of: key).flatMap { try petition(key, $0) }
  }

  private func petition(_ key: RecordKey, _ state: RecordState) throws -> Petition? {
    let brought = try replica.records.state(
      of: self.key(
        .escalation, RecordIdentity.escalation(subject: key.id, rule: RuleID.r2_14.rawValue)))
    let company = state.reference(PetitionField.employee)?.scope
    let order = brought.flatMap { record in
      record.instant(EscalationField.at).flatMap { at in
        record.date(EscalationField.due).map { (at: at, due: $0) }
      }
    }
    return try Petition(key, state, brought: order) { account in
      try company.flatMap { company in
        try replica.records.state(
          of: RecordKey(scope: company, type: .account, id: account.named()))?
          .code(AccountField.role)
      }
    }
  }
}

/// The changes by which petitions go on; the same on a laptop and at the office.
package struct PetitionEdits {
  /// Who acts.
  package let account: RecordKey
  package let at: Instant

  package init(by account: RecordKey, at now: Instant) {
    self.account = account
    at = now
  }

  /// - Parameter texts: sealed, by field number.
  package func file(
    _ kind: PetitionKind, _ department: Department, to superior: RecordKey, as id: RecordID,
    in zone: ZoneOffset, texts: [UInt32: Value]
  ) -> RecordEdit {
    var fields: [UInt32: Value?] = texts.mapValues { $0 }
    fields[PetitionField.kind] = .code(kind)
    fields[PetitionField.employee] = .reference(account)
    fields[PetitionField.department] = .code(department)
    fields[PetitionField.superior] = .reference(superior)
    fields[PetitionField.submittedAt] = .instant(at)
    fields[PetitionField.zoneMinutes] = .integer(Int64(zone.minutes))
    return RecordEdit(.petition, id, fields)
  }

  /// - Parameters:
  ///   - answer: of `.answer`.
  ///   - texts: sealed, by field number.
  package func act(
    _ act: PetitionFacts.Act, on petition: Petition, answer: PetitionAnswer? = nil,
    texts: [UInt32: Value] = [:]
  ) -> RecordEdit {
    var edit = RecordEdit(.petition, petition.key.id, texts.mapValues { $0 })
    func stamp(_ by: UInt32, _ moment: UInt32) {
      edit[by] = .reference(account)
      edit[moment] = .instant(at)
    }
    switch act {
    case .file: break
    case .accept: stamp(PetitionField.acceptedBy, PetitionField.acceptedAt)
    case .reply:
      stamp(PetitionField.repliedBy, PetitionField.repliedAt)
      // Whoever replies has accepted it.
      if petition.accepted == nil { stamp(PetitionField.acceptedBy, PetitionField.acceptedAt) }
    case .answer:
      stamp(PetitionField.answeredBy, PetitionField.answeredAt)
      edit[PetitionField.answer] = answer.map { .code($0) }
    case .escalate: stamp(PetitionField.escalatedBy, PetitionField.escalatedAt)
    case .take: stamp(PetitionField.takenBy, PetitionField.takenAt)
    case .decide:
      stamp(PetitionField.decidedBy, PetitionField.decidedAt)
      if petition.taken == nil { stamp(PetitionField.takenBy, PetitionField.takenAt) }
    case .withdraw: stamp(PetitionField.withdrawnBy, PetitionField.withdrawnAt)
    }
    return edit
  }
}
