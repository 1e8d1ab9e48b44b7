package import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
package import RecordCatalogue
package import VisitModel

/// A month's summary as its record says.
package struct RecordedSummary: Hashable, Sendable {
  package let key: RecordKey
  package let state: SummaryState
  package let account: AccountID
  package let at: Instant
  package let author: AccountID
  /// The author's own record, in the company's scope.
  package let authorKey: RecordKey
  package let submittedAt: Instant
  package let text: String
  package let figures: [UInt8]
  package let digest: [UInt8]
  package let comment: String?

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let state = record.code(SummaryField.state, as: SummaryState.self),
      let account = record.reference(SummaryField.account),
      let at = record.instant(SummaryField.at),
      let author = record.reference(SummaryField.author),
      let submittedAt = record.instant(SummaryField.submittedAt)
    else { return nil }
    self.key = key
    self.state = state
    self.account = account.id.named()
    self.at = at
    self.author = author.id.named()
    authorKey = author
    self.submittedAt = submittedAt
    text = record.text(SummaryField.text) ?? ""
    figures = record.bytes(SummaryField.figures) ?? []
    digest = record.bytes(SummaryField.digest) ?? []
    comment = record.text(SummaryField.comment)
  }
}

/// What records that arrived after the approval make of the figures.
package struct SummaryAmendment: Hashable, Sendable {
  /// From 1.
  package let number: Int
  package let figures: [UInt8]
  package let digest: [UInt8]
  package let at: Instant

  init?(_ record: RecordState) {
    guard let number = record.integer(SummaryAmendmentField.number),
      (1...Bounds.roundMax).contains(number),
      let digest = record.bytes(SummaryAmendmentField.digest),
      let at = record.instant(SummaryAmendmentField.at)
    else { return nil }
    self.number = number
    figures = record.bytes(SummaryAmendmentField.figures) ?? []
    self.digest = digest
    self.at = at
  }
}

/// A month's summary: its figures as the records give them now, and what was done with them.
package struct MonthSummary: Sendable {
  package let content: SummaryContent
  package let recorded: RecordedSummary?
  /// Ascending by number.
  package let amendments: [SummaryAmendment]
  /// What was said in the month, the oldest first.
  package let matters: [Matter]
  /// Of these, what is beyond the manager and in no letter.
  package let unlettered: [Matter]
  package let letters: [Letter]
  /// Notices of the month without their lead time, by time.
  package let emergencies: [Notice]
  /// The last day of R1-56, and of R1-57 once it is submitted.
  package let due: CivilDate
  package let decisionDue: WorkingCalendar.DueDate?
  /// What was in force on the 1st, by which the month is measured; for its deadlines on the 1st of the
  /// next, and on the day of submission.
  package let policy: PolicyInForce

  package var undecided: [Matter] { matters.filter(\.needsDecision) }

  /// What somebody has been shown who saw the figures and what was done with them: a digest of both.
  package let shown: Digest

  /// The digest that was approved, or the last amendment's.
  package var frozen: [UInt8]? {
    guard let recorded, recorded.state == .approved else { return nil }
    return amendments.last?.digest ?? recorded.digest
  }

  /// Records came after the approval, and no amendment says so yet.
  package var isOvertaken: Bool { frozen.map { $0 != content.digest.bytes } ?? false }

  /// R1-56, A17: by the end of the 5th. Of one that was sent back and submitted again the last counts.
  package func isLate(at now: Instant) -> Bool {
    let zone = content.site.zone
    return LocalTime(recorded?.submittedAt ?? now, in: zone).date > due
  }

  /// R1-57, A18: the decision, or the lack of one so far, is past two working days.
  package func isDecisionLate(at now: Instant) -> Bool {
    guard let recorded, let decisionDue else { return false }
    let moment = recorded.state == .submitted ? now : recorded.at
    return LocalTime(moment, in: content.site.zone).date > decisionDue.date
  }
}

extension SiteView {
  package func summaryKey(of month: CivilMonth) -> RecordKey {
    key(.summary, RecordIdentity.summary(site: scope, month: month))
  }

  /// - Parameter calendar: of the company.
  package func summary(of month: CivilMonth, _ calendar: WorkingCalendar) throws -> MonthSummary {
    let content = try SummaryContent(self, month)
    let record = summaryKey(of: month)
    let recorded = try replica.records.state(of: record).flatMap { RecordedSummary(record, $0) }
    let policy = try policy()
    let zone = content.site.zone
    let matters = try self.matters().filter { $0.source.month == month }
    return MonthSummary(
      content: content, recorded: recorded, amendments: try amendments(of: record),
      matters: matters,
      unlettered: try matters.filter { matter in
        guard matter.handling?.decision == .beyondAuthority else { return false }
        return try replica.records.members(.letterOfMatter, of: matter.key).isEmpty
      }, letters: try letters().filter { $0.summary == record },
      emergencies: try emergencies(of: month),
      due: SummaryClock.due(month, policy.settings(on: month.next.firstDay)),
      decisionDue: recorded.map {
        SummaryClock.decisionDue(
          submittedAt: $0.submittedAt, content.site.zone, calendar,
          policy.settings(on: LocalTime($0.submittedAt, in: content.site.zone).date))
      },
      policy: PolicyInForce(policy, for: .month) { decision in
        switch decision {
        case "A17": month.next.firstDay
        case "A18":
          LocalTime(recorded?.submittedAt ?? month.next.firstDay.startOfDay(in: zone), in: zone)
            .date
        default: month.firstDay
        }
      },
      shown: Digest(
        domain: "rounds summary shown v1",
        content.digest.bytes + PackedChanges.pack(try replica.frontier(of: record))))
  }

