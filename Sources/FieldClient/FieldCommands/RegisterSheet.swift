import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// 走/回訪情況登記表: a line for each visit or return visit (R3-08, A41).
struct RegisterSheet {
  let words: FormWords
  let site: SiteFacts

  private static let blankLines = 14

  func blank() -> PrintedForm { form("", [], blankRows: Self.blankLines) }

  /// The visits that carry the month, by day; voided ones are left out.
  func form(
    of month: CivilMonth, _ laptop: Laptop, _ replica: Replica
  ) throws -> PrintedForm {
    let visits = try laptop.visits(of: site, month: month, replica).filter { !$0.isVoided }
      .reversed()
    let view = SiteView(replica, site.scope)
    let rows = try visits.enumerated().map { index, visit in
      try row(index + 1, try laptop.visitCard(visit.key, replica), laptop, view)
    }
    return form(month.description, rows, blankRows: 0)
  }

  private func form(_ month: String, _ rows: [[String]], blankRows: Int) -> PrintedForm {
    PrintedForm(
      words(.printedRegister), issuer: site.name, number: month, paper: .landscape,
      [
        .table(
          caption: words(.printedRegisterNote),
          columns: words.columns(
            [
              .printedSerial, .labelDate, .labelUnit, .labelMet, .labelKind, .labelMode,
              .labelSubject, .labelText, .printedHandling, .labelOutcome, .labelSatisfaction,
              .labelInterviewers, .labelSignature, .labelRemark,
            ],
            wide: [
              .labelMet, .labelSubject, .labelText, .labelOutcome, .labelInterviewers,
              .labelRemark,
            ]), rows: rows, blankRows: blankRows)
      ])
  }

  private func row(
    _ serial: Int, _ card: VisitCard, _ laptop: Laptop, _ view: SiteView
  ) throws -> [String] {
    let visit = card.summary
    let matters = try view.matters(of: visit.key).sorted { $0.order < $1.order }
      .map { try laptop.card($0, view) }
    let byTelephone = card.signature?.state == .notApplicable
    return [
      "\(serial)", LocalTime(visit.start, in: visit.zone).date.description, card.unitCode,
      card.texts[VisitField.metName] ?? "", words(visit.kind.phrase), words(visit.mode.phrase),
      card.earlier.map { short($0.id) }
        ?? unique(card.opinions.map { words($0.topic.phrase) }).joined(separator: "、"),
      card.opinions.map { $0.text ?? "•••" }.joined(separator: "\n"),
      matters.map { words($0.matter.handling?.state.phrase ?? MatterRow.untouched($0.matter.kind)) }
        .joined(separator: "\n"),
      matters.map { $0.outcome ?? "" }.joined(separator: "\n"),
      card.satisfaction.map { words($0.phrase) } ?? "",
      card.interviewers.map(\.name).joined(separator: "、"),
      byTelephone
        ? words(.printedTelephone) : card.signature.map { words($0.state.phrase) } ?? "",
      card.texts[VisitField.remark] ?? "",
    ]
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { found, text in if !found.contains(text) { found.append(text) } }
  }
}
