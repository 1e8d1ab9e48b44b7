import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// What happened at one household, in the order of time: who moved in and out, every draw, attempt,
/// appointment, visit and return visit.
struct HouseholdPage {
  let setting: PageSetting
  let id: RecordID

  private struct Event {
    let at: Instant
    let what: String
    let who: String
    let details: String
  }

  private var say: Words { setting.say }

  /// - Returns: nothing for a household of a site that the reader may not see.
  func page(on replica: Replica) throws -> Page? {
    guard let (site, facts) = try found(on: replica) else { return nil }
    let state = try replica.records.state(of: facts.key) ?? .empty
    let events = try events(facts, state, site, on: replica).sorted { $0.at < $1.at }
    var timeline = PageTable(
      say(.pageHistory), say.all([.labelWhen, .labelKind, .labelPerson, .pageDetails]))
    for event in events {
      timeline.append([
        PageCell(event.at.wallText(in: site.zone)), PageCell(event.what), PageCell(event.who),
        PageCell(event.details),
      ])
    }
    var page = Page(say(.pageHouseholdTitle, facts.unitCode))
    var known: [(label: String, value: PageCell)] = [
      (say(.labelSite), PageCell(site.name, url: PageLink.site(site.code))),
      (say(.labelUnit), PageCell(facts.unitCode)),
      (say(.labelOccupancy), PageCell(say(facts.occupancy.phrase))),
      (
        say(.labelName),
        PageCell(
          try setting.opened(state, facts.key, field: HouseholdField.name) ?? "–")
      ),
    ]
    if facts.isRestricted {
      let reason = try setting.opened(
        state, facts.key, field: HouseholdField.restrictionReason)
      known.append((say(.codeRestrictedStatus), PageCell(reason ?? "–")))
    }
    page.blocks = [.facts(known)]
    if let previous = state.reference(HouseholdField.previous) {
      page.blocks.append(
        .links([
          PageCell(say(.pagePreviousHousehold), url: PageLink.household(previous.id))
        ]))
    }
    page.blocks.append(.heading(say(.pageHistory)))
    page.blocks.append(events.isEmpty ? .note(say(.pageNothing)) : .table(timeline))
    return page
  }

  private func found(on replica: Replica) throws -> (SiteFacts, HouseholdFacts)? {
    let reader = setting.reader
    let scopes =
      reader.seesEverySite ? try replica.feed.heads().map(\.scope) : reader.person.sites
    for scope in scopes {
      let view = SiteView(replica, scope)
      if let facts = try view.household(id), let site = try view.facts() { return (site, facts) }
    }
    return nil
  }

  private func events(
    _ facts: HouseholdFacts, _ state: RecordState, _ site: SiteFacts, on replica: Replica
  ) throws -> [Event] {
    var events: [Event] = []
    if let joined = facts.joinedOn {
      events.append(
        Event(
          at: joined.startOfDay(in: site.zone), what: say(.pageMovedIn), who: "", details: ""))
    }
    if let departed = facts.departedOn {
      events.append(
        Event(
          at: departed.startOfDay(in: site.zone), what: say(.pageMovedOut), who: "",
          details: ""))
    }
    events += try draws(facts.key, on: replica)
    events += try attempts(facts.key, on: replica)
    events += try appointments(facts.key, site, on: replica)
    events += try visits(facts.key, on: replica)
    return events
  }

  private func draws(_ household: RecordKey, on replica: Replica) throws -> [Event] {
    let entries = try replica.records.members(.drawEntryOfHousehold, of: household)
    if entries.isEmpty { return [] }
    let draws = Dictionary(
      try SiteView(replica, household.scope).draws().map { ($0.key, $0) }
    ) { a, _ in a }
    return try entries.compactMap { _, state in
      guard let draw = state.reference(DrawEntryField.draw).flatMap({ draws[$0] }),
        let drawnAt = draw.drawnAt
      else { return nil }
      let kind: EntryKind = state.code(DrawEntryField.kind) ?? .primary
      let outcome: EntryOutcome = state.code(DrawEntryField.outcome) ?? .open
      let words = [
        say(draw.organiser.phrase), say(kind.phrase), say(draw.state.phrase),
        say(outcome.phrase),
      ]
      return Event(
        at: drawnAt, what: say(.pageDrawn),
        who: try setting.person(author(of: draw.key, on: replica), on: replica),
        details: words.joined(separator: ", "))
    }
  }

  private func author(of draw: RecordKey, on replica: Replica) throws -> AccountID? {
    try replica.records.state(of: draw)?.reference(DrawField.account)?.id.named()
  }

  private func attempts(_ household: RecordKey, on replica: Replica) throws -> [Event] {
    try replica.records.members(.attemptAtHousehold, of: household)
      .compactMap { _, state in
        guard let at = state.instant(AttemptField.at) else { return nil }
        let outcome: AttemptOutcome? = state.code(AttemptField.outcome)
        return Event(
          at: at, what: say(.pageAttempt),
          who: try setting.person(
            state.reference(AttemptField.account)?.id.named(), on: replica),
          details: outcome.map { say($0.phrase) } ?? "")
      }
  }

  private func appointments(
    _ household: RecordKey, _ site: SiteFacts, on replica: Replica
  ) throws -> [Event] {
    try replica.records.members(.appointmentOfHousehold, of: household)
      .compactMap { _, state in
        guard let start = state.instant(AppointmentField.windowStart) else { return nil }
        let channel: AppointmentChannel? = state.code(AppointmentField.channel)
        let standing: AppointmentState? = state.code(AppointmentField.state)
        let end = state.instant(AppointmentField.windowEnd)?.wallText(in: site.zone)
        let words = [
          end.map { "– \($0)" }, channel.map { say($0.phrase) }, standing.map { say($0.phrase) },
        ]
        return Event(
          at: start, what: say(.labelAppointment),
          who: try setting.person(
            state.reference(AppointmentField.account)?.id.named(), on: replica),
          details: words.compactMap { $0 }.joined(separator: ", "))
      }
  }

  private func visits(_ household: RecordKey, on replica: Replica) throws -> [Event] {
    try replica.records.members(.visitOfHousehold, of: household)
      .compactMap { key, state in
        guard let visit = VisitSummary(key, state) else { return nil }
        var words = [
          say(visit.organiser.phrase), say(visit.mode.phrase),
          "\(say(.labelRound)) \(visit.round)", "– \(visit.end.wallText(in: visit.zone))",
        ]
        if visit.isVoided { words.append(say(.labelVoided)) }
        return Event(
          at: visit.start, what: say(visit.kind.phrase),
          who: try setting.people(
            try setting.interviewers(of: key, on: replica), on: replica),
          details: words.joined(separator: ", "))
      }
  }
}
