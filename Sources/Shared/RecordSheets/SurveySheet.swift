import CommunicationPolicy
import ConflictFreeRecords
import Console
package import PrintedForms
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// What R1-26 has published: the results of a questionnaire, or a report on accounts; and the slip of a
/// questionnaire to hand out.
///
/// Everybody reads the results: they are those that were analysed, without groups too small to hide in, and
/// without what was answered in words or by whom.
package struct SurveySheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field
  private static let steps = 5

  /// A slip with every dimension, graded from 1 to 5.
  package func blank(issuer: String) -> PrintedForm {
    let grades = (1...Self.steps).map { PrintedForm.Tick("\($0)", false) }
    var form = PrintedForm(
      words(.printedSlip), issuer: issuer,
      [
        .fields([
          [Field(words(.labelSurveyTitle))],
          [Field(words(.labelSlip)), Field(words(.labelClosesOn))],
        ]),
        .note(words(.slipHow, "\(Self.steps)")),
      ])
    for dimension in SurveyDimension.allCases {
      form.blocks.append(.ticks(words(dimension.phrase), grades))
    }
    form.blocks += [
      .text(label: words(.slipRemark), "", lines: 5), .fields([[Field(words(.slipRoom))]]),
    ]
    return form
  }

  /// - Parameters:
  ///   - shown: its figures as they are shown now.
  ///   - issuer: the site, or the company.
  /// - Throws: `NoSheet` before the analysis.
  package func form(
    of survey: Survey, _ stage: SurveyStage, _ shown: ShownFigures, issuer: String
  ) throws(NoSheet) -> PrintedForm {
    guard survey.analysed != nil, let figures = SurveyFigures(frozenIn: survey) else {
      throw NoSheet(.printNotAnalysed)
    }
    var form = PrintedForm(survey.title, issuer: issuer, number: short(survey.key.id))
    if let caution = caution(stage, shown) {
      form.blocks.append(.text(label: words(.printedDraft), words(caution), lines: 0))
    }
    form.blocks.append(.fields(facts(survey, figures)))
    if survey.kind == .satisfaction {
      form.blocks.append(results(figures))
      form.blocks.append(
        .note(words(.printedSuppressed, "\(SurveyRules.smallestGroup)")))
    }
    if !survey.text.isBlank {
      form.blocks.append(.text(label: words(.labelText), survey.text, lines: 0))
    }
    return form
  }

  /// Why it must not hang as it is.
  private func caution(_ stage: SurveyStage, _ shown: ShownFigures) -> Phrase? {
    switch stage {
    case .withdrawn: .printedWithdrawn
    case .open, .analysed: shown.mayBePublished ? nil : .ruleFiguresMoved
    case .published: nil
    }
  }

  private func facts(
    _ survey: Survey, _ figures: SurveyFigures
  ) -> [[PrintedForm.Field]] {
    let asks = survey.kind == .satisfaction
    let analysed = survey.analysed?.at.wallText(in: survey.zone) ?? ""
    var rows = [
      [
        Field(words(.labelKind), words(survey.kind.phrase)),
        Field(words(.labelAnalysedAt), analysed),
      ]
    ]
    if asks {
      rows.append([
        Field(words(.labelDistributed), "\(figures.distributed)"),
        Field(words(.labelReturned), "\(figures.returned)"),
        Field(
          words(.labelReturnRate), figures.returnPerMille.map(SurveyLineRow.percent) ?? ""),
      ])
    }
    return rows
  }

  private func results(_ figures: SurveyFigures) -> PrintedForm.Block {
    let rows = figures.lines.map { line in
      SurveyLineRow(
        line.dimension, valid: line.valid, counts: line.counts,
        satisfiedPerMille: line.satisfiedPerMille, meanHundredths: line.meanHundredths,
        smallestGroup: SurveyRules.smallestGroup
      ).cells.map(text)
    }
    return .table(
      caption: words(.surveyFigures),
      columns: words.columns(
        SurveyLineRow.headings, medium: [.labelSatisfied, .labelMean],
        wide: [.labelDimension, .labelValid, .labelGrades]), rows: rows, blankRows: 0)
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .words(let message): message.text(in: words.language)
    }
  }
}
