package import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import RecordCatalogue
import RecordStore
package import VisitModel
import Wording

/// A correction of one field of a visit, or of what was said at it.
package enum Amendment: Hashable, Sendable {
  case place(String)
  case metName(String)
  case telephone(String)
  case remark(String)
  case relation(Relation)
  case satisfaction(SatisfactionGrade)
  case mode(VisitMode)
  case start(Instant)
  case end(Instant)
  /// The text of the opinion with this order number.
  case opinion(Int, String)
}

extension Laptop {
  /// Corrects a field on top of what the editor was shown.
  ///
  /// - Parameter saw: the frontier that `visits show` printed.
  /// - Throws: `FieldFault.refused` when the record has since got changes that the editor has not
  ///   seen: an edit may not overwrite a value that nobody was shown.
  package func amendVisit(
    named text: String, _ amendment: Amendment, saw: [ChangeID]
  ) throws -> RecordKey {
    let (visit, state) = try read { try record(.visit, named: text, $0) }
    guard let household = state.reference(VisitField.household),
      let summary = VisitSummary(visit, state)
    else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    if summary.isVoided { throw FieldFault.failed(Message(.visitIsVoided)) }
    let year = LocalTime(summary.start, in: summary.zone).date.year
    let (key, new) = try householdKey(household, year: year, .visit)
    return try write { replica in
      let (target, field, value) = try amended(visit, amendment, under: key, replica)
      try requireShown(target, saw, replica)
      try write(
        [RecordEdit(target.type, target.id, [field: value])], in: visit.scope,
        saw: [target.id: saw], keys: new.map { [$0] } ?? [], on: replica)
      return target
    }
  }

  /// Voids a visit, with a reason; it is kept, and counts no longer.
  package func voidVisit(named text: String, reason: String, saw: [ChangeID]) throws -> RecordKey {
    if let flaw = TypedText.flaw(inText: reason, place: "reason") { throw FieldFault.failed(flaw) }
    guard !reason.isEmpty else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    let (visit, state) = try read { try record(.visit, named: text, $0) }
    guard let household = state.reference(VisitField.household),
      let summary = VisitSummary(visit, state)
    else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    let year = LocalTime(summary.start, in: summary.zone).date.year
    let (key, new) = try householdKey(household, year: year, .visit)
    return try write { replica in
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

  private func amended(
    _ visit: RecordKey, _ amendment: Amendment, under key: HouseholdKey, _ replica: Replica
  ) throws -> (RecordKey, UInt32, Value) {
    func sealed(_ text: String, _ field: UInt32, _ place: String, isLine: Bool) throws -> Value {
      let flaw =
        isLine
        ? TypedText.flaw(inLine: text, place: place) : TypedText.flaw(inText: text, place: place)
      if let flaw { throw FieldFault.failed(flaw) }
      return try seal(text, under: key, in: visit, field: field)
    }
    switch amendment {
    case .place(let text):
      return (visit, VisitField.place, try sealed(text, VisitField.place, "place", isLine: true))
    case .metName(let text):
      return (
        visit, VisitField.metName, try sealed(text, VisitField.metName, "met", isLine: true)
      )
    case .telephone(let text):
      return (
        visit, VisitField.telephone,
        try sealed(text, VisitField.telephone, "telephone", isLine: true)
      )
    case .remark(let text):
      return (
        visit, VisitField.remark, try sealed(text, VisitField.remark, "remark", isLine: false)
      )
    case .relation(let code): return (visit, VisitField.relation, .code(code))
    case .satisfaction(let code): return (visit, VisitField.satisfaction, .code(code))
    case .mode(let code): return (visit, VisitField.mode, .code(code))
    case .start(let instant): return (visit, VisitField.start, .instant(instant))
    case .end(let instant): return (visit, VisitField.end, .instant(instant))
    case .opinion(let order, let text):
      if let flaw = TypedText.flaw(inText: text, place: "opinion") { throw FieldFault.failed(flaw) }
      let opinions = try replica.records.members(.opinion, of: visit, by: OpinionField.visit)
      guard
        let (target, _) = opinions.first(where: {
          $0.state.integer(OpinionField.order) == order
        })
      else { throw FieldFault.failed(Message(.noSuchOpinion, ["\(order)"])) }
      return (
        target, OpinionField.text, try seal(text, under: key, in: target, field: OpinionField.text)
      )
    }
  }

  /// Refuses an edit whose editor has not seen everything there is now.
  func requireShown(_ record: RecordKey, _ saw: [ChangeID], _ replica: Replica) throws {
    let frontier = try replica.frontier(of: record)
    guard saw.sorted() == frontier else {
      throw FieldFault.refused(
        Refusal(
          rule: "F-saw", why: Message(.sawIsStale, ["\(frontier.count)"]),
          cure: Message(.sawIsStaleCure)))
    }
  }
}
