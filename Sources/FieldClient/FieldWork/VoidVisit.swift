import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

extension Laptop {
  /// Voids a visit, with a reason; it is kept, and counts no longer.
  /// - Parameter saw: the frontier that `visits show` printed.
  /// - Throws: `FieldFault.refused` (F-saw) when the visit has since got changes that the person has
  ///   not seen, (F-assigned) when they no longer work at its site.
  package func voidVisit(named text: String, reason: String, saw: [ChangeID]) throws -> RecordKey {
    if let flaw = TypedText.flaw(inText: reason, place: "reason") { throw FieldFault.failed(flaw) }
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    let target = try read { try editableVisit(named: text, $0) }
    let (key, new) = try householdKey(target.household, year: target.year, .visit)
    return try write { replica in
      let visit = try editableVisit(named: text, replica).key
      try requireShown(visit, saw, replica)
      let edit = RecordEdit(
        .visit, visit.id,
        [
          VisitField.voidedAt: .instant(now),
          VisitField.voidReason: try seal(
            reason, under: key, in: visit, field: VisitField.voidReason),
        ])
      try write(
        [edit], in: visit.scope, saw: [visit.id: saw], keys: new.map { [$0] } ?? [], on: replica)
      return visit
    }
  }
}
