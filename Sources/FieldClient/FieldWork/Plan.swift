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
    package let organiser: Organiser
    package let appointment: Appointment?
  }

  package let report: MonthReport
  package let byPerson: [(name: String, count: Int)]
  /// Drawn and still to be visited, in the order of the draw.
  package let due: [Due]
  package let appointments: [Appointment]
  /// Households that want feedback and have had no return visit yet.
  package let feedback: [(opinion: RecordID, unitCode: String)]
}

extension Laptop {
  package func plan(
    _ site: SiteFacts, month: CivilMonth, _ replica: Replica
  ) throws -> FieldPlan {
    let view = SiteView(replica, site.scope)
    let report = try view.report(of: month)
    let households = Dictionary(
      try view.households().map { ($0.key.id, $0) }) { a, _ in a }
    let appointments = try self.appointments(of: site, endingAfter: now, replica)
      .filter { $0.state == .agreed }
    let draws = Dictionary(
      try view.draws().filter { $0.state == .standing && $0.month == month }.map { ($0.key, $0) }
    ) { a, _ in a }
    let due = try view.drawEntries().compactMap { entry -> FieldPlan.Due? in
      guard entry.outcome == .open, let draw = draws[entry.draw],
        let household = households[entry.household]
      else { return nil }
      return FieldPlan.Due(
        household: household, kind: entry.kind, organiser: draw.organiser,
        appointment: appointments.first { $0.household == entry.household })
    }
    return FieldPlan(
      report: report,
      byPerson: try report.figures.byInterviewer
        .map { (name: try personName($0.key, replica), count: $0.value) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
      due: due, appointments: appointments,
      feedback: try feedbackDue(view, households, replica))
  }

  private func feedbackDue(
    _ view: SiteView, _ households: [RecordID: HouseholdFacts], _ replica: Replica
  ) throws -> [(opinion: RecordID, unitCode: String)] {
    let visits = try view.visits()
    var answered: Set<RecordID> = []
    var householdOf: [RecordKey: RecordID] = [:]
    for (summary, state) in visits where !summary.isVoided {
      householdOf[summary.key] = summary.household
      if summary.kind == .returnVisit, let matter = state.reference(VisitField.earlierMatter) {
        answered.insert(matter.id)
      }
    }
    return try replica.records.states(of: .opinion, in: view.scope).compactMap { id, state in
      guard state.flag(OpinionField.wantsFeedback) || state.flag(OpinionField.proposesFeedback),
        state.code(OpinionField.kind) != OpinionKind.complaint, !answered.contains(id),
        let visit = state.reference(OpinionField.visit), let household = householdOf[visit]
      else { return nil }
      return (id, households[household]?.unitCode ?? "")
    }
  }
}
