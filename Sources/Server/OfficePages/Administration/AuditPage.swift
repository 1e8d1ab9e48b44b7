import ConflictFreeRecords
import Console
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Who decided what on pages and by commands of the office, the newest first: its own bundles, as the log has
/// them. What its clock or an import writes at many sites, of one kind and one day, is one row.
struct AuditPage {
  let setting: PageSetting
  /// Nothing for the newest.
  let before: WrittenPlace?

  private var say: Words { setting.say }
  private var zone: ZoneOffset { setting.office.environment.zone }

  /// - Parameter text: a place as a link of this page names it, milliseconds and the name of a bundle.
  /// - Returns: nothing for another text.
  init?(_ setting: PageSetting, before text: String?) {
    self.setting = setting
    guard let text else {
      before = nil
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let moment = Int64(parts[0]),
      let bundle = Hexadecimal.bytes(String(parts[1])).flatMap({ BundleID(bytes: $0) })
    else { return nil }
    before = WrittenPlace(at: Instant(millisecondsSince1970: moment), bundle: bundle)
  }

  private static func text(_ place: WrittenPlace) -> String {
    "\(place.at.millisecondsSince1970).\(place.bundle)"
  }

  private struct Row {
    let at: Instant
    let kind: Phrase
    var who: ListCell
    var details: String
    var places: [ScopeID: ListCell]
  }

  func page(on replica: Replica) throws -> Page {
    let (acts, earlier) = try setting.office.acts(
      before: before, for: setting.reader.person, on: replica)
    var listing = Listing(
      "audit", Message(.auditTitle),
      [
        ListColumn("when", .labelWhen, .moment), ListColumn("who", .labelPerson, .text),
        ListColumn("what", .auditWhat, .word, isFilter: true),
        ListColumn("details", .pageDetails, .text), ListColumn("where", .auditWhere, .text),
      ])
    for row in try rows(acts, since: earlier?.at, on: replica) {
      listing.append([
        .moment(row.at, in: zone), row.who, .word(row.kind), .text(row.details), place(row),
      ])
    }
    var page = Page(say(.auditTitle))
    page.keeping = ["before"]
    page.blocks = [.note(say(.auditNote)), .listing(PageListing(listing))]
    if let earlier {
      page.blocks.append(
        .links([
          PageCell(say(.auditEarlier), url: "/audit?before=\(Self.text(earlier))")
        ]))
    }
    return page
  }

  private func place(_ row: Row) -> ListCell {
    if row.places.count == 1, let one = row.places.values.first { return one }
    return .text(say(.auditSites, "\(row.places.count)"))
  }

  private func rows(
    _ acts: [OfficeAct], since: Instant?, on replica: Replica
  ) throws -> [Row] {
    let links = AuditLinks(setting, on: replica)
    var rows: [Row] = []
    var days: [String: Int] = [:]
    for act in acts {
      let kind = AuditWords.kind(of: act)
      let place = try links.place(of: act)
      let details = try links.details(of: act)
      if act.isOfOffice, AuditWords.many.contains(kind) {
        let day = "\(LocalTime(act.at, in: zone).date) \(kind.key)"
        if let known = days[day] {
          rows[known].places[act.scope] = place
          // Of several, only what they share is said.
          if !rows[known].details.utf8.elementsEqual(details.utf8) { rows[known].details = "" }
          continue
        }
        days[day] = rows.count
      }
      rows.append(
        Row(
          at: act.at, kind: kind, who: .text(try setting.person(act.account, on: replica)),
          details: details, places: [act.scope: place]))
    }
    rows += try confirmations(since: since, links, on: replica)
    return rows.enumerated()
      .sorted { ($1.element.at, $0.offset) < ($0.element.at, $1.offset) }.map(\.element)
  }

  private func confirmations(
    since: Instant?, _ links: AuditLinks, on replica: Replica
  ) throws -> [Row] {
    try setting.office.confirmations(on: replica)
      .filter { one in
        since.map { one.at >= $0 } ?? true && before.map { one.at < $0.at } ?? true
      }
      .map { one in
        Row(
          at: one.at, kind: .auditConfirmed, who: .unknown(Message(.auditNotOnRecord)),
          details: one.device.fingerprint,
          places: [
            setting.office.company: .text(setting.office.name, address: PageRoute.devices.path)
          ])
      }
  }
}

/// Where an act was done, and what it was about, with links for whoever may follow them.
struct AuditLinks {
  private let setting: PageSetting
  private let replica: Replica

  init(_ setting: PageSetting, on replica: Replica) {
    self.setting = setting
    self.replica = replica
  }

  func place(of act: OfficeAct) throws -> ListCell {
    guard let site = try SiteView(replica, act.scope).facts() else {
      return .text(setting.office.name, address: companyAddress(of: act))
    }
    return .text(site.name, address: address(of: act, at: site) ?? setting.link(to: site).url)
  }

  private func companyAddress(of act: OfficeAct) -> String? {
    switch act.changes.first?.type {
    case .account, .assignment: PageRoute.accounts.path
    case .device: PageRoute.devices.path
    case .erasure, .retentionHold: PageRoute.retention.path
    default: address(of: act, at: nil)
    }
  }

  /// The first record of the act, or that it refers to, which has a page.
  private func address(of act: OfficeAct, at site: SiteFacts?) -> String? {
    let links = SubjectLink(role: setting.reader.person.role)
    for change in act.changes {
      let record = RecordKey(scope: act.scope, type: change.type, id: change.record)
      let month: CivilMonth? =
        if case .integer(let number) = change[SummaryField.month], change.type == .summary {
          CivilMonth(number: number)
        } else { nil }
      if let found = links.address(of: record, at: site, month: month) { return found }
      for field in change.fields {
        guard case .reference(let other) = field.value, other.scope == act.scope,
          let found = links.address(of: other, at: site)
        else { continue }
        return found
      }
    }
    return nil
  }

  /// Codes in words, and whose account or laptop it is.
  func details(of act: OfficeAct) throws -> String {
    var words = AuditWords.details(of: act).map { setting.say($0) }
    for change in act.changes {
      switch change.type {
      case .account: words.insert(try setting.person(change.record.named(), on: replica), at: 0)
      case .assignment:
        guard case .reference(let account) = change[AssignmentField.account] else { continue }
        words.append(try setting.person(account.id.named(), on: replica))
      case .device:
        guard let device = try setting.office.device(change.record, on: replica) else { continue }
        words.append(
          device.key.fingerprint + " " + (try setting.person(device.account, on: replica)))
      default: continue
      }
    }
    var seen: [String] = []
    for word in words where !seen.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
      seen.append(word)
    }
    return seen.joined(separator: " · ")
  }
}
