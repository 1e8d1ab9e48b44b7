import ConflictFreeRecords
import RecordStore
import VisitModel

extension Laptop {
  /// What is due at a site from every standing draw up to a month, the oldest month first.
  func dueHouseholds(
    _ view: SiteView, through month: CivilMonth, _ appointments: [Appointment]
  ) throws -> [FieldPlan.Due] {
    try view.dueHouseholds(through: month, at: now).map { due in
      FieldPlan.Due(
        household: due.household, kind: due.kind, organiser: due.organiser, month: due.month,
        drawnBy: try due.drawnBy.map { try personName($0, view.replica) } ?? "",
        appointment: appointments.first { $0.household == due.household.key.id })
    }
  }
}
