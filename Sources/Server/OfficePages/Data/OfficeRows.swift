import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
import VisitModel
import Wording

/// What head office looks at, in a row each: cases, conflicts, deadlines, summaries, letters, notices, laptops.
enum OfficeRows {
  private static let site = SiteRows.site
  private static let id = SiteRows.id

  // MARK: Duplicates and conflicts

  static let duplicateColumns = [
    site, ListColumn("round", .labelRound, .number),
    ListColumn("household", .labelHousehold, .code), ListColumn("unit", .labelUnit, .code),
    ListColumn("cause", .labelCause, .word, isFilter: true),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("visits", .labelMembers, .number),
  ]

  static func duplicates(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try SiteView(replica, site.scope).caseViews().map { one in
      [
        .code(site.code), .number(one.duplicate.round), .code("\(one.duplicate.household)"),
        .code(one.unitCode), .word(one.duplicate.cause.phrase),
        .word(CaseTable.state(of: one.duplicate)), .number(one.duplicate.members.count),
      ]
    }
  }

  static let conflictColumns = [
    ListColumn("scope", .labelScope, .code),
    ListColumn("type", .labelRecord, .code, isFilter: true), id,
    ListColumn("field", .labelField, .number), ListColumn("values", .labelValue, .number),
  ]

  static func conflicts(_ reader: DataReader, _ replica: Replica) throws -> [[ListCell]] {
    try reader.setting.deciding.conflicts(on: replica).map { one in
      [
        .code("\(one.record.scope)"), .code(one.record.type.name), .code("\(one.record.id)"),
        .number(Int(one.field)), .number(one.sides.count),
      ]
    }
  }

  // MARK: Deadlines

  static let obligationColumns = [
    site, ListColumn("subject", .labelAbout, .code),
    ListColumn("rule", .labelRule, .code, isFilter: true), ListColumn("due", .labelDueDay, .date),
    ListColumn("until", .labelUntil, .moment),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("post", .labelWho, .word, isFilter: true),
    ListColumn("provisional", .labelProvisional, .yesNo),
    ListColumn("target", .labelTarget, .yesNo), ListColumn("escalated", .labelEscalated, .moment),
  ]

  static func obligations(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    rows(
      try readable(reader.office.obligations(of: site.scope, on: replica), reader, replica),
      of: site.code, in: site.zone)
  }

  /// The same that `DuePage` shows of the company itself.
  static func companyObligations(_ reader: DataReader, _ replica: Replica) throws -> [[ListCell]] {
    let seesAll = NoticeHome.companyRoles.contains(reader.person.role)
    let all = try readable(reader.office.companyObligations(on: replica), reader, replica)
    return rows(
      all.filter { seesAll || $0.subject.type == .petition }, of: NoticeHome.company,
      in: reader.office.environment.zone)
  }

  /// What is due about a petition is for its readers alone (A39).
  private static func readable(
    _ all: [SiteObligation], _ reader: DataReader, _ replica: Replica
  ) throws -> [SiteObligation] {
    try all.filter { try reader.office.mayRead($0.subject, reader.person, on: replica) }
  }

  private static func rows(
    _ all: [SiteObligation], of code: String, in zone: ZoneOffset
  ) -> [[ListCell]] {
    all.map { one in
      var post = ListCell.empty
      if case .post(let role) = one.obligation.who { post = .word(role.phrase) }
      return [
        .code(code), .code("\(one.subject.id)"), .code(one.obligation.rule.rawValue),
        .date(one.obligation.due), .moment(one.obligation.dueAt, in: zone),
        .word(one.obligation.state.phrase), post, .yesNo(one.obligation.isProvisional),
        .yesNo(one.obligation.isTarget), .moment(one.escalatedAt, in: zone),
      ]
    }
  }

  // MARK: Summaries and letters

  static let summaryColumns =
    [
      site, ListColumn("month", .labelMonth, .month),
      ListColumn("state", .labelState, .word, isFilter: true),
      ListColumn("submitted", .labelSubmittedAt, .moment),
      ListColumn("decided", .labelDecidedAt, .moment), ListColumn("due", .labelDueDay, .date),
      ListColumn("overtaken", .dataOvertaken, .yesNo, isFilter: true),
      ListColumn("provisional", .labelProvisional, .yesNo),
    ] + SummaryFigure.allCases.map { ListColumn("\($0)", $0.phrase, .number) }

