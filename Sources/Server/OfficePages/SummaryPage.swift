import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordSheets
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

/// A site's monthly summary: its figures as the records give them, what was done with it, and the forms
/// of whoever may go on: to submit, to decide about each matter, to write a letter, to approve.
struct SummaryPage {
  let setting: PageSetting
  let summary: MonthSummary

  private var say: Words { setting.say }
  private var content: SummaryContent { summary.content }
  private var site: SiteFacts { content.site }
  private var url: String { PageLink.summary(site.code, month: content.month) }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.summaryTitle, site.name, content.month.description))
    page.blocks = [
      .facts(try standing(on: replica)),
      .links([
        PageCell(
          say(.pageMonthBefore, content.month.previous.description),
          url: PageLink.summary(site.code, month: content.month.previous)),
        PageCell(
          say(.pageMonthAfter, content.month.next.description),
          url: PageLink.summary(site.code, month: content.month.next)),
      ]),
    ]
    page.blocks += setting.printing(
      .printSummary, .summary, site.code, content.month.description)
    if content.isProvisional { page.blocks.append(.alert(say(.quotaProvisional))) }
    if summary.isOvertaken { page.blocks.append(.alert(say(.summaryOvertaken))) }
    for one in summary.amendments {
      page.blocks.append(
        .note(say(.summaryAmendmentLine, "\(one.number)", one.at.wallText(in: site.zone))))
    }
    page.blocks += approved()
    page.blocks.append(.facts(numbers()))
    page.blocks.append(.table(try people(on: replica)))
    page.blocks.append(.table(said()))
    if !summary.emergencies.isEmpty {
      page.blocks.append(.table(try emergencies(on: replica)))
    }
    page.blocks += try letters(on: replica)
    page.blocks += try forms(on: replica)
    return page
  }

  /// What was approved, beside what the records give now, where the two differ.
  private func approved() -> [Page.Block] {
    guard let recorded = summary.recorded, recorded.state == .approved,
      recorded.digest != content.digest.bytes, let frozen = SummaryJSON.parsed(recorded.figures)
    else { return [] }
    var table = PageTable(
      say(.summaryApprovedFigures), say.all([.labelFigure, .codeSummaryApproved, .labelNow]))
    let members: [(Phrase, String)] = [
      (.labelCounted, "counted"), (.labelManager, "manager"), (.labelSupervisor, "supervisor"),
      (.labelCompanyVisits, "company"), (.labelReturnVisits, "returnVisits"),
      (.labelRepeats, "repeats"), (.labelVoided, "voided"), (.labelLateRecords, "late"),
    ]
    for (label, name) in members {
      table.append([
        PageCell(say(label)), .number(Self.number(frozen[name])),
        .number(Self.number(content.json[name])),
      ])
    }
    return [.table(table)]
  }

  private static func number(_ value: JSON?) -> String {
    if case .integer(let number)? = value { "\(number)" } else { "–" }
  }

  private func standing(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    var facts: [(Phrase, PageCell)] = [
      (.labelSite, PageCell(site.name, url: PageLink.site(site.code))),
      (.labelState, PageCell(say(summary.recorded?.state.phrase ?? .codeSummaryDraft))),
      (.labelDueDay, PageCell(summary.due.description)),
      (.labelLate, PageCell(say(summary.isLate(at: setting.office.now) ? .labelYes : .labelNo))),
    ]
    if let recorded = summary.recorded {
      facts += [
        (.labelAuthor, PageCell(try setting.person(recorded.author, on: replica))),
        (.labelSubmittedAt, PageCell(recorded.submittedAt.wallText(in: site.zone))),
      ]
      if recorded.state != .submitted {
        facts += [
          (.labelReviewer, PageCell(try setting.person(recorded.account, on: replica))),
          (.labelDecidedAt, PageCell(recorded.at.wallText(in: site.zone))),
        ]
      }
      if recorded.state == .returned, let comment = recorded.comment {
        facts.append((.labelComment, PageCell(comment)))
      }
      if !recorded.text.utf8.isEmpty { facts.append((.labelWords, PageCell(recorded.text))) }
    }
    facts.append((.labelPolicy, PageCell(summary.policy.text)))
    facts.append((.labelDigest2, PageCell(content.digest.description)))
    return facts.map { (label: say($0.0), value: $0.1) }
  }

  private func numbers() -> [(label: String, value: PageCell)] {
    var facts = SummaryFigure.allCases.map {
      (label: say($0.phrase), value: PageCell.number("\(content.number($0))"))
    }
    facts.append((say(.labelByMode), PageCell(counts(content.byMode, \.phrase))))
    facts.append((say(.labelSignatures), PageCell(counts(content.signatures, \.phrase))))
    facts.append((say(.labelChannels), PageCell(counts(content.channels, \.phrase))))
    facts.append((say(.labelNoticeCount), PageCell(counts(content.notices, \.phrase))))
    let reasons = content.reasons.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    facts.append((say(.labelReasonsGiven), PageCell(reasons.joined(separator: ", "))))
    return facts
  }

  private func counts<Set: CodeSet>(
    _ counts: [Set: Int], _ phrase: KeyPath<Set, Phrase>
  ) -> String {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { say($0.key[keyPath: phrase]) + " \($0.value)" }.joined(separator: ", ")
  }

  private func people(on replica: Replica) throws -> PageTable {
    var table = PageTable(say(.labelInterviewers), say.all([.labelPerson, .labelCounted]))
    for (account, count) in content.figures.byInterviewer.sorted(by: { $0.key < $1.key }) {
      table.append([PageCell(try setting.person(account, on: replica)), .number("\(count)")])
    }
    return table
  }

  /// Work without its lead time, with why and who allowed it.
  private func emergencies(on replica: Replica) throws -> PageTable {
    var table = PageTable(
      say(.labelEmergencies),
      say.all([.labelNoticeNumber, .labelKind, .labelStart, .labelReason, .labelApprover]))
    for notice in summary.emergencies {
      table.append([
        PageCell(notice.name(of: site.code) ?? say(.noticeUnnumbered)),
        PageCell(say(notice.text.kind.phrase)),
        PageCell((notice.text.start ?? notice.madeAt).wallText(in: site.zone)),
        PageCell(notice.emergency?.reason ?? ""),
        PageCell(
          try notice.emergency?.approver.map { try setting.person($0, on: replica) } ?? ""),
      ])
    }
    return table
  }

  private func said() -> PageTable {
    var table = PageTable(
      say(.mattersTitle), say.all([.labelTopic, .labelKind, .labelMatterCount]))
    for (key, count) in content.matters.sorted(by: { $0.key < $1.key }) {
      table.append([
        PageCell(say(key.topic.phrase)), PageCell(say(key.kind.phrase)), .number("\(count)"),
      ])
    }
    return table
  }

  private func letters(on replica: Replica) throws -> [Page.Block] {
    if summary.letters.isEmpty { return [] }
    return [
      .heading(say(.lettersTitle)),
      .table(try LetterTable(setting: setting).table(summary.letters.map { (site, $0) })),
    ]
  }

  private func forms(on replica: Replica) throws -> [Page.Block] {
    try SummaryForms(setting: setting, summary: summary).blocks(on: replica)
  }
}
