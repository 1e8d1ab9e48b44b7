import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A notice as people see it: with its deadlines, the names of its people and what they were shown.
struct OfficeNoticeCard {
  let notice: Notice
  /// Nothing for the company's own.
  let site: SiteFacts?
  let limit: LeadTime.Limit?
  let requestLimit: LeadTime.Limit?
  let keptUntil: CivilDate?
  let policy: PolicyInForce
  let frontier: [ChangeID]
  private let names: [AccountID: String]

  /// - Parameter people: everybody whom the office knows.
  init(
    _ notice: Notice, of site: SiteFacts?, _ people: [Person], _ office: Office,
    on replica: Replica
  ) throws {
    self.notice = notice
    self.site = site
    let limits = try office.limits(of: notice, on: replica)
    limit = limits.notice
    requestLimit = limits.request
    keptUntil = limits.keptUntil
    policy = try replica.inForce(.notice, at: notice.madeAt, in: notice.zone)
    frontier = try replica.frontier(of: notice.key)
    names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  var id: String { String(notice.key.id.description.prefix(8)) }
  var number: String? { notice.name(of: site?.code) }
  var saw: String { SawToken.text(frontier) }
  func name(_ account: AccountID) -> String { names[account] ?? "" }
  func said(_ deed: Deed) -> String {
    deed.at.wallText(in: notice.zone) + " " + name(deed.account)
  }

  var limitText: String? {
    limit.map { $0.moment.secondText(in: notice.zone) + ($0.isProvisional ? " *" : "") }
  }

  var row: NoticeRow {
    NoticeRow(
      id: id, number: number, kind: notice.text.kind, title: notice.text.title,
      start: notice.text.start?.wallText(in: notice.zone), limit: limitText,
      toldAt: notice.toldAt?.wallText(in: notice.zone), isEmergency: notice.emergency != nil,
      stage: notice.stage)
  }

  var json: JSON {
    NoticeJSON.object(
      notice, site: site?.code, limit: limit, requestLimit: requestLimit, keptUntil: keptUntil,
      policy: policy, saw: saw
    ) { name($0) }
  }
}

extension Office {
  /// The scopes that have notices: the sites by code, then the company's own, which has no site.
  func noticeScopes(on replica: Replica) throws -> [(scope: ScopeID, site: SiteFacts?)] {
    let sites = try SiteView.all(in: replica)
    return sites.map { (scope: $0.scope, site: Optional($0)) } + [(scope: company, site: nil)]
  }

  /// The notices of a scope, the oldest first.
  func noticeCards(
    of scope: ScopeID, _ site: SiteFacts?, on replica: Replica
  ) throws -> [OfficeNoticeCard] {
    let found = try notices(of: scope, on: replica)
    if found.isEmpty { return [] }
    let people = try self.people(on: replica)
    return try found.map { try OfficeNoticeCard($0, of: site, people, self, on: replica) }
  }

  /// - Parameter text: an id, an unmistakable beginning of one, or a number such as `A-01-N-2026-003`.
  /// - Throws: `OfficeFault.failed` when there is none, `.wrongUsage` when it fits several.
  func noticeCard(named text: String) throws -> OfficeNoticeCard {
    let (id, number) = (Array(text.lowercased().utf8), text.uppercased())
    return try read { replica in
      var found: [(notice: Notice, site: SiteFacts?)] = []
      for (scope, site) in try noticeScopes(on: replica) {
        for notice in try notices(of: scope, on: replica) {
          let hasNumber = notice.name(of: site?.code)?.uppercased() == number
          if hasNumber || (id.count >= 6 && notice.key.id.description.utf8.starts(with: id)) {
            found.append((notice, site))
          }
        }
      }
      if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
      guard let only = found.first else { throw OfficeFault.failed(Message(.noSuchNotice)) }
      return try OfficeNoticeCard(
        only.notice, of: only.site, try people(on: replica), self, on: replica)
    }
  }

