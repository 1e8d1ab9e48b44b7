import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A notice as a row, a report and JSON.
enum NoticeReport {
  static func row(_ card: NoticeCard) -> NoticeRow {
    let notice = card.notice
    return NoticeRow(
      id: short(notice.key.id), number: card.number, kind: notice.text.kind,
      title: notice.text.title, start: notice.text.start?.wallText(in: notice.zone),
      limit: card.limit.map {
        $0.moment.secondText(in: notice.zone) + ($0.isProvisional ? " *" : "")
      },
      toldAt: notice.toldAt?.wallText(in: notice.zone), isEmergency: notice.emergency != nil,
      stage: notice.stage)
  }

  static func json(_ card: NoticeCard) -> JSON {
    NoticeJSON.object(
      card.notice, site: card.site?.code, limit: card.limit, requestLimit: card.requestLimit,
      keptUntil: card.keptUntil, policy: card.policy, saw: SawToken.text(card.frontier)
    ) { card.name(of: $0) }
  }

  /// What was done, what the rules remind of, and what is still to do.
  static func done(_ done: NoticeDone, _ message: Message) -> CommandOutput {
    var report = Report(nil, [.note(message)])
    for reminder in done.reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "notice": json(done.card),
          "reminders": .array(done.reminders.map { .string($0.rule.rawValue) }),
        ])))
  }

  static func report(_ card: NoticeCard, at now: Instant) -> Report {
    let (notice, text) = (card.notice, card.notice.text)
    var report = Report(nil, [.fact(.labelId, .text(notice.key.id.description))])
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(label, .text(value))) }
    }
    fact(.labelNoticeNumber, card.number)
    if card.site == nil { report.append(.note(Message(.noticeIsCompanys))) }
    report.append(.fact(.labelKind, .words(text.kind.phrase)))
    report.append(.fact(.labelForm, .words(text.form.phrase)))
    report.append(.fact(.labelIssuer, .words(text.issuer.phrase)))
    report.append(.fact(.labelState, .words(notice.stage.phrase)))
    report.append(.fact(.labelReach, .words(text.reach.phrase)))
    fact(.labelPlaces, text.places.map(\.text).joined(separator: ", "))
    fact(.labelStart, text.start?.wallText(in: notice.zone))
    fact(.labelEnd, text.end?.wallText(in: notice.zone))
    fact(.labelNoticeCause, text.cause)
    report.append(.fact(.labelDepartment, .words(notice.department.phrase)))
    fact(.labelRequestedAt, notice.requested.map { deed($0, card) })
    fact(.labelRequestLimit, card.requestLimit?.moment.secondText(in: notice.zone))
    fact(.labelIssuedAt, notice.issued.map { deed($0, card) })
    fact(.labelNoticeLimit, row(card).limit)
    fact(.labelToldAt, notice.toldAt?.wallText(in: notice.zone))
    if let emergency = notice.emergency {
      fact(.labelEmergency, emergency.reason)
      fact(.labelApprover, emergency.approver.map { card.name(of: $0) })
    }
    fact(.labelValidUntil, text.validUntil?.description)
    fact(.labelNoticeTitle, text.title)
    if !text.body.isBlank { report.append(.quotation(text.body)) }
    fact(.labelPreparation, text.preparation)
    fact(.labelSupply, text.supply)
    fact(.labelOfficeTelephone, text.telephone)
    for table in tables(card) { report.append(.table(table)) }
    fact(.labelArchivedAt, notice.archived.map { notice.archivePlace + " · " + deed($0, card) })
    if notice.archived != nil { fact(.labelKeptUntil, card.keptUntil?.description) }
    fact(
      .labelWithdrawn, notice.withdrawn.map { notice.withdrawReason + " · " + deed($0, card) })
    for warning in warnings(card, at: now) { report.append(.warning(warning)) }
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  /// What is not as it should be.
  private static func warnings(_ card: NoticeCard, at now: Instant) -> [Message] {
    let notice = card.notice
    var found: [Message] = []
    if notice.issued != nil, notice.withdrawn == nil, notice.text.form.isWritten {
      if !notice.missing.isEmpty {
        found.append(
          Message(
            .noticePostedMissing, notice.missing.map(\.code.text).joined(separator: ", ")))
      }
      if !notice.isSealed { found.append(Message(.ruleNoSeal)) }
    }
    if !notice.outdated.isEmpty {
      found.append(
        Message(.noticeOutdated, notice.outdated.map(\.place).joined(separator: ", ")))
    }
    let hanging = notice.postings.filter { $0.takenDown == nil }
    if let last = notice.text.validUntil, last < LocalTime(now, in: notice.zone).date,
      !hanging.isEmpty
    {
      found.append(
        Message(.noticeExpired, hanging.map(\.place).joined(separator: ", ")))
    }
    return found
  }

  private static func tables(_ card: NoticeCard) -> [TextTable] {
    let notice = card.notice
    var tables: [TextTable] = []
    let postings = notice.postings + notice.mistakenPostings
    if !postings.isEmpty {
      var table = TextTable([.labelPlace, .labelKind, .labelPostedAt, .labelTakenDown])
      for one in postings {
        table.append([
          .text(one.place), .words(one.kind.phrase), posted(one, card), ended(one, card),
        ])
      }
      tables.append(table)
    }
    if !notice.seals.isEmpty {
      var table = TextTable([.labelSeal, .labelWhen, .labelOutdated])
      for one in notice.seals {
        table.append([
          .words(one.seal.phrase), .text(deed(one.deed, card)),
          .words(notice.isCurrent(one) ? .labelNo : .labelYes),
        ])
      }
      tables.append(table)
    }
    if !notice.checks.isEmpty {
      var table = TextTable([
        .labelPhase, .labelWhen, .labelSigns, .labelCordon, .labelRemark,
      ])
      for one in notice.checks {
        table.append([
          .words(one.phase.phrase), .text(deed(one.deed, card)),
          .words(one.hasSigns ? .labelYes : .labelNo),
          .words(one.hasCordon ? .labelYes : .labelNo), .text(one.remark),
        ])
      }
      tables.append(table)
    }
    return tables
  }

  private static func posted(_ one: Posting, _ card: NoticeCard) -> Cell {
    let posted = deed(one.deed, card)
    guard let later = one.writtenDownLater else { return .text(posted) }
    return .words(Message(.noticeWrittenDown, posted, later.wallText(in: card.notice.zone)))
  }

  private static func ended(_ one: Posting, _ card: NoticeCard) -> Cell {
    if let mistaken = one.mistaken {
      return .words(Message(.noticeMistaken, deed(mistaken, card)))
    }
    return .text(one.takenDown.map { deed($0, card) } ?? "")
  }

  private static func deed(_ deed: Deed, _ card: NoticeCard) -> String {
    deed.at.wallText(in: card.notice.zone) + " " + card.name(of: deed.account)
  }
}
