package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A survey or a report as people see it.
package struct SurveyCard: Sendable {
  package let survey: Survey
  package let stage: SurveyStage
  package let figures: ShownFigures
  package let publishedAt: Instant?
  /// The last day of the publication; nothing before the analysis.
  package let due: WorkingCalendar.DueDate?
  /// What was answered to the open question, in no order that says by whom; closed ones as nothing.
  package let remarks: [String?]
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
  /// Who began it.
  package let person: String
}

extension Laptop {
  /// The surveys and reports of a site, the oldest first.
  package func surveys(of site: SiteFacts, _ replica: Replica) throws -> [SurveyCard] {
    let view = SiteView(replica, site.scope)
    return try view.surveys().map { try card($0, view) }
  }

  package func surveyCard(named text: String, _ replica: Replica) throws -> SurveyCard {
    let survey = try survey(named: text, replica)
    return try card(survey, SiteView(replica, survey.key.scope))
  }

  /// Begins a questionnaire, or a report on accounts.
  /// - Throws: `FieldFault.refused` (R1-26), F-assigned.
  package func createSurvey(_ input: SurveyInput, at siteCode: String?) throws -> SurveyCard {
    try requireTyped(lines: [input.title], texts: [input.question])
    let id = freshID()
    // Asked before anything is sealed, so that no key is made for what is refused, and once more inside.
    let (key, zone) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let desk = surveyDesk(site, replica)
      try requireNothing(in: desk.create(input, as: id, slipKey: nil).findings)
      return (desk.view.key(.survey, id), site.zone)
    }
    let slipKey = try freshSlipKey(of: key, input.kind, in: zone)
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let desk = surveyDesk(site, replica)
      _ = try keep(desk.create(input, as: id, slipKey: slipKey?.sealed), slipKey?.new, on: desk)
      return try surveyCard(named: id.description, replica)
    }
  }

  /// How many slips were handed out in all.
  package func distributeSurvey(named text: String, _ count: Int) throws -> SurveyCard {
    try act(onSurvey: text) { desk, survey in desk.distribute(survey, count) }.card
  }

  /// Enters one answer, from a slip or as somebody gives it (R1-26).
  package func answerSurvey(
    named text: String, _ slip: SurveySlip
  ) throws -> (card: SurveyCard, reminders: [Finding]) {
    try requireTyped(lines: [slip.room, slip.slip ?? ""], texts: [slip.remark])
    if let text = slip.slip, slip.number == nil {
      throw FieldFault.wrongUsage(Message(.surveyNotASlip, [text]))
    }
    let known = try read { try survey(named: text, $0) }
    let slipKey = try slip.number == nil ? nil : openedSlipKey(of: known)
    let fresh = freshID()
    let year = LocalTime(known.created.at, in: known.zone).date.year
    let hasText = !slip.room.isBlank || !slip.remark.isBlank
    let key = hasText ? try householdKey(known.key, year: year, .visit) : nil
    return try act(onSurvey: text, key?.new) { desk, survey in
      let record = desk.key(of: slip, to: survey, slipKey, fresh: fresh)
      func sealed(_ text: String, _ field: UInt32) throws -> Value? {
        guard let key, !text.isBlank else { return nil }
        return try seal(text, under: key.key, in: record, field: field)
      }
      return try desk.answer(
        survey, slip, as: record, room: try sealed(slip.room, SurveyResponseField.room),
        remark: try sealed(slip.remark, SurveyResponseField.remark))
    }
  }

  /// Records the end of the analysis, with the figures as they are now (A27).
  package func analyseSurvey(named text: String, saying words: String) throws -> SurveyCard {
    try requireTyped(lines: [], texts: [words])
    return try act(onSurvey: text) { desk, survey in
      try desk.analyse(survey, text: words)
    }.card
  }

  /// Names the notice by which it is published (R1-26).
  package func publishSurvey(
    named text: String, by notice: String
  ) throws -> (card: SurveyCard, reminders: [Finding]) {
    try act(onSurvey: text) { desk, survey in
      try desk.publish(survey, by: try self.notice(named: notice, desk.view.replica))
    }
  }

  /// - Throws: `FieldFault.wrongUsage` without a reason.
  package func withdrawSurvey(named text: String, reason: String) throws -> SurveyCard {
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    try requireTyped(lines: [reason], texts: [])
    return try act(onSurvey: text) { desk, survey in
      desk.withdraw(survey, reason: reason)
    }.card
  }

  // MARK: What they are made of

  private func act(
    onSurvey text: String, _ new: NewHouseholdKey? = nil,
    _ plan: (SurveyDesk, Survey) throws -> SurveyDesk.Planned
  ) throws -> (card: SurveyCard, reminders: [Finding]) {
    try write { replica in
      let survey = try survey(named: text, replica)
      guard let site = try SiteView(replica, survey.key.scope).facts() else {
        throw FieldFault.failed(Message(.noSuchSurvey))
      }
      try requireAssigned(site.scope, replica)
      let desk = surveyDesk(site, replica)
      let reminders = try keep(try plan(desk, survey), new, on: desk)
      return (try surveyCard(named: survey.key.id.description, replica), reminders)
    }
  }

  /// - Returns: what to remind of.
  private func keep(
    _ planned: SurveyDesk.Planned, _ new: NewHouseholdKey? = nil, on desk: SurveyDesk
  ) throws -> [Finding] {
    try requireNothing(in: planned.findings)
    let scope = desk.view.scope
    try requireNoConflict(in: planned.edits, of: scope, desk.view.replica)
    try write(planned.edits, in: scope, keys: new.map { [$0] } ?? [], on: desk.view.replica)
    return planned.findings
  }

  private func requireNothing(in findings: [Finding]) throws {
    if let first = findings.first(where: { $0.severity == .block }) {
      throw FieldFault.refused(Refusal(first))
    }
  }

  private func surveyDesk(_ site: SiteFacts, _ replica: Replica) -> SurveyDesk {
    SurveyDesk(
      SiteView(replica, site.scope), zone: site.zone, by: person(account), at: now)
  }

  private func survey(named text: String, _ replica: Replica) throws -> Survey {
    let (key, _) = try record(.survey, named: text, replica)
    guard let survey = try SiteView(replica, key.scope).survey(key) else {
      throw FieldFault.failed(Message(.noSuchSurvey))
    }
    return survey
  }

  private func requireTyped(lines: [String], texts: [String]) throws {
    for line in lines {
      if let flaw = TypedText.flaw(inLine: line, place: "survey") { throw FieldFault.failed(flaw) }
    }
    for text in texts {
      if let flaw = TypedText.flaw(inText: text, place: "survey") { throw FieldFault.failed(flaw) }
    }
  }

  private func card(_ survey: Survey, _ view: SiteView) throws -> SurveyCard {
    let replica = view.replica
    let answers = try view.answers(to: survey)
    let remarks = try answers.compactMap { answer -> String?? in
      let state = try replica.records.state(of: answer.key) ?? .empty
      guard let sealed = state.sealed(SurveyResponseField.remark) else { return nil }
      return .some(try open(sealed, in: answer.key, field: SurveyResponseField.remark))
    }
    let due = try survey.analysed.map { analysed in
      SurveyRules.due(
        analysedAt: analysed.at, survey.zone,
        try replica.workingCalendar(of: office.company),
        try replica.policy().settings(on: LocalTime(analysed.at, in: survey.zone).date))
    }
    return SurveyCard(
      survey: survey, stage: try view.stage(of: survey),
      figures: ShownFigures(survey, answers), publishedAt: try view.publishedAt(survey),
      due: due, remarks: remarks,
      policy: try replica.inForce(
        .survey, at: (survey.analysed ?? survey.created).at, in: survey.zone),
      frontier: try replica.frontier(of: survey.key),
      person: try personName(survey.created.account, replica))
  }
}
