import ConflictFreeRecords
import Console
package import PrintedForms
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

/// 工作聯系函 (R1-59): from the site to the company's customer service, with room for its answer.
package struct LetterSheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field

  package func blank(issuer: String) -> PrintedForm {
    PrintedForm(
      words(.printedLetter), issuer: issuer,
      [
        .fields([
          [Field(words(.printedFrom)), Field(words(.printedTo))],
          [Field(words(.labelDate)), Field(words(.labelReplyBy)), Field(words(.printedCopy))],
          [Field(words(.printedMonthOf))], [Field(words(.labelSubject))],
        ]),
        .text(label: words(.labelBackground), "", lines: 3), matters([], blankRows: 3),
        .text(label: words(.labelProposal), "", lines: 4),
        .fields([[Field(words(.printedAttachments))]]),
        .signatures([words(.printedDrafted), words(.printedSigned), words(.printedSeal)]),
        .ticks(words(.printedReply), accepted(nil)),
        .text(label: words(.labelReplyText), "", lines: 3),
        .fields([[Field(words(.printedRepliedBy)), Field(words(.labelDate))]]),
      ])
  }

  package func form(
    of letter: Letter, at site: SiteFacts, _ reader: RecordReader
  ) throws -> PrintedForm {
    let view = SiteView(reader.replica, site.scope)
    let rows = try view.matters(ofLetter: letter.key).map { matter in
      let card = try reader.matter(matter)
      return [
        short(matter.key.id), card.unitCode ?? words(.labelNobody),
        words(matter.topic.phrase), words(matter.kind.phrase), card.text ?? "•••",
      ]
    }
    let signer = try reader.name(of: letter.account)
    let reply = try letter.reply.map {
      "\(try reader.name(of: $0.account)) \($0.at.wallText(in: site.zone))"
    }
    return PrintedForm(
      words(.printedLetter), issuer: site.name,
      number: letter.name(of: site) ?? words(.letterUnnumbered),
      [
        .fields([
          [Field(words(.printedFrom), site.name), Field(words(.printedTo), words(.printedOffice))],
          [
            Field(words(.labelDate), letter.at.wallText(in: site.zone)),
            Field(words(.labelReplyBy), letter.replyBy.description), Field(words(.printedCopy)),
          ],
          [Field(words(.printedMonthOf), try month(of: letter, view))],
          [Field(words(.labelSubject), letter.subject)],
        ]),
        .text(label: words(.labelBackground), letter.background, lines: 0),
        matters(rows, blankRows: 0),
        .text(label: words(.labelProposal), letter.proposal, lines: 0),
        .fields([[Field(words(.printedAttachments)), Field(words(.printedDrafted), signer)]]),
        .signatures([words(.printedSigned), words(.printedSeal)]),
        .ticks(words(.printedReply), accepted(letter.reply?.isAccepted)),
        .text(
          label: words(.labelReplyText), letter.reply?.text ?? "",
          lines: letter.reply == nil ? 4 : 0),
        .fields([[Field(words(.printedRepliedBy), reply ?? "")]]),
      ])
  }

  /// Of which month's summary the letter is.
  private func month(of letter: Letter, _ view: SiteView) throws -> String {
    try letter.summary.flatMap { try view.replica.records.state(of: $0) }?
      .month(SummaryField.month)?.description ?? ""
  }

  private func matters(_ rows: [[String]], blankRows: Int) -> PrintedForm.Block {
    .table(
      caption: words(.printedMatters),
      columns: words.columns(
        [.labelId, .labelUnit, .labelTopic, .labelKind, .labelText], medium: [.labelId],
        wide: [.labelText]),
      rows: rows, blankRows: blankRows)
  }

  private func accepted(_ isAccepted: Bool?) -> [PrintedForm.Tick] {
    [
      PrintedForm.Tick(words(.labelAccepted), isAccepted == true),
      PrintedForm.Tick(words(.printedDeclined), isAccepted == false),
    ]
  }
}
