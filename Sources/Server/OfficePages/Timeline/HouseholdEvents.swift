import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// What is recorded of a household itself: who moved in and out, the states of its unit, draws, attempts,
/// appointments and visits with their reviews.
///
/// A record of which a part has not arrived is a row that says so: a time line leaves nothing out.
struct HouseholdEvents {
  let setting: PageSetting
  let site: SiteFacts
  let household: HouseholdFacts
  let replica: Replica

  private var say: Words { setting.say }
  private var view: SiteView { SiteView(replica, site.scope) }

  func all() throws -> [TimelineEvent] {
    try stay() + occupancies() + restrictions() + draws() + attempts() + appointments()
      + visits()
  }

  private func stay() -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    if let joined = household.joinedOn {
      events.append(TimelineEvent(at: .day(joined), kind: .pageMovedIn))
    }
    if let departed = household.departedOn {
      events.append(TimelineEvent(at: .day(departed), kind: .pageMovedOut))
    }
    return events
  }

  /// Of the unit, while the household lived in it.
  private func occupancies() throws -> [TimelineEvent] {
    try view.occupancies(of: household.unit)
      .filter { household.livedThere(on: LocalTime($0.at, in: site.zone).date) }
      .map { word in
        TimelineEvent(
          at: .instant(word.at), kind: .labelOccupancy, who: try person(word.account),
          details: [say(word.said.phrase)])
      }
  }

  private func restrictions() throws -> [TimelineEvent] {
    try view.restrictions(of: household.key).map { word in
      TimelineEvent(
        at: .instant(word.at), kind: word.said ? .codeRestrictedStatus : .timelineAllowed,
        who: try person(word.account))
    }
  }

  private func draws() throws -> [TimelineEvent] {
    try view.drawEntries(naming: household.key.id).map { entry in
      let draw = try view.draw(entry.draw)
      return TimelineEvent(
        at: moment(draw?.drawnAt), kind: .pageDrawn,
        who: try draw.map { try person($0.account) } ?? "",
        details: [
          draw.map { say($0.organiser.phrase) } ?? "", say(entry.kind.phrase),
          draw.map { say($0.state.phrase) } ?? "", say(entry.outcome.phrase),
          draw.map { inRound($0.round) } ?? "",
        ],
        url: draw.map { PageLink.site(site.code, month: $0.month) })
    }
  }

  private func attempts() throws -> [TimelineEvent] {
    try replica.records.members(.attemptAtHousehold, of: household.key).map { _, state in
      let outcome: AttemptOutcome? = state.code(AttemptField.outcome)
      return TimelineEvent(
        at: moment(state.instant(AttemptField.at)), kind: .pageAttempt,
        who: try person(state.reference(AttemptField.account)?.id.named()),
        details: [
          outcome.map { say($0.phrase) } ?? "",
          state.integer(AttemptField.round).map { inRound($0) } ?? "",
        ])
    }
  }

  private func appointments() throws -> [TimelineEvent] {
    try replica.records.members(.appointmentOfHousehold, of: household.key).map { _, state in
      let channel: AppointmentChannel? = state.code(AppointmentField.channel)
      let standing: AppointmentState? = state.code(AppointmentField.state)
      return TimelineEvent(
        at: moment(state.instant(AppointmentField.windowStart)), kind: .labelAppointment,
        who: try person(state.reference(AppointmentField.account)?.id.named()),
        details: [
          state.instant(AppointmentField.windowEnd)
            .map { "– " + $0.wallText(in: site.zone) } ?? "",
          channel.map { say($0.phrase) } ?? "", standing.map { say($0.phrase) } ?? "",
        ])
    }
  }

  private func visits() throws -> [TimelineEvent] {
    try replica.records.members(.visitOfHousehold, of: household.key).flatMap { key, state in
      let people = try setting.people(
        try setting.interviewers(of: key, on: replica), on: replica)
      let url = PageLink.visit(site.code, visit: key.id)
      guard let visit = VisitSummary(key, state) else {
        return [TimelineEvent(at: .unknown, kind: .labelVisit, who: people, url: url)]
      }
      let event = TimelineEvent(
        at: .instant(visit.start), kind: visit.kind.phrase, who: people,
        details: [
          say(visit.organiser.phrase), say(visit.mode.phrase), inRound(visit.round),
          "– " + visit.end.wallText(in: visit.zone),
          visit.isVoided ? say(.labelVoided) : "",
        ],
        url: url)
      return [event] + (try reviews(of: visit))
    }
  }

  /// Led to where the review goes on by whoever may review, and to the visit by others.
  private func reviews(of visit: VisitSummary) throws -> [TimelineEvent] {
    let mayReview =
      PageRoute.review.admits(setting.reader.person.role) && !visit.isVoided
    return try view.reviewSteps(of: visit.key.id).map { step in
      TimelineEvent(
        at: .instant(step.at), kind: .labelReview, who: try person(step.account),
        details: [
          say(step.state.phrase), step.part.map { say($0.phrase) } ?? "",
          say(.timelineOfVisit, visit.start.wallText(in: visit.zone)),
        ],
        url: mayReview
          ? PageLink.review(site.code, visit: visit.key.id)
          : PageLink.visit(site.code, visit: visit.key.id))
    }
  }

  private func moment(_ instant: Instant?) -> TimelineEvent.Moment {
    instant.map { .instant($0) } ?? .unknown
  }

  private func inRound(_ number: Int) -> String { "\(say(.labelRound)) \(number)" }

  private func person(_ account: AccountID?) throws -> String {
    try setting.person(account, on: replica)
  }
}

extension HouseholdFacts {
  /// Whether what happened in the unit on a day happened to this household; one whose days nobody wrote down
  /// lived there always.
  func livedThere(on day: CivilDate) -> Bool {
    (joinedOn.map { $0 <= day } ?? true) && (departedOn.map { day <= $0 } ?? true)
  }
}
