import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import Fingerprint
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

/// A month's summary as a report.
enum SummaryReport {
  static func report(
    _ summary: MonthSummary, at now: Instant, _ language: Language,
    _ name: (AccountID) throws -> String
  ) rethrows -> Report {
    let (content, recorded) = (summary.content, summary.recorded)
    let zone = content.site.zone
    var report = Report(
      Message(.summaryTitle, [content.site.name, content.month.description]),
      [
        .fact(.labelState, .words(recorded?.state.phrase ?? .codeSummaryDraft)),
        .fact(.labelDueDay, .text(summary.due.description)),
        .fact(.labelLate, .flag(summary.isLate(at: now))),
      ])
    if let recorded {
      report.append(.fact(.labelAuthor, .text(try name(recorded.author))))
      report.append(.fact(.labelSubmittedAt, .moment(recorded.submittedAt, zone)))
      if recorded.state != .submitted {
        report.append(.fact(.labelReviewer, .text(try name(recorded.account))))
        report.append(.fact(.labelDecidedAt, .moment(recorded.at, zone)))
      }
      if recorded.state == .returned, let comment = recorded.comment {
        report.append(.fact(.labelComment, .text(comment)))
      }
    }
    if content.isProvisional { report.append(.warning(Message(.quotaProvisional))) }
    if summary.isOvertaken { report.append(.warning(Message(.summaryOvertaken))) }
    for one in summary.amendments {
      report.append(
        .note(Message(.summaryAmendmentLine, ["\(one.number)", one.at.wallText(in: zone)])))
    }
    for figure in SummaryFigure.allCases {
      report.append(.fact(figure.phrase, .number(content.number(figure))))
    }
    for (label, words) in [
      (Phrase.labelByMode, counts(content.byMode, \.phrase, language)),
      (.labelSignatures, counts(content.signatures, \.phrase, language)),
      (.labelChannels, counts(content.channels, \.phrase, language)),
      (.labelNoticeCount, counts(content.notices, \.phrase, language)),
    ] { report.append(contentsOf: Report(nil, words.map { .fact(label, $0) })) }
    for (rule, count) in content.reasons.sorted(by: { $0.key < $1.key }) {
      report.append(.fact(.labelReasonsGiven, .text("\(rule): \(count)")))
    }
    var people = TextTable([.labelPerson, .labelCounted])
    for (account, count) in content.figures.byInterviewer.sorted(by: { $0.key < $1.key }) {
      people.append([.text(try name(account)), .number(count)])
    }
    report.append(.table(people))
    var said = TextTable([.labelTopic, .labelKind, .labelMatterCount])
    for (key, count) in content.matters.sorted(by: { $0.key < $1.key }) {
      said.append([.words(key.topic.phrase), .words(key.kind.phrase), .number(count)])
    }
    report.append(.table(said))
    if !summary.emergencies.isEmpty {
      report.append(.heading(Message(.labelEmergencies)))
      var emergencies = TextTable([
        .labelId, .labelKind, .labelStart, .labelReason, .labelApprover,
      ])
      for notice in summary.emergencies {
        emergencies.append([
          .text(notice.name(of: content.site.code) ?? short(notice.key.id)),
          .words(notice.text.kind.phrase),
          .moment(notice.text.start ?? notice.madeAt, zone),
          .text(notice.emergency?.reason ?? ""),
          .text(try notice.emergency?.approver.map(name) ?? ""),
        ])
      }
      report.append(.table(emergencies))
    }
    if let text = recorded?.text, !text.utf8.isEmpty { report.append(.quotation(text)) }
    report.append(.fact(.labelUndecided, .number(summary.undecided.count)))
    if !summary.undecided.isEmpty {
      var undecided = TextTable([.labelId, .labelSaidAt, .labelTopic, .labelKind])
      for matter in summary.undecided {
        undecided.append([
          .text(short(matter.key.id)), .moment(matter.source.at, zone),
          .words(matter.topic.phrase), .words(matter.kind.phrase),
        ])
      }
      report.append(.table(undecided))
    }
    report.append(.fact(.labelLettersOf, .number(summary.letters.count)))
    report.append(.fact(.labelPolicy, .text(summary.policy.text)))
    report.append(.fact(.labelDigest2, .text(content.digest.description)))
    return report
  }

  private static func counts<Set: CodeSet>(
    _ counts: [Set: Int], _ phrase: KeyPath<Set, Phrase>, _ language: Language
  ) -> [Cell] {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      .text($0.key[keyPath: phrase].text(in: language) + " \($0.value)")
    }
  }
}
