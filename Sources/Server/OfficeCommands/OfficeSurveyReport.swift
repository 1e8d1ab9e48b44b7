import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A survey or a report as people see it: with what was answered to the open question for whoever may read
/// it.
struct OfficeSurveyCard {
  let shown: OfficeSurvey
  let site: SiteFacts
  /// Closed ones as nothing.
  let remarks: [String?]
  /// Who began it.
  let person: String

  var survey: Survey { shown.survey }
  var shortID: String { String(survey.key.id.description.prefix(8)) }
  var due: String {
    shown.due.map { $0.date.description + ($0.isProvisional ? " *" : "") } ?? ""
  }

  var json: JSON {
    let json = SurveyJSON.object(
      survey, shown.stage, figures: shown.figures, publishedAt: shown.publishedAt,
      due: shown.due, policy: shown.policy, saw: SawToken.text(shown.frontier)
    ) { _ in person }
    return OfficeMeetingReport.placed(json, at: site)
  }
}

extension Office {
  /// The surveys and reports of a site, without remarks.
  func surveyCards(of site: SiteFacts, on replica: Replica) throws -> [OfficeSurveyCard] {
    let found = try surveys(of: site.scope, on: replica)
    if found.isEmpty { return [] }
    let names = try peopleNames(on: replica)
    return found.map {
      OfficeSurveyCard(
        shown: $0, site: site, remarks: [], person: names[$0.survey.created.account] ?? "")
    }
  }

  /// The survey as it is now.
  /// - Parameter reader: who looks; nothing leaves the remarks closed.
  /// - Throws: `OfficeFault.failed` for what is none, `.refused` (F-role, F-assigned) for whoever is not to
  ///   read remarks.
  func surveyCard(_ key: RecordKey, for reader: AccountID? = nil) throws -> OfficeSurveyCard {
    try read { replica in
      if let reader { try requireAttendant(reader, of: key.scope, on: replica) }
      guard let shown = try survey(key, on: replica),
        let site = try SiteView(replica, key.scope).facts()
      else { throw OfficeFault.failed(Message(.noSuchSurvey)) }
      return OfficeSurveyCard(
        shown: shown, site: site,
        remarks: try reader == nil ? [] : remarks(of: shown.survey, on: replica),
        person: try peopleNames(on: replica)[shown.survey.created.account] ?? "")
    }
  }

  /// - Parameter text: an id, or an unmistakable beginning of one.
  /// - Throws: `OfficeFault.failed` when there is none, `.wrongUsage` when it fits several.
  func surveyKey(named text: String) throws -> RecordKey {
    let keys = try read { replica in
      try SiteView.all(in: replica).flatMap {
        try SiteView(replica, $0.scope).surveys().map(\.key)
      }
    }
    return try unmistakable(text, among: keys, orElse: .noSuchSurvey)
  }
}

/// What the office says of one survey.
enum OfficeSurveyReport {
  static func report(_ card: OfficeSurveyCard) -> Report {
    let (survey, figures) = (card.survey, card.shown.figures)
    var report = Report()
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(Message(label), .text(value))) }
    }
    func words(_ label: Phrase, _ value: Phrase) {
      report.append(.fact(Message(label), .words(Message(value))))
    }
    fact(.labelId, survey.key.id.description)
    fact(.labelSite, card.site.name)
    words(.labelKind, survey.kind.phrase)
    words(.labelState, card.shown.stage.phrase)
    fact(.labelSurveyTitle, survey.title)
    fact(.labelPerson, card.person)
    fact(.labelClosesOn, survey.closesOn?.description)
    fact(.labelQuestion, survey.question)
    if survey.kind == .satisfaction {
      fact(.labelSteps, "\(survey.steps)")
      fact(.labelDistributed, "\(figures.distributed)")
      fact(.labelReturned, "\(figures.returned)")
      fact(.labelReturnRate, figures.returnPerMille.map(SurveyLineRow.percent))
      fact(.labelSinceAnalysis, figures.since == 0 ? nil : "\(figures.since)")
      if figures.frozen == nil {
        report.append(.note(Message(.surveyNotYetShown)))
      } else {
        var table = TextTable(SurveyLineRow.headings.map { TextTable.Column(Message($0)) })
        for line in figures.lines { table.append(SurveyLineRow(line).cells) }
        report.append(.table(table))
      }
    }
    if !survey.text.isBlank { report.append(.quotation(survey.text)) }
    for remark in card.remarks { report.append(.quotation(remark ?? "•••")) }
    fact(.labelAnalysedAt, survey.analysed?.at.wallText(in: survey.zone))
    fact(.labelPublishBy, card.due)
    fact(.labelPublishedAt, card.shown.publishedAt?.wallText(in: survey.zone))
    fact(.labelWithdrawn, survey.withdrawn?.at.wallText(in: survey.zone))
    fact(.labelReason, survey.withdrawReason)
    if survey.analysed != nil, !figures.isCurrent {
      let size = ["\(SurveyRules.smallestGroup)"]
      report.append(
        .warning(
          figures.areTooFewSince
            ? Message(.ruleFiguresFew, size) : Message(.ruleFiguresMoved)))
    }
    fact(.labelPolicy, card.shown.policy.text)
    fact(.labelSaw, SawToken.text(card.shown.frontier))
    return report
  }

  /// - Parameter message: about the survey as it is now.
  static func said(
    _ card: OfficeSurveyCard, _ message: Message, _ reminders: [Finding] = []
  ) -> CommandOutput {
    .result(
      CommandResult(
        Report(nil, [.note(message)] + OfficeIncidentReport.parts(reminders)),
        .object([
          "survey": card.json,
          "reminders": .array(reminders.map { .string($0.rule.rawValue) }),
        ])))
  }
}

extension SurveyLineRow {
  fileprivate init(_ line: SurveyFigures.Line) {
    self.init(
      line.dimension, valid: line.valid, counts: line.counts,
      satisfiedPerMille: line.satisfiedPerMille, meanHundredths: line.meanHundredths,
      smallestGroup: SurveyRules.smallestGroup)
  }
}
