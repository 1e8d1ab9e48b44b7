import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import Listings
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
    page.blocks.append(.listing(PageListing(try people(on: replica))))
    if let picture = FigurePictures.topics(
      content.matters, of: content.month, zone: site.zone)
    {
      page.blocks.append(.heading(say(.mattersTitle)))
      page.append(picture, say)
    }
    if !summary.emergencies.isEmpty {
      page.blocks.append(.listing(PageListing(try emergencies(on: replica))))
    }
    page.blocks += letters()
    page.blocks += try forms(on: replica)
    return page
  }

  /// What was approved, beside what the records give now, where the two differ.
  private func approved() -> [Page.Block] {
    guard let recorded = summary.recorded, recorded.state == .approved,
      recorded.digest != content.digest.bytes, let frozen = SummaryJSON.parsed(recorded.figures)
    else { return [] }
    var listing = Listing(
      "approved", Message(.summaryApprovedFigures),
      [
        ListColumn("figure", .labelFigure, .word),
        ListColumn("approved", .codeSummaryApproved, .number),
        ListColumn("now", .labelNow, .number),
      ])
    let members: [(Phrase, String)] = [
      (.labelCounted, "counted"), (.labelManager, "manager"), (.labelSupervisor, "supervisor"),
      (.labelCompanyVisits, "company"), (.labelReturnVisits, "returnVisits"),
      (.labelRepeats, "repeats"), (.labelVoided, "voided"), (.labelLateRecords, "late"),
    ]
    for (label, name) in members {
      listing.append([
        .word(label), Self.number(frozen[name]), Self.number(content.json[name]),
      ])
    }
    return [.listing(PageListing(listing))]
  }

  private static func number(_ value: JSON?) -> ListCell {
    if case .integer(let number)? = value { .number(Int(number)) } else { .empty }
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

  private func people(on replica: Replica) throws -> Listing {
    Listing(
      "interviewers", Message(.labelInterviewers),
      [ListColumn("person", .labelPerson, .text), ListColumn("counted", .labelCounted, .number)],
      rows: try content.figures.byInterviewer.sorted { $0.key < $1.key }.map {
        [.text(try setting.person($0.key, on: replica)), .number($0.value)]
      })
  }

  /// Work without its lead time, with why and who allowed it.
  private func emergencies(on replica: Replica) throws -> Listing {
    Listing(
      "emergencies", Message(.labelEmergencies),
      [
        ListColumn("number", .labelNoticeNumber, .code), ListColumn("kind", .labelKind, .word),
        ListColumn("start", .labelStart, .moment), ListColumn("reason", .labelReason, .text),
        ListColumn("approver", .labelApprover, .text),
      ],
      rows: try summary.emergencies.map { notice in
        let emergency = notice.emergency
        return [
          .code(notice.name(of: site.code) ?? say(.noticeUnnumbered)),
          .word(notice.text.kind.phrase),
          .moment(notice.text.start ?? notice.madeAt, in: site.zone),
          .text(emergency?.reason ?? ""),
          try emergency?.approver.map { .text(try setting.person($0, on: replica)) } ?? .empty,
        ]
      })
  }

  private func letters() -> [Page.Block] {
    if summary.letters.isEmpty { return [] }
    return [
      .heading(say(.lettersTitle)),
      .listing(
        PageListing(LetterTable(setting: setting).listing(summary.letters.map { (site, $0) }))),
    ]
  }

  private func forms(on replica: Replica) throws -> [Page.Block] {
    try SummaryForms(setting: setting, summary: summary).blocks(on: replica)
  }
}
