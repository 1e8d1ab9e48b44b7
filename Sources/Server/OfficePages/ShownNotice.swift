import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// A notice with what the office computes about it: the same row, facts, tables and warnings as on a
/// laptop.
struct ShownNotice {
  let setting: PageSetting
  let home: NoticeHome
  let notice: Notice
  let replica: Replica
  let limit: LeadTime.Limit?
  private let requestLimit: LeadTime.Limit?
  private let keptUntil: CivilDate?

  init(
    _ notice: Notice, of home: NoticeHome, _ setting: PageSetting, on replica: Replica
  ) throws {
    self.setting = setting
    self.home = home
    self.notice = notice
    self.replica = replica
    let limits = try setting.office.limits(of: notice, on: replica)
    limit = limits.notice
    requestLimit = limits.request
    keptUntil = limits.keptUntil
  }

  private var say: Words { setting.say }
  private var zone: ZoneOffset { notice.zone }

  var number: String? { notice.name(of: home.site?.code) }

  private var limitText: String? {
    limit.map { $0.moment.secondText(in: zone) + ($0.isProvisional ? " *" : "") }
  }

  static let columns = [
    ListColumn("id", .labelId, .code), ListColumn("number", .labelNoticeNumber, .code),
    ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("title", .labelNoticeTitle, .text), ListColumn("start", .labelStart, .moment),
    ListColumn("limit", .labelNoticeLimit, .moment), ListColumn("told", .labelToldAt, .moment),
    ListColumn("emergency", .labelEmergency, .yesNo, isFilter: true),
    ListColumn("state", .labelState, .word, isFilter: true),
  ]

  /// A row; the limit is measured to the second, and is said so beside it.
  func cells(address: String) -> [ListCell] {
    [
      .code(String(notice.key.id.description.prefix(8)), address: address),
      .code(number ?? say(.noticeUnnumbered)), .word(notice.text.kind.phrase),
      .text(notice.text.title), .moment(notice.text.start, in: zone),
      limit.map { limit in
        ListCell(.moment(limit.moment, zone), remark: limitText.map { Message(.dueUntil, [$0]) })
      } ?? .empty,
      .moment(notice.toldAt, in: zone), .yesNo(notice.emergency != nil),
      .word(notice.stage.phrase),
    ]
  }

  private func said(_ deed: Deed) throws -> String {
    let name = try setting.person(deed.account, on: replica)
    return deed.at.wallText(in: zone) + " " + name
  }

  // MARK: Facts

  func facts() throws -> [(label: String, value: PageCell)] {
    var facts: [(label: String, value: PageCell)] = []
    if let site = home.site {
      facts.append((label: say(.labelSite), value: setting.link(to: site)))
    }
    var all = plan()
    all += try course()
    all += text()
    all += try end()
    all.append(
      (.labelPolicy, try replica.inForce(.notice, at: notice.madeAt, in: zone).text))
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    return facts
  }

  private func plan() -> [(Phrase, String?)] {
    let text = notice.text
    return [
      (.labelId, notice.key.id.description), (.labelNumber, number),
      (.labelKind, say(text.kind.phrase)), (.labelForm, say(text.form.phrase)),
      (.labelIssuer, say(text.issuer.phrase)), (.labelState, say(notice.stage.phrase)),
      (.labelReach, say(text.reach.phrase)),
      (.labelPlaces, text.places.map(\.text).joined(separator: ", ")),
      (.labelStart, text.start?.wallText(in: zone)),
      (.labelEnd, text.end?.wallText(in: zone)), (.labelNoticeCause, text.cause),
    ]
  }

  private func course() throws -> [(Phrase, String?)] {
    let approver = try notice.emergency?.approver.map { try setting.person($0, on: replica) }
    return [
      (.labelDepartment, say(notice.department.phrase)),
      (.labelRequestedAt, try notice.requested.map { try said($0) }),
      (.labelRequestLimit, requestLimit?.moment.secondText(in: zone)),
      (.labelIssuedAt, try notice.issued.map { try said($0) }),
      (.labelNoticeLimit, limitText), (.labelToldAt, notice.toldAt?.wallText(in: zone)),
      (.labelEmergency, notice.emergency?.reason), (.labelApprover, approver),
    ]
  }

