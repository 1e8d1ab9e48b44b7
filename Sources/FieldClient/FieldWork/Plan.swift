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

  /// A household's answer that somebody owes (R1-41).
  package struct Owed: Hashable, Sendable {
    package let opinion: RecordID
    package let unitCode: String
    package let by: String
    /// A target (A20).
    package let until: CivilDate
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
  /// Who carries out the month's work (R1-04).
  package let byPerson: [(name: String, count: Int)]
  /// Drawn for this month or an earlier one and still to be visited, in the order of the draws.
  package let due: [Due]
  /// Agreed and not over yet, by start.
  package let appointments: [(appointment: Appointment, unitCode: String)]
  /// Households that want feedback and have had no return visit yet, the most pressing first.
  package let feedback: [Owed]
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
  ) throws -> [FieldPlan.Owed] {
    try view.matters().compactMap { matter in
      guard case .owed(let account, let until) = matter.feedback else { return nil }
      return FieldPlan.Owed(
        opinion: matter.key.id,
        unitCode: try matter.source.household.flatMap { try view.household($0)?.unitCode } ?? "",
        by: try personName(account, replica), until: until)
    }.sorted { ($0.until, $0.opinion) < ($1.until, $1.opinion) }
  }
}
