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

// What only those decide who look at everything: conflicts, cases, laptops, what is held.

extension HomeQueue {
  /// What came before head office is news for so long.
  private static let escalatedDays = 7

  /// Those that the reader may settle.
  func conflicts() throws -> Found {
    let all = try setting.deciding.conflicts(on: replica)
    let zone = setting.office.environment.zone
    let words = ValueWords(setting: setting, zone: zone)
    return Found(
      rows: all.filter { Office.maySettle($0.record, person) }.map { one in
        let since = one.sides.map(\.storedAt).max() ?? now
        return Row(
          place: one.siteName,
          about: .text(
            words.kind(one.record.type) + " · " + words.field(one.field, of: one.record.type),
            address: ConflictTable.url(of: one)),
          who: one.sides.map(\.account),
          when: .moment(since, zone), order: since)
      })
  }

  /// As many statements for thousands of sites as for one.
  func duplicates() throws -> Found {
    Found(rows: try openCases(hasUnits: true).map(row))
  }

  /// The same of thousands of cases, of which the first page names one.
  func duplicatesInShort() throws -> InShort {
    let cases = try openCases(hasUnits: false)
    // Of one moment the first that was found, as in the whole list.
    let first = cases.min { $0.one.lastStart < $1.one.lastStart }
    return InShort(count: .known(cases.count), first: first.map(row))
  }

  private func openCases(hasUnits: Bool) throws -> [(one: OpenCase, site: SiteFacts)] {
    let sites = try setting.sites(on: replica)
    let byScope = Dictionary(sites.map { ($0.scope, $0) }) { first, _ in first }
    return try replica.openCases(
      of: setting.reader.seesEverySite ? nil : sites.map(\.scope), hasUnits: hasUnits
    ).compactMap { one in byScope[one.scope].map { (one, $0) } }
  }

  private func row(_ one: OpenCase, _ site: SiteFacts) -> Row {
    let unit = one.unitCode.utf8.isEmpty ? "–" : one.unitCode
    return row(
      .text(
        unit + " · " + say(one.cause.phrase),
        address: PageLink.duplicate(site.code, round: one.round, household: one.household)),
      at: site, since: one.lastStart)
  }

  /// What came before head office lately. Nobody hears of a petition that is not theirs to read (A39).
  func escalated() throws -> Found { Found(rows: try escalations().map(row)) }

  /// The same of thousands, of which the first page names one.
  func escalatedInShort() throws -> InShort {
    let all = try escalations()
    return InShort(
      count: .known(all.count), first: all.min { $0.one.at < $1.one.at }.map(row))
  }

  private typealias Escalated = (
    one: (scope: ScopeID, rule: String, subject: RecordKey?, due: CivilDate, at: Instant),
    site: SiteFacts?
  )

  private func escalations() throws -> [Escalated] {
    let office = setting.office
    let since = now.advanced(byMilliseconds: -Int64(Self.escalatedDays) * 86_400_000)
    let every = Dictionary(grouping: try replica.escalations(since: since), by: \.scope)
    var places: [(scope: ScopeID, site: SiteFacts?)] = [(office.company, nil)]
    for site in try setting.sites(on: replica) { places.append((site.scope, site)) }
    return try places.flatMap { scope, site in
      try (every[scope] ?? []).filter { one in
        try one.subject.map { try office.mayRead($0, person, on: replica) } ?? true
      }.map { ($0, site) }
    }
  }

  private func row(_ found: Escalated) -> Row {
    let (one, site) = found
    let office = setting.office
    let words = [
      one.rule, RuleID(rawValue: one.rule).map { say($0.obligation) } ?? "", one.due.description,
    ]
    return Row(
      place: site?.name ?? office.name,
      about: .text(
        words.joined(separator: " · "),
        address: one.subject.flatMap { SubjectLink(role: person.role).address(of: $0, at: site) }
          ?? site.map { PageLink.chosen("/due", site: $0.code) } ?? "/due"),
      when: .moment(one.at, site?.zone ?? office.environment.zone), order: one.at)
  }

  // MARK: Administrators

  func held() throws -> Found {
    let zone = setting.office.environment.zone
    return Found(
      rows: try setting.deciding.held(on: replica).map { one in
        let since = one.logged.storedAt
        return Row(
          place: try SiteView(replica, one.logged.scope).facts()?.name ?? "–",
          about: .text(
            say(Phrase.held(one.logged.reason.rawValue)), address: "/held/\(one.logged.id)"),
          who: [one.person?.id].compactMap(\.self), when: .moment(since, zone), order: since)
      })
  }

  /// Laptops that wait since the office was restored.
  func confirmations() throws -> Found {
    let zone = setting.office.environment.zone
    return Found(
      rows: try setting.office.awaitingConfirmation(on: replica).map { device in
        try row(of: device, .moment(device.enrolledAt, zone), device.enrolledAt)
      })
  }

  /// Laptops with a right of which nothing was heard for three days: somebody's work may be on them alone.
  func silentLaptops() throws -> Found {
    let office = setting.office
    let devices = try office.devices(on: replica).filter { $0.revokedAt == nil }
    let contacts = try office.contacts(of: devices, on: replica)
    let zone = office.environment.zone
    var found = Found()
    var unknown = 0
    for device in devices {
      let contact = contacts[device.key] ?? .unknown
      switch (contact.isSilent(at: now), contact) {
      case (nil, _): unknown += 1
      case (true?, .seen(let instant)):
        found.rows.append(try row(of: device, contact.value(in: zone), instant))
      case (true?, _):
        found.rows.append(try row(of: device, contact.value(in: zone), device.enrolledAt))
      case (false?, _): break
      }
    }
    if unknown > 0 { found.lacking = Message(.homeContactsUnknown, ["\(unknown)"]) }
    return found
  }

  private func row(of device: Device, _ when: ListValue, _ order: Instant) throws -> Row {
    Row(
      place: setting.office.name,
      about: .text(device.key.fingerprint + " · " + device.name, address: "/devices"),
      who: [device.account], when: when, order: order)
  }
}
