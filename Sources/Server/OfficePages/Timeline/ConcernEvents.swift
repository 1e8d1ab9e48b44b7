import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel
import Wording

/// What a household said and what concerned it: matters with their steps, contacts, incidents, notices and
/// duplicate cases, each for whoever may open its page and for nobody else. No word of what was said is opened.
struct ConcernEvents {
  let setting: PageSetting
  let site: SiteFacts
  let household: HouseholdFacts
  let replica: Replica

  private var say: Words { setting.say }
  private var view: SiteView { SiteView(replica, site.scope) }
  private var role: Role { setting.reader.person.role }

  func all() throws -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    if PageRoute.notice.admits(role) { events += try notices() }
    if PageRoute.duplicate.admits(role) { events += try cases() }
    if PageRoute.incident.admits(role) { events += try incidents() }
    if PageRoute.matter.admits(role) { events += try contacts() + matters().flatMap(steps) }
    return events
  }

  /// What the household said that stands, at visits and in contacts.
  func matters() throws -> [Matter] {
    let sources =
      try replica.records.members(.visitOfHousehold, of: household.key).map(\.key)
      + replica.records.members(.contactOfHousehold, of: household.key).map(\.key)
    return try sources.flatMap { try view.matters(of: $0) }
  }

  /// When it was said, and each step since.
  private func steps(_ matter: Matter) throws -> [TimelineEvent] {
    let url = PageLink.matter(site.code, matter: matter.key.id)
    let topic = say(matter.topic.phrase)
    let said = TimelineEvent(
      at: .instant(matter.source.at), kind: .timelineMatter,
      who: try person(try view.recorder(of: matter.source.key)),
      details: [
        topic, say(matter.kind.phrase), matter.urgency == .urgent ? say(.codeUrgent) : "",
        say(matter.handling?.state.phrase ?? MatterRow.untouched(matter.kind)),
        matter.feedback.stage == .notAsked ? "" : say(matter.feedback.stage.phrase),
      ],
      url: url)
    return try [said]
      + view.history(of: matter).map { step in
        let words = [
          step.state?.phrase, step.department?.phrase, step.status?.phrase,
          step.decision?.phrase,
        ]
        return TimelineEvent(
          at: .instant(step.at), kind: .timelineMatterStep, who: try person(step.account),
          details: [topic] + words.compactMap { $0.map { say($0) } }, url: url)
      }
  }

  private func contacts() throws -> [TimelineEvent] {
    try replica.records.members(.contactOfHousehold, of: household.key).map { key, state in
      let source = try view.source(key)
      return TimelineEvent(
        at: source.map { .instant($0.at) } ?? .unknown, kind: .timelineContact,
        who: try person(state.reference(ContactField.account)?.id.named()),
        details: [
          (source?.channel).map { say($0.phrase) } ?? "",
          source.map { say($0.method.phrase) } ?? "",
          source?.isVoided == true ? say(.labelVoided) : "",
        ])
    }
  }

  private func incidents() throws -> [TimelineEvent] {
    try view.incidents().filter { $0.household == household.key.id }.flatMap { incident in
      let url = PageLink.incident(site.code, incident: incident.key.id)
      func event(_ at: Instant, _ by: AccountID, _ stage: Phrase) throws -> TimelineEvent {
        TimelineEvent(
          at: .instant(at), kind: .codeIncident, who: try person(by),
          details: [
            say(incident.kind.phrase), say(stage),
            incident.isVoided ? say(.labelVoided) : "",
          ],
          url: url)
      }
      let deeds: [(Deed?, Phrase)] = [
        (incident.told, .labelToldHousehold), (incident.firmConfirmed, .labelFirmConfirmed),
        (incident.householdConfirmed, .labelHouseholdConfirmed),
        (incident.closed, .codeIncidentClosed),
      ]
      return [try event(incident.foundAt, incident.account, .labelFoundAt)]
        + (try deeds.compactMap { deed, stage in
          try deed.map { try event($0.at, $0.account, stage) }
        })
    }
  }

  /// Those issued for the whole site, for its building or for its unit, and the company's own for the site,
  /// while it lived there.
  private func notices() throws -> [TimelineEvent] {
    let own = try view.notices().filter { isTold($0) }
      .map { (notice: $0, code: String?.some(site.code), home: site.code) }
    // At the company's own address it is for head office; everybody else reads it at their site.
    let home = NoticeHome(companyOf: setting) == nil ? site.code : NoticeHome.company
    let companys = try SiteView(replica, setting.office.company).issued(for: site)
      .map { (notice: $0, code: String?.none, home: home) }
    return try (own + companys).compactMap { one in
      guard let issued = one.notice.issued,
        household.livedThere(on: LocalTime(issued.at, in: site.zone).date)
      else { return nil }
      return TimelineEvent(
        at: .instant(issued.at), kind: .codeNotice, who: try person(issued.account),
        details: [
          say(one.notice.text.kind.phrase), one.notice.text.title,
          one.notice.name(of: one.code) ?? "", say(one.notice.stage.phrase),
        ],
        url: PageLink.notice(one.home, notice: one.notice.key.id))
    }
  }

  private func isTold(_ notice: Notice) -> Bool {
    guard notice.text.reach != .site else { return true }
    guard let unit = UnitCode(household.unitCode) else { return false }
    return notice.text.places.contains { $0.contains(unit) }
  }

  /// A household is one too many in the moment of its second visit; what head office decided follows.
  private func cases() throws -> [TimelineEvent] {
    let rounds = try replica.records.members(.visitOfHousehold, of: household.key)
      .compactMap { VisitSummary($0.key, $0.state)?.round }
    let cases = try Set(rounds).sorted()
      .compactMap { try view.duplicateCase(round: $0, household: household.key.id) }
    return try cases.flatMap { one in
      let url = PageLink.duplicate(
        site.code, round: one.round, household: household.key.id)
      let starts = one.members.map(\.start).sorted()
      let found = TimelineEvent(
        at: starts.dropFirst().first.map { .instant($0) } ?? .unknown, kind: .labelCase,
        details: [
          "\(say(.labelRound)) \(one.round)", say(one.cause.phrase),
          say(CaseTable.state(of: one)),
        ],
        url: url)
      return try [found]
        + one.members.compactMap { member in
          try view.settlement(of: member.id).map { decision in
            TimelineEvent(
              at: .instant(decision.decidedAt), kind: .timelineSettlement,
              who: try person(decision.account),
              details: [
                say(decision.decision.kind.phrase),
                say(.timelineOfVisit, member.start.wallText(in: site.zone)),
              ],
              url: url)
          }
        }
    }
  }

  private func person(_ account: AccountID?) throws -> String {
    try setting.person(account, on: replica)
  }
}