  /// The notice as it is now.
  func noticeCard(_ key: RecordKey) throws -> OfficeNoticeCard {
    try read { replica in
      let view = SiteView(replica, key.scope)
      guard let notice = try view.notice(key) else {
        throw OfficeFault.failed(Message(.noSuchNotice))
      }
      return try OfficeNoticeCard(
        notice, of: try view.facts(), try people(on: replica), self, on: replica)
    }
  }
}

/// What the office says of one notice.
enum OfficeNoticeReport {
  /// What was done, and what the rules remind of.
  /// - Parameter message: about the notice as it is now.
  static func done(
    _ made: (key: RecordKey, reminders: [Finding]), _ office: Office,
    _ message: (OfficeNoticeCard) -> Message
  ) throws -> CommandOutput {
    let card = try office.noticeCard(made.key)
    var report = Report(nil, [.note(message(card))])
    for reminder in made.reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "notice": card.json,
          "reminders": .array(made.reminders.map { .string($0.rule.rawValue) }),
        ])))
  }

  static func report(_ card: OfficeNoticeCard, at now: Instant) -> Report {
    let (notice, text, zone) = (card.notice, card.notice.text, card.notice.zone)
    var report = Report()
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(Message(label), .text(value))) }
    }
    func words(_ label: Phrase, _ value: Phrase) {
      report.append(.fact(Message(label), .words(Message(value))))
    }
    fact(.labelId, notice.key.id.description)
    fact(.labelNoticeNumber, card.number)
    fact(.labelSite, card.site?.name)
    words(.labelKind, text.kind.phrase)
    words(.labelForm, text.form.phrase)
    words(.labelIssuer, text.issuer.phrase)
    words(.labelState, notice.stage.phrase)
    words(.labelReach, text.reach.phrase)
    fact(.labelPlaces, text.places.map(\.text).joined(separator: ", "))
    fact(.labelStart, text.start?.wallText(in: zone))
    fact(.labelEnd, text.end?.wallText(in: zone))
    fact(.labelNoticeCause, text.cause)
    words(.labelDepartment, notice.department.phrase)
    fact(.labelRequestedAt, notice.requested.map(card.said))
    fact(.labelRequestLimit, card.requestLimit?.moment.secondText(in: zone))
    fact(.labelIssuedAt, notice.issued.map(card.said))
    fact(.labelNoticeLimit, card.limitText)
    fact(.labelToldAt, notice.toldAt?.wallText(in: zone))
    fact(.labelEmergency, notice.emergency?.reason)
    fact(.labelApprover, notice.emergency?.approver.map(card.name))
    fact(.labelValidUntil, text.validUntil?.description)
    fact(.labelNoticeTitle, text.title)
    if !text.body.isBlank { report.append(.quotation(text.body)) }
    fact(.labelPreparation, text.preparation)
    fact(.labelSupply, text.supply)
    fact(.labelOfficeTelephone, text.telephone)
    for table in tables(card) where !table.rows.isEmpty { report.append(.table(table)) }
    fact(.labelArchivedAt, notice.archived.map { notice.archivePlace + " · " + card.said($0) })
    if notice.archived != nil { fact(.labelKeptUntil, card.keptUntil?.description) }
    fact(.labelWithdrawn, notice.withdrawn.map { notice.withdrawReason + " · " + card.said($0) })
    for warning in warnings(notice, at: now) { report.append(.warning(warning)) }
    fact(.labelPolicy, card.policy.text)
    fact(.labelSaw, card.saw)
    return report
  }

  /// What is not as it should be.
  private static func warnings(_ notice: Notice, at now: Instant) -> [Message] {
    func said(_ phrase: Phrase, _ places: [String]) -> Message? {
      places.isEmpty ? nil : Message(phrase, [places.joined(separator: ", ")])
    }
    var found: [Message?] = []
    if notice.issued != nil, notice.withdrawn == nil, notice.text.form.isWritten {
      found.append(said(.noticePostedMissing, notice.missing.map(\.code.text)))
      if !notice.isSealed { found.append(Message(.ruleNoSeal)) }
    }
    found.append(said(.noticeOutdated, notice.outdated.map(\.place)))
    if let last = notice.text.validUntil, last < LocalTime(now, in: notice.zone).date {
      let hanging = notice.postings.filter { $0.takenDown == nil }
      found.append(said(.noticeExpired, hanging.map(\.place)))
    }
    return found.compactMap { $0 }
  }

  private static func posted(_ one: Posting, _ card: OfficeNoticeCard) -> Cell {
    let posted = card.said(one.deed)
    guard let later = one.writtenDownLater else { return .text(posted) }
    return .words(
      Message(.noticeWrittenDown, [posted, later.wallText(in: card.notice.zone)]))
  }

  /// Where it hung, its seals, and who looked at the signs.
  private static func tables(_ card: OfficeNoticeCard) -> [TextTable] {
    func table(_ headings: [Phrase], _ rows: [[Cell]]) -> TextTable {
      TextTable(headings.map { TextTable.Column(Message($0)) }, rows: rows)
    }
    func flag(_ isSet: Bool) -> Cell { .words(Message(isSet ? .labelYes : .labelNo)) }
    let notice = card.notice
    return [
      table(
        [.labelPlace, .labelKind, .labelPostedAt, .labelTakenDown],
        (notice.postings + notice.mistakenPostings).map { one in
          [
            .text(one.place), .words(Message(one.kind.phrase)), posted(one, card),
            one.mistaken.map { .words(Message(.noticeMistaken, [card.said($0)])) }
              ?? .text(one.takenDown.map(card.said) ?? ""),
          ]
        }),
      table(
        [.labelSeal, .labelWhen, .labelOutdated],
        notice.seals.map { one in
          [
            .words(Message(one.seal.phrase)), .text(card.said(one.deed)),
            flag(!notice.isCurrent(one)),
          ]
        }),
      table(
        [.labelPhase, .labelWhen, .labelSigns, .labelCordon, .labelRemark],
        notice.checks.map { one in
          [
            .words(Message(one.phase.phrase)), .text(card.said(one.deed)), flag(one.hasSigns),
            flag(one.hasCordon), .text(one.remark),
          ]
        }),
    ]
  }
}
