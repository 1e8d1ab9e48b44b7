import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel
import Wording

/// 月度客戶訪問工作總結 (R1-56): base, figures, what was said, what was decided, and who signs.
struct SummarySheet {
  let words: FormWords
  let site: SiteFacts

  private typealias Field = PrintedForm.Field
  private static let blankItems = 10

  func blank() -> PrintedForm {
    PrintedForm(
      words(.printedSummary), issuer: site.name,
      [
        .fields([[Field(words(.labelMonth)), Field(words(.labelAuthor))]]),
        .fields(inThrees(SummaryFigure.allCases.map { Field(words($0.phrase)) })),
        .table(
          caption: words(.printedItems), columns: itemColumns, rows: [],
          blankRows: Self.blankItems),
        .text(label: words(.labelWords), "", lines: 5),
        signatures,
      ])
  }

  func form(of month: CivilMonth, _ laptop: Laptop, _ replica: Replica) throws -> PrintedForm {
    let summary = try laptop.summary(of: site, month: month, replica)
    let (content, recorded) = (summary.content, summary.recorded)
    func name(_ account: AccountID) throws -> String { try laptop.personName(account, replica) }
    var blocks: [PrintedForm.Block] = [
      .fields([
        [
          Field(words(.labelMonth), month.description),
          Field(words(.labelState), words(recorded?.state.phrase ?? .codeSummaryDraft)),
          Field(words(.labelDueDay), summary.due.description),
        ],
        [
          Field(words(.labelAuthor), try recorded.map { try name($0.author) } ?? ""),
          Field(
            words(.labelSubmittedAt),
            recorded.map { $0.submittedAt.wallText(in: site.zone) } ?? ""),
        ],
      ]),
      .fields(
        inThrees(
          SummaryFigure.allCases.map { Field(words($0.phrase), "\(content.number($0))") })),
      .fields([
        [Field(words(.labelByMode), counts(content.byMode) { $0.phrase })],
        [Field(words(.labelSignatures), counts(content.signatures) { $0.phrase })],
        [Field(words(.labelChannels), counts(content.channels) { $0.phrase })],
        [
          Field(
            words(.labelReasonsGiven),
            content.reasons.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
              .joined(separator: ", "))
        ],
        [
          Field(
            words(.labelInterviewers),
            try content.figures.byInterviewer.sorted { $0.key < $1.key }
              .map { "\(try name($0.key)) \($0.value)" }.joined(separator: "、"))
        ],
      ]),
      .table(
        caption: words(.printedSaid),
        columns: words.columns([.labelTopic, .labelKind, .labelMatterCount], wide: [.labelTopic]),
        rows: content.matters.sorted { $0.key < $1.key }.map {
          [words($0.key.topic.phrase), words($0.key.kind.phrase), "\($0.value)"]
        }, blankRows: 0),
      .table(
        caption: words(.printedItems), columns: itemColumns,
        rows: try summary.matters.map { try row($0, laptop, replica) }, blankRows: 0),
    ]
    if !summary.letters.isEmpty {
      blocks.append(
        .fields([
          [
            Field(
              words(.labelLettersOf),
              summary.letters.map { $0.name(of: site) ?? words(.letterUnnumbered) }
                .joined(separator: "、"))
          ]
        ]))
    }
    for one in summary.amendments {
      blocks.append(
        .note(words(.summaryAmendmentLine, "\(one.number)", one.at.wallText(in: site.zone))))
    }
    blocks += [
      .text(label: words(.labelWords), recorded?.text ?? "", lines: recorded == nil ? 4 : 0),
      signatures, .note("\(words(.labelPolicy)): \(summary.policy.text)"),
      .note("\(words(.labelDigest2)): \(content.digest)"),
    ]
    return PrintedForm(words(.printedSummary), issuer: site.name, number: "", blocks)
  }

  private var itemColumns: [PrintedForm.Column] {
    words.columns(
      [
        .printedSerial, .labelUnit, .labelTopic, .labelKind, .labelText, .labelState, .labelMeasure,
      ],
      wide: [.labelText, .labelMeasure])
  }

  private var signatures: PrintedForm.Block {
    .signatures([words(.printedSupervisor), words(.printedManager)])
  }

  private func row(
    _ matter: Matter, _ laptop: Laptop, _ replica: Replica
  ) throws -> [String] {
    let card = try laptop.card(matter, SiteView(replica, site.scope))
    let decision = matter.handling?.decision.map { words($0.phrase) }
    return [
      short(matter.key.id), card.unitCode ?? words(.labelNobody), words(matter.topic.phrase),
      words(matter.kind.phrase), card.text ?? "•••",
      words(matter.handling?.state.phrase ?? MatterRow.untouched(matter.kind)),
      [decision, card.measure].compactMap { $0 }.joined(separator: "\n"),
    ]
  }

  private func inThrees(_ fields: [PrintedForm.Field]) -> [[PrintedForm.Field]] {
    stride(from: 0, to: fields.count, by: 3).map {
      Array(fields[$0..<min($0 + 3, fields.count)])
    }
  }

  private func counts<Set: CodeSet>(_ counts: [Set: Int], _ phrase: (Set) -> Phrase) -> String {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { words(phrase($0.key)) + " \($0.value)" }.joined(separator: "、")
  }
}
