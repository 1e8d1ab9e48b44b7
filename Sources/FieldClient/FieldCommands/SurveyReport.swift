import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A survey or a report as a report and JSON.
enum SurveyReport {
  static func due(_ card: SurveyCard) -> String {
    card.due.map { $0.date.description + ($0.isProvisional ? " *" : "") } ?? ""
  }

  static func report(_ card: SurveyCard) -> Report {
    let (survey, figures) = (card.survey, card.figures)
    var report = Report(nil, [.fact(.labelId, .text(survey.key.id.description))])
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(label, .text(value))) }
    }
    report.append(.fact(.labelKind, .words(survey.kind.phrase)))
    report.append(.fact(.labelState, .words(card.stage.phrase)))
    fact(.labelSurveyTitle, survey.title)
    fact(.labelPerson, card.person)
    fact(.labelClosesOn, survey.closesOn?.description)
    fact(.labelQuestion, survey.question)
    if survey.kind == .satisfaction {
      report.append(.fact(.labelSteps, .number(survey.steps)))
      report.append(.fact(.labelDistributed, .number(figures.distributed)))
      report.append(.fact(.labelReturned, .number(figures.returned)))
      fact(.labelReturnRate, figures.returnPerMille.map(SurveyLineRow.percent))
      fact(.labelSinceAnalysis, figures.since == 0 ? nil : "\(figures.since)")
      if figures.frozen == nil {
        report.append(.note(Message(.surveyNotYetShown)))
      } else {
        var table = TextTable(SurveyLineRow.headings.map { TextTable.Column(Message($0)) })
        for line in figures.lines { table.append(row(line).cells) }
        report.append(.table(table))
      }
    }
    if !survey.text.isBlank { report.append(.quotation(survey.text)) }
    for remark in card.remarks { report.append(.quotation(remark ?? "•••")) }
    fact(.labelAnalysedAt, survey.analysed?.at.wallText(in: survey.zone))
    fact(.labelPublishBy, due(card))
    fact(.labelPublishedAt, card.publishedAt?.wallText(in: survey.zone))
    fact(.labelWithdrawn, survey.withdrawn?.at.wallText(in: survey.zone))
    fact(.labelReason, survey.withdrawReason)
    if survey.analysed != nil, !figures.isCurrent {
      report.append(
        .warning(
          figures.areTooFewSince
            ? Message(.ruleFiguresFew, "\(SurveyRules.smallestGroup)")
            : Message(.ruleFiguresMoved)))
    }
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  private static func row(_ line: SurveyFigures.Line) -> SurveyLineRow {
    SurveyLineRow(
      line.dimension, valid: line.valid, counts: line.counts,
      satisfiedPerMille: line.satisfiedPerMille, meanHundredths: line.meanHundredths,
      smallestGroup: SurveyRules.smallestGroup)
  }

  static func json(_ card: SurveyCard) -> JSON {
    SurveyJSON.object(
      card.survey, card.stage, figures: card.figures, publishedAt: card.publishedAt,
      due: card.due, policy: card.policy, saw: SawToken.text(card.frontier)
    ) { _ in card.person }
  }

  static func said(
    _ card: SurveyCard, _ message: Message, _ reminders: [Finding] = []
  ) -> CommandOutput {
    var report = Report(nil, [.note(message)])
    for reminder in reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "survey": json(card),
          "reminders": .array(reminders.map { .string($0.rule.rawValue) }),
        ])))
  }
}
