package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A survey or a report as people see it at the office.
package struct OfficeSurvey: Sendable {
  package let survey: Survey
  package let stage: SurveyStage
  package let figures: ShownFigures
  package let publishedAt: Instant?
  /// The last day of the publication; nothing before the analysis.
  package let due: WorkingCalendar.DueDate?
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
}

/// Questionnaires and reports at the office (R1-26).
extension Office {
  /// The surveys and reports of a site, the oldest first.
  package func surveys(of site: ScopeID, on replica: Replica) throws -> [OfficeSurvey] {
    let view = SiteView(replica, site)
    return try view.surveys().map { try shown($0, view) }
  }

  /// - Returns: nothing for what is none.
  package func survey(_ key: RecordKey, on replica: Replica) throws -> OfficeSurvey? {
    let view = SiteView(replica, key.scope)
    return try view.survey(key).map { try shown($0, view) }
  }

  /// What was answered to the open question, in no order that says by whom; closed ones as nothing. Words
  /// of households: whoever asks was asked who they are (`requireAttendant`).
  package func remarks(of survey: Survey, on replica: Replica) throws -> [String?] {
    try SiteView(replica, survey.key.scope).answers(to: survey).compactMap { answer in
      let state = try replica.records.state(of: answer.key) ?? .empty
      guard let sealed = state.sealed(SurveyResponseField.remark) else { return nil }
      return .some(try opened(sealed, in: answer.key, field: SurveyResponseField.remark))
    }
  }

  /// The notices by which a survey of the site may be published: reports that are issued.
  package func reportNotices(of site: ScopeID, on replica: Replica) throws -> [Notice] {
    try notices(of: site, on: replica).filter {
      $0.text.kind == .report && $0.issued != nil && $0.withdrawn == nil
    }
  }

  /// Begins a questionnaire, or a report on accounts, as `Laptop.createSurvey` does.
  /// - Throws: `OfficeFault.refused` (R1-26).
  package func createSurvey(
    _ input: SurveyInput, of site: ScopeID, by account: AccountID
  ) throws -> RecordKey {
    let key = RecordKey(
      scope: site, type: .survey, id: RecordID(prefixOf: environment.randomness.bytes(16)))
    // Asked before anything is sealed, so that no key is made for what is refused, and once more inside.
    let zone = try read { replica in
      try requireDecider(try person(account, on: replica))
      let desk = try surveyDesk(of: site, by: account, on: replica)
      try requireNothing(in: desk.create(input, as: key.id, slipKey: nil).findings)
      return desk.zone
    }
    let slipKey = try freshSlipKey(of: key, input.kind, in: zone)
    try write { replica in
      try requireDecider(try person(account, on: replica))
      let desk = try surveyDesk(of: site, by: account, on: replica)
      _ = try keep(desk.create(input, as: key.id, slipKey: slipKey), by: account, on: desk)
    }
    return key
  }

  /// How many slips were handed out in all.
  /// - Parameter saw: the frontier that was shown; nothing means what is here now. So for all below.
  package func distributeSurvey(
    _ key: RecordKey, _ count: Int, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    try onSurvey(key, saw, by: account) { desk, survey in desk.distribute(survey, count) }
  }

  /// Records the end of the analysis, with the figures as they are now (A27).
  /// - Parameter returned: how many slips were shown to have come back; nothing where no number was.
  /// - Throws: `OfficeFault.refused` (R1-26; F-saw where answers came since).
  package func analyseSurvey(
    _ key: RecordKey, text: String, returned: Int? = nil, saw: [ChangeID]? = nil,
    by account: AccountID
  ) throws {
    try onSurvey(key, saw, by: account) { desk, survey in
      if let returned {
        guard returned == (try desk.view.answers(to: survey).count) else {
          throw OfficeFault.refused(
            rule: "F-saw", why: Message(.surveyFiguresStale), cure: Message(.reviewStaleCure))
        }
      }
      return try desk.analyse(survey, text: text)
    }
  }

  /// Names the notice by which it is published (R1-26).
  /// - Returns: what to remind of.
  @discardableResult
  package func publishSurvey(
    _ key: RecordKey, by notice: RecordKey, saw: [ChangeID]? = nil, by account: AccountID
  ) throws -> [Finding] {
    try onSurvey(key, saw, by: account) { desk, survey in
      guard notice.scope == key.scope, let notice = try desk.view.notice(notice) else {
        throw OfficeFault.failed(Message(.noSuchNotice))
      }
      return try desk.publish(survey, by: notice)
    }
  }

  /// - Throws: `OfficeFault.wrongUsage` without a reason on one line.
  package func withdrawSurvey(
    _ key: RecordKey, reason: String, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    guard !reason.isBlank, reason.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.settlementReasonMissing))
    }
    try onSurvey(key, saw, by: account) { desk, survey in
      desk.withdraw(survey, reason: reason)
    }
  }

  // MARK: What they are made of

  /// - Parameter account: nothing for what came by a link.
  func surveyDesk(
    of site: ScopeID, by account: AccountID?, on replica: Replica
  ) throws -> SurveyDesk {
    let view = SiteView(replica, site)
    return SurveyDesk(
      view, zone: try view.facts()?.zone ?? environment.zone,
      by: account.map { accountKey($0) }, at: now)
  }

  func surveyAndDesk(
    _ key: RecordKey, by account: AccountID, on replica: Replica
  ) throws -> (desk: SurveyDesk, survey: Survey) {
    try requireDecider(try person(account, on: replica))
    let desk = try surveyDesk(of: key.scope, by: account, on: replica)
    guard let survey = try desk.view.survey(key) else {
      throw OfficeFault.failed(Message(.noSuchSurvey))
    }
    return (desk, survey)
  }

  @discardableResult
  func onSurvey(
    _ key: RecordKey, _ saw: [ChangeID]?, by account: AccountID,
    _ plan: (SurveyDesk, Survey) throws -> SurveyDesk.Planned
  ) throws -> [Finding] {
    try write { replica in
      let (desk, survey) = try surveyAndDesk(key, by: account, on: replica)
      if let saw { try requireShown(key, saw, on: replica) }
      return try keep(try plan(desk, survey), by: account, on: desk)
    }
  }

  /// - Returns: what to remind of.
  private func keep(
    _ planned: SurveyDesk.Planned, by account: AccountID, on desk: SurveyDesk
  ) throws -> [Finding] {
    try requireNothing(in: planned.findings)
    try publishSeen(
      planned.edits, in: desk.view.scope, by: account, on: desk.view.replica)
    return planned.findings
  }

  private func shown(_ survey: Survey, _ view: SiteView) throws -> OfficeSurvey {
    let replica = view.replica
    let due = try survey.analysed.map { analysed in
      SurveyRules.due(
        analysedAt: analysed.at, survey.zone, try replica.workingCalendar(of: company),
        try replica.policy().settings(on: LocalTime(analysed.at, in: survey.zone).date))
    }
    return OfficeSurvey(
      survey: survey, stage: try view.stage(of: survey),
      figures: ShownFigures(survey, try view.answers(to: survey)),
      publishedAt: try view.publishedAt(survey), due: due,
      policy: try replica.inForce(
        .survey, at: (survey.analysed ?? survey.created).at, in: survey.zone),
      frontier: try replica.frontier(of: survey.key))
  }
}
