import CommunicationPolicy
import ConflictFreeRecords
import Console
package import PrintedForms
package import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// 通知單, 通知, 通告, 公告, 海報 (R1-15, R1-20): what hangs in the lobbies, after the firm's one template.
///
/// Everybody reads it: it names nobody, neither who asked for it nor who wrote, sealed or allowed it, and
/// no fingerprint.
package struct NoticeSheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field
  private static let blankLines = 7

  package func blank(issuer: String) -> PrintedForm {
    PrintedForm(
      words(.printedNotice), issuer: issuer,
      [
        .ticks(
          words(.labelForm),
          NoticeForm.allCases.filter(\.isWritten).map {
            PrintedForm.Tick(words($0.phrase), false)
          }),
        .ticks(words(.labelKind), words.ticks(NoticeKind?.none) { $0.phrase }),
        .fields([
          [Field(words(.labelNoticeTitle))], [Field(words(.labelReach))],
          [Field(words(.labelStart)), Field(words(.labelEnd))],
          [Field(words(.labelNoticeCause))],
        ]),
        .text(label: words(.labelText), "", lines: Self.blankLines),
        .text(label: words(.labelPreparation), "", lines: 2),
        .fields([
          [Field(words(.labelSupply))],
          [Field(words(.labelOfficeTelephone)), Field(words(.labelValidUntil))],
          [Field(words(.labelIssuedAt))],
        ]),
        .ticks(words(.labelIssuer), words.ticks(NoticeIssuer?.none) { $0.phrase }),
        .signatures([words(.printedSeal)]),
      ])
  }

  /// - Parameters:
  ///   - site: nothing for the company's own.
  ///   - company: its name.
  /// - Throws: `NoSheet` for a notice by telephone (R2-09).
  package func form(
    of notice: Notice, at site: SiteFacts?, company: String
  ) throws(NoSheet) -> PrintedForm {
    let (text, zone) = (notice.text, notice.zone)
    let number = notice.name(of: site?.code)
    guard text.form.isWritten else {
      throw NoSheet(.printNoSheet, number ?? short(notice.key.id))
    }
    let unit = text.issuer == .company ? company : words(NoticeIssuer.serviceCentre.phrase)
    let title = words(text.form.phrase)
    var form = PrintedForm(
      text.title.isBlank ? title : words(.printedNoticeTitle, title, text.title),
      issuer: site.map { "\($0.name) \(unit)" } ?? unit,
      number: number ?? words(.noticeUnnumbered))
    if let caution = caution(notice) {
      form.blocks.append(.text(label: words(.printedDraft), words(caution), lines: 0))
    }
    form.blocks += said([
      [
        Field(words(.labelKind), words(text.kind.phrase)),
        Field(words(.labelReach), reach(of: text)),
      ],
      [
        Field(words(.labelStart), text.start?.wallText(in: zone) ?? ""),
        Field(words(.labelEnd), text.end?.wallText(in: zone) ?? ""),
      ],
      [Field(words(.labelNoticeCause), text.cause)],
    ])
    for (label, long) in [(Phrase.labelText, text.body), (.labelPreparation, text.preparation)]
    where !long.isBlank {
      form.blocks.append(.text(label: words(label), long, lines: 0))
    }
    form.blocks += said([
      [Field(words(.labelSupply), text.supply)],
      [
        Field(words(.labelOfficeTelephone), text.telephone),
        Field(words(.labelValidUntil), text.validUntil?.description ?? ""),
      ],
      [Field(words(.labelIssuedAt), notice.issued?.at.wallText(in: zone) ?? "")],
    ])
    form.blocks.append(.signatures(["\(unit) · \(words(text.issuer.seal.phrase))"]))
    return form
  }

  /// Why the sheet must not hang as it is: whoever finds one on a desk knows.
  private func caution(_ notice: Notice) -> Phrase? {
    if notice.withdrawn != nil { return .printedWithdrawn }
    if notice.issued == nil { return .printedUnissued }
    return notice.isSealed ? nil : .printedUnsealed
  }

  private func reach(of text: NoticeText) -> String {
    text.places.isEmpty ? words(text.reach.phrase) : words.list(text.places.map(\.text))
  }

  /// The fields of which something is said: nobody is to write on the others any more.
  private func said(_ rows: [[PrintedForm.Field]]) -> [PrintedForm.Block] {
    let rows = rows.map { row in row.filter { !$0.value.isBlank } }.filter { !$0.isEmpty }
    return rows.isEmpty ? [] : [.fields(rows)]
  }
}