  package func amendments(of summary: RecordKey) throws -> [SummaryAmendment] {
    try replica.records.members(.amendmentOfSummary, of: summary)
      .compactMap { SummaryAmendment($0.state) }.sorted { $0.number < $1.number }
  }

  /// The months of which somebody submitted a summary, ascending.
  package func recordedMonths() throws -> [CivilMonth] {
    Set(
      try replica.records.states(of: .summary, in: scope)
        .compactMap { $0.state.month(SummaryField.month) }
    ).sorted()
  }

  /// The months whose summary was approved, ascending.
  package func approvedMonths() throws -> [CivilMonth] {
    try replica.records.states(of: .summary, in: scope)
      .filter { $0.state.code(SummaryField.state) == SummaryState.approved }
      .compactMap { $0.state.month(SummaryField.month) }.sorted()
  }

  /// What the rules say to somebody who is about to act on a summary.
  package func findings(
    _ act: SummaryFacts.Act, on summary: MonthSummary, by account: AccountID, _ role: Role,
    comment: String? = nil, at now: Instant
  ) -> [Finding] {
    var facts = SummaryFacts(act, by: role, in: summary.recorded?.state)
    let zone = summary.content.site.zone
    let today = LocalTime(now, in: zone).date
    facts.isAuthor = summary.recorded?.author == account
    facts.isMonthOver = today >= summary.content.month.next.firstDay
    facts.isProvisional = summary.content.isProvisional
    facts.isLate = act == .submit ? today > summary.due : summary.isDecisionLate(at: now)
    facts.undecided = summary.undecided.count
    facts.unlettered = summary.unlettered.count
    facts.hasComment = comment?.isBlank == false
    return SummaryRules.findings(facts)
  }
}

/// The changes by which a summary goes on; the same on a laptop and at the office.
package struct SummaryEdits {
  package let summary: MonthSummary
  package let record: RecordKey
  /// Who acts.
  package let account: RecordKey
  package let at: Instant

  package init(_ summary: MonthSummary, _ record: RecordKey, by account: RecordKey, at now: Instant)
  {
    self.summary = summary
    self.record = record
    self.account = account
    at = now
  }

  package func submission(_ text: String) -> RecordEdit {
    var edit = frozen(.submitted)
    edit[SummaryField.author] = .reference(account)
    edit[SummaryField.submittedAt] = .instant(at)
    edit[SummaryField.text] = .text(text)
    return edit
  }

  /// Freezes the figures that the manager was shown.
  package func approval() -> RecordEdit { frozen(.approved) }

  package func sendingBack(_ comment: String) -> RecordEdit {
    var edit = self.edit(.returned)
    edit[SummaryField.comment] = .text(comment)
    return edit
  }

  private func frozen(_ state: SummaryState) -> RecordEdit {
    var edit = self.edit(state)
    edit[SummaryField.figures] = .bytes(summary.content.text)
    edit[SummaryField.digest] = .bytes(summary.content.digest.bytes)
    return edit
  }

  private func edit(_ state: SummaryState) -> RecordEdit {
    RecordEdit(
      .summary, record.id,
      [
        SummaryField.month: .integer(Int64(summary.content.month.number)),
        SummaryField.state: .code(state), SummaryField.account: .reference(account),
        SummaryField.at: .instant(at),
      ])
  }
}

/// An approved summary that later records have overtaken, and no amendment says so yet.
package struct OvertakenSummary: Sendable {
  let record: RecordKey
  let content: SummaryContent
  /// Of the next amendment.
  let number: Int

  package func amendment(at now: Instant) -> RecordEdit {
    RecordEdit(
      .summaryAmendment,
      RecordIdentity.summaryAmendment(summary: record.id, number: number),
      [
        SummaryAmendmentField.summary: .reference(record),
        SummaryAmendmentField.number: .integer(Int64(number)),
        SummaryAmendmentField.figures: .bytes(content.text),
        SummaryAmendmentField.digest: .bytes(content.digest.bytes),
        SummaryAmendmentField.at: .instant(now),
      ])
  }
}

extension SiteView {
  /// - Returns: nothing for a summary that is not approved, or is in step with its records.
  package func overtaken(_ month: CivilMonth) throws -> OvertakenSummary? {
    let record = summaryKey(of: month)
    guard
      let recorded = try replica.records.state(of: record).flatMap({ RecordedSummary(record, $0) }),
      recorded.state == .approved
    else { return nil }
    let last = try amendments(of: record).last
    let content = try SummaryContent(self, month)
    if content.digest.bytes == last?.digest ?? recorded.digest { return nil }
    return OvertakenSummary(record: record, content: content, number: (last?.number ?? 0) + 1)
  }
}
