package import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Laptop {
  /// A month's summary as this laptop's records give it.
  package func summary(
    of site: SiteFacts, month: CivilMonth, _ replica: Replica
  ) throws -> MonthSummary {
    try SiteView(replica, site.scope)
      .summary(of: month, try replica.workingCalendar(of: office.company))
  }

  /// Submits a month's summary to the manager (R1-56); again, after it was sent back.
  /// - Parameter text: the author's own words.
  /// - Returns: the summary, and what to remind of.
  /// - Throws: `FieldFault.refused` with R1-56, F-saw, F-assigned.
  package func submitSummary(
    of month: CivilMonth, _ text: String, at siteCode: String?
  ) throws -> (summary: MonthSummary, reminders: [Finding]) {
    if let flaw = TypedText.flaw(inText: text, place: "text") { throw FieldFault.failed(flaw) }
    return try act(.submit, on: month, at: siteCode) { $0.submission(text) }
  }

  /// Approves a month's summary and freezes its figures (R1-57, R1-58).
  /// - Parameter shown: the token that `summary show` printed; nothing means what is here now.
  /// - Throws: `FieldFault.refused` with R1-57, R1-58, R1-59, F-saw, F-assigned.
  package func approveSummary(
    of month: CivilMonth, shown: Digest? = nil, at siteCode: String?
  ) throws -> (summary: MonthSummary, reminders: [Finding]) {
    try act(.approve, on: month, shown: shown, at: siteCode) { $0.approval() }
  }

  /// Sends a month's summary back to its author; the clock of R1-57 stops.
  package func returnSummary(
    of month: CivilMonth, _ comment: String, at siteCode: String?
  ) throws -> (summary: MonthSummary, reminders: [Finding]) {
    if let flaw = TypedText.flaw(inText: comment, place: "comment") {
      throw FieldFault.failed(flaw)
    }
    return try act(.sendBack, on: month, comment: comment, at: siteCode) {
      $0.sendingBack(comment)
    }
  }

  private func act(
    _ act: SummaryFacts.Act, on month: CivilMonth, comment: String? = nil, shown: Digest? = nil,
    at siteCode: String?, _ edit: (SummaryEdits) -> RecordEdit
  ) throws -> (summary: MonthSummary, reminders: [Finding]) {
    try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let view = SiteView(replica, site.scope)
      let summary = try self.summary(of: site, month: month, replica)
      let findings = view.findings(
        act, on: summary, by: account, try visitor(replica).role, comment: comment, at: now)
      let reminders = try remindersOnly(findings)
      if let shown, shown != summary.shown {
        throw FieldFault.refused(
          Refusal(rule: "F-saw", why: Message(.summaryStale), cure: Message(.reviewStaleCure)))
      }
      let record = view.summaryKey(of: month)
      let made = edit(SummaryEdits(summary, record, by: person(account), at: now))
      try requireNoConflict(in: [made], of: site.scope, replica)
      try write([made], in: site.scope, on: replica)
      return (try self.summary(of: site, month: month, replica), reminders)
    }
  }

  /// - Throws: `FieldFault.refused` by the first that blocks.
  func remindersOnly(_ findings: [Finding]) throws -> [Finding] {
    if let first = findings.first(where: { $0.severity == .block }) {
      throw FieldFault.refused(Refusal(first))
    }
    return findings
  }

  // MARK: The manager's decisions

  /// What the manager decides about one matter (R1-58).
  /// - Parameters:
  ///   - measure: which, or why none; may be blank only for what is beyond them.
  ///   - saw: the frontier that `matter show` printed; nothing means what is here now.
  /// - Throws: `FieldFault.refused` with R1-58, F-saw, F-assigned.
  package func decideMatter(
    named text: String, _ kind: MatterDecisionKind, _ measure: String, saw: [ChangeID]? = nil
  ) throws -> MatterCard {
    if let flaw = TypedText.flaw(inText: measure, place: "measure") {
      throw FieldFault.failed(flaw)
    }
    let target = try read { try matter(named: text, $0) }
    let key = measure.isBlank ? nil : try textKey(of: target.source)
    return try write { replica in
      let matter = try matter(named: text, replica)
      try requireAssigned(matter.key.scope, replica)
      var facts = AuthorityFacts(.decide(kind), by: try visitor(replica).role)
      facts.hasText = !measure.isBlank
      facts.needsNoDecision = !matter.needsDecision
      _ = try remindersOnly(AuthorityRules.findings(facts))
      let view = SiteView(replica, matter.key.scope)
      let record = view.handlingKey(of: matter.key.id)
      if let saw { try requireShown(record, saw, replica) }
      let sealed = try key.map {
        try seal(measure, under: $0.key, in: record, field: HandlingField.measure)
      }
      let edit = LetterEdits(by: person(account), at: now)
        .decision(kind, about: matter, measure: sealed)
      try requireNoConflict(in: [edit], of: record.scope, replica)
      try write([edit], in: record.scope, keys: (key?.new).map { [$0] } ?? [], on: replica)
      return try card(try self.matter(named: text, replica), view)
    }
  }

  // MARK: Letters

  /// Writes a contact letter about matters beyond the manager's authority (R1-59). The office numbers
  /// it when it has it.
  /// - Throws: `FieldFault.refused` with R1-59, F-assigned.
  package func writeLetter(
    _ text: LetterText, about names: [String], month: CivilMonth, at siteCode: String?
  ) throws -> Letter {
    try requireTyped(text)
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let matters = try names.map { try matter(named: $0, replica) }
      guard matters.allSatisfy({ $0.key.scope == site.scope }) else {
        throw FieldFault.failed(Message(.matterOfAnotherSite))
      }
      let view = SiteView(replica, site.scope)
      let findings = try text.findings(
        about: matters, by: try visitor(replica).role,
        today: LocalTime(now, in: site.zone).date, view)
      _ = try remindersOnly(findings)
      let letter = RecordKey(
        scope: site.scope, type: .letter,
        id: RecordID(prefixOf: environment.randomness.bytes(16)))
      let edits = LetterEdits(by: person(account), at: now).letter(
        letter, text, about: matters, summary: view.summaryKey(of: month), in: site.zone)
      try write(edits, in: site.scope, on: replica)
      guard let written = try view.letter(letter) else {
        throw StoreFault.damaged("a letter that was just written")
      }
      return written
    }
  }

  private func requireTyped(_ text: LetterText) throws {
    if let flaw = TypedText.flaw(inLine: text.subject, place: "subject") {
      throw FieldFault.failed(flaw)
    }
    for (place, long) in [("background", text.background), ("proposal", text.proposal)] {
      if let flaw = TypedText.flaw(inText: long, place: place) { throw FieldFault.failed(flaw) }
    }
  }
}
