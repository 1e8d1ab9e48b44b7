import ConflictFreeRecords
import Console
package import PrintedForms
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// 走/回訪情況登記表: a line for each visit or return visit (R3-08, A41).
package struct RegisterSheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private static let blankLines = 14

  package func blank(issuer: String) -> PrintedForm {
    form("", issuer: issuer, [], blankRows: Self.blankLines)
  }

  /// The visits that carry the month, by day; voided ones are left out.
  package func form(
    of month: CivilMonth, at site: SiteFacts, _ reader: RecordReader
  ) throws -> PrintedForm {
    let view = SiteView(reader.replica, site.scope)
    let visits = try view.visits(of: month).map(\.summary).filter { !$0.isVoided }
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    let rows = try visits.enumerated().map { index, visit in
      // A line is left out for nothing: whoever counts them trusts the paper.
      guard let card = try reader.visit(visit.key) else {
        throw StoreFault.damaged("a visit of the month")
      }
      return try row(index + 1, card, reader, view)
    }
    var form = form(month.description, issuer: site.name, rows, blankRows: 0)
    if rows.isEmpty { form.blocks.append(.note(words(.printedNone, month.description))) }
    return form
  }

  private func form(
    _ month: String, issuer: String, _ rows: [[String]], blankRows: Int
  ) -> PrintedForm {
    PrintedForm(
      words(.printedRegister), issuer: issuer, number: month, paper: .landscape,
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
    _ serial: Int, _ card: VisitCard, _ reader: RecordReader, _ view: SiteView
  ) throws -> [String] {
    let visit = card.summary
    let matters = try view.matters(of: visit.key).sorted { $0.order < $1.order }
      .map { try reader.matter($0) }
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
