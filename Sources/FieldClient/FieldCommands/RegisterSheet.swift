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
    var form = form(month.description, rows, blankRows: 0)
    if rows.isEmpty { form.blocks.append(.note(words(.printedNone, month.description))) }
    return form
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
            tiny: [.printedSerial],
            medium: [.labelDate, .labelSubject, .printedHandling, .labelOutcome, .labelRemark],
            wide: [.labelText]), rows: rows, blankRows: blankRows)
      ])
  }

  private func row(
    _ serial: Int, _ card: VisitCard, _ laptop: Laptop, _ view: SiteView
  ) throws -> [String] {
    let visit = card.summary
    let matters = try view.matters(of: visit.key).sorted { $0.order < $1.order }
      .map { try laptop.card($0, view) }
    return [
      "\(serial)", LocalTime(visit.start, in: visit.zone).date.description, card.unitCode,
      words.opened(VisitField.metName, of: card), words(visit.kind.phrase),
      words(card.byTelephone ? .printedTelephone : visit.mode.phrase),
      card.earlier.map { short($0.id) }
        ?? words.list(unique(card.opinions.map { words($0.topic.phrase) })),
      numbered(card.opinions.map { ($0.order, $0.text ?? FormWords.sealed) }),
      numbered(
        matters.map {
          let state = $0.matter.handling?.state.phrase ?? MatterRow.untouched($0.matter.kind)
          return ($0.matter.order, words(state))
        }),
      numbered(matters.compactMap { card in card.outcome.map { (card.matter.order, $0) } }),
      card.satisfaction.map { words($0.phrase) } ?? "",
      words.list(card.interviewers.map(\.name)), signed(card),
      words.opened(VisitField.remark, of: card),
    ]
  }

  /// Whoever signed other words than these did not sign these.
  private func signed(_ card: VisitCard) -> String {
    if card.byTelephone { return words(.printedTelephone) }
    guard let signature = card.signature else { return "" }
    return words(signature.coversContent ? signature.state.phrase : .printedSignedOther)
  }

  /// The same number stands for the same thing in every cell of a line.
  private func numbered(_ items: [(order: Int, text: String)]) -> String {
    items.count == 1 && items[0].order == 1
      ? items[0].text : items.map { "\($0.order). \($0.text)" }.joined(separator: "\n")
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { found, text in if !found.contains(text) { found.append(text) } }
  }
}