  private func text() -> [(Phrase, String?)] {
    let text = notice.text
    return [
      (.labelValidUntil, text.validUntil?.description), (.labelNoticeTitle, text.title),
      (.labelText, text.body), (.labelPreparation, text.preparation),
      (.labelSupply, text.supply), (.labelOfficeTelephone, text.telephone),
    ]
  }

  private func end() throws -> [(Phrase, String?)] {
    let archived = try notice.archived.map { notice.archivePlace + " · " + (try said($0)) }
    let withdrawn = try notice.withdrawn.map { notice.withdrawReason + " · " + (try said($0)) }
    return [
      (.labelArchivedAt, archived),
      (.labelKeptUntil, notice.archived == nil ? nil : keptUntil?.description),
      (.labelWithdrawn, withdrawn),
    ]
  }

  /// What is not as it should be.
  var warnings: [Message] {
    func said(_ phrase: Phrase, _ places: [String]) -> Message? {
      places.isEmpty ? nil : Message(phrase, [places.joined(separator: ", ")])
    }
    var found: [Message?] = []
    if notice.issued != nil, notice.withdrawn == nil, notice.text.form.isWritten {
      found.append(said(.noticePostedMissing, notice.missing.map(\.code.text)))
      if !notice.isSealed { found.append(Message(.ruleNoSeal)) }
    }
    found.append(said(.noticeOutdated, notice.outdated.map(\.place)))
    let today = LocalTime(setting.office.now, in: zone).date
    if let last = notice.text.validUntil, last < today {
      let hanging = notice.postings.filter { $0.takenDown == nil }
      found.append(said(.noticeExpired, hanging.map(\.place)))
    }
    return found.compactMap { $0 }
  }

  // MARK: Tables

  /// Where it hung, its seals, and who looked at the signs; only those that have something in them.
  func tables() throws -> [Listing] {
    [try postings(), try seals(), try checks()].filter { !$0.rows.isEmpty }
  }

  private func postings() throws -> Listing {
    Listing(
      "postings", Message(.codePosting),
      [
        ListColumn("place", .labelPlace, .text), ListColumn("kind", .labelKind, .word),
        ListColumn("posted", .labelPostedAt, .text),
        ListColumn("takenDown", .labelTakenDown, .text),
      ],
      rows: try (notice.postings + notice.mistakenPostings).map { one in
        let posted = try said(one.deed)
        let later = one.writtenDownLater.map {
          say(.noticeWrittenDown, posted, $0.wallText(in: zone))
        }
        let ended = try one.mistaken.map { say(.noticeMistaken, try said($0)) }
        let takenDown = try ended ?? one.takenDown.map { try said($0) }
        return [
          .text(one.place), .word(one.kind.phrase), .text(later ?? posted),
          takenDown.map { .text($0) } ?? .empty,
        ]
      })
  }

  private func seals() throws -> Listing {
    Listing(
      "seals", Message(.codeSeal),
      [
        ListColumn("seal", .labelSeal, .word), ListColumn("when", .labelWhen, .text),
        ListColumn("outdated", .labelOutdated, .yesNo),
      ],
      rows: try notice.seals.map { one in
        [.word(one.seal.phrase), .text(try said(one.deed)), .yesNo(!notice.isCurrent(one))]
      })
  }

  private func checks() throws -> Listing {
    Listing(
      "checks", Message(.obligationSigns),
      [
        ListColumn("phase", .labelPhase, .word), ListColumn("when", .labelWhen, .text),
        ListColumn("signs", .labelSigns, .yesNo), ListColumn("cordon", .labelCordon, .yesNo),
        ListColumn("remark", .labelRemark, .text),
      ],
      rows: try notice.checks.map { one in
        [
          .word(one.phase.phrase), .text(try said(one.deed)), .yesNo(one.hasSigns),
          .yesNo(one.hasCordon), .text(one.remark),
        ]
      })
  }
}