  /// Every month of which somebody submitted one, as its page shows it now.
  static func summaries(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try SiteView(replica, site.scope).recordedMonths().map { month in
      let summary = try reader.office.summary(of: site.scope, month: month, on: replica)
      let recorded = summary.recorded
      let decided = recorded.flatMap { $0.state == .submitted ? nil : $0.at }
      return [
        .code(site.code), .month(month),
        .word(recorded?.state.phrase ?? .codeSummaryDraft),
        .moment(recorded?.submittedAt, in: site.zone), .moment(decided, in: site.zone),
        .date(summary.due), .yesNo(summary.isOvertaken), .yesNo(summary.content.isProvisional),
      ] + SummaryFigure.allCases.map { .number(summary.content.number($0)) }
    }
  }

  static let letterColumns = [
    site, id, ListColumn("number", .labelNumber, .code), ListColumn("signed", .labelWhen, .moment),
    ListColumn("replyBy", .labelReplyBy, .date), ListColumn("replied", .labelRepliedAt, .moment),
    ListColumn("accepted", .labelAccepted, .yesNo, isFilter: true),
  ]

  static func letters(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try SiteView(replica, site.scope).letters().map { one in
      [
        .code(site.code), .code("\(one.key.id)"), one.name(of: site).map { .code($0) } ?? .empty,
        .moment(one.at, in: site.zone), .date(one.replyBy), .moment(one.reply?.at, in: site.zone),
        one.reply.map { .yesNo($0.isAccepted) } ?? .empty,
      ]
    }
  }

  // MARK: Notices

  static let noticeColumns = [
    site, id, ListColumn("number", .labelNoticeNumber, .code),
    ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("form", .labelForm, .word, isFilter: true),
    ListColumn("stage", .labelState, .word, isFilter: true),
    ListColumn("made", .labelWhen, .moment), ListColumn("issued", .labelIssuedAt, .moment),
    ListColumn("start", .labelStart, .moment), ListColumn("end", .labelEnd, .moment),
    ListColumn("limit", .labelNoticeLimit, .moment), ListColumn("told", .labelToldAt, .moment),
    ListColumn("emergency", .labelEmergency, .yesNo, isFilter: true),
    ListColumn("validUntil", .labelValidUntil, .date),
  ]

  static func notices(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try rows(of: site.scope, code: site.code, reader, replica)
  }

  static func companyNotices(_ reader: DataReader, _ replica: Replica) throws -> [[ListCell]] {
    guard let home = NoticeHome(companyOf: reader.setting) else { return [] }
    return try rows(of: home.scope, code: nil, reader, replica)
  }

  /// - Parameter code: of the site; nothing for the company's own.
  private static func rows(
    of scope: ScopeID, code: String?, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try reader.office.notices(of: scope, on: replica).map { one in
      let limit = try reader.office.limits(of: one, on: replica).notice
      return [
        .code(code ?? NoticeHome.company), .code("\(one.key.id)"),
        one.name(of: code).map { .code($0) } ?? .empty, .word(one.text.kind.phrase),
        .word(one.text.form.phrase), .word(one.stage.phrase), .moment(one.madeAt, in: one.zone),
        .moment(one.issued?.at, in: one.zone), .moment(one.text.start, in: one.zone),
        .moment(one.text.end, in: one.zone), .moment(limit?.moment, in: one.zone),
        .moment(one.toldAt, in: one.zone), .yesNo(one.emergency != nil),
        .date(one.text.validUntil),
      ]
    }
  }

  // MARK: Laptops

  static let deviceColumns = [
    id, ListColumn("fingerprint", .labelFingerprint, .code),
    ListColumn("account", .labelPerson, .code), ListColumn("enrolled", .labelEnrolled, .moment),
    ListColumn("revoked", .labelRevoked, .moment),
    ListColumn("waiting", .dataAwaiting, .yesNo, isFilter: true),
  ]

  static func devices(_ reader: DataReader, _ replica: Replica) throws -> [[ListCell]] {
    let waiting = try reader.setting.deciding.awaiting(on: replica)
    let zone = reader.office.environment.zone
    return try reader.office.devices(on: replica).map { one in
      [
        .code(one.key.description), .code(one.key.fingerprint), .code("\(one.account)"),
        .moment(one.enrolledAt, in: zone), .moment(one.revokedAt, in: zone),
        .yesNo(waiting.contains(one.key)),
      ]
    }
  }
}
