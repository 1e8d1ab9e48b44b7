import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel

/// A month at a site, as a visitor plans it.
package struct FieldPlan: Sendable {
  package struct Due: Sendable {
    package let household: HouseholdFacts
    package let kind: EntryKind
    /// For whom it is to be visited.
    package let organiser: Organiser
    /// For which month it was drawn; an earlier one is overdue.
    package let month: CivilMonth
    /// Whose draw it is from.
    package let drawnBy: String
    package let appointment: Appointment?
  }

  /// What only this laptop has of the site.
  package struct Unsent: Hashable, Sendable {
    package let count: Int
    /// Written before yesterday: R1-53 wants them with the supervisor by now.
    package let late: Int
    package let oldest: Instant?
  }

  /// Sent back to this person, whatever the site: to be seen to first.
  package let returned: [ReviewCard]
  package let report: MonthReport
  package let byPerson: [(name: String, count: Int)]
  /// Drawn for this month or an earlier one and still to be visited, in the order of the draws.
  package let due: [Due]
  /// Agreed and not over yet, by start.
  package let appointments: [(appointment: Appointment, unitCode: String)]
  /// Households that want feedback and have had no return visit yet.
  package let feedback: [(opinion: RecordID, unitCode: String)]
  package let unsent: Unsent
}

extension Laptop {
  package func plan(
    _ site: SiteFacts, month: CivilMonth, _ replica: Replica
  ) throws -> FieldPlan {
    let view = SiteView(replica, site.scope)
    let report = try view.report(of: month, at: now)
    let appointments = try self.appointments(of: site, endingAfter: now, replica)
      .filter { $0.state == .agreed }
    return FieldPlan(
      returned: try returnedToMe(replica), report: report,
      byPerson: try report.figures.byInterviewer
        .map { (name: try personName($0.key, replica), count: $0.value) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
      due: try dueHouseholds(view, through: month, appointments),
      appointments: try appointments.map {
        ($0, try view.household($0.household)?.unitCode ?? "")
      },
      feedback: try feedbackDue(view, replica), unsent: try unsent(site, replica))
  }

  private func unsent(_ site: SiteFacts, _ replica: Replica) throws -> FieldPlan.Unsent {
    let pending = try replica.log.pending(
      of: OwnEnrolment(replica.connection).device, limit: 10_000
    ).filter { $0.scope == site.scope }
    return FieldPlan.Unsent(
      count: pending.count,
      late: pending.filter {
        SubmissionClock.isLate(start: $0.storedAt, recordedAt: now, site.zone)
      }.count, oldest: pending.map(\.storedAt).min())
  }

  private func feedbackDue(
    _ view: SiteView, _ replica: Replica
  ) throws -> [(opinion: RecordID, unitCode: String)] {
    try replica.records.states(of: .opinion, in: view.scope).compactMap { id, state in
      guard state.flag(OpinionField.wantsFeedback) || state.flag(OpinionField.proposesFeedback),
        state.code(OpinionField.kind) != OpinionKind.complaint,
        let key = state.reference(OpinionField.visit),
        let visit = try replica.records.state(of: key).flatMap({ VisitSummary(key, $0) }),
        !visit.isVoided, try !isAnswered(view.key(.opinion, id), replica)
      else { return nil }
      return (id, try view.household(visit.household)?.unitCode ?? "")
    }
  }

  private func isAnswered(_ opinion: RecordKey, _ replica: Replica) throws -> Bool {
    try replica.records.members(.visitAboutMatter, of: opinion)
      .compactMap { VisitSummary($0.key, $0.state) }
      .contains { $0.kind == .returnVisit && !$0.isVoided }
  }
}
