import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// What R1-26 has published: the results of a questionnaire, or a report on accounts; and the slip of a
/// questionnaire to hand out.
///
/// Everybody reads the results: they are those that were analysed, without groups too small to hide in, and
/// without what was answered in words or by whom.
struct SurveySheet {
  let words: FormWords

  private typealias Field = PrintedForm.Field
  private static let steps = 5

  /// A slip with every dimension, graded from 1 to 5.
  func blank(at site: SiteFacts) -> PrintedForm {
    let grades = (1...Self.steps).map { PrintedForm.Tick("\($0)", false) }
    var form = PrintedForm(
      words(.printedSlip), issuer: site.name,
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

  /// - Returns: the sheet, and the survey's short identifier.
  /// - Throws: `FieldFault.failed` before the analysis.
  func form(
    named name: String, _ laptop: Laptop, _ replica: Replica
  ) throws -> (form: PrintedForm, id: String) {
    let card = try laptop.surveyCard(named: name, replica)
    let survey = card.survey
    guard survey.analysed != nil, let figures = SurveyFigures(frozenIn: survey) else {
      throw FieldFault.failed(Message(.printNotAnalysed))
    }
    let site = try SiteView(replica, survey.key.scope).facts()?.name ?? laptop.office.name
    var form = PrintedForm(survey.title, issuer: site, number: short(survey.key.id))
    if let caution = caution(card) {
      form.blocks.append(.text(label: words(.printedDraft), words(caution), lines: 0))
    }
    form.blocks.append(.fields(facts(card, figures)))
    if survey.kind == .satisfaction {
      form.blocks.append(results(figures))
      form.blocks.append(
        .note(words(.printedSuppressed, "\(SurveyRules.smallestGroup)")))
    }
    if !survey.text.isBlank {
      form.blocks.append(.text(label: words(.labelText), survey.text, lines: 0))
    }
    return (form, short(survey.key.id))
  }

  /// Why it must not hang as it is.
  private func caution(_ card: SurveyCard) -> Phrase? {
    switch card.stage {
    case .withdrawn: .printedWithdrawn
    case .open, .analysed: card.figures.mayBePublished ? nil : .ruleFiguresMoved
    case .published: nil
    }
  }

  private func facts(_ card: SurveyCard, _ figures: SurveyFigures) -> [[PrintedForm.Field]] {
    let survey = card.survey
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
