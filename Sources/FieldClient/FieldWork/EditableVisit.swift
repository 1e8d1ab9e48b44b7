import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// A visit that this person may change now: it is here, it is not voided, and they work at its site.
struct EditableVisit {
  let key: RecordKey
  let state: RecordState
  let summary: VisitSummary
  let household: RecordKey

  /// The local year of its start: which key of the household its texts are under.
  var year: Int { LocalTime(summary.start, in: summary.zone).date.year }
}

extension Laptop {
  /// - Throws: `FieldFault.failed` when there is no such visit or it is voided; `.refused`
  ///   (F-assigned) when the person no longer works at its site.
  func editableVisit(named text: String, _ replica: Replica) throws -> EditableVisit {
    let (key, state) = try record(.visit, named: text, replica)
    guard let household = state.reference(VisitField.household),
      let summary = VisitSummary(key, state)
    else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    try requireAssigned(key.scope, replica)
    if summary.isVoided { throw FieldFault.failed(Message(.visitIsVoided)) }
    return EditableVisit(key: key, state: state, summary: summary, household: household)
  }

  /// What the rules ask about a visit that is recorded already, as it stands: its hours and mode, the
  /// appointment, what was said, the signature. What depends on the round is not asked again.
  func facts(of visit: EditableVisit, _ replica: Replica) throws -> VisitFacts {
    var facts = VisitFacts(start: visit.summary.start, end: visit.summary.end, recordedAt: now)
    facts.kind = visit.summary.kind
    facts.organiser = visit.summary.organiser
    facts.mode = visit.summary.mode
    facts.byTelephone = visit.state.flag(VisitField.byTelephone)
    facts.zone = visit.summary.zone
    facts.appointment = try visit.state.reference(VisitField.appointment)
      .flatMap { key in try replica.records.state(of: key).flatMap { Appointment(key, $0) } }
      .map(\.window)
    facts.isDrawn = visit.summary.drawEntry != nil
    facts.earlier = visit.summary.kind == .returnVisit ? .matter : .none
    facts.items = try opinions(of: visit.key, replica).map { key, state in
      VisitFacts.Item(
        topic: state.code(OpinionField.topic) ?? .other,
        kind: state.code(OpinionField.kind) ?? .opinion,
        // A text whose key is not here was checked where it was written.
        hasText: try state.sealed(OpinionField.text).map {
          try open($0, in: key, field: OpinionField.text)?.isBlank != true
        } ?? false, wantsFeedback: state.flag(OpinionField.wantsFeedback),
        proposesFeedback: state.flag(OpinionField.proposesFeedback))
    }
    facts.saysNoOpinion = visit.state.flag(VisitField.noOpinion)
    let signature = try replica.records.state(of: signatureKey(visit.key))
    facts.signature = signature?.code(SignatureField.state)
    facts.hasSignatureReason = signature?.sealed(SignatureField.reason) != nil
    facts.badgeWorn = visit.state.flag(VisitField.badgeWorn)
    return facts
  }

  /// What was said at a visit, in the order of its numbers.
  func opinions(
    of visit: RecordKey, _ replica: Replica
  ) throws -> [(key: RecordKey, state: RecordState)] {
    try SiteView(replica, visit.scope).opinions(of: visit)
  }

  func signatureKey(_ visit: RecordKey) -> RecordKey {
    RecordKey(scope: visit.scope, type: .signature, id: RecordIdentity.signature(visit: visit.id))
  }

  /// Rules that the record says were set aside with a reason.
  func rulesSetAside(_ record: RecordKey, _ replica: Replica) throws -> Set<RuleID> {
    Set(
      try replica.records.members(.reasonAbout, of: record)
        .compactMap { $0.state.text(ReasonField.rule).flatMap(RuleID.init(rawValue:)) })
  }
}
