import CommunicationPolicy
import ConflictFreeRecords
import Console
package import PrintedForms
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel
import Wording

/// 月度客戶訪問工作總結 (R1-56): base, figures, what was said, what was decided, and who signs.
package struct SummarySheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field
  private static let blankItems = 8

  package func blank(issuer: String) -> PrintedForm {
    PrintedForm(
      words(.printedSummary), issuer: issuer,
      [
        .fields([
          [Field(words(.labelMonth)), Field(words(.labelAuthor)), Field(words(.labelDate))]
        ]),
        .fields(inThrees(SummaryFigure.allCases.map { Field(words($0.phrase)) })),
        .fields([
          [Field(words(.labelByMode)), Field(words(.labelSignatures))],
          [Field(words(.labelInterviewers)), Field(words(.labelReasonsGiven))],
          [Field(words(.labelLettersOf)), Field(words(.labelRound))],
        ]),
        .table(
          caption: words(.printedItems), columns: itemColumns, rows: [],
          blankRows: Self.blankItems),
        .text(label: words(.labelWords), "", lines: 5),
        signatures,
      ])
  }

  /// - Parameter now: which round it is depends on it.
  package func form(
    of summary: MonthSummary, at now: Instant, _ reader: RecordReader
  ) throws -> PrintedForm {
    let (content, recorded) = (summary.content, summary.recorded)
    let (site, month) = (content.site, content.month)
    func name(_ account: AccountID) throws -> String { try reader.name(of: account) }
    let round = try SiteView(reader.replica, site.scope).report(of: month, at: now)
    var blocks: [PrintedForm.Block] = warnings(summary)
    blocks += [
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
        try decided(recorded, in: site.zone, name),
        [
          Field(words(.labelRound), "\(round.round)"),
          Field(words(.labelProgress), "\(round.progress.done) / \(round.progress.open)"),
        ],
      ]),
      .fields(
        inThrees(
          SummaryFigure.allCases.map {
            Field(
              words($0.phrase), "\(content.number($0))" + ($0 == .percent ? " %" : ""))
          })),
      .fields([
        [Field(words(.labelByMode), counts(content.byMode) { $0.phrase })],
        [Field(words(.labelSignatures), counts(content.signatures) { $0.phrase })],
        [Field(words(.labelChannels), counts(content.channels) { $0.phrase })],
        [Field(words(.labelNoticeCount), counts(content.notices) { $0.phrase })],
        [
          Field(
            words(.labelReasonsGiven),
            content.reasons.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
              .joined(separator: ", "))
        ],
        [
          Field(
            words(.labelInterviewers),
            words.list(
              try content.figures.byInterviewer.sorted { $0.key < $1.key }
                .map { "\(try name($0.key)) \($0.value)" }))
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
        rows: try summary.matters.map { try row($0, summary.letters, at: site, reader) },
        blankRows: 0),
    ]
    if !summary.emergencies.isEmpty {
      blocks.append(try emergencies(summary.emergencies, at: site, name))
    }
    if !summary.letters.isEmpty {
      blocks.append(
        .fields([
          [
            Field(
              words(.labelLettersOf),
              words.list(
                summary.letters.map { $0.name(of: site) ?? words(.letterUnnumbered) }))
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

  /// Work without its lead time, with why and who allowed it.
  private func emergencies(
    _ notices: [Notice], at site: SiteFacts, _ name: (AccountID) throws -> String
  ) rethrows -> PrintedForm.Block {
    .table(
      caption: words(.labelEmergencies),
      columns: words.columns(
        [.labelNoticeNumber, .labelKind, .labelStart, .labelReason, .labelApprover],
        wide: [.labelReason]),
      rows: try notices.map { notice in
        [
          notice.name(of: site.code) ?? short(notice.key.id), words(notice.text.kind.phrase),
          (notice.text.start ?? notice.madeAt).wallText(in: site.zone),
          notice.emergency?.reason ?? "",
          try notice.emergency?.approver.map(name) ?? "",
        ]
      }, blankRows: 0)
  }

  /// Whoever signs a sheet is told first what its figures are not.
  private func warnings(_ summary: MonthSummary) -> [PrintedForm.Block] {
    var notes: [PrintedForm.Block] = []
    if summary.content.isProvisional { notes.append(.note(words(.quotaProvisional))) }
    if summary.isOvertaken { notes.append(.note(words(.summaryOvertaken))) }
    return notes
  }

  private func decided(
    _ recorded: RecordedSummary?, in zone: ZoneOffset, _ name: (AccountID) throws -> String
  ) rethrows -> [PrintedForm.Field] {
    guard let recorded, recorded.state != .submitted else {
      return [Field(words(.labelReviewer)), Field(words(.labelDecidedAt))]
    }
    let fields = [
      Field(words(.labelReviewer), try name(recorded.account)),
      Field(words(.labelDecidedAt), recorded.at.wallText(in: zone)),
    ]
    guard recorded.state == .returned, let comment = recorded.comment else { return fields }
    return fields + [Field(words(.labelComment), comment)]
  }

  private var itemColumns: [PrintedForm.Column] {
    words.columns(
      [.labelId, .labelUnit, .labelTopic, .labelText, .labelState, .labelMeasure],
      medium: [.labelTopic, .labelState], wide: [.labelText, .labelMeasure])
  }

  private var signatures: PrintedForm.Block {
    .signatures([words(.printedSupervisor), words(.printedManager)])
  }

  private func row(
    _ matter: Matter, _ letters: [Letter], at site: SiteFacts, _ reader: RecordReader
  ) throws -> [String] {
    let view = SiteView(reader.replica, site.scope)
    let card = try reader.matter(matter)
    let about = try letters.filter {
      try view.matters(ofLetter: $0.key).contains { $0.key == matter.key }
    }
    let decision = matter.handling?.decision.map { words($0.phrase) }
    // What was decided, what came of it, and the letter that it went into.
    let became =
      [decision, card.measure, card.outcome].compactMap { $0 }
      + about.map { $0.name(of: site) ?? words(.letterUnnumbered) }
    return [
      short(matter.key.id), card.unitCode ?? words(.labelNobody),
      "\(words(matter.topic.phrase))\n\(words(matter.kind.phrase))",
      card.text ?? FormWords.sealed,
      words(matter.handling?.state.phrase ?? MatterRow.untouched(matter.kind)),
      became.joined(separator: "\n"),
    ]
  }

  private func inThrees(_ fields: [PrintedForm.Field]) -> [[PrintedForm.Field]] {
    stride(from: 0, to: fields.count, by: 3).map {
      Array(fields[$0..<min($0 + 3, fields.count)])
    }
  }

  private func counts<Set: CodeSet>(_ counts: [Set: Int], _ phrase: (Set) -> Phrase) -> String {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { words(phrase($0.key)) + " \($0.value)" }.joined(separator: "; ")
  }
}
